"""What a finding is called, in a few words."""

from pressmark.analysis.finding import Finding
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_WORDS = {
    "denies-nothing": _t("Denies nothing yet"),
    "earlier-text": _t("Stays with an earlier text"),
    "entity-without-type": _t("Names {fact}, which has no type"),
    "in-zone": _t("Lies in boilerplate"),
    "lonely-mark": _t("Ends between two quotation marks"),
    "no-actor": _t("Names nobody"),
    "odd-attribute": _t("Has an attribute that the label does not offer"),
    "odd-relation": _t("Has a relation that does not fit"),
    "ragged": _t("Cuts a word, or begins or ends with a blank"),
    "too-long": _t("Has a text that is too long"),
    "twice": _t("Is tagged twice"),
    "unknown-label": _t("Has a label that the label set does not know"),
}
_MENDS = {
    "in-zone": _t("Take out of boilerplate"),
    "lonely-mark": _t("Take in both marks, or none"),
    "no-actor": _t("Name {words}"),
    "ragged": _t("Take whole words"),
    "twice": _t("Merge the two"),
}

CODES = frozenset(_WORDS)
"""What there are words for."""


def finding_words(finding: Finding) -> str:
    """Return what is worth a look."""
    return translated(_WORDS[finding.code]).format(fact=finding.fact)


def mend_words(finding: Finding, words: str) -> str:
    """Return what mending would do; `words` are those that it would name."""
    return translated(_MENDS[finding.code]).format(words=words)
