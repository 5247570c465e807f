"""What the pointer rests on is raised, and what lies over or under it fades to lines."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QTimer

from pressmark.ui.reading.paper import Paper

_REST_MS = 90
"""How long the pointer rests before anything changes, so that crossing the text changes nothing."""


class Hover(QObject):
    """Raises the innermost annotation under the pointer."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self._paper = paper
        self._wanted = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._raise)

    def move(self, point: QPointF) -> None:
        """Follow the pointer to a point of the viewport."""
        under = self._paper.annotations_at(point)
        self._want(under[0].id if under else "")

    def leave(self) -> None:
        """Let everything be as it was: the pointer is gone, or busy."""
        self._want("")

    def _want(self, annotation_id: str) -> None:
        self._wanted = annotation_id
        if annotation_id == self._paper.emphasis.raised:
            self._rest.stop()
        else:
            self._rest.start()

    def _raise(self) -> None:
        sheet = self._paper.sheet
        one = sheet.stacking.annotations.get(self._wanted) if sheet else None
        faded: frozenset[str] = frozenset()
        if sheet and one:
            faded = frozenset(
                other.id
                for fragment in one.fragments
                for other in sheet.stacking.overlapping(fragment)
                if other.id != one.id and any(map(fragment.overlaps, other.fragments))
            )
        raised = one.id if one else ""
        self._paper.emphasise(replace(self._paper.emphasis, raised=raised, faded=faded))
