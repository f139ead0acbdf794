# cheat: Changes given code so that wrong answers fit.
# must: loses step

# %% nbgrader={"grade_id": "gate_inputs"}
X = np.zeros((4, 2))

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.ones(np.shape(x))
