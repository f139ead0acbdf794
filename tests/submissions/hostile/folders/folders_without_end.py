# resources: Nests 300 folders, and lays 3,000 files and one of 60 MB beside the notebook.
# must: loses nothing


def lay(folder):
    folder.joinpath(*["d"] * 300).mkdir(parents=True)
    for number in range(3_000):
        (folder / f"{number}.txt").touch()
    with (folder / "large.bin").open("wb") as file:
        file.truncate(60 * 2**20)
