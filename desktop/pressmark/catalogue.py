"""A catalogue: the words of the interface in one language, as gettext's PO format has them.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html; read here as text, so that what
a person can review is what is shipped, and nothing compiled can go stale beside it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path

from pressmark.paths import resource

_FIELD = re.compile(r'^(msg\w+)(?:\[\d\])? ((?:".*"\s*)+)', re.MULTILINE)
_STRING = re.compile(r'".*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One phrase: `source` in English, `forms` in the language, one or as many as it counts by.

    What counts has `one` too, the English form for a single thing. `context`, mostly "", is the
    class or place for which alone this translation holds; `notes` are the comment lines.
    """

    source: str
    forms: tuple[str, ...]
    one: str = ""
    context: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether every form is there, and nobody asked to look at it again."""
        return all(self.forms) and not any("fuzzy" in note for note in self.notes if note[1] == ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The words of one language: `head` is the first entry as it stands, comments and all.

    `plural` gives the form, from 0, in which so many things are counted.
    """

    head: str
    entries: tuple[Entry, ...]
    form_count: int = 1
    plural: Callable[[int], int] = lambda _count: 0
    _words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict, repr=False)

    def words(self, context: str, source: str, count: int = -1) -> str | None:
        """Return a phrase in this language, for `count` things where it counts; None without."""
        forms = self._words.get((context, source)) or self._words.get(("", source))
        if forms is None:
            return None
        return forms[self.plural(count) if count >= 0 and len(forms) > 1 else 0]


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are ("en", "uk"): English, and the catalogues."""
    return ("en", *sorted(path.stem for path in resource("languages").glob("*.po")))


@cache
def catalogue_of(language: str) -> Catalogue:
    """Return the catalogue of one of the `languages()` but English, read once."""
    return read_catalogue(resource("languages", f"{language}.po"))


def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue; ValueError for one that does not say how its language counts."""
    head, *blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    facts = "".join(_unquoted(strings) for _, strings in _FIELD.findall(head))
    counts = re.search(r"nplurals=(\d);\s*plural=(.+?);", facts)
    if counts is None:
        raise ValueError(path.name)
    entries = tuple(_entry(block) for block in blocks if _FIELD.search(block))
    finished = {(one.context, one.source): one.forms for one in entries if one.is_finished}
    return Catalogue(
        head=head,
        entries=entries,
        form_count=int(counts[1]),
        plural=c2py(counts[2]),
        _words=finished,
    )


def catalogue_text(head: str, entries: tuple[Entry, ...]) -> str:
    """Return a catalogue as the text of its file: one line a string, so that changes are small."""
    return "\n\n".join([head, *("\n".join(_lines(one)) for one in entries)]) + "\n"


def _entry(block: str) -> Entry:
    found: dict[str, list[str]] = {}
    for name, strings in _FIELD.findall(block):
        found.setdefault(name, []).append(_unquoted(strings))
    single, many = found["msgid"][0], found.get("msgid_plural", [""])[0]
    return Entry(
        source=many or single,
        forms=tuple(found["msgstr"]),
        one=single if many else "",
        context=found.get("msgctxt", [""])[0],
        notes=tuple(line for line in block.split("\n") if re.match(r"#[^~]", line)),
    )


def _lines(entry: Entry) -> Iterator[str]:
    yield from entry.notes
    if entry.context:
        yield f"msgctxt {_quoted(entry.context)}"
    if not entry.one:
        yield f"msgid {_quoted(entry.source)}"
        yield f"msgstr {_quoted(entry.forms[0])}"
        return
    yield f"msgid {_quoted(entry.one)}"
    yield f"msgid_plural {_quoted(entry.source)}"
    for number, form in enumerate(entry.forms):
        yield f"msgstr[{number}] {_quoted(form)}"


def _unquoted(strings: str) -> str:
    return "".join(json.loads(one) for one in _STRING.findall(strings))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
