"""The headless verbs; never imports Qt."""

VERBS = (
    "new",
    "import",
    "annotate",
    "export",
    "formats",
    "check",
    "dump",
    "find",
    "stats",
    "merge",
    "git-setup",
)
"""The verbs by name, here so that telling them from files costs no import."""
