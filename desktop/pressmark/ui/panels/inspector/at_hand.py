"""The annotations that can be looked at while somebody enters a field."""

from collections.abc import Iterator
from time import monotonic

from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.ui.session import Session

_PATIENCE = 0.03
"""Seconds that entering a field may take for this."""


def annotations_at_hand(session: Session) -> Iterator[Annotation]:
    """Yield annotations of the project, those of the open article first, as far as time allows."""
    until, here = monotonic() + _PATIENCE, session.article
    yield from here.annotations if here else ()
    for shelved in session.project.current():
        if monotonic() > until:
            return
        if here is None or shelved.head.id != here.head.id:
            try:
                yield from shelved.open().annotations
            except PressmarkError:
                continue
