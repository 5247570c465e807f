"""Where this user left the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from pressmark.paths import state_folder
from pressmark.store.kept_json import check, is_text, read_kept, write_kept

_MOST_RECENT, _MOST_PLACES = 10, 50


class Place(NamedTuple):
    """Where a project was left: article id, caret (a code point offset), first line in view.

    `beside` is the id of the article that was read beside it, or ""; `sorting` and `picked` say
    how the articles were listed: the window gives them their meaning.
    """

    article: str
    caret: int = 0
    scroll: int = 0
    beside: str = ""
    sorting: str = ""
    picked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where the window was left; SettingsError for a value that cannot be.

    `geometry` and `docks` are what Qt gave, in base64; `recent` are paths, the last opened
    first; `places` are by path. `last` is the project to open at the next start, or "". `toured`
    says that the tour was begun.
    """

    geometry: str = ""
    docks: str = ""
    last: str = ""
    recent: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    toured: bool = False

    def __post_init__(self) -> None:
        check(
            self,
            {
                "geometry": is_text,
                "docks": is_text,
                "last": is_text,
                "recent": lambda value: isinstance(value, tuple) and all(map(is_text, value)),
                "places": _are_places,
                "toured": lambda value: isinstance(value, bool),
            },
        )

    def opened(self, path: str) -> "State":
        """Return the state with a project opened: the last, and the first of the recent."""
        others = [one for one in self.recent if one != path]
        return replace(self, last=path, recent=(path, *others)[:_MOST_RECENT])

    def left(self, path: str, place: Place) -> "State":
        """Return the state with a project left at `place`."""
        places = {key: held for key, held in self.places.items() if key != path}
        kept = list(places.items())[-(_MOST_PLACES - 1) :]
        return replace(self, places=MappingProxyType({**dict(kept), path: place}))

    def forgotten(self, path: str) -> "State":
        """Return the state without any trace of a project."""
        return replace(
            self,
            last="" if self.last == path else self.last,
            recent=tuple(one for one in self.recent if one != path),
            places=MappingProxyType({key: p for key, p in self.places.items() if key != path}),
        )


def read_state() -> State:
    """Return where the window was left; what is damaged is kept aside, and is as at first again."""
    return read_kept(_path(), State(), _frozen)


def write_state(state: State) -> None:
    """Keep where the window is left (SettingsError `unwritable`, with `path` and `reason`)."""
    write_kept(_path(), state)


def _path() -> Path:
    return state_folder() / "state.json"


def _frozen(name: str, value: object) -> object:
    """Return a value of JSON as `State` holds it."""
    if name == "places" and isinstance(value, dict):
        return MappingProxyType({key: _place(*place) for key, place in value.items()})
    return tuple(value) if isinstance(value, list) else value


def _place(*values: Any) -> Place:  # noqa: ANN401 -- values of JSON, checked by State
    place = Place(*values)
    return place._replace(picked=tuple((facet, value) for facet, value in place.picked))


def _are_places(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_place, value.values()))


def _is_place(value: object) -> bool:
    if not isinstance(value, Place):
        return False
    numbers = type(value.caret) is int and type(value.scroll) is int
    pairs = all(is_text(facet) and is_text(picked) for facet, picked in value.picked)
    return numbers and pairs and all(map(is_text, (value.article, value.beside, value.sorting)))
