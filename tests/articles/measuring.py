"""How well articles are taken out of real files: measured against gold beside the checkout.

The measure is word F1: precision and recall over the words of a text as a multiset, small and
capital letters alike, punctuation and layout left aside. Han, kana, Thai, Lao, Khmer and Burmese
are written without spaces: there a letter counts as a word. The whole text is measured, with the
headline, which most golds leave out, and with the zones in it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from pressmark.articles.contents import found_in
from pressmark.articles.decoding import decode
from pressmark.articles.extract import Extract, Wishes
from pressmark.errors import ArticleFileError

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{N}\p{M}]+"
)
_SURE_ENOUGH = 0.6
_OF_WORDS = ("exact text", "text as that project expects it", "text; line breaks", "must contain")
_OF_PAGES = ("hand-made article body", "full text as that project expects it")


@dataclass(frozen=True)
class Score:
    """How near a file's text came to its gold, from 0 to 1, and whether a person is warned."""

    file: str
    type: str
    value: float
    is_warned: bool = False

    @property
    def is_trap(self) -> bool:
        """Whether the text is wrong, and nothing says so."""
        return self.value < _SURE_ENOUGH and not self.is_warned


def word_f1(text: str, gold: str) -> float:
    """Return the harmonic mean of precision and recall over the words of two texts."""
    ours, right = Counter(_WORD.findall(text.casefold())), Counter(_WORD.findall(gold.casefold()))
    shared = (ours & right).total()
    return 2 * shared / (ours.total() + right.total()) if shared else float(ours == right)


def _recall(text: str, gold: str) -> float:
    ours, right = (Counter(_WORD.findall(one.casefold())) for one in (text, gold))
    return (ours & right).total() / right.total()


def decodings(inputs: Path) -> Iterator[Score]:
    """Yield for each text file whether it was decoded exactly as it should be."""
    for entry, data, gold in _with_gold(inputs):
        is_text = entry["gold"].endswith(".decoded.txt") or entry["type"] == "txt"
        if is_text and data.removeprefix(b"\xef\xbb\xbf"):
            right = _frozen(gold) == decode(data).text
            yield Score(entry["file"], "decoded", float(right))


def pages(inputs: Path) -> Iterator[Score]:
    """Yield the word F1 of the pages of which the whole text is known."""
    for entry, data, gold in _with_gold(inputs):
        if entry["type"] == "html" and entry["gold_kind"].startswith(_OF_PAGES):
            yield _score(entry, data, gold)


def papers(inputs: Path) -> Iterator[Score]:
    """Yield the word F1 of the files of offices and mail of which the text is known.

    Of some only words are known that must be there, in the title or the text: the share that is.
    """
    for entry, data, gold in _with_gold(inputs):
        if entry["type"] not in ("html", "txt") and entry["gold_kind"].startswith(_OF_WORDS):
            yield _score(entry, data, gold)


@dataclass(frozen=True)
class Segments:
    """How many of the pieces that should be in a text are, and of those that should not are not."""

    within: int
    of_within: int
    without: int
    of_without: int


def segments(inputs: Path) -> Segments:
    """Count the pieces of the pages of which only pieces are known."""
    within, without = list[bool](), list[bool]()
    for path in sorted((inputs / "gold").glob("*.segments.json")):
        known = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".segments.json")
        text = _flat(_text((inputs / name).read_bytes(), name))
        within += [_flat(piece) in text for piece in known["with"]]
        without += [_flat(piece) not in text for piece in known["without"]]
    return Segments(sum(within), len(within), sum(without), len(without))


def mean(scores: Sequence[Score]) -> float:
    """Return the mean of the values."""
    return sum(score.value for score in scores) / len(scores)


def _with_gold(inputs: Path) -> Iterator[tuple[dict[str, Any], bytes, str]]:
    for entry in json.loads((inputs / "manifest.json").read_text("utf-8")):
        gold = inputs / entry["gold"] if entry.get("gold") else None
        if gold is not None and gold.suffix == ".txt":
            yield entry, (inputs / entry["file"]).read_bytes(), gold.read_text("utf-8")


def _score(entry: dict[str, Any], data: bytes, gold: str) -> Score:
    try:
        found = next(iter(found_in(data, Wishes(name=entry["file"]))))
    except ArticleFileError:  # it says that it cannot be read, and why
        return Score(entry["file"], entry["type"], 0, is_warned=True)
    assert isinstance(found, Extract)
    warned = any(remark.code == "low-confidence" for remark in found.remarks)
    is_all = not entry["gold_kind"].startswith("must contain")
    value = word_f1(found.text, gold) if is_all else _recall(f"{found.title}\n{found.text}", gold)
    return Score(entry["file"], entry["type"], value, warned)


def _text(data: bytes, name: str) -> str:
    found = next(iter(found_in(data, Wishes(name=name))))
    assert isinstance(found, Extract)
    return found.text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _frozen(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
