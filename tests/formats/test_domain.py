"""Sanctions, claims and quotes in the words of other trades."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from pressmark.formats.selection import Selection
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project
from tests.formats.sets import form, written


def lines(format_id: str, project: Project) -> list[dict[str, Any]]:
    data = written(format_id, project)
    assert data.isascii()
    return [json.loads(line) for line in data.splitlines()]


def sanctions(project: Project) -> Mapping[str, dict[str, list[str]]]:
    return {
        one["properties"]["recordId"][0]: one["properties"]
        for one in lines("ftm", project)
        if one["schema"] == "Sanction"
    }


def test_sanctions_name_their_targets_and_quote_the_article(example: Project) -> None:
    told = lines("ftm", example)
    found = sanctions(example)
    held = [
        one
        for article in example.opened()
        for one in article.annotations
        if one.label == "sanction"
    ]
    assert set(found) == {one.id for one in held}
    entities = {one["id"]: one for one in told if one["schema"] != "Sanction"}
    for one in held:
        assert found[one.id]["summary"] == [" … ".join(one.text)]
        assert set(found[one.id]["entity"]) <= set(entities)
    assert len(entities) + len(held) == len(told)  # nobody twice
    assert found["B18"]["authority"] == ["European Union"]
    assert "asset freeze" in found["B18"]["provisions"]
    assert found["B18"]["publisher"] == ["Anadolu"]


def test_the_article_is_told_with_its_byline_and_documented(example: Project) -> None:
    head = example.article(example.places["B18"]).head
    project = example.with_head(replace(head, byline="Ana Litik", published="2024-05-31T10:00Z"))
    told = lines("ftm", project)
    (article,) = (one for one in told if one["schema"] == "Article")
    facts = article["properties"]
    assert (facts["author"], facts["publishedAt"]) == (["Ana Litik"], ["2024-05-31"])
    assert facts["publisher"] == ["Anadolu"]
    about = [one["properties"] for one in told if one["schema"] == "Documentation"]
    assert {one["document"][0] for one in about} == {article["id"]}
    targets = {key for one in sanctions(project).values() for key in one["entity"]}
    assert sorted(one["entity"][0] for one in about) == sorted(targets)


def test_a_sanction_against_words_makes_an_entity_of_them(example: Project) -> None:
    place = example.places["B18"]
    one = example.annotation("B18")
    against = {"target": Anchor(start=0, end=1, text="S\n e")}
    project = example.with_annotation(place, replace(one, attributes=against))
    told = {each["id"]: each for each in lines("ftm", project)}
    (target,) = sanctions(project)["B18"]["entity"]
    assert told[target]["properties"] == {"name": ["S e"]}
    without = example.with_annotation(place, replace(one, attributes={}))
    assert "B18" not in sanctions(without)
    lost = form("ftm").losses(Selection(project=without)).annotations
    assert [each.why for each in lost if each.annotation == "B18"] == ["no-target"]


def test_claims_are_one_document_of_linked_data(example: Project) -> None:
    told = json.loads(written("claimreview", example))
    assert told["@context"][0] == "https://schema.org"
    claims = {one["@id"].rpartition(":")[2]: one for one in told["@graph"]}
    held = {
        one.id: one
        for article in example.opened()
        for one in article.annotations
        if one.label == "claim"
    }
    assert claims.keys() == held.keys()
    for key, one in claims.items():
        assert one["@type"] == "Claim"
        assert one["text"] == " … ".join(held[key].text)
        assert one["appearance"]["publisher"]["name"] in {"Ukrinform", "Anadolu"}
    assert {one["pressmark:factuality"] for one in claims.values()} >= {"certain", "probable"}


def test_a_project_without_claims_is_a_document_all_the_same(example: Project) -> None:
    empty = Project(id="e", title="", label_set=example.label_set)
    assert json.loads(written("claimreview", empty))["@graph"] == []


def test_quotes_are_triples_whose_offsets_fit_the_text(example: Project) -> None:
    told = lines("attributions", example)
    triples = [(line["text"], one) for line in told for one in line["attributions"]]
    assert len(triples) == 14
    for text, one in triples:
        content = one["content"]
        assert [text[start:end] for start, end in content["spans"]] == content["text"]
        for role in (*one["source"], *one["cue"]):
            assert text[role["start"] : role["end"]] == role["text"]
    assert any(one["source_names"] == ["Kim Yo-jong"] for _, one in triples)


@pytest.mark.parametrize(
    ("format_id", "label", "count"),
    [("ftm", "sanction", 35), ("claimreview", "claim", 20), ("attributions", "quote", 24)],
)
def test_what_carries_other_labels_is_said_to_be_left_out(
    example: Project, format_id: str, label: str, count: int
) -> None:
    lost = form(format_id).losses(Selection(project=example)).annotations
    assert len(lost) == count
    assert {one.why for one in lost} == {"other-label"}
    alone = Selection(project=example, labels=frozenset({label}))
    assert not form(format_id).losses(alone).annotations
