"""Foreign XML, read element by element with expat: no document types, so no entities of its own.

Without a document type there is nothing to expand and nothing to fetch.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from pressmark.errors import FormatError

_DEEPEST = 200
_BITE = 1 << 16
_LARGEST_BITE = 1 << 22
_MOST = 1_000_000
"""Elements within one that is wanted, or attributes of one: more would take all memory."""
_LONGEST = 1 << 25
"""Bytes of one tag: expat takes up to twenty times as much memory."""


@dataclass(slots=True)
class Element:
    """An element: its name without the namespace, attributes, children, text, and its line.

    An attribute that is in a namespace has that before its name, and a space between the two.
    """

    name: str
    attributes: dict[str, str]
    line: int
    namespace: str = ""
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that stands in it, without that of its children."""
        return "".join(self.texts)

    def get(self, attribute: str) -> str:
        """Return an attribute, "" where there is none."""
        return self.attributes.get(attribute, "")

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the children of these names."""
        return (one for one in self.children if one.name in names)

    def text_of(self, name: str) -> str:
        """Return the text of the first child of a name, "" where there is none."""
        return next((one.text for one in self.all(name)), "")


def elements(data: bytes, where: str, names: Collection[str] | None = None) -> Iterator[Element]:
    """Yield the outermost elements of these names, each when it is complete.

    Without names, these are all within the root.

    FormatError `bad-line` names the place `where` with a line: what is no XML, declares a
    document type, or takes too much memory.
    """
    growing = _Growing(where, None if names is None else frozenset(names))
    start, bite = 0, _BITE
    while start < max(len(data), 1):
        end = start + bite
        yield from growing.fed(data[start:end], last=end >= len(data))
        # Older expats begin anew at an attribute that has not ended.
        start, bite = end, min(2 * bite, _LARGEST_BITE) if growing.is_waiting else _BITE


def root_name(data: bytes) -> str | None:
    """Return the name of the root element without its namespace; None where there is none."""
    found: list[str] = []

    def begin(name: str, _: object) -> None:
        found.append(_local(name))
        raise StopIteration

    def refuse(*_: object) -> None:
        raise StopIteration

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begin, refuse
    with suppress(StopIteration, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data[:_BITE])
    return found[0] if found else None


class _Growing:
    """The elements that are open, and those that are complete and wanted."""

    def __init__(self, where: str, names: frozenset[str] | None) -> None:
        self._where = where
        self._names = names
        self._depth = 0
        self._open: list[Element] = []
        self._complete: list[Element] = []
        self._within = 0
        self._signs = 0
        self._length = 0
        self.is_waiting = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def fed(self, data: bytes, *, last: bool) -> Iterator[Element]:
        self.is_waiting = True
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise self._refused("xml", error.lineno) from error
        except (LookupError, ValueError) as error:  # an encoding that Python does not know
            raise self._refused("encoding", 1) from error
        self._signs = self._signs + data.count(b"=") if self.is_waiting else 0
        self._length = self._length + len(data) if self.is_waiting else 0
        if self._signs > _MOST or self._length > _LONGEST:
            raise self._refused("too-large", self._parser.CurrentLineNumber)
        complete, self._complete = self._complete, []
        yield from complete

    def _refused(self, reason: str, line: int) -> FormatError:
        return FormatError("bad-line", where=self._where, line=line, reason=reason)

    def _refuse(self, *_: object) -> None:
        raise self._refused("doctype", self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.is_waiting = False
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._refused("xml-too-deep", self._parser.CurrentLineNumber)
        if self._open or self._wants(_local(name)):
            line = self._parser.CurrentLineNumber
            element = Element(_local(name), attributes, line, name.rpartition(" ")[0])
            if self._open:
                self._open[-1].children.append(element)
                self._within += 1
            self._open.append(element)
            if self._within > _MOST:
                raise self._refused("too-large", line)

    def _wants(self, name: str) -> bool:
        return self._depth > 1 if self._names is None else name in self._names

    def _end(self, _name: str) -> None:
        self.is_waiting = False
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._complete.append(element)
                self._within = 0

    def _text(self, text: str) -> None:
        self.is_waiting = False
        if self._open:
            self._open[-1].texts.append(text)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
