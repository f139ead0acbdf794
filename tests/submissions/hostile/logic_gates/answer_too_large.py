# resources: Returns an array of 800 MB.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.broadcast_to(np.float64(1), (10**8,))
