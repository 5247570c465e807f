import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pressmark.ui.self_checks import CHECKS
from pressmark.ui.self_test import main

WITH_OTHER_RESOURCES = """
import sys
from pathlib import Path
from pressmark import paths
shipped, other = paths._shipped, Path(sys.argv[1])
paths._shipped = lambda name: other if name == "resources" else shipped(name)
from pressmark.ui.self_test import main
sys.exit(main([]))
"""


def test_a_whole_copy_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.json"
    assert main(["--report", str(report)]) == 0
    lines = capsys.readouterr().out.strip().split("\n")
    assert len(lines) == len(CHECKS)
    assert all(line.startswith("ok ") for line in lines)
    told = json.loads(report.read_bytes())
    assert told["passed"]
    assert [check["name"] for check in told["checks"]] == [
        check.__name__.replace("_", " ") for check in CHECKS
    ]


@pytest.mark.parametrize(
    "missing",
    ["icons/gavel.svg", "fonts/Inter-Regular.ttf", "licences/inter.txt", "themes/dark.json"],
)
def test_without_a_resource_it_fails(missing: str, root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(root / "resources", copy)
    (copy / missing).unlink()
    done = subprocess.run(
        [sys.executable, "-c", WITH_OTHER_RESOURCES, copy], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"FAILED" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_report_that_cannot_be_written_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pressmark.ui.self_test.CHECKS", ())
    assert main(["--report", str(tmp_path / "nowhere" / "report.json")]) == 1
    assert "not written" in capsys.readouterr().err
