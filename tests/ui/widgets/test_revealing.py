from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.widgets.revealing import reveal


def test_what_opens_below_the_view_is_scrolled_to(qtbot: QtBot) -> None:
    around, page, part = QScrollArea(), QWidget(), QWidget()
    qtbot.addWidget(around)
    above = QWidget()
    above.setFixedHeight(400)
    part.setFixedHeight(90)
    column = QVBoxLayout(page)
    column.addWidget(above)
    column.addWidget(part)
    part.hide()
    around.setWidgetResizable(True)
    around.setWidget(page)
    around.resize(200, 200)
    with qtbot.waitExposed(around):
        around.show()
    part.show()
    reveal(part)
    bar = around.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0 and bar.value() == bar.maximum())
