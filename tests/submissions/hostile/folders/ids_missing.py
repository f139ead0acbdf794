# accident: The notebook comes from an old program: no cell has an id, and half of them have the type of the other half.
# must: loses nothing
import json


def lay(folder):
    path = folder / "logic_gates.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    notebook["nbformat_minor"] = 2
    for number, cell in enumerate(notebook["cells"]):
        cell.pop("id", None)
        if number % 2 and cell["cell_type"] == "code":
            cell["cell_type"] = "markdown"
            cell.pop("outputs"), cell.pop("execution_count")
    path.write_text(json.dumps(notebook), "utf-8")
