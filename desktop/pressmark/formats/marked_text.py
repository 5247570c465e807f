"""An article's text cut at every border of its annotations and zones, for pages that show it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article

_Edges: TypeAlias = dict[int, list[Annotation]]

DEEPEST = 5
"""The deepest lane that is drawn as its own; what lies deeper shares it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation over a piece, and the lane under the text that its line runs in, from 0."""

    annotation: Annotation
    lane: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph that nothing begins or ends in.

    `marks` are the annotations over it, deepest lane first, so that each nests in the one before;
    `innermost` is the shortest of them. `begins` are the annotations that begin here.
    """

    text: str
    zone: bool
    marks: tuple[Mark, ...]
    innermost: Annotation | None
    begins: tuple[Annotation, ...]


def paragraphs(article: Article) -> Iterator[list[Piece]]:
    """Yield each line of the text as its pieces; joined with LF they are the text."""
    lanes = _lanes(article.annotations.in_order)
    starts, ends = _edges(article.annotations)
    zones = [zone.span for zone in article.head.zones]
    active: dict[str, Annotation] = {}
    pieces: list[Piece] = []
    borders = _borders(article)
    for start, end in pairwise(borders):
        for gone in ends.get(start, ()):
            active.pop(gone.id, None)
        active |= {come.id: come for come in starts.get(start, ())}
        text = article.text[start:end]
        if text == "\n":
            yield pieces
            pieces = []
            continue
        marks = (Mark(one, min(lanes[key], DEEPEST)) for key, one in active.items())
        piece = Piece(
            text,
            any(zone.holds(start) for zone in zones),
            tuple(sorted(marks, key=lambda mark: (-mark.lane, mark.annotation.order))),
            min(active.values(), key=lambda one: one.span.length, default=None),
            tuple(one for one in starts.get(start, ()) if one.fragments[0].start == start),
        )
        pieces.append(piece)
    yield pieces


def _edges(annotations: Iterable[Annotation]) -> tuple[_Edges, _Edges]:
    """Return the annotations that have a fragment starting, and one ending, at each offset."""
    starts: _Edges = {}
    ends: _Edges = {}
    for annotation in annotations:
        for start, end in annotation.fragments:
            starts.setdefault(start, []).append(annotation)
            ends.setdefault(end, []).append(annotation)
    return starts, ends


def _borders(article: Article) -> list[int]:
    """Return every offset where something begins or ends; each LF stands alone."""
    borders = {0, len(article.text)}
    for annotation in article.annotations:
        for fragment in annotation.fragments:
            borders.update(fragment)
    for zone in article.head.zones:
        borders.update(zone.span)
    for at, char in enumerate(article.text):
        if char == "\n":
            borders.update((at, at + 1))
    return sorted(borders)


def _lanes(annotations: Sequence[Annotation]) -> dict[str, int]:
    """Give every annotation the lowest lane that is free over all of it."""
    ends: list[int] = []
    lanes: dict[str, int] = {}
    for annotation in annotations:
        span = annotation.span
        lane = next((at for at, end in enumerate(ends) if end <= span.start), len(ends))
        ends[lane : lane + 1] = [span.end]
        lanes[annotation.id] = lane
    return lanes
