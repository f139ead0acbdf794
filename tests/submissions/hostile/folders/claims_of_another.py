# cheat: Claims in the notebook to be somebody else, of another variant, graded already, of another assignment.
# must: keeps sigmoid

import json

ASSIGNMENT = "small"
WRONG = {"linear": "def linear(X, W, b): return X"}


def lay(folder):
    path = folder / "small.ipynb"
    notebook = json.loads(path.read_text())
    claims = {"student": "h000", "student_id": "../h000", "variant": 1, "numbers": {"x": 0}, "seed": "0", "score": 100}
    notebook["metadata"].update(claims, nbgrader=claims, autograder=claims, assignment="logic_gates")
    for cell in notebook["cells"]:
        cell["metadata"].setdefault("nbgrader", {}).update(points=1000, checksum="0", schema_version=99)
        cell["metadata"]["autograder"] = claims
    path.write_text(json.dumps(notebook))
    (folder / "report.json").write_text(json.dumps({"points": 10, "student": "h000"}))
    (folder / "exam.toml").write_text("minutes = 100000")
