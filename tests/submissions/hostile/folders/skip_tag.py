# cheat: Tags every cell so that a kernel skips it: stock nbgrader gives full marks to what is not run.
# must: loses step
import json

WRONG = {"step": "def step(x):\n    return 1 - np.array(x > 0, dtype=int)"}


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove_cell"]
    path.write_text(json.dumps(notebook), "utf-8")
