"""Grading on a Dask cluster of real worker processes: the same reports, whatever happens to a worker."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.grade.cluster import cluster
from autograder.grade.run import grade_class
from autograder.nbgrader_host.api import nbgrader
from autograder.nbgrader_plugins.gradebook import open_gradebook

NAME = "logic_gates"
SAMPLES = ("right_in_another_style", "step_is_one_at_zero", "gates_mixed_up", "bias_forgotten", "crash", "cheat")
SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"
WORKER = "from distributed.cli.dask_worker import main; main()"

pytestmark = pytest.mark.slow
Results = tuple[dict[str, bytes], dict[str, float]]


class Cluster:
    """A scheduler and workers, processes of their own on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        words = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
        self._start(SCHEDULER, words, {})
        while not file.exists():
            time.sleep(0.05)
        self._file = file

    @property
    def address(self) -> str:
        return json.loads(self._file.read_text())["address"]

    def add_worker(self, **environment: str) -> None:
        words = [self.address, "--nthreads", "2", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        words += ["--name", f"w{len(self.workers)}", "--local-directory", str(self._folder)]
        self.workers.append(self._start(WORKER, words, environment))

    def wait_for_workers(self) -> None:
        from distributed import Client

        with Client(self.address) as client:
            client.wait_for_workers(len(self.workers), timeout=60)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()

    def _start(self, program: str, words: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
        paths = {"PYTHONPATH": str(Path(__file__).parent)}  # for `noted`, which is sent to them
        with (self._folder / "log.txt").open("ab") as log:
            self._processes.append(
                subprocess.Popen(
                    [sys.executable, "-c", program, *words],
                    cwd=self._folder,
                    env={**os.environ, **paths, **environment},
                    stdout=log,
                    stderr=log,
                )
            )
        return self._processes[-1]


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "machines").mkdir()
    there = Cluster(tmp_path / "machines")
    yield there
    there.close()


@pytest.fixture(scope="module")
def handed_in(class_of: Callable[..., Course], tmp_path_factory: pytest.TempPathFactory) -> Course:
    samples = {f"s{number:02}": f"{SAMPLES[number % len(SAMPLES)]}.py" for number in range(24)}
    return class_of(tmp_path_factory.mktemp("cluster") / "class", samples)


@pytest.fixture(scope="module")
def expected(handed_in: Course, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """What this machine's own processes make of the class."""
    course = copy_of(handed_in, tmp_path_factory.mktemp("expected") / "class")
    grade_class(course.assignment(NAME), "bubblewrap", open_gradebook)
    return results(course)


def copy_of(course: Course, folder: Path) -> Course:
    return Course(shutil.copytree(course.root, folder, symlinks=True))


def results(course: Course) -> Results:
    folder = course.gradebook / "reports" / NAME
    with nbgrader(course).gradebook as book:
        scores = {each["student"]: each["score"] for each in book.submission_dicts(NAME)}
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}, scores


def test_one_two_and_four_workers_give_the_same_reports(
    machines: Cluster, handed_in: Course, expected: Results, tmp_path: Path
) -> None:
    for count in (1, 2, 4):
        while len(machines.workers) < count:
            machines.add_worker()
        machines.wait_for_workers()
        course = copy_of(handed_in, tmp_path / str(count))
        said = list[str]()
        with cluster(machines.address, "bubblewrap", said.append) as executor:
            grade_class(course.assignment(NAME), "bubblewrap", open_gradebook, executor=executor)
        assert said == []
        assert results(course) == expected


class Watched(Executor):
    """Notes which tasks were begun and on which process, and lets the first few run before something happens."""

    def __init__(self, executor: Executor, log: Path, happens: Callable[[], None]) -> None:
        self._executor, self._log, self._happens = executor, log, happens

    def submit(self, task: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = self._executor.submit(noted, str(self._log), task, *args, **kwargs)
        future.add_done_callback(lambda _: self._happens())
        return future


def noted(log: str, task: Callable[..., Any], found: Any, *more: Any) -> Any:
    with open(log, "a") as file:
        file.write(f"{found.student} {os.getpid()}\n")
    return task(found, *more)


def test_a_worker_that_is_killed_costs_nothing_but_its_own_tasks(
    machines: Cluster, handed_in: Course, expected: Results, tmp_path: Path
) -> None:
    machines.add_worker()
    machines.add_worker()
    machines.wait_for_workers()
    course, log = copy_of(handed_in, tmp_path / "class"), tmp_path / "log.txt"
    victim = machines.workers[0]
    ended = itertools.count(1)

    def happens() -> None:
        if next(ended) == 8:
            victim.send_signal(signal.SIGKILL)

    with cluster(machines.address, "bubblewrap", lambda _: None) as executor:
        grade_class(course.assignment(NAME), "bubblewrap", open_gradebook, executor=Watched(executor, log, happens))
    assert results(course) == expected
    begun = [line.split() for line in log.read_text().splitlines()]
    repeated = {student for student, count in Counter(student for student, _ in begun).items() if count > 1}
    assert {student for student, pid in begun if int(pid) == victim.pid} >= repeated
    assert len(repeated) <= 8  # what it had begun or not yet handed over


def test_a_worker_without_a_sandbox_gets_no_work_and_says_so(
    machines: Cluster, handed_in: Course, expected: Results, tmp_path: Path
) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    machines.add_worker(PATH=str(nothing))
    machines.wait_for_workers()
    with (
        pytest.raises(CourseError, match="none of its workers can grade"),
        cluster(machines.address, "bubblewrap", lambda _: None),
    ):
        pass
    machines.add_worker()
    machines.wait_for_workers()
    said = list[str]()
    course, log = copy_of(handed_in, tmp_path / "class"), tmp_path / "log.txt"
    with cluster(machines.address, "bubblewrap", said.append) as executor:
        grade_class(
            course.assignment(NAME), "bubblewrap", open_gradebook, executor=Watched(executor, log, lambda: None)
        )
    assert len(said) == 1
    assert said[0].endswith(
        "gets no work: sandbox: bubblewrap is not installed. Install it, for instance: sudo apt-get install bubblewrap."
    )
    assert {int(line.split()[1]) for line in log.read_text().splitlines()} == {machines.workers[1].pid}
    assert results(course) == expected


def test_a_worker_with_another_engine_gets_no_work(machines: Cluster, project: Course, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(project.root / "autograder", other / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    (other / "autograder" / "__init__.py").write_text('__version__ = "0.9.0"\n')
    machines.add_worker(PYTHONPATH=str(other))
    machines.wait_for_workers()
    said = list[str]()
    with (
        pytest.raises(CourseError, match="none of its workers can grade"),
        cluster(machines.address, "bubblewrap", said.append),
    ):
        pass
    assert "its autograder is 0.9.0 (" in said[0]


def test_without_dask_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseError) as caught, cluster("tcp://127.0.0.1:1", "bubblewrap", lambda _: None):
        pass
    assert str(caught.value) == (
        "--dask: Dask is not installed here. Run pip install -e '.[dask]' in the project's folder."
    )


def test_a_cluster_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(CourseError, match="no Dask scheduler answers"),
        cluster("tcp://127.0.0.1:1", "bubblewrap", lambda _: None),
    ):
        pass
