"""The folder LICENSES of every installer: who made what, under which terms, and its source."""

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ground import ROOT, fresh, output

LISTED = ROOT / "resources" / "licences"
_HEAD = """Pressmark is under the Apache License 2.0 (Apache-2.0.txt).

It comes with the work of others, which is used unmodified, each part under its own terms. Qt and
Qt for Python are under the GNU Lesser General Public License 3: they lie in the folder PySide6 as
ordinary files, which you may replace by your own builds of the same version. Their source code,
and that of everything else, is where the last column says.

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an installer that is not Pressmark's own.

    `files` are names of texts that the window has, too; `text` is one of its own.
    """

    component: str
    version: str
    licence: str
    source: str
    files: Sequence[str] = ()
    text: str = field(default="", repr=False)


_ICU = {"licence": "Unicode-3.0", "source": "https://github.com/unicode-org/icu"}
_XCB = "https://gitlab.freedesktop.org/xorg/lib/"
_LIBRARIES = {
    "libbz2": ("bzip2-1.0.6", "https://sourceware.org/bzip2/"),
    "libffi": ("MIT", "https://github.com/libffi/libffi"),
    "liblzma": ("0BSD", "https://github.com/tukaani-project/xz"),
    "libxcb-cursor": ("MIT", f"{_XCB}libxcb-cursor"),
    "libxcb-icccm": ("MIT", f"{_XCB}libxcb-wm"),
    "libxcb-image": ("MIT", f"{_XCB}libxcb-image"),
    "libxcb-keysyms": ("MIT", f"{_XCB}libxcb-keysyms"),
    "libxcb-render-util": ("MIT", f"{_XCB}libxcb-render-util"),
    "libxcb-util": ("MIT", f"{_XCB}libxcb-util"),
}
"""Licence and source of each library of the system that a bundle takes along."""


def listed(*, on_windows: bool = False) -> list[Part]:
    """Return what ships of other people's work on every system, as the window lists it."""
    rows = json.loads((LISTED / "licences.json").read_text(encoding="utf-8"))
    return [Part(**row) for row in rows if on_windows or row["component"] != "colorama"]


def interpreter(version: str, text: str) -> Part:
    """Return Python itself, with the words of its own licence."""
    source = "https://www.python.org/downloads/source/"
    return Part(component="CPython", version=version, licence="PSF-2.0", source=source, text=text)


def icu(library_names: Iterable[str]) -> list[Part]:
    """Return ICU, which Qt brings on Linux, by the version in the names of its libraries."""
    found = {one[1] for name in library_names if (one := re.search(r"libicu\w+\.so\.(\d+)", name))}
    text = (LISTED / "pypdfium2.txt").read_text(encoding="utf-8")
    begin = text.index("UNICODE LICENSE V3")
    own = text[begin : text.index("\n== ", begin)]
    return [Part(component="ICU", version=one, text=own, **_ICU) for one in sorted(found)]


def python_licence(python: Path) -> tuple[str, str]:
    """Return the version of a Python and the words of its licence."""
    ask = (
        "import platform, sysconfig; print(platform.python_version(), sysconfig.get_path('stdlib'))"
    )
    number, _, library = output(python, "-c", ask).partition(" ")
    return number, (Path(library) / "LICENSE.txt").read_text(encoding="utf-8")


def freezer_of(python: Path) -> Part:
    """Return the small program that a copy frozen with this Python starts with."""
    ask = (
        "from importlib.metadata import distribution; d = distribution('pyinstaller');"
        "print(d.version, d.locate_file([f for f in d.files if f.name == 'COPYING.txt'][0]))"
    )
    number, _, terms = output(python, "-c", ask).partition(" ")
    return Part(
        component="PyInstaller bootloader",
        version=number,
        licence="GPL-2.0-or-later WITH Bootloader-exception",
        source="https://github.com/pyinstaller/pyinstaller",
        text=Path(terms).read_text(encoding="utf-8"),
    )


def of_system(libraries: Iterable[Path]) -> list[Part]:
    """Return the libraries of a Debian system that a bundle took along, with their terms."""
    parts = []
    for path in sorted(libraries):
        name = next((name for name in _LIBRARIES if path.name.startswith(f"{name}.")), None)
        if name is None:
            continue
        package = output("dpkg-query", "--search", f"*/{path.name}").partition(":")[0]
        licence, source = _LIBRARIES[name]
        parts.append(
            Part(
                component=name,
                version=output("dpkg-query", "--show", "--showformat=${Version}", package),
                licence=licence,
                source=source,
                text=Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8"),
            )
        )
    return parts


def write(folder: Path, parts: Sequence[Part]) -> Path:
    """Write the texts and a list of them into the folder, and return it."""
    fresh(folder)
    shutil.copyfile(ROOT / "LICENSE", folder / "Apache-2.0.txt")
    lines = []
    for part in sorted(parts, key=lambda part: part.component.lower()):
        names = list(part.files)
        for name in names:
            shutil.copyfile(LISTED / name, folder / name)
        if part.text:
            names.append(f"{part.component.lower().replace(' ', '-')}.txt")
            (folder / names[-1]).write_text(part.text, encoding="utf-8", newline="\n")
        what = f"{part.component} {part.version}"
        lines.append(f"{what}\n    {part.licence}\n    {', '.join(names)}\n    {part.source}\n")
    text = _HEAD + "\n".join(lines)
    (folder / "README.txt").write_text(text, encoding="utf-8", newline="\n")
    return folder


def mingw(tools: Path) -> Part:
    """Return what the two programs are linked with, by the compiler that brings it."""
    where = "import ziglang; from pathlib import Path; print(Path(ziglang.__file__).parent)"
    folder = Path(output(tools, "-c", where)) / "lib" / "libc" / "mingw"
    return Part(
        component="MinGW-w64 runtime",
        version="of Zig " + output(tools, "-m", "ziglang", "version"),
        licence="ZPL-2.1 AND MIT",
        source="https://www.mingw-w64.org/",
        text=(folder / "COPYING").read_text(encoding="utf-8"),
    )


def nsis() -> Part:
    """Return the installer's own program."""
    own = Path("/usr/share/doc/nsis/copyright")
    shipped = Path("C:/Program Files (x86)/NSIS/COPYING")
    text = (own if own.is_file() else shipped).read_text(encoding="utf-8", errors="replace")
    return Part(
        component="NSIS",
        version=output("makensis", "-VERSION").partition("-")[0].removeprefix("v"),
        licence="Zlib AND bzip2-1.0.6 AND CPL-1.0",
        source="https://nsis.sourceforge.io/",
        text=text,
    )
