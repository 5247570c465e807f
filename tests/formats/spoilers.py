"""Ways to spoil a file, each with a name: what disks, mail, spreadsheets and ill will do to it."""

import gzip
import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from operator import getitem
from typing import Any
from zipfile import ZipFile

Spoilt = tuple[str, bytes]
Path = tuple[Any, ...]
"""Keys and places that lead to a value of JSON."""

STRANGE: tuple[Any, ...] = (
    None,
    -1,
    2**63,
    "",
    "\ud800",
    "http://[../../x\n\x1b[2J",
    "n" * 300,
    [[]],
    {"__proto__": None},
)
"""What may stand in the place of any value of JSON."""

_SCALARS = (b"null", b"1", b'"x"', b"[]", b"{}", b"[null]", b'{"text": 1}', b'[{"text": "a"}]')
_NUMBER = re.compile(rb"(?<=[ \[:,\t\"])\d+")
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')


def packed(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def spoilt(data: bytes) -> Iterator[Spoilt]:
    """Yield a file spoilt in every way that fits what it is."""
    yield from _cut(data)
    yield from _exchanged()
    yield from _changed(data)
    yield from _strange_json(data)
    yield from _strange_xml(data)


def _cut(data: bytes) -> Iterator[Spoilt]:
    for share in (0.0, 0.1, 0.25, 0.5, 0.75, 0.9):
        yield f"cut off at {share}", data[: int(share * len(data))]
    for count in (1, 2, 9):
        yield f"without the last {count}", data[:-count]
    middle = len(data) // 2
    yield "a hole", data[: middle - 9] + data[middle + 9 :]
    yield "a null byte", data[:middle] + b"\0" + data[middle:]
    yield "a byte that is no UTF-8", data[:middle] + b"\xff" + data[middle:]
    yield "twice", data * 2
    for at in range(0, len(data), max(1, len(data) // 12)):
        yield f"bits at {at}", data[:at] + bytes([data[at] ^ 0x5A]) + data[at + 1 :]


def _exchanged() -> Iterator[Spoilt]:
    yield "white space", b" \n\n"
    yield "null bytes", bytes(100)
    yield "every byte", bytes(range(256)) * 9
    yield "deep lists", b"[" * 100_000
    yield "deep objects", b'{"text":' * 50_000
    yield "a zip in a zip", packed({"x.zip": packed({"x": b"x"})})
    yield "entities", b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    yield "a page", b"<html><body><p>Not found</p></body></html>"
    yield from ((f"only {one.decode()}", one) for one in _SCALARS)


def _changed(data: bytes) -> Iterator[Spoilt]:
    yield "gzip", gzip.compress(data)
    yield "two marks", b"\xef\xbb\xbf" * 2 + data
    yield "CRLF", data.replace(b"\n", b"\r\n")
    yield "CR", data.replace(b"\n", b"\r")
    yield "lines the other way round", b"\n".join(reversed(data.split(b"\n")))
    yield "lines twice", b"\n".join(line for line in data.split(b"\n") for _ in range(2))
    for name, other in (
        ("huge", b"9" * 5000),
        ("large", b"99999999999999999999"),
        ("negative", b"-1"),
        ("NaN", b"NaN"),
        ("infinite", b"1e999"),
        ("Arabic", "٣".encode()),
        ("zero", b"0"),
    ):
        yield f"numbers are {name}", _NUMBER.sub(other, data)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    for coding in ("utf-16", "utf-16-le", "utf-32"):
        yield coding, text.encode(coding)


def _strange_json(data: bytes) -> Iterator[Spoilt]:
    """Yield the first document of JSON with each of its values strange, or left out."""
    try:
        first, *others = data.split(b"\n")
        document = json.loads(first)
    except ValueError:
        try:
            document, others = json.loads(data), []
        except ValueError:
            return
    if not isinstance(document, dict | list):
        return
    for path in _paths(document):
        name = ".".join(map(str, path))
        for strange in STRANGE:
            changed = json.dumps(_with(document, path, strange)).encode()
            yield f"{name} = {strange!r:.20}", b"\n".join([changed, *others])
        left = json.dumps(_without(document, path)).encode()
        yield f"no {name}", b"\n".join([left, *others])


def _paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield where values stand: of lists the first of each, of pairs both."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _paths(held, (*path, key))
    elif isinstance(value, list):
        for at, held in enumerate(value[:1]):
            yield from _paths(held, (*path, at))


def _with(document: object, path: Path, strange: object) -> object:
    changed = deepcopy(document)
    _holder(changed, path)[path[-1]] = strange
    return changed


def _without(document: object, path: Path) -> object:
    changed = deepcopy(document)
    del _holder(changed, path)[path[-1]]
    return changed


def _holder(document: object, path: Path) -> Any:  # noqa: ANN401 -- a list or an object
    return reduce(getitem, path[:-1], document)


def _strange_xml(data: bytes) -> Iterator[Spoilt]:
    """Yield XML with the first attribute of each name strange, or left out."""
    if not data.removeprefix(b"\xef\xbb\xbf").startswith(b"<"):
        return
    text = data.decode("utf-8-sig")
    first = {found[1]: found for found in reversed([*_ATTRIBUTE.finditer(text)])}
    for name, found in first.items():
        before, after = text[: found.start(2)], text[found.end(2) :]
        for strange in ("", "-1", "9" * 5000, "1.5", "x", "٣", "../../x", "&#0;", "0", "1 2 3"):
            yield f"{name} = {strange:.9}", f"{before}{strange}{after}".encode()
        yield f"no {name}", (text[: found.start()] + text[found.end() :]).encode()
