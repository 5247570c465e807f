import os
import stat
import zipfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle, NeighbourBundle, bundle_at, is_safe


def opened(path: Path) -> Bundle:
    bundle = bundle_at(path)
    assert bundle is not None
    return bundle


def zip_of(path: Path, *members: ZipInfo | str, data: bytes = b"x") -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for member in members:
            archive.writestr(member, data)
    return path


def test_folders_and_zips_read_alike(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    (folder / "b").mkdir(parents=True)
    for name in ("b/x.txt", "a.txt", ".hidden"):
        (folder / name).write_bytes(name.encode())
    zipped = tmp_path / "set.zip"
    with ZipFile(zipped, "w") as archive:
        archive.mkdir("b")
        for name in ("b/x.txt", "a.txt", "__MACOSX/a.txt"):
            archive.writestr(name, name)
    for path in (folder, zipped):
        bundle = opened(path)
        assert bundle.names == ("a.txt", "b/x.txt")
        assert bundle.read("b/x.txt") == b"b/x.txt"
        with pytest.raises(KeyError):
            bundle.read("../set.zip")
    assert bundle_at(folder / "a.txt") is None
    assert bundle_at(tmp_path / "none") is None


def test_links_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    folder = tmp_path / "set"
    folder.mkdir()
    try:
        (folder / "link.txt").symlink_to(tmp_path / "secret")
    except OSError:
        pytest.skip("no links here")
    (folder / "inner").symlink_to(tmp_path)
    assert opened(folder).names == ()
    with pytest.raises(KeyError):
        NeighbourBundle(folder / "x").read("link.txt")


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../x", "..\\x", "\\\\a\\x", "C:x", "a//x", "./x"]
)
def test_names_that_lead_elsewhere_are_refused(name: str, tmp_path: Path) -> None:
    assert not is_safe(name)
    member = ZipInfo("x")
    member.filename = name
    with pytest.raises(FormatError, match="unsafe-names"):
        bundle_at(zip_of(tmp_path / "set.zip", member))


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    member = ZipInfo("x")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(FormatError, match="unsafe-names"):
        bundle_at(zip_of(tmp_path / "set.zip", member))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="unsafe-names"):
        bundle_at(zip_of(tmp_path / "set.zip", "x", "x"))


def test_what_swells_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="too-large-unpacked"):
        bundle_at(zip_of(tmp_path / "set.zip", "x", data=bytes(3 << 20)))


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "set.zip", "x", data=os.urandom(4000))
    whole = path.read_bytes()
    path.write_bytes(whole[:2000])
    with pytest.raises(FormatError, match="damaged-zip"):
        bundle_at(path)
    path.write_bytes(whole[:1000] + b"???" + whole[1003:])
    bundle = opened(path)
    with pytest.raises(FormatError, match="damaged-zip"):
        bundle.read("x")


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "set.zip", "x")
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag that it is encrypted, in both of its places
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert zipfile.is_zipfile(path)
    with pytest.raises(FormatError, match="damaged-zip"):
        opened(path).read("x")


def test_a_neighbour_is_read_by_its_own_name_only(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_bytes(b"a")
    (tmp_path / "a.offsets").write_bytes(b"b")
    beside = NeighbourBundle(tmp_path / "a.conll")
    assert beside.names == ("a.conll",)
    assert beside.read("a.offsets") == b"b"
    assert beside.read("../a.offsets") == b"b"  # its last part alone counts
    with pytest.raises(KeyError):
        beside.read("none")
