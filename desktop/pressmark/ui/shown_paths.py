"""Paths as they are shown: short, and without the name of the person whose home it is."""

from pathlib import Path


def shown_path(path: Path) -> str:
    """Return `path` with the home folder as `~`."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or nobody's home
        return str(path)
