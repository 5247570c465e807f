"""An article's text cut at every border of its annotations and zones, for pages that show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article

DEEPEST = 5
"""The deepest lane that is drawn as its own; what lies deeper shares it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation over a piece, and the lane under the text that its line runs in, from 0."""

    annotation: Annotation
    lane: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """A fragment that begins: of which annotation, and whether it is the first of it."""

    annotation: Annotation
    first: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph that nothing begins or ends in.

    `marks` are the annotations over it, deepest lane first, so that each nests in the one before;
    `innermost` is the shortest of them. `begins` are the fragments that begin here.
    """

    text: str
    zone: bool
    marks: tuple[Mark, ...]
    innermost: Annotation | None
    begins: tuple[Beginning, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text with its LF, as pieces; joined, all paragraphs are the text."""

    pieces: tuple[Piece, ...]

    @property
    def classes(self) -> str:
        """How it is set: `d` and how many lanes it has, `spaced`, `blank`."""
        text = "".join(piece.text for piece in self.pieces).removesuffix("\n")
        depth = max((mark.lane + 1 for piece in self.pieces for mark in piece.marks), default=0)
        spaced = text != text.strip() or "  " in text or "\t" in text
        named = {f"d{depth}": depth, "spaced": text and spaced, "blank": not text}
        return " ".join(name for name, holds in named.items() if holds)


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield an article's text, paragraph by paragraph."""
    lanes = _lanes(article.annotations.in_order)
    begins, ends = _edges(article)
    zones = [zone.span for zone in article.head.zones]
    active: dict[str, Annotation] = {}
    pieces: list[Piece] = []
    for start, end in pairwise(_borders(article)):
        for gone in ends.get(start, ()):
            active.pop(gone.id, None)
        begun = begins.get(start, [])
        active |= {one.annotation.id: one.annotation for one in begun}
        marks = [Mark(one, min(lanes[key], DEEPEST)) for key, one in active.items()]
        marks.sort(key=lambda mark: (-mark.lane, mark.annotation.order))
        pieces.append(
            Piece(
                article.text[start:end],
                any(zone.holds(start) for zone in zones),
                tuple(marks),
                min(active.values(), key=lambda one: one.span.length, default=None),
                tuple(begun),
            )
        )
        if article.text[end - 1] == "\n":
            yield Paragraph(tuple(pieces))
            pieces = []
    if pieces:
        yield Paragraph(tuple(pieces))


def _edges(article: Article) -> tuple[dict[int, list[Beginning]], dict[int, list[Annotation]]]:
    """Return what begins and what ends at each offset."""
    begins: dict[int, list[Beginning]] = {}
    ends: dict[int, list[Annotation]] = {}
    for annotation in article.annotations:
        for number, (start, end) in enumerate(annotation.fragments):
            begins.setdefault(start, []).append(Beginning(annotation, first=number == 0))
            ends.setdefault(end, []).append(annotation)
    return begins, ends


def _borders(article: Article) -> list[int]:
    """Return every offset where a fragment, a zone or a paragraph begins or ends."""
    borders = {0, len(article.text)}
    for annotation in article.annotations:
        for fragment in annotation.fragments:
            borders.update(fragment)
    for zone in article.head.zones:
        borders.update(zone.span)
    at = article.text.find("\n")
    while at >= 0:
        borders.add(at + 1)
        at = article.text.find("\n", at + 1)
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
