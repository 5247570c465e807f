"""What can happen to files, call by call, and what a program says in between."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes were written at an offset of a file, which is known by a number of its own."""

    inode: int
    offset: int
    piece: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file was cut off."""

    inode: int
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """The bytes of a file were synced; or not: what was written since may then never be."""

    inode: int
    went_well: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A path came to mean a file, or none any more; a rename is two of these."""

    path: str
    inode: int | None


@dataclass(frozen=True, slots=True)
class SyncNames:
    """The names in a folder were synced."""

    folder: str


@dataclass(frozen=True, slots=True)
class Said:
    """States, by number: up to which all is kept, up to which work has begun, which is saved."""

    kept: int
    begun: int
    saved: int


NOTHING = Said(0, 0, 0)

Event: TypeAlias = Write | Truncate | Sync | Name | SyncNames | Said
