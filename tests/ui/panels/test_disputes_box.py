from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.disputes import disputes_between
from pressmark.model.annotation import Hand
from pressmark.model.article import Zone
from pressmark.model.project import Project
from pressmark.model.records import Dispute, Relation
from pressmark.ui.panels.dispute_words import disputed_words, held_words, other_words
from pressmark.ui.panels.disputes_box import DisputesBox
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.edits.conftest import JUDGEMENT, base_project

PROJECT = base_project()
HEAD = PROJECT.articles["art"].head
RELATION = Relation(id="r", type="denies", from_="d", to="c")


def dispute(kind: str, record: str, kept: object, lost: object) -> Dispute:
    (found,) = disputes_between(kind, record, kept, lost)
    return found


@pytest.mark.parametrize(
    ("found", "called", "held", "other"),
    [
        (
            dispute("judgement", "j", JUDGEMENT, replace(JUDGEMENT, likelihood="very-unlikely")),
            "judgement “The measures bite.”: likelihood",
            "“Likely”",
            "“Very unlikely”",
        ),
        (
            dispute("judgement", "j", JUDGEMENT, replace(JUDGEMENT, confidence="low")),
            "judgement “The measures bite.”: confidence",
            "–",
            "“Low”",
        ),
        (
            dispute("article", "art", HEAD, replace(HEAD, title="a\nb")),
            "art: title",
            "“Sanctions”",
            "“a b”",
        ),
        (
            dispute("article", "art", HEAD, replace(HEAD, states={"anna": "done"})),
            "art: state (Anna)",
            "–",
            "“Done”",
        ),
        (
            dispute("article", "art", HEAD, replace(HEAD, keywords=("arms", "dprk"))),
            "art: keywords",
            "–",
            "“arms, dprk”",
        ),
        (
            dispute(
                "article", "art", HEAD, replace(HEAD, zones=(Zone(start=0, end=3, kind="other"),))
            ),
            "art: boilerplate",
            "–",
            "1 entry",
        ),
        (
            dispute("relation", "r", RELATION, replace(RELATION, inferred=True)),
            "Denies, ongyang denied everything.: inferred",
            "no",
            "yes",
        ),
        (
            dispute("project", "project", PROJECT, replace(PROJECT, unknown={"mood": {"at": 1}})),
            "Project: mood",
            "–",
            '“{"at": 1}”',
        ),
    ],
    ids=lambda one: one.name if isinstance(one, Dispute) else "",
)
def test_a_dispute_is_told_in_words(found: Dispute, called: str, held: str, other: str) -> None:
    assert disputed_words(PROJECT, found, with_record=True) == called
    assert held_words(PROJECT, found) == held
    assert other_words(found) == other


def test_the_box_names_each_field_and_says_which_button_was_pressed(qtbot: QtBot) -> None:
    box = DisputesBox()
    qtbot.addWidget(box)
    lost = replace(HEAD, title="<b>Another</b>", source="Bo")
    found = list(disputes_between("article", "art", HEAD, lost))
    box.show_disputes(PROJECT, found)
    assert box.isVisible()
    shown = [one.text() for one in box.findChildren(PlainLabel)]
    assert "The other version: “<b>Another</b>”" in shown
    buttons = box.buttons()
    assert [one.accessibleName() for one in buttons[:2]] == [
        "Source: Take the other version",
        "Source: Dismiss the other version",
    ]
    with qtbot.waitSignal(box.taken) as taken:
        qtbot.keyClick(buttons[2], Qt.Key.Key_Space)
    assert taken.args == [found[1].id]
    with qtbot.waitSignal(box.dismissed) as dismissed:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert dismissed.args == [found[0].id]
    box.show_disputes(PROJECT, [])
    assert not box.isVisible()
    assert box.buttons() == []


def test_without_the_fields_beside_it_the_box_says_what_they_hold(qtbot: QtBot) -> None:
    box = DisputesBox(is_alone=True)
    qtbot.addWidget(box)
    other: Project = replace(PROJECT, title="Another")
    box.show_disputes(PROJECT, list(disputes_between("project", "project", PROJECT, other)))
    shown = [one.text() for one in box.findChildren(PlainLabel)]
    assert shown == ["Project: title", "Holds “A project”", "The other version: “Another”"]


@pytest.mark.parametrize("is_alone", [True, False])
def test_whose_each_version_is_is_said(qtbot: QtBot, *, is_alone: bool) -> None:
    anna, bo = Hand(annotator="anna", time="2024-05-31T12:00:00Z"), Hand(annotator="nobody")
    found = dispute("article", "art", HEAD, replace(HEAD, title="Other"))

    def said(project: Project) -> list[str]:
        box = DisputesBox(is_alone=is_alone)
        qtbot.addWidget(box)
        box.show_disputes(project, [replace(found, held_by=anna, other_by=bo)])
        return [one.text() for one in box.findChildren(PlainLabel) if "Anna" in one.text()]

    (words,) = said(PROJECT)
    assert "31 May 2024" in words
    since = replace(HEAD, title="A third one")
    assert said(PROJECT.with_head(since)) == []
