"""The overview: what it shows is what is counted, and a click lists just that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pressmark.analysis.figures import Scope, figures
from pressmark.analysis.notes import Notebook
from pressmark.edits.articles import DescribeArticle
from pressmark.store.open_project import new_project
from pressmark.ui.desk import Desk
from pressmark.ui.overview.overview_page import OverviewPage
from tests.window import action, opened

Keys = Qt.Key


def shown(desk: Desk, qtbot: QtBot) -> OverviewPage:
    """Have the overview open, and counted to the end."""
    if not desk.surveying.is_shown:
        action(desk, "overview").trigger()
    counted(desk, qtbot)
    return desk.surveying.page


def counted(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.surveying.is_up_to_date)


def found(desk: Desk, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: not desk.finding.panel.rows.is_searching)
    return desk.finding.panel.rows.rowCount()


def test_every_part_lists_just_as_many_as_it_counts(desk: Desk, qtbot: QtBot) -> None:
    page, project = shown(desk, qtbot), desk.session.project
    drawn = {one.id: one for one in figures(project, Notebook().read(project))}
    for chart in desk.surveying.charts:
        if chart.id == "progress":
            continue
        for row, told in enumerate(chart.rows):
            for part in filter(lambda one: one.number, told.parts):
                page.picked.emit(chart.id, row, part.key)
                assert found(desk, qtbot) == part.number
                assert len(drawn[chart.id].rows[row].parts[part.key]) == part.number
    assert desk.surveying.is_shown


def test_what_is_found_leads_to_the_article_and_the_menu_back(desk: Desk, qtbot: QtBot) -> None:
    shown(desk, qtbot).picked.emit("quote.speaker", 3, "quote")
    assert found(desk, qtbot) == 1
    desk.finding.panel.step(1)
    assert not desk.surveying.is_shown
    assert desk.view.isVisible()
    assert desk.docks.open_id == "find"
    action(desk, "overview").trigger()
    assert desk.surveying.is_shown


def test_progress_lists_the_articles_it_counts(desk: Desk, qtbot: QtBot) -> None:
    desk.views.toggle_articles()
    shown(desk, qtbot).picked.emit("progress", 0, "done")
    assert desk.views.shows_articles
    assert not desk.surveying.is_shown
    assert set(desk.article_list.order()) == set(desk.session.project.articles)
    assert {facet for facet, _ in desk.article_list.arrangement[1]} == {"article"}


def test_keys_go_through_the_parts_and_enter_lists_them(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    view = page.card("articles").view
    view.setFocus()
    assert view.accessibleName() == "By article"
    said = []
    for key in (Keys.Key_Home, Keys.Key_Right, Keys.Key_Down, Keys.Key_End):
        qtbot.keyClick(view, key)
        said.append(view.accessibleDescription().rpartition(", ")[2])
    assert said == ["Claim: 10", "Quote: 10", "Claim: 8", "Quote: 4"]
    qtbot.keyClick(view, Keys.Key_Return)
    assert found(desk, qtbot) == 4
    qtbot.keyClick(desk.finding.panel.list, Keys.Key_Escape)
    assert desk.docks.open_id == ""
    assert page.isAncestorOf(desk.window.focusWidget())
    qtbot.keyClick(page, Keys.Key_Escape)
    assert not desk.surveying.is_shown


def test_a_click_lists_what_is_under_it_and_the_pointer_tells_its_number(
    desk: Desk, qtbot: QtBot
) -> None:
    view = shown(desk, qtbot).card("labels").view
    box = view.drawing.spots[1].boxes[0]
    place = QPoint(round(box.x + box.width / 2) + 3, round(box.y + 6) + 3)
    with qtbot.waitSignal(view.told, check_params_cb=lambda words: words == "Quote: 14"):
        qtbot.mouseMove(view, place)
    assert view.toolTip() == "Quote: 14"
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert found(desk, qtbot) == 14


def test_only_what_is_asked_for_is_drawn(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert page.facts.text() == "38 annotations in 2 articles"
    page.scope.labels.button("quote").click()
    counted(desk, qtbot)
    assert page.facts.text() == "14 annotations in 2 articles"
    page.scope.tick("state", "new")
    counted(desk, qtbot)
    assert page.facts.text() == "0 annotations in 2 articles"
    page.scope.count_all()
    counted(desk, qtbot)
    assert page.scope.scope == Scope()
    assert page.facts.text() == "38 annotations in 2 articles"


def test_what_is_in_boilerplate_counts_and_is_listed_only_when_asked(
    desk: Desk, qtbot: QtBot
) -> None:
    article = desk.session.article
    assert article is not None
    first = next(one for one in article.annotations if one.label == "quote")
    inside = [one for one in article.annotations if first.span.contains(one.span)]
    desk.articles.toggle_zone(first.span, first.span.start)
    page = shown(desk, qtbot)
    assert page.facts.text() == f"{38 - len(inside)} annotations in 2 articles"
    page.scope.count_zones(on=True)
    counted(desk, qtbot)
    assert page.facts.text() == "38 annotations in 2 articles"
    page.picked.emit("labels", 1, "quote")
    assert found(desk, qtbot) == 14
    page.scope.count_all()
    counted(desk, qtbot)
    page.picked.emit("labels", 1, "quote")
    assert found(desk, qtbot) == 14 - sum(one.label == "quote" for one in inside)


def test_another_project_is_counted_anew(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    shown(desk, qtbot)
    made = tmp_path / "empty.pressmark"
    new_project(made, title="Empty").close()
    desk.files.open_path(made)
    assert not desk.surveying.is_shown
    page = shown(desk, qtbot)
    assert page.facts.text() == ""
    assert "Import some" in page.empty.accessibleName()


def test_a_time_is_asked_for_by_dates(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    article = desk.article_list.order()[0]
    desk.session.commit("Date", DescribeArticle(article, {"published": "2024-05-31"}))
    qtbot.waitUntil(lambda: bool(desk.surveying.chart("days").rows))
    counted(desk, qtbot)
    page.scope.since.setFocus()
    qtbot.keyClicks(page.scope.since, "2024-05")
    qtbot.keyClick(page.scope.since, Keys.Key_Return)
    counted(desk, qtbot)
    assert page.facts.text() == "12 annotations in 1 article"
    page.scope.since.clear()
    qtbot.keyClicks(page.scope.since, "last week")
    qtbot.keyClick(page.scope.since, Keys.Key_Return)
    counted(desk, qtbot)
    assert page.facts.text() == "38 annotations in 2 articles"
    assert "2024-05-27" in page.scope.since.toolTip()


def test_the_overview_follows_what_is_done(desk: Desk, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)
    desk.view.remove_active()
    qtbot.waitUntil(lambda: page.facts.text() == "37 annotations in 2 articles")
    assert desk.surveying.is_shown
    desk.session.undo()
    assert not desk.surveying.is_shown  # undo shows what it brought back


def test_nothing_to_count_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path / "gone.pressmark") as desk:
        assert not action(desk, "overview").isEnabled()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the name that somebody gives to the file."""
    named = tmp_path / "picture"
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(named)])
    return named


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("chart", ["", "denials"])
def test_charts_are_saved_as_pictures(
    desk: Desk, qtbot: QtBot, path: Path, kind: str, chart: str
) -> None:
    shown(desk, qtbot).save_asked.emit(chart, kind)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    if kind == "svg":
        text = path.read_text("utf-8")
        assert ">Kim Yo-jong</text>" in text
        assert (">By label</text>" in text) == (not chart)
    else:
        image = QImage(str(path))
        assert image.width() == 2 * ((640 if chart else 1320) + 56)
        assert image.height() > 400


def test_a_picture_never_takes_the_place_of_a_project(
    desk: Desk, qtbot: QtBot, path: Path, seeds: Path
) -> None:
    before = (seeds / "example.pressmark").read_bytes()
    path.write_bytes(before)
    page = shown(desk, qtbot)
    with qtbot.waitSignal(desk.session.refused):
        page.save_asked.emit("", "svg")
    assert path.read_bytes() == before
