"""The style sheet of a theme: one shipped template with the tokens filled in."""

from dataclasses import fields
from functools import cache
from string import Template

from PySide6.QtGui import QColor

from pressmark.paths import resource
from pressmark.ui.theme.themes import Theme


@cache
def make_stylesheet(theme: Theme) -> str:
    """Return the application's style sheet in the colours of `theme`.

    KeyError when the template names a token that does not exist.
    """
    template = Template(resource("themes", "window.qss").read_text("utf-8"))
    tokens = {
        field.name: _css(getattr(theme.colours, field.name)) for field in fields(theme.colours)
    }
    parts = resource("themes", theme.name).as_posix()
    return template.substitute(tokens, parts=parts)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
