"""Documents with spans in whichever of the usual words, and real corpora in such files."""

import json
from pathlib import Path
from typing import Any

import pytest

from pressmark.errors import FormatError
from pressmark.formats.registry import format_of
from pressmark.formats.source import source_at
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import BroughtIn, bare, bring_back, bring_in
from tests.formats.spoilers import spoilt
from tests.formats.test_spoilt_sets import read

TEXT = "The minister said no shipment had left."
SPAN = {"start": 4, "end": 12, "label": "quote"}
WORDS: dict[str, Any] = {
    "wrapped": {"version": 1, "docs": [{"text": TEXT, "spans": [SPAN]}]},
    "a pair": [[TEXT, {"entities": [[4, 12, "quote"]]}]],
    "pairs beside classes": {
        "classes": ["quote"],
        "annotations": [[TEXT, {"entities": [[4, 12, "quote"]]}]],
    },
    "entities": {"text": TEXT, "entities": [SPAN]},
    "data": {"id": 5, "data": TEXT, "label": [[4, 12, "quote"]]},
    "offsets": {
        "id": 5,
        "text": TEXT,
        "annotations": [{"start_offset": 4, "end_offset": 12, "label": "quote"}],
    },
    "types": {"text": TEXT, "ents": [{"begin": 4, "end": 12, "type": "quote", "score": 0.5}]},
    "nothing at first": [{"text": "Nothing.", "ents": []}, {"text": TEXT, "ents": [SPAN]}],
}


def came(value: object, project: Project | None = None) -> BroughtIn:
    return bring_in(json.dumps(value).encode(), project, format_id="spans-json")


@pytest.mark.parametrize("value", WORDS.values(), ids=WORDS)
def test_the_usual_words_are_known(value: object) -> None:
    data = json.dumps(value).encode()
    form = format_of("set.json", data)
    assert form is not None
    assert form.id == "spans-json"
    marks = [one for each in came(value).project.opened() for one in each.annotations]
    assert [(one.label, one.text) for one in marks] == [("quote", ("minister",))]


def test_articles_without_spans_are_no_set() -> None:
    for value in ({"text": TEXT}, {"items": [{"text": TEXT}]}, [{"text": TEXT, "label": "sport"}]):
        assert format_of("articles.json", json.dumps(value).encode()) is None


def test_what_is_said_of_spans_comes_along() -> None:
    parts = {**SPAN, "id": "T1", "attributes": {"form": "direct", "fragments": [[4, 12], [18, 20]]}}
    other = {"id": "T2", "start": 21, "end": 29, "label": "claim", "note": "hm", "score": 0.5}
    relations = [
        {"type": "attribution", "args": {"content": ["T1"], "cue": ["T2"]}},
        {"type": "supports", "args": {"from": ["T2"], "to": ["T1"]}},
        {"type": "alone", "args": {"content": ["T1"]}},
        {"label": "echoes", "from": "T1", "to": "T1"},
    ]
    said = {"text": TEXT, "date": "2024-05", "lang": "en", "event": "x", "relations": relations}
    brought = came({"docs": [{**said, "spans": [parts, other]}]})
    (article,) = brought.project.opened()
    assert (article.head.published, article.head.language) == ("2024-05", "en")
    first, second = article.annotations
    assert first.text == ("minister", "no")
    assert dict(first.attributes) == {"form": "direct"}
    assert (second.note, dict(second.attributes)) == ("hm", {"score": 0.5})
    joined = {(one.type, one.from_, one.to) for one in brought.project.relations}
    assert joined == {("cue", "T1", "T2"), ("supports", "T2", "T1")}
    assert {(one.code, one.what) for one in brought.said.skipped} == {
        ("no-place", "1"),
        ("to-itself", "relations.2"),
    }


def test_several_annotators_of_one_text_are_united() -> None:
    span = {**SPAN, "id": "T1"}
    value = [{"id": f"d#{who}", "annotator": who, "text": TEXT, "spans": [span]} for who in "ab"]
    project = came(value).project
    (article,) = project.opened()
    assert len(article.annotations) == 2
    assert {project.annotators[one.annotator].name for one in article.annotations} == {"a", "b"}
    assert came(value, project).said.annotations == 0


def test_spans_find_the_text_that_came_before() -> None:
    first = came([{"id": "news/1", "text": TEXT, "spans": [SPAN]}]).project
    without = [{"id": "news/1", "spans": [{"start": 18, "end": 29, "label": "claim"}]}]
    found = came(without, first)
    (article,) = found.project.opened()
    assert [one.label for one in article.annotations] == ["quote", "claim"]
    lost = came(without, bare())
    assert lost.project.articles.get("news/1") is None
    assert [(one.code, one.what) for one in lost.said.skipped] == [("no-article", "1")]


@pytest.mark.parametrize(
    "spans",
    [
        [{**SPAN, "label": None}],
        [{**SPAN, "label": ""}],
        [SPAN, 5],
        [{**SPAN, "start": "4"}],
        [{**SPAN, "end": 4000}],
    ],
)
def test_spans_that_do_not_fit_are_refused(spans: object) -> None:
    with pytest.raises(FormatError, match="bad-line"):
        came([{"text": TEXT, "spans": spans}])


def test_no_way_to_spoil_it_does_harm(tmp_path: Path) -> None:
    relation = {"type": "a", "args": {"from": ["T1"], "to": ["T2"]}}
    spans = [{**SPAN, "id": "T1", "attributes": {"a": [1]}}, {**SPAN, "id": "T2", "label": "claim"}]
    document = {"id": "x/1", "annotator": "ann", "text": TEXT, "spans": spans}
    data = json.dumps({"docs": [{**document, "relations": [relation]}]}).encode()
    path = tmp_path / "set.json"
    path.write_bytes(data)
    form = source_at(path, Path.read_bytes).form
    assert form is not None
    for how, bad in spoilt(data):
        print(how)
        path.write_bytes(bad)
        read(form, path)


@pytest.mark.parametrize(
    ("name", "articles", "annotations"), [("basil", 72, 438), ("polnear-multi-annotator", 5, 2161)]
)
def test_real_corpora_come_in_whole(
    corpora: Path, name: str, articles: int, annotations: int
) -> None:
    path = corpora / "spans" / f"{name}.json"
    brought = bring_back("spans-json", path, bare(nasty.label_set()))
    assert (len(brought.project.articles), brought.said.annotations) == (articles, annotations)
    said = [(one.code, one.what) for one in brought.said.warnings if one.code == "found-again"]
    assert said == []
    documents = json.loads(path.read_text("utf-8"))["docs"]
    words = sorted(
        document["text"][start:end]
        for document in documents
        for span in document["spans"]
        for start, end in span.get("attributes", {}).get(
            "fragments", [(span["start"], span["end"])]
        )
    )
    held = (one.text for each in brought.project.opened() for one in each.annotations)
    assert sorted(piece for pieces in held for piece in pieces) == words
