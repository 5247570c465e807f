"""The whole worked example is made from the two texts without a mouse."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pressmark.model.attribute import Attribute, anchors
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from pressmark.store.open_project import read_project, write_copy
from pressmark.store.records import to_json
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from tests.journeys.conftest import Start
from tests.typist import ALT, BARE, CTRL, SHIFT, Typist


@pytest.fixture
def empty(project: Path) -> Path:
    """Return a project with the default label set and nothing else."""
    held = read_project(project).project
    path = project.with_name("Empty.pressmark")
    nothing: dict[str, Any] = {"articles": Map(), "places": Map(), "entities": Map()}
    write_copy(replace(held, **nothing, relations=Relations()), path)
    return path


def test_annotations_attributes_entities_and_relations(
    start: Start,
    empty: Path,
    seeds: Path,
    gold: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with start(empty) as desk:
        typist = Typist(desk)
        names = {one["id"]: one["name"] for one in gold["entities"]}
        made: dict[str, str] = {}
        for article in gold["articles"]:
            paste(typist, (seeds / article["file"]).read_text(encoding="utf-8"))
            for named in gold["annotations"]:
                if named["article"] == article["id"]:
                    made[named["id"]] = tag(typist, named)
                    Filling(typist, names).fill(named["attributes"])
        for named in gold["relations"]:
            Relating(typist, made, names).relate(named)
        project = desk.session.project
        for named in gold["annotations"]:
            one = project.annotation(made[named["id"]])
            assert one.label == named["label"]
            assert [list(part) for part in one.fragments] == named["fragments"]
            assert list(one.text) == named["text"]
            assert one.note == named["note"]
            found = {
                name: by_name(to_json(value), names_of(project))
                for name, value in one.attributes.items()
            }
            wanted = {name: by_name(value, names) for name, value in named["attributes"].items()}
            assert found == wanted, named["id"]
        assert {one.name for one in project.entities.values()} == set(names.values())
        assert sorted(related(gold["relations"], made, names)) == sorted(
            related([to_json(one) for one in project.relations], {}, names_of(project))
        )
        with capsys.disabled():
            print(f"\nThe whole example: {typist.presses} keystrokes")


def related(
    relations: list[dict[str, Any]], made: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[tuple[str, str, str, bool, str]]:
    """Yield type, both ends, whether it is inferred, and how alike they are."""
    for one in relations:
        start, end = made.get(one["from"], one["from"]), one.get("to")
        to = made.get(end, end) if end else names[one["entity"]]
        yield one["type"], start, to, bool(one.get("inferred")), one.get("match") or ""


def names_of(project: Project) -> dict[str, str]:
    return {one.id: one.name for one in project.entities.values()}


def by_name(value: object, names: Mapping[str, str]) -> object:
    """Return a value with the names of its entities instead of their ids."""
    if isinstance(value, list):
        return [by_name(one, names) for one in value]
    if not isinstance(value, dict):
        return value
    held = {key: one for key, one in value.items() if one not in (None, []) and one is not False}
    if "entities" in held:
        held["entities"] = [names[one] for one in held["entities"]]
    return held


def paste(typist: Typist, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    typist.press(Qt.Key.Key_V, CTRL)
    assert typist.desk.view.text == text


def tag(typist: Typist, named: dict[str, Any]) -> str:
    """Tag what the worked annotation tags, write its note, and return the id that it got."""
    session = typist.desk.session
    label = session.project.label_set.label(named["label"])
    assert label is not None
    typist.tag(label.keys[0], tuple(Span(*part) for part in named["fragments"]))
    if named["note"]:
        typist.press("M")
        typist.write(named["note"])
        typist.read()
    assert session.annotation is not None
    return session.annotation.id


class Filling:
    """Gives the active annotation its attributes: from the article with Alt and a digit, the
    others in their fields.
    """

    def __init__(self, typist: Typist, names: Mapping[str, str]) -> None:
        self.typist = typist
        self.names = names
        self.session = typist.desk.session
        assert self.session.annotation is not None
        label = self.session.project.label_set.label(self.session.annotation.label)
        assert label is not None
        self.label = label
        self.keys = attribute_keys(label)

    def fill(self, attributes: Mapping[str, Any]) -> None:
        for name, value in attributes.items():
            attribute = self.label.attribute(name)
            assert attribute is not None
            getattr(self, f"fill_{attribute.kind}")(attribute, value)
            self.typist.read()

    def enter(self, attribute: Attribute) -> None:
        self.typist.press(self.keys[attribute.id].removeprefix("Alt+"), ALT)

    def fill_anchored(self, attribute: Attribute, value: object) -> None:
        for one in value if isinstance(value, list) else [value]:
            self.typist.read()
            if "start" in one:
                self.typist.select(Span(one["start"], one["end"]))
                self.enter(attribute)
            self.name_entities(attribute, one.get("entities", []))

    fill_entity = fill_anchored

    def name_entities(self, attribute: Attribute, ids: Sequence[str]) -> None:
        """Name the entities, unless they are known by the words."""
        wanted = [self.names[one] for one in ids]
        held = self.held_entities(attribute)
        if held == wanted:
            return
        self.enter(attribute)
        for name in held:
            self.typist.tab_to(f"Remove {name}")
            self.typist.press(Qt.Key.Key_Space)
        for name in wanted:
            self.typist.tab_to(f"{attribute.title}: add entity")
            self.typist.press(Qt.Key.Key_Space)
            self.typist.write(name)
            self.typist.press(Qt.Key.Key_Return)

    def held_entities(self, attribute: Attribute) -> list[str]:
        annotation = self.session.annotation
        assert annotation is not None
        held = anchors(annotation.attributes.get(attribute.id))
        return [
            self.session.project.entities[one].name for anchor in held for one in anchor.entities
        ]

    def fill_choice(self, attribute: Attribute, value: object) -> None:
        self.enter(attribute)
        for one in value if isinstance(value, list) else [value]:
            self.typist.press(str(attribute.values.index(one) + 1))

    def fill_flag(self, attribute: Attribute, value: bool) -> None:  # noqa: FBT001 -- as the others
        self.enter(attribute)
        self.typist.press(Qt.Key.Key_Right, times=1 if value else 2)

    def fill_text(self, attribute: Attribute, value: object) -> None:
        self.enter(attribute)
        self.typist.write(str(value))
        self.typist.press(Qt.Key.Key_Return)

    fill_number = fill_text


class Relating:
    """Relates the active annotation: in the text with L, or from a list."""

    def __init__(self, typist: Typist, made: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.typist = typist
        self.made = made
        self.names = names
        self.session = typist.desk.session

    def relate(self, named: dict[str, Any]) -> None:
        self.go_to(self.made[named["from"]])
        there = self.session.project.places.get(self.made.get(named.get("to", ""), ""))
        if there == self.session.article_id and "match" not in named:
            self.relate_in_text(named)
        else:
            self.relate_from_list(named)
        self.typist.read()

    def go_to(self, annotation_id: str) -> None:
        """Open its article, and step to it."""
        article_id = self.session.project.places[annotation_id]
        self.typist.read()
        if self.session.article_id != article_id:
            is_after = article_id == self.typist.desk.article_list.order()[-1]
            self.typist.press(Qt.Key.Key_PageDown if is_after else Qt.Key.Key_PageUp, CTRL)
        assert self.session.article_id == article_id
        article = self.session.article
        assert article is not None
        self.typist.go_to(article.annotations[annotation_id].span.start)
        for _ in range(9):
            if self.session.annotation and self.session.annotation.id == annotation_id:
                return
            self.typist.press("O")
        pytest.fail(f"{annotation_id} is not reached")

    def relate_in_text(self, named: dict[str, Any]) -> None:
        other = self.made[named["to"]]
        linking = self.typist.desk.relating.linking
        self.typist.press("L")
        for _ in self.session.project.places:
            if linking.other is not None and linking.other.id == other:
                break
            self.typist.press("N")
        kind = self.session.project.label_set.relation_type(named["type"])
        assert kind is not None
        assert kind.key is not None
        self.typist.press(kind.key, SHIFT if named["inferred"] else BARE)

    def relate_from_list(self, named: dict[str, Any]) -> None:
        kind = self.session.project.label_set.relation_type(named["type"])
        assert kind is not None
        self.typist.press(Qt.Key.Key_Return)
        self.typist.tab_to("From a list…")
        self.typist.press(Qt.Key.Key_Space)
        self.typist.choose("Type of relation", kind.title)
        if "match" in named:
            self.typist.choose("How alike", named["match"].capitalize())
        if named["inferred"]:
            self.typist.tab_to("My inference, not stated in the text")
            self.typist.press(Qt.Key.Key_Space)
        if "entity" in named:
            self.typist.tab_to("Or an entity")
            self.typist.write(self.names[named["entity"]])
        else:
            self.typist.tab_to("Find the other annotation")
            other = self.session.project.annotation(self.made[named["to"]])
            self.typist.write(other.text[0])
        self.typist.press(Qt.Key.Key_Return)
