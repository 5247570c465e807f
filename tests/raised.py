"""The errors that the source raises: their classes and cases, read off the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pressmark import errors
from pressmark.errors import ArticleFileError, PressmarkError
from pressmark.store import disk

PACKAGE = Path(__file__).resolve().parent.parent / "desktop" / "pressmark"
KINDS: dict[str, type[PressmarkError]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, PressmarkError)
}
_MADE_ELSEWHERE = {
    "articles/pdf/document.py": {"damaged", "encrypted"},
    "articles/tables/json_rows.py": {"damaged", "no-article"},
    "articles/wire.py": set[str](),  # what a child says, which is told where it is made
    "store/disk.py": {
        *disk._CODES.values(),
        "folder-missing",
        "missing",
        "no-more-files",
        "write-failed",
    },
    "store/opened_project.py": {
        "asked",
        "journal-unreadable",
        "locked",
        "no-permission",
        "newer-version",
    },
    "store/project_file.py": {"truncated", "too-large", "damaged"},
    "ui/imports.py": {"nothing-open", "read-only"},
    "cli/choosing.py": {"no-such-article", "no-such-label"},
}
"""The cases of errors whose case is worked out, by the file that does it."""


class Raised(NamedTuple):
    """An error that is made somewhere: its class, its case, and the layer that makes it."""

    kind: type[PressmarkError]
    case: str
    layer: str


def raised() -> set[Raised]:
    """Return every error of the package; AssertionError where a case cannot be told."""
    return {one for path in sorted(PACKAGE.rglob("*.py")) for one in _of(path)}


def _of(path: Path) -> Iterator[Raised]:
    name = path.relative_to(PACKAGE).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
            kind = KINDS[node.func.id]
            for case in _cases(node, kind, name):
                yield Raised(kind, case, name.split("/")[0])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for word in node.keywords if node.func.id == "PartRefused" else ():
                if word.arg == "case" and isinstance(word.value, ast.Constant):
                    yield Raised(ArticleFileError, str(word.value.value), name.split("/")[0])


def _cases(call: ast.Call, kind: type[PressmarkError], name: str) -> set[str]:
    if not call.args:
        return {kind.code}
    first = call.args[0]
    either = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    if all(isinstance(one, ast.Constant) for one in either):
        return {str(one.value) for one in either if isinstance(one, ast.Constant)}
    if ast.unparse(call.args[0]).endswith(".case"):  # one that was made before
        return set()
    assert name in _MADE_ELSEWHERE, f"{name}:{call.lineno} works its case out; say here which"
    return _MADE_ELSEWHERE[name]
