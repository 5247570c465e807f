import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FormatError
from pressmark.formats.xml_reading import elements, root_name
from pressmark.formats.xml_text import xml_text
from pressmark.formats.xml_writing import DECLARATION, around, element, told

texts = st.text(max_size=40)


@given(texts, texts)
def test_what_is_written_is_read(value: str, text: str) -> None:
    said = element("a", {"b": value, "c": None}, told("d", text))
    (found,) = elements((DECLARATION + said).encode("utf-8", "surrogatepass"), "x", {"a"})
    assert found.attributes == {"b": xml_text(value)}
    assert found.text_of("d") == xml_text(text)


@given(st.binary(max_size=100), st.sampled_from(["", "<a>", "<?xml version='1.0'?><a b='", "<a><"]))
def test_no_bytes_make_it_stumble(data: bytes, start: str) -> None:
    root_name(start.encode() + data)
    with suppress(FormatError):
        list(elements(start.encode() + data, "x", {"a"}))


def test_elements_come_one_by_one_whatever_their_namespace() -> None:
    inside = "".join(f'<p:a n="{at}">{"x" * 1000}<p:a/></p:a>' for at in range(200))
    data = f"<r xmlns:p='urn:x'>{inside}".encode()  # never ends
    found = elements(data, "x", {"a"})
    first = next(found)
    assert (first.name, first.get("n"), len(first.children)) == ("a", "0", 1)
    with pytest.raises(FormatError):
        list(found)


def test_nothing_is_written_around_nothing() -> None:
    assert "".join(around("a", [])) == ""
    assert re.sub(r"\s", "", "".join(around("a", ["<b/>", "<b/>"]))) == "<a><b/><b/></a>"


@pytest.mark.parametrize(
    ("data", "root"),
    [
        ('<?xml version="1.0"?><p:CodeBook xmlns:p="urn:x"><Codes/>', "CodeBook"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a d="&b;"/>', None),
        ('<?xml version="1.0" encoding="nobody"?><a/>', None),
        ("text", None),
        ("", None),
    ],
)
def test_the_root_is_known_before_the_rest(data: str, root: str | None) -> None:
    assert root_name(data.encode()) == root


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        ("<a>\n<b></a>", "xml", 2),
        ("\n<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>", "doctype", 2),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "doctype", 1),
        ("<a>\n&b;</a>", "xml", 2),
        ('<?xml version="1.0" encoding="nobody"?><a/>', "encoding", 1),
        ("<a>" * 300, "xml-too-deep", 1),
    ],
)
def test_what_is_not_plain_xml_is_refused(data: str, reason: str, line: int) -> None:
    with pytest.raises(FormatError, match="bad-line") as caught:
        list(elements(data.encode(), "x.xml", {"a"}))
    assert caught.value.facts == {"where": "x.xml", "line": line, "reason": reason}
