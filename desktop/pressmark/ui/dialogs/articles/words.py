"""What is said of newcomers: where they stood, what they are, what to know of them."""

import re
from collections.abc import Iterator

from pressmark.articles.extract import RunnerUp
from pressmark.articles.kinds import kind_by_id
from pressmark.articles.reading import ReadArticle
from pressmark.articles.remark_words import remark_sentence
from pressmark.errors import ArticleFileError
from pressmark.model.project import Project
from pressmark.ui.dialogs.articles.newcomer import Newcomer, Standing
from pressmark.ui.encoding_names import encoding_name
from pressmark.ui.messages import sentence
from pressmark.ui.panels.words import one_line
from pressmark.ui.reading.header import first_line
from pressmark.ui.words import counted, in_marks, phrases, translated
from pressmark.ui.words import phrase as _t

STANDINGS: dict[Standing | None, str] = {
    None: _t("All"),
    "look": _t("To look at"),
    "refused": _t("Refused"),
    "here": _t("Here already"),
}
"""What the newcomers of a list are called, by how they stand; those that are fine are in no list
of their own."""
_ICONS = {
    **dict.fromkeys(("eml", "msg"), "mail"),
    **dict.fromkeys(("csv", "xlsx", "jsonl", "feed"), "list"),
    **dict.fromkeys(("zip", "warc"), "layers"),
    "epub": "book-open",
}
_NUMBERED = {"row": _t("row {n}"), "item": _t("item {n}")}
"""Places that readers number: of tables and of feeds."""
_PLACE = re.compile(rf"(?:^|(?<=, ))({'|'.join(_NUMBERED)}) (\d+)$")
_PERCENT = 100
_SAMPLE = 40
"""How many characters show what a text would look like."""
_LONGEST = 120
"""How many characters name an article: the first line of a text may be all of it."""


def kind_icon(newcomer: Newcomer) -> str:
    """Return the icon of a kind of file."""
    is_pasted = newcomer.path is None and not newcomer.caption
    return "clipboard-paste" if is_pasted else _ICONS.get(newcomer.kind, "file-text")


def kind_words(newcomer: Newcomer) -> str:
    """Return what its kind of file is called; "" where nobody knows."""
    kind = kind_by_id(newcomer.kind)
    return translated(kind.title) if kind else ""


def place_words(newcomer: Newcomer) -> str:
    """Return the file and where in it the article stood."""
    name = newcomer.name or newcomer.caption or translated(_t("Clipboard"))
    return f"{name} › {_PLACE.sub(_numbered, newcomer.part)}" if newcomer.part else name


def _numbered(place: re.Match[str]) -> str:
    return translated(_NUMBERED[place[1]]).replace("{n}", place[2])


def title_words(newcomer: Newcomer, project: Project) -> str:
    """Return what the article is called: by its title, its first line, or its place."""
    if newcomer.here:
        known = project.articles.get(newcomer.here)
        return one_line((known and known.head.title) or "") or place_words(newcomer)
    title = one_line(newcomer.fact("title") or "")
    if not title and newcomer.read:
        title = first_line(newcomer.read.article.text)
    cut = title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"
    return cut or place_words(newcomer)


def remark_words(newcomer: Newcomer, twin: Newcomer | None = None) -> Iterator[str]:
    """Yield a sentence for each thing that somebody should know of it.

    `twin` is another newcomer that the same article comes in from.
    """
    if newcomer.refusal is not None:
        yield refusal_words(newcomer, newcomer.refusal)
    elif newcomer.here and twin:
        words = translated(_t("The same article comes in from {place}."))
        yield words.replace("{place}", place_words(twin))
    elif newcomer.here:
        yield translated(_t("The same article is in the project already."))
    if newcomer.read is None:
        return
    if not newcomer.read.certain:
        yield from _guess_words(newcomer.read)
    for remark in newcomer.read.extract.remarks:
        yield remark_sentence(remark, translated, counted)
    if newcomer.read.oddities:
        yield translated(_t("It has invisible characters or letters of another alphabet."))


def refusal_words(newcomer: Newcomer, refusal: ArticleFileError) -> str:
    """Return why it was refused: of a part of a file, by what it is called there."""
    if newcomer.part:
        named = {**refusal.facts, "path": place_words(newcomer)}
        refusal = ArticleFileError(refusal.case, **named)
    return sentence(refusal)


def _guess_words(read: ReadArticle) -> Iterator[str]:
    """Yield what the encoding was taken for, and how the text would look in the next likely."""
    words = translated(_t("The encoding is a guess: {encoding}. Does the text read well?"))
    yield words.replace("{encoding}", encoding_name(read.encoding))
    for second in read.runners_up[:1]:
        sample = _sample(read, second)
        words = translated(_t("The next likely is {encoding}: {sample}"))
        if not sample:
            words = translated(_t("The next likely is {encoding}."))
        words = words.replace("{encoding}", encoding_name(second.encoding))
        yield words.replace("{sample}", sample)


def _sample(read: ReadArticle, other: RunnerUp) -> str:
    """Return how the text would look in another encoding where that makes a difference; or ""."""
    pairs = enumerate(zip(read.article.text, other.preview, strict=False))
    differs = next((at for at, (one, two) in pairs if one != two), None)
    if read.extract.kind != "text" or differs is None:
        return ""  # what it shows of other files is markup
    start = other.preview.rfind(" ", 0, differs) + 1
    return in_marks(f"{one_line(other.preview[start : start + _SAMPLE])}…")


def like_words(newcomer: Newcomer, name: str) -> str:
    """Return how much it has in common with the article that is called `name`."""
    share = newcomer.like.share if newcomer.like else 0.0
    words = translated(
        _t("Nearly the same as {title}: {share} % of the shorter text stands in both.")
    )
    percent = str(int(share * _PERCENT))
    return words.replace("{share}", percent).replace("{title}", name)


def count_words(count: int) -> str:
    """Return "3 articles"."""
    return counted(*phrases("{n} article", "{n} articles"), count)
