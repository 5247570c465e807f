import pytest

from pressmark.formats.spacy_strings import ENT_IOB, ENT_TYPE, ORTH, SYMBOLS, number_of


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("", 0),
        ("a", 11901859001352538922),
        ("claim", 4563812988814619444),
        ("X1", 9824953490250749572),
        ("PERSON", 380),
        ("case", 8110129090154140942),
    ],
)
def test_strings_have_the_numbers_that_spacy_gives_them(string: str, number: int) -> None:
    assert number_of(string) == number


def test_symbols_have_their_own() -> None:
    assert len(SYMBOLS) == 457
    assert (SYMBOLS["ORTH"], SYMBOLS["ENT_IOB"], SYMBOLS["ENT_TYPE"]) == (ORTH, ENT_IOB, ENT_TYPE)
