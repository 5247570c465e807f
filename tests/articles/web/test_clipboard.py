import pytest

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.web.clipboard import laid_of, read_clipboard
from pressmark.errors import ArticleFileError

WORDS = (
    b"Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000199\r\n"
    b"SourceURL:https://news.example/a?b=1\r\n\r\n"
)


def pasted(markup: bytes) -> Extract:
    (found,) = read_clipboard(markup, Wishes())
    assert isinstance(found, Extract)
    return found


def test_takes_what_was_copied_and_nothing_around_it() -> None:
    taken = pasted(
        b"<html><body><p>Before</p><!--StartFragment--><p>One <b>bold</b> word.</p>"
        b"<ul><li>first<li>second</ul><!--EndFragment--><p>After</p></body></html>"
    )
    assert taken.text == "One bold word.\n\n• first\n\n• second"
    assert taken.zones == ()


def test_reads_the_header_of_windows_and_where_it_was_copied() -> None:
    taken = pasted(WORDS + b"<html><body><p>Caf\xc3\xa9 words</p></body></html>")
    assert taken.text == "Café words"
    assert taken.url == "https://news.example/a?b=1"


def test_flags_what_the_page_had_hidden() -> None:
    taken = pasted(b"<p>Seen.</p><p style='display:none'>Unseen.</p>")
    (zone,) = taken.zones
    assert (taken.text[zone.start : zone.end], zone.kind) == ("Unseen.", "hidden")
    assert [remark.code for remark in taken.remarks] == ["hidden-text"]


def test_refuses_markup_without_a_word() -> None:
    with pytest.raises(ArticleFileError) as raised:
        pasted(b"<div><img src=a.png></div>")
    assert raised.value.case == "empty"


def test_text_of_a_piece_of_markup() -> None:
    assert laid_of("Plain <i>words</i><br><br>and more").text == "Plain words\n\nand more"
    assert laid_of(" ").text == ""
