"""The lines above the panes: how it stands with the project's file, and what one can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.strip import Offer, Strip


class Banner(QWidget):
    """Shows a line a topic, until it is put away or withdrawn; several stand below each other."""

    left = Signal()
    """The line that had the keys is gone; they should go on elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[str, Strip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def say(self, topic: str, words: str, *offers: Offer, closes: bool = True) -> None:
        """Say how it stands with `topic`, in the place of what was said of it before."""
        self.withdraw(topic)
        strip = Strip(words, offers, closes=closes)
        strip.closed.connect(lambda: self.withdraw(topic))
        self._strips[topic] = strip
        self._column.addWidget(strip)
        self.show()
        announce(self, words)

    def withdraw(self, topic: str) -> None:
        """Say nothing of `topic` any more."""
        strip = self._strips.pop(topic, None)
        if strip is not None:
            had_keys = strip.focusWidget() is self.window().focusWidget()
            strip.hide()
            strip.deleteLater()
            if had_keys:
                self.left.emit()
        self.setVisible(bool(self._strips))

    def words(self, topic: str) -> str:
        """Return what is said of `topic` now; "" for nothing."""
        strip = self._strips.get(topic)
        return strip.words if strip is not None else ""

    def offers(self, topic: str) -> dict[str, Offer]:
        """Return what can be done about `topic`, by the words of the button."""
        strip = self._strips.get(topic)
        return {one.words: one for one in strip.offers} if strip is not None else {}
