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
