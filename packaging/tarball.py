"""The bundle for any Linux: unpacked anywhere, it runs; `INSTALL.txt` says how to do more."""

import lzma
import shutil
import tarfile
from pathlib import Path

from ground import DIST, WORK, epoch, fresh, version
from linux_tree import LINUX, filled, settle

_PRESET = 9


def package(tree: Path) -> Path:
    """Build the archive; the same tree makes the same bytes."""
    name = f"pressmark-{version()}-linux-x86_64"
    root = fresh(WORK / "tarball") / name
    shutil.copytree(tree / "usr", root, symlinks=True)
    (root / "INSTALL.txt").write_text(filled(LINUX / "INSTALL.txt"), encoding="utf-8")
    settle(root, program=root / "lib" / "pressmark" / "pressmark")
    made = DIST / f"{name}.tar.xz"
    with (
        lzma.open(made, "wb", preset=_PRESET) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in (root, *sorted(root.rglob("*"))):
            archive.add(path, path.relative_to(root.parent), recursive=False, filter=_anybody)
    return made


def _anybody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = epoch()
    return member
