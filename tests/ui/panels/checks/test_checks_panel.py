from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.analysis.checks import CHECKS, check
from pressmark.edits.additions import addition
from pressmark.model.span import Span
from pressmark.ui.panels.checks.checks_panel import ChecksPanel
from pressmark.ui.panels.checks.finding_words import _MENDS, CODES
from pressmark.ui.session import Session
from tests.ui.panels.conftest import Show


def tag_raggedly(session: Session) -> str:
    article = session.article
    assert article is not None
    start = article.text.index("ministers") + 2
    span = Span(start, start + 20)
    edit = addition(
        session.project, article.head.id, "claim", (span,), session.stamp(), annotation_id="odd"
    )
    session.commit("Tag", edit)
    return "odd"


def looked(panel: ChecksPanel, qtbot: QtBot) -> None:
    panel.look()
    qtbot.waitUntil(lambda: not panel.rows.is_searching)


def test_a_sound_project_has_nothing_worth_a_look(
    anadolu: Session, show: Show, qtbot: QtBot
) -> None:
    panel = ChecksPanel(anadolu)
    show(panel)
    looked(panel, qtbot)
    assert panel.rows.rowCount() == 0
    assert not panel.mend.isEnabled()


def test_the_list_leads_there_and_m_mends(anadolu: Session, show: Show, qtbot: QtBot) -> None:
    before = anadolu.project
    name = tag_raggedly(anadolu)
    panel = ChecksPanel(anadolu)
    show(panel, 700)
    looked(panel, qtbot)
    found = [one.finding.code for one in panel.rows.all()]
    assert found == ["ragged"]
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert anadolu.annotation is not None
    assert anadolu.annotation.id == name
    assert panel.mend.text() == "Take whole words (M)"
    QTest.keyClick(panel.list, Qt.Key.Key_M)
    assert [one.code for one in check(anadolu.project)] == []
    qtbot.waitUntil(lambda: not panel.rows.is_searching and not panel.rows.all())
    anadolu.undo()
    anadolu.undo()
    assert anadolu.project.articles == before.articles


def test_x_lets_a_finding_be_and_takes_it_up_again(
    anadolu: Session, show: Show, qtbot: QtBot
) -> None:
    name = tag_raggedly(anadolu)
    panel = ChecksPanel(anadolu)
    show(panel, 700)
    looked(panel, qtbot)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: not panel.rows.is_searching and not panel.rows.all())
    assert anadolu.project.annotation(name).waived == ("ragged",)
    assert [*check(anadolu.project)] == []
    assert panel.shows_waived.text() == "Show 1 that is let be"
    panel.shows_waived.click()
    looked(panel, qtbot)
    (advice,) = panel.rows.all()
    assert advice.is_waived
    panel.list.setCurrentIndex(panel.rows.index(0))
    panel.waive_current()
    assert anadolu.project.annotation(name).waived == ()
    anadolu.undo()
    assert anadolu.project.annotation(name).waived == ("ragged",)


def test_every_mend_is_of_a_finding_that_has_words() -> None:
    assert set(_MENDS) <= CODES
    assert CHECKS
