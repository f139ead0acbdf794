# resources: Takes memory in many processes at once.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import os, time
def step(x):
    for _ in range(20):
        if os.fork() == 0:
            kept = [bytearray(10**7) for _ in range(20)]
            time.sleep(100)
    time.sleep(100)
