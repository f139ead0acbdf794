# malformed: Arrays with no entries, 32 axes, negative strides.
# must: loses step, line, matmul

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.zeros((0, 3))

# %% nbgrader={"grade_id": "line"}
def line(x, a, b):
    return np.ones((1,) * 32)

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return np.arange(4.0)[::-1].reshape(2, 2)[::-1, ::-1].T
