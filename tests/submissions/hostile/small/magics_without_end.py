# resources: A shell line that prints without end, in a cell.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
!yes
def linear(X, W, b):
    return X @ W + b
