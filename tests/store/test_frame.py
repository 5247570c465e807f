import pytest
from hypothesis import given

from pressmark.errors import ProjectFileError
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Entity
from pressmark.store.frame import Frame, check_ids, frame_of
from tests.strategies import projects


@given(project=projects())
def test_it_has_everything_but_the_articles_by_id(project: Project) -> None:
    frame = frame_of(project)
    assert [one.id for one in frame.annotators] == sorted(project.annotators)
    assert [one.id for one in frame.entities] == sorted(project.entities)
    assert frame.relations == tuple(project.relations)
    assert (frame.title, frame.label_set) == (project.title, project.label_set)
    check_ids(frame)


@pytest.mark.parametrize(
    ("entities", "reason"), [(("eu", "eu"), "duplicate-id"), (("é",), "bad-id"), (("",), "bad-id")]
)
def test_ids_are_well_formed_and_stand_once(entities: tuple[str, ...], reason: str) -> None:
    held = tuple(Entity(id=one, name="EU") for one in entities)
    with pytest.raises(ProjectFileError) as raised:
        check_ids(Frame(id="p", title="", label_set=LabelSet(name="news"), entities=held))
    assert (raised.value.facts["where"], raised.value.facts["reason"]) == ("entities", reason)
