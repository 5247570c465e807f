"""The project file was changed by somebody else while it is open: saying so, and taking it in."""

from PySide6.QtCore import Signal

from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.store.open_project import OpenProject
from pressmark.store.outside import Union
from pressmark.store.reading import Reading
from pressmark.ui.banner import Banner
from pressmark.ui.conflicts import Conflicts
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.messages import sentence
from pressmark.ui.widgets.strip import Offer

_TOPIC = "outside"


class Outside(Worker):
    """Looks at the file when it is asked to, and offers to read it again or to merge it."""

    taken_in = Signal()
    """What somebody else saved is part of the project now; a good moment to save."""

    def __init__(self, tools: Tools, banner: Banner, conflicts: Conflicts) -> None:
        super().__init__(tools)
        self._banner = banner
        self._conflicts = conflicts
        self._is_looking = False
        self._session.project_replaced.connect(lambda: banner.withdraw(_TOPIC))

    def look(self) -> None:
        """See in the background whether the file is still what was read or saved here."""
        file = self._session.file
        if file is None or self._is_looking:
            return
        self._is_looking, seq = True, file.seq

        def tell(theirs: Reading | None) -> None:
            self._is_looking = False
            if file.seq == seq:
                self._tell(file, theirs)
            else:
                self.look()  # what was seen may have been taken in meanwhile

        def complain(error: PressmarkError) -> None:
            self._is_looking = False
            self._complain(file, error)

        self._tasks.run(lambda _task: file.outside(), tell, complain)

    def unite_now(self) -> bool:
        """Take in what is there and save, all at once; say whether both were done."""
        file = self._session.file
        try:
            theirs = file.outside() if file is not None else None
            if file is None or (theirs and not self._take_in(file, file.united_with(theirs))):
                return False
            file.save()
        except PressmarkError as error:
            self._session.refused.emit(error)
            return False
        return True

    # ---- what was seen

    def _tell(self, file: OpenProject, theirs: Reading | None) -> None:
        if file is not self._session.file:
            return
        if theirs is None:
            self._banner.withdraw(_TOPIC)
        elif theirs.project.id != file.project.id:
            self._complain(file, ProjectFileError("another-project", path=file.path))
        elif file.read_only is not None:
            again = Offer(self.tr("Read it again"), self._files.try_again)
            self._banner.say(_TOPIC, self._changed(file), again)
        elif file.saved:
            again = Offer(self.tr("Read it again"), lambda: self._unite(file, theirs))
            self._banner.say(_TOPIC, self._changed(file), again)
        else:
            words = f"{self._changed(file)} {self.tr('You have edits that are not in it.')}"
            merge = Offer(self.tr("Merge"), lambda: self._unite(file, theirs))
            self._banner.say(_TOPIC, words, merge, self._save_as())

    def _complain(self, file: OpenProject, error: PressmarkError) -> None:
        if file is self._session.file:
            self._banner.say(_TOPIC, sentence(error), self._save_as())

    def _changed(self, file: OpenProject) -> str:
        words = self.tr("{name} was changed by another program, or on another machine.")
        return words.format(name=file.path.name)

    def _save_as(self) -> Offer:
        return Offer(self.tr("Save as…"), self._files.save_as)

    # ---- what is done about it

    def _unite(self, file: OpenProject, theirs: Reading) -> None:
        def take_in(union: Union) -> None:
            self._take_in(file, union)

        self._banner.withdraw(_TOPIC)
        task = self._tasks.run(
            lambda _task: file.united_with(theirs), take_in, self._session.refused.emit
        )
        TaskProgress(task, self.tr("Merging"), self._window)

    def _take_in(self, file: OpenProject, union: Union) -> bool:
        if file is not self._session.file:
            return False
        title = self.tr("Take in what was saved elsewhere")
        stamp = self._session.stamp()
        if self._session.change(lambda one: one.take_in(union, title, stamp)) is None:
            return False
        self._banner.withdraw(_TOPIC)
        self.taken_in.emit()
        if union.is_theirs:
            words = self.tr("{name} was read again.").format(name=file.path.name)
        else:
            words = self.tr("Your edits and those made elsewhere are one now.")
        doubts = sum(one.kind == "annotation" for one in union.merged.conflicts)
        if doubts or self._conflicts.disputes:
            self._conflicts.tell(doubts, words)
        else:
            self._notices.tell(words, self.tr("Undo"), self._session.undo)
        return True
