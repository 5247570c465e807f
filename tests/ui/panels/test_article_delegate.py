from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyleOptionViewItem

from pressmark.edits.articles import SetState
from pressmark.ui.panels.article_delegate import HEIGHT
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.session import Session
from pressmark.ui.theme.themes import Theme
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM
from tests.ui.widgets.looking import colours, columns

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def panel(session: Session, show: Callable[..., None], theme: Theme) -> ArticleList:
    del theme  # it is shown before the panel
    made = ArticleList(session)
    show(made, 280, 400)
    return made


def row(panel: ArticleList, at: int) -> QImage:
    place: QRect = panel.view.visualRect(panel.view.model().index(at, 0))
    return panel.view.viewport().grab(place).toImage()


def test_the_bar_has_the_colours_of_the_labels(panel: ArticleList, theme: Theme) -> None:
    first, second = colours(row(panel, 0)), colours(row(panel, 1))
    marks = {name: theme.mark(name).colour.name() for name in ("claim", "quote", "denial")}
    assert first[marks["claim"]] > first[marks["quote"]] > 50
    assert first[marks["denial"]] == 0
    assert second[marks["denial"]] > 20


def test_the_article_that_is_open_has_an_accent_where_its_lines_begin(
    session: Session, panel: ArticleList, theme: Theme
) -> None:
    session.open_article(ANADOLU)
    accent, chip = theme.colours.accent, theme.colours.chip.name()
    assert columns(row(panel, 1), accent)[:3] == [0, 1, 2]
    assert colours(row(panel, 1))[chip] > 5000
    assert colours(row(panel, 0))[chip] == 0
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = row(panel, 1)
    assert columns(mirrored, accent)[-3:] == [mirrored.width() - at for at in (3, 2, 1)]


@pytest.mark.parametrize(("state", "colour"), [("done", "good"), ("flagged", "warning")])
def test_the_state_is_shown_by_a_picture(
    session: Session, panel: ArticleList, theme: Theme, state: str, colour: str
) -> None:
    name = getattr(theme.colours, colour).name()
    before = colours(row(panel, 0))[name]
    session.commit("Mark", SetState(UKRINFORM, "me", state))
    assert colours(row(panel, 0))[name] > before


def test_every_row_has_the_same_height(panel: ArticleList) -> None:
    delegate, model = panel.view.itemDelegate(), panel.view.model()
    heights = {
        delegate.sizeHint(QStyleOptionViewItem(), model.index(at, 0)).height() for at in (0, 1)
    }
    assert heights == {HEIGHT}
