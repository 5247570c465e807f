"""Which parts of the window are shown: panes that come and go, and the focus mode."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from pressmark.model.attribute import Attribute
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.panes import Panes
from pressmark.ui.session import Session


class Views(QObject):
    """Shows and hides parts of the window."""

    changed = Signal()
    """Something came or went."""

    def __init__(
        self, window: QMainWindow, session: Session, panes: Panes, inspector: Inspector
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._panes = panes
        self._inspector = inspector
        self._before: list[QWidget] = []
        self._is_focused = False

    @property
    def shows_articles(self) -> bool:
        """Whether the list of articles is shown."""
        return not self._panes.left.isHidden()

    @property
    def shows_inspector(self) -> bool:
        """Whether the inspector and the list of annotations are shown."""
        return not self._panes.right.isHidden()

    @property
    def is_focused(self) -> bool:
        """Whether only paper and label bar are shown."""
        return self._is_focused

    def room_between(self) -> int:
        """Return how many px there are between the panes that are shown."""
        panes = (self._panes.left, self._panes.right)
        return self._panes.width() - sum(one.width() for one in panes if not one.isHidden())

    def toggle_articles(self) -> None:
        """Show or hide the list of articles."""
        self._toggle(self._panes.left)

    def toggle_inspector(self) -> None:
        """Show or hide the inspector and the list of annotations."""
        self._toggle(self._panes.right)

    def toggle_focus(self) -> None:
        """Show only paper and label bar, or everything that was there before."""
        if self._is_focused:
            self.leave_focus()
            return
        parts = (self._panes.left, self._panes.right, self._window.statusBar())
        self._before = [part for part in parts if not part.isHidden()]
        self._show_rest(shown=False)

    def finish_writing(self) -> None:
        """Let the field being written in take over what stands in it; it keeps the focus."""
        field = QApplication.focusWidget()
        if field is not None:
            field.clearFocus()
            field.setFocus()

    def leave_focus(self) -> None:
        """Show everything that the focus mode hid."""
        if self._is_focused:
            self._show_rest(shown=True)

    def _show_rest(self, *, shown: bool) -> None:
        self._is_focused = not shown
        for part in self._before:
            part.setVisible(shown)
        # The keys of the menus go on working: they belong to the window too.
        self._window.menuBar().setVisible(shown)
        self.changed.emit()

    def _toggle(self, pane: QWidget) -> None:
        self.leave_focus()
        self._panes.toggle(pane)
        self.changed.emit()

    def inspect(self) -> None:
        """Go to the first field of the inspector."""
        self._show_inspector()
        self._inspector.enter()

    def describe_article(self) -> None:
        """Go to what is known of the article: the inspector shows it without an annotation."""
        self._session.activate("")
        self.inspect()

    def write_note(self) -> None:
        """Go to the note in the inspector."""
        self._show_inspector()
        self._inspector.write_note()

    def ask_attribute(self, attribute: Attribute) -> None:
        """Point an anchored attribute at the selection; without one, go to the field."""
        if self._session.writable and self._inspector.take_attribute(attribute):
            return
        self._show_inspector()
        self._inspector.enter_attribute(attribute)

    def settle(self) -> None:
        """Go to what settles the two versions of what is shown."""
        self._show_inspector()
        self._inspector.settle()

    def _show_inspector(self) -> None:
        self.leave_focus()
        if not self.shows_inspector:
            self.toggle_inspector()
