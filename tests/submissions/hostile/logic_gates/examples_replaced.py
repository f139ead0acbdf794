# cheat: Replaces the visible examples by a number and tags them to be skipped.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    return x

# %% nbgrader={"grade_id": "step_examples"} tags=["skip-execution"]
38.0
