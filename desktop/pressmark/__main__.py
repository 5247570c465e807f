"""`pressmark`: the window, or with a verb one of the headless commands."""

import sys
from collections.abc import Sequence

from pressmark.cli import VERBS

_INTERRUPTED = 130  # as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window for no argument or a project file, else do what the verb says."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--read-articles"]:
        from pressmark.articles.child import serve  # noqa: PLC0415 -- needs no window and no verb

        return serve()
    if given[:1] == ["self-test"]:
        from pressmark.ui.self_test import main as self_test  # noqa: PLC0415 -- only here needs Qt

        return self_test(given[1:])
    if not given or (len(given) == 1 and _is_project(given[0])):
        from pressmark.ui.application import run  # noqa: PLC0415 -- verbs do without Qt

        return run(given)
    try:
        from pressmark.cli.app import main as headless  # noqa: PLC0415 -- not for the window

        return headless(given)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _is_project(word: str) -> bool:
    return word not in VERBS and word.endswith(".pressmark")


if __name__ == "__main__":
    sys.exit(main())
