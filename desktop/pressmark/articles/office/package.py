"""The parts of an Office file: which there are, and what each has to do with another."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from pressmark.articles.office.document import Properties, keywords_in, one_line
from pressmark.articles.office.names import shorten
from pressmark.articles.packed import Packed
from pressmark.articles.safe_xml import parse_xml

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "",
    f"{_STRICT}/wordprocessingml/main": "",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
DUBLIN_CORE = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
_CORE = {f"{_OFFICE}/package/2006/metadata/core-properties": "cp", **DUBLIN_CORE}


class Package:
    """An Office file by its relationships: the names of parts are not the same everywhere."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed

    def related(self, part: str, kind: str, id_: str = "") -> Iterator[str]:
        """Yield the names of the parts that `part` has of a kind; an empty `part` is the file.

        With an `id_`, only that of it.
        """
        folder, name = dirname(part), part.rpartition("/")[2]
        found = self.packed.read_named(join(folder, "_rels", f"{name}.rels"))
        for one in parse_xml(found) if found else ():
            is_meant = one.get("Type", "").endswith(f"/{kind}") and id_ in ("", one.get("Id"))
            if is_meant and one.get("TargetMode") != "External":
                yield normpath(join(folder, one.get("Target", ""))).lstrip("/")

    def tree(self, part: str) -> Element | None:
        """Return the root of a part with short names, None where there is no such part."""
        data = self.packed.read_named(part) if part else None
        if data is None:
            return None
        root = parse_xml(data)
        shorten(root, _PREFIXES)
        return root

    def related_tree(self, part: str, kind: str) -> Element | None:
        """Return the root of the first part that `part` has of a kind."""
        return self.tree(next(self.related(part, kind), ""))

    def properties(self) -> Properties:
        """Return what the file says of itself."""
        name = next(self.related("", "core-properties"), "docProps/core.xml")
        data = self.packed.read_named(name)
        if data is None:
            return Properties()
        root = parse_xml(data)
        shorten(root, _CORE)
        said = {element.tag: element.text or "" for element in root}
        return Properties(
            title=one_line(said.get("dc:title")),
            byline=one_line(said.get("dc:creator")),
            language=said.get("dc:language", ""),
            keywords=keywords_in(said.get("cp:keywords", "")),
        )
