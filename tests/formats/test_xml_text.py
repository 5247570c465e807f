"""Texts are written as XML as the library would, which brings in too much to be asked."""

from xml.sax.saxutils import escape, quoteattr

import pytest

from pressmark.formats.xml_text import escaped, quoted, xml_text

_TEXTS = (
    "plain",
    "a < b & c > d",
    'says "no"',
    "it's",
    "both \" and '",
    "a\nb\tc\rd",
    "\0\x1b&amp;",
)


@pytest.mark.parametrize("text", _TEXTS)
def test_a_text_is_escaped_and_quoted_as_the_library_does(text: str) -> None:
    kept_return = {"\r": "&#13;"}
    assert escaped(text) == escape(xml_text(text), kept_return)
    assert quoted(text) == quoteattr(xml_text(text))
