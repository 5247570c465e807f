"""Visits every screen of the window on a project, and leaves: run as a program of its own.

    python -m tests.hostile.visit PROJECT [SPOT]

prints the names of the screens. With one of `SPOTS` it only shows the project's title in one of
the ways of Qt that take it for markup.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QPdfWriter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from pressmark.edits.frame import RenameProject
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.store.glimpse import glimpse
from pressmark.ui import imports
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.amend.amend_dialog import AmendDialog
from pressmark.ui.dialogs.first_article import Place
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.furnishing import furnish
from pressmark.ui.main_window import MainWindow
from pressmark.ui.start import open_first

_LEFT_OUT = {"close", "reset", "example", "remove-article", "print"}
"""Actions that would end the visit, or bring another project; printing asks the system's print
service for printers, whatever the project holds."""

_MODAL_MS, _PATIENCE_MS = 20, 60_000


def main(path: Path, spot: str) -> None:
    """Visit everything, or the one spot."""
    application = QApplication([])
    window = MainWindow(glimpse())
    window.resize(1440, 900)
    window.show()
    desk = furnish(window)
    open_first(desk, path)
    closing = QTimer(interval=_MODAL_MS)
    closing.timeout.connect(_close_modal)
    closing.start()
    if spot:
        SPOTS[spot](desk.session.project.title)
        _settle()
    else:
        for screen in _screens(desk):
            _look(window)
            sys.stdout.write(f"{screen}\n")
    sys.stdout.writelines(f"dialog {name}\n" for name in _SEEN)
    closing.stop()
    window.put_away()
    application.closeAllWindows()


def _label(words: str) -> None:
    _KEPT.append(QLabel(words))
    _KEPT[-1].show()


def _message_box(words: str) -> None:
    _KEPT.append(QMessageBox(QMessageBox.Icon.Warning, "", words))
    _KEPT[-1].show()


def _tooltip(words: str) -> None:
    QToolTip.showText(QPoint(10, 10), words)


def _editor(words: str) -> None:
    offered = _offered(words)
    _KEPT.append(QTextEdit())
    _KEPT[-1].insertFromMimeData(offered)
    _KEPT[-1].show()


SPOTS = {"label": _label, "message-box": _message_box, "tooltip": _tooltip, "editor": _editor}
_KEPT: list[QWidget] = []


def _screens(desk: Desk) -> Iterator[str]:
    """Go from screen to screen; each is looked at when its name has been yielded."""
    session = desk.session
    QApplication.clipboard().setMimeData(_offered(session.project.title))
    for article in session.project.shelf():
        session.open_article(article.head.id)
        yield f"article {article.head.id}"
        for annotation in article.open().annotations:
            session.show(annotation.id)
            desk.view.scroll_to_span(annotation.span)
            yield f"annotation {annotation.id}"
    for menu in desk.window.menuBar().findChildren(QMenu):
        menu.popup(QPoint(0, 0))
        yield f"menu {menu.title()}"
        menu.close()
    for row in ACTIONS:
        if row.id not in _LEFT_OUT and row.when(desk):
            row.do(desk)
            yield f"action {row.id}"
            _close_others(desk.window)
    yield from _notices(desk)
    yield from _found(desk)
    yield from _merged(desk)
    yield from _amended(desk)
    yield from _imported(desk)
    yield from _papers(desk)
    yield from _pasted(desk)


def _notices(desk: Desk) -> Iterator[str]:
    """Have everything refused that names something of the project."""
    words = desk.session.project.title
    for error in (
        ProjectFileError("missing", path=Path(words)),
        ProjectFileError("damaged", path=Path(words), where=words, reason=words),
        PressmarkError(words, id=words, reason=words),
    ):
        desk.session.refused.emit(error)
        yield f"notice {error.case[:20]}"
    desk.notices.tell(words, words)
    yield "notice"
    show_lines(words, [words], desk.window)
    yield "lines"
    _close_others(desk.window)


def _found(desk: Desk) -> Iterator[str]:
    """Look for what stands in the markup, in every article."""
    desk.finding.find_everywhere()
    panel = desk.finding.panel
    panel.query.field.setText("bold")
    _wait(lambda: panel.rows.rowCount() > 0 and not panel.rows.is_searching)
    yield "found"


def _merged(desk: Desk) -> Iterator[str]:
    """Look at what merging a file would do that has everything else changed."""
    path = desk.session.file.path
    theirs = path.with_name("theirs.pressmark")
    words = desk.session.project.title
    theirs.write_bytes(path.read_bytes().replace(b'"flag": false', b'"flag": true'))
    desk.merging.take(theirs)
    _wait(lambda: "MergeDialog" in _SEEN)
    desk.session.commit("Rename", RenameProject(f"{words} again"))
    yield "merging"


def _amended(desk: Desk) -> Iterator[str]:
    """Look at another text of the article beside its own, and what becomes of annotations."""
    article = desk.session.article
    later = replace(article, text=article.text[: len(article.text) // 2])
    dialog = AmendDialog(desk.session.project, article, "version", desk.tasks, desk.window)
    dialog.compare_with(lambda: later)
    dialog.skip_text()
    dialog.show()
    _wait(dialog.apply.isEnabled)
    yield "amending"
    dialog.reject()


def _wait(reached: Callable[[], bool]) -> None:
    waiting = QElapsedTimer()
    waiting.start()
    while not reached() and waiting.elapsed() < _PATIENCE_MS:
        QApplication.processEvents()
    if not reached():
        raise TimeoutError


def _imported(desk: Desk) -> Iterator[str]:
    """Take in files whose names and texts are markup, of an encoding that has to be guessed."""
    path = desk.session.file.path.with_name("<img src=beacon.png>.txt")
    path.write_bytes(f"{desk.session.project.title} caf\u00e9".encode("cp1252"))
    imports.ask_for_place = lambda _parent: Place.EXAMPLE
    desk.imports.take([path, path.with_name("<img src=beacon.png>")])
    _wait(lambda: "ImportDialog" in _SEEN)
    yield "importing"


def _papers(desk: Desk) -> Iterator[str]:
    """Print, and write the page for colleagues."""
    folder = desk.session.file.path.parent
    desk.printing.print_on(QPdfWriter(str(folder / "printed.pdf")))
    yield "printed"


def _pasted(desk: Desk) -> Iterator[str]:
    """Paste rich text into every field, and drop it on the window."""
    for shown in ("A07", ""):
        desk.session.show(shown) if shown else desk.session.activate("")
        _settle()
        for field in desk.window.findChildren(QWidget):
            if isinstance(field, QLineEdit | QPlainTextEdit) and field.isVisible():
                field.paste()
        desk.view.paste()
        yield f"pasted {shown or 'into the article page'}"
    offered, place = _offered(desk.session.project.title), QPointF(9, 9)
    how = (offered, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copying = Qt.DropAction.CopyAction
    for target in (desk.window, desk.view.viewport()):
        QApplication.sendEvent(target, QDragEnterEvent(place.toPoint(), copying, *how))
        QApplication.sendEvent(target, QDropEvent(place, copying, *how))
        yield f"dropped on {type(target).__name__}"


def _offered(words: str) -> QMimeData:
    """Return what a browser puts on the clipboard."""
    offered = QMimeData()
    offered.setHtml(words)
    offered.setText(words)
    return offered


def _look(window: QWidget) -> None:
    _settle()
    told = [widget.toolTip() for widget in QApplication.allWidgets()]
    told += [action.toolTip() for action in window.findChildren(QAction)]
    for view in window.findChildren(QAbstractItemView):
        rows = view.model()
        for row in range(rows.rowCount() if rows else 0):
            told.append(str(rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or ""))
    for words in dict.fromkeys(filter(None, told)):
        if words not in _TOLD:
            _TOLD.add(words)
            QToolTip.showText(QPoint(10, 10), words)
            _settle()
    QToolTip.hideText()


_TOLD: set[str] = set()
_SEEN: set[str] = set()
"""The tooltips, and the classes of the dialogs, that were looked at."""


def _settle() -> None:
    """Let everything be laid out and painted."""
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.grab()
    QApplication.processEvents()


def _close_modal() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog) and not isinstance(dialog, TaskProgress):
        _SEEN.add(type(dialog).__name__)
        _look(dialog)
        dialog.reject()


def _close_others(window: QWidget) -> None:
    for other in QApplication.topLevelWidgets():
        if other is not window and isinstance(other, QDialog | QMenu):
            other.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "".join(sys.argv[2:]))
