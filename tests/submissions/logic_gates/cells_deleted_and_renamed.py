# Cells were deleted and renamed, and one answer stands in a cell of the student's own; only what is gone is lost.
# deserves 37 of 38, loses weighted_sum (not-defined)

# %% nbgrader={"grade_id": "gate_inputs"} delete=true

# %% nbgrader={"grade_id": "weighted_sum"} delete=true

# %% nbgrader={"grade_id": "step"} rename="my_step"

# %% nbgrader={"grade_id": "matmul_examples"} delete=true

# %% nbgrader={"grade_id": "and_gate"} delete=true

# %%
and_gate = (2, 2, -3)
