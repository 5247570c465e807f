"""Where quotations stand in an article: balanced and nested, in the marks of all common languages.

All offsets are code points. A quotation includes its marks. Straight marks say neither whether
they open nor whether they close; what stands beside them does, and what is open already.
"""

from collections.abc import Iterator

import regex

from pressmark.model.span import Span

# fmt: off
_CLOSED_BY = {
    "“": "”", "„": "“”", "‟": "”", "”": "”", "‘": "’", "‚": "‘’", "‛": "’", "’": "’",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", '"': '"', "＂": "＂", "'": "'", "`": "'", "''": "''",
    "「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〞〟", "｢": "｣",
}
# fmt: on
"""Opening marks, and the marks that close each: Swedish closes with the mark it opens with."""

_EITHER = frozenset({"'", '"', "''", "’", "”", "»", "›", "＂"})
"""Marks that open or close, as they stand."""
_APOSTROPHES = frozenset("'’`")
_BEFORE_OPENING = frozenset("([{—–-/¿¡")
_AFTER_OPENING = frozenset("([{…¿¡$€£")
_DEEPEST = 4
"""How many quotations may stand in each other; where more seem to, the outer ones are none."""

_SINGLE = "".join(sorted({*"".join(_CLOSED_BY), *"".join(_CLOSED_BY.values())}))
_MARK = regex.compile(rf"''(?!')|[{_SINGLE}]")
_LINE_END = regex.compile(r"\n")
_BLANK = regex.compile(r"\n[^\S\n]*\n\s*")


def quotations(text: str, stretch: Span) -> tuple[Span, ...]:
    """Return the quotations that begin and end in `stretch`, an inner one before its outer one.

    One that goes on in the next paragraph, which then begins with its opening mark again, counts
    as a whole and by its last paragraph. A mark that nothing closes opens nothing.
    """
    found: list[Span] = []
    opened: list[Span] = []
    for paragraph in _paragraphs(text, stretch):
        marks = [*_marks(text, paragraph)]
        again = _again(text, paragraph, opened, marks)
        opened = opened[:1] if again else []
        for mark in marks[1:] if again else marks:
            depth = _closes(text, mark, opened)
            if depth is not None:
                if again and depth == 0:
                    found.append(Span(again.start, mark.end))
                    again = None
                found.append(Span(opened[depth].start, mark.end))
                del opened[depth:]
            elif _opens(text, mark):
                opened = [*opened, mark][-_DEEPEST:]
    return tuple(found)


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the paragraphs of a stretch: lines, or what blank lines part where there are some."""
    parted = _BLANK if _BLANK.search(text, *stretch) else _LINE_END
    start = stretch.start
    for gap in parted.finditer(text, *stretch):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, stretch.end)


def _marks(text: str, stretch: Span) -> Iterator[Span]:
    for found in _MARK.finditer(text, *stretch):
        mark = Span(*found.span())
        joins = (
            text[mark.start - 1 : mark.start].isalnum() and text[mark.end : mark.end + 1].isalnum()
        )
        if not (joins and found.group() in _APOSTROPHES):
            yield mark


def _again(text: str, paragraph: Span, opened: list[Span], marks: list[Span]) -> Span | None:
    """Return the mark with which a paragraph goes on with what is open, if it does."""
    if opened and marks and text[slice(*opened[0])] == text[slice(*marks[0])]:
        begins = not text[paragraph.start : marks[0].start].strip()
        return marks[0] if begins else None
    return None


def _closes(text: str, mark: Span, opened: list[Span]) -> int | None:
    """Return which of the open marks a mark closes, if it closes one."""
    if _must_open(text, mark):
        return None
    closing = text[slice(*mark)]
    for depth in range(len(opened) - 1, -1, -1):
        if closing in _CLOSED_BY[text[slice(*opened[depth])]]:
            return depth
    return None


def _opens(text: str, mark: Span) -> bool:
    sign = text[slice(*mark)]
    return sign in _CLOSED_BY and (sign not in _EITHER or _may_open(text, mark))


def _must_open(text: str, mark: Span) -> bool:
    """Say whether a mark that may do either stands as one that opens."""
    after = text[mark.end : mark.end + 1]
    begins = after.isalnum() or after in _AFTER_OPENING or after in _CLOSED_BY
    return text[slice(*mark)] in _EITHER and _may_open(text, mark) and begins


def _may_open(text: str, mark: Span) -> bool:
    """Say whether what stands before a mark lets it open something."""
    before = text[max(0, mark.start - 1) : mark.start]
    return not before.strip() or before in _BEFORE_OPENING or before in _CLOSED_BY
