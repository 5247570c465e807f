"""Texts of articles change: a slip is corrected, an outlet rewrites; nobody's work is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from pressmark.articles.reading import article_from_text
from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import AddArticle
from pressmark.model.article import Article
from pressmark.model.span import Span
from pressmark.store.open_project import project_bytes
from pressmark.ui.comparing.comparison_dialog import ComparisonDialog
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.amend import amend_dialog
from pressmark.ui.dialogs.amend.amend_dialog import AmendDialog
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog
from pressmark.ui.panels.inspector.line_button import LineButton
from tests.journeys.conftest import Start
from tests.window import action


def shown(desk: Desk) -> Article:
    article = desk.session.article
    assert article is not None
    return article


def open_source(desk: Desk, source: str) -> Article:
    for article_id in desk.article_list.order():
        desk.session.open_article(article_id)
        if (shown(desk).head.source or "").startswith(source):
            return shown(desk)
    raise AssertionError(source)


def dialog_of(desk: Desk, name: str) -> AmendDialog:
    action(desk, name).trigger()
    return only(desk)


def only(desk: Desk) -> AmendDialog:
    found = [one for one in desk.window.findChildren(AmendDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def compare(dialog: AmendDialog, qtbot: QtBot) -> None:
    dialog.apply.click()
    qtbot.waitUntil(lambda: dialog.planned is not None, timeout=60_000)


def write(dialog: AmendDialog, text: str) -> None:
    dialog.page.editor.setPlainText(text)


def rows(dialog: AmendDialog) -> list[QTreeWidgetItem]:
    view = dialog.fates.view
    found = [view.topLevelItem(at) for at in range(view.topLevelItemCount())]
    return [one for one in found if one is not None]


def button(desk: Desk, words: str) -> LineButton:
    links = desk.inspector.article.links
    return next(one for one in links.findChildren(LineButton) if one.words == words)


def test_a_slip_is_corrected_and_all_tags_go_along(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = open_source(desk, "Ukrinform")
        bytes_before = project_bytes(desk.session.project)
        tagged = before.annotations.in_order[0]
        desk.session.activate(tagged.id)
        at = before.text.index("Korea", 200)
        desk.view.set_caret(at)
        dialog = dialog_of(desk, "correct-text")
        QTest.keyClicks(dialog.page.editor, "South ")
        compare(dialog, qtbot)
        (difference,) = dialog.comparison.differences
        assert shown(desk).text[slice(*difference.old)] == ""
        assert not [row.text(1) for row in rows(dialog) if row.text(1) != "reworded"]
        dialog.apply.click()

        corrected = shown(desk)
        assert corrected.text == before.text[:at] + "South " + before.text[at:]
        assert corrected.head.title == before.head.title
        assert set(corrected.annotations.ids()) == set(before.annotations.ids())
        assert all(
            one.text == tuple(corrected.text[slice(*part)] for part in one.fragments)
            for one in corrected.annotations
        )
        assert desk.session.annotation is not None
        assert desk.session.annotation.id == tagged.id
        assert len(desk.article_list.order()) == 2
        assert "The text is corrected." in desk.notices.text

        assert desk.session.undo_title == "Correct the text"
        action(desk, "undo").trigger()
        assert project_bytes(desk.session.project) == bytes_before
        action(desk, "redo").trigger()
        assert corrected.head.id in desk.article_list.order()


def test_cancel_changes_nothing_and_the_same_text_is_no_correction(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        text = open_source(desk, "Anadolu").text
        before = project_bytes(desk.session.project)
        dialog = dialog_of(desk, "correct-text")
        dialog.apply.click()
        qtbot.waitUntil(dialog.page.trouble.isVisible)
        assert "exactly this text" in dialog.page.trouble.text()
        write(dialog, "")
        dialog.apply.click()
        qtbot.waitUntil(dialog.page.trouble.isVisible)
        write(dialog, text + " More.")
        compare(dialog, qtbot)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert project_bytes(desk.session.project) == before
        assert desk.session.undo_title is None


def test_what_was_written_is_not_dropped_unasked(
    start: Start, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    answers = [False, True]
    monkeypatch.setattr(amend_dialog, "is_confirmed", lambda *_: answers.pop(0))
    with start(project) as desk:
        open_source(desk, "Anadolu")
        dialog = dialog_of(desk, "correct-text")
        QTest.keyClicks(dialog.page.editor, "Typed.")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert answers == []


def test_what_is_cut_is_listed_stays_with_the_earlier_text_and_comes_back(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = open_source(desk, "Anadolu")
        denial = next(one for one in before.annotations if one.label == "denial")
        dialog = dialog_of(desk, "correct-text")
        start_of = before.text.rindex("\n", 0, denial.span.start) + 1
        end_of = before.text.index("\n", denial.span.end)
        write(dialog, before.text[:start_of] + before.text[end_of + 1 :])
        compare(dialog, qtbot)
        lost = [row for row in rows(dialog) if row.text(1) == "stays with the earlier text"]
        assert denial.text[0] in [row.text(2) for row in lost]
        dialog.fates.view.setCurrentItem(lost[0])
        dialog.apply.click()
        desk.session.activate("")

        assert desk.session.project.places[denial.id] == before.head.id
        button(desk, "Compare").click()
        qtbot.waitUntil(lambda: desk.window.findChild(ComparisonDialog) is not None)
        reading = desk.window.findChild(ComparisonDialog)
        assert reading.comparison.differences
        reading.reject()

        desk.session.commit(
            "Note", SetNote(shown(desk).head.id, shown(desk).annotations.in_order[0].id, "Seen.")
        )
        button(desk, "Go back…").click()
        back = only(desk)
        qtbot.waitUntil(lambda: back.planned is not None)
        back.apply.click()
        assert shown(desk).head.id == before.head.id
        assert set(shown(desk).annotations.ids()) == set(before.annotations.ids())
        assert [one.note for one in shown(desk).annotations].count("Seen.") == 1
        assert len(desk.session.project.articles) == 2


def test_a_new_version_is_pasted_and_stands_beside(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = open_source(desk, "Anadolu")
        paragraphs = before.text.split("\n")
        long = [at for at, one in enumerate(paragraphs) if len(one) > 100]
        moved = paragraphs.pop(long[2])
        del paragraphs[long[-1] - 1]
        text = "\n".join((moved, *paragraphs, "Update 👩‍👩‍👧: נוסף היום.", ""))
        dialog = dialog_of(desk, "new-version")
        assert dialog.page.editor.toPlainText() == ""
        write(dialog, text)
        compare(dialog, qtbot)
        kinds = {row.text(1) for row in rows(dialog)}
        assert kinds >= {"moved", "not copied"}
        for row in rows(dialog):
            dialog.fates.view.setCurrentItem(row)
        QTest.keyClick(dialog.comparison.old, Qt.Key.Key_N)
        QTest.keyClick(dialog.comparison.old, Qt.Key.Key_P)
        dialog.apply.click()

        after = shown(desk)
        assert after.text == text
        assert desk.session.project.article(before.head.id) == before
        copied = {one.origin.id: one for one in after.annotations}
        assert 0 < len(copied) < len(before.annotations)
        assert all(one.origin.by == "copy" for one in copied.values())
        assert len(desk.article_list.order()) == 3


def test_a_new_version_comes_from_a_file_of_another_encoding(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "later.txt"
    path.write_bytes("Министерство заявило, что склад пуст. Это опровергли.".encode("cp1251"))
    with start(project) as desk:
        open_source(desk, "Anadolu")
        dialog = dialog_of(desk, "new-version")
        dialog.read_file(tmp_path / "missing.txt")
        qtbot.waitUntil(dialog.page.trouble.isVisible)
        dialog.read_file(path)
        qtbot.waitUntil(lambda: bool(dialog.findChildren(ImportDialog)))
        (preview,) = dialog.findChildren(ImportDialog)
        assert preview.take.text() == "Use this text"
        preview.take.click()
        qtbot.waitUntil(lambda: dialog.planned is not None, timeout=60_000)
        dialog.apply.click()
        assert shown(desk).text.startswith("Министерство")


def test_a_megabyte_is_compared_beside_the_window(
    start: Start, project: Path, seeds: Path, qtbot: QtBot
) -> None:
    seed = (seeds / "000_c7f105b3da0fbea6.txt").read_text(encoding="utf-8")
    text = seed * (1_000_000 // len(seed))
    with start(project) as desk:
        before = article_from_text(text, added="2024-06-03T09:00:00Z")
        desk.session.commit("Paste", AddArticle(before))
        desk.session.open_article(before.head.id)
        spans = [Span(at, at + 40) for at in range(0, len(text) - 40, 500)]
        project_now, stamp = desk.session.project, desk.session.stamp()
        tags = [addition(project_now, before.head.id, "claim", [one], stamp) for one in spans]
        desk.session.commit("Tag", *tags)
        dialog = dialog_of(desk, "correct-text")
        changed = text[:5000] + "New. " + text[5000:].replace("North", "Nrth", 3)
        write(dialog, changed)
        compare(dialog, qtbot)
        assert dialog.planned is not None
        assert len(dialog.planned.fates) == len(spans)
        assert dialog.planned.count("lost") == 0
        bar = dialog.comparison.old.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        dialog.apply.click()
        assert shown(desk).text == changed
        assert before.head.id not in desk.article_list.order()
