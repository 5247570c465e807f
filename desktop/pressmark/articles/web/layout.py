"""The article's text as it will be frozen, and where in it stands what is not the article."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.articles.extract import Remark
from pressmark.articles.web.blocks import Block, ends_as_sentence, key_of
from pressmark.articles.web.body import Body, is_in
from pressmark.articles.web.surroundings import kind_of_aside
from pressmark.articles.web.votes import letters
from pressmark.model.article import Zone

_SHORT = 200
_ALL = 0.9
"""A paragraph with so large a share in links is one: in an article, it leads out of it."""
_MOST_ASIDE = 0.25
"""What stands within an article is left out where it is a larger share of it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A text, its zones, the blocks of the page that are not in it, and what is no text."""

    text: str
    zones: tuple[Zone, ...]
    left_out: Sequence[Block]
    unwritten: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    kind: str = ""
    tight: bool = False


def hidden_kind(block: Block) -> str:
    """Return the kind of zone that hidden text is, "" for what is seen."""
    return "hidden" if block.hidden else ""


def laid_out(blocks: Sequence[Block], body: Body, headline: str | None) -> Laid:
    """Return the article with what stands within it as zones; what is around it is left out."""
    main = set(map(id, body.blocks))
    places = [at for at, block in enumerate(blocks) if id(block) in main]
    lines = [_Line(headline)] if headline else []
    if headline and body.blocks:
        _drop_headline(body.blocks[0], headline)
    if not places:  # the text that the page has for machines alone
        lines += [_Line(block.whole) for block in body.blocks]
        return _joined(lines, blocks)
    around = (*blocks[: places[0]], *blocks[places[-1] + 1 :])
    left_out = [block for block in around if block.key != key_of(headline or "")]
    said = [_said(block) for block in body.blocks]
    captions = letters([one for one, kind in zip(body.blocks, said, strict=True) if kind])
    is_said = 2 * captions < letters(body.blocks)  # else the words under pictures are the article
    for run, is_main in _runs(blocks[places[0] : places[-1] + 1], main):
        if is_main:
            lines += [
                _Line(block.whole, _said(block) if is_said else "", block.tight) for block in run
            ]
        elif letters(run) > _MOST_ASIDE * letters(body.blocks):
            left_out += run
        else:
            lines += [
                _Line(block.whole, kind_of_aside(block), block.tight)
                for block in run
                if is_in(block, body.home)
            ]
            left_out += [block for block in run if not is_in(block, body.home)]
    return _joined(lines, left_out)


def all_laid_out(blocks: Sequence[Block], kind_of: Callable[[Block], str] = hidden_kind) -> Laid:
    """Return everything there is, as where somebody chose it; `kind_of` says what is a zone."""
    lines = [_Line(one.whole, kind_of(one), one.tight) for one in blocks]
    return _joined(lines, ())


def without_zones(laid: Laid) -> Laid:
    """Return a text without what is not the article."""
    kept, end = [], 0
    for zone in laid.zones:
        kept.append(laid.text[end : zone.start].strip("\n"))
        end = zone.end
    kept.append(laid.text[end:].strip("\n"))
    return replace(laid, text="\n\n".join(filter(None, kept)), zones=())


def _drop_headline(block: Block, headline: str) -> None:
    """Take the headline out of the paragraph that it is the first line of, as in old pages."""
    line, _, rest = block.text.partition("\n")
    if rest and key_of(line) == key_of(headline):
        block.text = rest.lstrip()


def _said(block: Block) -> str:
    """Return what a block of the article is all the same: words under a picture, a way out."""
    said = kind_of_aside(block)
    if "caption" in (block.kind, said):
        return "caption"
    if block.kind != "paragraph" or len(block.text) > _SHORT or ends_as_sentence(block.text):
        return ""
    if said == "byline":
        return said
    return "teaser" if block.linked >= _ALL * len(block.text) else ""


def _runs(blocks: Iterable[Block], main: set[int]) -> list[tuple[list[Block], bool]]:
    runs: list[tuple[list[Block], bool]] = []
    for block in blocks:
        is_main = id(block) in main
        if not runs or runs[-1][1] is not is_main:
            runs.append(([], is_main))
        runs[-1][0].append(block)
    return runs


def _joined(lines: Sequence[_Line], left_out: Sequence[Block]) -> Laid:
    """Put lines under each other; what in the article reads like boilerplate is a zone too."""
    pieces, zones, length = list[str](), list[Zone](), 0
    for line in lines:
        if pieces:
            pieces.append("\n" if line.tight else "\n\n")
            length += len(pieces[-1])
        pieces.append(line.text)
        length += len(line.text)
        if line.kind:
            zones.append(Zone(start=length - len(line.text), end=length, kind=line.kind))
    text = "".join(pieces)
    zones += [one for one in proposed_zones(text) if not any(_touch(one, zone) for zone in zones)]
    return Laid(text, tuple(_merged(text, zones)), left_out)


def _touch(one: Zone, other: Zone) -> bool:
    return one.start < other.end and other.start < one.end


def _merged(text: str, zones: Iterable[Zone]) -> list[Zone]:
    """Return zones in order; those of one kind with nothing between them are one."""
    merged: list[Zone] = []
    for zone in sorted(zones, key=lambda one: one.start):
        last = merged[-1] if merged else None
        if last and last.kind == zone.kind and not text[last.end : zone.start].strip():
            merged[-1] = replace(last, end=zone.end)
        else:
            merged.append(zone)
    return merged
