"""A card with one chart: its title, what is pointed at, and more of it where there is more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout

from pressmark.ui.overview.chart_view import ChartView
from pressmark.ui.overview.charts import MANY, Chart
from pressmark.ui.overview.painting import Marks
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import counted, number_words
from pressmark.ui.words import phrase as _t

_FEW = 8
"""How many rows are shown at first."""


class ChartCard(QFrame):
    """Shows a chart, or in a sentence how it comes to have something in it."""

    picked = Signal(str, int, str)
    """The id of the chart, a row and a part of it that were asked for."""
    save_asked = Signal(str, str)
    """The id of the chart, and "svg" or "png"."""

    def __init__(self, chart_id: str) -> None:
        super().__init__()
        self.chart_id = chart_id
        self._chart: Chart | None = None
        self._marks: Marks = {}
        self._is_whole = False
        self.setProperty("surface", "card")
        self._title = ElidedLabel(role="heading")
        self._told = ElidedLabel(role="muted")
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.view = ChartView()
        self.view.told.connect(self._told.setText)
        self.view.picked.connect(lambda row, part: self.picked.emit(self.chart_id, row, part))
        self._note = PlainLabel(role="muted")
        self._note.setWordWrap(True)
        self.more = QPushButton()
        self.more.setFlat(True)
        self.more.clicked.connect(self._show_more)
        self.save = self._make_save()
        self._lay_out()

    @property
    def shown(self) -> int:
        """How many rows are shown at most."""
        if self._chart is None or "days" in self.chart_id or self.chart_id == "events":
            return MANY
        return MANY if self._is_whole or len(self._chart.rows) <= _FEW + 1 else _FEW

    def show_chart(self, chart: Chart, marks: Marks) -> None:
        """Show a chart."""
        self._chart, self._marks = chart, marks
        self._title.setText(chart.title)
        self.setAccessibleName(chart.title)
        self.view.show_chart(chart, marks, self.shown)
        self.view.setVisible(bool(chart.rows))
        self.save.setVisible(bool(chart.rows))
        note = chart.note if chart.rows else chart.empty
        if self._is_whole and len(chart.counted) > len(chart.rows):
            note = self._first_words(len(chart.rows), len(chart.counted))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        hidden = len(chart.rows) - self.shown
        self.more.setVisible(hidden > 0 or self._is_whole)
        every = counted(_t("Show {n} more"), _t("Show {n} more"), hidden)
        self.more.setText(self.tr("Show fewer") if self._is_whole else every)

    def _first_words(self, shown: int, total: int) -> str:
        words = self.tr("These are the first {n} of {total}.")
        return words.format(n=number_words(shown), total=number_words(total))

    def _show_more(self) -> None:
        self._is_whole = not self._is_whole
        if self._chart is not None:
            self.show_chart(self._chart, self._marks)

    def _make_save(self) -> QToolButton:
        button = QToolButton()
        give_icon(button, "download")
        button.setAccessibleName(self.tr("Save this chart"))
        give_tooltip(button, self.tr("Save this chart"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for kind, words in (("svg", self.tr("As SVG…")), ("png", self.tr("As PNG…"))):
            menu.addAction(words).triggered.connect(
                lambda _on=False, kind=kind: self.save_asked.emit(self.chart_id, kind)
            )
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._told, 1)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(self._note)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
