"""CoNLL: one token a line with its tag; blank lines between sentences, DOCSTART between articles.

Beside it goes a file that says where each token stands, so that it can be read back exactly.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressmark.formats.bundle import Bundle
from pressmark.formats.conll_reading import OFFSETS, SUFFIX, claims, read_conll
from pressmark.formats.flattening import Flat, FlatOptions, flattened, label_ranks
from pressmark.formats.format import MAIN, Format, Lost, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SPLIT, WHOLE, SplitOptions, parts_of
from pressmark.formats.tags import Scheme, Tagged, tags_of
from pressmark.formats.tokens import sentence_starts, tokens
from pressmark.formats.waiting import Waiting
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.json import Json
from pressmark.model.span import Span

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
        with Waiting() as offsets:
            for article in selection.opened(ids):
                grid = _Grid(article, flattened(article, options.overlap, ranks))
                offsets.write(f"{json.dumps(grid.offsets(), ensure_ascii=True)}\n".encode())
                yield Piece(f"{name}{SUFFIX}", grid.tagged(options.scheme))
            if not offsets.size:
                yield Piece(f"{name}{SUFFIX}", b"")
            yield from (Piece(f"{name}{OFFSETS}", chunk) for chunk in offsets.chunks())


class _Grid:
    """An article's tokens, and its spans by the numbers of their tokens."""

    def __init__(self, article: Article, flat: Flat) -> None:
        self._article = article
        borders = [edge for span, _ in flat.spans() for edge in span]
        self._tokens = tokens(article.text, borders)
        self._starts = [start for start, _ in self._tokens]
        self._spans = list(self._numbered(flat))

    def _numbered(self, flat: Flat) -> Iterator[tuple[Tagged, Span, Annotation]]:
        """Yield the spans by their tokens; those of white space alone have none."""
        for span, one in flat.spans():
            first, last = (bisect_left(self._starts, edge) for edge in span)
            if first < last:
                yield Tagged(first, last, _word(one.label)), span, one

    def tagged(self, scheme: Scheme) -> bytes:
        """Return its tokens with their tags; nothing if it has none: readers fail at that."""
        if not self._tokens:
            return b""
        text = self._article.text
        tags = tags_of(len(self._tokens), [one for one, *_ in self._spans], scheme)
        breaks = sentence_starts(text, self._tokens, [span for _, span, _ in self._spans])
        breaks.discard(self._starts[0])
        lines = [
            f"{chr(10) if start in breaks else ''}{text[start:end]} -X- _ {tag}\n"
            for (start, end), tag in zip(self._tokens, tags, strict=True)
        ]
        return _DOCSTART + "".join(lines).encode() + b"\n"

    def offsets(self) -> Json:
        """Return a line of the file of offsets (see `Placed`)."""
        head = self._article.head
        return {
            "id": head.id,
            "title": head.title,
            "text": self._article.text,
            "starts": [*self._starts],
            "ends": [end for _, end in self._tokens],
            "spans": [
                {"id": one.id, "label": one.label, "start": tagged.start, "end": tagged.end}
                for tagged, _, one in self._spans
            ],
        }


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
    return bool(mains) and not others and claims(mains[0], bundle.long(mains[0]).beginning)


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
