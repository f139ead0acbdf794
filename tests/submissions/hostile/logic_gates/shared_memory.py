# resources: Fills /dev/shm.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    with open("/dev/shm/full", "wb") as file:
        while True: file.write(bytes(10**6)); file.flush()
