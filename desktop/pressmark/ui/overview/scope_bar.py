"""Which annotations the overview counts: labels, annotators, states, a time, boilerplate."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from pressmark.analysis.figures import Scope
from pressmark.model.article import STATES
from pressmark.ui.panels.inspector.dates import date_refusal
from pressmark.ui.panels.label_filter import LabelFilter
from pressmark.ui.panels.words import one_line, state_words
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_DATE = 112
"""Width of a line for a date, in px."""

Ticked = frozenset[tuple[str, str]]
"""Kinds ("annotator", "state") with an id each."""


class ScopeBar(QWidget):
    """Label buttons, two lines for dates, and a menu for the rest."""

    changed = Signal()
    """Something else is to be counted."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ticked: Ticked = frozenset()
        self._has_zones = False
        self.labels = LabelFilter()
        self.labels.changed.connect(self.changed)
        self.since = self._date_line(self.tr("Published from"), self.tr("from"))
        self.until = self._date_line(self.tr("Published until"), self.tr("until"))
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(self.tr("Count only some"))
        give_tooltip(self.more, self.tr("Count only some"))
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill)
        self.menu.aboutToHide.connect(self._show_ticked)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.labels)
        row.addWidget(self.since)
        row.addWidget(PlainLabel("–", "muted"))
        row.addWidget(self.until)
        row.addWidget(self.more)
        session.project_replaced.connect(self.count_all)
        session.frame_changed.connect(self._offer)
        self._offer()
        self._show_ticked()

    @property
    def scope(self) -> Scope:
        """What is to be counted; a date that is none does not count."""
        since, until = (line.text().strip() for line in (self.since, self.until))
        return Scope(
            labels=self.labels.picked,
            annotators=self._of("annotator"),
            states=self._of("state"),
            since="" if date_refusal(since) else since,
            until="" if date_refusal(until) else until,
            zones=self._has_zones,
        )

    def count_all(self) -> None:
        """Count everything that is not in boilerplate again."""
        self._ticked, self._has_zones = frozenset(), False
        self.labels.show_all()
        for line in (self.since, self.until):
            line.clear()
            self._check(line)
        self._offer()
        self._show_ticked()
        self.changed.emit()

    def tick(self, kind: str, value: str) -> None:
        """Count only what has this, or no longer."""
        self._ticked ^= {(kind, value)}
        self._show_ticked()
        self.changed.emit()

    def count_zones(self, *, on: bool) -> None:
        """Count what is tagged in boilerplate too, or not."""
        self._has_zones = on
        self._show_ticked()
        self.changed.emit()

    def _of(self, kind: str) -> frozenset[str]:
        return frozenset(value for one, value in self._ticked if one == kind)

    def _offer(self) -> None:
        file = self._session.file
        self.labels.offer(self._session.project.label_set.labels if file else ())

    def _date_line(self, words: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(words)
        give_tooltip(line, words)
        line.setFixedWidth(_DATE)
        line.editingFinished.connect(lambda: self._take(line))
        return line

    def _take(self, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self._check(line)
            self.changed.emit()

    def _check(self, line: QLineEdit) -> None:
        """Mark what is no date, and say how one is written."""
        refusal = date_refusal(line.text().strip())
        line.setProperty("invalid", bool(refusal))
        line.style().unpolish(line)
        line.style().polish(line)
        give_tooltip(line, line.accessibleName(), refusal)

    # ---- the menu

    def _show_ticked(self) -> None:
        is_narrowed = bool(self._ticked) or self._has_zones
        self.more.setChecked(is_narrowed)
        give_icon(self.more, "list-filter", "accent" if is_narrowed else "muted")

    def _fill(self) -> None:
        self.menu.clear()
        known = self._session.project.annotators.values() if self._session.file else ()
        names = {one.id: one_line(one.name) for one in sorted(known, key=lambda one: one.name)}
        self._add(self.tr("Annotator"), "annotator", names)
        self._add(self.tr("State"), "state", {state: state_words(state) for state in STATES})
        zones = self.menu.addAction(self.tr("Boilerplate too"))
        zones.setCheckable(True)
        zones.setChecked(self._has_zones)
        zones.triggered.connect(lambda on: self.count_zones(on=on))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Count all")).triggered.connect(self.count_all)

    def _add(self, title: str, kind: str, titles: dict[str, str]) -> None:
        menu = self.menu.addMenu(title)
        menu.setEnabled(bool(titles))
        for value, words in titles.items():
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked((kind, value) in self._ticked)
            action.triggered.connect(lambda _on=False, value=value: self.tick(kind, value))
