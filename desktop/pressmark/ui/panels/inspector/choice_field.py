"""A list to choose one thing from, as forms have it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from pressmark.ui.widgets.plain_label import PlainLabel


class ChoiceField(QComboBox):
    """A list to choose from in a form: it takes the width there is, and no wheel in passing.

    On Linux Qt gives screen readers the chosen value for its name, and the name only by a label
    beside it: so it brings one along, which nobody sees.
    """

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self._name = PlainLabel(accessible_name)
        self._name.hide()
        self._name.setBuddy(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Take the label along to another parent."""
        if event.type() == QEvent.Type.ParentChange and self._name.parent() is not self.parent():
            self._name.setParent(self.parentWidget())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless the list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
