from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.ui.dialogs.amend.text_page import TextPage

ODD = "One\u00a0two\u2028three\u2029 four \x00 five\ufffc 👩‍👩‍👧 six.\n\nשלום\u200f עולם.\n"


def test_what_qt_would_change_comes_back_as_it_was(qtbot: QtBot) -> None:
    page = TextPage("correction", ODD)
    qtbot.addWidget(page)
    assert page.text_maker()() == ODD
    page.go_to(ODD.index("six"))
    QTest.keyClicks(page.editor, "6 ")
    assert page.text_maker()() == ODD.replace("six", "6 six")
    assert page.is_edited
    page.editor.undo()
    assert page.text_maker()() == ODD


def test_a_new_version_is_what_is_pasted_as_plain_text(qtbot: QtBot) -> None:
    page = TextPage("version", "The article.")
    qtbot.addWidget(page)
    assert page.text_maker()() == ""
    page.go_to(5)
    page.editor.insertPlainText("<b>Bold</b>\u00a0it\r\nis.")
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    assert page.text_maker()() == "<b>Bold</b>\u00a0it\nis."
