"""Reading CoNLL: two columns or more, the token first and its tag last, in any scheme.

Where a file of offsets stands beside it, and its tokens are those of the articles there, the
articles come back as they were; else tokens are joined by spaces and sentences by line ends.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest
from pathlib import PurePosixPath

from pressmark.errors import FormatError, RecordError
from pressmark.formats.bundle import Bundle
from pressmark.formats.foreign_sets import take_all
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import Place, json_documents
from pressmark.formats.long_file import LongFile
from pressmark.formats.tags import Tagged, is_tag, tagged
from pressmark.model.json import Json
from pressmark.store.records import from_json

SUFFIX, OFFSETS = ".conll", ".offsets"
_START = "-DOCSTART-"
_LOOKED_AT = 1 << 16
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A fragment in the file of offsets: its annotation, and its tokens by number."""

    id: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line of the file of offsets: an article, where its tokens stand, and which are spans."""

    id: str
    title: str | None
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    spans: tuple[Marked, ...]

    def words(self) -> list[str]:
        """Return the tokens."""
        return [self.text[slice(*one)] for one in zip(self.starts, self.ends, strict=False)]


@dataclass(slots=True)
class _Tokens:
    """The tokens of one article with their tags; `breaks` are those that begin a sentence."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)

    def spans(self) -> list[Tagged]:
        """Return the spans that the tags mean."""
        return list(tagged(self.tags, frozenset(self.breaks)))


def claims(name: str, data: bytes) -> bool:
    """Say whether the first lines of a file are tokens with tags."""
    del name
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    lines = [line for line in head.split(b"\n") if line.strip() and not line.startswith(b"# ")]
    if len(data) > _LOOKED_AT:
        lines = lines[:-1]
    if len(lines) < _FEWEST:
        return False
    return all(_columns(line.decode("utf-8", "replace")) is not None for line in lines)


def read_conll(request: ReadRequest) -> ReadSet:
    """Read one file, or all of a folder or zip, each with what stands beside it."""
    return take_all(request, _documents(request))


def _documents(request: ReadRequest) -> Iterator[tuple[Place, Json]]:
    bundle = request.bundle
    if request.data or bundle is None:
        data = request.data
        file = data if isinstance(data, LongFile) else LongFile.of(data)
        yield from _of_file(request.name, file, bundle)
        return
    for name in bundle.names:
        if name.endswith(SUFFIX):
            yield from _of_file(name, bundle.long(name), bundle)


def _of_file(name: str, file: LongFile, bundle: Bundle | None) -> Iterator[tuple[Place, Json]]:
    found = _articles(file)
    if _are_those(file, _beside(name, bundle)):
        for one in _beside(name, bundle):
            yield one.id, _placed(one, next(found) if one.starts else _Tokens())
        return
    stem = PurePosixPath(name).name.removesuffix(SUFFIX)
    first = list(islice(found, 2))
    for number, tokens in enumerate(chain(first, found), start=1):
        title = stem if len(first) == 1 else f"{stem} {number}"
        yield title, _joined(title, tokens)


def _are_those(file: LongFile, beside: Iterable[Placed]) -> bool:
    """Say whether the tokens of a file are those of the articles beside it, one after the other."""
    placed = (one.words() for one in beside if one.starts)
    return all(
        one is not None and two is not None and one.words == two
        for one, two in zip_longest(_articles(file), placed)
    )


def _beside(name: str, bundle: Bundle | None) -> Iterator[Placed]:
    """Yield the articles of the file of offsets, as far as there is one that can be read."""
    path = PurePosixPath(name)
    with suppress(KeyError, FormatError, RecordError):
        file = bundle.long(str(path.with_suffix(OFFSETS))) if bundle is not None else b""
        for _, line in json_documents(file):
            yield from_json(Placed, line)


def _lines(file: LongFile) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; FormatError `bad-line` at one that is no UTF-8."""
    for number, line in enumerate(file.lines(), start=1):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise FormatError("bad-line", line=number, reason="encoding") from error


def _articles(file: LongFile) -> Iterator[_Tokens]:
    """Yield the articles; FormatError `bad-line` at one that is no token with a tag."""
    tokens = _Tokens()
    for number, line in _lines(file):
        if not line.strip():
            tokens.breaks.add(len(tokens.words))
            continue
        columns = _columns(line)
        if columns is None:
            if line.startswith("# "):
                continue
            raise FormatError("bad-line", line=number, reason="shape")
        if columns[0] == _START:
            if tokens.words:
                yield tokens
            tokens = _Tokens()
            continue
        tokens.words.append(columns[0])
        tokens.tags.append(columns[-1])
    if tokens.words:
        yield tokens


def _columns(line: str) -> list[str] | None:
    """Return the columns of a line; None where the last is no tag, or there is one only."""
    columns = line.split()
    if columns and columns[0] == _START:
        return columns
    return columns if len(columns) > 1 and is_tag(columns[-1]) else None


def _placed(article: Placed, tokens: _Tokens) -> Json:
    """Return the document of an article whose tokens stand where the file of offsets says."""
    known = {(one.start, one.end, "_".join(one.label.split())): one for one in article.spans}
    fragments: dict[str, list[Json]] = {}
    labels: dict[str, str] = {}
    for number, found in enumerate(tokens.spans()):
        before = known.get(found)
        key = (before.id if before else "") or f" {number}"
        labels[key] = before.label if before else found.label
        start, end = article.starts[found.start], article.ends[found.end - 1]
        fragments.setdefault(key, []).append([start, end])
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "annotations": [
            {
                "id": key if not key.startswith(" ") else None,
                "label": labels[key],
                "fragments": pairs,
            }
            for key, pairs in fragments.items()
        ],
    }


def _joined(title: str, tokens: _Tokens) -> Json:
    """Return the document of an article of which the tokens are all there is."""
    text, starts = "", []
    for number, word in enumerate(tokens.words):
        if number:
            text += "\n" if number in tokens.breaks else " "
        starts.append(len(text))
        text += word
    return {
        "title": title,
        "text": text,
        "annotations": [
            {
                "label": label,
                "fragments": [[starts[start], starts[end - 1] + len(tokens.words[end - 1])]],
            }
            for start, end, label in tokens.spans()
        ],
    }
