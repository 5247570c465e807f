from pressmark.ui.desk import Desk
from tests.window import action


def test_panes_go_and_come_with_their_tick(desk: Desk) -> None:
    for name, pane in (("articles", desk.article_list), ("inspector", desk.inspector)):
        assert action(desk, name).isChecked()
        action(desk, name).trigger()
        assert not pane.isVisible()
        assert not action(desk, name).isChecked()
        action(desk, name).trigger()
        assert pane.isVisible()


def test_the_focus_mode_leaves_paper_and_labels_and_brings_back_what_was_there(desk: Desk) -> None:
    desk.views.toggle_articles()
    action(desk, "focus").trigger()
    rest = (desk.article_list, desk.inspector, desk.window.statusBar(), desk.window.menuBar())
    assert not any(part.isVisible() for part in rest)
    assert desk.view.isVisible()
    assert action(desk, "focus").isEnabled()  # its key goes on working without the menus
    action(desk, "focus").trigger()
    assert [part.isVisible() for part in rest] == [False, True, True, True]


def test_the_inspector_comes_when_it_is_asked_for(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)
    desk.views.toggle_focus()
    desk.views.write_note()
    assert not desk.views.is_focused
    assert desk.window.focusWidget() is desk.inspector.annotation.note
