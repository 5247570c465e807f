"""What holds where pyarrow is missing, too; the rest is asked of `datasets` in tests/interop."""

from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats.exporting import export
from pressmark.formats.hf_parquet import HF_PARQUET
from pressmark.formats.long_file import BEGINNING
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SplitOptions
from pressmark.model.project import Project

ABSENT = replace(HF_PARQUET, package="pressmark_has_no_such_package")


def test_what_is_missing_is_said_before_anything_is_written(
    example: Project, tmp_path: Path
) -> None:
    selection = Selection(project=example)
    for attempt in (
        lambda: ABSENT.losses(selection),
        lambda: export(ABSENT, selection, tmp_path / "out", SplitOptions()),
    ):
        with pytest.raises(FormatError, match="no-package"):
            attempt()
    assert not list(tmp_path.iterdir())


def test_a_package_that_is_there_is_found() -> None:
    assert replace(HF_PARQUET, package="json").is_here
    assert not ABSENT.is_here


def test_tables_are_claimed_by_their_marks() -> None:
    assert HF_PARQUET.claims("x.parquet", b"PAR1 table PAR1")
    assert not HF_PARQUET.claims("x.parquet", b"PAR1 cut off")
    assert HF_PARQUET.claims("x.parquet", b"PAR1".ljust(BEGINNING))  # and who knows what follows
