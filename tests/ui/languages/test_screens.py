"""Every screen in two languages that nobody speaks, and in Ukrainian: translated, and with room."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QLocale, QSize, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pressmark import paths
from pressmark.articles.tables.asking import TableColumns
from pressmark.errors import PressmarkError
from pressmark.store.bases import side_of
from pressmark.store.missing import Missing
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.report_dialog import ReportDialog, ShownReport
from pressmark.ui.dialogs.disputes import DisputesDialog
from pressmark.ui.dialogs.first_article import ask_for_place
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from pressmark.ui.dialogs.merge.proposal import propose
from pressmark.ui.dialogs.missing_records import _REASONS, MissingRecords
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.dialogs.web_address import ask_and_open
from pressmark.ui.import_report import import_report
from pressmark.ui.messages import sentence
from pressmark.ui.sentences import SENTENCES
from pressmark.ui.tasks import Task
from tests.newcomers import newcomers, told_of
from tests.ui.languages.looking import cut, data_of, untranslated
from tests.ui.languages.speaking_of import spoken
from tests.window import action, opened

LANGUAGES = ["xx-long", "xx-mirror", "uk"]
SIZES = [QSize(1440, 900), QSize(1024, 700)]
DIALOGS = [row.id for row in ACTIONS if row.text.endswith("…")] + ["keys", "about", "contents"]
ANSWERED_ELSEWHERE = {"paste"}
_TURNS = 20
"""How often a screen may be laid out anew before it counts: what is drawn beside it comes later."""


@pytest.fixture(scope="module")
def data(seeds: Path) -> str:
    return data_of(seeds)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    with spoken(qapp, request.param):
        yield request.param


@pytest.fixture(params=SIZES, ids=["large", "small"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, language: str) -> Iterator[Desk]:
    with opened(qtbot, size=request.param) as made:
        assert language in LANGUAGES
        yield made


def wrong(screen: QWidget, data: str) -> list[str]:
    found: set[str] = set()
    for turn in range(_TURNS):  # what is laid out may ask for more room
        QApplication.processEvents()
        found = {*cut(screen)}
        if turn > 1 and not found:
            break
    if QLocale().language() != QLocale.Language.Ukrainian:  # its catalogue has a test of its own
        found |= {*untranslated(screen, data)}
    return sorted(found)


def tell(found: dict[str, list[str]]) -> None:
    """Fail with a line for each thing that is wrong, named once, with the screens it is on."""
    where: dict[str, list[str]] = {}
    for screen, lines in found.items():
        for line in lines:
            where.setdefault(line, []).append(screen)
    if where:
        lines = [f"{line}   ({', '.join(screens)})" for line, screens in sorted(where.items())]
        pytest.fail("\n".join(lines), pytrace=False)


def test_the_window(desk: Desk, data: str) -> None:
    found = {"article": wrong(desk.window, data)}
    article = desk.session.article
    assert article is not None
    for annotation in article.annotations.in_order[:8]:
        desk.session.activate(annotation.id)
        found[annotation.id] = wrong(desk.window, data)
    desk.article_list.view.selectAll()
    found["several"] = wrong(desk.window, data)
    tell(found)


def test_the_docks(desk: Desk, data: str) -> None:
    found = {}
    for dock_id in desk.docks._ids:
        desk.docks.open(dock_id)
        found[dock_id] = wrong(desk.window, data)
    tell(found)


def test_the_other_pages(desk: Desk, data: str) -> None:
    found = {}
    for page in ("side-by-side", "overview", "focus", "find", "tour"):
        action(desk, page).trigger()
        found[page] = wrong(desk.window, data)
        if action(desk, page).isCheckable():
            action(desk, page).trigger()
    tell(found)


def looked_at(look: Callable[[QWidget], None], over: QWidget, do: Callable[[], object]) -> None:
    """Do something that opens dialogs: look at each once it has settled, and leave it."""
    seen: list[QWidget] = []
    calm = 0
    timer, loop = QTimer(interval=40), QEventLoop()

    def visit() -> None:
        nonlocal calm
        screen = _above(over)
        calm = 0 if screen else calm + 1
        if calm > 3:
            loop.quit()
        if screen is None:
            return
        if screen in seen:
            if not isinstance(screen, QFileDialog | QPrintDialog):  # these are Qt's
                look(screen)
            screen.reject() if isinstance(screen, QDialog) else screen.close()
        seen.append(screen)

    timer.timeout.connect(visit)
    timer.start()
    do()
    loop.exec()
    timer.stop()


def _above(over: QWidget) -> QWidget | None:
    """Return the window that stands before the main window, if there is one."""
    first = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))
    return first or next((one for one in windows if one.isVisible() and one is not over), None)


@pytest.mark.parametrize("desk", SIZES[1:], indirect=True, ids=["small"])
def test_the_dialogs(desk: Desk, data: str) -> None:
    found: dict[str, list[str]] = {}
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)

    def look(screen: QWidget) -> None:
        found.setdefault(type(screen).__name__, []).extend(wrong(screen, data))

    for action_id in DIALOGS:
        if action(desk, action_id).isEnabled() and action_id not in ANSWERED_ELSEWHERE:
            looked_at(look, desk.window, action(desk, action_id).trigger)
    tell(found)
    assert {"AboutDialog", "BackupsDialog", "ExportDialog", "HelpWindow"} <= found.keys()


@pytest.mark.parametrize("desk", SIZES[1:], indirect=True, ids=["small"])
def test_what_comes_unasked(desk: Desk, data: str) -> None:
    side = side_of(paths.seed("example.pressmark"))
    over = desk.window
    missing = [
        Missing(what="annotation", id="A01", article="a", line=3, reason=reason)
        for reason in _REASONS
    ]
    dialogs = [
        MergeDialog(propose(side, side), over),
        MissingRecords(missing, desk.session, over),
        DisputesDialog(desk.session, over),
        TaskProgress(Task(over), over.tr("Merging"), over),
    ]
    found: dict[str, list[str]] = {}
    for dialog in dialogs:
        dialog.show()
        found[type(dialog).__name__] = wrong(dialog, data)
        dialog.hide()
        dialog.deleteLater()
    boxes = {
        "place": lambda: ask_for_place(over),
        "address": lambda: ask_and_open("https://example.org/a", over),
    }
    for name, box in boxes.items():
        looked_at(lambda screen, at=name: found.update({at: wrong(screen, data)}), over, box)
    tell(found)
    assert found.keys() >= boxes.keys()


@pytest.mark.parametrize("desk", SIZES[1:], indirect=True, ids=["small"])
def test_the_preview_of_articles(desk: Desk, data: str) -> None:
    project = desk.session.project
    columns = TableColumns(header=("Head", "Body"), columns={"text": "Body"})
    every = newcomers(project)
    occasion = Occasion(every, project, lambda *_: [], lambda *_: columns)
    dialog = ImportDialog(occasion, desk.tasks, desk.window)
    dialog.resize(SIZES[1])
    dialog.show()
    found = {}
    shown = data + told_of(every)
    for row, one in enumerate(every):
        dialog.list.view.choose_only(dialog.list.rows.index(row))
        found[f"preview of {one.name}"] = wrong(dialog, shown)
    dialog.list.view.selectAll()
    found["preview of several"] = wrong(dialog, shown)
    reports = [ShownReport("1", lambda: import_report(every, project).text)]
    report = ReportDialog(reports, desk.window)
    report.show()
    found["report"] = wrong(report, shown)
    report.reject()
    dialog.reject()
    dialog.deleteLater()
    tell(found)


@pytest.mark.parametrize("desk", SIZES[1:], indirect=True, ids=["small"])
def test_what_is_told(desk: Desk, data: str) -> None:
    found = {}
    for code in sorted(SENTENCES):
        words = sentence(PressmarkError(code, path=Path("x.pressmark")))
        desk.notices.warn(words)
        found[code] = wrong(desk.notices, data)
    tell(found)
