"""Forms that may only be read: their words can be selected and copied, and nothing changes."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

_CHANGES, _NOTHING = "changes", "nothing"
_PROTECTED = "protected"


def mark_as_reading(button: QAbstractButton) -> None:
    """Note that a button changes nothing: it stays where everything else is protected."""
    button.setProperty(_CHANGES, _NOTHING)


def protect(page: QWidget, *, on: bool) -> None:
    """Let nobody change anything in the fields of a page, or let them again."""
    for widget in page.findChildren(QWidget):
        if bool(widget.property(_PROTECTED)) == on:
            continue
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            _protect_text(widget, on=on)
        elif isinstance(widget, QAbstractButton | QComboBox) and (
            widget.property(_CHANGES) != _NOTHING
        ):
            _protect_button(widget, on=on)


def _protect_text(field: QLineEdit | QPlainTextEdit, *, on: bool) -> None:
    field.setReadOnly(on)
    hint = "" if on else field.property("hint")
    field.setProperty("hint", field.placeholderText())
    field.setPlaceholderText(hint)  # nobody is to write what it asks for
    _note(field, on=on)


def _protect_button(button: QAbstractButton | QComboBox, *, on: bool) -> None:
    if button.isEnabled() == on:
        button.setEnabled(not on)
        _note(button, on=on)


def _note(widget: QWidget, *, on: bool) -> None:
    widget.setProperty(_PROTECTED, on)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
