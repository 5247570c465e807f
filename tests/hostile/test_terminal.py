"""No verb writes to the terminal what steers it: neither words of a project nor names of files."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from pressmark.cli import VERBS
from pressmark.cli.app import main
from pressmark.formats.registry import FORMATS
from tests.hostile.markup import hostile

STEERING = "\x1b]0;mine\x07\x1b[2J\x7f\x9b31m\u202e\u2066\u200f\u200b\u2028\U000e0041"
"""Escapes that name a window and clear it, C1, DEL, overrides and isolates, a hidden letter."""

ARTICLE = "2e5030386b8fc2d9"
NAME = "\x1b[2J\x9b31m\u202ename"


@pytest.fixture
def project(seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / f"{NAME}.pressmark"
    path.write_bytes(hostile((seeds / "example.pressmark").read_bytes(), STEERING))
    return path


def verbs(project: Path) -> Iterator[list[str]]:
    path, folder = str(project), project.parent
    article = folder / f"{NAME}.txt"
    article.write_text(f"An article. {STEERING}", encoding="utf-8")
    other = str(project.with_name("other.pressmark"))
    for verb in ("check", "stats"):
        yield from ([verb, path], [verb, path, "--json"])
    yield ["check", path, "--advice", "--ids"]
    yield from (["dump", path], ["formats"], ["git-setup", str(folder / NAME)])
    yield from (["find", path, "mine"], ["find", path, "mine", "--json"])
    yield from (["new", other, "--title", STEERING], ["new", path])
    for answer in ([], ["--json"]):
        yield ["import", other, path, str(article), str(folder / f"{NAME}-missing"), *answer]
    written = [one.id for one in FORMATS if one.is_written and one.group != "reading"]
    for format_id in ("html", *written):
        out = str(folder / f"{NAME}-{format_id}.zip")
        yield ["export", path, "--format", format_id, "--output", out, "--allow-loss"]
        yield ["import", other, out]
        yield ["import", other, out, "--dry-run", "--map", f"{STEERING}=claim", "--json"]
    yield ["export", path, "--format", STEERING, "--output", "x"]
    yield ["export", path, "--format", "html", "--output", "x", "--label", STEERING]
    yield ["merge", path, other, "--output", str(folder / f"{NAME}-both.pressmark")]
    yield ["amend", path, STEERING, str(article)]
    yield ["original", path, STEERING, "--output", str(folder / f"{NAME}.raw")]
    yield ["amend", path, "2e5030386b8fc2d9", str(article), "--dry-run"]
    yield ["annotate", path, "--annotator", STEERING]
    yield ["amend", path, ARTICLE, str(article), "--annotator", STEERING]
    for verb in ("history", "backups"):
        yield from ([verb, path], [verb, path, "--json"])
    labels = str(folder / f"{NAME}-labels.json")
    yield from (["label-set", path, *more] for more in ([], ["--export", labels]))
    yield ["label-set", path, "--import", labels, "--map", f"{STEERING}=claim", "--dry-run"]
    broken = folder / f"{NAME}-broken.pressmark"
    broken.write_bytes(project.read_bytes()[:9000])
    yield ["rescue", str(broken), "--output", str(folder / f"{NAME}-rescued.pressmark")]
    yield from ([verb, str(folder / f"{NAME}-missing")] for verb in ("check", "dump", "stats"))


def steering(printed: str) -> set[str]:
    """Return what of it a terminal would obey; ends of lines it may."""
    kinds = {"Cc", "Cf", "Zl", "Zp"}
    return {one for one in printed if one != "\n" and unicodedata.category(one) in kinds}


def test_no_verb_lets_it_through(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = BytesIO(b'{"op": "remove", "annotation": "\\u001b[2J\\u202e"}\n{"\\u009b": 1}\n')
    monkeypatch.setattr("pressmark.cli.annotating.stdin_bytes", lambda: lines)
    tried = set()
    for words in verbs(project):
        tried.add(words[0])
        main(words)
        printed = "".join(capfd.readouterr())
        assert printed, words
        assert steering(printed) == set(), words
    assert tried == set(VERBS)
