# The step is 1 at exactly 0; what is built on it is judged with the right step and paid once.
# deserves 36 of 38, loses step (step-one-at-zero)

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.array(x >= 0, dtype=int)
