"""Zips of articles: each entry read as the file it is, zips in zips too, a saved page once."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.kinds import kind_of
from pressmark.articles.packed import Entry, Packed
from pressmark.articles.parts import found_in_part, guarded
from pressmark.errors import ArticleFileError

_NO_ARTICLES = frozenset(
    {
        *("png", "jpg", "jpeg", "jfif", "gif", "webp", "svg", "bmp", "ico", "tif", "tiff", "avif"),
        *("heic", "mp3", "mp4", "m4a", "m4v", "mov", "avi", "mkv", "webm", "ogg", "oga", "wav"),
        *("flac", "css", "js", "mjs", "map", "woff", "woff2", "ttf", "otf", "eot", "exe", "dll"),
        *("so", "dylib", "class", "jar", "apk", "iso", "db", "sqlite", "lnk", "swf", "psd"),
    }
)
"""How the names of files end that hold no article, whatever is in them."""
_OF_SYSTEMS = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
"""What systems put into zips beside what people do; and what is hidden."""
_PAGE = (".html", ".htm", ".xhtml")
_BESIDE_A_PAGE = re.compile(  # what browsers call the folder of a page's parts, in many languages
    r"(?:_files|\.files|-files|_datei(?:en)?|-Dateien|_fichiers|-fichiers|_archivos|_ficheiros"
    r"|_arquivos|_file|_bestanden|_pliki|_soubory|_filer|_tiedostot|_elemei|_dosyalar|_файлы"
    r"|_файли|_αρχεία|_ファイル|_파일|_文件|_檔案|_ملفات)",
    re.IGNORECASE,
)
_LONGEST_END = 12
_SAMPLE = 3


@dataclass(frozen=True, slots=True)
class _Inside:
    """A zip that is read: where it lies, and how its entries are called."""

    packed: Packed
    place: str
    names: Mapping[Entry, str]
    wishes: Wishes


def read_zip(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the articles of all entries, in the order of the zip; an entry is told by its name.

    ArticleFileError `damaged`, `too-much`, `no-article` where nothing in it could be an article.
    """
    packed = Packed(data)
    inside = _Inside(packed, "", _names(packed.entries), wishes)
    if all(_OF_SYSTEMS.search(name) for name in inside.names.values()):
        raise ArticleFileError("no-article")
    yield from _entries(inside)


def _entries(inside: _Inside) -> Iterator[Found]:
    """Yield what is in a zip; what is passed over is told with its first article."""
    shown = [one for one, name in inside.names.items() if not _OF_SYSTEMS.search(name)]
    beside = _beside_pages([inside.names[one] for one in shown])
    passed = [one for one in shown if _is_passed_over(inside.names[one], beside)]
    names = [inside.names[one] for one in passed]
    told, over = tuple(_passed_over(names, beside)), set(map(id, passed))
    read = (one for one in shown if id(one) not in over)
    for found in chain.from_iterable(_entry(inside, one) for one in read):
        if told and isinstance(found, Extract):
            yield replace(found, remarks=(*told, *found.remarks))
            told = ()
        else:
            yield found
        inside.packed.stop_a_bomb()


def _entry(inside: _Inside, entry: Entry) -> Iterator[Found]:
    part = inside.place + inside.names[entry]

    def found() -> Iterator[Found]:
        data = inside.packed.read(entry)
        name = PurePosixPath(part).name
        if kind_of(data, name).id == "zip":
            packed = inside.packed.inner(data)
            names = _names(packed.entries)
            yield from _entries(_Inside(packed, f"{part}/", names, inside.wishes))
        else:
            yield from found_in_part(data, replace(inside.wishes, name=name, kind=""), part)

    yield from guarded(found, part)


def _names(entries: Sequence[Entry]) -> dict[Entry, str]:
    """Return the names of entries; those in the letters of an old system are guessed together."""
    names = {one: one.name for one in entries}
    legacy = [one for one in entries if one.legacy]
    if legacy:
        written = b"\n".join(one.name.encode("cp437") for one in legacy)
        try:
            guessed = decode(written).text.split("\n")
        except ArticleFileError:
            guessed = []
        if len(guessed) == len(legacy):
            names.update(zip(legacy, guessed, strict=True))
    return names


def _beside_pages(names: Sequence[str]) -> frozenset[str]:
    """Return the folders with the parts of saved pages: they are called as a page beside them."""
    pages = {name[: -len(end)] for name in names for end in _PAGE if name.lower().endswith(end)}
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    return frozenset(
        folder
        for folder in folders
        if (end := _BESIDE_A_PAGE.search(folder, len(folder) - _LONGEST_END))
        and end.end() == len(folder)
        and folder[: end.start()] in pages
    )


def _is_passed_over(name: str, beside: frozenset[str]) -> bool:
    path = PurePosixPath(name)
    return path.suffix[1:].lower() in _NO_ARTICLES or not beside.isdisjoint(map(str, path.parents))


def _passed_over(names: Sequence[str], beside: frozenset[str]) -> Iterator[Remark]:
    """Tell of what is passed over: parts of saved pages, and files that are no articles."""
    of_pages = [one for one in names if not beside.isdisjoint(map(str, PurePosixPath(one).parents))]
    others = Counter(names) - Counter(of_pages)
    for code, left in (("left-out-page-files", of_pages), ("left-out-files", list(others))):
        if left:
            sample = ", ".join(PurePosixPath(one).name for one in left[:_SAMPLE])
            more = ", …" if len(left) > _SAMPLE else ""
            yield Remark(code=code, count=len(left), fact=sample + more)
