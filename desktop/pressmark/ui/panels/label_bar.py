"""The labels in the bar at the top: one that is pressed is the brush."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.panels.guideline_words import guideline
from pressmark.ui.panels.more_labels import MoreLabels
from pressmark.ui.session import Session
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.tooltips import give_tooltip

_GAP, _NARROWEST, _MORE = 8, 66, 40
"""Px between two labels, of one whose name is left out, and of what stands for the others."""
_FEWEST = 3


class LabelBar(QWidget):
    """A button for each label: pressed, what is dragged over in the article is tagged at once.

    Those for which there is no room, not even without their names, are in a menu at the end.
    """

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
        self._row.setSpacing(_GAP)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._more = MoreLabels()
        self._more.picked.connect(self._pick)
        self._row.addWidget(self._more)
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

    def sizeHint(self) -> QSize:
        """Wish for room for all of them."""
        hints = [button.sizeHint() for button in self._buttons]
        height = max((hint.height() for hint in hints), default=0)
        width = sum(hint.width() + _GAP for hint in hints) - _GAP
        return QSize(max(0, width), height)

    def minimumSizeHint(self) -> QSize:
        """Need room for a few."""
        few = min(len(self._buttons), _FEWEST) * (_NARROWEST + _GAP) + _MORE
        wished = self.sizeHint()
        return QSize(min(few, wished.width()), wished.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

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
        for at, button in enumerate(self._buttons):
            self._row.insertWidget(at, button)
        self.updateGeometry()
        self._fit()
        if self._brush not in {label.id for label in self._shown}:
            self._pick("")

    def _fit(self) -> None:
        """Keep in sight those that there is room for, and offer the others."""
        each, count = _NARROWEST + _GAP, len(self._buttons)
        width = self.width()
        has_room = width + _GAP >= count * each
        shown = count if has_room else max(_FEWEST, (width - _MORE) // each)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < shown)
        self._more.show_labels(self._shown[shown:])
        if self.width() != width:  # showing one laid out the whole bar
            self._fit()

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
