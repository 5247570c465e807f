"""Taking in what somebody brings: files, folders, what is dropped or pasted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, SignalInstance
from PySide6.QtGui import QGuiApplication

from pressmark.articles.kinds import SUFFIXES as ARTICLES
from pressmark.errors import EditError
from pressmark.ui.article_imports import ArticleImports
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.first_article import Place, ask_for_place
from pressmark.ui.dialogs.paths import SUFFIX, ask_files, ask_folder
from pressmark.ui.offered import offered_by
from pressmark.ui.preferences import Preferences
from pressmark.ui.set_imports import SUFFIXES as SETS
from pressmark.ui.set_imports import SetImports, annotation_sets


class Imports(Worker):
    """Brings articles and annotation sets into the project, or opens what is a project itself."""

    def __init__(self, tools: Tools, preferences: Preferences) -> None:
        super().__init__(tools)
        self._fills_example = False
        self._articles = ArticleImports(tools, preferences)
        self._sets = SetImports(tools)

    @property
    def originals_kept(self) -> SignalInstance:
        """The signal that the files of an import are within reach."""
        return self._articles.originals_kept

    def show_report(self) -> None:
        """Show what became of the last import of articles."""
        self._articles.show_report()

    def ask_files(self) -> None:
        """Ask for files and take them in."""
        endings = " ".join(f"*{suffix}" for suffix in dict.fromkeys((*ARTICLES, *SETS)))
        kinds = self.tr("Articles, annotation sets") + f" ({endings})"
        kinds += ";;" + self.tr("All files") + " (*)"
        self.take(ask_files(self._window, self.tr("Import articles"), self._files.folder(), kinds))

    def ask_folder(self) -> None:
        """Ask for a folder and take in what is in it."""
        title = self.tr("Import a folder")
        folder = ask_folder(self._window, title, self._files.folder())
        self.take([folder] if folder else [])

    def paste(self) -> None:
        """Take in what the clipboard holds: files, or text as an article."""
        offered: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self.take_offered(QMimeData() if offered is None else offered)

    def take_offered(self, offered: QMimeData) -> None:
        """Take in files, or else words, of the clipboard or of a drop; never anything richer."""
        found = offered_by(offered)
        if found.paths:
            self.take(found.paths)
        elif found.address:
            self._notices.tell(
                self.tr(
                    "Pressmark fetches nothing from the web. Save the page in the browser and drop "
                    "the file here."
                )
            )
        elif not found.html and not found.text:
            self._notices.tell(self.tr("Here are neither words nor files that could come in."))
        elif self._has_place():
            if found.html:
                self._articles.take_html(found.html, found.text)
            else:
                self._articles.take_text(found.text)

    def take(self, sources: Sequence[Path]) -> None:
        """Take in articles and annotation sets, in the background; open what is a project."""
        if len(sources) == 1 and sources[0].suffix == f".{SUFFIX}":
            self._files.open_path(sources[0])
            return
        if not sources or not self._has_place():
            return
        sets = annotation_sets(sources)
        sources = [path for path in sources if path not in sets]
        if sources:
            self._articles.take_files(sources)
        self._sets.take(sets)

    def _has_place(self) -> bool:
        """Make sure that there is a project to take articles into: the example is for looking."""
        if not self._session.writable:
            case = "read-only" if self._session.file else "nothing-open"
            self._session.refused.emit(EditError(case))
            return False
        if self._fills_example or not self._files.is_example():
            return True
        place = ask_for_place(self._window)
        self._fills_example = place is Place.EXAMPLE
        return self._fills_example or (place is Place.NEW_PROJECT and self._files.new())
