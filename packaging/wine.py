"""A Windows of one's own for the length of a test: wine, in a folder that goes away afterwards."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ground import PACKAGING, WORK, fresh, need, run

_HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME")
"""wine's colour management aborts on a screen that has none; and what would mislead a Python."""
_STUBS = {"icuuc.dll": ("-DICU",), "bcryptprimitives.dll": ("-ladvapi32",)}


class Wine:
    """A fresh Windows: programs are run in it, its folders and its registry looked at."""

    def __init__(self, folder: Path) -> None:
        """Set it up in a folder; MissingToolError where there is no wine."""
        self._wine = need("wine", "wine64")
        self._server = need("wineserver", "wine64")
        self.folder = folder
        self.drive = folder / "drive_c"
        kept = {name: os.environ[name] for name in os.environ if name not in _HIDDEN}
        own = {"WINEPREFIX": str(folder), "WINEDEBUG": "-all", "WINEARCH": "win64"}
        quiet = {"WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe="}
        self._environment = kept | own | quiet | {"LC_ALL": "C.UTF-8"}
        self.run("wineboot", "--init")
        self.run("winecfg", "/v", "win10")

    def run(self, *command: str, check: bool = True, **env: str) -> str:
        """Run a program of Windows to its end and return what it says."""
        print(f"$ wine {' '.join(command)}", flush=True)
        done = subprocess.run(
            [self._wine, *command],
            env=self._environment | env,
            capture_output=True,
            check=False,
            timeout=600,
        )
        said = done.stdout.decode(errors="replace").replace("\r", "")
        if check and done.returncode:
            told = f"{said}\n{done.stderr.decode(errors='replace')}"
            raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{told}")
        return said

    def start(self, *command: str, **env: str) -> None:
        """Start a program and leave it running."""
        print(f"$ wine {' '.join(command)} &", flush=True)
        nowhere = subprocess.DEVNULL
        subprocess.Popen(
            [self._wine, *command], env=self._environment | env, stdout=nowhere, stderr=nowhere
        )

    def registry(self) -> str:
        """Return the whole registry of the person and the machine, settled on the disk."""
        subprocess.run([self._server, "-w"], env=self._environment, check=False, timeout=120)
        names = ("user.reg", "system.reg")
        return "\n".join((self.folder / name).read_text(errors="replace") for name in names)

    def value(self, key: str, name: str = "") -> str:
        """Return a value of the registry, "" where there is none."""
        which = ("/v", name) if name else ("/ve",)
        said = self.run("reg", "query", key, *which, check=False)
        lines = [line.strip() for line in said.splitlines() if "REG_" in line]
        return lines[0].partition("REG_")[2].partition(" ")[2].strip() if lines else ""

    def end(self) -> None:
        """End every program in it."""
        subprocess.run([self._server, "-k"], env=self._environment, check=False)


@contextmanager
def windows(tools: Path) -> Iterator[Wine]:
    """Yield a fresh Windows with the libraries that wine lacks."""
    with tempfile.TemporaryDirectory(prefix="pressmark-wine-", ignore_cleanup_errors=True) as name:
        wine = Wine(Path(name))
        try:
            _put_stubs(wine.drive / "windows" / "system32", tools)
            yield wine
        finally:
            wine.end()


def _put_stubs(folder: Path, tools: Path) -> None:
    work = fresh(WORK / "stubs")
    for name, options in _STUBS.items():
        made = work / name
        how = ("cc", "-target", "x86_64-windows-gnu", "-shared", "-Os", "-s", "-o", made)
        source = PACKAGING / "windows" / "wine_stubs.c"
        run(tools, "-m", "ziglang", *how, source, *options)
        (folder / name).write_bytes(made.read_bytes())
