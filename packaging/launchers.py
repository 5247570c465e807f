"""The two programs that start Pressmark on Windows: one with a window, one for the console."""

import os
import shutil
import struct
from pathlib import Path

from ground import PACKAGING, WORK, epoch, fresh, run, version

_WINDOWS = PACKAGING / "windows"
_PROGRAMS = {
    "Pressmark.exe": ("-DWINDOW", '-DRUNTIME=L"runtime"', "-municode", "-Wl,--subsystem,windows"),
    "bin/pressmark.exe": ('-DRUNTIME=L"..\\\\runtime"', "-municode"),
}


def compile_into(root: Path, tools: Path, icon: Path) -> None:
    """Compile both programs into the folder that is installed; the same every time."""
    work = fresh(WORK / "launchers")
    for name in ("launcher.c", "launcher.manifest"):
        shutil.copyfile(_WINDOWS / name, work / name)
    shutil.copyfile(icon, work / "pressmark.ico")
    text = (_WINDOWS / "launcher.rc").read_text(encoding="ascii")
    commas = ",".join([*version().split("."), "0"])
    text = text.replace("@COMMAS@", commas).replace("@VERSION@", version())
    (work / "launcher.rc").write_text(text, encoding="ascii")
    zig = (tools, "-m", "ziglang")
    run(*zig, "rc", "/:auto-includes", "gnu", "launcher.rc", "launcher.res", folder=work)
    for name, options in _PROGRAMS.items():
        made = root / name
        made.parent.mkdir(parents=True, exist_ok=True)
        how = ("cc", "-target", "x86_64-windows-gnu", "-Os", "-s", "-Wall", "-Wextra", "-Werror")
        run(*zig, *how, *options, "launcher.c", "launcher.res", "-o", made, folder=work)
        made.with_suffix(".pdb").unlink(missing_ok=True)
        set_time(made)


def set_time(program: Path) -> None:
    """Say in a program's head that it was made when the last commit was."""
    content = bytearray(program.read_bytes())
    (head,) = struct.unpack_from("<I", content, 0x3C)
    struct.pack_into("<I", content, head + 8, epoch())
    program.write_bytes(content)
    os.utime(program, (epoch(), epoch()))
