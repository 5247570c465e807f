from random import Random

import pytest

from pressmark.articles.extract import Extract
from tests.articles.pdf.made_pdf import typeset
from tests.articles.pdf.taking import LONG, paragraphs, read, remarks, zones

SECTIONS = ("Ports and harbours", "The grain trade", "What witnesses said", "Law of the sea")
PAGES = 3
HEAD = """#set page(height: 260pt, header: context {
  let before = query(heading).filter(one => one.location().page() <= here().page())
  let last = before.at(-1, default: none)
  if last != none and CONDITION { text(8pt)[#last.body #h(1fr) #here().page()] }
})"""


def prose(seed: str, sentences: int = 6) -> str:
    """Return text that no other seed gives."""
    random, words = Random(seed), " ".join(LONG).replace(".", "").replace(",", "").split()  # noqa: S311 -- no secret
    return " ".join(
        " ".join(random.sample(words, 14)).lower().capitalize() + "." for _ in range(sentences)
    )


def report(settings: str, **wishes: object) -> Extract:
    """Read sections of `PAGES` pages each."""
    body = "\n#pagebreak()\n".join(
        f"{'' if page else f'= {title}'}\n{prose(f'{title} {page}', 4 + page)}"
        for title in SECTIONS
        for page in range(PAGES)
    )
    return read(typeset(body, settings=settings), **wishes)


@pytest.mark.parametrize("condition", ["true", "calc.odd(here().page())"], ids=["all", "right"])
def test_heads_that_change_with_each_section_are_heads(condition: str) -> None:
    found = report(HEAD.replace("CONDITION", condition))
    heads = [text.partition("\t")[0] for kind, text in zones(found) if kind == "page-header"]
    assert heads == list(SECTIONS)
    assert [one for one in paragraphs(found) if one in SECTIONS] == list(SECTIONS)


def test_feet_that_change_with_each_section_are_feet() -> None:
    found = report(HEAD.replace("CONDITION", "true").replace("header:", "footer:"))
    feet = [text.partition("\t")[0] for kind, text in zones(found) if kind == "page-footer"]
    assert feet == list(SECTIONS)


def test_all_of_them_are_counted_where_they_are_left_out() -> None:
    found = report(HEAD.replace("CONDITION", "true"), boilerplate="left-out")
    assert remarks(found)["boilerplate-left-out"][0] == len(SECTIONS) * PAGES


def test_headings_at_the_top_of_pages_are_text() -> None:
    found = report("#set page(height: 260pt)")
    assert zones(found) == []
    assert set(SECTIONS) <= set(paragraphs(found))


def test_titles_of_slides_that_stay_are_text() -> None:
    titles = [prose(str(at), 1)[:20].strip() for at in range(8)]
    slides = "\n#pagebreak()\n".join(
        f"#text(16pt)[{title}]\n\n- {prose(f'{title} {at}', 1)}\n- {prose(f'{at} {title}', 1)}"
        for title in titles
        for at in range(2)
    )
    assert zones(read(typeset(slides, settings="#set page(height: 200pt)"))) == []


def test_what_begins_each_page_anew_is_text() -> None:
    entries = [prose(str(at), 1)[:20].strip() for at in range(8)]
    pages = "\n#pagebreak()\n".join(f"{one}\n#v(9pt)\n{prose(one)}" for one in entries)
    found = read(typeset(pages, settings="#set page(height: 200pt)"))
    assert zones(found) == []
    assert set(entries) <= set(paragraphs(found))
