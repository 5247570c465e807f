"""What the tour says, and beside what."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.ui.panels.label_bar import LabelBar
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.words import phrase as _t


class Scene(NamedTuple):
    """The window, the view in which one reads, and the article that is read."""

    window: QWidget
    view: ArticleView
    article: Article | None


Target = Callable[[Scene], QRect]
"""From what is shown to a rectangle of the window."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its heading, its words with `{action}` for the present keys, what it is beside."""

    heading: str
    words: str
    target: Target


def stacked(article: Article | None) -> tuple[Annotation, ...]:
    """Return the annotations of an article that overlap a neighbour, in order."""
    in_order = article.annotations.in_order if article else ()
    pairs = [pair for pair in pairwise(in_order) if pair[0].span.overlaps(pair[1].span)]
    return tuple({one.id: one for pair in pairs for one in pair}.values())


def _paper(scene: Scene) -> QRect:
    return _of(scene.window, scene.view.viewport()).adjusted(6, 6, -6, -6)


def _labels(scene: Scene) -> QRect:
    return _of(scene.window, scene.window.findChild(LabelBar))


def _button(name: str) -> Target:
    return lambda scene: _of(scene.window, scene.window.findChild(QWidget, f"{name}-button"))


def _of(window: QWidget, widget: QWidget | None) -> QRect:
    if widget is None or not widget.isVisible():
        return QRect()
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _stack(scene: Scene) -> QRect:
    """Return where marks lie on top of each other, as far as that is in view."""
    port = scene.view.viewport()
    for one in stacked(scene.article):
        around = QRect()
        for box in scene.view.outlined(one.span):
            around = around.united(box.toAlignedRect())
        if not around.isEmpty() and port.rect().contains(around):
            return around.translated(port.mapTo(scene.window, QPoint()))
    return _paper(scene)


STEPS = (
    Step(
        _t("Select a few words"),
        _t(
            "Drag over them, or hold Shift and press the arrows. The selection snaps to whole "
            "words; {grow} grows it to the quotation and the sentence."
        ),
        _paper,
    ),
    Step(
        _t("One key tags"),
        _t(
            "Press {labels}, or click on a label: what is selected is tagged at once. Rest on a "
            "label to read what counts as one."
        ),
        _labels,
    ),
    Step(
        _t("Everything can be taken back"),
        _t("{undo} takes the last step back, and the one before it, tomorrow as well as now."),
        _button("undo"),
    ),
    Step(
        _t("Tags may overlap"),
        _t(
            "Click on marks that lie on top of each other, and again, or press {cycle}: one after "
            "the other becomes active, and the inspector shows who says it and how."
        ),
        _stack,
    ),
    Step(
        _t("Send it on, or bring your own"),
        _t(
            "Export writes a page that a colleague opens, or data for training. An article of "
            "your own comes in with {paste}, or when you drop a file on the window. "
            "This tour stays in the Help menu."
        ),
        _button("export"),
    ),
)
"""The tour from its first step to its last."""
