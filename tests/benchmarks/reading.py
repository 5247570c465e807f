"""Reading budgets: the article view beside a bare QTextEdit with the same text, in CPU time.

    python tests/benchmarks/reading.py

Both are shown in a window of the same size with the same type, on the display there is or
offscreen. A view that did not paint its marks fails before anything is measured.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]
if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtGui import (  # noqa: E402
    QColor,
    QImage,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: E402

from pressmark.ui.reading.article_view import ArticleView  # noqa: E402
from pressmark.ui.reading.lanes import SHOWN  # noqa: E402
from pressmark.ui.theme.appearance import apply_theme, current_theme  # noqa: E402
from pressmark.ui.theme.fonts import article_font  # noqa: E402
from pressmark.ui.theme.themes import load_theme  # noqa: E402
from tests.benchmarks.measuring import (  # noqa: E402
    Row,
    Text,
    best_of,
    cpu,
    make_text,
    median,
    percentile,
    report,
)
from tests.ui.reading.desk import article, session_on  # noqa: E402

WINDOW = (832, 860)
FRAMES = 120
ADDED = 15


def main() -> int:
    """Measure, print, and say whether all budgets are met."""
    app = QApplication([])
    apply_theme(app, load_theme("light"))
    megabyte = make_text(1_000_000, 100_000)
    some = megabyte._replace(spans=megabyte.spans[::10])
    _warm_up()
    rows = [
        *_million(some),
        *_small(make_text(100_000, 1_000), make_text(5_000, 50)),
        *_dense(megabyte),
        *_one_paragraph(some),
    ]
    return report(f"Reading ({app.platformName()})", rows)


def _million(sample: Text) -> list[Row]:
    """Budget 1: 1 MB with 10,000 annotations."""
    bare, ours = best_of(3, lambda: _open_bare(sample)), best_of(3, lambda: _open(sample))
    with _bare(sample) as edit, _view(sample) as view:
        wheel, page = 96, edit.viewport().height()
        rows = [
            _ratio("1  1 MB, 10,000 annotations: open", ours, bare, 1.5),
            _ratio("1  ... add one", _add(view), _add_bare(edit), 3),
        ]
        for name, step in (("scroll by a notch", wheel), ("scroll by a page", page)):
            own, its = median(_scroll(view, step)), median(_scroll(edit, step))
            rows.append(_ratio(f"1  ... {name}", own, its, 3))
    return rows


def _small(usual: Text, short: Text) -> list[Row]:
    """Budget 2: 100 KB with 1,000 annotations, and 5 KB."""
    with _view(usual) as view:
        frames = _scroll(view, view.viewport().height()) + _scroll(view, 96)
    slowest = percentile(frames, 0.99)
    detail = f"median {median(frames):.2f} ms, {len(frames)} frames"
    opened = best_of(5, lambda: _open(short))
    return [
        Row("2  100 KB, 1,000 annotations: frame at p99", slowest, 16, "ms", detail),
        Row("2  5 KB, 50 annotations: open", opened, 30, "ms", ""),
    ]


def _dense(sample: Text) -> list[Row]:
    """Budget 3: 1 MB with 100,000 annotations; nothing quadratic."""
    bare = best_of(3, lambda: _open_bare(sample))
    ours = best_of(5, lambda: _open(sample))
    quarter = sample._replace(spans=sample.spans[::4])
    least = best_of(5, lambda: _open(quarter))
    plain = best_of(5, lambda: _open(sample._replace(spans=[])))
    with _view(sample) as view:
        frames = _scroll(view, view.viewport().height())
        added = _add(view)
    detail = f"add one {added:.1f} ms, page {median(frames):.1f} ms"
    return [
        _ratio("3  1 MB, 100,000 annotations: open", ours, bare, 3, detail),
        _ratio("3  ... 4x the annotations", ours - plain, least - plain, 5, "text not counted"),
    ]


def _one_paragraph(sample: Text) -> list[Row]:
    """Budgets 1 and 2 again for one paragraph of a million characters."""
    one = sample._replace(text=sample.text.replace("\n", " "))
    bare, ours = best_of(2, lambda: _open_bare(one)), best_of(2, lambda: _open(one))
    with _bare(one) as edit, _view(one) as view:
        own, its = median(_scroll(view, 96)), median(_scroll(edit, 96, frames=20))
        frames = _scroll(view, view.viewport().height())
        added, added_bare = _add(view), _add_bare(edit)
    return [
        _ratio("1  one paragraph of 1,000,000: open", ours, bare, 1.5),
        _ratio("1  ... add one", added, added_bare, 3),
        _ratio("1  ... scroll by a notch", own, its, 3),
        Row("2  ... frame at p99, by pages", percentile(frames, 0.99), 16, "ms", ""),
    ]


def _ratio(work: str, ours: float, bare: float, limit: float, detail: str = "") -> Row:
    figures = f"{ours:.2f} ms, bare {bare:.2f} ms"
    return Row(work, ours / bare, limit, "x", f"{figures}; {detail}" if detail else figures)


# ---- the two


@contextmanager
def _view(sample: Text) -> Iterator[ArticleView]:
    session = session_on(article(sample.text, *sample.spans))
    view = ArticleView(session)
    view.resize(*WINDOW)
    view.show()
    _settle()
    session.open_article("a")
    _finish(view)
    _prove(view)
    yield view
    _away(view)


@contextmanager
def _bare(sample: Text) -> Iterator[QTextEdit]:
    edit = _new_bare()
    _fill(edit, sample.text)
    _finish(edit)
    yield edit
    _away(edit)


def _open(sample: Text) -> float:
    session = session_on(article(sample.text, *sample.spans))
    view = ArticleView(session)
    view.resize(*WINDOW)
    view.show()
    _settle()

    def work() -> None:
        session.open_article("a")
        _finish(view)

    taken = cpu(work)
    _prove(view)
    _away(view)
    return taken


def _open_bare(sample: Text) -> float:
    edit = _new_bare()
    _settle()

    def work() -> None:
        _fill(edit, sample.text)
        _finish(edit)

    taken = cpu(work)
    _away(edit)
    return taken


def _new_bare() -> QTextEdit:
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.document().setUndoRedoEnabled(False)
    edit.document().setDefaultFont(article_font())
    edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    edit.resize(*WINDOW)
    edit.show()
    return edit


def _fill(edit: QTextEdit, text: str) -> None:
    edit.setPlainText(text)


def _finish(edit: QTextEdit) -> None:
    """Paint, and lay out to the end what Qt puts off."""
    _settle()
    edit.document().documentLayout().blockBoundingRect(edit.document().lastBlock())
    _settle()


def _settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def _away(edit: QTextEdit) -> None:
    edit.hide()
    edit.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _settle()


# ---- what is measured


def _scroll(edit: QTextEdit, step: int, frames: int = FRAMES) -> list[float]:
    bar = edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    _settle()

    def frame() -> None:
        bar.setValue(bar.value() + step)
        _settle()

    return [cpu(frame) for _ in range(frames)]


def _add(view: ArticleView) -> float:
    """Tag words that can be seen, one after the other; return the median, painting included."""
    view.scroll_to_line(len(view.text) // 2)
    _settle()
    start = view.visible().start
    taken = []
    for number in range(ADDED):
        view.select(start + 20 * number, start + 20 * number + 55)
        _settle()

        def work() -> None:
            view.tag("claim")
            _settle()

        taken.append(cpu(work))
    return median(taken)


def _add_bare(edit: QTextEdit) -> float:
    """Do what a bare QTextEdit could do for it: give the words another background."""
    bar = edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    _settle()
    start = edit.cursorForPosition(edit.viewport().rect().topLeft()).position()
    marked = QTextCharFormat()
    marked.setBackground(QColor("#dddddd"))
    taken = []
    for number in range(ADDED):
        cursor = QTextCursor(edit.document())
        cursor.setPosition(start + 20 * number)
        cursor.setPosition(start + 20 * number + 55, QTextCursor.MoveMode.KeepAnchor)

        def work(cursor: QTextCursor = cursor) -> None:
            cursor.mergeCharFormat(marked)
            _settle()

        taken.append(cpu(work))
    return median(taken)


def _prove(view: ArticleView) -> None:
    """Fail unless the line of every annotation that can be seen is on the screen, in its colour."""
    sheet = view.sheet
    if sheet is None:
        raise AssertionError("nothing is shown")
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    top = view.ruler.value()
    pieces = [
        piece
        for piece in sheet.bands.between(top, top + picture.height() - 40).pieces
        if piece.lane < SHOWN and piece.right - piece.left > 12
    ]
    for piece in pieces:
        colour = current_theme().marks[piece.annotation.label].colour.rgb() & 0xFFFFFF
        middle = int(piece.baseline + view.measure.lane(piece.lane)) - top
        if not any(
            picture.pixel(x, y) & 0xFFFFFF == colour
            for y in range(middle - 2, middle + 3)
            for x in range(int(piece.left), int(piece.right))
        ):
            raise AssertionError(f"not painted: {piece}")
    if sheet.stacking.overlapping(view.visible()) and not pieces:
        raise AssertionError("no annotation is painted")


def _warm_up() -> None:
    _open(make_text(5_000, 50))
    _open_bare(make_text(5_000, 50))


if __name__ == "__main__":
    sys.exit(main())
