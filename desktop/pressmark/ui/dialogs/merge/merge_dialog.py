"""What a merge would do, to be looked through before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.analysis.comings import WHATS, What, count
from pressmark.store.bases import Base
from pressmark.ui.dialogs.merge.coming_list import MOST, ComingList
from pressmark.ui.dialogs.merge.proposal import Proposal
from pressmark.ui.dialogs.merge.words import KINDS, what_words
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.moments import moment_words
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t


class MergeDialog(QDialog):
    """Counts by kind and by what happens, every record, and from where the files are compared."""

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge a colleague's file"))
        resize_within_screen(self, 900, 640)
        self._proposal = proposal
        self._counts = count(proposal.comes)
        self.list = ComingList(proposal)
        self.list.show_comings(proposal.comes)
        self.merge = QPushButton(self.tr("Merge"))
        self._lay_out()
        self.list.setFocus()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(12)
        base = PlainLabel(base_words(self._proposal.base))
        base.setWordWrap(True)
        body.addWidget(base)
        if self._proposal.edits:
            body.addLayout(self._table())
            body.addWidget(self.list, 1)
            body.addWidget(self._beyond())
        else:
            nothing = self.tr("There is nothing in it that this project does not have.")
            body.addWidget(PlainLabel(nothing, "heading"))
            body.addStretch(1)
            self.list.setParent(self)
            self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(Hairline())
        column.addLayout(body, 1)
        column.addWidget(Hairline())
        column.addLayout(self._footer())

    def _header(self) -> QHBoxLayout:
        title = ElidedLabel(self.tr("Merge {file}").replace("{file}", self._proposal.name))
        title.setProperty("role", "heading")
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.addWidget(title, 1)
        return row

    def _table(self) -> QGridLayout:
        """Return a row for each kind of record, a column for each thing that happens."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        kinds = [kind for kind in KINDS if any(one == kind for _, one in self._counts)]
        whats = [what for what in reversed(WHATS) if any(one == what for one, _ in self._counts)]
        for column, what in enumerate(whats, start=1):
            grid.addWidget(PlainLabel(what_words(what), "muted"), 0, column, _RIGHT)
        for row, kind in enumerate(kinds, start=1):
            grid.addWidget(PlainLabel(translated(KINDS[kind]), "heading"), row, 0)
            for column, what in enumerate(whats, start=1):
                number = PlainLabel("–", "muted")
                if self._counts[what, kind]:
                    words = self.locale().toString(self._counts[what, kind])
                    number = PlainLabel(words, _ROLES.get(what, ""))
                grid.addWidget(number, row, column, _RIGHT)
        grid.setColumnStretch(len(whats) + 1, 1)
        return grid

    def _beyond(self) -> PlainLabel:
        """Say what is not in the list: rows beyond the most, and what the other file lacks."""
        more = len(self._proposal.comes) - MOST
        parts = [counted(_t("{n} more."), _t("{n} more."), more)] if more > 0 else []
        lacks = self._proposal.theirs_lacks["new", "annotation"]
        if lacks:
            words = counted(
                _t("{n} annotation is in your project only, and stays."),
                _t("{n} annotations are in your project only, and stay."),
                lacks,
            )
            parts.append(words)
        if any(what == "conflict" and kind != "label_set" for what, kind in self._counts):
            parts.append(self.tr("Where both changed one thing, both versions are kept."))
        if self._counts["conflict", "label_set"]:
            parts.append(self.tr("Of the label set, what both changed is there once."))
        beyond = PlainLabel(" ".join(parts), "muted")
        beyond.setWordWrap(True)
        beyond.setVisible(bool(parts))
        return beyond

    def _footer(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.merge.setProperty("main", "true")
        self.merge.setEnabled(bool(self._proposal.edits))
        (self.merge if self._proposal.edits else cancel).setDefault(True)
        self.merge.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(PlainLabel(self.tr("One step, which can be undone."), "muted"))
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.merge)
        return row


_ROLES: dict[What, str] = {"conflict": "warning", "deleted": "danger"}
_RIGHT = Qt.AlignmentFlag.AlignRight


def base_words(base: Base | None) -> str:
    """Return what the two files are compared with."""
    if base is None:
        return translated(_t("No common version is known: everything of both is kept."))
    if base.since is None:
        return translated(_t("One of the two has grown from the other as it is."))
    words = translated(_t("Compared with what both had until {time}."))
    return words.replace("{time}", moment_words(base.since))
