"""Label sets: which labels, attributes, relation types and zone kinds a project works with."""

from dataclasses import dataclass, field

from pressmark.model.attribute import Attribute
from pressmark.model.json import Unknown, nothing
from pressmark.model.records import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label: what annotations are tagged with.

    `keys` are the keys that tag with it, `mark` one of the eight prepared marks of the theme
    (colour, pattern), `glyph` an icon's name. `definition`, `example` and `counter_example`
    answer "what counts as one?".
    """

    id: str
    title: str
    keys: tuple[str, ...] = ()
    glyph: str | None = None
    mark: str | None = None
    definition: str | None = None
    example: str | None = None
    counter_example: str | None = None
    attributes: tuple[Attribute, ...] = ()
    unknown: Unknown = field(default_factory=nothing)

    def attribute(self, attribute_id: str) -> Attribute | None:
        """Return the attribute of that id, or None."""
        return next((one for one in self.attributes if one.id == attribute_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationType:
    """A type of relation and the labels it may join.

    `from_` and `to` are label ids (in files `from` and `to`; empty means any); `entity` says
    that it may end at an entity; `same_label` that both ends carry one label; `across_articles`
    whether they may stand in two articles (not said: they may); `match` lists the values its
    `match` field may take.
    """

    id: str
    title: str
    key: str | None = None
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    entity: bool = False
    same_label: bool = False
    symmetric: bool = False
    across_articles: bool | None = None
    match: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=nothing)

    @property
    def joins_articles(self) -> bool:
        """Whether its ends may stand in two articles."""
        return self.across_articles is not False

    def may_start_at(self, label: str) -> bool:
        """Say whether it may run from an annotation with that label to some other."""
        return self.same_label or not self.from_ or label in self.from_

    def may_end_at(self, label: str) -> bool:
        """Say whether it may run from some annotation to one with that label."""
        return self.same_label or not self.to or label in self.to

    def fits(self, start: str, end: str) -> bool:
        """Say whether it may run from an annotation labelled `start` to one labelled `end`."""
        if self.same_label:
            return start == end
        return (not self.from_ or start in self.from_) and (not self.to or end in self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSet:
    """The versioned list of labels, relation types and zone kinds that a project carries."""

    name: str
    version: int = 1
    labels: tuple[Label, ...] = ()
    relations: tuple[RelationType, ...] = ()
    zone_kinds: tuple[str, ...] = ()
    guidelines: str | None = None
    unknown: Unknown = field(default_factory=nothing)

    def label(self, label_id: str) -> Label | None:
        """Return the label of that id, or None."""
        return next((one for one in self.labels if one.id == label_id), None)

    def relation_type(self, type_id: str) -> RelationType | None:
        """Return the relation type of that id, or None."""
        return next((one for one in self.relations if one.id == type_id), None)

    def types_for(self, start: str, end: str) -> tuple[RelationType, ...]:
        """Return the relation types that fit from label `start` to label `end`."""
        return tuple(one for one in self.relations if one.fits(start, end))

    def allows(self, relation: Relation, start: str | None, end: str | None) -> bool:
        """Say whether `relation` fits the labels of its ends (`end` None: an entity)."""
        kind = self.relation_type(relation.type)
        if kind is None or start is None:
            return False
        if end is None:
            return kind.entity and (not kind.from_ or start in kind.from_)
        return kind.fits(start, end)
