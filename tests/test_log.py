import logging
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressmark.errors import EditError
from pressmark.log import start_log, stop_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = start_log(tmp_path / "logs")
    assert path is not None
    yield path
    stop_log()


def test_what_happens_is_written_with_where_it_happened(log: Path) -> None:
    logging.getLogger("pressmark.store.save").info("saved %s", "id-1")
    assert "INFO pressmark.store.save: saved id-1" in log.read_text(encoding="utf-8")


def test_the_words_of_an_exception_stay_out_of_the_log(
    log: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("it failed")
    try:
        {}["what the minister said"]
    except KeyError:
        logging.getLogger("pressmark").exception("it failed")
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "in test_the_words" in written
    assert "minister" not in written.replace('{}["what the minister said"]', "")


def refuse() -> None:
    raise EditError("no-label", id="claim")


def test_code_and_facts_of_an_own_error_are_written(
    log: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("refused")
    try:
        refuse()
    except EditError:
        logging.getLogger("pressmark").exception("refused")
    assert "no-label" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders private itself")
def test_nobody_else_can_read_it(log: Path) -> None:
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_without_a_place_for_it_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    assert start_log(tmp_path / "taken") is None


def test_the_log_lies_in_this_users_folder(home: Path) -> None:
    path = start_log()
    stop_log()
    assert path is not None
    assert path.is_relative_to(home)
