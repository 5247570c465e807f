"""The example project as a copy of this user's own, to be written in and put back as it was."""

from pathlib import Path

from pressmark.paths import seed, state_folder
from pressmark.store.disk import failure, read_file
from pressmark.store.save import write_file

_SEED = "example.pressmark"


def example_path() -> Path:
    """Return where this user's copy of the example is, or will be."""
    return state_folder() / "example" / _SEED


def put_example() -> Path:
    """Make this user's copy of the example where there is none yet; return its path.

    ProjectFileError: it cannot be written.
    """
    path = example_path()
    if not path.exists():
        _copy(seed(_SEED), path)
    return path


def reset_example() -> None:
    """Put the example back as it was at first; what it was before is kept until the next time.

    Nobody may have it open. ProjectFileError: nothing changed.
    """
    path = example_path()
    if path.exists():
        _copy(path, _before(path))
    _copy(seed(_SEED), path)


def unreset_example() -> None:
    """Take back the last `reset_example` (ProjectFileError `missing`: there was none)."""
    path = example_path()
    _copy(_before(path), path)


def _before(path: Path) -> Path:
    return path.with_name(f"before-reset-{path.name}")


def _copy(source: Path, target: Path) -> None:
    content = read_file(source)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(error, target) from error
    write_file(target, [content])
