"""The editor of keys: what does what, found by words or by pressing its key, and changed so."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.action_keys import with_keys
from pressmark.ui.dialogs.key_editor.key_field import KeyField
from pressmark.ui.dialogs.key_editor.key_list import KeyList
from pressmark.ui.dialogs.key_editor.key_page import KeyPage
from pressmark.ui.dialogs.key_editor.key_rows import KeyRow, key_rows
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.key_clashes import refusal
from pressmark.ui.preferences import Preferences
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.undo_line import UndoLine


class KeyEditor(QDialog):
    """Changes keys at once; a key that something else has is refused by naming it."""

    def __init__(
        self,
        preferences: Preferences,
        labels: LabelSet | None,
        edit_label: Callable[[str], object] | None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        resize_within_screen(self, 760, 660)
        self._preferences = preferences
        self._labels = labels
        self.search = SearchField(self.tr("Find by words"))
        self.finder = KeyField(self.tr("Find by pressing a key"))
        self.list = KeyList()
        self.page = KeyPage(has_label_editor=edit_label is not None)
        self._key: QKeySequence | None = None
        self._none = PlainLabel(self.tr("Nothing fits."), "muted")
        self._done = UndoLine()
        self._reset = QPushButton(self.tr("All as at first"))
        self._lay_out()
        self._connect(edit_label)
        self._refresh()
        self.search.setFocus()

    def choose(self, action_id: str) -> None:
        """Choose the row of an action, whatever was searched for."""
        self.search.clear()
        self._find(None)
        self.list.choose(action_id)

    # ---- what is shown

    def _lay_out(self) -> None:
        finders = QHBoxLayout()
        finders.setContentsMargins(16, 12, 16, 12)
        finders.setSpacing(10)
        finders.addWidget(self.search, 3)
        finders.addWidget(self.finder, 2)
        self._none.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(finders)
        column.addWidget(Hairline())
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(Hairline())
        column.addWidget(self.page)
        column.addWidget(Hairline())
        column.addLayout(self._footer())

    def _footer(self) -> QHBoxLayout:
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self._reset.clicked.connect(self._reset_all)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        row.addWidget(self._reset)
        row.addWidget(self._done, 1)
        row.addWidget(close)
        for button in (close, self._reset):
            button.setAutoDefault(False)
        return row

    def _connect(self, edit_label: Callable[[str], object] | None) -> None:
        self.search.textChanged.connect(self._refresh)
        self.finder.pressed.connect(self._find)
        self.finder.textChanged.connect(lambda text: None if text else self._find(None))
        self.list.row_chosen.connect(self.page.show_row)
        self.list.key_asked.connect(lambda: self.page.field.setFocus(_BY_KEY))
        self.page.keys_wanted.connect(self._change)
        self.page.other_wanted.connect(self.choose)
        self._preferences.settings_changed.connect(self._refresh)
        if edit_label is not None:
            self.page.label_wanted.connect(self.accept)
            self.page.label_wanted.connect(edit_label)

    def _find(self, key: QKeySequence | None) -> None:
        self._key = key
        self.finder.show_key(key)
        self._refresh()

    def _refresh(self) -> None:
        chosen, typed = self._preferences.settings.keys, self.search.text()
        rows = [row for row in key_rows(chosen, self._labels) if row.fits(typed, self._key)]
        self.list.show_rows(rows)
        self._none.setVisible(not rows)
        self._reset.setEnabled(bool(chosen))

    # ---- what is done

    def _change(self, row: KeyRow, keys: list[QKeySequence]) -> None:
        """Give an action other keys, unless something else has one of them."""
        if row.action is None:
            return
        chosen = self._preferences.settings.keys
        for key in keys:
            refused = refusal(row.action, key, chosen, self._labels)
            if refused is not None:
                self.page.complain(refused)
                return
        self._done.forget()
        self._key = None  # what was found by its old key stays in sight
        self.finder.show_key(None)
        self._preferences.choose(keys=with_keys(row.action, keys, chosen))

    def _reset_all(self) -> None:
        before = self._preferences.settings.keys
        self._choose({})
        self._done.say(self.tr("All keys are as at first."), lambda: self._choose(before))

    def _choose(self, keys: Mapping[str, str]) -> None:
        self._preferences.choose(keys=keys)


_BY_KEY = Qt.FocusReason.ShortcutFocusReason
