import pytest

from pressmark.articles.decoding import decode
from pressmark.articles.web.page_bytes import decoded_page
from tests.articles.languages import TEXTS

SCRIPTS = {
    "windows-1251": "ru uk bg",
    "koi8-r": "ru uk",
    "windows-1252": "de fr es pt",
    "windows-1253": "el",
    "windows-1256": "ar",
    "shift_jis": "ja",
    "euc-jp": "ja",
    "euc-kr": "ko",
    "gb2312": "zh",
    "big5": "zt",
}
"""Encodings that pages declare, and languages that are written in them."""


def page(language: str, codec: str, declared: str) -> tuple[bytes, str]:
    text = TEXTS[language][0]
    data = f'<meta charset="{declared}"><body><p>{text}</p></body>'.encode(codec, "replace")
    return data, data.decode(codec)


def body(markup: str) -> str:
    return markup.partition("<body>")[2]


@pytest.mark.parametrize("declared", SCRIPTS)
def test_what_pages_declare_is_believed_where_they_are_in_it(declared: str) -> None:
    for language in SCRIPTS[declared].split():
        data, markup = page(language, declared, declared)
        decoded = decoded_page(data, "")
        assert decoded.text == markup
        assert decoded.certain


@pytest.mark.parametrize("declared", SCRIPTS)
def test_what_pages_declare_and_are_not_in_does_not_count(declared: str) -> None:
    """Languages of one script are not told by this: what is doubtful among them is said to be."""
    wrong = []
    for codec, languages in SCRIPTS.items():
        for language in languages.split():
            data, markup = page(language, codec, declared)
            decoded = decoded_page(data, "")
            if body(decoded.text) != body(markup):
                assert not decoded.certain, (language, codec)
                wrong.append((language, codec))
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize(
    ("language", "codec", "declared"),
    [("ja", "euc_jp", "Shift_JIS"), ("ru", "koi8_r", "windows-1251"), ("ko", "cp949", "gb2312")],
)
def test_other_files_are_not_believed_either(language: str, codec: str, declared: str) -> None:
    text = TEXTS[language][0]
    data = f'<?xml version="1.0" encoding="{declared}"?>\n<a>{text}</a>'.encode(codec)
    assert text in decode(data).text


def test_a_few_letters_are_not_enough_to_doubt_a_page() -> None:
    data = '<meta charset="iso-8859-1"><body><p>Ïðåçèä</p></body>'.encode("latin-1")
    assert "Ïðåçèä" in decoded_page(data, "").text
