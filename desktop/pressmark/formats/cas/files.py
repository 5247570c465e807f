"""The files of a set: one, all of a folder or zip, or those in the export of an INCEpTION project.

There each document has a folder with a file for each annotator; XMI is in a zip with its types.
"""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle, ZipBundle

_PROJECT = "exportedproject.json"
_UNTOUCHED = "INITIAL_CAS"
_ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class CasFile:
    """A file: its bytes and name, what is beside it, the article it is about, and whose it is."""

    name: str
    data: bytes
    beside: Bundle | None
    article: str
    annotator: str | None = None


def single(name: str, data: bytes, beside: Bundle | None) -> CasFile:
    """Return a file that is about the article which its name says."""
    return CasFile(name, data, beside, _stem(name))


def files_in(bundle: Bundle, ending: str) -> Iterator[CasFile]:
    """Yield the files whose names end so; those about an article come in a row."""
    is_project = _PROJECT in bundle.names
    for name in bundle.names:
        match name.split("/"):
            case ["annotation" | "curation", article, file] if is_project:
                yield from _of_person(bundle, name, article, file, ending)
            case _ if name.endswith(ending) and not is_project:
                yield single(name, bundle.read(name), bundle)


def _of_person(
    bundle: Bundle, name: str, article: str, file: str, ending: str
) -> Iterator[CasFile]:
    person, about = _stem(file), _stem(article)
    if person == _UNTOUCHED:
        return
    if file.endswith(ending):
        yield CasFile(name, bundle.read(name), bundle, about, person)
    elif file.endswith(_ZIP):
        inner = ZipBundle(name, bundle.read(name))
        for held in inner.names:
            if held.endswith(ending):
                yield CasFile(held, inner.read(held), inner, about, person)


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def has_files(bundle: Bundle, ending: str, claims: Callable[[str, bytes], bool]) -> bool:
    """Say whether a folder or zip is such a set, to judge by its first file and by the others."""
    try:
        first = next(files_in(bundle, ending), None)
    except FormatError:
        return False  # whatever it is, it cannot be read
    others = [name for name in bundle.names if not name.endswith((ending, ".xml", ".txt"))]
    is_alone = _PROJECT in bundle.names or not others
    return first is not None and is_alone and claims(first.name, first.data)
