"""What a disk may hold after the power went: every image that POSIX allows, after every call.

Only what was synced is sure. Of the rest each written piece may be there, in part, as zeros, or not
at all, and each name may be the old or the new one, in any combination: the order in which calls
were made binds only those that concern one name, or one byte.
"""

import itertools
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tests.crash.events import NOTHING, Event, Name, Said, Sync, SyncNames, Truncate, Write

Image: TypeAlias = Mapping[str, bytes]
"""What every path holds."""

FEW = 8
"""Up to so many names all combinations are tried; of more, those that are likely, and a sample."""
FEW_PIECES = 3
"""The same of the pieces written to one file, of which each can be there in four ways."""
SAMPLE = 24


class Disk:
    """What is on the disk for sure, and what may be."""

    def __init__(self, held: Image, inodes: Mapping[str, int]) -> None:
        self._names: dict[str, int] = dict(inodes)
        self._bytes = {inode: held[path] for path, inode in inodes.items()}
        self._new_names: list[Name] = []
        self._pieces: dict[int, list[_Piece]] = defaultdict(list)
        self._dice = random.Random(1)  # noqa: S311 -- samples, not secrets

    def take(self, event: Event) -> None:
        """Do what a call does."""
        match event:
            case Write() | Truncate():
                self._pieces[event.inode].append(_Piece(event))
            case Name():
                self._new_names.append(event)
            case Sync(inode, went_well):
                for piece in self._pieces[inode]:
                    piece.settle("sure" if went_well else "doubtful")
            case SyncNames(folder):
                self._settle(folder)

    def _settle(self, folder: str) -> None:
        left = []
        for name in self._new_names:
            if name.path.rpartition("/")[0] != folder:
                left.append(name)
            elif name.inode is None:
                self._names.pop(name.path, None)
            else:
                self._names[name.path] = name.inode
        self._new_names = left

    def images(self, most: int) -> Iterator[Image]:
        """Yield what may be found: all of it where that is not more than `most`, else a sample."""
        for names in self._namings():
            found = [[*self._contents(inode)] for inode in names.values()]
            count = 1
            for ways in found:
                count *= len(ways)
            if count <= most:
                choices: Iterable[Sequence[bytes]] = itertools.product(*found)
            else:
                choices = ([self._dice.choice(ways) for ways in found] for _ in range(most))
            for held in choices:
                yield dict(zip(names, held, strict=True))

    def whole(self) -> Image:
        """Return what the system itself sees now: all that was written."""
        names = self.names()
        return {
            path: _written(
                self._bytes.get(inode, b""), (piece.call for piece in self._pieces[inode])
            )
            for path, inode in names.items()
        }

    def names(self) -> dict[str, int]:
        """Return which files the system itself sees now."""
        return _named(self._names, self._new_names)

    def _namings(self) -> Iterator[dict[str, int]]:
        seen = set()
        for some in _some(self._new_names, self._dice):
            names = _named(self._names, some)
            key = tuple(sorted(names.items()))
            if key not in seen:
                seen.add(key)
                yield names

    def _contents(self, inode: int) -> Iterator[bytes]:
        pieces = self._pieces[inode]
        base = self._bytes.get(inode, b"")
        unsure = [piece.call for piece in pieces if piece.fate != "sure"]
        seen = set()
        for way in self._ways(len(unsure)):
            parts = iter(list(map(_in_part, unsure, way)))
            calls = [[one.call] if one.fate == "sure" else next(parts) for one in pieces]
            held = _written(base, itertools.chain(*calls))
            if held not in seen:
                seen.add(held)
                yield held

    def _ways(self, count: int) -> Iterator[Sequence[int]]:
        """Yield in which of the four ways each piece is there."""
        if count <= FEW_PIECES:
            yield from itertools.product(range(4), repeat=count)
            return
        for whole in range(count + 1):
            for last in range(4):
                yield ([_WHOLE] * whole + [last] + [_NONE] * count)[:count]
        for _ in range(SAMPLE):
            yield [self._dice.randrange(4) for _ in range(count)]


_NONE, _WHOLE, _HALF, _ZEROS = range(4)


@dataclass
class _Piece:
    """Something written: "open" until a sync makes it sure, or fails, after which none ever can."""

    call: Write | Truncate
    fate: str = "open"

    def settle(self, fate: str) -> None:
        if self.fate == "open":
            self.fate = fate


def _in_part(piece: Write | Truncate, way: int) -> list[Write | Truncate]:
    if way == _NONE:
        return []
    if isinstance(piece, Truncate) or way == _WHOLE:
        return [piece]
    taken = piece.piece[: len(piece.piece) // 2] if way == _HALF else bytes(len(piece.piece))
    return [Write(piece.inode, piece.offset, taken)]


def _written(base: bytes, pieces: Iterable[Write | Truncate]) -> bytes:
    held = bytearray(base)
    for piece in pieces:
        if isinstance(piece, Truncate):
            del held[piece.size :]
            held.extend(bytes(piece.size - len(held)))
        else:
            held.extend(bytes(max(0, piece.offset - len(held))))
            held[piece.offset : piece.offset + len(piece.piece)] = piece.piece
    return bytes(held)


def _named(names: Mapping[str, int], news: Iterable[Name]) -> dict[str, int]:
    named = dict(names)
    for name in news:
        if name.inode is None:
            named.pop(name.path, None)
        else:
            named[name.path] = name.inode
    return named


def _some(news: Sequence[Name], dice: random.Random) -> Iterator[Sequence[Name]]:
    """Yield which of the new names have reached the disk."""
    if len(news) <= FEW:
        for chosen in itertools.product((True, False), repeat=len(news)):
            yield list(itertools.compress(news, chosen))
        return
    for count in range(len(news) + 1):
        yield news[:count]
        yield [*news[:count], *news[count + 1 :]]
    for _ in range(SAMPLE):
        yield [name for name in news if dice.random() < 0.5]


def cuts(
    disk: Disk, events: Iterable[Event], most: int, said: Said = NOTHING
) -> Iterator[tuple[Said, Image]]:
    """Yield every image after every event, with what had been said by then, once each."""
    seen: set[tuple[Said, frozenset[tuple[str, bytes]]]] = set()
    for event in events:
        if isinstance(event, Said):
            said = event
        disk.take(event)
        for image in disk.images(most):
            key = (said, frozenset(image.items()))
            if key not in seen:
                seen.add(key)
                yield said, image
