"""What one does with the article in the reading view, or with those that are chosen."""

from PySide6.QtCore import QObject

from pressmark.analysis.units import paragraph_at
from pressmark.edits.articles import SetZones
from pressmark.edits.several import removals, states
from pressmark.edits.zones import toggled
from pressmark.model.span import Span
from pressmark.ui.notices import Notices
from pressmark.ui.panels.article_facets import state_of
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.panels.words import annotation_count, state_words
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t

_OVER = ("done", "damaged")
"""The states of articles in which there is nothing left to do."""

BY_HAND = "other"
"""The kind of the zones that somebody makes: which one it is nobody asks."""


class ArticleActions(QObject):
    """Opens, marks as done, and removes articles, in the order in which the list shows them."""

    def __init__(
        self,
        session: Session,
        listed: ArticleList,
        sides: Sides,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._sides = sides
        self._order = listed.order
        self._chosen = listed.chosen

    def open_next(self) -> None:
        """Open the article after this one."""
        self._step(1)

    def open_previous(self) -> None:
        """Open the article before this one."""
        self._step(-1)

    @property
    def meant(self) -> tuple[str, ...]:
        """The ids of the articles that are chosen, or else of the one in the reading view."""
        return self._chosen.ids or ((self._session.article_id,) if self._session.article else ())

    @property
    def state(self) -> str:
        """The state of this annotator's layer of the articles meant; "" where they differ."""
        found = {self._state_of(one) for one in self.meant}
        return found.pop() if len(found) == 1 else ""

    def finish(self) -> None:
        """Mark the article as done and open the next that is not."""
        if self._chosen.ids:
            self.set_state("done")
            return
        after, before = self._around()
        unfinished = [one for one in (*after, *before) if self._state_of(one) not in _OVER]
        is_step = self.state != "done"
        if not self.set_state("done"):
            return
        if unfinished:
            self._session.open_article(unfinished[0])
            left = phrases("Done. 1 article is left.", "Done. {n} articles are left.")
            words = counted(*left, len(unfinished))
        else:
            words = self.tr("Done, as are all articles of the list.")
        undo = (self.tr("Undo"), self._session.undo) if is_step else ()
        self._notices.tell(words, *undo)

    def set_state(self, state: str) -> bool:
        """Give this annotator's layer of the articles a state; say whether they have it now."""
        if not self.meant or self.state == state:
            return self.state == state
        edits = states(self._session.project, self.meant, self._session.annotator_id, state)
        title = counted(
            _t("Mark article as {state}"), _t("Mark {n} articles as {state}"), len(edits)
        )
        title = title.replace("{state}", state_words(state).lower())
        return self._session.commit(title, *edits) is not None

    def _state_of(self, article_id: str) -> str:
        return state_of(self._session.project.articles[article_id], self._session.annotator_id)

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
        """Remove the articles with their annotations and relations, and open a neighbour."""
        gone = self.meant
        if not gone:
            return
        counts = (self._session.project.articles[one].counts for one in gone)
        annotations = sum(sum(one.values()) for one in counts)
        after, before = self._around()
        neighbour = next((one for one in (*after, *reversed(before)) if one not in gone), "")
        title = counted(_t("Remove article"), _t("Remove {n} articles"), len(gone))
        if self._session.commit(title, *removals(self._session.project, gone)) is None:
            return
        if neighbour:
            self._session.open_article(neighbour)
        self._notices.tell(
            _removed_words(len(gone), annotations), self.tr("Undo"), self._session.undo
        )

    def _around(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the articles listed after the one that is open, and those before it."""
        shown, here = self._order(), self._session.article_id
        if here not in shown:
            return shown, ()
        at = shown.index(here)
        return shown[at + 1 :], shown[:at]

    def _step(self, by: int) -> None:
        article_id = self._neighbour(by)
        if article_id is not None:
            self._session.open_article(article_id)
        elif not self._session.project.articles:
            self._notices.tell(self.tr("No articles yet. Import some with Ctrl+I."))
        elif by > 0:
            self._notices.tell(self.tr("This is the last article of the list."))
        else:
            self._notices.tell(self.tr("This is the first article of the list."))

    def _neighbour(self, by: int) -> str | None:
        # What is read on the other side is passed over: one wants to see another article here.
        shown = [one for one in self._order() if one != self._sides.elsewhere]
        if self._session.article_id not in shown:
            return next(iter(shown), None)
        at = shown.index(self._session.article_id) + by
        return shown[at] if 0 <= at < len(shown) else None


def _removed_words(articles: int, annotations: int) -> str:
    if articles == 1:
        return counted(
            _t("The article was removed with its annotation."),
            _t("The article was removed with its {n} annotations."),
            annotations,
        )
    words = counted(
        _t("{n} article was removed with {annotations}."),
        _t("{n} articles were removed with {annotations}."),
        articles,
    )
    return words.replace("{annotations}", annotation_count(annotations))
