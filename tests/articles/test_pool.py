"""Readers that misbehave cost their file, and nothing else."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.limits import seconds_for
from pressmark.articles.pool import Pool
from pressmark.articles.seal import CALLS
from pressmark.errors import ArticleFileError, CancelledError

WICKED = Path(__file__).parent.parent / "hostile" / "wicked.py"
TEXT = Wishes(kind="text")
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory so")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(lambda: [sys.executable, str(WICKED)])
    yield made
    made.end()


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the first file one second, and those after it, for which a child has to start, more."""
    seconds = chain([1], repeat(seconds_for(0)))
    monkeypatch.setattr("pressmark.articles.pool.seconds_for", lambda _size: next(seconds))


def told(pool: Pool, deeds: str) -> list[str]:
    return [words(one) for one in pool.found_in(deeds.encode(), TEXT)]


def words(found: Found) -> str:
    return found.text if isinstance(found, Extract) else found.case


def refusal(pool: Pool, deeds: str) -> ArticleFileError:
    with pytest.raises(ArticleFileError) as caught:
        pool.found_in(deeds.encode(), TEXT)
    assert told(pool, "import_something") == ["Done."]  # the next file is read
    return caught.value


def refused(pool: Pool, deeds: str) -> str:
    return refusal(pool, deeds).case


@pytest.mark.usefixtures("hurry")
@pytest.mark.parametrize("deed", ["hang", "sleep"])
def test_a_reader_that_does_not_end_is_ended(pool: Pool, deed: str) -> None:
    assert refused(pool, deed) == "too-long"


@only_linux
@pytest.mark.parametrize("deed", ["take_memory", "take_memory_at_once"])
def test_a_reader_that_takes_all_memory_gets_no_more(pool: Pool, deed: str) -> None:
    assert refused(pool, deed) == "out-of-memory"


@pytest.mark.parametrize("deed", ["abort", "fault", "fail", "leave", "exit_politely"])
def test_a_reader_that_crashes_costs_its_file(pool: Pool, deed: str) -> None:
    assert refused(pool, deed) == "crashed"


def test_a_reader_that_goes_too_deep_says_so(pool: Pool) -> None:
    assert refused(pool, "nest") == "too-deep"


@pytest.mark.parametrize("deed", ["flood", "flood-of-one"])
def test_a_reader_that_says_too_much_is_cut_short(
    pool: Pool, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.articles.reader_process.OUTPUT", 2**22)
    found = told(pool, "flood") if deed == "flood" else [refused(pool, deed)]
    assert found[-1] == "too-much"
    assert len(found) < 5


@pytest.mark.parametrize(
    "deed",
    [
        *("read_another_file", "write", "write_beside_itself", "list_folder", "connect", "resolve"),
        *("run", "fork", "remove", "load_a_library"),
    ],
)
def test_a_reader_reaches_nothing_beyond_its_bytes(pool: Pool, deed: str) -> None:
    assert refusal(pool, deed).facts["kind"] == "PermissionError"


@pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine not in CALLS, reason="sealed on Linux only"
)
@pytest.mark.parametrize(
    "deed", ["connect_below", "run_below", "fork_below", "write_below", "remove_below"]
)
def test_nor_does_a_reader_in_c(pool: Pool, deed: str) -> None:
    assert refusal(pool, deed).facts["kind"] == "PermissionError"


def test_a_reader_may_have_threads(pool: Pool) -> None:
    assert told(pool, "start_threads") == ["Done."]


def test_what_is_printed_is_no_answer(pool: Pool) -> None:
    assert told(pool, "chatter") == ["Done."]


def test_what_came_before_a_crash_is_kept(pool: Pool) -> None:
    assert told(pool, "one abort") == ["One.", "crashed"]
    assert told(pool, "one fail") == ["One.", "crashed"]
    assert pool.found_in(b"one nest", TEXT)[-1] == PartRefused(part="", case="too-deep")


def test_a_blank_article_is_refused_where_it_stood(pool: Pool) -> None:
    assert told(pool, "blank") == ["empty", "Done."]


def test_nothing_at_all_is_no_article(pool: Pool) -> None:
    assert refused(pool, "nothing") == "no-article"


def test_answers_are_not_believed(pool: Pool) -> None:
    assert refused(pool, "zone-beyond") == "crashed"
    assert told(pool, "half-letter") == ["a\ufffdb", "Done."]


def test_cancelling_ends_the_reading_at_once(pool: Pool) -> None:
    asked = threading.Event()
    asked.set()
    with pytest.raises(CancelledError):
        pool.found_in(b"hang", TEXT, asked.is_set)
    assert told(pool, "one") == ["One.", "Done."]


def test_ending_the_pool_cancels_what_is_read(pool: Pool) -> None:
    begun = threading.Event()

    def end() -> None:
        begun.wait(20)
        pool.end()

    ended = threading.Thread(target=end)
    ended.start()
    with pytest.raises(CancelledError):
        pool.found_in(b"sleep", TEXT, lambda: (begun.set(), False)[1])
    ended.join()
    assert told(pool, "one") == ["One.", "Done."]


def test_a_child_that_fell_asleep_is_started_anew() -> None:
    drowsy = "import pressmark.articles.limits as it; it.IDLE = 0"
    code = f"{drowsy}; import runpy; runpy.run_path({str(WICKED)!r}, run_name='__main__')"
    pool = Pool(lambda: [sys.executable, "-c", code])
    for _ in range(5):
        assert told(pool, "one") == ["One.", "Done."]
    pool.end()


PROGRAM = """
import subprocess, sys
from pressmark.articles.extract import Wishes
from pressmark.articles.reader_process import ReaderProcess
from pressmark.articles.wire import Request

child = ReaderProcess([sys.executable, sys.argv[1]])
data = sys.argv[2].encode()
request = Request(wishes=Wishes(kind="text"), size=len(data), seconds=100)
for found in child.read(request, data, lambda: False):
    print(child._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells of others' ends so")
@pytest.mark.parametrize("deeds", ["one hang", "one sleep", ""])
def test_no_child_outlives_a_program_that_is_killed(deeds: str) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", PROGRAM, str(WICKED), deeds]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as program:
        assert program.stdout is not None
        child = os.pidfd_open(int(program.stdout.readline()))
        program.kill()
    ended, _, _ = select.select([child], [], [], 20)
    os.close(child)
    assert ended


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to kill with")
def test_a_child_that_somebody_kills_costs_its_file(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    class Known(subprocess.Popen[bytes]):
        def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401 -- whatever is given
            super().__init__(*words, **named)
            started.append(self.pid)

    def murderous() -> bool:
        os.kill(started[-1], signal.SIGKILL)
        return False

    pool.end()
    monkeypatch.setattr(subprocess, "Popen", Known)
    with pytest.raises(ArticleFileError, match="crashed"):
        pool.found_in(b"sleep", TEXT, murderous)
    assert told(pool, "one") == ["One.", "Done."]
