"""Names of files for articles: their ids, made fit for every system."""

from collections.abc import Iterable

_RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789"),
    }
)
"""What Windows takes for devices, whatever follows a dot."""


def file_names(ids: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return a name without an ending for each id; no two differ by the case of letters alone."""
    used = {name.casefold() for name in taken}
    names: dict[str, str] = {}
    for one in ids:
        stem = one.replace(".", "_") if one.split(".")[0].casefold() in _RESERVED | {""} else one
        stem = f"{stem}_" if stem.casefold() in _RESERVED else stem.rstrip(".")
        name, number = stem, 1
        while name.casefold() in used:
            number += 1
            name = f"{stem}-{number}"
        used.add(name.casefold())
        names[one] = name
    return names
