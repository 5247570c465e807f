"""The package for Fedora, openSUSE and their kin, made by rpmbuild from the tree."""

import shutil
from pathlib import Path

import elf
from ground import DIST, WORK, fresh, need, run, version
from linux_tree import LINUX, filled

_ALSO = ("fontconfig", "hicolor-icon-theme", "shared-mime-info")


def package(tree: Path) -> Path:
    """Build the package; the same tree makes the same bytes with the same rpmbuild."""
    need("rpmbuild", "rpm")
    top = fresh(WORK / "rpm")
    content = top / "content"
    shutil.copytree(tree, content, symlinks=True)
    binaries = elf.binaries(content)
    needed = [f"{library}()(64bit)" for library in elf.asked_for(binaries)]
    needed = [one for one in needed if not one.startswith("ld-linux")]
    needed.append(f"libc.so.6(GLIBC_{elf.glibc_floor(binaries)})(64bit)")
    requires = "\n".join(f"Requires: {one}" for one in sorted({*needed, *_ALSO}))
    spec = top / "pressmark.spec"
    text = filled(LINUX / "pressmark-rpm.spec")
    spec.write_text(text.replace("@REQUIRES@", requires), encoding="utf-8")
    settings = {
        "_topdir": top,
        "_rpmdir": top / "made",
        "content": content,
        "_buildhost": "localhost",
        "use_source_date_epoch_as_buildtime": "1",
        "clamp_mtime_to_source_date_epoch": "1",
        "source_date_epoch_from_changelog": "0",
        "_binary_payload": "w9.xzdio",
    }
    options = [f"--define={name} {value}" for name, value in settings.items()]
    run("rpmbuild", "-bb", "--quiet", "--target", "x86_64", *options, spec, folder=top)
    built = next((top / "made").rglob("*.rpm"))
    return Path(shutil.copyfile(built, DIST / f"pressmark-{version()}-1.x86_64.rpm"))
