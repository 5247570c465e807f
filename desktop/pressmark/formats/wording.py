"""The words of a report in one language: phrases of the catalogue, counts, numbers and dates.

What comes from a project stays as it is: titles of labels and attributes are in its language.
"""

import re
from collections.abc import Callable

from pressmark.catalogue import catalogue_of
from pressmark.model.judgement import Likelihood
from pressmark.phrases import phrase

Words = Callable[[str, str, int], str | None]
"""From context, English and how many things it is about (or -1) to the words, or None."""

_DAYS = (
    phrase("{day} January {year}"), phrase("{day} February {year}"), phrase("{day} March {year}"),
    phrase("{day} April {year}"), phrase("{day} May {year}"), phrase("{day} June {year}"),
    phrase("{day} July {year}"), phrase("{day} August {year}"), phrase("{day} September {year}"),
    phrase("{day} October {year}"), phrase("{day} November {year}"),
    phrase("{day} December {year}"),
)  # fmt: skip
_MONTHS = (
    phrase("January {year}"), phrase("February {year}"), phrase("March {year}"),
    phrase("April {year}"), phrase("May {year}"), phrase("June {year}"), phrase("July {year}"),
    phrase("August {year}"), phrase("September {year}"), phrase("October {year}"),
    phrase("November {year}"), phrase("December {year}"),
)  # fmt: skip
_KNOWN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
_LIKELIHOODS = {
    "almost-no-chance": phrase("almost no chance"),
    "very-unlikely": phrase("very unlikely"),
    "unlikely": phrase("unlikely"),
    "roughly-even-chance": phrase("roughly even chance"),
    "likely": phrase("likely"),
    "very-likely": phrase("very likely"),
    "almost-certainly": phrase("almost certainly"),
}
_CONFIDENCES = {
    "low": phrase("low"),
    "moderate": phrase("moderate"),
    "high": phrase("high"),
}


def _english(_context: str, _source: str, _count: int = -1) -> None:
    """Have no other words."""


class Wording:
    """What a report says by itself, in a `language` of `catalogue.languages()`."""

    def __init__(self, language: str = "en", words: Words | None = None) -> None:
        self.language = language
        self._words = words or (_english if language == "en" else catalogue_of(language).words)

    def tr(self, source: str, **gaps: str) -> str:
        """Return a phrase with its gaps filled; what is in a gap is not looked at again."""
        words = self._words("", source, -1) or source
        return re.sub(r"\{(\w+)\}", lambda gap: gaps[gap[1]], words) if gaps else words

    def counted(self, forms: tuple[str, str], count: int) -> str:
        """Return the words for `count` things, `{n}` in them replaced: "1 article"."""
        one, many = forms
        words = self._words("", many, count) or (one if count == 1 else many)
        return words.replace("{n}", self.number(count))

    def number(self, number: int) -> str:
        """Return a number as people write it: "12,500"."""
        if number < 1000:
            return str(number)
        rest = f"{number % 1000:03}"
        return self.tr("{thousands},{rest}", thousands=self.number(number // 1000), rest=rest)

    def date(self, date: str) -> str:
        """Return an ISO 8601 date or time as a day, month or year; what is none stays as it is."""
        found = _KNOWN.match(date)
        if found is None:
            return date
        year, month, day = found.groups()
        if day:
            return tied(self.tr(_DAYS[int(month) - 1], day=str(int(day)), year=year))
        return self.tr(_MONTHS[int(month) - 1], year=year) if month else year

    def likelihood(self, one: Likelihood) -> str:
        """Return the word for a likelihood."""
        return self.tr(_LIKELIHOODS[one.id])

    def span(self, one: Likelihood) -> str:
        """Return the range that a likelihood stands for."""
        return f"{one.low}–{one.high} %"

    def confidence(self, confidence: str) -> str:
        """Return the word for a confidence; one that nobody knows stays as it is."""
        known = _CONFIDENCES.get(confidence)
        return self.tr(known) if known else confidence


def tied(words: str) -> str:
    """Return words of which no line ends after the first: a number and what it counts."""
    return words.replace(" ", "\u00a0", 1)


ENGLISH = Wording()
