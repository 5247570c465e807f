"""How fast a long piece of work goes on, and how long it will take."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from pressmark.ui.words import counted, number_words, phrases, translated
from pressmark.ui.words import phrase as _t

_WINDOW = 5.0
"""Seconds of the past that say how it goes on."""
_ENOUGH = 1.0
"""Seconds after which that can be said at all."""
_MINUTE = 60


class Pace:
    """Told again and again how much is done, says how many a second, and how long it still takes.

    `clock` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._past: deque[tuple[float, int]] = deque()

    def note(self, done: int) -> None:
        """Note that this many are done by now; fewer than before begin a new piece of work."""
        if self._past and done < self._past[-1][1]:
            self._past.clear()
        self._past.append((self._clock(), done))
        while self._past[-1][0] - self._past[0][0] > _WINDOW and len(self._past) > 2:
            self._past.popleft()

    @property
    def rate(self) -> float:
        """How many a second; 0 while nobody can say."""
        if not self._past:
            return 0.0
        (before, first), (after, last) = self._past[0], self._past[-1]
        return (last - first) / (after - before) if after - before >= _ENOUGH else 0.0

    def words(self, total: int) -> str:
        """Return how fast it goes and how much longer it takes; "" while nobody can say."""
        rate = self.rate
        if not rate:
            return ""
        left = (total - self._past[-1][1]) / rate
        a_second = translated(_t("{n} a second")).replace("{n}", _rate_words(rate))
        return f"{a_second} · {_left_words(left)}"


def _rate_words(rate: float) -> str:
    return number_words(round(rate)) if rate >= 1 else "< 1"


def _left_words(seconds: float) -> str:
    if seconds < _MINUTE:
        one, many = phrases("about {n} second left", "about {n} seconds left")
        return counted(one, many, max(1, round(seconds)))
    one, many = phrases("about {n} minute left", "about {n} minutes left")
    return counted(one, many, round(seconds / _MINUTE))
