"""A field that takes a key instead of words."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from pressmark.ui.action_keys import is_command, shown_key
from pressmark.ui.reading.keys import is_part, pressed_key

_ON = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Esc", "Return", "Enter")


class KeyField(QLineEdit):
    """Says which key was pressed in it; Tab, Esc and Enter lead on as everywhere."""

    pressed = Signal(QKeySequence)
    """A key that an action could have."""
    unusable = Signal()
    """A key that none can have: it types a sign by AltGr, or waits for another one."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def show_key(self, key: QKeySequence | None) -> None:
        """Show a key, or none."""
        self.setText(shown_key(key) if key else "")

    def event(self, event: QEvent) -> bool:
        """Take keys that would be those of the window."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self._leads_on(event):
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the dialog what leads on."""
        event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose no letters, as of an accent and what carries it."""
        event.accept()
        if event.commitString():
            self.unusable.emit()

    @staticmethod
    def _leads_on(event: QKeyEvent) -> bool:
        key = pressed_key(event)
        return key is not None and key.toString() in _ON and not is_command(key)

    def _take(self, event: QKeyEvent) -> None:
        event.accept()
        key = pressed_key(event)
        if key is not None:
            self.pressed.emit(key)
        elif not is_part(event):
            self.unusable.emit()
