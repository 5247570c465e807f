"""What goes between the program and the child that reads for it: lines of JSON, and bytes.

A request is a line (`Request`) and after it the bytes of the file. The answer is a line for each
`Found`, and a last one: an `End`, or the error that ends the reading. The child is not trusted:
whatever it says is read strictly, and anything else than the above is a `BadAnswerError`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.limits import OUTPUT
from pressmark.errors import ArticleFileError, RecordError
from pressmark.model.json import Json
from pressmark.store.records import from_json, to_json
from pressmark.store.strict_json import json_bytes, read_json

_CASE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_FACTS = {"self", "code", "path"}


class BadAnswerError(Exception):
    """The child said something that is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A file to be read: how, its bytes in number, and within how many seconds."""

    wishes: Wishes
    size: int
    seconds: int


@dataclass(frozen=True, slots=True)
class End:
    """All of the file is told."""


Answer = Found | End | ArticleFileError


def request_line(request: Request) -> bytes:
    """Return a request as a line; bytes of file names that are no UTF-8 become U+FFFD."""
    return json_bytes(_whole(to_json(request))) + b"\n"


def read_request(line: bytes) -> Request:
    """Return the request in a line of the program's: it is what it should be."""
    match read_json(line):
        case {"wishes": dict(wishes), "size": int(size), "seconds": int(most)}:
            wished = Wishes(**wishes)
            return Request(wishes=wished, size=size, seconds=most)
    raise BadAnswerError


def answer_line(answer: Answer) -> bytes:
    """Return an answer as a line; half a surrogate pair, which no text may hold, becomes U+FFFD."""
    return json_bytes(_whole(_answer(answer))) + b"\n"


def _answer(answer: Answer) -> dict[str, Any]:
    match answer:
        case Extract():
            written = to_json(answer)
            for remark in written["remarks"]:
                if not remark["spans"]:
                    del remark["spans"]
            return {"extract": written}
        case PartRefused():
            return {"part": to_json(answer)}
        case ArticleFileError():
            facts = {name: str(fact) for name, fact in answer.facts.items()}
            return {"refused": {"case": answer.case, "facts": facts}}
    return {"end": {}}


def read_answer(line: bytes) -> Answer:
    """Return the answer in a line of the child's; BadAnswerError where it is none."""
    try:
        match read_json(line, max_size=OUTPUT):
            case {"extract": extract}:
                return _checked(from_json(Extract, extract))
            case {"part": part}:
                refused = from_json(PartRefused, part)
                error = article_file_error(refused.case, refused.facts)
                return PartRefused(part=refused.part, case=error.case, facts=refused.facts)
            case {"end": _}:
                return End()
            case {"refused": {"case": str(case), "facts": dict(facts)}}:
                return article_file_error(case, facts)
    except RecordError:
        raise BadAnswerError from None
    raise BadAnswerError


def article_file_error(case: str, facts: Mapping[str, Json]) -> ArticleFileError:
    """Return the error that a refusal by a reader is; BadAnswerError if it cannot be one."""
    if not _CASE.fullmatch(case):
        raise BadAnswerError
    told = {name: str(fact) for name, fact in facts.items() if name not in _NOT_FACTS}
    return ArticleFileError(case, **told)


def _checked(extract: Extract) -> Extract:
    size = len(extract.text)
    spans: Iterable[tuple[int, int]] = [
        *((zone.start, zone.end) for zone in extract.zones),
        *(span for remark in extract.remarks for span in remark.spans),
    ]
    if not extract.text or any(not 0 <= start < end <= size for start, end in spans):
        raise BadAnswerError
    return extract


def _whole(value: Any) -> Any:  # noqa: ANN401 -- any JSON
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case list():
            return [_whole(one) for one in value]
        case dict():
            return {_whole(key): _whole(held) for key, held in value.items()}
    return value
