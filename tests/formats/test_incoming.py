import json
from dataclasses import replace
from typing import Any

import pytest

from pressmark.edits.annotations import RelabelAnnotation
from pressmark.edits.edit import Stamp
from pressmark.errors import FormatError
from pressmark.formats.format import Remark
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Anchor
from pressmark.model.ids import article_id, is_id
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project
from pressmark.model.span import Span
from tests.formats.sets import STAMP, bare, bring_in

CLAIM = Label(id="claim", title="Claim", mark="claim")
LABELS = LabelSet(name="news", labels=(CLAIM,))
LATER = Stamp("somebody", "2031-01-01T00:00:00Z")


def lines(*documents: dict[str, Any]) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in documents).encode()


def only(project: Project) -> Article:
    (article,) = project.opened()
    return article


def one_annotation(**said: object) -> Annotation:
    raw = {"label": "claim", "start": 0, "end": 3, **said}
    came = bring_in(lines({"id": "a", "text": "abc def ghi", "annotations": [raw]}), bare(LABELS))
    (annotation,) = only(came.project).annotations
    return annotation


def test_a_text_with_an_id_or_a_title_is_an_article() -> None:
    came = bring_in(lines({"id": "a", "text": "x"}, {"title": "T", "text": "y"}))
    heads = {one.head.id: one.head for one in came.project.opened()}
    assert set(heads) == {"a", article_id("y")}
    assert heads[article_id("y")].title == "T"
    assert all(one.added.startswith(STAMP.time[:-1]) for one in heads.values())
    assert came.said.articles == ("a", article_id("y"))


def test_what_an_annotation_does_not_say_is_made() -> None:
    made = one_annotation()
    assert is_id(made.id)
    assert (made.text, made.prefix, made.suffix) == (("abc",), "", " def ghi")
    assert (made.annotator, made.created, made.changed) == ("reader", STAMP.time, STAMP.time)
    assert (made.origin.by, made.origin.source) == ("import", "set.jsonl")


def test_nulls_stand_for_what_is_not_said() -> None:
    said = {"id": None, "attributes": None, "flag": None, "origin": None, "annotator": None}
    assert one_annotation(**said) == one_annotation()


def test_unknown_keys_stay() -> None:
    assert one_annotation(x=1, y=None).unknown == {"x": 1, "y": None}
    came = bring_in(lines({"id": "a", "text": "x", "meta": {"k": None}, "keywords": None}))
    assert only(came.project).head.unknown == {"meta": {"k": None}}


def test_offsets_move_with_the_folding_of_line_ends() -> None:
    text = "\ufeffone\r\ntwo\rthree 😀 four"
    start = text.index("two")
    document = {
        "id": "a",
        "text": text,
        "zones": [{"start": 1, "end": 4, "kind": "headline"}],
        "annotations": [
            {
                "label": "claim",
                "fragments": [[start, start + 9], [text.index("four"), len(text)]],
                "text": ["two\rthree", "four"],
                "attributes": {"cue": {"start": 1, "end": 6, "text": "one\r\n"}},
            }
        ],
    }
    article = only(bring_in(lines(document), bare(LABELS)).project)
    assert article.text == "one\ntwo\nthree 😀 four"
    (annotation,) = article.annotations
    assert annotation.text == ("two\nthree", "four")
    assert annotation.attributes["cue"] == Anchor(start=0, end=4, text="one\n")
    assert article.head.zones[0].span == Span(0, 3)


def test_a_quote_may_be_one_string_for_all_fragments() -> None:
    said = {"fragments": [[0, 3], [8, 11]], "start": None, "end": None}
    assert one_annotation(**said, text="abc ghi").text == ("abc", "ghi")
    assert one_annotation(**said, text="abcghi").text == ("abc", "ghi")


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ("{", None),
        ("[]", "text"),
        ('{"id": "a"}', "text"),
        ('{"text": "abc"}', "id"),
        ('{"id": true, "text": "abc"}', "id"),
        ('{"id": "a", "text": 5}', "text"),
        ('{"id": "a", "text": "abc", "id": "b"}', None),
        ('{"id": "a", "text": "\\ud800"}', None),
        ('{"id": "a", "text": "abc", "annotations": {}}', "annotations"),
        ('{"id": "a", "text": "abc", "annotations": [5]}', "annotations.0"),
        ('{"id": "a", "text": "abc", "zones": [{"start": 1, "end": 9, "kind": "k"}]}', "zones"),
        ('{"id": "a", "text": "abc", "relations": [5]}', "relations.0"),
        ('{"id": "a", "text": "abc", "title": 7}', "title"),
    ],
)
def test_a_bad_line_refuses_the_set_and_is_named(broken: str, where: str | None) -> None:
    data = b'{"id": "fine", "text": "x"}\n\n' + broken.encode() + b"\n"
    with pytest.raises(FormatError) as caught:
        bring_in(data)
    assert caught.value.case == "bad-line"
    assert caught.value.facts["line"] == 3
    assert caught.value.facts.get("where") == where


@pytest.mark.parametrize(
    "said",
    [
        {"end": 12},
        {"start": -1},
        {"start": 3},
        {"start": 2, "end": 2},
        {"end": 3.0},
        {"end": "3"},
        {"end": True},
        {"fragments": []},
        {"fragments": [[0, 3], [2, 5]]},
        {"fragments": [[0, 3], [9]]},
        {"text": "abd"},
        {"text": ["ab", "c"]},
        {"text": 5},
        {"label": None},
        {"label": 5},
        {"flag": "yes"},
        {"attributes": {"cue": {"start": 0, "end": 3, "text": "xyz"}}},
        {"attributes": {"cue": {"start": 0, "end": 99, "text": "abc def ghi"}}},
    ],
)
def test_an_annotation_that_does_not_fit_its_text_refuses_the_set(said: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="bad-line"):
        one_annotation(**said)


def test_ids_that_cannot_be_kept_are_replaced_and_remembered() -> None:
    raw = {"id": "T 1", "label": "claim", "start": 0, "end": 1}
    document = {"id": "dir/a.txt", "text": "abc", "annotations": [raw, {**raw, "id": 7}]}
    came = bring_in(lines(document), bare(LABELS))
    article = only(came.project)
    assert article.head.id == article_id("abc")
    assert article.head.unknown["origin"] == {"id": "dir/a.txt"}
    assert Remark("new-id", "dir/a.txt", article.head.id) in came.said.warnings
    assert {(one.id == "7", one.origin.id) for one in article.annotations} == {
        (True, None),
        (False, "T 1"),
    }
    assert bring_in(lines(document), came.project).said.edits == ()


def test_ids_that_count_anew_in_every_document_are_told_apart() -> None:
    annotations = [
        {"id": "T1", "label": "claim", "start": 0, "end": 1},
        {"id": "T2", "label": "claim", "start": 1, "end": 2},
    ]
    relations = [{"id": "R1", "type": "supports", "from": "T1", "to": "T2"}]
    documents = [
        {"id": name, "text": name * 3, "annotations": annotations, "relations": relations}
        for name in ("a", "b")
    ]
    came = bring_in(lines(*documents), bare(LABELS))
    project = came.project
    assert len(project.places) == 4
    joined = [
        (project.places[one.from_], project.places[one.to or ""]) for one in project.relations
    ]
    assert sorted(joined) == [("a", "a"), ("b", "b")]
    assert bring_in(lines(*documents), project, stamp=LATER).said.edits == ()


def test_an_id_twice_in_one_document_is_refused() -> None:
    raw = {"id": "x", "label": "claim", "start": 0, "end": 1}
    with pytest.raises(FormatError) as caught:
        bring_in(lines({"id": "a", "text": "abc", "annotations": [raw, raw]}))
    assert caught.value.facts["reason"] == "id-taken"


def test_alike_annotations_without_ids_stay_several() -> None:
    raw = {"label": "claim", "start": 0, "end": 1}
    came = bring_in(lines({"id": "a", "text": "abc", "annotations": [raw, raw]}), bare(LABELS))
    assert len(came.project.places) == 2


def test_labels_are_mapped_or_added() -> None:
    raw = [{"label": name, "start": 0, "end": 1} for name in ("Claim", "PER", "loaded-word")]
    document = lines({"id": "a", "text": "abc", "annotations": raw})
    came = bring_in(document, bare(LABELS), labels={"Claim": "claim"})
    assert [label.id for label in came.project.label_set.labels] == ["claim", "PER", "loaded-word"]
    assert [label.title for label in came.project.label_set.labels[1:]] == ["PER", "Loaded word"]
    marks = [label.mark for label in came.project.label_set.labels]
    assert len(set(marks)) == 3
    assert came.said.warnings == (Remark("new-label", "PER"), Remark("new-label", "loaded-word"))
    assert bring_in(document, came.project, labels={"Claim": "claim"}).said.edits == ()


def test_equal_texts_stay_two_and_are_named() -> None:
    documents = lines({"id": "a", "text": "x"}, {"id": "b", "text": "x"})
    came = bring_in(documents)
    assert set(came.project.articles) == {"a", "b"}
    assert came.said.warnings == (Remark("same-text", "b", "a"),)


def test_documents_without_ids_stay_two_and_come_in_once() -> None:
    documents = lines({"title": "T", "text": "x"}, {"title": "T", "text": "x"})
    came = bring_in(documents)
    assert len(came.project.articles) == 2
    assert bring_in(documents, came.project).said.edits == ()


def test_the_same_document_twice_in_a_set_counts_once() -> None:
    raw = {"id": "x", "label": "claim", "start": 0, "end": 1}
    document = {"id": "a", "text": "abc", "annotations": [raw]}
    came = bring_in(lines(document, document), bare(LABELS))
    assert came.said.skipped == (Remark("twice-in-set", "a"),)
    assert len(came.project.articles) == 1


def test_an_id_that_stands_for_another_text_is_not_kept() -> None:
    first = bring_in(lines({"id": "a", "text": "old"})).project
    documents = lines({"id": "a", "text": "new"}, {"id": "a", "text": "newer"})
    came = bring_in(documents, first)
    assert len(came.project.articles) == 3
    assert came.project.article("a").text == "old"
    assert bring_in(documents, came.project).said.edits == ()


def test_an_article_that_is_there_takes_what_it_lacks() -> None:
    raw = {"label": "claim", "start": 0, "end": 1}
    there = bring_in(lines({"id": "a", "text": "abc"}), bare(LABELS)).project
    came = bring_in(lines({"id": "a", "text": "abc", "annotations": [raw]}), there)
    assert came.said.annotations == 1
    assert len(only(came.project).annotations) == 1


def test_newer_in_the_set_replaces_and_newer_here_stays() -> None:
    def document(label: str, changed: str) -> bytes:
        raw = {"id": "x", "label": label, "start": 0, "end": 1, "changed": changed}
        return lines({"id": "a", "text": "abc", "annotations": [raw]})

    labels = replace(LABELS, labels=(CLAIM, Label(id="quote", title="Quote")))
    there = bring_in(document("claim", "2024-01-02"), bare(labels)).project
    newer = bring_in(document("quote", "2024-01-03"), there)
    assert newer.project.annotation("x").label == "quote"
    older = bring_in(document("quote", "2024-01-01"), there)
    assert older.project.annotation("x").label == "claim"
    assert older.said.skipped == (Remark("older", "x"),)
    assert older.said.annotations == 0


def test_work_done_here_outlives_a_second_import_of_a_set_without_times() -> None:
    data = lines(
        {"id": "a", "text": "abc", "annotations": [{"label": "claim", "start": 0, "end": 1}]}
    )
    labels = replace(LABELS, labels=(CLAIM, Label(id="quote", title="Quote")))
    project = bring_in(data, bare(labels)).project
    (key,) = project.places
    worked_on = RelabelAnnotation("a", key, "quote").apply(project, LATER).project
    again = bring_in(data, worked_on)
    assert again.project == worked_on
    assert again.said.skipped == (Remark("older", key),)


def related(**said: object) -> dict[str, Any]:
    annotations = [{"id": name, "label": "claim", "start": 0, "end": 1} for name in ("x", "y")]
    relation = {"type": "supports", "from": "x", "to": "y", **said}
    return {"id": "a", "text": "abc", "annotations": annotations, "relations": [relation]}


def test_a_relation_comes_in_once_and_is_not_overwritten() -> None:
    came = bring_in(lines(related(id="r", note="first")), bare(LABELS))
    (relation,) = came.project.relations
    assert (relation.id, relation.annotator, relation.created) == ("r", "reader", STAMP.time)
    assert (
        bring_in(lines(related(id="r", note="first")), came.project, stamp=LATER).said.edits == ()
    )
    again = bring_in(lines(related(id="r", note="second")), came.project)
    assert again.said.edits == ()
    assert again.said.skipped == (Remark("older", "r"),)


def test_a_relation_without_an_id_gets_the_same_each_time() -> None:
    came = bring_in(lines(related()), bare(LABELS))
    assert len(came.project.relations) == 1
    assert bring_in(lines(related()), came.project, stamp=LATER).said.edits == ()


def test_a_relation_that_leads_too_far_comes_in_and_is_named() -> None:
    kind = RelationType(id="supports", title="supports", across_articles=False)
    far = {"id": "z", "label": "claim", "start": 0, "end": 1}
    other = {"id": "b", "text": "abc!", "annotations": [far]}
    came = bring_in(lines(other, related(id="r", to="z")), bare(replace(LABELS, relations=(kind,))))
    assert [one.to for one in came.project.relations] == ["z"]
    assert came.said.warnings == (Remark("far-relation", "r", "supports"),)


def test_a_relation_whose_end_is_nowhere_is_left_out_and_named() -> None:
    came = bring_in(lines(related(id="r", to="gone")), bare(LABELS))
    assert len(came.project.relations) == 0
    assert came.said.skipped == (Remark("end-missing", "r", "gone"),)


@pytest.mark.parametrize("said", [{"to": None}, {"entity": "e"}, {"from": None}, {"type": 5}])
def test_a_relation_that_cannot_be_refuses_the_set(said: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match="bad-line"):
        bring_in(lines(related(**said)), bare(LABELS))


def test_a_relation_to_itself_is_left_out_and_named() -> None:
    came = bring_in(lines(related(id="r", to="x")), bare(LABELS))
    assert len(came.project.relations) == 0
    assert came.said.skipped == (Remark("to-itself", "r"),)


def test_entities_and_annotators_that_are_there_stay_as_they_are() -> None:
    def document(name: str) -> bytes:
        return lines(
            {
                "id": "a",
                "text": "abc",
                "entities": [{"id": "e", "name": name}],
                "annotators": [{"id": "u", "name": name}],
            }
        )

    there = bring_in(document("First")).project
    again = bring_in(document("Second"), there)
    assert again.said.edits == ()
