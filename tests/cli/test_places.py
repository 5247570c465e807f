"""The verbs where one may not read or write, where the disk is full, and where nobody listens."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")

Program = Callable[..., "subprocess.CompletedProcess[str]"]
PRESSMARK = [sys.executable, "-m", "pressmark"]
WITHOUT_POWERS = ["setpriv", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"]


@pytest.fixture
def program() -> Program:
    """Run a verb as somebody whom permissions hold back: the superuser without its powers."""
    powers: list[str] = []
    if os.geteuid() == 0:
        powers = WITHOUT_POWERS
        tried = shutil.which("setpriv") and subprocess.run([*powers, "true"], check=False)
        if not tried or tried.returncode:
            pytest.skip("permissions do not hold the superuser back here")

    def run(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
        words = [*powers, *PRESSMARK, *map(str, arguments)]
        ran = subprocess.run(words, text=True, stderr=subprocess.PIPE, check=False, **options)  # type: ignore[call-overload] -- what `run` takes
        assert "Traceback" not in ran.stderr
        return ran

    return run


def refused(ran: "subprocess.CompletedProcess[str]") -> str:
    """Return the one sentence of a verb that could not do it."""
    assert ran.returncode == 1, ran
    assert ran.stderr.count("\n") == 1, ran.stderr
    return ran.stderr


@pytest.fixture
def locked_up(tmp_path: Path, example: Path) -> Iterator[Path]:
    """A folder in which nothing can be written, with the example in it."""
    folder = tmp_path / "locked up"
    folder.mkdir()
    shutil.copy(example, folder)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_file_that_may_not_be_read_is_no_wrong_usage(program: Program, example: Path) -> None:
    example.chmod(0)
    out = example.with_name("out.csv")
    for verb in (
        *(["check"], ["dump"], ["stats"], ["annotate"]),
        *(["find", "EU"], ["export", "--format", "csv", "--output", out], ["import", "x.txt"]),
    ):
        assert "may not read" in refused(program(verb[0], example, *verb[1:]))
    assert "may not read" in refused(program("new", out, "--label-set", example))


def test_in_a_folder_that_is_read_only_projects_are_read_only(
    program: Program, locked_up: Path
) -> None:
    path = locked_up / "example.pressmark"
    assert program("check", path).returncode == 0
    before = path.read_bytes()
    assert "may not" in refused(program("annotate", path, input='{"op": "undo"}\n'))
    assert "may not" in refused(program("import", path, path))
    assert "locked up" in refused(program("new", locked_up / "new.pressmark"))
    ran = program("export", path, "--format", "html", "--output", locked_up / "out.html")
    assert "locked up" in refused(ran)
    assert path.read_bytes() == before
    assert [one.name for one in locked_up.iterdir()] == ["example.pressmark"]


def test_a_file_that_is_read_only_is_not_replaced(program: Program, example: Path) -> None:
    copy = example.with_name("copy.pressmark")
    shutil.copy(example, copy)
    copy.chmod(0o444)
    before = copy.read_bytes()
    assert "may not" in refused(program("annotate", copy, input='{"op": "undo"}\n'))
    assert "may not" in refused(program("merge", copy, example, "--output", copy))
    assert copy.read_bytes() == before


def test_a_home_that_may_not_be_written_stops_nobody(
    program: Program, example: Path, home: Path
) -> None:
    home.chmod(0)
    note = json.dumps({"op": "set", "annotation": "A01", "note": "seen"})
    ran = program("annotate", example, input=note, stdout=subprocess.PIPE)
    home.chmod(0o755)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "READY\nACK A01\n", "")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no such device")
@pytest.mark.parametrize("verb", [["dump"], ["stats"], ["check", "--ids"], ["annotate"]])
def test_a_terminal_that_takes_nothing_is_named(
    program: Program, example: Path, verb: list[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        ran = program(verb[0], example, *verb[1:], stdout=full, stdin=subprocess.DEVNULL)
    assert "output cannot be" in refused(ran)
    assert not example.with_name(f"{example.name}.lock").exists()


def test_one_who_stops_listening_is_no_trouble(program: Program, example: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = program("check", example, "--ids", stdout=write)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_a_closed_stdout_is_named_in_one_sentence() -> None:
    words = ["sh", "-c", '"$@" >&-', "sh", *PRESSMARK, "formats"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr == "The output cannot be read or written (Bad file descriptor).\n"


def test_a_closed_stdin_is_the_end_of_input(example: Path) -> None:
    words = ["sh", "-c", '"$@" <&-', "sh", *PRESSMARK, "annotate", str(example)]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "READY\n", "")
