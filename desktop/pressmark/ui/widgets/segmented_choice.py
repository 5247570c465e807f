"""A few values side by side in one frame, of which exactly one is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.tooltips import give_tooltip

_HEIGHT, _PADDING, _TIGHT, _RADIUS = 28, 13, 5, 6.5
_LEAST = 44  # px: a few letters and the ellipsis


class SegmentedChoice(QWidget):
    """Segments to choose from by click or arrow keys.

    `choices` are pairs of the words of a segment and the value it stands for; the first one is
    chosen at the beginning. `name` says to screen readers what is chosen here.
    """

    picked = Signal(object)
    """The value that was chosen by hand."""

    def __init__(
        self, choices: Iterable[tuple[str, object]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for words, value in choices:
            segment = _Segment(words, f"{name}: {words}")
            self._group.addButton(segment, len(self._values))
            self._values.append(value)
            row.addWidget(segment)
        self._group.idClicked.connect(lambda at: self.picked.emit(self._values[at]))
        self._group.idToggled.connect(self._focus_on)
        self._group.button(0).setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def value(self) -> object:
        """The value that is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose a value, without a signal; ValueError unless it is one of the choices."""
        self._group.button(self._values.index(value)).setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame; the segments draw themselves inside it."""
        del event
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.hairline, 1))
        painter.setBrush(colours.field)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _focus_on(self, at: int, is_chosen: bool) -> None:  # noqa: FBT001 - Qt calls it so
        if is_chosen:
            self.setFocusProxy(self._group.button(at))


class _Segment(QRadioButton):
    """One value; a radio button to screen readers, and painted as a segment."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Leave room for the words in bold, so that choosing moves nothing."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(self._words)
        return QSize(width + 2 * _PADDING, _HEIGHT - 2)

    def minimumSizeHint(self) -> QSize:
        """Need less than is wished for: no air, and of long words their beginning."""
        wished = self.sizeHint()
        return QSize(min(wished.width() - 2 * (_PADDING - _TIGHT), _LEAST), wished.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell all of the words in a tooltip while they are cut."""
        super().resizeEvent(event)
        is_cut = self.width() < self.sizeHint().width() - 2 * (_PADDING - 1)
        give_tooltip(self, self._words if is_cut else "")

    def hitButton(self, pos: QPoint) -> bool:
        """Be clicked anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, tinted ground when chosen, and the focus ring."""
        del event
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            ground = QPainterPath()
            ground.addRoundedRect(box, _RADIUS - 1, _RADIUS - 1)
            painter.fillPath(ground, colours.chip if self.isChecked() else colours.hovered)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)
        if self.isChecked():
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        painter.setPen(colours.ink if self.isEnabled() else colours.faint)
        room = round(box.width()) - 2
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
