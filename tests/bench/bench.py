"""What grading costs: `make bench` prints this table, side by side with nbgrader as it comes.

Everything is a whole command, from its start to its end, unless the row says otherwise. Two sides of a ratio are run in
turns, and each number is the median of all runs.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from courses import HERE, ROOT, autograder, hand_in, nbgrader, notebooks, our_course, run, stock_course

from autograder.course.course import Course
from autograder.demo.sample import fill_in

SAMPLES = ROOT / "tests" / "submissions"
NUMPY, TENSORFLOW = ("small", "logic_gates"), ("gradient_tape", "two_layer")
STOCK_STUDENTS = 20
OUR_STUDENTS = {"small": 1000, "logic_gates": 400, "gradient_tape": 100, "two_layer": 60}


def row(what: str, found: str, target: str = "", met: bool | None = None) -> None:
    """What was measured, the number, and where there is a target whether it was met."""
    verdict = "" if met is None else "met" if met else "MISSED"
    print(f"{what:<66}{found:>26}  {target:<22}{verdict}".rstrip(), flush=True)


def median(measure: Callable[[], float], runs: int) -> float:
    return statistics.median(measure() for _ in range(runs))


def against_stock(ours: Course, stock: Path, name: str, runs: int) -> None:
    """Stock, our step in nbgrader's command, and our command, in turns, on the same notebooks."""
    contents, few, many = notebooks(ours, name), STOCK_STUDENTS, OUR_STUDENTS[name]
    submitted = ours.gradebook / "submitted"
    found: dict[str, list[float]] = {"stock": [], "start": [], "step": [], "step start": [], "grade": [], "memory": []}
    for _ in range(runs):
        for count, kind in ((1, "start"), (few, "stock")):
            hand_in(stock / "submitted", name, contents, count)
            shutil.rmtree(stock / "autograded", ignore_errors=True)
            found[kind].append(nbgrader(stock, "autograde", name, "--force"))
        for count, kind in ((1, "step start"), (few, "step")):
            hand_in(submitted, name, contents, count)
            found[kind].append(nbgrader(ours.root, "autograde", name, "--force"))
        hand_in(submitted, name, contents, many)
        seconds, memory = autograder(ours.root, "grade", name, "--force")
        found["grade"].append(seconds)
        found["memory"].append(memory)
    middle = {kind: statistics.median(values) for kind, values in found.items()}
    # Stock and our step are given their start for nothing; our own command pays for its own.
    theirs = (middle["stock"] - middle["start"]) / (few - 1)
    step = (middle["step"] - middle["step start"]) / (few - 1)
    grade = middle["grade"] / many
    is_numpy = name in NUMPY
    row(f"{name}: stock nbgrader autograde, a submission", f"{theirs:.3f} s, {1 / theirs:.1f} a second")
    row(f"{name}: nbgrader autograde with our step", f"{step:.3f} s, {1 / step:.1f} a second")
    wanted = 8 if is_numpy else 10
    row(f"{name}: stock / our step", f"{theirs / step:.1f}", f">= {wanted}", theirs / step >= wanted)
    told = f"{1000 * grade:.1f} ms, {1 / grade:.1f} a second"
    row(f"{name}: autograder grade, {many} students, start included", told)
    wanted = 100 if is_numpy else 20
    row(f"{name}: stock / autograder grade", f"{theirs / grade:.1f}", f">= {wanted}", theirs / grade >= wanted)
    row(f"{name}: memory of the grader (peak)", f"{middle['memory']:.0f} MB")


def growth(ours: Course, runs: int) -> None:
    """Whether a larger class costs more a student, and what a second processor brings."""
    contents, seconds, memory = notebooks(ours, "small"), dict[int, float](), dict[int, float]()
    for count in (100, 3000):
        hand_in(ours.gradebook / "submitted", "small", contents, count)
        measured = [autograder(ours.root, "grade", "small", "--force") for _ in range(runs)]
        seconds[count] = statistics.median(each[0] for each in measured) / count
        memory[count] = statistics.median(each[1] for each in measured)
    ratio = seconds[3000] / seconds[100]
    row("small: seconds a submission, 3000 / 100 students, start included", f"{ratio:.2f}", "<= 1.2", ratio <= 1.2)
    ratio = memory[3000] / memory[100]
    row("small: memory of the grader, 3000 students / 100 students", f"{ratio:.2f}", "<= 1.2", ratio <= 1.2)
    hand_in(ours.gradebook / "submitted", "logic_gates", notebooks(ours, "logic_gates"), 300)
    pairs = []
    for _ in range(runs):
        one = run(
            ["taskset", "-c", "0", sys.executable, "-m", "autograder", "grade", "logic_gates", "--force"], ours.root
        )
        pairs.append((one[0], autograder(ours.root, "grade", "logic_gates", "--force")[0]))
    ratio = statistics.median(one / two for one, two in pairs)
    row("logic_gates: one processor / two processors", f"{ratio:.2f}", ">= 1.7", ratio >= 1.7)


def cold(ours: Course, runs: int) -> None:
    """What somebody waits for at a terminal."""
    hand_in(ours.gradebook / "submitted", "logic_gates", notebooks(ours, "logic_gates"), 1)
    notebook = str(ours.assignment("logic_gates").submitted_path("s00000"))
    seconds = median(lambda: autograder(ours.root, "check", "logic_gates", notebook)[0], runs)
    row("logic_gates: autograder check, one notebook", f"{seconds:.2f} s", "< 1.0 s", seconds < 1.0)
    seconds = median(lambda: run([sys.executable, "-m", "autograder", "--help"], ours.root)[0], runs)
    row("autograder --help", f"{seconds:.2f} s", "< 0.3 s", seconds < 0.3)


def reports(ours: Course) -> None:
    """A thousand pages, a tenth of them with pictures, and how long a browser takes to open the class's."""
    contents = notebooks(ours, "logic_gates")
    contents[:2] = [fill_in(ours.assignment("logic_gates"), SAMPLES / "logic_gates" / "gates_mixed_up.py")] * 2
    hand_in(ours.gradebook / "submitted", "logic_gates", contents, 1000)
    autograder(ours.root, "grade", "logic_gates")
    seconds, memory = autograder(ours.root, "report", "logic_gates")
    row("logic_gates: a thousand pages", f"{seconds:.1f} s, {memory:.0f} MB", "< 60 s", seconds < 60)
    index = ours.gradebook / "reports" / "logic_gates" / "index.html"
    size = index.stat().st_size / 2**20
    row("logic_gates: the page of a class of a thousand", f"{size:.1f} MB", "< 10 MB", size < 10)
    if shutil.which("chromium") is None:
        row("logic_gates: until a browser has loaded that page", "Chromium is not installed")
        return
    opened = statistics.median(open_in_browser(index) for _ in range(5))
    row("logic_gates: until a browser has loaded that page", f"{opened:.2f} s", "< 2 s", opened < 2)


def open_in_browser(path: Path) -> float:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        begin = time.perf_counter()
        page.goto(path.as_uri())
        page.locator("#shown").inner_text()  # the script has run, and everything is laid out
        seconds = time.perf_counter() - begin
        browser.close()
    return seconds


def engine(ours: Course) -> None:
    """One submission at a time in a warm process, on one processor."""
    command = ["taskset", "-c", "0", sys.executable, str(HERE / "engine.py"), str(ours.root)]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        name, checks, *milliseconds = line.split()
        graded, own = map(float, milliseconds)
        if name == "small":
            row(f"{name}: engine alone, {checks} checks", f"{graded:.1f} ms", "< 10 ms", graded < 10)
        else:
            told = f"{graded:.0f} ms, bare {own:.0f} ms"
            is_met = graded - own < 60 if name in TENSORFLOW else None
            target = "< 60 ms above bare" if name in TENSORFLOW else ""
            row(f"{name}: engine alone, {checks} checks", told, target, is_met)


def dask(ours: Course, runs: int) -> None:
    """The same class by this machine's own processes, and by workers of a cluster on this machine."""
    from distributed import LocalCluster

    count = 400
    hand_in(ours.gradebook / "submitted", "small", notebooks(ours, "small"), count)
    seconds = median(lambda: autograder(ours.root, "grade", "small", "--force")[0], runs)
    row(f"small: {count} students, this machine's processes", f"{count / seconds:.1f} a second")
    for workers in (1, 2):
        with LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as there:
            address = ("--dask", there.scheduler_address)
            seconds = median(lambda: autograder(ours.root, "grade", "small", "--force", *address)[0], runs)  # noqa: B023
        row(f"small: {count} students, {workers} workers of a cluster", f"{count / seconds:.1f} a second")


def hostile(ours: Course, runs: int) -> None:
    """A class of sixty in which every third student attacks the grader, beside the same class without them."""
    sys.path.insert(0, str(HERE.parent / "support"))
    import hostile_class

    for name in hostile_class.ANSWERS:
        assignment = ours.assignment(name)
        seconds: dict[bool, list[float]] = {True: [], False: []}
        for _ in range(runs):
            for with_attackers, measured in seconds.items():
                shutil.rmtree(ours.gradebook / "submitted", ignore_errors=True)
                hostile_class.hand_in(assignment, with_attackers)
                measured.append(autograder(ours.root, "grade", name, "--force")[0])
        many, few = map(statistics.median, seconds.values())
        row(f"{name}: every third of 60 attacks", f"{many:.1f} s, if none {few:.1f} s")
        met = many / few <= 2 if name == "dense_layer" else None
        row(f"{name}: every third of 60 attacks / none does", f"{many / few:.2f}", "" if met is None else "<= 2", met)


def references(ours: Course) -> None:
    seconds, _ = run([sys.executable, str(HERE / "references.py")], ours.root)
    row("the references of all assignments, one after another", f"{seconds:.1f} s", "< 60 s", seconds < 60)


def profile(ours: Course) -> None:
    subprocess.run([sys.executable, str(HERE / "profile.py"), str(ours.root)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("what", nargs="*", help="what to measure, assignments included; everything if nothing is named")
    given = parser.parse_args()
    os.environ.setdefault("USER", "instructor")
    with tempfile.TemporaryDirectory(prefix="autograder-bench-") as folder:
        ours, stock = our_course(Path(folder, "ours"), [*NUMPY, *TENSORFLOW, "dense_layer"]), Path(folder, "stock")
        stock_course(stock, ours, [*NUMPY, *TENSORFLOW])
        measures: dict[str, Callable[[], None]] = {
            "engine": lambda: engine(ours),
            "profile": lambda: profile(ours),
            "cold": lambda: cold(ours, given.runs),
            "hostile": lambda: hostile(ours, given.runs),
            "references": lambda: references(ours),
            "reports": lambda: reports(ours),
            "growth": lambda: growth(ours, given.runs),
            "dask": lambda: dask(ours, given.runs),
        }
        for name in (*NUMPY, *TENSORFLOW):
            measures[name] = functools.partial(against_stock, ours, stock, name, given.runs)
        if unknown := {*given.what} - {*measures}:
            parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(measures)}")
        for what in given.what or measures:
            measures[what]()


if __name__ == "__main__":
    main()
