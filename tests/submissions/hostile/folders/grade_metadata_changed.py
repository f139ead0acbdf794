# cheat: Makes every blank worth 1,000 points, unlocks locked cells and takes the grade from graded ones.
# must: loses step
import json

WRONG = {"step": "def step(x):\n    return 1 - np.array(x > 0, dtype=int)"}


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        marker = cell["metadata"].get("nbgrader")
        if marker:
            marker.update(points=1000, locked=False, grade=not marker.get("grade"), schema_version=1, cell_type="raw")
    path.write_text(json.dumps(notebook), "utf-8")
