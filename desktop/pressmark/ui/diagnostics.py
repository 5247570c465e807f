"""What a report of a fault needs: versions, places and counts, and never a word of an article."""

import platform
import sys
from collections.abc import Iterator

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from pressmark import __version__
from pressmark.paths import log_folder, settings_folder, state_folder
from pressmark.ui.session import Session
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.theme.appearance import current_theme


def diagnostics(session: Session) -> str:
    """Return a text of a few lines, with ids and counts."""
    return "\n".join(f"{name}: {value}" for name, value in _facts(session))


def _facts(session: Session) -> Iterator[tuple[str, object]]:
    yield "Pressmark", __version__
    yield "Python", sys.version.partition(" ")[0]
    yield "PySide6", f"{pyside_version}, Qt {qVersion()}"
    yield "System", f"{platform.platform()}, {QGuiApplication.platformName()}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield "Screen", f"{size.width()} x {size.height()} at {screen.devicePixelRatio():g}"
    yield "Theme", current_theme().name
    for name, folder in (
        ("Settings", settings_folder()),
        ("State", state_folder()),
        ("Log", log_folder()),
    ):
        yield name, shown_path(folder)
    yield from _of_project(session)


def _of_project(session: Session) -> Iterator[tuple[str, object]]:
    file = session.file
    if file is None:
        yield "Project", "none"
        return
    project = file.project
    yield "Project", project.id
    yield "File", shown_path(file.path.parent / f"*{file.path.suffix}")
    yield "Read-only", file.read_only or "no"
    yield "Articles", len(project.articles)
    yield "Annotations", project.annotation_count()
    yield "Relations", len(project.relations)
    yield "Steps", f"{file.seq}, kept {file.kept_seq}, {'saved' if file.saved else 'unsaved'}"
    yield "Restored steps", len(file.opening.restored)
    yield "Findings", len(file.opening.findings)
    yield "Article", session.article_id or "none"
    yield "Annotation", session.annotation.id if session.annotation else "none"
