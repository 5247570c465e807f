import subprocess
import sys
from pathlib import Path

import pytest

import pressmark as package
from tests.cli.conftest import Pressmark


def test_the_version(pressmark: Pressmark) -> None:
    assert pressmark("--version").out == f"pressmark {package.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["new"],
        ["check", "x.pressmark", "--loudly"],
        ["export", "x.pressmark", "--format", "stone-tablet", "--output", "x"],
        ["find", "x.pressmark"],
        ["import", "x.pressmark", "x.txt", "--encoding", "klingon"],
        ["x.pressmark", "--loudly"],
    ],
)
def test_wrong_usage_ends_with_2(pressmark: Pressmark, arguments: list[str]) -> None:
    assert pressmark(*arguments).status == 2


@pytest.mark.parametrize(
    "verb", ["new", "import", "annotate", "export", "formats", "check", "dump", "find", "stats"]
)
def test_every_verb_explains_itself(pressmark: Pressmark, verb: str) -> None:
    run = pressmark(verb, "--help")
    assert run.status == 0
    assert "Usage: pressmark" in run.out


def test_a_verb_runs_without_qt() -> None:
    code = (
        "import sys; from pressmark.__main__ import main\n"
        "try: main(['formats'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_new_project_is_there_at_once_and_never_overwrites(
    pressmark: Pressmark, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pressmark"
    assert pressmark("new", path, "--title", "Mine").status == 0
    assert pressmark("dump", path).json["title"] == "Mine"
    before = path.read_bytes()
    again = pressmark("new", path)
    assert again.status == 1
    assert "exists already" in again.err
    assert path.read_bytes() == before


def test_a_new_project_in_a_folder_that_is_not_there_is_refused(
    pressmark: Pressmark, tmp_path: Path
) -> None:
    run = pressmark("new", tmp_path / "nowhere" / "x.pressmark")
    assert run.status == 1
    assert "nowhere" in run.err
    assert not (tmp_path / "nowhere").exists()


def test_a_new_project_may_have_a_label_set_of_its_own(
    pressmark: Pressmark, tmp_path: Path
) -> None:
    labels = tmp_path / "labels.json"
    labels.write_text('{"name": "mine", "labels": [{"id": "rumour", "title": "Rumour"}]}', "utf-8")
    path = tmp_path / "mine.pressmark"
    assert pressmark("new", path, "--label-set", labels).status == 0
    assert [one["id"] for one in pressmark("dump", path).json["label_set"]["labels"]] == ["rumour"]


def test_a_file_name_that_is_no_text_gives_a_title_all_the_same(
    pressmark: Pressmark, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pressmark"
    assert pressmark("new", path, "--title", "\udcff\x1b").status == 0
    assert pressmark("dump", path).json["title"] == "\ufffd\x1b"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "is not there"),
        (b"", "ends too early at line 1, column 1"),
        (b"\xff", "not UTF-8"),
        (b"{}", "is missing at name"),
        (b'{"name": "x", "labels": [{"id": "a b", "title": "A"}]}', "at labels, id a b"),
    ],
)
def test_what_is_no_label_set_is_named(
    pressmark: Pressmark, tmp_path: Path, content: bytes | None, words: str
) -> None:
    labels = tmp_path / "labels.json"
    if content is not None:
        labels.write_bytes(content)
    run = pressmark("new", tmp_path / "mine.pressmark", "--label-set", labels)
    assert (run.status, run.out) == (1, "")
    assert words in run.err
    assert not (tmp_path / "mine.pressmark").exists()
