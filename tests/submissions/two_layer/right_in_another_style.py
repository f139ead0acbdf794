# Everything is right, written with loops, einsum and float32, with a helper cell of its own.
# deserves 40 of 40

# %% nbgrader={"grade_id": "forward"}
def forward(I, WH, BH, WO, BO):
    layer = lambda X, W, B: np.einsum("bi,ij->bj", X, W) + np.broadcast_to(B, (len(X), W.shape[1]))
    hidden = layer(I, WH, BH)
    return [hidden, layer(hidden, WO, BO)]

# %% nbgrader={"grade_id": "output_delta"}
def output_delta(O, T):
    rows, nodes = O.shape
    out = np.zeros((rows, nodes))
    for r in range(rows):
        for n in range(nodes):
            out[r, n] = (O[r, n] - T[r, n]) * 2.0 / rows / nodes
    return out

# %% nbgrader={"grade_id": "hidden_delta"}
def hidden_delta(Ob, WO):
    return np.dot(WO, Ob.T).T.astype(np.float32)

# %% nbgrader={"grade_id": "relu"}
%matplotlib inline
def relu(x):
    return np.where(x <= 0, 0, x)

# %% nbgrader={"grade_id": "linear_training"}
WH, BH, WO, BO = WH0.copy(), BH0.copy(), WO0.copy(), BO0.copy()
for epoch in range(epochs):
    H = I.dot(WH) + BH
    O = H.dot(WO) + BO
    d = 2 * (O - T) / O.shape[0] / O.shape[1]
    back = d.dot(WO.T)
    WO -= lr * H.T.dot(d)
    BO -= lr * d.sum(0)
    WH -= lr * I.T.dot(back)
    BH -= lr * back.sum(0)
