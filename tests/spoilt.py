"""Files that went wrong: bytes that are others, bits that are, ends that are missing."""

from hypothesis import strategies as st


def spoilt(whole: bytes, most: int = 3) -> st.SearchStrategy[bytes]:
    """Make a file of a whole one, with up to `most` bytes in it changed."""
    wrong = st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=most)

    def changed(places: list[tuple[int, int]]) -> bytes:
        data = bytearray(whole)
        for place, byte in places:
            data[place] = byte
        return bytes(data)

    return wrong.map(changed)


@st.composite
def broken(draw: st.DrawFn, whole: bytes, within: int | None = None) -> bytes:
    """Make a file of a whole one, cut or not, with bits flipped in its first `within` bytes."""
    data = bytearray(whole)
    if draw(st.booleans()):
        del data[draw(st.integers(0, len(data))) :]
    for place in draw(st.lists(st.integers(0, within or len(whole)), max_size=8)):
        if place < len(data):
            data[place] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)
