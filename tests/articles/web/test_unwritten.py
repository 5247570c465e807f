import pytest

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.web.clipboard import read_clipboard
from pressmark.articles.web.page import read_page
from tests.articles.web.making import ARTICLE, HEADLINE, page, paragraphs

HEAD = '<link rel="canonical" href="https://www.daily.example/a">'


def told(middle: str) -> dict[str, tuple[int, str]]:
    """Return what is remarked on in an article with something in its middle, but for the rest."""
    body = f"<article><h1>{HEADLINE}</h1>{paragraphs(ARTICLE[:3])}{middle}{paragraphs(ARTICLE[3:])}"
    (found,) = read_page(page(f"{body}</article>", HEAD).encode(), Wishes())
    assert isinstance(found, Extract)
    return {
        one.code: (one.count, one.fact)
        for one in found.remarks
        if one.code != "boilerplate-left-out"
    }


def test_pictures_are_told_with_their_descriptions() -> None:
    pictures = (
        '<img src=a.jpg alt="A tanker at the quay"><img src=b.jpg alt="Lisbon, dock workers">'
        '<img src=c.jpg><img src=d.gif width=1 height=1 alt="counter of visits"><video></video>'
        f'<img src=e.jpg alt="{HEADLINE}"><noscript><img src=a.jpg alt="no script"></noscript>'
    )
    assert told(pictures) == {
        "left-out-described": (2, "A tanker at the quay, Lisbon, dock workers"),
        "left-out-pictures": (3, ""),
    }


def test_charts_with_words_in_them_are_pictures() -> None:
    assert told("<svg><text>12 %</text></svg><svg><path></path></svg>") == {
        "left-out-pictures": (1, "")
    }


def test_links_to_other_sites_are_told_with_where_they_lead() -> None:
    links = (
        "<p>The minister said so on <a href='https://x.example.com/1'>his page</a>, to"
        " <a href='/inner'>us</a>, to <a href='https://daily.example/b'>this paper</a>, and to"
        " <a href='//www.other.example/c'>others</a>; see https://<a"
        " href='http://shown.example'>shown.example</a>, or"
        " <a href='mailto:desk%40daily.example?subject=a'>write</a>, or <a href='#n'>below</a>, or"
        " <a href='http://[broken'>this</a>.</p>"
    )
    assert told(links) == {
        "left-out-links": (3, "x.example.com, other.example, desk@daily.example")
    }


def test_many_are_named_by_the_first_few() -> None:
    links = "".join(f"<a href='https://s{n}.example.net/'>one</a>, " for n in range(9))
    words = (
        f"<p>The minister said on Monday that all of this was in the papers: {links} and so on.</p>"
    )
    count, fact = told(words)["left-out-links"]
    assert (count, fact) == (
        9,
        "s0.example.net, s1.example.net, s2.example.net, s3.example.net, …",
    )


@pytest.mark.parametrize(
    ("form", "fact"),
    [
        ("<select><option>Yes</option><option>No</option></select>", "Yes, No"),
        ("<input value='typed'><textarea>more</textarea>", "typed, more"),
        ("<input type=hidden value=token><input type=submit value=Go><input>", ""),
        ("<div style='display:none'><input value='trap'></div>", ""),
    ],
)
def test_what_stands_in_fields_of_forms_is_told(form: str, fact: str) -> None:
    assert told(f"<form>{form}</form>").get("left-out-choices", (0, ""))[1] == fact


def test_a_piece_on_the_clipboard_has_no_other_rules() -> None:
    piece = b"<p>Words, <a href='https://a.example/b'>said</a>.</p><img src=a alt='A tanker'>"
    (found,) = read_clipboard(piece, Wishes())
    assert isinstance(found, Extract)
    assert {one.code: one.fact for one in found.remarks} == {
        "left-out-described": "A tanker",
        "left-out-links": "a.example",
    }


def test_style_sheets_that_are_not_followed_are_told() -> None:
    style = "<style>" + ".a{display:block}" * 30_000 + "</style>"
    assert "unread-styles" in told(style)
