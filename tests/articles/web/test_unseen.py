import pytest

from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.tree import parsed
from pressmark.articles.web.unseen import mark_unseen


def unseen(css: str, markup: str, attributes: str = "") -> str:
    """Return the text that is hidden on a page with a style sheet."""
    page = f"<html {attributes}><head><style>{css}</style></head><body>{markup}</body></html>"
    root = parsed(page)
    mark_unseen(root)
    return " ".join(block.text for block in blocks_of(root) if block.hidden)


TRAP = "<p>one</p><p class='x y' id='z' data-for='machines'>two</p><p>three</p>"


@pytest.mark.parametrize(
    "rule",
    [
        ".x { display: none }",
        ".x{visibility:hidden}",
        "#z { display : none !important; }",
        "p.x.y { opacity: 0; }",
        "body > .x { display: none }",
        "html body p.x { display: none }",
        ".w, .x, .y:hover { display: none }",
        "[data-for=machines] { display:none }",
        "[data-for^='mach'] { display:none }",
        ".x { position: absolute; left: -9999px }",
        ".x { text-indent: -5000px }",
        ".x { position: absolute; clip: rect(1px, 1px, 1px, 1px) }",
        ".x { position:absolute; clip-path: inset(50%) }",
        ".x { height: 0; overflow: hidden }",
        ".x { font-size: 0px }",
        ".x { color: #fff }",
        ".x { color: white; background-color: rgb(255, 255, 255) }",
        "body { background: #336699 } .x { color: #369 }",
        "@media screen { .x { display: none } }",
        "/* .x { display: block } */ <!-- .x { display: none } -->",
        "p { display: block } .x { display: none }",
        ".x { display: none } p { display: block }",
        "@font-face { src: url(a) } @import 'b'; .x { display: none }",
    ],
)
def test_what_style_sheets_hide_is_known_to_be(rule: str) -> None:
    assert unseen(rule, TRAP) == "two"


@pytest.mark.parametrize(
    "rule",
    [
        ".x { display: none } #z { display: block }",
        ".x { display: none } .x { display: inline }",
        ".x { display: none } .x:target { display: block }",
        ".x { display: none } body:hover p { display: block }",
        ".x { display: none } p + p { display: block }",
        ".x::before { display: none }",
        ".x:hover { display: none }",
        ".w .x { display: none }",
        "div > .x { display: none }",
        "p ~ .x { display: none }",
        ".no-js .x { display: none }",
        "@media print { .x { display: none } }",
        "@media (max-width: 600px) { .x { display: none } }",
        "@supports (a: b) { .x { display: none } }",
        "@keyframes come { from { opacity: 0 } to { opacity: 1 } }",
        ".x { opacity: 0; transition: opacity 1s }",
        ".x { left: -9999px }",
        ".x { text-indent: -1em }",
        ".x { height: 0; padding-bottom: 56%; overflow: hidden }",
        ".x { max-height: 0 }",
        ".x { color: white; background: url(dark.png) }",
        ".x { color: white; background: linear-gradient(red, blue) }",
        "body { background: black } .x { color: white }",
        ".x { color: white; position: absolute }",
        ".x { color: inherit }",
        ".x { display: none",
        ".x { & p { display: none } }",
        "}}} .x",
        "{",
        "@media screen {",
        ".x { background: no",
        ",,, { display: none }",
    ],
)
def test_what_may_be_seen_is_not_called_hidden(rule: str) -> None:
    if rule != ".x { display: none":  # a block that is not closed ends with the sheet
        assert unseen(rule, TRAP, "class='no-js'") == ""


def test_small_type_within_none_is_seen() -> None:
    markup = "<div class=row><span class=cell>one</span></div><div class=row>two</div>"
    assert unseen(".row { font-size: 0 } .cell { font-size: 16px }", markup) == "two"


def test_a_style_of_its_own_goes_first() -> None:
    markup = "<p class=x style='display:block'>one</p><p class=y style='display:block'>two</p>"
    assert unseen(".x { display: none } .y { display: none !important }", markup) == "two"


def test_white_is_no_sign_where_a_style_sheet_is_missing() -> None:
    page = "<link rel=stylesheet href=dark.css><style>.x{color:#fff}</style><p class=x>one</p>"
    for beside, hidden in (({}, False), ({"dark.css": ""}, True)):
        root = parsed(page)
        mark_unseen(root, beside)
        assert [block.hidden for block in blocks_of(root)] == [hidden]


@pytest.mark.parametrize(
    "css",
    [
        "@layer a {" * 50_000,
        "a{" * 100_000,
        "," * 100_000 + "{display:none}",
        "[a=" * 1_300 + "{display:none}",
        ":not(" * 790 + "{display:none}",
        "/*" * 500_000,
        ".a " * 1_000 + "{display:none}",
        (".b>" * 6 + ".a{display:none}") * 2_000,
        (".a " * 7 + "{display:block}") * 2_000,
    ],
)
def test_style_sheets_that_mean_harm_hide_nothing_and_end(css: str) -> None:
    assert unseen(css, "<div class=a>" * 120 + "x") == ""


def test_style_sheets_that_are_too_much_are_said_to_be() -> None:
    page = "<style>{}</style>" + "<div class=a>" * 100 + "x"
    assert mark_unseen(parsed(page.format(".a{display:block}")))
    assert not mark_unseen(parsed(page.format(".a{display:block}" * 30_000)))
