from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pressmark.model.article import Zone
from pressmark.store.open_project import project_bytes
from pressmark.ui.desk import Desk
from tests.window import action


def test_the_steps_from_article_to_article_go_by_the_list_and_end_at_its_ends(desk: Desk) -> None:
    first, second = desk.article_list.order()
    desk.articles.open_previous()
    assert desk.session.article_id == first
    desk.articles.open_next()
    desk.articles.open_next()
    assert desk.session.article_id == second


def test_done_is_a_state_of_ones_own_and_opens_the_next(desk: Desk) -> None:
    first, second = desk.article_list.order()
    before = desk.session.project.articles[first].head.states
    desk.articles.finish()
    assert desk.session.article_id == second
    states = desk.session.project.articles[first].head.states
    assert states == {**before, desk.session.annotator_id: "done"}
    assert desk.session.undo_title == "Mark article as done"


def test_a_state_that_is_so_already_is_no_step(desk: Desk) -> None:
    desk.articles.set_state("new")
    assert desk.session.undo_title is None


def test_a_removed_article_can_be_had_back_at_once(desk: Desk) -> None:
    first, second = desk.article_list.order()
    before = project_bytes(desk.session.project)
    desk.articles.remove()
    assert desk.session.article_id == second
    assert "removed with its 12 annotations" in desk.notices.text
    desk.notices.follow()
    assert project_bytes(desk.session.project) == before
    assert desk.session.article_id == first


def test_a_stretch_goes_out_of_the_content_and_back(desk: Desk) -> None:
    text = desk.view.text
    begin = text.index("Ten nations")
    desk.view.select(begin, begin + 11)
    before = desk.session.project
    desk.articles.toggle_zone(desk.view.selected_span(), desk.view.caret())
    article = desk.session.article
    assert article is not None
    assert any(zone.start <= begin < zone.end for zone in article.head.zones)
    desk.articles.toggle_zone(desk.view.selected_span(), desk.view.caret())
    desk.session.undo()
    desk.session.undo()
    assert desk.session.project == before


def test_at_the_ends_of_the_list_it_says_so(desk: Desk) -> None:
    desk.articles.open_previous()
    assert desk.notices.text == "This is the first article of the list."
    desk.articles.open_next()
    desk.articles.open_next()
    assert desk.notices.text == "This is the last article of the list."


def test_without_a_selection_the_paragraph_or_the_zone_at_the_caret_is_meant(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    before = article.head.zones
    at = article.text.index("That’s according to")
    desk.view.set_caret(at + 20)
    action(desk, "zone").trigger()
    made = next(one for one in zones_of(desk) if one not in before)
    assert article.text[made.start : made.end].startswith("That’s according to a joint statement")
    assert article.text[made.end - 1 : made.end + 1] == ".\n"
    action(desk, "zone").trigger()
    assert zones_of(desk) == before


def zones_of(desk: Desk) -> tuple[Zone, ...]:
    article = desk.session.article
    return article.head.zones if article else ()


def test_done_goes_to_the_next_that_is_not_and_says_when_all_are(desk: Desk) -> None:
    first, second = desk.article_list.order()
    desk.articles.open_next()
    desk.articles.finish()
    assert desk.session.article_id == first
    assert desk.notices.text == "Done. 1 article is left."
    desk.articles.finish()
    assert desk.session.article_id == first
    assert desk.notices.text == "Done, as are all articles of the list."
    desk.notices.follow()
    assert desk.articles.state == "new"
    assert desk.session.project.articles[second].head.states[desk.session.annotator_id] == "done"


def test_done_goes_on_where_done_articles_are_not_listed(desk: Desk) -> None:
    _first, second = desk.article_list.order()
    desk.article_list.arrange("title", frozenset({("state", "new")}))
    desk.session.open_article(desk.article_list.order()[0])
    last = desk.article_list.order()[1]
    desk.articles.finish()
    assert desk.session.article_id == last
    assert desk.article_list.order() == (last,)
    del second


def test_another_project_has_other_articles_to_choose(desk: Desk) -> None:
    desk.article_list.view.selectAll()
    desk.files.leave()
    assert desk.articles.meant == ()
    desk.files.open_example()
    assert desk.articles.meant == (desk.session.article_id,)


def test_several_get_a_state_and_go_as_one_step_each(desk: Desk) -> None:
    before = project_bytes(desk.session.project)
    ids = desk.article_list.order()
    desk.article_list.view.selectAll()
    assert desk.articles.meant == ids
    action(desk, "state-flagged").trigger()
    assert desk.session.undo_title == "Mark 2 articles as flagged"
    assert action(desk, "state-flagged").isChecked()
    assert action(desk, "remove-article").text() == "&Remove article (2)"
    action(desk, "remove-article").trigger()
    assert desk.article_list.order() == ()
    assert desk.notices.text == "2 articles were removed with 38 annotations."
    desk.notices.follow()
    assert desk.article_list.order() == ids
    desk.session.undo()
    assert project_bytes(desk.session.project) == before


def test_the_menu_of_several_is_about_all_of_them(desk: Desk, qtbot: QtBot) -> None:
    rows = desk.article_list
    rows.view.selectAll()
    rows.menu_asked.emit(rows.order()[1], QPoint(10, 10))
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    names = [one.text().replace("&", "") for one in shown.actions()]
    assert names == ["State", "Title, source, date…", "Remove article (2)"]
    assert desk.session.article_id == rows.order()[0]
    shown.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_without_articles_there_is_no_last_one(desk: Desk) -> None:
    desk.articles.remove()
    desk.articles.remove()
    desk.articles.open_next()
    assert desk.notices.text.startswith("No articles yet.")
