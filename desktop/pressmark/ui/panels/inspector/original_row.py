"""The row of an article's page about the file that it was made of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressmark.model.article import Article
from pressmark.store.originals import has_original
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.protection import mark_as_reading


class OriginalRow(QWidget):
    """Two buttons: to save the original elsewhere, and to read it in another way."""

    save_asked = Signal()
    read_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._article: Article | None = None
        self.save = LineButton("download", self.tr("Save original…"))
        self.read = LineButton("rotate-ccw", self.tr("Read again…"))
        mark_as_reading(self.save)
        self.save.clicked.connect(self.save_asked)
        self.read.clicked.connect(self.read_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.save)
        row.addWidget(self.read)
        row.addStretch()

    def show_article(self, article: Article) -> None:
        """Hide where the original of an article is out of reach."""
        self._article = article
        self.show_again()

    def show_again(self) -> None:
        """Look again whether the original is within reach."""
        file = self._session.file
        sha256 = self._article.head.raw_sha256 if self._article else None
        self.setVisible(file is not None and sha256 is not None and has_original(file.path, sha256))
        self.read.setVisible(self._session.writable)
