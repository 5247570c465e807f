"""What holds in RTF until a brace closes: how letters and paragraphs are, what text is for."""

from dataclasses import dataclass, field, replace

from pressmark.articles.office.rtf_letters import FACE_WORDS, Face, faced

_LAYOUT_WORDS = frozenset({"pard", "intbl", "itap", "outlinelevel", "s"})


@dataclass(frozen=True, slots=True)
class Layout:
    """What is said of a paragraph; `style` is its number in the table of styles."""

    in_table: bool = False
    nested: int = 0
    is_heading: bool = False
    style: int = 0

    @property
    def depth(self) -> int:
        """How deep in tables the paragraph is."""
        return max(self.nested, int(self.in_table))

    def after(self, word: str, number: int | None) -> "Layout":
        """Return the layout once a word was said of it."""
        match word:
            case "pard":
                return Layout()
            case "intbl":
                return replace(self, in_table=True)
            case "itap":
                return replace(self, nested=max(0, number or 0))
            case "outlinelevel":
                return replace(self, is_heading=number is not None and number < 9)
            case "s":
                return replace(self, style=number or 0)
        return self


@dataclass(slots=True)
class Group:
    """A group that is open.

    `target` says what its text is for: `text`, `quiet` (nothing, but in groups of its own), `skip`
    (nothing at all), or a table. `captured` is what it is apart from the text around it, if it is.
    """

    target: str = "text"
    outside: str = "text"
    captured: str = ""
    starred: bool = False
    face: Face = field(default_factory=Face)
    layout: Layout = field(default_factory=Layout)
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False

    def inner(self) -> "Group":
        """Return a group that opens in this one: it is what this is until something is said."""
        return replace(self, captured="", starred=False)

    def say(self, word: str, number: int | None) -> None:
        """Take a word that is said of letters or of the paragraph."""
        if word in FACE_WORDS:
            self.face = faced(self.face, word, number)
        if word in _LAYOUT_WORDS:
            self.layout = self.layout.after(word, number)
        elif word == "v":
            self.hidden = number != 0
        elif word in ("deleted", "mvf"):
            self.deleted = number != 0
        elif word in ("revised", "mvt"):
            self.inserted = number != 0
        elif word == "plain":
            self.hidden = self.deleted = self.inserted = False
