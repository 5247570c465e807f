"""The options that a format has of its own, as fields."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pressmark.formats.options import Option
from pressmark.ui.dialogs.export.option_words import option_words, value_words
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice

Field = SegmentedChoice | QComboBox | QSpinBox | QCheckBox
_NUMBER, _TEXT, _INDENT = 96, 150, 6
"""Px of a field for a number, and the least for a text; and before a number."""
_PADDED, _WIDEST = 28, 490
"""Px round the words of a segment, and of segments that stand in a small window whole."""


class _List(QComboBox):
    """A list of the choices that would not all be read side by side."""


class OptionFields(QWidget):
    """A field for each option of a format; none, and no room taken, where it has none.

    What is yes or no is ticked, two a line, below the others.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(PlainLabel(self.tr("How it is written"), "heading"))
        self._column.addWidget(self._page)

    def show_options(self, options: tuple[Option, ...], words: Mapping[str, str]) -> None:
        """Show the fields of another format, filled with `words` or else with its defaults."""
        self._fields = {one.name: _field(one) for one in options}
        for one in options:
            field = self._fields[one.name]
            field.setAccessibleName(option_words(one))
            _fill(field, one, words.get(one.name, _usual(one)))
            _tell(field, self)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        ticks = [field for field in self._fields.values() if isinstance(field, QCheckBox)]
        others = [one for one in options if not isinstance(self._fields[one.name], QCheckBox)]
        if others:
            column.addLayout(self._named(others))
        if ticks:
            column.addLayout(_in_two_columns(ticks))
        self._column.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page.hide()
        self._page = page
        self.setVisible(bool(options))

    def words(self) -> dict[str, str]:
        """Return what was chosen, as `--option` takes it."""
        return {name: _word(field) for name, field in self._fields.items()}

    def _named(self, options: list[Option]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(options):
            name, field = PlainLabel(option_words(one)), self._fields[one.name]
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        return grid


def _in_two_columns(ticks: list[QCheckBox]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(36)
    grid.setVerticalSpacing(6)
    half = (len(ticks) + 1) // 2
    for at, tick in enumerate(ticks):
        grid.addWidget(tick, at % half, at // half)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    return grid


def _field(option: Option) -> Field:
    if isinstance(option.default, bool):
        return QCheckBox(option_words(option))
    if isinstance(option.default, int):
        number = QSpinBox()
        number.setRange(option.least, option.most)
        number.setFixedWidth(_NUMBER)
        number.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        return number
    if option.choices:
        return _choice(option)
    text = QComboBox()
    text.setEditable(True)
    text.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    text.setCompleter(QCompleter([], text))  # Qt's own would put examples over what is typed
    text.setMinimumWidth(_TEXT)
    text.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for example in option.examples:
        text.addItem(value_words(option, example), example)
    return text


def _choice(option: Option) -> SegmentedChoice | _List:
    named = [(value_words(option, one), one) for one in option.choices]
    listed = _List()
    for words, value in named:
        listed.addItem(words, value)
    width = sum(listed.fontMetrics().horizontalAdvance(words) + _PADDED for words, _ in named)
    return listed if width > _WIDEST else SegmentedChoice(named, option_words(option))


def _fill(field: Field, option: Option, word: str) -> None:
    """Show a value; one that cannot be, as of another version, leaves the usual one."""
    match field:
        case QCheckBox():
            field.setChecked(word == _YES)
        case QSpinBox():
            field.setValue(int(word if word.isdecimal() else _usual(option)))
        case SegmentedChoice():
            if word in option.choices:
                field.choose(word)
        case _List():
            field.setCurrentIndex(max(0, field.findData(word)))
        case QComboBox():
            field.setEditText(value_words(option, word) if word in option.examples else word)


def _word(field: Field) -> str:
    match field:
        case QCheckBox():
            return _YES if field.isChecked() else _NO
        case QSpinBox():
            return str(field.value())
        case SegmentedChoice():
            return str(field.value)
        case _List():
            return str(field.currentData())
    at = field.findText(field.currentText(), Qt.MatchFlag.MatchFixedString)
    return str(field.itemData(at)) if at >= 0 else field.currentText().strip()


def _tell(field: Field, fields: OptionFields) -> None:
    match field:
        case QCheckBox():
            field.toggled.connect(fields.changed)
        case QSpinBox():
            field.valueChanged.connect(fields.changed)
        case SegmentedChoice():
            field.picked.connect(fields.changed)
        case _List():
            field.currentIndexChanged.connect(fields.changed)
        case QComboBox():
            field.editTextChanged.connect(fields.changed)


_YES, _NO = "true", "false"


def _usual(option: Option) -> str:
    return str(option.default).lower() if isinstance(option.default, bool) else str(option.default)
