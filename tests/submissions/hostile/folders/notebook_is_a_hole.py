# resources: Hands in a notebook of a terabyte of which all but the beginning is a hole.
# must: gets 0

import os

ASSIGNMENT = "small"


def lay(folder):
    os.truncate(folder / "small.ipynb", 2**40)
