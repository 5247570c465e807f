"""Files of articles: read by a child, many at a time, and what there is to say of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pressmark.analysis.reprint_search import Likeness, nearest
from pressmark.analysis.words import length_of
from pressmark.articles.batch import Arrived, present_in, read_articles
from pressmark.articles.extract import PartRefused, Remark, Wishes
from pressmark.articles.reading import ReadArticle, file_from_bytes
from pressmark.articles.remark_words import OF_THE_WHOLE, remark_sentence
from pressmark.cli.import_report import Report, Taken
from pressmark.cli.messages import sentence
from pressmark.cli.odd_words import odd_words
from pressmark.cli.progress import progress
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article, ArticleLink
from pressmark.model.project import Project

_LONGEST_FACT = 200
_REPRINT = "reprint-of"


def arrivals_of(
    paths: Sequence[Path], project: Project, wishes: Wishes, time: str
) -> Sequence[Arrived]:
    """Read files, and say what becomes of each, in their order."""
    with progress("Files read") as tell:
        batch = read_articles(
            paths, added=time, present=present_in(project), wishes=wishes, progressed=tell
        )
    return batch.files


def arrival_of_bytes(
    name: str, data: bytes, project: Project, wishes: Wishes, time: str
) -> Arrived:
    """Read what came through a pipe; ArticleFileErrors are in what is returned."""
    try:
        read = file_from_bytes(data, added=time, wishes=wishes)
    except ArticleFileError as error:
        return Arrived(path=Path(name), error=error)
    ids = [one.article.head.id for one in read.articles]
    there = {key for at, key in enumerate(ids) if key in project.articles or key in ids[:at]}
    return Arrived(
        path=Path(name),
        kind=read.kind,
        new=tuple(one for one in read.articles if one.article.head.id not in there),
        known=tuple(key for key in ids if key in there),
        refused=read.refused,
    )


def reprints_among(articles: Sequence[Article], project: Project) -> Mapping[str, Likeness]:
    """Return which of new articles are nearly the same as an earlier one, by id."""
    if not articles:
        return {}
    with progress("Articles compared") as tell:
        return nearest(articles, [*project.current()], tell)


def linked(article: Article, alike: Mapping[str, Likeness]) -> Article:
    """Return an article with a link to the one that it is a reprint of, if it is one."""
    like = alike.get(article.head.id)
    if like is None:
        return article
    link = ArticleLink(type=_REPRINT, to=like.other)
    return article.with_head(replace(article.head, links=(*article.head.links, link)))


def report_of(name: str, arrived: Arrived, alike: Mapping[str, Likeness]) -> Report:
    """Return what is to be said of a file, and of its articles that are reprints."""
    if arrived.error is not None:
        why = _sentence(arrived.error, name)
        return Report(source=name, skipped=((name, why),), failed=True)
    ids = [one.article.head.id for one in arrived.new]
    there = [(key, f"Article {key} is there already.") for key in arrived.known]
    refused = [(one.part or name, _refusal(one, name)) for one in arrived.refused]
    broken_off = any(not one.part for one in arrived.refused)
    return Report(
        source=name,
        format=arrived.kind,
        articles=(*ids, *arrived.known),
        known=arrived.known,
        skipped=(*there, *refused),
        warnings=tuple(_warnings(arrived.new, alike)),
        taken=tuple(map(_taken, arrived.new)),
        failed=broken_off or not (ids or there),
    )


def _taken(one: ReadArticle) -> Taken:
    extract, length = one.extract, length_of(one.article.text)
    return Taken(head=one.article.head, length=length, part=extract.part, encoding=extract.encoding)


def _refusal(one: PartRefused, name: str) -> str:
    facts: dict[str, object] = dict(one.facts)
    error = ArticleFileError(one.case, **facts)
    if not one.part:
        return f"{_sentence(error, name)} What came before is taken."
    return _sentence(error, f"{name} ({one.part})")


def _sentence(error: ArticleFileError, name: str) -> str:
    return sentence(ArticleFileError(error.case, **{"path": name, **error.facts}))


def _warnings(articles: Sequence[ReadArticle], alike: Mapping[str, Likeness]) -> Iterator[str]:
    """Yield what there is to know of the articles of a file: the same once, and how often."""
    alike_told: dict[str, list[tuple[str, str | Remark]]] = {}
    for one in articles:
        for told in (*_told(one), *_likeness(alike.get(one.article.head.id))):
            code = told.code if isinstance(told, Remark) else told
            alike_told.setdefault(code, []).append((one.extract.part, told))
    for code, group in alike_told.items():
        words = _words([told for _, told in group])
        part, others = group[0][0], len(group) - 1
        if len(articles) == 1 or not part or code in OF_THE_WHOLE:
            yield words
        else:
            yield f"{part} and {others} more: {words}" if others else f"{part}: {words}"


def _words(group: Sequence[str | Remark]) -> str:
    """Return the words for what is alike: counts are of all, a fact is of the first."""
    first = group[0]
    if isinstance(first, str):
        return first
    count = sum(one.count for one in group if isinstance(one, Remark))
    return remark_sentence(replace(first, count=count, fact=first.fact[:_LONGEST_FACT]))


def _told(one: ReadArticle) -> Iterator[str | Remark]:
    """Yield what there is to know of an article."""
    yield from odd_words(one.article.text, one.oddities)
    if not one.certain:
        others = ", ".join(other.encoding for other in one.runners_up)
        yield f"read as {one.encoding}, a guess" + (f"; or {others}" if others else "")
    yield from one.extract.remarks


def _likeness(like: Likeness | None) -> Iterator[str]:
    if like is not None:
        yield f"nearly the same as article {like.other} ({like.share:.0%}): linked as a reprint"
