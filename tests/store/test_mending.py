"""What the damaged line of an article still tells."""

from dataclasses import replace

import pytest
from hypothesis import given

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.span import Span
from pressmark.store.mending import can_be_patched, mended_article, patched_text
from tests.strategies import articles

HEAD = b'{"id": "a", "title": "T", "zones": [{"start": 0, "end": 3, "kind": "widget"}]'
LINE = HEAD + b', "text": "One two\\n\\"three\\".", "annotations": ['


def test_a_sound_line_tells_all() -> None:
    assert mended_article(LINE) == {
        "id": "a",
        "title": "T",
        "zones": [{"start": 0, "end": 3, "kind": "widget"}],
        "text": 'One two\n"three".',
    }


@pytest.mark.parametrize(
    ("damage", "text"),
    [
        (rb"tw\ud800o", "tw\ufffdo"),
        (rb"tw\ud83d\ude00o", "tw😀o"),
        (rb"tw\qo", r"tw\qo"),
        (b"tw\xffo", "tw\ufffdo"),
        (b"tw\x00o", "tw\x00o"),
        (b'tw"o', 'tw"o'),
    ],
)
def test_a_text_is_read_as_far_as_it_goes(damage: bytes, text: str) -> None:
    mended = mended_article(LINE.replace(b"two", damage))
    assert mended is not None
    assert mended["text"] == f'One {text}\n"three".'
    assert mended["title"] == "T"


def test_of_a_damaged_head_the_id_is_kept_where_it_is_one() -> None:
    for damaged in (LINE.replace(b'"T"', b'"T'), LINE.replace(b'"zones"', b"zones")):
        assert mended_article(damaged) == {"id": "a", "text": 'One two\n"three".'}
    for damaged in (LINE.replace(b'"a"', b'"a b"'), LINE.replace(b'"a"', b"")):
        mended = mended_article(damaged)
        assert mended is not None
        assert mended["id"] not in {"a", "a b", ""}


def test_zones_that_do_not_fit_go() -> None:
    mended = mended_article(LINE.replace(b'"end": 3', b'"end": 300'))
    assert mended is not None
    assert mended["zones"] == []


def test_an_end_that_is_damaged_costs_nothing() -> None:
    mended = mended_article(LINE.replace(b"annotations", b"annot\x00\x00\x00\x00\x00\x00"))
    assert mended is not None
    assert mended["text"] == 'One two\n"three".'


@pytest.mark.parametrize("line", [b"", b"garbage", HEAD, LINE.replace(b"text", b"t\x00xt")])
def test_without_a_text_there_is_no_article(line: bytes) -> None:
    assert mended_article(line) is None


@given(article=articles())
def test_a_patched_text_has_every_quote_at_its_place(article: Article) -> None:
    annotations = article.annotations.in_order
    if annotations:
        text = patched_text(annotations)
        assert len(text) == max(one.span.end for one in annotations)
        assert all(
            char in (there, "\ufffd") for char, there in zip(text, article.text, strict=False)
        )
        for one in annotations:
            assert can_be_patched(one)
            assert one.text == tuple(text[start:end] for start, end in one.fragments)
            assert text[: one.span.start].endswith(one.prefix)


@given(article=articles())
def test_quotes_that_contradict_their_spans_change_no_length(article: Article) -> None:
    for one in article.annotations:
        longer = replace(one, prefix="p" * 99, text=("t" * 99,), suffix="s" * 99)
        assert len(patched_text([longer])) == one.span.end


@pytest.mark.parametrize("spans", [[(-1, 4)], [(4, 4)], [(0, 1 << 40)], [(5, 9), (0, 3)]])
def test_what_can_stand_nowhere_gets_no_text(spans: list[tuple[int, int]]) -> None:
    fragments = tuple(Span(*one) for one in spans)
    assert not can_be_patched(Annotation(id="x", label="claim", fragments=fragments, text=("t",)))
