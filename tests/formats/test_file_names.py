from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.file_names import file_names


def test_ids_become_names_that_every_system_takes() -> None:
    assert file_names(["a", "A", "con", "NUL.x", "..", ".hidden", "a-2", "end."]) == {
        "a": "a",
        "A": "A-2",
        "con": "con_",
        "NUL.x": "NUL_x",
        "..": "__",
        ".hidden": "_hidden",
        "a-2": "a-2-2",
        "end.": "end",
    }
    assert file_names(["visual"], taken=["visual"]) == {"visual": "visual-2"}


ids = st.text("abAB.-_1", min_size=1, max_size=4)


@given(st.lists(ids, unique=True))
def test_no_two_are_the_same_anywhere(given_ids: list[str]) -> None:
    names = file_names(given_ids).values()
    assert len({name.casefold() for name in names}) == len(given_ids)
    assert all(name and not name.startswith(".") and not name.endswith(".") for name in names)
