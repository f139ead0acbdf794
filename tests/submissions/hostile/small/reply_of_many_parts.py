# resources: Answers with a list of lists of lists that is small on the line and large once it is read.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b):
    a = [[0] * 1000] * 400
    return [a, a, a, a]
