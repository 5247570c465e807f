"""Looking through a screen for words that nobody translated, and words that do not fit."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from pressmark import paths
from pressmark.ui.widgets.elided_label import ElidedLabel

_TAG = re.compile(r"</?\w+/?>")
_TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧|⟪[^⟪⟫]*⟫")
_NAMED = "F\\d+|Esc|Del|Ins|Enter|Return|Space|Tab|PgUp|PgDown|Home|End|Up|Down"
_KEYS = re.compile(
    rf"\b(?:(?:Ctrl|Alt|Shift|Meta)\+)*(?:{_NAMED}|[^\W_a-z]|[↑↓←→/.,;\[\]+-])(?!\w)"
)
_PLACES = re.compile(r"\d+(?:\.\d+)+|~?(?:/[\w.\- ]*)+|[\w\-]+\.\w+")
_BETWEEN = re.compile(r"[^\w'’“”\-]*[·:•|,;→()…\n⟦⟧⟪⟫\"«»“”]+[^\w'’]*|\s[—–-]\s|%|\s{2,}")
_CODE = re.compile(r"[^a-z]+|\S*[\d_]\S*")
"""TLP:RED, KP, Windows-1251, mac_cyrillic."""
NAMES = {
    *("Pressmark", "Apache-2.0", "JSON", "JSONL", "CSV", "HTML", "UTF-8", "BIO", "English"),
    *("Українська", "Qt", "PySide6", "Python", "https", "http", "Aa", "Shift JIS"),
}


def data_of(seeds: Path) -> str:
    """Return all words of the example and of what ships beside the program, a line each."""
    pages = paths.resource("help").rglob("*.md")
    texts = [path.read_text(encoding="utf-8") for path in (*seeds.glob("*.txt"), *pages)]
    for path in (
        seeds / "example.pressmark",
        paths.resource("label_sets", "news.json"),
        paths.resource("licences", "licences.json"),
    ):
        for value in _strings(json.loads(path.read_text(encoding="utf-8"))):
            shown = value.replace("-", " ").replace("_", " ")
            texts += [value, value.lower(), shown, shown.capitalize()]
    return "\n".join(texts)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def untranslated(root: QWidget, data: str) -> Iterator[str]:
    """Yield the words of a screen that are neither translated nor of the project."""
    for what, words in _words(root):
        left = unescape(_TAG.sub(" ", words))
        while _TRANSLATED.search(left):
            left = _TRANSLATED.sub("·", left)
        for part in re.split(r"[·\n⟦⟧⟪⟫]", left):
            for piece in _unknown(part, data):
                yield f"{what}: {words!r} has {piece!r}"


def _unknown(part: str, data: str) -> Iterator[str]:
    """Yield the pieces of some words that are no names, keys, places or words of the project."""
    if part.strip() in data:
        return
    for piece in _BETWEEN.split(_KEYS.sub("·", _PLACES.sub("·", part))):
        bare = piece.strip(" .…'’&")
        is_word = re.search(r"[^\W\d_]{2}", bare) and not _CODE.fullmatch(bare)
        if is_word and bare not in NAMES and bare not in data:
            yield bare


def _words(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what each visible widget shows and says, and every action, with the widget's class."""
    yield "window title", root.windowTitle()
    for action in root.findChildren(QAction):
        yield "action", action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        yield "tooltip of an action", action.toolTip()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        name = type(widget).__name__
        yield f"tooltip of {name}", widget.toolTip()
        yield f"name of {name}", widget.accessibleName()
        yield f"description of {name}", widget.accessibleDescription()
        for words in _shown(widget):
            yield name, words


def _shown(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield widget.text().replace("&", "")
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        for at in range(widget.count()):
            yield str(model.headerData(at, widget.orientation()) or "")
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget.model(), QModelIndex())


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), 300)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                words = index.data(role)
                if isinstance(words, str):
                    yield words
        yield from _rows(model, model.index(row, 0, parent))


def cut(root: QWidget) -> Iterator[str]:
    """Yield the words of a screen that do not fit their place, or whose place is not in sight."""
    for one in root.findChildren(QWidget):
        if not one.isVisible() or one.window() is not root.window() or not _has_words(one):
            continue
        room, need = one.width(), _need(one)
        if room < need:
            yield f"{type(one).__name__} {_text(one)!r}: {room} px, not {need}"
        elif isinstance(one, QLabel) and one.wordWrap() and not isinstance(one, ElidedLabel):
            height = one.heightForWidth(one.width())
            if one.height() < height:
                yield f"{type(one).__name__} {_text(one)!r}: {one.height()} px high, not {height}"
        if _is_out_of_sight(one):
            yield f"{type(one).__name__} {_text(one)!r} reaches beyond its frame"


def _has_words(widget: QWidget) -> bool:
    kinds = (QLabel, QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox, QLineEdit)
    return isinstance(widget, kinds) and bool(_text(widget))


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _need(widget: QWidget) -> int:
    """Return the width that words need, in px; those that may be cut have it all in a tooltip."""
    text = _text(widget)
    if isinstance(widget, QLabel) and widget.wordWrap():
        return max(map(widget.fontMetrics().horizontalAdvance, text.split()), default=0)
    told = unescape(_TAG.sub("", widget.toolTip()))
    if isinstance(widget, ElidedLabel | QLineEdit) or told == text:
        return 0  # Qt cuts what stands in an empty field with an ellipsis; its name says it all
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(text) + 30  # the arrow and the frame
    return widget.sizeHint().width()


def _is_out_of_sight(widget: QWidget) -> bool:
    """Say whether a part of it lies beyond a parent; sideways alone where one scrolls down."""
    parent, scrolls = widget.parentWidget(), False
    while parent is not None and not widget.isWindow():
        place = widget.rect().translated(widget.mapTo(parent, widget.rect().topLeft()))
        inside = parent.rect()
        if place.left() < inside.left() - 1 or place.right() > inside.right() + 1:
            return True
        scrolls = scrolls or isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not scrolls and place.bottom() > inside.bottom() + 1:
            return True
        if parent.isWindow():
            return False
        parent = parent.parentWidget()
    return False
