"""The keys of one action, and what can be done about them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.ui.action_keys import sequences, shown_key
from pressmark.ui.dialogs.key_editor.key_field import KeyField
from pressmark.ui.dialogs.key_editor.key_rows import KeyRow
from pressmark.ui.key_clashes import FIXED, Refusal
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.plain_label import PlainLabel


class KeyPage(QWidget):
    """Takes a new key for an action, adds one, takes all away, or puts them back as at first."""

    keys_wanted = Signal(object, list)
    """A KeyRow, and the keys that its action shall have."""
    other_wanted = Signal(str)
    """The id of the action that has a key which was refused: it shall be shown."""
    label_wanted = Signal(str)
    """The id of a label whose keys shall be edited."""

    def __init__(self, *, has_label_editor: bool) -> None:
        super().__init__()
        self._has_label_editor = has_label_editor
        self._row: KeyRow | None = None
        self._taken_by = ""
        self.setProperty("surface", "panel")
        self._title, self._about = PlainLabel(role="heading"), PlainLabel(role="muted")
        self._trouble = PlainLabel(role="danger")
        self._about.setWordWrap(True)
        self._trouble.setWordWrap(True)
        self.field = KeyField(self.tr("Press the new key"))
        self.further = KeyField(self.tr("Press one more key"))
        self.none = QPushButton(self.tr("No key"))
        self.first = QPushButton(self.tr("As at first"))
        self.other = QPushButton(self.tr("Show that one"))
        self.labels = QPushButton(self.tr("Label set…"))
        self._lay_out()
        for one in (self._trouble, self.other):  # or the list would jump under the pointer
            policy = one.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            one.setSizePolicy(policy)
        self._connect()
        self.show_row(None)

    def show_row(self, row: KeyRow | None) -> None:
        """Show the keys of another row, or none."""
        self._row = row
        is_editable = row is not None and row.action is not None and row.id not in FIXED
        has_labels = row is not None and row.action is None
        self._title.setText(row.title if row else self.tr("Choose what shall have another key."))
        self._about.setText(self._told(row) if row else "")
        for one in (self.field, self.further, self.none, self.first):
            one.setVisible(is_editable)
        self.labels.setVisible(has_labels and self._has_label_editor)
        self.further.setEnabled(bool(row and row.keys))
        self.none.setEnabled(bool(row and row.keys))
        self.first.setEnabled(bool(row and row.is_changed))
        self._say(row.trouble if row else "")

    def complain(self, refused: Refusal) -> None:
        """Say why a key was refused, and offer to go to what has it."""
        self._say(refused.words, refused.by)
        announce(self, refused.words)

    # ---- how

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(10)
        for one, share in ((self.field, 3), (self.further, 3), (self.none, 0), (self.first, 0)):
            fields.addWidget(one, share)
        fields.addWidget(self.labels)
        told = QHBoxLayout()
        told.addWidget(self._trouble, 1)
        told.addWidget(self.other)
        for button in (self.none, self.first, self.other, self.labels):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(fields)
        column.addLayout(told)

    def _connect(self) -> None:
        self.field.pressed.connect(lambda key: self._want([key]))
        self.further.pressed.connect(self._add)
        for field in (self.field, self.further):
            field.unusable.connect(self._refuse_signs)
        self.none.clicked.connect(lambda: self._want([]))
        self.first.clicked.connect(self._put_back)
        self.other.clicked.connect(lambda: self.other_wanted.emit(self._taken_by))
        self.labels.clicked.connect(self._ask_label)

    def _ask_label(self) -> None:
        if self._row is not None:
            self.label_wanted.emit(self._row.label_id)

    def _told(self, row: KeyRow) -> str:
        keys = ", ".join(map(shown_key, row.keys)) or self.tr("no key")
        if row.action is None:
            return self.tr("{keys} · this belongs to the label set of the project.").format(
                keys=keys
            )
        if row.id in FIXED:
            return self.tr("{keys} · this key stays as it is.").format(keys=keys)
        if row.action.in_article:
            return self.tr("{keys} · acts while the article has the focus.").format(keys=keys)
        return self.tr("{keys} · acts everywhere in the window.").format(keys=keys)

    def _want(self, keys: list[QKeySequence]) -> None:
        if self._row is not None:
            self.keys_wanted.emit(self._row, keys)

    def _add(self, key: QKeySequence) -> None:
        if self._row is not None and key not in self._row.keys:
            self._want([*self._row.keys, key])

    def _put_back(self) -> None:
        if self._row is not None and self._row.action is not None:
            self._want(sequences(self._row.action.keys))

    def _refuse_signs(self) -> None:
        words = self.tr("This key types a sign, or waits for another one. Press another one.")
        self.complain(Refusal(words))

    def _say(self, words: str, by: str = "") -> None:
        self._taken_by = by
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.other.setVisible(bool(by))
