"""Remembering things for the next time, which never holds up what somebody does now."""

import logging
from collections.abc import Callable

from pressmark.errors import SettingsError

_log = logging.getLogger(__name__)


def keep(write: Callable[[], None]) -> None:
    """Write something that is remembered; where that cannot be, only the log says so."""
    try:
        write()
    except SettingsError as error:
        _log.warning("not remembered: %s", error.facts.get("reason"))
