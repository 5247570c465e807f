"""What is known of newcomers, to be corrected before they come in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.paired_grid import PairedGrid
from pressmark.ui.panels.inspector.article_rules import (
    address_refusal,
    language_refusal,
    moment_refusal,
)
from pressmark.ui.panels.inspector.line_field import LineField, Refusal, anything
from pressmark.ui.widgets.plain_label import PlainLabel

_OF_ONE = ("title", "url")
"""The facts that are never those of several articles."""


class FactsForm(QWidget):
    """The lines for one newcomer, or for several that are chosen: what is written goes to all."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._newcomers: Sequence[Newcomer] = ()
        self._names: dict[str, PlainLabel] = {}
        self.fields: dict[str, LineField] = {}
        self.grid = PairedGrid(self)
        self._add("title", self.tr("Title"), (0, 0, 3))
        self._add("byline", self.tr("Byline"), (1, 0, 1))
        self._add("source", self.tr("Source"), (1, 2, 1))
        self._add("published", self.tr("Published"), (2, 0, 1), moment_refusal)
        self._add("language", self.tr("Language"), (2, 2, 1), language_refusal)
        self._add("url", self.tr("Address"), (3, 0, 3), address_refusal)
        self.fields["published"].line.setPlaceholderText(self.tr("e.g. 2024-05-27"))
        self.fields["language"].line.setPlaceholderText(self.tr("e.g. en"))

    def show_newcomers(self, newcomers: Sequence[Newcomer]) -> None:
        """Show what is known of these: what they have in common, where they are several."""
        self._newcomers = newcomers
        for name, field in self.fields.items():
            self._show(name, field)

    def _show(self, name: str, field: LineField) -> None:
        is_several = len(self._newcomers) > 1
        for widget in (field, self._names[name]):
            widget.setVisible(not (is_several and name in _OF_ONE))
        values = {one.fact(name) for one in self._newcomers}
        value = values.pop() if len(values) == 1 else None
        field.show_text(value if isinstance(value, str) else "", always=True)
        if name in ("byline", "source"):
            field.line.setPlaceholderText(self.tr("several") if values else "")

    def _add(
        self, name: str, title: str, place: tuple[int, int, int], refusal: Refusal = anything
    ) -> None:
        row, column, span = place
        self.fields[name] = field = LineField(refusal)
        field.line.setAccessibleName(title)
        field.written.connect(partial(self._write, name))
        self._names[name] = label = PlainLabel(title, "muted")
        label.setBuddy(field)
        label.setContentsMargins(0, 6, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self.grid.addWidget(label, row, column, top)
        self.grid.addWidget(field, row, column + 1, 1, span, top)

    def _write(self, name: str, text: str) -> None:
        for one in self._newcomers:
            one.facts[name] = text or None
        self.changed.emit()
