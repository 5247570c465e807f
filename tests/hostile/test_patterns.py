"""A pattern that would search for years is stopped; that is no answer, and said to be none."""

from pathlib import Path

import pytest

from pressmark.cli.app import main

ENDLESS = r"(a|aa)+$"


@pytest.fixture
def project(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    path, article = tmp_path / "own.pressmark", tmp_path / "article.txt"
    article.write_text("a" * 200 + "!", encoding="utf-8")
    assert main(["new", str(path)]) == main(["import", str(path), str(article)]) == 0
    capfd.readouterr()
    return path


def test_too_complex_is_not_no_match(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.analysis.matching.PATIENCE", 0.1)
    assert main(["find", str(project), "--regex", ENDLESS]) == 1
    out, complaint = capfd.readouterr()
    assert out == ""
    assert "too complex" in complaint
    assert complaint.count("\n") == 1
    assert main(["find", str(project), "--regex", "b+$"]) == 0
    assert "too complex" not in "".join(capfd.readouterr())


def test_words_are_taken_literally_unless_asked(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", str(project), ENDLESS]) == 0
    assert "".join(capfd.readouterr()).count("[") == 0
