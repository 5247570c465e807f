"""A minimal Debian for the length of a test, in which a script is run as its root."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ground import PACKAGING, need, run

SUITE = "bookworm"


def run_in_clean_root(script: str, brought: Sequence[Path], packages: Sequence[str] = ()) -> None:
    """Make the root, with these packages, bring these files to /cycle, and run the script there.

    `script` is a name in the folder `linux`; it is told the files that were brought. A failing
    script ends in a CalledProcessError, and no mmdebstrap in a MissingToolError.
    """
    need("mmdebstrap", "mmdebstrap")
    with tempfile.TemporaryDirectory(prefix="pressmark-cycle-") as name:
        folder = Path(name)
        for path in (*brought, PACKAGING / "linux" / script, PACKAGING / "linux" / "common.sh"):
            shutil.copyfile(path, folder / path.name)
        told = " ".join(f"/cycle/{path.name}" for path in brought)
        hooks = (
            'mkdir "$1/cycle"',
            f"copy-in {' '.join(str(path) for path in sorted(folder.iterdir()))} /cycle",
            f'chroot "$1" sh /cycle/{script} {told}',
        )
        command = [*_as_root(), "mmdebstrap", "--quiet", "--variant=minbase", "--format=null"]
        command += [f"--include={','.join(packages)}"] if packages else []
        run(*command, *(f"--customize-hook={hook}" for hook in hooks), SUITE, "-")


def _as_root() -> list[str]:
    """Return what runs a program as root, where that is allowed; mmdebstrap knows other ways."""
    if os.geteuid() == 0 or not shutil.which("sudo"):
        return []
    asked = ["sudo", "--non-interactive"]
    may = subprocess.run([*asked, "true"], capture_output=True, check=False).returncode == 0
    return asked if may else []
