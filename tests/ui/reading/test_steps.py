from pressmark.model.annotations import Annotations
from pressmark.ui.reading.steps import following, outwards, preceding
from tests.ui.reading.desk import annotation

TEXT = "x" * 50
A = annotation(TEXT, "claim", (5, 10), annotation_id="a")
B = annotation(TEXT, "claim", (5, 8), annotation_id="b")
C = annotation(TEXT, "claim", (20, 30), annotation_id="c")
ALL = Annotations.of([A, B, C])


def test_goes_through_all_and_round() -> None:
    assert [following(ALL, one, 0) for one in (A, B, C)] == [B, C, A]
    assert [preceding(ALL, one, 0) for one in (A, B, C)] == [C, A, B]


def test_starts_at_the_caret() -> None:
    assert following(ALL, None, 0) == A
    assert following(ALL, None, 6) == C
    assert following(ALL, None, 40) == A
    assert preceding(ALL, None, 40) == C
    assert preceding(ALL, None, 20) == B
    assert preceding(ALL, None, 0) == C


def test_goes_outwards_and_starts_over() -> None:
    assert outwards([B, A], None) == B
    assert outwards([B, A], B) == A
    assert outwards([B, A], A) == B
    assert outwards([B, A], C) == B


def test_goes_nowhere_where_there_is_nothing() -> None:
    assert following(Annotations(), None, 0) is None
    assert preceding(Annotations(), None, 0) is None
    assert outwards([], A) is None
