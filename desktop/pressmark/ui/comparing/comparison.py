"""Two texts side by side, scrolled together, with a way from difference to difference."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from pressmark.edits.comparison import Stretch, legible
from pressmark.model.article import Article
from pressmark.model.span import Span
from pressmark.ui.comparing.compared_text import ComparedText, Side
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import counted, number_words
from pressmark.ui.words import phrase as _t


class Compared(NamedTuple):
    """Two articles, and the stretches that lead from the text of the one to the other's."""

    old: Article
    new: Article
    stretches: Sequence[Stretch]


class Comparison(QWidget):
    """Shows what two texts have in common and what not; N and P go to the next and previous."""

    def __init__(self, old_title: str, new_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old = ComparedText("old", old_title)
        self.new = ComparedText("new", new_title)
        self._stretches: Sequence[Stretch] = ()
        self._differences: list[Stretch] = []
        self._starts: dict[Side, list[int]] = {"old": [], "new": []}
        self._at = -1
        self._is_following = False
        self._count = PlainLabel(role="muted")
        self._next = self._button("chevron-down", self.tr("Next difference (N)"))
        self._previous = self._button("chevron-up", self.tr("Previous difference (P)"))
        self._next.clicked.connect(lambda: self.step(1))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._lay_out(old_title, new_title)
        for key, by in (("N", 1), ("P", -1), ("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))
        self.old.verticalScrollBar().valueChanged.connect(lambda: self._follow("old"))
        self.new.verticalScrollBar().valueChanged.connect(lambda: self._follow("new"))

    @property
    def differences(self) -> Sequence[Stretch]:
        """The stretches that are not the same."""
        return self._differences

    def show_compared(self, compared: Compared) -> None:
        """Show two texts, at their first difference."""
        self._stretches = stretches = legible(compared.stretches, compared.old.text)
        self._differences = [one for one in stretches if not one.same]
        self._starts["old"] = [one.old.start for one in stretches]
        self._starts["new"] = [one.new.start for one in stretches]
        self._at = -1
        self.old.show_article(compared.old, [one.old for one in self._differences])
        self.new.show_article(compared.new, [one.new for one in self._differences])
        self._tell()
        self.old.setFocus()

    def step(self, by: int) -> None:
        """Go to a difference further on, or back; round from the last to the first."""
        if self._differences:
            start = -1 if by > 0 else 0
            at = self._at if self._at >= 0 else start
            self._at = (at + by) % len(self._differences)
            one = self._differences[self._at]
            self.old.show_current(one.old)
            self.new.show_current(one.new)
            self._scroll_to(one.old.start, one.new.start)
            self._tell()

    def show_spans(self, old: tuple[Span, ...], new: tuple[Span, ...]) -> None:
        """Draw round the stretches of an annotation in both texts, and scroll there."""
        self.old.outline(old)
        self.new.outline(new)
        at = old[0].start if old else 0
        self._scroll_to(at, new[0].start if new else self._across("old", at))

    def _scroll_to(self, old: int, new: int) -> None:
        self._is_following = True
        self.old.scroll_to(old)
        self.new.scroll_to(new)
        self._is_following = False

    def _lay_out(self, old_title: str, new_title: str) -> None:
        steps = QHBoxLayout()
        steps.setContentsMargins(0, 0, 8, 0)
        steps.addWidget(self._title(f"+  {new_title}"), 1)
        steps.addWidget(self._count)
        steps.addSpacing(4)
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._title(f"−  {old_title}"), 0, 0)
        grid.addLayout(steps, 0, 2)
        grid.addWidget(Hairline(), 1, 0, 1, 3)
        grid.addWidget(self.old, 2, 0)
        grid.addWidget(Hairline(Qt.Orientation.Vertical), 2, 1)
        grid.addWidget(self.new, 2, 2)
        grid.setRowStretch(2, 1)
        for column in (0, 2):
            grid.setColumnStretch(column, 1)

    def _title(self, words: str) -> ElidedLabel:
        label = ElidedLabel(words, role="heading")
        label.setContentsMargins(14, 7, 14, 7)
        return label

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        give_icon(button, icon)
        give_tooltip(button, words)
        button.setAccessibleName(words)
        return button

    def _tell(self) -> None:
        total = len(self._differences)
        if self._at >= 0:
            words = self.tr("Difference {at} of {total}")
            told = words.format(at=number_words(self._at + 1), total=number_words(total))
        else:
            told = counted(_t("{n} difference"), _t("{n} differences"), total)
        self._count.setText(told if total else self.tr("No differences"))
        self._next.setEnabled(total > 0)
        self._previous.setEnabled(total > 0)

    # ---- scrolling together

    def _follow(self, side: Side) -> None:
        """Bring beside the line in the upper part of one text what stands for it in the other."""
        if self._is_following or not self._stretches:
            return
        leader, other = (self.old, self.new) if side == "old" else (self.new, self.old)
        bar, follower = leader.verticalScrollBar(), other.verticalScrollBar()
        self._is_following = True
        if bar.value() in (bar.minimum(), bar.maximum()):
            at_end = bar.value() == bar.maximum() and bar.maximum() > 0
            follower.setValue(follower.maximum() if at_end else follower.minimum())
        else:
            eye = bar.value() + leader.viewport().height() / 3
            offset = leader.offset_at_height(eye)
            above = leader.height_of(offset) - bar.value()
            follower.setValue(round(other.height_of(self._across(side, offset)) - above))
        self._is_following = False

    def _across(self, side: Side, offset: int) -> int:
        """Return the offset in the other text that stands for one in this."""
        at = max(0, bisect_right(self._starts[side], offset) - 1)
        if not self._stretches:
            return 0
        one = self._stretches[at]
        here, there = (one.old, one.new) if side == "old" else (one.new, one.old)
        share = (offset - here.start) / here.length if here.length else 0.0
        return there.start + round(min(1.0, share) * there.length)
