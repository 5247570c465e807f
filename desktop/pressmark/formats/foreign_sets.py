"""An annotation set of another program: its documents, with offsets as they count here.

A reader brings each document to the shape of a line of Pressmark JSONL. How its offsets count is
found out by all of its quotes together; what then does not stand where it says is looked for by
its words, and what cannot be found is refused.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from pressmark.errors import CancelledError, FormatError, RecordError
from pressmark.formats.counting import CODE_POINTS, Counting
from pressmark.formats.evidence import DRAWN, Stretch, Texts, Verdict, find_counting, telling
from pressmark.formats.format import Reading, ReadRequest, ReadSet, Remark
from pressmark.formats.incoming import Incoming
from pressmark.formats.json_documents import Place, refused
from pressmark.formats.settling import Settling, stretches
from pressmark.model.json import Json

Object: TypeAlias = dict[str, Json]
Documents: TypeAlias = Callable[[Counter[str]], Iterable[tuple[Place, Object]]]
"""Goes through the documents of a set, as often as called, and counts by a code what it leaves."""

_NAP = 0.0005
_DOCUMENTS_A_NAP = 8
_SAMPLES = 5
"""Places that are shown where nobody knows how to read them."""


def take_all(request: ReadRequest, documents: Iterable[tuple[Place, Json]]) -> ReadSet:
    """Return the edits for documents in the shape of Pressmark JSONL.

    FormatError `empty`, or `bad-line` with the place of one that cannot be taken; CancelledError.
    """
    incoming = Incoming(request)
    for count, (place, document) in enumerate(documents, start=1):
        try:
            incoming.take(document)
        except RecordError as error:
            raise refused(error, place) from error
        if request.cancelled():
            raise CancelledError
        if count % _DOCUMENTS_A_NAP == 0:
            time.sleep(_NAP)  # a thread that only computes stalls the window's
    return incoming.result()


def take_foreign(
    request: ReadRequest,
    documents: Documents,
    counting: Counting | None = None,
    drawn: Sequence[Counting] = DRAWN,
) -> ReadSet:
    """Return the edits for documents of another program, and say how its offsets were read.

    `counting` is what they count; None leaves it to be found out (and said), by its quotes or
    else among those of `drawn`, unless the request says it.
    """

    def texts() -> Iterator[tuple[str, list[Stretch]]]:
        for _, document in documents(Counter()):
            if request.cancelled():
                raise CancelledError
            if isinstance(text := document.get("text"), str):
                yield text, list(stretches(document))

    known = counting or request.counting
    verdict = find_counting(texts, drawn) if known is None else Verdict(known, "quotes")
    settling = Settling(verdict.counting)
    left: Counter[str] = Counter()

    def settled() -> Iterator[tuple[Place, Json]]:
        for place, document in documents(left):
            try:
                yield place, settling.settled(document)
            except RecordError as error:
                raise refused(error, place) from error

    read = take_all(request, settled())
    if not read.articles and not left.total():
        raise FormatError("empty")
    gone = (Remark(code, str(count)) for code, count in left.items() if count)
    told = _said(verdict) if known is None else ()
    return replace(
        read,
        readings=_readings(verdict, texts),
        skipped=(*read.skipped, *gone),
        warnings=(*told, *settling.remarks(), *read.warnings),
    )


def _readings(verdict: Verdict, texts: Texts) -> tuple[Reading, ...]:
    if verdict.certain:
        return ()
    countings = (verdict.counting, *verdict.rivals)
    columns = zip(*telling(texts, countings, _SAMPLES), strict=True)
    return tuple(map(Reading, countings, columns))


def _said(verdict: Verdict) -> Iterator[Remark]:
    if not verdict.certain:
        yield Remark("counting-unsure", verdict.counting.words)
    elif verdict.counting != CODE_POINTS:
        yield Remark("counting", verdict.counting.words, verdict.proof)
