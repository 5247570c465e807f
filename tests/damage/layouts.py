"""Damage to project files that other hands have laid out."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.damage.variants import Variant, chance, document, flipped

LAYOUTS: Mapping[str, Mapping[str, Any]] = {
    "pretty": {"indent": 2, "ensure_ascii": False},
    "tabs": {"indent": "\t", "ensure_ascii": True},
    "minified": {"separators": (",", ":"), "ensure_ascii": False},
    "one line": {"ensure_ascii": False},
    "by key": {"sort_keys": True, "indent": 1, "ensure_ascii": False},
}
"""Other layouts in which a project may come to harm, as what `json.dumps` is told."""


def elsewhere(data: bytes) -> Iterator[Variant]:
    """Damage to files that are laid out otherwise."""
    for name, layout in LAYOUTS.items():
        laid_so = json.dumps(document(data), **layout).encode()
        for percent in range(5, 100, 5):
            yield Variant(f"{name} at {percent} %", laid_so[: len(laid_so) * percent // 100])
        for number in range(12):
            spoilt = flipped(laid_so, chance(name, number), 1)
            yield Variant(f"{name} flip {number}", spoilt)
        yield Variant(f"{name} storm", flipped(laid_so, chance(name, "storm"), 20))
        for at in range(0, len(laid_so), len(laid_so) // 8):
            block = bytes(min(4096, len(laid_so) - at))
            yield Variant(f"{name} block at {at}", laid_so[:at] + block + laid_so[at + 4096 :])
        for at in sorted(chance(name, "gone").sample(range(len(laid_so)), 12)):
            yield Variant(f"{name} byte {at} gone", laid_so[:at] + laid_so[at + 1 :])
        for bad in (b"NaN", b"1e400", b"9" * 10_000, rb'"\ud800"', b"[" * 5000):
            put = laid_so.replace(b"2749", bad, 1)
            yield Variant(f"{name} {bad[:6].decode()}", put)
