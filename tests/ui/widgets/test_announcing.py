import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.widgets.announcing import announce


@pytest.mark.parametrize(
    ("is_urgent", "politeness"),
    [
        (False, QAccessible.AnnouncementPoliteness.Polite),
        (True, QAccessible.AnnouncementPoliteness.Assertive),
    ],
)
def test_words_are_announced(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    *,
    is_urgent: bool,
    politeness: QAccessible.AnnouncementPoliteness,
) -> None:
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        said.append((event.message(), event.politeness()))

    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    announce(widget, "2 of 3", is_urgent=is_urgent)
    assert said == [("2 of 3", politeness)]
