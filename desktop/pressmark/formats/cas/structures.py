"""Feature structures: what UIMA's XML and its JSON both say, each in its own way.

The CAS model: https://uima.apache.org/d/uimaj-current/references.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pressmark.model.json import Json


@dataclass(frozen=True, slots=True)
class Reference:
    """A feature that is another structure, by its number."""

    to: int


Feature: TypeAlias = "Reference | tuple[Reference, ...] | Json"


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure: its number in the file, the full name of its type, its features."""

    id: int
    type: str
    features: Mapping[str, Feature]

    @property
    def layer(self) -> str:
        """The name of its type alone."""
        return self.type.rpartition(".")[2]

    def text(self, feature: str) -> str | None:
        """Return a feature that is text and not empty."""
        value = self.features.get(feature)
        return value if isinstance(value, str) and value else None

    def reference(self, feature: str) -> int | None:
        """Return the number of the structure that a feature is."""
        value = self.features.get(feature)
        return value.to if isinstance(value, Reference) else None

    @property
    def stretch(self) -> tuple[int, int] | None:
        """Where it begins and ends in its text, in UTF-16, end-exclusive; None: nowhere."""
        match self.features.get("begin"), self.features.get("end"):
            case int(begin), int(end):
                return begin, end
        return None


@dataclass(frozen=True, slots=True)
class Cas:
    """What a file holds: its texts (sofas), its structures, and which of them a text shows.

    All is by number; a text that shows nothing in particular shows whatever is about it.
    """

    texts: dict[int, tuple[str, str]] = field(default_factory=dict)
    structures: dict[int, Structure] = field(default_factory=dict)
    shown: dict[int, frozenset[int]] = field(default_factory=dict)

    def of_text(self, number: int) -> list[Structure]:
        """Return the structures that a text shows, in the order of the file."""
        shown = self.shown.get(number)
        return [
            one
            for one in self.structures.values()
            if one.reference("sofa") == number and (shown is None or one.id in shown)
        ]


@dataclass(frozen=True, slots=True)
class Type:
    """A type of structures: its full name, the one it is a kind of, and its features' types."""

    name: str
    kind_of: str
    features: Mapping[str, str]


_MADE_BY_PROGRAMS = ("uima.", "de.tudarmstadt.", "org.dkpro.", "org.apache.")
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
_MADE_BY_PEOPLE = tuple(f"{_DKPRO}.{one}." for one in ("ner", "semantics", "coref", "sentiment"))


def is_made_by_people(type_name: str) -> bool:
    """Say whether people make structures of this type, and not programs alone."""
    return type_name.startswith(_MADE_BY_PEOPLE) or not type_name.startswith(_MADE_BY_PROGRAMS)


def is_of_use(type_name: str) -> bool:
    """Say whether structures of this type tell anything that is taken in."""
    return is_made_by_people(type_name) or type_name == META or type_name.startswith("uima.")


TEXT = "uima.cas.String"
ANNOTATION = "uima.tcas.Annotation"
SOFA = "uima.cas.Sofa"
VIEW = "_InitialView"
GOVERNOR, DEPENDENT = "Governor", "Dependent"
META = f"{_DKPRO}.metadata.type.DocumentMetaData"
ALONG = "pressmark"
"""The feature of what UIMA has no place for: JSON."""
