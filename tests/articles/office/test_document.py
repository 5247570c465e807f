import re
from pathlib import Path

import pytest

from pressmark.articles.extract import Wishes
from pressmark.articles.office.blocks import Block, Paragraph, Run, Table
from pressmark.articles.office.document import Document, Properties, keywords_in
from pressmark.articles.remark_words import WORDS
from pressmark.errors import ArticleFileError


def paragraph(text: str, zone: str = "") -> Paragraph:
    return Paragraph([Run(text, zone)])


def text_with(*notes: list[Block]) -> str:
    document = Document(blocks=[paragraph("Text")], notes=list(notes))
    return document.extract("docx", Properties(), Wishes()).text


def test_notes_have_their_numbers_once() -> None:
    own = Paragraph([Run(""), Run(" \t"), Run("\u00a0Note "), Run("on.")])
    table = Table([[[paragraph("a")], [paragraph("b")]]])
    assert text_with([own, paragraph("More.")], [table], []) == (
        "Text\n\n[1] Note on.\nMore.\n[2]\n\na\tb\n\n[3]"
    )


def test_a_title_is_no_longer_than_a_title() -> None:
    document = Document(blocks=[paragraph("Text")], heading="word " * 100)
    assert len(document.extract("docx", Properties(), Wishes()).title or "") == 300


def test_a_document_without_words_is_none() -> None:
    with pytest.raises(ArticleFileError, match="empty"):
        Document(blocks=[paragraph(" \n")]).extract("docx", Properties(), Wishes())


def test_what_reads_like_boilerplate_is_a_zone_beside_those_of_the_file() -> None:
    blocks: list[Block] = [
        paragraph("A paragraph that says enough to be one."),
        paragraph("Hidden.", "hidden"),
        paragraph("© 2024 All rights reserved"),
    ]
    extract = Document(blocks=blocks).extract("docx", Properties(), Wishes())
    assert [zone.kind for zone in extract.zones] == ["hidden", "notice"]


def test_keywords_come_once_each() -> None:
    assert keywords_in(" a; b,,a\nc d ") == ("a", "b", "c d")


def test_all_that_is_counted_has_words(root: Path) -> None:
    folder = root / "desktop" / "pressmark" / "articles" / "office"
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    counted = set(re.findall(r'remarks\["([\w-]+)"\]|: "(left-out-[\w-]+)"', code))
    codes = {one or other for one, other in counted}
    assert len(codes) > 10
    assert codes <= WORDS.keys()
