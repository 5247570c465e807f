"""The labels in the bar at the top: one that is pressed is the brush."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.panels.guideline_words import guideline
from pressmark.ui.session import Session
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.tooltips import give_tooltip


class LabelBar(QWidget):
    """A button for each label: pressed, what is dragged over in the article is tagged at once."""

    brush_picked = Signal(str)
    """The id of the label that was pressed, or "" when it was let go."""
    menu_asked = Signal(str, QPoint)
    """A menu for a label ("" beside them) was asked for: its id, and where on the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Label, ...] = ()
        self._brush = ""
        self._buttons: list[LabelButton] = []
        self.setAccessibleName(self.tr("Labels"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        session.project_replaced.connect(self._refresh)
        session.frame_changed.connect(self._refresh)
        self._refresh()

    def show_brush(self, label_id: str) -> None:
        """Press the button of the brush, without a signal; none for ""."""
        self._brush = label_id
        for button in self._buttons:
            button.setChecked(button.label_id == label_id)

    def buttons(self) -> tuple[LabelButton, ...]:
        """Return the buttons, in the order of the label set."""
        return tuple(self._buttons)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell on which label a menu was asked for."""
        under = self.childAt(event.pos())
        label_id = under.label_id if isinstance(under, LabelButton) else ""
        self.menu_asked.emit(label_id, event.globalPos())
        event.accept()

    def _refresh(self) -> None:
        labels = self._session.project.label_set.labels if self._session.file else ()
        if labels != self._shown:
            self._shown = labels
            self._show_labels()
        for button in self._buttons:
            button.setEnabled(self._session.writable)

    def _show_labels(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(label) for label in self._shown]
        for button in self._buttons:
            self._row.addWidget(button)
        if self._brush not in {label.id for label in self._shown}:
            self._pick("")

    def _button(self, label: Label) -> LabelButton:
        button = LabelButton(label)
        button.setCheckable(True)
        button.setChecked(label.id == self._brush)
        named = self.tr("{label} ({keys})").format(label=label.title, keys=", ".join(label.keys))
        give_tooltip(button, named if label.keys else label.title, *guideline(label))
        button.clicked.connect(lambda checked, one=label.id: self._pick(one if checked else ""))
        return button

    def _pick(self, label_id: str) -> None:
        if label_id != self._brush:
            self.show_brush(label_id)
            self.brush_picked.emit(label_id)
