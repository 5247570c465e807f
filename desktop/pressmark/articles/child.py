"""The child: `pressmark` once more, in the role of reading files for the program that started it.

It reads requests from stdin and answers on stdout (`wire`), file after file, until the program
lets go of it, a file has cost it much memory, or nothing comes any more.
"""

from collections.abc import Iterator
from typing import BinaryIO

from pressmark.articles.contents import found_in
from pressmark.articles.extract import Extract, Found, PartRefused
from pressmark.articles.guard import own_pipes, stay_inside
from pressmark.articles.limits import (
    OUT_OF_MEMORY,
    end_after,
    is_swollen,
    limit_this_process,
    wait_for_work,
)
from pressmark.articles.seal import seal
from pressmark.articles.wire import Answer, End, Request, answer_line, read_request
from pressmark.errors import ArticleFileError


def serve() -> int:
    """Read files for whoever is at the other end of stdin and stdout; return the exit status."""
    requests, answers, lifeline = own_pipes()
    limit_this_process(lifeline)
    seal()
    stay_inside()
    try:
        while wait_for_work(requests.fileno()) and (line := requests.readline()):
            request = read_request(line)
            _read(request, requests.read(request.size), answers)
            if is_swollen():
                break
    except BrokenPipeError:
        return 1  # nobody wants to know
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _read(request: Request, data: bytes, answers: BinaryIO) -> None:
    end_after(request.seconds)
    for answer in _answers(request, data):
        answers.write(answer_line(answer))
        answers.flush()  # what is told is kept, should the next part be the end of this process
    end_after(0)


def _answers(request: Request, data: bytes) -> Iterator[Answer]:
    """Yield what a file holds, and at last how the reading ended, however it did."""
    try:
        yield from map(_told, found_in(data, request.wishes))
    except ArticleFileError as error:
        yield error
    except RecursionError:
        yield ArticleFileError("too-deep")
    except MemoryError:
        yield ArticleFileError("out-of-memory")
    except Exception as error:  # noqa: BLE001 -- whatever a reader fails with costs its file only
        yield ArticleFileError("crashed", kind=type(error).__name__)
    else:
        yield End()


def _told(found: Found) -> Found:
    """Return what was found; an article of white space is none."""
    if isinstance(found, Extract) and not found.text.strip():
        return PartRefused(part=found.part, case="empty")
    return found
