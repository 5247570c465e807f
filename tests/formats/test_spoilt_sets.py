"""Whatever became of a set on its way, reading it ends in edits that fit or in a plain refusal."""

import io
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressmark.articles.reading import read_bytes
from pressmark.cli.messages import sentence
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import PressmarkError
from pressmark.formats.format import Format, ReadRequest
from pressmark.formats.selection import Selection
from pressmark.formats.source import source_at
from pressmark.store.layout import project_bytes
from pressmark.store.project_file import parse_project
from tests.formats import nasty
from tests.formats.sets import HERE, STAMP, bare, files_of, written
from tests.formats.spoilers import Spoilt, packed, spoilt

READ = [one for one in HERE if one.is_written and one.read is not None]
FEW = frozenset({"plain", "emoji", "crlf"})
Spoiler = Callable[[bytes], bytes]
SELECTION = Selection(project=nasty.project(gaps=True), articles=FEW)


@cache
def whole(format_id: str) -> bytes:
    """Return a sound set, which is written once for all that is to become of it."""
    return written(format_id, SELECTION)


@cache
def whole_files(format_id: str) -> dict[str, bytes]:
    """Return the files of a sound set, by name."""
    return files_of(format_id, SELECTION)


@st.composite
def wounds(draw: st.DrawFn) -> Spoiler:
    """Return a function that spoils bytes: cut off, one changed, some doubled or left out."""
    at, end, byte = (draw(st.floats(0, 1)), draw(st.floats(0, 0.1)), draw(st.integers(0, 255)))
    kind = draw(st.sampled_from(["cut", "change", "double", "drop"]))

    def spoil(data: bytes) -> bytes:
        first = int(at * len(data))
        last = min(len(data), first + 1 + int(end * len(data)))
        part = {
            "cut": b"",
            "change": bytes([byte]) + data[first + 1 :],
            "double": data[first:last] * 2 + data[last:],
            "drop": data[last:],
        }[kind]
        return data[:first] + part

    return spoil


def read(form: Format[Any], path: Path) -> None:
    """Read a source as its format and apply what came; only a plain refusal may stop it.

    What comes in is sound: saved and opened again it is the same.
    """
    assert form.read is not None
    project = bare(nasty.label_set())
    try:
        source_at(path, read_bytes)
        source = source_at(path, read_bytes, form)
        request = ReadRequest(
            data=source.data, name=path.name, bundle=source.bundle, project=project, stamp=STAMP
        )
        edits = form.read(request).edits
    except PressmarkError as error:
        said = sentence(type(error)(error.case, **{"path": path.name, **error.facts}))
        assert re.fullmatch(r"[^\n]{1,400}\.", said), said
        return
    after, _ = apply(project, Transaction("Import", edits, STAMP, "import"))
    saved = project_bytes(after)
    assert project_bytes(parse_project(saved).project) == saved


def spoilt_sets(form: Format[Any]) -> Iterator[Spoilt]:
    """Yield a small set of a format spoilt in every way, each of its files in turn."""
    few = Selection(project=nasty.project(gaps=True), articles=frozenset({"emoji"}))
    if form.write is not None:
        yield from spoilt(written(form.id, few))
        return
    files = files_of(form.id, few)
    for name, data in files.items():
        others = {other: held for other, held in files.items() if other != name}
        yield f"no {name}", packed(others)
        yield from ((f"{name}: {how}", packed({**others, name: bad})) for how, bad in spoilt(data))


@pytest.mark.parametrize("form", READ, ids=lambda one: one.id)
def test_no_way_to_spoil_a_set_does_harm(form: Format[Any], tmp_path: Path) -> None:
    path = tmp_path / f"set{form.suffix if form.write else '.zip'}"
    for how, data in spoilt_sets(form):
        print(how)
        path.write_bytes(data)
        read(form, path)


@pytest.mark.parametrize("form", READ, ids=lambda one: one.id)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(spoil=wounds())
def test_a_spoilt_set_does_no_harm(form: Format[Any], spoil: Spoiler, tmp_path: Path) -> None:
    path = tmp_path / f"set{form.suffix}"
    if form.write is not None:
        path.write_bytes(spoil(whole(form.id)))
        read(form, path)
        return
    files = whole_files(form.id)
    for name in files:
        held = io.BytesIO()
        with ZipFile(held, "w") as archive:
            for other, data in files.items():
                archive.writestr(other, spoil(data) if other == name else data)
        (tmp_path / "set.zip").write_bytes(held.getvalue())
        read(form, tmp_path / "set.zip")
