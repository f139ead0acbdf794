# The sigmoid's slope is taken as if O were the input, that of tanh lacks its brackets, and ReLU lets the error through.
# deserves 34 of 40, loses sigmoid_backward (sigmoid-taken-twice) tanh_backward (tanh-brackets-missing) relu_backward (passes-at-zero)

# %% nbgrader={"grade_id": "sigmoid_backward"}
def sigmoid_backward(Ob, O):
    s = sigmoid(O)
    return Ob * s * (1 - s)

# %% nbgrader={"grade_id": "tanh_backward"}
def tanh_backward(Ob, O):
    return Ob * 1 - O**2

# %% nbgrader={"grade_id": "relu_backward"}
def relu_backward(Ob, O):
    return Ob * (O >= 0)
