# accident: Leaves a breakpoint, %pdb and a question for the keyboard in its answer.
# must: loses linear, sigmoid, step

# %% nbgrader={"grade_id": "linear"}
%pdb on
def linear(X, W, b):
    breakpoint()
    return X @ W + b

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(z):
    import code
    code.interact()
