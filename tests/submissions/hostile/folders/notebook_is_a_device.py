# resources: Hands in a link to a device that never ends.
# must: gets 0


def lay(folder):
    (folder / "logic_gates.ipynb").unlink()
    (folder / "logic_gates.ipynb").symlink_to("/dev/zero")
