"""The fragments of one annotation: kept apart by words that are not its own, else made one."""

from collections.abc import Sequence

from pressmark.model.span import Span


def joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return `spans` ascending; those that overlap, or have only blanks between, are made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def with_fragment(
    text: str, fragments: Sequence[Span], number: int, span: Span
) -> tuple[Span, ...]:
    """Return `fragments` with `span` in the place of one of them; those that meet become one."""
    return joined(text, [*fragments[:number], span, *fragments[number + 1 :]])


def fragment_at(fragments: Sequence[Span], caret: int) -> int | None:
    """Return the number of the fragment that a caret stands in, or at an edge of."""
    return next(
        (at for at, one in enumerate(fragments) if one.start <= caret <= one.end),
        None,
    )
