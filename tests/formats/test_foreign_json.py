import pytest

from pressmark.errors import RecordError
from pressmark.formats.foreign_json import given_id, given_list, without_nulls
from pressmark.model.annotation import Annotation
from pressmark.model.json import Json


@pytest.mark.parametrize(
    ("value", "said"), [("a", "a"), (7, "7"), (True, None), ("", None), (None, None), ([], None)]
)
def test_an_id_is_text_or_a_number(value: Json, said: str | None) -> None:
    assert given_id({"id": value}) == said


def test_a_list_may_be_missing_but_is_nothing_else() -> None:
    assert given_list({}, "zones") == []
    assert given_list({"zones": None}, "zones") == []
    assert given_list({"zones": [1]}, "zones") == [1]
    with pytest.raises(RecordError) as caught:
        given_list({"zones": {}}, "zones", "annotations.3")
    assert caught.value.facts["where"] == "annotations.3.zones"


def test_nulls_go_only_where_a_record_cannot_have_them() -> None:
    raw = {"note": None, "flag": None, "attributes": None, "x": None, "unknown": None}
    assert without_nulls(raw, Annotation) == {"note": None, "x": None, "unknown": None}
