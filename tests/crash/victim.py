"""A process that works on a project of its own and is killed, over and over."""

import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from pressmark.errors import PressmarkError
from pressmark.store.history_file import read_history
from pressmark.store.open_project import open_project, read_project
from tests.crash.accounts import Account, Change, State, state_of
from tests.crash.loss import Lost
from tests.crash.phases import NAP, Board

ROOT = Path(__file__).parents[2]
BIG = "long " * 220_000
"""A note that is too long for the journal: only a save keeps it."""


class Victim:
    """A face of Pressmark, "annotate" or "window", at work on a copy of the example."""

    def __init__(self, folder: Path, face: str, build: str = "sound") -> None:
        self.room = folder / "room"
        self.room.mkdir(parents=True)
        self.path = self.room / "a.pressmark"
        shutil.copy(ROOT / "seeds" / "example.pressmark", self.path)
        self._folder, self._face, self._build = folder, face, build
        self._names = (f"t{number}" for number in itertools.count())
        self._dice = random.Random()  # noqa: S311 -- instants, not secrets
        self._article = next(iter(read_project(self.path).project.articles))

    def round(self, aim: str) -> str | None:
        """Let it work, and kill it; return in which phase, or None where it was done before.

        Lost: something that was acknowledged is not there any more, or something else is.
        """
        if aim == "backup":  # there is one a day: let this be another
            shutil.rmtree(self._folder / "home", ignore_errors=True)
        board = Board.new(self._folder / "board", aim)
        account = Account(state_of(self.path))
        process = self._started()
        speaker = threading.Thread(target=self._speak, args=(process, account))
        speaker.start()
        phase = self._kill(process, board, account, aim)
        speaker.join()
        assert process.stderr is not None
        with process, process.stderr:
            said = process.stderr.read().decode()
        if "Traceback" in said:
            raise Lost(said)
        self._check(account)
        return phase

    def _started(self) -> "subprocess.Popen[bytes]":
        verb = ["annotate"] if self._face == "annotate" else []
        watched = ["-m", "tests.crash.watched", str(self._folder / "board"), self._build]
        home = str(self._folder / "home")
        return subprocess.Popen(
            [sys.executable, *watched, *verb, str(self.path)],
            cwd=ROOT,
            env={**os.environ, "HOME": home, **_under(home), "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def _kill(
        self, process: "subprocess.Popen[bytes]", board: Board, account: Account, aim: str
    ) -> str | None:
        """Kill it at some instant from when it is in the phase that is aimed at."""
        late = 0 if aim == "opening" else self._dice.randrange(4)
        while process.poll() is None:
            if board.phase == aim and account.kept >= late and (account.kept or aim != "idle"):
                time.sleep(self._dice.random() * 3 * NAP)
                break
            time.sleep(NAP / 10)
        process.kill()
        if process.wait() >= 0:
            return None
        return board.phase

    # ---- what it does, and says it did

    def _speak(self, process: "subprocess.Popen[bytes]", account: Account) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError), process.stdout as out, process.stdin as into:
            if out.readline() == b"READY\n":
                (self._ask if self._face == "annotate" else self._listen)(into, out, account)

    def _ask(self, into: IO[bytes], out: IO[bytes], account: Account) -> None:
        for request, step in self._requests(account.before):
            account.steps.append(step)
            into.write(json.dumps(request).encode() + b"\n")
            into.flush()
            if not out.readline().startswith(b"ACK"):
                return
            account.kept += 1

    def _requests(self, held: State) -> Iterator[tuple[dict[str, object], Change]]:
        """Yield what to ask for, and what is changed by it."""
        for _ in range(self._dice.randrange(3, 8)):
            name, start = next(self._names), self._dice.randrange(400)
            note = BIG if self._dice.random() < 0.03 else self._dice.choice([None, "a note"])
            where = {"article": self._article, "fragments": [[start, start + 40]]}
            yield {"op": "add", "id": name, "label": "claim", "note": note, **where}, (name, note)
            if note == BIG or self._dice.random() < 0.2:
                yield {"op": "remove", "annotation": name}, name
        for name in [one for one, note in held.items() if note == BIG]:
            yield {"op": "remove", "annotation": name}, name

    def _listen(self, _into: IO[bytes], out: IO[bytes], account: Account) -> None:
        for line in out:
            # A line that was cut off was never said.
            match line.decode().partition("\n")[0].split() if line.endswith(b"\n") else []:
                case ["ADD", name]:
                    account.steps.append((name, None))
                case ["REMOVE", name]:
                    account.steps.append(name)
                case ["KEPT", number]:
                    account.kept = int(number)

    # ---- what is left of it

    def _check(self, account: Account) -> None:
        """Read what the kill left, leaving it as it is; and open a copy as anybody would."""
        found = state_of(self.path)
        account.check(found)
        try:
            self._check_opened(found)
        except PressmarkError as error:
            raise Lost(f"cannot be opened: {error}") from error

    def _check_opened(self, found: State) -> None:
        copy = self._folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.room, copy)
        with open_project(copy / self.path.name) as file:
            if file.read_only:
                raise Lost(f"opens read-only: {file.read_only}")
        left = {one.name for one in copy.iterdir()} - {"a.pressmark", "a.pressmark.history"}
        if left:
            raise Lost(f"litter: {left}")
        if state_of(copy / self.path.name) != found:
            raise Lost("opening and closing changed it")
        told = [one.seq for one in read_history(copy / self.path.name)]
        if told != list(range(1, len(told) + 1)):
            raise Lost(f"the history tells of {told}")


def _under(home: str) -> dict[str, str]:
    return {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "STATE")}
