"""CAS files as INCEpTION, WebAnno and DKPro write them, and files that mean harm."""

import json
from pathlib import Path
from typing import Any

import pytest

from pressmark.errors import FormatError
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.model.project import Project
from tests.formats.sets import BroughtIn, bare, bring_back, form

TEXT = "😀 Ada said no. Bob 😀 agreed."
DKPRO = "http:///de/tudarmstadt/ukp/dkpro/core/api"
SPACES = (
    'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    f'xmlns:type="{DKPRO}/metadata/type.ecore" xmlns:type2="{DKPRO}/ner/type.ecore" '
    f'xmlns:type3="{DKPRO}/segmentation/type.ecore" xmlns:custom="http:///webanno/custom.ecore"'
)
INCEPTION = """
<cas:NULL xmi:id="0"/>
<type:DocumentMetaData xmi:id="8" sofa="1" begin="0" end="31" language="en"
  documentTitle="talks.txt" documentId="talks.txt" isLastSegment="false"/>
<type:TagsetDescription xmi:id="9" sofa="1" begin="0" end="0" layer="x" name="y"/>
<type3:Sentence xmi:id="10" sofa="1" begin="0" end="15"/>
<type3:Token xmi:id="11" sofa="1" begin="3" end="6" order="0"/>
<type2:NamedEntity xmi:id="12" sofa="1" begin="3" end="6" value="PER" identifier="Q7259"/>
<type2:NamedEntity xmi:id="13" sofa="1" begin="16" end="19" value="PER"/>
<custom:Statement xmi:id="14" sofa="1" begin="3" end="14" form="indirect" sure="true" weight="3"
  people="21 22"><cues>said</cues><cues>no</cues></custom:Statement>
<custom:Statement xmi:id="15" sofa="1" begin="20" end="29" label="agreement" comment="odd"/>
<custom:Statement xmi:id="16" sofa="1" begin="2" end="2"/>
<custom:Statement xmi:id="17" sofa="1" begin="0" end="2" inception_internal_predicted="true"/>
<custom:Answers xmi:id="18" sofa="1" begin="3" end="14" Governor="15" Dependent="14" kind="yes"/>
<custom:PeopleLink xmi:id="21" role="speaker" target="12"/>
<custom:PeopleLink xmi:id="22" target="13"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>
<cas:View sofa="1" members="8 9 10 11 12 13 14 15 16 17 18"/>
"""
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Thing</name><supertypeName>uima.tcas.Annotation</supertypeName>
<features><featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName>
</featureDescription><featureDescription><name>weight</name><rangeTypeName>uima.cas.Integer
</rangeTypeName></featureDescription></features></typeDescription>
<typeDescription><name>webanno.custom.Statement</name><supertypeName>webanno.custom.Thing
</supertypeName></typeDescription></types></typeSystemDescription>
"""


def xmi(inside: str = INCEPTION, text: str = TEXT) -> str:
    whole = inside.replace("{text}", text)
    return f'<?xml version="1.0" encoding="UTF-8"?><xmi:XMI {SPACES}>{whole}</xmi:XMI>'


def put(folder: Path, name: str, data: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(data, "utf-8", newline="")
    return folder


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


def structures() -> list[dict[str, Any]]:
    named = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    return [
        {"%ID": 2, "%TYPE": named, "@sofa": 1, "begin": 3, "end": 6, "value": "PER"},
        {"%ID": 3, "%TYPE": named, "@sofa": 1, "begin": 16, "end": 19, "value": "PER"},
        {"%ID": 4, "%TYPE": "webanno.custom.Statement", "@sofa": 1, "begin": 3, "end": 14}
        | {"@people": 7, "@cues": 8, "sure": True, "#weight": "NaN"},
        {"%ID": 5, "%TYPE": "webanno.custom.PeopleLink", "role": "speaker", "@target": 2},
        {"%ID": 6, "%TYPE": "webanno.custom.PeopleLink", "@target": 3},
        {"%ID": 7, "%TYPE": "webanno.custom.PeopleLink[]", "%ELEMENTS": [5, 6]},
        {"%ID": 8, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["said", "no"]},
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": TEXT},
    ]


def cas_json(held: object, **more: object) -> str:
    return json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": held, **more})


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


# ---- harm


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def refusal(path: Path, format_id: str = "cas-xmi") -> dict[str, object]:
    with pytest.raises(FormatError) as caught:
        bring_back(format_id, path, bare())
    return {"case": caught.value.case, **caught.value.facts}


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, '<!DOCTYPE x SYSTEM "http://x.example/x">'])
def test_document_types_are_refused(doctype: str, tmp_path: Path) -> None:
    data = xmi().replace("?>", f"?>{doctype}", 1)
    facts = refusal(put(tmp_path / "set", "a.xmi", data))
    assert (facts["case"], facts["reason"], facts["where"]) == ("bad-line", "doctype", "a.xmi")
    types = TYPES.replace("?>", f"?>{doctype}", 1)
    folder = put(put(tmp_path / "other", "a.xmi", xmi()), "TypeSystem.xml", types)
    assert refusal(folder)["where"] == "TypeSystem.xml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('begin="16"', 'begin="x"'),
        ('end="19"', 'end="99"'),
        ('begin="16"', 'begin="-1"'),
        ('begin="16"', 'begin="20"'),
        ('xmi:id="13"', ""),
        ('<cas:View sofa="1"', '<cas:View sofa="one"'),
        ("</xmi:XMI>", ""),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(before: str, after: str, tmp_path: Path) -> None:
    facts = refusal(put(tmp_path / "set", "a.xmi", xmi().replace(before, after, 1)))
    assert facts["case"] == "bad-line"
    assert str(facts["where"]).startswith("a.xmi")


def test_structures_that_hold_themselves_end(tmp_path: Path) -> None:
    held = structures()
    held[3]["@target"] = 5
    held[5]["%ELEMENTS"] = [7, 5]
    brought = bring_back("cas-json", put(tmp_path / "set", "talks.json", cas_json(held)))
    assert [one.code for one in brought.said.skipped] == ["end-missing"]


@pytest.mark.parametrize(
    "held",
    [[1], [{"%TYPE": "x"}], [{"%ID": "1", "%TYPE": "x"}], [{"%ID": 1}], {"1": {}}],
)
def test_json_of_another_shape_is_refused(held: object, tmp_path: Path) -> None:
    assert (
        refusal(put(tmp_path / "set", "a.json", cas_json(held)), "cas-json")["case"] == "bad-line"
    )


def test_nothing_in_it_is_an_empty_set(tmp_path: Path) -> None:
    assert refusal(put(tmp_path / "set", "a.json", cas_json([])), "cas-json")["case"] == "empty"


def test_other_xml_and_json_are_not_claimed() -> None:
    assert not form("cas-xmi").claims("a.xmi", b"<rss/>")
    assert not form("cas-xmi").claims("a.xmi", b"He wrote http://www.omg.org/XMI")
    assert not form("cas-json").claims("a.json", b'{"text": "%TYPES"}')
    assert not form("cas-json").claims("a.json", b"[]")
