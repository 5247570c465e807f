"""Where the column of text stands in the room there is, and how far to scroll to show a part."""

from typing import NamedTuple

from pressmark.ui.reading.margin import NARROW, WIDE

RIGHT = 20
"""Px kept free to the right of the column, for what ends a line."""

_NARROWEST = 160


class Column(NamedTuple):
    """Widths in px: outside the paper to the left, the margin for stripes, the text, outside."""

    left: int
    margin: int
    width: int
    right: int


def fit_column(room: int, full: int) -> Column:
    """Return the column for `room` px: `full` wide and in the middle if that is possible."""
    margin = WIDE if WIDE + full + RIGHT <= room else NARROW
    width = max(_NARROWEST, min(full, room - margin - RIGHT))
    left = max(0, (room - width) // 2 - margin)
    return Column(left, margin, width, max(0, room - left - margin - width - RIGHT))


def scrolled_to(top: float, bottom: float, now: float, height: float) -> int:
    """Return how far to scroll, as little as possible, to show from `top` to `bottom`.

    `now` is how far one is and `height` what fits; where not all fits, the top is shown.
    """
    if bottom > now + height:
        now = bottom - height
    return int(min(now, top))
