"""The relations of the active annotation, drawn in the margin beside the text."""

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from pressmark.model.annotation import Annotation
from pressmark.model.records import Relation
from pressmark.ui.reading import arcs
from pressmark.ui.reading.arcs import Arc, Ends, Stub
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.margin import WIDE
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.widgets.tooltips import plain_tooltip

_MOST = 40
"""How many relations of one annotation are drawn."""

_AWAY = "↗"
"""What a stub shows where there is no room for a name."""

Words = Callable[[Relation, str], str]
"""What is said of a relation, seen from the annotation of an id."""


class Curves(QObject):
    """Draws an arc to each annotation in sight, and a stub for each other article.

    A click on one goes to the other end. Nothing is drawn while no annotation is active.
    """

    def __init__(self, session: Session, view: ArticleView, words: Words) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._words = words
        self._was_drawn = False
        view.overlays.append(self.paint)
        view.viewport().installEventFilter(self)
        view.ruler.valueChanged.connect(self._refresh)
        session.annotation_activated.connect(self._refresh)
        session.relations_changed.connect(self._refresh)
        session.annotations_changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Have the margin painted anew, if anything is or was drawn there."""
        active = self._view.active
        is_drawn = active is not None and bool(self._session.project.relations.touching(active.id))
        if is_drawn or self._was_drawn:
            size = self._view.viewport().size()
            self._view.viewport().update(QRect(0, 0, self._margin, size.height()))
        self._was_drawn = is_drawn

    @property
    def _margin(self) -> int:
        return self._view.frame_margins().left()

    # ---- what is there

    def arcs(self) -> Iterator[Arc]:
        """Yield the relations within the article, as they are seen now."""
        active, sheet = self._view.active, self._view.sheet
        if active is None or sheet is None:
            return
        start, height = self.height_of(active), self._view.viewport().height()
        places: Counter[str] = Counter()
        for relation in self._relations(active):
            other = sheet.stacking.annotations.get(_other(relation, active.id))
            if other is None:
                continue
            kind = self._session.project.label_set.relation_type(relation.type)
            is_out, both = relation.from_ == active.id, kind is not None and kind.symmetric
            ends = Ends(start, self.height_of(other), not is_out or both, is_out or both)
            shape = arcs.arc_shape(ends, self._margin, height, places[other.id])
            places[other.id] += 1
            if shape is not None:
                line, filled = shape
                words = self._words(relation, active.id)
                yield Arc(line, filled, other.id, words, is_dashed=relation.inferred)

    def stubs(self) -> Iterator[Stub]:
        """Yield one for each other article that relations lead to, or come from."""
        active, sheet = self._view.active, self._view.sheet
        if active is None or sheet is None:
            return
        if not 0 <= (y := self.height_of(active)) <= self._view.height():
            return
        elsewhere: dict[str, list[Relation]] = {}
        for relation in self._relations(active):
            place = self._session.project.places.get(_other(relation, active.id))
            if place is not None and place != sheet.id:
                elsewhere.setdefault(place, []).append(relation)
        metrics = QFontMetricsF(interface_font(10))
        for at, (place, relations) in enumerate(elsewhere.items()):
            head = self._session.project.articles[place].head
            outlet = head.source or head.title or self.tr("elsewhere")
            name = outlet if len(relations) == 1 else f"{outlet} {len(relations)}"
            if self._margin < WIDE:
                name = _AWAY
            box = arcs.stub_box(self._margin, y, at, metrics.horizontalAdvance(name) + 10)
            words = "\n".join(self._words(one, active.id) for one in relations)
            yield Stub(box, name, _other(relations[0], active.id), words)

    def _relations(self, active: Annotation) -> tuple[Relation, ...]:
        return self._session.project.relations.touching(active.id)[:_MOST]

    def height_of(self, annotation: Annotation) -> float:
        """Return where an annotation begins in px of the viewport, as far as it is in sight.

        What is out of sight is only said to be above (less than nothing) or below.
        """
        view, seen = self._view, self._view.visible()
        if view.sheet is None or annotation.span.end <= seen.start:
            return -1.0
        if annotation.span.start >= seen.end:
            return view.viewport().height() + 1.0
        line = view.sheet.geometry.line_of(max(annotation.span.start, seen.start))
        return line.baseline - view.measure.size * 0.3 - view.ruler.value()

    # ---- painting

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Draw all that there is, unless the margin stays as it is; in px of the viewport."""
        if area.left() >= self._margin:
            return
        colours = current_theme().colours
        for arc in self.arcs():
            arcs.paint_arc(painter, arc, colours.accent, colours.paper)
        for stub in self.stubs():
            arcs.paint_stub(painter, stub, colours)

    # ---- pointing

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say what a curve is in a tooltip; go to its other end at a click."""
        if isinstance(event, QHelpEvent):
            found = self.at(QPointF(event.pos()))
            if found is not None:
                over = self._view.viewport()
                QToolTip.showText(event.globalPos(), plain_tooltip(found.words), over)
            return found is not None
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if is_press and isinstance(event, QMouseEvent):
            found = self.at(event.position())
            if found is not None and event.button() == Qt.MouseButton.LeftButton:
                self._session.show(found.other)
                return True
        return False

    def at(self, point: QPointF) -> Arc | Stub | None:
        """Return the curve or stub at a point of the viewport."""
        if point.x() >= self._margin:
            return None
        stub = next((one for one in self.stubs() if one.box.contains(point)), None)
        return stub or next((one for one in self.arcs() if arcs.hit(one, point)), None)


def _other(relation: Relation, annotation_id: str) -> str:
    """Return the id of the annotation at the other end; "" where that is an entity."""
    return relation.from_ if relation.from_ != annotation_id else relation.to or ""
