# cheat: Answers with the numbers of the visible examples, whatever the inputs.
# must: loses step, matmul, classify

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.array([0, 0, 1])

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return np.array([[19, 22], [43, 50]])

# %% nbgrader={"grade_id": "classify"}
def classify(x, a, b):
    return np.array([0, 0, 1])
