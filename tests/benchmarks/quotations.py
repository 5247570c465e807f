"""How well growing a selection finds the quotations that people marked in real news.

    python tests/benchmarks/quotations.py

Counted are the marked stretches that begin and end with a quotation mark of a pair, and from how
many of them two presses of E reach exactly the stretch.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pressmark.analysis.units import grown
from pressmark.model.span import Span

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.benchmarks.measuring import ROOT, Row, report

SPANS = ROOT.parent / "shared" / "corpora" / "spans"
PAIRS = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»"}
MISSED_AT_MOST = 5.0
PRESSES = 2


def main() -> int:
    """Print the share that is missed for each corpus that has quotations."""
    if not SPANS.is_dir():
        sys.stdout.write(f"{SPANS} is not there: nothing to measure.\n")
        return 0
    rows = []
    for path in sorted(SPANS.glob("polnear*.json")):
        marked = [*quoted(path)]
        reached = sum(in_two_presses(text, span) for text, span in marked)
        if marked:
            missed = 100 - 100 * reached / len(marked)
            rows.append(Row(path.stem, missed, MISSED_AT_MOST, "%", f"{reached} of {len(marked)}"))
    return report("Quotations that two presses of E do not reach", rows)


def quoted(path: Path) -> Iterator[tuple[str, Span]]:
    """Yield the texts and stretches in quotation marks of a corpus."""
    for one in json.loads(path.read_text("utf-8"))["docs"]:
        text = one.get("text")
        for span in one["spans"] if text else ():
            for piece in span.get("attributes", {}).get("fragments") or [
                (span["start"], span["end"])
            ]:
                words = text[slice(*piece)]
                if len(words) > len('""') and PAIRS.get(words[0]) == words[-1]:
                    yield text, Span(*piece)


def in_two_presses(text: str, marked: Span) -> bool:
    """Say whether two presses reach what was marked from some word in it."""
    at = marked.start
    while at < marked.end:
        span = Span(at, at)
        for _ in range(PRESSES):
            span = grown(text, span) or span
            if span == marked:
                return True
        at = max(span.end, at + 1) if marked.contains(span) else at + max(1, marked.length // 8)
    return False


if __name__ == "__main__":
    sys.exit(main())
