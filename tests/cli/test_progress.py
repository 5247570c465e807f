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


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1.0, "Files read: 50 of 10000"),
        (10.0, "Files read: 50 of 10000, 5 a second, 33 min left"),
        (10_000.0, "Files read: 50 of 10000, 0.005 a second, 33167 min left"),
    ],
)
def test_long_work_has_a_rate_and_an_end(
    monkeypatch: pytest.MonkeyPatch, seconds: float, said: str
) -> None:
    clock = iter([0.0, seconds, seconds])
    monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr(module, "_SHORT", 0)
    with progress("Files read") as tell:
        tell(50, 10_000)
        written = module.sys.stderr.getvalue()
    assert written.endswith(said)
