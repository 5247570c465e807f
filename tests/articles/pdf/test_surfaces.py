import pytest

from tests.articles.pdf.made_pdf import drawn
from tests.articles.pdf.taking import SCAN, VISIBLE, paragraphs, read, remarks, zones


@pytest.mark.parametrize(
    "hiding",
    [
        "BT 3 Tr /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "1 g BT /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "BT /F1 0.5 Tf 20 200 Td (secret words) Tj ET",
        "BT /F1 12 Tf 20 600 Td (secret words) Tj ET",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 0 g 10 190 200 30 re f",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 1 g 10 190 200 30 re f",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 0 G 20 w 10 204 m 250 204 l S",
    ],
    ids=["invisible", "white", "tiny", "off the page", "blackened", "whitened", "struck out"],
)
def test_hidden_text_is_flagged(hiding: str) -> None:
    found = read(drawn(VISIBLE + hiding))
    assert zones(found) == [("hidden", "secret words")]
    assert remarks(found)["hidden-text"][0] == 1


def test_letters_smaller_than_any_place_is_told_are_hidden_too() -> None:
    found = read(drawn(VISIBLE + "BT /F1 0.06 Tf 20 200 Td (x) Tj ET"))
    assert zones(found) == [("hidden", "x")]


@pytest.mark.parametrize(
    "shown",
    [
        "0 g 10 190 200 30 re f 1 g BT /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "q 280 0 0 380 10 10 cm /P1 Do Q BT 3 Tr /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 0 G 2 w 10 204 m 250 204 l S",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 0 G 20 w 10 195 m 250 260 l S",
    ],
    ids=["white on black", "recognised under a scan", "crossed out", "beside a slanting line"],
)
def test_what_can_be_read_is_not_hidden(shown: str) -> None:
    found = read(drawn(VISIBLE + shown))
    assert "secret words" in paragraphs(found)
    assert found.zones == ()


@pytest.mark.parametrize(
    "content",
    [
        f"{SCAN} BT 3 Tr /F1 12 Tf 20 200 Td (Words that a machine read) Tj ET",
        f"BT /F1 12 Tf 20 200 Td (Words that a machine read) Tj ET {SCAN}",
    ],
    ids=["unseen", "under the scan"],
)
def test_what_a_machine_read_from_a_scan_is_taken_and_remarked(content: str) -> None:
    found = read(drawn(content, pages=2))
    assert "Words that a machine read" in paragraphs(found)
    assert remarks(found) == {"recognised-pages": (2, "1–2")}


def test_words_on_a_picture_are_read_by_nobody_else() -> None:
    found = read(drawn(f"{SCAN} BT /F1 12 Tf 20 200 Td (Words set on a picture) Tj ET"))
    assert remarks(found) == {}


def test_text_drawn_twice_is_taken_once() -> None:
    again = VISIBLE.replace("350 Td", "800 Td")
    assert paragraphs(read(drawn(VISIBLE + again))) == ["Everybody can read this line."]


def test_letters_drawn_over_each_other_are_taken_once() -> None:
    bold = VISIBLE + VISIBLE.replace("20 350", "20.3 350")
    assert paragraphs(read(drawn(bold))) == ["Everybody can read this line."]
