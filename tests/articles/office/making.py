"""Files of word processors made part by part: what a test writes is what stands in the XML."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="'
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties">{}'
    "</cp:coreProperties>"
)
OPEN_DOCUMENT = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "meta": "meta",
    }.items()
)


def zipped(parts: dict[str, str], *, stored: str = "") -> bytes:
    """Zip text files; the one named `stored` comes first and is not packed."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name in sorted(parts, key=lambda one: one != stored):
            packed.writestr(name, parts[name], ZIP_STORED if name == stored else None)
    return file.getvalue()


def docx(body: str, *, core: str = "", space: str = WORD, **parts: str) -> bytes:
    """Make a Word file of the XML in its body, and in parts such as `styles` and `footnotes`."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name.rstrip("0123456789")}"'
        f' Target="{name}.xml"/>'
        for name in parts
    )
    wrapped = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{space}">{content}</w:{name}>'
        for name, content in parts.items()
    }
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
            f"{related}</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{space}" {SPACES}>'
            f"<w:body>{body}<w:sectPr/></w:body></w:document>",
            "docProps/core.xml": _CORE.format(core),
            **wrapped,
        }
    )


def p(*runs: str, properties: str = "") -> str:
    """Write a paragraph of runs; what is not XML is the text of one."""
    content = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Write a run."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escaped}</w:t></w:r>'
