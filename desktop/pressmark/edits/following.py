"""Annotations that one side of a merge took along to a corrected text, and the other did not."""

from collections.abc import Sequence
from dataclasses import replace

from pressmark.edits.reanchoring import Carrier
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead
from pressmark.model.links import Links
from pressmark.model.project import Project

Versions = tuple[Project | None, Project, Project]
"""The base of a merge, where it is known, ours and theirs."""


def in_one_place(base: Project | None, ours: Project, theirs: Project) -> Versions:
    """Return the three with each annotation that more than one has in the same article in all.

    Where one side moved it since the base, the other follows; else it goes to the corrected text.
    """
    sides = [side for side in (base, ours, theirs) if side is not None]
    astray = [
        key
        for key in sorted({*ours.places, *theirs.places})
        if len({side.places[key] for side in sides if key in side.places}) > 1
    ]
    if not astray:
        return base, ours, theirs
    heads = (one.head for side in (theirs, ours) for one in side.articles.values())
    chosen = _Chosen(Links.of(heads), base, ours, theirs)
    targets = {key: chosen.place(key) for key in astray}
    return (
        _following(base, targets, (ours, theirs)) if base else None,
        _following(ours, targets, (theirs,)),
        _following(theirs, targets, (ours,)),
    )


class _Chosen:
    """Where annotations shall be that are in several places."""

    def __init__(self, links: Links, base: Project | None, ours: Project, theirs: Project) -> None:
        self._links = links
        self._base = base
        self._sides = (ours, theirs)

    def place(self, key: str) -> str:
        before = self._base.places.get(key) if self._base else None
        now = {side.places[key] for side in self._sides if key in side.places}
        moved = sorted(now - {before})
        return next((one for one in moved if not self._has_later(one, now)), moved[0])

    def _has_later(self, place: str, others: set[str]) -> bool:
        seen: set[str] = set()
        waiting = [place]
        while waiting:
            later = set(self._links.later(waiting.pop())) - seen
            seen |= later
            waiting += later
        return bool(seen & (others - {place}))


def _following(side: Project, targets: dict[str, str], others: Sequence[Project]) -> Project:
    """Return a side with its annotations where they shall be, as they stand there."""
    carriers: dict[tuple[str, str], Carrier] = {}
    moves: dict[tuple[str, str], list[Annotation]] = {}
    for key, target in targets.items():
        place = side.places.get(key)
        if place is None or place == target:
            continue
        there = next(one for one in others if one.places.get(key) == target)
        way = place, target
        if target not in side.articles:
            heads = [one.articles[target].head for one in others if target in one.articles]
            # Where two describe it differently, neither of them is what both began with.
            head = heads[0] if heads[0] == heads[-1] else ArticleHead(id=target)
            side = side.with_article(Article(head, there.article(target).text))
        if way not in carriers:
            carriers[way] = Carrier(side.article(place).text, side.article(target).text)
        held = side.article(place).annotations[key]
        carried = carriers[way].annotation(held) or _placed(held, key, there.article(target))
        moves.setdefault(way, []).append(carried)
    for (place, target), annotations in moves.items():
        side = side.with_transferred(place, target, annotations)
    return side


def _placed(annotation: Annotation, key: str, there: Article) -> Annotation:
    """Return an annotation that finds no place of its own where the other side has it."""
    model = there.annotations[key]
    return replace(
        annotation,
        fragments=model.fragments,
        text=model.text,
        prefix=model.prefix,
        suffix=model.suffix,
        attributes=model.attributes,
    )
