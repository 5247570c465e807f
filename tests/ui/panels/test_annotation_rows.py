from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from pressmark.edits.additions import addition
from pressmark.edits.annotations import (
    AddAnnotation,
    MoveAnnotation,
    ReplaceAnnotation,
    SetFlag,
    SetNote,
)
from pressmark.edits.removals import removal
from pressmark.model.span import Span
from pressmark.ui.panels.annotation_line import AnnotationLine
from pressmark.ui.panels.annotation_rows import AnnotationRows
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, hear


@pytest.fixture
def rows(anadolu: Session) -> AnnotationRows:
    return AnnotationRows(anadolu, anadolu)


def line(rows: AnnotationRows, annotation_id: str) -> AnnotationLine:
    found = rows.index_of(annotation_id).data(LineRole)
    assert isinstance(found, AnnotationLine)
    return found


def test_rows_stand_in_the_order_of_the_text(anadolu: Session, rows: AnnotationRows) -> None:
    assert anadolu.article is not None
    assert rows.ids() == tuple(one.id for one in anadolu.article.annotations)
    assert rows.total == 26


def test_a_line_has_label_words_and_actor(rows: AnnotationRows) -> None:
    found = line(rows, "B04")
    assert found.label.title == "Sanction"
    assert found.text.startswith('to impose significant sanctions on the "entities')
    assert found.aside.startswith("Signatories of the joint statement")


def test_a_row_is_heard_with_its_place_in_the_stack(rows: AnnotationRows) -> None:
    heard = rows.index_of("B05").data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("claim, inside sanction, 1 of 3: the unlawful transfer of arms")


def test_words_that_do_not_stand_there_are_marked_and_told(
    anadolu: Session, rows: AnnotationRows
) -> None:
    assert not line(rows, "B05").is_misplaced
    article = anadolu.project.article(ANADOLU)
    astray = replace(article.annotations["B05"], text=("some other words",))
    anadolu.commit("Merge", ReplaceAnnotation(ANADOLU, astray, as_found=True))
    assert line(rows, "B05").is_misplaced
    heard = rows.index_of("B05").data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith("some other words, not in the text any more")


def test_rows_can_be_sorted_by_label(rows: AnnotationRows) -> None:
    rows.sort_by("label")
    labels = [line(rows, one).label.id for one in rows.ids()]
    assert labels == ["claim"] * 10 + ["quote"] * 10 + ["sanction"] * 3 + ["denial"] * 3


def test_the_last_changed_can_come_first(anadolu: Session, rows: AnnotationRows) -> None:
    rows.sort_by("time")
    resets, moves = hear(rows.modelReset), hear(rows.rowsMoved)
    anadolu.commit("Write note", SetNote(ANADOLU, "B20", "now"))
    assert rows.ids()[0] == "B20"
    assert (len(resets), len(moves)) == (0, 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [("ARMS TRADE", {"B01", "B02"}), ("kim yo-jong", {"B23", "B24", "B26"}), ("zzz", set())],
)
def test_the_filter_looks_into_words_and_actor(
    rows: AnnotationRows, words: str, found: set[str]
) -> None:
    rows.filter_by(words)
    assert found <= set(rows.ids()) if found else rows.ids() == ()
    assert len(rows.ids()) < rows.total


def test_only_some_labels_can_be_shown(rows: AnnotationRows) -> None:
    rows.show_labels({"denial", "sanction"})
    assert len(rows.ids()) == 6
    rows.show_labels(frozenset())
    assert len(rows.ids()) == 26


def test_changes_are_followed_row_by_row(anadolu: Session, rows: AnnotationRows) -> None:
    resets = hear(rows.modelReset)
    new = addition(anadolu.project, ANADOLU, "claim", [Span(0, 7)], anadolu.stamp())
    anadolu.commit("Tag claim", new)
    assert rows.ids()[0] == new.annotation.id
    anadolu.commit("Move", MoveAnnotation(ANADOLU, new.annotation.id, (Span(2700, 2710),)))
    assert rows.ids()[-1] == new.annotation.id
    anadolu.commit("Flag annotation", SetFlag(ANADOLU, "B04", flag=True))
    assert line(rows, "B04").is_flagged
    anadolu.commit("Delete", *removal(anadolu.project, "B04"))
    assert "B04" not in rows.ids()
    anadolu.undo()
    assert "B04" in rows.ids()
    assert resets == []


def test_changes_of_other_articles_are_not_shown(anadolu: Session, rows: AnnotationRows) -> None:
    anadolu.commit("Write note", SetNote(UKRINFORM, "A01", "elsewhere"))
    assert "A01" not in rows.ids()


def test_another_article_brings_other_rows(anadolu: Session, rows: AnnotationRows) -> None:
    anadolu.open_article(UKRINFORM)
    assert len(rows.ids()) == 12
    anadolu.open_article("")
    assert rows.ids() == ()


def test_many_changes_at_once_reset_the_rows_once(anadolu: Session, rows: AnnotationRows) -> None:
    resets = hear(rows.modelReset)
    stamp = anadolu.stamp()
    edits = [
        addition(anadolu.project, ANADOLU, "claim", [Span(at, at + 5)], stamp) for at in range(300)
    ]
    anadolu.commit("Tag claims", *edits)
    assert len(rows.ids()) == 326
    assert len(resets) == 1


def test_a_label_that_the_set_lacks_is_shown_by_its_id(
    anadolu: Session, rows: AnnotationRows
) -> None:
    assert anadolu.article is not None
    stray = replace(anadolu.article.annotations["B01"], id="stray", label="rumour")
    anadolu.commit("Import", AddAnnotation(ANADOLU, stray))
    assert line(rows, "stray").label.title == "rumour"
    rows.sort_by("label")
    assert rows.ids()[-1] == "stray"
