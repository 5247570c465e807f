"""In which marks charts are drawn: those of the labels, and one for each state of a layer."""

from collections.abc import Mapping

from pressmark.formats.review_themes import NEUTRAL, MarkStyle, ReviewTheme
from pressmark.model.label_set import LabelSet

STATE_GLYPHS = {
    "new": "circle",
    "in-progress": "circle-dot",
    "done": "circle-check",
    "flagged": "flag",
}
"""The icon of each state of a layer."""

_STATES = {
    "new": ("outline", "dots"),
    "in-progress": ("ink", "dashes"),
    "done": ("good", "solid"),
    "flagged": ("warning", "double"),
}


def chart_marks(labels: LabelSet, theme: ReviewTheme) -> Mapping[str, MarkStyle]:
    """Return a theme's marks by the ids of labels and states, and `neutral` for all others."""
    known = {mark.id: mark for mark in theme.marks}
    neutral = known[NEUTRAL]
    states = {
        state: theme.mark(state, theme.colours[colour], pattern)
        for state, (colour, pattern) in _STATES.items()
    }
    return {NEUTRAL: neutral, **states} | {
        one.id: known.get(one.mark or "", neutral) for one in labels.labels
    }
