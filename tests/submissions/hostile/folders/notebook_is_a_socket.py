# sabotage: Hands in a socket that has the name of the notebook, and devices beside it.
# must: gets 0

import os

import socket

ASSIGNMENT = "small"


def lay(folder):
    there = os.getcwd()
    (folder / "small.ipynb").unlink()
    try:
        os.chdir(folder)  # the name of a socket is short
        with socket.socket(socket.AF_UNIX) as named:
            named.bind("small.ipynb")
    finally:
        os.chdir(there)
    (folder / "data").symlink_to(folder)
    os.mkfifo(folder / "timestamp.txt")
