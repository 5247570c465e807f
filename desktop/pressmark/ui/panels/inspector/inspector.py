"""The pane at the right: the active annotation, or without one the article."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pressmark.model.attribute import Attribute
from pressmark.model.span import Span
from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.panels.inspector.annotation_page import AnnotationPage
from pressmark.ui.panels.inspector.article_page import ArticlePage
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.proposing import Proposing
from pressmark.ui.panels.inspector.several_page import SeveralPage
from pressmark.ui.session import Session
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import protect


class Inspector(QWidget):
    """Shows what is known of what one looks at, and follows each change, undo included.

    `selected_span` returns what is selected in the article: attributes can point at it.
    """

    left = Signal()
    """Esc: the focus may go back to the article."""
    span_asked = Signal(object)
    """A Span of the article that is open: it is to be shown."""
    entity_asked = Signal(str)
    """The id of an entity: what is known of it is to be shown."""
    span_taken = Signal()
    """An attribute points at what is selected in the article: nothing need be selected any more."""

    def __init__(
        self,
        session: Session,
        selected_span: Callable[[], Span | None],
        chosen: ChosenArticles | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = PlainLabel(role="heading")
        self.proposing = Proposing(session, self)
        self._selected_span = selected_span
        self.annotation = AnnotationPage(
            Surroundings(
                session,
                selected_span,
                self.span_asked.emit,
                self.entity_asked.emit,
                self.proposing,
            )
        )
        self.article = ArticlePage(session)
        self._chosen = chosen or ChosenArticles(session, self)
        self.several = SeveralPage(session, self._chosen)
        self._empty = EmptyState(
            "book-open", self.tr("Open an article. What is known of it is shown here.")
        )
        self.annotation.rearranged.connect(self._protect)
        self._scroll = QScrollArea()
        self._lay_out()
        session.project_replaced.connect(self._refresh)
        session.article_opened.connect(self._refresh)
        session.annotation_activated.connect(self._refresh_from_top)
        session.frame_changed.connect(self._refresh)
        session.articles_changed.connect(self._refresh)
        session.relations_changed.connect(self._refresh)
        self._chosen.changed.connect(self._refresh_from_top)
        self.proposing.changed.connect(self._refresh)
        self._refresh()

    def enter(self) -> None:
        """Take the focus, into the first field."""
        form = self.annotation.form
        field: QWidget = self.article.fields["title"]
        if self._chosen.ids:
            field = self.several.fields["source"]
        elif self._session.annotation is not None and form is not None:
            field = form.first_field()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(field)

    def take_attribute(self, attribute: Attribute) -> bool:
        """Point an anchored attribute at the selection; say no for want of one or the other."""
        form, span = self.annotation.form, self._selected_span()
        if attribute.kind != "anchored" or span is None or form is None:
            return False
        form.take_span(attribute, span)
        self.span_taken.emit()
        return True

    def enter_attribute(self, attribute: Attribute) -> None:
        """Take the focus, into the field of an attribute of the active annotation."""
        form = self.annotation.form
        field = form.field(attribute.id) if form else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # It has its place once it was laid out.
            QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field))

    def write_note(self) -> None:
        """Take the focus, into the note of the active annotation."""
        if self._session.annotation is not None:
            self.annotation.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(self.annotation.note)

    def settle(self) -> None:
        """Take the focus, to where the two versions of what is shown are settled."""
        settling: list[QPushButton] = [self.annotation.versions.this]
        if self._session.annotation is None:
            settling = self.article.disputes.buttons()
        for button in settling[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(button)

    def describe_article(self) -> None:
        """Show what is known of the article, and take the focus there."""
        self._session.activate("")
        self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- what is shown

    def _lay_out(self) -> None:
        pages = QWidget()
        stack = QVBoxLayout(pages)
        stack.setContentsMargins(12, 0, 6, 12)
        stack.setSpacing(0)
        stack.addWidget(self.annotation)
        stack.addWidget(self.article)
        stack.addWidget(self.several)
        stack.addStretch()
        self._scroll.setWidget(pages)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it, and scroll it
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        pages.setAutoFillBackground(False)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.addWidget(self._heading)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)

    def _refresh_from_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._refresh()

    def _refresh(self) -> None:
        """Show what is the case now."""
        article, annotation = self._session.article, self._session.annotation
        if self._chosen.ids:
            self.several.show_articles()
        elif article is not None and annotation is not None:
            self.annotation.show_annotation(article, annotation)
        elif article is not None:
            self.article.show_article(article)
        one = self.tr("Annotation") if annotation else self.tr("Article")
        several = bool(self._chosen.ids)
        self.several.setVisible(several)
        self._heading.setText(self.several.heading if several else one)
        self._heading.setVisible(several or article is not None)
        self.annotation.setVisible(annotation is not None and not several)
        self.article.setVisible(article is not None and annotation is None and not several)
        self._scroll.setVisible(several or article is not None)
        self._empty.setVisible(article is None and not several)
        self._protect()

    def _protect(self) -> None:
        """Let nobody write where the project may only be read."""
        for page in (self.annotation, self.article, self.several):
            protect(page, on=not self._session.writable)
