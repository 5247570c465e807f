"""The child with readers that misbehave: run as a program in the place of `pressmark`'s own.

What a file says is what its reader does: the name of one of `DEEDS`.
"""

import ctypes
import errno
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pressmark.articles import limits
from pressmark.articles.child import serve
from pressmark.articles.extract import Extract, Found, Wishes
from pressmark.articles.kinds import ArticleKind
from pressmark.model.article import Zone

LIBRARY: Any = ctypes.CDLL(None, use_errno=True)


def hang() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(1000)


def take_memory() -> None:
    taken = []
    while True:
        taken.append(bytearray(2**22))


def take_memory_at_once() -> None:
    bytearray(2**33)


def nest() -> None:
    nest()


def fail() -> None:
    raise LookupError


def abort() -> None:
    os.abort()


def fault() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(0)


def exit_politely() -> None:
    sys.exit()


def chatter() -> None:
    print("{}")
    os.write(1, b'{"end": {}}\n')
    os.write(2, b"trouble")
    os.system  # noqa: B018 -- only looked at


def read_another_file() -> None:
    Path(__file__).parent.parent.joinpath("conftest.py").resolve()
    Path("/etc/hostname").read_bytes()


def write() -> None:
    Path(os.sep, "wicked").write_text("x", encoding="ascii")


def write_beside_itself() -> None:
    Path(__file__).with_suffix(".txt").write_text("x", encoding="ascii")


def list_folder() -> None:
    list(Path("/").iterdir())


def connect() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def resolve() -> None:
    socket.getaddrinfo("localhost", 9)


def run() -> None:
    subprocess.run(["true"], check=False)


def fork() -> None:
    os.fork()


def remove() -> None:
    Path(__file__).unlink()


def load_a_library() -> None:
    ctypes.CDLL("/lib/libwicked.so")


def connect_below() -> None:
    below("socket", 2, 1, 0)


def run_below() -> None:
    below("execl", b"/bin/true", b"true", None)


def fork_below() -> None:
    below("fork")


def write_below() -> None:
    below("open", str(Path(__file__).with_suffix(".txt")).encode(), os.O_WRONLY | os.O_CREAT, 0o600)


def remove_below() -> None:
    below("unlink", b"/nothing/of/this/name")


def start_threads() -> None:
    thread = threading.Thread(target=import_something)
    thread.start()
    thread.join()


def below(function: str, *arguments: object) -> None:
    """Call a function of the C library; PermissionError where the system refuses to do it."""
    ctypes.set_errno(0)
    if LIBRARY[function](*arguments) == -1 and ctypes.get_errno() == errno.EPERM:
        raise PermissionError


def import_something() -> None:
    import xml.dom.minidom  # noqa: F401, PLC0415 -- what a reader does when it begins


DEEDS: dict[str, Callable[[], None]] = {
    deed.__name__: deed
    for deed in (
        *(hang, sleep, take_memory, take_memory_at_once, nest, fail, abort, fault, leave),
        *(exit_politely, chatter, read_another_file, write, write_beside_itself, list_folder),
        *(connect, resolve, run, fork, remove, load_a_library, import_something, start_threads),
        *(connect_below, run_below, fork_below, write_below, remove_below),
    )
}


def misbehave(_kind: ArticleKind, data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Do what the file says, whatever is wished for."""
    del wishes
    for word in data.decode().split():
        match word:
            case "one":
                yield Extract(text="One.", part="1")
            case "blank":
                yield Extract(text=" \n", part="1")
            case "half-letter":
                yield Extract(text="a\ud800b")
            case "zone-beyond":
                yield Extract(text="One.", zones=(Zone(start=0, end=9, kind="hidden"),))
            case "flood":
                while True:
                    yield Extract(text="x" * 2**20)
            case "flood-of-one":
                yield Extract(text="x" * 2**24)
            case "nothing":
                return
            case _:
                DEEDS[word]()
    yield Extract(text="Done.")


if __name__ == "__main__":
    setattr(ArticleKind, "read", misbehave)  # noqa: B010 -- to mypy a method is no variable
    limits.MEMORY = 2**28  # soon taken
    sys.exit(serve())
