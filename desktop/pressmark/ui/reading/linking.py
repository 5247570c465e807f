"""Choosing in the text what a relation from the active annotation leads to, and its type."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from pressmark.analysis.relating import Fit, fits, keyed, sole_fit
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet
from pressmark.ui.reading import keys, painting, steps
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.relation_card import RelationCard
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.announcing import announce

_Key = Qt.Key
_STEPPING = "NPO"
_CARET_KEYS = {_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home}
_CARET_KEYS |= {_Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown}
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_Reason = Qt.FocusReason
_LEAVING = {_Reason.MouseFocusReason, _Reason.TabFocusReason, _Reason.BacktabFocusReason}
_LEAVING |= {_Reason.ShortcutFocusReason, _Reason.OtherFocusReason}
_EXCERPT = 60
_MARKS = '"“”„«»‘’'


class Linking(QObject):
    """A state of the reading view: keys and clicks choose the other end, then the type.

    Nothing of the project changes here, and Esc leaves everything as it was.
    """

    chosen = Signal(object, str, bool)
    """The Fit, the id of the other annotation, and whether it is the analyst's inference."""
    list_asked = Signal(str)
    """The other one is looked for in a list, in which this was typed already."""
    ended = Signal()
    """The state is left."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._start: Annotation | None = None
        self._other: Annotation | None = None
        self._place = (0, 0)
        self._fits: dict[str, Fit] = {}
        self._labels = LabelSet(name="")
        self.card = RelationCard(view.viewport())
        self.card.chosen.connect(lambda fit: self._choose(fit, inferred=False))
        self.card.list_asked.connect(lambda: self._ask_for_list(""))
        self.card.left.connect(self.leave)
        view.caret_moved.connect(self._follow_caret)
        view.ruler.valueChanged.connect(self._place_card)
        view.overlays.append(self._paint)

    @property
    def start(self) -> Annotation | None:
        """The annotation that the relation starts at; None while the state is off."""
        return self._start

    @property
    def other(self) -> Annotation | None:
        """The annotation that it would lead to."""
        return self._other

    def begin(self, labels: LabelSet) -> None:
        """Begin with the active annotation."""
        if self._view.active is None or self._start is not None:
            return
        self._labels = labels
        self._start, self._place = self._view.active, self._view.place()
        self.card.inferred.setChecked(False)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._view.setFocus()
        self._look_at(None)

    def leave(self) -> None:
        """Leave the state, with the caret where it was."""
        if self._start is not None:
            place = self._place
            self._stop()
            self._view.restore_place(*place)

    def stop_unless(self, annotation_id: str) -> None:
        """Leave the state where another annotation than this is active now."""
        if self._start is not None and self._start.id != annotation_id:
            self._stop()

    def _stop(self) -> None:
        self._start = self._other = None
        self._view.removeEventFilter(self)
        self._view.viewport().removeEventFilter(self)
        self.card.hide()
        self._view.viewport().update()
        self.ended.emit()

    # ---- the other end

    def _look_at(self, other: Annotation | None) -> None:
        """Take an annotation for the other end, and say what fits."""
        if self._start is None:
            return
        self._other = other
        found = fits(self._labels, self._start.label, other.label) if other else ()
        self._fits = keyed(found, _STEPPING)
        prompt = self._prompt(self._start, other)
        self.card.show_offers(prompt, self._fits)
        said = [f"{fit.kind.title} {key}" for key, fit in self._fits.items()]
        announce(self._view, ", ".join([prompt, *said]))
        self._place_card()
        self._view.viewport().update()

    def _prompt(self, start: Annotation, other: Annotation | None) -> str:
        if other is None:
            words = self.tr(
                "Relation from “{words}”: go to the other annotation (N, P, O, a click)."
            )
            return words.replace("{words}", _excerpt(start))
        label = self._labels.label(other.label)
        name = label.title if label else other.label
        if not self._fits:
            words = self.tr("{label}: no relation fits both.")
        elif all(fit.is_back for fit in self._fits.values()):
            words = self.tr("{label}: only the other way round fits.")
        else:
            words = self.tr("{label}: “{words}”")
        return words.replace("{label}", name).replace("{words}", _excerpt(other))

    def _place_card(self) -> None:
        one = self._other or self._start
        if one is None:
            return
        boxes = self._view.boxes(one.fragments[0])
        room = QRectF(self._view.viewport().rect())
        nowhere = QRectF(room.center().x(), room.bottom() - 1, 0, 0)
        first, last = (boxes[0], boxes[-1]) if boxes else (nowhere, nowhere)
        self.card.show_at(last, first)

    def _others(self, stack: Sequence[Annotation]) -> list[Annotation]:
        return [one for one in stack if self._start is not None and one.id != self._start.id]

    def _follow_caret(self, offset: int) -> None:
        if self._start is not None and self._view.sheet is not None:
            stack = self._others(self._view.sheet.stacking.at(offset))
            self._look_at(stack[0] if stack else None)

    def _step(self, letter: str) -> None:
        view, start = self._view, self._start
        if view.sheet is None or start is None:
            return
        known = view.sheet.stacking.annotations
        if letter == "O":
            at = self._other.span.start if self._other else view.caret()
            one = steps.outwards(self._others(view.sheet.stacking.at(at)), self._other)
        else:
            step = steps.following if letter == "N" else steps.preceding
            one = step(known, self._other or start, view.caret())
            if one is not None and one.id == start.id:
                one = step(known, one, view.caret())
        if one is not None and one.id != start.id:
            self._look_at(one)
            view.scroll_to(one.id)

    # ---- keys and clicks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys and clicks of the view for this."""
        if self._start is None:
            return False
        if isinstance(event, QKeyEvent):
            return watched is self._view and self._is_own(event) and self._take(event)
        if isinstance(event, QMouseEvent) and watched is not self._view:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._click(event.position())
            return event.type() != QEvent.Type.MouseMove or bool(event.buttons())
        if isinstance(event, QFocusEvent) and watched is self._view:
            self._lose_focus(event)
        return False

    def _lose_focus(self, event: QFocusEvent) -> None:
        if event.lostFocus() and event.reason() in _LEAVING:
            self._stop()

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        """Say whether a key is meant for this: no command, and no move of the caret."""
        held = event.modifiers() & ~_SHIFT & ~_KEYPAD
        return not held and event.key() not in {*_CARET_KEYS, _Key.Key_Tab, _Key.Key_Backtab}

    def _take(self, event: QKeyEvent) -> bool:
        """Take a key before any menu does, and act at its press."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event)
        return True

    def _press(self, event: QKeyEvent) -> None:
        letter, inferred = keys.pressed(event) or "", bool(event.modifiers() & _SHIFT)
        kinds = {(kind.key or "").upper() for kind in self._labels.relations}
        if event.key() == _Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER:
            self._enter(inferred=inferred)
        elif letter in self._fits:
            self._choose(self._fits[letter], inferred=inferred)
        elif letter and letter in _STEPPING:
            self._step(letter)
        elif event.text() == "/":
            self._ask_for_list("")
        elif event.text().isprintable() and event.text().strip() and letter not in kinds:
            self._ask_for_list(event.text())

    def _click(self, point: QPointF) -> None:
        found = steps.outwards(self._others(self._view.annotations_at(point)), self._other)
        if found is not None:
            self._look_at(found)

    def _enter(self, *, inferred: bool) -> None:
        fit = sole_fit([*self._fits.values()])
        if fit is not None:
            self._choose(fit, inferred=inferred)
        elif self._fits:
            words = self.tr("Several relations fit: press the letter of one.")
            self._view.noticed.emit(words)

    def _choose(self, fit: Fit, *, inferred: bool) -> None:
        if self._other is not None:
            other = self._other.id
            inferred = inferred or self.card.inferred.isChecked()
            self._stop()
            self.chosen.emit(fit, other, inferred)

    def _ask_for_list(self, typed: str) -> None:
        self._stop()
        self.list_asked.emit(typed)

    # ---- painting

    def _paint(self, painter: QPainter, _area: QRect) -> None:
        """Draw a broken line round what the relation would lead to."""
        if self._other is not None:
            boxes = [box for span in self._other.fragments for box in self._view.outlined(span)]
            painting.paint_outline(
                painter, boxes, current_theme().colours.accent, style=Qt.PenStyle.DashLine
            )


def _excerpt(annotation: Annotation) -> str:
    words = " ".join(" … ".join(annotation.text).split())
    words = words.strip(_MARKS)  # they stand between marks of the sentence's own
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
