"""What a test may leave behind by mistake: threads, windows, timers.

Nothing here imports Qt: a test that did not use it has nothing of it to leave behind.
"""

import gc
import sys
import threading
from types import ModuleType
from typing import Any

PATIENCE = 20.0  # seconds a thread that was told to end gets


def threads(before: set[threading.Thread]) -> list[str]:
    """Return the names of living threads that were not there before and would keep Python alive."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    lasting = [thread for thread in new if not thread.daemon]
    for thread in lasting:
        thread.join(PATIENCE)
    return [f"thread {thread.name}" for thread in lasting if thread.is_alive()]


def windows() -> set[Any]:
    """Return the widgets that stand on their own."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets and widgets.QApplication.instance()
    if not application:
        return set()
    return {widget for widget in application.topLevelWidgets() if widget.parent() is None}


def clear_qt(windows_before: set[Any]) -> list[str]:
    """Return what of Qt was left behind, described, and do away with it for the tests to come."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if not widgets or not widgets.QApplication.instance():
        return []
    core = sys.modules["PySide6.QtCore"]
    deferred = core.QEvent.Type.DeferredDelete
    core.QCoreApplication.sendPostedEvents(None, deferred)
    left = []
    for window in windows() - windows_before:
        left.append(f"window {type(window).__name__} {window.windowTitle()!r}")
        window.deleteLater()
    _let_go(widgets)
    core.QCoreApplication.sendPostedEvents(None, deferred)
    return left + _running(core)


def _let_go(widgets: ModuleType) -> None:
    """Let go of a mouse button that a test pressed, or clicked twice: to Qt it is still down."""
    testing = sys.modules.get("PySide6.QtTest")
    if testing and widgets.QApplication.mouseButtons().value:
        button = sys.modules["PySide6.QtCore"].Qt.MouseButton.LeftButton
        testing.QTest.mouseRelease(widgets.QWidget(), button)


def _running(core: ModuleType) -> list[str]:
    """Return the timers and Qt threads that Python knows and that still run, and stop them."""
    alive = sys.modules["shiboken6"].isValid
    left = []
    for thing in gc.get_objects():
        kind = type(thing)  # not isinstance(), which runs code of lazy objects
        if issubclass(kind, core.QTimer) and alive(thing) and thing.isActive():
            left.append(f"timer of {type(thing.parent()).__name__}")
            thing.stop()
        elif issubclass(kind, core.QThread) and alive(thing) and thing.isRunning():
            left.append(f"Qt thread {kind.__name__}")
            thing.quit()
            thing.wait(int(PATIENCE * 1000))
    return left
