"""What a merge would do to a project: what comes, changes, goes, and what is in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pressmark.analysis.conflicts import in_doubt
from pressmark.edits.label_set_merge import Choice
from pressmark.edits.merge import Merged
from pressmark.edits.merge_sides import Conflict
from pressmark.edits.record_fields import differing
from pressmark.model.article import Article
from pressmark.model.project import Project

What = Literal["conflict", "deleted", "kept", "changed", "new"]
WHATS: tuple[What, ...] = ("conflict", "deleted", "kept", "changed", "new")
"""From what is worth a look to what is not."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One record that a merge touches.

    `kind` is "annotation", "article", "relation", "entity", "annotator", "judgement" or "project",
    `article` where an annotation stands, `fields` the names of what changes (see `record_fields`).
    A "conflict" changed on both sides: `lost` is the version that is not kept, where one is not.
    Of a label set (`kind` "label_set") `lost` is a `Choice`, for one of two values is taken.
    What is "kept" was deleted on one side and is needed on the other.
    """

    what: What
    kind: str
    id: str
    article: str = ""
    fields: frozenset[str] = frozenset()
    lost: object = None


def comings(before: Project, merged: Merged) -> tuple[Coming, ...]:
    """Return what a merge does to one of its sides, what is worth a look first."""
    kept = set(merged.kept)
    copies = {one.copy for one in merged.conflicts}
    found = {
        (one.kind, one.id): replace(one, what="kept") if one.id in kept else one
        for one in _changes(before, merged.project)
        if one.id not in copies
    }
    for one in merged.conflicts:
        found[one.kind, one.id] = _doubt(merged.project, one)
    if not found and before.disputes != merged.project.disputes:
        found["project", ""] = Coming("changed", "project", merged.project.id, fields=_IN_DOUBT)
    told = found.values()
    return tuple(sorted(told, key=lambda one: (WHATS.index(one.what), one.kind, one.article)))


_IN_DOUBT = frozenset({"disputes"})


def label_set_comings(chosen: Iterable[Choice]) -> tuple[Coming, ...]:
    """Return what both sides changed of the label set."""
    return tuple(
        Coming("conflict", "label_set", one.id, fields=frozenset({one.field}), lost=one)
        for one in chosen
    )


def count(found: tuple[Coming, ...]) -> Counter[tuple[What, str]]:
    """Count what a merge does, by what happens and to which kind of record."""
    return Counter((one.what, one.kind) for one in found)


def _doubt(after: Project, conflict: Conflict) -> Coming:
    key = conflict.id
    fields: frozenset[str] = frozenset()
    if conflict.kind == "annotation" and conflict.copy is not None:
        fields = in_doubt(after.annotation(key), after.annotation(conflict.copy))
    elif conflict.kind == "article":
        lost = conflict.lost
        fields = frozenset({"text"}) if lost is None else differing(after.articles[key].head, lost)
    elif conflict.kind == "project":
        fields = _frame_fields(after, conflict.lost)
    return Coming("conflict", conflict.kind, key, after.places.get(key, ""), fields, conflict.lost)


def _frame_fields(one: object, other: object) -> frozenset[str]:
    names = ("title", "handling", "summary", "label_set", "unknown")
    return frozenset(name for name in names if getattr(one, name) != getattr(other, name))


def _changes(before: Project, after: Project) -> Iterator[Coming]:
    frame = _frame_fields(before, after)
    if frame:
        yield Coming("changed", "project", after.id, fields=frame)
    yield from _records("annotator", before.annotators, after.annotators)
    yield from _records("entity", before.entities, after.entities)
    yield from _records("judgement", before.judgements, after.judgements)
    held_relations = {one.id: one for one in before.relations}
    yield from _records("relation", held_relations, {one.id: one for one in after.relations})
    for key in sorted({*before.articles, *after.articles}):
        held, wanted = before.articles.get(key), after.articles.get(key)
        if held is not wanted:
            yield from _in_article(held.open() if held else None, wanted.open() if wanted else None)


def _in_article(before: Article | None, after: Article | None) -> Iterator[Coming]:
    article = after or before
    if article is None:
        return
    key = article.head.id
    if before is None or after is None:
        yield Coming("new" if before is None else "deleted", "article", key)
    elif before.head != after.head or before.text != after.text:
        text = {"text"} if before.text != after.text else set()
        yield Coming("changed", "article", key, fields=differing(before.head, after.head) | text)
    held = {one.id: one for one in before.annotations} if before else {}
    wanted = {one.id: one for one in after.annotations} if after else {}
    yield from _records("annotation", held, wanted, key)


def _records(
    kind: str, before: Mapping[str, object], after: Mapping[str, object], article: str = ""
) -> Iterator[Coming]:
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        if one is None:
            yield Coming("new", kind, key, article)
        elif other is None:
            yield Coming("deleted", kind, key, article)
        elif one != other:
            yield Coming("changed", kind, key, article, differing(one, other))
