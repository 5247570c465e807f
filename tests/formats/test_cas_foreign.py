"""CAS files as INCEpTION, WebAnno and DKPro write them."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.project import Project
from tests.formats.foreign_cas import (
    INCEPTION,
    TEXT,
    TYPES,
    cas_json,
    put,
    refusal,
    structures,
    xmi,
)
from tests.formats.sets import BroughtIn, bring_back


def article_of(brought: BroughtIn) -> Article:
    (article,) = Selection(project=brought.project).opened()
    return article


def labels(project: Project) -> set[tuple[str, tuple[str, ...]]]:
    opened = Selection(project=project).opened()
    return {(one.label, one.text) for article in opened for one in article.annotations}


NAMED = {
    ("PER", ("Ada",)),
    ("PER", ("Bob",)),
    ("Statement", ("Ada said no",)),
    ("agreement", ("😀 agreed",)),
}


def test_layers_of_inception_come_in(tmp_path: Path) -> None:
    folder = put(put(tmp_path / "set", "talks.xmi", xmi()), "TypeSystem.xml", TYPES)
    brought = bring_back("cas-xmi", folder)
    article = article_of(brought)
    assert (article.head.id, article.head.title, article.head.language) == (
        "talks",
        "talks.txt",
        "en",
    )
    assert article.text == TEXT
    by_text = {one.text: one for one in article.annotations}
    assert {(one.label, one.text) for one in article.annotations} == NAMED
    assert dict(by_text["Ada said no",].attributes) == {
        "form": "indirect",
        "sure": True,
        "weight": 3,
        "cues": ("said", "no"),
    }
    assert by_text["😀 agreed",].note == "odd"
    assert dict(by_text["Ada",].attributes) == {"identifier": "Q7259"}
    names = {one.id: one.text[0] for one in article.annotations}
    joined = {
        (one.type, names[one.from_], names[one.to or ""]) for one in brought.project.relations
    }
    assert joined == {
        ("Answers", "😀 agreed", "Ada said no"),
        ("speaker", "Ada said no", "Ada"),
        ("people", "Ada said no", "Bob"),
    }
    left = {(one.code, one.what) for one in brought.said.skipped}
    assert left == {("predictions", "1"), ("not-text", "1")}
    assert {one.code for one in brought.said.warnings} == {"new-label"}
    again = bring_back("cas-xmi", folder, brought.project).said
    assert (again.annotations, len(again.edits)) == (0, 0)


def test_a_file_without_its_types_says_the_same_in_words(tmp_path: Path) -> None:
    put(tmp_path, "talks.xmi", xmi())
    brought = bring_back("cas-xmi", tmp_path / "talks.xmi")
    assert labels(brought.project) == NAMED
    assert len(brought.project.relations) == 3
    (one,) = (one for one in article_of(brought).annotations if one.label == "Statement")
    assert (one.attributes["sure"], one.attributes["weight"]) == ("true", "3")


def test_numbers_that_changed_add_nothing(tmp_path: Path) -> None:
    first = bring_back("cas-xmi", put(tmp_path / "one", "talks.xmi", xmi())).project
    moved = xmi(INCEPTION.replace('="1', '="10'))
    assert moved != xmi()
    for name in ("begin", "end"):
        moved = moved.replace(f'{name}="10', f'{name}="1')
    said = bring_back("cas-xmi", put(tmp_path / "two", "talks.xmi", moved), first).said
    assert said.annotations == 0


def test_words_without_people_are_an_article(tmp_path: Path) -> None:
    only = (
        '<type3:Token xmi:id="11" sofa="1" begin="3" end="6"/>'
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Well then"/>'
    )
    brought = bring_back("cas-xmi", put(tmp_path / "set", "a.xmi", xmi(only)))
    assert (article_of(brought).text, brought.said.annotations) == ("Well then", 0)


def test_line_ends_of_others_are_folded(tmp_path: Path) -> None:
    inside = (
        '<type2:NamedEntity xmi:id="2" sofa="1" begin="5" end="8" value="PER"/>'
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="One&#13;&#10;Two"/>'
    )
    brought = bring_back("cas-xmi", put(tmp_path / "set", "a.xmi", xmi(inside)))
    assert article_of(brought).text == "One\nTwo"
    assert labels(brought.project) == {("PER", ("Two",))}


def test_offsets_within_a_pair_take_all_of_it(tmp_path: Path) -> None:
    inside = (
        '<type2:NamedEntity xmi:id="2" sofa="1" begin="1" end="6" value="PER"/>'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{TEXT}"/>'
    )
    brought = bring_back("cas-xmi", put(tmp_path / "set", "a.xmi", xmi(inside)))
    assert labels(brought.project) == {("PER", ("😀 Ada",))}
    assert ("widened", "1") in {(one.code, one.what) for one in brought.said.warnings}


def test_each_text_of_a_file_is_an_article(tmp_path: Path) -> None:
    inside = "".join(
        f'<type2:NamedEntity xmi:id="{at}0" sofa="{at}" begin="0" end="3" value="PER"/>'
        f'<cas:Sofa xmi:id="{at}" sofaNum="{at}" sofaID="{view}" sofaString="{name} left"/>'
        for at, view, name in ((1, "_InitialView", "Ada"), (2, "other", "Bob"))
    )
    brought = bring_back("cas-xmi", put(tmp_path / "set", "a.xmi", xmi(inside)))
    assert set(brought.project.articles) == {"a", "a-other"}
    assert labels(brought.project) == {("PER", ("Ada",)), ("PER", ("Bob",))}


# ---- JSON


@pytest.mark.parametrize("shape", ["list", "dict"])
def test_json_of_others_comes_in(shape: str, tmp_path: Path) -> None:
    held: object = structures()
    if shape == "dict":
        held = {str(one.pop("%ID")): one for one in structures()}
    brought = bring_back("cas-json", put(tmp_path / "set", "talks.json", cas_json(held)))
    assert labels(brought.project) == NAMED - {("agreement", ("😀 agreed",))}
    (one,) = (one for one in article_of(brought).annotations if one.label == "Statement")
    assert dict(one.attributes) == {"cues": ("said", "no"), "sure": True, "weight": "NaN"}
    assert sorted(each.type for each in brought.project.relations) == ["people", "speaker"]


def test_only_what_a_view_shows_counts(tmp_path: Path) -> None:
    views = {"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [3]}}}
    path = put(tmp_path / "set", "talks.json", cas_json(structures(), **views))
    assert labels(bring_back("cas-json", path).project) == {("PER", ("Bob",))}


# ---- whole projects


def zipped_xmi(person: str, data: str) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr(f"{person}.xmi", data)
        archive.writestr("TypeSystem.xml", TYPES)
    return held.getvalue()


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """Return an export of a project as INCEpTION makes it, with the work of two."""
    path = tmp_path / "project.zip"
    other = xmi(INCEPTION.replace('value="PER"', 'value="ORG"'))
    with ZipFile(path, "w") as archive:
        archive.writestr("annotation/talks.txt/INITIAL_CAS.zip", zipped_xmi("INITIAL_CAS", xmi()))
        archive.writestr("annotation/talks.txt/ada.zip", zipped_xmi("ada", xmi()))
        archive.writestr("annotation/talks.txt/bob.zip", zipped_xmi("bob", other))
        archive.writestr("annotation_ser/talks.txt/ada.ser", "x")
        archive.writestr("exportedproject.json", "{}")
        archive.writestr("source/talks.txt", TEXT)
    return path


def test_the_work_of_all_annotators_comes_in(exported: Path) -> None:
    brought = bring_back("cas-xmi", exported)
    article = article_of(brought)
    assert (article.head.id, article.text) == ("talks", TEXT)
    people = {one.id: one.name for one in brought.project.annotators.values()}
    named = {
        (people[one.annotator], one.label) for one in article.annotations if one.text == ("Ada",)
    }
    assert named == {("ada", "PER"), ("bob", "ORG")}
    assert len(article.annotations) == 2 * len(NAMED)
    assert len(brought.project.relations) == 6
    assert bring_back("cas-xmi", exported, brought.project).said.annotations == 0


def test_a_damaged_zip_within_is_refused(exported: Path) -> None:
    with ZipFile(exported, "a") as archive:
        archive.writestr("annotation/talks.txt/cyd.zip", b"PK\3\4")
    assert refusal(exported)["case"] == "damaged-zip"
