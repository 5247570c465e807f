"""Lines of Hebrew, Arabic and the like: from where letters stand to the order they are read in.

Programs write such letters in whatever order; what is drawn where says it. This is Unicode's
bidirectional algorithm (UAX 9) backwards, as far as a line shows what it was made from.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pressmark.articles.pdf.glyphs import Glyph
from pressmark.articles.pdf.pieces import Piece

_SPACE = 0.1
"""From which distance on, by the height of letters, words that are drawn apart are two."""
_FROM_RIGHT = ("R", "AL")
_DIGITS = ("EN", "AN")
_SWAPPED = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
_ALEFS = "اأإآٱ"
_OPENING = "([{«‹"


@dataclass(slots=True)
class _Place:
    """Letters at one place of a line: one, with the marks over it, or those of a ligature."""

    glyphs: list[Glyph]

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.glyphs[0].left + self.glyphs[0].right) / 2

    @property
    def kind(self) -> str:
        """Its class in Unicode's bidirectional algorithm."""
        return unicodedata.bidirectional(self.glyphs[0].char) or "L"


def has_letters_from_right(text: str) -> bool:
    """Say whether a text has letters that are read from the right."""
    return any(unicodedata.bidirectional(char) in _FROM_RIGHT for char in text)


def in_reading_order(row: Sequence[Piece], cell_gap: float, *, from_right: bool) -> list[Glyph]:
    """Return the letters of a line as they are read; a tab stands where more than `cell_gap` is.

    `from_right` says which way the line runs as a whole.
    """
    places = list(_from_left(row, cell_gap))
    ordered: list[Glyph] = []
    for place in _turned(places) if from_right else _with_runs_turned(places):
        ordered += place.glyphs
    return ordered


def are_swapped(lines: Sequence[str]) -> bool:
    """Say whether brackets stand the wrong way round: more of them close before they open.

    Mirrored ones are drawn with each other's shape, and programs differ in which they name.
    """
    score = 0
    for line in lines:
        brackets = [char for char in line if char in _SWAPPED]
        for one, other in pairwise(brackets):
            if other == _SWAPPED[one]:
                score += 1 if one in _OPENING else -1
    return score < 0


def paired(text: str) -> str:
    """Return a line from the left where brackets beside words from the right have their pairs.

    PDFium takes such a bracket for one of those words, and turns it round.
    """
    chars = list(text)
    for at, char in enumerate(chars):
        beside = text[:at].rstrip()[-1:] + text[at + 1 :].lstrip()[:1]
        if char in _SWAPPED and has_letters_from_right(beside):
            kind = (char, _SWAPPED[char])
            last = next((one for one in reversed(chars[:at]) if one in kind), "")
            following = next((one for one in chars[at + 1 :] if one in kind), "")
            closest, other = (last, following) if char in _OPENING else (following, last)
            if closest == char and other != _SWAPPED[char]:
                chars[at] = _SWAPPED[char]
    return "".join(chars)


def swapped(text: str) -> str:
    """Return a text with its brackets the other way round, but for those between Latin letters."""
    return "".join(
        char
        if char not in _SWAPPED or _side(text[:at][::-1]) == _side(text[at:]) == "L"
        else _SWAPPED[char]
        for at, char in enumerate(text)
    )


def _side(text: str) -> str:
    """Return the class of the first letter in a text, "" where there is none."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", *_FROM_RIGHT)), "")


def _from_left(row: Sequence[Piece], cell_gap: float) -> Iterator[_Place]:
    """Yield what stands on a line from left to right, spaces and tabs where something is white.

    Where the file has its own is of no use: it has them in another order.
    """
    places = [place for piece in row for place in _places(piece.glyphs)]
    places.sort(key=lambda place: place.middle)
    right = None
    for place in places:
        left, size = place.glyphs[0].left, place.glyphs[0].size
        if right is not None and left - right > _SPACE * size:
            yield _Place([Glyph("\t" if left - right > cell_gap else " ", made=True)])
        yield place
        right = max(left if right is None else right, place.glyphs[0].right)


def _places(glyphs: Sequence[Glyph]) -> list[_Place]:
    places: list[_Place] = []
    for glyph in glyphs:
        if glyph.char.isspace():
            continue
        last = places[-1].glyphs[0] if places else None
        is_same = last is not None and (glyph.left, glyph.right) == (last.left, last.right)
        if is_same or (places and unicodedata.combining(glyph.char)):
            places[-1].glyphs.append(glyph)
        else:
            places.append(_Place([glyph]))
    for place in places:
        if len(place.glyphs) > 1 and _is_reversed("".join(one.char for one in place.glyphs)):
            place.glyphs.reverse()
    return places


def _is_reversed(ligature: str) -> bool:
    """Say whether the letters of a ligature came backwards, as PDFium gives some.

    An alef before its lam is none, and no mark stands before its letter.
    """
    is_alef_first = ligature[0] in _ALEFS and ligature[1] == "ل"
    return is_alef_first or ligature == "هللا" or bool(unicodedata.combining(ligature[0]))


def _turned(places: Sequence[_Place]) -> list[_Place]:
    """Return places as they are read from the right; numbers and Latin words keep their order."""
    keeps = _kept(places)
    ordered: list[_Place] = []
    for keep, run in groupby(reversed(range(len(places))), lambda at: keeps[at]):
        run_places = [places[at] for at in run]
        ordered += run_places[::-1] if keep else run_places
    return ordered


def _kept(places: Sequence[_Place]) -> list[bool]:
    """Say which places belong to what runs to the right within a line from the right."""
    kinds = [place.kind for place in places]
    arabic = "AL" in kinds
    keeps = [kind == "L" or kind in _DIGITS for kind in kinds]
    for at, kind in enumerate(kinds):
        within = 0 < at < len(kinds) - 1
        if within and kinds[at - 1] in _DIGITS and kinds[at + 1] in _DIGITS:
            keeps[at] |= kind == "CS" or (kind == "ES" and not arabic)
        if kind == "ET" and not arabic:
            after = at > 0 and kinds[at - 1] in _DIGITS
            keeps[at] |= after or (at + 1 < len(kinds) and kinds[at + 1] in _DIGITS)
    latin_at = -1  # where what is Latin, with numbers behind it, ended last
    for at, keep in enumerate(keeps):
        if not keep or kinds[at] in _FROM_RIGHT:
            if kinds[at] in _FROM_RIGHT or kinds[at] == "S":
                latin_at = -1
            continue
        if latin_at >= 0:
            keeps[latin_at:at] = [True] * (at - latin_at)
        if kinds[at] == "L" or latin_at >= 0:
            latin_at = at
    return keeps


def _with_runs_turned(places: Sequence[_Place]) -> list[_Place]:
    """Return places as they are read from the left; what runs from the right is turned."""
    ordered: list[_Place] = []
    at = 0
    while at < len(places):
        end = _end_of_run(places, at)
        ordered += _turned(places[at:end]) if end > at else [places[at]]
        at = max(end, at + 1)
    return ordered


def _end_of_run(places: Sequence[_Place], begin: int) -> int:
    """Return where the run from the right ends that begins here, `begin` where none does."""
    end = begin
    for at in range(begin, len(places)):
        kind = places[at].kind
        if kind in _FROM_RIGHT:
            end = at + 1
        elif at == begin or kind in ("L", "S"):
            break
    return end
