"""Parquet that came to harm on its way is refused in words, or read as what it still says."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pressmark.formats.hf_parquet import HF_PARQUET
from tests.formats.spoilers import packed
from tests.formats.test_spoilt_sets import read, spoilt_sets

STRANGE: list[dict[str, list[Any]]] = [
    {"text": ["a"]},
    {"text": [None], "id": ["x"]},
    {"text": [5], "spans": [[]]},
    {"text": ["a"], "spans": ["x"]},
    {"text": ["abc"], "spans": [[{"start": 2, "end": 1, "label": "x"}]]},
    {"text": ["abc"], "spans": [[{"start": 0, "end": 2**40, "label": "x"}]]},
    {"text": ["abc"], "spans": [[{"start": 0, "end": 1, "label": None}]]},
    {"text": ["abc"], "spans": [[{"start": 0.5, "end": 1.5, "label": "x"}]]},
    {"text": ["abc"], "spans": [[{"start": 0, "end": 1, "label": "\x1b[2J\n"}]]},
    {"text": ["abc"], "spans": [[{"start": 0, "end": 1, "label": "x", "more": "{"}]]},
    {"text": ["abc"], "zones": [[{"start": 0, "end": 9, "kind": "x"}]]},
    {"text": ["abc"], "states": [[{"annotator": "a", "state": None}]], "more": ["[]"]},
    {"text": ["abc"], "relations": [[{"from": "a", "to": "b", "type": "x"}]]},
    {"text": [b"\xff"], "id": [b"\xff"]},
    {},
]


@pytest.mark.parametrize("columns", STRANGE, ids=repr)
def test_a_table_of_somebody_else_does_no_harm(
    columns: dict[str, list[Any]], tmp_path: Path
) -> None:
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink)
    data = sink.getvalue().to_pybytes()
    (tmp_path / "one.parquet").write_bytes(data)
    (tmp_path / "all.zip").write_bytes(packed({"data/train.parquet": data}))
    for path in list(tmp_path.iterdir()):
        read(HF_PARQUET, path)


def test_no_way_to_spoil_the_file_does_harm(tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    for how, data in spoilt_sets(HF_PARQUET):
        print(how)
        path.write_bytes(data)
        read(HF_PARQUET, path)
