from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.judgements import PutJudgement
from pressmark.model.judgement import Judgement
from pressmark.ui.panels.checks.checks_panel import ChecksPanel
from pressmark.ui.session import Session
from tests.ui.panels.conftest import Show


def test_a_judgement_that_lost_a_ground_is_listed_and_mended(
    anadolu: Session, show: Show, qtbot: QtBot
) -> None:
    judgement = Judgement(id="j", statement="It goes on.", relies_on=("B26", "gone"))
    anadolu.commit("Add", PutJudgement(judgement))
    panel = ChecksPanel(anadolu)
    show(panel, 900)
    panel.look()
    qtbot.waitUntil(lambda: not panel.rows.is_searching)
    (advice,) = panel.rows.all()
    assert advice.line.text == ("Judgement 1 relies on an annotation that is gone: It goes on.")
    panel.list.setCurrentIndex(panel.rows.index(0))
    with qtbot.waitSignal(panel.judgement_entered) as entered:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert entered.args == ["j"]
    QTest.keyClick(panel.list, Qt.Key.Key_M)
    assert anadolu.project.judgements["j"].relies_on == ("B26",)
