"""Make the known TensorFlow outputs that an assignment's checks read, with where they come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from autograder.course.author_file import import_file
from autograder.course.course import Assignment
from autograder.errors import CourseError


def known_path(assignment: Assignment) -> Path:
    return assignment.course.root / "source_data" / "tensorflow" / f"{assignment.name}.json"


def make_known(assignment: Assignment) -> dict[str, Any]:
    """Run the assignment's known_outputs.py with the TensorFlow that is installed here."""
    path = assignment.folder / "known_outputs.py"
    if not path.exists():
        raise CourseError(path, "does not exist", "Only assignments with TensorFlow have known outputs")
    module = import_file(f"solutions.{assignment.name}.known_outputs", path)
    import numpy as np
    import tensorflow as tf

    return {
        "made_by": f"autograder known {assignment.name}",
        "tensorflow": tf.__version__,
        "keras": tf.keras.__version__,
        "numpy": np.__version__,
        "dtype": tf.keras.backend.floatx(),
        "how": module.HOW,
        "cases": module.cases(),
    }


def write_known(assignment: Assignment) -> Path:
    path = known_path(assignment)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(make_known(assignment), indent=1) + "\n", encoding="utf-8")
    return path
