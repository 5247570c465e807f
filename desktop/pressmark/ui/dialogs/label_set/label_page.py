"""The page of a label: its name, keys and mark, what counts as one, its attributes."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressmark.edits.label_sets import arranged, free_id, placed_behind, without
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label
from pressmark.ui.dialogs.label_set.attribute_form import AttributeForm
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.form import Form, Line, Words
from pressmark.ui.dialogs.label_set.ordered_list import OrderedList, Row
from pressmark.ui.dialogs.label_set.tiles import GlyphTiles, MarkTiles
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.plain_label import PlainLabel


class LabelPage(QWidget):
    """Writes what is changed into the draft at once."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._id = ""
        self.form, self.attribute = Form(), AttributeForm()
        self.title, self.keys = Line(), Line()
        self.mark, self.glyph = MarkTiles(self.tr("Mark")), GlyphTiles(self.tr("Glyph"))
        self.definition, self.example, self.counter_example = Words(3), Words(2), Words(2)
        self.attributes = OrderedList(self.tr("Attributes"), most=6)
        self._wire()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 20)
        column.setSpacing(8)
        self.form.add("title", self.tr("Name"), self.title)
        self.form.add("keys", self.tr("Keys"), self.keys)
        self.form.add("mark", self.tr("Mark"), self.mark)
        self.form.add("glyph", self.tr("Glyph"), self.glyph)
        self.form.add("definition", self.tr("Definition"), self.definition)
        self.form.add("example", self.tr("Yes example"), self.example)
        self.form.add("counter_example", self.tr("No example"), self.counter_example)
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addWidget(PlainLabel(self.tr("Attributes"), "heading"))
        column.addWidget(self.attributes)
        column.addWidget(self.attribute)
        column.addStretch(1)

    @property
    def label(self) -> Label | None:
        """The label that is shown."""
        return self._draft.labels.label(self._id)

    def show_label(self, label_id: str) -> None:
        """Show a label as the draft has it."""
        if label_id != self._id:
            self._id = label_id
            self.attributes.show_rows((), "")
        label = self.label
        if label is None:
            return
        self.title.show_text(label.title)
        if _keys(self.keys.text()) != label.keys:
            self.keys.setText(" ".join(label.keys))
        self.mark.show_value(label.mark or "")
        glyph = current_theme().mark(label.mark or "", label.glyph).glyph
        self.glyph.show_glyph(glyph, label.mark or "")
        self.definition.show_text(label.definition or "")
        self.example.show_text(label.example or "")
        self.counter_example.show_text(label.counter_example or "")
        self.form.show_problems(self._draft.at("label", label.id))
        self._show_attributes(label, self.attributes.current)

    def show_attribute(self, attribute_id: str) -> None:
        """Show one of its attributes."""
        if self.label is not None:
            self._show_attributes(self.label, attribute_id)

    def _show_attributes(self, label: Label, current: str) -> None:
        attributes = label.attributes
        shown = label.attribute(current) or (attributes[0] if attributes else None)
        rows = [Row(one.id, one.title) for one in attributes]
        self.attributes.show_rows(rows, shown.id if shown else "")
        self.attribute.setVisible(shown is not None)
        if shown is not None:
            self.attribute.show_attribute(shown)
            self.attribute.show_problems(self._draft.at("attribute", label.id, shown.id))

    # ---- what is done

    def _wire(self) -> None:
        self.title.textEdited.connect(lambda text: self._change(title=text.strip()))
        self.keys.textEdited.connect(lambda text: self._change(keys=_keys(text)))
        self.keys.setPlaceholderText(self.tr("Digits and letters, e.g. 5 T"))
        self.mark.picked.connect(self._choose_mark)
        self.glyph.picked.connect(lambda glyph: self._change(glyph=glyph))
        self.definition.written.connect(lambda text: self._change(definition=text or None))
        self.example.written.connect(lambda text: self._change(example=text or None))
        self.counter_example.written.connect(
            lambda text: self._change(counter_example=text or None)
        )
        self.attributes.chosen.connect(self.show_attribute)
        self.attributes.add_asked.connect(self.add_attribute)
        self.attributes.copy_asked.connect(self._copy_attribute)
        self.attributes.removal_asked.connect(self._remove_attribute)
        self.attributes.arranged.connect(self._arrange)
        self.attribute.changed.connect(self._put_attribute)

    def _change(self, **changes: object) -> None:
        if self.label is not None:
            changed = replace(self.label, **changes)  # type: ignore[arg-type]  # fields by name
            self._id = self._draft.name_of(changed)  # before others hear of it
            self._draft.put_label(changed)

    def _choose_mark(self, mark: str) -> None:
        """Take a mark, and its glyph unless the label has one of its own."""
        label = self.label
        if label is None:
            return
        theme = current_theme()
        is_own = label.glyph not in {None, theme.mark(label.mark or "").glyph}
        self._change(mark=mark, glyph=label.glyph if is_own else theme.mark(mark).glyph)

    def add_attribute(self) -> None:
        """Add an attribute: a text, until somebody says what it is."""
        label = self.label
        if label is None:
            return
        title = self.tr("New attribute")
        made = free_id(title, [one.id for one in label.attributes], "attribute")
        self._place(label, Attribute(id=made, title=title, kind="text"), "")

    def _copy_attribute(self, attribute_id: str) -> None:
        label = self.label
        held = label.attribute(attribute_id) if label else None
        if label is None or held is None:
            return
        title = self.tr("{title} (copy)").format(title=held.title)
        made = free_id(title, [one.id for one in label.attributes], "attribute")
        self._place(label, replace(held, id=made, title=title), attribute_id)

    def _place(self, label: Label, attribute: Attribute, after: str) -> None:
        attributes = placed_behind(label.attributes, after, attribute)
        self._change(attributes=attributes)
        self.show_attribute(attribute.id)
        self.attribute.title.setFocus()
        self.attribute.title.selectAll()

    def _remove_attribute(self, attribute_id: str) -> None:
        if self.label is not None:
            self._change(attributes=without(self.label.attributes, attribute_id))

    def _arrange(self, ids: list[str]) -> None:
        if self.label is not None:
            self._change(attributes=arranged(self.label.attributes, ids))

    def _put_attribute(self, attribute: Attribute) -> None:
        label = self.label
        if label is None:
            return
        named = self._draft.attribute_name(label, attribute)
        held = tuple(
            replace(attribute, id=named) if one.id == attribute.id else one
            for one in label.attributes
        )
        self.attributes.show_rows([Row(one.id, one.title) for one in held], named)
        self._change(attributes=held)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.upper() for word in re.split(r"[\s,;]+", text) if word))
