"""The active annotation while the mouse gives it another shape."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent, Qt

from pressmark.analysis.fragments import joined, with_fragment
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading.acting_page import ActingPage
from pressmark.ui.reading.edges import Edge, edge_at


class Shaping:
    """A drag that moves an edge of the active annotation or, with Ctrl, adds a fragment to it."""

    def __init__(self, page: ActingPage) -> None:
        self._page = page
        self._annotation: Annotation | None = None
        self._shaped: Callable[[Span], tuple[Span, ...]] = lambda span: (span,)

    @property
    def is_on(self) -> bool:
        """Whether such a drag has begun."""
        return self._annotation is not None

    def edge_at(self, point: QPointF) -> Edge | None:
        """Return the edge whose handle is at a point of the viewport."""
        active = self._page.may_be_shaped
        if active is None:
            return None
        held = [self._page.handles(fragment) for fragment in active.fragments]
        return edge_at(point, active.fragments, held)

    def begin(self, event: QMouseEvent, edge: Edge | None) -> None:
        """Take hold of an edge; of none, be ready for a further fragment if Ctrl is held."""
        active, text = self._page.may_be_shaped, self._page.text
        adds = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self._annotation = active if edge or adds else None
        if active and edge:
            self._shaped = partial(with_fragment, text, active.fragments, edge.fragment)
        elif active:
            self._shaped = lambda span: joined(text, (*active.fragments, span))

    def preview(self, span: Span | None) -> None:
        """Draw the annotation as it would be."""
        self._page.show_shape(self._shaped(span) if self._annotation and span else ())

    def end(self, span: Span | None) -> tuple[Annotation, tuple[Span, ...]] | None:
        """Let go; return the annotation and what it becomes, if it does."""
        annotation, self._annotation = self._annotation, None
        self._page.show_shape(())
        return (annotation, self._shaped(span)) if annotation and span else None
