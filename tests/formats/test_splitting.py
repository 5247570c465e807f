from dataclasses import replace

import pytest

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import FormatError
from pressmark.formats.csv_rows import CSV
from pressmark.formats.options import options_from
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SplitOptions, parts_of
from pressmark.model.article import Article, ArticleHead, ArticleLink
from pressmark.model.project import Project
from tests.formats.sets import bare

NAMES = ("train", "validation", "test")
STORY = " ".join(f"word{number}" for number in range(90))


def project(texts: dict[str, str], links: dict[str, str] | None = None) -> Project:
    edits = tuple(
        AddArticle(
            Article(
                ArticleHead(
                    id=key,
                    added=f"2024-01-01T00:{number // 60:02}:{number % 60:02}Z",
                    links=tuple(
                        ArticleLink(type="reprint-of", to=to)
                        for one, to in (links or {}).items()
                        if one == key
                    ),
                ),
                text,
            )
        )
        for number, (key, text) in enumerate(texts.items())
    )
    done = Transaction("Add", edits, Stamp("a", "2024-01-01T00:00:00Z"), "import")
    return apply(bare(), done)[0]


def unlike(count: int) -> dict[str, str]:
    return {f"a{one}": " ".join(f"w{one}x{number}" for number in range(80)) for one in range(count)}


def sizes(kept: Project, **chosen: object) -> dict[str, int]:
    options = SplitOptions(**chosen)  # type: ignore[arg-type] -- as a test gives them
    parts = parts_of(Selection(project=kept), options, NAMES)
    return {name: -1 if ids is None else len(ids) for name, ids in parts.items()}


def test_shares_are_met_and_everything_is_somewhere() -> None:
    kept = project(unlike(20))
    assert sizes(kept) == {"train": 16, "validation": 2, "test": 2}
    assert sizes(kept, split="90/10") == {"train": 18, "validation": 2}
    assert sizes(kept, split="none") == {"train": -1}
    parts = parts_of(Selection(project=kept), SplitOptions(), NAMES)
    assert sorted(one for ids in parts.values() for one in ids or ()) == sorted(kept.articles)


def test_the_same_seed_splits_alike_and_another_otherwise() -> None:
    selection = Selection(project=project(unlike(20)))
    first = parts_of(selection, SplitOptions(), NAMES)
    assert parts_of(selection, SplitOptions(), NAMES) == first
    assert parts_of(selection, SplitOptions(seed=8), NAMES) != first


def test_near_copies_stay_together() -> None:
    texts = unlike(8)
    for number in range(4):
        texts[f"copy{number}"] = f"Outlet {number} reports: {STORY} and more of it {number}"
    selection = Selection(project=project(texts))
    for seed in range(12):
        parts = parts_of(selection, SplitOptions(seed=seed), NAMES)
        holding = [ids for ids in parts.values() if ids and any("copy" in one for one in ids)]
        assert len(holding) == 1
    apart = [
        parts_of(selection, SplitOptions(seed=seed, copies=False, split="50/50"), NAMES)
        for seed in range(12)
    ]
    assert any(
        all(ids and any("copy" in one for one in ids) for ids in parts.values()) for parts in apart
    )


def test_linked_articles_stay_together() -> None:
    texts = unlike(6)
    selection = Selection(project=project(texts, {"a0": "a3", "a3": "a5"}))
    for seed in range(12):
        parts = parts_of(selection, SplitOptions(seed=seed, split="50/50"), NAMES)
        assert any({"a0", "a3", "a5"} <= (ids or set()) for ids in parts.values())


def test_an_empty_project_has_one_part() -> None:
    assert sizes(bare()) == {"train": -1}


@pytest.mark.parametrize("split", ["80", "0/0", "a/b", "80/10/10/0", "80-20", ""])
def test_a_split_that_is_none_is_refused(split: str) -> None:
    form = replace(CSV, options=SplitOptions)
    with pytest.raises(FormatError, match="bad-option"):
        options_from(form, {"split": split})
    assert options_from(form, {"split": "70/15/15"}) == SplitOptions(split="70/15/15")
