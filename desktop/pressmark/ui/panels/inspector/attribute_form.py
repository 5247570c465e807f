"""All attributes of an annotation: those that are set, and on request all that its label offers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressmark.analysis.proposals import anchored
from pressmark.edits.annotations import SetAttributes
from pressmark.edits.edit import Edit
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Attribute, Value, anchors
from pressmark.model.label_set import Label
from pressmark.model.span import Span
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from pressmark.ui.panels.inspector.disclosure import Disclosure
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.inspector.editors.kinds import is_editable, make_editor
from pressmark.ui.panels.inspector.editors.raw import RawEditor
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.proposal_line import ProposalLine, TakingLine, stacked
from pressmark.ui.panels.words import value_words
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip


class _Slot(NamedTuple):
    """A place in the form, by the attribute's id; `is_raw` where the value is only shown."""

    attribute: str
    is_raw: bool


class _Row(NamedTuple):
    name: PlainLabel
    field: QWidget
    editor: Editor
    proposal: ProposalLine

    def set_visible(self, *, visible: bool) -> None:
        self.name.setVisible(visible)
        self.field.setVisible(visible)


class AttributeForm(QWidget):
    """A row for each attribute of one label's annotations, made when it is first needed.

    A row that is shown stays as long as its annotation, even when the value goes: the focus may
    be in it.
    """

    def __init__(self, label: Label, around: Surroundings) -> None:
        super().__init__()
        self.label = label
        self._around = around
        self._annotation: Annotation | None = None
        self._places = {attribute.id: at for at, attribute in enumerate(label.attributes)}
        self._keys = attribute_keys(label)
        self._rows: dict[_Slot, _Row] = {}
        self._grid = FormGrid()
        self._asked = ""
        self.taking = TakingLine()
        self.taking.clicked.connect(self._take_all)
        self.disclosure = Disclosure()
        self.disclosure.turned.connect(lambda: self._arrange(afresh=True))
        give_tooltip(
            self.disclosure,
            self.tr("All of it is optional: an annotation without attributes is complete."),
        )
        if not label.attributes:  # shown without a parent, it would be a window of its own
            self.disclosure.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.taking)
        column.addLayout(self._grid)
        column.addWidget(self.disclosure)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the attributes of an annotation of this label."""
        before, self._annotation = self._annotation, annotation
        is_other = before is None or before.id != annotation.id
        if is_other:
            self._asked = ""
        self._arrange(afresh=is_other)

    def editor(self, attribute_id: str) -> Editor | None:
        """Return the editor that shows an attribute now, or None."""
        rows = (self._rows[slot] for slot in self._shown() if slot.attribute == attribute_id)
        return next((row.editor for row in rows if not row.editor.isHidden()), None)

    def first_field(self) -> QWidget:
        """Return what is to get the focus of somebody who comes in."""
        first = min(self._shown(), key=self._place, default=None)
        return self._entry(first) if first else self.disclosure

    def field(self, attribute_id: str) -> QWidget | None:
        """Return what is to get the focus of somebody who asks for an attribute; show it first."""
        if self.label.attribute(attribute_id) is None:
            return None
        self._asked = attribute_id
        self._arrange(afresh=False)
        return self.editor(attribute_id)

    def take_span(self, attribute: Attribute, span: Span) -> None:
        """Let an anchored attribute point at a stretch of the article."""
        annotation, article = self._annotation, self._around.session.article
        if annotation is None or article is None:
            return
        anchor = anchored(article.text, span, attribute, self._around.proposing.names)
        held = anchors(annotation.attributes.get(attribute.id))
        if attribute.several:
            self._commit(attribute, (*held, anchor), ())
            return
        kept = held[0] if held else Anchor()
        entities = kept.entities or anchor.entities
        self._commit(attribute, replace(anchor, entities=entities, unknown=kept.unknown), ())

    def _entry(self, slot: _Slot) -> QWidget:
        row = self._rows[slot]
        return row.proposal if row.editor.isHidden() else row.editor

    # ---- rows

    def _arrange(self, *, afresh: bool) -> None:
        """Show a row for each slot that is wanted; `afresh` lets go of those that only stayed."""
        values = self._annotation.attributes if self._annotation else {}
        proposed = self._around.proposing.proposed() if self._annotation else {}
        wanted = set(self._wanted(values, proposed))
        stay = set() if afresh else self._staying({slot.attribute for slot in wanted})
        shown = sorted(wanted | stay, key=self._place)
        for slot in self._rows.keys() - set(shown):
            self._rows[slot].set_visible(visible=False)
        for slot in shown:
            row = self._rows.get(slot) or self._make_row(slot)
            value = values.get(slot.attribute)
            row.editor.show_value(value)
            self._show_proposal(slot, row, proposed.get(slot.attribute))
            row.set_visible(visible=True)
        self.taking.setVisible(len(proposed) > 1)
        edited = sum(not self._rows[slot].editor.isHidden() for slot in shown)
        self._name_disclosure(len(self.label.attributes) - edited)

    def _show_proposal(self, slot: _Slot, row: _Row, proposal: Value) -> None:
        """Show what is proposed: where only that is shown of an attribute, without its editor."""
        row.proposal.show_proposal(proposal, self._around.session.project.entities)
        is_all = proposal is not None and not self.disclosure.is_open
        row.editor.setHidden(is_all and self._asked != slot.attribute)

    def _wanted(
        self, values: Mapping[str, Value], proposed: Mapping[str, Value]
    ) -> Iterator[_Slot]:
        for attribute in self.label.attributes:
            value = values.get(attribute.id)
            is_asked = attribute.id in proposed or attribute.id == self._asked
            if value is not None or self.disclosure.is_open or is_asked:
                yield _Slot(attribute.id, not is_editable(attribute, value))
        yield from (_Slot(name, is_raw=True) for name in values if not self.label.attribute(name))

    def _staying(self, wanted: set[str]) -> set[_Slot]:
        """Return the rows that are shown and may stay, though their attributes have no value."""
        empty = (slot for slot in self._shown() if slot.attribute not in wanted)
        return {slot for slot in empty if not slot.is_raw}

    def _shown(self) -> set[_Slot]:
        return {slot for slot, row in self._rows.items() if not row.field.isHidden()}

    def _place(self, slot: _Slot) -> int:
        """Return the row of a slot: as in the label set, what that does not know behind."""
        return 2 * self._places.setdefault(slot.attribute, len(self._places)) + slot.is_raw

    def _make_row(self, slot: _Slot) -> _Row:
        attribute = self.label.attribute(slot.attribute) or Attribute(
            id=slot.attribute, title=value_words(slot.attribute), kind=""
        )
        make = RawEditor if slot.is_raw else make_editor
        editor = make(attribute, self._around)
        editor.edited.connect(
            lambda value, edits: self._commit(attribute, value, edits, editor.visit)
        )
        proposal = ProposalLine(attribute.title)
        proposal.clicked.connect(partial(self._take_proposal, attribute))
        proposal.dismissed.connect(partial(self._dismiss_proposal, attribute))
        field = stacked(editor, proposal)
        key = self._keys.get(attribute.id, "")
        editor.show_key(key)
        guidance = " · ".join(filter(None, (attribute.guidance, key)))
        name = self._grid.add_row(self._place(slot), attribute.title, field, guidance)
        name.setEnabled(not slot.is_raw)
        self._rows[slot] = row = _Row(name, field, editor, proposal)
        return row

    def _take_proposal(self, attribute: Attribute) -> None:
        self._commit(attribute, self._around.proposing.proposed().get(attribute.id), ())
        if editor := self.editor(attribute.id):
            editor.setFocus()  # the line that had it goes away

    def _dismiss_proposal(self, attribute: Attribute) -> None:
        self._around.proposing.dismiss(attribute.id)
        if editor := self.editor(attribute.id):
            editor.setFocus()  # the line that had it goes away
        else:
            self.first_field().setFocus()

    def _take_all(self) -> None:
        self._around.proposing.take()
        self.first_field().setFocus()

    def _name_disclosure(self, more: int) -> None:
        if self.disclosure.is_open:
            self.disclosure.show_words(self.tr("Show only what is set"))
        else:
            words = self.tr("Show all attributes ({count} more)").format(count=more)
            self.disclosure.show_words(words if more > 0 else self.tr("Show all attributes"))

    # ---- changing

    def _commit(
        self,
        attribute: Attribute,
        value: Value,
        edits: tuple[Edit, ...],
        visit: object = None,
    ) -> None:
        annotation, session = self._annotation, self._around.session
        if annotation is None:
            return
        template = self.tr("Clear {attribute}") if value is None else self.tr("Set {attribute}")
        place = session.project.places.get(annotation.id, "")
        edit = SetAttributes(place, annotation.id, {attribute.id: value})
        title = template.format(attribute=attribute.title.lower())
        if session.commit(title, *edits, edit, visit=visit) is None:
            self._arrange(afresh=False)
