"""What is said of newcomers: where they stood, what they are, what to know of them."""

import re
from collections.abc import Iterator

from pressmark.articles.kinds import kind_by_id
from pressmark.articles.remark_words import remark_sentence
from pressmark.model.project import Project
from pressmark.ui.dialogs.articles.newcomer import Newcomer, Standing
from pressmark.ui.messages import sentence
from pressmark.ui.panels.words import one_line
from pressmark.ui.reading.header import first_line
from pressmark.ui.words import counted, phrases, translated
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
_LONGEST = 120
"""How many characters name an article: the first line of a text may be all of it."""


def kind_icon(newcomer: Newcomer) -> str:
    """Return the icon of a kind of file."""
    return _ICONS.get(newcomer.kind, "file-text") if newcomer.path else "clipboard-paste"


def kind_words(newcomer: Newcomer) -> str:
    """Return what its kind of file is called; "" where nobody knows."""
    kind = kind_by_id(newcomer.kind)
    return translated(kind.title) if kind else ""


def place_words(newcomer: Newcomer) -> str:
    """Return the file and where in it the article stood."""
    name = newcomer.name or translated(_t("Clipboard"))
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


def remark_words(newcomer: Newcomer) -> Iterator[str]:
    """Yield a sentence for each thing that somebody should know of it."""
    if newcomer.refusal is not None:
        yield sentence(newcomer.refusal)
    elif newcomer.here:
        yield translated(
            _t("The same article is here already, or in an earlier one of these files.")
        )
    if newcomer.read is None:
        return
    if not newcomer.read.certain:
        yield translated(_t("The encoding is a guess. Does the text read well?"))
    for remark in newcomer.read.extract.remarks:
        yield remark_sentence(remark, translated, counted)
    if newcomer.read.oddities:
        yield translated(_t("It has invisible characters or letters of another alphabet."))


def like_words(newcomer: Newcomer, name: str) -> str:
    """Return how much it has in common with the article that is called `name`."""
    share = newcomer.like.share if newcomer.like else 0.0
    words = translated(_t("{share} % of its words also stand in {title}."))
    percent = str(int(share * _PERCENT))
    return words.replace("{share}", percent).replace("{title}", name)


def count_words(count: int) -> str:
    """Return "3 articles"."""
    return counted(*phrases("{n} article", "{n} articles"), count)
