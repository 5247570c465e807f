"""What a window needs before its first paint, read by next to nothing: time counts there.

The same files are read whole, and checked, by `state` and `settings` a moment later.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pressmark.paths import settings_folder, state_folder


class Glimpse(NamedTuple):
    """How the window stood (`State`), and its theme and language (`Settings`)."""

    geometry: str = ""
    docks: str = ""
    theme: str = "system"
    language: str = "system"


def glimpse() -> Glimpse:
    """Return what is there to be read; nothing that is missing or damaged is a fault here."""
    state, settings = (
        _read(state_folder() / "state.json"),
        _read(settings_folder() / "settings.json"),
    )
    found = {
        "geometry": state.get("geometry"),
        "docks": state.get("docks"),
        "theme": settings.get("theme"),
        "language": settings.get("language"),
    }
    return Glimpse(**{name: value for name, value in found.items() if isinstance(value, str)})


def _read(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
