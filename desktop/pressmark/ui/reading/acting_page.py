"""A page on which something can be done: what menus, keys and buttons ask for by name."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pressmark.analysis.fragments import fragment_at, with_fragment
from pressmark.analysis.units import end_moved, grown, shrunk, start_moved
from pressmark.analysis.words import trimmed
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading import steps
from pressmark.ui.reading.article_page import ArticlePage
from pressmark.ui.reading.side import Side
from pressmark.ui.reading.stack_words import stack_words
from pressmark.ui.reading.tagging import Tagging
from pressmark.ui.session import Session


class ActingPage(ArticlePage):
    """Tags the selection, changes the active annotation, and steps from one to the next."""

    stack_announced = Signal(str)
    """The active annotation among those over and under it: "claim, inside quote, 2 of 3"."""
    noticed = Signal(str)
    """One sentence on why something was not done."""
    doubled = Signal(str)
    """The id of an annotation that was made to tag nearly what another one tags already."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, side: Side | None = None
    ) -> None:
        super().__init__(session, parent, side)
        self._trail: list[Span] = []
        self._tagging = Tagging(session, self)
        self._tagging.noticed.connect(self.noticed)
        self._tagging.doubled.connect(self.doubled)

    # ---- tagging

    def selected_span(self) -> Span | None:
        """Return what tagging would take: the selection with characters whole and trimmed."""
        span = self.selected()
        return trimmed(self.text, span) if span else None

    def tag(self, label_id: str) -> None:
        """Tag the selection with a label; without one, relabel the active annotation."""
        span, active = self.selected_span(), self.active
        if span:
            self._tagging.tag(label_id, (span,))
            self.set_caret(self.caret())
        elif active:
            self._tagging.relabel(active, label_id)

    def add_fragment(self, label_id: str) -> None:
        """Add the selection to the active annotation if it has that label; else tag it."""
        if self.active and self.active.label == label_id:
            self.add_to_active()
        else:
            self.tag(label_id)

    def add_to_active(self) -> None:
        """Add the selection to the active annotation."""
        span, active = self.selected_span(), self.active
        if span and active:
            self._tagging.add_fragment(active, span)
            self.set_caret(self.caret())

    def remove_fragment(self) -> None:
        """Take from the active annotation the fragment that the caret stands in."""
        if active := self.active:
            self._tagging.remove_fragment(active, self.caret())

    @property
    def may_be_shaped(self) -> Annotation | None:
        """The active annotation, where it may be changed."""
        return self.active if self._session.writable else None

    def remove_active(self) -> None:
        """Delete the active annotation."""
        if active := self.active:
            self._tagging.remove(active)

    # ---- edges

    def reanchor(self) -> None:
        """Give the active annotation the selection as its only fragment."""
        span, active = self.selected_span(), self.active
        if span and active:
            self._tagging.move(active, (span,))
            self.set_caret(self.caret())

    def move_end(self, words: int) -> None:
        """Move the end of the fragment with the caret, or of the last, by words."""
        self._move_edge(end_moved, words, otherwise=-1)

    def move_start(self, words: int) -> None:
        """Move the start of the fragment with the caret, or of the first, by words."""
        self._move_edge(start_moved, words, otherwise=0)

    def _move_edge(
        self, moved: Callable[[str, Span, int], Span], words: int, *, otherwise: int
    ) -> None:
        active, caret = self.active, self.caret()
        if active is None:
            return
        number = fragment_at(active.fragments, caret)
        at = otherwise % len(active.fragments) if number is None else number
        span = moved(self.text, active.fragments[at], words)
        self._tagging.move(active, with_fragment(self.text, active.fragments, at, span))
        if number is not None and not span.start <= caret <= span.end:
            self.set_caret(min(max(caret, span.start), span.end))  # the next press moves it on

    # ---- selecting

    def grow_selection(self) -> None:
        """Select the next larger unit: word, quotation, clause, sentence, paragraph."""
        span = self.selected() or Span(self.caret(), self.caret())
        larger = grown(self.text, span)
        if larger:
            self._trail = [*self._steps_within(span), span]
            self.select(larger.start, larger.end)

    def shrink_selection(self) -> None:
        """Select what was selected before it was grown, else the next smaller unit."""
        span = self.selected()
        if span is None:
            return
        trail = self._trail = self._steps_within(span)
        if trail and grown(self.text, trail[-1]) == span:
            smaller: Span | None = trail.pop()
        else:
            smaller = shrunk(self.text, span, trail[0].start if trail else span.start)
        if smaller:
            self.select(smaller.start, smaller.end)

    def _steps_within(self, span: Span) -> list[Span]:
        """Return what was selected on the way to `span`, and still lies in it."""
        return [one for one in self._trail if span.contains(one) and one != span]

    # ---- stepping

    def next_annotation(self) -> None:
        """Go to the annotation after the active one, or after the caret."""
        self._step(steps.following)

    def previous_annotation(self) -> None:
        """Go to the annotation before the active one, or before the caret."""
        self._step(steps.preceding)

    def cycle(self) -> None:
        """Activate the next of the annotations that overlap at the caret, innermost first."""
        one = steps.outwards(self._stack(self.caret()), self.active)
        if one and one == self.active:
            self._tell_stack()
        elif one:
            self._activate(one)

    def _step(self, step: Callable[..., Annotation | None]) -> None:
        if self.sheet is None:
            return
        one = step(self.sheet.stacking.annotations, self.active, self.caret())
        if one:
            self.set_caret(one.span.start)
            self._activate(one)
            self.scroll_to(one.id)

    def _activate(self, annotation: Annotation | None) -> None:
        self._session.activate(annotation.id if annotation else "")

    def _stack(self, offset: int) -> list[Annotation]:
        """Return the annotations at a caret, innermost first; at an end, those that end there."""
        stacking = self.sheet.stacking if self.sheet else None
        if stacking is None:
            return []
        return stacking.at(offset) or (stacking.at(offset - 1) if offset else [])

    def _take_annotations(self, article_id: str, ids: tuple[str, ...]) -> None:
        super()._take_annotations(article_id, ids)
        if self.active and self.active.id in ids:
            self._tell_stack()

    def _take_active(self, annotation_id: str) -> None:
        super()._take_active(annotation_id)
        self._tell_stack()

    def _tell_stack(self) -> None:
        active, sheet = self.active, self.sheet
        words = ""
        if active and sheet:
            stack = self._stack(self.caret())
            if active not in stack:
                stack = sheet.stacking.at(active.span.start)
            words = stack_words(stack, active, self._labels)
        self.setAccessibleDescription(words)
        self.stack_announced.emit(words)
