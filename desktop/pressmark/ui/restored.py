"""What a journal gave back when a project was opened: told, listed, and taken back if wanted."""

from collections.abc import Iterator

from PySide6.QtCore import QDateTime

from pressmark.edits.difference import difference
from pressmark.edits.transaction import Transaction
from pressmark.model.project import Project
from pressmark.store.reading import OpeningReport
from pressmark.store.replay import Conflict
from pressmark.ui.banner import Banner
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.messages import sentence
from pressmark.ui.moments import clock_words, local, moment_words
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.strip import Offer
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

_TOPIC = "restored"


class Restored(Worker):
    """Says what was not saved and is there again, and offers the project as it was last saved."""

    def __init__(self, tools: Tools, banner: Banner) -> None:
        super().__init__(tools)
        self._banner = banner
        self._opening: OpeningReport | None = None
        self._session.project_replaced.connect(self._tell)

    def _tell(self) -> None:
        file = self._session.file
        opening = file.opening if file is not None else None
        if opening is self._opening:
            return  # the same project, under another name perhaps
        self._opening = opening
        self._banner.withdraw(_TOPIC)
        words = restored_words(opening) if opening is not None else ""
        if file is None or not words:
            return
        offers = []
        if file.opening.restored or file.opening.conflicts:
            offers.append(Offer(self.tr("Show what"), self.show_what))
        if file.opening.restored and self._session.writable:
            held = file.held  # autosaving will soon have saved what was restored
            back = self.tr("Go back to the last saved version")
            offers.append(Offer(back, lambda: self._go_back(held)))
        self._banner.say(_TOPIC, words, *offers)

    def show_what(self) -> None:
        """List the steps that were restored, and what did not fit."""
        if self._opening is not None:
            lines = list(self._lines(self._opening))
            show_lines(self.tr("What was brought back"), lines, self._window)

    def _lines(self, opening: OpeningReport) -> Iterator[str]:
        for step in opening.restored:
            yield f"{local_time(step.stamp.time)}  {step.title}  ({self._name(step)})"
        yield from (_left_out(one) for one in opening.conflicts)

    def _name(self, step: Transaction) -> str:
        annotator = self._session.project.annotators.get(step.stamp.annotator)
        return annotator.name if annotator is not None else step.stamp.annotator

    def _go_back(self, held: Project) -> None:
        title = self.tr("Go back to the last saved version")
        edits = difference(self._session.project, held)
        if edits and self._session.commit(title, *edits, origin="revert") is None:
            return
        self._banner.withdraw(_TOPIC)
        words = self.tr("The project is as it was last saved.")
        self._notices.tell(words, self.tr("Undo"), self._session.undo)


def restored_words(opening: OpeningReport) -> str:
    """Return what opening brought back from the journal, or could not; "" for nothing."""
    told = [*_steps(opening)]
    if opening.conflicts:
        left_out = counted(
            _t("{n} edit did not fit any more and was left out."),
            _t("{n} edits did not fit any more and were left out."),
            len(opening.conflicts),
        )
        told.append(left_out)
    if opening.journal_damaged is not None:
        words = translated(
            _t("The journal is damaged at line {line}; what stands before was used.")
        )
        told.append(words.format(line=opening.journal_damaged))
    if opening.journal_unreadable:
        told.append(translated(_t("The journal beside it cannot be read, and may hold edits.")))
    if opening.foreign_journal:
        told.append(translated(_t("The journal beside it is another project's.")))
    if opening.aside is not None:
        words = translated(_t("The journal as it was is kept as {path}."))
        told.append(words.format(path=shown_path(opening.aside)))
    return " ".join(told)


def _steps(opening: OpeningReport) -> Iterator[str]:
    count = len(opening.restored)
    if opening.rebased:
        yield translated(_t("The project file was replaced by another one, perhaps an older one."))
        yield counted(
            _t("{n} step of the journal was put on top of it."),
            _t("{n} steps of the journal were put on top of it."),
            count,
        )
    elif count:
        words = counted(
            _t("{n} step since {time} was brought back: it had not been saved."),
            _t("{n} steps since {time} were brought back: they had not been saved."),
            count,
        )
        yield words.replace("{time}", local_time(opening.restored_since))


def _left_out(conflict: Conflict) -> str:
    words = translated(_t("Left out of step {seq}, {title}: {why}"))
    title, why = conflict.title or "?", sentence(conflict.error)
    return words.format(seq=conflict.seq, title=title, why=why)


def local_time(moment: str) -> str:
    """Return a time (ISO 8601, UTC) as clocks here show it, with the date unless it is today's."""
    there = local(moment)
    is_today = there.date() == QDateTime.currentDateTime().date()
    return clock_words(there.time()) if is_today else moment_words(moment)
