# resources: Hands in a notebook of 100 MB.
# must: gets 0


def lay(folder):
    with (folder / "logic_gates.ipynb").open("r+b") as file:
        file.truncate(100 * 2**20)
