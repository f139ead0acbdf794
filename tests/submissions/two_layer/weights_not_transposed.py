# The error goes back through WO instead of its transpose.
# deserves 37 of 40, loses hidden_delta (not-transposed)

# %% nbgrader={"grade_id": "hidden_delta"}
def hidden_delta(Ob, WO):
    return Ob @ WO
