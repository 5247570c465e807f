"""A mail that was taken apart, whatever it came in, made an article; and what is attached to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pressmark.articles.extract import Extract, Found, Remark, RunnerUp, Wishes
from pressmark.articles.kinds import SUFFIXES, kind_of
from pressmark.articles.languages import language_of
from pressmark.articles.mail.quoting import is_forward
from pressmark.articles.parts import found_in_part
from pressmark.articles.web.layout import Laid, without_zones
from pressmark.errors import ArticleFileError
from pressmark.model.article import Zone

_SET_ASIDE = ("quoted", "signature")
_PLAIN = ("text", "html")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a mail; `mime` is what the mail says it is."""

    name: str
    data: bytes
    mime: str = ""

    @property
    def called(self) -> str:
        """What to call it where there is nothing else to say."""
        return self.name or self.mime or "?"


@dataclass(slots=True)
class Letter:
    """What a mail says, and what came with it: files, and how many pictures."""

    kind: str
    text: str = ""
    zones: list[Zone] = field(default_factory=list)
    encoding: str = ""
    certain: bool = True
    runners_up: tuple[RunnerUp, ...] = ()
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    language: str | None = None
    files: list[Attached] = field(default_factory=list)
    pictures: int = 0
    left_out: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add_laid(self, laid: Laid) -> None:
        """Put what a piece of HTML says at the end; other mails in it are zones.

        Not so in a mail that passes another one on: there it is what the mail says.
        """
        kept = [one for one in laid.zones if one.kind != "quoted" or not is_forward(self.title)]
        self.add(laid.text, kept)
        self.remarks += laid.unwritten

    def add(self, text: str, zones: Sequence[Zone] = ()) -> None:
        """Put a piece of text at the end, a blank line before it."""
        words = text.strip("\n")
        if not words.strip():
            return
        self.text += "\n\n" if self.text else ""
        shift = len(self.text) - (len(text) - len(text.lstrip("\n")))
        self.text += words
        self.zones += [
            replace(zone, start=zone.start + shift, end=min(zone.end + shift, len(self.text)))
            for zone in zones
            if zone.start + shift < len(self.text)
        ]


def found_in_letter(letter: Letter, wishes: Wishes, *, is_alone: bool = True) -> Iterator[Found]:
    """Yield the mail itself, then what is in the files attached to it.

    ArticleFileError `empty` where it has neither text nor files that are read, and `is_alone`.
    """
    attached: list[Found] = []
    for file in letter.files:
        if _is_read(file):
            name = replace(wishes, name=file.name, kind="", encoding="")
            attached += found_in_part(file.data, name, file.name)
        else:
            letter.left_out.append(file.called)
    if letter.text:
        yield _extract(letter, wishes)
    elif is_alone and not any(isinstance(one, Extract) for one in attached):
        raise ArticleFileError("empty")
    yield from attached


def _is_read(file: Attached) -> bool:
    """Say whether a file is one of the kinds that articles come in, as its name or bytes say."""
    if file.name.lower().endswith(SUFFIXES):
        return True
    try:
        return kind_of(file.data, "").id not in _PLAIN
    except ArticleFileError:
        return False


def _extract(letter: Letter, wishes: Wishes) -> Extract:
    laid, gone = Laid(letter.text, tuple(letter.zones), ()), 0
    if wishes.boilerplate == "left-out":
        shown = tuple(zone for zone in laid.zones if zone.kind in (*_SET_ASIDE, "hidden"))
        gone = len(shown)
        laid = without_zones(Laid(laid.text, shown, ()))
    hidden = tuple(zone.span for zone in laid.zones if zone.kind == "hidden")
    remarks = (
        Remark(code="hidden-text", count=len(hidden), spans=hidden),
        Remark(code="boilerplate-left-out", count=gone),
        Remark(code="left-out-pictures", count=letter.pictures),
        *letter.remarks,
        Remark(
            code="left-out-attachment", count=len(letter.left_out), fact=", ".join(letter.left_out)
        ),
    )
    return Extract(
        text=laid.text,
        zones=laid.zones,
        title=letter.title,
        byline=letter.byline,
        source=letter.source,
        published=letter.published,
        language=language_of((letter.language,), laid.text),
        kind=letter.kind,
        encoding=letter.encoding,
        certain=letter.certain,
        runners_up=letter.runners_up,
        remarks=tuple(one for one in remarks if one.count or one in letter.remarks),
    )
