"""Open the disk image and let the application in it test itself: `python cycle_macos.py IMAGE`."""

import sys
from pathlib import Path

import macos
from cycle import going_through


def main() -> None:
    """Exit with 0 when all of it went well."""
    image = Path(sys.argv[1]).resolve()
    with going_through(image):
        macos.self_tested(image)


if __name__ == "__main__":
    main()
