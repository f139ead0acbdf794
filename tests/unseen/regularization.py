# %% l2_penalty [penalty-with-biases]: The biases are punished too: the sum runs over all arrays.
def l2_penalty(params, lam):
    return lam * sum(np.sum(p**2) for p in params.values())

# %% l2_penalty [penalty-without-lambda]: The factor lambda is missing.
def l2_penalty(params, lam):
    return sum(np.sum(params[name] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty [penalty-halved]: An extra factor 1/2: lambda/2 times the sum of squares.
def l2_penalty(params, lam):
    return lam / 2 * sum(np.sum(params[name] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty [penalty-of-means]: The mean of the squares of each array is taken instead of the sum.
def l2_penalty(params, lam):
    return lam * sum(np.mean(params[name] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty [penalty-of-absolute-values]: L1 instead of L2: the sum of the absolute values.
def l2_penalty(params, lam):
    return lam * sum(np.sum(np.abs(params[name])) for name in params if name.startswith("W"))

# %% l2_penalty [penalty-of-lengths]: The root of the sum of squares (the norm) is returned.
def l2_penalty(params, lam):
    return lam * np.sqrt(sum(np.sum(params[name] ** 2) for name in params if name.startswith("W")))

# %% l2_penalty [penalty-of-squared-sums]: The square of the sum is taken instead of the sum of the squares.
def l2_penalty(params, lam):
    return lam * sum(np.sum(params[name]) ** 2 for name in params if name.startswith("W"))

# %% l2_penalty [penalty-with-squared-lambda]: Lambda is squared with the weights: (lam * w)**2.
def l2_penalty(params, lam):
    return sum(np.sum((lam * params[name]) ** 2) for name in params if name.startswith("W"))

# %% l2_penalty: The slope 2 * lam * w is summed instead of the penalty.
def l2_penalty(params, lam):
    return sum(np.sum(2 * lam * params[name]) for name in params if name.startswith("W"))

# %% l2_penalty: Only W1 and W2 are counted: weights with other names (W, W3, Wout) are left out.
def l2_penalty(params, lam):
    return lam * sum(np.sum(params[name] ** 2) for name in params if name in ("W1", "W2"))

# %% l2_penalty [penalty-of-first-weights]: The return stands inside the loop: only the first weight array is counted.
def l2_penalty(params, lam):
    total = 0
    for name in params:
        if name.startswith("W"):
            total += np.sum(params[name] ** 2)
            return lam * total
    return lam * total

# %% l2_penalty: The total is overwritten instead of added up: only the last weight array is counted.
def l2_penalty(params, lam):
    total = 0
    for name, p in params.items():
        if name.startswith("W"):
            total = np.sum(p**2)
    return lam * total

# %% l2_penalty [penalty-by-any-w]: The test is "W" in name: a bias whose name has a W further inside, such as "bW", is punished too.
def l2_penalty(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if "W" in name)

# %% l2_penalty [penalty-by-small-w]: The names are made lower case first: a bias whose name begins with a small w is punished too.
def l2_penalty(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if name.lower().startswith("w"))

# %% l2_penalty [penalty-by-axes]: Weights are told by their two axes, not by the name: a bias of shape (1, n) is punished and a weight array with one axis is not.
def l2_penalty(params, lam):
    return lam * sum(np.sum(p**2) for p in params.values() if np.ndim(p) == 2)

# %% l2_penalty: An axis is kept: an array of shape (1,) comes back instead of a number.
def l2_penalty(params, lam):
    return lam * sum(np.sum(params[name] ** 2, axis=0, keepdims=True).sum(axis=1) for name in params if name.startswith("W"))

# %% l2_penalty [penalty-of-all-but-b]: Everything that does not begin with b is a weight: a bias with another name (say "c1") is punished too.
def l2_penalty(params, lam):
    return lam * sum(np.sum(p**2) for name, p in params.items() if not name.startswith("b"))

# %% l2_penalty [rounded]: The result is made a whole number: wrong where the penalty has decimals.
def l2_penalty(params, lam):
    return int(lam * sum(np.sum(params[name] ** 2) for name in params if name.startswith("W")))

# %% l2_penalty [bounded]: Lambda is capped at 1: wrong for a lambda above 1.
def l2_penalty(params, lam):
    return min(lam, 1) * sum(np.sum(params[name] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty: Only the first row of each weight array is counted: right for one row only.
def l2_penalty(params, lam):
    return lam * sum(np.sum(params[name][0] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty [sign]: The penalty has the wrong sign: it is negative.
def l2_penalty(params, lam):
    return -lam * sum(np.sum(params[name] ** 2) for name in params if name.startswith("W"))

# %% l2_penalty: The weights are squared in place: the arrays of params are changed.
def l2_penalty(params, lam):
    total = 0
    for name in params:
        if name.startswith("W"):
            params[name] *= params[name]
            total += params[name].sum()
    return lam * total

# %% l2_penalty: Biases counted and divided by 2: two mistakes, lambda/2 times the sum over all arrays.
def l2_penalty(params, lam):
    return lam / 2 * sum(np.sum(p**2) for p in params.values())

# %% l2_gradients [slopes-without-2]: The factor 2 is missing: the slope of lam * w**2 is taken as lam * w.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + lam * params[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-with-biases]: The penalty is added to the slopes of the biases too.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] for k in grads}

# %% l2_gradients [slopes-subtracted]: The slope of the penalty is subtracted instead of added.
def l2_gradients(grads, params, lam):
    return {k: grads[k] - 2 * lam * params[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-of-square]: The penalty itself, lam * w**2, is added instead of its slope.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + lam * params[k] ** 2 if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients: The whole penalty as one number is added to every slope of the weights.
def l2_gradients(grads, params, lam):
    p = l2_penalty(params, lam)
    return {k: grads[k] + p if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-of-sign]: The slope of L1 is added: lam * sign(w).
def l2_gradients(grads, params, lam):
    return {k: grads[k] + lam * np.sign(params[k]) if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-without-weight]: 2 * lam without the weight is added.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-without-lambda]: Lambda is forgotten: 2 * w is added.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * params[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients: The slope itself is used for the weight: 2 * lam * grads is added.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * grads[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-replaced]: Only the slope of the penalty is returned for the weights, the slope of the error is lost.
def l2_gradients(grads, params, lam):
    return {k: 2 * lam * params[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-of-weights-only]: The biases are left out of the result.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] for k in grads if k.startswith("W")}

# %% l2_gradients: The slopes of the biases become 0.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] if k.startswith("W") else np.zeros(np.shape(grads[k])) for k in grads}

# %% l2_gradients: grads itself is changed and returned: += works in place.
def l2_gradients(grads, params, lam):
    for k in grads:
        if k.startswith("W"):
            grads[k] += 2 * lam * params[k]
    return grads

# %% l2_gradients: dict(grads) copies only the dictionary: += changes the arrays of grads in place.
def l2_gradients(grads, params, lam):
    new = dict(grads)
    for k in new:
        if k.startswith("W"):
            new[k] += 2 * lam * params[k]
    return new

# %% l2_gradients: Only the names W1 and W2 get the penalty: weights with other names do not.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] if k in ("W1", "W2") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-by-any-w]: The test is "W" in the name: a bias with a W further inside its name gets the penalty too.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] if "W" in k else grads[k].copy() for k in grads}

# %% l2_gradients: The penalty's slope is divided by the number of weights of the array, as for a mean.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] / params[k].size if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-of-absolute-weight]: abs(w) is used: negative weights get the wrong sign.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * np.abs(params[k]) if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients [slopes-by-axes]: The weights are found by their two axes: biases of shape (1, n) get the penalty, weights of one axis do not.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * params[k] if params[k].ndim == 2 else grads[k].copy() for k in grads}

# %% l2_gradients: Lambda is squared: 2 * lam**2 * w.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam**2 * params[k] if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients: The sum of the weights of the array is used: every entry of W gets 2 * lam * sum(W).
def l2_gradients(grads, params, lam):
    return {k: grads[k] + 2 * lam * np.sum(params[k]) if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients: The slopes are clipped to -5..5: wrong for larger ones.
def l2_gradients(grads, params, lam):
    return {k: np.clip(grads[k] + 2 * lam * params[k], -5, 5) if k.startswith("W") else grads[k].copy() for k in grads}

# %% l2_gradients: Factor 2 missing and the biases punished too.
def l2_gradients(grads, params, lam):
    return {k: grads[k] + lam * params[k] for k in grads}

# %% fit [fit-without-penalty]: The penalty is ignored: plain gradient descent.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [fit-without-factor-2]: The factor 2 of the penalty's slope is missing.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {"W": p["W"] - lr * (g["W"] + lam * p["W"]), "b": p["b"] - lr * g["b"]}
    return p

# %% fit [fit-with-punished-bias]: The bias is punished too.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {k: p[k] - lr * (g[k] + 2 * lam * p[k]) for k in p}
    return p

# %% fit [fit-uphill]: The step goes up: the slopes are added.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] + lr * g[k] for k in p}
    return p

# %% fit: b moves first and the slopes for W are then taken at the new b, not at once.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        p["b"] = p["b"] - lr * slopes(p, H, y)["b"]
        p["W"] = p["W"] - lr * l2_gradients(slopes(p, H, y), p, lam)["W"]
    return p

# %% fit [fit-one-after-the-other]: W moves first and the slopes for b are then taken with the new W.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        p["W"] = p["W"] - lr * l2_gradients(slopes(p, H, y), p, lam)["W"]
        p["b"] = p["b"] - lr * slopes(p, H, y)["b"]
    return p

# %% fit [fit-with-one-more]: One step too many: range(steps + 1).
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps + 1):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [one-step-off]: One step too few: range(1, steps).
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(1, steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit: The training begins with ones instead of zeros.
def fit(H, y, lam, lr, steps):
    p = {"W": np.ones((H.shape[1], 1)), "b": np.ones(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit: The training begins with random weights instead of zeros.
def fit(H, y, lam, lr, steps):
    p = {"W": np.random.default_rng(0).normal(size=(H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit: The loop ends after the first step because the return stands in it: right for one step only (None for 0 steps).
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
        return p

# %% fit [fit-with-first-slopes]: The slopes are computed once before the loop, always at zeros.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    g = l2_gradients(slopes(p, H, y), p, lam)
    for _ in range(steps):
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [fit-without-bias]: b never moves.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p["W"] = p["W"] - lr * g["W"]
    return p

# %% fit: W comes back flat, (inputs,) instead of (inputs, 1).
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return {"W": p["W"].ravel(), "b": p["b"]}

# %% fit: b has the shape (1, 1) instead of (1,).
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros((1, 1))}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [only-one-row]: The slopes are summed over the examples, without the mean (2 * (error) not divided by the number of examples).
def fit(H, y, lam, lr, steps):
    W, b = np.zeros((H.shape[1], 1)), np.zeros(1)
    for _ in range(steps):
        d = 2 * (H @ W + b - y)
        W, b = W - lr * (H.T @ d + 2 * lam * W), b - lr * d.sum(axis=0)
    return {"W": W, "b": b}

# %% fit: The factor 2 of the squared error is missing in the slopes.
def fit(H, y, lam, lr, steps):
    W, b = np.zeros((H.shape[1], 1)), np.zeros(1)
    for _ in range(steps):
        d = (H @ W + b - y) / len(y)
        W, b = W - lr * (H.T @ d + 2 * lam * W), b - lr * d.sum(axis=0)
    return {"W": W, "b": b}

# %% fit [only-one-row]: The penalty's slope is also divided by the number of examples.
def fit(H, y, lam, lr, steps):
    W, b = np.zeros((H.shape[1], 1)), np.zeros(1)
    for _ in range(steps):
        d = 2 * (H @ W + b - y)
        W, b = W - lr * (H.T @ d + 2 * lam * W) / len(y), b - lr * d.mean(axis=0)
    return {"W": W, "b": b}

# %% fit: The error is divided by the number of inputs, H.shape[1], instead of examples: right for square H only.
def fit(H, y, lam, lr, steps):
    W, b = np.zeros((H.shape[1], 1)), np.zeros(1)
    for _ in range(steps):
        d = 2 * (H @ W + b - y) / H.shape[1]
        W, b = W - lr * (H.T @ d + 2 * lam * W), b - lr * d.sum(axis=0)
    return {"W": W, "b": b}

# %% fit: W has always 3 rows, as in the example: other numbers of inputs fail.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((3, 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [only-decimals]: W and b take the dtype of H and are filled in place: whole H gives whole numbers.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1), dtype=H.dtype), "b": np.zeros(1, dtype=H.dtype)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        for k in p:
            p[k][...] = p[k] - lr * g[k]
    return p

# %% fit [fit-of-100-steps]: At most 100 steps are made: wrong for more.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(min(steps, 100)):
        g = l2_gradients(slopes(p, H, y), p, lam)
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [fit-until-level]: The loop stops early as soon as all slopes are below 0.01.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        if max(np.abs(g[k]).max() for k in g) < 0.01:
            break
        p = {k: p[k] - lr * g[k] for k in p}
    return p

# %% fit [state-kept]: The parameters are kept between calls as a default argument: only the first call starts from zeros.
def fit(H, y, lam, lr, steps, kept={}):
    p = kept.setdefault(H.shape[1], {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)})
    for _ in range(steps):
        g = l2_gradients(slopes(p, H, y), p, lam)
        for k in p:
            p[k] -= lr * g[k]
    return {k: p[k].copy() for k in p}

# %% fit: The penalty is added only in the end: W is shrunk once by 2 * lr * lam after plain training.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {k: p[k] - lr * g[k] for k in p}
    p["W"] = p["W"] - lr * 2 * lam * p["W"]
    return p

# %% fit: The penalty lam * sum(W**2) as a number is added to every slope of W.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {"W": p["W"] - lr * (g["W"] + l2_penalty(p, lam)), "b": p["b"] - lr * g["b"]}
    return p

# %% fit: Only the penalty's slope is not multiplied with the learning rate.
def fit(H, y, lam, lr, steps):
    p = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        g = slopes(p, H, y)
        p = {"W": p["W"] - lr * g["W"] - 2 * lam * p["W"], "b": p["b"] - lr * g["b"]}
    return p

# %% decay_step [decay-of-biases]: The biases decay too.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - lr * decay * params[k] - lr * grads[k] for k in params}

# %% decay_step [decay-without-rate]: The learning rate is missing in the decay: w - decay * w - lr * g.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (decay * params[k] if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-twice]: An extra factor 2 as for the L2 penalty: w - 2 * lr * decay * w - lr * g.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (2 * lr * decay * params[k] if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-added]: The decay is added instead of subtracted: the weights grow.
def decay_step(params, grads, lr, decay):
    return {k: params[k] + (lr * decay * params[k] if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step [sign-exchanged]: The slope is added instead of subtracted.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * params[k] if k.startswith("W") else 0) + lr * grads[k] for k in params}

# %% decay_step [decay-of-moved]: The slope step comes first and the decay takes its part of the moved weight: (w - lr * g) * (1 - lr * decay).
def decay_step(params, grads, lr, decay):
    return {k: (params[k] - lr * grads[k]) * (1 - lr * decay if k.startswith("W") else 1) for k in params}

# %% decay_step [factor-missing]: The learning rate is missing at the slope: w - lr * decay * w - g.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * params[k] if k.startswith("W") else 0) - grads[k] for k in params}

# %% decay_step [decay-of-slopes]: The decay takes its part of the slope instead of the weight: w - lr * decay * g - lr * g.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * grads[k] if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step: The weight is multiplied with lr * decay instead of 1 - lr * decay.
def decay_step(params, grads, lr, decay):
    return {k: (lr * decay * params[k] if k.startswith("W") else params[k]) - lr * grads[k] for k in params}

# %% decay_step [factor-missing]: A constant is subtracted, lr * decay, not a part of the weight.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-by-sign]: The sign of the weight decays it (L1): w - lr * decay * sign(w) - lr * g.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * np.sign(params[k]) if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-left-out]: No decay at all: plain gradient descent.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - lr * grads[k] for k in params}

# %% decay_step [biases-kept]: The biases do not move at all.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - lr * decay * params[k] - lr * grads[k] if k.startswith("W") else params[k].copy() for k in params}

# %% decay_step [decay-of-weights-only]: The biases are missing in the result.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - lr * decay * params[k] - lr * grads[k] for k in params if k.startswith("W")}

# %% decay_step: params itself is changed and returned instead of a new dictionary.
def decay_step(params, grads, lr, decay):
    for k in params:
        params[k] = params[k] - (lr * decay * params[k] if k.startswith("W") else 0) - lr * grads[k]
    return params

# %% decay_step: dict(params) copies only the dictionary: the arrays of params are changed in place.
def decay_step(params, grads, lr, decay):
    new = dict(params)
    for k in new:
        new[k] -= (lr * decay * params[k] if k.startswith("W") else 0) + lr * grads[k]
    return new

# %% decay_step: The slopes in grads are changed in place (decay * w is added to them).
def decay_step(params, grads, lr, decay):
    new = {}
    for k in params:
        g = grads[k]
        if k.startswith("W"):
            g += decay * params[k]
        new[k] = params[k] - lr * g
    return new

# %% decay_step: Only the names W1 and W2 decay: other weights do not.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * params[k] if k in ("W1", "W2") else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-by-any-w]: "W" anywhere in the name counts as weight: a bias such as "bW" decays.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * params[k] if "W" in k else 0) - lr * grads[k] for k in params}

# %% decay_step [decay-by-axes]: Weights are told by ndim > 1: biases (1, n) decay, weights with one axis do not.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * params[k] if params[k].ndim > 1 else 0) - lr * grads[k] for k in params}

# %% decay_step: The decay is done with abs(w): negative weights grow in size.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - (lr * decay * np.abs(params[k]) if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step: The condition covers more than the decay by precedence: biases lose their own value, only -lr * g is left.
def decay_step(params, grads, lr, decay):
    return {k: (params[k] - lr * decay * params[k] if k.startswith("W") else 0) - lr * grads[k] for k in params}

# %% decay_step: Both mistakes: the biases decay too and the learning rate is missing in the decay.
def decay_step(params, grads, lr, decay):
    return {k: params[k] - decay * params[k] - lr * grads[k] for k in params}

# %% same_decay [lambda-itself]: Lambda itself: the factor 2 of the penalty's slope is forgotten.
same_decay = 0.03

# %% same_decay [half-of-lambda]: Half of lambda instead of twice.
same_decay = 0.015

# %% same_decay [number-off]: Four times lambda.
same_decay = 0.12

# %% same_decay [lambda-squared]: Lambda squared.
same_decay = 0.03**2

# %% same_decay: The factor that stays, 1 - 2 * lambda, instead of the decay.
same_decay = 0.94

# %% same_decay: Twice lambda times a learning rate of 0.1.
same_decay = 2 * 0.03 * 0.1

# %% same_decay: The decimal point slipped: 0.6 instead of 0.06.
same_decay = 0.6

# %% dropout [not-divided]: What stays is not divided by 1 - rate.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep

# %% dropout [multiplied-by-the-rest]: What stays is multiplied with 1 - rate instead of divided.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep * (1 - rate)

# %% dropout: What stays is divided by the rate.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep / rate

# %% dropout [the-others-stay]: keep is turned around: the outputs that should stay are switched off.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return np.where(keep, 0, H / (1 - rate))

# %% dropout [multiplied-later]: Outputs after the training are multiplied with 1 - rate.
def dropout(H, keep, rate, training):
    if not training:
        return H * (1 - rate)
    return H * keep / (1 - rate)

# %% dropout: Outputs after the training are divided by 1 - rate.
def dropout(H, keep, rate, training):
    if not training:
        return H / (1 - rate)
    return H * keep / (1 - rate)

# %% dropout: The old scheme: no division in training, times 1 - rate after it.
def dropout(H, keep, rate, training):
    if not training:
        return H * (1 - rate)
    return H * keep

# %% dropout [always-in-training]: training is ignored: neurons are always switched off.
def dropout(H, keep, rate, training):
    return H * keep / (1 - rate)

# %% dropout [cases-turned]: training is turned around.
def dropout(H, keep, rate, training):
    if training:
        return H
    return H * keep / (1 - rate)

# %% dropout: keep is still applied after the training, only the division is left out.
def dropout(H, keep, rate, training):
    if not training:
        return H * keep
    return H * keep / (1 - rate)

# %% dropout: An own random mask is drawn instead of keep.
def dropout(H, keep, rate, training):
    if not training:
        return H
    mask = np.random.default_rng(0).random(H.shape) >= rate
    return H * mask / (1 - rate)

# %% dropout: Brackets are missing: divided by 1, then the rate is subtracted.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep / 1 - rate

# %% dropout: The division is by the part that really stays in keep (its mean), not by 1 - rate.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep / np.mean(keep)

# %% dropout: H is changed in place: H[~keep] = 0.
def dropout(H, keep, rate, training):
    if not training:
        return H
    H[~keep] = 0
    return H / (1 - rate)

# %% dropout [cut-like-an-argument]: np.zeros_like(H): whole outputs give whole numbers in training, the decimals are lost.
def dropout(H, keep, rate, training):
    if not training:
        return H
    out = np.zeros_like(H)
    out[keep] = H[keep] / (1 - rate)
    return out

# %% dropout [taken-out]: Only the outputs that stay are returned: a flat, shorter array.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H[keep] / (1 - rate)

# %% dropout [only-first-row]: The first row of keep is used for all rows: right for one row only.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep[0] / (1 - rate)

# %% dropout: Negative outputs are cut off at 0 (ReLU).
def dropout(H, keep, rate, training):
    if not training:
        return H
    return np.maximum(H, 0) * keep / (1 - rate)

# %% dropout [only-several]: squeeze removes the axis of one row or one column.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return np.squeeze(H * keep / (1 - rate))

# %% dropout: What is switched off stays, undivided, and the rest is divided: nothing becomes 0.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return np.where(keep, H / (1 - rate), H)

# %% dropout [argument-ignored]: The rate is fixed at 0.2 as in the example.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep / 0.8

# %% dropout: Divided by the root of 1 - rate.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * keep / np.sqrt(1 - rate)

# %% dropout: The sign is lost: abs(H).
def dropout(H, keep, rate, training):
    if not training:
        return H
    return np.abs(H) * keep / (1 - rate)

# %% dropout: keep turned around and no division.
def dropout(H, keep, rate, training):
    if not training:
        return H
    return H * ~keep

# %% dropout_gradient [gradient-not-divided]: The division by 1 - rate is missing.
def dropout_gradient(dY, keep, rate):
    return dY * keep

# %% dropout_gradient [gradient-multiplied]: Multiplied with 1 - rate instead of divided.
def dropout_gradient(dY, keep, rate):
    return dY * keep * (1 - rate)

# %% dropout_gradient: Divided by the rate.
def dropout_gradient(dY, keep, rate):
    return dY * keep / rate

# %% dropout_gradient [gradient-passes-everywhere]: keep is ignored: switched-off neurons get a slope too.
def dropout_gradient(dY, keep, rate):
    return dY / (1 - rate)

# %% dropout_gradient [gradient-of-the-others]: keep is turned around.
def dropout_gradient(dY, keep, rate):
    return dY * ~keep / (1 - rate)

# %% dropout_gradient [gradient-as-it-is]: dY comes back as it is: dropout is taken for the identity.
def dropout_gradient(dY, keep, rate):
    return dY.copy()

# %% dropout_gradient [gradient-without-incoming]: dY is left out: only the slope of dropout itself comes back.
def dropout_gradient(dY, keep, rate):
    return keep / (1 - rate)

# %% dropout_gradient: Switched-off neurons get the undivided dY instead of 0.
def dropout_gradient(dY, keep, rate):
    return np.where(keep, dY / (1 - rate), dY)

# %% dropout_gradient [bounded]: The derivative of ReLU is put on top: negative dY become 0.
def dropout_gradient(dY, keep, rate):
    return np.where(dY > 0, dY, 0) * keep / (1 - rate)

# %% dropout_gradient: Divided twice by 1 - rate.
def dropout_gradient(dY, keep, rate):
    return dY * keep / (1 - rate) ** 2

# %% dropout_gradient: Brackets are missing: / 1 - rate.
def dropout_gradient(dY, keep, rate):
    return dY * keep / 1 - rate

# %% dropout_gradient: The derivative of a quotient is used wrongly: divided by -(1 - rate)**2.
def dropout_gradient(dY, keep, rate):
    return -dY * keep / (1 - rate) ** 2

# %% dropout_gradient: dY is changed in place.
def dropout_gradient(dY, keep, rate):
    dY[~keep] = 0
    return dY / (1 - rate)

# %% dropout_gradient [cut-like-an-argument]: np.zeros_like(dY): whole dY give whole numbers, decimals are lost.
def dropout_gradient(dY, keep, rate):
    d = np.zeros_like(dY)
    d[keep] = dY[keep] / (1 - rate)
    return d

# %% dropout_gradient: The sum over the examples is returned, (neurons,).
def dropout_gradient(dY, keep, rate):
    return np.sum(dY * keep / (1 - rate), axis=0)

# %% dropout_gradient [mean-twice]: The mean over the examples is taken: divided by the number of rows, wrong for more than one row.
def dropout_gradient(dY, keep, rate):
    return dY * keep / (1 - rate) / len(dY)

# %% dropout_gradient [only-first-row]: The first row of keep is used for all rows: right for one row only.
def dropout_gradient(dY, keep, rate):
    return dY * keep[0] / (1 - rate)

# %% dropout_gradient [argument-ignored]: The rate is always 0.5 as in the example.
def dropout_gradient(dY, keep, rate):
    return dY * keep * 2

# %% dropout_gradient [transposed]: The result is transposed: (neurons, examples).
def dropout_gradient(dY, keep, rate):
    return (dY * keep / (1 - rate)).T

# %% dropout_gradient [axis-squeezed]: squeeze removes the axis of one row or one column.
def dropout_gradient(dY, keep, rate):
    return np.squeeze(dY * keep / (1 - rate))

# %% dropout_gradient: Only the entries that stay come back, in a flat array.
def dropout_gradient(dY, keep, rate):
    return dY[keep] / (1 - rate)

# %% dropout_gradient: The slopes are clipped to -10..10: wrong for larger ones.
def dropout_gradient(dY, keep, rate):
    return np.clip(dY * keep / (1 - rate), -10, 10)

# %% dropout_gradient: Divided by the part that stays in keep, its mean.
def dropout_gradient(dY, keep, rate):
    return dY * keep / keep.mean()

# %% dropout_gradient [sign]: The sign is turned.
def dropout_gradient(dY, keep, rate):
    return -dY * keep / (1 - rate)

# %% dropout_gradient: keep ignored and multiplied instead of divided.
def dropout_gradient(dY, keep, rate):
    return dY * (1 - rate)

# %% early_stopping [equal-is-better]: The same error counts as a new best: <= instead of <.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(len(errors)):
        if e == 0 or errors[e] <= errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping [counts-all-bad-epochs]: The counter is not set back to 0 at a new best.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best = e
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: Compared with the epoch before instead of with the best one: an error that falls again sets the counter back.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best = e
        if errors[e] < errors[e - 1]:
            fails = 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping [compared-with-the-one-before]: The best is the last epoch below its forerunner, not the smallest error so far.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[e - 1]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping [one-epoch-too-late]: Stops one epoch too late: fails > patience.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails > patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping [one-epoch-too-early]: Stops one epoch too early: fails >= patience - 1 after a failure (patience 1 is right).
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails >= max(patience - 1, 1):
                return best, e
    return best, len(errors) - 1

# %% early_stopping [counted-from-one]: Epochs count from 1: both results are one too large.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best + 1, e + 1
    return best + 1, len(errors)

# %% early_stopping [number-of-epochs]: If it never stops early the last epoch is given as len(errors), one too large.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors)

# %% early_stopping [looks-ahead]: The best epoch is the smallest of all errors, also of those after the stop.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return int(np.argmin(errors)), e
    return int(np.argmin(errors)), len(errors) - 1

# %% early_stopping: Patience is ignored: best epoch of all and the last epoch.
def early_stopping(errors, patience):
    return int(np.argmin(errors)), len(errors) - 1

# %% early_stopping: The stop is always best + patience, also where the list ends before it.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                break
    return best, best + patience

# %% early_stopping [error-for-epoch]: The best error comes back instead of the best epoch.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return errors[best], e
    return errors[best], len(errors) - 1

# %% early_stopping [stopped-first]: The two numbers come back in the wrong order: stop, best.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return e, best
    return len(errors) - 1, best

# %% early_stopping: The best error starts at 100: errors that are all larger never give a new best, epoch 0 stays and counts as a failure.
def early_stopping(errors, patience):
    best, fails, low = 0, 0, 100
    for e, error in enumerate(errors):
        if error < low:
            best, fails, low = e, 0, error
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: The best error starts at 0: no positive error is ever smaller.
def early_stopping(errors, patience):
    best, fails, low = 0, 0, 0
    for e, error in enumerate(errors):
        if error < low:
            best, fails, low = e, 0, error
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: The first epoch counts as a failure: the loop begins at 0 with the first error as the best.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: Only one best epoch is returned, the stop is missing.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                break
    return best

# %% early_stopping: When it runs to the end without stopping nothing is returned (None).
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e

# %% early_stopping: An error has to be smaller by more than 0.01 to be a new best: small improvements are lost.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best] - 0.01:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping [rounded]: The errors are made whole numbers: improvements in the decimals are not seen.
def early_stopping(errors, patience):
    whole = [int(e) for e in errors]
    best, fails = 0, 0
    for e in range(1, len(whole)):
        if whole[e] < whole[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(whole) - 1

# %% early_stopping: The epoch before the stop is taken for the best one: right only where the best is there, e - patience fails at the end of the list.
def early_stopping(errors, patience):
    low, fails = errors[0], 0
    for e in range(1, len(errors)):
        if errors[e] < low:
            low, fails = errors[e], 0
        else:
            fails += 1
            if fails == patience:
                return e - patience, e
    return len(errors) - 1, len(errors) - 1

# %% early_stopping: The stop is the epoch after the last failure, e + 1.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                return best, e + 1
    return best, len(errors) - 1

# %% early_stopping: A failure is only an error larger than the best: an equal error neither counts as a failure nor as a new best.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        elif errors[e] > errors[best]:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: Patience is fixed at 2 as in the example.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == 2:
                return best, e
    return best, len(errors) - 1

# %% early_stopping: errors.index(min) over the seen epochs after reversing: the last of several equal best errors is given as the best.
def early_stopping(errors, patience):
    best, fails, stop = 0, 0, len(errors) - 1
    for e in range(1, len(errors)):
        if errors[e] < errors[best]:
            best, fails = e, 0
        else:
            fails += 1
            if fails == patience:
                stop = e
                break
    seen = list(errors[: stop + 1])
    return stop - seen[::-1].index(min(seen)), stop

# %% early_stopping: Counter not set back and <= for the best.
def early_stopping(errors, patience):
    best, fails = 0, 0
    for e in range(1, len(errors)):
        if errors[e] <= errors[best]:
            best = e
        else:
            fails += 1
            if fails == patience:
                return best, e
    return best, len(errors) - 1
