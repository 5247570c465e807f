"""Install, use and remove the RPM package in a clean root: `python cycle_rpm.py PACKAGE.rpm`.

There is no Fedora here to be had: the root is a Debian with rpm in it, so that what the package
requires by its names on Fedora is not tried.
"""

import sys
from pathlib import Path

import elf
from clean_root import run_in_clean_root
from cycle import going_through
from deb import packages_of
from ground import WORK, need


def main() -> None:
    """Exit with 0 when all of it went well."""
    package = Path(sys.argv[1]).resolve()
    with going_through(package):
        run_in_clean_root(
            "cycle_rpm.sh",
            (package,),
            ("rpm", "hicolor-icon-theme", "shared-mime-info", *libraries()),
        )


def libraries() -> list[str]:
    """Return the packages of Debian that have what the bundle asks of a system."""
    need("dpkg-query", "dpkg")
    return [*packages_of(elf.asked_for(elf.binaries(WORK / "bundle"))), "fontconfig-config"]


if __name__ == "__main__":
    main()
