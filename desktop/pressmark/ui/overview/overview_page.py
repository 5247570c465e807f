"""The overview of a project, in the place of its panes."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.overview.card_columns import CardColumns
from pressmark.ui.overview.chart_card import ChartCard
from pressmark.ui.overview.charts import Chart
from pressmark.ui.overview.painting import Marks
from pressmark.ui.overview.scope_bar import ScopeBar
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_AROUND = 24
"""Pixels that are to be seen round what the keys are on."""


class OverviewPage(QWidget):
    """Cards with charts, and above them what they count; Esc leaves."""

    left = Signal()
    """Somebody wants to go back to the article."""
    picked = Signal(str, int, str)
    """The id of a chart, and the row and part of it that were asked for."""
    save_asked = Signal(str, str)
    """The id of a chart, or "" for all, and "svg" or "png"."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Overview"))
        self.scope = ScopeBar(session)
        self.facts = ElidedLabel(role="muted")
        self._cards: dict[str, ChartCard] = {}
        self.columns = CardColumns()
        self.empty = EmptyState("highlighter", "")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = self._framed()
        self._scroll.setWidget(self._sheet)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._pages, 1)

    def card(self, chart_id: str) -> ChartCard:
        """Return the card of a chart (KeyError where there is none)."""
        return self._cards[chart_id]

    def show_charts(self, charts: tuple[Chart, ...], marks: Marks, facts: str) -> None:
        """Show these charts, and a line of facts above them."""
        self.facts.setText(facts)
        cards = {chart.id: self._cards.get(chart.id) or self._card(chart.id) for chart in charts}
        for chart in charts:
            cards[chart.id].show_chart(chart, marks)
        self._cards = cards
        self.columns.show_cards([*cards.values()])
        self.save.setEnabled(True)
        self._pages.setCurrentWidget(self._scroll)
        if self.window().focusWidget() is self.close_button:
            self.enter()  # it waited there for something to go to

    def show_empty(self, sentence: str) -> None:
        """Say why there is nothing to look at."""
        self.facts.setText("")
        self.empty.say(sentence)
        self.save.setEnabled(False)
        self._pages.setCurrentWidget(self.empty)

    def enter(self) -> None:
        """Go to the first chart."""
        first = next((one for one in self._cards.values() if one.view.isVisible()), None)
        (first.view if first else self.close_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, chart_id: str) -> ChartCard:
        card = ChartCard(chart_id)
        card.picked.connect(self.picked)
        card.save_asked.connect(self.save_asked)
        card.view.moved.connect(lambda box: self._reveal(card.view, box))
        return card

    def _reveal(self, view: QWidget, box: QRect) -> None:
        """Scroll to a part of a chart."""
        middle = view.mapTo(self._sheet, box.center())
        self._scroll.ensureVisible(middle.x(), middle.y(), _AROUND, box.height() // 2 + _AROUND)

    def _framed(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(18, 4, 18, 18)
        column.addWidget(self.columns)
        column.addStretch()
        return frame

    def _head(self) -> QHBoxLayout:
        self.save = QToolButton()
        give_icon(self.save, "download")
        self.save.setAccessibleName(self.tr("Save as picture"))
        give_tooltip(self.save, self.tr("Save as picture"))
        self.save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.save)
        for kind, words in (("svg", self.tr("As SVG…")), ("png", self.tr("As PNG…"))):
            menu.addAction(words).triggered.connect(
                lambda _on=False, kind=kind: self.save_asked.emit("", kind)
            )
        self.save.setMenu(menu)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(self.tr("Back to the article"))
        give_tooltip(self.close_button, self.tr("Back to the article"))
        give_icon(self.close_button, "x")
        self.close_button.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 14, 10)
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Overview"), "title"))
        head.addWidget(self.facts, 1)
        head.addWidget(self.scope)
        head.addWidget(self.save)
        head.addWidget(self.close_button)
        return head
