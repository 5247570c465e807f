"""Which blocks of a page are its article, where what trafilatura says is put right by the tree."""

import pytest

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.web.page import read_page
from tests.articles.web.making import ARTICLE, HEADLINE, page, paragraphs


def taken(body: str) -> Extract:
    (found,) = read_page(page(body).encode(), Wishes())
    assert isinstance(found, Extract)
    return found


def test_a_list_beside_the_paragraphs_belongs_to_them() -> None:
    names = ("Aurora Shipping Ltd", "Bela Maritime", "Cobalt Trading FZE")
    listed = "".join(f"<li>{name}</li>" for name in names)
    body = f"<h1>{HEADLINE}</h1>{paragraphs(ARTICLE[:4])}<ul>{listed}</ul>{paragraphs(ARTICLE[4:])}"
    text = taken(f"<div id=content>{body}</div>").text
    assert text.split("\n\n")[1:] == [*ARTICLE[:4], *(f"• {name}" for name in names), *ARTICLE[4:]]


TRENDING = (
    "<h3>Trending On This Paper</h3><h3>Banking</h3><p>The bank needs to conceive several reforms,"
    " the minister told all the reporters who had come to the sidelines of the retreat, as he has"
    " said many times before <a>Full Article</a></p>"
)
LETTERS = "<h3>Newsletter</h3><p>The best of the week, in your letter box each Friday at noon</p>"


@pytest.mark.parametrize("after", [TRENDING, LETTERS])
def test_what_follows_in_another_column_is_none_of_it(after: str) -> None:
    body = f"<div id=text><h1>{HEADLINE}</h1>{paragraphs()}</div><div id=more>{after}</div>"
    assert taken(f"<div id=columns>{body}</div>").text == "\n\n".join((HEADLINE, *ARTICLE))


@pytest.mark.parametrize("name", ["tooltip-content", "hovercard-body", "rollover-people-block"])
def test_what_shows_under_the_pointer_is_hidden(name: str) -> None:
    card = f"<span class=person><a>Ana Prado</a><span class={name}>Read all on her</span></span>"
    first = ARTICLE[1].replace("Ana Prado", card)
    extract = taken(f"<article><h1>{HEADLINE}</h1>{paragraphs([ARTICLE[0], first, *ARTICLE[2:]])}")
    assert "Ana Prado" in extract.text
    hidden = [extract.text[slice(*zone.span)] for zone in extract.zones if zone.kind == "hidden"]
    assert hidden in ([], ["Read all on her"])
