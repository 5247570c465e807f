"""A piece of HTML within a file of another kind: an item of a feed, a cell of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressmark.articles.extract import Remark, Wishes
from pressmark.model.article import Zone

if TYPE_CHECKING:
    from pressmark.articles.web.layout import Laid


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text, what stands in it that is not the article, and what is to be said of it."""

    text: str = ""
    zones: tuple[Zone, ...] = ()
    remarks: tuple[Remark, ...] = ()


def piece_of(markup: str, wishes: Wishes) -> Piece:
    """Return the text of a piece of HTML; hidden text is a zone, or left out where it is wished."""
    from pressmark.articles.web.clipboard import laid_of  # noqa: PLC0415 -- lxml: 9 MB of a window
    from pressmark.articles.web.layout import without_zones  # noqa: PLC0415 -- as above

    laid = laid_of(markup)
    if wishes.boilerplate == "left-out" and laid.zones:
        remark = Remark(code="boilerplate-left-out", count=len(laid.zones))
        return Piece(text=without_zones(laid).text, remarks=(remark, *laid.unwritten))
    return Piece(text=laid.text, zones=laid.zones, remarks=tuple(_remarks(laid)))


def _remarks(laid: "Laid") -> Iterator[Remark]:
    hidden = tuple(zone.span for zone in laid.zones if zone.kind == "hidden")
    if hidden:
        yield Remark(code="hidden-text", count=len(hidden), spans=hidden)
    yield from laid.unwritten
