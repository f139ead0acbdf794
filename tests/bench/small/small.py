# %% [markdown]
# # One layer
#
# A layer with the sigmoid, its error, and one step of gradient descent.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

X = np.array([[0.5, -1.0], [1.5, 2.0], [-0.5, 0.25]])
W = np.array([[0.1, 0.2], [0.3, -0.4]])
b = np.array([0.05, -0.05])
T = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])


# %% nbgrader={"grade_id": "linear", "solution": true}
def linear(X, W, b):
    """The weighted sums of a layer. X is (batch, inputs), W is (inputs, nodes), b is (nodes,)."""
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "linear_examples", "grade": true}
assert np.allclose(linear(X, W, b)[0], [-0.2, 0.45])


# %% nbgrader={"grade_id": "sigmoid", "solution": true}
def sigmoid(z):
    """The sigmoid of every entry of z."""
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "sigmoid_examples", "grade": true}
assert np.allclose(sigmoid(np.array([0.0, 2.0])), [0.5, 0.88079708])


# %% nbgrader={"grade_id": "error", "solution": true}
def error(O, T):
    """The mean squared error over all entries of the batch. O and T are (batch, nodes)."""
    ### BEGIN SOLUTION
    return ((O - T) ** 2).mean()
    ### END SOLUTION


# %% nbgrader={"grade_id": "error_examples", "grade": true}
assert np.isclose(error(np.array([[1.0, 2.0]]), np.array([[0.0, 0.0]])), 2.5)


# %% nbgrader={"grade_id": "step", "solution": true}
def step(X, W, b, T, lr):
    """One step of gradient descent. Returns the new W (inputs, nodes) and b (nodes,)."""
    ### BEGIN SOLUTION
    O = sigmoid(linear(X, W, b))
    delta = 2 * (O - T) / O.size * O * (1 - O)  # (batch, nodes)
    return W - lr * X.T @ delta, b - lr * delta.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_examples", "grade": true}
W1, b1 = step(X, W, b, T, 0.5)
assert W1.shape == W.shape and b1.shape == b.shape
