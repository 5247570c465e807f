import json
from typing import Any

import pytest

from pressmark.errors import FormatError
from pressmark.formats.format import Remark
from pressmark.formats.registry import format_of
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_in, form, written

TEXT = "😀 Ann Lee said no."
TOKENS = [
    {"text": "😀", "start": 0, "end": 1, "id": 0, "ws": True},
    {"text": "Ann", "start": 2, "end": 5, "id": 1, "ws": True},
    {"text": "Lee", "start": 6, "end": 9, "id": 2, "ws": True},
    {"text": "said", "start": 10, "end": 14, "id": 3, "ws": True},
    {"text": "no", "start": 15, "end": 17, "id": 4, "ws": False},
    {"text": ".", "start": 17, "end": 18, "id": 5, "ws": False},
]
SPANS = [
    {"start": 2, "end": 9, "token_start": 1, "token_end": 2, "label": "PERSON"},
    {"start": 15, "end": 17, "token_start": 4, "token_end": 4, "label": "DENIAL"},
]
THEIRS: dict[str, Any] = {
    "text": TEXT,
    "tokens": TOKENS,
    "spans": SPANS,
    "answer": "accept",
    "_input_hash": 1,
    "_task_hash": 2,
    "_view_id": "ner_manual",
    "meta": {"source": "The Wire", "score": 0.5},
}


def as_file(*tasks: object) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in tasks).encode()


def tasks(project: Project) -> dict[str, dict[str, Any]]:
    found = written("prodigy", project).decode("ascii").splitlines()
    return {one["meta"]["doc_id"]: one for one in map(json.loads, found)}


def words(project: Project) -> list[tuple[str, str]]:
    return [
        (one.label, "|".join(one.text)) for each in project.opened() for one in each.annotations
    ]


def test_spans_stand_on_the_grid_of_tokens() -> None:
    for task in tasks(nasty.project()).values():
        for span in task["spans"]:
            first, last = task["tokens"][span["token_start"]], task["tokens"][span["token_end"]]
            assert (first["start"], last["end"]) == (span["start"], span["end"])
            assert task["text"][span["start"] : span["end"]] == span["text"]
        spaced = "".join(one["text"] + " " * one["ws"] for one in task["tokens"])
        assert spaced == task["text"]
        assert [one["id"] for one in task["tokens"]] == list(range(len(task["tokens"])))


def test_relations_join_tokens_and_spans() -> None:
    (relation,) = tasks(nasty.project())["plain"]["relations"]
    assert relation["label"] == "supports"
    assert relation["head_span"]["start"] == relation["child_span"]["start"] == 0
    assert relation["head"] == relation["head_span"]["token_end"]


def test_everything_but_gaps_is_held(example: Project) -> None:
    came = bring_in(written("prodigy", example), bare(example.label_set), format_id="prodigy")
    assert came.project.articles == example.articles
    assert came.project.relations == example.relations
    assert came.project.entities == example.entities


def test_hashes_are_numbers_that_stay() -> None:
    once, again = tasks(nasty.project()), tasks(nasty.project(gaps=True))
    assert once["plain"]["_input_hash"] == again["gaps"]["_input_hash"]
    assert once["plain"]["_task_hash"] != again["gaps"]["_task_hash"]
    assert all(-(2**31) <= one["_task_hash"] < 2**31 for one in once.values())


def test_a_set_of_theirs() -> None:
    came = bring_in(as_file(THEIRS), format_id="prodigy")
    assert words(came.project) == [("PERSON", "Ann Lee"), ("DENIAL", "no")]
    (article,) = came.project.opened()
    assert article.head.source == "The Wire"
    assert article.head.unknown == {"meta": {"score": 0.5}}
    assert bring_in(as_file(THEIRS), came.project, format_id="prodigy").said.annotations == 0


def test_tokens_tell_how_offsets_count() -> None:
    moved = [one | {"start": one["start"] + 1, "end": one["end"] + 1} for one in SPANS]
    came = bring_in(as_file(THEIRS | {"spans": moved}), format_id="prodigy")
    assert words(came.project) == [("PERSON", "Ann Lee"), ("DENIAL", "no")]
    assert Remark("counting", "UTF-16", "quotes") in came.said.warnings


@pytest.mark.parametrize(
    "tokens", [None, [{"text": one["text"], "start": 0, "end": 0} for one in TOKENS], []]
)
def test_tokens_may_be_missing_or_lack_their_spaces(tokens: object) -> None:
    came = bring_in(as_file(THEIRS | {"tokens": tokens}), format_id="prodigy")
    assert words(came.project) == [("PERSON", "Ann Lee"), ("DENIAL", "no")]


def test_rejected_and_ignored_answers_are_left_out_and_counted() -> None:
    others = [
        THEIRS | {"text": "Another.", "spans": [], "answer": answer}
        for answer in ("reject", "reject", "ignore")
    ]
    came = bring_in(as_file(THEIRS, *others), format_id="prodigy")
    assert len(came.project.articles) == 1
    assert came.said.skipped == (Remark("rejected", "2"), Remark("ignored", "1"))


def test_an_annotator_has_one_id_and_keeps_it() -> None:
    by_ann = THEIRS | {"_annotator_id": "news-ann"}
    once = bring_in(as_file(by_ann), format_id="prodigy").project
    (ann,) = once.annotators.values()
    assert ann.name == "news-ann"
    assert {one.annotator for each in once.opened() for one in each.annotations} == {ann.id}
    other = bring_in(as_file(by_ann | {"text": TEXT + "!"}), once, format_id="prodigy").project
    assert set(other.annotators) == {ann.id}


def test_relations_of_theirs_find_their_ends() -> None:
    relation = {"head": 2, "child": 4, "head_span": SPANS[0], "child_span": SPANS[1]}
    task = THEIRS | {"relations": [relation | {"label": "SAYS"}]}
    project = bring_in(as_file(task), format_id="prodigy").project
    (read,) = project.relations
    assert read.to is not None
    ends = project.annotation(read.from_).label, project.annotation(read.to).label
    assert (read.type, *ends) == ("SAYS", "PERSON", "DENIAL")


def test_what_was_added_in_prodigy_comes_in(example: Project) -> None:
    all_tasks = tasks(example)
    task = next(iter(all_tasks.values()))
    end = task["tokens"][0]["end"]
    added = {"start": 0, "end": end, "token_start": 0, "token_end": 0, "label": "denial"}
    task["spans"].append(added)
    told = {"head": 0, "child": 0, "head_span": added, "child_span": task["spans"][0]}
    task["relations"].append(told | {"label": "denies"})
    came = bring_in(as_file(*all_tasks.values()), example, format_id="prodigy")
    assert came.said.annotations == 1
    (new,) = set(came.project.places) - set(example.places)
    (relation,) = [one for one in came.project.relations if one.from_ == new]
    assert relation.to == task["spans"][0]["id"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": 5, "spans": []},
        {"text": "abc", "spans": [{"start": 0, "end": 99, "label": "x"}]},
        {"text": "abc", "spans": [{"start": 0, "end": 1}]},
        {"text": "abc", "spans": [{"start": 0, "end": 1, "text": "zz", "label": "x"}]},
        {"text": "abc", "spans": {}},
        {"text": "abc", "spans": [], "relations": [{"label": "x"}]},
    ],
)
def test_a_bad_line_is_refused_by_its_number(wrong: object) -> None:
    with pytest.raises(FormatError) as refused:
        bring_in(as_file(THEIRS, wrong), format_id="prodigy")
    assert (refused.value.case, refused.value.facts["line"]) == ("bad-line", 2)


def test_sets_of_prodigy_are_known() -> None:
    for one in (THEIRS, {"text": TEXT, "spans": SPANS}, {"text": TEXT, "answer": "accept"}):
        assert format_of("x.jsonl", as_file(one)) is form("prodigy")
    for other in ({"id": "a", "text": TEXT}, {"id": "a", "text": TEXT, "annotations": []}):
        assert format_of("x.jsonl", as_file(other)) is form("pressmark-jsonl")


def test_what_several_say_of_one_text_is_one_article() -> None:
    def line(who: str, *ends: int, answer: str = "accept") -> str:
        spans = [{"start": 0, "end": end, "label": "claim"} for end in ends]
        ends_of = {"head_span": spans[0], "child_span": spans[-1]} if len(spans) > 1 else {}
        task = {"text": "He denied it.", "spans": spans, "answer": answer, "_annotator_id": who}
        task["relations"] = [{**ends_of, "label": "denies"}] if ends_of else []
        return json.dumps(task)

    lines = [line("ann", 2, 6), line("bob", 2, 6, 9), line("cy", 9, answer="reject"), line("dan")]
    data = "\n".join(lines).encode()
    came = bring_in(data, format_id="prodigy")
    (article,) = came.project.opened()
    names = {one.id: one.name for one in came.project.annotators.values()}
    said = sorted((names[one.annotator], one.span) for one in article.annotations)
    assert said == [
        *(("ann", (0, end)) for end in (2, 6)),
        *(("bob", (0, end)) for end in (2, 6, 9)),
    ]
    assert len(came.project.relations) == 2
    assert bring_in(data, came.project, format_id="prodigy").project == came.project
