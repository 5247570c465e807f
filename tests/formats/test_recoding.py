import json
from pathlib import Path

import pytest

from pressmark.formats.recoding import in_utf_8
from tests.formats.sets import bring_back

LINE = json.dumps({"id": "a", "text": "Größe 😀", "spans": []}, ensure_ascii=False)


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16_is_read(coding: str, tmp_path: Path) -> None:
    assert in_utf_8(LINE.encode(coding)).decode("utf-8-sig") == LINE
    path = tmp_path / "set.jsonl"
    path.write_bytes(LINE.encode(coding))
    assert bring_back("hf-jsonl", path).project.article("a").text == "Größe 😀"


@pytest.mark.parametrize(
    "data", [b"", b"{", LINE.encode(), "<a/>".encode("utf-16"), b"\xff\xfe{\0\0"]
)
def test_anything_else_stays_as_it_is(data: bytes) -> None:
    assert in_utf_8(data) == data
