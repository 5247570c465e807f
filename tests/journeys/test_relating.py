"""Somebody says what denies, supports and repeats what: by keys alone, then by mouse."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.model.records import Relation
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action

KEY = Qt.Key
DENIAL, OTHER = "B26", "B25"


def made(desk: Desk, before: set[str]) -> Relation:
    (one,) = (relation for relation in desk.session.project.relations if relation.id not in before)
    return one


def known(desk: Desk) -> set[str]:
    return {one.id for one in desk.session.project.relations}


def test_a_relation_is_made_by_the_keys_alone(start: Start, project: Path) -> None:
    with start(project) as desk:
        desk.session.show(DENIAL)
        before = known(desk)
        view, linking = desk.view, desk.relating.linking
        QTest.keyClick(view, KEY.Key_L)
        assert linking.card.isVisible()
        while linking.other is None or linking.other.id != OTHER:
            QTest.keyClick(view, KEY.Key_P)
        assert [one.accessibleName() for one in linking.card.buttons] == ["denies"]
        QTest.keyClick(view, KEY.Key_D, Qt.KeyboardModifier.ShiftModifier)
        one = made(desk, before)
        assert (one.type, one.from_, one.to, one.inferred) == ("denies", DENIAL, OTHER, True)
        assert "Relation added: denies" in desk.notices.text
        assert [arc.other for arc in desk.relating.curves.arcs()].count(OTHER) == 1
        action(desk, "undo").trigger()
        assert known(desk) == before
        assert desk.session.annotation is not None
        assert desk.session.annotation.id == DENIAL


def test_the_other_end_in_another_article_comes_from_a_list(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.session.show("B01")
        before = known(desk)
        QTest.keyClick(desk.view, KEY.Key_L)
        QTest.keyClicks(desk.view, "/")
        form = desk.inspector.annotation.relations.form
        assert form.isVisible()
        assert desk.window.focusWidget() == form.filter
        form.kind.setCurrentText("same statement as")
        QTest.keyClicks(form.filter, "Ukrinform")
        qtbot.waitUntil(lambda: "Ukrinform" in form.preview.text)
        qtbot.waitUntil(lambda: not form._rows.is_searching)
        QTest.keyClick(form.filter, KEY.Key_Down)
        QTest.keyClick(form.filter, KEY.Key_Return)
        one = made(desk, before)
        places = desk.session.project.places
        assert (one.type, one.from_) == ("same-statement-as", "B01")
        assert one.to is not None
        assert places[one.to] != places["B01"]
        desk.view.setFocus()
        names = {stub.name.split()[0] for stub in desk.relating.curves.stubs()}
        assert names == {"Ukrinform"}


def test_a_relation_is_made_by_mouse_alone(start: Start, project: Path) -> None:
    with start(project) as desk:
        desk.session.show(DENIAL)
        before, view = known(desk), desk.view
        click(desk.inspector.annotation.relations.pick)
        other = desk.session.project.annotation(OTHER)
        view.scroll_to(OTHER)
        box = view.boxes(other.fragments[0])[0]
        place = QPoint(int(box.left()) + 3, int(box.center().y()))
        linking = desk.relating.linking
        for _ in range(4):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
            if linking.other is not None and linking.other.id == OTHER:
                break
        linking.card.inferred.click()
        click(linking.card.buttons[0])
        one = made(desk, before)
        assert (one.type, one.from_, one.to, one.inferred) == ("denies", DENIAL, OTHER, True)


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload] -- a widget


def test_what_nobody_denies_is_found_and_denied_no_more(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        QTest.keyClick(desk.window, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)
        panel = desk.relating.panel
        assert desk.docks.open_id == "relations"
        panel.show_only.setCurrentText("Claim that no denial denies")
        qtbot.waitUntil(lambda: panel.rows.rowCount() > 0 and not panel.rows.is_searching)
        undenied = panel.rows.rowCount()
        QTest.keyClick(panel.list, KEY.Key_Down)
        QTest.keyClick(panel.list, KEY.Key_Return)
        assert desk.window.focusWidget() == desk.view
        claim = desk.session.annotation
        assert claim is not None
        QTest.keyClick(desk.view, KEY.Key_L)
        QTest.keyClicks(desk.view, "/")
        form = desk.inspector.annotation.relations.form
        form.kind.setCurrentText("The other one denies this")
        qtbot.waitUntil(lambda: form.view.currentIndex().isValid())
        QTest.keyClick(form.filter, KEY.Key_Return)
        (denies,) = (
            one for one in desk.session.project.relations.touching(claim.id) if one.type == "denies"
        )
        assert denies.to == claim.id
        qtbot.waitUntil(lambda: panel.rows.rowCount() == undenied - 1)


def test_an_article_is_linked_to_what_it_reprints(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        action(desk, "describe").trigger()
        linking = desk.inspector.article.linking
        linking.add.setFocus()
        QTest.keyClick(linking.add, KEY.Key_Space)
        qtbot.waitUntil(lambda: linking.form.rows.rowCount() == 1)
        QTest.keyClick(linking.form.filter, KEY.Key_Return)
        here = desk.session.article_id
        (link,) = desk.session.project.articles[here].head.links
        assert link.type == "reprint-of"
        assert desk.amending.can_compare
        action(desk, "undo").trigger()
        assert desk.session.project.articles[here].head.links == ()
