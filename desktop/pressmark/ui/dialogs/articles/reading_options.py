"""How a file is to be read: its encoding, which column is what, what becomes of surroundings."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pressmark.articles.extract import Boilerplate, Wishes
from pressmark.articles.tables.asking import TableColumns
from pressmark.articles.tables.headers import FIELD_WORDS
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.paired_grid import PairedGrid
from pressmark.ui.encoding_names import encoding_name, offered
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from pressmark.ui.words import translated

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        name: FIELD_WORDS[name]
        for name in (
            *("text", "title", "source", "published"),
            *("byline", "url", "language", "keywords"),
        )
    }
)
"""What a column of a table may hold, by the names of an article's fields."""
_SURROUNDED = ("html", "mhtml", "warc", "zip", "feed", "eml", "msg", "clipboard")
"""Kinds of files in which other things stand around articles."""
_NARROWEST = 120
_AS_FOUND = None


class ReadingOptions(QWidget):
    """Shows what there is to choose for one newcomer's file; hides where that is nothing."""

    wished = Signal(object)
    """The Wishes with which its file is to be read again."""

    def __init__(self) -> None:
        super().__init__()
        self._wishes = Wishes()
        self.encoding = ChoiceField(self.tr("Encoding"))
        self.encoding.activated.connect(self._wish_encoding)
        self.surroundings = SegmentedChoice(
            [(self.tr("Dimmed"), "zones"), (self.tr("Left out"), "left-out")],
            self.tr("Boilerplate"),
        )
        self.surroundings.picked.connect(self._wish_boilerplate)
        self.columns = {
            name: ChoiceField(self.tr("Column for {field}").replace("{field}", translated(title)))
            for name, title in COLUMNS.items()
        }
        for name, choice in self.columns.items():
            choice.setMinimumWidth(_NARROWEST)
            choice.activated.connect(lambda _at, name=name: self._wish_column(name))
        self._names: dict[QWidget, PlainLabel] = {}
        self.grid = PairedGrid(self)
        self._add(self.tr("Encoding"), self.encoding, 0, 0)
        self._add(self.tr("Boilerplate"), self.surroundings, 0, 1)
        for at, (name, title) in enumerate(COLUMNS.items()):
            self._add(translated(title), self.columns[name], 1 + at // 2, at % 2)

    def show_newcomer(self, newcomer: Newcomer | None, table: TableColumns | None) -> None:
        """Show the choices of a newcomer's file, a `table` perhaps; or none."""
        self.setVisible(newcomer is not None)
        if newcomer is None:
            return
        self._wishes = newcomer.wishes
        encodings = _encodings(newcomer)
        self._show(self.encoding, is_there=bool(encodings))
        self.encoding.clear()
        for codec in encodings:
            self.encoding.addItem(encoding_name(codec), codec)
        used = newcomer.read.encoding if newcomer.read else newcomer.wishes.encoding
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(used)))
        is_surrounded = newcomer.kind in _SURROUNDED
        self._show(self.surroundings, is_there=is_surrounded)
        self.surroundings.choose(newcomer.wishes.boilerplate)
        for name in COLUMNS:
            self._show_column(name, table)
        self.setVisible(bool(encodings or is_surrounded or table))

    def _show_column(self, name: str, table: TableColumns | None) -> None:
        choice = self.columns[name]
        self._show(choice, is_there=table is not None)
        choice.clear()
        if table is None:
            return
        guessed = table.columns.get(name, "")
        found = self.tr("Found: {column}").replace("{column}", guessed)
        choice.addItem(found if guessed else self.tr("None found"), _AS_FOUND)
        if name != "text":
            choice.addItem(self.tr("No column"), "")
        for column in table.header:
            choice.addItem(column, column)
        choice.setCurrentIndex(choice.findData(self._wishes.columns.get(name, _AS_FOUND)))

    def _show(self, field: QWidget, *, is_there: bool) -> None:
        field.setVisible(is_there)
        self._names[field].setVisible(is_there)

    def _add(self, title: str, field: QWidget, row: int, half: int) -> None:
        name = self._names[field] = PlainLabel(title, "muted")
        if not isinstance(field, ChoiceField):  # which has a label of its own
            name.setBuddy(field)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.grid.addWidget(name, row, 2 * half, middle)
        self.grid.addWidget(field, row, 2 * half + 1, middle)

    # ---- wishes

    def _wish_encoding(self) -> None:
        self._wish(replace(self._wishes, encoding=self.encoding.currentData()))

    def _wish_boilerplate(self, value: object) -> None:
        self._wish(replace(self._wishes, boilerplate=cast("Boilerplate", value)))

    def _wish_column(self, name: str) -> None:
        columns = {**self._wishes.columns, name: self.columns[name].currentData()}
        chosen = {field: column for field, column in columns.items() if column != _AS_FOUND}
        self._wish(replace(self._wishes, columns=MappingProxyType(chosen)))

    def _wish(self, wishes: Wishes) -> None:
        if wishes != self._wishes:
            self._wishes = wishes
            self.wished.emit(wishes)


def _encodings(newcomer: Newcomer) -> list[str]:
    """Return the encodings to choose from; none where the kind of file leaves no choice."""
    read, likely = newcomer.read, newcomer.likely_encodings
    if read is not None:
        return list(offered([*likely, read.encoding])) if read.encoding else []
    return list(offered([*likely, newcomer.wishes.encoding])) if newcomer.may_be_cured else []
