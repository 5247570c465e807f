import io

import pytest
from openpyxl import Workbook

from pressmark.articles.extract import Wishes
from pressmark.articles.tables.asking import columns_of
from pressmark.errors import ArticleFileError

TABLE = f"Headline,Body,Words\nA,Said.,1\nB,{'x' * 300},2\n".encode()


def test_columns_are_told_as_they_are_guessed() -> None:
    (table,) = columns_of(TABLE, Wishes(name="x.csv"))
    assert table.header == ("Headline", "Body", "Words")
    assert table.sample == (("A", "Said.", "1"), ("B", "x" * 200, "2"))
    assert dict(table.columns) == {"text": "Body", "title": "Headline"}
    assert table.problem == ""


def test_wishes_are_heard() -> None:
    wishes = Wishes(name="x.csv", columns={"text": "Headline", "title": ""})
    (table,) = columns_of(TABLE, wishes)
    assert dict(table.columns) == {"text": "Headline"}


def test_a_table_that_leaves_a_doubt_is_told_all_the_same() -> None:
    (table,) = columns_of(b"a,b\n1,2\n3,4\n", Wishes(name="x.csv"))
    assert (table.problem, dict(table.columns)) == ("no-text-column", {})


def test_each_sheet_is_a_table() -> None:
    book = Workbook()
    book.worksheets[0].append(("Title", "Text"))
    book.create_sheet("More").append(("Titel", "Inhalt"))
    file = io.BytesIO()
    book.save(file)
    assert [one.name for one in columns_of(file.getvalue(), Wishes())] == ["Sheet", "More"]


def test_lines_of_json_have_columns() -> None:
    (table,) = columns_of(b'{"title": "A", "body": "Said."}\n', Wishes(name="x.jsonl"))
    assert dict(table.columns) == {"text": "body", "title": "title"}


def test_other_files_have_none() -> None:
    assert columns_of(b"Said.", Wishes(name="x.txt")) == ()


def test_a_broken_table_is_refused() -> None:
    with pytest.raises(ArticleFileError, match="damaged"):
        columns_of(b"PK\x03\x04", Wishes(name="x.xlsx"))
