"""`pressmark label-set`: out, in, and what becomes of what is in use."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Pressmark


@pytest.fixture
def labels(pressmark: Pressmark, example: Path) -> dict[str, Any]:
    """Return the label set of the example, as the verb prints it."""
    held: dict[str, Any] = pressmark("label-set", example).json
    return held


@pytest.fixture
def without_denial(labels: dict[str, Any], tmp_path: Path) -> Path:
    path = tmp_path / "labels.json"
    labels["labels"] = [one for one in labels["labels"] if one["id"] != "denial"]
    path.write_text(json.dumps(labels), encoding="utf-8")
    return path


def test_it_is_printed_written_and_taken_by_a_new_project(
    pressmark: Pressmark, example: Path, labels: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "labels.json"
    assert pressmark("label-set", example, "--export", path).status == 0
    assert json.loads(path.read_text(encoding="utf-8")) == labels
    assert pressmark("new", tmp_path / "new.pressmark", "--label-set", path).status == 0
    assert pressmark("label-set", tmp_path / "new.pressmark").json == labels
    again = pressmark("label-set", example, "--import", path)
    assert (again.status, again.err) == (0, "The project has this label set already.\n")


def test_what_is_in_use_is_not_lost_silently(
    pressmark: Pressmark, example: Path, without_denial: Path
) -> None:
    before = example.read_bytes()
    run = pressmark("label-set", example, "--import", without_denial)
    assert run.status == 1
    assert "In use: denial in 3 annotations" in run.err
    assert run.err.splitlines()[-1].startswith("The other label set has no place")
    assert example.read_bytes() == before


def test_a_dry_run_only_says(pressmark: Pressmark, example: Path, without_denial: Path) -> None:
    before = example.read_bytes()
    run = pressmark("label-set", example, "--import", without_denial, "--dry-run")
    assert (run.status, example.read_bytes()) == (0, before)
    assert "Removed: label Denial." in run.err


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        (["--map", "denial=claim"], {"claim": 21, "denial": None}),
        (["--map", "denial="], {"claim": 18, "denial": None}),
        (["--keep"], {"claim": 18, "denial": 3}),
    ],
)
def test_it_is_imported_in_one_step(
    pressmark: Pressmark,
    example: Path,
    without_denial: Path,
    options: list[str],
    counts: dict[str, int | None],
) -> None:
    assert pressmark("label-set", example, "--import", without_denial, *options).status == 0
    by_label = pressmark("stats", example, "--json").json["by_label"]
    assert {name: by_label.get(name) for name in counts} == counts
    assert "Import label set" in pressmark("history", example).out
    assert pressmark("check", example).status == 0


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("quote=claim", "quote does not leave the label set"),
        ("denial=rumour", "has no rumour that could stand for denial"),
    ],
)
def test_a_wrong_map_is_named(
    pressmark: Pressmark, example: Path, without_denial: Path, option: str, said: str
) -> None:
    run = pressmark("label-set", example, "--import", without_denial, "--map", option)
    assert run.status == 1
    assert said in run.err


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"name": 1}',
        '{"name": "x", "labels": [{"id": "../x", "title": "X"}]}',
        '{"name": "x", "labels": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]}',
        '{"name": "x", "labels": '
        + json.dumps([{"id": f"l{n}", "title": ""} for n in range(501)])
        + "}",
        '{"name": "x", "name": "y"}',
        "[" * 5000,
    ],
    ids=["empty", "list", "type", "id", "twice", "many", "key", "deep"],
)
def test_what_is_no_label_set_is_refused_in_one_sentence(
    pressmark: Pressmark, example: Path, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "labels.json"
    path.write_text(content, encoding="utf-8")
    before = example.read_bytes()
    run = pressmark("label-set", example, "--import", path)
    assert run.status == 1
    assert "is no label set" in run.err
    assert len(run.err.splitlines()) == 1
    assert example.read_bytes() == before


def test_wrong_usage(pressmark: Pressmark, example: Path, without_denial: Path) -> None:
    both = ("--import", without_denial, "--export", without_denial)
    assert pressmark("label-set", example, *both).status == 2
    assert pressmark("label-set", example, "--import", without_denial, "--map", "x").status == 2
