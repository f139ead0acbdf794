# sabotage: Lays links beside the notebook: to the gradebook, to a device without end, to a folder of the machine.
# must: loses nothing


def lay(folder):
    (folder / "gradebook.db").symlink_to(folder.parents[2] / "gradebook.db")
    (folder / "step.csv").symlink_to("/dev/zero")
    (folder / "everything").symlink_to("/etc")
    (folder / "itself").symlink_to(folder)
