"""Lines to paragraphs: ended by space, an indent, or a word that would have fitted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from pressmark.articles.pdf.lines import Line
from pressmark.articles.pdf.measuring import measure, runs_on

_INDENT = 0.6
"""From which distance on, by the height of letters, a line is indented."""
_FARTHEST = 4.0
"""Up to which distance; what is further in is centred."""
_SPACED = 1.3
"""From which distance on, by that of other lines, a line stands apart."""
_FURTHEST = 2.4
"""How far lines are apart at most, by the height of letters."""
_OTHER_SIZE = 0.13


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; those of a table are its rows."""

    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        """How high its letters are."""
        return self.lines[0].size

    @property
    def table(self) -> bool:
        """Whether its lines are rows."""
        return self.lines[0].table


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines in reading order."""
    hanging = {}
    for column, group in groupby(lines, lambda line: line.column):
        within = list(group)
        measure(within)
        hanging[column] = _hangs(within)
    found: list[Paragraph] = []
    for line in lines:
        if found and _continues(found[-1], line, hanging=hanging[line.column]):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _continues(held: Paragraph, line: Line, *, hanging: bool) -> bool:
    last = held.lines[-1]
    if last.table or line.table:
        return last.table and line.table and last.column == line.column
    if line.marked or not _looks_like(last, line):
        return False
    if line.column != last.column:  # the foot of a column or page, and the head of the next
        return _is_full(last, line) and runs_on(last.plain, line.plain)
    if not _is_near(last, line) or "\t" in last.text + line.text or not _is_full(last, line):
        return False
    return _is_aligned(held, line, hanging=hanging)


def _looks_like(last: Line, line: Line) -> bool:
    """Say whether two lines are of one size and direction."""
    larger = max(line.size, last.size)
    return line.from_right is last.from_right and abs(line.size - last.size) <= _OTHER_SIZE * larger


def _is_full(last: Line, line: Line) -> bool:
    """Say whether the first word of a line would not have fitted in the one before.

    What is set in from the left, as a block quotation, may be so from the right as well.
    """
    end = last.right + line.first_word + 0.55 * line.size
    if end > last.full:
        return True
    inset = max(0.0, line.left - line.margin)
    return end > last.full - inset and runs_on(last.plain, line.plain)


def _is_aligned(held: Paragraph, line: Line, *, hanging: bool) -> bool:
    first, last = held.lines[0], held.lines[-1]
    indent = line.left - last.left
    near = _INDENT * line.size
    if first.marked and len(held.lines) == 1:
        return line.left > first.left - near and line.left < first.start + 2 * near
    if abs(indent) <= near:
        return True
    if indent > 0:
        return hanging and len(held.lines) == 1
    return not hanging and len(held.lines) == 1


def _hangs(lines: Sequence[Line]) -> bool:
    """Say whether paragraphs begin further out than they go on, rather than further in."""
    shifts = [
        line.left - last.left
        for last, line in pairwise(lines)
        if not (last.marked or line.marked)
        and _is_near(last, line)
        and runs_on(last.plain, line.plain)
    ]
    near, far = _INDENT * lines[0].size, _FARTHEST * lines[0].size
    inwards = sum(near < shift < far for shift in shifts)
    outwards = sum(near < -shift < far for shift in shifts)
    return inwards > outwards


def _is_near(last: Line, line: Line) -> bool:
    """Say whether a line is the next one under the last."""
    usual = min(max(line.gap, 0.8 * line.size), _FURTHEST * line.size)
    return 0 < line.baseline - last.baseline <= _SPACED * usual
