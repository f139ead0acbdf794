# resources: Returns a list that holds itself.
# must: loses shapes

# %% nbgrader={"grade_id": "shapes"}
def shapes(samples, inputs, hidden, outputs):
    made = []
    made.append(made)
    return made
