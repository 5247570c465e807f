"""The style sheet of a theme: one shipped template with the tokens filled in."""

import re
from dataclasses import fields
from functools import cache
from string import Template

from PySide6.QtGui import QColor

from pressmark.paths import resource
from pressmark.ui.theme.themes import Theme


@cache
def make_stylesheet(theme: Theme, *, from_right: bool = False) -> str:
    """Return the application's style sheet in the colours of `theme`, turned round `from_right`.

    KeyError when the template names a token that does not exist.
    """
    text = resource("themes", "window.qss").read_text("utf-8")
    template = Template(_turned(text) if from_right else text)
    tokens = {
        field.name: _css(getattr(theme.colours, field.name)) for field in fields(theme.colours)
    }
    parts = resource("themes", theme.name).as_posix()
    return template.substitute(tokens, parts=parts)


def _turned(text: str) -> str:
    """Return rules for a window that is read from the right: Qt mirrors places, but no edges."""
    other = {"left": "right", "right": "left"}
    return re.sub(
        r"(border-|padding-|margin-|chevron-|QMenu::)(left|right)\b",
        lambda found: found[1] + other[found[2]],
        text,
    )


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
