"""A stretch of days, each as far as it is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pressmark.ui.panels.inspector.dates import date_refusal
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_WIDTH = 108


class Period(QWidget):
    """Two lines for dates; one that is empty, or no date, sets no border."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._since = self._line(self.tr("from"), self.tr("Published from, such as 2024-05-31"))
        self._until = self._line(self.tr("until"), self.tr("Published until, such as 2024-06"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._since)
        row.addWidget(PlainLabel("–", "muted"))
        row.addWidget(self._until)
        row.addStretch(1)
        self.setFocusProxy(self._since)

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day; "" where there is none."""
        return _day(self._since), _day(self._until)

    def show_days(self, since: str, until: str) -> None:
        """Show these days, without a signal."""
        for line, day in ((self._since, since), (self._until, until)):
            line.blockSignals(True)  # noqa: FBT003 -- Qt's own
            line.setText(day)
            line.blockSignals(False)  # noqa: FBT003 -- Qt's own
            _mark(line)

    def _line(self, hint: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.setFixedWidth(_WIDTH)
        line.textChanged.connect(lambda: self._take(line))
        _mark(line)
        return line

    def _take(self, line: QLineEdit) -> None:
        _mark(line)
        self.changed.emit()


def _day(line: QLineEdit) -> str:
    text = line.text().strip()
    return "" if date_refusal(text) else text


def _mark(line: QLineEdit) -> None:
    """Mark what is no date, and say how one is written."""
    refusal = date_refusal(line.text().strip())
    line.setProperty("invalid", bool(refusal))
    line.style().unpolish(line)
    line.style().polish(line)
    give_tooltip(line, line.accessibleName(), refusal)
