from PySide6.QtCore import QPointF, QRectF

from pressmark.model.span import Span
from pressmark.ui.reading.edges import Edge, edge_at, handles

FRAGMENTS = (Span(0, 10), Span(20, 30))
LINES = ([QRectF(100, 10, 50, 30), QRectF(0, 40, 60, 30)], [QRectF(200, 40, 40, 30)])

HELD = [handles(boxes, from_right=False) for boxes in LINES]


def test_handles_are_at_the_first_and_last_corners() -> None:
    assert edge_at(QPointF(102, 12), FRAGMENTS, HELD) == Edge(0, 10)
    assert edge_at(QPointF(58, 71), FRAGMENTS, HELD) == Edge(0, 0)
    assert edge_at(QPointF(200, 38), FRAGMENTS, HELD) == Edge(1, 30)
    assert edge_at(QPointF(241, 69), FRAGMENTS, HELD) == Edge(1, 20)


def test_they_change_sides_where_text_runs_from_right_to_left() -> None:
    held = [handles(boxes, from_right=True) for boxes in LINES]
    assert edge_at(QPointF(151, 12), FRAGMENTS, held) == Edge(0, 10)
    assert edge_at(QPointF(0, 71), FRAGMENTS, held) == Edge(0, 0)


def test_the_words_themselves_are_no_handles() -> None:
    assert edge_at(QPointF(101, 25), FRAGMENTS, HELD) is None
    assert edge_at(QPointF(59, 55), FRAGMENTS, HELD) is None
    assert edge_at(QPointF(0, 41), FRAGMENTS, [None, None]) is None
