from hypothesis import given

from pressmark.formats.marked_text import DEEPEST, paragraphs
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.span import Span
from tests.strategies import articles


def article(text: str, *spans: tuple[int, int], zones: tuple[Zone, ...] = ()) -> Article:
    made = []
    for number, pair in enumerate(spans):
        fragments = (Span(*pair),)
        words, prefix, suffix = quoted(text, fragments)
        made.append(
            Annotation(
                id=f"n{number}",
                label="claim",
                fragments=fragments,
                text=words,
                prefix=prefix,
                suffix=suffix,
            )
        )
    return Article(ArticleHead(id="a", zones=zones), text, Annotations.of(made))


def lanes(of: Article) -> dict[str, int]:
    return {
        mark.annotation.id: mark.lane
        for paragraph in paragraphs(of)
        for piece in paragraph.pieces
        for mark in piece.marks
    }


@given(articles())
def test_the_pieces_are_the_text(of: Article) -> None:
    found = list(paragraphs(of))
    assert "".join(piece.text for one in found for piece in one.pieces) == of.text
    for paragraph in found[:-1]:
        assert paragraph.pieces[-1].text.endswith("\n")
    for paragraph in found:
        assert not any("\n" in piece.text[:-1] for piece in paragraph.pieces)


def test_crossing_pairs_have_lanes_of_their_own_and_lanes_are_used_again() -> None:
    assert lanes(article("0123456789", (0, 4), (2, 6), (6, 8))) == {"n0": 0, "n1": 1, "n2": 0}


def test_the_shortest_is_on_top() -> None:
    (paragraph,) = paragraphs(article("0123456789", (0, 9), (3, 5)))
    tops = [piece.innermost.id if piece.innermost else None for piece in paragraph.pieces]
    assert tops == ["n0", "n1", "n0", None]
    assert [mark.lane for mark in paragraph.pieces[1].marks] == [1, 0]


def test_what_is_deeper_than_can_be_drawn_shares_the_deepest_lane() -> None:
    assert max(lanes(article("0123456789", *[(0, 5)] * 9)).values()) == DEEPEST


def test_a_mark_over_several_paragraphs_begins_once() -> None:
    first, second = paragraphs(article("one\ntwo", (1, 6)))
    begun = [begin for one in (first, second) for piece in one.pieces for begin in piece.begins]
    assert [(begin.annotation.id, begin.first) for begin in begun] == [("n0", True)]
    assert [bool(piece.marks) for piece in second.pieces] == [True, False]


def test_paragraphs_know_how_they_are_set() -> None:
    found = paragraphs(article("plain\n\n  table\tcells\ntwo  blanks\n😀", (0, 5), (2, 4)))
    assert [paragraph.classes for paragraph in found] == ["d2", "blank", "spaced", "spaced", ""]


def test_zones_are_pieces_of_their_own() -> None:
    zone = Zone(start=2, end=4, kind="notice")
    (paragraph,) = paragraphs(article("012345", zones=(zone,)))
    assert [(piece.text, piece.zone) for piece in paragraph.pieces] == [
        ("01", False),
        ("23", True),
        ("45", False),
    ]
