"""The analyst's own word: a summary of the project, and the judgements in their order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.estimates import mixed_sentences
from pressmark.edits.edit import Edit
from pressmark.edits.judgements import (
    RemoveJudgement,
    SetSummary,
    changed_judgement,
    new_judgement,
    reordering,
)
from pressmark.ui.panels.assessment.judgement_card import JudgementCard
from pressmark.ui.panels.inspector.note_field import NoteField
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import protect
from pressmark.ui.widgets.revealing import reveal
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_TITLES = {
    "statement": _t("Write judgement"),
    "likelihood": _t("Set likelihood"),
    "confidence": _t("Set confidence"),
    "relies_on": _t("Rely on another annotation no more"),
}


class AssessmentPanel(QWidget):
    """Shows summary and judgements, and makes each change of them a step."""

    annotation_picked = Signal(str)
    """The id of an annotation to go to."""
    rely_asked = Signal()
    """The active annotation is to be relied on by the current judgement."""
    current_changed = Signal()
    """Another judgement is the one that new grounds are for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._current = ""
        self.cards: dict[str, JudgementCard] = {}
        self.summary = NoteField(fills=True)
        self.summary.setPlaceholderText(self.tr("What the articles show, in a few sentences"))
        self.summary.setAccessibleName(self.tr("Summary"))
        self.summary.written.connect(self._set_summary)
        self._mixed = PlainLabel(self.tr("Confidence and likelihood share a sentence."), "warning")
        self._mixed.setWordWrap(True)
        self.add = QPushButton(self.tr("Add judgement"))
        give_icon(self.add, "plus", "ink")
        self.add.clicked.connect(lambda _checked: self.add_judgement())
        self._empty = EmptyState(
            "badge-check",
            self.tr("Add what you conclude, or press J on an annotation that it is to rest on."),
        )
        self._lay_out()
        self.setFocusProxy(self.summary)
        for changed in (session.project_replaced, session.frame_changed):
            changed.connect(self.refresh)
        for changed in (session.articles_changed, session.annotations_changed):
            changed.connect(self._refresh_if_seen)
        session.annotation_activated.connect(self._offer)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.refresh()

    @property
    def current(self) -> str:
        """The id of the judgement that new grounds are for: the last one touched; "" for none."""
        return self._current

    def refresh(self) -> None:
        """Show what is the case now; what is being written stays."""
        if self._session.file is None:
            return
        project = self._session.project
        self.summary.show_text(project.summary)
        self._mixed.setVisible(any(True for _ in mixed_sentences(project.summary)))
        ranked = project.ranked()
        for gone in self.cards.keys() - {one.id for one in ranked}:
            self._dismiss(self.cards.pop(gone))
        for at, judgement in enumerate(ranked):
            card = self.cards.get(judgement.id) or self._make(judgement.id)
            if self._column.indexOf(card) != at:
                self._column.insertWidget(at, card)
            card.show_judgement(project, judgement, at, len(ranked))
        self._offer()
        self._empty.setVisible(not ranked)
        self._list.setVisible(bool(ranked))
        if self._current not in self.cards:
            self._become(ranked[-1].id if ranked else "")
        self._mark()
        protect(self, on=not self._session.writable)

    def add_judgement(self, *relies_on: str) -> bool:
        """Add a judgement that rests on these annotations; say whether that was done."""
        edit = new_judgement(self._session.project, self._session.stamp(), relies_on=relies_on)
        if self._session.commit(self.tr("Add judgement"), edit) is None:
            return False
        self._become(edit.judgement.id)
        card = self.cards[edit.judgement.id]
        reveal(card)
        if not relies_on:
            card.statement.setFocus()
        return True

    def go_to(self, judgement_id: str) -> None:
        """Go to the words of a judgement."""
        card = self.cards.get(judgement_id)
        if card is not None:
            card.statement.setFocus()
            reveal(card)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    # ---- what is shown

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 4, 10, 12)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Summary"), "muted"))
        column.addWidget(self.summary, 1)
        column.addWidget(self._mixed)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWidget(inner)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Judgements"), "muted"))
        head.addStretch(1)
        head.addWidget(self.add)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 0, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([380, 760])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _make(self, judgement_id: str) -> JudgementCard:
        card = self.cards[judgement_id] = JudgementCard()
        card.changed.connect(lambda name, value: self._change(judgement_id, name, value))
        card.moved.connect(lambda by: self._move(judgement_id, by))
        card.removed.connect(lambda: self._remove(judgement_id))
        card.touched.connect(lambda: self._become(judgement_id))
        card.relied.picked.connect(self.annotation_picked)
        card.relied.asked.connect(lambda: self._ask_to_rely(judgement_id))
        return card

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _offer(self) -> None:
        """Offer the active annotation to the judgements that do not rely on it."""
        active = self._session.annotation
        for card in self.cards.values():
            card.offer(active.id if active and self._session.writable else "")

    def _dismiss(self, card: JudgementCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for judgement_id, card in self.cards.items():
            if now is not None and card.isAncestorOf(now):
                self._become(judgement_id)

    def _become(self, judgement_id: str) -> None:
        if judgement_id != self._current:
            self._current = judgement_id
            self._mark()
            self.current_changed.emit()

    def _mark(self) -> None:
        for judgement_id, card in self.cards.items():
            card.mark(is_current=judgement_id == self._current and len(self.cards) > 1)

    # ---- changing

    def _set_summary(self, words: str) -> None:
        self._commit(self.tr("Write summary"), SetSummary(words))

    def _change(self, judgement_id: str, name: str, value: object) -> None:
        edits = changed_judgement(self._session.project, judgement_id, **{name: value})  # type: ignore[arg-type]  # a value of that field
        self._commit(translated(_TITLES[name]), *edits)

    def _move(self, judgement_id: str, by: int) -> None:
        ids = [one.id for one in self._session.project.ranked()]
        at = ids.index(judgement_id)
        ids.insert(at + by, ids.pop(at))
        self._commit(self.tr("Reorder judgements"), *reordering(self._session.project, ids))
        reveal(self.cards[judgement_id])

    def _remove(self, judgement_id: str) -> None:
        self.add.setFocus()  # the button that has it goes away
        self._commit(self.tr("Delete judgement"), RemoveJudgement(judgement_id))

    def _ask_to_rely(self, judgement_id: str) -> None:
        self._become(judgement_id)
        self.rely_asked.emit()

    def _commit(self, title: str, *edits: Edit) -> None:
        """Make a step; where it is refused, show what is the case."""
        if edits and self._session.commit(title, *edits) is None:
            self.refresh()
