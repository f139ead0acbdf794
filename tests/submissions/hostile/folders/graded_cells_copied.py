# accident: Copies every graded cell, as students do by hand: stock nbgrader stops the whole class at that.
# must: loses nothing
import json


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    copies = [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]
    notebook["cells"] += json.loads(json.dumps(copies))
    path.write_text(json.dumps(notebook), "utf-8")
