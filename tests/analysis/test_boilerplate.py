import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.boilerplate import proposed_zones

BODY = "The ministers met on Friday and said so.\n\nThey will meet again, it was said."


def zones_of(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in proposed_zones(text)]


def test_the_zones_of_the_seeds_are_exactly_those_that_people_marked(seeds: Path) -> None:
    gold = json.loads((Path(__file__).parents[1] / "golden" / "seed_gold.json").read_text("utf-8"))
    for article in gold["articles"]:
        found = proposed_zones((seeds / article["file"]).read_text("utf-8"))
        plain = [{"start": one.start, "end": one.end, "kind": one.kind} for one in found]
        assert plain == article["zones"]


@pytest.mark.parametrize(
    "line",
    [
        *("Read also: Ministers meet", "READ MORE: Ministers meet", "See also: A, B and C"),
        *("Читайте також: Міністри", "Читайте также: Министры", "Lire aussi : Les ministres"),
        *("Mehr zum Thema: Minister", "اقرأ أيضا: الوزراء", "관련기사: 장관"),
    ],
)
def test_a_teaser_is_known_by_how_it_begins(line: str) -> None:
    assert zones_of(f"{BODY}\n\n{line}\n\n{BODY}") == [("teaser", line)]


@pytest.mark.parametrize(
    "line",
    [
        *("© 2024 Someone", "Copyright 2024 Someone.", "(c) 2024. All rights reserved."),
        "When citing our materials, a link to the site is mandatory.",
        "При використанні матеріалів сайту посилання обов'язкове.",
        "При цитировании материалов ссылка обязательна.",
    ],
)
def test_a_notice_is_known_by_its_words(line: str) -> None:
    assert zones_of(f"{BODY}\n\n{line}") == [("notice", line)]


def test_what_stands_in_short_lines_under_the_last_notice_is_a_widget() -> None:
    text = f"{BODY}\n\n© 2024 Someone\n\nSearch\nBy date:\n-"
    expected = [("notice", "© 2024 Someone"), ("widget", "Search"), ("widget", "By date:\n-")]
    assert zones_of(text) == expected


def test_signs_after_the_last_sentence_are_no_content() -> None:
    assert zones_of(f"{BODY} -\n|") == [("widget", " -\n|")]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Ministers meet\n\n{BODY}",
        "He spoke of rights.\n\nUsing force may link the two, he said.",
        f"{BODY}\n\n“Share the burden,” he said.",
        f"{BODY}\n\nRead alsoran's story.",
    ],
)
def test_content_is_left_alone(text: str) -> None:
    assert zones_of(text) == []


@given(st.text(alphabet="ab .:-|©\n", max_size=60))
def test_zones_are_in_order_apart_and_within_the_text(text: str) -> None:
    zones = proposed_zones(text)
    for zone in zones:
        assert zone.span.fits(len(text))
    for one, other in pairwise(zones):
        assert one.end <= other.start


@pytest.mark.parametrize(
    "asking",
    [
        "Like this story? Share it with a friend!",
        "Enjoyed reading this?",
        "Сподобалася стаття? Поділіться!",
    ],
)
def test_what_asks_to_pass_an_article_on_is_a_widget(asking: str) -> None:
    assert zones_of(f"{BODY}\n\n{asking}") == [("widget", asking)]


def test_what_somebody_is_asked_in_an_article_is_not() -> None:
    assert zones_of(f"{BODY}\n\nDid you like the talks? They were long.\n\n{BODY}") == []
