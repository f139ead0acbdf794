# resources: Lays a file of a terabyte beside the notebook that is one hole, and one whose hole is in the notebook's own name's place.
# must: loses nothing

import os

ASSIGNMENT = "small"


def lay(folder):
    for name in ("hole.csv", "other.ipynb", "timestamp.txt"):
        with (folder / name).open("wb") as file:
            os.truncate(file.fileno(), 2**40)
