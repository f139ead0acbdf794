# accident: Asks for input.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    return int(input("value? "))
