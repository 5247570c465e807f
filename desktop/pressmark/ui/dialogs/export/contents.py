"""What of the project goes into an export."""

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pressmark.formats.chosen import selection_of
from pressmark.formats.selection import Selection
from pressmark.model.article import STATES
from pressmark.store.export_choice import ExportChoice
from pressmark.ui.dialogs.export.labels_field import LabelsField, count_label
from pressmark.ui.dialogs.export.occasion import Occasion
from pressmark.ui.dialogs.export.period import Period
from pressmark.ui.dialogs.export.tick_button import TickButton
from pressmark.ui.moments import moment_words
from pressmark.ui.panels.words import one_line, state_words
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice


class Contents(QWidget):
    """Labels, what may stay behind, and which articles; all of them go in at first."""

    changed = Signal()

    def __init__(self, occasion: Occasion) -> None:
        super().__init__()
        self._occasion = occasion
        self._labels = LabelsField(occasion.project)
        self._flagged = QCheckBox(self.tr("Only flagged annotations"))
        self._new = QCheckBox(self.tr("Only what is new since the last report"))
        self._no_zones = QCheckBox(self.tr("Leave out boilerplate zones"))
        self._no_notes = QCheckBox(self.tr("Leave out notes"))
        self._pseudonyms = QCheckBox(self.tr("Annotators by number"))
        self._boxes = (
            self._flagged,
            self._new,
            self._no_zones,
            self._no_notes,
            self._pseudonyms,
        )
        self._articles = self._article_choice()
        self._states, self._annotators = self._state_choice(), self._annotator_choice()
        self._period = Period()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._upper())
        column.addLayout(self._lower())
        for box in self._boxes:
            box.toggled.connect(self.changed)
        for one in (self._labels, self._states, self._annotators, self._period):
            one.changed.connect(self.changed)
        self._articles.picked.connect(self.changed)

    def selection(self) -> Selection:
        """Return what is to go in, not narrowed yet."""
        return selection_of(
            self.chosen(ExportChoice(format="")),
            self._occasion.project,
            articles=self._picked_articles(),
            reported=self._occasion.reported,
        )

    def chosen(self, choice: ExportChoice) -> ExportChoice:
        """Return a choice with what goes in as it is here."""
        since, until = self._period.days
        return replace(
            choice,
            labels=self._labels.picked,
            annotators=self._annotators.picked,
            states=self._states.picked,
            since=since,
            until=until,
            flagged=self._flagged.isChecked(),
            new=self._new.isChecked(),
            zones=not self._no_zones.isChecked(),
            notes=not self._no_notes.isChecked(),
            pseudonyms=self._pseudonyms.isChecked(),
        )

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what a choice takes, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self._labels.pick(choice.labels)
        self._annotators.pick(choice.annotators)
        self._states.pick(choice.states)
        self._period.show_days(choice.since, choice.until)
        self._flagged.setChecked(choice.flagged)
        self._new.setChecked(choice.new and self._new.isEnabled())
        self._no_zones.setChecked(not choice.zones)
        self._no_notes.setChecked(not choice.notes)
        self._pseudonyms.setChecked(choice.pseudonyms)
        self.blockSignals(False)  # noqa: FBT003 -- Qt's own

    # ---- how it is laid out

    def _upper(self) -> QHBoxLayout:
        right = QGridLayout()
        right.setColumnStretch(0, 1)
        right.setVerticalSpacing(6)
        for row, box in enumerate(self._boxes):
            right.addWidget(box, row, 0)
        reported = self._occasion.reported
        self._new.setEnabled(bool(reported))
        said = moment_words(reported) if reported else self.tr("none yet")
        right.addWidget(count_label(said), 1, 1)
        right.setRowStretch(len(self._boxes), 1)
        both = QHBoxLayout()
        both.setSpacing(36)
        both.addWidget(self._labels, 1)
        both.addLayout(right, 1)
        return both

    def _lower(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = {
            self.tr("Articles"): self._articles,
            self.tr("State"): self._states,
            self.tr("Published"): self._period,
            self.tr("Annotator"): self._annotators,
        }
        leading = Qt.AlignmentFlag.AlignLeft
        for at, (words, field) in enumerate(fields.items()):
            name = PlainLabel(words)
            name.setBuddy(field)
            grid.addWidget(name, at // 2, at % 2 * 2)
            grid.addWidget(field, at // 2, at % 2 * 2 + 1, leading)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        return grid

    def _article_choice(self) -> SegmentedChoice:
        number = self.locale().toString
        occasion = self._occasion
        count = number(len(occasion.project.current()))
        choices: list[tuple[str, object]] = [(self.tr("All {n}").format(n=count), "all")]
        if occasion.chosen:
            words = self.tr("The {n} chosen").format(n=number(len(occasion.chosen)))
            choices.append((words, "chosen"))
        if occasion.open:
            choices.append((self.tr("This one"), "open"))
        return SegmentedChoice(choices, self.tr("Articles"))

    def _picked_articles(self) -> frozenset[str] | None:
        match self._articles.value:
            case "chosen":
                return frozenset(self._occasion.chosen)
            case "open":
                return frozenset({self._occasion.open})
        return None

    def _state_choice(self) -> TickButton:
        counts: Counter[str] = Counter()
        for shelved in self._occasion.project.current():
            counts.update(set(shelved.head.states.values()) or {"new"})
        number = self.locale().toString
        titles: dict[str, str] = {
            one: f"{state_words(one)} ({number(counts[one])})" for one in STATES
        }
        return TickButton(self.tr("State"), self.tr("Any"), titles)

    def _annotator_choice(self) -> TickButton:
        known = sorted(self._occasion.project.annotators.values(), key=lambda one: one.name)
        names = {one.id: one_line(one.name) for one in known}
        return TickButton(self.tr("Annotator"), self.tr("Anyone"), names)
