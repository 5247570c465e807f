"""How the records of each kind merge, where they do not simply merge field by field."""

from collections.abc import Iterable
from types import MappingProxyType

from pressmark.edits.three_way import ABSENT, Rules, fingerprint
from pressmark.model.annotation import Origin


def _is_copy_and_print(origin: Origin) -> tuple[bool, str]:
    """Order origins; what somebody made an annotation of its own is no copy any more."""
    return origin.conflict_of is not None, fingerprint(origin)


def _gathered(base: object, one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """Unite two sets of ids: what either added is there, what either took away is not."""
    known = set() if base is ABSENT else {*base}  # type: ignore[misc]  # else ids
    mine, yours = {*one}, {*other}
    return tuple(sorted((mine & yours) | (mine - known) | (yours - known)))


HEAD = Rules(settled=MappingProxyType({"added": min}))
ANNOTATION = Rules(
    together=("fragments", "text", "prefix", "suffix"),
    settled=MappingProxyType(
        {
            "changed": max,
            "created": min,
            "annotator": min,
            "origin": lambda one, other: min(one, other, key=_is_copy_and_print),
        }
    ),
    reconciled=MappingProxyType({"waived": _gathered}),
)
JUDGEMENT = Rules(
    settled=MappingProxyType({"changed": max, "created": min, "annotator": min}),
    reconciled=MappingProxyType(
        {"order": lambda _base, one, other: min(one, other), "relies_on": _gathered}
    ),
)
DISPUTE = Rules(
    settled=MappingProxyType({"turned_down": lambda one, other: tuple(sorted({*one, *other}))})
)
