# resources: Calls the reference back without end.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b): return X

# %% nbgrader={"grade_id": "step"}
def step(X, W, b, T, lr):
    while True: linear(X, W, b)
