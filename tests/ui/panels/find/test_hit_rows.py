from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from pressmark.analysis.concordance import Hit, Query
from pressmark.errors import QueryError
from pressmark.model.project import Project
from pressmark.model.span import Span
from pressmark.ui.panels import gradual_rows
from pressmark.ui.panels.find.hit_rows import HitRows
from pressmark.ui.panels.find.search import Found, Search, alike, hits


def found(start: int, article: str = "a") -> Found:
    return Found(Hit(article, Span(start, start + 1), "", "x", ""))


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[HitRows]:
    del qtbot
    parent = QObject()
    yield HitRows(parent)
    parent.deleteLater()


def test_rows_come_bit_by_bit_and_the_end_is_told(rows: HitRows, qtbot: QtBot) -> None:
    rows.search(iter([found(1), None, found(2), None]))
    qtbot.waitUntil(lambda: not rows.is_searching)
    assert [one.hit.span.start for one in rows.all()] == [1, 2]
    assert rows.article_count() == 1
    assert rows.places("a") == (Span(1, 2), Span(2, 3))


def test_a_search_without_end_stops_where_it_is_enough(
    rows: HitRows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradual_rows, "MOST", 7)

    def endless() -> Search:
        while True:
            yield found(1)

    rows.search(endless())
    qtbot.waitUntil(lambda: not rows.is_searching)
    assert rows.rowCount() == 7
    assert rows.is_full


def test_ticks_are_kept_by_row(rows: HitRows, qtbot: QtBot) -> None:
    rows.search(iter([found(1), found(2), found(3)]))
    qtbot.waitUntil(lambda: not rows.is_searching)
    rows.toggle(rows.index(1))
    assert [one.hit.span.start for one in rows.ticked()] == [2]
    role = Qt.ItemDataRole.CheckStateRole
    assert rows.index(1).data(role) == Qt.CheckState.Checked
    assert rows.index(0).data(role) == Qt.CheckState.Unchecked
    rows.tick_all(on=True)
    assert len(rows.ticked()) == 3
    rows.search(iter([found(9)]))
    assert rows.ticked() == ()


def test_a_pattern_that_is_wrong_is_told(rows: HitRows, qtbot: QtBot, example: Project) -> None:
    with qtbot.waitSignal(rows.failed) as failed:
        rows.search(hits(example, Query("(", pattern=True)))
    (error,) = failed.args
    assert isinstance(error, QueryError)
    assert not rows.is_searching


def test_one_article_is_searched_or_all_of_them(example: Project) -> None:
    everywhere = [one for one in hits(example, Query("arms transfers")) if one]
    assert len({one.hit.article for one in everywhere}) == 2
    home = everywhere[0].hit.article
    here = [one for one in hits(example, Query("arms transfers"), home) if one]
    assert {one.hit.article for one in here} == {home}


def test_the_same_words_are_found_elsewhere_with_their_share(example: Project) -> None:
    quote = example.annotation("A03")
    places = [one for one in alike(example, quote) if one]
    assert [(one.hit.article == example.places["B06"]) for one in places] == [True]
    assert "B06" in places[0].hit.annotations
    assert places[0].share is not None
    assert 0.5 < places[0].share < 1
