import weakref
from pathlib import Path

from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk


def test_the_project_before_is_let_go_whole(
    qtbot: QtBot, desk: Desk, tmp_path: Path, seeds: Path
) -> None:
    other = tmp_path / "other.pressmark"
    other.write_bytes((seeds / "example.pressmark").read_bytes())
    before = weakref.ref(desk.session.project.articles[desk.session.article_id])
    assert desk.files.open_path(other)
    # What looks through it beside the window may have it for a moment longer.
    qtbot.waitUntil(lambda: before() is None)
