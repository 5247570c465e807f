"""What the binaries of a folder ask of a Linux system, read from the binaries."""

import re
from collections.abc import Iterable
from pathlib import Path

from ground import need, output

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")
_SYMBOLS = re.compile(r"\.symtab")


def binaries(folder: Path) -> list[Path]:
    """Return programs and libraries below a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and _is_elf(path))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _MAGIC


def strip(path: Path) -> None:
    """Take out of a binary what only a debugger reads; nothing happens where that is done."""
    if _SYMBOLS.search(output(need("readelf", "binutils"), "--section-headers", "--wide", path)):
        output(need("strip", "binutils"), "--strip-unneeded", path)


def asked_for(paths: Iterable[Path]) -> list[str]:
    """Return the libraries that these binaries need and do not bring themselves, sorted."""
    everything = list(paths)
    listed = output(need("objdump", "binutils"), "--private-headers", *everything)
    return sorted(set(_NEEDED.findall(listed)) - {path.name for path in everything})


def glibc_floor(paths: Iterable[Path]) -> str:
    """Return the oldest glibc that these binaries run with, e.g. "2.34"."""
    listed = output(need("objdump", "binutils"), "--dynamic-syms", *paths)
    major, minor = max((int(one), int(two)) for one, two in _GLIBC.findall(listed))
    return f"{major}.{minor}"
