import io
from zipfile import ZipFile

from pressmark.formats.format import Piece
from pressmark.formats.zipping import zipped


def test_files_come_out_as_they_went_in() -> None:
    chunks = [b"first, ", b"", "zweites, 🇪🇺".encode() * 10_000]
    pieces = [*(Piece("Заява.csv", one) for one in chunks), Piece("a/b.txt", b"more")]
    with ZipFile(io.BytesIO(b"".join(zipped(pieces)))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["Заява.csv", "a/b.txt"]
        assert archive.read("Заява.csv") == b"".join(chunks)
        assert archive.read("a/b.txt") == b"more"


def test_the_same_is_zipped_to_the_same_bytes() -> None:
    assert b"".join(zipped([Piece("x", b"a")])) == b"".join(zipped([Piece("x", b"a")]))


def test_it_comes_while_it_is_made() -> None:
    pieces = iter([Piece("x", bytes(1 << 20)), Piece("x", b""), Piece("x", b"")])
    steps = zipped(pieces)
    assert next(steps)
    assert len([*pieces]) == 2
