"""The page of the label set itself: name, version, guidelines, kinds of zones."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.form import Form, Line, Words
from pressmark.ui.dialogs.label_set.value_list import ValueList

_MOST = 9999


class SetPage(QWidget):
    """Writes what is changed into the draft at once."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.form = Form()
        self.name, self.version, self.guidelines = Line(), QSpinBox(), Words(10)
        self.zones = ValueList(self.tr("Zones"))
        self.version.setRange(1, _MOST)
        self.version.setMaximumWidth(120)
        self.form.add("name", self.tr("Name"), self.name)
        self.form.add("version", self.tr("Version"), self.version)
        self.form.add("guidelines", self.tr("Guidelines"), self.guidelines)
        self.form.add("zone_kinds", self.tr("Zones"), self.zones)
        self.name.textEdited.connect(lambda text: self._change(name=text.strip()))
        self.version.valueChanged.connect(lambda number: self._change(version=number))
        self.guidelines.written.connect(lambda text: self._change(guidelines=text or None))
        self.zones.changed.connect(lambda kinds: self._change(zone_kinds=kinds))
        self.zones.renamed.connect(lambda old, new: self._draft.settle(("zone", old), new))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 20)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_set(self) -> None:
        """Show the label set as the draft has it."""
        labels = self._draft.labels
        self.name.show_text(labels.name)
        self.version.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self.version.setValue(labels.version)
        self.version.blockSignals(False)  # noqa: FBT003 -- Qt's own
        self.guidelines.show_text(labels.guidelines or "")
        self.zones.show_values(labels.zone_kinds)
        self.form.show_problems(self._draft.at("set"))

    def _change(self, **changes: object) -> None:
        self._draft.take(replace(self._draft.labels, **changes))  # type: ignore[arg-type]  # fields
