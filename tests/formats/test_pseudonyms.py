"""Where annotators are not to be named, no format gives away who they are."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID
from zipfile import ZipFile, is_zipfile

import pytest
from immutables import Map

from pressmark.formats.format import Format
from pressmark.formats.pseudonyms import Pseudonyms
from pressmark.formats.selection import Selection
from pressmark.model.ids import is_id, new_id
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator
from pressmark.model.relations import Relations
from tests.formats.sets import HERE, written

WHO = "jane.doe"


@pytest.fixture
def by_jane(example: Project) -> Project:
    """Return the example, with all that it has of annotators called after a person."""
    articles = []
    for article in example.opened():
        marks = tuple(replace(one, annotator=WHO) for one in article.annotations)
        head = replace(article.head, states={WHO: "done"})
        articles.append(
            replace(article, head=head, annotations=type(article.annotations).of(marks))
        )
    relations = Relations.of(replace(one, annotator=WHO) for one in example.relations)
    annotators = Map({WHO: Annotator(id=WHO, name="Jane Doe")})
    return assemble(replace(example, annotators=annotators, relations=relations), articles)


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as archive:
            yield from (one for name in archive.namelist() for one in unpacked(archive.read(name)))


@pytest.mark.parametrize("form", [one for one in HERE if one.id != "pdf"], ids=lambda one: one.id)
def test_no_format_names_anybody(form: Format[Any], by_jane: Project) -> None:
    veiled = Selection(project=by_jane, pseudonyms=True)
    assert not any(b"jane" in one.lower() for one in unpacked(written(form.id, veiled)))


def test_an_id_that_may_be_a_name_goes_out_as_another(example: Project) -> None:
    veils = Pseudonyms(example)
    own = new_id()
    assert veils.id(own) == own
    assert veils.id(str(UUID(own))) == str(UUID(own))
    assert veils.id("") == ""
    other = veils.id(WHO)
    assert is_id(other)
    assert other == veils.id(WHO)
    assert other != Pseudonyms(replace(example, id="another")).id(WHO)
