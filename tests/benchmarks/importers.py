"""How much of the words of real files is missed or made up as their articles are taken in.

    python tests/benchmarks/importers.py

The files and their gold are beside the checkout; tests/articles/measuring.py says what is
measured. Missed is what is lacking to a word F1 of 100 %, the mean of each type of file; text
files are right or wrong as they are decoded.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.articles import measuring
from tests.articles.measuring import Score, mean
from tests.benchmarks.measuring import ROOT, Row, report

INPUTS = ROOT.parent / "shared" / "corpora" / "inputs"
MISSED_AT_MOST = {"decoded": 5.0, "html": 7.0, "warc": 7.0}
OTHERS = 5.0


def main() -> int:
    """Print how much is missed of each type, and what the worst file of it is."""
    if not INPUTS.is_dir():
        sys.stdout.write(f"{INPUTS} is not there: nothing to measure.\n")
        return 0
    scores = [*measuring.decodings(INPUTS), *measuring.papers(INPUTS)]
    begun = time.perf_counter()
    pages = list(measuring.pages(INPUTS))
    taken = (time.perf_counter() - begun) / len(pages)
    rows = [*_rows([*scores, *pages]), *_pieces()]
    return report(f"Words missed, by type of file ({1000 * taken:.0f} ms a page)", rows)


def _rows(scores: Iterable[Score]) -> Iterable[Row]:
    by_type = defaultdict(list)
    for score in scores:
        by_type[score.type].append(score)
    for kind, some in sorted(by_type.items()):
        read = [score for score in some if score.value or not score.is_warned]
        worst = min(some, key=lambda score: score.value)
        told = f"{len(some)} files, {len(some) - len(read)} refused; {worst.value:.3f} {worst.file}"
        limit = MISSED_AT_MOST.get(kind, OTHERS)
        yield Row(kind, 100 * (1 - mean(read)) if read else 0, limit, "%", told)


def _pieces() -> Iterable[Row]:
    counted = measuring.segments(INPUTS)
    for name, right, of in (
        ("html, pieces within", counted.within, counted.of_within),
        ("html, pieces without", counted.without, counted.of_without),
    ):
        yield Row(name, 100 * (1 - right / of), 15.0, "%", f"{right} of {of} right")


if __name__ == "__main__":
    sys.exit(main())
