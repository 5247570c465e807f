"""What the self-test misses in an installed copy, and what it tries of coming in and going out."""

import hashlib
import shutil
from base64 import urlsafe_b64encode
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from pressmark import paths
from pressmark.articles.kinds import KINDS
from pressmark.ui import exchange_checks, self_checks
from pressmark.ui.fault import FaultError


@pytest.fixture
def installed(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder as an installer leaves it: resources and seeds, and lists of them."""
    package = tmp_path / "lib" / "pressmark"
    for name in ("resources", "seeds"):
        shutil.copytree(root / name, package / name)
    metadata = tmp_path / "lib" / "pressmark-1.dist-info"
    metadata.mkdir()
    record, manifest = [], []
    for path in sorted(one for one in package.rglob("*") if one.is_file()):
        digest = hashlib.sha256(path.read_bytes())
        coded = urlsafe_b64encode(digest.digest()).decode().rstrip("=")
        record.append(f"{path.relative_to(tmp_path / 'lib').as_posix()},sha256={coded},1\n")
        manifest.append(f"{digest.hexdigest()}  {path.relative_to(tmp_path).as_posix()}\n")
    (metadata / "RECORD").write_text("".join(record), encoding="utf-8")
    (metadata / "INSTALLER").write_text("Pressmark installer\n", encoding="ascii")
    (tmp_path / "runtime").mkdir()
    listed = tmp_path / "runtime" / "installed.sha256"
    listed.write_text("".join(manifest), encoding="utf-8")
    found = PathDistribution(metadata)
    monkeypatch.setattr(self_checks, "distribution", lambda _name: found)
    monkeypatch.setattr(self_checks, "files", lambda _name: found.files)
    monkeypatch.setattr(self_checks, "MANIFEST", listed)
    return tmp_path


def test_every_file_that_was_installed_is_missed(installed: Path) -> None:
    files = sorted(path for path in (installed / "lib" / "pressmark").rglob("*") if path.is_file())
    assert self_checks.installation(installed) == f"{len(files)} files"
    self_checks.resources(installed)
    assert len(files) > 200
    for path in files:
        away = path.replace(installed / "away")
        for check in (self_checks.installation, self_checks.resources):
            with pytest.raises(FileNotFoundError):
                check(installed)
        away.replace(path)


def test_a_changed_file_and_a_missing_list_are_noticed(installed: Path) -> None:
    theme = installed / "lib" / "pressmark" / "resources" / "themes" / "dark.json"
    theme.write_bytes(theme.read_bytes() + b" ")
    for check in (self_checks.installation, self_checks.resources):
        with pytest.raises(FaultError, match=r"dark\.json was changed"):
            check(installed)
    (installed / "runtime" / "installed.sha256").unlink()
    with pytest.raises(FileNotFoundError):
        self_checks.installation(installed)


def test_who_installed_it_is_missed(installed: Path) -> None:
    told = installed / "lib" / "pressmark-1.dist-info" / "INSTALLER"
    with (installed / "runtime" / "installed.sha256").open("a", encoding="ascii") as listed:
        listed.write(
            f"{hashlib.sha256(told.read_bytes()).hexdigest()}  {told.relative_to(installed)}\n"
        )
    self_checks.installation(installed)
    told.unlink()
    with pytest.raises(FileNotFoundError):
        self_checks.installation(installed)


def test_without_its_list_a_packed_copy_is_not_whole(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_checks, "files", lambda _name: None)
    self_checks.resources(installed)  # a checkout has none
    monkeypatch.setattr(self_checks, "_PACKED", installed / "lib" / "pressmark" / "resources")
    with pytest.raises(FaultError, match="list"):
        self_checks.resources(installed)


def test_there_is_a_sample_of_every_kind_of_file() -> None:
    assert {path.stem for path in paths.resource("samples").iterdir()} == {one.id for one in KINDS}


def test_a_spoilt_sample_fails(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(root / "resources" / "samples", tmp_path / "samples")
    (tmp_path / "samples" / "text.txt").write_text("Something else.", encoding="utf-8")
    monkeypatch.setattr(exchange_checks, "resource", lambda name: tmp_path / name)
    with pytest.raises(FaultError, match=r"text\.txt was read as"):
        exchange_checks.importers(tmp_path)
