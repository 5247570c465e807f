from pressmark.ui.desk import Desk


def test_the_caret_is_seen_in_an_article_and_nowhere_else(desk: Desk) -> None:
    assert desk.session.article is not None
    assert desk.view.cursorWidth() == 2
    desk.session.open_article("")
    assert desk.view.cursorWidth() == 0
