"""An article that cannot be read: why, its bytes, and how to get at what is intact in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from pressmark.store.shelf import KeptArticle
from pressmark.ui.dialogs.confirming import is_confirmed
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.widgets.plain_label import PlainLabel

_MOST = 200_000
"""How many bytes are shown at most; nobody reads more."""


class DamagedArticle(QDialog):
    """Shows the bytes as they stand in the file, what is no character as U+FFFD."""

    rescue_asked = Signal()
    """What is intact in the project shall open as a new one."""
    removal_asked = Signal()
    """The article shall leave the project, and somebody has confirmed it."""

    def __init__(self, article: KeptArticle, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Damaged article"))
        resize_within_screen(self, 760, 480)
        about = PlainLabel(self._why(article))
        about.setWordWrap(True)
        self.bytes = QPlainTextEdit(bytes(article.kept[:_MOST]).decode(errors="replace"))
        self.bytes.setReadOnly(True)
        self.bytes.setAccessibleName(self.tr("The article's bytes"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.rescue = buttons.addButton(
            self.tr("Rescue what is intact"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.rescue.setDefault(True)
        self.remove = buttons.addButton(
            self.tr("Remove the article…"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.remove.clicked.connect(self._ask_to_remove)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.bytes, 1)
        column.addWidget(buttons)
        self.rescue.setFocus()

    def _why(self, article: KeptArticle) -> str:
        damage = article.damage
        line = damage.line if damage is not None else None
        place = self.tr("It cannot be read from line {line} of the file on.").format(line=line)
        return " ".join(
            filter(
                None,
                (
                    place if line else "",
                    self.tr("These bytes are kept as they are, whatever is saved."),
                    self.tr(
                        "Rescuing opens a new project with all that is intact, here and in the "
                        "other articles. Removing takes this article out of the project."
                    ),
                ),
            )
        )

    def _ask_to_remove(self) -> None:
        words = self.tr("The article leaves the project with its annotations and their relations.")
        more = self.tr(
            "The file as it is now is kept among the backups; the steps before cannot be undone "
            "from then on."
        )
        if is_confirmed(self, self.windowTitle(), words, more, self.tr("Remove")):
            self.accept()
            self.removal_asked.emit()

    def _ask(self) -> None:
        self.accept()
        self.rescue_asked.emit()
