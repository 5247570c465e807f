"""The headless verbs; never imports Qt."""

from collections.abc import Mapping
from types import MappingProxyType

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "new": "projects.new",
        "import": "importing.import_",
        "annotate": "annotating.annotate",
        "amend": "amending.amend",
        "original": "originals.original",
        "export": "exporting.export",
        "formats": "format_lists.formats",
        "check": "questions.check",
        "dump": "questions.dump",
        "find": "questions.find",
        "stats": "questions.stats",
        "backups": "keeping.backups",
        "history": "keeping.history",
        "rescue": "rescuing.rescue",
        "label-set": "label_sets.label_set",
        "merge": "merging.merge_",
        "git-setup": "merging.git_setup",
    }
)
"""Where each verb is: a module of this package and a function; imported when it is asked for."""
