"""The same submissions graded by nbgrader as it comes and by our step, and where the two differ."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any

from features import Feature, features, write_source, write_submission

OURS = Path(__file__).resolve().parents[2] / "nbgrader_config.py"
_SHARDS = 2  # processes of nbgrader's own
Scores = dict[str, tuple[float | None, bool]]  # by notebook and cell: the score, and whether somebody has to look


def our_step() -> str:
    """The lines of this course's configuration that put our step in place of nbgrader's."""
    text = OURS.read_text("utf-8")
    return "c = get_config()\n" + text[text.index("c.Autograde.exporter_class") :]


@dataclass
class Graded:
    """What came of one student's submission."""

    scores: Scores  # none where nbgrader gave the submission up
    outputs: dict[str, list[Any]]  # of each cell, by notebook and number
    feedback: dict[str, list[str]]  # by notebook: texts and pictures, in order
    files: list[str]

    def points(self) -> str:
        if not self.scores:
            return "failed"
        return " ".join("?" if score is None else f"{score:g}" for score, _ in self.scores.values())


# --- Grading ----------------------------------------------------------------------------------------------------------


def compare(folder: Path, wanted: list[Feature]) -> Iterator[tuple[Feature, str, Graded, Graded]]:
    """Each student's submission of each feature, with what came of it in nbgrader and here."""
    base = folder / "course"
    for feature in wanted:
        write_source(feature, base / "source" / feature.name)
    _run("make", base, wanted)
    for feature in wanted:
        for student in feature.students:
            path = base / "submitted" / student / feature.name
            write_submission(feature, base / "release" / feature.name, path, student)
    running = []
    shards = [wanted[number::_SHARDS] for number in range(_SHARDS)]
    for name, part in [*((f"stock{number}", part) for number, part in enumerate(shards)), ("ours", wanted)]:
        shutil.copytree(base, folder / name)
        if part:
            running.append(_start("grade", folder / name, part))
    for process in running:
        _wait(process)
    for number, part in enumerate(shards):
        for feature in part:
            for student in feature.students:
                both = (_graded(folder / name, feature, student) for name in (f"stock{number}", "ours"))
                yield feature, student, *both


def _start(what: str, course: Path, wanted: list[Feature]) -> tuple[subprocess.Popen[bytes], Path]:
    names = [each.name for each in wanted]
    log = course.with_suffix(".log")
    environment = {**os.environ, "USER": "tester", "JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter"))}
    environment.pop("PYTEST_CURRENT_TEST", None)  # with it a kernel does not show what is written to descriptors
    environment |= {"JUPYTER_CONFIG_DIR": str(course), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    with log.open("wb") as file:
        command = [sys.executable, __file__, what, str(course), *names]
        return subprocess.Popen(command, env=environment, stdout=file, stderr=file), log


def _wait(started: tuple[subprocess.Popen[bytes], Path]) -> None:
    process, log = started
    if process.wait():
        raise AssertionError(log.read_text("utf-8")[-3000:])


def _run(what: str, course: Path, wanted: list[Feature]) -> None:
    _wait(_start(what, course, wanted))


def _main(what: str, course: Path, *names: str) -> None:
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import Config
    from traitlets.config.loader import PyFileConfigLoader

    wanted = features(*names)
    step = course / "nbgrader_config.py"
    if course.name == "ours":
        step.write_text(our_step(), "utf-8")
    for options, group in groupby(
        sorted(wanted, key=lambda each: sorted(each.options.items())), lambda each: each.options
    ):
        config = PyFileConfigLoader(step.name, str(course)).load_config() if step.exists() else Config()
        config.CourseDirectory.root = str(course)
        config.CourseDirectory.course_id = "features"
        for name, value in options.items():
            section, _, option = name.rpartition(".")
            config[section or "Execute"][option] = json.loads(value)
        api = NbGraderAPI(config=config)
        for feature in group:
            if what == "make":
                result = api.generate_assignment(feature.name)
                assert result["success"], result["log"] + result.get("error", "")
                continue
            for student in feature.students:
                result = api.autograde(feature.name, student)
                print(feature.name, student, result["success"], *([] if result["success"] else [result["log"]]))
                if result["success"]:
                    result = api.generate_feedback(feature.name, student)
                    assert result["success"], result["log"] + result.get("error", "")


# --- What came of it --------------------------------------------------------------------------------------------------


def _graded(course: Path, feature: Feature, student: str) -> Graded:
    from nbformat import read
    from nbgrader.api import Gradebook

    folder = course / "autograded" / student / feature.name
    pages = course / "feedback" / student / feature.name
    if not folder.exists():
        return Graded({}, {}, {}, [])
    scores: Scores = {}
    with Gradebook(f"sqlite:///{course}/gradebook.db", "features") as gradebook:
        for notebook in gradebook.find_submission(feature.name, student).notebooks:
            for grade in sorted(notebook.grades, key=lambda each: int(each.name.removeprefix("cell_"))):
                scores[f"{notebook.name} {grade.name}"] = (grade.auto_score, bool(grade.needs_manual_grade))
    outputs, feedback = {}, {}
    for name in feature.notebooks:
        notebook = read(folder / f"{name}.ipynb", as_version=4)
        for number, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                shown = [cell.execution_count, *_normal_outputs(cell.outputs, str(folder))]
                outputs[f"{name} {number}"] = shown
        state = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {})
        outputs[f"{name} widgets"] = sorted(
            _normal(json.dumps(each, sort_keys=True), "") for each in state.get("state", {}).values()
        )
        feedback[name] = _Page(pages, (pages / f"{name}.html").read_text("utf-8"), str(folder)).shown
    files = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    return Graded(scores, outputs, feedback, sorted(each for each in files if "__pycache__" not in each))


def _normal_outputs(outputs: list[Any], folder: str) -> list[Any]:
    """Outputs without what differs from run to run, and texts of one stream put together.

    A kernel sends them in pieces, and those of two streams in any order.
    """
    found: list[Any] = []
    for output in outputs:
        output = json.loads(json.dumps(output))
        if output["output_type"] == "stream":
            run = []
            while found and found[-1]["output_type"] == "stream":
                run.append(found.pop())
            streams = {each["name"]: each["text"] for each in run}
            streams[output["name"]] = streams.get(output["name"], "") + output["text"]
            found += [{"output_type": "stream", "name": name, "text": streams[name]} for name in sorted(streams)]
        else:
            found.append(output)
    return [_normal_tree(each, folder) for each in found]


def _normal_tree(tree: Any, folder: str) -> Any:
    if isinstance(tree, dict):
        return {_normal(name, folder): _normal_tree(each, folder) for name, each in tree.items()}
    if isinstance(tree, list):
        return [_normal_tree(each, folder) for each in tree]
    return _normal(tree, folder) if isinstance(tree, str) else tree


_RULES: list[tuple[str, Any]] = [
    (r"\x1b\[[0-9;]*[A-Za-z]", ""),
    (r"(/tmp/ipykernel_\d+/|\b)\d{6,}\.py", "CELL"),
    (r"File \S*(ipykernel/|/engine/inside/).*?(?=StdinNotImplementedError:|\Z)", "File of the kernel "),
    (re.escape(os.path.expanduser("~")) + "(?=/)", "~"),
    (r"\b0x[0-9a-f]+", "ADDRESS"),
    (r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", "ID"),
    (r"[\d.]+(e[+-]\d+)? ?(ns|µs|μs|us|ms|s)\b", "TIME"),
    (r"\d+ loops?", "LOOPS"),
    (r"Thread-\d+", "Thread"),
    (r"<dc:date>.*?</dc:date>", ""),
    (r"[IWE]0000 00:00:.*?\]", "LOG"),
    (r"[A-Za-z0-9+/=\n]{200,}", lambda match: f"DATA {_hash(match[0].strip().encode())}"),
]


def _hash(data: bytes) -> str:
    return sha256(re.sub(rb"<dc:date>.*?</dc:date>", b"", data)).hexdigest()[:12]


def _normal(text: str, folder: str) -> str:
    if folder:
        text = text.replace(folder, "/scratch")
    for pattern, word in _RULES:
        text = re.sub(pattern, word, text, flags=re.DOTALL)
    return text


class _Page(HTMLParser):
    """The texts of a page of feedback and the bytes of its pictures, also of those that lie beside it."""

    def __init__(self, beside: Path, page: str, folder: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._beside, self._folder, self._silent = beside, folder, 0
        self.feed(page[page.index("<body") :])
        text = _normal("".join(self.shown), folder)
        self.shown = re.sub(r"\s+", "", text).split("⟦")  # each piece of a stream begins a new line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("style", "script")
        if tag == "img":
            self.shown.append(f"⟦picture {self._picture(html.unescape(dict(attrs).get('src') or ''))}⟦")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent and data != "¶":  # the mark beside a heading
            self.shown.append(data)

    def _picture(self, source: str) -> str:
        if source.startswith("data:"):
            data = b64decode(source.partition(",")[2])
        elif source and ":" not in source and (self._beside / source).is_file():
            data = (self._beside / source).read_bytes()
        else:
            return "that is not there"
        return _hash(data)


# --- Where they differ ------------------------------------------------------------------------------------------------


def differences(stock: Graded, ours: Graded) -> list[str]:
    """In words, what is not the same."""
    found = []
    for name in dict.fromkeys([*stock.scores, *ours.scores]):
        if stock.scores.get(name) != ours.scores.get(name):
            found.append(f"score of {name}: {stock.scores.get(name)} / {ours.scores.get(name)}")
    if not stock.scores:
        return found
    for what, one, other in (("outputs", stock.outputs, ours.outputs), ("feedback", stock.feedback, ours.feedback)):
        for name in dict.fromkeys([*one, *other]):
            if one.get(name) != other.get(name):
                found.append(f"{what} of {name}: {_first_difference(one.get(name), other.get(name))}")
    if stock.files != ours.files:
        found.append(f"files: {stock.files} / {ours.files}")
    return found


def _first_difference(one: Any, other: Any) -> str:
    """Both texts from a little before the place where they part."""
    texts = [repr(each) for each in (one, other)]
    same = next((i for i, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), min(map(len, texts)))
    return "\n".join(f"\n      …{text[max(0, same - 60) : same + 240]}" for text in texts)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
