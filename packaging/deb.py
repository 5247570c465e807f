"""The Debian package: the tree, and what the package manager is told about it."""

import gzip
import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import elf
from bundle import files
from ground import DIST, WORK, epoch, need, output, run, version
from linux_tree import LINUX, filled, installed_size, settle

_ALSO = ("fontconfig-config",)
"""What no library asks for, and windows without it have no letters."""
_RECOMMENDED = "fonts-noto-core, xdg-utils"
_SUGGESTED = "fonts-noto-cjk"


def package(tree: Path) -> Path:
    """Build the package; the same tree makes the same bytes."""
    need("dpkg-deb", "dpkg")
    root = WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(tree, root, symlinks=True)
    papers = root / "usr" / "share" / "doc" / "pressmark"
    (papers / "changelog.Debian.gz").write_bytes(gzip.compress(_changelog().encode(), mtime=0))
    shutil.copyfile(LINUX / "copyright", papers / "copyright")
    overrides = root / "usr" / "share" / "lintian" / "overrides" / "pressmark"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides)
    control = root / "DEBIAN"
    control.mkdir()
    sums = [f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in files(root)]
    (control / "control").write_text(_control(root), encoding="utf-8")
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    settle(root)
    DIST.mkdir(exist_ok=True)
    made = DIST / f"pressmark_{version()}-1_amd64.deb"
    dpkg = ("dpkg-deb", "--root-owner-group", "--threads-max=1", "-Zxz", "-z9")
    run(*dpkg, "--build", root, made)
    return made


def _control(root: Path) -> str:
    binaries = elf.binaries(root)
    needed = packages_of(elf.asked_for(binaries))
    needed = [
        f"libc6 (>= {elf.glibc_floor(binaries)})" if one == "libc6" else one for one in needed
    ]
    return filled(LINUX / "control").format(
        size=installed_size(root),
        depends=", ".join(sorted({*needed, *_ALSO})),
        recommends=_RECOMMENDED,
        suggests=_SUGGESTED,
    )


def packages_of(libraries: list[str]) -> list[str]:
    """Return the packages that have these libraries on a system of the oldest kind."""
    found = set()
    for library in libraries:
        owners = output("dpkg-query", "--search", f"*/{library}").splitlines()
        found |= {line.partition(":")[0] for line in owners if "-dev" not in line}
    return sorted(found)


def _changelog() -> str:
    day = datetime.fromtimestamp(epoch(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    who = "The Pressmark authors <authors@pressmark.invalid>"
    return (
        f"pressmark ({version()}-1) unstable; urgency=medium\n\n"
        f"  * What is new stands in changelog.gz beside this file.\n\n -- {who}  {day}\n"
    )


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
