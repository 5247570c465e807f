import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressmark.cli.app import main
from pressmark.paths import seed


@dataclass(frozen=True)
class Run:
    """What a verb left behind: exit status, data, and the words for people."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 -- whatever the verb printed
        return json.loads(self.out)


Pressmark = Callable[..., Run]


@pytest.fixture
def pressmark(capfd: pytest.CaptureFixture[str]) -> Pressmark:
    """Run a verb in this process."""

    def run(*arguments: object) -> Run:
        status = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err
        return Run(status, captured.out, captured.err)

    return run


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A writable copy of the shipped example."""
    path = tmp_path / "example.pressmark"
    path.write_bytes(seed("example.pressmark").read_bytes())
    return path
