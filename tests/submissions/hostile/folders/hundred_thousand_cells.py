# resources: Adds 100,000 cells to the notebook.
# must: loses nothing
import json


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    empty = {"cell_type": "code", "execution_count": None, "id": "x", "metadata": {}, "outputs": [], "source": "1"}
    notebook["cells"] += [{**empty, "id": f"x{number}"} for number in range(100_000)]
    path.write_text(json.dumps(notebook), "utf-8")
