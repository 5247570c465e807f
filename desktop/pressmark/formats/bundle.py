"""A source of several files, a folder or a zip: read file by file, with a distrust of both."""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Protocol
from zipfile import BadZipFile, ZipFile, ZipInfo

from pressmark.errors import FormatError
from pressmark.formats.long_file import LARGEST_WHOLE, LongFile

LARGEST_FILE = LARGEST_WHOLE
LARGEST_IN_ALL = 2 * 2**30
MOST_FILES = 200_000
"""An article is two files in brat: room for ten times what a large project has."""
_HARMLESS = 2**20
_DENSEST = 250
"""How many times its packed size a file of more than a megabyte may have."""
_ZIP_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")


class Bundle(Protocol):
    """Files by names, with `/` between folders; none of the names leads out of it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in order."""

    def read(self, name: str) -> bytes:
        """Return a file's bytes (KeyError: there is none; FormatError: too large, damaged)."""

    def long(self, name: str) -> LongFile:
        """Return a file to go through, of whatever size; the same errors, or when it is read."""


def begins_as_zip(data: bytes) -> bool:
    """Say whether these bytes are those of a zip."""
    return data.startswith(_ZIP_BEGINS)


def bundle_at(path: Path) -> Bundle | None:
    """Return the files of a folder or of a zip, None for any other file.

    FormatError `unsafe-names`, `too-many-files`, `too-large-unpacked` or `damaged-zip`.
    """
    try:
        if path.is_dir():
            return FolderBundle(path)
        if not path.is_file():
            return None
        with path.open("rb") as file:
            is_zip = begins_as_zip(file.read(4))
    except OSError:
        return None  # whoever reads it says why
    return ZipBundle(path) if is_zip else None


class FolderBundle:
    """The files of a folder; hidden ones and links are passed over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = frozenset(self._within(folder))
        self.names = tuple(sorted(self._known))
        if len(self.names) > MOST_FILES:
            raise FormatError("too-many-files", path=folder, limit=MOST_FILES)

    @staticmethod
    def _within(folder: Path) -> Iterator[str]:
        for place, folders, files in os.walk(folder):
            folders[:] = [one for one in folders if not one.startswith(".")]
            for name in files:
                path = Path(place, name)
                if not name.startswith(".") and path.is_file() and not path.is_symlink():
                    yield path.relative_to(folder).as_posix()

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        return _read(self.long(name), self._folder / name)

    def long(self, name: str) -> LongFile:
        """Return a file to go through."""
        if name not in self._known:
            raise KeyError(name)
        return LongFile.at(self._folder / name)


class NeighbourBundle:
    """One file, and what stands beside it in its folder, by name."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self.names = (path.name,)

    def read(self, name: str) -> bytes:
        """Return the bytes of the file or of a neighbour."""
        return _read(self.long(name), self._folder / name)

    def long(self, name: str) -> LongFile:
        """Return the file or a neighbour to go through."""
        path = self._folder / PurePosixPath(name).name
        try:
            is_there = path.is_file() and not path.is_symlink()
        except OSError:  # such a name there cannot be
            is_there = False
        if not is_there:
            raise KeyError(name)
        return LongFile.at(path)


class ZipBundle:
    """The files of a zip; one with names that lead elsewhere, or that swells, is refused whole.

    One that was in another is given by its name there, and its `data`.
    """

    def __init__(self, path: Path | str, data: bytes | None = None) -> None:
        self._path = path
        try:
            self._zip = ZipFile(path if data is None else BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise FormatError("damaged-zip", path=path) from error
        members = [one for one in self._zip.infolist() if not one.is_dir()]
        for one in members:
            one.filename = one.filename.replace("\\", "/")  # as old .NET programs write them
        self._check(members)
        self._members = {one.filename: one for one in members if not _is_rubbish(one.filename)}
        self.names = tuple(sorted(self._members))

    def _check(self, members: list[ZipInfo]) -> None:
        path = self._path
        if len(members) > MOST_FILES:
            raise FormatError("too-many-files", path=path, limit=MOST_FILES)
        if len({one.filename for one in members}) < len(members):
            raise FormatError("unsafe-names", path=path)
        for one in members:
            if not is_safe(one.filename) or stat.S_ISLNK(one.external_attr >> 16):
                raise FormatError("unsafe-names", path=path, name=one.filename)
            swollen = one.file_size > _HARMLESS and one.file_size > _DENSEST * one.compress_size
            if swollen:
                raise FormatError("too-large-unpacked", path=path, limit=LARGEST_FILE)
        if sum(one.file_size for one in members) > LARGEST_IN_ALL:
            raise FormatError("too-large-unpacked", path=path, limit=LARGEST_IN_ALL)

    def read(self, name: str) -> bytes:
        """Return a file's bytes, as many as the zip says it has."""
        size = self._members[name].file_size
        if size > LARGEST_FILE:
            raise FormatError("too-large-unpacked", path=self._path, limit=LARGEST_FILE)
        data = b"".join(self.long(name).chunks())
        if len(data) != size:
            raise FormatError("damaged-zip", path=self._path)
        return data

    def long(self, name: str) -> LongFile:
        """Return a file to go through."""
        member = self._members[name]

        @contextmanager
        def opened() -> Iterator[IO[bytes]]:
            try:
                with self._zip.open(member) as file:
                    yield file
            except (BadZipFile, OSError, EOFError, RuntimeError, ValueError, zlib.error) as error:
                raise FormatError("damaged-zip", path=self._path) from error

        return LongFile(opened, member.file_size)


def is_safe(name: str) -> bool:
    """Say whether a name stays within the folder that it is unpacked to, on every system."""
    parts = name.split("/")
    return not ({"", ".", ".."} & set(parts) or "\\" in name or ":" in parts[0] or "\0" in name)


def _is_rubbish(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _read(file: LongFile, path: Path) -> bytes:
    try:
        return file.whole()
    except FormatError as error:
        raise FormatError(error.case, **{"path": path, **error.facts}) from None
