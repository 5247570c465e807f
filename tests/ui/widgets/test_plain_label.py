from pytestqt.qtbot import QtBot

from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.widgets.looking import colours, grabbed


def test_markup_and_mnemonics_are_shown_as_they_are(qtbot: QtBot) -> None:
    marked, plain = PlainLabel("<b>a</b> &b"), PlainLabel("a b")
    qtbot.addWidget(marked)
    qtbot.addWidget(plain)
    assert marked.text() == "<b>a</b> &b"
    assert marked.sizeHint().width() > 2 * plain.sizeHint().width()


def test_a_role_colours_the_words(theme: Theme, qtbot: QtBot) -> None:
    label = PlainLabel("MMMM", "danger")
    qtbot.addWidget(label)
    assert colours(grabbed(label))[theme.colours.danger.name()]
    label.show_role("good")
    seen = colours(grabbed(label))
    assert seen[theme.colours.good.name()]
    assert not seen[theme.colours.danger.name()]
