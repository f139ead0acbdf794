# resources: A call that never ends.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    while True: pass
