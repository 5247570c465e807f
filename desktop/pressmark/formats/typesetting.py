"""The typesetter: Typst, with the fonts of the program and of the system, found once.

It is imported only when something is set: it takes 80 MB.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pressmark.paths import resource

_GENERATIONS = 11

if TYPE_CHECKING:
    from typst import Fonts


def pdf_of(source: Path, report: str) -> bytes:
    """Return a PDF of a template that reads the JSON `sys.inputs.report`.

    It is PDF/UA-1, unless a letter is in no font of this system: that standard forbids it.
    """
    import typst  # noqa: PLC0415 -- see above

    def compiled(standard: Literal["ua-1"] | None) -> bytes:
        inputs = {"report": report}
        return typst.compile(source, font_paths=_fonts(), sys_inputs=inputs, pdf_standards=standard)

    try:
        return compiled("ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return compiled(None)
    finally:
        _forget()


def _forget() -> None:
    """Let the typesetter forget what it keeps for the next time: a megabyte or two for each page.

    It forgets what was not needed in its last ten compilations.
    """
    import typst  # noqa: PLC0415 -- see above

    for number in range(_GENERATIONS):
        typst.compile(f"{number}".encode(), font_paths=_fonts())


def png_of(source: bytes, drawn: str, dots: float) -> bytes:
    """Return a PNG of a page that reads the text `sys.inputs.drawn`, with `dots` an inch."""
    import typst  # noqa: PLC0415 -- see above

    inputs = {"drawn": drawn}
    return typst.compile(source, format="png", ppi=dots, font_paths=_fonts(), sys_inputs=inputs)


@cache
def _fonts() -> "Fonts":
    from typst import Fonts  # noqa: PLC0415 -- see above

    return Fonts(font_paths=[resource("fonts")])
