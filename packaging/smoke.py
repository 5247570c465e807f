"""Prove the wheel: build it, install it in a fresh environment far from the checkout, use it there.

What is proved: the declared dependencies suffice, resources and seeds are inside, the commands
exist, and the self-test passes from a folder that has nothing to do with the checkout.
"""

import os
import shlex
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERBS = ("--version", "formats", "self-test")


def run(*command: str | Path, folder: Path, **env: str) -> None:
    """Run a program in a folder, as on a machine that knows nothing of this checkout."""
    print(f"\n$ {shlex.join(map(str, command))}", flush=True)
    inherited = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
    subprocess.run(command, cwd=folder, env=inherited | env, check=True)


def prove(folder: Path) -> None:
    """Build into one folder, install into another, and run the verbs from a third."""
    wheels, installed, elsewhere = (folder / name for name in ("wheels", "installed", "elsewhere"))
    elsewhere.mkdir()
    run(sys.executable, "-m", "build", "--wheel", "--outdir", wheels, ROOT, folder=folder)
    venv.create(installed, with_pip=True, symlinks=os.name != "nt")
    programs = installed / ("Scripts" if os.name == "nt" else "bin")
    install = ("-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt")
    run(programs / "python", *install, *wheels.glob("*.whl"), folder=folder)
    home = dict.fromkeys(("HOME", "APPDATA", "LOCALAPPDATA"), str(elsewhere))
    for verb in VERBS:
        run(programs / "pressmark", verb, folder=elsewhere, QT_QPA_PLATFORM="offscreen", **home)


def main() -> None:
    """Exit with 0 when all of it went well, with 1 and the failing step's own words otherwise."""
    with tempfile.TemporaryDirectory(prefix="pressmark-smoke-") as folder:
        try:
            prove(Path(folder))
        except subprocess.CalledProcessError as failure:
            sys.exit(f"\nThe wheel failed its test: {shlex.join(map(str, failure.cmd))}")
    print("\nThe wheel passed its test.")


if __name__ == "__main__":
    main()
