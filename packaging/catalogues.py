"""The catalogues of `resources/languages`: brought up to the source, and looked through.

    python3 tasks.py languages           refresh every catalogue, and say what there is to translate

A phrase is found by how it is written: `self.tr("…")`, `phrase("…")`, `translated("…")`,
`QCoreApplication.translate("context", "…")`, `QT_TRANSLATE_NOOP("context", "…")`; one that counts
as `counted(phrase("…"), phrase("…"), n)` or `phrases("…", "…")`; the words of a format as
`Format(name="…", about="…")`. The English is its key; a translator who needs two translations of
the same words adds an entry with the context, or the class that says them, as `msgctxt`.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressmark.catalogue import Catalogue, Entry, catalogue_text, read_catalogue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop" / "pressmark"
LANGUAGES = ROOT / "resources" / "languages"

_NAMED = {"Format": ("name", "about")}
"""What is made with words under these names: the formats, which know nothing of the window."""
_MARKS = {"phrase": 1, "translated": 1, "phrases": 2, "counted": 2}
_FROM = {"pressmark.phrases", "pressmark.ui.words"}
_GAP = re.compile(r"\{\w*\}")
_ACCESS_KEY = re.compile(r"&(?=[^\W_])")
_ENDING = re.compile(r"(…|\.\.\.|[.:?!,;])?\s*$")


@dataclass(slots=True)
class Phrase:
    """Words in the source: the form for one thing where they count, files, and who says them."""

    source: str
    one: str = ""
    files: set[str] = field(default_factory=set)
    contexts: set[str] = field(default_factory=set)


def phrases_of(folder: Path) -> dict[str, Phrase]:
    """Return every phrase of a folder's modules, in the order in which one meets them."""
    found: dict[str, Phrase] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for context, one, source in _said(tree):
            phrase = found.setdefault(source, Phrase(source))
            phrase.one = phrase.one or one
            phrase.files.add(path.relative_to(folder).as_posix())
            phrase.contexts.add(context)
    singles = {phrase.one for phrase in found.values()} - {
        phrase.source for phrase in found.values() if phrase.one
    }
    said_alone = {source for source, phrase in found.items() if phrase.contexts != {""}}
    return {key: phrase for key, phrase in found.items() if key not in singles - said_alone}


def _said(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Yield context, form for one thing (or "") and words of every phrase of a module."""
    marks = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in _FROM
        for alias in node.names
        if alias.name in _MARKS
    }
    calls = [(name, node) for name, node in _calls(tree, "")]
    calls.sort(key=lambda found: (found[1].lineno, found[1].col_offset))
    for class_name, call in calls:
        yield from _words_of(call, class_name, marks)


def _calls(node: ast.AST, class_name: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the name of the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield class_name, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else class_name)


def _words_of(
    call: ast.Call, class_name: str, marks: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    name, arguments = call.func, call.args
    if isinstance(name, ast.Attribute) and name.attr == "tr" and arguments:
        yield from ((class_name, "", words) for words in _literals(arguments[0]))
    elif len(arguments) > 1 and _is_in_context(name):
        context = "".join(_literals(arguments[0]))
        yield from ((context, "", words) for words in _literals(arguments[1]))
    elif isinstance(name, ast.Name) and name.id in _NAMED:
        values = [one.value for one in call.keywords if one.arg in _NAMED[name.id]]
        yield from (("", "", words) for value in values for words in _literals(value))
    elif isinstance(name, ast.Name) and name.id in marks:
        mark = marks[name.id]
        if _MARKS[mark] == 1:
            yield from (("", "", words) for words in _literals(arguments[0]))
        elif len(arguments) > 1:
            ones, manys = (_literals(_bare(argument)) for argument in arguments[:2])
            yield from (("", one, many) for one, many in zip(ones, manys, strict=True))


def _is_in_context(name: ast.expr) -> bool:
    """Say whether this is Qt's own way to name a context, and the words in it."""
    is_translated = isinstance(name, ast.Attribute) and name.attr == "translate"
    return is_translated or (isinstance(name, ast.Name) and name.id == "QT_TRANSLATE_NOOP")


def _bare(argument: ast.expr) -> ast.expr:
    """Return what is marked, of `phrase("…")`."""
    is_call = isinstance(argument, ast.Call) and argument.args
    return argument.args[0] if isinstance(argument, ast.Call) and is_call else argument


def _literals(node: ast.expr) -> list[str]:
    """Return the words that stand there, both of `"one" if so else "the other"`."""
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    is_words = isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    return [str(node.value)] if isinstance(node, ast.Constant) and is_words else []


def refreshed(catalogue: Catalogue, phrases: Mapping[str, Phrase]) -> tuple[Entry, ...]:
    """Return the entries for these phrases: those there are, and empty ones for what is new."""
    held: dict[str, list[Entry]] = {}
    for entry in catalogue.entries:
        held.setdefault(entry.source, []).append(entry)
    return tuple(
        entry
        for phrase in phrases.values()
        for entry in _entries_for(phrase, held.get(phrase.source, []), catalogue.form_count)
    )


def _entries_for(phrase: Phrase, held: Iterable[Entry], form_count: int) -> Iterator[Entry]:
    count = form_count if phrase.one else 1
    places = f"#: {' '.join(sorted(phrase.files))}"
    kept = [one for one in held if one.context in {"", *phrase.contexts}]
    if all(one.context for one in kept):
        kept.insert(0, Entry(source=phrase.source, forms=()))
    for one in kept:
        forms = (*one.forms, *[""] * count)[:count]
        notes = (*(note for note in one.notes if not note.startswith("#:")), places)
        yield replace(one, one=phrase.one, forms=forms, notes=notes)


def mistakes(catalogue: Catalogue, phrases: Mapping[str, Phrase]) -> list[str]:
    """Return a line for everything that is wrong: what lacks, is left over, or is not alike."""
    there = {entry.source for entry in catalogue.entries if not entry.context}
    lines = [f"not in the catalogue: {source}" for source in phrases.keys() - there]
    lines += [f"not in the source: {source}" for source in there - phrases.keys()]
    for entry in catalogue.entries:
        if not entry.is_finished:
            lines.append(f"not translated: {entry.source}")
            continue
        lines += (f"{what}: {entry.source} -> {form}" for what, form in _unlike(entry))
    return sorted(lines)


def _unlike(entry: Entry) -> Iterator[tuple[str, str]]:
    for form in entry.forms:
        if sorted(_GAP.findall(form)) != sorted(_GAP.findall(entry.source)):
            yield "other gaps", form
        if len(_ACCESS_KEY.findall(form)) != len(_ACCESS_KEY.findall(entry.source)):
            yield "access key", form
        if _ends(form) != _ends(entry.source):
            yield "other end", form
        if form.count("\n") != entry.source.count("\n") or _edges(form) != _edges(entry.source):
            yield "other blanks", form


def _ends(words: str) -> str:
    found = _ENDING.search(words)
    return found.group() if found else ""


def _edges(words: str) -> tuple[bool, bool]:
    return words[:1].isspace(), words[-1:].isspace()


def main() -> None:
    """Refresh every catalogue and say what there is to do; the exit status says whether nothing."""
    phrases, is_complete = phrases_of(PACKAGE), True
    for path in sorted(LANGUAGES.glob("*.po")):
        entries = refreshed(read_catalogue(path), phrases)
        path.write_text(
            catalogue_text(read_catalogue(path).head, entries), encoding="utf-8", newline="\n"
        )
        found = mistakes(read_catalogue(path), phrases)
        print(f"{path.stem}: {len(entries)} phrases, {len(found)} to look at", *found, sep="\n  ")
        is_complete &= not found
    sys.exit(not is_complete)


if __name__ == "__main__":
    main()
