from PySide6.QtCore import QTimer

from pressmark.errors import CancelledError, EditError, PressmarkError
from pressmark.ui.desk import Desk
from pressmark.ui.messages import sentence


def goes_by_itself(desk: Desk, error: PressmarkError) -> bool:
    desk.session.refused.emit(error)
    assert desk.notices.text == sentence(error)
    timer = desk.notices.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer.isActive()


def test_what_went_wrong_stays_and_what_was_stopped_goes(desk: Desk) -> None:
    assert not goes_by_itself(desk, EditError("no-article"))
    assert goes_by_itself(desk, CancelledError())
