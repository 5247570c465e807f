import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.extract import Extract, PartRefused, Remark, RunnerUp, Wishes
from pressmark.articles.wire import (
    Answer,
    BadAnswerError,
    End,
    Request,
    answer_line,
    read_answer,
    read_request,
    request_line,
)
from pressmark.errors import ArticleFileError
from pressmark.model.article import Zone
from pressmark.model.span import Span

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE = st.none() | WORDS
FACTS = st.dictionaries(WORDS, WORDS, max_size=3)


@st.composite
def extracts(draw: st.DrawFn) -> Extract:
    text = draw(WORDS.filter(bool))
    edge = st.integers(0, len(text))
    spans = st.tuples(edge, edge).filter(lambda one: one[0] < one[1]).map(Span._make)
    zones = [Zone(start=a, end=b, kind="hidden") for a, b in draw(st.lists(spans, max_size=2))]
    remark = st.builds(
        Remark, code=WORDS, count=st.integers(0), fact=WORDS, spans=st.lists(spans).map(tuple)
    )
    return Extract(
        text=text,
        zones=tuple(zones),
        title=draw(MAYBE),
        byline=draw(MAYBE),
        source=draw(MAYBE),
        published=draw(MAYBE),
        url=draw(MAYBE),
        language=draw(MAYBE),
        keywords=tuple(draw(st.lists(WORDS, max_size=2))),
        part=draw(WORDS),
        kind=draw(WORDS),
        encoding=draw(WORDS),
        certain=draw(st.booleans()),
        runners_up=tuple(draw(st.lists(st.builds(RunnerUp, WORDS, WORDS), max_size=2))),
        remarks=tuple(draw(st.lists(remark, max_size=2))),
    )


@given(
    st.builds(Wishes, name=WORDS, kind=WORDS, encoding=WORDS, columns=FACTS),
    st.integers(0),
    st.integers(1),
)
def test_a_request_arrives_as_it_was_sent(wishes: Wishes, size: int, seconds: int) -> None:
    request = Request(wishes=wishes, size=size, seconds=seconds)
    line = request_line(request)
    assert line.index(b"\n") == len(line) - 1
    assert read_request(line) == request


def test_a_file_name_that_is_no_utf_8_is_asked_for_all_the_same() -> None:
    request = Request(wishes=Wishes(name="a\udcff.pdf"), size=1, seconds=1)
    assert read_request(request_line(request)).wishes.name == "a\ufffd.pdf"


@given(extracts() | st.builds(PartRefused, part=WORDS, case=st.just("empty"), facts=FACTS))
def test_what_was_found_arrives_as_it_was_sent(found: Extract | PartRefused) -> None:
    line = answer_line(found)
    assert line.index(b"\n") == len(line) - 1
    assert read_answer(line) == found


def test_the_end_and_errors_arrive_as_they_were_sent() -> None:
    assert read_answer(answer_line(End())) == End()
    error = read_answer(answer_line(ArticleFileError("too-much", limit=5)))
    assert isinstance(error, ArticleFileError)
    assert (error.case, dict(error.facts)) == ("too-much", {"limit": "5"})


def test_halves_of_letters_do_not_arrive() -> None:
    answer: Answer = read_answer(answer_line(Extract(text="a\udc00", title="\ud800")))
    assert answer == Extract(text="a\ufffd", title="\ufffd")


EXTRACT = json.loads(answer_line(Extract(text="four")))["extract"]


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"\n", b"{}\n", b"[]\n", b"3\n", b'{"end"\n', b"\xff\n", b'{"other": {}}\n'),
        *(b'{"extract": {}}', b'{"extract": {"text": "\\ud800"}}', b'{"part": {"part": "x"}}'),
        b'{"extract": {"text": ""}}',
        json.dumps({"extract": {**EXTRACT, "text": 4}}).encode(),
        json.dumps({"extract": {**EXTRACT, "more": 4}}).encode(),
        json.dumps({"extract": {**EXTRACT, "certain": "yes"}}).encode(),
        json.dumps(
            {"extract": EXTRACT | {"zones": [{"start": 1, "end": 5, "kind": "x"}]}}
        ).encode(),
        json.dumps(
            {"extract": EXTRACT | {"zones": [{"start": 2, "end": 2, "kind": "x"}]}}
        ).encode(),
        json.dumps(
            {"extract": EXTRACT | {"remarks": [{"code": "x", "spans": [[-1, 2]]}]}}
        ).encode(),
        *(b'{"refused": {"case": "", "facts": {}}}', b'{"refused": {"case": "A b", "facts": {}}}'),
        *(b'{"refused": {"case": "empty"}}', b'{"refused": {"case": 1, "facts": {}}}'),
        b"[" * 100_000,
    ],
)
def test_whatever_else_the_child_says_is_no_answer(line: bytes) -> None:
    with pytest.raises(BadAnswerError):
        read_answer(line)


def test_facts_that_would_name_another_file_are_dropped() -> None:
    line = (
        b'{"refused": {"case": "empty", "facts": {"path": "/x", "code": "y", "self": 1, "a": 1}}}'
    )
    error = read_answer(line)
    assert isinstance(error, ArticleFileError)
    assert dict(error.facts) == {"a": "1"}
