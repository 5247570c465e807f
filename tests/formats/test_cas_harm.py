"""CAS files that are spoilt, or mean harm."""

from pathlib import Path

import pytest

from pressmark.formats.cas import xmi_reading
from tests.formats.foreign_cas import TYPES, cas_json, put, refusal, structures, xmi
from tests.formats.sets import bring_back, form

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


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


def test_more_than_memory_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put(tmp_path / "set", "a.xmi", xmi())
    monkeypatch.setattr(xmi_reading, "_MOST", 3)
    assert refusal(folder)["reason"] == "too-large"


def test_nothing_in_it_is_an_empty_set(tmp_path: Path) -> None:
    assert refusal(put(tmp_path / "set", "a.json", cas_json([])), "cas-json")["case"] == "empty"


def test_other_xml_and_json_are_not_claimed() -> None:
    assert not form("cas-xmi").claims("a.xmi", b"<rss/>")
    assert not form("cas-xmi").claims("a.xmi", b"He wrote http://www.omg.org/XMI")
    assert not form("cas-json").claims("a.json", b'{"text": "%TYPES"}')
    assert not form("cas-json").claims("a.json", b"[]")
