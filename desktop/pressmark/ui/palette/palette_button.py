"""The button of the palette: it looks like the line that it opens."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.widgets.key_cap import HEIGHT as KEY_HEIGHT
from pressmark.ui.widgets.key_cap import key_cap_width, paint_key_cap

_HEIGHT, _MARGIN, _ICON, _GAP, _APART, _RADIUS = 30, 10, 15, 7, 18, 6.5


class PaletteButton(QAbstractButton):
    """Icon, words and key of an action; the icon alone while the button is short."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self._is_short = False
        self.setObjectName(f"{action.objectName()}-button")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def shorten(self, *, is_short: bool) -> None:
        """Show the icon alone, or everything."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as icon, words and key together."""
        if self._is_short:
            return QSize(_HEIGHT, _HEIGHT)
        words = self.fontMetrics().horizontalAdvance(self._words) + 1
        key = key_cap_width(self._key) + _APART if self._key else 0
        return QSize(_MARGIN + _ICON + _GAP + words + key + _MARGIN, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Be measured again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then what stands on it from its leading edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        start = (self.width() - _ICON) // 2 if self._is_short else _MARGIN
        colours = current_theme().colours
        glass = icon_pixmap("search", colours.muted, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(self._place(start, QSize(_ICON, _ICON)), glass)
        if self._is_short:
            return
        painter.setPen(colours.muted)
        start += _ICON + _GAP
        place = self._place(start, QSize(self.width() - start - _MARGIN, self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | _MIDDLE, self._words)
        if self._key:
            key = QSize(key_cap_width(self._key), KEY_HEIGHT)
            box = self._place(self.width() - _MARGIN - key.width(), key)
            paint_key_cap(painter, QRectF(box), self._key)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = current_theme().colours
        line, width = colours.hairline, 1.0
        ground = colours.hovered if self.underMouse() or self.isDown() else colours.field
        if self.hasFocus():
            line, width = colours.accent, 2.0
        painter.setBrush(ground)
        painter.setPen(QPen(line, width))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _place(self, start: int, size: QSize) -> QRect:
        """Return where something stands that begins `start` px after the leading edge."""
        top = (self.height() - size.height()) // 2
        return QStyle.visualRect(
            self.layoutDirection(), self.rect(), QRect(start, top, size.width(), size.height())
        )

    def _follow(self) -> None:
        """Say what the action says, by the key that it has at present."""
        action = self._action
        self._words = action.text().replace("&", "")
        keys = action.shortcuts()[:1]
        self._key = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        self.setAccessibleName(self._words.rstrip("…"))
        self.setAccessibleDescription(self._key)
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        self.updateGeometry()
        self.update()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
