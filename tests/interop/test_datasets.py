"""`datasets` loads what is written for it, with the types that were promised."""

import io
from dataclasses import replace
from pathlib import Path

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pressmark.errors import FormatError
from pressmark.formats import hf_parquet, long_file, source
from pressmark.formats.bundle import bundle_at
from pressmark.formats.format import ReadRequest
from pressmark.formats.selection import Selection
from pressmark.model.annotations import Annotations
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from tests.formats import nasty
from tests.formats.sets import STAMP, bare, bring_back
from tests.formats.spoilers import packed
from tests.interop.conftest import Writer

FORMATS = ["hf-parquet", "hf-jsonl"]


def loaded(path: Path, tmp_path: Path) -> datasets.DatasetDict:
    return datasets.load_dataset(str(path), cache_dir=str(tmp_path / "cache"))


def table(path: Path) -> bytes:
    bundle = bundle_at(path)
    assert bundle is not None
    return bundle.read("data/train.parquet")


@pytest.mark.parametrize("format_id", FORMATS)
def test_all_splits_load_and_every_span_says_its_words(
    format_id: str, write: Writer, tmp_path: Path
) -> None:
    out = write(format_id, "set", nasty.project(gaps=True))
    found = loaded(out.path, tmp_path)
    assert set(found) == {"train", "validation", "test"}
    rows = [row for split in found.values() for row in split]
    assert {row["id"]: row["text"] for row in rows} == out.texts()
    spans = {
        row["id"]: {
            (one["start"], one["end"], span["label"])
            for span in row["spans"]
            for one in span["fragments"]
        }
        for row in rows
    }
    assert spans == out.spans()
    assert not out.lost
    for row in rows:
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("format_id", FORMATS)
def test_relations_attributes_and_zones_are_there(
    format_id: str, write: Writer, example: Project, tmp_path: Path
) -> None:
    found = loaded(write(format_id, "set", example).path, tmp_path)["train"]
    assert sum(len(row["relations"]) for row in found) == len(example.relations)
    assert sum(len(row["zones"]) for row in found) == sum(
        len(one.head.zones) for one in example.shelf()
    )
    (span,) = [one for row in found for one in row["spans"] if one["id"] == "B04"]
    kinds = {one["name"]: one["kind"] for one in span["attributes"]}
    assert kinds["status"] == "text"
    assert kinds["target"] == "anchored"


@pytest.mark.parametrize("name", ["set", "set.zip"])
def test_parquet_loses_nothing(name: str, write: Writer, example: Project) -> None:
    out = write("hf-parquet", name, example)
    came = bring_back("hf-parquet", out.path, bare(example.label_set)).project
    assert came.articles == example.articles
    assert came.relations == example.relations
    assert came.entities == example.entities
    again = write("hf-parquet", f"again-{name}", came)
    assert table(again.path) == table(out.path)
    assert bring_back("hf-parquet", out.path, came).said.annotations == 0


def test_awkward_texts_come_home(write: Writer) -> None:
    project = nasty.project(gaps=True)
    out = write("hf-parquet", "set", project)
    came = bring_back("hf-parquet", out.path, bare(project.label_set)).project
    assert nasty.spans_of(came) == nasty.spans_of(project)


def test_foreign_tables_come_in(tmp_path: Path) -> None:
    path = tmp_path / "theirs.parquet"
    rows = [
        {"text": "He said no.", "spans": [{"start": 0, "end": 2, "label": "PER"}]},
        {"text": "Nothing.", "spans": []},
    ]
    pq.write_table(pa.Table.from_pylist(rows), path)
    first, second = Selection(project=bring_back("hf-parquet", path).project).opened()
    assert [(one.label, one.text) for one in first.annotations] == [("PER", ("He",))]
    assert (first.head.title, second.head.title) == ("theirs 1", "theirs 2")


@pytest.mark.parametrize("rows", [[{"label": 3}], [{"text": 7}], [{"text": "x", "spans": ["y"]}]])
def test_tables_of_something_else_are_refused(rows: list[object], tmp_path: Path) -> None:
    path = tmp_path / "theirs.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path)
    with pytest.raises(FormatError):
        bring_back("hf-parquet", path)


def test_a_spoilt_table_is_refused(write: Writer, tmp_path: Path) -> None:
    out = write("hf-parquet", "set")
    data = (out.path / "data" / "train.parquet").read_bytes()
    path = tmp_path / "spoilt.parquet"
    path.write_bytes(data[: len(data) // 2] + data[-8:])
    assert io.BytesIO(data).read(4) == b"PAR1"
    with pytest.raises(FormatError, match="bad-line"):
        bring_back("hf-parquet", path)


@pytest.mark.parametrize("format_id", FORMATS)
def test_columns_have_their_types_though_one_article_alone_is_tagged(
    format_id: str, write: Writer, tmp_path: Path
) -> None:
    project = nasty.project()
    for shelved in project.shelf():
        if shelved.head.id != "cr":
            bare_one = replace(shelved.open(), annotations=Annotations())
            project = project.with_article(bare_one)
    project = replace(project, relations=Relations())
    found = loaded(write(format_id, "set", project).path, tmp_path)
    span = found["train"].features["spans"].feature
    assert {name: span[name].dtype for name in ("start", "note", "created", "flag")} == {
        "start": "int64",
        "note": "string",
        "created": "string",
        "flag": "bool",
    }
    assert span["attributes"].feature["number"].dtype == "float64"
    assert len({str(split.features) for split in found.values()}) == 1


@pytest.mark.parametrize("name", ["one.parquet", "one.zip"])
def test_a_table_too_long_to_be_held_is_known_and_read_row_by_row(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"Article {at}. {'words ' * 2_000}" for at in range(200)]
    spans = [[{"start": 0, "end": 7, "label": "claim"}] for _ in texts]
    columns = {"id": [f"d{at}" for at in range(200)], "text": texts, "spans": spans}
    plain = tmp_path / "one.parquet"
    pq.write_table(pa.table(columns), plain, compression="none", use_dictionary=False)
    if name.endswith(".zip"):
        (tmp_path / name).write_bytes(packed({"data/train.parquet": plain.read_bytes()}))
    for module in (source, long_file):
        monkeypatch.setattr(module, "HELD", 2**16)
    monkeypatch.setattr(long_file, "BEGINNING", 2**15)
    monkeypatch.setattr(hf_parquet, "BEGINNING", 2**15)
    found = source.source_at(tmp_path / name, Path.read_bytes)
    assert found.form is hf_parquet.HF_PARQUET
    told: list[tuple[int, int]] = []
    found = found.watched(lambda *far: told.append(far))
    assert found.form.read is not None
    came = found.form.read(
        ReadRequest(data=found.data, name=name, bundle=found.bundle, project=bare(), stamp=STAMP)
    )
    assert came.annotations == 200
    if name.endswith(".parquet"):
        assert len(told) > 10
        assert told[-1] == (plain.stat().st_size, plain.stat().st_size)
