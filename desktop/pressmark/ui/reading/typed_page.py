"""A page on which the keys act: what each of them does, whatever the layout prints on it."""

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from pressmark.ui.reading import keys
from pressmark.ui.reading.acting_page import ActingPage
from pressmark.ui.reading.side import Side
from pressmark.ui.session import Session

_Modifier = Qt.KeyboardModifier
_COMMAND = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ANY = _COMMAND | _Modifier.ShiftModifier


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
        return self._press_label(event) or self._press_action(event)

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
        key, modifiers = keys.pressed(event), event.modifiers() & _ANY
        if key is None or keys.types_sign(event):
            return False
        if not key.isdigit() and (event.key() == ord(key) or modifiers & _COMMAND):
            return False  # Qt finds these
        wanted = QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(key))))
        for action in (*self.actions(), *self.window().actions()):
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        return False

    @staticmethod
    def _commands(event: QKeyEvent) -> bool:
        return bool(event.modifiers() & _COMMAND)
