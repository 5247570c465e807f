from pressmark.store.label_sets import default_label_set
from pressmark.ui.reading.stack_words import stack_words
from tests.ui.reading.desk import annotation

TEXT = "x" * 50
OUTER = annotation(TEXT, "quote", (0, 40), annotation_id="outer")
INNER = annotation(TEXT, "claim", (5, 20), annotation_id="inner")
CROSSING = annotation(TEXT, "denial", (10, 45), annotation_id="crossing")
STRANGE = annotation(TEXT, "unheard-of", (5, 20), annotation_id="strange")
LABELS = default_label_set()


def test_says_what_it_is_what_it_lies_in_and_how_many_there_are() -> None:
    assert stack_words([INNER, CROSSING, OUTER], INNER, LABELS) == "claim, inside quote, 1 of 3"
    assert stack_words([INNER, CROSSING, OUTER], CROSSING, LABELS) == "denial, 2 of 3"
    assert stack_words([OUTER], OUTER, LABELS) == "quote"


def test_an_unknown_label_is_called_by_its_id() -> None:
    assert stack_words([STRANGE, OUTER], STRANGE, LABELS) == "unheard-of, inside quote, 1 of 2"
