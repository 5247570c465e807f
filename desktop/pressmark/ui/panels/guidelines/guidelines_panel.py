"""The guidelines of the project: in words of its own, and label by label."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from pressmark.edits.frame import SetLabelSet
from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.guidelines.label_card import LabelCard
from pressmark.ui.panels.inspector.note_field import NoteField
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import protect

_COLUMNS = 2


class GuidelinesPanel(QWidget):
    """Shows what the project has agreed on beside its labels; each change is a step."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.cards: dict[str, LabelCard] = {}
        self.text = NoteField(fills=True)
        self.text.setAccessibleName(self.tr("Guidelines of the project"))
        self.text.setPlaceholderText(
            self.tr("What you have agreed on: what is tagged, what is left, how doubt is settled")
        )
        self.text.written.connect(self._set_text)
        self._lay_out()
        self.setFocusProxy(self.text)
        session.project_replaced.connect(self.refresh)
        session.frame_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is the case now; what is being written stays."""
        if self._session.file is None:
            return
        labels = self._session.project.label_set
        self.text.show_text(labels.guidelines or "")
        if tuple(self.cards) != tuple(label.id for label in labels.labels):
            self._make_cards(labels)
        for label in labels.labels:
            self.cards[label.id].show_label(label)
        protect(self, on=not self._session.writable)

    # ---- what is shown

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 4, 10, 12)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("In this project"), "muted"))
        column.addWidget(self.text, 1)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setSpacing(8)
        labels = QScrollArea()
        labels.setWidgetResizable(True)
        labels.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        labels.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        labels.setWidget(inner)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 4, 14, 12)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("What counts as one"), "muted"))
        column.addWidget(labels, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([320, 820])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _make_cards(self, labels: LabelSet) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {label.id: LabelCard(label) for label in labels.labels}
        for at, (label_id, card) in enumerate(self.cards.items()):
            card.changed.connect(partial(self._change, label_id))
            self._grid.addWidget(card, at // _COLUMNS, at % _COLUMNS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    # ---- changing

    def _set_text(self, words: str) -> None:
        labels = self._session.project.label_set
        self._commit(replace(labels, guidelines=words or None))

    def _change(self, label_id: str, name: str, words: str) -> None:
        held = self._session.project.label_set
        labels = tuple(
            replace(one, **{name: words or None}) if one.id == label_id else one  # type: ignore[arg-type]  # fields of text
            for one in held.labels
        )
        self._commit(replace(held, labels=labels))

    def _commit(self, labels: LabelSet) -> None:
        """Make a step; where it is refused, show what is the case."""
        if self._session.commit(self.tr("Change guidelines"), SetLabelSet(labels)) is None:
            self.refresh()
