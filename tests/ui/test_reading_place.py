from PySide6.QtCore import QTimer

from pressmark.store.save import real
from pressmark.store.state import read_state
from pressmark.ui.desk import Desk
from pressmark.ui.reading_place import _EVERY, ReadingPlace


def test_it_is_kept_now_and_then_should_the_program_be_killed(desk: Desk) -> None:
    file = desk.session.file
    place = desk.window.findChild(ReadingPlace)
    assert file is not None
    assert place is not None
    timer = place.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == _EVERY <= 60_000
    desk.view.select(20, 20)
    timer.timeout.emit()
    kept = read_state().places[str(real(file.path))]
    assert (kept.article, kept.caret) == (desk.session.article_id, 20)
    desk.files.leave()
    assert not timer.isActive()


def test_each_project_is_listed_as_it_was_left(desk: Desk) -> None:
    file = desk.session.file
    assert file is not None
    picked = frozenset({("state", "new"), ("source", "Ukrinform")})
    desk.article_list.arrange("title", picked)
    desk.files.leave()
    desk.article_list.arrange("imported", frozenset())
    desk.files.open_path(file.path)
    assert desk.article_list.arrangement == ("title", picked)
    assert len(desk.article_list.order()) == 1
