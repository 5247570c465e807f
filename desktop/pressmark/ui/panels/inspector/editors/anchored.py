"""Editors of what points at words of the article, at entities, or at both."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from pressmark.edits.edit import Edit
from pressmark.model.attribute import Anchor, Attribute, Value, anchors
from pressmark.ui.panels.inspector.editors.anchor_field import AnchorField
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.inspector.editors.entity_chips import EntityChips


class AnchoredEditor(Editor):
    """Shows one anchor; or, where there may be several, each of them and an empty one."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self._anchors: tuple[Anchor, ...] = ()
        self.fields: list[AnchorField] = []
        self._key = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.show_value(None)

    def show_key(self, key: str) -> None:
        """Show the key that takes the selection, where there are no words yet."""
        self._key = key
        for field in self.fields:
            field.show_key(key)

    def show_value(self, value: Value) -> None:
        """Show the anchors."""
        self._anchors = anchors(value)
        shown: list[Anchor | None] = list(self._anchors)
        if self.attribute.several or not shown:
            shown.append(None)
        while len(self.fields) > len(shown):
            field = self.fields.pop()
            field.hide()
            field.deleteLater()
        while len(self.fields) < len(shown):
            self._add_field()
        for field, anchor in zip(self.fields, shown, strict=True):
            field.show_anchor(anchor)

    def _add_field(self) -> None:
        field = AnchorField(self.attribute, self.around)
        field.changed.connect(partial(self._change, len(self.fields)))
        field.show_key(self._key)
        if not self.fields:
            self.setFocusProxy(field)
        self.fields.append(field)
        self._column.addWidget(field)

    def _change(self, at: int, anchor: Anchor | None, edits: tuple[Edit, ...]) -> None:
        if not self.attribute.several:
            self.edited.emit(anchor, edits)
            return
        changed = [*self._anchors[:at], anchor, *self._anchors[at + 1 :]]
        self.edited.emit(tuple(one for one in changed if one is not None) or None, edits)


class EntityEditor(Editor):
    """Shows the entities that a value names, without words of the article."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.chips = EntityChips(around, attribute)
        self.chips.changed.connect(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.addWidget(self.chips)
        self.setFocusProxy(self.chips)

    def show_value(self, value: Value) -> None:
        """Show the entities."""
        self.chips.show_entities(tuple(one for anchor in anchors(value) for one in anchor.entities))

    def _change(self, ids: tuple[str, ...], edits: tuple[Edit, ...]) -> None:
        anchor = Anchor(entities=ids)
        value = (anchor,) if self.attribute.several else anchor
        self.edited.emit(value if ids else None, edits)
