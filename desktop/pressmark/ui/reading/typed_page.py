"""A page on which the keys act: what each of them does, whatever the layout prints on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from pressmark.ui.reading import keys
from pressmark.ui.reading.acting_page import ActingPage
from pressmark.ui.reading.side import Side
from pressmark.ui.session import Session

_Modifier = Qt.KeyboardModifier
_COMMAND = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier


class TypedPage(ActingPage):
    """Tags with the keys of the labels, and finds the actions whose keys a layout has elsewhere."""

    inspector_asked = Signal()
    """Enter: the focus shall go to the inspector."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, side: Side | None = None
    ) -> None:
        super().__init__(session, parent, side)
        self._has_label_keys = True

    def set_label_keys(self, *, on: bool) -> None:
        """Let the keys of the labels tag, or leave them to whoever else wants them."""
        self._has_label_keys = on

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tag, or move the caret."""
        if self._press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._commands(event):
            self.inspector_asked.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        return self._press_label(event) or self._press_action(event) or self._press_attribute(event)

    def _escape(self) -> bool:
        """Leave the innermost thing one is in: a selection, an annotation; say no for nothing."""
        if self.selected():
            self.set_caret(self.caret())
        elif self.active:
            self._activate(None)
        else:
            return False
        return True

    def _press_label(self, event: QKeyEvent) -> bool:
        key = keys.pressed(event)
        if key is None or self._commands(event) or not self._has_label_keys:
            return False
        labels = self._labels.labels
        label = next((one for one in labels if key in map(str.upper, one.keys)), None)
        if label is None:
            return False
        if not event.isAutoRepeat():
            with_shift = event.modifiers() & _Modifier.ShiftModifier
            (self.add_fragment if with_shift else self.tag)(label.id)
        return True

    def _press_action(self, event: QKeyEvent) -> bool:
        """Trigger an action by the place of its key, where the layout types something else."""
        letter = keys.pressed_letter(event)
        if letter is None or event.key() == ord(letter) or self._commands(event):
            return False
        shift = event.modifiers() & _Modifier.ShiftModifier
        wanted = QKeySequence(f"Shift+{letter}" if shift else letter)
        for action in self.actions():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        return False

    def _press_attribute(self, event: QKeyEvent) -> bool:
        """Trigger Alt and a digit by the place of its key: some layouts type digits by Shift."""
        digit = keys.pressed_digit(event)
        if digit is None or event.modifiers() != _Modifier.AltModifier:
            return False
        wanted = QKeySequence(f"Alt+{digit}")
        found = next((one for one in self.actions() if wanted in one.shortcuts()), None)
        if found is not None:
            found.trigger()
        return found is not None

    @staticmethod
    def _commands(event: QKeyEvent) -> bool:
        return bool(event.modifiers() & _COMMAND)
