from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from pressmark.errors import FormatError
from pressmark.formats import bundle, source
from pressmark.formats.brat import BRAT
from pressmark.formats.conll import CONLL
from pressmark.formats.csv_rows import CSV
from pressmark.formats.doccano import DOCCANO
from pressmark.formats.exporting import export
from pressmark.formats.format import Format, NoOptions, ReadRequest
from pressmark.formats.hf_jsonl import HF_JSONL
from pressmark.formats.label_studio import LABEL_STUDIO
from pressmark.formats.long_file import LongFile
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.prodigy import PRODIGY
from pressmark.formats.selection import Selection
from pressmark.formats.source import folder_format, source_at, streamed
from pressmark.model.project import Project
from tests.formats.sets import STAMP, bare

LINES = (PRESSMARK_JSONL, HF_JSONL, DOCCANO, PRODIGY, LABEL_STUDIO, CONLL)


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


@pytest.mark.parametrize("form", LINES, ids=lambda one: one.id)
@pytest.mark.parametrize("ending", ["", ".zip"])
def test_what_is_too_large_to_be_held_is_read_all_the_same(
    form: Format[Any],
    ending: str,
    example: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / f"set{form.suffix}{ending}"
    export(form, Selection(project=example), path, form.options())
    held = source_at(path, Path.read_bytes)
    monkeypatch.setattr(source, "HELD", 100)
    told: list[tuple[int, int]] = []
    long = source_at(path, Path.read_bytes).watched(lambda *one: told.append(one))
    assert isinstance(long.data, LongFile) or long.bundle is not None
    assert long.form is held.form is form
    assert form.read is not None
    one, two = (
        form.read(
            ReadRequest(data=one.data, name="x", bundle=one.bundle, project=bare(), stamp=STAMP)
        )
        for one in (held, long)
    )
    assert one == two
    assert one.articles
    assert not isinstance(long.data, LongFile) or told[-1] == (long.data.size, long.data.size)


def test_what_is_too_large_and_no_set_is_left_to_who_reads_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"An article.")
    monkeypatch.setattr(source, "HELD", 10)
    assert source_at(path, lambda _path: b"read").held == b"read"


def test_what_comes_through_a_pipe_waits_on_the_disk(
    example: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "set.jsonl"
    export(PRESSMARK_JSONL, Selection(project=example), path, NoOptions())
    monkeypatch.setattr(source, "HELD", 100)
    with path.open("rb") as stream:
        found = streamed("-", stream)
    assert found.form is PRESSMARK_JSONL
    assert isinstance(found.data, LongFile)
    assert found.data.whole() == path.read_bytes()
    with pytest.raises(FormatError, match="too-large"):
        assert streamed("-", BytesIO(b"x" * 101)).held
