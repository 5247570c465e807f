"""Taking annotation sets in: each is a step of its own, and comes in whole or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pressmark.articles.kinds import SUFFIXES as ARTICLES
from pressmark.edits.edit import Stamp
from pressmark.errors import CancelledError, FormatError, PressmarkError
from pressmark.formats.counting import Counting
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.registry import FORMATS
from pressmark.formats.source import folder_format, source_at
from pressmark.model.project import Project
from pressmark.store.disk import read_file
from pressmark.store.exchanges import last_renamed, note_renamed
from pressmark.store.save import real
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.incoming.arrival import Arrival
from pressmark.ui.dialogs.incoming.incoming_dialog import IncomingDialog
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.keeping import keep
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

SUFFIXES = sorted({form.suffix for form in FORMATS if form.read is not None})
"""How the names of annotation sets end."""
_MEGABYTE = 1_000_000


def annotation_sets(paths: Iterable[Path]) -> list[Path]:
    """Return those of `paths` that look like annotation sets: by name, or else by content."""
    return [path for path in paths if _is_set(path)]


def _is_set(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in SUFFIXES and suffix not in ARTICLES:
        return True
    try:
        if suffix in SUFFIXES:
            return source_at(path, read_file).form is not None
        return path.is_dir() and folder_format(path) is not None
    except (OSError, PressmarkError):
        return False  # taking in what it holds says why


@dataclass(frozen=True, slots=True)
class _Wishes:
    """How a set is to be read: labels to rename, and what its offsets count."""

    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    counting: Counting | None = None


def _arrival(path: Path, project: Project, stamp: Stamp, wishes: _Wishes, task: Task) -> Arrival:
    """Read a set; FormatError, `no-format` where it is none."""
    source = source_at(path, read_file).watched(
        lambda done, size: task.step(done // _MEGABYTE, size // _MEGABYTE)
    )
    if source.form is None or source.form.read is None:
        raise FormatError("no-format", path=path)
    request = ReadRequest(
        data=source.data,
        name=path.name,
        bundle=source.bundle,
        project=project,
        stamp=stamp,
        labels=wishes.labels,
        counting=wishes.counting,
        cancelled=task.is_cancelled,
    )
    return Arrival(path, source.form, source.form.read(request))


class SetImports(Worker):
    """Reads annotation sets one after the other: each may be about what the one before brought."""

    def take(self, paths: Sequence[Path]) -> None:
        """Read the first of `paths` in the background, commit it, and go on with the others."""
        if paths:
            self._read(paths, _Wishes(), lambda arrival: self._ask(arrival, paths))

    def _read(
        self, paths: Sequence[Path], wishes: _Wishes, follow: Callable[[Arrival], None]
    ) -> None:
        """Read the first set in the background, as somebody wishes, for `follow` to go on with.

        One that is refused costs itself only.
        """
        path, *others = paths
        project, stamp = self._session.project, self._session.stamp()

        def work(task: Task) -> Arrival:
            return _arrival(path, project, stamp, wishes, task)

        def take(arrival: Arrival) -> None:
            if self._session.file is not None and self._session.project is project:
                follow(arrival)

        def refuse(error: PressmarkError) -> None:
            if isinstance(error, FormatError):
                error = FormatError(error.case, **{**error.facts, "path": path})
            self._session.refused.emit(error)
            if not isinstance(error, CancelledError):
                self.take(others)

        task = self._tasks.run(work, take, refuse)
        words = self.tr("Reading {file}…").replace("{file}", path.name)
        steps = self.tr("{done} of {total} megabytes read")
        TaskProgress(task, self.tr("Importing annotations"), self._window, words, steps)

    def _ask(self, arrival: Arrival, paths: Sequence[Path]) -> None:
        """Commit what was read, but ask first unless it speaks for itself."""
        file, others = self._session.file, paths[1:]
        if file is None or arrival.speaks_for_itself:
            self._finish(arrival, others)
            return
        place = real(file.path)
        project = self._session.project
        dialog = IncomingDialog(arrival, project, last_renamed(place), self._window)

        def answer(result: int) -> None:
            dialog.deleteLater()
            wishes = _Wishes(dialog.renamed(), dialog.counting)
            if result != IncomingDialog.DialogCode.Accepted:
                self.take(others)
            elif wishes == _Wishes({}):
                self._finish(arrival, others)
            else:
                if wishes.labels:
                    keep(lambda: note_renamed(place, wishes.labels))
                self._read(paths, wishes, lambda again: self._finish(again, others))

        dialog.finished.connect(answer)
        dialog.open()

    def _finish(self, arrival: Arrival, others: Sequence[Path]) -> None:
        """Commit a set, and go on with the others."""
        if self._commit(arrival.found):
            self._tell(arrival)
        self.take(others)

    def _commit(self, found: ReadSet) -> bool:
        edits = found.edits
        if edits and self._session.commit(self.tr("Import"), *edits, origin="import") is None:
            return False
        if self._session.article is None and found.articles:
            self._session.open_article(found.articles[0])
        return True

    def _tell(self, arrival: Arrival) -> None:
        path, found = arrival.path, arrival.found
        if not found.edits:
            words = self.tr("All that is in {file} is here already.")
            self._notices.tell(words.replace("{file}", path.name))
            return
        words = counted(
            _t("{n} annotation came in from {file}."),
            _t("{n} annotations came in from {file}."),
            found.annotations,
        )
        told = words.replace("{file}", path.name)
        self._notices.tell(told, self.tr("Undo"), self._session.undo)
