"""The preview of articles: which come in, what is known of them, how they are read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.articles.extract import Extract
from pressmark.articles.tables.asking import TableColumns
from pressmark.errors import ArticleFileError
from pressmark.model.article import NEW_VERSION
from pressmark.model.project import Project
from pressmark.ui.comparing.comparison_dialog import ComparisonDialog
from pressmark.ui.dialogs.articles import import_dialog
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomers import coming_in
from tests import newcomers as made
from tests.ui.dialogs.articles.conftest import Opened, Reader

Key = Qt.Key
_BOX = QPoint(22, 24)


def choose(dialog: ImportDialog, row: int) -> None:
    dialog.list.view.choose_only(dialog.list.rows.index(row))


def pick(dialog: ImportDialog, tab: str) -> None:
    tabs = dialog.list.tabs
    at = next(at for at in range(tabs.count()) if tabs.tabText(at).startswith(tab))
    tabs.setCurrentIndex(at)


def listed(dialog: ImportDialog) -> list[str]:
    rows = dialog.list.rows
    return [one.name for row in range(rows.rowCount()) if (one := rows.newcomer(rows.index(row)))]


def test_what_is_worth_a_look_is_shown_first_with_what_to_know(
    preview: Opened, project: Project
) -> None:
    dialog = preview(made.plain(), made.page(), made.refused(), made.here(project))
    assert dialog.page.preview.text == made.TEXT
    assert "hidden" in dialog.page.remarks.text
    assert "1 picture was left out" in dialog.page.remarks.text
    assert dialog.take.text() == "Import 2 articles"
    texts = [dialog.list.tabs.tabText(at) for at in range(dialog.list.tabs.count())]
    assert texts == ["All 4", "To look at 1", "Refused 1", "Here already 1"]


def test_zones_are_dimmed_and_hidden_text_is_underlined_too(preview: Opened) -> None:
    one = made.page()
    assert one.read
    head = one.read.article.head
    hidden = replace(head.zones[0], start=0, end=9, kind="hidden")
    article = one.read.article.with_head(replace(head, zones=(hidden, *head.zones)))
    one.read = replace(one.read, article=article)
    dialog = preview(one)
    first, second = dialog.page.preview.extraSelections()
    assert first.cursor.selectedText() == "The depot"
    assert first.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    assert second.cursor.selectedText().startswith("Read also")
    assert second.format.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_the_list_can_be_narrowed_by_standing_and_by_words(
    preview: Opened, project: Project
) -> None:
    dialog = preview(made.plain(), made.page(), made.refused(), made.here(project))
    pick(dialog, "Refused")
    assert listed(dialog) == ["scan.pdf"]
    assert "OCR" in dialog.page.remarks.text
    pick(dialog, "All")
    dialog.list.filter.setText("ships turned")
    assert listed(dialog) == ["plain.txt"]
    dialog.list.filter.setText("nothing of the kind")
    assert listed(dialog) == []
    assert dialog.take.isEnabled()  # what is not listed comes in all the same


def test_ticks_leave_single_ones_out(preview: Opened, project: Project) -> None:
    dialog = preview(made.plain(), made.page(), made.refused())
    choose(dialog, 0)
    QTest.keyClick(dialog.list.view, Key.Key_Space)
    assert dialog.take.text() == "Import 1 article"
    dialog.list.view.selectAll()
    QTest.keyClick(dialog.list.view, Key.Key_Space)
    assert dialog.take.text() == "Import 2 articles"
    dialog.list.view.selectAll()
    QTest.keyClick(dialog.list.view, Key.Key_Space)
    assert not dialog.take.isEnabled()
    assert coming_in(dialog.newcomers, project) == []


def test_a_click_on_a_box_ticks_it(preview: Opened) -> None:
    dialog = preview(made.plain(), made.page())
    view, rows = dialog.list.view, dialog.list.rows
    box = view.visualRect(rows.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + _BOX)
    assert not rows.every[0].is_taken
    assert rows.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_what_is_written_about_one_comes_in_with_it(preview: Opened, project: Project) -> None:
    dialog = preview(made.page())
    fields = dialog.page.facts.fields
    assert fields["title"].shown == "Depot empty"
    _write(dialog, "title", "The depot was empty")
    _write(dialog, "byline", "A. Reporter")
    _write(dialog, "published", "some day")
    assert fields["published"].sentence
    (article,) = coming_in(dialog.newcomers, project)
    assert article.head.title == "The depot was empty"
    assert article.head.byline == "A. Reporter"
    assert article.head.published == "2024-05-27"


def test_what_is_written_about_several_goes_to_all(preview: Opened, project: Project) -> None:
    dialog = preview(made.plain(), made.page(), made.refused())
    dialog.list.view.selectAll()
    assert not dialog.page.facts.fields["title"].isVisible()
    assert dialog.page.facts.fields["source"].line.placeholderText() == "several"
    _write(dialog, "source", "Reuters")
    assert [one.head.source for one in coming_in(dialog.newcomers, project)] == ["Reuters"] * 2


def test_another_encoding_is_read_at_once(preview: Opened, reader: Reader, qtbot: QtBot) -> None:
    dialog = preview(made.guessed(), made.plain())
    other = made.RUSSIAN.encode("cp1251").decode("koi8_r")
    extract = Extract(text=other, kind="text", encoding="koi8_r")
    reader.finds = [Newcomer(path=Path("old.txt"), kind="text", read=made.read(extract))]
    _write(dialog, "source", "Ministry")
    encoding = dialog.page.options.encoding
    assert encoding.itemText(0) == "Windows-1251, Cyrillic"
    encoding.setCurrentIndex(encoding.findData("koi8_r"))
    encoding.activated.emit(encoding.currentIndex())
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(lambda: dialog.page.preview.text == other)
    assert reader.wishes[0].encoding == "koi8_r"
    assert dialog.newcomers[0].fact("source") == "Ministry"
    assert [encoding.itemData(at) for at in range(2)] == ["cp1251", "koi8_r"]
    assert encoding.currentData() == "koi8_r"
    assert [one.name for one in dialog.newcomers] == ["old.txt", "plain.txt"]
    assert dialog.take.isEnabled()


def test_an_encoding_that_does_not_fit_is_refused_and_the_choice_goes_back(
    preview: Opened, reader: Reader, qtbot: QtBot
) -> None:
    dialog = preview(made.guessed(), made.plain())
    reader.finds = ArticleFileError("undecodable", path=Path("old.txt"), encoding="utf_8")
    encoding = dialog.page.options.encoding
    encoding.setCurrentIndex(encoding.findData("utf_8"))
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert encoding.currentData() == "cp1251"
    assert dialog.page.preview.text == made.RUSSIAN
    assert "old.txt is not text in UTF-8" in dialog.told


def test_surroundings_can_be_left_out(preview: Opened, reader: Reader, qtbot: QtBot) -> None:
    dialog = preview(made.page())
    reader.finds = [made.page()]
    dialog.page.options.surroundings.picked.emit("left-out")
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert reader.wishes[0].boilerplate == "left-out"


def test_a_guessed_encoding_is_said_with_the_next_likely_one(preview: Opened) -> None:
    dialog = preview(made.guessed())
    assert "a guess: Windows-1251, Cyrillic" in dialog.page.remarks.text
    sample = made.RUSSIAN.encode("cp1251").decode("koi8_r")[:40]
    assert f"next likely is KOI8-R, Cyrillic: “{sample}…”" in dialog.page.remarks.text


def test_what_two_files_have_comes_in_from_the_first(preview: Opened) -> None:
    first = made.plain()
    assert first.read
    twin = Newcomer(path=Path("copy.txt"), kind="text", here=first.read.article.head.id)
    dialog = preview(first, twin)
    choose(dialog, 1)
    assert "comes in from plain.txt" in dialog.page.remarks.text
    assert dialog.page.preview.text == first.read.article.text
    assert dialog.list.rows.index(1).data().startswith("Ships turned back")


def test_where_one_text_is_wanted_it_is_the_one_that_is_shown(preview: Opened) -> None:
    dialog = preview(made.page(), made.plain(), made.refused(), verb="Use this text")
    assert not dialog.page.facts.isVisible()
    choose(dialog, 2)
    assert dialog.chosen is None
    assert not dialog.take.isEnabled()
    choose(dialog, 1)
    QTest.keyClick(dialog.list.view, Key.Key_Space)
    assert dialog.list.rows.index(1).data(Qt.ItemDataRole.CheckStateRole) is None
    assert dialog.take.text() == "Use this text"
    dialog.take.click()
    assert dialog.chosen is dialog.newcomers[1]


def test_columns_of_a_table_can_be_chosen(preview: Opened, reader: Reader, qtbot: QtBot) -> None:
    table = TableColumns(header=("Head", "Body"), columns={"title": "Head"})
    dialog = preview(made.row(), made.plain(), columns=table)
    choose(dialog, 0)
    text = dialog.page.options.columns["text"]
    qtbot.waitUntil(lambda: text.isVisible() and text.count() > 1)
    reader.finds = [made.row(), made.row()]
    text.setCurrentIndex(text.findData("Body"))
    text.activated.emit(text.currentIndex())
    qtbot.waitUntil(lambda: len(dialog.newcomers) == 3)
    assert dict(reader.wishes[0].columns) == {"text": "Body"}
    title = dialog.page.options.columns["title"]
    assert [title.itemText(at) for at in range(title.count())] == [
        *("Found: Head", "No column", "Head", "Body")
    ]


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("Link as a reprint", ["reprint-of"]),
        ("Link as a new version", [NEW_VERSION]),
        ("Import without a link", []),
        ("Leave out", None),
    ],
)
def test_a_reprint_is_linked_or_left_out(
    preview: Opened, project: Project, words: str, links: list[str] | None
) -> None:
    dialog = preview(made.alike(project), made.plain())
    box = dialog.page.reprint
    assert box.isVisible()
    box.choice.setCurrentIndex(box.choice.findText(words))
    box.choice.activated.emit(box.choice.currentIndex())
    found = {one.text: one.head.links for one in coming_in(dialog.newcomers, project)}
    here = found.get("Nearly the same.")
    assert links == (here if here is None else [link.type for link in here])


def test_both_are_shown_side_by_side(preview: Opened, project: Project, qtbot: QtBot) -> None:
    dialog = preview(made.alike(project), made.plain())
    dialog.page.reprint.compare.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ComparisonDialog)))
    (shown,) = dialog.findChildren(ComparisonDialog)
    assert shown.comparison.new.text == "Nearly the same."
    shown.reject()


def test_a_link_to_what_does_not_come_in_is_dropped(preview: Opened, project: Project) -> None:
    first = made.plain()
    second = made.alike(project)
    assert first.read
    assert second.like
    second.liken(second.like._replace(other=first.read.article.head.id))
    dialog = preview(first, second)
    assert [len(one.head.links) for one in coming_in(dialog.newcomers, project)] == [0, 1]
    dialog.list.rows.take([first], is_taken=False)
    assert [len(one.head.links) for one in coming_in(dialog.newcomers, project)] == [0]


def test_what_is_here_shows_the_article_of_the_project(preview: Opened, project: Project) -> None:
    dialog = preview(made.here(project), made.plain())
    choose(dialog, 0)
    article = project.shelf()[0].open()
    assert dialog.page.preview.text == article.text
    assert "already" in dialog.page.remarks.text


def test_one_alone_needs_no_list(preview: Opened) -> None:
    dialog = preview(made.page())
    assert not dialog.list.isVisible()
    assert dialog.take.text() == "Import 1 article"


def test_enter_imports_but_in_a_line_it_is_for_what_is_written(preview: Opened) -> None:
    dialog = preview(made.page(), made.plain())
    line = dialog.page.facts.fields["source"].line
    line.setFocus()
    QTest.keyClicks(line, "!")
    QTest.keyClick(line, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.newcomers[0].fact("source") == "!Ukrinform"
    QTest.keyClick(dialog.list.view, Key.Key_Return)
    assert dialog.result() == ImportDialog.DialogCode.Accepted


def test_what_was_written_is_not_dropped_unasked(
    preview: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(import_dialog, "is_confirmed", lambda *_: answers.pop(0))
    dialog = preview(made.page(), made.plain())
    _write(dialog, "source", "Reuters")
    QTest.keyClick(dialog.list.view, Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.list.view, Key.Key_Escape)
    assert not dialog.isVisible()
    assert not answers


def test_ten_thousand_are_listed_and_narrowed(preview: Opened) -> None:
    every = [made.plain() for _ in range(10_000)]
    dialog = preview(*every, made.refused())
    assert dialog.take.text() == "Import 10,000 articles"
    dialog.list.filter.setText("scan")
    assert listed(dialog) == ["scan.pdf"]


def _write(dialog: ImportDialog, name: str, text: str) -> None:
    field = dialog.page.facts.fields[name]
    field.line.setText(text)
    field.line.setModified(True)
    field.line.editingFinished.emit()
