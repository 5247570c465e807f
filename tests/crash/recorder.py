"""Records what a program does to the files of a folder, and makes some calls fail."""

import itertools
import os
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from tests.crash.events import Event, Name, Said, Sync, SyncNames, Truncate, Write
from tests.crash.power_cuts import Disk
from tests.crash.sabotage import Patch

AnyPath: TypeAlias = str | os.PathLike[str]

Faults: TypeAlias = Mapping[tuple[str, int], int]
"""Which call of a kind, from 1, fails with which error of the system: {("fsync", 2): errno.EIO}."""


_NUMBERS = itertools.count()


def held_by(folder: Path) -> dict[str, bytes]:
    """Return what is below a folder."""
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


class Recorder:
    """Records what this process does below `folder`, where some calls may fail.

    Only calls through `os` are seen; `tests/crash/test_power_cuts.py` compares the end of a trace
    with what is there.
    """

    def __init__(
        self, folder: Path, faults: Faults | None = None, known: Mapping[str, int] | None = None
    ) -> None:
        """Begin with what is in the folder; `known` are the numbers of the files there."""
        self.events: list[Event] = []
        self.before = held_by(folder)
        self.inodes = dict(known or {path: next(_NUMBERS) for path in self.before})
        self._inodes_before = dict(self.inodes)
        self.failed: str | None = None
        self._root = str(folder)
        self._faults, self._calls = faults or {}, Counter[str]()
        self._handles: dict[int, str | int] = {}
        self._guard = threading.RLock()

    def disk(self) -> Disk:
        """Return the disk as it was before."""
        return Disk(self.before, self._inodes_before)

    def install(self, patch: Patch) -> None:
        """Put itself between the program and the system."""
        for name in ("open", "close", "write", "ftruncate", "fsync", "fdatasync"):
            patch(os, name, self._recorded(getattr(self, f"_{name}"), getattr(os, name)))
        for name in ("replace", "unlink"):
            patch(os, name, self._recorded(getattr(self, f"_{name}"), getattr(os, name)))

    def _recorded(
        self, record: Callable[..., object], whole: Callable[..., object]
    ) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            with self._guard:
                return record(lambda: whole(*args, **named), *args)

        return call

    def say(self, said: Said) -> None:
        with self._guard:
            self.events.append(said)

    # ---- the calls

    def _open(self, whole: Callable[[], int], path: AnyPath, flags: int, *_: int) -> int:
        path = os.fspath(path)
        if not (path + os.sep).startswith(self._root + os.sep):
            return whole()
        self._fail("open")
        made = flags & os.O_CREAT and not os.path.lexists(path)
        handle = whole()
        if os.path.isdir(path):  # noqa: PTH112 -- paths are words here
            self._handles[handle] = path
            return handle
        if made:
            self._name(path, next(_NUMBERS))
        self._handles[handle] = self.inodes[path]
        if flags & os.O_TRUNC:
            self.events.append(Truncate(self.inodes[path], 0))
        return handle

    def _close(self, whole: Callable[[], None], handle: int) -> None:
        self._handles.pop(handle, None)
        whole()

    def _write(self, whole: Callable[[], int], handle: int, piece: memoryview) -> int:
        held = self._handles.get(handle)
        if not isinstance(held, int):
            return whole()
        self._fail("write")
        taken = whole()
        # Where it was written, be it at the end or at the file's own position.
        offset = os.lseek(handle, 0, os.SEEK_CUR) - taken
        self.events.append(Write(held, offset, bytes(piece[:taken])))
        return taken

    def _ftruncate(self, whole: Callable[[], None], handle: int, size: int) -> None:
        whole()
        held = self._handles.get(handle)
        if isinstance(held, int):
            self.events.append(Truncate(held, size))

    def _fsync(self, whole: Callable[[], None], handle: int) -> None:
        held = self._handles.get(handle)
        try:
            if held is not None:
                self._fail("fsync")
            whole()
        except OSError:
            if isinstance(held, int):
                self.events.append(Sync(held, went_well=False))
            raise
        if isinstance(held, int):
            self.events.append(Sync(held, went_well=True))
        elif held is not None:
            self.events.append(SyncNames(held))

    _fdatasync = _fsync

    def _replace(self, whole: Callable[[], None], old: AnyPath, new: AnyPath) -> None:
        old, new = os.fspath(old), os.fspath(new)
        mine = old in self.inodes
        if mine:
            self._fail("replace")
        whole()
        if mine:
            self._name(new, self.inodes[old])
            self._name(old, None)

    def _unlink(self, whole: Callable[[], None], path: AnyPath) -> None:
        path = os.fspath(path)
        mine = path in self.inodes
        if mine:
            self._fail("unlink")
        whole()
        if mine:
            self._name(path, None)

    def _name(self, path: str, inode: int | None) -> None:
        self.events.append(Name(path, inode))
        if inode is None:
            del self.inodes[path]
        else:
            self.inodes[path] = inode

    def _fail(self, call: str) -> None:
        self._calls[call] += 1
        number = self._faults.get((call, self._calls[call]))
        if number is not None:
            self.failed = call
            raise OSError(number, os.strerror(number))
