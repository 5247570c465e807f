"""Tagging, saving, crashing, coming back, in any order: the project is what was done to it."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pressmark.edits.articles import AddArticle
from pressmark.edits.frame import RenameProject
from pressmark.edits.removals import removal
from pressmark.model.project import Project
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import OpenProject, open_project, project_bytes, read_project
from tests.store.projects import STAMP, article, crashed, started, step, tag


class AnyOrder(RuleBasedStateMachine):
    """One project through the hands of several processes, each killed or ended well."""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")  # noqa: S108 -- a folder of its own in there
        self.folder = Path(mkdtemp(dir=memory if memory.is_dir() else None))
        self.made = 0
        self.can_undo = self.can_redo = 0

    @initialize()
    def begin(self) -> None:
        (self.folder / "0").mkdir()
        self.file: OpenProject = started(self.folder / "0" / "a.pressmark")

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
        shutil.rmtree(self.folder)

    def number(self) -> int:
        self.made += 1
        return self.made

    def done(self) -> None:
        self.can_undo += 1
        self.can_redo = 0

    @rule(start=st.integers(0, 1000))
    def add(self, start: int) -> None:
        tag(self.file, f"n{self.number()}", start)
        self.done()

    @precondition(lambda self: self.file.project.places)
    @rule(which=st.integers(0))
    def remove(self, which: int) -> None:
        names = sorted(self.file.project.places)
        self.file.commit(step(*removal(self.file.project, names[which % len(names)])))
        self.done()

    @rule()
    def rename(self) -> None:
        self.file.commit(step(RenameProject(f"Title {self.number()}")))
        self.done()

    @rule(big=st.booleans())
    def import_article(self, *, big: bool) -> None:
        number = self.number()
        text = f"article {number} " * (100_000 if big else 1)
        self.file.commit(step(AddArticle(article(f"b{number}", text))))
        self.done()

    @precondition(lambda self: self.can_undo)
    @rule()
    def undo(self) -> None:
        self.file.undo(STAMP)
        self.can_undo -= 1
        self.can_redo += 1

    @precondition(lambda self: self.can_redo)
    @rule()
    def redo(self) -> None:
        self.file.redo()
        self.can_undo += 1
        self.can_redo -= 1

    @rule()
    def save(self) -> None:
        self.file.save()

    @rule()
    def end(self) -> None:
        self.file.close()
        assert not journal_path(self.file.path).exists()
        self.come_back(self.file.path, self.file.project)

    @rule(cut=st.integers(0, 100))
    def crash(self, cut: int) -> None:
        """Die once all is kept; what was being written then, of a next step, is cut off."""
        self.file.wait_kept()
        copy = crashed(self.file, self.folder / f"crash {self.number()}")
        self.file.close()
        if journal_path(copy).exists():
            with journal_path(copy).open("ab") as journal:
                journal.write((b'{"seq": 77, "transaction": {"title"' * 3)[:cut])
        self.come_back(copy, self.file.project)

    def come_back(self, path: Path, project: Project) -> None:
        self.file = open_project(path)
        assert self.file.opening.conflicts == ()
        assert self.file.opening.journal_damaged is None
        assert project_bytes(self.file.project) == project_bytes(project)
        self.can_undo = self.can_redo = 0

    @invariant()
    def readers_see_what_is_kept(self) -> None:
        if hasattr(self, "file"):
            self.file.wait_kept()
            seen = read_project(self.file.path).project
            assert project_bytes(seen) == project_bytes(self.file.project)


AnyOrder.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestAnyOrder = AnyOrder.TestCase
