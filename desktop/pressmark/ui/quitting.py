"""Ways in which the system asks a program to end, and how it does so without losing anything."""

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication


class Quitting(QObject):
    """Calls `end` when the system ends the session or a signal asks for it (SIGTERM, Ctrl+C)."""

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(lambda _manager: end())
        if sys.platform != "win32":
            self._watch_signals()

    def _watch_signals(self) -> None:
        # Python runs its handlers only between two of its own steps, of which there are none while
        # Qt waits for events; a byte in this pipe is such an event.
        self._read, self._write = os.pipe()
        for handle in (self._read, self._write):
            os.set_blocking(handle, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._take_signal)

    def _take_signal(self) -> None:
        os.read(self._read, 64)
        self._end()
