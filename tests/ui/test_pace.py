"""How fast work goes on, and how long it takes."""

from pressmark.ui.languages.speaking import speak
from pressmark.ui.pace import Pace


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def test_nothing_is_said_before_a_second_has_passed() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.words(10) == ""
    for done in range(5):
        clock.time += 0.1
        pace.note(done)
    assert pace.words(10) == ""


def test_the_rate_is_that_of_the_last_seconds(qapp: object) -> None:
    del qapp
    speak("en")
    clock = Clock()
    pace = Pace(clock)
    done = 0
    for step in (10, 10, 10, *[100] * 8):
        clock.time += 1
        done += step
        pace.note(done)
    assert pace.rate == 100
    assert pace.words(done + 1500) == "100 a second · about 15 seconds left"
    assert pace.words(done + 100 * 180) == "100 a second · about 3 minutes left"
    assert pace.words(done + 100) == "100 a second · about 1 second left"


def test_slow_work_and_a_new_piece_of_it() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(1)
    clock.time += 4
    pace.note(2)
    assert pace.words(3) == "< 1 a second · about 4 seconds left"
    clock.time += 1
    pace.note(1)
    assert pace.words(3) == ""
