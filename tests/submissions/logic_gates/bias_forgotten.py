# The bias is missing in the line, in the sum of two inputs and in the perceptron.
# deserves 33 of 38, loses line (line-without-b) linear (linear-without-bias) perceptron (perceptron-without-bias)

# %% nbgrader={"grade_id": "line"}
def line(x, a, b):
    return a * x

# %% nbgrader={"grade_id": "linear"}
def linear(x, w, b):
    return w[0] * x[0] + w[1] * x[1]

# %% nbgrader={"grade_id": "perceptron"}
def perceptron(X, w, b):
    return step(X @ w)
