"""How far a long task is, with a way to stop it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.pace import Pace
from pressmark.ui.tasks import Task
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

PATIENCE = 300
"""Milliseconds that a task may take before anybody needs to know of it."""


class TaskProgress(QDialog):
    """Follows a task until it has ended; Esc and Cancel stop it.

    `words` stand there until it says how far it is, `steps` how that is said: its {done} and
    {total}.
    """

    def __init__(
        self, task: Task, title: str, parent: QWidget, words: str = "", steps: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(380)
        self._task = task
        self._steps = steps or self.tr("{done} of {total}")
        self._count = PlainLabel(words or self.tr("Looking for files…"))
        self._pace = Pace()
        self._speed = PlainLabel(role="muted")
        self._at = ElidedLabel(role="muted", mode=Qt.TextElideMode.ElideMiddle)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._cancel = QPushButton(self.tr("Cancel"))
        # The Enter that ended the dialog before this one must not stop the work.
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addWidget(self._count)
        column.addWidget(self._bar)
        for label in (self._speed, self._at):
            label.hide()
            column.addWidget(label)
        column.addLayout(row)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.open)
        self._patience.start()
        task.progressed.connect(self._show_progress)
        task.came_to.connect(self._show_place)
        task.ended.connect(self._end)

    def reject(self) -> None:
        """Ask the task to stop; the dialog goes when it has."""
        self._cancel.setEnabled(False)
        self._count.setText(self.tr("Stopping…"))
        self._task.cancel()

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._cancel.isEnabled():
            number = self.locale().toString
            self._count.setText(self._steps.format(done=number(done), total=number(total)))
        if not self._at.isHidden():  # what is counted has names: files, not bytes
            self._pace.note(done)
            self._speed.setText(self._pace.words(total))

    def _show_place(self, words: str) -> None:
        self._at.setText(words)
        for label in (self._at, self._speed):
            label.show()

    def _end(self) -> None:
        self._patience.stop()
        self.hide()
        self.deleteLater()
