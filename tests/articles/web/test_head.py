import pytest

from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.head import PageHead, head_of
from pressmark.articles.web.json_ld import article_facts
from pressmark.articles.web.tree import parsed

OTHERS = "".join(
    f'<div><meta itemprop="datePublished" content="2013-02-0{day}"></div>' for day in (1, 2)
)


def head(markup: str, address: str = "") -> PageHead:
    tree = parsed(markup)
    return head_of(tree, markup, article_facts(tree), blocks_of(tree), address)


def meta(**told: str) -> str:
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">'
        for name, value in told.items()
    )


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Ships wait | The Daily</title><h1>Ships wait</h1>", "Ships wait"),
        ("<title>Ships wait</title><h1>Ships wait for grain</h1>", "Ships wait for grain"),
        ("<title>リスボン港</title><h1>リスボン港の停止</h1>", "リスボン港の停止"),
        ("<title>Ships wait</title><h1>Ships wait – The Daily</h1>", "Ships wait"),
        ("<title>Ships wait – The Daily</title><h1>The Daily</h1><p>x", "Ships wait – The Daily"),
        (
            "<title>Ships wait off the coast of Lisbon | The Daily</title><p>x",
            "Ships wait off the coast of Lisbon",
        ),
        (meta(og_title="Ships wait – X", og_site_name="X") + "<p>x", "Ships wait"),
        (meta(og_title="Grain: ships wait") + "<h1>Ships  wait</h1>", "Ships wait"),
        (meta(og_title="Ships ‘wait’") + "<h1>Ships 'wait'</h1>", "Ships 'wait'"),
        ("<h1>Ships wait</h1><h2>Elsewhere</h2>", "Ships wait"),
        ("<p>x", None),
    ],
)
def test_the_title_is_the_headline_as_printed(markup: str, title: str | None) -> None:
    assert head(markup).title == title


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        (meta(article_published_time="2024-05-14T08:30:00+02:00"), "2024-05-14T06:30:00Z"),
        ('<meta name="DC.date.issued" content="2024-05-14">', "2024-05-14"),
        ('<meta itemprop="datePublished" content="2024-05-14">', "2024-05-14"),
        ('<time pubdate datetime="2024-05-14">today</time>', "2024-05-14"),
        ("<h1>Ships wait</h1><p>Tuesday, 14 May 2024, 10:30</p>", "2024-05-14T10:30:00"),
        ("<title>Ждут</title><h1>Ждут</h1><p>14 мая 2024, 13:43</p>", "2024-05-14"),
        ("<h1>Ships wait</h1><p>No day is named here.</p>", None),
        (f"{OTHERS}<h1>Ships wait</h1><p>14 May 2024</p>", "2024-05-14"),
    ],
)
def test_the_day_is_the_one_that_the_page_names(markup: str, published: str | None) -> None:
    assert head(f"{markup}<p>Words.</p>").published == published


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link rel="canonical" href="https://a.example/b"><p>x', "https://a.example/b"),
        (
            '<link rel="canonical" href="/b">' + meta(og_url="https://a.example/b"),
            "https://a.example/b",
        ),
        ("<!-- saved from url=(0019)https://a.example/b --><p>x", "https://a.example/b"),
        ('<base href="//a.example/"><p>x', "https://a.example/"),
        ("<p>x", None),
    ],
)
def test_the_address_is_the_one_that_the_page_gives(markup: str, url: str | None) -> None:
    assert head(f"{markup}<p>x").url == url


def test_an_address_known_from_elsewhere_goes_before() -> None:
    found = head('<link rel="canonical" href="https://a.example/b"><p>x', "http://www.b.example/c")
    assert (found.url, found.source) == ("http://www.b.example/c", "b.example")


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<meta name="author" content="Rui Costa">', "Rui Costa"),
        ('<span class="byline">By Rui Costa</span>', "Rui Costa"),
        ('<a rel="author">Rui Costa</a> and <a rel="author">Ana Lima</a>', "Rui Costa, Ana Lima"),
        ('<meta property="article:author" content="https://social.example/rui">', None),
        ('<span class="author">Posted 14.05.2024</span>', None),
    ],
)
def test_the_byline_is_who_wrote_it(markup: str, byline: str | None) -> None:
    assert head(f"{markup}<p>x").byline == byline


def test_broken_data_for_machines_are_passed_over() -> None:
    deep = "[" * 100_000
    for broken in ("{", deep, '{"@type": 3}', '["x", null]', '{"@type": "NewsArticle"}'):
        script = f'<script type="application/ld+json">{broken}</script>'
        assert head(f"{script}<h1>Ships wait</h1>").title == "Ships wait"
