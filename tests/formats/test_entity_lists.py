import json

import pytest

from pressmark.errors import FormatError
from pressmark.formats.entity_lists import read_entities
from pressmark.model.records import Entity

FOLLOWED = {
    "id": "Q423",
    "schema": "Country",
    "caption": "North Korea",
    "properties": {"name": ["North Korea", "북한"], "alias": ["DPRK"], "country": ["KP"]},
}
NORTH_KOREA = Entity(
    id="Q423", name="North Korea", type="Country", aliases=("북한", "DPRK"), country="kp"
)


def test_follow_the_money_entities_are_read_a_line_each() -> None:
    line = json.dumps(FOLLOWED, ensure_ascii=False).encode()
    assert read_entities(line + b"\n\n" + line) == (NORTH_KOREA, NORTH_KOREA)


def test_follow_the_money_entities_are_read_from_an_array() -> None:
    assert read_entities(json.dumps([FOLLOWED]).encode()) == (NORTH_KOREA,)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_cells(delimiter: str) -> None:
    rows = ["ID,Name,Schema,Alias,Country", "Q423,North Korea,Country,북한|DPRK,KP"]
    table = "\r\n".join(rows).replace(",", delimiter)
    assert read_entities(b"\xef\xbb\xbf" + table.encode()) == (NORTH_KOREA,)


def test_names_are_enough_and_the_same_name_has_the_same_id() -> None:
    first, second = read_entities(b'name\nThe EU\n\n"Kim, Yo-jong"\n')
    assert (first.name, second.name) == ("The EU", "Kim, Yo-jong")
    assert read_entities(b"name\nTHE EU\n")[0].id == first.id != second.id


@pytest.mark.parametrize(
    ("data", "case"),
    [
        (b"  \n", "empty"),
        (b"who,what\nEU,x\n", "no-names"),
        (b'{"id": "a"}\n{broken\n', "bad-line"),
        (b"[1]", "bad-line"),
        (b"name\n\xff\n", "bad-line"),
    ],
)
def test_what_is_no_list_of_entities_is_refused(data: bytes, case: str) -> None:
    with pytest.raises(FormatError, match=case):
        read_entities(data)
