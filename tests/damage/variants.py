"""Hundreds of ways in which a project file comes to harm, or only looks unusual.

Every variant is the same at every run: what is random about it is drawn from its own name. Some
are harmless (another layout, another line end), most are not; none says which it is.
"""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indices that lead to a value in a JSON document."""


class Variant(NamedTuple):
    """A changed file, and what was done to it."""

    name: str
    data: bytes


def document(data: bytes) -> Any:  # noqa: ANN401 -- JSON, to be broken at will
    """Return the JSON of a sound file."""
    return json.loads(data)


def laid(held: Any) -> bytes:  # noqa: ANN401 -- JSON, broken in any way
    """Return a document in the layout of project files, as far as it has their shape."""
    if not isinstance(held, dict):
        return _plain(held)
    parts = [b'"%s": %s' % (key.encode(), _member(key, held[key])) for key in held]
    return b"{" + b",\n".join(parts) + b"}\n"


def _member(key: str, value: Any) -> bytes:  # noqa: ANN401 -- JSON
    if key not in {"entities", "articles", "relations"} or not isinstance(value, list):
        return _plain(value)
    return b"[\n" + b",\n".join(_article(one) for one in value) + b"\n]"


def _article(one: Any) -> bytes:  # noqa: ANN401 -- JSON
    if not isinstance(one, dict) or not isinstance(one.get("annotations"), list):
        return _plain(one)
    head = {key: held for key, held in one.items() if key != "annotations"}
    start = _plain(head)[:-1] + (b", " if head else b"")
    return start + b'"annotations": [\n' + b",\n".join(map(_plain, one["annotations"])) + b"\n]}"


def _plain(value: Any) -> bytes:  # noqa: ANN401 -- JSON, lone surrogates and NaN included
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


# ---- bytes


def cut(data: bytes) -> Iterator[Variant]:
    """Files that end early: at every 5 %, within a character, before the last brackets."""
    for percent in range(0, 100, 5):
        yield Variant(f"at {percent} %", data[: len(data) * percent // 100])
    letters = [at for at, byte in enumerate(data) if byte >= 0xC0]
    for at in letters[:: max(1, len(letters) // 10)]:
        yield Variant(f"within the character at {at}", data[: at + 1])
    ends = [at for at, byte in enumerate(data) if byte == ord("\n")]
    for at in ends[:: max(1, len(ends) // 12)]:
        yield Variant(f"at the end of the line at {at}", data[:at])
        yield Variant(f"behind the line at {at}", data[: at + 1])
    for bytes_off in (1, 2, 3, 4, 10):
        yield Variant(f"{bytes_off} bytes off", data[:-bytes_off])
    yield Variant("first half gone", data[len(data) // 2 :])


def flip(data: bytes) -> Iterator[Variant]:
    """Single bits, and storms of them."""
    for number in range(120):
        yield Variant(f"{number}", flipped(data, chance("flip", number), 1))
    for number in range(12):
        yield Variant(f"storm {number}", flipped(data, chance("storm", number), 40))


def flipped(data: bytes, lots: random.Random, times: int) -> bytes:
    changed = bytearray(data)
    for _ in range(times):
        changed[lots.randrange(len(changed))] ^= 1 << lots.randrange(8)
    return bytes(changed)


def nulls(data: bytes) -> Iterator[Variant]:
    """Blocks that a crash left empty."""
    half = len(data) // 2
    yield Variant("second half", data[:half] + bytes(len(data) - half))
    yield Variant("first half", bytes(half) + data[half:])
    yield Variant(
        "every other byte", bytes(b"\0".join(data[at : at + 1] for at in range(len(data))))
    )
    yield Variant("all", bytes(len(data)))
    for at in range(0, len(data), 4096):
        block = data[at : at + 4096]
        yield Variant(f"block at {at}", data[:at] + bytes(len(block)) + data[at + 4096 :])
    yield Variant("behind", data + bytes(4096))


def coding(data: bytes) -> Iterator[Variant]:
    """Other encodings, and bytes that are none."""
    text = data.decode()
    bom = "\ufeff".encode()
    yield Variant("BOM", bom + data)
    yield Variant("two BOMs", bom + bom + data)
    for name in ("utf-16", "utf-16-le", "utf-32", "cp1252"):
        yield Variant(name, text.encode(name, errors="replace"))
    yield Variant("gzip", gzip.compress(data, mtime=0))
    strange = {
        "surrogate": b"\xed\xa0\x80",
        "overlong": b"\xc0\x80",
        "lone": b"\x80",
        "end": b"\xff",
    }
    for name, bad in strange.items():
        for place in (b"Ukrinform", b"DPRK", b'"handling"', b'"claim"'):
            yield Variant(f"{name} in {place.decode()}", data.replace(place, bad + place, 1))


def line_ends(data: bytes) -> Iterator[Variant]:
    """Lines that end otherwise, and what stands around a document."""
    yield Variant("CRLF", data.replace(b"\n", b"\r\n"))
    yield Variant("CR", data.replace(b"\n", b"\r"))
    yield Variant("blank lines", data.replace(b"\n", b"\n\n"))
    yield Variant("indented", data.replace(b"\n", b"\n  "))
    yield Variant("spaces behind", data.replace(b"\n", b" \t\n"))
    yield Variant("no last line end", data.rstrip(b"\n"))
    yield Variant("space around", b" \n\t" + data + b"\n \n")
    yield Variant("garbage before", b"garbage" + data)
    yield Variant("garbage behind", data + b"garbage")
    yield Variant("twice", data + data)


def lines(data: bytes) -> Iterator[Variant]:
    """Lines that went, came twice, changed places or were joined, as after a bad merge."""
    held = data.split(b"\n")
    lots = chance("lines")
    for at in sorted(lots.sample(range(len(held) - 1), 25)):
        yield Variant(f"{at} gone", b"\n".join(held[:at] + held[at + 1 :]))
    for at in sorted(lots.sample(range(len(held) - 1), 25)):
        yield Variant(f"{at} twice", b"\n".join(held[: at + 1] + held[at:]))
    for at in sorted(lots.sample(range(len(held) - 2), 25)):
        swapped = [*held[:at], held[at + 1], held[at], *held[at + 2 :]]
        yield Variant(f"{at} after the next", b"\n".join(swapped))
    for at in sorted(lots.sample(range(len(held) - 2), 25)):
        joined = [*held[:at], held[at] + b" " + held[at + 1], *held[at + 2 :]]
        yield Variant(f"{at} joined to the next", b"\n".join(joined))
    for at in sorted(lots.sample(range(len(held) - 2), 10)):
        marked = [b"<<<<<<< ours", held[at], b"=======", held[at], b">>>>>>> theirs"]
        yield Variant(f"{at} in conflict", b"\n".join([*held[:at], *marked, *held[at + 1 :]]))


# ---- JSON

_WRONG: tuple[Any, ...] = (
    *(None, True, False, "5", "", 5, 5.0, -1, 0, 10**30, 10**4000, 1e308, float("nan")),
    *(float("inf"), [], {}, [[]], ["x", "x"], {"id": "x"}, "\ud800", "\x00", "a" * 100_000),
)


def swap(data: bytes) -> Iterator[Variant]:
    """A value of another type, or beyond all bounds, for one of each kind there is."""
    for kind, path in _one_of_each(document(data)).items():
        wrong = chance("swap", kind).choice(_WRONG)
        name = f"{'.'.join(map(str, path))} for {repr(wrong)[:20]}"
        yield Variant(name, _with(data, path, lambda _, new=wrong: new))


def missing(data: bytes) -> Iterator[Variant]:
    """A key or an element that is not there, for one of each kind."""
    for path in _one_of_each(document(data)).values():
        yield Variant(".".join(map(str, path)), _with(data, path, None))


def twice(data: bytes) -> Iterator[Variant]:
    """Keys that stand twice, in the layout."""
    for key in sorted(set(re.findall(rb'"([a-z_]+)": ', data))):
        at = data.index(b'"%s": ' % key)
        put = b'"%s": null, ' % key
        yield Variant(key.decode(), data[:at] + put + data[at:])


def ids(data: bytes) -> Iterator[Variant]:
    """Ids that two records share, and ids that are none."""
    lists: list[Path] = [
        *(("entities",), ("relations",), ("articles",), ("articles", 0, "annotations")),
        *(("label_set", "labels"), ("label_set", "relations"), ("annotators",)),
    ]
    for path in lists:
        name = ".".join(map(str, path))
        yield Variant(f"{name} twice", _with(data, path, lambda held: [*held, held[0]]))
        for bad in ("", "a b", "x" * 65, "ü", "../../x", "A01\n", "\ud83d"):
            one = (*path, 0, "id")
            yield Variant(f"{name} {bad!a}", _with(data, one, lambda _, new=bad: new))
    first = document(data)["articles"][0]["annotations"][2]
    other: Path = ("articles", 1, "annotations")
    yield Variant("of another article", _with(data, other, lambda held: [*held, first]))


def unknown(data: bytes) -> Iterator[Variant]:
    """Keys from another time, in every record there is; laid out in both ways."""
    news: dict[str, Any] = {"from-the-future": {"a": [1, 2.5, None, "\u2028é"]}, "text ": "x"}
    for kind, path in _one_of_each(document(data)).items():
        if isinstance(_at(document(data), path), dict):
            for place in ("first", "last"):
                held = _at(document(data), path)
                more = {**news, **held} if place == "first" else {**held, **news}
                yield Variant(f"{kind} {place}", _with(data, path, lambda _, new=more: new))
    yield Variant("at the top", _with(data, (), lambda held: {**held, **news}))


def spans(data: bytes) -> Iterator[Variant]:
    """Offsets out of range, in fragments, anchors and zones."""
    a01: Path = ("articles", 0, "annotations", 0)
    for bad in (
        *([[-1, 5]], [[5, 5]], [[9, 5]], [[0, 10**6]], [[10**20, 10**21]], [[213, 274]], []),
        *([[213, 273], [213, 273]], [[300, 310], [20, 30]], [[213]], [[213, 273, 1]], [213, 273]),
        *([["213", "273"]], [[213.0, 273.0]], [[True, 273]], [[None, 273]], [[214, 274]]),
    ):
        put = _with(data, (*a01, "fragments"), lambda _, new=bad: new)
        yield Variant(f"fragments {bad}", put)
    for attribute, start, end in (("cue", -5, 3), ("cue", 10**9, 10**9 + 1), ("cue", 7, 3)):
        anchor = {"start": start, "end": end, "text": "x", "entities": []}
        put = _with(data, (*a01, "attributes", attribute), lambda _, new=anchor: new)
        yield Variant(f"anchor {start}-{end}", put)
    for start, end in ((-1, 4), (4, 4), (0, 10**7), (10**30, 10**31)):
        zone = [{"start": start, "end": end, "kind": "widget"}]
        put = _with(data, ("articles", 1, "zones"), lambda _, new=zone: new)
        yield Variant(f"zone {start}-{end}", put)


def texts(data: bytes) -> Iterator[Variant]:
    """Texts that changed under their annotations."""
    changes: Mapping[str, Callable[[str], Any]] = {
        "a letter more": lambda text: "X" + text,
        "a letter less": lambda text: text[1:],
        "an emoji": lambda text: text[:300] + "👩‍👩‍👧‍👦" + text[300:],
        "a paragraph less": lambda text: text[:200] + text[700:],
        "twice": lambda text: text + text,
        "halved": lambda text: text[: len(text) // 2],
        "empty": lambda _: "",
        "CRLF": lambda text: text.replace("\n", "\r\n"),
        "upper case": str.upper,
        "spaces": lambda text: " " * len(text),
        "null": lambda _: None,
        "lines": lambda text: text.split("\n"),
    }
    for name, change in changes.items():
        for article in (0, 1):
            yield Variant(f"{name} {article}", _with(data, ("articles", article, "text"), change))
    held = document(data)
    one, other = held["articles"]
    one["text"], other["text"] = other["text"], one["text"]
    yield Variant("exchanged", laid(held))


def numbers(data: bytes) -> Iterator[Variant]:
    """Numbers that JSON does not have, or that no machine does."""
    for number in (
        *("NaN", "Infinity", "-Infinity", "1e400", "-1e400", "01", "0x10", "+1", "1.", ".5", "1e"),
        *("-0", "1E0", "1_000", "9" * 5000, "-" + "9" * 5000, "1e-400", "--1"),
    ):
        for place in (b'"version": 1', b'"start": 2749', b"[[213, 273]]"):
            put = re.sub(rb"\d+", number.encode(), place, count=1)
            name = f"{number[:9]} in {place.decode()}"
            yield Variant(name, data.replace(place, put, 1))


def escapes(data: bytes) -> Iterator[Variant]:
    """Halves of surrogate pairs, escapes that are none, raw control characters."""
    for bad in (
        *(rb"\ud800", rb"\udc00", rb"\udc00\ud800", rb"\ud83d\ude00", rb"\u0000", rb"\u", rb"\x"),
        *(rb"\ud83d\u0041", rb"\u00", b"\x00", b"\x1b", b"\t", b"\\", b'"', rb"\"", rb"\/"),
    ):
        for place in (b"Ukrinform reports", b"Example analyst", b"resolute opposition"):
            name = f"{bad.decode()!a} in {place.decode()}"
            yield Variant(name, data.replace(place, bad + place, 1))


def depth(data: bytes) -> Iterator[Variant]:
    """Brackets within brackets."""
    for deep in (50, 70, 100_000):
        for opening, closing in ((b"[", b"]"), (b'{"a": ', b"}")):
            nested = opening * deep + b"1" + closing * deep
            for place in (b'"handling": null', b'"keywords": []', b'"note": null', b'"links": []'):
                put = place + b', "more": ' + nested
                name = f"{deep} {opening[:1].decode()} at {place.decode()}"
                yield Variant(name, data.replace(place, put, 1))
        yield Variant(f"{deep} alone", b"[" * deep)
        yield Variant(f"{deep} before", b'{"a":' * deep + data)


def layouts(data: bytes) -> Iterator[Variant]:
    """The same document, laid out by other hands."""
    held = document(data)
    for indent in (None, 0, 1, 2, 4, "\t"):
        for sort in (False, True):
            text = json.dumps(held, indent=indent, sort_keys=sort, ensure_ascii=sort)
            yield Variant(f"indent {indent!r}{' sorted' * sort}", text.encode())
    yield Variant("minified", json.dumps(held, separators=(",", ":")).encode())
    yield Variant("reversed keys", json.dumps(_reversed(held), ensure_ascii=False).encode())
    yield Variant("reversed keys by line", laid(_reversed(held)))
    yield Variant("by line", laid(held))
    for key in ("text", "annotations", "id"):
        for article in held["articles"]:
            article[key] = article.pop(key)
        yield Variant(f"{key} last", laid(held))
        yield Variant(f"{key} last on one line", _plain(held))
    yield Variant("commas before", data.replace(b",\n", b"\n,"))
    yield Variant("annotations in a row", re.sub(rb'\},\n(\{"id": "[AB])', rb"}, \1", data))
    yield Variant("comma too many", data.replace(b"\n]}", b",\n]}", 1))
    yield Variant("comment", data.replace(b"\n", b" // note\n", 1))


def versions(data: bytes) -> Iterator[Variant]:
    """Versions of the format that are not ours."""
    for version in (2, 99, 10**20, 0, -1, "2", 1.5, 1.0, None, True, [1]):
        new = lambda _, new=version: new  # noqa: E731 -- one word, used twice
        yield Variant(f"{version!r}", _with(data, ("version",), new))
        yield Variant(f"{version!r} on one line", _plain({**document(data), "version": version}))
    for name in ("pressmark", "Pressmark-project", "pressmark-project ", None, 1):
        yield Variant(f"format {name!r}", _with(data, ("format",), lambda _, new=name: new))


KINDS = (
    *(cut, flip, nulls, coding, line_ends, lines, swap, missing, twice, ids, unknown, spans),
    *(texts, numbers, escapes, depth, layouts, versions),
)
"""All kinds of damage: each makes variants of a sound file with annotations and relations."""


def chance(*seed: object) -> random.Random:
    """Return what draws the same lots for the same seed."""
    return random.Random(repr(seed))  # noqa: S311 -- nothing here is secret


def _one_of_each(held: Any) -> dict[str, Path]:  # noqa: ANN401 -- JSON
    """Return, for each kind of value (a path without its indices), where one stands."""
    found: dict[str, Path] = {}
    for path in _paths(held, ()):
        kind = ".".join("*" if isinstance(step, int) else step for step in path)
        # Now and then a later one, so that not all damage is in the first of each list.
        if kind not in found or chance(path).random() < 0.2:
            found[kind] = path
    return found


def _paths(held: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401 -- JSON
    if path:
        yield path
    steps = held.items() if isinstance(held, dict) else enumerate(held) if _is_list(held) else ()
    for step, value in steps:
        yield from _paths(value, (*path, step))


def _is_list(held: Any) -> bool:  # noqa: ANN401 -- JSON
    return isinstance(held, list)


def _at(held: Any, path: Path) -> Any:  # noqa: ANN401 -- JSON
    for step in path:
        held = held[step]
    return held


def _with(data: bytes, path: Path, change: Callable[[Any], Any] | None) -> bytes:
    """Return the file with the value at `path` changed, or gone, in the layout."""
    held = document(data)
    if not path:
        return laid(change(held) if change else None)
    parent = _at(held, path[:-1])
    if change is None:
        del parent[path[-1]]
    else:
        parent[path[-1]] = change(parent[path[-1]])
    return laid(held)


def _reversed(held: Any) -> Any:  # noqa: ANN401 -- JSON
    if isinstance(held, dict):
        return {key: _reversed(held[key]) for key in reversed(held)}
    return [_reversed(one) for one in held] if isinstance(held, list) else held
