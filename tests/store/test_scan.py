"""Articles found by their lines: bytes as they are, ids, counts; nothing parsed."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.layout import project_bytes
from pressmark.store.scan import Shelf, sections
from tests.strategies import projects

FRAME = b'{"title": "x",\n"entities": [\n],\n"articles": [\n%s],\n"relations": [\n]}\n'


def article(name: str, annotations: Sequence[str] = ()) -> str:
    lines = ",\n".join(
        line if line.startswith("?") else f'{{"id": "{line}", "label": "claim", "more": 1}}'
        for line in annotations
    )
    return f'{{"id": "{name}", "text": "t", "annotations": [\n' + (lines and f"{lines}\n") + "]}"


def shelf(*articles: str) -> Shelf:
    written = FRAME % b"".join(one.encode() + b"\n" for one in [",\n".join(articles)])
    found = sections(written)
    assert found is not None
    return Shelf(written, found.articles, numbered=True)


@given(project=projects())
def test_every_article_and_annotation_is_found(project: Project) -> None:
    written = project_bytes(project)
    found = sections(written)
    assert found is not None
    held = Shelf(written, found.articles, numbered=True)
    assert held.articles.keys() == set(project.articles)
    assert held.places == dict(project.places)
    for one in held.articles.values():
        there = project.articles[one.head.id]
        assert (one.head, one.counts) == (there.head, there.counts)
        assert one.line is not None
        assert written.split(b"\n")[one.line - 1].startswith(bytes(one.kept[:10]))


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{}",
        b'{"articles": []}',
        b'\n"articles": [\n',
        b'\n],\n"relations": [\n"articles": [\n',
        FRAME % b'{"id": "a", "text": "t", "annotations": [\n',
        FRAME % b'{"id": "a", "text": "t", "annotations": [\n]} \n',
        FRAME % b'{"id": "a", "text": "t", "annotations": [\n]},\n',
    ],
)
def test_what_is_not_in_the_layout_is_not_taken_apart(written: bytes) -> None:
    assert sections(written) is None


def test_the_frame_is_what_is_left() -> None:
    written = FRAME % f"{article('a', ['x', 'y'])},\n{article('b')}\n".encode()
    found = sections(written)
    assert found is not None
    assert found.frame == b'{"title": "x",\n"entities": [\n],\n"relations": [\n]}\n'
    starts = [written[start:end].split(b",")[0] for start, end in found.articles]
    assert starts == [b'{"id": "a"', b'{"id": "b"']


def test_lines_are_counted() -> None:
    held = shelf(article("a", ["x", "y"]), article("b"), article("c", ["z"]))
    assert [one.line for one in held.articles.values()] == [5, 9, 11]
    assert [dict(one.counts) for one in held.articles.values()] == [{"claim": 2}, {}, {"claim": 1}]


@pytest.mark.parametrize(
    ("articles", "twice"),
    [
        ([("a", ["x"]), ("b", ["y", "x"])], "x"),
        ([("a", ["x", "x"])], "x"),
        ([("a", []), ("a", [])], "a"),
    ],
)
def test_an_id_that_stands_twice_is_refused(
    articles: list[tuple[str, list[str]]], twice: str
) -> None:
    with pytest.raises(ProjectFileError) as raised:
        shelf(*(article(*one) for one in articles))
    assert (raised.value.facts["reason"], raised.value.facts["id"]) == ("duplicate-id", twice)


def test_a_line_written_otherwise_is_read_one_that_cannot_be_is_named() -> None:
    held = shelf(article("a", ["x", "y", "z"]).replace('"id": "y"', '"n": 1, "id": "y"'))
    assert held.places == {"x": "a", "y": "a", "z": "a"}
    assert held.articles["a"].damage is None

    held = shelf(article("b"), article("a", ["x", "?", "z"]))
    damage = held.articles["a"].damage
    assert damage is not None
    assert (damage.where, damage.line) == ("annotations.1", 9)
    assert held.places == {"x": "a", "z": "a"}
    assert held.articles["b"].damage is None


def test_annotations_that_share_a_line_are_all_found() -> None:
    line = '"label": "claim", "fragments": [[0, 1]], "text": ["t"]}'
    held = shelf(article("a", [f'?{{"id": "x", {line}, {{"id": "y", {line}']).replace("?", ""))
    assert held.places == {"x": "a", "y": "a"}
    assert held.articles["a"].counts == {"claim": 2}


@pytest.mark.parametrize("text", ["t", r"\", ", r"\\", r"\\\", \"x\": 1, \"text\": \\"])
def test_keys_of_an_article_count_wherever_they_stand(text: str) -> None:
    held = shelf(f'{{"id": "a", "text": "{text}", "more": "\\\\", "annotations": [\n]}}')
    assert held.articles["a"].head.unknown == {"more": "\\"}
    assert shelf(f'{{"text": "{text}", "id": "a", "annotations": [\n]}}').articles.keys() == {"a"}


def test_two_articles_may_look_like_one() -> None:
    odd = '{"id": "a", "text": "t"}'
    for articles, regular in (
        (f"{article('a')},\n{article('b')}", True),
        (f"{odd},\n{article('b')}", False),
        (f"{article('a', ['x'])},\n{article('b')}".replace("\n]},", "]},"), False),
    ):
        found = sections(FRAME % f"{articles}\n".encode())
        assert found is not None
        assert found.regular == regular
