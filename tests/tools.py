"""Tools of the system that tests run programs with, where they are there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

import pytest

APART = ["unshare", "--net", *([] if sys.platform == "win32" or os.geteuid() == 0 else ["-r"])]
"""Runs a program where there is no network."""


def available(words: Sequence[str]) -> None:
    """Skip the test where a tool is not there, or may not do its work."""
    tried = shutil.which(words[0]) and subprocess.run(
        [*words, "true"], capture_output=True, check=False
    )
    if not tried or tried.returncode:
        pytest.skip(f"{words[0]} cannot be used here")
