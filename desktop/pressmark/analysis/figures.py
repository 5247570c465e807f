"""Figures to look at: how many annotations of what, by whom, when, and who against whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.analysis.entity_names import EntityNames, name_key
from pressmark.analysis.notes import TARGET, Note, Noted, Who, actor_of
from pressmark.model.article import STATES, ArticleHead
from pressmark.model.project import Project

DENIES = "denies"
"""The type of the relations from a denial to what it denies."""


class Named(NamedTuple):
    """What is counted: an id, a day or an entity's id as `key`, and a name as people read it.

    Both are "" where nothing is known; the key of words that name no entity begins with "=".
    """

    key: str
    name: str


_NOBODY = Named("", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a figure: whose it is, against whom in some figures, and what is counted.

    `parts` are the ids of annotations by their label; of the figure "progress", the ids of
    articles by state.
    """

    who: Named
    parts: Mapping[str, tuple[str, ...]]
    whom: Named | None = None

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(map(len, self.parts.values()))


@dataclass(frozen=True, slots=True)
class Figure:
    """Rows that belong together; an annotation that names several people counts for each.

    `id` is "labels", "progress", "articles", "days", "events", "annotators" or "denials", or names
    `label` and `attribute`: "quote.speaker". Rows with `whom` say who against whom.
    """

    id: str
    rows: tuple[Row, ...]
    label: str = ""
    attribute: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which annotations count: their labels, annotators, states of layers (ids; none: all).

    `since` and `until` are days on which the article was published at the earliest and latest;
    while there is one, articles without a date do not count. What lies wholly in a zone of its
    article counts only if `zones`.
    """

    labels: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    zones: bool = False

    def takes_article(self, head: ArticleHead) -> bool:
        """Say whether an article is of the time asked for, as far as its date is known."""
        day = _day(head)
        if not day:
            return not (self.since or self.until)
        is_late_enough = day >= self.since[: len(day)]
        return is_late_enough and (not self.until or day[: len(self.until)] <= self.until)

    def takes(self, head: ArticleHead, note: Note) -> bool:
        """Say whether an annotation of such an article counts."""
        return (
            (self.zones or not note.in_zone)
            and (not self.labels or note.label in self.labels)
            and (not self.annotators or note.annotator in self.annotators)
            and (not self.states or head.states.get(note.annotator, "new") in self.states)
        )


EVERYTHING = Scope()
Pair = tuple[Named, Named | None]
Taken = list[tuple[ArticleHead, Note]]


def figures(
    project: Project, noted: Iterable[Noted], scope: Scope = EVERYTHING
) -> tuple[Figure, ...]:
    """Count what a `Notebook` holds of a project, as far as it is asked for."""
    noted = [one for one in noted if scope.takes_article(one.head)]
    heads = [one.head for one in noted]
    taken: Taken = [(head, one) for head, notes in noted for one in notes if scope.takes(head, one)]
    return (
        Figure("labels", _labels(project, taken)),
        Figure("progress", _progress(project, heads, scope)),
        Figure("articles", _articles(heads, taken)),
        Figure("days", _by_date((_day(head), one) for head, one in taken)),
        Figure("events", _by_date((one.date, one) for _, one in taken if one.date)),
        Figure("annotators", _annotators(project, taken)),
        *_who(project, noted, taken),
    )


def _labels(project: Project, taken: Taken) -> tuple[Row, ...]:
    titles = {label.id: label.title for label in project.label_set.labels}
    counted: _Counted = {(Named(key, title), None): _none() for key, title in titles.items()}
    for _, one in taken:
        if one.label not in titles:  # of a label that is gone from the set
            titles[one.label] = one.label
            counted[Named(one.label, one.label), None] = _none()
        counted[Named(one.label, titles[one.label]), None][one.label].append(one.id)
    return tuple(_rows(counted))


def _progress(project: Project, heads: list[ArticleHead], scope: Scope) -> tuple[Row, ...]:
    """Count articles by the state of each annotator's layer; one who has none began nothing."""
    seen = {annotator for head in heads for annotator in head.states}
    wanted = sorted(seen & scope.annotators if scope.annotators else seen)
    rows = []
    for annotator in wanted or ([] if scope.annotators or not heads else [""]):
        parts: dict[str, list[str]] = {state: [] for state in STATES}
        for head in heads:
            parts.setdefault(head.states.get(annotator, "new"), []).append(head.id)
        if scope.states:
            parts = {state: ids for state, ids in parts.items() if state in scope.states}
        rows.append(Row(_annotator(project, annotator), _frozen(parts)))
    return tuple(rows)


def _articles(heads: list[ArticleHead], taken: Taken) -> tuple[Row, ...]:
    named = {head.id: Named(head.id, head.title or "") for head in heads}
    counted: _Counted = {(one, None): _none() for one in named.values()}
    for head, note in taken:
        counted[named[head.id], None][note.label].append(note.id)
    return _most_first(counted)


def _by_date(dated: Iterable[tuple[str, Note]]) -> tuple[Row, ...]:
    rows = _rows(_counted((((Named(day, day), None),), one) for day, one in dated))
    return tuple(sorted(rows, key=lambda row: (not row.who.key, row.who.key)))


def _annotators(project: Project, taken: Taken) -> tuple[Row, ...]:
    return _most_first(
        _counted((((_annotator(project, one.annotator), None),), one) for _, one in taken)
    )


def _annotator(project: Project, annotator: str) -> Named:
    known = project.annotators.get(annotator)
    return Named(annotator, known.name if known else annotator)


def _who(project: Project, noted: list[Noted], taken: Taken) -> Iterator[Figure]:
    """Count who says or does it, who denies whom, and who acts against whom."""
    names = _Names(project)
    for label in project.label_set.labels:
        actor = actor_of(label)
        if actor is None:
            continue
        mine = [one for _, one in taken if one.label == label.id]
        who = _counted((tuple((name, None) for name in names.all(one.actors)), one) for one in mine)
        yield Figure(f"{label.id}.{actor.id}", _most_first(who), label.id, actor.id)
        if label.attribute(TARGET) is not None:
            pairs = _counted((_pairs(names, one.actors, one.targets), one) for one in mine)
            rows = _most_first(pairs)
            yield Figure(f"{label.id}.{TARGET}", rows, label.id, TARGET)
    if project.label_set.relation_type(DENIES) is not None:
        yield Figure("denials", _most_first(_denials(project, noted, taken, names)))


def _denials(project: Project, noted: list[Noted], taken: Taken, names: "_Names") -> "_Counted":
    actors = {one.id: one.actors for _, notes in noted for one in notes}

    def pairs(note: Note) -> tuple[Pair, ...]:
        denied = [
            relation.to
            for relation in project.relations.touching(note.id)
            if relation.type == DENIES and relation.from_ == note.id
        ]
        met = (_pairs(names, note.actors, actors[one]) for one in denied if one in actors)
        return tuple(dict.fromkeys(pair for some in met for pair in some))

    return _counted((pairs(one), one) for _, one in taken)


def _pairs(names: "_Names", who: tuple[Who, ...], whom: tuple[Who, ...]) -> tuple[Pair, ...]:
    return tuple((one, other) for one in names.all(who) for other in names.all(whom))


class _Names:
    """Calls people by the entities that they are, or by the words that an article has for them."""

    def __init__(self, project: Project) -> None:
        self._entities = project.entities
        self._by_words = EntityNames(project.entities.values())
        self._known: dict[str, Named] = {}

    def all(self, who: tuple[Who, ...]) -> tuple[Named, ...]:
        """Return each of them once; one nobody where there are none."""
        return tuple(dict.fromkeys(map(self._named, who))) or (_NOBODY,)

    def _named(self, who: Who) -> Named:
        if who.entity:
            entity = self._entities.get(who.entity)
            return Named(who.entity, entity.name if entity else who.entity)
        key = name_key(who.words)
        if key not in self._known:
            meant = self._by_words.named(who.words)
            self._known[key] = self._named(Who(meant, "")) if meant else Named(f"={key}", who.words)
        return self._known[key]


_Parts = defaultdict[str, list[str]]
_Counted = dict[Pair, _Parts]


def _none() -> _Parts:
    return defaultdict(list)


def _counted(found: Iterable[tuple[tuple[Pair, ...], Note]]) -> _Counted:
    counted: _Counted = {}
    for pairs, note in found:
        for pair in pairs:
            parts = counted.get(pair)
            if parts is None:
                parts = counted[pair] = _none()
            parts[note.label].append(note.id)
    return counted


def _most_first(counted: _Counted) -> tuple[Row, ...]:
    """Return the rows by their totals; what is not known comes last."""
    return tuple(sorted(_rows(counted), key=lambda row: (not row.who.key, -row.total)))


def _rows(counted: _Counted) -> Iterator[Row]:
    return (Row(who, _frozen(parts), whom) for (who, whom), parts in counted.items())


def _frozen(parts: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(ids) for key, ids in parts.items()}


def _day(head: ArticleHead) -> str:
    return (head.published or "")[:10]
