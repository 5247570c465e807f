"""Saving at the end of a verb, whatever others did to the file meanwhile."""

from pressmark.cli.printing import counted, printable, say
from pressmark.edits.edit import Stamp
from pressmark.errors import ProjectFileError
from pressmark.store.open_project import OpenProject

_TITLE = "Merge what was saved elsewhere"


def save(file: OpenProject, stamp: Stamp, *, lossy: bool = False) -> None:
    """Save a project; what somebody else saved since it was read is merged, never overwritten.

    ProjectFileError: nothing was saved, the journal has what was done; `would-lose` unless
    `lossy`.
    """
    try:
        file.save(lossy=lossy)
    except ProjectFileError as error:
        theirs = file.outside() if error.case == "changed-outside" else None
        if theirs is None:
            raise
        union = file.united_with(theirs)
        file.take_in(union, _TITLE, stamp)
        file.save(lossy=lossy)
        conflicts = counted(len(union.merged.conflicts), "conflict")
        name = printable(file.path.name)
        say(f"{name} was changed by something else meanwhile; both were merged, with {conflicts}.")
