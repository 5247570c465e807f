"""What hypothesis makes of the model: every record, with whatever text and unknown keys can be.

A project of `projects()` keeps every invariant that a file must: ids once, spans within their
text, texts equal to their slices. Relations run between annotations that are there.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from hypothesis import strategies as st
from immutables import Map

from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.kinds import EDITS
from pressmark.edits.transaction import Transaction
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Shelved, Zone
from pressmark.model.attribute import Anchor, Value
from pressmark.model.json import Json
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator, Dispute, Entity, Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from pressmark.store import lineage

T = TypeVar("T")

PIECES = (
    *"aZ9 .,-\n\t\"'\\/{}[]",
    "é",  # composed
    "e\u0301",  # decomposed
    "\u00a0",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u200d",
    "\u200f",
    "\ufeff",
    "\x00",
    "\x7f",
    "“imposed”",
    "אסור",
    "ممنوع",
    "제재",
    "😀",
    "🇪🇺",
    "👩‍👩‍👧‍👦",
    "𝔸",
)


def texts(max_size: int = 30) -> st.SearchStrategy[str]:
    """Return texts of articles: joined from pieces that have made trouble somewhere; or empty."""
    return st.lists(st.sampled_from(PIECES), max_size=max_size).map("".join)


def words() -> st.SearchStrategy[str]:
    """Return any short text that a file can hold."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def ids() -> st.SearchStrategy[str]:
    """Return well-formed ids."""
    return st.text("abcXYZ012._-", min_size=1, max_size=6)


@cache
def json_values() -> st.SearchStrategy[Json]:
    """Return JSON values, a few levels deep."""
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | words()
    )
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words(), inner, max_size=3),
        max_leaves=6,
    )


@cache
def unknown_keys(kind: type) -> st.SearchStrategy[Mapping[str, Json]]:
    """Return what a record of this class may hold under keys that nobody knows."""
    known = {field.name.rstrip("_") for field in fields(kind)} - {"unknown"}
    known |= {"text", "annotations", "articles", "statement", lineage.KEY}
    keys = st.sampled_from(["unknown", "x-more", "from_"]) | words()
    free = keys.filter(lambda key: key not in known)
    return st.dictionaries(free, json_values(), max_size=2).map(MappingProxyType)


def records(kind: type[T], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Return records of a class, each field by its type unless `given`."""
    free = (field for field in fields(kind) if field.name not in given)
    return st.builds(kind, **given, **{field.name: _field(kind, field) for field in free})


def spans(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """Return one to three fragments of `text`, which must not be empty."""
    edges = st.sets(st.integers(0, len(text)), min_size=2, max_size=6).map(sorted)
    return edges.map(lambda at: tuple(map(Span, at[::2], at[1::2])))


def anchors(text: str) -> st.SearchStrategy[Anchor]:
    """Return anchors: a stretch of `text` with or without entities, or entities alone."""
    without = records(Anchor, start=st.none(), end=st.none(), text=st.none())
    if not text:
        return without

    def anchored(found: tuple[Span, ...]) -> st.SearchStrategy[Anchor]:
        start, end = found[0]
        given = {"start": start, "end": end, "text": text[start:end]}
        return records(Anchor, **{name: st.just(value) for name, value in given.items()})

    return without | spans(text).flatmap(anchored)


def values(text: str) -> st.SearchStrategy[Value]:
    """Return attribute values: anchors, choices, plain ones, and JSON that nobody knows."""
    return (
        anchors(text)
        | st.lists(anchors(text), min_size=1, max_size=2).map(tuple)
        | st.lists(words(), max_size=3).map(tuple)
        | json_values().filter(_is_plain)
    )


def _is_plain(value: Json) -> bool:
    """Say whether JSON is nothing but JSON as an attribute's value."""
    if isinstance(value, list):
        return any(not isinstance(one, str) for one in value) and all(map(_is_plain, value))
    return not isinstance(value, dict) or not value.keys() & {"start", "entities", "implicit"}


@st.composite
def annotations(draw: st.DrawFn, text: str, annotation_id: str) -> Annotation:
    """Return annotations of `text`, which must not be empty, with this id."""
    fragments = draw(spans(text))
    pieces, prefix, suffix = quoted(text, fragments)
    attributes = st.dictionaries(words(), values(text), max_size=3).map(MappingProxyType)
    own = {
        "id": annotation_id,
        "fragments": fragments,
        "text": pieces,
        "prefix": prefix,
        "suffix": suffix,
    }
    given = {name: st.just(value) for name, value in own.items()}
    return draw(records(Annotation, attributes=attributes, **given))


@st.composite
def articles(draw: st.DrawFn, article_id: str | None = None) -> Article:
    """Return articles with up to four annotations, whose ids begin with the article's."""
    text = draw(texts())
    article_id = article_id or draw(ids())
    found = draw(spans(text)) if text else ()
    zones = [draw(records(Zone, start=st.just(s.start), end=st.just(s.end))) for s in found]
    head = draw(records(ArticleHead, id=st.just(article_id), zones=st.just(tuple(zones))))
    count = draw(st.integers(0, 4)) if text else 0
    made = [draw(annotations(text, f"{article_id}.{at}")) for at in range(count)]
    return Article(head, text, Annotations.of(made))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Return projects of up to three articles."""
    held = [draw(articles(f"art{at}")) for at in range(draw(st.integers(0, 3)))]
    people = draw(st.lists(records(Annotator, id=ids()), max_size=2))
    entities = draw(st.lists(records(Entity, id=ids()), max_size=2))
    judgements = draw(st.lists(records(Judgement, id=ids()), max_size=2))
    disputes = draw(st.lists(records(Dispute, id=ids()), max_size=2))
    bare = Project(
        id=draw(ids()),
        title=draw(words()),
        label_set=draw(label_sets()),
        handling=draw(st.none() | words()),
        summary=draw(words()),
        annotators=Map((one.id, one) for one in people),
        entities=Map((one.id, one) for one in entities),
        judgements=Map((one.id, one) for one in judgements),
        disputes=Map((one.id, one) for one in disputes),
        relations=Relations.of(
            draw(_relations([one for each in held for one in each.annotations.ids()]))
        ),
        unknown=draw(unknown_keys(Project)),
    )
    return assemble(bare, held)


@cache
def label_sets() -> st.SearchStrategy[LabelSet]:
    """Return label sets of up to two labels and relation types."""
    return records(
        LabelSet,
        labels=st.lists(records(Label), max_size=2).map(tuple),
        relations=st.lists(records(RelationType), max_size=2).map(tuple),
    )


def edits(kind: type[Edit]) -> st.SearchStrategy[Edit]:
    """Return edits of a class; whether they fit any project is another matter."""
    return records(kind)


def transactions() -> st.SearchStrategy[Transaction]:
    """Return transactions of up to three edits."""
    some = st.one_of(*map(edits, EDITS.values()))
    return st.builds(
        Transaction,
        title=words(),
        edits=st.lists(some, max_size=3).map(tuple),
        stamp=records(Stamp),
        origin=words(),
    )


def _relations(ends: list[str]) -> st.SearchStrategy[list[Relation]]:
    if not ends:
        return st.just([])
    end = st.sampled_from(ends)
    to_annotation = records(Relation, id=ids(), from_=end, to=end, entity=st.none())
    to_entity = records(Relation, id=ids(), from_=end, to=st.none(), entity=ids())
    return st.lists(to_annotation | to_entity, max_size=3)


def _field(kind: type, field: Field[Any]) -> st.SearchStrategy[Any]:
    return unknown_keys(kind) if field.name == "unknown" else _of(field.type)


@cache
def _of(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 -- a type, or what typing makes of some
    """Return the values that a field of this type may have."""
    if hint in _BY_TYPE:
        return _BY_TYPE[hint]()
    origin, args = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return st.one_of(*map(_of, args))
    if origin is tuple:
        return st.lists(_of(args[0]), max_size=2).map(tuple)
    if origin is Mapping:
        return st.dictionaries(words(), _of(args[1]), max_size=2).map(MappingProxyType)
    return records(hint)


_TEXT = "“It’s 제재”, 😀 said\u2028 no one."

_BY_TYPE: Mapping[Any, Callable[[], st.SearchStrategy[Any]]] = {
    str: words,
    int: st.integers,
    bool: st.booleans,
    NoneType: st.none,
    Json: json_values,
    Mapping[str, Json]: lambda: unknown_keys(Project),
    Mapping[str, Value]: lambda: st.dictionaries(words(), values(_TEXT), max_size=2).map(
        MappingProxyType
    ),
    tuple[Span, ...]: lambda: spans(_TEXT),
    Annotation: lambda: annotations(_TEXT, "a"),
    Shelved: articles,
    LabelSet: label_sets,
}
