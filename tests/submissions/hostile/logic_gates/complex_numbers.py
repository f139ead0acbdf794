# cheat: Returns complex numbers.
# must: loses linear

# %% nbgrader={"grade_id": "linear"}
def linear(x, w, b):
    return complex(w[0] * x[0] + w[1] * x[1] + b, 5)
