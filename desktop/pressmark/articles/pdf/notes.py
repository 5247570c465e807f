"""Footnotes: what stands small at the foot of a page behind a raised number that the text has."""

import re
from collections.abc import Sequence

from pressmark.articles.pdf.lines import LOWERED, RAISED, Line
from pressmark.articles.pdf.page import Page

_CALL = re.compile(rf"{RAISED}(\d+){LOWERED}")
_BEHIND = re.compile(r"(?:\w\w|[^\w\s=+<>])$")
"""What calls of notes stand behind: words and punctuation, not the letters of formulas."""
_NOTE = re.compile(rf"{RAISED}(\d+){LOWERED}\s*")
_PLAIN_NOTE = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_SMALLER = 0.93
"""How high the letters of notes are at most, by those of the text."""


def take_notes(pages: Sequence[Page], size: float) -> list[Line]:
    """Take the notes off the foot of each page; their first lines begin "[1] ".

    `size` is how high the letters of the text are.
    """
    found: list[Line] = []
    for page in pages:
        notes = _notes(page.lines, size)
        if not notes:
            continue
        taken = {id(line) for line in notes}
        page.lines = [line for line in page.lines if id(line) not in taken]
        found += notes
    return found


def with_calls(text: str, numbers: set[str]) -> str:
    """Return a text with its raised digits as [1] where there is such a note, else as digits."""
    return _CALL.sub(
        lambda call: (
            f"[{call[1]}]"
            if call[1] in numbers and _BEHIND.search(text[: call.start()])
            else call[1]
        ),
        text,
    )


def number_of(note: Line) -> str:
    """Return the number that a line of notes begins with; empty where it goes on with one."""
    found = re.match(r"\[(\d+)\] ", note.text)
    return found[1] if found else ""


def _notes(lines: list[Line], size: float) -> list[Line]:
    """Return the lines at a page's foot from the first numbered small one on."""
    called = {call for line in lines for call in _CALL.findall(line.text[1:])}
    numbered = (at for at, line in enumerate(lines) if _number(line, size) in called)
    first = next(numbered, None)
    if first is None:
        return []
    notes = [
        line
        for line in lines[first:]
        if line.baseline >= lines[first].baseline - 1 and line.size <= _SMALLER * size
    ]
    for line in notes:  # their first lines are often set in
        line.left = min(one.left for one in notes if one.column == line.column)
        line.start = line.left
        if number := _number(line, size):
            line.text = f"[{number}] {_behind_number(line.text)}"
            line.marked = True
    return notes


def _number(line: Line, size: float) -> str:
    if line.size > _SMALLER * size:
        return ""
    found = _NOTE.match(line.text) or _PLAIN_NOTE.match(line.text)
    return found[1] if found else ""


def _behind_number(text: str) -> str:
    found = _NOTE.match(text) or _PLAIN_NOTE.match(text)
    return text[found.end() :] if found else text
