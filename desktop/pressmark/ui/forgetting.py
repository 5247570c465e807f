"""Forgetting a project: what of it lies outside its own file goes, the file stays."""

from pressmark.errors import ProjectFileError, SettingsError
from pressmark.store.exchanges import forget_exchanges
from pressmark.store.forgetting import Traces, forget, traces_of
from pressmark.store.save import real
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.confirming import is_confirmed
from pressmark.ui.preferences import Preferences
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t


class Forgetting(Worker):
    """Says what there is of the project, and removes it where somebody agrees."""

    def __init__(self, tools: Tools, preferences: Preferences) -> None:
        super().__init__(tools)
        self._preferences = preferences

    def ask(self) -> None:
        """Ask whether the project that is open shall be forgotten."""
        file = self._session.file
        if file is None:
            return
        path = real(file.path)
        name = file.project.title or path.stem
        question = self.tr("Forget “{name}”?").format(name=name)
        if not is_confirmed(
            self._window,
            self.tr("Forget this project"),
            question,
            self._words(traces_of(path), shown_path(path)),
            self.tr("Forget"),
        ):
            return
        if not self._files.leave():  # what it lacks is in its journal only
            return
        self._preferences.forget(str(path))
        try:
            forget(path)
            forget_exchanges(path)
        except (ProjectFileError, SettingsError) as error:
            self._session.refused.emit(error)
            return
        self._notices.tell(self.tr("The project is forgotten. Its file stays where it is."))

    def _words(self, traces: Traces, path: str) -> str:
        going = []
        if traces.backups:
            backups = counted(_t("{n} backup"), _t("{n} backups"), len(traces.backups))
            going.append(f"{backups} ({self._window.locale().formattedDataSize(traces.size, 1)})")
        if traces.originals:
            kept = phrases("{n} original of an article", "{n} originals of articles")
            going.append(counted(*kept, len(traces.originals)))
        if traces.journals:
            journals = counted(
                _t("{n} copy of a journal"), _t("{n} copies of journals"), len(traces.journals)
            )
            going.append(journals)
        going.append(self.tr("its place among the recent projects"))
        going.append(self.tr("where you were reading"))
        going.append(self.tr("what was exported and imported last"))
        gone = self.tr("These go, for good: {what}.").format(what=", ".join(going))
        stays = self.tr("The project is closed; its file {path} stays.").format(path=path)
        return f"{gone}\n\n{stays}"
