"""Articles that may come in, one of each sort, for tests of what shows them."""

from collections.abc import Sequence
from pathlib import Path

from pressmark.analysis.reprint_search import Likeness
from pressmark.articles.extract import Extract, Remark, RunnerUp
from pressmark.articles.reading import ReadArticle, article_of
from pressmark.errors import ArticleFileError
from pressmark.model.article import Zone
from pressmark.model.project import Project
from pressmark.ui.dialogs.articles.newcomer import Newcomer

TEXT = "The depot was empty, the ministry said.\n\nRead also: Ships turn back.\n\nNobody denied it."
RUSSIAN = "Министерство заявило, что склад пуст. Это опровергли в понедельник вечером."


def read(extract: Extract) -> ReadArticle:
    """Return an article as it would have been read."""
    return article_of(extract, added="2024-05-27T00:00:00Z", raw_sha256=None)


def page() -> Newcomer:
    """Return a web page with something hidden in it, and a teaser."""
    at = TEXT.index("Read also")
    extract = Extract(
        text=TEXT,
        kind="html",
        encoding="utf_8",
        title="Depot empty",
        source="Ukrinform",
        published="2024-05-27",
        zones=(Zone(start=at, end=at + 28, kind="teaser"),),
        remarks=(Remark(code="hidden-text", count=2), Remark(code="left-out-pictures", count=1)),
    )
    return Newcomer(path=Path("page.html"), kind="html", read=read(extract))


def plain() -> Newcomer:
    """Return a plain text that leaves no doubt."""
    extract = Extract(text="Ships turned back on Friday.", kind="text", encoding="utf_8")
    return Newcomer(path=Path("plain.txt"), kind="text", read=read(extract))


def guessed() -> Newcomer:
    """Return a text whose encoding is a guess."""
    extract = Extract(
        text=RUSSIAN,
        kind="text",
        encoding="cp1251",
        certain=False,
        runners_up=(RunnerUp("koi8_r", RUSSIAN.encode("cp1251").decode("koi8_r")),),
    )
    return Newcomer(path=Path("old.txt"), kind="text", read=read(extract))


def row() -> Newcomer:
    """Return an article of a table."""
    extract = Extract(text="What the first row says.", kind="csv", encoding="utf_8", part="2")
    return Newcomer(path=Path("table.csv"), kind="csv", part="2", read=read(extract))


def alike(project: Project) -> Newcomer:
    """Return what is like the first article of a project."""
    one = Newcomer(path=Path("again.txt"), kind="text", read=read(Extract(text="Nearly the same.")))
    one.liken(Likeness(project.shelf()[0].head.id, 0.92))
    return one


def refused() -> Newcomer:
    """Return a file that was refused."""
    path = Path("scan.pdf")
    return Newcomer(path=path, kind="pdf", refusal=ArticleFileError("scanned", path=path))


def here(project: Project) -> Newcomer:
    """Return what a project has already."""
    return Newcomer(path=Path("known.txt"), kind="text", here=project.shelf()[0].head.id)


def newcomers(project: Project) -> list[Newcomer]:
    """Return one of each sort."""
    return [page(), plain(), guessed(), row(), alike(project), refused(), here(project)]


def told_of(every: Sequence[Newcomer]) -> str:
    """Return the words that come from files, not from the program."""
    texts = [one.read.article.text for one in every if one.read]
    heads = [one.fact("title") or "" for one in every]
    others = [other.preview for one in every if one.read for other in one.read.runners_up]
    names = [one.name for one in every]
    return "\n".join(["", *texts, *heads, *others, *names, *TEXT.split("\n")])
