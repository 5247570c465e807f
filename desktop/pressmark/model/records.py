"""The smaller records of a project: annotators, entities, relations, disputes."""

from dataclasses import dataclass, field

from pressmark.model.annotation import Hand
from pressmark.model.json import Json, Unknown, nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """Who made an annotation: a person, a model or a rule. The id is a UUID, the name free."""

    id: str
    name: str
    unknown: Unknown = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or state that attributes and relations point to.

    `type` is a FollowTheMoney schema name (`Person`, `Organization`, `PublicBody`, ...),
    `country` an ISO 3166 alpha-2 code in lower case, or `eu`.
    """

    id: str
    name: str
    type: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    unknown: Unknown = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed arrow from one annotation to another (`to`) or to an entity: exactly one of them.

    `inferred` says that it is the analyst's inference, not stated in the text. In files the
    field `from_` is called `from`.
    """

    id: str
    type: str
    from_: str
    to: str | None = None
    entity: str | None = None
    inferred: bool = False
    match: str | None = None
    note: str | None = None
    annotator: str = ""
    created: str = ""
    unknown: Unknown = field(default_factory=nothing)

    @property
    def joins(self) -> tuple[str | None, ...]:
        """Its type and what it joins: what makes it the relation that it is."""
        return self.type, self.from_, self.to, self.entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two versions of one field that a merge could not decide between, until it is settled.

    The `record` of that `kind` ("article", "entity", "relation", "annotator", "judgement",
    "project") holds one in the field `name`, `value` is the other as JSON; both decide the id. Of
    an annotation the other version is a copy (`Origin.conflict_of`), and the dispute with the
    copy's id only says that it is settled.
    `turned_down` marks what was decided against (see `edits.disputes`); () while it is open.
    `held_by` and `other_by` are the hands that the two values come from, where that is known.
    """

    id: str
    kind: str
    record: str
    name: str = ""
    value: Json = None
    turned_down: tuple[str, ...] = ()
    held_by: Hand | None = None
    other_by: Hand | None = None
    unknown: Unknown = field(default_factory=nothing)
