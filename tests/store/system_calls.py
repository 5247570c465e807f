"""Runs one piece of work again and again, with each of its system calls going wrong in turn.

    python system_calls.py FOLDER WAY

WAY is `die` (the process ends just before the call), `twice` (and so does the next one, at some
call of its own), `half` (a write takes half of its bytes, then the process ends), `short` (a
write takes half of its bytes), or the name of a system error that the call fails with (`EIO`), or
that from then on all calls fail with until somebody mends it (`EIO...`). Prints how many calls
there were of each kind; where something is lost, says so and ends with 1.
"""

import errno
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.errors import ProjectFileError
from pressmark.store import journal
from pressmark.store.lock import lock_path
from pressmark.store.open_project import OpenProject, open_project
from tests.store.projects import article, names, started, step, tag, tags

CALLS = (
    "open", "write", "fsync", "fdatasync", "replace", "unlink", "ftruncate", "fchmod", "fchown",
    "lseek", "read", "mkdir", "fstat",
)  # fmt: skip
STAMP = Stamp("anna", "2024-05-31T14:05:00Z")
whole_write, whole_open = os.write, os.open


class Trouble:
    """Counts system calls, and lets the `at`-th go wrong."""

    def __init__(self, way: str, at: int) -> None:
        self.way, self.at, self.seen, self.over = way, at, 0, False
        self.hit = ""

    def install(self) -> None:
        for name in CALLS:
            setattr(os, name, self._troubled(name, getattr(os, name)))

    def _troubled(self, name: str, whole: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            if self.over or (self.way in ("half", "short") and name != "write"):
                return whole(*args, **named)
            self.seen += 1
            if self.seen == self.at or (self.way.endswith("...") and self.seen > self.at):
                self.hit = self.hit or name
                return self._strike(name, whole, *args)
            return whole(*args, **named)

        return call

    def _strike(self, name: str, whole: Callable[..., object], *args: object) -> object:
        taken: object = None
        if self.way in ("half", "short"):
            handle, data = args
            taken = whole(handle, data[: (len(data) + 1) // 2])
        if self.way in ("die", "twice", "half"):
            note(f"HIT {name}")
            os._exit(9)
        if self.way != "short":
            number = getattr(errno, self.way.rstrip("."))
            raise OSError(number, os.strerror(number))
        return taken


def note(line: str) -> None:
    """Tell the parent: by a file, through calls that nothing troubles."""
    handle = whole_open(os.environ["NOTES"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    whole_write(handle, f"{line}\n".encode())
    os.close(handle)


def work(file: OpenProject) -> None:
    """Tag, save, import, undo: acknowledging what is kept, carrying on after what fails."""
    for number in range(3):
        keep(file, f"a{number}")
    attempt(file.save)
    keep(file, "a3")
    file.commit(step(AddArticle(article("big", "long " * 210_000))))
    keep(file, "a4")
    keep(file, "a5")
    note("GONE a5")
    file.undo(STAMP)
    attempt(lambda: file.wait_kept(20))
    attempt(file.save)
    keep(file, "a6")


def keep(file: OpenProject, name: str) -> None:
    note(f"BEGUN {name}")
    tag(file, name, int(name[1:]))
    note(f"DONE {name}")
    if attempt(lambda: file.wait_kept(20)):
        note(f"KEPT {name}")


def attempt(what: Callable[[], None]) -> bool:
    """Do it; a plain error is told, never a traceback."""
    try:
        what()
    except ProjectFileError as error:
        note(f"ERROR {error.case}")
        return False
    return True


def child(path: Path, way: str, at: int) -> None:
    """Do the work with trouble at one call; then the trouble is over, and everything is saved."""
    journal._RETRY_AFTER = 0.05  # seconds: what waits for the disk to mend is not tested here
    trouble = Trouble(way, at)
    trouble.install()
    try:
        file = open_project(path)
    except ProjectFileError as error:
        note(f"ERROR {error.case}")
        note(f"HIT {trouble.hit}")
        return
    if file.read_only:
        file.close()
    else:
        work(file)
        trouble.over = True
        check_image(path)
        file.save()
        file.close()
        note("SAVED")
    if trouble.hit:
        note(f"HIT {trouble.hit}")


def heir(path: Path, at: int) -> None:
    """Open what a crash left, go on with it, and crash too."""
    Trouble("die", at).install()
    with open_project(path) as file:
        for number in range(7, 10):
            keep(file, f"a{number}")


def in_child(what: Callable[[], None]) -> None:
    """Do it in a process of its own, and wait for the end of that."""
    pid = os.fork()
    if not pid:
        try:
            what()
        except BaseException as error:
            note(f"LOST {type(error).__name__}: {error}")
            raise
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def check_image(path: Path) -> None:
    """See what would be found if the machine went off now: everything acknowledged."""
    image = path.parent.with_name(f"{path.parent.name}-image")
    shutil.copytree(path.parent, image)
    lock_path(image / path.name).unlink(missing_ok=True)
    with open_project(image / path.name) as found:
        check(tags(found.project), notes())
    shutil.rmtree(image)


def notes() -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    path = Path(os.environ["NOTES"])
    for line in path.read_text().splitlines() if path.exists() else ():
        kind, _, what = line.partition(" ")
        said.setdefault(kind, []).append(what)
    return said


def check(found: set[str], said: dict[str, list[str]], *, everything: bool = False) -> None:
    gone = set(said.get("GONE", ()))
    wanted = set(said.get("DONE" if everything else "KEPT", ())) - gone
    assert wanted <= found, f"lost {sorted(wanted - found)}, found {sorted(found)}"
    assert found - gone <= set(said.get("BEGUN", ())) | {"before"}, f"found {sorted(found)}"


def round_of(folder: Path, seed: Path, way: str, at: int) -> str:
    """Do one round; return which call went wrong, or "" where there was no such call any more."""
    room = folder / f"{at}"
    shutil.copytree(seed, room)
    path = room / "a.pressmark"
    os.environ["NOTES"] = str(folder / f"{at}.notes")
    in_child(lambda: child(path, way, at))
    hit = notes().get("HIT", [""])[0]
    if way == "twice":
        in_child(lambda: heir(path, at * 7 % 40 + 1))
    said = notes()
    assert "LOST" not in said, f"{way} at call {at}: {said}"
    for _ in range(2):  # and once more: what the first opening did must last
        with open_project(path) as again:
            assert again.read_only is None, again.read_only
            assert not again.opening.conflicts, again.opening.conflicts
            assert again.opening.journal_damaged is None
            check(tags(again.project), said, everything="SAVED" in said and way != "twice")
    assert names(room) in (["a.pressmark"], ["a.pressmark", "a.pressmark.history"]), names(room)
    shutil.rmtree(room)
    return hit


def main() -> None:
    folder, way = Path(sys.argv[1]), sys.argv[2]
    seed = folder / "seed"
    seed.mkdir()
    file = started(seed / "a.pressmark")
    tag(file, "before", 50)
    file.close()
    hits: Counter[str] = Counter()
    for at in count(1):
        try:
            hit = round_of(folder, seed, way, at)
        except AssertionError as error:
            sys.exit(f"{way} at call {at}: {error}; {notes()}")
        if not hit:
            break
        hits[hit] += 1
    print(way, dict(hits))


if __name__ == "__main__":
    main()
