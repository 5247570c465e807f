"""One judgement: its words, how likely, how sure, and the annotations it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pressmark.analysis.estimates import mixed_sentences
from pressmark.model.annotation import CONFIDENCES
from pressmark.model.judgement import LIKELIHOODS, Judgement
from pressmark.model.project import Project
from pressmark.ui.panels.assessment.likelihood_words import likelihood_said, range_words
from pressmark.ui.panels.assessment.relied_chips import ReliedChips
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.note_field import NoteField
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.words import confidence_words
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from pressmark.ui.widgets.tooltips import give_tooltip, plain_tooltip

_NUMBER = 26  # px: two digits
_RANGES = {one.id: one for one in LIKELIHOODS}


class JudgementCard(QFrame):
    """Shows a judgement, and says what is to be changed of it; what is being written stays."""

    changed = Signal(str, object)
    """The name of a field, and the value it is to have."""
    moved = Signal(int)
    """By how many places it is to go up (-1) or down (1)."""
    removed = Signal()
    """It is to go."""
    touched = Signal()
    """Somebody clicked beside its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._judgement = Judgement(id="")
        self.number = PlainLabel(role="muted")
        self.number.setMinimumWidth(_NUMBER)
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.statement = NoteField()
        self.statement.setPlaceholderText(self.tr("What you judge to be so, in a sentence"))
        self.likelihood = ChoiceField(self.tr("Likelihood"))
        self.likelihood.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.likelihood.addItem("–", None)
        for one in LIKELIHOODS:
            self.likelihood.addItem(likelihood_said(one.id), one.id)
            tip = plain_tooltip(range_words(one))
            role = Qt.ItemDataRole.ToolTipRole
            self.likelihood.setItemData(self.likelihood.count() - 1, tip, role)
        self._range = PlainLabel(role="muted")
        choices = [("–", None), *((confidence_words(one), one) for one in CONFIDENCES)]
        self.confidence = SegmentedChoice(choices, self.tr("Confidence"))
        self.relied = ReliedChips()
        self._warning = PlainLabel(role="warning")
        self._warning.setWordWrap(True)
        self._warning.setText(
            self.tr("Say how sure you are in a sentence of its own, apart from how likely it is.")
        )
        self.up = SmallButton("chevron-up", self.tr("Move up"))
        self.down = SmallButton("chevron-down", self.tr("Move down"))
        self.remove = SmallButton("trash-2", self.tr("Delete"))
        self._lay_out()
        self._connect()

    def show_judgement(self, project: Project, judgement: Judgement, at: int, count: int) -> None:
        """Show a judgement, the one at a place of so many; what is being written stays."""
        self._judgement = judgement
        self._name(at + 1)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)
        self.statement.show_text(judgement.statement)
        self._choose_likelihood(judgement.likelihood)
        known = judgement.confidence in CONFIDENCES
        self.confidence.choose(judgement.confidence if known else None)
        self.relied.show_annotations(project, judgement.relies_on)
        self._warn()

    def offer(self, annotation_id: str) -> None:
        """Offer to rely on the annotation that is active, unless that is so; "" for none."""
        held = self._judgement.relies_on
        self.relied.add.setVisible(bool(annotation_id) and annotation_id not in held)

    def mark(self, *, is_current: bool) -> None:
        """Show whether this is the judgement that new grounds are for."""
        if bool(self.property("current")) != is_current:
            self.setProperty("current", is_current)
            self.number.show_role("state" if is_current else "muted")
            self.style().unpolish(self)
            self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become the one that is meant."""
        super().mousePressEvent(event)
        self.touched.emit()

    def _name(self, number: int) -> None:
        """Say to those who hear the screen which judgement each field is of."""
        name = self.tr("Judgement {n}").format(n=number)
        self.number.setText(str(number))
        self.setAccessibleName(name)
        self.statement.setAccessibleName(name)
        for button, words in (
            (self.up, self.tr("Move up")),
            (self.down, self.tr("Move down")),
            (self.remove, self.tr("Delete")),
        ):
            button.setAccessibleName(f"{name}: {words}")

    def _choose_likelihood(self, likelihood: str | None) -> None:
        at = self.likelihood.findData(likelihood)
        if at < 0:  # a word of some other file
            self.likelihood.addItem(likelihood_said(likelihood or ""), likelihood)
            at = self.likelihood.count() - 1
        self.likelihood.setCurrentIndex(at)
        known = _RANGES.get(likelihood or "")
        self._range.setText(range_words(known) if known else "")
        give_tooltip(self.likelihood, range_words(known) if known else "")

    def _warn(self) -> None:
        """Warn where the words speak of confidence and likelihood in one sentence."""
        judged = self._judgement
        mixed = mixed_sentences(judged.statement, is_estimated=judged.likelihood is not None)
        self._warning.setVisible(any(True for _ in mixed))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        leading = Qt.AlignmentFlag.AlignTop
        self.number.setContentsMargins(0, 4, 0, 0)
        top.addWidget(self.number, 0, leading)
        top.addWidget(self.statement, 1)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button, 0, leading)
        facts = QWidget()
        flow = FlowLayout(facts, spacing=14)
        flow.addWidget(_pair(self.tr("Likelihood"), self.likelihood, self._range))
        flow.addWidget(_pair(self.tr("Confidence"), self.confidence))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self._warning, facts, self.relied):
            column.addWidget(part)

    def _connect(self) -> None:
        self.statement.written.connect(lambda words: self.changed.emit("statement", words))
        self.likelihood.activated.connect(
            lambda _at: self.changed.emit("likelihood", self.likelihood.currentData())
        )
        self.confidence.picked.connect(lambda value: self.changed.emit("confidence", value))
        self.relied.dropped.connect(self._drop)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _drop(self, annotation_id: str) -> None:
        self.statement.setFocus()  # the button that has it goes away
        left = tuple(one for one in self._judgement.relies_on if one != annotation_id)
        self.changed.emit("relies_on", left)


def _pair(name: str, *fields: QWidget) -> QWidget:
    """Return fields with their name before them."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(PlainLabel(name, "muted"))
    for field in fields:
        row.addWidget(field)
    return pair
