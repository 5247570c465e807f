"""What a finding is called, and what mends it, in a few words."""

from collections.abc import Iterable

from pressmark.analysis.finding import Finding
from pressmark.edits.annotations import MoveAnnotation, SetAttributes
from pressmark.edits.edit import Edit
from pressmark.edits.relations import RemoveRelation
from pressmark.model.attribute import Value, anchors
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import in_marks, translated
from pressmark.ui.words import phrase as _t

_WORDS = {
    "after-publication": _t("Was said on {fact}, after the article was published"),
    "denies-nothing": _t("Denies nothing yet"),
    "earlier-text": _t("Stays with an earlier text"),
    "ends-early": _t("Ends before it begins"),
    "entity-without-type": _t("Names {fact}, which has no type"),
    "far-relation": _t("Has a relation, {fact}, that may not lead into another article"),
    "form-differs": _t("Is called {fact}, and is not by its quotation marks"),
    "groundless": _t("Judgement {fact} relies on no annotation"),
    "in-zone": _t("Lies in boilerplate"),
    "into-zone": _t("Reaches into boilerplate"),
    "lonely-mark": _t("Ends between two quotation marks"),
    "lost-ground": _t("Judgement {fact} relies on an annotation that is gone"),
    "nearly-twice": _t("Is tagged nearly the same twice"),
    "no-actor": _t("{fact} is missing"),
    "no-gap": _t("Has fragments that nothing parts"),
    "no-such-day": _t("There is no {fact} in the calendar"),
    "no-words": _t("Tags no words"),
    "odd-attribute": _t("{fact} does not fit"),
    "odd-relation": _t("Has a relation, {fact}, that does not fit"),
    "open-mark": _t("Has a quotation mark without its second"),
    "ragged": _t("Cuts a word, or begins or ends with a blank"),
    "relation-stated": _t("Repeats as a relation, {fact}, what an attribute says"),
    "relation-twice": _t("Has the relation {fact} twice"),
    "same-name": _t("Names {fact}, as another entity is called"),
    "stray-cue": _t("{fact} stands in another paragraph"),
    "too-long": _t("Is too long: {fact}"),
    "twice": _t("Is tagged twice"),
    "two-estimates": _t("Judgement {fact} mixes confidence and likelihood in one sentence"),
    "unknown-label": _t("Has a label that the label set does not know"),
}
_MENDS = {
    "denies-nothing": _t("Relate to what it denies"),
    "ends-early": _t("Swap the two dates"),
    "far-relation": _t("Remove the relation"),
    "form-differs": _t("Set {words}"),
    "in-zone": _t("Take out of boilerplate"),
    "into-zone": _t("Take out of boilerplate"),
    "lonely-mark": _t("Take in both marks, or none"),
    "lost-ground": _t("Rely on it no more"),
    "nearly-twice": _t("Merge the two"),
    "no-actor": _t("Name {words}"),
    "no-gap": _t("Join the fragments"),
    "no-such-day": _t("Leave the day out"),
    "no-words": _t("Delete it"),
    "odd-attribute": _t("Set {words}"),
    "odd-relation": _t("Turn it round"),
    "ragged": _t("Take whole words"),
    "relation-stated": _t("Remove the relation"),
    "relation-twice": _t("Remove one of them"),
    "same-name": _t("Merge the two entities"),
    "stray-cue": _t("Take it away"),
    "twice": _t("Merge the two"),
    "unknown-label": _t("Take the label that is meant"),
}
_TAKE_IN = _t("Take in the quotation marks")
_TAKE_AWAY = _t("Take it away")

CODES = frozenset(_WORDS)
"""What there are words for."""


def finding_words(finding: Finding) -> str:
    """Return what is worth a look."""
    return translated(_WORDS[finding.code]).format(fact=one_line(finding.fact))


def mend_words(finding: Finding, edits: Iterable[Edit]) -> str:
    """Return what mending would do."""
    words = ""
    template = _MENDS[finding.code]
    for edit in edits:
        match edit:
            case SetAttributes(values=values):
                words = ", ".join(filter(None, map(_shown, values.values())))
                template = template if words else _TAKE_AWAY
            case MoveAnnotation() if finding.code == "form-differs":
                template = _TAKE_IN
            case RemoveRelation() if finding.code == "odd-relation":
                template = _MENDS["relation-stated"]
    return translated(template).format(words=one_line(words))


def _shown(value: Value) -> str:
    """Return an attribute's new value; "" where it goes."""
    texts = [anchor.text or "" for anchor in anchors(value)]
    texts = texts or ([value] if isinstance(value, str) else [])
    return ", ".join(in_marks(text) for text in texts if text)
