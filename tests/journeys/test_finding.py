"""Somebody looks for words, tags all that is alike in one step, and links what says the same."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.analysis.conditions import Condition
from pressmark.edits.additions import addition
from pressmark.edits.relations import RemoveRelation
from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action

ALL_LIKE_THIS = "North Korea"


def look_for(desk: Desk, text: str, qtbot: QtBot) -> None:
    action(desk, "find-everywhere").trigger()
    panel = desk.finding.panel
    panel.query.field.clear()
    QTest.keyClicks(panel.query.field, text)
    with qtbot.waitSignal(panel.query.asked):
        pass
    qtbot.waitUntil(lambda: not panel.rows.is_searching)


def test_what_is_found_is_gone_to_with_the_keys_alone(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        look_for(desk, "arms transfers", qtbot)
        panel = desk.finding.panel
        assert panel.query.count.text() == "3 places in 2 articles"
        QTest.keyClick(panel.query.field, Qt.Key.Key_Return)
        assert desk.view.selected_text() == "arms transfers"
        first = desk.session.article_id
        QTest.keyClick(panel.query.field, Qt.Key.Key_Return)
        assert desk.session.article_id != first
        assert desk.view.selected_text() == "arms transfers"
        assert desk.window.focusWidget() == panel.query.field
        QTest.keyClick(panel.query.field, Qt.Key.Key_Down)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
        assert desk.window.focusWidget() == desk.view
        action(desk, "find").trigger()
        QTest.keyClick(panel.query.field, Qt.Key.Key_Escape)  # empties the line
        QTest.keyClick(panel.query.field, Qt.Key.Key_Escape)
        assert desk.docks.open_id == ""


def test_all_that_is_alike_is_tagged_in_one_step(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        before = desk.session.project
        look_for(desk, ALL_LIKE_THIS, qtbot)
        panel = desk.finding.panel
        found = panel.rows.rowCount()
        assert found > 5
        box = panel.list.visualRect(panel.rows.index(0)).topLeft() + QPoint(20, 12)
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
        assert len(panel.rows.ticked()) == 1
        panel.tags.everything.click()
        QTest.keyClicks(panel.list, "1")
        after = desk.session.project
        assert after.annotation_count() == before.annotation_count() + found
        made = [after.annotation(one) for one in set(after.places) - set(before.places)]
        assert {(one.label, one.text) for one in made} == {("claim", (ALL_LIKE_THIS,))}
        assert desk.notices.text == f"{found} places were tagged."
        action(desk, "undo").trigger()
        assert desk.session.project.articles == before.articles


def test_all_like_an_annotation_leaves_words_whole(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        article = desk.session.article
        assert article is not None
        at = article.text.index("Korea")
        desk.session.open_article(article.head.id)
        desk.view.select(at, at + len("Korea"))
        QTest.keyClicks(desk.view, "1")
        action(desk, "find-alike").trigger()
        panel = desk.finding.panel
        qtbot.waitUntil(lambda: not panel.rows.is_searching)
        places = [one.hit for one in panel.rows.all()]
        assert len(places) > 5
        assert not any(hit.after[:1].isalnum() for hit in places)
        panel.query.words.click()
        qtbot.waitUntil(lambda: not panel.rows.is_searching)
        assert panel.rows.rowCount() > len(places)


def test_all_like_an_annotation_of_fragments_is_like_any_of_them(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        article = desk.session.article
        assert article is not None
        text = article.text
        outside = (Span(m.start(), m.end()) for m in re.finditer(r"\b[a-z]{6,}\b", text))
        spans = [one for one in outside if not article.is_zone(one)][:2]
        words = {text[slice(*one)] for one in spans}
        edit = addition(desk.session.project, article.head.id, "claim", spans, desk.session.stamp())
        desk.session.commit("Tag", edit)
        desk.session.show(edit.annotation.id)
        action(desk, "find-alike").trigger()
        panel = desk.finding.panel
        qtbot.waitUntil(lambda: panel.rows.rowCount() > 0 and not panel.rows.is_searching)
        found = {one.hit.text for one in panel.rows.all()}
        assert len(words) == 2
        assert words <= found


def test_tagging_all_again_tags_nothing_twice(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        look_for(desk, ALL_LIKE_THIS, qtbot)
        panel = desk.finding.panel
        for _ in range(2):
            look_for(desk, ALL_LIKE_THIS, qtbot)
            panel.rows.tick_all(on=True)
            panel.tag_asked.emit("claim", panel.rows.ticked())
            count = desk.session.project.annotation_count()
        assert count == desk.session.project.annotation_count()
        assert "tagged so already" in desk.notices.text


def test_where_a_direct_quotation_says_something_is_found_by_conditions(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        action(desk, "find-everywhere").trigger()
        panel = desk.finding.panel
        panel.query.field.clear()
        panel.conditions.show_conditions((Condition("quote", "form", "direct"),))
        qtbot.waitUntil(lambda: panel.rows.rowCount() > 0 and not panel.rows.is_searching)
        project_ = desk.session.project
        for one in panel.rows.all():
            tagged = [project_.annotation(name) for name in one.hit.annotations]
            assert any(tag.attributes.get("form") == "direct" for tag in tagged)


def test_the_same_statement_elsewhere_is_linked(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        for relation in desk.session.project.relations.touching("B06"):
            if relation.type == "same-statement-as":
                desk.session.commit("Unlink", RemoveRelation(relation.id))
        desk.session.show("B06")
        desk.view.setFocus()
        QTest.keyClick(desk.view, Qt.Key.Key_W)
        panel = desk.finding.panel
        qtbot.waitUntil(lambda: not panel.rows.is_searching)
        assert desk.docks.open_id == "find"
        panel.rows.tick_all(on=True)
        panel.tags.link.click()
        ends = [
            (one.from_, one.to)
            for one in desk.session.project.relations.touching("B06")
            if one.type == "same-statement-as"
        ]
        assert ends == [("B06", "A03")]
