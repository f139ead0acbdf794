# resources: A call that sleeps.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import time
def step(x):
    time.sleep(1000)
