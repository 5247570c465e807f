"""Whether the last edit is safe, in a word."""

from PySide6.QtCore import QCoreApplication


def keeping_words(seq: int, kept_seq: int, saved_at: str | None, *, has_place: bool = True) -> str:
    """Return "saved 12:04", "kept", "keeping…" or "not saved yet".

    `seq` counts the edits that were made and `kept_seq` those that are on the disk; `saved_at` is
    when the project file last came to hold all of them, "" where that was before it was opened,
    and None while it does not. A rescued project `has_place` once somebody has saved it as a file
    of their own.
    """
    if saved_at is not None and not has_place:
        return QCoreApplication.translate("panels", "not saved yet")
    if saved_at:
        return QCoreApplication.translate("panels", "saved {time}").format(time=saved_at)
    if saved_at is not None:
        return QCoreApplication.translate("panels", "saved")
    if kept_seq >= seq:
        return QCoreApplication.translate("panels", "kept")
    return QCoreApplication.translate("panels", "keeping…")


def keeping_guidance(
    seq: int, kept_seq: int, saved_at: str | None, *, has_place: bool = True
) -> str:
    """Return what that word means."""
    if saved_at is not None and not has_place:
        return QCoreApplication.translate(
            "panels", "What was rescued has no file of its own yet: File > Save as gives it one."
        )
    if saved_at is not None:
        return QCoreApplication.translate("panels", "The project file holds everything.")
    if kept_seq >= seq:
        return QCoreApplication.translate(
            "panels",
            "Every edit is on the disk, in the journal beside the project file, which follows "
            "at a calm moment.",
        )
    return QCoreApplication.translate("panels", "The last edit is on its way to the disk.")
