"""What a batch of files holds, as newcomers; reading one of its files in another way."""

from collections.abc import Container, Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from pressmark.analysis.oddities import oddities
from pressmark.articles.batch import Arrived, ImportBatch
from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.reading import (
    ReadArticle,
    ReadFile,
    article_from_text,
    file_from_bytes,
    read_bytes,
    read_file,
)
from pressmark.articles.tables import asking
from pressmark.articles.tables.asking import TableColumns
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.store.clock import arriving, now
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.tasks import Task


def newcomers(batch: ImportBatch) -> list[Newcomer]:
    """Return what a batch holds, file by file."""
    return [one for arrived in batch.files for one in _of_file(arrived)]


def coming_in(found: Iterable[Newcomer], project: Project) -> list[Article]:
    """Return the articles that are to come in, each once, as they were described and linked.

    They come in in this order, however often their files were read. A link to what neither comes
    in nor is there is dropped.
    """
    articles: dict[str, Article] = {}
    for one in found:
        if one.read is not None and one.is_taken:
            article = one.article()
            if article.head.id not in project.articles:
                articles.setdefault(article.head.id, article)
    time, here = now(), len(project.articles)
    return [
        article.with_head(
            replace(
                article.head,
                added=arriving(time, here + at),
                links=tuple(
                    link
                    for link in article.head.links
                    if link.to in articles or link.to in project.articles
                ),
            )
        )
        for at, article in enumerate(articles.values())
    ]


def arrived(found: Iterable[Newcomer]) -> list[Arrived]:
    """Return the files of which something came in."""
    by_path: dict[Path, list[Newcomer]] = {}
    for one in found:
        if one.path is not None and one.comes_in:
            by_path.setdefault(one.path, []).append(one)
    return [
        Arrived(path=path, kind=members[0].kind, new=tuple(one.read for one in members if one.read))
        for path, members in by_path.items()
    ]


def pasted_bytes(found: Iterable[Newcomer]) -> list[bytes]:
    """Return what was pasted, as far as it came in."""
    return [one.data for one in found if one.data is not None and one.comes_in]


def read_words(text: str, project: Project) -> Newcomer:
    """Return words as a newcomer; ArticleFileError `empty` where there are none."""
    article = article_from_text(text, added=now())
    if article.head.id in project.articles:
        return Newcomer(path=None, here=article.head.id)
    read = ReadArticle(article, Extract(text=article.text), oddities(article.text))
    return Newcomer(path=None, read=read)


def columns_of(newcomer: Newcomer, task: Task) -> TableColumns:
    """Return the columns of a newcomer's table; those of all its sheets, where it has several.

    Slow: to be done beside the window.
    """
    path = newcomer.path or Path()
    wishes = replace(newcomer.wishes, name=path.name, columns=MappingProxyType({}))
    tables = asking.columns_of(read_bytes(path), wishes, task.is_cancelled)
    header = tuple(dict.fromkeys(name for table in tables for name in table.header if name))
    return replace(tables[0], header=header) if tables else TableColumns(header=())


def read_again(
    newcomer: Newcomer, wishes: Wishes, task: Task, known: Container[str] = ()
) -> list[Newcomer]:
    """Return what a newcomer's file holds when it is read as somebody wishes.

    `known` are the ids of articles that are there already. ArticleFileError where that is nothing.
    Slow: to be done beside the window.
    """
    cancelled = task.is_cancelled
    if newcomer.path is not None and newcomer.data is None:
        read = read_file(newcomer.path, added=now(), wishes=wishes, cancelled=cancelled)
    else:
        data = newcomer.data or b""
        named = replace(wishes, kind=wishes.kind or newcomer.kind)
        read = file_from_bytes(data, added=now(), wishes=named, cancelled=cancelled)
    return _of_read(newcomer, wishes, read, known)


def _of_read(
    newcomer: Newcomer, wishes: Wishes, read: ReadFile, known: Container[str]
) -> list[Newcomer]:
    path, data, caption = newcomer.path, newcomer.data, newcomer.caption

    def of_part(part: str) -> Newcomer:
        return Newcomer(
            path=path, data=data, caption=caption, kind=read.kind, part=part, wishes=wishes
        )

    found = []
    for one in read.articles:
        key = one.article.head.id
        made = of_part(one.extract.part)
        made.read, made.here = (None, key) if key in known else (one, "")
        found.append(made)
    for refused in read.refused:
        made = of_part(refused.part)
        made.refusal = ArticleFileError(refused.case, **{**refused.facts, "path": path})
        found.append(made)
    return found


def _of_file(arrived: Arrived) -> list[Newcomer]:
    """Return the new articles of a file, those that are here already, and what was refused."""
    path, kind = arrived.path, arrived.kind
    if arrived.error is not None:
        return [Newcomer(path=path, kind=kind, refusal=arrived.error)]
    new = [Newcomer(path=path, kind=kind, part=one.extract.part, read=one) for one in arrived.new]
    here = [Newcomer(path=path, kind=kind, here=one) for one in arrived.known]
    refused = [
        Newcomer(
            path=path,
            kind=kind,
            part=one.part,
            refusal=ArticleFileError(one.case, **{**one.facts, "path": path}),
        )
        for one in arrived.refused
    ]
    return [*new, *here, *refused]
