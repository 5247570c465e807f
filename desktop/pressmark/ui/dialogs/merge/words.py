"""What a merge does to a record, in words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from pressmark.analysis.comings import Coming, What
from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.field_words import fields_words
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

_WHATS: dict[What, str] = {
    "conflict": _t("Both changed"),
    "deleted": _t("Deleted"),
    "kept": _t("Kept"),
    "changed": _t("Changed"),
    "new": _t("New"),
}
KINDS = {
    "annotation": _t("Annotations"),
    "article": _t("Articles"),
    "relation": _t("Relations"),
    "entity": _t("Entities"),
    "annotator": _t("Annotators"),
    "project": _t("Project"),
}
"""What the records of a kind are called, in the order in which they are shown."""


def what_words(what: What) -> str:
    """Return what happens to a record."""
    return translated(_WHATS[what])


def coming_words(coming: Coming, labels: LabelSet) -> str:
    """Return what happens to a record, and in which of its fields."""
    words = what_words(coming.what)
    if coming.what == "kept":
        return QCoreApplication.translate("merge", "Kept: deleted in one file only")
    fields = fields_words(coming.fields, labels) if coming.what in ("conflict", "changed") else ""
    return f"{words}: {fields}" if fields else words


def told_words(name: str, counts: Counter[tuple[What, str]]) -> str:
    """Return what a merge of the file `name` did, once it is done."""
    parts = (
        counted(_t("{n} new annotation"), _t("{n} new annotations"), counts["new", "annotation"]),
        counted(_t("{n} changed"), _t("{n} changed"), counts["changed", "annotation"]),
        counted(_t("{n} deleted"), _t("{n} deleted"), counts["deleted", "annotation"]),
    )
    words = QCoreApplication.translate("merge", "{file} was merged: {counts}.")
    return words.replace("{file}", name).replace("{counts}", ", ".join(parts))
