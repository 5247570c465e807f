"""DKPro Cassis loads what UIMA is meant to read, in XML and in JSON, and finds every span."""

import warnings
from collections import defaultdict
from pathlib import Path

import cassis
import pytest
from cassis.typesystem import FeatureStructure

from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back
from tests.interop.conftest import Exported, Writer

LAYER = "webanno.custom.Pressmark"
FORMATS = ("cas-xmi", "cas-json")


def loaded(format_id: str, folder: Path) -> dict[str, cassis.Cas]:
    """Return the CASes of a folder by the names of their files."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if format_id == "cas-json":
            return {
                path.stem: cassis.load_cas_from_json(path.read_text("utf-8"))
                for path in folder.glob("*.json")
            }
        with (folder / "TypeSystem.xml").open("rb") as file:
            types = cassis.load_typesystem(file)
        return {
            path.stem: cassis.load_cas_from_xmi(path, typesystem=types)
            for path in folder.glob("*.xmi")
        }


def spans(cas: cassis.Cas, layer: str = LAYER) -> set[tuple[int, int, str]]:
    return {(one.begin, one.end, one.label) for one in cas.select(layer)}


def kept(out: Exported) -> dict[str, set[tuple[int, int, str]]]:
    """Return all spans: where characters are replaced, none of them moves."""
    out.lost = set()
    return out.spans()


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("which", ["nasty", "example"])
def test_every_span_comes_home(format_id: str, which: str, write: Writer, example: Project) -> None:
    project = example if which == "example" else nasty.project(gaps=True)
    out = write(format_id, "set", project)
    replaced = {article for article, text in out.texts().items() if _has_unfit(text)}
    cases = loaded(format_id, out.path)
    for name, text in out.texts().items():
        held = cases[name].sofa_string or ""
        assert len(held) == len(text)
        assert held == text or (format_id == "cas-xmi" and name in replaced)
    assert bool(out.lost) == (format_id == "cas-xmi" and which == "nasty")
    assert {name: spans(cas) for name, cas in cases.items()} == kept(out)


def _has_unfit(text: str) -> bool:
    return any(ord(one) < ord(" ") and one not in "\t\n\r" for one in text)


@pytest.mark.parametrize("format_id", FORMATS)
def test_features_and_ends_of_relations_are_there(
    format_id: str, write: Writer, example: Project
) -> None:
    out = write(format_id, "set", example)
    said = {one.id: one for shelved in example.shelf() for one in shelved.open().annotations}
    joined = set()
    for cas in loaded(format_id, out.path).values():
        pieces: defaultdict[str, list[FeatureStructure]] = defaultdict(list)
        for one in cas.select(LAYER):
            pieces[one.id].append(one)
        for key, each in pieces.items():
            assert tuple(one.get_covered_text() for one in each) == said[key].text
            assert {one.label for one in each} == {said[key].label}
            assert each[0].note == said[key].note
            assert each[0].annotator == example.annotators[said[key].annotator].name
        for one in cas.select(f"{LAYER}Relation"):
            joined.add((one.label, one.Governor.id, one.Dependent.id))
            assert (one.begin, one.end) == (one.Dependent.begin, one.Dependent.end)
    places = example.places
    assert joined == {
        (one.type, one.from_, one.to)
        for one in example.relations
        if one.to is not None and places[one.from_] == places[one.to]
    }


@pytest.mark.parametrize("format_id", FORMATS)
def test_another_layer_is_taken(format_id: str, write: Writer, example: Project) -> None:
    out = write(format_id, "set", example, layer="org.example.Marked")
    cases = loaded(format_id, out.path)
    assert {name: spans(cas, "org.example.Marked") for name, cas in cases.items()} == kept(out)


@pytest.mark.parametrize("format_id", FORMATS)
def test_what_cassis_writes_again_comes_back(format_id: str, write: Writer, tmp_path: Path) -> None:
    project = nasty.project(gaps=True)
    out = write(format_id, "set", project)
    again = tmp_path / "again"
    again.mkdir()
    for name, cas in loaded(format_id, out.path).items():
        if format_id == "cas-json":
            cas.to_json(again / f"{name}.json")
        else:
            cas.to_xmi(again / f"{name}.xmi")
            cas.typesystem.to_xml(again / "TypeSystem.xml")
    came = bring_back(format_id, again, bare(project.label_set)).project
    assert came.articles == project.articles
    assert came.relations == project.relations
