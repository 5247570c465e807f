from collections.abc import Callable
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetAttributes
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.panels.inspector.proposal_line import ProposalLine
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU


@pytest.fixture
def inspector(anadolu: Session, show: Callable[..., None]) -> Inspector:
    made = Inspector(anadolu, lambda: None)
    show(made)
    annotation = anadolu.project.annotation("B22")
    nothing = MappingProxyType(dict.fromkeys(annotation.attributes))
    anadolu.commit("Clear", SetAttributes(ANADOLU, "B22", nothing))
    anadolu.activate("B22")
    return made


def lines(inspector: Inspector) -> list[ProposalLine]:
    return [one for one in inspector.findChildren(ProposalLine) if one.isVisible()]


@pytest.mark.parametrize("way", ["key", "button"])
def test_one_proposal_is_dismissed_and_the_others_are_taken(
    anadolu: Session, inspector: Inspector, qtbot: QtBot, way: str
) -> None:
    proposing = inspector.proposing
    assert set(proposing.proposed()) == {"denier", "cue"}
    line = lines(inspector)[0]
    (dismissed,) = set(proposing.proposed()) - {
        name for name in proposing.proposed() if name.title() not in line.button.accessibleName()
    }
    if way == "key":
        qtbot.keyClick(line.button, Qt.Key.Key_Delete)
    else:
        line.dismiss.click()
    assert len(lines(inspector)) == 1
    assert dismissed not in proposing.proposed()
    anadolu.activate("")
    anadolu.activate("B22")
    assert dismissed not in proposing.proposed()
    proposing.take()
    assert anadolu.annotation is not None
    assert set(anadolu.annotation.attributes) == {"denier", "cue"} - {dismissed}
