import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from pressmark.formats.exporting import export
from pressmark.formats.options import options_from
from pressmark.formats.reports import volumes
from pressmark.formats.reports.pdf import PDF, PdfOptions
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.span import Span


def pages_of(project: Project, options: PdfOptions | None = None) -> list[str]:
    return [page for pages in volumes_of(project, options).values() for page in pages]


def volumes_of(project: Project, options: PdfOptions | None = None) -> dict[str, list[str]]:
    """Return the pages of each volume of a report, by the name of its file."""
    assert PDF.write_files is not None
    made = {}
    for name, data in PDF.write_files(Selection(project=project), options or PdfOptions()):
        if not data:
            continue
        assert b"/MarkInfo<</Marked true" in re.sub(rb"\s*(?=<<|/)", b"", data)
        made[name] = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return made


def joined(pages: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(pages))


def with_text(project: Project, text: str, label: str = "claim") -> Project:
    article = next(project.opened())
    span = (Span(0, len(text)),)
    words, prefix, suffix = quoted(text, span)
    one = Annotation(
        id="n1", label=label, fragments=span, text=words, prefix=prefix, suffix=suffix, note=text
    )
    head = replace(article.head, zones=(), title=text, source=text)
    return project.with_article(Article(head, text, Annotations.of([one])))


def test_the_example_is_set_whole_with_the_handling_on_every_page(example: Project) -> None:
    pages = pages_of(replace(example, handling="TLP:AMBER+STRICT"))
    assert all("TLP:AMBER+STRICT" in page for page in pages)
    assert pages[0].rstrip().endswith(f"1 / {len(pages)}")
    words = joined(pages)
    for article in example.opened():
        for paragraph in article.text.split("\n"):
            assert sum(piece in words for piece in paragraph.split()) == len(paragraph.split())
    assert "Whodenieswhom" in words
    assert "paragraph14" in words


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") #import "x.typ": * $x$ <label> @label `raw` *b* _i_ \\ // c',
        "]#{panic()}[ = heading\\u{41}",
        "\0\x01\u2028\ufeff\U0010ffff \ud7ff",
        "Київ 🇺🇦 👩‍👩‍👧 e\u0301 «Ні» 조선 שלום مرحبا",
    ],
)
def test_what_strangers_wrote_stays_text(example: Project, text: str) -> None:
    pages = pages_of(with_text(replace(example, title=text, handling=text), text))
    wanted = [piece for piece in text.split() if piece.isascii() and piece.isprintable()]
    assert all(piece in joined(pages) for piece in wanted)
    if "Київ" in text:
        assert "Київ" in joined(pages)


def test_parts_and_paper_are_chosen(example: Project) -> None:
    words = {"articles": "no", "method": "no", "paper": "us-letter"}
    pages = pages_of(example, options_from(PDF, words))
    assert len(pages) < len(pages_of(example))
    assert "Guidelines" not in "".join(pages)


def test_an_empty_project_is_one_page(example: Project) -> None:
    empty = Project(id="e", title="Nothing yet", label_set=example.label_set)
    assert "Nothing yet" in pages_of(empty)[0]


def test_a_long_report_goes_on_in_further_volumes(
    example: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = joined(pages_of(example))
    monkeypatch.setattr(volumes, "LONGEST", 12_000)
    made = volumes_of(replace(example, handling="TLP:RED"))
    first, *others = made
    assert (first, others[0]) == ("report.pdf", "report-volume-2.pdf")
    assert "volume 1 · continued in volume 2" in made[first][0]
    assert all("TLP:RED" in page for pages in made.values() for page in pages)
    bound = joined([page for pages in made.values() for page in pages])
    for record in re.findall(r"paragraph\d+", whole):
        assert bound.count(record) >= whole.count(record)


def test_the_volumes_stand_beside_the_file_that_was_asked_for(
    example: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(volumes, "LONGEST", 20_000)
    export(PDF, Selection(project=example), tmp_path / "arms.pdf", PdfOptions(figures=False))
    made = sorted(one.name for one in tmp_path.iterdir())
    assert made[:2] == ["arms-volume-2.pdf", "arms-volume-3.pdf"]
    assert made[-1] == "arms.pdf"


def test_a_report_speaks_ukrainian_and_says_so(example: Project) -> None:
    assert PDF.write_files is not None
    pieces = PDF.write_files(Selection(project=example), PdfOptions(language="uk"))
    data = b"".join(piece.data for piece in pieces)
    reader = PdfReader(io.BytesIO(data))
    assert reader.root_object["/Lang"] == "uk"
    words = " ".join(reader.pages[0].extract_text().split())
    assert "2 статті, 38 анотацій; розмітка: Example analyst" in words
