"""What is looked for: the words, how they are meant, and where."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pressmark.analysis.concordance import Query
from pressmark.model.label_set import Label
from pressmark.ui.panels.label_filter import LabelFilter
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from pressmark.ui.widgets.tooltips import give_tooltip

_PAUSE = 120
"""Milliseconds without a key after which a search begins."""


class QueryBar(QWidget):
    """A line to type in, switches for how it is meant, and whether one article or all are meant.

    The switches are a `strip`, which may stand elsewhere.
    """

    asked = Signal()
    """Something else is looked for."""
    entered = Signal(int)
    """Enter: go to the next hit (1), or with Shift to the one before (-1)."""
    left = Signal()
    """The down arrow: go into the list."""

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField(self.tr("Find"))
        self.setFocusProxy(self.field)
        self.case = _switch("Aa", self.tr("Mind upper and lower case"))
        self.words = _switch(self.tr("Words"), self.tr("Whole words only"))
        self.pattern = _switch(".*", self.tr("Regular expression"))
        self.marks = _switch('“ ≠ "', self.tr("Mind kinds of quotation marks, dashes and spaces"))
        articles = ((self.tr("This article"), False), (self.tr("Project"), True))
        self.scope = SegmentedChoice(articles, self.tr("Find in"))
        self.labels = LabelFilter()
        self.zones = _switch(self.tr("Boilerplate"), self.tr("Find in boilerplate too"))
        self.count = PlainLabel(role="muted")
        self.strip = QWidget()
        switches = (self.case, self.words, self.pattern, self.marks)
        self._lay_out(*switches, self.labels, self.zones, self.count)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.asked)
        self.field.textChanged.connect(self._timer.start)
        self.scope.picked.connect(self._ask)
        self.labels.changed.connect(self._ask)
        for switch in (*switches, self.zones):
            switch.toggled.connect(self._ask)

    def _lay_out(self, *narrowing: QWidget) -> None:
        self._narrowing = QHBoxLayout(self.strip)
        self._narrowing.setContentsMargins(0, 0, 0, 0)
        self._narrowing.setSpacing(6)
        for part in narrowing:
            self._narrowing.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 8)
        row.setSpacing(6)
        row.addWidget(self.scope)
        row.addWidget(self.field, 1)
        row.addWidget(self.strip)

    @property
    def is_for_project(self) -> bool:
        """Whether all articles are searched."""
        return self.scope.value is True

    def query(self) -> Query:
        """Return what is looked for, without conditions."""
        return Query(
            self.field.text(),
            pattern=self.pattern.isChecked(),
            case=self.case.isChecked(),
            marks=self.marks.isChecked(),
            words=self.words.isChecked(),
            labels=self.labels.picked,
            zones=self.zones.isChecked(),
        )

    def insert(self, part: QWidget) -> None:
        """Put a further part before the switch for boilerplate."""
        self._narrowing.insertWidget(self._narrowing.indexOf(self.zones), part)

    def show_words(self, words: str) -> None:
        """Show what is looked for in all articles, without asking for it."""
        self.scope.choose(True)  # noqa: FBT003 -- a value, not a switch
        with QSignalBlocker(self.field):
            self.field.setText(words)
        self.field.end(False)  # noqa: FBT003 -- Qt has no names for this
        self.field.home(True)  # noqa: FBT003 -- chosen from its end, the beginning stays in sight

    def take_all(self, *, zones: bool) -> None:
        """Keep to no words and no labels in all articles, without asking for it."""
        self.show_words("")
        self.labels.show_all()
        with QSignalBlocker(self.zones):
            self.zones.setChecked(zones)

    def begin(self, *, project: bool, text: str = "", pattern: bool = False) -> None:
        """Get ready to look for `text`, or for what is typed next."""
        self.scope.choose(project)
        if text:
            self.pattern.setChecked(pattern)
            self.field.setText(text)
        self._ask()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def offer(self, labels: tuple[Label, ...]) -> None:
        """Offer these labels to keep to."""
        self.labels.offer(labels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to hits with Enter, and into the list with the down arrow."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self._timer.stop()
        self.asked.emit()


def _switch(words: str, about: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setAccessibleName(about)
    give_tooltip(button, about)
    return button
