# cheat: Lays a timestamp that is a link to a device without end.
# must: loses nothing

ASSIGNMENT = "small"


def lay(folder):
    (folder / "timestamp.txt").symlink_to("/dev/zero")
