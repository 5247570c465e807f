"""Keeping budgets: projects of 10,000 and 100,000 articles, opened, edited and saved.

    python tests/benchmarks/keeping.py

Opening is measured in processes of its own, in CPU time; how long the window stands still while
it saves in the background is measured on the clock, as who sits before it would, but for what
other programs take of it (then CPU time counts), and for the least disturbed of several saves.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from pressmark.edits.additions import addition  # noqa: E402
from pressmark.edits.edit import Stamp  # noqa: E402
from pressmark.edits.several import descriptions  # noqa: E402
from pressmark.edits.transaction import Transaction  # noqa: E402
from pressmark.model.span import Span  # noqa: E402
from pressmark.store.glimpse import glimpse  # noqa: E402
from pressmark.store.journal_file import journal_path  # noqa: E402
from pressmark.store.open_project import OpenProject, open_project  # noqa: E402
from pressmark.ui.desk import Desk  # noqa: E402
from pressmark.ui.furnishing import furnish  # noqa: E402
from pressmark.ui.main_window import MainWindow  # noqa: E402
from tests.benchmarks.measuring import Row, median, report  # noqa: E402
from tests.benchmarks.scale import TIME, write_project  # noqa: E402

STAMP = Stamp("anna", TIME)
EDITS, TRIES, SAVES = 200, 3, 8
EDIT_EVERY = 15  # milliseconds

OPENING = """
import sys, time
from pathlib import Path
from pressmark.store.open_project import open_project
begun = time.process_time()
file = open_project(Path(sys.argv[1]))
for one in file.project.shelf():
    one.head.title, sum(one.counts.values())
taken = time.process_time() - begun
file.close()
status = Path("/proc/self/status")  # a child's getrusage counts its parent's memory too
lines = status.read_text().split("\\n") if status.exists() else ["VmHWM: 0"]
print(taken, *(int(one.split()[1]) / 1024 for one in lines if one.startswith("VmHWM")))
"""


def main() -> int:
    """Measure, print, and say whether all budgets are met."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        usual, few, many = (Path(home) / f"{name}.pressmark" for name in ("usual", "few", "many"))
        write_project(usual, 10_000)
        write_project(few, 1_000, longest=500)
        write_project(many, 100_000, longest=500)
        rows = [*_open(usual), *_edit(usual), *_commit(few, many), _describe(usual), _save(usual)]
    return report("Keeping", rows)


def _open(path: Path) -> list[Row]:
    """Budget 4: 10,000 articles are listed."""
    size = path.stat().st_size
    taken, held = zip(*(_opened(path) for _ in range(TRIES)), strict=True)
    detail = f"{size / 1e6:.0f} MB here; {min(taken):.2f} s, the least of {TRIES} processes"
    return [
        Row("4  10,000 articles: listed, for 87 MB", min(taken) * 87e6 / size, 1, "s", detail),
        Row("4  ... memory", max(held), 400, "MB", "the process at its highest"),
    ]


def _opened(path: Path) -> tuple[float, float]:
    """Return the CPU seconds and the megabytes that listing a project takes."""
    words = [sys.executable, "-c", OPENING, str(path)]
    seconds, megabytes = subprocess.check_output(words, text=True).split()
    return float(seconds), float(megabytes)


def _edit(path: Path) -> list[Row]:
    """Budget 4: what one edit writes."""
    with open_project(path) as file:
        written = []
        for number in range(EDITS):
            before = _journal(path)
            file.commit(_tag(file, number))
            file.wait_kept()
            written.append(_journal(path) - before)
    detail = f"median {median(written):.0f} bytes"
    return [Row("4  ... one edit writes to the disk", max(written[1:]), 1024, "B", detail)]


def _journal(path: Path) -> int:
    journal = journal_path(path)
    return journal.stat().st_size if journal.exists() else 0


def _commit(few: Path, many: Path) -> list[Row]:
    """Nothing about an edit depends on how many articles there are."""
    small, large = _committed(few), _committed(many)
    taken, held = _opened(many)
    return [
        Row(
            "4  a commit at 100,000 articles, beside 1,000",
            large / small,
            2,
            "x",
            f"{large:.3f} ms, {small:.3f} ms",
        ),
        Row("4  100,000 articles: memory", held, 1024, "MB", f"listed in {taken:.1f} s CPU"),
    ]


def _committed(path: Path) -> float:
    """Return the median of the CPU milliseconds that a commit takes in the thread of the window."""
    taken = []
    with open_project(path) as file:
        for number in range(EDITS):
            step = _tag(file, number)
            begun = time.thread_time()
            file.commit(step)
            taken.append((time.thread_time() - begun) * 1000)
    return median(taken)


def _describe(path: Path) -> Row:
    """A field of every article is set without opening their texts."""
    with open_project(path) as file:
        edits = descriptions(file.project, file.project.articles, "source", "Wire")
        begun = time.thread_time()
        file.commit(Transaction("Describe articles", edits, STAMP))
        done = time.thread_time()
        for shelved in file.project.shelf():
            shelved.open()
        opened = time.thread_time() - done
    taken = done - begun
    detail = f"{taken:.2f} s; opening {opened:.2f} s"
    return Row(
        "4  a field of 10,000 articles, beside opening them", taken / opened, 0.3, "x", detail
    )


def _tag(file: OpenProject, number: int) -> Transaction:
    """Return a step that tags some words in one of many articles."""
    ids = _spread(file)
    name = ids[number % len(ids)]
    start = 10 + number // len(ids)
    return Transaction(
        "Tag", (addition(file.project, name, "claim", [Span(start, start + 30)], STAMP),), STAMP
    )


def _spread(file: OpenProject) -> list[str]:
    """Return the ids of some articles from all over the project."""
    total = len(file.project.articles)
    return [f"a{number:07}" for number in range(0, total, total // 50)]


# ---- saving in the background


def _save(path: Path) -> Row:
    """Budget 4: the longest time that the window stands still, saves and edits under way."""
    application = QApplication([])
    window = MainWindow(glimpse())
    window.resize(1440, 900)
    window.show()
    desk = furnish(window)
    desk.files.open_path(path)
    editing = QTimer(interval=EDIT_EVERY)
    editing.timeout.connect(partial(_edit_on, desk, count()))
    _let_pass(2)  # the look through all articles that follows opening
    editing.start()
    still, saving = [], []
    for _ in range(SAVES):
        still.append(_longest_gap(partial(_let_pass, 0.5)))
        saving.append(_longest_gap(partial(_save_once, desk)))
    editing.stop()
    window.put_away()
    del application
    each = [", ".join(f"{one:.0f}" for one in gaps) for gaps in (saving, still)]
    detail = f"saves: {each[0]}; edits alone: {each[1]}"
    return Row("4  saving in the background: longest stall", min(saving), 50, "ms", detail)


def _edit_on(desk: Desk, numbers: Iterator[int]) -> None:
    file = desk.session.file
    if file is not None:
        desk.session.commit("Tag", *_tag(file, next(numbers)).edits)


def _let_pass(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()


def _save_once(desk: Desk) -> None:
    file = desk.session.file
    if file is None or file.saved:
        raise AssertionError("nothing to save")
    over: list[object] = []
    desk.tasks.run(lambda _task: file.save(), over.append, over.append)
    while not over:
        QApplication.processEvents()
    if over != [None]:
        raise AssertionError(over)


def _longest_gap(work: Callable[[], None]) -> float:
    """Return the longest time in milliseconds, while events are worked on, without a tick."""
    moments = [(time.monotonic(), time.process_time())]
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: moments.append((time.monotonic(), time.process_time())))
    ticking.start()
    work()
    ticking.stop()
    return max(
        1000 * min(there - here for here, there in zip(before, after, strict=True))
        for before, after in pairwise(moments)
    )


if __name__ == "__main__":
    sys.exit(main())
