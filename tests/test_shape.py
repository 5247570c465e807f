"""The shape of the code: its sizes, its names, and the calls it must not make."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop" / "pressmark"
SOURCES = sorted(PACKAGE.rglob("*.py"))
EVERYTHING = [*SOURCES, ROOT / "tasks.py", *(ROOT / "packaging").rglob("*.py")]
EVERYTHING += sorted((ROOT / "tests").rglob("*.py"))

FORBIDDEN_NAMES = {"data", "helper", "helpers", "info", "manager", "util", "utils"}
# Methods that a library calls: they are called as it says, in Qt and in html.parser.
NAMES_OF_LIBRARIES = {
    *("createMimeDataFromSelection", "insertFromMimeData", "mimeData", "dropMimeData"),
    *("data", "setData", "headerData", "itemData", "handle_data"),
}
# Calls and constants through which article text would reach a rich-text engine, and open files.
RICH_TEXT = {
    *("setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "setTextMarkdown"),
    *("RichText", "AutoText", "MarkdownText"),
}
# Widgets that take words for markup where they look like it; ready-made boxes; safe tooltips.
GUESSING = {"QLabel", "QTextBrowser", "QErrorMessage", "QProgressDialog", "QWhatsThis"}
READY_MADE = re.compile(r"QMessageBox\.(about|critical|information|question|warning)$")
SAFE_TOOLTIP = re.compile(r"plain_tooltip\(|self\.tr\(|''$|action\.toolTip\(\)$")
# Pressmark makes no connection and runs no code that comes from a file.
FORBIDDEN_MODULES = re.compile(
    r"(pickle|marshal|shelve|dill|socket|ssl|http|ftplib|smtplib|requests|httpx|PySide6\.QtNetwork"
    r"|urllib(?!\.parse\b))(\.|$)"
)
BROAD_EXCEPTIONS_ALLOWED = {"articles/child.py", "ui/tasks.py", "ui/excepthook.py"}


def trees(paths: list[Path]) -> Iterator[tuple[str, ast.Module]]:
    for path in paths:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def nodes(*kinds: type[ast.AST], paths: list[Path] = SOURCES) -> Iterator[tuple[str, ast.AST]]:
    for path, tree in trees(paths):
        for node in ast.walk(tree):
            if isinstance(node, kinds):
                yield f"{path}:{getattr(node, 'lineno', 1)}", node


def percentile_90(values: list[int]) -> float:
    return statistics.quantiles(values, n=10, method="inclusive")[-1]


def test_files_are_short() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in EVERYTHING}
    assert {str(path): count for path, count in lines.items() if count > 400} == {}

    shipped = [lines[path] for path in SOURCES if lines[path] > 1]
    median, most = statistics.median(shipped), percentile_90(shipped)
    print(f"{len(shipped)} files, median {median:.0f} lines, 90 % under {most:.0f}")
    assert median < 150
    assert most < 250


def test_functions_are_short() -> None:
    sizes = {
        f"{where} {node.name}": length(node)
        for where, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    most = percentile_90([*sizes.values()])
    print(f"{len(sizes)} functions, 90 % under {most:.0f} lines")
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert most < 22


def test_widget_classes_are_short() -> None:
    long = {
        f"{where} {node.name}": length(node)
        for where, node in nodes(ast.ClassDef)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).rpartition(".")[2].startswith("Q") for base in node.bases)
        and length(node) >= 250
    }
    assert long == {}


def test_names_say_what_a_thing_is() -> None:
    named = {path.relative_to(ROOT).as_posix(): path.stem for path in SOURCES}
    for where, node in nodes(ast.FunctionDef, ast.ClassDef):
        assert isinstance(node, ast.FunctionDef | ast.ClassDef)
        named[f"{where} {node.name}"] = node.name
    vague = {
        where
        for where, name in named.items()
        if name not in NAMES_OF_LIBRARIES
        and FORBIDDEN_NAMES & {word.lower() for word in re.findall("[A-Z]?[a-z]+", name)}
    }
    assert vague == set()


def test_nothing_is_given_to_a_rich_text_engine() -> None:
    risky = {
        f"{where} {node.attr}"
        for where, node in nodes(ast.Attribute)
        if isinstance(node, ast.Attribute) and node.attr in RICH_TEXT
    }
    assert risky == set()


def test_no_widget_guesses_whether_words_are_markup() -> None:
    guessing = {
        f"{where} {node.func.id}"
        for where, node in nodes(ast.Call)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in GUESSING
    }
    boxes = {
        where
        for where, node in nodes(ast.FunctionDef)
        if "QMessageBox(" in ast.unparse(node) and "PlainText" not in ast.unparse(node)
    }
    ready_made = {
        f"{where} {ast.unparse(node)}"
        for where, node in nodes(ast.Attribute)
        if re.fullmatch(
            r"QMessageBox\.(about|critical|information|question|warning)", ast.unparse(node)
        )
    }
    assert guessing | boxes | ready_made == set()


def test_tooltips_are_words_of_the_program_or_escaped() -> None:
    unsafe = {
        f"{where} {ast.unparse(node)}"
        for where, node in nodes(ast.Call)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"setToolTip", "showText"}
        and not any(SAFE_TOOLTIP.match(ast.unparse(one)) for one in node.args)
    }
    assert unsafe == set()


def test_only_three_files_catch_everything() -> None:
    broad = {
        where
        for where, node in nodes(ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)))
        and ast.unparse(node.body[-1]) != "raise"  # tidying up on the way is no catching
        and where.removeprefix("desktop/pressmark/").split(":")[0] not in BROAD_EXCEPTIONS_ALLOWED
    }
    assert broad == set()


def test_no_text_is_split_at_what_str_takes_for_a_line_end() -> None:
    split = {
        where
        for where, node in nodes(ast.Attribute)
        if isinstance(node, ast.Attribute) and node.attr == "splitlines"
    }
    assert split == set()


def test_nothing_connects_or_runs_code_from_files() -> None:
    imported = {
        f"{where} {name}"
        for where, node in nodes(ast.Import, ast.ImportFrom)
        for name in _imported(node)
        if FORBIDDEN_MODULES.match(name)
    }
    shells = {
        where
        for where, node in nodes(ast.keyword)
        if isinstance(node, ast.keyword) and node.arg == "shell"
    }
    assert imported | shells == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    assert isinstance(node, ast.Import)
    return [alias.name for alias in node.names]


@pytest.mark.parametrize(
    ("name", "is_forbidden"),
    [
        ("pickle", True),
        ("urllib.request", True),
        ("urllib", True),
        ("urllib.parse.urlsplit", False),
        ("http.client", True),
        ("PySide6.QtNetwork", True),
        ("PySide6.QtWidgets.QLabel", False),
        ("socketpair", False),
    ],
)
def test_forbidden_modules(name: str, *, is_forbidden: bool) -> None:
    assert bool(FORBIDDEN_MODULES.match(name)) == is_forbidden
