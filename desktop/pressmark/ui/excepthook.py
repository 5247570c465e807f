"""What happens to an exception that nobody caught: it is logged and told, and work goes on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class ExceptionHook(QObject):
    """Takes every exception that reaches the top of a thread or of a slot."""

    raised = Signal(str)
    """The name of the exception's type; arrives in the thread of the window."""

    def install(self) -> None:
        """Stand in for Python's own hooks, which would only print."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def remove(self) -> None:
        """Give Python its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log where it came from and tell the window; let Ctrl+C in a terminal end the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("not caught: %s", kind.__name__, exc_info=(kind, error, trace))
        self.raised.emit(kind.__name__)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)
