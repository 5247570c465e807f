import json
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats.exporting import export
from pressmark.formats.registry import format_of
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SplitOptions
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, bring_in, form, written

THEIRS = {"id": 5, "text": "He said no.", "spans": [{"start": 8, "end": 10, "label": "denial"}]}


def as_file(*rows: object) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in rows).encode()


def put(project: Project, path: Path, **options: str) -> Path:
    chosen = SplitOptions(**options)
    export(form("hf-jsonl"), Selection(project=project), path, chosen)
    return path


@pytest.mark.parametrize("name", ["set", "set.zip", "set.jsonl"])
def test_it_loses_nothing(name: str, example: Project, tmp_path: Path) -> None:
    path = put(example, tmp_path / name)
    came = bring_back("hf-jsonl", path, bare(example.label_set)).project
    assert came.articles == example.articles
    assert came.relations == example.relations
    assert came.entities == example.entities
    assert bring_back("hf-jsonl", path, came).said.annotations == 0


def test_a_folder_has_a_card_and_splits(tmp_path: Path) -> None:
    path = put(nasty.project(), tmp_path / "set")
    names = sorted(one.relative_to(path).as_posix() for one in path.rglob("*.*"))
    assert names == ["README.md", "data/test.jsonl", "data/train.jsonl", "data/validation.jsonl"]
    whole = put(nasty.project(), tmp_path / "whole", split="none")
    assert [one.name for one in whole.rglob("*.jsonl")] == ["train.jsonl"]


def test_rows_are_plain_ascii_and_all_alike() -> None:
    data = written("hf-jsonl", nasty.project(gaps=True)).decode("ascii")
    rows = [json.loads(line) for line in data.splitlines()]
    assert len({tuple(one) for one in rows}) == 1
    for row in rows:
        for span in row["spans"]:
            for one in span["fragments"]:
                assert row["text"][one["start"] : one["end"]] == one["text"]


def test_rows_of_others_come_in() -> None:
    came = bring_in(as_file(THEIRS), format_id="hf-jsonl").project
    (article,) = came.opened()
    assert article.head.id == "5"
    assert [(one.label, one.text) for one in article.annotations] == [("denial", ("no",))]


@pytest.mark.parametrize("wrong", [{"text": "x", "spans": [5]}, {"spans": []}, 5])
def test_a_bad_row_is_refused_by_its_line(wrong: object) -> None:
    with pytest.raises(FormatError) as refused:
        bring_in(as_file(THEIRS, wrong), format_id="hf-jsonl")
    assert (refused.value.case, refused.value.facts["line"]) == ("bad-line", 2)


def test_rows_are_told_from_lines_of_prodigy() -> None:
    assert format_of("x.jsonl", as_file(THEIRS)) is form("hf-jsonl")
    assert format_of("x.jsonl", as_file(THEIRS | {"answer": "accept"})) is form("prodigy")
    assert format_of("x.jsonl", as_file({"text": "x", "spans": []})) is form("prodigy")
