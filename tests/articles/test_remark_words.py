import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.articles.extract import Remark
from pressmark.articles.remark_words import OF_THE_WHOLE, WORDS, remark_sentence


def codes_used(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the file and the code of every remark that a reader makes."""
    folder = root / "desktop" / "pressmark" / "articles"
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Remark":
                for one in node.keywords:
                    if one.arg == "code":
                        yield from (
                            (path.name, leaf.value)
                            for leaf in ast.walk(one.value)
                            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                        )


def test_every_remark_has_words(root: Path) -> None:
    assert {(name, code) for name, code in codes_used(root) if code not in WORDS} == set()
    assert WORDS.keys() >= OF_THE_WHOLE


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_sentences(code: str) -> None:
    for count in (1, 2):
        told = remark_sentence(Remark(code=code, count=count, fact="x"))
        assert re.fullmatch(r"[A-Z\d].+\.", told)
        assert "{" not in told


def test_words_count() -> None:
    assert remark_sentence(Remark(code="left-out-tables", count=1)) == "1 table was left out."
    many = remark_sentence(Remark(code="left-out-tables", count=1200))
    assert many == "1,200 tables were left out."


def test_a_face_has_words_of_its_own() -> None:
    remark = Remark(code="guessed-columns", count=3, fact="Body {n}")
    assert (
        remark_sentence(remark, lambda _words: "Geraten ({n}): {fact}") == "Geraten (3): Body {n}"
    )
    remark = Remark(code="left-out-tables", count=3)
    assert remark_sentence(remark, counted=lambda _one, many, n: f"{n}/{many}").startswith("3/")


def test_fields_are_named_in_the_words_of_a_face() -> None:
    fact = "text = Body, title = text = x, url = A, b"
    remark = Remark(code="guessed-columns", count=3, fact=fact)
    told = remark_sentence(
        remark, lambda words: {"Text": "Текст", "Title": "Назва"}.get(words, words)
    )
    assert told.endswith(": Текст = Body, Назва = text = x, Address = A, b.")


def test_a_code_that_nobody_knows_is_still_said() -> None:
    assert remark_sentence(Remark(code="odd", fact="x")) == "odd: x"
