import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from pressmark.errors import CancelledError, EditError, PressmarkError
from pressmark.ui.tasks import Task, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    del qtbot  # there is an application now
    made = TaskRunner()
    yield made
    made.stop()
    made.deleteLater()


def never(what: object) -> None:
    raise AssertionError(what)


def test_the_result_comes_back_to_the_windows_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[tuple[int, bool]] = []

    def take(result: int) -> None:
        seen.append((result, threading.current_thread() is threading.main_thread()))

    task = runner.run(lambda _task: 42, take, never)
    qtbot.waitSignal(task.ended).wait()
    assert seen == [(42, True)]


def test_an_error_is_handed_on_as_what_it_is(qtbot: QtBot, runner: TaskRunner) -> None:
    errors: list[PressmarkError] = []

    def work(_task: Task) -> None:
        raise EditError("no-label", id="x")

    qtbot.waitSignal(runner.run(work, never, errors.append).ended).wait()
    assert [error.case for error in errors] == ["no-label"]


def test_an_unexpected_exception_is_logged_and_handed_on_by_name(
    qtbot: QtBot, runner: TaskRunner, expect_log: Callable[[str], None]
) -> None:
    expect_log("a task failed")
    errors: list[PressmarkError] = []
    work: Callable[[Task], float] = lambda _task: 1 / 0  # noqa: E731 -- it says all there is
    qtbot.waitSignal(runner.run(work, never, errors.append).ended).wait()
    assert [(error.case, error.facts["kind"]) for error in errors] == [
        ("unexpected", "ZeroDivisionError")
    ]


def test_steps_are_told_and_a_cancelled_task_stops_at_the_next(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    errors: list[PressmarkError] = []
    told: list[tuple[int, int]] = []

    def work(task: Task) -> None:
        task.step(1, 2000)
        begun.set()
        go_on.wait(20)
        for number in range(2, 2001):
            task.step(number, 2000)

    task = runner.run(work, never, errors.append)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    begun.wait(20)
    task.cancel()
    go_on.set()
    qtbot.waitSignal(task.ended).wait()
    assert isinstance(errors[0], CancelledError)
    assert told in ([], [(1, 2000)])  # what was told before somebody listened is not told again


def test_stopping_the_runner_ends_what_runs(qtbot: QtBot, runner: TaskRunner) -> None:
    errors: list[PressmarkError] = []

    def work(task: Task) -> None:
        number = 0
        while True:
            number += 1
            task.step(number, 0)

    task = runner.run(work, never, errors.append)
    with qtbot.waitSignal(task.ended):
        runner.stop()
    assert isinstance(errors[0], CancelledError)
