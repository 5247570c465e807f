"""The program with a window: from the first paint to the last save."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pressmark import __version__
from pressmark.store.glimpse import glimpse
from pressmark.ui.main_window import MainWindow
from pressmark.ui.screen import on_screen


def run(arguments: Sequence[str]) -> int:
    """Open the window, on a project file where one is named; return the exit status.

    A window that has this project open already is brought to the front instead.
    """
    asked = Path(arguments[0]).absolute() if arguments else None
    if asked is not None and _is_shown_elsewhere(asked):
        return 0
    application = on_screen()
    application.setApplicationName("pressmark")
    application.setApplicationDisplayName("Pressmark")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("pressmark")
    seen = glimpse()
    window = MainWindow(seen)
    # Everything that takes time to import waits until the window is on the screen.
    window.painted.connect(
        lambda: QTimer.singleShot(0, lambda: _begin(window, asked, seen.language))
    )
    window.show()
    return application.exec()


def _is_shown_elsewhere(asked: Path) -> bool:
    from pressmark.ui.window_elsewhere import raised_elsewhere  # noqa: PLC0415 -- 5 ms of the start

    return raised_elsewhere(asked)


def _begin(window: MainWindow, asked: Path | None, language: str) -> None:
    from pressmark.ui.languages.speaking import speak  # noqa: PLC0415 -- after the first paint
    from pressmark.ui.start import begin  # noqa: PLC0415 -- as above

    is_begun = False
    try:
        speak(language)
        begin(window, asked)
        is_begun = True
    finally:
        if not is_begun:  # an empty window would stand there for ever
            QApplication.exit(1)
