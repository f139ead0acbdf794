# malformed: Dictionaries with strange keys in place of answers.
# must: loses shapes, line_parameters

# %% nbgrader={"grade_id": "shapes"}
def shapes(samples, inputs, hidden, outputs):
    return {None: 1, (1, 2): {float("nan"): [object()]}}

# %% nbgrader={"grade_id": "line_parameters"}
line_parameters = {0: {1: {2: 3}}}
