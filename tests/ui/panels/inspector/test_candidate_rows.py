from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.inspector.candidate_rows import MOST, Candidate, CandidateRows
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, annotation, article, project_of, session_on
from tests.ui.panels.test_article_rows import Closed


@pytest.fixture
def rows(anadolu: Session) -> CandidateRows:
    return CandidateRows(anadolu, anadolu)


def is_denial(one: Candidate) -> bool:
    return one.annotation.label == "denial"


def found(rows: CandidateRows) -> list[str]:
    indexes = (rows.index(row) for row in range(rows.rowCount()))
    candidates = (rows.candidate(index) for index in indexes)
    return [candidate.annotation.id for candidate in candidates if candidate]


def is_settled(rows: CandidateRows) -> bool:
    return not rows.is_searching


def test_the_article_at_hand_comes_first(rows: CandidateRows, qtbot: QtBot) -> None:
    rows.search(ANADOLU, lambda one: one.annotation.label == "claim")
    qtbot.waitUntil(lambda: is_settled(rows))
    ids = found(rows)
    assert len(ids) == 18
    assert [one[0] for one in ids] == ["B"] * 10 + ["A"] * 8


def test_rows_say_label_words_and_where_they_are(rows: CandidateRows, qtbot: QtBot) -> None:
    rows.search(ANADOLU, lambda one: one.annotation.id in {"A01", "B01"})
    qtbot.waitUntil(lambda: is_settled(rows))
    heard = [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert heard[0].startswith("Quote, an alleged illegal arms trade")
    assert not heard[0].endswith("Ukrinform")
    assert heard[1].endswith(", Ukrinform")


def test_a_new_search_forgets_the_old_one(rows: CandidateRows, qtbot: QtBot) -> None:
    rows.search(ANADOLU, is_denial)
    rows.search(ANADOLU, lambda one: one.annotation.id == "B02")
    qtbot.waitUntil(lambda: is_settled(rows))
    assert found(rows) == ["B02"]


def test_there_is_an_end_to_what_is_offered(qtbot: QtBot) -> None:
    tagged = [annotation(f"n{at:04}", "claim", 0, 3) for at in range(MOST + 50)]
    session = session_on(project_of(article("a", *tagged)))
    rows = CandidateRows(session, session)
    rows.search("a", lambda _one: True)
    qtbot.waitUntil(lambda: is_settled(rows))
    assert rows.rowCount() == MOST


def test_a_damaged_article_offers_nothing(qtbot: QtBot) -> None:
    project = project_of(article("a", annotation("n", "claim", 0, 3)))
    damaged = Closed(replace(project.articles["a"].head, id="b"))
    project = replace(project, articles=project.articles.set("b", damaged))
    session = session_on(project)
    rows = CandidateRows(session, session)
    rows.search("a", lambda _one: True)
    qtbot.waitUntil(lambda: is_settled(rows))
    assert found(rows) == ["n"]
    assert damaged.openings == 1
