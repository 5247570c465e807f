"""A document as its reader leaves it, and the extract that is made of it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.articles.extract import Extract, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.office.blocks import HIDDEN, NAVIGATION, Block, Paragraph, Run, lay_out
from pressmark.errors import ArticleFileError
from pressmark.model.article import Zone

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a file says of itself; what is blank is not said."""

    title: str = ""
    byline: str = ""
    published: str = ""
    source: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(slots=True)
class Document:
    """Blocks in their order, notes in the order they are referred to, and what stayed behind.

    `heading` is the first title or heading among the blocks. `remarks` counts by the codes of
    remarks: changes taken as accepted, comments left out, ...
    """

    blocks: list[Block] = field(default_factory=list)
    notes: list[list[Block]] = field(default_factory=list)
    heading: str = ""
    remarks: Counter[str] = field(default_factory=Counter)

    def extract(
        self, kind: str, properties: Properties, wishes: Wishes, *, between: str = "\n"
    ) -> Extract:
        """Make an extract; ArticleFileError `empty` where there are no words."""
        left_out = wishes.boilerplate == "left-out"
        blocks = self.blocks + noted(self.notes)
        text, zones = lay_out(blocks, between=between, without=(NAVIGATION,) if left_out else ())
        if not text.strip():
            raise ArticleFileError("empty")
        hidden = tuple(zone.span for zone in zones if zone.kind == HIDDEN)
        remarks = [Remark(code=code, count=self.remarks[code]) for code in sorted(+self.remarks)]
        if hidden:
            remarks.insert(0, Remark(code="hidden-text", count=len(hidden), spans=hidden))
        if left_out:
            _, all_zones = lay_out(blocks, between=between)
            if gone := sum(zone.kind == NAVIGATION for zone in all_zones):
                remarks.append(Remark(code="boilerplate-left-out", count=gone))
        return Extract(
            text=text,
            zones=_with_proposed(text, zones),
            title=(properties.title or self.heading)[:_LONGEST_TITLE] or None,
            byline=properties.byline or None,
            source=properties.source or None,
            published=properties.published or None,
            language=language_of((properties.language,), text),
            keywords=properties.keywords,
            kind=kind,
            remarks=tuple(remarks),
        )


def _with_proposed(text: str, zones: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """Add what reads like boilerplate to zones that the file itself has."""
    proposed = (one for one in proposed_zones(text) if zones)
    free = (
        one
        for one in proposed
        if not any(one.start < zone.end and zone.start < one.end for zone in zones)
    )
    return tuple(sorted((*zones, *free), key=lambda zone: zone.start))


def keywords_in(text: str) -> tuple[str, ...]:
    """Return the keywords that one line lists, each once."""
    words = (word.strip() for word in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def one_line(text: str | None) -> str:
    """Return text on one line: for titles and names."""
    return " ".join((text or "").split())


def noted(notes: list[list[Block]]) -> list[Block]:
    """Return notes as paragraphs, each with its number before it."""
    blocks: list[Block] = [Paragraph()] if notes else []
    for number, note in enumerate(notes, start=1):
        mark = Run(f"[{number}] ")
        first, *rest = note or [Paragraph()]
        if isinstance(first, Paragraph):
            blocks.append(Paragraph([mark, *_unindented(first.runs)]))
        else:
            blocks += (Paragraph([mark]), first)
        blocks += rest
    return blocks


def _unindented(runs: list[Run]) -> list[Run]:
    """Return runs without the blank that stands after a note's own number."""
    for at, run in enumerate(runs):
        text = run.text.lstrip(" \t\xa0") if not at or not runs[at - 1].text.strip() else run.text
        if text:
            return [Run(text, run.zone), *runs[at + 1 :]]
    return []
