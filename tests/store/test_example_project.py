"""The shipped example is what the code's own edits and writer make of the worked annotation."""

from pathlib import Path
from typing import Any

import pytest

from pressmark.model.ids import article_id
from pressmark.model.project import Project
from pressmark.store.checking import check_articles, check_frame
from pressmark.store.label_sets import default_label_set
from pressmark.store.project_file import parse_project, project_bytes
from pressmark.store.records import to_json
from tests.store.example import example_project


@pytest.fixture(scope="module")
def shipped(seeds: Path) -> Project:
    return parse_project((seeds / "example.pressmark").read_bytes()).project


def without_nothing(value: dict[str, Any]) -> dict[str, Any]:
    return {key: held for key, held in value.items() if held not in (None, [], {})}


def test_it_is_made_anew_to_the_byte(gold: dict[str, Any], seeds: Path) -> None:
    made = project_bytes(example_project(gold, seeds))
    shipped = (seeds / "example.pressmark").read_bytes()
    assert made == shipped, "make it anew with: python -m tests.store.example"


def test_it_holds_every_annotation_of_the_gold(gold: dict[str, Any], shipped: Project) -> None:
    assert shipped.annotation_count() == len(gold["annotations"]) == 38
    for named in gold["annotations"]:
        held = to_json(shipped.annotation(named["id"]))
        for key in ("id", "label", "fragments", "text", "attributes", "note"):
            assert held[key] == named[key], (named["id"], key)


def test_it_holds_both_articles_of_the_gold(
    gold: dict[str, Any], shipped: Project, seeds: Path
) -> None:
    assert [one.head.source for one in shipped.shelf()] == ["Ukrinform", "Anadolu"]
    for named in gold["articles"]:
        text = (seeds / named["file"]).read_bytes().decode()
        article = shipped.article(article_id(text))
        assert article.text == text
        held = to_json(article.head)
        for key in ("title", "source", "published", "url", "language", "zones"):
            assert held[key] == named[key], (named["id"], key)
        mine = [one["id"] for one in gold["annotations"] if one["article"] == named["id"]]
        assert sorted(article.annotations.ids()) == sorted(mine)


def test_it_holds_every_entity_and_relation_of_the_gold(
    gold: dict[str, Any], shipped: Project
) -> None:
    assert len(shipped.entities) == len(gold["entities"]) == 13
    assert len(shipped.relations) == len(gold["relations"]) == 43
    for named in gold["entities"]:
        assert to_json(shipped.entities[named["id"]]) == named
    for named in gold["relations"]:
        held = to_json(shipped.relations[named["id"]])
        del held["annotator"], held["created"]
        assert without_nothing(held) == without_nothing(named)


def test_nothing_is_wrong_with_it(shipped: Project) -> None:
    checked = list(check_articles(shipped))
    assert [one.findings for one in checked] == [(), ()]
    assert sum(one.matching for one in checked) == 38
    assert check_frame(shipped) == ()
    assert shipped.label_set == default_label_set()
