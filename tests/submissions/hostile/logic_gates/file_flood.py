# resources: Writes files without end.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    number = 0
    while True:
        number += 1
        with open(f"file-{number}", "wb") as file: file.write(bytes(10**6))
