from pressmark.articles.pdf.glyphs import Glyph, once


def glyph(char: str, left: float, *, size: float = 10.0, hidden: bool = False) -> Glyph:
    return Glyph(char, left, left + size / 2, -10 * size, size, hidden=hidden)


def test_a_letter_drawn_over_itself_is_one() -> None:
    drawn = [glyph("e", 10), glyph("n", 15), glyph("e", 10.3), glyph("n", 15.3)]
    assert [one.char for one in once(drawn)] == ["e", "n"]


def test_letters_of_a_ligature_are_two() -> None:
    twice = [glyph("o", 5), glyph("f", 10), glyph("f", 10), glyph("i", 10)] * 2
    assert "".join(one.char for one in once(twice)) == "offi"


def test_letters_elsewhere_or_of_another_size_are_others() -> None:
    drawn = [glyph("l", 10), glyph("l", 12.5), glyph("l", 20, size=20), glyph("l", 10, hidden=True)]
    assert len(list(once(drawn))) == 4
