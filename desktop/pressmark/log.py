"""The log: a small rotating file of this user's, with ids, codes and counts, never article text."""

import logging
import os
import re
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from pressmark.errors import PressmarkError
from pressmark.paths import log_folder

NAME = "pressmark.log"
_SIZE = 512 * 1024  # bytes of one file; there are three at most
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FACTS = ("id", "article", "reason", "line", "column", "count", "limit")
_CODE = re.compile(r"[A-Za-z0-9._-]{1,64}")

_ExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def start_log(folder: Path | None = None) -> Path | None:
    """Write what happens to a file from now on; return its path, or None where it cannot be."""
    path = (folder or log_folder()) / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _PrivateFile(path, maxBytes=_SIZE, backupCount=2, encoding="utf-8")
    except OSError:
        return None  # a program without a log is better than no program
    handler.setFormatter(_Traces(_LINE))
    root = logging.getLogger("pressmark")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return path


def stop_log() -> None:
    """Close the files that `start_log` opened."""
    root = logging.getLogger("pressmark")
    for handler in root.handlers[:]:
        if isinstance(handler, _PrivateFile):
            root.removeHandler(handler)
            handler.close()


class _PrivateFile(RotatingFileHandler):
    """A log that only its owner can read, and that stays silent where the disk is in trouble."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        return os.fdopen(os.open(self.baseFilename, flags, 0o600), "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- logging's name
        """Lose the line: there is nowhere left to tell it."""


class _Traces(logging.Formatter):
    """Writes where an exception came from, but not its words, which may quote an article."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 -- logging's name
        kind, error, trace = ei
        lines = traceback.format_tb(trace)
        name = kind.__name__ if kind else "?"
        lines.append(f"{name}: {_told(error)}" if isinstance(error, PressmarkError) else name)
        return "".join(lines)


def _told(error: PressmarkError) -> str:
    """Return case and facts of an error, without values and names that people wrote."""
    facts = ((name, str(error.facts[name])) for name in _FACTS if name in error.facts)
    return " ".join(
        [error.case, *(f"{name}={fact}" for name, fact in facts if _CODE.fullmatch(fact))]
    )
