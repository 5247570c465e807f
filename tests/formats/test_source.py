from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.formats import bundle
from pressmark.formats.brat import BRAT
from pressmark.formats.csv_rows import CSV
from pressmark.formats.exporting import export
from pressmark.formats.format import NoOptions
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.selection import Selection
from pressmark.formats.source import folder_format, source_at
from pressmark.model.project import Project


def test_a_folder_is_a_set_or_holds_many_sources(example: Project, tmp_path: Path) -> None:
    export(BRAT, Selection(project=example), tmp_path / "set", NoOptions())
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("An article.")
    assert folder_format(tmp_path / "set") is BRAT
    assert folder_format(tmp_path / "articles") is None
    assert folder_format(tmp_path / "none") is None


def test_a_folder_of_too_many_files_holds_sources(
    example: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(BRAT, Selection(project=example), tmp_path / "set", NoOptions())
    monkeypatch.setattr(bundle, "MOST_FILES", 3)
    assert folder_format(tmp_path / "set") is None


@pytest.mark.parametrize("name", ["set", "set.zip"])
def test_many_files_come_as_a_bundle(name: str, example: Project, tmp_path: Path) -> None:
    export(BRAT, Selection(project=example), tmp_path / name, NoOptions())
    source = source_at(tmp_path / name, Path.read_bytes)
    assert source.form is BRAT
    assert source.data == b""
    assert source.bundle is not None
    assert "annotation.conf" in source.bundle.names


def test_a_single_file_in_a_zip_is_what_it_holds(example: Project, tmp_path: Path) -> None:
    export(PRESSMARK_JSONL, Selection(project=example), tmp_path / "set.zip", NoOptions())
    source = source_at(tmp_path / "set.zip", Path.read_bytes)
    assert source.form is PRESSMARK_JSONL
    assert source.data.startswith(b"{")


def test_a_zip_of_something_else_is_a_file_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr("[Content_Types].xml", "<x/>")
    source = source_at(path, Path.read_bytes)
    assert source.form is None
    assert source.data == path.read_bytes()
    assert source_at(path, Path.read_bytes, CSV).form is CSV


def test_what_was_asked_for_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An article.")
    assert source_at(tmp_path / "a.txt", Path.read_bytes).form is None
    assert source_at(tmp_path / "a.txt", Path.read_bytes, CSV).form is CSV
