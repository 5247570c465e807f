"""Annotations that were kept in two versions: finding them, and settling which one holds."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Signal

from pressmark.analysis.conflicts import Pair, conflict_of, conflicts_in
from pressmark.edits.edit import Edit
from pressmark.edits.settling import keep_both, keep_other, keep_this
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.ui.crew import Worker
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class Conflicts(Worker):
    """Goes from one to the next, and settles that of the active annotation in one step."""

    shown = Signal()
    """The next one is shown, to be settled."""
    settled = Signal()
    """The one that was shown is settled."""

    @property
    def pair(self) -> Pair | None:
        """The two versions of the active annotation, where it has two."""
        article, annotation = self._session.article, self._session.annotation
        return conflict_of(article, annotation.id) if article and annotation else None

    def show_next(self) -> None:
        """Go to the next annotation that has two versions, through all articles."""
        found = self._next()
        if found is None:
            self._notices.tell(self.tr("No annotation is kept in two versions."))
        else:
            self._session.show(found.kept.id)
            self.shown.emit()

    def tell(self, count: int, before: str = "") -> None:
        """Say how many annotations are kept in two versions, and offer to show the first."""
        words = counted(
            _t("{n} annotation is kept in two versions."),
            _t("{n} annotations are kept in two versions."),
            count,
        )
        self._notices.warn(f"{before} {words}".strip(), self.tr("Show"), self.show_next)

    def keep_active(self) -> None:
        """Let the version hold that is active."""
        pair = self.pair
        if pair is not None:
            is_copy = self._session.annotation == pair.copy
            self._settle(self.tr("Keep this version"), keep_other if is_copy else keep_this)

    def keep_other(self) -> None:
        """Let the version hold that is not active."""
        pair = self.pair
        if pair is not None:
            is_copy = self._session.annotation == pair.copy
            self._settle(self.tr("Keep the other version"), keep_this if is_copy else keep_other)

    def keep_both(self) -> None:
        """Make two annotations of the two versions."""
        self._settle(self.tr("Keep both versions"), keep_both)

    def _settle(self, title: str, how: Callable[[Project, str], tuple[Edit, ...]]) -> None:
        pair = self.pair
        if pair is None:
            return
        edits = how(self._session.project, pair.copy.id)
        if self._session.commit(title, *edits) is None:
            return
        self._session.show(pair.kept.id)
        self.settled.emit()
        if self._next() is None:
            self._notices.tell(self.tr("All is settled."), self.tr("Undo"), self._session.undo)

    def _next(self) -> Pair | None:
        """Return the first conflict behind the active annotation, from the top at the end."""
        if self._session.file is None:
            return None
        active = self._session.annotation
        shelf = self._session.project.shelf()
        at = next((i for i, one in enumerate(shelf) if one.head.id == self._session.article_id), 0)
        here: list[Pair] = sorted(
            conflicts_in(shelf[at].open()) if shelf else (), key=lambda one: one.kept.order
        )
        behind = [one for one in here if active is None or one.kept.order > active.order]
        if behind:
            return behind[0]
        for shelved in (*shelf[at + 1 :], *shelf[:at]):
            with suppress(ProjectFileError):  # one that is damaged has nothing to settle
                found = conflicts_in(shelved.open())
                pair = min(found, key=lambda one: one.kept.order, default=None)
                if pair is not None:
                    return pair
        return here[0] if here else None
