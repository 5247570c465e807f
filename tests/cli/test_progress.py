import io

import pytest

from pressmark.cli import progress as module
from pressmark.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, short: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_SHORT", short)
    with progress("Articles checked") as tell:
        tell(1, 2)
    return stream.getvalue()


def test_who_watches_long_work_is_told_and_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), -1) == "\r\x1b[KArticles checked: 1 of 2\r\x1b[K"


def test_short_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), 1000) == ""


def test_where_nobody_watches_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), -1) == ""


def test_a_closed_stderr_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    with progress("Articles checked") as tell:
        tell(1, 2)
