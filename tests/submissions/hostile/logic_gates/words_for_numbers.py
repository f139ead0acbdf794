# cheat: Returns the digits as text, and an array of objects.
# must: loses count_parameters, step

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return "9"

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.full(np.shape(x), None)
