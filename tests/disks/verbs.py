"""The verbs on a disk that is full, holds no more files, or lets nobody write."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.store.open_project import read_project
from tests.disks.conftest import Disk

TROUBLE = {
    "fill": "is full",
    "use_up_names": "no more files",
    "write_protect": "read-only",
}
NOTE = '{"op": "set", "annotation": "A01", "note": "seen"}\n'


@pytest.fixture
def project(disk: Disk, seeds: Path) -> Path:
    path = disk.folder / "own.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path


@pytest.fixture(params=TROUBLE)
def words(request: pytest.FixtureRequest, disk: Disk, project: Path) -> str:
    """Bring trouble over the disk; return what it is to be called."""
    assert project.exists()
    getattr(disk, request.param)()
    return TROUBLE[request.param]


def verb(*words: str | Path, note: str = "") -> "subprocess.CompletedProcess[str]":
    ran = subprocess.run(
        [sys.executable, "-m", "pressmark", *map(str, words)],
        input=note,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    return ran


def commands(project: Path, seeds: Path) -> dict[str, list[str | Path]]:
    """Return what to run, by verb; all of it wants to write on the disk of `project`."""
    folder = project.parent
    return {
        "new": ["new", folder / "new.pressmark"],
        "import": ["import", project, seeds.parent / "README.md", "--format", "text"],
        "annotate": ["annotate", project],
        "export": ["export", project, "--format", "html", "--output", folder / "page.html"],
        "merge": ["merge", project, seeds / "example.pressmark", "--output", project],
    }


@pytest.mark.parametrize("name", ["new", "import", "annotate", "export", "merge"])
def test_a_verb_says_it_in_one_sentence_and_leaves_everything_as_it_was(
    disk: Disk, project: Path, seeds: Path, words: str, name: str
) -> None:
    before = project.read_bytes()
    ran = verb(*commands(project, seeds)[name], note=NOTE)
    told = ran.stderr if ran.returncode else ran.stdout.removeprefix("READY\n")
    assert words in told
    assert str(disk.folder) in told
    assert len(told.strip().split("\n")) == 1
    assert project.read_bytes() == before
    assert disk.names() == {project.name}


@pytest.mark.parametrize("name", ["new", "import", "annotate", "export", "merge"])
def test_once_the_disk_is_mended_the_verb_does_its_work(
    disk: Disk, project: Path, seeds: Path, words: str, name: str
) -> None:
    command = commands(project, seeds)[name]
    verb(*command, note=NOTE)
    assert words
    disk.mend()
    ran = verb(*command, note=NOTE)
    assert ran.returncode == 0, ran.stderr
    assert read_project(project).project.annotation_count() == 38


def test_an_import_that_only_the_journal_has_room_for_is_said_to_be_kept(
    disk: Disk, project: Path, seeds: Path
) -> None:
    before, journal = project.read_bytes(), f"{project.name}.journal"
    disk.fill(room=len(before) // 2)
    ran = verb(*commands(project, seeds)["import"])
    assert ran.returncode == 1
    assert "is full" in ran.stderr
    assert "what was done is kept in the journal" in ran.stderr
    assert len(ran.stderr.strip().split("\n")) == 1
    assert project.read_bytes() == before
    assert disk.names() == {project.name, journal}
    disk.mend()
    again = verb(*commands(project, seeds)["import"])
    assert again.returncode == 0, again.stderr
    assert len(read_project(project).project.articles) == 3
    assert disk.names() == {project.name, f"{project.name}.history"}


@pytest.mark.parametrize(("trouble", "words"), [("fill", "is full"), ("pull_out", "not there")])
def test_annotate_acknowledges_only_what_is_on_the_disk(
    disk: Disk, project: Path, trouble: str, words: str
) -> None:
    at_first = read_project(project).project.annotation("A02").note
    with subprocess.Popen(
        [sys.executable, "-m", "pressmark", "annotate", str(project), "--annotator", "Anna"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        ask = _asking(program)
        assert ask("A01", "before") == "ACK A01"
        getattr(disk, trouble)()
        answers = [ask("A02", "x" * 5000), ask("A02", "y" * 5000)]
        assert all(one.startswith("ERR ") and words in one for one in answers), answers
        assert str(disk.folder) in answers[0]
        disk.mend()
        assert ask("A03", "after") == "ACK A03"
        assert program.stdin is not None
        program.stdin.close()
        assert program.wait(timeout=120) == 0
    left = read_project(project).project
    notes = {one: left.annotation(one).note for one in ("A01", "A02", "A03")}
    assert notes == {"A01": "before", "A02": at_first, "A03": "after"}
    assert disk.names() == {project.name, f"{project.name}.history"}


def _asking(program: "subprocess.Popen[str]") -> Callable[[str, str], str]:
    """Return what sets a note and returns the answer."""
    into, out = program.stdin, program.stdout
    assert into is not None
    assert out is not None
    assert out.readline() == "READY\n"

    def ask(annotation: str, note: str) -> str:
        into.write(json.dumps({"op": "set", "annotation": annotation, "note": note}) + "\n")
        into.flush()
        return out.readline().rstrip("\n")

    return ask
