# resources: Returns a list in a list in a list, 100,000 deep.
# must: loses shapes

# %% nbgrader={"grade_id": "shapes"}
def shapes(samples, inputs, hidden, outputs):
    made = []
    for _ in range(100000): made = [made]
    return made
