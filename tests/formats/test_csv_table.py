from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.errors import CancelledError, FormatError
from pressmark.formats import csv_table
from pressmark.formats.csv_table import CsvTable
from pressmark.formats.format import ReadRequest
from pressmark.formats.long_file import LongFile
from pressmark.model.project import Project
from tests.formats.sets import STAMP

HEAD = "doc_id,label,start,end,text\r\n"


def asked(
    data: bytes | LongFile, example: Project, cancelled: Callable[[], bool] = lambda: False
) -> ReadRequest:
    return ReadRequest(data=data, name="x.csv", project=example, stamp=STAMP, cancelled=cancelled)


@pytest.mark.parametrize("held", [1, 1 << 20])
def test_rows_of_an_article_are_found_wherever_they_stand(
    example: Project, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_table, "_HELD", held)
    lines = [f'a{at % 3},claim,{at},9,"one\r\ntwo {at}"' for at in range(10)]
    with CsvTable(asked((HEAD + "\r\n".join(lines)).encode(), example)) as table:
        assert table.articles == ("a0", "a1", "a2")
        assert [table.count(one) for one in table.articles] == [4, 3, 3]
        rows = table.rows("a1")
        assert [row.cells["start"] for row in rows] == ["1", "4", "7"]
        assert [row.line for row in rows] == [4, 10, 16]
        assert rows[1].cells["text"] == "one\r\ntwo 4"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_every_way(example: Project, end: str) -> None:
    text = HEAD.replace("\r\n", end) + f"a,claim,0,1,x{end}{end}b,claim,1,2,y{end}"
    with CsvTable(asked(text.encode(), example)) as table:
        assert [row.line for one in table.articles for row in table.rows(one)] == [2, 4]


def test_what_is_no_text_is_refused_by_its_line(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    many = b"a,claim,0,1,words\r\n" * 5_000
    path.write_bytes(HEAD.encode() + many + b"a,claim,0,1,\xff\r\n" + many)
    with (
        pytest.raises(FormatError) as refused,
        CsvTable(asked(LongFile.at(path), example)),
    ):
        pass
    assert (refused.value.facts["line"], refused.value.facts["reason"]) == (5_002, "encoding")


def test_a_long_table_tells_how_far_it_is_and_can_be_left(example: Project) -> None:
    data = (HEAD + "a,claim,0,1,words\r\n" * 5_000).encode()
    told: list[tuple[int, int]] = []
    file = LongFile.of(data).watched(lambda *far: told.append(far), 1)
    with CsvTable(asked(file, example)) as table:
        assert table.count("a") == 5_000
    assert told == sorted(told)
    assert told[-1] == (len(data), len(data))
    with (
        pytest.raises(CancelledError),
        CsvTable(asked(file, example, lambda: bool(len(told) > 3))),
    ):
        pass
