import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from pressmark.formats.csv_rows import CsvOptions
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.project import Project
from tests.formats.sets import written
from tests.strategies import projects

RAW = CsvOptions(flavour="raw")
BOM = b"\xef\xbb\xbf"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.removeprefix(BOM).decode(), newline="")))


def first(project: Project) -> Article:
    return next(project.opened())


@given(projects())
def test_every_annotation_is_a_row_that_finds_its_text(project: Project) -> None:
    found = rows(written("csv", project, RAW))
    held = [(a, one) for a in project.opened() for one in a.annotations]
    assert len(found) == len(held)
    for row, (article, one) in zip(found, held, strict=True):
        assert (row["doc_id"], row["annotation"], row["label"]) == (
            article.head.id,
            one.id,
            one.label,
        )
        spans = json.loads(row["fragments"])
        assert tuple(article.text[start:end] for start, end in spans) == one.text
        assert row["text"] == " … ".join(one.text)
        assert article.text[int(row["start"]) : int(row["end"])].startswith(one.text[0])
        assert (row["note"], row["created"]) == (one.note or "", one.created)


def test_the_table_opens_in_a_spreadsheet(example: Project) -> None:
    data = written("csv", example)
    assert data.startswith(BOM)
    assert data.count(b"\r\n") == 39
    speaker = rows(data)[0]
    assert speaker["speaker"].startswith("Ten nations and the European Union [Signatories")
    assert speaker["annotator"] == "Example analyst"
    assert json.loads(speaker["attributes"])["form"] == "indirect"
    assert speaker["context"].count("[the illegal military cooperation") == 1


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_becomes_a_formula(example: Project, begin: str) -> None:
    article = first(example)
    one = replace(article.annotations.in_order[0], note=begin)
    project = example.with_annotation(article.head.id, one)
    assert rows(written("csv", project))[0]["note"] == f"'{begin}"
    assert rows(written("csv", project, RAW))[0]["note"] == begin


def test_scripts_get_no_mark(example: Project) -> None:
    assert written("csv", example, RAW).startswith(b"doc_id,")


def test_an_attribute_does_not_hide_a_column(example: Project) -> None:
    article = first(example)
    one = replace(article.annotations.in_order[0], attributes={"text": "mine", "own": True})
    row = rows(written("csv", example.with_annotation(article.head.id, one)))[0]
    assert row["text"] == " … ".join(one.text)
    assert (row["attribute text"], row["own"]) == ("mine", "yes")


def test_only_the_selection_is_written(example: Project) -> None:
    denials = Selection(project=example, labels=frozenset({"denial"}), pseudonyms=True)
    found = rows(written("csv", denials))
    assert {row["label"] for row in found} == {"denial"}
    assert {row["annotator"] for row in found} == {"Annotator 1"}
