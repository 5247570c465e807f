"""Annotations for formats whose spans may not overlap: as many as fit, always the same ones.

Formats that know no gaps get an annotation's fragments as spans of their own.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pressmark.formats.format import Lost
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.span import Span

Overlap = Literal["most", "longest", "shortest", "labels"]


@dataclass(frozen=True, kw_only=True)
class FlatOptions:
    """Which of two annotations stays where they overlap.

    `most` keeps as many as possible, `longest` and `shortest` the outer or the inner ones, and
    `labels` those whose label comes first in the label set.
    """

    overlap: Overlap = field(default="most", metadata={"about": "where spans overlap"})


@dataclass(frozen=True, slots=True)
class Flat:
    """The annotations of an article that do not overlap, by their place, and the others."""

    kept: tuple[Annotation, ...]
    lost: tuple[Lost, ...]

    def spans(self) -> list[tuple[Span, Annotation]]:
        """Return every fragment of those kept, in order, none overlapping another."""
        return sorted(
            ((span, one) for one in self.kept for span in one.fragments),
            key=lambda pair: pair[0],
        )


def flattened(article: Article, overlap: Overlap, ranks: Mapping[str, int]) -> Flat:
    """Choose the annotations of an article that do not overlap; `ranks` order the labels.

    Those with gaps come last, all of their fragments or none: kept in pieces they count as lost.
    """
    taken = _Taken()
    kept, lost = [], []
    for one in sorted(article.annotations, key=lambda one: _order(one, overlap, ranks)):
        rival = taken.rival(one)
        if rival is not None:
            lost.append(_lost(article, one, _why(one, rival), rival.label))
            continue
        taken.take(one)
        kept.append(one)
        if len(one.fragments) > 1:
            lost.append(_lost(article, one, "in-pieces"))
    places = {one.id: one.order for one in article.annotations}
    kept.sort(key=lambda one: one.order)
    lost.sort(key=lambda one: places[one.annotation])
    return Flat(tuple(kept), tuple(lost))


def find_overlaps(selection: Selection, overlap: Overlap) -> tuple[Lost, ...]:
    """Find what a flat format loses of a selection."""
    ranks = label_ranks(selection)
    return tuple(
        lost for article in selection.opened() for lost in flattened(article, overlap, ranks).lost
    )


def find_pieces(selection: Selection) -> tuple[Lost, ...]:
    """Find what a format loses that knows overlaps but no gaps."""
    return tuple(
        _lost(article, one, "in-pieces")
        for article in selection.opened()
        for one in article.annotations
        if len(one.fragments) > 1
    )


def label_ranks(selection: Selection) -> Mapping[str, int]:
    """Return the place of each label in the label set."""
    return {label.id: rank for rank, label in enumerate(selection.project.label_set.labels)}


def _order(
    one: Annotation, overlap: Overlap, ranks: Mapping[str, int]
) -> tuple[bool, int, int, int, str]:
    """Return what annotations are tried by, the first first.

    What ends first leaves most room for others: taking those in order gives the most there can be.
    """
    start, end = one.span
    first = {
        "most": 0,
        "longest": start - end,
        "shortest": end - start,
        "labels": ranks.get(one.label, len(ranks)),
    }[overlap]
    return len(one.fragments) > 1, first, end, -start, one.id


def _why(one: Annotation, rival: Annotation) -> str:
    if one.fragments == rival.fragments:
        return "same-span"
    if rival.span.contains(one.span):
        return "inside"
    return "holds" if one.span.contains(rival.span) else "crosses"


def _lost(article: Article, one: Annotation, why: str, other: str = "") -> Lost:
    return Lost(article.head.id, one.id, why, other)


class _Taken:
    """The stretches of an article that are taken, and by which annotation."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, str]] = []
        self._owners: dict[str, Annotation] = {}

    def rival(self, one: Annotation) -> Annotation | None:
        """Return an annotation that has a part of what this one needs."""
        return next(filter(None, map(self._owner, one.fragments)), None)

    def take(self, one: Annotation) -> None:
        """Take the stretches of an annotation."""
        self._owners[one.id] = one
        for start, end in one.fragments:
            insort(self._spans, (start, end, one.id))

    def _owner(self, span: Span) -> Annotation | None:
        at = bisect_left(self._spans, (span.start, span.start, ""))
        for start, end, owner in self._around(at):
            if span.overlaps(Span(start, end)):
                return self._owners[owner]
        return None

    def _around(self, at: int) -> Iterator[tuple[int, int, str]]:
        """Yield the stretch before a place and the one after: others are farther away."""
        yield from self._spans[max(0, at - 1) : at + 1]
