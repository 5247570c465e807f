import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pressmark.formats.format import NoOptions
from pressmark.formats.selection import Selection
from pressmark.formats.sheets import LARGEST_CELL, fitted
from pressmark.formats.workbook import XLSX
from pressmark.model.annotation import quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.model.span import Span


def book_of(project: Project) -> Workbook:
    assert XLSX.write is not None
    made = b"".join(XLSX.write(Selection(project=project), NoOptions()))
    return load_workbook(io.BytesIO(made))


def rows_of(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_every_annotation_is_a_row_with_its_offsets(example: Project) -> None:
    rows = {row["annotation"]: row for row in rows_of(book_of(example), "Annotations")}
    held = {one.id: one for article in example.opened() for one in article.annotations}
    assert {key: (row["start"], row["end"]) for key, row in rows.items()} == {
        key: tuple(one.span) for key, one in held.items()
    }
    assert rows["B18"]["text"] == " … ".join(held["B18"].text)


def test_the_other_sheets_say_the_rest(example: Project) -> None:
    one = Judgement(id="j", statement="It goes on.", likelihood="very-likely", relies_on=("B18",))
    project = replace(example, summary="Arms.", judgements=example.judgements.set("j", one))
    book = book_of(project)
    assert len(rows_of(book, "Articles")) == 2
    assert len(rows_of(book, "Relations")) == len(example.relations)
    assert len(rows_of(book, "Entities")) == len(example.entities)
    totals = {row["name"]: row["total"] for row in rows_of(book, "Figures")[:4]}
    assert totals == {"Claim": 18, "Quote": 14, "Sanction": 3, "Denial": 3}
    said = [tuple(row.values())[1:4] for row in rows_of(book, "Judgements")]
    assert said == [("Arms.", None, None), ("It goes on.", "very likely", None)]


@pytest.mark.parametrize("words", ["=1+1", "=cmd|'/c calc'!A0", "+1", "@x", "-2", "\t=1", "#N/A"])
def test_no_cell_is_a_formula(example: Project, words: str) -> None:
    article = next(example.opened())
    note = replace(article.annotations.in_order[0], note=words)
    head = replace(article.head, title=words)
    book = book_of(example.with_annotation(head.id, note).with_head(head))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert sum(cell.value == words for cell in cells) >= 2


def test_what_is_longer_than_a_cell_is_cut_and_said_before(example: Project) -> None:
    text = "🇺🇦" * 10_000
    article = next(example.opened())
    spans = (Span(0, len(text)),)
    words, prefix, suffix = quoted(text, spans)
    one = replace(
        article.annotations.in_order[0],
        fragments=spans,
        text=words,
        prefix=prefix,
        suffix=suffix,
        attributes={},
    )
    head = replace(article.head, zones=())
    project = example.with_article(Article(head, text, Annotations.of([one])))
    lost = XLSX.losses(Selection(project=project, articles=frozenset({head.id}))).annotations
    assert [(each.article, each.annotation) for each in lost] == [(head.id, one.id)]
    row = next(row for row in rows_of(book_of(project), "Annotations") if row["doc_id"] == head.id)
    assert text.startswith(str(row["text"]))
    assert not XLSX.losses(Selection(project=example)).annotations


@given(st.text() | st.text("🇺\0\ud800x").map(lambda text: text * 12_000))
def test_any_words_fit_into_a_cell(words: str) -> None:
    cut = fitted(words)
    assert len(cut.encode("utf-16-le")) <= 2 * LARGEST_CELL
    assert "\0" not in cut
