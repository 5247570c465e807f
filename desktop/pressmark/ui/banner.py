"""The line above the panes that says why nothing can be changed, and what one can do."""

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from pressmark.store.open_project import OpenProject
from pressmark.ui.messages import holder_name
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel


class Banner(QFrame):
    """Shown while the project that is open may only be read."""

    save_as_asked = Signal()
    """The button was clicked: the project shall be saved under another name, to be edited."""
    again_asked = Signal()
    """The button was clicked: the project shall be opened again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("surface", "warning")
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self.again_asked)
        save_as = QPushButton(self.tr("Save as…"))
        save_as.clicked.connect(self.save_as_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._words, 1)
        row.addWidget(again)
        row.addWidget(save_as)
        session.project_replaced.connect(self._show_file)
        self._show_file()

    def _show_file(self) -> None:
        file = self._session.file
        self.setVisible(file is not None and file.read_only is not None)
        if file is not None:
            self._words.setText(self._why(file))

    def _why(self, file: OpenProject) -> str:
        reading = self.tr("Open for reading only:")
        if file.read_only == "locked" and file.holder is not None:
            since = QDateTime.fromString(file.holder.since, Qt.DateFormat.ISODate).toLocalTime()
            when = since.toString("yyyy-MM-dd HH:mm")
            words = self.tr("{who} has this project open since {when}.")
            return f"{reading} " + words.format(who=holder_name(file.holder), when=when)
        why = {
            "newer-version": self.tr("it was written by a newer Pressmark."),
            "no-permission": self.tr("you may not write to this file or in its folder."),
            "read-only-disk": self.tr("nothing can be written on its disk."),
            "disk-full": self.tr("its disk is full."),
        }
        return f"{reading} {why.get(file.read_only or '', self.tr('it cannot be locked.'))}"
