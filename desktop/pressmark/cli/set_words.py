"""What is said of annotation sets: of one that was read, and of what a format loses."""

from collections.abc import Mapping

from pressmark.cli.printing import printable
from pressmark.formats.format import Lost, Remark

_REMARKS: Mapping[str, str] = {
    "counting": "Its offsets count {what}, as its {fact} show.",
    "counting-unsure": "Its offsets may count {what} or something else, and it says no words: "
    "see which of these read right, and say it with --offsets.",
    "end-missing": "Relation {what} is left out: {fact} is not there.",
    "far-relation": "Relation {what} leads into another article, which its type, {fact}, does not "
    "allow; it came in as it is.",
    "found-again": "Stretches that stood elsewhere, and were found by their words: {what}.",
    "new-id": "The id {what} could not be kept; it is {fact} here.",
    "new-label": "The label {what} is new; it was added to the label set.",
    "ignored": "Answers left out that were passed over: {what}.",
    "no-article": "Annotations left out because their articles are not in the project: {what}. "
    "Import those first.",
    "no-place": "Left out, for there is no place for them here (codings of cases, links of other "
    "things than annotations): {what}.",
    "normalisation": "Left out: {what} links to databases.",
    "not-text": "Results left out that tag no stretch of text: {what}.",
    "older": "Annotation {what} is left as it is: it was changed here since.",
    "predictions": "Predictions left out, which nobody has accepted: {what}.",
    "rejected": "Rejected answers left out: {what}.",
    "same-text": "Article {what} has the same text as {fact}.",
    "to-itself": "Relation {what} is left out: it joins an annotation to itself.",
    "twice-in-set": "Article {what} is in the set twice; the first one counts.",
    "widened": "Stretches that cut a character, and have all of it here: {what}.",
}

_LOST: Mapping[str, str] = {
    "blank": "is white space alone",
    "characters": "holds characters that no XML can hold, which are replaced",
    "crosses": "crosses a span of {other}",
    "edges": "loses the white space at its ends",
    "holds": "holds a span of {other}",
    "in-pieces": "has gaps; each of its fragments is a span of its own",
    "inside": "lies inside a span of {other}",
    "line-breaks": "is cut at line breaks",
    "long": "is cut: it is longer than a cell holds",
    "no-target": "has no target",
    "nowhere": "is in an article that cannot be held",
    "other-label": "carries a label that this format is not for",
    "same-span": "has the same span as one of {other}",
}


def remark_sentence(remark: Remark) -> str:
    """Return what there is to say of a source that was read."""
    template = _REMARKS.get(remark.code, "{code}: {what} {fact}")
    return template.format(
        code=remark.code, what=printable(remark.what), fact=printable(remark.fact)
    )


def lost_words(lost: Lost) -> str:
    """Return why an annotation is lost."""
    return _LOST.get(lost.why, lost.why).format(other=printable(lost.other))
