"""What Qt is given to show for the frozen text of an article.

Qt edits text: it folds line ends, and takes some characters as its own. So it is given a stand-in
with exactly one UTF-16 unit for each of the text, and one more at each break that only the
display needs. Nothing is ever read back from it.
"""

import re
from functools import partial
from typing import NamedTuple

from pressmark.analysis.words import border_before

LONGEST = 8192
"""Code points that one paragraph of the display may have; longer ones make Qt slow."""

BREAK = "\n"
_UNSEEN = "\u200b"
_LINE = "\u2028"
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
"""A character that runs from right to left, or makes others do so."""

_ENDS = re.compile("\n(?:[ \t\u00a0]*\n)*")
_BLANK_LINE = re.compile("\n[ \t\u00a0]*\n")
_ENOUGH = 512


class DisplayText(NamedTuple):
    """The text to show, and the code point offsets (of the article) of breaks it has besides."""

    shown: str
    breaks: tuple[int, ...]


def display_text(text: str, longest: int = LONGEST) -> DisplayText:
    """Return what is shown for `text`, with paragraphs of at most about `longest`.

    Blank lines are not shown: paragraphs stand apart anyway. In a text that has them, a single
    line end is a new line, not a new paragraph, unless some lines may run from right to left:
    direction is a matter of paragraphs.
    """
    shown = with_stand_ins(text)
    if _BLANK_LINE.search(shown):
        single = BREAK if RIGHT_TO_LEFT.search(shown) else _LINE
        shown = _ENDS.sub(partial(_paragraph_end, single), shown)
    return _split(text, shown, longest)


def with_stand_ins(text: str) -> str:
    """Return what an editor is given for `text`: a character for each, and none that Qt takes."""
    return _ODD.sub(_stand_in, text)


def _stand_in(odd: re.Match[str]) -> str:
    code = ord(odd.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of a control character
    return {0x7F: "\u2421", 0x2029: BREAK}.get(code, "\ufffd")


def _paragraph_end(single: str, ends: re.Match[str]) -> str:
    run = ends.group()
    return single if len(run) == 1 else run[:-1].replace("\n", _UNSEEN) + BREAK


def _split(text: str, shown: str, longest: int) -> DisplayText:
    pieces: list[str] = []
    breaks: list[int] = []
    at = 0
    for paragraph in shown.split(BREAK):
        end = at + len(paragraph)
        start = at
        while end - start > longest:
            cut = _cut(text, start, start + longest)
            pieces.append(shown[start:cut])
            breaks.append(cut)
            start = cut
        pieces.append(shown[start:end])
        at = end + 1
    return DisplayText(BREAK.join(pieces), tuple(breaks)) if breaks else DisplayText(shown, ())


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to break between the two: after a sentence, else a word, else anywhere."""
    for end in (". ", " "):
        found = text.rfind(end, max(start, limit - _ENOUGH), limit)
        if found > start:
            return found + len(end)
    cut = border_before(text, limit)
    return cut if cut > start else limit
