import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.quotations import quotations
from pressmark.analysis.units import grown
from pressmark.model.span import Span


def found(text: str) -> list[str]:
    return [text[slice(*one)] for one in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "quotation",
    [
        *('"no to it"', "“no to it”", "„no to it“", "„no to it”", "”no to it”", "''no to it''"),
        *("'no to it'", "‘no to it’", "‚no to it‘", "`no to it'", "’no to it’"),
        *("«no to it»", "« no to it »", "»no to it«", "»no to it»", "‹no to it›", "›no to it‹"),
        *("「否认」", "『否认』", "《否认》", "〈否认〉", "〝否认〟", "｢否认｣", "＂no＂"),
    ],
)
def test_the_marks_of_common_languages_are_known(quotation: str) -> None:
    assert found(f"He said {quotation}, twice.") == [quotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘no’ to it,” she said.", ["‘no’", "“He said ‘no’ to it,”"]),
        ("\"He said 'no' to it,\" she said.", ["'no'", "\"He said 'no' to it,\""]),
        ("«Вона сказала: „Ні“», — додав він.", ["„Ні“", "«Вона сказала: „Ні“»"]),
        ("“So,” he said, “it isn’t.”", ["“So,”", "“it isn’t.”"]),
        ('urged " take steps," and "more"', ['" take steps,"', '"more"']),
    ],
)
def test_quotations_nest_and_follow_each_other(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["the ministers' and Ukraine's own", "it’s the boys’ own", "6’2” tall", 'a 5" pipe', "П'ять"],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert found(text) == []


def test_a_mark_that_nothing_closes_reaches_into_no_other_paragraph() -> None:
    assert found('He said "no.\nShe said "yes" twice.') == ['"yes"']


def test_a_quotation_of_two_paragraphs_counts_whole_and_by_its_last() -> None:
    text = "He said: “No, never.\n\n“And not again,” he said."
    assert found(text) == ["“And not again,”", "“No, never.\n\n“And not again,”"]


@given(st.text(alphabet="a \"'“”‘’«»„\n", max_size=40))
def test_quotations_begin_and_end_with_marks_and_never_cross(text: str) -> None:
    spans = quotations(text, Span(0, len(text)))
    for one in spans:
        assert one.fits(len(text))
        assert text[one.start] not in "a \n"
        assert text[one.end - 1] not in "a \n"
    for one in spans:
        for other in spans:
            assert not one.overlaps(other) or one.contains(other) or other.contains(one)


def test_two_presses_reach_every_direct_quotation_of_the_seeds(seeds: Path) -> None:
    gold = json.loads((Path(__file__).parents[1] / "golden" / "seed_gold.json").read_text("utf-8"))
    texts = {one["id"]: (seeds / one["file"]).read_text("utf-8") for one in gold["articles"]}
    direct = [one for one in gold["annotations"] if one["attributes"].get("form") == "direct"]
    assert len(direct) > 5
    for quote in direct:
        text, (whole,) = texts[quote["article"]], [Span(*one) for one in quote["fragments"]]
        inner = {at for one in quotations(text, whole) if one != whole for at in range(*one)}
        for at in set(range(whole.start + 1, whole.end - 1)) - inner:
            first = grown(text, Span(at, at))
            assert whole in (first, first and grown(text, first)), (quote["id"], at)
