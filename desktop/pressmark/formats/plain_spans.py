"""Documents of JSON with spans, as scripts and small tools leave them: read, never written.

Documents stand one a line, in one list, or in a list that the only object holds. A document has a
text and spans: objects with `start`, `end` and `label`, or lists of these three; what else these
may be called says `plain_document`. One without its text is about an article of the project.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice

from pressmark.errors import FormatError
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import Format, NoOptions, ReadRequest, ReadSet
from pressmark.formats.json_documents import Place, json_documents, read_at
from pressmark.formats.plain_document import (
    KnownTexts,
    as_document,
    documents_within,
    is_tagged,
    line_of,
)
from pressmark.formats.prodigy_reading import several, united
from pressmark.model.json import Json

_TOLD = 50
"""Documents that are looked at: the first ones may have nothing tagged in them."""


def _documents(values: Iterator[tuple[Place, Json]]) -> Iterator[tuple[Place, Json]]:
    for place, value in values:
        within = documents_within(value)
        if within is None:
            yield place, as_document(value)
            continue
        key, listed = within
        yield from ((f"{key}.{at}", as_document(one)) for at, one in enumerate(listed))


def _read(request: ReadRequest) -> ReadSet:
    known = KnownTexts(request.project)

    def lines(left: Counter[str]) -> Iterator[tuple[Place, Object, bool]]:
        for place, value in _documents(json_documents(request.data)):
            line = read_at(place, partial(line_of, known=known, left=left), value)
            if line is not None:
                yield place, line, False

    shared = several(lines(Counter()))
    return take_foreign(request, lambda left: united(lines(left), shared))


def _claims(_name: str, data: bytes) -> bool:
    try:
        first = islice(_documents(json_documents(data)), _TOLD)
        return any(is_tagged(one) for _, one in first)
    except FormatError:
        return False


PLAIN_SPANS = Format(
    id="spans-json",
    name="JSON with spans",
    about="Texts with spans of start, end and label, as scripts leave them; read only.",
    suffix=".json",
    group="exchange",
    holds=frozenset({"text", "overlap", "attributes", "relations", "notes"}),
    options=NoOptions,
    read=_read,
    passes=3,
    claims=_claims,
)
