"""What is installed on Windows: a Python of its own, the packages, two programs to start it."""

import os
import shutil
from pathlib import Path

import bill
import launchers
import notices
from bundle import files, freezing_python, mark_installed, pictures, tools, wheel
from ground import DIST, PACKAGING, WORK, epoch, fresh, once, version
from notices import Part
from windows_runtime import compile_modules, put_packages, put_python

_NOT_PACKAGES = {"Inter", "Lucide", "Source Serif 4"}


@once
def tree() -> Path:
    """Return a folder with everything that is installed."""
    python = freezing_python()
    listed = notices.listed(on_windows=True)
    root = fresh(WORK / "windows")
    number, licence = put_python(root / "runtime", python)
    pinned = [f"{one.component}=={one.version}" for one in listed]
    pinned = [one for one in pinned if one.partition("==")[0] not in _NOT_PACKAGES]
    put_packages(root / "lib", pinned, wheel(), python)
    compile_modules(root, tools())
    shutil.copyfile(PACKAGING / "windows" / "pressmark_start.py", root / "lib/pressmark_start.py")
    shutil.copyfile(PACKAGING / "windows" / "on_path.py", root / "runtime/on_path.py")
    launchers.compile_into(root, tools(), pictures() / "pressmark.ico")
    parts = [*listed, notices.interpreter(number, licence), *_for_windows(root)]
    notices.write(root / "LICENSES", parts)
    made = bill.write(DIST / f"pressmark-{version()}-windows.cdx.json", tools(), python, parts)
    bill.problems(made, tools())
    shutil.copyfile(made, root / made.name)
    mark_installed(root / "runtime", root / "lib")
    for path in (root, *root.rglob("*")):
        os.utime(path, (epoch(), epoch()))
    return root


def _for_windows(root: Path) -> list[Part]:
    """Return what only the installer for Windows holds."""
    names = {path.name.lower() for path in files(root)}
    runtime = sorted(name for name in names if name.startswith(("msvcp", "vcruntime")))
    visual = Part(
        component="Microsoft Visual C++ runtime",
        version="14",
        licence="LicenseRef-Microsoft-Visual-Cpp-Runtime",
        source="https://learn.microsoft.com/cpp/windows/redistributing-visual-cpp-files",
        text=f"{', '.join(runtime)}: Copyright (C) Microsoft Corporation. Distributed with "
        "programs that need them, as Microsoft's terms for distributable code allow; see also "
        "the additional conditions at the end of cpython.txt.\n",
    )
    return [visual, notices.mingw(tools()), notices.nsis()]
