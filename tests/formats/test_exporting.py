from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from math import inf
from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.errors import CancelledError, FormatError, ProjectFileError
from pressmark.formats.csv_rows import CSV
from pressmark.formats.exporting import export
from pressmark.formats.format import EVERYTHING, Format, NoOptions, Piece
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.sets import HERE, written


@pytest.mark.parametrize("form", HERE, ids=lambda form: form.id)
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
    if form.write is not None or form.suffix == ".zip":
        assert path.read_bytes() == written(form.id, example)
    assert path.is_file()
    assert steps[-1] == (2, 2)


def test_cancelling_leaves_what_was_there(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("before")
    with pytest.raises(CancelledError):
        export(CSV, Selection(project=example), path, CSV.options(), cancelled=lambda: True)
    assert [one.name for one in tmp_path.iterdir()] == ["set.csv"]
    assert path.read_text() == "before"


@pytest.mark.parametrize("form", HERE, ids=lambda form: form.id)
def test_cancelling_at_any_piece_leaves_nothing(
    form: Format[object], example: Project, tmp_path: Path
) -> None:
    def write(path: Path, enough: float) -> int:
        asked = count()
        export(
            form,
            Selection(project=example),
            path,
            form.options(),
            cancelled=lambda: next(asked) >= enough,
        )
        return next(asked)

    for name in {f"set{form.suffix}", "set.zip", "set"}:
        (tmp_path / name).mkdir()
        pieces = write(tmp_path / name / name, inf)
        for enough in {0, pieces // 2, pieces - 1}:
            with pytest.raises(CancelledError):
                write(tmp_path / name / f"half-{name}", enough)
        assert not list((tmp_path / name).glob("half-*")), name


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


def write_two(_selection: Selection, options: NoOptions) -> Iterator[Piece]:
    del options
    yield Piece("b/x.txt", b"one")
    yield Piece("b/x.txt", b" two")
    yield Piece("a.txt", b"three")


TWO = replace(CSV, id="two", suffix=".zip", options=NoOptions, write=None, write_files=write_two)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_many_files_make_a_folder_or_a_zip(example: Project, tmp_path: Path) -> None:
    expected = {"a.txt": b"three", "b/x.txt": b"one two"}
    for _ in range(2):  # the second takes the place of the first
        export(TWO, Selection(project=example), tmp_path / "out", NoOptions())
        assert files_in(tmp_path / "out") == expected
    export(TWO, Selection(project=example), tmp_path / "out.zip", NoOptions())
    with ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == expected
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out", "out.zip"]


def test_a_folder_that_holds_other_things_is_left_alone(example: Project, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(TWO, Selection(project=example), tmp_path / "out", NoOptions())
    (tmp_path / "out" / "mine.txt").write_text("mine")
    before = files_in(tmp_path)
    with pytest.raises(ProjectFileError, match="folder-in-use"):
        export(TWO, Selection(project=example), tmp_path / "out", NoOptions())
    assert files_in(tmp_path) == before


def test_a_cancelled_folder_is_as_it_was(example: Project, tmp_path: Path) -> None:
    export(TWO, Selection(project=example), tmp_path / "out", NoOptions())
    before, asked = files_in(tmp_path), iter([False, False, True])
    for name in ("out", "new", "new.zip"):
        asked = iter([False, False, True])
        with pytest.raises(CancelledError):
            export(
                TWO,
                Selection(project=example),
                tmp_path / name,
                NoOptions(),
                cancelled=lambda: next(asked),  # noqa: B023 -- called within this turn
            )
    assert files_in(tmp_path) == before
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_cancelled_main_file_leaves_its_company_as_it_was(
    example: Project, tmp_path: Path
) -> None:
    def write(_selection: Selection, options: NoOptions) -> Iterator[Piece]:
        del options
        yield Piece("articles.offsets", b"new")
        yield Piece("articles.tag", b"new")

    form = replace(TWO, suffix=".tag", write_files=write)
    (tmp_path / "mine.offsets").write_bytes(b"old")
    out = tmp_path / "mine.tag"
    for said in ([True], [False, True]):
        asked = iter(said)
        with pytest.raises(CancelledError):
            export(
                form,
                Selection(project=example),
                out,
                NoOptions(),
                cancelled=lambda: next(asked),  # noqa: B023 -- called within this turn
            )
        assert files_in(tmp_path) == {"mine.offsets": b"old"}
    export(form, Selection(project=example), out, NoOptions())
    assert files_in(tmp_path) == {"mine.offsets": b"new", "mine.tag": b"new"}


def test_a_main_file_has_its_company_beside_it(example: Project, tmp_path: Path) -> None:
    def write(_selection: Selection, options: NoOptions) -> Iterator[Piece]:
        del options
        yield Piece("articles.offsets", b"1")
        yield Piece("articles.tag", b"2")

    form = replace(TWO, suffix=".tag", write_files=write)
    export(form, Selection(project=example), tmp_path / "mine.tag", NoOptions())
    assert files_in(tmp_path) == {"mine.offsets": b"1", "mine.tag": b"2"}
    split = replace(TWO, suffix=".tag", write_files=lambda *_: iter([Piece("dev.tag", b"")]))
    with pytest.raises(FormatError, match="needs-folder"):
        export(split, Selection(project=example), tmp_path / "mine.tag", NoOptions())
    export(split, Selection(project=example), tmp_path / "mine", NoOptions())
    assert (tmp_path / "mine" / "dev.tag").is_file()


def test_two_files_of_an_article_are_one_step(example: Project, tmp_path: Path) -> None:
    pieces = [Piece(name, b"") for name in ("a.txt", "a.ann", "b.txt", "b.ann")]
    form = replace(TWO, write_files=lambda *_: iter(pieces))
    told: list[tuple[int, int]] = []
    selection = Selection(project=example)
    export(
        form,
        selection,
        tmp_path / "out",
        NoOptions(),
        progressed=lambda *one: told.append(one),
    )
    assert told == [(1, 2), (1, 2), (2, 2), (2, 2), (2, 2)]
