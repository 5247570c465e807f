"""Pressmark as it is, or sabotaged, noting what it is doing: see `phases`.

    python -m tests.crash.watched BOARD BUILD [annotate] PROJECT

BUILD is "sound" or the name of one of `sabotage.BUILDS`. Without a verb it is the window, at whose
keys sits a typist.
"""

import sys
from pathlib import Path

from pressmark.__main__ import main
from tests.crash.phases import Board, watch
from tests.crash.sabotage import BUILDS


def run(board: Path, build: str, words: list[str]) -> int:
    if build != "sound":
        BUILDS[build](setattr)
    watch(Board(board))
    if words[0] != "annotate":
        from tests.crash.typist import seat  # noqa: PLC0415 -- only the window needs Qt

        seat()
    return main(words)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
