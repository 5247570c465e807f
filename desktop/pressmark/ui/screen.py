"""Coming onto the screen, or saying in one sentence that there is none."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication


def on_screen() -> QApplication:
    """Return the application; where Qt finds no screen, end in one sentence instead of abort()."""
    reasons: list[str] = []

    def tell(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        reasons.append(words.split("\n", maxsplit=1)[0].rstrip(". "))
        if kind == QtMsgType.QtFatalMsg:
            sentence = f"No window can be shown here: {reasons[0]}; `pressmark --help` lists verbs"
            os.write(sys.stderr.fileno(), f"{sentence} that need none.\n".encode())
            os._exit(1)  # there is nothing to save yet, and Qt aborts after this

    before = qInstallMessageHandler(tell)
    try:
        return QApplication([sys.argv[0]])
    finally:
        qInstallMessageHandler(before)
