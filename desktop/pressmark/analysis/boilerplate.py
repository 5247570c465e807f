"""Which stretches of a news text are hardly its content: a proposal, made once when it comes in.

Only what is typical is proposed: headlines that are repeated, the lines under them, teasers for
other articles, notices of rights, and what pages leave behind at the foot. All offsets are code
points.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

import regex

from pressmark.model.article import Zone
from pressmark.model.span import Span

_LINE = regex.compile(r"[^\n]*[^\s][^\n]*")
_HEAD = 6
"""How many lines, at most, stand before the text begins."""
_BYLINE = 40
"""How many code points a byline has at most."""
_TEASER_LONGEST = 240

_STOP = regex.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*\s*$")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_TEASER = regex.compile(
    r"\s*(?:read (?:also|more|next|too)|also read|see also|more on this|related(?: stories| news)?"
    r"|recommended|don['’]t miss|watch(?: also| more)?"
    r"|читайте (?:також|також про|ще)|дивіться також|читайте (?:также|ещё|еще)|смотрите также"
    r"|по теме|за темою|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|leggi anche"
    r"|lea también|lee también|leia também|lees ook|czytaj (?:też|także)|zobacz także"
    r"|ayrıca okuyun|اقرأ أيضا?ً?|إقرأ أيضا?ً?|관련\s?기사|関連記事|相关阅读|延伸阅读)\s*[:：>»|]",
    regex.IGNORECASE,
)
_RIGHTS = regex.compile(r"\s*(?:©|\(c\)\s*\d{4}|copyright\b)", regex.IGNORECASE)
_NOTICE = regex.compile(
    r"\ball rights reserved\b|все права защищены|(?:усі|всі) права захищен"
    r"|\btous droits réservés|\balle rechte vorbehalten|\bmay not be (?:published|reproduced)"
    r"|\b(?:citing|using|quoting|reproduc\w+|republi\w+)\b.{0,60}"
    r"\b(?:materials?|contents?|articles?)\b.{0,60}\b(?:links?|hyperlinks?|permission|consent)\b"
    r"|(?:цитуванн|використанн|передрук).{0,60}матеріал.{0,60}(?:посилання|гіперпосилання)"
    r"|(?:цитирован|использован|перепечатк).{0,60}материал.{0,60}(?:ссылк|гиперссылк)"
    r"|무단\s?전재",
    regex.IGNORECASE,
)
_WIDGET = regex.compile(
    r"\s*(?:share(?: this| on)?\b|tweet\b|follow us\b|subscribe\b|sign up\b|print\b|comments?\b"
    r"|advertisement\b|реклама\b|tags?:|теги:|поділитися|поделиться|підписуйтесь|подписывайтесь)",
    regex.IGNORECASE,
)
_ASKING = regex.compile(
    r"\s*(?:(?:did you )?(?:like|liked|enjoy|enjoyed|love|loved) (?:this|what|reading)\b.{0,40}\?"
    r"|(?:share|send) (?:this|it) (?:story |article |news )?with (?:a |your )?friends?\b"
    r"|(?:сподобалася|сподобалась) (?:ця )?(?:стаття|новина)\b.{0,20}\?"
    r"|понравилась (?:эта )?(?:статья|новость)\b.{0,20}\?)",
    regex.IGNORECASE,
)
"""What asks readers to pass an article on: whole sentences, short ones."""
_WIDGET_LONGEST = 80
_TAIL = 200
"""How many code points at the end of a text are looked through for signs without words."""
_TAIL_SIGNS = regex.compile(
    r"(?<=[.!?…。؟][\"'”’»)\]]*)\s+[^\p{L}\p{N}]*[^\p{L}\p{N}\s][^\p{L}\p{N}]*$"
)


def proposed_zones(text: str) -> tuple[Zone, ...]:
    """Return the stretches to dim, in order, none touching words of the article itself."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    kinds = _head_kinds(text, lines)
    kinds |= {line: kind for line in lines if (kind := _kind_of(text, line))}
    kinds |= _foot_kinds(text, lines, kinds)
    zones = [Zone(start=span.start, end=span.end, kind=kind) for span, kind in _joined(text, kinds)]
    tail = _TAIL_SIGNS.search(text, max(0, len(text) - _TAIL))
    if tail and not any(zone.end > tail.start() for zone in zones):
        zones.append(Zone(start=tail.start(), end=len(text), kind="widget"))
    return tuple(zones)


def _head_kinds(text: str, lines: Sequence[Span]) -> dict[Span, str]:
    """Find a headline that stands there twice, and the short lines right under it."""
    head = [*takewhile(lambda line: not _ends(text, line), lines[:_HEAD])]
    count = Counter(_words(text, line) for line in head)
    repeated = [line for line in head if count[_words(text, line)] > 1]
    if not repeated:
        return {}
    under = [line for line in head if line.start > repeated[-1].end]
    bylines = takewhile(lambda line: line.length <= _BYLINE, under)
    return dict.fromkeys(repeated, "headline") | dict.fromkeys(bylines, "byline")


def _kind_of(text: str, line: Span) -> str | None:
    if line.length <= _TEASER_LONGEST and _TEASER.match(text, *line):
        return "teaser"
    if _RIGHTS.match(text, *line) or _NOTICE.search(text, *line):
        return "notice"
    short = line.length <= _WIDGET_LONGEST
    asks = _ASKING.match(text, *line) or (not _ends(text, line) and _WIDGET.match(text, *line))
    return "widget" if short and asks else None


def _foot_kinds(text: str, lines: Sequence[Span], kinds: dict[Span, str]) -> dict[Span, str]:
    """Find what follows the last notice in short lines: the article is over by then."""
    last = max((at for at, line in enumerate(lines) if kinds.get(line) == "notice"), default=None)
    foot = lines[last + 1 :] if last is not None else ()
    if any(line.length > _WIDGET_LONGEST or _ends(text, line) for line in foot):
        return {}
    return {line: "widget" for line in foot if line not in kinds}


def _joined(text: str, kinds: dict[Span, str]) -> Iterator[tuple[Span, str]]:
    """Yield the stretches in order; lines without a word belong to the one before."""
    held: tuple[Span, str] | None = None
    for line in sorted(kinds):
        if held and not _WORD.search(text, *line) and not text[held[0].end : line.start].strip():
            held = Span(held[0].start, line.end), held[1]
            continue
        if held:
            yield held
        held = line, kinds[line]
    if held:
        yield held


def _ends(text: str, line: Span) -> bool:
    """Say whether a line ends as a sentence does."""
    return _STOP.search(text, *line) is not None


def _words(text: str, line: Span) -> str:
    return " ".join(text[slice(*line)].casefold().split())
