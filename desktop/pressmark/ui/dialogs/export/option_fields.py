"""The options that a format has of its own, as fields."""

from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from pressmark.formats.format import Format
from pressmark.formats.options import Option, options_from, options_of
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice


class OptionFields(QWidget):
    """One field for each option of a format; none, and no room taken, where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._fields: dict[str, SegmentedChoice | QLineEdit] = {}

    def show_options(self, form: Format[Any]) -> None:
        """Show the fields of another format, filled with its defaults."""
        while self._form.rowCount():
            self._form.removeRow(0)
        options = options_of(form)
        self._fields = {option.name: _field(option) for option in options}
        for option in options:
            self._form.addRow(PlainLabel(_words(option)), self._fields[option.name])
        self.setVisible(bool(options))

    def options(self, form: Format[Any]) -> Any:  # noqa: ANN401 -- the format's own options class
        """Return the options that were chosen (FormatError: one has a value it cannot have)."""
        given = {
            name: str(field.value) if isinstance(field, SegmentedChoice) else field.text()
            for name, field in self._fields.items()
        }
        return options_from(form, given)


def _words(option: Option) -> str:
    return (option.about or option.name).capitalize()


def _field(option: Option) -> SegmentedChoice | QLineEdit:
    choices = option.choices or (("true", "false") if isinstance(option.default, bool) else ())
    if not choices:
        return QLineEdit(str(option.default))
    field = SegmentedChoice([(one.capitalize(), one) for one in choices], _words(option))
    field.choose(str(option.default).lower())
    return field
