"""The options that a format has of its own, as fields."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from pressmark.formats.format import Format
from pressmark.formats.options import Option, options_from, options_of
from pressmark.ui.dialogs.export.option_words import choice_words, option_words
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice

Field = SegmentedChoice | QLineEdit | QSpinBox


class OptionFields(QWidget):
    """One field for each option of a format; none, and no room taken, where it has none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._fields: dict[str, Field] = {}

    def show_options(self, form: Format[Any]) -> None:
        """Show the fields of another format, filled with its defaults."""
        while self._form.rowCount():
            self._form.removeRow(0)
        options = options_of(form)
        self._fields = {option.name: self._field(option) for option in options}
        for option in options:
            self._form.addRow(PlainLabel(option_words(option)), self._fields[option.name])
        self.setVisible(bool(options))

    def options(self, form: Format[Any]) -> Any:  # noqa: ANN401 -- the format's own options class
        """Return the options that were chosen (FormatError: one has a value it cannot have)."""
        given = {
            name: str(field.value) if isinstance(field, SegmentedChoice) else field.text()
            for name, field in self._fields.items()
        }
        return options_from(form, given)

    def _field(self, option: Option) -> Field:
        choices = option.choices or (("true", "false") if isinstance(option.default, bool) else ())
        if choices:
            named = [(choice_words(one), one) for one in choices]
            segments = SegmentedChoice(named, option_words(option))
            segments.choose(str(option.default).lower())
            segments.picked.connect(self.changed)
            return segments
        if isinstance(option.default, int):
            number = QSpinBox()
            number.setRange(option.least, option.most)
            number.setValue(option.default)
            number.lineEdit().setTextMargins(6, 0, 0, 0)
            number.setMaximumWidth(120)
            number.valueChanged.connect(self.changed)
            number.setAccessibleName(option_words(option))
            return number
        line = QLineEdit(str(option.default))
        line.setMaximumWidth(240)
        line.textChanged.connect(self.changed)
        line.setAccessibleName(option_words(option))
        return line
