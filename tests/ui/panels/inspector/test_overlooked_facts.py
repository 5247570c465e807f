from pathlib import Path

from pressmark.ui.panels.inspector.overlooked_facts import overlooked_facts


def test_each_kind_is_counted_and_words_are_named(seeds: Path) -> None:
    text = (seeds / "000_c7f105b3da0fbea6.txt").read_text("utf-8")
    assert overlooked_facts(text) == ["1 word with a letter of another alphabet: 2849-Х"]
    assert overlooked_facts("plain") == []
    assert overlooked_facts("a\u200bb\u202e\ufffd") == [
        "2 invisible characters",
        "1 character that could not be read",
    ]
    assert overlooked_facts("аn bаd cаt dаy") == [
        "4 words with letters of another alphabet: аn, bаd, cаt…"
    ]
