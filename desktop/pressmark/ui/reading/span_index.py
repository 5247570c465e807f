"""What overlaps a stretch of text: found by position, at a cost that long spans do not raise."""

from collections.abc import Iterable, Iterator

from pressmark.model.annotation import Annotation
from pressmark.model.span import Span

_PAGE = 9  # pages of 2**9 = 512 code points,
_STEP = 3  # and each wider kind of page holds 2**3 of the narrower


class SpanIndex:
    """Annotations by the narrowest page that holds all of them, from 512 code points up.

    Each stands on one page only, however long it is; adding and removing touch that page alone.
    """

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._pages: dict[int, dict[int, dict[str, Annotation]]] = {}
        for annotation in annotations:
            self.add(annotation)

    def add(self, annotation: Annotation) -> None:
        """Take in an annotation whose id is not here yet."""
        width, page = _place(annotation)
        self._pages.setdefault(width, {}).setdefault(page, {})[annotation.id] = annotation

    def discard(self, annotation: Annotation) -> None:
        """Forget an annotation, given as it was added."""
        width, page = _place(annotation)
        self._pages.get(width, {}).get(page, {}).pop(annotation.id, None)

    def overlapping(self, span: Span) -> list[Annotation]:
        """Return those whose outer borders overlap `span`, in canonical order."""
        found = [one for one in self._near(span) if one.span.overlaps(span)]
        return sorted(found, key=lambda one: one.order)

    def _near(self, span: Span) -> Iterator[Annotation]:
        for width, pages in self._pages.items():
            for page in range(span.start >> width, (span.end - 1 >> width) + 1):
                if page in pages:
                    yield from pages[page].values()


def _place(annotation: Annotation) -> tuple[int, int]:
    fragments = annotation.fragments
    first, last = fragments[0][0], fragments[-1][1] - 1
    width = _PAGE
    while first >> width != last >> width:
        width += _STEP
    return width, first >> width
