"""Install, use and remove the Debian package in clean roots: `python cycle_deb.py PACKAGE.deb`.

Twice: in a root without an X server, which would bring libraries along and hide that they are
missing, and in one that has it. Each time an older version is installed first and upgraded.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from ground import PACKAGING, MissingToolError, need, run

_SUITE = "bookworm"
_SCRIPT = PACKAGING / "linux" / "cycle.sh"


def main() -> None:
    """Exit with 0 when all of it went well."""
    package = Path(sys.argv[1]).resolve()
    try:
        need("mmdebstrap", "mmdebstrap")
    except MissingToolError as missing:
        sys.exit(str(missing))
    with tempfile.TemporaryDirectory(prefix="pressmark-cycle-") as name:
        folder = Path(name)
        shutil.copyfile(package, folder / "pressmark.deb")
        shutil.copyfile(_SCRIPT, folder / "cycle.sh")
        make_older(package, folder)
        for more in ((), ("xvfb",)):
            cycle(folder, more)
    print("\nThe package passed its test.")


def make_older(package: Path, folder: Path) -> None:
    """Make a package as of an earlier version, with a file that the later one lacks."""
    root = folder / "root"
    run("dpkg-deb", "--raw-extract", package, root)
    control = root / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    older = ["Version: 0.0.1-1" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join([*older, ""]), encoding="utf-8")
    (root / "usr/lib/pressmark/_internal/of-the-older-version").touch()
    build = ("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build")
    run(*build, root, folder / "older.deb")
    shutil.rmtree(root)


def cycle(folder: Path, more: tuple[str, ...]) -> None:
    """Make a clean root, with these packages as well, and run the script in it."""
    print(f"\n==== {_SUITE}, minimal {' '.join(('with', *more)) if more else ''}", flush=True)
    brought = " ".join(str(folder / name) for name in ("older.deb", "pressmark.deb", "cycle.sh"))
    hooks = (
        'mkdir "$1/cycle"',
        f"copy-in {brought} /cycle",
        'chroot "$1" sh /cycle/cycle.sh /cycle/older.deb /cycle/pressmark.deb',
    )
    command = ["mmdebstrap", "--quiet", "--variant=minbase", "--format=null"]
    command += [f"--include={','.join(more)}"] if more else []
    run(*command, *(f"--customize-hook={hook}" for hook in hooks), _SUITE, "-")


if __name__ == "__main__":
    main()
