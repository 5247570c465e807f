"""What becomes of the annotations of an article whose text is amended: counts, and a list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from pressmark.edits.amending import Amendment, Fate, Kind
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.dialogs.amend.fate_words import fate_words, kind_words
from pressmark.ui.panels.annotation_line import label_of
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.icons import icon
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_ROWS, _FOOT = 5, 8
_ORDER: tuple[Kind, ...] = ("lost", "reworded", "moved")


class FateList(QWidget):
    """Says how many annotations stay as they are, and lists the others, the lost ones first."""

    chosen = Signal(object)
    """A Fate was clicked or gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[str, QIcon] = {}
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(14, 8, 14, 4)
        self.view = QTreeWidget()
        self.view.setAccessibleName(self.tr("Annotations that change"))
        self.view.setColumnCount(3)
        self.view.setHeaderLabels([self.tr("Annotation"), self.tr("Becomes"), self.tr("Words")])
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.currentItemChanged.connect(self._choose)
        self.view.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.summary)
        column.addWidget(self.view)

    def show_amendment(self, project: Project, planned: Amendment) -> None:
        """Show what an amendment would do."""
        self.summary.setText(self._told(planned))
        self.view.clear()
        listed = [one for kind in _ORDER for one in planned.fates if one.kind == kind]
        is_version = planned.way == "version"
        self.view.addTopLevelItems(
            [self._item(project, fate, is_version=is_version) for fate in listed]
        )
        self.view.setVisible(bool(listed))
        row = self.view.sizeHintForRow(0) if listed else 0
        head = self.view.header().sizeHint().height()
        self.view.setFixedHeight(head + row * min(len(listed), _ROWS) + _FOOT)
        for column in (0, 1):
            self.view.resizeColumnToContents(column)

    def _item(self, project: Project, fate: Fate, *, is_version: bool) -> QTreeWidgetItem:
        label = label_of(project, fate.before)
        words = [
            label.title,
            kind_words(fate, is_version=is_version),
            fate_words(fate, label),
        ]
        item = QTreeWidgetItem(words)
        item.setIcon(0, self._icon(label))
        item.setData(0, Qt.ItemDataRole.UserRole, fate)
        if fate.kind == "lost":
            item.setForeground(1, current_theme().colours.danger)
        return item

    def _icon(self, label: Label) -> QIcon:
        if label.id not in self._icons:
            mark = current_theme().mark(label.mark or "", label.glyph)
            self._icons[label.id] = icon(mark.glyph, mark.colour)
        return self._icons[label.id]

    def _choose(self, item: QTreeWidgetItem | None, *_: object) -> None:
        fate = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        if isinstance(fate, Fate):
            self.chosen.emit(fate)

    def _told(self, planned: Amendment) -> str:
        if not planned.fates:
            return self.tr("This article has no annotations.")
        parts = [
            counted(
                _t("{n} annotation stays as it is"),
                _t("{n} annotations stay as they are"),
                planned.count("same"),
            ),
            counted(_t("{n} moves"), _t("{n} move"), planned.count("moved")),
            counted(_t("{n} is reworded"), _t("{n} are reworded"), planned.count("reworded")),
        ]
        lost = planned.count("lost")
        if planned.way == "version":
            parts.append(counted(_t("{n} is not copied"), _t("{n} are not copied"), lost))
        else:
            parts.append(
                counted(
                    _t("{n} finds no place and stays with the earlier text"),
                    _t("{n} find no place and stay with the earlier text"),
                    lost,
                )
            )
        counts = (planned.count("same"), *map(planned.count, _ORDER[::-1]))
        told = [part for part, count in zip(parts, counts, strict=True) if count]
        return " · ".join(told)
