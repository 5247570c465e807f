"""What is exported runs nothing where it is opened: no script, no formula, no connection."""

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring

from pressmark.cli.app import main
from pressmark.formats.format import Format
from pressmark.formats.registry import FORMATS
from tests.hostile.markup import hostile, markup

ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "link", "base", "svg", "a"}


class Seen(HTMLParser):
    """Notes the elements of a page, what its metas say, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.policies: list[str] = []
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"] or "")
        self.leads += [given[name] or "" for name in ("href", "src", "action") if name in given]


def exported(seeds: Path, folder: Path, words: str, format_id: str) -> str:
    project, output = folder / "own.pressmark", folder / "out"
    project.write_bytes(hostile((seeds / "example.pressmark").read_bytes(), words))
    arguments = ["export", str(project), "--format", format_id, "--output", str(output)]
    assert main([*arguments, "--allow-loss"]) == 0
    return output.read_text(encoding="utf-8-sig")


def test_the_page_shows_markup_and_may_load_nothing(seeds: Path, tmp_path: Path) -> None:
    words = f"{markup(tmp_path)}<script>alert(1)</script>"
    data = exported(seeds, tmp_path, words, "html")
    page = Seen()
    page.feed(data)
    assert page.tags & (ACTIVE - {"a", "svg"}) == set()  # charts are drawn in the page itself
    assert all(lead.startswith("#") for lead in page.leads)
    assert len(page.policies) == 1
    assert "default-src 'none'" in page.policies[0]
    assert "&lt;script&gt;" in data


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_table_is_a_formula(seeds: Path, tmp_path: Path, begin: str) -> None:
    data = exported(seeds, tmp_path, f'{begin}HYPERLINK("http://a.example")', "csv")
    cells = [cell for row in csv.reader(data.split("\n")) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]


BREAKING = (
    "javascript:alert(1)\n[relations]\nEvil\tArg1:x\r\n-DOCSTART- -X- O O\n\x85T99\tx 0 1\u2028"
    """'"]]><!--&lt;%s{0}\\" = """
)
"""What ends a line, a string, an element or a section, and begins another; an address of code."""

EXCHANGED = [
    one for one in FORMATS if one.is_written and one.is_here and one.id not in {"pdf", "docx"}
]
PARSED = (".json", ".jsonld", ".jsonl", ".offsets", ".xml", ".xmi", ".qde", ".qdc")


@pytest.mark.parametrize("form", EXCHANGED, ids=lambda one: one.id)
def test_no_word_breaks_out_of_its_place(form: Format[Any], seeds: Path, tmp_path: Path) -> None:
    project = tmp_path / "own.pressmark"
    project.write_bytes(hostile((seeds / "example.pressmark").read_bytes(), BREAKING))
    files = dict(_files_of(form, project, tmp_path / "out.zip"))
    for name, data in files.items():
        values = list(_parsed(name, data)) if name.endswith(PARSED) else []
        assert not [one for one in values if _leads(one)], name
    for name in ("annotation.conf", "visual.conf"):
        sections = re.findall(rb"^\[.*", files.get(name, b""), re.MULTILINE)
        assert len(sections) == len(set(sections)), name
        assert b"\nEvil" not in files.get(name, b"")
    tags = [data for name, data in files.items() if name.endswith(".conll")]
    assert sum(data.count(b"-DOCSTART- -X- O O") for data in tags) in {0, 2}


def _files_of(form: Format[Any], project: Path, output: Path) -> Iterator[tuple[str, bytes]]:
    words = ["export", project, "--format", form.id, "--output", output, "--allow-loss"]
    assert main([str(one) for one in words]) == 0
    with ZipFile(output) as files:
        for name in files.namelist():
            yield name, files.read(name)


def _parsed(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the keys of a file with the words that they lead to; it must be what it says it is."""
    if name.endswith((".xml", ".xmi", ".qde", ".qdc")):
        for element in fromstring(data).iter():
            yield from element.attrib.items()
        return
    is_lines = name.endswith((".jsonl", ".offsets", ".ftm.json"))
    for one in data.split(b"\n") if is_lines else [data]:
        if one.strip():
            yield from _words_in(json.loads(one))


def _words_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from () if name in {"pressmark", "meta", "data"} else _words_in(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _words_in(one, key)
    elif isinstance(value, str):
        yield key, value


def _leads(said: tuple[str, str]) -> bool:
    """Say whether this is where a program looks for an address, and it is none of the web."""
    key, words = said
    return key in {"@id", "sourceUrl", "href", "src", "target"} and "javascript" in words
