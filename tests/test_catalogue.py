from pathlib import Path

import pytest

from pressmark.catalogue import catalogue_text, read_catalogue

HEAD = r'''# Words of the field.
msgid ""
msgstr ""
"Language: uk\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"'''  # noqa: E501 -- as gettext has it

TEXT = rf"""{HEAD}

#: ui/finding.py
msgid "Find"
msgstr "Знайти"

msgctxt "Finding"
msgid "Find"
msgstr "Пошук"

#, fuzzy
msgid "Undo"
msgstr "Назад"

msgid "Lost"
msgstr ""

msgid "{{n}} place"
msgid_plural "{{n}} places"
msgstr[0] "{{n}} місце"
msgstr[1] "{{n}} місця"
msgstr[2] "{{n}} місць"

msgid "One \"line\"\nand another"
msgstr ""
"Один «рядок»\n"
"та інший"

#~ msgid "Gone"
#~ msgstr "Зникло"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "uk.po"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_words_are_found_by_their_english(path: Path) -> None:
    words = read_catalogue(path).words
    assert words("", "Find") == words("Elsewhere", "Find") == "Знайти"
    assert words("", 'One "line"\nand another') == "Один «рядок»\nта інший"


def test_a_context_of_their_own_goes_first(path: Path) -> None:
    assert read_catalogue(path).words("Finding", "Find") == "Пошук"


@pytest.mark.parametrize("source", ["Undo", "Lost", "Gone", "Never heard of"])
def test_what_is_unfinished_stays_english(path: Path, source: str) -> None:
    assert read_catalogue(path).words("", source) is None


@pytest.mark.parametrize(
    ("count", "told"),
    [
        *((1, "місце"), (21, "місце"), (3, "місця"), (104, "місця"), (0, "місць")),
        *((5, "місць"), (11, "місць"), (12, "місць"), (114, "місць")),
    ],
)
def test_each_language_counts_in_its_own_way(path: Path, count: int, told: str) -> None:
    assert read_catalogue(path).words("", "{n} places", count) == f"{{n}} {told}"


def test_a_catalogue_is_written_as_it_was_read(path: Path) -> None:
    catalogue = read_catalogue(path)
    assert catalogue.head == HEAD
    path.write_text(catalogue_text(catalogue.head, catalogue.entries), encoding="utf-8")
    again = read_catalogue(path)
    assert again.entries == catalogue.entries
    assert catalogue_text(again.head, again.entries) == path.read_text(encoding="utf-8")


def test_a_catalogue_must_say_how_its_language_counts(path: Path) -> None:
    path.write_text('msgid ""\nmsgstr "Language: uk\\n"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"uk\.po"):
        read_catalogue(path)
