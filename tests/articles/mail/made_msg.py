"""Outlook messages made for tests: a compound file ([MS-CFB]) with a stream for each property."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    child: int = _FREE
    right: int = _FREE

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<III", _FREE, self.right, self.child)
        return (
            name.ljust(64, b"\0")
            + struct.pack("<HBB", len(name), self.kind, 1)
            + links
            + bytes(36)
            + struct.pack("<IQ", self.start, self.size)
        )


@dataclass
class _Space:
    """Sectors that chains are laid into."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def put(self, content: bytes) -> int:
        start, count = len(self.chain), -(-len(content) // self.size)
        self.data += content.ljust(count * self.size, b"\0")
        self.chain += [*range(start + 1, start + count), _END] if count else []
        return start if count else _END


def compound_file(tree: Tree) -> bytes:
    """Write a tree of streams as a compound file."""
    large, mini = _Space(_SECTOR), _Space(_MINI)
    entries = [_Entry("Root Entry", 5)]
    _lay(tree, entries, 0, large, mini)
    entries[0].start, entries[0].size = large.put(bytes(mini.data)), len(mini.data)
    table = b"".join(struct.pack("<I", one) for one in mini.chain)
    mini_fat = large.put(table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff"))
    listing = b"".join(entry.packed() for entry in entries)
    directory = large.put(listing.ljust(-(-len(listing) // _SECTOR) * _SECTOR, b"\0"))
    place = len(large.chain)
    fat = [*large.chain, _FAT, _FAT, _FAT]
    packed = b"".join(struct.pack("<I", one) for one in fat).ljust(3 * _SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, 3),
        *(directory, 0, _CUTOFF, mini_fat, -(-len(table) // _SECTOR), _END, 0, place),
    )
    header += struct.pack("<II", place + 1, place + 2)
    return header.ljust(_SECTOR, b"\xff") + bytes(large.data) + packed


def _lay(tree: Tree, entries: list[_Entry], parent: int, large: _Space, mini: _Space) -> None:
    last = -1
    for name, content in tree.items():
        at = len(entries)
        if isinstance(content, bytes):
            space = large if len(content) >= _CUTOFF else mini
            entries.append(_Entry(name, 2, space.put(content), len(content)))
        else:
            entries.append(_Entry(name, 1))
            _lay(content, entries, at, large, mini)
        if last < 0:
            entries[parent].child = at
        else:
            entries[last].right = at
        last = at


def properties(
    header: int, *, numbers: Mapping[int, int] | None = None, **texts: str | bytes
) -> dict[str, bytes]:
    """Return the streams of properties: `t1000` is text, `n1000` text in a code page, `b` bytes."""
    streams = {
        "__properties_version1.0": bytes(header)
        + b"".join(struct.pack("<HHIQ", 3, tag, 6, value) for tag, value in (numbers or {}).items())
    }
    kinds = {"t": "001F", "n": "001E", "b": "0102"}
    for name, value in texts.items():
        data = value if isinstance(value, bytes) else value.encode("utf-16-le")
        streams[f"__substg1.0_{name[1:].upper()}{kinds[name[0]]}"] = data
    return streams
