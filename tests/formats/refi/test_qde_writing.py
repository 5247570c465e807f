import re
from dataclasses import replace
from uuid import UUID

import pytest

from pressmark.formats.refi.guids import guid_of
from pressmark.formats.selection import Selection
from pressmark.formats.xml_reading import Element, elements
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import files_of, form

ORDER = ["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links"]


def qde(format_id: str, kept: Selection | Project) -> Element:
    files = files_of(format_id, kept)
    (found,) = elements(files["project.qde"], "project.qde", {"Project"})
    return found


def within(element: Element) -> list[Element]:
    return [element, *(one for child in element.children for one in within(child))]


@pytest.mark.parametrize("format_id", ["qdpx", "qdpx-nvivo"])
def test_guids_are_small_unique_and_lead_somewhere(format_id: str, example: Project) -> None:
    everything = within(qde(format_id, example))
    guids = [one.get("guid") for one in everything if "guid" in one.attributes]
    assert len(set(guids)) == len(guids)
    assert all(guid == str(UUID(guid)) for guid in guids)
    pointing = re.compile(r"targetGUID|originGUID|creatingUser|modifyingUser")
    targets = {
        value for one in everything for key, value in one.attributes.items() if pointing.match(key)
    }
    assert targets <= set(guids)


def test_parts_stand_in_the_order_of_the_schema(example: Project) -> None:
    assert [one.name for one in qde("qdpx", example).children] == ORDER
    (users, codes, sources, *_) = qde("qdpx", nasty.project()).children
    assert [one.name for one in (users, codes, sources)] == ["Users", "CodeBook", "Sources"]


def test_every_fragment_is_a_selection_with_one_coding_and_its_coder() -> None:
    project = nasty.project(gaps=True)
    selections = [one for one in within(qde("qdpx", project)) if one.name == "PlainTextSelection"]
    fragments = [one for article in project.opened() for one in article.annotations]
    assert len(selections) == sum(len(one.fragments) for one in fragments)
    user = guid_of("annotator", nasty.READER.id)
    for one in selections:
        assert one.get("creatingUser") == user
        assert len(list(one.all("Coding"))) == 1


@pytest.mark.parametrize(
    ("format_id", "folder", "mark"), [("qdpx", "sources", ""), ("qdpx-nvivo", "Sources", "\ufeff")]
)
def test_texts_are_as_they_are_but_for_the_mark(format_id: str, folder: str, mark: str) -> None:
    project = nasty.project()
    files = files_of(format_id, project)
    for article in project.opened():
        name = f"{folder}/{guid_of('article', article.head.id)}.txt"
        assert files[name].decode() == mark + article.text


def test_nothing_but_what_nvivo_knows_goes_to_nvivo(example: Project) -> None:
    names = files_of("qdpx-nvivo", example)
    assert all(name == "project.qde" or name.startswith("Sources/") for name in names)
    assert "pressmark.jsonl" in files_of("qdpx", example)


def test_sources_are_named_by_their_ids_and_described_by_their_titles(example: Project) -> None:
    sources = [one for one in within(qde("qdpx", example)) if one.name == "TextSource"]
    assert {one.get("name"): one.text_of("Description") for one in sources} == {
        one.head.id: one.head.title or "" for one in example.shelf()
    }


def test_entities_are_cases_with_what_names_them(example: Project) -> None:
    cases = {one.get("name"): one for one in within(qde("qdpx", example)) if one.name == "Case"}
    assert set(cases) <= {one.name for one in example.entities.values()}
    assert any(one.children for one in cases.values())


def test_gaps_are_announced() -> None:
    project = nasty.project(gaps=True)
    for format_id in ("qdpx", "qdpx-nvivo"):
        losses = form(format_id).losses(Selection(project=project))
        assert {one.why for one in losses.annotations} == {"in-pieces"}
        assert len(losses.annotations) == len(nasty.GAPS)
    assert form("qdc").losses(Selection(project=project)).annotations == ()


def test_notes_and_names_stay_here_where_they_are_asked_to(example: Project) -> None:
    kept = Selection(project=example, notes=False, pseudonyms=True)
    files = files_of("qdpx", kept)
    names = {one.name for one in example.annotators.values()}
    notes = {one.note for article in example.opened() for one in article.annotations if one.note}
    said = b"".join(files.values()).decode()
    assert "Annotator 1" in said
    assert [one for one in names if one in said] == []
    assert [one for one in notes if one in said] == []


def test_characters_that_xml_cannot_hold_cost_the_names_only() -> None:
    project = nasty.project()
    odd = project.articles["odd-controls"].open()
    files = files_of("qdpx", replace(project, title="\x0b"))
    assert files[f"sources/{guid_of('article', odd.head.id)}.txt"].decode() == odd.text
    assert b"\x0b" not in files["project.qde"]
    assert "�" in files["project.qde"].decode()
