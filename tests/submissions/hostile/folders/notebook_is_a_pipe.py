# sabotage: Hands in a pipe that nobody ever writes to.
# must: gets 0
import os


def lay(folder):
    (folder / "logic_gates.ipynb").unlink()
    os.mkfifo(folder / "logic_gates.ipynb")
