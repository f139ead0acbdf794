# malformed: Hands in a folder that has the name of the notebook.
# must: gets 0


def lay(folder):
    (folder / "logic_gates.ipynb").unlink()
    (folder / "logic_gates.ipynb").mkdir()
