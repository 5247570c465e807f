import uuid

from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.refi.guids import guid_of, id_of, is_guid, piece_guid
from pressmark.model.ids import new_id

ids = st.from_regex(r"[A-Za-z0-9._-]{1,64}", fullmatch=True) | st.uuids().map(str)


@given(ids)
def test_every_id_has_a_guid_of_its_own(own_id: str) -> None:
    guid = guid_of("annotation", own_id)
    assert guid == str(uuid.UUID(guid))
    assert guid == guid_of("annotation", own_id)
    if not is_guid(own_id):
        assert guid != guid_of("article", own_id)
    assert len({piece_guid(own_id, number) for number in range(3)}) == 3


@given(st.uuids())
def test_foreign_guids_are_kept_however_they_are_written(guid: uuid.UUID) -> None:
    for written in (str(guid), str(guid).upper(), f"{{{guid}}}", f" {guid} "):
        own = id_of(written)
        assert own is not None
        assert guid_of("article", own) == str(guid)


def test_our_own_ids_are_guids() -> None:
    own = new_id()
    assert id_of(guid_of("annotation", own)) == own


def test_what_is_no_guid_has_no_id() -> None:
    assert [id_of(one) for one in ("", "c-1", "{}", "1234")] == [None] * 4
