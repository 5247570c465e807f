"""UIMA XMI: a file an article, and one with the types of all. Offsets: UTF-16.

What XML cannot hold is U+FFFD in the text that others see; what it was is sent along.
"""

from collections.abc import Iterator
from functools import partial

from pressmark.formats.article_lines import article_lines
from pressmark.formats.cas.reading import read_cas
from pressmark.formats.cas.structures import SOFA, VIEW, Reference, Structure, Type
from pressmark.formats.cas.writing import SOFA_NUMBER, ArticleStructures, CasOptions, types_of
from pressmark.formats.cas.xmi_reading import ENDING, TYPES_FILE, claims, claims_bundle, load
from pressmark.formats.file_names import file_names
from pressmark.formats.format import EVERYTHING, Format, Lost, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.xml_text import xml_text
from pressmark.formats.xml_writing import DECLARATION, element, opened, told

_SPECIFIER = "http://uima.apache.org/resourceSpecifier"


def _write(selection: Selection, options: CasOptions) -> Iterator[Piece]:
    selection = selection.complete()
    names = file_names(one.head.id for one in selection.shelf())
    types = types_of(options)
    yield Piece(TYPES_FILE, _type_system(types).encode())
    spaces = _Spaces(types)
    for _, line in article_lines(selection):
        made = ArticleStructures(line, options, xml_text)
        yield Piece(f"{names[line['id']]}{ENDING}", "".join(_xmi(made, spaces)).encode())


def _type_system(types: tuple[Type, ...]) -> str:
    described = (
        element(
            "typeDescription",
            {},
            told("name", one.name),
            "<description/>",
            told("supertypeName", one.kind_of),
            element("features", {}, "\n", *map(_feature, *zip(*one.features.items(), strict=True))),
        )
        for one in types
    )
    inside = element("types", {}, "\n", *(f"{one}\n" for one in described))
    return f"{DECLARATION}{element('typeSystemDescription', {'xmlns': _SPECIFIER}, inside)}\n"


def _feature(name: str, kind: str) -> str:
    named, ranged = told("name", name), told("rangeTypeName", kind)
    return element("featureDescription", {}, named, "<description/>", ranged) + "\n"


class _Spaces:
    """The namespaces that stand for packages of types."""

    def __init__(self, types: tuple[Type, ...]) -> None:
        packages = dict.fromkeys(one.name.rpartition(".")[0] for one in types)
        self._prefixes = {one: f"ns{number}" for number, one in enumerate(packages, start=1)}

    def declared(self) -> dict[str, str]:
        """Return the declarations of all of them."""
        return {
            f"xmlns:{prefix}": f"http:///{package.replace('.', '/')}.ecore"
            for package, prefix in self._prefixes.items()
        }

    def name(self, one: Structure) -> str:
        """Return the name of the element that a structure is."""
        package, _, name = one.type.rpartition(".")
        return f"{self._prefixes[package]}:{name}"


def _xmi(made: ArticleStructures, spaces: _Spaces) -> Iterator[str]:
    known = {"xmlns:xmi": "http://www.omg.org/XMI", "xmlns:cas": "http:///uima/cas.ecore"}
    yield DECLARATION
    yield opened("xmi:XMI", {**known, **spaces.declared(), "xmi:version": "2.0"}) + "\n"
    yield element("cas:NULL", {"xmi:id": "0"}) + "\n"
    members = []
    for one in made.all():
        members.append(str(one.id))
        said = {
            name: str(value.to if isinstance(value, Reference) else value)
            for name, value in one.features.items()
        }
        yield element(spaces.name(one), {"xmi:id": str(one.id), **said}) + "\n"
    number = str(SOFA_NUMBER)
    sofa = {"sofaNum": "1", "sofaID": VIEW, "mimeType": "text/plain", "sofaString": made.text}
    yield element(f"cas:{SOFA.rpartition('.')[2]}", {"xmi:id": number, **sofa}) + "\n"
    yield element("cas:View", {"sofa": number, "members": " ".join(members)}) + "\n</xmi:XMI>\n"


def _find_lost(selection: Selection, options: CasOptions) -> tuple[Lost, ...]:
    del options
    return tuple(
        Lost(article.head.id, one.id, "characters")
        for article in selection.opened()
        if xml_text(article.text) != article.text
        for one in article.annotations
        if any(xml_text(text) != text for text in one.text)
    )


CAS_XMI = Format(
    id="cas-xmi",
    name="UIMA CAS XMI",
    about="For INCEpTION, WebAnno and DKPro: a file an article, and one with the types of all.",
    suffix=".zip",
    group="exchange",
    holds=EVERYTHING,
    options=CasOptions,
    write_files=_write,
    read=partial(read_cas, ending=ENDING, load=load),
    claims=claims,
    claims_bundle=claims_bundle,
    find_lost=_find_lost,
)
