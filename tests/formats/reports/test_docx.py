import io
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from pressmark.formats.reports.contents import PARTS, ReportOptions
from pressmark.formats.reports.docx import DOCX
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.reports.test_pdf import with_text


def document_of(project: Project, options: ReportOptions | None = None) -> WordDocument:
    assert DOCX.write is not None
    made = b"".join(DOCX.write(Selection(project=project), options or ReportOptions()))
    return Document(io.BytesIO(made))


def words_of(document: WordDocument) -> list[str]:
    return ["".join(p.itertext(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


def test_the_example_is_a_document_with_headings_and_every_text(example: Project) -> None:
    document = document_of(replace(example, handling="TLP:AMBER"))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[0] == "Key figures"
    assert headings[-2:] == ["Sources", "Method"]
    assert document.sections[0].header.paragraphs[0].text == "TLP:AMBER"
    words = words_of(document)
    for article in example.opened():
        for paragraph in article.text.split("\n"):
            assert not paragraph.strip() or any(paragraph in one for one in words)


def test_every_annotation_is_a_comment_on_its_words(example: Project) -> None:
    document = document_of(example)
    assert sorted(one.initials or "" for one in document.comments) == sorted(
        {one.initials or "" for one in document.comments}
    )
    assert len(list(document.comments)) == 38
    assert {one.text.split()[-1] for one in document.comments} == {
        "Claim",
        "Quote",
        "Sanction",
        "Denial",
    }
    assert {one.author for one in document.comments} == {"Example analyst"}


def test_tags_lead_to_bookmarks_that_are_there(example: Project) -> None:
    body = document_of(example).element.body
    targets = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    assert len([one for one in names if (one or "").startswith("mark")]) == 38
    assert targets <= set(names)


def test_the_contents_name_every_section_and_lead_there(example: Project) -> None:
    document = document_of(example)
    body = document.element.body
    links = body.xpath("w:p/w:hyperlink[starts-with(@w:anchor, 'section')]")
    listed = ["".join(one.itertext(qn("w:t"))) for one in links]
    sections = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert listed == sections
    names = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert {one.get(qn("w:anchor")) for one in links} <= names


def test_the_document_is_in_the_language_that_was_asked_for(example: Project) -> None:
    document = document_of(example, ReportOptions(language="uk"))
    (language,) = document.styles.element.xpath("w:docDefaults//w:lang")
    assert language.get(qn("w:val")) == "uk"
    assert "2 статті, 38 анотацій; розмітка: Example analyst" in words_of(document)
    runs = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:lang"))}
    assert runs == {article.head.language for article in example.opened()}


def test_charts_are_pictures_that_say_what_they_show(example: Project) -> None:
    document = document_of(example)
    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert len({one.get("id") for one in pictures}) == len(pictures)
    told = [one.get("descr") for one in pictures]
    assert len(told) == len(document.inline_shapes) > 3
    assert any("Kim Yo-jong: 2" in one for one in told)


@pytest.mark.parametrize(
    "text", ["<w:p>&amp;\0\x0b\ufffe]]></w:p>", "=cmd|'/c calc'!A0 \U0010ffff"]
)
def test_what_strangers_wrote_stays_text(example: Project, text: str) -> None:
    document = document_of(with_text(replace(example, title=text, handling=text), text))
    shown = text.replace("\0", "\ufffd").replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
    assert sum(shown in words for words in words_of(document)) >= 3
    assert document.core_properties.title == shown


def test_parts_can_be_left_out(example: Project) -> None:
    nothing = ReportOptions(**dict.fromkeys(PARTS, False))
    document = document_of(example, nothing)
    assert words_of(document)[:2] == [
        example.title,
        "2 articles, 38 annotations, by Example analyst",
    ]
    assert not list(document.comments)
