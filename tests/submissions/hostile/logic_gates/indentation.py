# accident: One cell that is no Python.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
return np.array(x > 0, dtype=int)
