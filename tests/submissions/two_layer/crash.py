# One blank has a syntax error, one ends the process, one returns None.
# deserves 34 of 40, loses sigmoid (SyntaxError) tanh_backward (ended-the-program) hidden_delta (wrong-kind)

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(x)
    return 1 / (1 + np.exp(-x))

# %% nbgrader={"grade_id": "tanh_backward"}
def tanh_backward(Ob, O):
    import os
    os._exit(0)

# %% nbgrader={"grade_id": "hidden_delta"}
def hidden_delta(Ob, WO):
    Ob @ WO.T
