"""Saying in words what lies over each other at a place: painted marks say nothing to a reader."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet


def stack_words(stack: Sequence[Annotation], active: Annotation, labels: LabelSet) -> str:
    """Return "claim, inside quote, 2 of 3" for the active one of a stack, innermost first."""
    words = [_name(active, labels)]
    at = [one.id for one in stack].index(active.id)
    around = next((one for one in stack[at + 1 :] if one.span.contains(active.span)), None)
    if around is not None:
        inside = QCoreApplication.translate("ArticleView", "inside {label}")
        words.append(inside.format(label=_name(around, labels)))
    if len(stack) > 1:
        place = QCoreApplication.translate("ArticleView", "{number} of {count}")
        words.append(place.format(number=at + 1, count=len(stack)))
    return ", ".join(words)


def _name(annotation: Annotation, labels: LabelSet) -> str:
    label = labels.label(annotation.label)
    return (label.title if label else annotation.label).lower()
