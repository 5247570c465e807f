"""Work on a project while its file operations are recorded, and a judge of what is left of it."""

import random
import shutil
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from pressmark.edits.articles import AddArticle
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.model.project import Project
from pressmark.store.history_file import read_history
from pressmark.store.open_project import OpenProject, open_project, read_project
from tests.crash.events import Said
from tests.crash.loss import Lost
from tests.crash.power_cuts import Image
from tests.crash.recorder import Recorder
from tests.store.projects import STAMP, article, names, step, tag

State: TypeAlias = frozenset[str]
"""What a project holds: the ids of its articles and annotations."""

GOING_ON = 0.2
"""The part of what is read that is also opened and worked on."""
GZIP = 31  # zlib's word for a gzip header

LONG = "long " * 1000
PLAN = ("a0", "a1", "save", "a2", "a3+", "a4", "undo", "save", "big", "a5", "a6", "save", "a7")
"""Names are tagged and kept (with a plus: not waited for); "big" is too long for the journal."""
CANCELLED = ("a0", "undo", "save", "a1")
"""Steps after which the file is saved with the very bytes that it had before them."""


def state_of(project: Project) -> State:
    """Return what a project holds."""
    return frozenset((*project.places, *project.articles))


class Work:
    """Work on the project at `path`, with every state that it went through."""

    def __init__(self, path: Path, recorder: Recorder, states: list[State]) -> None:
        self.states = states
        self._recorder, self._path = recorder, path
        self._kept = self._saved = 0
        self._file: OpenProject

    def run(self, plan: tuple[str, ...]) -> None:
        """Open, do what the plan says, and close; what fails is not acknowledged."""
        with suppress(ProjectFileError):
            self._open()
            for name in plan:
                if name == "save":
                    self._save(self._file.save)
                else:
                    self._commit(name.rstrip("+"))
                    if not name.endswith("+"):
                        self._wait()
            self._save(self._file.close)

    def _open(self) -> None:
        self._file = open_project(self._path)
        self._file.require_writable()
        self.states.append(state_of(self._file.project))
        self._say_kept()

    def _commit(self, name: str) -> None:
        now = self.states[-1]
        self.states.append(self.states[-2] if name == "undo" else now | {name})
        self._recorder.say(Said(self._kept, len(self.states) - 1, self._saved))
        if name == "undo":
            self._file.undo(STAMP)
        elif name == "big":
            self._file.commit(step(AddArticle(article(name, LONG))))
        else:
            tag(self._file, name, int(name[1:]))

    def _wait(self) -> None:
        with suppress(ProjectFileError):
            self._file.wait_kept(20)
            self._say_kept()

    def _save(self, how: Callable[[], None]) -> None:
        with suppress(ProjectFileError):
            how()
            self._saved = len(self.states) - 1
            self._say_kept()

    def _say_kept(self) -> None:
        self._kept = len(self.states) - 1
        self._recorder.say(Said(self._kept, self._kept, self._saved))


class Judge:
    """Looks at images: do they open, and hold what was acknowledged?"""

    def __init__(self, project: Path, room: Path) -> None:
        """Lay out in `room` what images have beside the `project` that was worked on."""
        self._folder, self._room, self._project = str(project.parent), room, room / project.name
        self._seen: dict[frozenset[tuple[str, bytes]], State] = {}
        self._dice = random.Random(2)  # noqa: S311 -- samples, not secrets
        self.going_on = GOING_ON
        self.asks_history = True

    def check(self, image: Image, said: Said, states: list[State]) -> None:
        """Read it, with the files beside the project and without: these never hold saved work."""
        beside = {
            path.rpartition("/")[2]: held
            for path, held in image.items()
            if path.rpartition("/")[0] == self._folder
        }
        self._expect(beside, states[said.kept : said.begun + 1])
        alone = {name: held for name, held in beside.items() if name == self._project.name}
        self._expect(alone, states[said.saved : said.begun + 1])
        for path, held in image.items():
            if path.endswith(".gz"):
                zlib.decompress(held, GZIP)

    def _expect(self, files: dict[str, bytes], allowed: list[State]) -> None:
        # What is on its way to another name, and the lock, are nothing that is read.
        held = {name: one for name, one in files.items() if not name.endswith((".tmp", ".lock"))}
        key = frozenset(held.items())
        if key not in self._seen:
            self._seen[key] = self._found(files)
        found = self._seen[key]
        if found not in allowed:
            lost, more = allowed[0] - found, found - allowed[-1]
            raise Lost(f"lost {sorted(lost)}, too much {sorted(more)}")

    def _found(self, files: dict[str, bytes]) -> State:
        """Read the project, and now and then go on with it."""
        shutil.rmtree(self._room, ignore_errors=True)
        self._room.mkdir()
        for name, held in files.items():
            (self._room / name).write_bytes(held)
        found = self._read()
        if self._dice.random() < self.going_on:
            beside = f"{self._project.name}.history" in files
            self._go_on(found, asks_history=self.asks_history and beside)
        return found

    def _read(self) -> State:
        try:
            reading = read_project(self._project)
        except PressmarkError as error:
            raise Lost(f"cannot be opened: {error}") from error
        if reading.opening.conflicts or reading.opening.foreign_journal:
            raise Lost(f"opens with {reading.opening}")
        return state_of(reading.project)

    def _go_on(self, found: State, *, asks_history: bool) -> None:
        with open_project(self._project) as file:
            assert state_of(file.project) == found
            tag(file, "z", 99)
            file.wait_kept(20)
        assert self._read() == found | {"z"}
        if asks_history:
            steps = list(read_history(self._project))
            numbers = [one.seq for one in steps]
            if numbers != [*range(1, len(numbers) + 1)]:
                raise Lost(f"the history tells of {numbers}")
            touched = [one.transaction.touches() for one in steps]
            told = {name for one in touched for name in (*one.annotations, *one.articles)}
            if not found - {"big"} <= told:  # of that the history keeps no edits
                raise Lost(f"the history does not tell of {sorted(found - told)}")
        allowed = {self._project.name + end for end in ("", ".history", ".journal.1")}
        assert set(names(self._room)) <= allowed


def lay_back(image: Image, root: Path) -> None:
    """Leave in `root` what a process that was killed left there: all that it wrote."""
    shutil.rmtree(root)
    for path, held in image.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(held)
