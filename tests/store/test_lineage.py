import hashlib

import pytest

from pressmark.model.json import Json
from pressmark.store.lineage import LONGEST, has_grown_from, lineage_of, new_session, sealed
from pressmark.store.open_project import OpenProject
from pressmark.store.strict_json import read_json
from tests.store.projects import STAMP, tag

CONTENT = b'{"format": "x",\n"relations": [\n]}\n'
ONE, TWO = "aaaaaaaaaaaa.3", "bbbbbbbbbbbb.7"


def whole(*states: str) -> bytes:
    return b"".join(sealed(iter([CONTENT[:9], CONTENT[9:], b""]), states))


def states(content: bytes) -> tuple[str, ...]:
    document = read_json(content)
    assert isinstance(document, dict)
    return lineage_of(content, digest(content) * 4, document.get("lineage")).states


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def test_a_file_lists_its_states_in_its_last_line() -> None:
    content = whole(ONE, TWO)
    assert content.startswith(CONTENT[:-2] + b",\n")
    assert states(content) == (ONE, TWO)


def test_without_states_there_is_no_line() -> None:
    assert whole() == CONTENT
    assert states(CONTENT) == (digest(CONTENT),)


def test_a_file_changed_by_something_else_has_a_name_of_its_own_and_keeps_its_past() -> None:
    changed = whole(ONE, TWO).replace(b'"x"', b'"y"')
    assert states(changed) == (digest(changed), ONE, TWO)
    spaced = whole(ONE).replace(b'"lineage": ', b'"lineage":')
    assert states(spaced) == (digest(spaced), ONE)


@pytest.mark.parametrize("line", [None, 3, [], {}, {"states": 3}, {"states": [3, "x", "a.b"]}])
def test_a_line_that_says_nothing_is_passed_over(line: Json) -> None:
    assert lineage_of(CONTENT, "0" * 64, line).states == ("0" * 16,)


def test_no_more_than_the_youngest_are_listed() -> None:
    many = [f"{new_session()}.1" for _ in range(LONGEST + 9)]
    assert states(whole(*many)) == tuple(many[:LONGEST])


@pytest.mark.parametrize(
    ("name", "has"),
    [
        (ONE, True),
        ("aaaaaaaaaaaa.2", True),
        ("aaaaaaaaaaaa.4", False),
        ("cccccccccccc.1", False),
        ("0123456789abcdef", True),
        ("0123456789abcdee", False),
        ("", False),
    ],
)
def test_a_session_is_linear(name: str, *, has: bool) -> None:
    assert has_grown_from((ONE, "0123456789abcdef"), name) is has


def test_a_content_keeps_its_name_until_another_was_written(file: OpenProject) -> None:
    before = file.path.read_bytes()
    tag(file, "a")
    file.undo(STAMP)
    file.save()
    assert file.path.read_bytes() == before
    tag(file, "a")
    file.save()
    file.undo(STAMP)
    file.save()
    assert states(file.path.read_bytes()) != states(before)
