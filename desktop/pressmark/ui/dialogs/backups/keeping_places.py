"""Where backups are kept: beside the project only, or in this user's folder and a second one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.errors import ProjectFileError
from pressmark.store.backup_folders import keeps_beside, second_root
from pressmark.store.backups import backups_of
from pressmark.ui.messages import sentence
from pressmark.ui.moments import moment_words
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.plain_label import PlainLabel


class KeepingPlaces(QWidget):
    """Says where the backups of a project are kept, and asks for another place."""

    folder_asked = Signal()
    """The second folder shall be chosen."""
    folder_refused = Signal()
    """There shall be no second folder."""
    beside_asked = Signal(bool)
    """Backups shall be kept beside the project only, or not any more."""

    def __init__(self, project: Path, troubles: Sequence[ProjectFileError]) -> None:
        super().__init__()
        self._project = project
        self._troubles = troubles
        self.words = PlainLabel(role="muted")
        self.words.setWordWrap(True)
        self.choose = QPushButton()
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.folder_asked)
        self.refuse = QPushButton(self.tr("Off"))
        self.refuse.setAutoDefault(False)
        self.refuse.setAccessibleName(self.tr("No second folder"))
        self.refuse.clicked.connect(self.folder_refused)
        self.beside = QCheckBox(self.tr("Keep the backups of this project beside it only"))
        self.beside.clicked.connect(self.beside_asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.beside)
        self.show_places()

    def show_places(self) -> None:
        """Show how it is now."""
        is_beside, root = keeps_beside(self._project), second_root()
        self.beside.setChecked(is_beside)
        self.refuse.setVisible(root is not None and not is_beside)
        self.choose.setVisible(not is_beside)
        another, second = self.tr("Another folder…"), self.tr("A second folder…")
        self.choose.setText(second if root is None else another)
        if is_beside:
            self.words.setText(self.tr("Nothing of this project is kept in other folders."))
        elif root is None:
            self.words.setText(self.tr("Backups are kept in one place. A second is safer."))
        else:
            self.words.setText(self._second_words(root))

    def _second_words(self, root: Path) -> str:
        words = [self.tr("Also kept in {folder}.").format(folder=shown_path(root))]
        failed = [one for one in self._troubles if root in (one.facts.get("folder"), *_above(one))]
        if failed:
            words.append(sentence(failed[0]))
        elif not root.is_dir():
            words.append(self.tr("It is not there now."))
        made = backups_of(self._project, root)
        last = moment_words(made[-1].time.isoformat()) if made else self.tr("never")
        words.append(self.tr("Last success: {moment}.").format(moment=last))
        return " ".join(words)


def _above(error: ProjectFileError) -> Sequence[Path]:
    path = error.facts.get("path")
    return path.parents if isinstance(path, Path) else ()
