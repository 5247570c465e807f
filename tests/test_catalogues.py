"""The catalogues of words: what is found in the source, and what is wrong with a translation."""

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from pressmark import paths
from pressmark.catalogue import Entry, catalogue_text, languages, read_catalogue
from pressmark.store.settings import LANGUAGES

SOURCE = """
from PySide6.QtCore import QCoreApplication
from pressmark.phrases import phrase as _t
from pressmark.ui.words import counted, phrases, translated

TITLES = {"a": _t("Title")}

class Panel:
    def say(self, count):
        self.tr("Here" if count else "There")
        self.tr("A long "
                "sentence")
        QCoreApplication.translate("reading", "Invisible: {name}")
        counted(_t("{n} place"), _t("{n} places"), count)
        counted(*phrases("{n} word", "{n} words"), count)
        translated("Plain")
        elsewhere.translate(3, -2)
        log("not for people")
"""


@pytest.fixture(scope="module")
def tool(root: Path) -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location(
        "catalogues", root / "packaging" / "catalogues.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def shipped() -> list[Path]:
    return sorted(paths.resource("languages").glob("*.po"))


def test_every_phrase_is_found_in_order(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "panel.py").write_text(SOURCE, encoding="utf-8")
    found = tool.phrases_of(tmp_path)
    assert {key: phrase.one for key, phrase in found.items()} == {
        **dict.fromkeys(("Title", "Here", "There", "A long sentence", "Invisible: {name}"), ""),
        "{n} places": "{n} place",
        "{n} words": "{n} word",
        "Plain": "",
    }
    assert list(found)[:3] == ["Title", "Here", "There"]
    assert (found["Here"].contexts, found["Title"].contexts) == ({"Panel"}, {""})


def test_a_refreshed_catalogue_keeps_what_is_said_and_drops_what_is_not(
    tool: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "panel.py").write_text(SOURCE, encoding="utf-8")
    found = tool.phrases_of(tmp_path)
    entries = (
        Entry(source="Here", forms=("Тут",)),
        Entry(source="Here", forms=("Ось",), context="Panel"),
        Entry(source="Here", forms=("Осьде",), context="Gone"),
        Entry(source="Gone", forms=("Зникло",)),
    )
    head = read_catalogue(shipped()[0]).head
    path = tmp_path / "uk.po"
    path.write_text(catalogue_text(head, entries), encoding="utf-8")
    made = tool.refreshed(read_catalogue(path), found)
    assert [one.forms for one in made if one.source == "Here"] == [("Тут",), ("Ось",)]
    assert "Gone" not in {one.source for one in made}
    assert next(one for one in made if one.source == "{n} words").forms == ("", "", "")
    assert made[0].notes == ("#: panel.py",)


@pytest.mark.parametrize(
    ("source", "form", "what"),
    [
        ("Open {path}", "Відкрити", "other gaps"),
        ("Open {path}", "Відкрити {file}", "other gaps"),
        ("&Open", "Відкрити", "access key"),
        ("Open", "&Відкрити", "access key"),
        ("Open…", "Відкрити", "other end"),
        ("Opened.", "Відкрито", "other end"),
        ("Open", "Відкрити ", "other blanks"),
        ("Open", "", "not translated"),
    ],
)
def test_a_translation_that_is_not_alike_is_told(
    tool: ModuleType, source: str, form: str, what: str
) -> None:
    catalogue = read_catalogue(shipped()[0])
    entry = Entry(source=source, forms=(form,))
    held = replace(catalogue, entries=(entry,))
    told = tool.mistakes(held, {source: tool.Phrase(source)})
    assert what in {line.partition(":")[0] for line in told}


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_shipped_catalogue_is_as_it_would_be_written(path: Path) -> None:
    catalogue = read_catalogue(path)
    assert catalogue_text(catalogue.head, catalogue.entries) == path.read_text(encoding="utf-8")
    keys = [(one.context, one.source) for one in catalogue.entries]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_what_a_shipped_catalogue_holds_is_alike(path: Path, tool: ModuleType) -> None:
    catalogue = read_catalogue(path)
    held = {one.source: tool.Phrase(one.source, one.one) for one in catalogue.entries}
    assert tool.mistakes(catalogue, held) == []


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_phrase_of_the_source_is_translated(path: Path, tool: ModuleType) -> None:
    # `python3 tasks.py languages` puts what is new into the catalogues, and lists it.
    assert tool.mistakes(read_catalogue(path), tool.phrases_of(tool.PACKAGE)) == []


def test_the_settings_offer_every_language() -> None:
    assert LANGUAGES.keys() == {"system", *languages()}
