"""Linking an article to another: how, and to which."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.model.article import NEW_VERSION, ArticleLink
from pressmark.ui.panels.annotation_delegate import HEIGHT, AnnotationDelegate
from pressmark.ui.panels.inspector.article_candidates import ArticleCandidates
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField

_ROWS = 5
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class ArticleLinkForm(QWidget):
    """A type of link, and the articles that it may lead to; Enter on one makes it."""

    link_made = Signal(object)
    """The new ArticleLink, not yet part of the article."""
    left = Signal()
    """Nothing is to be linked."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.kind = ChoiceField(self.tr("Type of link"))
        self.kind.addItem(self.tr("Reprint of"), "reprint-of")
        self.kind.addItem(self.tr("New version of"), NEW_VERSION)
        self.kind.addItem(self.tr("Translation of"), "translation-of")
        self.filter = SearchField(self.tr("Find the other article"))
        self.filter.textChanged.connect(self._search)
        self.filter.returnPressed.connect(self._take_current)
        self.rows = ArticleCandidates(self)
        self.rows.found.connect(self._show_found)
        self.view = RowView(self.rows, self.tr("Articles it may be linked to"))
        self.view.setItemDelegate(AnnotationDelegate(self._is_current, self))
        self.view.opened.connect(self._take)
        self.view.doubleClicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self.view.viewport().update)
        self._nothing = PlainLabel(self.tr("No other article is like this."), "muted")
        self.add = QPushButton(self.tr("Link"))
        self.add.clicked.connect(self._take_current)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for part in (self.kind, self.filter, self.view, self._nothing):
            column.addWidget(part)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Offer all other articles."""
        self.filter.clear()
        self._search()
        self.filter.setFocus()

    def end(self) -> None:
        """Look for nothing any more."""
        self.rows.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; go up and down in the list from the line above it, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _STEPS and self.filter.hasFocus():
            row = self.view.currentIndex().row() + _STEPS[event.key()]
            if 0 <= row < self.rows.rowCount():
                self.view.setCurrentIndex(self.rows.index(row))
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        session = self._session
        self.rows.look_for(session.project, session.article_id, self.filter.text())

    def _show_found(self) -> None:
        count = self.rows.rowCount()
        self.view.setFixedHeight(min(count, _ROWS) * HEIGHT + 2)
        self.view.setVisible(count > 0)
        self._nothing.setVisible(count == 0 and not self.rows.is_searching)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.rows.index(0))

    def _is_current(self, index: object) -> bool:
        return index == self.view.currentIndex()

    def _take_current(self) -> None:
        self._take(self.view.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        head = self.rows.at(index)
        if head is not None:
            self.link_made.emit(ArticleLink(type=self.kind.currentData(), to=head.id))
