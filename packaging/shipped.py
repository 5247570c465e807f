"""What ships of the Python packages: everything that is imported, less what is never read."""

import re
from pathlib import PurePosixPath

from qt_files import ships as qt_ships

LANGUAGES = ("en", "uk")
"""The languages of the window, whose words of Qt ship as well."""
EXCLUDED = (
    *("_curses", "_hashlib", "_sqlite3", "_ssl", "_tkinter", "_uuid"),
    *("pyarrow", "readline", "sqlite3", "ssl", "tkinter"),
)
"""Modules that stay out: Pressmark makes no connection, so there is no TLS to keep up to date."""
LIBRARIES = (
    *("libbz2", "libffi", "liblzma", "libpython3"),
    *("libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util"),
    "libxcb-util",
)
"""Libraries of the building system that ship: those whose names differ from system to system, or
that a plain installation lacks. Everything else is asked of the package manager."""
_LOCALES = re.compile(r"babel/locale-data/(?:root|en|uk)\.dat")
_UNREAD = re.compile(
    r"""babel/locale-data/.*               # for dates and money of 700 languages
    |   certifi/.*\.pem                    # nobody is connected to
    |   dateutil/zoneinfo/.* | pytz/zoneinfo/.*   # tzdata has the same
    |   lxml/(?:.*/)?(?:includes|isoschematron)/.*   # headers for C; schemas
    |   pygments/(?:lexers|styles|formatters)/.* | pypdfium2_raw/.*\.h
    |   olefile/olefile2\.py                  # for Python 2
    |   (?:.*/)?(?:tests?|__pycache__)/.* | .*\.(?:pyi|pyx|pxd|c|h|hpp)
    |   (?!pressmark-|trafilatura-)[^/]+\.dist-info/.*
    |   trafilatura-[^/]*/(?!METADATA).*      # its version goes into what it writes
    """,
    re.VERBOSE,
)
_OWN_METADATA = {"METADATA", "RECORD"}  # and who installed it is written anew


def ships(path: str) -> bool:
    """Say whether a file ships that the packages bring, by its path below their folder."""
    parts = PurePosixPath(path.replace("\\", "/"))
    plain = parts.as_posix()
    if plain.startswith(("PySide6/", "shiboken6/")):
        return qt_ships(plain.partition("/")[2], frozenset(LANGUAGES))
    if plain.startswith("pressmark-"):
        return parts.name in _OWN_METADATA
    return bool(_LOCALES.fullmatch(plain)) or not _UNREAD.fullmatch(plain)


def library_ships(name: str) -> bool:
    """Say whether a library of the system ships, by its file name."""
    return name.startswith(LIBRARIES)
