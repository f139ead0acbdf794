# malformed: Lays timestamps that are none beside the notebook: of the year 20000, of many megabytes, of no text.
# must: loses nothing

ASSIGNMENT = "small"


def lay(folder):
    (folder / "timestamp.txt").write_bytes(b"20000-13-32 25:61:61.9 UTC" + b"\xff\0\n" * 2**20)
    (folder / "TIMESTAMP.TXT").write_text("2000-01-01 00:00:00 +99:99")
