from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from pressmark.edits.frame import RenameProject
from pressmark.errors import CancelledError, EditError, PressmarkError, ProjectFileError
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


def test_that_it_could_not_be_saved_is_said_until_it_is(desk: Desk) -> None:
    file = desk.session.file
    assert file is not None
    desk.session.commit("Rename project", RenameProject("Mine"))
    desk.session.refused.emit(ProjectFileError("disk-full", path=file.path))
    desk.session.keeping_changed.emit()
    assert "full" in desk.notices.text
    desk.files.save()
    assert desk.notices.text == ""


def test_what_is_said_of_another_file_stays_and_offers_no_other_name(
    desk: Desk, tmp_path: Path
) -> None:
    desk.session.refused.emit(ProjectFileError("disk-full", path=tmp_path / "export.html"))
    desk.session.commit("Rename project", RenameProject("Mine"))
    desk.files.save()
    assert str(tmp_path) in desk.notices.text
    buttons = [one.text() for one in desk.notices.findChildren(QPushButton) if one.isVisible()]
    assert "Save as…" not in buttons
