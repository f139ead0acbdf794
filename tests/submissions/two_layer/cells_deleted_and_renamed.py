# Cells were deleted and renamed, and one answer stands in a cell of the student's own; only what is gone is lost.
# deserves 37 of 40, loses hidden_delta (not-defined)

# %% nbgrader={"grade_id": "numbers"} delete=true

# %% nbgrader={"grade_id": "hidden_delta"} delete=true

# %% nbgrader={"grade_id": "hidden_delta_examples"} delete=true

# %% nbgrader={"grade_id": "gradients"} rename="my_gradients"

# %% nbgrader={"grade_id": "relu"} delete=true

# %%
def relu(x):
    return np.maximum(x, 0)
