from pathlib import Path

from pressmark.analysis.oddities import oddities
from pressmark.cli.odd_words import odd_words
from tests.cli.conftest import Pressmark


def told(text: str) -> list[str]:
    return odd_words(text, oddities(text))


def test_what_is_overlooked_is_counted_and_named() -> None:
    assert told("plain") == []
    assert told("a\u200bb") == ["contains 1 invisible character"]
    assert told("\u202ea\u202c\u00ad") == [
        "contains 3 invisible characters, 2 of them turn the writing direction"
    ]
    assert told("In 2О24") == ["1 word with a letter of another alphabet: 2О24"]
    assert told("аn bаd cаt dаy") == [
        "4 words with a letter of another alphabet: аn, bаd, cаt, ..."
    ]
    assert told("caf\ufffd") == ["contains 1 replacement character (U+FFFD)"]


def test_it_is_said_when_an_article_comes_in(
    pressmark: Pressmark, seeds: Path, tmp_path: Path
) -> None:
    project = tmp_path / "new.pressmark"
    pressmark("new", project)
    run = pressmark("import", project, seeds / "000_c7f105b3da0fbea6.txt")
    assert "  1 word with a letter of another alphabet: 2849-Х" in run.err
    assert run.status == 0
