from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.frame import SetLabelSet
from pressmark.errors import FormatError
from pressmark.formats.refi.codebook import CodeLabels, code_elements, codes_of
from pressmark.formats.xml_reading import elements
from pressmark.formats.xml_text import xml_text
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project
from pressmark.store.label_sets import default_label_set
from tests.formats.sets import bare, bring_back, bring_in, written

EMPTY = LabelSet(name="none")
NESTED = b"""<?xml version="1.0"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program"><Codes>
<Code guid="00000000-0000-0000-0000-000000000001" name="Cost" isCodable="false" color="#ff0000">
 <Code guid="{00000000-0000-0000-0000-00000000000A}" name="High" isCodable="true"/>
 <Code guid="00000000-0000-0000-0000-00000000000b" name="Fair" isCodable="1"/>
</Code>
<Code guid="00000000-0000-0000-0000-00000000000c" name="Speed" isCodable="true">
 <Description>How fast.</Description>
 <Code guid="00000000-0000-0000-0000-00000000000d" name="High" isCodable="true"/>
</Code>
</Codes><Sets><Set guid="00000000-0000-0000-0000-00000000000e" name="All">
<MemberCode guid="00000000-0000-0000-0000-00000000000b"/></Set></Sets></CodeBook>"""


def home(labels: LabelSet, into: LabelSet = EMPTY) -> LabelSet:
    """Return what comes of a label set that goes out as a codebook."""
    return bring_in(written("qdc", bare(labels)), bare(into), format_id="qdc").project.label_set


def said(label: Label) -> tuple[str | None, ...]:
    return label.id, label.definition, label.example, label.counter_example


def test_labels_come_home_with_what_counts_as_one() -> None:
    labels = default_label_set()
    assert list(map(said, home(labels).labels)) == list(map(said, labels.labels))


def test_the_labels_that_are_here_stay_as_they_are() -> None:
    labels = default_label_set()
    other = replace(labels, labels=(replace(labels.labels[0], definition="Mine."),))
    came = home(labels, other)
    assert came.labels[0] == other.labels[0]
    assert [one.id for one in came.labels] == [one.id for one in labels.labels]
    again = bring_in(written("qdc", bare(labels)), bare(came), format_id="qdc")
    assert again.said.edits == ()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(texts, texts, texts)
def test_whatever_is_said_of_a_label_is_not_markup(
    title: str, definition: str, example: str
) -> None:
    label = Label(id="one", title=title, definition=definition, example=example)
    codes = "".join(code_elements(replace(EMPTY, labels=(label,)), ["two"]))
    (listed,) = elements(f"<Codes>{codes}</Codes>".encode(), "x", {"Codes"})
    named, other = codes_of(listed).values()
    assert other.name == "two"
    assert named.name in {"one", xml_text(title).strip() or "code"}
    assert xml_text(definition).strip() in named.description


def test_labels_have_the_names_that_people_read() -> None:
    labels = (
        Label(id="label-3", title="Твердження"),
        Label(id="price-rise", title="Price rise"),
        Label(id="a", title="Same"),
        Label(id="b", title="same"),
        Label(id="c", title="a"),
    )
    data = written("qdc", bare(replace(EMPTY, labels=labels)))
    (listed,) = elements(data, "x", {"Codes"})
    names = [one.name for one in codes_of(listed).values()]
    assert names == ["Твердження", "price-rise", "Same", "b", "c"]
    ids = [one.id for one in home(replace(EMPTY, labels=labels)).labels]
    assert ids == names
    known = CodeLabels(codes_of(listed), replace(EMPTY, labels=labels), {})
    assert known.new(replace(EMPTY, labels=labels)) == (None, [])


def test_codes_within_codes_are_named_by_their_path_where_they_must_be(tmp_path: Path) -> None:
    path = tmp_path / "theirs.qdc"
    path.write_bytes(NESTED)
    came = bring_back("qdc", path)
    found = {one.id: one.definition for one in came.project.label_set.labels}
    assert found == {"Cost / High": None, "Fair": None, "Speed": "How fast.", "Speed / High": None}
    assert [one.what for one in came.said.warnings] == list(found)
    assert came.said.articles == ()


def test_codes_can_be_mapped_to_labels(example: Project) -> None:
    renamed = {"Fair": "claim", "Speed": "speed"}
    came = bring_in(NESTED, example, format_id="qdc", labels=renamed)
    (edit,) = came.said.edits
    assert isinstance(edit, SetLabelSet)
    new = [one.id for one in edit.label_set.labels[len(example.label_set.labels) :]]
    assert new == ["Cost / High", "speed", "Speed / High"]


@pytest.mark.parametrize("data", [b"<CodeBook/>", b"<CodeBook><Codes/></CodeBook>"])
def test_a_codebook_without_codes_is_empty(data: bytes) -> None:
    with pytest.raises(FormatError, match="empty"):
        bring_in(data, format_id="qdc")
