"""CAS files as INCEpTION writes them, for tests."""

import json
from pathlib import Path
from typing import Any

import pytest

from pressmark.errors import FormatError
from tests.formats.sets import bare, bring_back

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


def refusal(path: Path, format_id: str = "cas-xmi") -> dict[str, object]:
    """Return why a set is not read."""
    with pytest.raises(FormatError) as caught:
        bring_back(format_id, path, bare())
    return {"case": caught.value.case, **caught.value.facts}
