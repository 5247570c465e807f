"""The bill of materials (CycloneDX): every part of an installer, with version and licence."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ground import WORK, run
from notices import Part

_BY_HAND = "by-hand:"


def write(made: Path, tools: Path, shipped: Path, parts: Sequence[Part]) -> Path:
    """Write the bill: Python packages from the environment they ship from, the rest by hand.

    `tools` and `shipped` are the Pythons of two environments; of the packages in the second one,
    only those that `parts` names ship.
    """
    drawn = WORK / f"environment-of-{made.name}"
    options = ("--output-reproducible", "--mc-type", "application", "--output-file", drawn)
    run(tools, "-m", "cyclonedx_py", "environment", *options, shipped)
    bill = json.loads(drawn.read_text(encoding="utf-8"))
    named = {_key(part.component): part for part in parts}
    packages = [_described(one, named) for one in bill["components"] if _key(one["name"]) in named]
    there = {_key(one["name"]) for one in packages}
    others = [_component(part) for key, part in sorted(named.items()) if key not in there]
    own = next(one for one in bill["components"] if one["name"] == "pressmark")
    own = {**_without_places(own), "type": "application"}
    bill["metadata"]["component"] = own
    bill["components"] = [*packages, *others]
    bill["dependencies"] = _dependencies(bill, others)
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8", newline="\n")
    return made


def _key(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def _described(component: dict[str, Any], named: Mapping[str, Part]) -> dict[str, Any]:
    """Return a package under the licence that was chosen, where its makers offer several."""
    chosen = [{"expression": named[_key(component["name"])].licence}]
    return {**_without_places(component), "licenses": chosen}


def _without_places(component: dict[str, Any]) -> dict[str, Any]:
    """Return a component without what only the building machine knows."""
    outside = [
        one for one in component.get("externalReferences", ()) if not one["url"].startswith("file:")
    ]
    return {**component, "externalReferences": outside}


def _component(part: Part) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"{_BY_HAND}{_key(part.component)}",
        "name": part.component,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
        "externalReferences": [{"type": "website", "url": part.source}],
    }


def _dependencies(bill: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return who needs whom among what is left; what was added by hand, Pressmark needs."""
    own = bill["metadata"]["component"]["bom-ref"]
    there = {own, *(one["bom-ref"] for one in bill["components"])}
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    needs[own] = [*needs.get(own, []), *(one["bom-ref"] for one in others)]
    return [
        {"ref": ref, "dependsOn": sorted(there.intersection(on))}
        for ref, on in sorted(needs.items())
        if ref in there
    ]


def problems(made: Path, tools: Path) -> None:
    """Let the makers of the format look through a bill; CalledProcessError where it is no bill."""
    look = (
        "import sys; from cyclonedx.validation.json import JsonStrictValidator as V;"
        "from cyclonedx.schema import SchemaVersion as S; from pathlib import Path;"
        "e = V(S.V1_6).validate_str(Path(sys.argv[1]).read_text()); sys.exit(e and str(e))"
    )
    run(tools, "-c", look, made)
