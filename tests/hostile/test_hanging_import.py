"""A file that hangs its reader holds up neither the window nor its end."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.articles.pool import Pool
from pressmark.ui.desk import Desk
from tests.window import action, opened

WICKED = Path(__file__).parent / "wicked.py"


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    made = Pool(lambda: [sys.executable, str(WICKED)])
    monkeypatch.setattr("pressmark.articles.reading.POOL", made)
    yield made
    made.end()


@pytest.fixture
def project(seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / "own.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path


def annotations(desk: Desk) -> int:
    return sum(len(article.annotations) for article in desk.session.project.opened())


def test_the_window_works_on_and_closes(
    qtbot: QtBot, pool: Pool, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text("hang", encoding="ascii")
    with opened(qtbot, project) as desk:
        desk.imports.take([tmp_path / "page.html"])
        qtbot.waitUntil(lambda: bool(pool._busy))
        count = annotations(desk)
        desk.session.activate(next(iter(desk.session.project.opened())).annotations.in_order[0].id)
        action(desk, "remove").trigger()
        assert annotations(desk) == count - 1
        assert pool._busy
    assert pool._busy == []
