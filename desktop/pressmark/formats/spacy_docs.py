"""spaCy's training files: articles as documents whose tokens are cut at the borders of spans."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, starmap

from pressmark.formats.docbin import Doc, DocBin, DocSpan
from pressmark.formats.docbin_reading import claims, claims_bundle, read_docs
from pressmark.formats.flattening import (
    FlatOptions,
    find_overlaps,
    find_pieces,
    flattened,
    label_ranks,
)
from pressmark.formats.format import MAIN, Format, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SPLIT, WHOLE, SplitOptions, parts_of
from pressmark.formats.tokens import tokens
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.span import Span

_NAMES = ("train", "dev", "test")
_SUFFIX = ".spacy"


@dataclass(frozen=True, kw_only=True)
class SpancatOptions(SplitOptions):
    """How to split."""

    split: str = field(default=WHOLE, metadata=SPLIT)


@dataclass(frozen=True, kw_only=True)
class EntsOptions(SpancatOptions, FlatOptions):
    """What to do where spans overlap, and how to split."""


Placed = list[tuple[Span, Annotation]]


def _write_entities(selection: Selection, options: EntsOptions) -> Iterator[Piece]:
    ranks = label_ranks(selection)

    def flat(article: Article) -> Placed:
        return flattened(article, options.overlap, ranks).spans()

    yield from _write(selection, options, flat, entities=True)


def _write_spans(selection: Selection, options: SpancatOptions) -> Iterator[Piece]:
    yield from _write(selection, options, _all, entities=False)


def _all(article: Article) -> Placed:
    return [(span, one) for one in article.annotations for span in one.fragments]


def _write(
    selection: Selection,
    options: SplitOptions,
    choose: Callable[[Article], Placed],
    *,
    entities: bool,
) -> Iterator[Piece]:
    for part, ids in parts_of(selection, options, _NAMES).items():
        name = f"{MAIN if options.split == WHOLE else part}{_SUFFIX}"
        with DocBin(entities=entities) as docs:
            for article in selection.opened(ids):
                docs.add(_doc(article, choose(article)))
                yield Piece(name, b"")
            yield from (Piece(name, chunk) for chunk in docs.chunks())


def _doc(article: Article, placed: Placed) -> Doc:
    starts = {span.start for span, _ in placed}
    ends = {span.end for span, _ in placed}
    pieces, spaces = _tokens(article.text, starts, ends)
    first = {piece.start: number for number, piece in enumerate(pieces)}
    last = {piece.end: number for number, piece in enumerate(pieces, start=1)}
    return Doc(
        [article.text[slice(*piece)] for piece in pieces],
        spaces,
        [
            DocSpan(first[span.start], last[span.end], *span, one.label, one.id)
            for span, one in placed
        ],
        {
            "id": article.head.id,
            "title": article.head.title,
            "annotations": [[one.id, one.label, *span] for span, one in placed],
        },
    )


def _tokens(text: str, starts: set[int], ends: set[int]) -> tuple[list[Span], list[bool]]:
    """Return tokens that make up the whole text, and whether a space follows each.

    One space after a token belongs to it; all other white space is a token of its own.
    """
    borders = starts | ends
    pieces: list[Span] = []
    spaces: list[bool] = []
    words = [Span(0, 0), *starmap(Span, tokens(text, borders)), Span(len(text), len(text))]
    for before, word in pairwise(words):
        gap = before.end
        if pieces and gap < word.start and _is_trailing(text, gap, starts, ends):
            spaces[-1] = True
            gap += 1
        for blank in _cut(gap, word.start, borders):
            pieces.append(blank)
            spaces.append(False)
        if word.length:
            pieces.append(word)
            spaces.append(False)
    return pieces, spaces


def _is_trailing(text: str, at: int, starts: set[int], ends: set[int]) -> bool:
    return text[at] == " " and at not in starts and at + 1 not in ends


def _cut(start: int, end: int, borders: Iterable[int]) -> Iterator[Span]:
    """Yield a stretch of white space, cut at borders."""
    if start < end:
        inner = sorted(border for border in borders if start < border < end)
        yield from (Span(*pair) for pair in pairwise([start, *inner, end]))


SPACY = Format(
    id="spacy",
    name="spaCy entities",
    about="A .spacy file to train an entity recogniser with; spans may not overlap there.",
    suffix=_SUFFIX,
    group="training",
    holds=frozenset({"text"}),
    options=EntsOptions,
    write_files=_write_entities,
    read=read_docs,
    claims=claims,
    claims_bundle=claims_bundle,
    find_lost=lambda selection, options: find_overlaps(selection, options.overlap),
)
SPACY_SPANCAT = Format(
    id="spacy-spancat",
    name="spaCy span categoriser",
    about="A .spacy file to train a span categoriser with, overlapping spans and all.",
    suffix=_SUFFIX,
    group="training",
    holds=frozenset({"text", "overlap"}),
    options=SpancatOptions,
    write_files=_write_spans,
    read=read_docs,
    find_lost=lambda selection, _options: find_pieces(selection),
)
