from pathlib import Path

import pytest

from pressmark.formats.exporting import export
from pressmark.formats.format import Format
from pressmark.formats.options import options_from
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.formats.selection import Selection
from pressmark.formats.shapes import shaped, shapes_of
from pressmark.model.project import Project


def known(format_id: str) -> Format[object]:
    form = format_by_id(format_id)
    assert form is not None
    return form


@pytest.mark.parametrize(
    ("format_id", "options", "shapes"),
    [
        ("csv", {}, ("file",)),
        ("brat", {}, ("folder", "zip")),
        ("conll", {}, ("file", "folder", "zip")),
        ("conll", {"split": "80/20"}, ("folder", "zip")),
        ("hf-jsonl", {}, ("folder", "zip", "file")),
    ],
)
def test_some_formats_can_be_more_than_a_file(
    format_id: str, options: dict[str, str], shapes: tuple[str, ...]
) -> None:
    form = known(format_id)
    assert shapes_of(form, options_from(form, options)) == shapes


def test_a_name_says_what_is_made() -> None:
    conll, w3c = known("conll"), known("w3c")
    assert shaped(conll, "zip", Path("a/b.c.conll")) == Path("a/b.c.zip")
    assert shaped(conll, "file", Path("a/b.zip")) == Path("a/b.conll")
    assert shaped(w3c, "folder", Path("a/b.zip")) == Path("a/b")
    assert shaped(conll, "folder", Path("a/v1.2")) == Path("a/v1-2")


@pytest.mark.parametrize(
    "form", [one for one in FORMATS if one.write_files and one.is_here], ids=lambda one: one.id
)
def test_every_shape_is_what_the_export_makes(
    form: Format[object], example: Project, tmp_path: Path
) -> None:
    options = form.options()
    for shape in shapes_of(form, options):
        path = shaped(form, shape, tmp_path / shape / "set")
        path.parent.mkdir()
        export(form, Selection(project=example), path, options)
        assert path.is_dir() == (shape == "folder")
