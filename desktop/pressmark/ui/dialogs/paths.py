"""Asking for files and folders."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pressmark.ui.words import translated as _tr

SUFFIX = "pressmark"


def ask_project(parent: QWidget, folder: Path, title: str = "") -> Path | None:
    """Ask which project to open, or what `title` says; None for none."""
    title, only = title or _tr("Open project"), _projects()
    return _path(QFileDialog.getOpenFileName(parent, title, str(folder), only)[0])


def ask_new_file(parent: QWidget, title: str, proposed: Path, kinds: str = "") -> Path | None:
    """Ask under which name to write; the dialog has asked about a file that is there already.

    `kinds` is a filter of Qt's, of project files unless it is given. A name without a suffix
    gets that of `proposed`.
    """
    dialog = QFileDialog(parent, title, str(proposed.parent), kinds or _projects())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return _path(chosen[0]) if chosen else None


def ask_files(parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
    """Ask for files to read."""
    return [
        Path(name) for name in QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)[0]
    ]


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder to read."""
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def _projects() -> str:
    return _tr("Pressmark projects") + f" (*.{SUFFIX})"
