"""Runs a headless verb while one of its calls of the system fails.

    python -m tests.crash.faulty FOLDER CALL NTH ERROR annotate PROJECT

The NTH `CALL` ("open", "write", "fsync", "replace" or "unlink") below FOLDER fails with ERROR
("EIO"). Writes "FAILED" to stderr where there was such a call.
"""

import errno
import sys
from pathlib import Path

from pressmark.__main__ import main
from tests.crash.recorder import Recorder

if __name__ == "__main__":
    folder, call, nth, error, *words = sys.argv[1:]
    recorder = Recorder(Path(folder), {(call, int(nth)): getattr(errno, error)})
    recorder.install(setattr)
    try:
        status = main(words)
    finally:
        if recorder.failed:
            print("FAILED", file=sys.stderr)
    sys.exit(status)
