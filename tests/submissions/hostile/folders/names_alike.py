# sabotage: Lays notebooks beside the right one whose names are alike: in letters of other kinds, bytes that are no text, turned around, with line ends.
# must: loses nothing

import os

ASSIGNMENT = "small"


def lay(folder):
    for name in (b"SMALL.IPYNB", "ѕmall.ipynb".encode(), b"small.ipynb ", b"small\n.ipynb", b"\xff\xfe.ipynb",
                 "\u202ebnypi.llams".encode(), b"small.ipynb\x1b[2J", b"." * 200 + b".ipynb", b"small.ipynb.zip"):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"{}")
