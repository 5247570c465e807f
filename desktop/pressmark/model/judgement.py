"""What the analyst concludes: judgements, and the words that say how likely and how sure."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pressmark.model.json import Unknown, nothing


class Likelihood(NamedTuple):
    """A word for how likely something is, by its id, and the range that it stands for.

    `low` and `high` are per cent; where two ranges meet, either word may be meant.
    """

    id: str
    low: int
    high: int


LIKELIHOODS: tuple[Likelihood, ...] = (
    Likelihood("almost-no-chance", 1, 5),
    Likelihood("very-unlikely", 5, 20),
    Likelihood("unlikely", 20, 45),
    Likelihood("roughly-even-chance", 45, 55),
    Likelihood("likely", 55, 80),
    Likelihood("very-likely", 80, 95),
    Likelihood("almost-certainly", 95, 99),
)
"""The seven of Intelligence Community Directive 203, from least to most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One thing that the analyst judges to be so: how likely, how sure, and what it rests on.

    `likelihood` is the id of one of `LIKELIHOODS`, `confidence` one of the `CONFIDENCES` of
    annotations. The ids of the annotations in `relies_on` outlive these: that something is gone
    which a judgement rests on is for people to see. Judgements stand by `order`, then by time.
    """

    id: str
    order: int = 0
    statement: str = ""
    likelihood: str | None = None
    confidence: str | None = None
    relies_on: tuple[str, ...] = ()
    annotator: str = ""
    created: str = ""
    changed: str = ""
    unknown: Unknown = field(default_factory=nothing)

    @property
    def place(self) -> tuple[int, str, str]:
        """What judgements are sorted by."""
        return self.order, self.created, self.id
