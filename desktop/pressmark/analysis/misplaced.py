"""Annotations whose words do not stand where they say: telling, and finding them again."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from pressmark.edits.reanchoring import Carrier
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span

_ENOUGH = 1000
"""How many places of a common word are looked at before it counts as not found."""


def stands(text: str, annotation: Annotation) -> bool:
    """Say whether an annotation's words are what stands at its fragments in its article's text."""
    there = (text[start:end] for start, end in annotation.fragments)
    return fits(text, annotation.fragments) and annotation.text == tuple(there)


def fits(text: str, fragments: tuple[Span, ...]) -> bool:
    """Say whether these can be the fragments of an annotation of `text`."""
    return all(one.fits(len(text)) for one in fragments) and all(
        one.end <= following.start for one, following in pairwise(fragments)
    )


def places(text: str, annotation: Annotation, most: int = _ENOUGH) -> list[tuple[Span, ...]]:
    """Return where the annotation's words stand, with the most of its context that is anywhere.

    These are the first of them, `most` at most.
    """
    if not all(annotation.text) or len(annotation.text) != len(annotation.fragments):
        return []
    prefix, suffix = annotation.prefix, annotation.suffix
    for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
        if found := list(islice(_between(text, annotation, before, after), most)):
            return found
    return []


def found_again(text: str, annotation: Annotation) -> tuple[Span, ...] | None:
    """Return where the words seem to stand, nearest to where they should; None for nowhere.

    Words that changed are looked for as those of another version of the text: the one that has
    the annotation's words and context where it says.
    """
    start = annotation.fragments[0].start
    exact = places(text, annotation)
    if exact:
        return min(exact, key=lambda one: abs(one[0].start - start))
    remembered, fragments = _remembered(text, annotation)
    carried = Carrier(remembered, text).annotation(replace(annotation, fragments=fragments))
    return carried.fragments if carried else None


def _remembered(text: str, annotation: Annotation) -> tuple[str, tuple[Span, ...]]:
    """Return the text as the annotation knows it, and the fragments in that."""
    outer, prefix, suffix = annotation.span, annotation.prefix, annotation.suffix
    known = text[: max(0, outer.start - len(prefix))] + prefix
    last, fragments = outer.start, []
    for fragment, words in zip(annotation.fragments, annotation.text, strict=False):
        known += text[last : fragment.start]
        fragments.append(Span(len(known), len(known) + len(words)))
        known += words
        last = fragment.end
    return known + suffix + text[outer.end + len(suffix) :], tuple(fragments)


def _between(
    text: str, annotation: Annotation, before: str, after: str
) -> Iterator[tuple[Span, ...]]:
    """Yield where all fragments' texts stand at their distances, between `before` and `after`."""
    first = annotation.fragments[0].start
    for at in islice(_occurrences(text, before + annotation.text[0]), _ENOUGH):
        shift = at + len(before) - first
        spans = tuple(
            Span(fragment.start + shift, fragment.start + shift + len(piece))
            for fragment, piece in zip(annotation.fragments, annotation.text, strict=True)
        )
        if (
            fits(text, spans)
            and tuple(text[start:end] for start, end in spans) == annotation.text
            and text.startswith(after, spans[-1].end)
        ):
            yield spans


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
