"""Short notices inside the window: what happened, and one button to do something about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.plain_label import PlainLabel

BRIEFLY = 8_000
"""Milliseconds that a notice of something that went well stays."""

_MARGIN, _WIDEST = 16, 640


class Notices(QFrame):
    """One line that floats at the foot of the paper; the last notice is the one shown.

    A notice goes by itself; a warning stays until it is closed, another one comes, or what it is
    about is over.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._follow: Callable[[], object] = lambda: None
        self._about = ""
        self.setProperty("surface", "popup")
        self._text = PlainLabel()
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self.follow)
        close = QPushButton()
        close.setFlat(True)
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.hide)
        give_icon(close, "x")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=BRIEFLY)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; "" while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(
        self, text: str, button: str = "", follow: Callable[[], object] = lambda: None
    ) -> None:
        """Say what went well, for a while; `button` names what `follow` does."""
        self._show(text, button, follow)
        self._timer.start()

    def warn(
        self,
        text: str,
        button: str = "",
        follow: Callable[[], object] = lambda: None,
        *,
        about: str = "",
    ) -> None:
        """Say what went wrong, until somebody has read it or what it is `about` is over."""
        self._timer.stop()
        self._show(text, button, follow)
        self._about = about

    def withdraw(self, about: str) -> None:
        """Take back a warning about something that is over now."""
        if self._about == about:
            self.hide()

    def is_about(self, about: str) -> bool:
        """Say whether a warning about this is to be read now."""
        return self._about == about and not self.isHidden()

    def outdate(self, offer: Callable[[], object]) -> None:
        """Take back an offer that would mean something else now, as undo does after a step."""
        if self._follow == offer:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of what the notice floats over."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def hideEvent(self, _event: QEvent) -> None:
        """Need no timer any more."""
        self._timer.stop()

    def _show(self, text: str, button: str, follow: Callable[[], object]) -> None:
        self._follow, self._about = follow, ""
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.show()
        self.raise_()
        self._settle()
        announce(self, text)

    def follow(self) -> None:
        """Do what the button names."""
        self.hide()
        self._follow()

    def _settle(self) -> None:
        """Be as wide as the words need, up to a limit, and stand at the foot."""
        line = self._text.fontMetrics().horizontalAdvance(self._text.text())
        around = self.sizeHint().width() - self._text.sizeHint().width()
        width = min(line + around + 4, _WIDEST, self._over.width() - 2 * _MARGIN)
        self.resize(width, self._row.totalHeightForWidth(width))
        left = (self._over.width() - width) // 2
        self.move(left, self._over.height() - self.height() - _MARGIN)
