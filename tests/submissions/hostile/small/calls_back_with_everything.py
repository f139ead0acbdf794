# malformed: Calls the reference back with arguments of every kind, then answers rightly.
# must: loses linear, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b): return X

# %% nbgrader={"grade_id": "step"}
def step(X, W, b, T, lr):
    for odd in (None, "X", {}, {1: X}, [[]], [[[X]]], object(), linear, X.astype("U9"), X * np.nan, X[:0], X * 1j, 10**40,
                {"a", "b"}, b"", float("inf"), np.ones((1,) * 20), (X, W), True, np.ma.masked_all(3)):
        for args in ((odd, W, b), (X, odd, b), (X, W, odd), (odd,), (odd,) * 5):
            try: linear(*args)
            except Exception: pass
        try: linear(X=X, W=W, b=b, **{"not a name": 1, "": 2})
        except Exception: pass
    O = sigmoid(linear(X, W, b))
    delta = 2 * (O - T) / O.size * O * (1 - O)
    return W - lr * X.T @ delta, b - lr * delta.sum(axis=0)
