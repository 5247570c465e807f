"""Start budget: the first paint of the window beside that of a bare one, in CPU time.

    python tests/benchmarks/start.py

Each start is a process of its own with a home of its own; the two take turns.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from tests.benchmarks.measuring import Row, median, report  # noqa: E402

TIMES = 11
PATIENCE = 60  # seconds

BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.process_time(), flush=True)
        os._exit(0)
application = QApplication([])
window = Window()
window.resize(1200, 800)
window.show()
application.exec()
"""

OURS = """
import os, sys, time
from pressmark.__main__ import main
from pressmark.ui import application
class Window(application.MainWindow):
    def __init__(self, seen):
        super().__init__(seen)
        self.painted.connect(self.tell)
    def tell(self):
        print(time.process_time(), flush=True)
        os._exit(0)
application.MainWindow = Window
main([])
"""

READING = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pressmark.__main__ import main
from pressmark.ui import start
begin = start.begin
def begun(window, asked):
    desk = begin(window, asked)
    def tell():
        if desk.view.sheet is None:
            sys.exit("no article was opened")
        desk.view.viewport().repaint()
        print(time.process_time(), flush=True)
        os._exit(0)
    QTimer.singleShot(0, tell)
    return desk
start.begin = begun
main([])
"""


def main() -> int:
    """Measure, print, and say whether the budget is met."""
    with tempfile.TemporaryDirectory() as home:
        for script in (BARE, OURS, READING):  # what is compiled and copied at the first start only
            _start(script, home)
        taken = [(_start(BARE, home), _start(OURS, home)) for _ in range(TIMES)]
        reading = median([_start(READING, home) for _ in range(5)])
    bare, ours = (median(list(each)) for each in zip(*taken, strict=True))
    detail = f"{ours:.0f} ms, bare {bare:.0f} ms; the example is on the screen at {reading:.0f} ms"
    return report("Start", [Row("6  first paint of the window", ours / bare, 1.3, "x", detail)])


def _start(script: str, home: str) -> float:
    """Return the CPU milliseconds that a process needs until it tells."""
    environment = {
        **os.environ,
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home,
        "LOCALAPPDATA": home,
        "XDG_CONFIG_HOME": str(Path(home) / "config"),
        "XDG_DATA_HOME": str(Path(home) / "data"),
        "XDG_STATE_HOME": str(Path(home) / "state"),
    }
    if not os.environ.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
    )
    if told.returncode:
        raise SystemExit(told.stderr)
    return float(told.stdout) * 1000


if __name__ == "__main__":
    sys.exit(main())
