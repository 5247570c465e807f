"""What a clipboard or a drop offers, as what articles may be made of; never anything richer."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from pressmark.ui.dialogs.web_address import web_address

_PARAGRAPH = re.compile(r"<(?:p|li|h[1-6]|blockquote|div|br)[\s>/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offered:
    """Files, or else the address of a page, or else HTML with the same as text, or else text."""

    paths: tuple[Path, ...] = ()
    address: str = ""
    html: str = ""
    text: str = ""


def offered_by(offered: QMimeData) -> Offered:
    """Return what is offered.

    Words come as they are; HTML counts where there are none, or where they lost its paragraphs.
    """
    urls = offered.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Offered(paths=paths)
    words = offered.text() if offered.hasText() else ""
    address = next((url.toString() for url in urls), "") or words.strip()
    if web_address(address) is not None and not any(char.isspace() for char in address):
        return Offered(address=address)
    html = offered.html() if offered.hasHtml() else ""
    is_run_together = "\n" not in words.strip() and len(_PARAGRAPH.findall(html)) > 1
    if html and (is_run_together or not words.strip()):
        return Offered(html=html, text=words)
    return Offered(text=words)
