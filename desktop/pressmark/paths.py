"""Where things are: the resources that ship, and this user's own folders."""

from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent
_DIRS = PlatformDirs("pressmark", appauthor=False)


def _shipped(folder: str) -> Path:
    """Return a shipped folder: inside the package when installed, beside it in a checkout."""
    installed = _PACKAGE / folder
    return installed if installed.is_dir() else _PACKAGE.parents[1] / folder


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource, e.g. `resource("icons", "gavel.svg")`."""
    return _shipped("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """Return the path of a file of the example: the two seed articles and the finished project."""
    return _shipped("seeds").joinpath(*parts)


def settings_folder() -> Path:
    """Return the folder of this user's settings; it may not exist yet."""
    return Path(_DIRS.user_config_dir)


def state_folder() -> Path:
    """Return the folder of window geometry, recent projects and backups; it may not exist yet."""
    return Path(_DIRS.user_data_dir)


def log_folder() -> Path:
    """Return the folder of the log; it may not exist yet."""
    return Path(_DIRS.user_log_dir)


def documents_folder() -> Path:
    """Return the folder where a person expects new projects."""
    return Path(_DIRS.user_documents_dir)
