"""Article files that lie, bomb, loop or fetch: each is read or refused, and reaches nothing."""

import io
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest

from pressmark.articles.extract import Wishes
from pressmark.articles.kinds import KINDS
from pressmark.articles.pool import POOL
from pressmark.articles.reading import ReadFile, file_from_bytes
from pressmark.errors import ArticleFileError
from tests.hostile import bad_files
from tests.hostile.bad_files import (
    KEPT,
    LOOPS,
    PAGE,
    PAGES,
    SAID,
    SCRIPTED,
    docx,
    pdf,
    stream,
    zipped,
)
from tests.tools import available

SUFFIXES = sorted(suffix for kind in KINDS for suffix in kind.suffixes)
PRESSMARK = [sys.executable, "-m", "pressmark"]
TRACE = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=%network,%file,execve", "-o"]
NEVER = {"crashed", "too-long", "out-of-memory"}
"""What becomes of no file here: its reader is to notice."""


@pytest.fixture(autouse=True, scope="module")
def _children_end() -> Iterator[None]:
    yield
    POOL.end()


def read(name: str, data: bytes) -> ReadFile | str:
    """Return what is in a file, or the case it is refused with."""
    try:
        return file_from_bytes(data, added="2024-05-31T12:00:00Z", wishes=Wishes(name=name))
    except ArticleFileError as error:
        refused = error
    assert refused.case not in NEVER, (name, refused)
    return refused.case


def texts(name: str, data: bytes) -> str:
    """Return all that is taken of a file, an empty text where that is nothing."""
    found = read(name, data)
    if isinstance(found, str):
        return ""
    assert not {one.case for one in found.refused} & NEVER, (name, found.refused)
    return "\n".join(f"{one.article.head} {one.article.text}" for one in found.articles)


# ---- XML


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.txt"
    path.write_text(KEPT, encoding="utf-8")
    return path.as_uri()


def test_no_entity_brings_another_file_along(secret: str) -> None:
    for name, data in [*bad_files.external(secret), *bad_files.outside_dtd(secret)]:
        assert KEPT not in texts(name, data), name


def test_laughs_are_not_laughed() -> None:
    for name, data in bad_files.laughing():
        assert len(texts(name, data)) < 10_000, name


def test_elements_a_hundred_thousand_deep_are_no_trouble() -> None:
    for name, opened in (("a.html", "<div>"), ("a.rss", "<rss>"), ("a.xhtml", "<b><i>")):
        read(name, b"<html><body>" + opened.encode() * 100_000 + b"Words")
    read("a.docx", docx("<x>" * 100_000))


# ---- zips


def test_a_bomb_is_not_unpacked() -> None:
    assert read("a.docx", docx(" " * 2**29)) == "too-much"
    assert texts("a.zip", zipped({"a.txt": "x", "b.txt": " " * 2**29})).count(" x") == 1


def test_zips_in_zips_end_somewhere() -> None:
    data = b"Words."
    for depth in range(40):
        data = zipped({"a.txt" if depth == 0 else "a.zip": data})
    assert "Words" not in texts("a.zip", data)


def test_names_that_lead_elsewhere_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "deep" / "here"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    names = [
        "a.txt",
        "../../b.txt",
        f"{tmp_path}/c.txt",
        "..\\..\\d.txt",
        "e\0.txt",
        "f/../../g.txt",
    ]
    data = zipped({name: f"Words of {name!r}." for name in names})
    assert texts("a.zip", data).count("Words of") >= 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_entry_said_to_be_small_is_not_believed() -> None:
    data = bytearray(zipped({"a.txt": "x", "b.txt": "y" * 2**20}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.rindex(signature) + at
        data[place : place + 4] = (5).to_bytes(4, "little")
    assert texts("a.zip", bytes(data)).count("y" * 10) == 0


# ---- PDF


@pytest.mark.parametrize("loop", LOOPS)
def test_a_pdf_that_goes_round_in_a_circle_is_left(loop: str) -> None:
    found = texts("a.pdf", LOOPS[loop])
    assert "Plain words" in found or "stream\n" + SAID not in LOOPS[loop].decode("latin-1")


def test_a_script_in_a_pdf_is_nothing() -> None:
    assert "Plain words" in texts("a.pdf", SCRIPTED)


def test_a_locked_pdf_says_so() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(SCRIPTED))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    assert read("a.pdf", held.getvalue()) == "encrypted"


def test_a_pdf_that_takes_all_memory_costs_itself() -> None:
    states = stream(f"{'q ' * 10_000_000}{SAID}")
    data = pdf("<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, states)
    with suppress(ArticleFileError):
        file_from_bytes(data, added="", wishes=Wishes(name="a.pdf"))
    assert "Plain words" in texts("a.pdf", SCRIPTED)


# ---- anything


def chance(seed: object) -> random.Random:
    """Return chance that falls the same each time."""
    return random.Random(str(seed))  # noqa: S311 -- nothing secret hangs on it


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise_of_any_name_is_refused_or_read(suffix: str) -> None:
    signs = "".join(chance(suffix).choices("<>&{}[]\"',;:=/\\ab01\n\t \u00e9", k=300))
    for noise in (b"\0", b"\xff", b"<", chance(suffix).randbytes(300), signs.encode()):
        texts(f"a{suffix}", noise)


def beginnings(corpora: Path) -> dict[str, list[Path]]:
    """Return some real files by the ends of their names."""
    found: dict[str, list[Path]] = {}
    for path in sorted(
        (corpora / "inputs").iterdir(), key=lambda one: (one.stat().st_size, one.name)
    ):
        if path.is_file() and path.suffix not in {".txt", ".srt", ".json"}:
            found.setdefault(path.suffix, []).append(path)
    return {suffix: [paths[0], paths[len(paths) // 2]] for suffix, paths in found.items()}


def damaged(data: bytes) -> Iterator[bytes]:
    """Yield a file cut short at several places, and with bits flipped."""
    falls = chance(len(data))
    for part in (0.02, 0.3, 0.7, 0.98):
        yield data[: int(len(data) * part) + 1]
    for share in (10, 1000):
        flipped = bytearray(data)
        for _ in range(len(data) // share // 10 + 3):
            flipped[falls.randrange(len(data))] ^= 1 << falls.randrange(8)
        yield bytes(flipped)
    middle = len(data) // 2
    yield data[:middle] + data[middle // 2 :]


def test_damaged_files_are_refused_or_read(corpora: Path) -> None:
    for paths in beginnings(corpora).values():
        for path in dict.fromkeys(paths):
            for data in damaged(path.read_bytes()):
                texts(path.name, data)


# ---- nothing is fetched


def fetching(beacon: Path) -> dict[str, bytes]:
    """Return files that name things elsewhere in every way they can."""
    http, file = "http://127.0.0.1:9/beacon", beacon.as_uri()
    links = "".join(
        f'<img src="{one}"><link rel="stylesheet" href="{one}"><script src="{one}"></script>'
        f'<iframe src="{one}"></iframe><object data="{one}"></object><video poster="{one}"></video>'
        f'<svg><image href="{one}"/></svg><p style="background: url({one})">Styled.</p>'
        for one in (http, file)
    )
    page = (
        f'<html><head><base href="{http}"><meta http-equiv="refresh" content="0;url={http}">'
        f"<title>Fetching</title></head><body>{links}<p>Words of a page.</p></body></html>"
    )
    mail = (
        "From: a@b.example\r\nTo: c@d.example\r\nSubject: Fetching\r\nMIME-Version: 1.0\r\n"
        'Content-Type: message/external-body; access-type=URL; URL="' + http + '"\r\n\r\n'
        "Content-Type: text/plain\r\n\r\nWords.\r\n"
    )
    entities = {f"external-{name}": data for name, data in bad_files.external(http)}
    rules = {f"rules-{name}": data for name, data in bad_files.outside_dtd(file)}
    return {
        "page.html": page.encode(),
        "page.epub": bad_files.epub(page),
        "mail.eml": mail.encode(),
        "page.eml": mail.partition("Content-Type")[0].encode()
        + b"Content-Type: text/html\r\n\r\n"
        + page.encode(),
        "script.pdf": SCRIPTED,
        **entities,
        **rules,
    }


def test_nothing_is_fetched_and_no_program_started(tmp_path: Path) -> None:
    trace, inside = tmp_path / "trace", tmp_path / "files"
    available([*TRACE, str(trace)])
    inside.mkdir()
    beacon = tmp_path / "beacon"
    beacon.write_text("seen", encoding="ascii")
    for name, data in fetching(beacon).items():
        (inside / name).write_bytes(data)
    project = str(tmp_path / "own.pressmark")
    subprocess.run([*PRESSMARK, "new", project], check=True, capture_output=True)
    importing = [*PRESSMARK, "import", project, str(inside)]
    subprocess.run([*TRACE, str(trace), *importing], check=False, capture_output=True)
    calls = trace.read_text(errors="replace").split("\n")
    assert [line for line in calls if "inet" in line.lower() or "netlink" in line.lower()] == []
    assert [line for line in calls if f'"{beacon}"' in line] == []
    started = [line for line in calls if "execve(" in line and "= 0" in line]
    assert len(started) == 1 + sum("--read-articles" in line for line in started)
    assert len(started) > 1


# ---- nothing of it is parsed here

PARSERS = {
    *("lxml", "trafilatura", "htmldate", "pypdfium2", "pypdfium2_raw", "docx"),
    *("openpyxl", "olefile", "warcio", "defusedxml", "email.parser", "xml.parsers.expat"),
}
READING = """
import sys
from pathlib import Path
from pressmark.articles.batch import read_articles
batch = read_articles(sorted(Path(sys.argv[1]).iterdir()), added="2024-05-31T12:00:00Z")
print(len(batch.files), *sys.modules)
"""


def test_the_program_itself_loads_no_parser_of_foreign_files(tmp_path: Path) -> None:
    files = {**fetching(tmp_path / "beacon"), "a.zip": zipped({"a.txt": "Words."})}
    files |= {f"noise{suffix}": b"Words, words." for suffix in SUFFIXES}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", READING, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    count, *loaded = ran.stdout.split()
    assert int(count) == len(files)
    assert PARSERS & set(loaded) == set()
