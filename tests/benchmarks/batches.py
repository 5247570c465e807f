"""What a folder of saved pages costs: read by children, and once more when it is there.

    python tests/benchmarks/batches.py

In CPU time of the program and its children, as if this machine had nothing else to do.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from pressmark.articles.batch import Present, gather, present_in, read_articles  # noqa: E402
from pressmark.articles.pool import CHILDREN, POOL  # noqa: E402
from pressmark.edits.edit import Stamp  # noqa: E402
from pressmark.edits.transaction import Transaction, apply  # noqa: E402
from pressmark.errors import CancelledError  # noqa: E402
from pressmark.model.label_set import LabelSet  # noqa: E402
from pressmark.model.project import Project  # noqa: E402
from tests.benchmarks.measuring import Row, make_news, report  # noqa: E402

PAGES, PROMISED = 1_000, 10_000
TIME = "2024-05-31T12:00:00Z"
_MENU = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(40))


def main() -> int:
    """Measure, print, and say whether all budgets are met."""
    with tempfile.TemporaryDirectory() as folder:
        _write_pages(Path(folder))
        paths = list(gather([Path(folder)]))
        begun = _spent()
        batch = read_articles(paths, added=TIME)
        POOL.end()  # what children cost is known once they have ended
        first = _spent() - begun
        came_in = Transaction("Import", batch.edits(), Stamp("anna", TIME), "import")
        here = present_in(apply(_EMPTY, came_in)[0])
        begun = _spent()
        again = read_articles(paths, added=TIME, present=here)
        second = _spent() - begun
        stopped = _cancelled(paths)
    known = sum(bool(file.known) for file in again.files)
    share, cores = PROMISED / PAGES, min(CHILDREN, os.cpu_count() or 1)
    detail = f"{first / PAGES * 1000:.1f} ms each, of {len(batch.read)} pages"
    rows = [
        Row("10,000 pages", first * share / cores / 60, 5, "min", detail),
        Row("... once more", second * share, 20, "s", f"{known} are there"),
        Row("stopped", stopped * 1000, 500, "ms", "in the middle of reading"),
    ]
    return report("Batches", rows)


_EMPTY = Project(id="p", title="t", label_set=LabelSet(name="news"))


def _write_pages(folder: Path) -> None:
    for number, (title, made) in enumerate(make_news(PAGES)):
        lines = "".join(f"<p>{line}</p>\n" for line in made.text.split("\n") if line)
        page = (
            f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head><body>"
            f"<nav><ul>{_MENU}</ul></nav><main><article><h1>{title} {number}</h1>{lines}</article>"
            f"</main><footer><ul>{_MENU}</ul></footer></body></html>"
        )
        (folder / f"{number:05}.html").write_text(page, encoding="utf-8")


def _spent() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _cancelled(paths: list[Path]) -> float:
    """Return how many seconds it takes to stop."""
    asked: list[float] = []

    def follow(done: int, _total: int) -> None:
        if done == 20:
            asked.append(time.monotonic())

    try:
        read_articles(
            paths,
            added=TIME,
            present=Present(),
            cancelled=lambda: bool(asked),
            progressed=follow,
        )
    except CancelledError:
        return time.monotonic() - asked[0]
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
