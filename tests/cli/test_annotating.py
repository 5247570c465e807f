import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store.open_project import OpenProject
from tests.cli.conftest import Pressmark


class Annotate:
    """A running `pressmark annotate`, spoken to line by line."""

    def __init__(self, project: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pressmark", "annotate", str(project), "--annotator", "Anna"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def listen(self) -> str:
        out: IO[bytes] | None = self.process.stdout
        assert out is not None
        return out.readline().decode().rstrip("\n")

    def ask(self, **request: object) -> str:
        return self.ask_raw(json.dumps(request))

    def ask_raw(self, line: str) -> str:
        into = self.process.stdin
        assert into is not None
        into.write(line.encode() + b"\n")
        into.flush()
        return self.listen()

    def end(self) -> tuple[int, str]:
        _, err = self.process.communicate(timeout=120)
        return self.process.returncode, err.decode()


@pytest.fixture
def annotate(example: Path) -> Iterator[Annotate]:
    running = Annotate(example)
    assert running.listen() == "READY"
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


@pytest.fixture
def article(example: Path) -> str:
    first: str = json.loads(example.read_bytes())["articles"][0]["id"]
    return first


def test_every_request_is_acknowledged_and_saved_at_the_end(
    annotate: Annotate, article: str, example: Path, pressmark: Pressmark
) -> None:
    answers = [
        annotate.ask(op="add", article=article, label="claim", fragments=[[160, 194]], id="new"),
        annotate.ask(op="move", annotation="new", fragments=[[160, 180], [181, 194]]),
        annotate.ask(op="relabel", annotation="new", label="quote"),
        annotate.ask(
            op="set",
            annotation="new",
            note="look",
            attributes={"form": "direct", "speaker": {"entities": ["eu"], "implicit": True}},
        ),
        annotate.ask(op="set", annotation="new", attributes={"form": None}),
        annotate.ask(op="relate", **{"type": "same-statement-as", "from": "new", "to": "A01"}),
        annotate.ask(op="undo"),
        annotate.ask(op="redo"),
        annotate.ask(op="remove", annotation="A02"),
    ]
    assert [answer.split()[0] for answer in answers] == ["ACK"] * 9
    assert answers[0] == "ACK new"
    assert annotate.end() == (0, "")
    saved = pressmark("dump", example).json
    made = {one["id"]: one for each in saved["articles"] for one in each["annotations"]}
    assert made["new"]["fragments"] == [[160, 180], [181, 194]]
    assert made["new"]["attributes"] == {"speaker": {"entities": ["eu"], "implicit": True}}
    assert made["new"]["note"] == "look"
    assert "A02" not in made
    anna = next(one["id"] for one in saved["annotators"] if one["name"] == "Anna")
    assert made["new"]["annotator"] == anna
    assert not example.with_name(example.name + ".lock").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", ""),
        ("[]", ""),
        ('{"op": "dance"}', ""),
        ('{"op": "remove", "annotation": "gone"}', "gone"),
        ('{"op": "remove", "annotation": "A01", "annotation": "A02"}', ""),
        ('{"op": "move", "annotation": "A01", "fragments": [[5, 5]]}', "5-5"),
        ('{"op": "move", "annotation": "A01", "fragments": [[0, 999999]]}', "999999"),
        ('{"op": "move", "annotation": "A01", "fragments": [["0", 9]]}', ""),
        ('{"op": "move", "annotation": "A01", "fragments": [[0, 9.0]]}', ""),
        ('{"op": "move", "annotation": "A01", "fragments": [[0, NaN]]}', ""),
        ('{"op": "relabel", "annotation": "A01", "label": "rumour"}', "rumour"),
        ('{"op": "set", "annotation": "A01"}', "nothing"),
        ('{"op": "set", "annotation": "A01", "attributes": {"form": "sideways"}}', "form"),
        ('{"op": "set", "annotation": "A01", "attributes": {"speaker": "EU"}}', "speaker"),
        ('{"op": "relate", "type": "denies", "from": "A01", "to": "A02"}', "denies"),
        ('{"op": "relate", "type": "hints", "from": "A01", "to": "A02"}', "hints"),
        ('{"op": "relate", "type": "attributed-to", "from": "A01", "entity": "moon"}', "moon"),
        ('{"op": "undo"}', "nothing to undo"),
        ('{"op": "redo"}', "nothing to redo"),
    ],
)
def test_what_cannot_be_done_is_said_on_one_line_and_changes_nothing(
    annotate: Annotate, example: Path, pressmark: Pressmark, line: str, words: str
) -> None:
    answer = annotate.ask_raw(line)
    assert answer.startswith("ERR ")
    assert words in answer
    assert annotate.ask(op="set", annotation="A01", note="still alive") == "ACK A01"
    assert annotate.end()[0] == 0
    after = pressmark("dump", example).json
    assert sum(len(one["annotations"]) for one in after["articles"]) == 38


def test_a_project_that_is_open_elsewhere_is_left_alone(annotate: Annotate, example: Path) -> None:
    second = Annotate(example)
    status, err = second.end()
    assert status == 1
    assert "open elsewhere" in err
    assert annotate.ask(op="set", annotation="A01", note="first come") == "ACK A01"


def test_what_was_acknowledged_survives_a_kill(
    annotate: Annotate, example: Path, pressmark: Pressmark, article: str
) -> None:
    for number in range(5):
        answer = annotate.ask(
            op="add", article=article, label="claim", fragments=[[160, 194]], id=f"n{number}"
        )
        assert answer == f"ACK n{number}"
    annotate.process.kill()
    annotate.process.communicate()
    have = pressmark("check", example, "--ids").out.split()
    assert {f"n{number}" for number in range(5)} <= set(have)


def test_what_cannot_be_kept_is_taken_back(
    pressmark: Pressmark, example: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = {"op": "add", "id": "new", "article": article, "label": "claim", "fragments": [[0, 9]]}
    asked = [add, add, {"op": "undo"}, {"op": "undo"}, {"op": "redo"}]
    failing = iter([True, False, True, False, False])
    lines = io.BytesIO(b"".join(json.dumps(one).encode() + b"\n" for one in asked))
    kept = OpenProject.wait_kept

    def wait(file: OpenProject, timeout: float | None = None) -> None:
        if next(failing):
            raise ProjectFileError("disk-full", path=example, folder=example.parent)
        kept(file, timeout)

    monkeypatch.setattr(OpenProject, "wait_kept", wait)
    monkeypatch.setattr("pressmark.cli.annotating.stdin_bytes", lambda: lines)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    told = pressmark("annotate", example).out.split("\n")
    assert [one.split(" ")[0] for one in told] == ["READY", "ERR", "ACK", "ERR", "ACK", "ACK", ""]
    assert "full" in told[1]
    assert "HAVE new" in pressmark("check", example, "--ids").out


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_it_by_the_way_that_saves(
    annotate: Annotate, example: Path, pressmark: Pressmark, name: str
) -> None:
    assert annotate.ask(op="set", annotation="A01", note="kept") == "ACK A01"
    annotate.process.send_signal(signal.Signals[name])
    status, err = annotate.end()
    assert (status, err) == (128 + signal.Signals[name], "")
    assert not example.with_name(f"{example.name}.lock").exists()
    assert "journal" not in pressmark("check", example).err
    assert '"note": "kept"' in example.read_text("utf-8")


def test_a_damaged_article_costs_its_own_requests_only(pressmark: Pressmark, example: Path) -> None:
    spoilt = example.read_text("utf-8").replace("[[213, 273]]", '[["213", 273]]', 1)
    example.write_text(spoilt, "utf-8")
    annotate = Annotate(example)
    assert annotate.listen() == "READY"
    assert annotate.ask(op="remove", annotation="A02").startswith("ERR Article ")
    assert annotate.ask(op="remove", annotation="B02") == "ACK B02"
    assert annotate.end() == (0, "")
    assert '[["213", 273]]' in example.read_text("utf-8")
    assert "HAVE B02" not in pressmark("check", example, "--ids").out
