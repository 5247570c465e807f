"""Both kinds of CAS: what we write comes back as it was, from hands of others as well."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from immutables import Map

from pressmark.errors import FormatError
from pressmark.formats.exporting import export
from pressmark.formats.options import options_from
from pressmark.formats.selection import Selection
from pressmark.formats.xml_reading import elements
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project, assemble
from pressmark.model.span import Span
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, files_of, form, written

NASTY = nasty.project(gaps=True)
BOTH = pytest.mark.parametrize("format_id", ["cas-xmi", "cas-json"])
LAYER = "webanno.custom.Pressmark"
Change = Callable[[list[dict[str, Any]]], None]


def out(format_id: str, project: Project, path: Path, **options: str) -> Path:
    of = form(format_id)
    export(of, Selection(project=project), path, options_from(of, options))
    return path


@BOTH
@pytest.mark.parametrize("name", ["set", "set.zip"])
def test_everything_comes_home_and_goes_out_the_same(
    format_id: str, name: str, tmp_path: Path
) -> None:
    path = out(format_id, NASTY, tmp_path / name)
    came = bring_back(format_id, path, bare(NASTY.label_set)).project
    assert came.articles == NASTY.articles
    assert came.relations == NASTY.relations
    assert came.annotators == NASTY.annotators
    assert files_of(format_id, came) == files_of(format_id, NASTY)
    assert bring_back(format_id, path, came).said.annotations == 0


@BOTH
def test_the_example_comes_home_whole(format_id: str, tmp_path: Path, example: Project) -> None:
    path = out(format_id, example, tmp_path / "set")
    brought = bring_back(format_id, path, bare(example.label_set))
    came = brought.project
    assert came.articles == example.articles
    assert (came.relations, came.entities) == (example.relations, example.entities)
    assert (brought.said.skipped, brought.said.warnings) == ((), ())


@BOTH
def test_another_layer_comes_home_too(format_id: str, tmp_path: Path) -> None:
    path = out(format_id, NASTY, tmp_path / "set", layer="org.example.Marked")
    came = bring_back(format_id, path, bare(NASTY.label_set)).project
    assert came.articles == NASTY.articles


@pytest.mark.parametrize("layer", ["Marked", "uima.tcas.Annotation", "a..b", 'a.b"', "a.ä", ""])
def test_layers_are_names_of_types(layer: str) -> None:
    with pytest.raises(FormatError, match="bad-option"):
        options_from(form("cas-xmi"), {"layer": layer})


def test_what_xml_cannot_hold_is_told_and_is_whole_in_json() -> None:
    lost = form("cas-xmi").losses(Selection(project=NASTY))
    assert {one.article for one in lost.annotations} == {"odd-controls"}
    assert {one.why for one in lost.annotations} == {"characters"}
    assert not lost.gone
    assert not form("cas-json").losses(Selection(project=NASTY)).annotations
    xmi = files_of("cas-xmi", NASTY)["odd-controls.xmi"].decode()
    assert "page\ufffdbreak\ufffdtab\ufffdfile" in xmi
    whole = json.loads(files_of("cas-json", NASTY)["odd-controls.json"])
    assert whole["%FEATURE_STRUCTURES"][0]["sofaString"] == nasty.TEXTS["odd-controls"]


def test_types_are_such_that_inception_makes_layers_of_them() -> None:
    # It takes for a span layer what has text features alone, for a relation layer what has two
    # others, called so and of one kind.
    described = elements(files_of("cas-xmi", NASTY)["TypeSystem.xml"], "x", {"typeDescription"})
    types = {one.text_of("name"): one for one in described}
    ranges = {
        name: {
            feature.text_of("name"): feature.text_of("rangeTypeName")
            for features in one.all("features")
            for feature in features.all("featureDescription")
        }
        for name, one in types.items()
    }
    assert set(ranges[LAYER].values()) == {"uima.cas.String"}
    others = {key: kind for key, kind in ranges[f"{LAYER}Relation"].items() if kind == LAYER}
    assert others == {"Governor": LAYER, "Dependent": LAYER}
    for name in (LAYER, f"{LAYER}Relation"):
        assert types[name].text_of("supertypeName") == "uima.tcas.Annotation"


def test_line_ends_and_tabs_are_references() -> None:
    xmi = files_of("cas-xmi", NASTY)["tabs.xmi"].decode()
    assert 'sofaString="Name&#9;Rank&#9;Said&#10;&#9;nothing&#9;&#10;"' in xmi


def test_json_is_plain_ascii() -> None:
    assert all(data.isascii() for data in files_of("cas-json", NASTY).values())


texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\r")
    | st.sampled_from("\0\x1f\ufffe\uffff\ufffd😀"),
    min_size=1,
    max_size=12,
)
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=6)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Return a project of one article, its text and words as odd as they come."""
    text = draw(texts)
    head = ArticleHead(id="odd", title=draw(names), added=nasty.TIME)
    annotations = []
    for number in range(draw(st.integers(0, 3))):
        edges = draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4))
        ends = sorted(edges)[: len(edges) // 2 * 2]
        fragments = tuple(map(Span, ends[::2], ends[1::2]))
        words, prefix, suffix = quoted(text, fragments)
        annotations.append(
            Annotation(
                id=f"a{number}",
                label=draw(st.sampled_from(nasty.LABELS)),
                fragments=fragments,
                text=words,
                prefix=prefix,
                suffix=suffix,
                note=draw(st.none() | names),
                attributes=draw(st.dictionaries(names, names, max_size=2)),
                annotator=nasty.READER.id,
                created=nasty.TIME,
                changed=nasty.TIME,
            )
        )
    return assemble(
        Project(
            id="odd",
            title="Odd",
            label_set=nasty.label_set(),
            annotators=Map({nasty.READER.id: nasty.READER}),
        ),
        [Article(head, text, Annotations.of(annotations))],
    )


@BOTH
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(project=projects())
def test_whatever_is_written_comes_home(format_id: str, tmp_path: Path, project: Project) -> None:
    (tmp_path / "set.zip").write_bytes(written(format_id, project))
    came = bring_back(format_id, tmp_path / "set.zip", bare(project.label_set)).project
    assert came.articles == project.articles


# ---- changed by others


def changed(data: bytes, change: Change) -> bytes:
    whole = json.loads(data)
    held = [one for one in whole["%FEATURE_STRUCTURES"] if one["%TYPE"] == LAYER]
    change(held)
    return json.dumps(whole).encode()


def came_back(tmp_path: Path, change: Change) -> list[Annotation]:
    """Return the annotations of the article with gaps once somebody changed its structures."""
    data = changed(files_of("cas-json", NASTY)["gaps.json"], change)
    (tmp_path / "gaps.json").write_bytes(data)
    came = bring_back("cas-json", tmp_path / "gaps.json", NASTY)
    return list(came.project.article("gaps").annotations)


def test_a_changed_label_note_and_border_are_taken(tmp_path: Path) -> None:
    def change(held: list[dict[str, Any]]) -> None:
        held[0] |= {"label": "denial", "note": "sure?", "begin": 1}

    first, second = came_back(tmp_path, change)
    assert (first.label, first.note, first.fragments) == ("denial", "sure?", ((1, 3), (9, 13)))
    assert second == NASTY.article("gaps").annotations[second.id]


def test_fragments_that_grew_together_are_one(tmp_path: Path) -> None:
    def change(held: list[dict[str, Any]]) -> None:
        held[0]["end"] = 10

    assert came_back(tmp_path, change)[0].fragments == ((0, 13),)


def test_what_is_left_of_an_annotation_comes_in(tmp_path: Path) -> None:
    def change(held: list[dict[str, Any]]) -> None:
        held[0]["%TYPE"] = "uima.tcas.Annotation"

    left = {one.fragments for one in came_back(tmp_path, change)}
    assert left == {((9, 13),), nasty.GAPS[1]}


def test_what_a_program_kept_of_it_is_still_known(tmp_path: Path) -> None:
    # INCEpTION keeps the structures of the project's layers only, and not what is said of articles.
    whole = json.loads(files_of("cas-json", NASTY)["gaps.json"])
    listed = whole["%FEATURE_STRUCTURES"]
    whole["%FEATURE_STRUCTURES"] = [one for one in listed if one["%TYPE"] != f"{LAYER}Article"]
    (tmp_path / "gaps.json").write_text(json.dumps(whole), "utf-8")
    came = bring_back("cas-json", tmp_path / "gaps.json", NASTY)
    assert came.said.articles == ("gaps",)
    assert came.project.articles == NASTY.articles
    assert came.project.relations == NASTY.relations


def test_json_in_a_feature_that_is_none_is_refused(tmp_path: Path) -> None:
    def change(held: list[dict[str, Any]]) -> None:
        held[0]["pressmark"] = "{"

    with pytest.raises(FormatError, match="bad-line") as caught:
        came_back(tmp_path, change)
    assert "gaps.json Pressmark" in str(caught.value.facts["where"])


def test_a_selection_keeps_what_it_may_say(example: Project) -> None:
    chosen = Selection(project=example, labels=frozenset({"claim"}), notes=False, pseudonyms=True)
    files = files_of("cas-json", chosen).values()
    structures = [one for file in files for one in json.loads(file)["%FEATURE_STRUCTURES"]]
    assert {one.get("label") for one in structures if one["%TYPE"] == LAYER} == {"claim"}
    assert "note" not in {key for one in structures for key in one}
    held = b"".join(files).decode()
    assert all(one.name not in held for one in example.annotators.values())
