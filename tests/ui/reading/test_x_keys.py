"""Real key events of a real X server, under layouts that print other things on the keys."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.x_server import x_server

pytestmark = pytest.mark.x11

PATIENCE = 60  # seconds
NEEDED = ("Xvfb", "setxkbmap", "xdotool")
DIGITS = {"10": "claim", "11": "quote", "12": "sanction", "13": "denial"}
"""Key codes of the digit row from 1 to 4."""
BY_PLACE = {"54": "claim", "24": "quote", "39": "sanction", "40": "denial"}
"""Where a US keyboard has C, Q, S and D."""
FRENCH = {"54": "claim", "38": "quote", "39": "sanction", "40": "denial"}
"""Where a French one has them: Q stands where A is elsewhere."""
STEPS = {"57": "N", "33": "P", "32": "O", "36": "inspector"}


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start an X server of one's own."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with x_server() as number:
        yield number


class Reader:
    """The view in a process of its own, under one keyboard layout."""

    def __init__(self, display: str, layout: str, root: Path, *told: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._environment["PYTHONPATH"] = os.pathsep.join([str(root), str(root / "desktop")])
        self._run("setxkbmap", "-layout", layout)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.reading.x_reader", *told],
            env=self._environment,
            stdout=subprocess.PIPE,
            bufsize=0,  # else a line could lie in a buffer where select does not see it
        )
        assert self.heard() == "ready"

    def type(self, *keys: str) -> None:
        """Press keys by their codes, with modifiers as in "shift+10"."""
        self._run("xdotool", "key", "--delay", "0", *keys)

    def heard(self) -> str:
        """Return the next word that the view says, or "" if it says none."""
        assert self.process.stdout
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        return self.process.stdout.readline().decode().strip() if ready else ""

    def close(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.communicate()

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, timeout=PATIENCE)


@pytest.fixture
def layout(request: pytest.FixtureRequest) -> str:
    """Return the layout that a test asked for."""
    return str(request.param)


@pytest.fixture
def reader(display: str, layout: str, root: Path) -> Iterator[Reader]:
    """Show the view under a layout."""
    with closing(Reader(display, layout, root)) as one:
        yield one


@pytest.fixture
def adder(display: str, layout: str, root: Path) -> Iterator[Reader]:
    """Show the view under a layout; what is tagged stays active."""
    with closing(Reader(display, layout, root, "fragments")) as one:
        yield one


@pytest.fixture
def field(display: str, layout: str, root: Path) -> Iterator[Reader]:
    """Show a field that takes keys under a layout."""
    with closing(Reader(display, layout, root, "field")) as one:
        yield one


@pytest.mark.parametrize("layout", ["us", "fr", "de", "ua", "ara"], indirect=True)
def test_keys_tag_whatever_the_layout_prints_on_them(reader: Reader, layout: str) -> None:
    letters = FRENCH if layout == "fr" else BY_PLACE
    expected = {**DIGITS, **letters, **STEPS}
    heard = {}
    for code in expected:
        reader.type(code)
        heard[code] = reader.heard()
    assert heard == expected


@pytest.mark.parametrize("layout", ["us", "fr", "de", "ua", "ara"], indirect=True)
def test_shift_and_the_same_keys_add_fragments(adder: Reader, layout: str) -> None:
    letter = "38" if layout == "fr" else "24"
    heard = []
    for code in ("11", "shift+11", f"shift+{letter}"):
        adder.type(code)
        heard.append(adder.heard())
    assert heard == ["quote 1", "quote 2", "quote 3"]


@pytest.mark.parametrize("layout", ["fr", "de", "ua"], indirect=True)
def test_brackets_are_keys_by_their_place_where_they_are_not_printed(
    reader: Reader,
) -> None:
    heard = []
    for code in ("34", "35", "shift+34"):
        reader.type(code)
        heard.append(reader.heard())
    assert heard == ["[", "]", "Shift+["]


@pytest.mark.parametrize("layout", ["fr"], indirect=True)
def test_a_letter_is_what_a_latin_layout_types(reader: Reader) -> None:
    reader.type("24")  # an A, which is no key of any label
    reader.type("10")
    assert reader.heard() == "claim"


@pytest.mark.parametrize("layout", ["us", "fr", "ara"], indirect=True)
def test_digits_of_actions_go_by_place_too(reader: Reader) -> None:
    heard = []
    for code in ("16", "ctrl+14"):
        reader.type(code)
        heard.append(reader.heard())
    assert heard == ["7", "Ctrl+5"]


@pytest.mark.parametrize("layout", ["us", "fr", "de", "ua", "ara"], indirect=True)
def test_a_key_is_taken_as_it_will_be_heard(field: Reader) -> None:
    heard = []
    for code in ("10", "shift+10", "ctrl+10", "ctrl+alt+57", "33", "shift+74", "119"):
        field.type(code)
        heard.append(field.heard())
    assert heard == ["1", "Shift+1", "Ctrl+1", "Ctrl+Alt+N", "P", "Shift+F8", "Del"]


@pytest.mark.parametrize("layout", ["de"], indirect=True)
def test_signs_by_altgr_and_letters_with_accents_are_refused(field: Reader) -> None:
    for keys in (("ISO_Level3_Shift+24",), ("21", "38")):  # an at sign, and a with an accent
        field.type(*keys)
        assert field.heard() == "unusable"
    field.type("38")
    assert field.heard() == "A"
