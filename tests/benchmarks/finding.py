"""How long finding takes over 10,000 articles, beside Python's own `str.find`: budget 5.

python tests/benchmarks/finding.py
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]
from pressmark.analysis.concordance import Query, find  # noqa: E402
from pressmark.model.article import Article, ArticleHead  # noqa: E402
from pressmark.model.label_set import LabelSet  # noqa: E402
from pressmark.model.project import Project, assemble  # noqa: E402
from tests.benchmarks.measuring import Row, best_of, cpu, make_text, report  # noqa: E402

ARTICLES = 10_000
SIZE = 3_000
WANTED = "transfer"
TIMES = 5


def main() -> int:
    """Print the ratios; return 1 where one is over its budget."""
    text = make_text(ARTICLES * SIZE // 10, 10).text
    texts = [text[at % len(text) : at % len(text) + SIZE] for at in range(0, ARTICLES * SIZE, SIZE)]
    heads = [ArticleHead(id=f"a{at}") for at in range(ARTICLES)]
    empty = Project(id="p", title="t", label_set=LabelSet(name="news"))
    project = assemble(empty, map(Article, heads, texts))

    def bare() -> int:
        return sum(_count(one, WANTED) for one in texts)

    def found(query: Query) -> float:
        return best_of(TIMES, lambda: cpu(lambda: sum(1 for _ in find(project, query))))

    limit = best_of(TIMES, lambda: cpu(bare))
    folded = best_of(TIMES, lambda: cpu(lambda: sum(_count(t.casefold(), WANTED) for t in texts)))
    first = best_of(TIMES, lambda: cpu(lambda: next(find(project, Query("the")))))
    rows = [
        Row(
            "as it is written",
            found(Query(WANTED, case=True)) / limit,
            2.0,
            "x",
            f"{limit:.1f} ms bare",
        ),
        Row(
            "in any letter case",
            found(Query(WANTED)) / folded,
            2.0,
            "x",
            f"{folded:.1f} ms bare, folded",
        ),
        Row("the first hit", first / limit, 1.0, "x", f"{first:.2f} ms"),
        Row(
            "of any apostrophe", found(Query("Russia's")) / folded, 3.0, "x", "no budget of its own"
        ),
        Row(
            "by a pattern",
            found(Query("transfers?", pattern=True, case=True)) / limit,
            10.0,
            "x",
            "likewise",
        ),
    ]
    return report(f"Finding in {ARTICLES:,} articles", rows)


def _count(text: str, wanted: str) -> int:
    """Find every place, as plainly as Python can."""
    count, at = 0, text.find(wanted)
    while at >= 0:
        count, at = count + 1, text.find(wanted, at + len(wanted))
    return count


if __name__ == "__main__":
    sys.exit(main())
