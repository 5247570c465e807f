"""The files of an installed Linux copy, as they lie below `/`: what the packages hold."""

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from bundle import files
from ground import PACKAGING, ROOT, WORK, epoch, fresh, version

LINUX = PACKAGING / "linux"
_SVG = ROOT / "resources" / "icons" / "pressmark.svg"
_TYPE_ICON = "application-vnd.pressmark+json"


def tree(bundle: Path, icons: Path, notices: Path, bill: Path) -> Path:
    """Lay out program, desktop entry, type, icons, page of the manual and licences."""
    root = fresh(WORK / "linux")
    share = root / "usr" / "share"
    (root / "usr" / "bin").mkdir(parents=True)
    shutil.copytree(bundle, root / "usr" / "lib" / "pressmark", symlinks=True)
    (root / "usr" / "bin" / "pressmark").symlink_to("../lib/pressmark/pressmark")
    _put(share / "applications" / "pressmark.desktop", LINUX / "pressmark.desktop")
    _put(share / "mime" / "packages" / "pressmark.xml", LINUX / "pressmark-mime.xml")
    _put(share / "metainfo" / "pressmark.metainfo.xml", LINUX / "pressmark.metainfo.xml")
    manual = share / "man" / "man1" / "pressmark.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(packed(filled(LINUX / "pressmark.1").encode()))
    _put_icons(share / "icons" / "hicolor", icons)
    papers = share / "doc" / "pressmark"
    shutil.copytree(notices, papers / "LICENSES")
    shutil.copyfile(bill, papers / bill.name)
    (papers / "changelog.gz").write_bytes(packed((ROOT / "CHANGELOG.md").read_bytes()))
    settle(root)
    return root


def filled(template: Path) -> str:
    """Return a template with the version and its day filled in."""
    day = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    text = template.read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def packed(content: bytes) -> bytes:
    """Return the content as gzip has it, without a name or a time."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def settle(root: Path, program: Path | None = None) -> None:
    """Give everything the same rights and times, whoever builds it and when."""
    programs = {program or root / "usr" / "lib" / "pressmark" / "pressmark"}
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def installed_size(root: Path) -> int:
    """Return how much room the files take, in KiB, as dpkg counts it."""
    return sum(-(-path.stat().st_size // 1024) for path in files(root))


def _put(path: Path, template: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(filled(template), encoding="utf-8")


def _put_icons(folder: Path, icons: Path) -> None:
    for theme, name in (("apps", "pressmark"), ("mimetypes", _TYPE_ICON)):
        drawn = {f"{one.stem}x{one.stem}": one for one in sorted(icons.glob("*.png"))}
        for size, picture in {**drawn, "scalable": _SVG}.items():
            place = folder / size / theme / f"{name}{picture.suffix}"
            place.parent.mkdir(parents=True)
            shutil.copyfile(picture, place)
