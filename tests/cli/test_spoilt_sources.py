"""A source that came to harm costs itself only: the project stays as it is, byte for byte."""

from pathlib import Path
from typing import Any

import pytest

from pressmark.formats.format import Format
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from tests.cli.conftest import Pressmark
from tests.formats.sets import HERE, files_of, written
from tests.formats.spoilers import packed

READ = [one for one in HERE if one.is_written and one.read is not None and not one.labels_only]


def harmed(form: Format[Any], project: Project) -> dict[str, bytes]:
    """Return a set cut off in the middle, one that ends early, and one that leads elsewhere."""
    if form.write is not None:
        data = written(form.id, project)
        half = data[: len(data) // 2]
        return {f"half{form.suffix}": half, f"bad{form.suffix}": half + b'\xff",,\n\xff'}
    files = files_of(form.id, project)
    whole = packed(files)
    largest = max(files, key=lambda name: len(files[name]))
    half = {**files, largest: files[largest][: len(files[largest]) // 2] + b"\xff"}
    away = {f"../{name}": data for name, data in files.items()}
    return {"cut.zip": whole[: len(whole) // 2], "half.zip": packed(half), "away.zip": packed(away)}


@pytest.mark.parametrize("form", READ, ids=lambda one: one.id)
def test_the_project_stays_as_it_is(
    form: Format[Any], pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    before = example.read_bytes()
    sound = parse_project(before).project
    refused = 0
    for name, data in harmed(form, sound).items():
        source = tmp_path / name
        source.write_bytes(data)
        example.write_bytes(before)
        run = pressmark("import", example, source, "--format", form.id)
        if run.status == 0:  # what is left of it is sound: the first half of its rows
            continue
        refused += 1
        assert run.status == 1, (name, run.err)
        assert run.err.strip(), name
        assert example.read_bytes() == before, name
        assert not list(tmp_path.glob("*.journal")), name
    assert refused, form.id
