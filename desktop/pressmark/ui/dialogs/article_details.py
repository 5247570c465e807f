"""Title, source, date and the like of one article."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from pressmark.model.article import ArticleHead


class ArticleDetails(QDialog):
    """Lets somebody write down what is known of an article; all of it may stay empty."""

    def __init__(self, head: ArticleHead, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Article"))
        self.setMinimumWidth(460)
        self._head = head
        self._fields = {
            "title": QLineEdit(head.title or ""),
            "source": QLineEdit(head.source or ""),
            "published": QLineEdit(head.published or ""),
            "url": QLineEdit(head.url or ""),
            "language": QLineEdit(head.language or ""),
            "grade": QLineEdit(head.grade or ""),
        }
        self._fields["published"].setPlaceholderText(self.tr("2024, 2024-05 or 2024-05-27"))
        self._fields["language"].setPlaceholderText(self.tr("en, de, uk …"))
        self._fields["grade"].setPlaceholderText(self.tr("A to F"))
        form = QFormLayout()
        for name, words in self._words().items():
            form.addRow(words, self._fields[name])
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)

    def changes(self) -> dict[str, str | None]:
        """Return what was changed, by the name of the field; None for what was emptied."""
        found = {name: field.text().strip() or None for name, field in self._fields.items()}
        return {name: text for name, text in found.items() if text != getattr(self._head, name)}

    def _words(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "source": self.tr("Source"),
            "published": self.tr("Published"),
            "url": self.tr("Address (URL)"),
            "language": self.tr("Language"),
            "grade": self.tr("Source grade"),
        }
