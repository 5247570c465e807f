"""One anchor: the words of the article that it points at, and the entities that it names."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pressmark.edits.edit import Edit
from pressmark.errors import EditError
from pressmark.model.attribute import Anchor, Attribute
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.editors.entity_chips import EntityChips
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.inspector.wrapped_button import WrappedButton
from pressmark.ui.panels.words import one_line
from pressmark.ui.widgets.key_cap import KeyCap


class AnchorField(QFrame):
    """Shows an anchor; its words are taken from the selection in the article."""

    changed = Signal(object, tuple)
    """The Anchor from now on (None: none), and the edits that must go before."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._anchor = Anchor()
        self.setProperty("surface", "field")
        self.setAccessibleName(attribute.title)
        self.shown = WrappedButton()
        self.shown.clicked.connect(self._show_span)
        self.take = SmallButton("highlighter", self.tr("Set from the selection"), attribute.title)
        self.take.clicked.connect(self._take_selection)
        self._key = KeyCap("")
        self.clear = SmallButton("x", self.tr("Clear"), attribute.title)
        self.clear.clicked.connect(self._clear_words)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.shown, 1)
        row.addWidget(self._key)
        row.addWidget(self.take)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 3, 3, 3)
        column.setSpacing(2)
        column.addLayout(row)
        self.chips = EntityChips(around, attribute)
        self.chips.changed.connect(self._name)
        if not attribute.entity:  # shown without a parent, they would be a window of their own
            self.chips.hide()
        column.addWidget(self.chips)
        self.setFocusProxy(self.take)

    def show_key(self, key: str) -> None:
        """Show the key that takes the selection."""
        self._key.show_key(key)
        self._show_cap()

    def _show_cap(self) -> None:
        self._key.setVisible(bool(self._key.key) and self._anchor.text is None)

    def show_anchor(self, anchor: Anchor | None) -> None:
        """Show an anchor, or that there is none."""
        self._anchor = anchor or Anchor()
        text = self._anchor.text
        if text is not None:
            self.shown.show_text(one_line(text))
        else:
            implicit = self.tr("Not named in the text") if self._anchor.implicit else "—"
            self.shown.show_text(implicit, quiet=True)
        self.shown.setEnabled(text is not None)
        self.shown.setAccessibleName(f"{self.accessibleName()}: {self.shown.words}")
        self.clear.setVisible(text is not None)
        self._show_cap()
        self.chips.suggest(one_line(text or ""))
        self.chips.show_entities(self._anchor.entities)

    def _show_span(self) -> None:
        if span := self._anchor.span:
            self._around.show_span(span)

    def _take_selection(self) -> None:
        span, article = self._around.selected_span(), self._around.session.article
        if span is None or article is None:
            self._around.session.refused.emit(EditError("no-fragments"))
            return
        start, end = span
        text = article.text[start:end]
        self._change(replace(self._anchor, start=start, end=end, text=text, implicit=False))

    def _clear_words(self) -> None:
        self.take.setFocus()  # the button that has it goes away
        implicit = bool(self._anchor.entities)
        self._change(replace(self._anchor, start=None, end=None, text=None, implicit=implicit))

    def _name(self, ids: tuple[str, ...], edits: tuple[Edit, ...]) -> None:
        implicit = bool(ids) and self._anchor.span is None
        self._change(replace(self._anchor, entities=ids, implicit=implicit), edits)

    def _change(self, anchor: Anchor, edits: tuple[Edit, ...] = ()) -> None:
        is_empty = anchor.span is None and not anchor.entities
        self.changed.emit(None if is_empty else anchor, edits)
