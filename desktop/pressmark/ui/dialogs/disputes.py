"""What is kept in two versions and has no page of its own: entities, relations, the project."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from pressmark.analysis.conflicts import beyond_articles
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.panels.disputes_box import DisputesBox
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel


class DisputesDialog(QDialog):
    """Each with what it holds and the other version; it closes when the last one is settled."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept in two versions"))
        resize_within_screen(self, 560, 420)
        self._session = session
        self.box = DisputesBox(is_alone=True)
        about = PlainLabel(
            self.tr("Two people changed these differently. One version holds, the other waits."),
            "muted",
        )
        about.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(buttons)
        session.stepped.connect(self._refresh)
        session.project_replaced.connect(self.reject)
        self._refresh()
        self._focus()

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it, and scroll it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        for one in (scroll.viewport(), inner):
            one.setAutoFillBackground(False)
        return scroll

    def _refresh(self) -> None:
        found = beyond_articles(self._session.project)
        if not found:
            self.accept()
            return
        had_focus = any(one.hasFocus() for one in self.box.buttons())
        self.box.show_disputes(self._session.project, found)
        for button in self.box.buttons():
            button.setEnabled(self._session.writable)
        if had_focus:
            self._focus()

    def _focus(self) -> None:
        for button in self.box.buttons()[:1]:
            button.setFocus()
