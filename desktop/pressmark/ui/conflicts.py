"""What is kept in two versions: finding it, and settling which one holds."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final, TypeAlias

from PySide6.QtCore import Signal

from pressmark.analysis.conflicts import (
    Pair,
    beyond_articles,
    conflict_of,
    conflicts_in,
    disputes_of,
    open_disputes,
)
from pressmark.edits.disputes import dismiss, take
from pressmark.edits.edit import Edit
from pressmark.edits.settling import keep_both, keep_other, keep_this
from pressmark.errors import EditError, ProjectFileError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Shelved
from pressmark.model.project import Project
from pressmark.model.records import Dispute
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.disputes import DisputesDialog
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

Stop: TypeAlias = Pair | str
"""What has two versions: an annotation, an article by its id, or all that is beyond articles."""
_BEYOND: Final = ""
_TOPIC: Final = "versions"


class Conflicts(Worker):
    """Goes from one to the next, and settles each in one step."""

    _last: Stop | None = None
    """Where it has gone last."""

    shown = Signal()
    """The next one is shown, to be settled."""
    settled = Signal()
    """The one that was shown is settled."""

    @property
    def pair(self) -> Pair | None:
        """The two versions of the active annotation, where it has two."""
        article, annotation = self._session.article, self._session.annotation
        return conflict_of(article, annotation.id) if article and annotation else None

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """The fields of articles, entities and the like that have two versions."""
        return open_disputes(self._session.project) if self._session.file else ()

    def show_next(self) -> None:
        """Go to the next that has two versions: annotations and articles, then all else."""
        stop = next(self._stops(), None)
        self._last = stop
        if stop is None:
            self._notices.tell(self.tr("Nothing is kept in two versions."))
        elif stop == _BEYOND:
            self._show_beyond()
        elif isinstance(stop, Pair):
            self._session.show(stop.kept.id)
            self.shown.emit()
        else:
            self._session.open_article(stop)
            self._session.activate("")
            self.shown.emit()

    def tell(self, count: int, before: str = "") -> None:
        """Say how many annotations, and what else, have two versions; offer to show the first."""
        annotations = counted(
            _t("{n} annotation is kept in two versions."),
            _t("{n} annotations are kept in two versions."),
            count,
        )
        fields = len(self.disputes)
        others = counted(
            _t("{n} other thing is kept in two versions."),
            _t("{n} other things are kept in two versions."),
            fields,
        )
        parts = (before, annotations if count else "", others if fields else "")
        words = " ".join(filter(None, parts))
        self._notices.warn(words, self.tr("Show"), self.show_next, about=_TOPIC)

    def outdate(self) -> None:
        """Take back what was told once nothing has two versions, as when a merge was undone."""
        if self._notices.is_about(_TOPIC) and next(self._stops(), None) is None:
            self._notices.withdraw(_TOPIC)

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

    def take(self, dispute_id: str) -> None:
        """Let the other version of a field hold."""
        project = self._session.project
        dispute = project.disputes.get(dispute_id)
        if dispute is not None:
            try:
                edits = take(project, dispute)
            except EditError as error:
                self._session.refused.emit(error)
                return
            self._settle_field(self.tr("Take the other version"), dispute, edits)

    def dismiss(self, dispute_id: str) -> None:
        """Let what a field holds stay."""
        dispute = self._session.project.disputes.get(dispute_id)
        if dispute is not None:
            title = self.tr("Dismiss the other version")
            self._settle_field(title, dispute, dismiss(dispute))

    def _settle_field(self, title: str, dispute: Dispute, edits: tuple[Edit, ...]) -> None:
        if self._session.commit(title, *edits) is None:
            return
        if dispute.kind == "article":
            has_more = bool(disputes_of(self._session.project, dispute.record))
            (self.shown if has_more else self.settled).emit()
        self._tell_if_all()

    def _settle(self, title: str, how: Callable[[Project, str], tuple[Edit, ...]]) -> None:
        pair = self.pair
        if pair is None:
            return
        edits = how(self._session.project, pair.copy.id)
        if self._session.commit(title, *edits) is None:
            return
        self._session.show(pair.kept.id)
        self.settled.emit()
        self._tell_if_all()

    def _tell_if_all(self) -> None:
        if next(self._stops(), None) is None:
            self._notices.tell(self.tr("All is settled."), self.tr("Undo"), self._session.undo)

    def _show_beyond(self) -> None:
        dialog = DisputesDialog(self._session, self._window)
        dialog.box.taken.connect(self.take)
        dialog.box.dismissed.connect(self.dismiss)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- what there is

    def _stops(self) -> Iterator[Stop]:
        """Yield what has two versions, from behind what is shown, once around."""
        if self._session.file is None:
            return
        project, active = self._session.project, self._session.annotation
        shelf = project.shelf()
        at = next((i for i, one in enumerate(shelf) if one.head.id == self._session.article_id), 0)
        disputed = {one.record for one in self.disputes if one.kind == "article"}
        here = list(_in(shelf[at], disputed)) if shelf else []
        yield from (one for one in here if self._is_behind(one, active))
        for shelved in shelf[at + 1 :]:
            yield from _in(shelved, disputed)
        others: list[Stop] = [_BEYOND] if beyond_articles(project) else []
        if self._last != _BEYOND:
            yield from others
        for shelved in shelf[:at]:
            yield from _in(shelved, disputed)
        yield from here
        yield from others

    def _is_behind(self, stop: Stop, active: Annotation | None) -> bool:
        if isinstance(stop, Pair):
            return active is None or stop.kept.order > active.order
        return active is None and self._last != stop


def _in(shelved: Shelved, disputed: set[str]) -> Iterator[Stop]:
    """Yield what has two versions in an article: itself first, then annotations in order."""
    key = shelved.head.id
    if key in disputed:
        yield key
    with suppress(ProjectFileError):  # one that is damaged has nothing to settle
        yield from sorted(conflicts_in(shelved.open()), key=lambda one: one.kept.order)
