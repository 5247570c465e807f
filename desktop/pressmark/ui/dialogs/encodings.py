"""Files whose encoding is a guess: what they read like, and another choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from pressmark.articles.batch import ImportBatch
from pressmark.articles.reading import ReadArticle, read_article
from pressmark.errors import ArticleFileError
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_COMMON = {
    "utf_8": ("UTF-8", ""),
    "utf_16": ("UTF-16", ""),
    "cp1252": ("Windows-1252", _t("Western")),
    "cp1250": ("Windows-1250", _t("Central European")),
    "cp1251": ("Windows-1251", _t("Cyrillic")),
    "koi8_r": ("KOI8-R", _t("Cyrillic")),
    "cp1253": ("Windows-1253", _t("Greek")),
    "cp1254": ("Windows-1254", _t("Turkish")),
    "cp1255": ("Windows-1255", _t("Hebrew")),
    "cp1256": ("Windows-1256", _t("Arabic")),
    "iso8859_2": ("ISO 8859-2", _t("Central European")),
    "iso8859_15": ("ISO 8859-15", _t("Western")),
    "gb18030": ("GB 18030", _t("Chinese")),
    "big5": ("Big5", _t("Chinese")),
    "shift_jis": ("Shift JIS", _t("Japanese")),
    "euc_jp": ("EUC-JP", _t("Japanese")),
    "cp949": ("CP949", _t("Korean")),
}
"""Encodings of news files by Python's name, offered after those that a file looks like."""

_PREVIEW = 600


def _words(codec: str) -> str:
    """Return an encoding by its common name, and what is written in it."""
    name, script = _COMMON.get(codec, (codec, ""))
    return f"{name}, {translated(script)}" if script else name


def choose_encodings(batch: ImportBatch, parent: QWidget) -> bool:
    """Let somebody look at the files that are not certain; False where nothing is to come in.

    Files that were read with another encoding take the place of the first reading.
    """
    dialog = EncodingChoice(batch, parent)
    is_accepted = bool(dialog.exec())
    if is_accepted:
        dialog.settle()
    dialog.deleteLater()
    return is_accepted


class EncodingChoice(QDialog):
    """The uncertain files of a batch, each with its encoding and how it reads."""

    def __init__(self, batch: ImportBatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How are these files written?"))
        resize_within_screen(self, 760, 460)
        self._batch = batch
        self._uncertain = list(batch.uncertain)
        self._chosen: dict[int, ReadArticle] = {}
        self._files = QListWidget()
        self._files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files.addItems([path.name for path, _ in self._uncertain])
        self._files.currentRowChanged.connect(self._show_file)
        self._encodings = QComboBox()
        self._encodings.activated.connect(self._read_again)
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._trouble = PlainLabel(role="danger")
        self._trouble.setWordWrap(True)
        self._lay_out()
        self._files.setCurrentRow(0)

    def settle(self) -> None:
        """Put what was read anew into the batch."""
        for row, article in self._chosen.items():
            self._batch.exchange(self._uncertain[row][1], article)

    def _lay_out(self) -> None:
        told = PlainLabel(
            self.tr("These files do not say how they are encoded. Do they read well?")
        )
        form = QFormLayout()
        form.addRow(self.tr("Encoding"), self._encodings)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self._preview, 1)
        right.addWidget(self._trouble)
        middle = QHBoxLayout()
        middle.addWidget(self._files, 1)
        middle.addLayout(right, 2)
        choice = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        buttons.button(choice.Ok).setText(self.tr("Import"))
        buttons.button(choice.Ok).setProperty("main", "true")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addWidget(told)
        column.addLayout(middle, 1)
        column.addWidget(buttons)

    def _article(self, row: int) -> ReadArticle:
        return self._chosen.get(row, self._uncertain[row][1])

    def _show_file(self, row: int) -> None:
        first = self._uncertain[row][1]
        offered = [first.encoding, *(one.encoding for one in first.runners_up), *_COMMON]
        self._encodings.clear()
        for codec in dict.fromkeys(offered):
            self._encodings.addItem(_words(codec), codec)
        self._encodings.setCurrentIndex(self._encodings.findData(self._article(row).encoding))
        self._show_text(row)

    def _show_text(self, row: int, error: ArticleFileError | None = None) -> None:
        self._preview.setPlainText(self._article(row).article.text[:_PREVIEW])
        self._trouble.setText(sentence(error) if error else "")

    def _read_again(self) -> None:
        row, codec = self._files.currentRow(), self._encodings.currentData()
        path, first = self._uncertain[row]
        added = first.article.head.added
        error = None
        try:
            self._chosen[row] = read_article(path, added=added, encoding=codec)
        except ArticleFileError as refused:
            error = refused
            now = self._encodings.findData(self._article(row).encoding)
            self._encodings.setCurrentIndex(now)
        self._show_text(row, error)
