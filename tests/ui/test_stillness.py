"""Nothing in the window moves by itself: who asked the system for less motion has it everywhere."""

import re
from pathlib import Path

import pytest

MOVING = re.compile(r"Q\w*Animation\b|QTimeLine|QMovie|QGraphicsOpacityEffect|setAnimated\(True")


@pytest.mark.parametrize("words", ["QPropertyAnimation(self)", "QTimeLine()", "setAnimated(True)"])
def test_what_moves_would_be_found(words: str) -> None:
    assert MOVING.search(words)


def test_nothing_is_animated(root: Path) -> None:
    sources = sorted((root / "desktop").rglob("*.py"))
    moving = [path.name for path in sources if MOVING.search(path.read_text(encoding="utf-8"))]
    assert moving == []
