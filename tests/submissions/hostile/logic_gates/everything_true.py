# cheat: Returns True for every number.
# must: loses count_parameters, line

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return True

# %% nbgrader={"grade_id": "line"}
def line(x, a, b):
    return np.ones(np.shape(x), dtype=bool)
