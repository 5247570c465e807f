import io
from zipfile import ZipFile

from pressmark.formats.zipping import zipped


def test_the_file_comes_out_as_it_went_in() -> None:
    chunks = [b"first, ", b"", "zweites, 🇪🇺".encode() * 10_000]
    with ZipFile(io.BytesIO(b"".join(zipped(chunks, "Заява.csv")))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["Заява.csv"]
        assert archive.read("Заява.csv") == b"".join(chunks)


def test_the_same_is_zipped_to_the_same_bytes() -> None:
    assert b"".join(zipped([b"a"], "x")) == b"".join(zipped([b"a"], "x"))


def test_it_comes_while_it_is_made() -> None:
    chunks = iter([bytes(1 << 20), b"", b""])
    steps = zipped(chunks, "x")
    assert next(steps)
    assert len([*chunks]) == 2
