"""What one does with the article in the reading view."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from pressmark.analysis.units import paragraph_at
from pressmark.edits.articles import SetState, SetZones
from pressmark.edits.removals import article_removal
from pressmark.edits.zones import toggled
from pressmark.model.span import Span
from pressmark.ui.notices import Notices
from pressmark.ui.session import Session
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

BY_HAND = "other"
"""The kind of the zones that somebody makes: which one it is nobody asks."""


class ArticleActions(QObject):
    """Opens, marks as done, and removes articles, in the order in which the list shows them."""

    def __init__(
        self,
        session: Session,
        order: Callable[[], tuple[str, ...]],
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._order = order

    def open_next(self) -> None:
        """Open the article after this one."""
        self._step(1)

    def open_previous(self) -> None:
        """Open the article before this one."""
        self._step(-1)

    @property
    def state(self) -> str:
        """The state of this annotator's layer of the article; "" without an article."""
        article = self._session.article
        return article.head.states.get(self._session.annotator_id, "new") if article else ""

    def finish(self) -> None:
        """Mark the article as done and open the next."""
        if self.set_state("done"):
            self.open_next()

    def set_state(self, state: str) -> bool:
        """Give this annotator's layer of the article a state; say whether it has it now."""
        if self.state in ("", state):
            return self.state == state
        title = self.tr("Mark article as %s") % self._state_name(state)
        edit = SetState(self._session.article_id, self._session.annotator_id, state)
        return self._session.commit(title, edit) is not None

    def _state_name(self, state: str) -> str:
        names = {
            "new": self.tr("new"),
            "in-progress": self.tr("in progress"),
            "done": self.tr("done"),
            "flagged": self.tr("flagged"),
        }
        return names.get(state, state)

    def toggle_zone(self, stretch: Span | None, caret: int) -> None:
        """Take a stretch of the article out of its content, or back into it.

        Without one, the zone or the paragraph that the caret (a code point) is in.
        """
        article = self._session.article
        if article is None:
            return
        held = (zone.span for zone in article.head.zones if zone.start <= caret <= zone.end)
        stretch = stretch or next(held, None) or paragraph_at(article.text, caret)
        if stretch is None:
            return
        zones = toggled(article.head.zones, stretch, BY_HAND)
        is_out = any(zone.span.contains(stretch) for zone in zones)
        title = self.tr("Mark as boilerplate") if is_out else self.tr("Take back from boilerplate")
        self._session.commit(title, SetZones(article.head.id, zones))

    def remove(self) -> None:
        """Remove the article with its annotations and their relations, and open a neighbour."""
        article = self._session.article
        if article is None:
            return
        gone = article.head.id
        neighbour = self._neighbour(1) or self._neighbour(-1)
        edits = article_removal(self._session.project, gone)
        if self._session.commit(self.tr("Remove article"), *edits) is None:
            return
        if neighbour:
            self._session.open_article(neighbour)
        words = counted(
            _t("The article was removed with its annotation."),
            _t("The article was removed with its {n} annotations."),
            len(article.annotations),
        )
        self._notices.tell(words, self.tr("Undo"), self._session.undo)

    def _step(self, by: int) -> None:
        article_id = self._neighbour(by)
        if article_id is not None:
            self._session.open_article(article_id)
        elif by > 0:
            self._notices.tell(self.tr("This is the last article of the list."))
        else:
            self._notices.tell(self.tr("This is the first article of the list."))

    def _neighbour(self, by: int) -> str | None:
        shown = self._order()
        if self._session.article_id not in shown:
            return next(iter(shown), None)
        at = shown.index(self._session.article_id) + by
        return shown[at] if 0 <= at < len(shown) else None
