"""What every test stands on: its own home, the example's files, and a clean place afterwards."""

import gc
import json
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from tests import leftovers

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_finish() -> None:
    """Keep the collector, and the search for what is left over, off what all tests share."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the two seed articles and the finished example project."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def golden() -> Path:
    """Return the folder of the files that results are compared with."""
    return ROOT / "tests" / "golden"


@pytest.fixture(scope="session")
def gold(golden: Path) -> dict[str, Any]:
    """Return the worked annotation of the two seeds, as its JSON says it."""
    worked: dict[str, Any] = json.loads((golden / "seed_gold.json").read_text(encoding="utf-8"))
    return worked


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of real annotated news, which lies beside the checkout or nowhere."""
    folder = ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora are not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, so that no real settings are read or written."""
    # Not by `mktemp`, which looks at all folders there are to find a new name.
    folder = tmp_path_factory.getbasetemp() / "homes" / str(next(_NUMBERS))
    folder.mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in ("APPDATA", "LOCAL_APPDATA", "PERSONAL"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(folder / name.lower()))
    # Shared by all tests: programs they start would build the font cache again and again.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    return folder


_NUMBERS = count()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Have it wait long for what is to come: the machine may be busy with other things."""
    for name in ("waitActive", "waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=_PATIENCE))
    return qtbot


_PATIENCE = 30_000  # milliseconds


@pytest.fixture
def expect_log() -> Callable[[str], None]:
    """Return a function that says which warning a test expects to be logged, as a regex.

    An expected warning that does not come fails the test, as an unexpected one does.
    """
    return _EXPECTED.append


_EXPECTED: list[str] = []


@pytest.fixture(autouse=True)
def _log_is_quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test on a warning that nobody expected."""
    _EXPECTED.clear()
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    logged = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [line for line in logged if not any(re.search(p, line) for p in _EXPECTED)]
    missing = [p for p in _EXPECTED if not any(re.search(p, line) for line in logged)]
    assert not unexpected, f"logged, and not expected: {unexpected}"
    assert not missing, f"expected, and not logged: {missing}"


@pytest.fixture(autouse=True)
def _nothing_is_left_over() -> Iterator[None]:
    """Fail the test that leaves a thread, a window, a running timer or a Qt thread behind."""
    threads = set(threading.enumerate())
    windows = leftovers.windows()
    yield
    left = leftovers.clear_qt(windows) + leftovers.threads(threads)
    assert not left, f"left behind: {left}"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name tests of packed bytes by their argument: archives hold the time they were made."""
    is_packed = isinstance(val, bytes) and (b"PK\x03\x04" in val or val.startswith(b"\x1f\x8b"))
    return argname if is_packed else None
