# accident: The cell defines the function and then stops.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.array(x > 0, dtype=int)
step(1, 2)
