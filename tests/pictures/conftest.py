import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pressmark.store.settings import Settings, write_settings


@pytest.fixture(autouse=True)
def _the_same_everywhere(
    home: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Have one name, one time zone, no blinking caret, whoever runs this wherever."""
    del home  # settings go there
    write_settings(Settings(annotator_id="me", annotator_name="analyst-1"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(flash)
    monkeypatch.undo()
    time.tzset()
