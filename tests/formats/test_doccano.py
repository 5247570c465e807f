import json
from typing import Any

import pytest

from pressmark.errors import FormatError
from pressmark.formats.doccano import DoccanoOptions
from pressmark.formats.format import Remark
from pressmark.formats.registry import format_of
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_in, form, written

RELATIONS = DoccanoOptions(layout="relations")


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode("ascii").splitlines()]


def as_file(*documents: object) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in documents).encode()


def untouched_by_us(data: bytes) -> bytes:
    """Return a set as doccano has it of somebody else: nothing was sent along."""
    kept = [{k: held for k, held in one.items() if k != "pressmark"} for one in lines(data)]
    return as_file(*kept)


def texts_of(project: Project) -> dict[str, list[str]]:
    return {
        one.head.id: sorted("|".join(annotation.text) for annotation in one.annotations)
        for one in project.opened()
    }


def test_a_line_is_as_doccano_wants_it() -> None:
    of = {one["doc_id"]: one for one in lines(written("doccano", nasty.project()))}
    emoji = of["emoji"]
    assert emoji["label"][0] == [0, len(emoji["text"]), "claim"]
    assert all(start < end and label for one in of.values() for start, end, label in one["label"])
    assert "empty" not in of  # doccano refuses it
    assert len({tuple(one) for one in of.values()}) == 1  # a table: the same keys on every line


def test_relations_have_a_layout_of_their_own() -> None:
    (plain,) = [
        one
        for one in lines(written("doccano", nasty.project(), RELATIONS))
        if one["doc_id"] == "plain"
    ]
    assert plain["entities"][0] == {"id": 0, "label": "claim", "start_offset": 0, "end_offset": 54}
    numbers = [one["id"] for one in plain["entities"]]
    assert numbers == list(range(len(numbers)))
    assert plain["relations"] == [{"id": 0, "from_id": 0, "to_id": 1, "type": "supports"}]
    assert "label" not in plain


@pytest.mark.parametrize("options", [DoccanoOptions(), RELATIONS], ids=lambda one: one.layout)
@pytest.mark.parametrize("format_id", ["doccano", "doccano-screen"])
def test_both_layouts_bring_everything_home(
    format_id: str, options: DoccanoOptions, example: Project
) -> None:
    data = written(format_id, example, options)
    came = bring_in(data, bare(example.label_set), format_id="doccano").project
    assert came.articles == example.articles
    assert came.relations == example.relations
    assert came.entities == example.entities


def test_the_screen_counts_utf_16_and_that_is_found_out_without_words() -> None:
    project = nasty.project()
    bare_set = untouched_by_us(written("doccano-screen", project))
    came = bring_in(bare_set, bare(project.label_set), format_id="doccano")
    expected = {name: held for name, held in texts_of(project).items() if name != "empty"}
    assert texts_of(came.project) == expected
    assert Remark("counting", "UTF-16", "borders") in came.said.warnings


def test_code_points_are_found_out_too() -> None:
    project = nasty.project()
    came = bring_in(
        untouched_by_us(written("doccano", project)), bare(project.label_set), format_id="doccano"
    )
    assert texts_of(came.project) == {
        name: held for name, held in texts_of(project).items() if name != "empty"
    }
    assert not {"counting", "counting-unsure"} & {one.code for one in came.said.warnings}


def test_where_nothing_tells_it_is_said_and_the_format_can_be_named() -> None:
    data = as_file({"id": 1, "text": "😀 a b c d", "label": [[2, 3, "claim"]]})
    assert texts_of(bring_in(data, format_id="doccano").project) == {"1": ["a"]}
    unsure = bring_in(data, format_id="doccano").said.warnings
    assert Remark("counting-unsure", "code points") in unsure
    assert texts_of(bring_in(data, format_id="doccano-screen").project) == {"1": [" "]}


def test_what_was_done_in_doccano_is_what_counts(example: Project) -> None:
    article = next(iter(example.opened()))
    documents = lines(written("doccano", Selection(project=example), RELATIONS))
    mine = next(one for one in documents if one["doc_id"] == article.head.id)
    gone = mine["entities"].pop(0)
    mine["entities"].append({"id": 900, "label": "denial", "start_offset": 0, "end_offset": 5})
    mine["relations"] = [
        one for one in mine["relations"] if gone["id"] not in (one["from_id"], one["to_id"])
    ]
    for number, one in enumerate(mine["entities"]):  # doccano numbers anew
        for relation in mine["relations"]:
            for end in ("from_id", "to_id"):
                if relation[end] == one["id"]:
                    relation[end] = 5_000 + number
        one["id"] = 5_000 + number
    came = bring_in(as_file(*documents), bare(example.label_set), format_id="doccano").project
    before, after = article.annotations, came.article(article.head.id).annotations
    assert len(after) == len(before)
    (new,) = set(after.ids()) - set(before.ids())
    assert after[new].label == "denial"
    kept = {one.id: one for one in came.relations}
    assert all(kept[one.id] == one for one in example.relations if one.id in kept)


def test_meta_of_others_stays_with_the_article() -> None:
    line = {"id": 7, "text": "He said no.", "label": [], "title": "T", "grade": 5, "Comments": []}
    (article,) = bring_in(as_file(line), format_id="doccano").project.opened()
    assert (article.head.id, article.head.title) == ("7", "T")
    assert article.head.unknown == {"meta": {"grade": 5}}


def test_numbers_of_entities_are_not_ids_of_annotations() -> None:
    entity = {"id": 1, "label": "claim", "start_offset": 0, "end_offset": 2}
    one = {"id": 1, "text": "He said no.", "entities": [entity], "relations": []}
    came = bring_in(as_file(one, one | {"id": 2}), format_id="doccano").project
    assert set(came.places) == {"1.1", "2.1"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "abc", "label": [[0, 99, "claim"]]},
        {"text": "abc", "label": [[2, 1, "claim"]]},
        {"text": "abc", "label": [["0", 1, "claim"]]},
        {"text": "abc", "label": [[0, 1]]},
        {"text": "abc", "label": [[0, 1, ""]]},
        {"text": None, "label": []},
        {"text": "abc", "entities": [{"label": "claim"}]},
        {"text": "abc", "entities": [], "relations": [{"from_id": 1}]},
        ["not", "an", "object"],
    ],
)
def test_a_bad_line_is_refused_by_its_number(wrong: object) -> None:
    good = {"text": "He said no.", "label": [[0, 2, "claim"]]}
    with pytest.raises(FormatError) as refused:
        bring_in(as_file(good, wrong), format_id="doccano")
    assert refused.value.case == "bad-line"
    assert refused.value.facts["line"] == 2


def test_sets_of_doccano_are_known() -> None:
    known = [
        {"id": 1, "text": "abc", "label": [[0, 1, "x"]], "Comments": []},
        {"text": "abc", "labels": [[0, 1, "x"]]},
        {"id": 1, "text": "abc", "label": []},
        {"text": "abc", "entities": [], "relations": []},
    ]
    others = [
        {"id": "a", "text": "abc", "label": "sport"},
        {"id": "a", "text": "abc", "annotations": [], "entities": []},
        {"text": "abc", "label": ["sport"]},
    ]
    for one in known:
        found = format_of("x.jsonl", as_file(one))
        assert found is form("doccano")
    for one in others:
        assert format_of("x.jsonl", as_file(one)) is not form("doccano")
    listed = json.dumps(known[:1]).encode()
    assert format_of("x.json", listed) is form("doccano")
