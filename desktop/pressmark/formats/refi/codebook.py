"""A label set as a codebook: REFI-QDA's codes, in a project or in a .qdc of their own.

Codes may hold codes. A label is one that can code something, called by its own name, or by the
whole path where another code has that name, too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pressmark.formats.new_labels import NewLabels, title_of
from pressmark.formats.refi.guids import guid_of, id_of
from pressmark.formats.review_themes import review_themes
from pressmark.formats.xml_reading import Element
from pressmark.formats.xml_writing import element, told
from pressmark.model.label_set import Label, LabelSet

_EXAMPLE, _COUNTER_EXAMPLE = "\n\nExample: ", "\n\nCounter-example: "


def code_elements(label_set: LabelSet, used: Iterable[str]) -> Iterator[str]:
    """Yield the code of each label that is declared or used.

    It has the label's id for a name, or its title where that says more.
    """
    declared = {one.id: one for one in label_set.labels}
    colours = {mark.id: mark.colour for mark in review_themes()["light"].marks}
    taken = {one.casefold() for one in declared}
    others = (Label(id=one, title=title_of(one)) for one in sorted({*used} - declared.keys()))
    for one in chain(label_set.labels, others):
        name = one.id
        if one.title != title_of(one.id) and one.title.strip().casefold() not in taken:
            name = one.title
            taken.add(name.strip().casefold())
        attributes = {
            "guid": guid_of("label", one.id),
            "name": name,
            "isCodable": "true",
            "color": colours.get(one.mark or ""),
        }
        yield element("Code", attributes, told("Description", _description(one)))


def _description(label: Label) -> str:
    example = _EXAMPLE + label.example if label.example else ""
    counter = _COUNTER_EXAMPLE + label.counter_example if label.counter_example else ""
    return f"{label.definition or ''}{example}{counter}".lstrip("\n")


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a foreign codebook: its name or path, and what is said of it."""

    name: str
    description: str
    codable: bool


def codes_of(listed: Element) -> dict[str, Code]:
    """Return the codes in an element, nested ones as well, by id."""
    found = list(_codes(listed, ()))
    names = Counter(path[-1] for _, path, _ in found)
    return {
        key: Code(
            path[-1] if names[path[-1]] == 1 else " / ".join(path),
            one.text_of("Description").strip(),
            one.get("isCodable") not in {"false", "0"},
        )
        for key, path, one in found
    }


def _codes(
    within: Element, path: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], Element]]:
    for one in within.all("Code"):
        own = (*path, one.get("name").strip() or "code")
        if key := id_of(one.get("guid")):
            yield key, own, one
        yield from _codes(one, own)


class CodeLabels:
    """Which label a code is here: by its GUID, its id or its title; else a new one of its name."""

    def __init__(
        self,
        codes: Mapping[str, Code],
        label_set: LabelSet,
        renamed: Mapping[str, str],
        known: Iterable[str] = (),
    ) -> None:
        self._codes = codes
        self._renamed = renamed
        ids = {one.id for one in label_set.labels}.union(known)
        self._by_guid = {id_of(guid_of("label", one)): one for one in ids}
        self._titles = {one.title.casefold(): one.id for one in reversed(label_set.labels)}

    def label(self, code: str) -> str | None:
        """Return the label for the id of a code; None where there is no such code."""
        found = self._codes.get(code)
        if found is None or found.name in self._renamed:
            return found.name if found else None
        return self._by_guid.get(code) or self._titles.get(found.name.casefold(), found.name)

    def described(self, label_set: LabelSet, new: Iterable[str]) -> LabelSet:
        """Return the label set with what the codebook says of its new labels."""
        said = {self.label(code): one for code, one in self._codes.items()}
        wanted = said.keys() & set(new)
        labels = (
            _described(one, said[one.id]) if one.id in wanted else one for one in label_set.labels
        )
        return replace(label_set, labels=tuple(labels))

    def new(self, label_set: LabelSet) -> tuple[LabelSet | None, list[str]]:
        """Return the label set with all labels that it lacks, None if it has them, and which."""
        labels = NewLabels(label_set)
        named = [self.label(code) for code, one in self._codes.items() if one.codable]
        targets = (self._renamed.get(one, one) for one in named if one is not None)
        found = [one for one in targets if labels.meet(one)]
        united = labels.united()
        return (self.described(united, found) if united else None), found


def _described(label: Label, code: Code) -> Label:
    rest, _, counter = f"\n\n{code.description}".partition(_COUNTER_EXAMPLE)
    definition, _, example = rest.partition(_EXAMPLE)
    return replace(
        label,
        title=label.title if code.name == label.id else code.name,
        definition=definition.strip() or None,
        example=example or None,
        counter_example=counter or None,
    )
