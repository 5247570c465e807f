from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.feeds import read_feed
from pressmark.errors import ArticleFileError

LONG = "<p>" + "The minister denied it again on Monday. " * 20 + "</p>"


def found(feed: str | bytes) -> list[Found]:
    return list(read_feed(feed if isinstance(feed, bytes) else feed.encode(), Wishes()))


def only(feed: str | bytes) -> Extract:
    (one,) = found(feed)
    assert isinstance(one, Extract)
    return one


def rss(*items: str, head: str = "<title>The Paper</title>") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel>{head}{inner}</channel></rss>"
    )


def codes(extract: Extract) -> list[str]:
    return [remark.code for remark in extract.remarks]


def test_an_item_of_rss_has_all_its_fields() -> None:
    one = only(
        rss(
            "<title>A &amp; B</title><link>https://x.example/1</link>"
            "<dc:creator>Ana Lytic</dc:creator><dc:creator>Bo Bo</dc:creator>"
            "<media:title>a picture</media:title>"
            "<pubDate>Mon, 06 Sep 2010 02:01:00 +0200</pubDate>"
            "<category>Trade</category><category>Trade</category><category>Oil</category>"
            "<description>The minister</description>"
            f"<content:encoded><![CDATA[{LONG}<ul><li>one</li></ul>two<br>three]]></content:encoded>",
            head="<title>The Paper</title><language>en-us</language>",
        )
    )
    assert one.text.endswith("Monday.\n\n• one\n\ntwo\nthree")
    assert (one.title, one.source, one.byline) == ("A & B", "The Paper", "Ana Lytic, Bo Bo")
    assert (one.url, one.published) == ("https://x.example/1", "2010-09-06T00:01:00Z")
    assert (one.language, one.keywords, one.part) == ("en-US", ("Trade", "Oil"), "item 1")
    assert codes(one) == []


def test_an_entry_of_atom_has_all_its_fields() -> None:
    one = only(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Газета</title><entry>'
        '<title type="html">&lt;b&gt;Так&lt;/b&gt;</title>'
        '<link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>'
        "<author><name>Ана</name></author><published>2024-05-27T10:00:00+03:00</published>"
        "<updated>2024-06-01T10:00:00Z</updated>"
        '<category term="t" label="Торгівля"/><summary>Інше</summary>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>Перше <em>слово</em>.</p><p>Друге.</p></div></content>"
        "</entry></feed>"
    )
    assert one.text == "Перше слово.\n\nДруге."
    assert (one.title, one.source, one.byline) == ("Так", "Газета", "Ана")
    assert (one.url, one.published) == ("https://x.example/1", "2024-05-27T07:00:00Z")
    assert (one.language, one.keywords) == ("uk", ("Торгівля",))
    assert codes(one) == ["left-out-summary"]


def test_rss_1_has_its_items_beside_the_channel() -> None:
    one = only(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel>'
        '<item rdf:about="https://x.example/1"><title>a</title><description>b</description>'
        "</item></rdf:RDF>"
    )
    assert (one.text, one.url, one.source) == ("b", "https://x.example/1", "T")


@pytest.mark.parametrize(
    ("item", "is_teaser"),
    [
        ("<description>The minister went home.</description>", True),
        (f"<description><![CDATA[{LONG}]]></description>", False),
        (f"<description><![CDATA[{LONG} and so […]]]></description>", True),
        (f"<description><![CDATA[{LONG} ... Continue reading]]></description>", True),
        (f"<content:encoded><![CDATA[{LONG} Читати далі →]]></content:encoded>", True),
        ("<content:encoded>Short, and all there is.</content:encoded>", False),
        (f"<description>{'長い記事。' * 40}</description>", False),
    ],
)
def test_beginnings_of_articles_are_told(item: str, *, is_teaser: bool) -> None:
    assert ("teaser" in codes(only(rss(item)))) is is_teaser


def test_what_is_left_out_is_told() -> None:
    one = only(
        rss(
            f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
            '<enclosure url="https://x.example/a.mp3" type="audio/mpeg"/>'
            "<pubDate>the day before</pubDate>"
        )
    )
    assert [(one.code, one.fact) for one in one.remarks] == [
        ("left-out-attached", "audio/mpeg"),
        ("unread-date", "the day before"),
    ]


def test_an_item_without_text_is_refused_alone() -> None:
    first, second = found(rss("<title>Only a title</title>", "<description>text</description>"))
    assert first == PartRefused(part="item 1", case="empty")
    assert isinstance(second, Extract)
    assert second.part == "item 2"


def test_faults_cost_little_and_are_told() -> None:
    one = only("<rss><channel><item><description>AT&T &mdash; a&nbsp;b &foo; <i>c</description>")
    assert one.text == "AT&T — a\xa0b &foo; c"
    assert "mended" in codes(one)


def test_scripts_and_addresses_are_no_text() -> None:
    html = '<script>x()</script><p>said <a href="javascript:x">so</a></p><img src="https://x/b">'
    assert only(rss(f"<description><![CDATA[{html}]]></description>")).text == "said so"


@pytest.mark.parametrize(("declared", "is_certain"), [("windows-1251", True), ("", False)])
def test_a_declared_encoding_is_believed_where_the_text_looks_like_it(
    declared: str, *, is_certain: bool
) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = "Міністр заперечив це знову в понеділок, і ніхто йому не повірив."
    feed = f"{head}<rss><channel><item><description>{text}</description></item></channel></rss>"
    one = only(feed.encode("cp1251"))
    assert (one.text, one.encoding, one.certain) == (text, "cp1251", is_certain)


def test_hidden_text_is_a_zone_and_told() -> None:
    html = f'{LONG}<p style="display:none">unseen</p>'
    one = only(rss(f"<description><![CDATA[{html}]]></description>"))
    (zone,) = one.zones
    assert (zone.kind, one.text[zone.start : zone.end]) == ("hidden", "unseen")
    assert "hidden-text" in codes(one)
    feed = rss(f"<description><![CDATA[{html}]]></description>").encode()
    (one,) = read_feed(feed, Wishes(boilerplate="left-out"))
    assert isinstance(one, Extract)
    assert "unseen" not in one.text
    assert "boilerplate-left-out" in codes(one)


def test_a_document_type_without_declarations_is_passed_over() -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "https://x.example/r.dtd">'
    assert only(rss("<description>t</description>").replace("<rss", f"{old}<rss")).text == "t"


def hostile() -> Iterator[tuple[str, str]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]>{rss('<title>&l9;</title>')}", "entities"
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield outside + rss("<description>&x;</description>"), "entities"
    yield rss(), "no-article"
    yield "<html><body>no feed</body></html>", "unsupported"
    yield "<opml><body/></opml>", "unsupported"
    yield "no xml at all", "damaged"
    yield "<!DOCTYPE", "damaged"


@pytest.mark.parametrize(("feed", "case"), list(hostile()))
def test_what_is_no_feed_is_refused(feed: str, case: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        found(feed)
    assert refused.value.case == case


def test_deep_nesting_ends_where_it_must() -> None:
    deep = "<b>" * 100_000 + "x"
    (one,) = found(rss(f"<description>text</description><x>{deep}</x>"))
    assert isinstance(one, Extract)
    assert "mended" in codes(one)
    found(rss(f"<description><![CDATA[{deep}]]></description>"))


def test_real_feeds_come_in(corpora: Path) -> None:
    for path in sorted((corpora / "inputs").glob("*.xml")):
        data = path.read_bytes()
        if b"<html" not in data[:600]:
            assert len(found(data)) > 0, path.name
