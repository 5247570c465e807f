from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.errors import CancelledError, FormatError, ProjectFileError
from pressmark.formats.csv_rows import CSV
from pressmark.formats.exporting import export
from pressmark.formats.format import EVERYTHING, Format, NoOptions
from pressmark.formats.registry import FORMATS
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.sets import written


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_a_file_holds_what_was_written(
    form: Format[object], example: Project, tmp_path: Path
) -> None:
    path = tmp_path / f"set{form.suffix}"
    steps: list[tuple[int, int]] = []
    export(
        form,
        Selection(project=example),
        path,
        form.options(),
        progressed=lambda done, total: steps.append((done, total)),
    )
    assert path.read_bytes() == written(form.id, example)
    assert steps[-1] == (2, 2)


def test_cancelling_leaves_what_was_there(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("before")
    with pytest.raises(CancelledError):
        export(CSV, Selection(project=example), path, CSV.options(), cancelled=lambda: True)
    assert [one.name for one in tmp_path.iterdir()] == ["set.csv"]
    assert path.read_text() == "before"


def test_a_folder_that_is_not_there_is_said(example: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="folder-missing"):
        export(CSV, Selection(project=example), tmp_path / "none" / "x.csv", CSV.options())


def test_a_format_that_is_only_read_is_refused(example: Project, tmp_path: Path) -> None:
    form = Format(
        id="in",
        name="In",
        about="",
        suffix=".in",
        group="exchange",
        holds=EVERYTHING,
        options=NoOptions,
    )
    with pytest.raises(FormatError, match="read-only-format"):
        export(form, Selection(project=example), tmp_path / "x.in", NoOptions())


@pytest.mark.parametrize(
    ("name", "member"),
    [("set.zip", "set.csv"), ("set.CSV.ZIP", "set.CSV.csv"), ("a.csv.zip", "a.csv")],
)
def test_a_name_that_ends_in_zip_gives_a_zip(
    example: Project, tmp_path: Path, name: str, member: str
) -> None:
    export(CSV, Selection(project=example), tmp_path / name, CSV.options())
    with ZipFile(tmp_path / name) as archive:
        assert archive.namelist() == [member]
        assert archive.read(member) == written("csv", example)
