"""CoNLL: one token a line with its tag; blank lines between sentences, DOCSTART between articles.

Beside it goes a file that says where each token stands, so that it can be read back exactly.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressmark.formats.bundle import Bundle
from pressmark.formats.conll_reading import OFFSETS, SUFFIX, Marked, Placed, claims, read_conll
from pressmark.formats.flattening import Flat, FlatOptions, flattened, label_ranks
from pressmark.formats.format import MAIN, Format, Lost, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SPLIT, WHOLE, SplitOptions, parts_of
from pressmark.formats.tags import Scheme, Tagged, tags_of
from pressmark.formats.tokens import sentence_starts, tokens
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.span import Span
from pressmark.store.records import to_json

NAMES = ("train", "dev", "test")
_DOCSTART = b"-DOCSTART- -X- O O\n\n"


@dataclass(frozen=True, kw_only=True)
class ConllOptions(SplitOptions, FlatOptions):
    """The scheme of the tags, what to do where spans overlap, and how to split."""

    scheme: Scheme = field(default="bio", metadata={"about": "scheme of the tags"})
    split: str = field(default=WHOLE, metadata=SPLIT)


def _write(selection: Selection, options: ConllOptions) -> Iterator[Piece]:
    parts = parts_of(selection, options, NAMES)
    ranks = label_ranks(selection)
    for part, ids in parts.items():
        name = MAIN if options.split == WHOLE else part
        for article in selection.opened(ids):
            flat = flattened(article, options.overlap, ranks)
            line = json.dumps(to_json(_offsets(article, flat)), ensure_ascii=True)
            yield Piece(f"{name}{OFFSETS}", f"{line}\n".encode())
        for article in selection.opened(ids):
            flat = flattened(article, options.overlap, ranks)
            yield Piece(f"{name}{SUFFIX}", _tagged(article, flat, options.scheme))
        if not ids and not selection.shelf():
            yield Piece(f"{name}{SUFFIX}", b"")


def _tokens(article: Article, flat: Flat) -> list[Span]:
    return list(tokens(article.text, [edge for span, _ in flat.spans() for edge in span]))


def _numbered(pieces: list[Span], flat: Flat) -> list[tuple[Tagged, Span, Annotation]]:
    """Return the spans by the numbers of their tokens; those of white space alone have none."""
    starts = {piece.start: number for number, piece in enumerate(pieces)}
    numbered = []
    for span, one in flat.spans():
        inside = [starts[at] for at in range(*span) if at in starts]
        if inside:
            tagged = Tagged(inside[0], inside[-1] + 1, _word(one.label))
            numbered.append((tagged, span, one))
    return numbered


def _tagged(article: Article, flat: Flat, scheme: Scheme) -> bytes:
    pieces = _tokens(article, flat)
    if not pieces:
        return b""  # readers fail at a document without tokens
    numbered = _numbered(pieces, flat)
    tags = tags_of(len(pieces), [one for one, *_ in numbered], scheme)
    breaks = sentence_starts(article.text, pieces, [span for _, span, _ in numbered])
    lines = [
        f"{'' if piece.start not in breaks or not number else chr(10)}"
        f"{article.text[slice(*piece)]} -X- _ {tag}\n"
        for number, (piece, tag) in enumerate(zip(pieces, tags, strict=True))
    ]
    return _DOCSTART + "".join(lines).encode() + b"\n"


def _offsets(article: Article, flat: Flat) -> Placed:
    pieces = _tokens(article, flat)
    return Placed(
        id=article.head.id,
        title=article.head.title,
        text=article.text,
        starts=tuple(one.start for one in pieces),
        ends=tuple(one.end for one in pieces),
        spans=tuple(
            Marked(id=one.id, label=one.label, start=tagged.start, end=tagged.end)
            for tagged, _, one in _numbered(pieces, flat)
        ),
    )


def _word(label: str) -> str:
    """Return a label as one word."""
    return "_".join(label.split()) or "_"


def _find_lost(selection: Selection, options: ConllOptions) -> tuple[Lost, ...]:
    ranks = label_ranks(selection)
    return tuple(
        lost
        for article in selection.opened()
        for lost in _lost_of(article, flattened(article, options.overlap, ranks))
    )


def _lost_of(article: Article, flat: Flat) -> Iterator[Lost]:
    yield from flat.lost
    told = {one.annotation for one in flat.lost}
    for one in flat.kept:
        texts = [article.text[slice(*span)] for span in one.fragments]
        if one.id not in told and any(text != text.strip() for text in texts):
            why = "edges" if all(text.strip() for text in texts) else "blank"
            yield Lost(article.head.id, one.id, why)


def _claims_bundle(bundle: Bundle) -> bool:
    """Say whether the files of a folder or zip are tags, to judge by the first, and offsets."""
    mains = [name for name in bundle.names if name.endswith(SUFFIX)]
    others = [name for name in bundle.names if not name.endswith((SUFFIX, OFFSETS))]
    return bool(mains) and not others and claims(mains[0], bundle.read(mains[0]))


CONLL = Format(
    id="conll",
    name="CoNLL tags",
    about="One token a line, one tag a token. Read by most trainers of sequence labelling.",
    suffix=SUFFIX,
    group="training",
    holds=frozenset({"text"}),
    options=ConllOptions,
    write_files=_write,
    read=read_conll,
    claims=claims,
    claims_bundle=_claims_bundle,
    find_lost=_find_lost,
)
