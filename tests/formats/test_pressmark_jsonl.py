import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given

from pressmark.errors import CancelledError, FormatError
from pressmark.formats.registry import format_of
from pressmark.formats.selection import Selection
from pressmark.model.ids import article_id
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from tests.amended import corrected
from tests.formats.sets import bare, bring_in, written
from tests.strategies import projects


def shared(project: Project) -> dict[str, Any]:
    """Return what a set brings back: everything but the project's own frame."""
    return {
        "articles": project.articles,
        "annotators": project.annotators,
        "entities": project.entities,
        "relations": project.relations,
        "places": project.places,
    }


def sound(project: Project) -> Project:
    """Return the project without what nobody could have made in it.

    That is relations that end at themselves or nowhere, and texts that begin with a mark.
    """
    fitting = (
        one
        for one in project.relations
        if one.from_ != one.to and (one.entity is None or one.entity in project.entities)
    )
    assume(not any(article.text.startswith("\ufeff") for article in project.opened()))
    return replace(project, relations=Relations.of(fitting))


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def test_the_example_comes_back_whole_from_an_empty_project(example: Project) -> None:
    data = written("pressmark-jsonl", example)
    came = bring_in(data, bare(example.label_set))
    assert shared(came.project) == shared(example)
    assert (came.said.annotations, came.said.skipped, came.said.warnings) == (38, (), ())
    assert written("pressmark-jsonl", came.project) == data


@given(projects())
def test_whatever_a_project_holds_comes_back(project: Project) -> None:
    project = sound(project)
    data = written("pressmark-jsonl", project)
    if not project.articles:
        assert data == b""
        return
    came = bring_in(data, bare(project.label_set))
    assert shared(came.project) == shared(project)
    assert written("pressmark-jsonl", came.project) == data
    assert bring_in(data, came.project).said.edits == ()


def test_a_line_is_an_article_with_all_that_it_mentions(example: Project) -> None:
    first, second = lines(written("pressmark-jsonl", example))
    assert list(first)[:3] == ["id", "title", "text"]
    assert {"source", "published", "url", "language", "zones", "states"} <= first.keys()
    assert len(first["annotations"]) + len(second["annotations"]) == 38
    assert len(first["relations"]) + len(second["relations"]) == 43
    own = {one["id"] for one in first["annotations"]}
    assert all(one["from"] in own for one in first["relations"])
    quote = first["annotations"][0]
    assert quote["text"] == [first["text"][start:end] for start, end in quote["fragments"]]


def test_one_line_alone_brings_the_entities_and_annotators_it_needs(example: Project) -> None:
    _, second = written("pressmark-jsonl", example).splitlines()
    came = bring_in(second, bare(example.label_set))
    assert {one.code for one in came.said.skipped} == {"end-missing"}
    article = next(came.project.opened())
    assert {one.annotator for one in article.annotations} <= set(came.project.annotators)
    needed = {one.entity for one in came.project.relations if one.entity}
    assert needed <= set(came.project.entities)


def test_a_selection_is_closed(example: Project) -> None:
    """Relations whose other end stays behind stay behind too."""
    data = written("pressmark-jsonl", Selection(project=example, labels=frozenset({"claim"})))
    came = bring_in(data, bare(example.label_set))
    assert came.said.annotations == 18
    assert came.said.skipped == ()
    assert all(one.to is None or one.to in came.project.places for one in came.project.relations)


def test_notes_stay_behind_and_names_are_veiled_if_asked(example: Project) -> None:
    kept = Selection(project=example, notes=False, pseudonyms=True)
    data = written("pressmark-jsonl", kept)
    records = [one for line in lines(data) for one in line["annotations"] + line["relations"]]
    assert {one["note"] for one in records} == {None}
    names = {one["name"] for line in lines(data) for one in line["annotators"]}
    assert names == {"Annotator 1"}


def test_it_is_known_by_its_content(example: Project, seeds: Path) -> None:
    known = written("pressmark-jsonl", example)
    assert format_of("anything.txt", known) is not None
    assert format_of("set.jsonl", b'{"id": "a", "te') is not None
    assert format_of("x.txt", b'\xef\xbb\xbf\n{"title": "t", "text": "x"}') is not None
    for path in seeds.glob("*.txt"):
        assert format_of(path.name, path.read_bytes()) is None
    assert format_of("p.pressmark", (seeds / "example.pressmark").read_bytes()) is None
    assert format_of("x.txt", b'{"not": "ours"}\n') is None
    assert format_of("x.txt", b"") is None


def test_an_empty_set_is_refused() -> None:
    with pytest.raises(FormatError, match="empty"):
        bring_in(b"\n \r\n")


def test_reading_stops_when_asked(example: Project) -> None:
    with pytest.raises(CancelledError):
        bring_in(written("pressmark-jsonl", example), cancelled=lambda: True)


def test_real_annotated_news_comes_in_and_goes_out_again(corpora: Path) -> None:
    """Documents with many nested spans, as another program would write them down."""
    documents = json.loads((corpora / "spans" / "ptc.json").read_text("utf-8"))["docs"]
    ids = {one["id"]: one["id"].replace("/", "-") for one in documents}
    foreign = [
        {
            "id": ids[one["id"]],
            "title": one["title"],
            "text": one["text"],
            "annotations": one["spans"],
        }
        for one in documents
    ]
    came = bring_in("\n".join(map(json.dumps, foreign)).encode())
    assert set(came.project.articles) == set(ids.values())
    assert came.said.annotations == sum(len(one["spans"]) for one in documents) > 1000
    for one in documents:
        held = came.project.article(ids[one["id"]])
        assert held.text == one["text"].removeprefix("\ufeff")
        assert sorted((a.label, a.text[0]) for a in held.annotations) == sorted(
            (span["label"], one["text"][span["start"] : span["end"]]) for span in one["spans"]
        )
    data = written("pressmark-jsonl", came.project)
    assert written("pressmark-jsonl", bring_in(data).project) == data


def test_line_ends_of_windows_and_a_mark_are_no_matter() -> None:
    came = bring_in(b'\xef\xbb\xbf{"id": "a", "text": "x"}\r\n\r\n{"id": "b", "text": "y"}\r\n')
    assert set(came.project.articles) == {"a", "b"}


def test_a_mark_that_is_part_of_the_text_stays() -> None:
    """As of a file that began with two, of which freezing dropped one."""
    text = "\ufeffabc"
    marked = {"id": article_id(text), "text": text}
    (article,) = bring_in(json.dumps(marked).encode()).project.opened()
    assert article.text == text
    (article,) = bring_in(json.dumps(marked | {"id": "foreign"}).encode()).project.opened()
    assert article.text == "abc"


def test_u2028_within_a_line_is_text() -> None:
    came = bring_in('{"id": "a", "text": "one\u2028two\u0085three"}'.encode())
    assert came.project.article("a").text == "one\u2028two\u0085three"


def test_earlier_texts_come_back_too(example: Project) -> None:
    first = example.shelf()[0].head.id
    project = corrected(example, first, example.article(first).text[:1000])
    came = bring_in(written("pressmark-jsonl", project), bare(example.label_set))
    assert shared(came.project) == shared(project)
    assert came.project.links == project.links
