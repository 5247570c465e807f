"""What a REFI-QDA project says before and after its sources: users, codes, notes, links."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle
from pressmark.formats.refi.codebook import Code, codes_of
from pressmark.formats.refi.guids import id_of
from pressmark.formats.xml_reading import Element, elements

_FRAME = {"User", "Codes", "Variable", "Case", "Note", "Link"}
_SOURCES = {"TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"}
_INTERNAL = "internal://"
_QDE = ".qde"


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its name and its words."""

    name: str
    text: str


@dataclass(slots=True)
class Frame:
    """Users, variables and cases by name, codes, notes and links; ids are those of GUIDs."""

    users: dict[str, str] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    links: dict[str, list[Element]] = field(default_factory=dict)
    """By where they begin."""


class QdeFiles:
    """The project and the texts in a bundle; FormatError `needs-files` where it has none."""

    def __init__(self, bundle: Bundle | None) -> None:
        name = project_name(bundle) if bundle is not None else None
        if bundle is None or name is None:
            raise FormatError("needs-files", format="REFI-QDA")
        self._bundle = bundle
        self._name = name
        self._data = bundle.read(name)
        self._files = {name.casefold(): name for name in bundle.names}

    @property
    def where(self) -> str:
        """The name of the project's own file."""
        return self._name

    def beside(self, name: str) -> bytes:
        """Return the bytes of a file beside the project's, none where there is none."""
        return self._bundle.read(name) if name in self._bundle.names else b""

    def frame(self) -> Frame:
        """Return everything but the sources."""
        frame = Frame()
        for one in elements(self._data, self._name, _FRAME):
            own = id_of(one.get("guid")) or ""
            match one.name:
                case "Codes":
                    frame.codes = codes_of(one)
                case "User":
                    frame.users[own] = one.get("name") or one.get("id") or own
                case "Variable":
                    frame.variables[own] = one.get("name")
                case "Case":
                    frame.cases[own] = one.get("name") or own
                case "Note":
                    frame.notes[own] = Note(one.get("name"), self._note(one))
                case _:
                    origin = id_of(one.get("originGUID")) or ""
                    frame.links.setdefault(origin, []).append(one)
        return frame

    def sources(self) -> Iterator[Element]:
        """Yield the sources one by one."""
        return elements(self._data, self._name, _SOURCES)

    def text(self, source: Element) -> str | None:
        """Return the text of a source; None where it has none in here.

        FormatError `bad-line` where it should be here and is not, or is not UTF-8.
        """
        path = source.get("plainTextPath")
        if not path:
            inline = next(source.all("PlainTextContent"), None)
            return inline.text if inline is not None else None
        if "://" in path and not path.casefold().startswith(_INTERNAL):
            return None  # on somebody's disk, where nothing is to be looked for
        base = path.rpartition("/")[2].rpartition("\\")[2].casefold()
        name = self._files.get(f"sources/{base}") or self._files.get(base)
        if name is None:
            raise self.refused(source, "file-missing")
        data = self._bundle.read(name)
        try:
            return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise FormatError("bad-line", where=name, reason="encoding") from error

    def refused(self, element: Element, reason: str) -> FormatError:
        """Return the error for an element that cannot be taken."""
        return FormatError("bad-line", where=self._name, line=element.line, reason=reason)

    def _note(self, note: Element) -> str:
        text = None
        with suppress(FormatError):  # a note may be a document of another kind
            text = self.text(note)
        return text or note.text_of("Description")


def project_name(bundle: Bundle) -> str | None:
    """Return the name of the project's file: at the root the only one of its kind."""
    found = [one for one in bundle.names if one.casefold().endswith(_QDE) and "/" not in one]
    return (
        found[0] if len(found) == 1 else next((one for one in found if one == "project.qde"), None)
    )
