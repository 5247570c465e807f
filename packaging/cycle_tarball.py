"""Unpack, use and remove the archive in a clean root: `python cycle_tarball.py ARCHIVE.tar.xz`."""

import sys
from pathlib import Path

from clean_root import run_in_clean_root
from cycle import going_through
from cycle_rpm import libraries


def main() -> None:
    """Exit with 0 when all of it went well."""
    archive = Path(sys.argv[1]).resolve()
    with going_through(archive):
        run_in_clean_root("cycle_tarball.sh", (archive,), ("xz-utils", *libraries()))


if __name__ == "__main__":
    main()
