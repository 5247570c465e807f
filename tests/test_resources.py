"""The shipped resources: every licence listed and there, every icon as Lucide drew it."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pressmark import paths

BUNDLED = {"Inter", "Lucide", "Source Serif 4"}
WINDOWS = {"os_name": "nt", "platform_system": "Windows", "sys_platform": "win32"}


@pytest.fixture(scope="module")
def licences() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(
        paths.resource("licences", "licences.json").read_text(encoding="utf-8")
    )
    return listed


def needed(name: str, seen: set[str], extras: frozenset[str] = frozenset()) -> set[str]:
    """Return what a distribution needs at run time, on any system, with all that follows."""
    systems = [{"extra": extra, **one} for extra in ("", *extras) for one in ({}, WINDOWS)]
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        marker, other = requirement.marker, canonicalize_name(requirement.name)
        wanted = marker is None or any(marker.evaluate(system) for system in systems)
        if wanted and (other not in seen or requirement.extras):
            seen.add(other)
            needed(other, seen, frozenset(requirement.extras))
    return seen


def test_every_runtime_dependency_is_listed(licences: list[dict[str, Any]]) -> None:
    listed = {row["component"] for row in licences}
    assert listed >= BUNDLED
    assert {canonicalize_name(name) for name in listed - BUNDLED} == needed("pressmark", set())


def test_versions_are_the_locked_ones(root: Path, licences: list[dict[str, Any]]) -> None:
    text = (root / "constraints.txt").read_text(encoding="ascii")
    locked = dict(re.findall(r"^([\w-]+)==(\S+)$", text, re.MULTILINE))
    listed = {canonicalize_name(row["component"]): row["version"] for row in licences}
    assert {name: locked[name] for name in listed if name in locked} == {
        name: version for name, version in listed.items() if name in locked
    }
    assert len(locked.keys() & listed.keys()) == len(licences) - len(BUNDLED)


def test_every_licence_has_its_text(licences: list[dict[str, Any]]) -> None:
    named = {name for row in licences for name in row["files"]}
    assert named == {path.name for path in paths.resource("licences").glob("*.txt")}
    assert all(row["licence"] and row["source"].startswith("https://") for row in licences)


def test_icons_are_lucide_s_own(licences: list[dict[str, Any]]) -> None:
    (version,) = (row["version"] for row in licences if row["component"] == "Lucide")
    for path in paths.resource("icons").glob("*.svg"):
        if path.stem != "pressmark":
            text = path.read_text(encoding="utf-8")
            assert text.startswith(f"<!-- @license lucide-static v{version} - ISC -->"), path.name
            assert 'stroke="currentColor"' in text, path.name


def test_every_label_has_its_glyph(golden: Path) -> None:
    label_set = json.loads((golden / "label_set.json").read_text(encoding="utf-8"))
    for label in label_set["labels"]:
        assert paths.resource("icons", f"{label['glyph']}.svg").is_file()


@pytest.mark.parametrize(
    "name",
    [
        *("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"),
        *("SourceSerif4-Regular", "SourceSerif4-It", "SourceSerif4-Semibold", "SourceSerif4-Bold"),
    ],
)
def test_fonts_are_there(name: str) -> None:
    assert paths.resource("fonts", f"{name}.ttf").read_bytes()[:4] == b"\0\1\0\0"
