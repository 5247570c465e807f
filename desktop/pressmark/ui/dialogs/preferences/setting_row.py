"""One setting in the dialog: what it is called, what it is for, its field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.analysis.matching import without_marks
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_ICON_ROOM = 30


class SettingRow(QWidget):
    """Words at one side, a field at the other, and a button to have it as at first."""

    def __init__(self, title: str, about: str, field: QWidget, also: str = "") -> None:
        super().__init__()
        self.field = field
        self._words = _folded(f"{title} {about} {also}")
        self.first = QPushButton()
        self.first.setFlat(True)
        self.first.setAutoDefault(False)
        self.first.setFixedWidth(_ICON_ROOM)
        self.first.setAccessibleName(self.tr("{title}: as at first").format(title=title))
        give_icon(self.first, "rotate-ccw")
        give_tooltip(self.first, self.tr("As at first"))
        policy = self.first.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.first.setSizePolicy(policy)
        self.first.hide()
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(PlainLabel(title))
        (field.focusProxy() or field).setAccessibleDescription(about)
        if about:
            guidance = PlainLabel(about, "small")
            guidance.setWordWrap(True)
            told.addWidget(guidance)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.first, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_changed(self, *, is_changed: bool) -> None:
        """Offer to have it as at first, where it is not."""
        if not is_changed and self.first.hasFocus():
            self.field.setFocus()
        self.first.setVisible(is_changed)

    def fits(self, typed: str) -> bool:
        """Say whether its words have every word that was typed."""
        return all(one in self._words for one in _folded(typed).split())


def _folded(text: str) -> str:
    return without_marks(text).casefold()
