"""Install, use and remove the Debian package in clean roots: `python cycle_deb.py PACKAGE.deb`.

Twice: in a root without an X server, which would bring libraries along and hide that they are
missing, and in one that has it. Each time an older version is installed first and upgraded.
"""

import shutil
import sys
from pathlib import Path

from clean_root import run_in_clean_root
from cycle import going_through
from ground import WORK, fresh, run


def main() -> None:
    """Exit with 0 when all of it went well."""
    package = Path(sys.argv[1]).resolve()
    with going_through(package):
        look_through(package)
        older = make_older(package)
        run_in_clean_root("cycle_deb.sh", (older, package))
        run_in_clean_root("cycle_deb.sh", (older, package), ("xvfb",))


def look_through(package: Path) -> None:
    """Have the makers of desktops and of Debian look through what the package holds."""
    root = fresh(WORK / "deb-looked-through")
    run("dpkg-deb", "--raw-extract", package, root)
    share = root / "usr" / "share"
    looks: tuple[tuple[str | Path, ...], ...] = (
        ("desktop-file-validate", share / "applications" / "pressmark.desktop"),
        ("appstreamcli", "validate", "--no-net", share / "metainfo" / "pressmark.metainfo.xml"),
        ("lintian", "--allow-root", "--fail-on", "error,warning", package),
    )
    for program, *words in looks:
        if shutil.which(program):
            run(program, *words)
        else:
            print(f"{program} is not installed: the package was not looked through by it")


def make_older(package: Path) -> Path:
    """Make a package as of an earlier version, with a file that the later one lacks."""
    root = fresh(WORK / "deb-older")
    run("dpkg-deb", "--raw-extract", package, root)
    control = root / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    older = ["Version: 0.0.1-1" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join([*older, ""]), encoding="utf-8")
    (root / "usr/lib/pressmark/_internal/of-the-older-version").touch()
    made = WORK / "older.deb"
    run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", root, made)
    return made


if __name__ == "__main__":
    main()
