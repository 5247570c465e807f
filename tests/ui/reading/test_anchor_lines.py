from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from pressmark.edits.annotations import SetAttributes
from pressmark.model.attribute import Anchor
from pressmark.model.span import Span
from pressmark.ui.reading.anchor_lines import anchor_spans, marked_spans
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.theme.appearance import current_theme
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import annotation, article

TEXT = "The minister said nothing at all about it."
SAID = Anchor(start=13, end=17, text="said")


def underlined(view: ArticleView, span: Span) -> bool:
    """Say whether a line in the accent colour runs along under a stretch without annotations."""
    accent = current_theme().colours.accent.rgb()
    box = view.boxes(span)[0].toRect().adjusted(2, 0, -2, 0)
    seen = view.viewport().grab(QRect(box)).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(seen.height())
    return any(all(seen.pixel(x, y) == accent for x in range(seen.width())) for y in rows)


def test_all_that_attributes_point_at_is_named() -> None:
    one = annotation(TEXT, "quote", (18, 25), annotation_id="0")
    held = replace(one, attributes={"cue": SAID, "verbatim": (SAID, SAID), "date": "2024"})
    assert [*anchor_spans(held)] == [Span(13, 17)] * 3
    assert next(marked_spans(held)) == Span(18, 25)


def test_words_that_the_active_annotation_points_at_are_underlined(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 18, 25)))
    session.activate("0")
    assert not underlined(view, Span(13, 17))
    session.commit("Set cue", SetAttributes("a", "0", {"cue": SAID}))
    assert underlined(view, Span(13, 17))
    assert not underlined(view, Span(4, 12))
    session.activate("")
    assert not underlined(view, Span(13, 17))
