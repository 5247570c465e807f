from dataclasses import replace

import pytest

from pressmark.analysis.entity_names import EntityNames
from pressmark.analysis.proposals import proposals
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Value
from pressmark.model.project import Project
from pressmark.paths import seed
from pressmark.store.label_sets import default_label_set
from pressmark.store.open_project import read_project


@pytest.fixture(scope="module")
def example() -> Project:
    return read_project(seed("example.pressmark")).project


def proposed(project: Project, annotation: Annotation, **held: Value) -> dict[str, Value]:
    label = default_label_set().label(annotation.label)
    assert label is not None
    text = project.article(project.places[annotation.id]).text
    names = EntityNames(project.entities.values())
    return dict(proposals(text, replace(annotation, attributes=held), label, names))


def test_a_sanction_proposes_what_its_clause_says(example: Project) -> None:
    gold = example.annotation("B18")
    found = proposed(example, gold)
    assert found == {name: one for name, one in gold.attributes.items() if name != "measures"}


def test_a_quote_proposes_speaker_and_cue_with_the_entity(example: Project) -> None:
    found = proposed(example, example.annotation("B03"))
    speaker, cue = found["speaker"], found["cue"]
    assert isinstance(speaker, Anchor)
    assert isinstance(cue, Anchor)
    assert (speaker.text, speaker.entities) == ("the EU's Diplomatic Service", ("eeas",))
    assert (cue.text, cue.entities) == ("said in a statement", ())


def test_what_is_set_is_proposed_nothing_for(example: Project) -> None:
    gold = example.annotation("B22")
    assert proposed(example, gold).keys() == {"denier", "cue"}
    assert proposed(example, gold, denier=gold.attributes["denier"]).keys() == {"cue"}


def test_somebody_else_has_another_cue(example: Project) -> None:
    gold = example.annotation("B22")
    other = Anchor(start=0, end=3, text="Sev")
    assert proposed(example, gold, denier=other) == {}


def test_a_label_without_such_attributes_is_proposed_nothing(example: Project) -> None:
    gold = example.annotation("B22")
    label = default_label_set().label("denial")
    assert label is not None
    bare = replace(label, attributes=())
    text = example.article(example.places[gold.id]).text
    assert proposals(text, gold, bare, EntityNames(())) == {}


def test_every_quote_of_the_example_is_given_its_form(example: Project) -> None:
    quotes = [
        one for article in example.opened() for one in article.annotations if one.label == "quote"
    ]
    assert [proposed(example, one)["form"] for one in quotes] == [
        one.attributes["form"] for one in quotes
    ]


def test_an_interrupted_quotation_is_direct_as_a_whole(example: Project) -> None:
    quote = replace(example.annotation("B12"), text=("“It is,” ", "“so.”"))
    assert proposed(example, quote)["form"] == "mixed"
    assert proposed(example, replace(quote, text=("“It is,”", "“so.”")))["form"] == "direct"
