import pytest

from pressmark.articles.web.blocks import Block, blocks_of
from pressmark.articles.web.tree import parsed


def blocks(markup: str) -> list[Block]:
    return blocks_of(parsed(f"<html><body>{markup}</body></html>"))


def texts(markup: str) -> list[str]:
    joined = "".join(("\n" if one.tight else "\n\n") + one.whole for one in blocks(markup))
    return joined.removeprefix("\n\n").split("\n\n")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>one <b>two</b>\n  three</p>four<p>five", ["one two three", "four", "five"]),
        ("one<br>two<br><br>three<br> <br/> <br>four", ["one\ntwo", "three", "four"]),
        ("<p>a&nbsp; b&#160;</p><p>&nbsp;</p>", ["a\xa0 b"]),
        ("<pre>  a\n b\n\n  c </pre>", ["  a\n b", "  c"]),
        ("<p>　　一<br>　　二<br>&nbsp;<br>　三　</p>", ["一\n二", "三"]),
        ("one<script>no</script> two<style>no</style><noscript>no</noscript>", ["one two"]),
        ("a<select><option>no</select><textarea>no</textarea><button>no</button>b", ["ab"]),
        ("<span style='display: block'>one</span><span>two</span>", ["one", "two"]),
        ("<ul><li>one<ul><li>two</ul>three</ul>", ["• one", "• two", "three"]),
        ("<ol start=4><li>one<li><p>two</p><p>more</p></ol>", ["4. one", "5. two", "more"]),
        ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", ["東(とう)京(きょう)"]),
        ("He said <q>no <q>never</q></q>.", ["He said “no “never””."]),
        ("x<sup>2</sup> and E<sub>0</sub>", ["x2 and E0"]),
        ("<table><tr><td>a<td>b<tr><td>c<br>d<td>e<tr><td><td>", ["a\tb\nc d\te"]),
        ("<table><tr><td><p>one</p><p>two</p></td></tr></table>", ["one", "two"]),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", [*"abcd"]),
        (
            "a<sup><a href='#fn:1'>1</a></sup><ol><li id='fn:1'>b <a href='#r'>↩</a>",
            ["a[1]", "[1] b"],
        ),
        ("<x-long>" + "long words " * 12 + "</x-long><x-short>word</x-short> on", None),
    ],
)
def test_blocks_are_what_a_reader_sees(markup: str, expected: list[str] | None) -> None:
    assert texts(markup) == (expected or [("long words " * 12).strip(), "word on"])


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden",
        "aria-hidden=true",
        "style='display:none'",
        "style='font-size: 0'",
        "style='color:red; opacity:0'",
        "style='position:absolute; left:-9999px'",
        "class='screen-reader-text'",
    ],
)
def test_what_is_hidden_is_known_to_be(hiding: str) -> None:
    found = blocks(f"<p>one <span {hiding}>two <i>three</i></span> four</p><p>five</p>")
    assert [(block.text, block.hidden) for block in found] == [
        ("one", False),
        ("two three", True),
        ("four", False),
        ("five", False),
    ]


@pytest.mark.parametrize("shown", ["style='opacity:0.5'", "style='font-size:0.9em'", "class=row"])
def test_what_is_shown_is_known_to_be(shown: str) -> None:
    assert not any(block.hidden for block in blocks(f"<p {shown}>one</p>"))


def test_links_and_kinds_are_told() -> None:
    heading, item, caption = blocks(
        "<h2>one</h2><li>two <a href=x>three</a></li><figure><figcaption>four</figcaption></figure>"
    )
    assert [block.kind for block in (heading, item, caption)] == ["heading", "item", "caption"]
    assert (heading.linked, item.linked) == (0, len("three"))
