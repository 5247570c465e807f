"""The marks as pixels: what is tagged is seen, by colour and by pattern."""

from itertools import groupby

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from pressmark.model.label_set import Label, LabelSet
from pressmark.model.span import Span
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.painting import Emphasis, outline, selection_tint
from pressmark.ui.theme.appearance import apply_theme, current_theme
from pressmark.ui.theme.colours import mix
from pressmark.ui.theme.themes import ThemeName, load_theme
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article
from tests.ui.theme.colour_vision import contrast

TEXT = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and none of it is tagged at all here"
LABELS = ("claim", "quote", "sanction", "denial")
SIZES = (14, 19, 28)
THEMES: tuple[ThemeName, ...] = ("light", "dark")


class PaintWatch(QObject):
    """Notes what is painted of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.areas: list[QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return super().eventFilter(watched, event)


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def rows_of(view: ArticleView, label: str, lane: int) -> dict[int, list[bool]]:
    """Return, for each row of px in a lane of the first line, where the label's line is drawn."""
    assert view.sheet
    mark = current_theme().marks[label]
    piece = next(
        one
        for one in view.sheet.bands.page(0).pieces
        if (one.annotation.label, one.lane) == (label, lane)
    )
    middle = round(piece.baseline + view.measure.lane(lane)) - view.ruler.value()
    seen = picture(view)
    columns = range(int(piece.left) + 8, int(piece.right) - 4)

    def is_drawn(x: int, y: int) -> bool:
        colour = seen.pixelColor(x, y)
        return _distance(colour, mark.colour) < _distance(mark.colour, mark.wash) / 3

    return {row: [is_drawn(x, row) for x in columns] for row in range(middle - 3, middle + 4)}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("label", LABELS)
def test_each_label_has_its_colour_and_its_own_line(
    read: Reader, qapp: QApplication, label: str, size: int, theme: str
) -> None:
    apply_theme(qapp, load_theme(theme))
    _, view = read(article(TEXT, (label, 0, 49)))
    view.show_measure(Measure(size))
    rows = rows_of(view, label, 0)
    drawn = {row for row, on in rows.items() if any(on)}
    assert len(drawn) >= 2
    share = max(sum(on) / len(on) for on in rows.values())
    solid = label in ("claim", "sanction")
    assert (share == 1.0) == solid
    if label == "sanction":
        assert len(drawn) < max(drawn) - min(drawn) + 1, "two lines with a gap"
    if not solid:
        busiest = max(rows.values(), key=sum)
        strokes = [len(list(run)) for is_on, run in groupby(busiest) if is_on][1:-1]
        gaps = [len(list(run)) for is_on, run in groupby(busiest) if not is_on][1:-1]
        is_long = min(strokes) > 1.5 * max(gaps)
        assert is_long == (label == "denial")
    wash = current_theme().marks[label].wash.rgb()
    seen = picture(view)
    assert any(
        seen.pixel(x, y) == wash for x in range(seen.width()) for y in range(0, seen.height(), 3)
    )


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_three_deep_are_three_lines_clear_of_each_other_and_of_the_next_line(
    read: Reader, qapp: QApplication, size: int, theme: str
) -> None:
    apply_theme(qapp, load_theme(theme))
    text = "\n".join([TEXT[:49]] * 2)
    deep = (("quote", 0, 49), ("sanction", 0, 48), ("claim", 0, 47))
    _, view = read(article(text, *deep))
    view.show_measure(Measure(size))
    last = None
    for lane, (label, _, _) in enumerate(deep):
        drawn = [row for row, on in rows_of(view, label, lane).items() if any(on)]
        assert drawn, label
        assert last is None or min(drawn) > last
        last = max(drawn)
    assert view.sheet
    second = view.sheet.geometry.line_of(60)
    assert last is not None
    assert last + view.ruler.value() < second.baseline - view.measure.size * 0.75


def test_the_shortest_lies_on_top_and_washes_never_mix(read: Reader) -> None:
    _, view = read(article(TEXT, ("quote", 0, 49), ("claim", 10, 20), ("denial", 5, 30)))
    washes = {label: current_theme().marks[label].wash.rgb() for label in LABELS}
    seen = picture(view)

    def wash_over(offset: int) -> int:
        box = view.boxes(Span(offset, offset + 1))[0]
        return seen.pixel(int(box.center().x()), int(box.top()) + 2)

    assert [wash_over(offset) for offset in (2, 7, 15, 25, 40)] == [
        washes[label] for label in ("quote", "denial", "claim", "denial", "quote")
    ]


def test_lines_end_with_the_words_of_a_line(read: Reader) -> None:
    text = "word " * 60
    _, view = read(article(text, ("claim", 0, 299)))
    assert view.sheet
    for piece in view.sheet.bands.page(0).pieces:
        line = view.sheet.geometry.line_of(view.offset_at(QPointF(piece.left + 1, piece.baseline)))
        words = text[line.start : line.end]
        assert not words.endswith(" ")


def test_a_label_that_nobody_knows_is_neutral(read: Reader) -> None:
    _, view = read(article(TEXT, ("unheard-of", 0, 49)))
    neutral = current_theme().mark("").colour.rgb()
    assert view.sheet
    piece = view.sheet.bands.page(0).pieces[0]
    seen = picture(view)
    y = round(piece.baseline + view.measure.lane(0))
    assert neutral in {seen.pixel(int(piece.left) + 9, row) for row in range(y - 2, y + 3)}


def test_more_than_three_deep_is_counted(read: Reader) -> None:
    deep = [("claim", 0, 49 - at) for at in range(6)]
    _, view = read(article(TEXT, *deep))
    assert view.sheet
    (more,) = view.sheet.bands.page(0).deeper
    assert more.count == 3


def test_the_pointer_raises_one_and_fades_what_overlaps_it(read: Reader) -> None:
    _, view = read(article(TEXT, ("quote", 0, 49), ("claim", 10, 20), ("denial", 60, 70)))
    view.emphasise(Emphasis(raised="0", faded=frozenset({"1"})))
    seen = picture(view)
    marks = current_theme().marks

    def has(label: str, left: int, right: int) -> bool:
        colour = marks[label].wash.rgb()
        boxes = view.boxes(Span(left, right))
        return any(
            seen.pixel(x, int(boxes[0].top()) + 2) == colour
            for x in range(int(boxes[0].left()), int(boxes[0].right()))
        )

    assert has("quote", 12, 18)
    assert not has("claim", 10, 20)
    assert has("denial", 61, 69)


def test_the_active_one_has_an_outline_round_all_its_lines(read: Reader) -> None:
    session, view = read(article("word " * 60, ("claim", 20, 250)))
    accent = current_theme().colours.accent.rgb()
    before = _count(picture(view), accent)
    session.activate("0")
    assert _count(picture(view), accent) > before + 500


def test_only_the_lines_of_a_change_are_painted_anew(read: Reader) -> None:
    text = "\n".join(["A paragraph of a single line stands here."] * 12)
    session, view = read(article(text))
    view._tagging.tag("quote", (Span(200, 210),))  # the first step makes the annotator known
    session.activate("")
    QApplication.processEvents()
    watch = PaintWatch(view.viewport())
    view._tagging.tag("claim", (Span(2, 11),))
    session.activate("")
    QApplication.processEvents()
    assert watch.areas
    assert all(area.height() < 4 * view.measure.pitch for area in watch.areas)


def test_an_outline_goes_round_boxes_that_touch_as_one() -> None:
    path = outline([QRectF(0, 0, 100, 21), QRectF(0, 20, 60, 20)])
    assert len(path.toSubpathPolygons()) == 1
    assert path.boundingRect() == QRectF(0, 0, 100, 40)
    assert path.contains(QPointF(50, 30))
    assert not path.contains(QPointF(80, 30))
    assert len(outline([QRectF(0, 0, 9, 9), QRectF(50, 50, 9, 9)]).toSubpathPolygons()) == 2


def test_labels_of_other_sets_are_marked_too(read: Reader) -> None:
    labels = LabelSet(name="own", labels=tuple(Label(id=m, title=m, mark=m) for m in _marks()))
    assert len(labels.labels) == 8
    _, view = read(article(TEXT))
    view.show_marks(labels)
    colours = {view._marks.marks[one.id].colour.name() for one in labels.labels}
    assert len(colours) == 8


def _marks() -> list[str]:
    return list(current_theme().marks)


def _count(seen: QImage, colour: int) -> int:
    return sum(
        seen.pixel(x, y) == colour for x in range(seen.width()) for y in range(seen.height())
    )


def _distance(one: QColor, other: QColor) -> int:
    channels = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return sum(abs(a - b) for a, b in channels)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stays_legible_where_it_is_tagged_and_selected(theme: ThemeName) -> None:
    look = load_theme(theme)
    tint = selection_tint(look)
    for ground in (look.colours.paper, *(mark.wash for mark in look.marks.values())):
        selected = mix(ground, tint, tint.alphaF())
        assert contrast(look.colours.ink, selected) >= 4.5
        assert selected != ground
