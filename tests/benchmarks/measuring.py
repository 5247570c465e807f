"""What the benchmarks share: CPU time, a table, and a text of any size."""

import importlib.util
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_MAKER = ROOT.parent / "shared" / "corpora" / "make_scale_corpus.py"


class Text(NamedTuple):
    """A text, and (label, start, end) of spans in it."""

    text: str
    spans: list[tuple[str, int, int]]


class Row(NamedTuple):
    """One line of the table; it is `met` unless its value is over the limit."""

    work: str
    value: float
    limit: float
    unit: str
    detail: str

    @property
    def met(self) -> bool:
        return self.value <= self.limit


def make_text(size: int, count: int) -> Text:
    """Return news of about `size` characters with `count` spans, the same on every machine.

    Dealt from real articles where the corpora are beside the checkout, else made up.
    """
    if _MAKER.is_file():
        return _dealt(size, count)
    return _made_up(size, count)


def make_news(count: int) -> Iterator[tuple[str, Text]]:
    """Yield `count` articles of everyday length, by title, with 20 spans each."""
    if not _MAKER.is_file():
        yield from ((f"Article {number}", _made_up(3_000, 20, number)) for number in range(count))
        return
    maker = _load_maker()
    pool = maker.load_pool(str(_MAKER.parent / "spans"))
    for number in range(count):
        made = maker.article(1, number, pool, 20, 0.005, 0.03)
        yield made["title"], _text_of(made)


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of this process that `work` takes."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def best_of(times: int, work: Callable[[], float]) -> float:
    """Return the least of several measurements: what the work takes undisturbed."""
    return min(work() for _ in range(times))


def median(values: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of all do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def report(title: str, rows: Sequence[Row]) -> int:
    """Print the table; return 1 if a budget is missed, else 0."""
    width = max(len(row.work) for row in rows)
    lines = [title, ""]
    for row in rows:
        verdict = "ok" if row.met else "MISSED"
        figure = f"{row.value:9.2f} {row.unit:3} of {row.limit:5.1f}"
        lines.append(f"{row.work:{width}}  {figure}  {verdict:6}  {row.detail}")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    return 0 if all(row.met for row in rows) else 1


def _dealt(size: int, count: int) -> Text:
    maker = _load_maker()
    pool = maker.load_pool(str(_MAKER.parent / "spans"))
    return _text_of(maker.giant(1, size / 1_000_000, pool, count, 0.005, 0.03))


def _text_of(made: Mapping[str, Any]) -> Text:
    return Text(made["text"], [(one["label"], one["start"], one["end"]) for one in made["spans"]])


def _load_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_scale_corpus", _MAKER)
    if spec is None or spec.loader is None:
        raise ImportError(str(_MAKER))
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    return maker


def _made_up(size: int, count: int, seed: int = 1) -> Text:
    deal = random.Random(seed)  # noqa: S311 -- a text to measure with
    words = ("the", "of", "ministers", "said", "a", "joint", "statement", "on", "arms", "🇺🇦")
    parts, length = [], 0
    while length < size:
        sentence = " ".join(deal.choices(words, k=deal.randint(8, 30))).capitalize() + "."
        parts.append(sentence + ("\n\n" if deal.random() < 0.3 else " "))
        length += len(parts[-1])
    text = "".join(parts)
    labels = ("claim", "quote", "sanction", "denial")
    starts = [deal.randrange(len(text) - 200) for _ in range(count)]
    spans = [(deal.choice(labels), start, start + deal.randint(5, 160)) for start in starts]
    return Text(text, spans)
