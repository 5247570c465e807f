import threading
from pathlib import Path

import pytest

from pressmark.errors import ProjectFileError
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import (
    OpenProject,
    open_project,
    read_project,
)
from tests.store.projects import names, tag, tags


def test_a_journal_that_cannot_be_read_is_not_written_over(file: OpenProject, path: Path) -> None:
    file.close()
    journal_path(path).mkdir()
    with open_project(path) as again:
        assert again.read_only == "journal-unreadable"
    assert read_project(path).opening.journal_unreadable


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "missing"), (b"", "empty"), (b"\0\1\2", "not-a-project"), (b"{}", "not-a-project")],
)
def test_what_is_no_project_is_refused_with_its_path(
    path: Path, content: bytes | None, code: str
) -> None:
    if content is not None:
        path.write_bytes(content)
    before = names(path.parent)
    with pytest.raises(ProjectFileError) as raised:
        open_project(path)
    assert (raised.value.case, raised.value.facts["path"]) == (code, path)
    assert names(path.parent) == before


def test_a_folder_is_refused(path: Path) -> None:
    with pytest.raises(ProjectFileError, match="is-folder"):
        open_project(path.parent)


def test_readers_see_every_kept_step_while_it_is_saved(file: OpenProject, path: Path) -> None:
    def work() -> None:
        for number in range(60):
            tag(file, f"a{number}", number)
            file.wait_kept()
            kept.append(number)
            if number % 2:
                file.save()

    kept: list[int] = []
    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        before = len(kept)
        seen = read_project(path)
        assert len(tags(seen.project)) >= before
        assert seen.opening.conflicts == ()
    thread.join()
