"""A small disk of one's own, for those who may mount one: see `test_real_disks`."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


class Disk:
    """A disk in memory that holds a megabyte and a few files, and can be pulled out."""

    def __init__(self, place: Path, folder: Path) -> None:
        self.folder = folder
        self._place = place
        self._ballast = folder / "ballast"
        for one in (place, folder):
            one.mkdir()
        _mount("-t", "tmpfs", "-o", "size=1m,nr_inodes=30", "tmpfs", place)
        self.put_in()

    def put_in(self) -> None:
        _mount("--bind", self._place, self.folder)

    def pull_out(self) -> None:
        """Take it away, whoever has files open on it; an empty folder is left in its place."""
        _run("umount", "--lazy", self.folder)

    def fill(self, room: int = 0) -> None:
        """Leave no room but for so many bytes, where the disk gives out room by pages."""
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while file.write(b"0" * 4096):
                    pass
            except OSError:
                file.truncate(file.tell() - room)

    def use_up_names(self) -> None:
        """Leave no room for another file, however small."""
        self._ballast.mkdir()
        try:
            for number in range(1000):
                (self._ballast / str(number)).touch()
        except OSError:
            return

    def write_protect(self) -> None:
        """Take it away and bring it back so that nobody may write on it."""
        self.pull_out()
        self.put_in()
        _mount("-o", "remount,bind,ro", self.folder)

    def mend(self) -> None:
        """Bring it back with room on it, and let everybody write."""
        if os.path.ismount(self.folder):
            self.pull_out()
        self.put_in()
        _run("rm", "-rf", self._ballast)

    def names(self) -> set[str]:
        """Return what lies on it, without what fills it."""
        return {one.name for one in self.folder.iterdir()} - {self._ballast.name}

    def take_away(self) -> None:
        for one in (self.folder, self._place):
            if os.path.ismount(one):
                _run("umount", "--lazy", one)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mount a disk in a mount namespace of the test's own."""
    made = Disk(tmp_path / "device", tmp_path / "stick")
    yield made
    made.take_away()


def _mount(*words: str | Path) -> None:
    _run("mount", *words)


def _run(*words: str | Path) -> None:
    subprocess.run([*map(str, words)], check=True)
