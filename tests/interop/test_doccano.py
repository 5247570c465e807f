"""doccano's own importer takes the lines, and what its exporter makes of them comes home.

It asks for packages of 2023, which fit into no environment with others. In one of its own:

    pip install doccano "chardet<5" "marshmallow<4" "numpy<2" "setuptools<81" pytest hypothesis
    pip install --editable .
    python -m pytest -W ignore -c tests/interop/pytest.ini --confcutdir tests/interop \
        tests/interop/test_doccano.py
"""

import importlib
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_in
from tests.interop.conftest import Exported, Writer

pytest.importorskip("django_drf_filepond", reason="doccano is not installed here: see its test")

LABELS, RELATIONS = "SequenceLabeling", "RelationExtraction"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings.base", "DATABASE_URL": "sqlite:///:memory:"}


class Doccano:
    """doccano without its screen: it takes lines in and gives lines out."""

    def __init__(self) -> None:
        os.environ.update(SETTINGS)
        backend = find_spec("backend")
        assert backend is not None
        sys.path.extend(backend.submodule_search_locations or ())
        importlib.import_module("django").setup()
        importlib.import_module("django.core.management").call_command("migrate", verbosity=0)
        self._imports = importlib.import_module("data_import.datasets")
        self._readers = importlib.import_module("data_import.pipeline.readers")
        self._exports = importlib.import_module("data_export.celery_tasks")
        self._projects = importlib.import_module("projects.models").SequenceLabelingProject
        self._users = importlib.import_module("django.contrib.auth.models").User.objects
        self.labels = importlib.import_module("labels.models")

    def take(self, exported: Exported, task: str) -> int:
        """Take the lines of a file in, all of them; return the project's number."""
        user, _ = self._users.get_or_create(username="reader")
        project = self._projects.objects.create(
            name=exported.path.name,
            created_by=user,
            project_type=LABELS,
            allow_overlapping=True,
            collaborative_annotation=True,
            use_relation=task == RELATIONS,
        )
        form = importlib.import_module("data_import.pipeline.catalog").JSONL
        file = self._readers.FileName(*[str(exported.path)] * 3)
        given = {"encoding": "Auto", "column_label": "label"}
        dataset = self._imports.load_dataset(task, form, [file], project, **given)
        dataset.save(user)
        assert dataset.errors == []
        number: int = project.id
        return number

    def spans(self, project: int) -> dict[str, set[tuple[int, int, str]]]:
        """Return the spans of a project by article."""
        found: dict[str, set[tuple[int, int, str]]] = {}
        for one in self.labels.Span.objects.filter(example__project=project):
            place = one.start_offset, one.end_offset, one.label.text
            found.setdefault(one.example.meta["doc_id"], set()).add(place)
        return found

    def texts(self, project: int) -> dict[str, str]:
        """Return the texts of a project by article."""
        held = self._projects.objects.get(id=project).examples.all()
        return {one.meta["doc_id"]: one.text for one in held}

    def given(self, project: int, folder: Path) -> bytes:
        """Return what it exports."""
        held = self._projects.objects.get(id=project)
        tasks = self._exports
        formatters, writer = tasks.create_formatter(held, "JSONL"), tasks.create_writer("JSONL")
        made = {"confirmed_only": False, "formatters": formatters, "writer": writer}
        tasks.create_collaborative_dataset(held, str(folder), **made)
        return (folder / "all.jsonl").read_bytes()


@pytest.fixture(scope="module")
def doccano() -> Doccano:
    return Doccano()


def test_its_importer_takes_every_span(doccano: Doccano, write: Writer) -> None:
    out = write("doccano", "set.jsonl", nasty.project(gaps=True))
    out.lost = set()
    project = doccano.take(out, LABELS)
    assert doccano.spans(project) == {name: held for name, held in out.spans().items() if held}
    assert doccano.texts(project) == {name: text for name, text in out.texts().items() if text}


def test_its_importer_takes_relations(doccano: Doccano, write: Writer, example: Project) -> None:
    project = doccano.take(write("doccano", "set.jsonl", example, layout="relations"), RELATIONS)
    taken = doccano.labels.Relation.objects.filter(example__project=project)
    assert sorted(one.type.text for one in taken) == sorted(
        one.type
        for one in example.relations
        if one.to is not None and example.places[one.to] == example.places[one.from_]
    )


@pytest.mark.parametrize("format_id", ["doccano", "doccano-screen"])
@pytest.mark.parametrize("task", [LABELS, RELATIONS])
def test_what_it_exports_comes_home(
    doccano: Doccano, write: Writer, example: Project, format_id: str, task: str
) -> None:
    layout = "labels" if task == LABELS else "relations"
    out = write(format_id, "set.jsonl", example, layout=layout)
    data = doccano.given(doccano.take(out, task), out.path.parent)
    came = bring_in(data, bare(example.label_set), format_id="doccano").project
    assert came.articles == example.articles
    assert came.relations == example.relations
