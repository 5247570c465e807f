"""`pressmark merge` and `pressmark git-setup`: two analysts' files become one."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from pressmark.cli.parameters import ProjectFile
from pressmark.cli.printing import counted, printable, say
from pressmark.edits.label_set_merge import Choice, choices
from pressmark.edits.merge import Merged, merge
from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.model.project import Project
from pressmark.store.bases import Base, common_base, side_of
from pressmark.store.lineage import united
from pressmark.store.open_project import read_project, write_copy

_ATTRIBUTES = "*.pressmark -text diff merge=pressmark"
_IGNORED = (
    "*.pressmark.journal",
    "*.pressmark.journal.*",
    "*.pressmark.history",
    "*.pressmark.backups/",
    "*.pressmark.lock",
    ".pressmark-*.tmp",
)


def merge_(
    ours: ProjectFile,
    theirs: ProjectFile,
    output: Annotated[Path, typer.Option(help="The united project.", readable=False)],
    base: Annotated[
        Path | None, typer.Option(help="The file that both grew from.", readable=False)
    ] = None,
) -> None:
    """Unite two analysts' files; what both changed differently is kept twice and listed.

    Without a base, the last version that both have in their past is looked for.
    """
    inputs = [path for path in (ours, theirs, base) if path is not None]
    if output.exists() and not any(output.samefile(path) for path in inputs if path.exists()):
        raise ProjectFileError("exists", path=output)
    mine, yours = side_of(ours), side_of(theirs)
    found = _base(base) if base is not None else common_base(mine, yours)
    merged = merge(found.project if found else None, mine.project, yours.project)
    write_copy(merged.project, output, united(mine.states, yours.states))
    if base is None:
        _tell_base(found)
    _report(merged, mine.project, yours.project)
    sets = [one.label_set for one in (mine.project, yours.project, merged.project)]
    _report_labels(choices(found.project.label_set if found else None, *sets))


def _base(path: Path) -> Base | None:
    """Read the base; git hands over an empty file where there is none."""
    if path.is_file() and path.stat().st_size == 0:
        return None
    return Base(read_project(path).project)


def _tell_base(base: Base | None) -> None:
    if base is None:
        say("No common version is known: everything of both is kept.")
    elif base.since is None:
        say("One of the two has grown from the other as it is.")
    else:
        say(f"Compared with what both had until {base.since}.")


def _report(merged: Merged, mine: Project, yours: Project) -> None:
    now = set(merged.project.places)
    say(
        f"{counted(len(now), 'annotation')}: {len(now - set(mine.places))} new to ours, "
        f"{len(now - set(yours.places))} new to theirs, "
        f"{len({*mine.places, *yours.places} - now)} deleted."
    )
    for kept in merged.kept:
        say(f"Kept {printable(kept)}: one side deleted it, the other changed or needs it.")
    for conflict in merged.conflicts:
        where = f"; the other version is {conflict.copy}" if conflict.copy else ""
        where = where or "; the file keeps both versions, and `pressmark check` lists them"
        say(f"Both sides changed {conflict.kind} {printable(conflict.id)}{where}.")


def _report_labels(chosen: Iterable[Choice]) -> None:
    """Say of each field of the label set that both changed what was taken, and what was left."""
    for one in chosen:
        ours, theirs = ("taken", "left") if one.is_ours else ("left", "taken")
        where = "label set" if one.kind == "label_set" else f"{one.kind} {printable(one.id)}"
        taken, left = (_value(value) for value in (one.taken, one.left))
        values = f": took {taken}, left {left}" if taken and left else ""
        say(f"Both sides changed {one.field} of {where}; ours is {ours}, theirs {theirs}{values}.")


def _value(value: object) -> str:
    """Return a value in quotes where it is a text, else ""."""
    return f'"{printable(value)}"' if isinstance(value, str) else ""


def git_setup(
    folder: Annotated[
        Path, typer.Argument(help="A folder of a git checkout.", readable=False)
    ] = Path(),
) -> None:
    """Make git merge project files with Pressmark; ignore what stands beside them."""
    git = shutil.which("git")
    if git is None:
        raise PressmarkError("no-git")
    top = _git(git, folder, "rev-parse", "--show-toplevel")
    program = shlex.join([sys.executable, "-m", "pressmark", "merge"])
    driver = f"{program} %A %B --base %O --output %A"
    _git(git, folder, "config", "merge.pressmark.name", "Pressmark project")
    _git(git, folder, "config", "merge.pressmark.driver", driver)
    root = Path(top)
    _append(root / ".gitattributes", (_ATTRIBUTES,))
    _append(root / ".gitignore", _IGNORED)
    say(f"git merges .pressmark files in {printable(top)} with Pressmark now.")
    say("Commit .gitattributes and .gitignore; each clone needs `pressmark git-setup` once.")


def _git(git: str, folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 -- git itself, no shell, arguments of our own
        [git, "-C", str(folder), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PressmarkError("git-failed", folder=folder, reason=done.stderr.strip())
    return done.stdout.strip()


def _append(path: Path, lines: tuple[str, ...]) -> None:
    """Add lines that a text file does not have yet."""
    held = path.read_text("utf-8") if path.exists() else ""
    missing = [line for line in lines if line not in held.split("\n")]
    if missing:
        gap = "" if not held or held.endswith("\n") else "\n"
        path.write_text(held + gap + "".join(f"{line}\n" for line in missing), "utf-8")
