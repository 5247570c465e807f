"""Which blocks of a page are the article: what trafilatura holds it to be, put right by the tree.

Trafilatura says which text is meant; the blocks with that text are the article, in the page's own
order and letters. Then what the page is made of has a word: most of an article is in one element.
What follows outside of it is little and not the article's, and what stands in it between two
paragraphs, and reads like one, belongs to it.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from lxml.html import HtmlElement

from pressmark.articles.web.blocks import Block, ends_as_sentence, key_of
from pressmark.articles.web.surroundings import is_aside, said_of
from pressmark.articles.web.votes import Vote, letters, trafilatura_vote

_MOST = 0.8
"""The share of the article that the element around it has at least."""
_TAIL = 0.15
"""What follows outside of that element is the article's only if it is a larger share of it."""
_LINKED = 0.5
_LEDE = 40
"""How many letters a paragraph before the first one has at least, to be the article's first."""
_COPIED = 80
"""How many letters a paragraph has at least that nobody writes twice in two places."""
_LEAST = 5
"""How many letters the first and last of an article have at least, if they are no sentences."""
_FAR = 12
"""How many blocks there may be between that paragraph and the next of the article."""
_MUCH = 0.3
"""A share of letters that is no accident."""
_NEVER_LAST = ("comments", "notice")
_FEW = 250
"""With fewer letters, what was found may well be something else than the article."""
_LATIN = "\u2e7f"
"""The letters after it, Han and Hangul, say about twice as much each."""
_AT_ODDS = 1.8
"""How many times what was found the prose is that another way finds, to raise doubts."""

_MISSED = 0.4
"""How much prose beside the article's, by its letters, raises doubts where it is in one element."""


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of the article in order, the element around most of it, and any doubt of it."""

    blocks: Sequence[Block]
    home: HtmlElement
    is_doubtful: bool


def body_of(tree: HtmlElement, blocks: Sequence[Block], title: str | None, told: str) -> Body:
    """Return the article's blocks; `told` is the text that the page gives to machines, if any.

    The headline is none of them, wherever the page repeats it.
    """
    heading = key_of(title or "")
    shown = _shown(blocks)
    precise, balanced = (trafilatura_vote(tree, mood) for mood in ("precise", "balanced"))
    machine = Vote(told)
    if machine.letters > _AT_ODDS * precise.letters and machine.found(shown) < 1 - _MOST:
        return Body(_paragraphs(told, tree), tree, is_doubtful=True)
    chosen = _arbitrated(shown, precise, balanced)
    main = [
        one
        for one in _once(shown)
        if not _repeats(one, heading)
        and (chosen.holds(one) or (machine.holds(one) and _belongs(one)))
    ]
    if not main:
        return Body(
            _sentences([one for one in shown if not _repeats(one, heading)]), tree, is_doubtful=True
        )
    main = _first_of_stream(shown, _under_headline(shown, main, heading))
    home = _home(main)
    main = _without_tail(main, home)
    main = _with_gaps(shown, main, home, balanced, heading)
    main = _with_lede(shown, main, heading)
    taken = set(map(id, main))
    missed = [one for one in shown if id(one) not in taken and is_in(one, home) and _reads(one)]
    doubts = (
        sum(1 + (one > _LATIN) for block in main for one in block.key) < _FEW,
        letters([one for one in shown if balanced.holds(one) and _reads(one)])
        > _AT_ODDS * letters(main),
        letters(missed) > _MISSED * letters(main),
        sum(one.linked for one in main) > _LINKED * sum(len(one.text) for one in main),
    )
    return Body(main, home, any(doubts))


def _arbitrated(shown: Sequence[Block], precise: Vote, balanced: Vote) -> Vote:
    """Return the precise vote, unless only the other one holds the densest prose of the page."""
    densest = _densest(shown)
    held = [letters([one for one in densest if vote.holds(one)]) for vote in (precise, balanced)]
    enough = letters(densest) / 2
    misses = not precise.letters or held[0] < enough <= held[1]
    return balanced if misses else precise


def _densest(shown: Sequence[Block]) -> list[Block]:
    """Return the paragraphs that read like an article's in the element with most of them."""
    around: dict[HtmlElement, list[Block]] = {}
    for block in filter(_reads, shown):
        parent = block.element.getparent() if block.element.tag == "p" else None
        around.setdefault(block.element if parent is None else parent, []).append(block)
    return max(around.values(), key=letters, default=[])


def _shown(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that are not hidden, or all where a script would show what is."""
    hidden = letters([one for one in blocks if one.hidden and _reads(one)])
    if hidden > letters([one for one in blocks if not one.hidden and _reads(one)]):
        for block in blocks:
            block.hidden = False
    return [one for one in blocks if one.key and not one.hidden]


def is_in(block: Block, home: HtmlElement) -> bool:
    """Say whether a block is in an element."""
    return block.element is home or any(one is home for one in block.element.iterancestors())


def _sentences(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return what reads like an article where nothing says what is: the best there is."""
    ends = [one for one in blocks if ends_as_sentence(one.text) and not _is_linked(one)]
    return [one for one in ends if _reads(one)] or ends or blocks


def _paragraphs(told: str, root: HtmlElement) -> list[Block]:
    lines = (line.strip() for line in told.split("\n"))
    return [Block(line, "paragraph", root) for line in lines if line]


def _once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks without the copies of paragraphs, as some pages have them for small screens.

    Those are elsewhere on the page: what is said again beside itself is no copy.
    """
    places: dict[str, HtmlElement | None] = {}
    for block in blocks:
        place = block.element.getparent()
        if len(block.key) < _COPIED or places.setdefault(block.key, place) is place:
            yield block


def _repeats(block: Block, heading: str) -> bool:
    """Say whether this is the headline again, alone or with the name of the site."""
    return block.key == heading or (
        block.kind == "heading" and bool(heading) and block.key.startswith(heading)
    )


def _home(main: Sequence[Block]) -> HtmlElement:
    """Return the innermost element that most of the article is in."""
    weights: dict[HtmlElement, int] = {}
    for block in main:
        for element in (block.element, *block.element.iterancestors()):
            weights[element] = weights.get(element, 0) + len(block.key)
    enough = _MOST * letters(main)
    around = [element for element, weight in weights.items() if weight >= enough]
    return max(around, key=lambda element: sum(1 for _ in element.iterancestors()))


def _under_headline(shown: Sequence[Block], main: list[Block], heading: str) -> list[Block]:
    """Drop what stands over the headline, if much of the text is under it: notices on cookies."""
    headlines = (at for at, one in enumerate(shown) if one.kind == "heading" and one.key == heading)
    over = set(map(id, shown[: next(headlines, 0)]))
    under = [one for one in main if id(one) not in over]
    return under if letters(under) >= _MUCH * letters(main) else main


def _first_of_stream(shown: Sequence[Block], main: list[Block]) -> list[Block]:
    """Drop the articles that a page has loaded under its own: each begins with a headline."""
    own = _article_around(main[0])
    start = _index(shown, main[0])
    for block in shown[start:]:
        if block.element.tag == "h1" and own is not None:
            other = _article_around(block)
            if other is not None and other is not own and own not in other.iterancestors():
                after = set(map(id, shown[_index(shown, block) :]))
                return [one for one in main if id(one) not in after] or main
    return main


def _article_around(block: Block) -> HtmlElement | None:
    return next((one for one in block.element.iterancestors() if one.tag == "article"), None)


def _without_tail(main: list[Block], home: HtmlElement) -> list[Block]:
    """Drop what follows outside the article's element, and ways to others at its own ends."""
    tail = [*takewhile(lambda block: not is_in(block, home), reversed(main))]
    is_read = letters([*filter(_reads, tail)]) >= _MUCH * letters(tail)
    is_more = is_read and letters(tail) >= _TAIL * letters(main)
    kept = [*main] if is_more else main[: len(main) - len(tail)]
    own = said_of(main[0].element)
    while kept and (_leads_on(kept[-1]) or own != said_of(kept[-1].element) in _NEVER_LAST):
        kept.pop()
    return [*dropwhile(lambda one: _is_linked(one) or _is_scrap(one), kept)] or main


def _with_gaps(
    shown: Sequence[Block], main: list[Block], home: HtmlElement, balanced: Vote, heading: str
) -> list[Block]:
    """Add what stands between two blocks of the article and reads as they do, lists as well."""
    taken = set(map(id, main))
    around = {block.element.getparent() for block in main if block.kind == "paragraph"}
    first, last = _index(shown, main[0]), _index(shown, main[-1])
    for block, after in pairwise(shown[first : last + 1]):
        is_over_text = block.kind == "heading" and id(after) in taken
        fits = not _repeats(block, heading) and is_in(block, home)
        fits = fits and (balanced.holds(block) or is_over_text or _is_listed(block, around))
        if fits and (_reads(block) if block.kind == "paragraph" else _belongs(block)):
            taken.add(id(block))
    return [block for block in shown if id(block) in taken]


def _is_listed(block: Block, around: Container[HtmlElement | None]) -> bool:
    """Say whether this is an item of a list that stands beside the article's paragraphs."""
    lists = [one for one in block.element.iterancestors() if one.tag in ("ul", "ol")]
    return block.kind == "item" and bool(lists) and lists[-1].getparent() in around


def _with_lede(shown: Sequence[Block], main: list[Block], heading: str) -> list[Block]:
    """Add what stands between headline and text as a summary, where it was left out."""
    first = _index(shown, main[0])
    above = shown[max(0, first - _FAR) : first]
    before = [*takewhile(lambda one: one.key != heading and one.element.tag != "h1", above[::-1])]
    lede = [one for one in before[::-1] if _is_lede(one)]
    return [*(lede if len(before) < len(above) else lede[-1:]), *main]


def _is_lede(block: Block) -> bool:
    """Say whether this may be the summary under a headline: some set it as a heading.

    A teaser in other places, the summary is often called one here.
    """
    is_linked = block.linked >= _LINKED * len(block.text)
    is_cut = block.text.endswith(("...", "…"))  # the article's own beginning, as it is teased
    if is_linked or is_cut or said_of(block.element) not in ("", "teaser"):
        return False
    if block.kind == "heading":
        return len(block.key) >= 2 * _LEDE
    return len(block.key) >= _LEDE and ends_as_sentence(block.text)


def _reads(block: Block) -> bool:
    """Say whether this reads like a paragraph of an article."""
    return block.kind in ("paragraph", "quote") and _belongs(block) and ends_as_sentence(block.text)


def _belongs(block: Block) -> bool:
    return not is_aside(block.element) and block.linked < _LINKED * len(block.text)


def _leads_on(block: Block) -> bool:
    """Say whether this is the way to something else, or stands over it."""
    if block.kind == "heading" or block.text.endswith((":", "：")):
        return True
    return _is_linked(block) or _is_scrap(block)


def _is_scrap(block: Block) -> bool:
    """Say whether this is a word on its own, as buttons and tabs have."""
    is_short = len(block.key) < _LEAST and block.kind not in ("row", "heading")
    return is_short and not ends_as_sentence(block.text)


def _is_linked(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text) and not ends_as_sentence(block.text)


def _index(blocks: Sequence[Block], block: Block) -> int:
    return next(at for at, one in enumerate(blocks) if one is block)
