import pytest

from pressmark.paths import resource
from pressmark.store.help_pages import PAGES, Block, Piece, help_pages


def test_every_page_has_a_title_and_something_to_say() -> None:
    for page in help_pages("en"):
        assert page.title, page.id
        assert len(page.blocks) > 2, page.id


def test_every_file_is_listed_and_every_page_there() -> None:
    files = {path.stem for path in resource("help", "en").glob("*.md")}
    assert files == set(PAGES)


@pytest.mark.parametrize("language", [path.name for path in resource("help").iterdir()])
def test_pages_of_another_language_name_what_the_english_ones_name(language: str) -> None:
    for page, english in zip(help_pages(language), help_pages("en"), strict=True):
        named, meant = (_named(each.blocks) for each in (page, english))
        assert named == meant, page.id


def test_a_page_that_a_language_lacks_is_english() -> None:
    assert help_pages("xx") == help_pages("en")


def test_marks_inside_a_line_are_pieces() -> None:
    page = next(page for page in help_pages("en") if page.id == "checks")
    pieces = [piece for block in page.blocks for piece in block.pieces]
    assert Piece("key", "checks") in pieces
    assert Piece("typed", "pressmark check --advice") in pieces
    assert {block.kind for block in page.blocks} == {"paragraph", "item"}


def test_pages_that_are_named_are_there() -> None:
    named = {one for page in help_pages("en") for one in _named(page.blocks)}
    assert {words for kind, words in named if kind == "page"} <= set(PAGES)


def _named(blocks: tuple[Block, ...]) -> set[tuple[str, str]]:
    pieces = (piece for block in blocks for piece in block.pieces)
    return {(one.kind, one.words) for one in pieces if one.kind in ("key", "do", "page")}
