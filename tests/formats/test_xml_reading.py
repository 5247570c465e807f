import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FormatError
from pressmark.formats import xml_reading
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


def test_everything_within_the_root_comes_where_no_names_are_asked() -> None:
    data = b'<r xmlns:p="urn:x" a="0"><p:a p:n="1" n="2"/><b>text</b></r>'
    first, second = elements(data, "x")
    assert (first.namespace, first.name, first.attributes) == (
        "urn:x",
        "a",
        {"urn:x n": "1", "n": "2"},
    )
    assert (second.namespace, second.name, second.text) == ("", "b", "text")


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_long_attributes_are_whole(size: int) -> None:
    (found,) = elements(f'<r><a b="{"word " * size}"/></r>'.encode(), "x")
    assert len(found.get("b")) == size * len("word ")


ATTRIBUTES = " ".join(f"b{at}=''" for at in range(20_000))
LONG = f"<r><a b='{'word ' * 60_000}'/></r>"
CROWDED = (LONG, f"<r><a>{'<b/>' * 2000}</a></r>", f"<r><a {ATTRIBUTES}/></r>")


@pytest.mark.parametrize("data", CROWDED, ids=["one", "elements", "attributes"])
def test_what_would_fill_the_memory_is_refused(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "_MOST", 1000)
    monkeypatch.setattr(xml_reading, "_LONGEST", 100_000)
    with pytest.raises(FormatError) as caught:
        list(elements(data.encode(), "x"))
    assert caught.value.facts["reason"] == "too-large"
