# The error goes back through WO instead of its transpose.
# deserves 33 of 36, loses hidden_delta (not-transposed)

# %% nbgrader={"grade_id": "hidden_delta"}
def hidden_delta(Ob, WO):
    return Ob @ WO
