import pytest

from pressmark.analysis.measure_clauses import measure_clause
from pressmark.model.span import Span


def parts(text: str) -> dict[str, object] | None:
    clause = measure_clause(text, Span(0, len(text)))
    if clause is None:
        return None
    held = clause._asdict()
    return {name: text[slice(*one)] if isinstance(one, Span) else one for name, one in held.items()}


def test_a_clause_gives_away_who_whom_when_and_why() -> None:
    assert parts("Last week, the council") is None
    assert parts(
        "The council has imposed new sanctions on Friday on twelve firms over a sale."
    ) == {
        "issuer": "The council",
        "cue": "imposed new sanctions",
        "target": "twelve firms",
        "date": "Friday",
        "reason": "a sale",
        "status": "imposed",
        "target_count": 12,
    }


@pytest.mark.parametrize(
    ("text", "status", "target"),
    [
        ("Brussels lifted restrictions against 30 banks", "lifted", "30 banks"),
        ("The US is expected and London announces sanctions on a bank", "announced", "a bank"),
        ("The ministry extended restrictive measures on the fleet", "extended", "the fleet"),
    ],
)
def test_the_verb_says_how_far_it_has_come(text: str, status: str, target: str) -> None:
    found = parts(text)
    assert found is not None
    assert (found["status"], found["target"]) == (status, target)


@pytest.mark.parametrize(
    "text", ["", "Sanctions hit the port", "The company lost half its customers", "imposed" * 900]
)
def test_other_words_give_away_nothing(text: str) -> None:
    assert parts(text) is None


def test_only_the_stretch_itself_is_read() -> None:
    text = "Kim said the EU imposed sanctions on a firm for its part, and more."
    start, end = text.index("the EU"), text.index(", and")
    clause = measure_clause(text, Span(start, end))
    assert clause is not None
    assert text[slice(*clause.issuer)] == "the EU"
    assert clause.reason == Span(text.index("its part"), end)
