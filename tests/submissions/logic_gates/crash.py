# np.int as in the document, a name that is misspelt, and a recursion without end.
# deserves 32 of 38, loses step (AttributeError) linear (NameError) count_parameters (RecursionError)

# %% nbgrader={"grade_id": "step"}
def step(x): return np.array(x>0, dtype=np.int)

# %% nbgrader={"grade_id": "linear"}
def linear(x, w, b):
    return w[0] * x[0] + w[1] * x[1] + bias

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return sizes[0] * sizes[1] + count_parameters(sizes)
