# half_delta has its sign reversed; output_delta calls it, and the training calls that. It is paid once.
# deserves 33 of 34, loses half_delta (half-delta-reversed)

# %% nbgrader={"grade_id": "half_delta"}
def half_delta(Y, T):
    return T - Y


# %% nbgrader={"grade_id": "output_delta"}
def output_delta(Y, T):
    return 2 * half_delta(Y, T) / np.size(Y)


# %% nbgrader={"grade_id": "train"}
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        W, B = update(W, B, *gradients(X, output_delta(Y, T)), lr)
    return Y, W, B
