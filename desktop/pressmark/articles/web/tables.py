"""Tables of a page: those that hold facts, and their rows; the rest is there for the layout."""

from collections.abc import Iterator

from lxml.html import HtmlElement

_LONGEST_CELL = 400
_LAYING_OUT = frozenset(("table", "form", "article", "section", "h1", "h2", "h3", "nav"))


def holds_facts(table: HtmlElement) -> bool:
    """Say whether a table is one to its author: several short cells in each of several rows."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(one.tag in _LAYING_OUT for one in table.iterdescendants() if one is not table):
        return False
    filled = [lengths for row in rows(table) if any(lengths := [_length(cell) for cell in row])]
    wide = [row for row in filled if sum(1 for length in row if length) > 1]
    longest = max((max(row) for row in filled), default=0)
    return len(filled) > 1 and 2 * len(wide) > len(filled) and longest <= _LONGEST_CELL


def rows(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield the cells of each row."""
    for row in table.iter("tr"):
        yield [cell for cell in row if cell.tag in ("td", "th")]


def _length(cell: HtmlElement) -> int:
    return len(" ".join(str(cell.text_content()).split()))
