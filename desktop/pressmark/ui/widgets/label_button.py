"""A label to be clicked: glyph, title and key."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.colours import mix
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.marks import Mark
from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.key_cap import HEIGHT as KEY_HEIGHT
from pressmark.ui.widgets.key_cap import key_cap_width, paint_key_cap

_HEIGHT, _MARGIN, _GLYPH, _GAP, _RADIUS = 28, 10, 15, 7, 6.5


class LabelButton(QAbstractButton):
    """A label that tags when clicked, or, when checkable, is the brush while it is down.

    `key` is shown in a box; it is the first of the label's keys unless given. A flat button has
    no border of its own, for rows that have one. Give it a tooltip with the guideline.
    """

    def __init__(
        self,
        label: Label,
        parent: QWidget | None = None,
        *,
        key: str | None = None,
        is_flat: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_flat = is_flat
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A click leaves the focus, and the selection to be tagged, where they are.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_label(label, key)

    @property
    def label_id(self) -> str:
        """The id of the label."""
        return self._label.id

    def show_label(self, label: Label, key: str | None = None) -> None:
        """Show another label, or the same with another title, mark or key."""
        self._label = label
        self._key = (label.keys[0] if label.keys else "") if key is None else key
        # Not QAbstractButton's text, in which "&" would make a shortcut.
        self.setAccessibleName(label.title)
        said = self.tr("Key {key}").format(key=self._key) if self._key else ""
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as glyph, title and key together."""
        title = self.fontMetrics().horizontalAdvance(self._label.title) + 1
        key = key_cap_width(self._key) + _GAP if self._key else 0
        return QSize(_MARGIN + _GLYPH + _GAP + title + key + _MARGIN, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Keep glyph and key; the title can be cut."""
        return QSize(min(self.sizeHint().width(), 84), _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Be measured again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then what stands on it from its leading edge."""
        del event
        theme = current_theme()
        mark = theme.mark(self._label.mark or "", self._label.glyph)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme, mark)
        colour = mark.colour if self.isEnabled() else theme.colours.faint
        glyph = icon_pixmap(mark.glyph, colour, _GLYPH, self.devicePixelRatioF())
        painter.drawPixmap(self._place(_MARGIN, QSize(_GLYPH, _GLYPH)), glyph)
        self._paint_words(painter, theme)

    def _paint_ground(self, painter: QPainter, theme: Theme, mark: Mark) -> None:
        ground, line, width = self._look(theme, mark)
        if self.hasFocus():
            line, width = theme.colours.accent, 2.0
        inset = width / 2
        painter.setBrush(ground)
        painter.setPen(QPen(line, width) if line.alpha() else Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _look(self, theme: Theme, mark: Mark) -> tuple[QColor, QColor, float]:
        """Return ground, border and the width of the border, by the state of the button."""
        colours = theme.colours
        none = QColor(Qt.GlobalColor.transparent)
        if self.isChecked():
            return mark.wash, mark.colour, 1.5
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            ground = mark.wash if self.isDown() else mix(colours.field, mark.wash, 0.6)
            return ground, none if self._is_flat else colours.hairline, 1.0
        return (none, none, 1.0) if self._is_flat else (colours.field, colours.hairline, 1.0)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        key = key_cap_width(self._key) if self._key else 0
        start = _MARGIN + _GLYPH + _GAP
        room = self.width() - start - _MARGIN - (key + _GAP if key else 0)
        title = self.fontMetrics().elidedText(self._label.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.colours.ink if self.isEnabled() else theme.colours.faint)
        place = self._place(start, QSize(room, self.height()))
        painter.drawText(place, _LEADING | Qt.TextFlag.TextSingleLine, title)
        if key:
            place = self._place(start + room + _GAP, QSize(key, KEY_HEIGHT))
            paint_key_cap(painter, QRectF(place), self._key, is_enabled=self.isEnabled())

    def _place(self, start: int, size: QSize) -> QRect:
        """Return where something stands that begins `start` px after the leading edge."""
        top = (self.height() - size.height()) // 2
        return QStyle.visualRect(
            self.layoutDirection(), self.rect(), QRect(start, top, size.width(), size.height())
        )


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
