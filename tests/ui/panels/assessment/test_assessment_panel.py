import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.judgements import PutJudgement, SetJudgement, SetSummary
from pressmark.model.judgement import LIKELIHOODS, Judgement
from pressmark.ui.panels.assessment.assessment_panel import AssessmentPanel
from pressmark.ui.panels.assessment.judgement_card import JudgementCard
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.conftest import Show


@pytest.fixture
def panel(anadolu: Session, show: Show) -> AssessmentPanel:
    """Return the panel with two judgements, "one" and "two"."""
    anadolu.commit(
        "Add",
        PutJudgement(Judgement(id="one", order=1, statement="One.", relies_on=("B26",))),
        PutJudgement(Judgement(id="two", order=2, statement="Two.")),
    )
    made = AssessmentPanel(anadolu)
    show(made, 1000, 400)
    return made


def statements(session: Session) -> list[str]:
    return [one.statement for one in session.project.ranked()]


def shown(panel: AssessmentPanel) -> list[str]:
    cards = sorted(panel.cards.values(), key=lambda card: card.y())
    return [card.statement.toPlainText() for card in cards]


def warned(card: JudgementCard) -> bool:
    return any(
        one.isVisible()
        for one in card.findChildren(PlainLabel)
        if one.property("role") == "warning"
    )


def test_what_is_written_is_taken_over_after_a_pause(
    panel: AssessmentPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.summary.setFocus()
    QTest.keyClicks(panel.summary, "In short.")
    assert anadolu.project.summary == ""
    qtbot.waitUntil(lambda: anadolu.project.summary == "In short.")
    QTest.keyClicks(panel.summary, " More")
    anadolu.commit("Elsewhere", SetJudgement("two", {"statement": "Second."}))
    assert panel.summary.toPlainText() == "In short. More"
    assert shown(panel) == ["One.", "Second."]


def test_a_judgement_is_added_last_and_written_at_once(
    panel: AssessmentPanel, anadolu: Session
) -> None:
    panel.add.click()
    card = panel.cards[panel.current]
    assert panel.window().focusWidget() is card.statement
    QTest.keyClicks(card.statement, "Three.")
    QTest.keyClick(card.statement, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statements(anadolu) == ["One.", "Two.", "Three."]
    anadolu.undo()
    anadolu.undo()
    assert statements(anadolu) == ["One.", "Two."]
    assert shown(panel) == ["One.", "Two."]


def test_judgements_change_places(panel: AssessmentPanel, anadolu: Session, qtbot: QtBot) -> None:
    panel.cards["one"].down.click()
    assert statements(anadolu) == ["Two.", "One."]
    qtbot.waitUntil(lambda: shown(panel) == ["Two.", "One."])
    assert not panel.cards["one"].down.isEnabled()
    assert panel.cards["one"].statement.accessibleName() == "Judgement 2"
    anadolu.undo()
    qtbot.waitUntil(lambda: shown(panel) == ["One.", "Two."])


def test_likelihood_is_one_of_seven_words_with_its_range(
    panel: AssessmentPanel, anadolu: Session
) -> None:
    field = panel.cards["one"].likelihood
    words = [field.itemText(at) for at in range(1, field.count())]
    assert words[0] == "Almost no chance"
    assert len(words) == len(LIKELIHOODS) == 7
    assert field.itemData(4, Qt.ItemDataRole.ToolTipRole) == "45 to 55 %"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert anadolu.project.judgements["one"].likelihood == "almost-no-chance"
    assert field.toolTip() == "1 to 5 %"
    anadolu.undo()
    assert field.currentText() == "–"


def test_a_likelihood_of_some_other_file_stays_until_another_is_chosen(
    panel: AssessmentPanel, anadolu: Session
) -> None:
    anadolu.commit("Import", SetJudgement("one", {"likelihood": "a-toss-up"}))
    assert panel.cards["one"].likelihood.currentText() == "A toss up"
    QTest.keyClicks(panel.cards["one"].statement, "!")
    panel.cards["two"].statement.setFocus()
    assert anadolu.project.judgements["one"].likelihood == "a-toss-up"


def test_confidence_in_the_words_is_warned_of_only_beside_a_likelihood(
    panel: AssessmentPanel, anadolu: Session
) -> None:
    words = "We are confident that it goes on."
    anadolu.commit("Write", SetJudgement("one", {"statement": words}))
    assert not warned(panel.cards["one"])
    anadolu.commit("Choose", SetJudgement("one", {"likelihood": "likely"}))
    assert warned(panel.cards["one"])
    anadolu.commit("Write", SetSummary("It is likely, with low confidence."))
    assert any(one.text().startswith("Confidence and") for one in visible_labels(panel))


def visible_labels(panel: AssessmentPanel) -> list[PlainLabel]:
    return [one for one in panel.findChildren(PlainLabel) if one.isVisible()]


def test_the_active_annotation_is_offered_unless_it_is_relied_on(
    panel: AssessmentPanel, anadolu: Session, qtbot: QtBot
) -> None:
    one, two = panel.cards["one"].relied, panel.cards["two"].relied
    assert not two.add.isVisible()
    anadolu.activate("B26")
    assert (one.add.isVisible(), two.add.isVisible()) == (False, True)
    with qtbot.waitSignal(panel.rely_asked):
        two.add.click()
    assert panel.current == "two"
    one.chips[0].button.click()
    assert anadolu.project.judgements["one"].relies_on == ()
    assert one.add.isVisible()


def test_a_judgement_goes_and_comes_back(panel: AssessmentPanel, anadolu: Session) -> None:
    panel.cards["one"].remove.click()
    assert statements(anadolu) == ["Two."]
    assert panel.window().focusWidget() is panel.add
    anadolu.undo()
    assert statements(anadolu) == ["One.", "Two."]


def test_a_project_that_is_only_read_takes_no_word(
    panel: AssessmentPanel, anadolu: Session
) -> None:
    anadolu.file.read_only = "locked"  # type: ignore[union-attr]  # one is open
    anadolu.frame_changed.emit()
    card = panel.cards["one"]
    assert panel.summary.isReadOnly()
    assert card.statement.isReadOnly()
    assert not card.remove.isEnabled()
    assert card.relied.chips[0].isEnabled()
    assert not panel.add.isEnabled()
