"""The projects that are handed to other programs, and how they are written."""

from pathlib import Path

import pytest

from pressmark.formats.exporting import export
from pressmark.formats.format import Format
from pressmark.formats.options import options_from
from pressmark.formats.registry import format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from tests.formats import nasty

ROOT = Path(__file__).resolve().parents[2]


class Exported:
    """A project that was written in a format: where, and which annotations it lost."""

    def __init__(self, form: Format[object], project: Project, path: Path, **options: str) -> None:
        chosen = options_from(form, options)
        selection = Selection(project=project)
        export(form, selection, path, chosen)
        self.path = path
        self.project = project
        losses = form.losses(selection, chosen).annotations
        self.lost = {one.annotation for one in losses}
        self.trimmed = sum(one.why == "edges" for one in losses)

    def spans(self) -> dict[str, set[tuple[int, int, str]]]:
        """Return the spans of what was not lost, by article."""
        return {
            article.head.id: {
                (*span, one.label)
                for one in article.annotations
                if one.id not in self.lost
                for span in one.fragments
            }
            for article in Selection(project=self.project).opened()
        }

    def texts(self) -> dict[str, str]:
        """Return the texts of the articles."""
        return {one.head.id: one.open().text for one in self.project.shelf()}


class Writer:
    """Writes projects into a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(
        self, format_id: str, name: str, project: Project | None = None, **options: str
    ) -> Exported:
        form = format_by_id(format_id)
        assert form is not None
        return Exported(form, project or nasty.project(), self._folder / name, **options)


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Return a function that writes the nasty project, or another one, in a format."""
    return Writer(tmp_path)


@pytest.fixture(scope="session")
def example() -> Project:
    """Return the finished example project."""
    return parse_project((ROOT / "seeds" / "example.pressmark").read_bytes()).project
