"""What is exported runs nothing where it is opened: no script, no formula, no connection."""

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pressmark.cli.app import main
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
