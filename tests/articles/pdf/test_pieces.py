import pytest

from pressmark.articles.pdf.glyphs import Glyph
from pressmark.articles.pdf.hyphens import Joiner
from pressmark.articles.pdf.pieces import pieces_of


def letters(text: str, *, gap: float, at: int) -> list[Glyph]:
    """Place letters of a width and height of 10 side by side, a gap before one of them."""
    return [
        Glyph(char, n * 10 + gap * (n >= at), n * 10 + 10 + gap * (n >= at), 0.0, 10.0)
        for n, char in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("text", "gap", "at", "read"),
    [
        ("abcd", 0.5, 2, ["abcd"]),
        ("abcd", 3, 2, ["ab cd"]),
        ("abcd", 9, 2, ["ab", "cd"]),
        ("6억원", 2.5, 1, ["6억원"]),
        ("SK그룹", 2.5, 2, ["SK그룹"]),
        ("그룹회장", 2.5, 2, ["그룹 회장"]),
    ],
)
def test_spaces_are_seen_where_words_end(text: str, gap: float, at: int, read: list[str]) -> None:
    assert [one.text for one in pieces_of(letters(text, gap=gap, at=at))] == read


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["one line", "and another"], "one line and another"),
        (["the govern-", "ment said"], "the government said"),
        (["a state-of-the-", "art ship"], "a state-of-the-art ship"),
        (
            ["a joint-", "statement of", "one statement, joint"],
            "a joint-statement of one statement, joint",
        ),
        (["pre- and post-", "war", "the post-war years"], "pre- and post-war the post-war years"),
        (["pre-", "and post-war"], "pre- and post-war"),
        (["Franco-", "German talks"], "Franco-German talks"),
        (["at https://a.org/x/", "some-page/2 now"], "at https://a.org/x/some-page/2 now"),
        (["at https://a.org/", "and there"], "at https://a.org/ and there"),
        (["from 2019-", "2021"], "from 2019-2021"),
        (["he said -", "and left"], "he said - and left"),
        (["сооб\u00ad", "щение"], "сообщение"),
        (["переговоры продол-", "жаются"], "переговоры продолжаются"),
        (["外交部发言人", "周二表示"], "外交部发言人周二表示"),
        (["首相は会談を", "延期する"], "首相は会談を延期する"),
        (["회담을 연기했다고", "밝혔다"], "회담을 연기했다고 밝혔다"),
        (["รัฐมนตรี", "กล่าว"], "รัฐมนตรีกล่าว"),
    ],
)
def test_lines_become_one_as_their_language_writes(lines: list[str], joined: str) -> None:
    assert Joiner(lines).join(lines) == joined
