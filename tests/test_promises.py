"""Every promise of the README names tests that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## What Pressmark promises about your work"


def promises() -> list[str]:
    """Return the lines of the section, each with the tests that it names."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition(HEADING)[2].partition("\n#")[0]
    return [re.sub(r"\s+", " ", line) for line in re.split(r"\n- ", section)[1:]]


def named(promise: str) -> list[tuple[str, str]]:
    """Return files and functions; "" where a whole file is named."""
    return re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", promise)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_there_are_promises() -> None:
    assert 15 <= len(promises()) <= 30


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise[:50])
def test_its_tests_are_there(promise: str) -> None:
    assert named(promise), "names no test"
    assert promise.count("`") == 2 * len(named(promise)), "names something else than tests"
    for file, function in named(promise):
        path = ROOT / file
        assert path.is_file(), file
        tests = {name for name in functions(path) if name.startswith("test_")}
        assert tests, file
        assert function in tests or not function, f"{file}::{function}"
