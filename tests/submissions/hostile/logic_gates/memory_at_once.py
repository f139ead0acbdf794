# resources: Asks for a terabyte.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.ones(10**11)
