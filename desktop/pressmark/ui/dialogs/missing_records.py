"""What a rescued project lacks, record by record, beside the work."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pressmark.model.project import Project
from pressmark.store.missing import Missing
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_KINDS = {
    "frame": _t("Frame of the file"),
    "label_set": _t("Label set"),
    "annotators": _t("Annotators"),
    "entity": _t("Entity"),
    "article": _t("Article"),
    "annotation": _t("Annotation"),
    "relation": _t("Relation"),
    "judgement": _t("Judgement"),
    "line": _t("Unknown"),
    "rest": _t("Rest of the file"),
}
_REASONS = {
    "mended": _t("there, with what could be read of it"),
    "no-article": _t("there, but its article is lost; it stands in one made of such words"),
    "new-id": _t("there, under another id"),
    "moved": _t("there; its words stood elsewhere and were found"),
    "text-differs": _t("there; its words do not stand in the article"),
    "anchor-differs": _t("there; an attribute points to words not found"),
    "duplicate-id": _t("twice in the file; one was taken"),
    "no-end": _t("missing: one of its ends is"),
    "bad-span": _t("missing: its place is not within the article"),
    "ends-early": _t("missing: it is cut off"),
}
_MISSING = _t("missing: it cannot be read")
_LONGEST = 120


class MissingRecords(QDialog):
    """A row for each record: what it is, where it stood, its words, and what became of it.

    Enter or a double click on an annotation that is there shows it.
    """

    def __init__(self, missing: Iterable[Missing], session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is missing or changed"))
        resize_within_screen(self, 860, 420)
        self._session = session
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels(
            [
                self.tr("What"),
                self.tr("Article"),
                self.tr("Line"),
                self.tr("Words"),
                self.tr("What became of it"),
            ]
        )
        self.list.addTopLevelItems([self._item(session.project, one) for one in missing])
        self._size_columns()
        self.list.itemActivated.connect(self._show_annotation)
        about = PlainLabel(
            self.tr("The lines are those of the broken file, which stays as it is."), "muted"
        )
        about.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)

    def _size_columns(self) -> None:
        header = self.list.header()
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.setColumnWidth(1, 170)
        self.list.setColumnWidth(3, 240)

    def _item(self, project: Project, one: Missing) -> QTreeWidgetItem:
        kind = translated(_KINDS.get(one.what, one.what))
        words = " ".join(one.words.split())
        what = f"{kind} {one.id}" if one.id and one.what in {"annotation", "relation"} else kind
        item = QTreeWidgetItem(
            [
                what,
                _article(project, one),
                str(one.line) if one.line else "",
                words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…",
                translated(_REASONS.get(one.reason, _MISSING)),
            ]
        )
        item.setData(0, Qt.ItemDataRole.UserRole, one.id)
        return item

    def _show_annotation(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, Qt.ItemDataRole.UserRole)
        if self._session.file is not None and name in self._session.project.places:
            self._session.show(name)

    def _copy(self) -> None:
        """Put all rows into the clipboard, a line each."""
        rows = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        count = self.list.columnCount()
        lines = ["\t".join(row.text(at) for at in range(count)) for row in rows if row]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _article(project: Project, one: Missing) -> str:
    """Return what the article is called; its id where it has no title."""
    name = one.article or (one.id if one.what == "article" else "")
    shelved = project.articles.get(name)
    head = shelved.head if shelved is not None else None
    return (head.title or head.source or name) if head is not None else name
