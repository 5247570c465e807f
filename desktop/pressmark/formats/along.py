"""What a peer's layout has no place for, sent along under a key of its own: it comes home with it.

Peers keep keys that they do not know (doccano as metadata, Prodigy as they are). Offsets of zones
and of what attributes point at are code points there, whatever the peer counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pressmark.formats.flattening import find_pieces
from pressmark.formats.format import Lost
from pressmark.formats.selection import Selection
from pressmark.model.json import Json
from pressmark.model.span import Span

KEY = "pressmark"
"""Where it stands in a peer's document."""

SHOWN = ("title", "byline", "source", "published", "url", "language")
"""What of an article peers show beside its text."""

_NATIVE = frozenset({"id", "text", "annotations", "relations", *SHOWN})
_MADE_AGAIN = frozenset({"prefix", "suffix"})


def of_article(line: Mapping[str, Json]) -> dict[str, Json]:
    """Return what there is to send along of an article (a line of Pressmark JSONL)."""
    return {key: held for key, held in line.items() if key not in _NATIVE and _says(held)}


def of_annotation(annotation: Mapping[str, Json]) -> dict[str, Json]:
    """Return an annotation without what is empty, and what is made again of its text."""
    return {k: held for k, held in annotation.items() if k not in _MADE_AGAIN and _says(held)}


def objects(value: Json) -> list[dict[str, Json]]:
    """Return the objects of a list, none where it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def fragments(annotation: Mapping[str, Json]) -> list[Span]:
    """Return the fragments of an annotation as a line of Pressmark JSONL has it."""
    pairs: list[list[int]] = annotation["fragments"]  # type: ignore[assignment]  # as it is written
    return [Span(*pair) for pair in pairs]


def sent(document: Mapping[str, Json]) -> dict[str, Json]:
    """Return what was sent along with a peer's document: nothing with one of its own."""
    held = document.get(KEY)
    return held if isinstance(held, dict) else {}


def head(shown: Mapping[str, Json], known: Iterable[str] = ()) -> dict[str, Json]:
    """Return what a peer's document says of its article; keys that are not `known` stay as meta."""
    said = {key: shown[key] for key in SHOWN if isinstance(shown.get(key), str)}
    rest = {
        key: held for key, held in shown.items() if key not in {*said, *known, KEY} and _says(held)
    }
    return {**said, **({"meta": rest} if rest else {})}


def relations_left(
    sent: list[dict[str, Json]], native: list[dict[str, Json]], within: set[str]
) -> list[dict[str, Json]]:
    """Return those relations that the peer still has or never had, then its own, as `native`.

    `within` are the annotations of the document: only between two of them has a peer relations.
    """
    waiting: defaultdict[str, list[dict[str, Json]]] = defaultdict(list)
    for one in native:
        waiting[_join(one)].append(one)
    kept = []
    for one in sent:
        has = waiting[_join(one)]
        if has or not _is_within(one, within):
            has[:1] = []
            kept.append(one)
    return [*kept, *(one for left in waiting.values() for one in left)]


def _is_within(relation: Mapping[str, Json], within: set[str]) -> bool:
    ends = (relation.get("from"), relation.get("to"))
    return all(isinstance(end, str) and end in within for end in ends)


def _join(relation: Mapping[str, Json]) -> str:
    return repr([relation.get(key) for key in ("type", "from", "to")])


def find_cut(selection: Selection, _options: object) -> tuple[Lost, ...]:
    """Return the annotations with gaps: as pieces they are several for a peer."""
    return find_pieces(selection)


def _says(held: Json) -> bool:
    return held is not None and held is not False and held not in ("", [], {})
