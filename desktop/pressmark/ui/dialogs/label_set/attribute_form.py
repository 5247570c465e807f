"""What an attribute takes: its kind, its values, and when to give it."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from pressmark.model.attribute import KINDS, Attribute
from pressmark.ui.dialogs.label_set.form import Form, Line, Words
from pressmark.ui.dialogs.label_set.value_list import ValueList
from pressmark.ui.dialogs.label_set.words import KIND_WORDS
from pressmark.ui.panels.words import value_words
from pressmark.ui.words import translated

_LONGEST = 9999


class AttributeForm(Form):
    """The fields of one attribute; those that its kind does not have are hidden."""

    changed = Signal(object)
    """The Attribute as it shall be."""

    def __init__(self) -> None:
        super().__init__()
        self._attribute: Attribute | None = None
        self.title, self.kind = Line(), QComboBox()
        self.entity = QCheckBox(self.tr("Names entities too"))
        self.several = QCheckBox(self.tr("More than one"))
        self.values, self.limit = ValueList(self.tr("Values"), has_titles=True), QSpinBox()
        self.guidance = Words(2)
        self.limit.setRange(0, _LONGEST)
        self.limit.setSpecialValueText(self.tr("As long as you like"))
        self.limit.setSuffix(self.tr(" characters at most"))
        self.add("title", self.tr("Name"), self.title)
        self.add("kind", self.tr("Kind"), self.kind)
        self.add("entity", "", self.entity)
        self.add("several", "", self.several)
        self.add("values", self.tr("Values"), self.values)
        self.add("limit", self.tr("Length"), self.limit)
        self.add("guidance", self.tr("Guidance"), self.guidance)
        self.title.textEdited.connect(lambda text: self._change(title=text.strip()))
        self.kind.activated.connect(lambda _at: self._change(kind=self.kind.currentData()))
        self.entity.clicked.connect(lambda on: self._change(entity=on))
        self.several.clicked.connect(lambda on: self._change(several=on))
        self.values.changed.connect(lambda values: self._change(values=values))
        self.values.titled.connect(
            lambda titles: self._change(value_titles=MappingProxyType(titles))
        )
        self.limit.valueChanged.connect(lambda most: self._change(max_length=most or None))
        self.guidance.written.connect(lambda text: self._change(guidance=text or None))

    def show_attribute(self, attribute: Attribute) -> None:
        """Show an attribute."""
        self._attribute = None
        self.title.show_text(attribute.title)
        self._show_kind(attribute.kind)
        self.entity.setChecked(attribute.entity)
        self.several.setChecked(attribute.several)
        self.values.show_values(attribute.values, attribute.value_titles)
        self.limit.setValue(attribute.max_length or 0)
        self.guidance.show_text(attribute.guidance or "")
        self.show_field("entity", is_shown=attribute.kind == "anchored")
        self.show_field("several", is_shown=attribute.kind in {"anchored", "choice", "entity"})
        self.show_field("values", is_shown=attribute.kind == "choice")
        self.show_field("limit", is_shown=attribute.kind == "text")
        self._attribute = attribute

    def _show_kind(self, kind: str) -> None:
        """Offer the kinds there are, and the present one even if nobody knows it."""
        kinds = (*KINDS, *((kind,) if kind not in KINDS else ()))
        if [self.kind.itemData(at) for at in range(self.kind.count())] != list(kinds):
            self.kind.clear()
            for one in kinds:
                words = translated(KIND_WORDS[one]) if one in KIND_WORDS else value_words(one)
                self.kind.addItem(words, one)
        self.kind.setCurrentIndex(kinds.index(kind))

    def _change(self, **changes: object) -> None:
        if self._attribute is not None:
            self.changed.emit(replace(self._attribute, **changes))  # type: ignore[arg-type]  # fields
