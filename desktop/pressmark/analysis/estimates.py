"""Sentences that say in one breath how likely something is and how sure the analyst is of it.

A confidence speaks of the grounds, a likelihood of the matter: Intelligence Community Directive
203 wants the two apart, for "likely, with low confidence" is read in as many ways as by people.
"""

from collections.abc import Iterator

import regex

from pressmark.analysis.sentences import sentence_at
from pressmark.model.span import Span

_CONFIDENCE = regex.compile(
    r"\bconfiden(?:ce|t|tly)\b|\b(?:не)?впевнен\w*|\bдостовірніст\w*", regex.IGNORECASE
)
_LIKELIHOOD = regex.compile(
    r"\b(?:un)?likely\b|\blikelihood\b|\b(?:im)?probabl[ey]\b|\bprobability\b"
    r"|\bchances?\b|\balmost certain(?:ly)?\b|\bodds\b"
    r"|\b(?:мало|не)?ймовірн\w*|\bмайже (?:на)?певн\w*|\bшанс\w*",
    regex.IGNORECASE,
)


def mixed_sentences(text: str, *, is_estimated: bool = False) -> Iterator[Span]:
    """Yield the sentences of `text` that speak of confidence and of likelihood (code points).

    Where the whole text `is_estimated`, a word of confidence is enough.
    """
    end = 0
    for found in _CONFIDENCE.finditer(text):
        if found.start() < end:
            continue
        sentence = sentence_at(text, found.start())
        end = sentence.end
        if is_estimated or _LIKELIHOOD.search(text, sentence.start, sentence.end):
            yield sentence
