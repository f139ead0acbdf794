# cheat: Hands in a link to the reference in place of a notebook.
# must: gets 0


def lay(folder):
    notebook = folder / "logic_gates.ipynb"
    notebook.unlink()
    notebook.symlink_to(folder.parents[3] / "solutions" / "logic_gates" / "logic_gates.py")
