"""A project file: read as written, saved as read, whatever its layout; bad ones named."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark import __version__
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project, project_bytes, project_chunks
from tests.strategies import projects


def kept_bytes(project: Project) -> bytes:
    return b"".join(project_chunks(project))


def refusal(data: bytes, **options: Any) -> ProjectFileError:  # noqa: ANN401 -- passed on
    with pytest.raises(ProjectFileError) as raised:
        parse_project(data, **options)
    return raised.value


@pytest.fixture(scope="module")
def shipped(seeds: Any) -> bytes:  # noqa: ANN401
    content: bytes = (seeds / "example.pressmark").read_bytes()
    return content


Change = Callable[[dict[str, Any]], None]


def changed(data: bytes, change: Change) -> bytes:
    """Return the file with its JSON changed, laid out as any program would."""
    document = json.loads(data)
    change(document)
    return json.dumps(document).encode()


@given(project=projects())
def test_a_project_is_read_as_it_was_written(project: Project) -> None:
    parsed = parse_project(kept_bytes(project))
    assert parsed.project == project
    assert parsed.version == 1
    assert parsed.generator == f"Pressmark {__version__}"


@given(project=projects())
def test_saved_again_it_is_the_same_to_the_byte(project: Project) -> None:
    first = kept_bytes(project)
    read = parse_project(first).project
    assert kept_bytes(read) == first
    assert project_bytes(read) == first
    for article in read.opened():
        assert article == project.article(article.head.id)
    assert kept_bytes(read) == first


@given(project=projects(), indent=st.sampled_from([None, 0, 2, "\t"]), by_key=st.booleans())
def test_the_layout_plays_no_part(project: Project, indent: int | str | None, by_key: bool) -> None:  # noqa: FBT001
    first = kept_bytes(project)
    document = json.loads(first)
    spaced = json.dumps(document, indent=indent, sort_keys=by_key, ensure_ascii=by_key)
    read = parse_project(b"\xef\xbb\xbf \r\n" + spaced.encode() + b"\r\n\t ").project
    assert read == project
    assert project_bytes(read) == first


def test_line_ends_play_no_part(shipped: bytes) -> None:
    windows = parse_project(shipped.replace(b"\n", b"\r\n")).project
    assert kept_bytes(windows) == shipped


def test_one_record_is_one_line(shipped: bytes) -> None:
    lines = shipped.decode().split("\n")
    assert sum(line.startswith('{"id": "A') and '"label": ' in line for line in lines) == 12
    assert sum(line.startswith('{"id": "R') for line in lines) == 43
    assert sum(line.endswith('"annotations": [') for line in lines) == 2
    assert shipped.endswith(b"]}\n")
    assert json.loads(shipped)["format"] == "pressmark-project"


def test_reading_opens_no_article(shipped: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("pressmark.store.shelf.KeptArticle.read")
    project = parse_project(shipped).project
    assert project.annotation_count() == 38
    assert [sum(one.counts.values()) for one in project.shelf()] == [12, 26]
    assert kept_bytes(project) == shipped


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x00\x01\xff\xfe", "not-a-project"),
        (b"PK\x03\x04", "not-a-project"),
        (b"Some article.", "not-a-project"),
        (b"[]", "not-a-project"),
        (b"null", "not-a-project"),
        (b'{"format": "other", "version": 1}', "not-a-project"),
        (b'{"docs": [', "not-a-project"),
        (b'{"form', "truncated"),
        (b'{"format": "pressmark-project", "version": 1, "id": "x",', "truncated"),
        (b'{"format": "pressmark-project", "version": 1, "id": "x",}', "damaged"),
        (b'{"format": "pressmark-project", "version": 1, "id": "x"}', "damaged"),
        (b"[" * 100_000, "not-a-project"),
        (b'{"format": "pressmark-project", "a": ' + b"[" * 100_000, "damaged"),
    ],
)
def test_what_is_no_project_is_refused_by_its_kind(data: bytes, code: str) -> None:
    assert refusal(data).case == code


@pytest.mark.parametrize("percent", range(5, 100, 5))
def test_a_file_cut_off_anywhere_is_truncated(shipped: bytes, percent: int) -> None:
    error = refusal(shipped[: len(shipped) * percent // 100])
    assert error.case == "truncated"
    assert error.facts["line"]


def test_a_newer_version_is_named(shipped: bytes) -> None:
    newer = changed(shipped, lambda it: it.update(version=2, generator="Pressmark 9.0", x={}))
    error = refusal(newer)
    assert error.case == "newer-version"
    assert (error.facts["needed"], error.facts["generator"]) == (2, "Pressmark 9.0")
    assert parse_project(newer, newer=True).version == 2


def test_size_has_a_limit(shipped: bytes) -> None:
    error = refusal(shipped, max_size=1000)
    assert error.case == "too-large"
    assert error.facts["limit"] == 1000


def _first_twice(name: str) -> Change:
    return lambda it: it[name].append(it[name][0])


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        (lambda it: it.update(version="1"), {"where": "version"}),
        (lambda it: it.update(version=True), {"where": "version"}),
        (lambda it: it.update(version=0), {"where": "version"}),
        (lambda it: it.update(title=None), {"where": "title"}),
        (lambda it: it.update(id="a b"), {"where": "id", "reason": "bad-id"}),
        (lambda it: it.pop("label_set"), {"where": "label_set"}),
        (lambda it: it.update(articles={}), {"where": "articles"}),
        (lambda it: it.update(articles=[1]), {"where": "articles"}),
        (lambda it: it["articles"][0].update(annotations=5), {"where": "articles.0.annotations"}),
        (lambda it: it["relations"][4].update(inferred="no"), {"where": "relations.4.inferred"}),
        (lambda it: it["entities"][1].pop("name"), {"where": "entities.1.name"}),
        (lambda it: it["entities"][1].update(id=""), {"where": "entities", "reason": "bad-id"}),
        (_first_twice("relations"), {"where": "relations", "reason": "duplicate-id", "id": "R01"}),
        (_first_twice("annotators"), {"where": "annotators", "reason": "duplicate-id"}),
        (_first_twice("articles"), {"reason": "duplicate-id"}),
        (
            lambda it: it["articles"][1]["annotations"].append(it["articles"][0]["annotations"][2]),
            {"reason": "duplicate-id", "id": "A03"},
        ),
    ],
)
def test_a_bad_frame_is_refused_with_its_place(
    shipped: bytes, change: Change, facts: dict[str, object]
) -> None:
    error = refusal(changed(shipped, change))
    assert error.case == "damaged"
    assert {name: error.facts[name] for name in facts} == facts


def test_a_place_in_the_file_is_its_line_and_column(shipped: bytes) -> None:
    lines = shipped.split(b"\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(b'{"id": "R05"'))
    lines[at] = lines[at].replace(b'"inferred": false', b'"inferred": NaN')
    error = refusal(b"\n".join(lines))
    assert error.case == "damaged"
    assert (error.facts["reason"], error.facts["line"]) == ("number", at + 1)
    assert error.facts["column"] == lines[at].decode().index("NaN") + 1


def test_a_duplicate_is_named_with_the_line_of_its_article(shipped: bytes) -> None:
    lines = shipped.split(b"\n")
    first = next(line for line in lines if line.startswith(b'{"id": "A01"'))
    at = next(at for at, line in enumerate(lines) if b'"source": "Anadolu"' in line)
    error = refusal(b"\n".join([*lines[: at + 1], first, *lines[at + 1 :]]))
    assert (error.facts["id"], error.facts["line"]) == ("A01", at + 1)


def test_a_second_list_of_articles_is_refused(shipped: bytes) -> None:
    doubled = shipped.replace(b'"version": 1,', b'"version": 1, "articles": [],', 1)
    error = refusal(doubled)
    assert (error.case, error.facts["reason"]) == ("damaged", "duplicate-key")


def test_articles_within_something_else_are_no_articles(shipped: bytes) -> None:
    start, end = shipped.index(b'"articles": ['), shipped.index(b'],\n"relations": [')
    within = b'"x": {\n' + shipped[start:end] + b'],\n"relations": [\n]}}\n'
    project = parse_project(shipped[:start] + within).project
    assert len(project.articles) == 0
    assert "articles" in json.loads(kept_bytes(project))["x"]


def test_a_relation_without_an_end_is_kept_and_told(shipped: bytes) -> None:
    def cut(it: dict[str, Any]) -> None:
        it["relations"][0]["to"] = "gone"
        it["relations"][3]["entity"] = "gone"
        it["relations"][5]["entity"] = "eu"

    parsed = parse_project(changed(shipped, cut))
    assert [(one.kind, one.record) for one in parsed.findings] == [
        ("no-end", "R01"),
        ("no-end", "R04"),
        ("no-end", "R06"),
    ]
    assert len(parsed.project.relations) == 43
    assert parse_project(kept_bytes(parsed.project)).findings == parsed.findings


def test_labels_attributes_and_values_that_nobody_knows_load(shipped: bytes) -> None:
    def invent(it: dict[str, Any]) -> None:
        it["articles"][0]["annotations"][0].update(label="rumour", attributes={"mood": ["low", 3]})

    project = parse_project(changed(shipped, invent)).project
    assert project.annotation("A01").label == "rumour"
    assert project.annotation("A01").attributes == {"mood": ["low", 3]}


def test_chunks_are_about_a_megabyte(shipped: bytes) -> None:
    document = json.loads(shipped)
    document["articles"] = [
        {**document["articles"][0], "id": f"art{n}", "annotations": [], "text": "é" * 100_000}
        for n in range(20)
    ]
    project = parse_project(json.dumps(document).encode()).project
    sizes = [len(chunk) for chunk in project_chunks(project)]
    assert max(sizes) < 1_500_000
    assert len(sizes) < 6
