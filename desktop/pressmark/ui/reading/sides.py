"""One reading view, or two side by side: one of them is where one reads."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pressmark.model.span import Span
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.side import Side
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import current_theme

_LEDGE = 2
"""Height in px of the line above the side where one reads."""


class Sides(QWidget):
    """Keeps the side with the focus and the session together; the other one keeps its article.

    An article is on one side only: opening it again goes where it is. Undo and what else the
    session shows goes to the side that has the article, too.
    """

    entered = Signal()
    """The focus came to one of the sides."""
    turned = Signal()
    """One reads on the other side now, or there is another side or none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._parts: list[_Part] = []
        self._greetings: list[Callable[[ArticleView], object]] = []
        self._here = 0
        # Before the views hear of it: they ask their sides.
        session.project_replaced.connect(self._start_over)
        session.article_opened.connect(self._follow)
        session.annotation_activated.connect(self._follow_active)
        session.articles_changed.connect(self._let_go)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._add()

    @property
    def view(self) -> ArticleView:
        """The view in which one reads."""
        return self._part.view

    @property
    def views(self) -> tuple[ArticleView, ...]:
        """The views, from left to right: one or two."""
        return tuple(part.view for part in self._parts[: 1 + self.is_split])

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that are shown, from left to right; "" for none."""
        return tuple(part.side.article_id for part in self._parts[: 1 + self.is_split])

    @property
    def elsewhere(self) -> str:
        """The id of the article on the side where one does not read, or ""."""
        return self._parts[1 - self._here].side.article_id if self.is_split else ""

    @property
    def is_split(self) -> bool:
        """Whether there are two sides."""
        return len(self._parts) > 1 and not self._parts[1].frame.isHidden()

    def selected_span(self) -> Span | None:
        """Return what tagging would take where one reads."""
        return self.view.selected_span()

    def each(self, greeting: Callable[[ArticleView], object]) -> None:
        """Do something with each view: those that there are, and those to come."""
        self._greetings.append(greeting)
        for part in self._parts:
            greeting(part.view)

    # ---- coming and going

    def split(self, article_id: str) -> None:
        """Have another side at the right that shows an article ("" for none)."""
        if self.is_split:
            self._parts[1 - self._here].side.show_article(article_id)
            return
        if len(self._parts) == 1:
            self._add()
        other = self._parts[1]
        other.frame.show()
        other.side.show_article(article_id)
        half = max(1, self.width() // 2)
        self._splitter.setSizes([half, half])
        self._mark()

    def join(self) -> None:
        """Have one side again, with the article that one reads."""
        if not self.is_split:
            return
        left, right = self._parts
        if self._here:
            place, active = right.view.place(), right.side.annotation_id
            had_focus = right.view.hasFocus()
            left.side.show_article(right.side.article_id)
            left.view.restore_place(*place)
            left.side.show_active(active)
            self._here = 0
            self._settle_focus(moves=had_focus)
        right.side.show_article("")
        right.frame.hide()
        self._mark()

    def turn(self) -> None:
        """Read on the other side."""
        if self.is_split:
            other = 1 - self._here
            self._parts[other].view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._read_on(other)  # in a window that is not active, the focus comes later

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read where the focus goes."""
        if event.type() == QEvent.Type.FocusIn:
            for at, part in enumerate(self._parts):
                if part.view is watched:
                    self._read_on(at)
                    self.entered.emit()
        return super().eventFilter(watched, event)

    # ---- keeping together

    @property
    def _part(self) -> "_Part":
        return self._parts[self._here]

    def _add(self) -> None:
        side = Side(self._session, self)
        view = ArticleView(self._session, side=side)
        view.installEventFilter(self)
        frame = _Frame(view)
        self._parts.append(_Part(side, view, frame))
        self._splitter.addWidget(frame)
        self._splitter.setStretchFactor(len(self._parts) - 1, 1)
        self.setFocusProxy(self.view)
        for greeting in self._greetings:
            greeting(view)

    def _read_on(self, at: int) -> None:
        """Let the article of a side be the session's."""
        if at == self._here:
            return
        self._part.view.withdraw_labels()
        self._here = at
        side = self._part.side
        active = side.annotation_id
        self._session.open_article(side.article_id)
        self._session.activate(active)
        self._settle_focus(moves=False)
        self._mark()

    def _follow(self, article_id: str) -> None:
        """Show what the session opened, on the side that has it already or where one reads."""
        if article_id and self.elsewhere == article_id:
            had_focus = self.view.hasFocus()
            self.view.withdraw_labels()
            self._here = 1 - self._here
            self._settle_focus(moves=had_focus)
            self._mark()
        self._part.side.show_article(article_id)

    def _follow_active(self, annotation_id: str) -> None:
        self._part.side.show_active(annotation_id)

    def _settle_focus(self, *, moves: bool) -> None:
        self.setFocusProxy(self.view)
        if moves:
            self.view.setFocus()

    def _let_go(self) -> None:
        """Show nothing on the other side where its article is gone."""
        if self.elsewhere and self.elsewhere not in self._session.project.articles:
            self._parts[1 - self._here].side.show_article("")

    def _start_over(self) -> None:
        for part in self._parts:
            part.side.forget()
        had_focus = self.view.hasFocus()
        self._here = 0
        self._settle_focus(moves=had_focus)
        self._mark()

    def _mark(self) -> None:
        for at, part in enumerate(self._parts):
            part.frame.mark(split=self.is_split, here=at == self._here)
        self.turned.emit()


class _Frame(QWidget):
    """A view under a line that says whether one reads in it; without a line if it is alone."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._is_here = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(view)

    def mark(self, *, split: bool, here: bool) -> None:
        """Show the line, or none."""
        self._is_here = here
        self._column.setContentsMargins(0, _LEDGE if split else 0, 0, 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.fillRect(
            0, 0, self.width(), _LEDGE, colours.accent if self._is_here else colours.paper
        )


class _Part(NamedTuple):
    """One of the sides, its view, and what stands around that."""

    side: Side
    view: ArticleView
    frame: _Frame
