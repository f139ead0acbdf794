# %% gate: Only zeros: every sum is exactly 0.
gate = [0, 0, 0, 0]

# %% gate: Only the bias: 1 in all rows.
gate = [0, 0, 0, 1]

# %% gate: Only the bias: 0 in all rows.
gate = [0, 0, 0, -1]

# %% gate: Weights 1 and the bias -1: the sum is exactly 0 in the rows with a single 1.
gate = [1, 1, 1, -1]

# %% gate: Weights 1 and the bias -2: the sum is exactly 0 in the rows with two 1.
gate = [1, 1, 1, -2]

# %% gate: Weights 1 and the bias 0: the sum is exactly 0 in the first row.
gate = [1, 1, 1, 0]

# %% gate: Weights -1 and the bias 1: the sum is exactly 0 in the rows with a single 1.
gate = [-1, -1, -1, 1]

# %% gate: The bias stands in front, three weights of 1 behind it: row 0 has the sum 1 and rows with x1 = 1, others 0 have exactly 0.
gate = [-1, 1, 1, 1]

# %% step_layer [other-at-zero]: The other value at exactly 0.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, 1 - at_zero))

# %% step_layer: 0.5 at exactly 0.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, 0.5))

# %% step_layer [layer-without-bias]: The bias is forgotten.
def step_layer(X, W, b):
    S = X @ W.T
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer [bias-subtracted]: The bias is subtracted, as a threshold.
def step_layer(X, W, b):
    S = X @ W.T - b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer [layer-not-transposed]: W is not transposed: fails, or is wrong for square W.
def step_layer(X, W, b):
    S = X @ W + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer: Columns and rows of W are exchanged by reshape.
def step_layer(X, W, b):
    S = X @ W.reshape(W.shape[1], W.shape[0]) + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer [layer-of-booleans]: True and False come back.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, True, np.where(S < 0, False, bool(at_zero)))

# %% step_layer [layer-of-signs]: -1 and not 0 below 0.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, -1, at_zero))

# %% step_layer [layer-of-signs]: np.sign of the sums.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.sign(S)

# %% step_layer [layer-transposed]: The result is transposed, (neurons, batch).
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero)).T

# %% step_layer [comparison-reversed layer-reversed]: 0 and 1 are exchanged.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S < 0, 1, np.where(S > 0, 0, at_zero))

# %% step_layer: The sums themselves come back where they are above 0 (ReLU).
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0, S, np.where(S < 0, 0, at_zero))

# %% step_layer: The sigmoid of the sums.
def step_layer(X, W, b):
    S = X @ W.T + b
    return 1 / (1 + np.exp(-S))

# %% step_layer [layer-without-step]: The sums come back without the step.
def step_layer(X, W, b):
    S = X @ W.T + b
    return S

# %% step_layer: Sums within 0.1 of 0 count as 0.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0.1, 1, np.where(S < -0.1, 0, at_zero))

# %% step_layer: The threshold is 0.5.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.where(S > 0.5, 1, np.where(S < 0.5, 0, at_zero))

# %% step_layer [only-first-row]: Only the first row of the batch.
def step_layer(X, W, b):
    S = X[:1] @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer [only-several]: np.squeeze drops axes of one row or one neuron.
def step_layer(X, W, b):
    S = X @ W.T + b
    return np.squeeze(np.where(S > 0, 1, np.where(S < 0, 0, at_zero)))

# %% step_layer [layer-of-whole-sums]: The sums are cut to whole numbers first: sums between -1 and 1 count as 0.
def step_layer(X, W, b):
    S = (X @ W.T + b).astype(int)
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer: The bias belongs to the rows of the batch: b[:, None]; fails or is wrong.
def step_layer(X, W, b):
    S = X @ W.T + b[:, None]
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer: Entries are multiplied, not summed up: only the largest product counts.
def step_layer(X, W, b):
    S = (X[:, None, :] * W[None]).max(axis=2) + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer [rounded]: All inputs are rounded to 0 and 1.
def step_layer(X, W, b):
    S = np.round(X) @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer: The bias is added in place to W's first column: W changes.
def step_layer(X, W, b):
    W[:, 0] += b
    S = X @ W.T + b
    return np.where(S > 0, 1, np.where(S < 0, 0, at_zero))

# %% step_layer: Softmax-like: only the neuron with the largest sum gives 1.
def step_layer(X, W, b):
    S = X @ W.T + b
    return (S == S.max(axis=1, keepdims=True)).astype(int)

# %% d_value [second-way-forgotten]: The second use of h is forgotten.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = v * h - y

# %% d_value [y-added]: y is added.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = v * h + h + y

# %% d_value [turned-around]: The sign is turned: y - o.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = -d

# %% d_value: d squared, the error.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = d**2 + 0.5

# %% d_value [term-missing]: o, without - y.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = v * h + h

# %% d_value [x-added-for-h]: x stands for h in the sum.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = v * h + x - y

# %% d_value [v-added]: v + h in place of the product.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
d_value = v + h + h - y

# %% d_value [added]: w + x in place of the product.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
h = w + x
d_value = v * h + h - y

# %% dE_dd [two-forgotten]: d in place of 2d.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = d

# %% dE_dd: d squared plus one: the value, not the slope.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = d**2 + 1

# %% dE_dd [minus-too-many]: The sign is turned.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = -2 * d

# %% dE_dd: Half of d.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = d / 2

# %% dE_dd: 2d times (v + 1): one gate too far.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = 2 * d * (v + 1) + 0.01

# %% dE_dd [factor-missing]: 2 in place of 2d: the second derivative.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = 2.0

# %% dE_dd: 2 y is left out: 2 o.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dd = 2 * (d + y)

# %% dE_dw [only-through-the-product]: The direct way of h is forgotten: 2 d v x.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = 2 * d * v * x

# %% dE_dw [only-straight]: Only the direct way: 2 d x.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = 2 * d * x

# %% dE_dw: The two ways are multiplied with each other and not added: 2 d v 1 x, and the sign is turned.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = -2 * d * v * x

# %% dE_dw [x-forgotten]: x is forgotten.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = 2 * d * (v + 1)

# %% dE_dw [weight-for-input]: w in place of x.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = 2 * d * (v + 1) * w

# %% dE_dw: The 2 is forgotten.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = d * (v + 1) * x

# %% dE_dw [sign]: The sign is turned.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = -2 * d * (v + 1) * x

# %% dE_dw [ways-subtracted]: The ways are subtracted: v - 1.
w, x, v, y = (of_graph[name] for name in "wxvy")
h = w * x
d = v * h + h - y
dE_dw = 2 * d * (v - 1) * x

# %% slope_a [two-forgotten]: The 2 is forgotten.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.mean(gap * points[:, 0])

# %% slope_a [sum-for-mean]: The sum and not the mean.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.sum(2 * gap * points[:, 0])

# %% slope_a [turned-around]: The sign is turned.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = -np.mean(2 * gap * points[:, 0])

# %% slope_a [x-forgotten]: The slope for b: x is forgotten.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.mean(2 * gap)

# %% slope_a [loss-itself]: The loss, not its slope.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.mean(gap**2)

# %% slope_a [b-forgotten]: b is forgotten in the gap.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.mean(2 * (gap - b0) * points[:, 0])

# %% slope_a: Mean gap times mean x.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = 2 * np.mean(gap) * np.mean(points[:, 0])

# %% slope_a [names-exchanged]: y in place of x.
a0, b0 = of_line["a"], of_line["b"]
points = np.array(of_line["points"], dtype=float)
gap = a0 * points[:, 0] + b0 - points[:, 1]
slope_a = np.mean(2 * gap * points[:, 1])

# %% new_a [uphill]: A plus: uphill.
new_a = of_line["a"] + of_line["eta"] * slope_a

# %% new_a [rate-forgotten]: eta is forgotten.
new_a = of_line["a"] - slope_a

# %% new_a [term-missing]: Only the step.
new_a = -of_line["eta"] * slope_a

# %% new_a [from-b]: b in place of a.
new_a = of_line["b"] - of_line["eta"] * slope_a

# %% new_a: Divided by eta.
new_a = of_line["a"] - slope_a / of_line["eta"]

# %% new_a: Twice the step.
new_a = of_line["a"] - 2 * of_line["eta"] * slope_a

# %% new_a: A third of the step: the mean once more.
new_a = of_line["a"] - of_line["eta"] * slope_a / 3

# %% new_a: The rate is at most half: eta / 2.
new_a = of_line["a"] - of_line["eta"] / 2 * slope_a

# %% line_gradient [gradient-turned-around]: The sign of the gap is turned.
def line_gradient(X, y, w, b):
    gap = y - X @ w - b
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [gradient-without-bias]: The bias is forgotten in the gap.
def line_gradient(X, y, w, b):
    gap = X @ w - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [sign-exchanged]: The bias is subtracted in the gap.
def line_gradient(X, y, w, b):
    gap = X @ w - b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [term-missing]: The targets are forgotten.
def line_gradient(X, y, w, b):
    gap = X @ w + b
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [gradient-doubled]: Twice too large: the 2 where it belongs not, or a 4.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (2 if "half" in convention else 4) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [half]: Half as large: the 2 of the square is forgotten, or halved once too often.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (0.5 if "half" in convention else 1) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [gradient-doubled]: The half is taken the wrong way round.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (2 if "half" in convention else 1) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [gradient-of-another-convention]: Mean and sum are exchanged.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (1 if "mean" in convention else len(X))
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [gradient-divided-by-inputs]: Divided by the number of inputs and not of rows, or by it where a sum is asked for.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / X.shape[1]
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [mean-twice]: Divided by the number of rows in w once more.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap / len(X), factor * np.sum(gap)

# %% line_gradient: The gradient of b is the mean gap, whatever the loss, times 0.5.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, 0.5 * np.mean(gap)

# %% line_gradient [gradient-of-b-not-summed]: The gradient of b is not summed: (rows,).
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * gap

# %% line_gradient: The gradient of w is not summed over the rows: (rows, inputs).
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X * gap[:, None], factor * np.sum(gap)

# %% line_gradient: The gradient of b in shape (1,).
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap, keepdims=True)

# %% line_gradient: The gradient of w in shape (inputs, 1).
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap[:, None], factor * np.sum(gap)

# %% line_gradient [gradients-exchanged]: b and w are exchanged in the result.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * np.sum(gap), factor * X.T @ gap

# %% line_gradient [gradient-without-inputs]: X is forgotten in the gradient of w: the sum of gaps for each input.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * np.full(w.shape, np.sum(gap)), factor * np.sum(gap)

# %% line_gradient: w in place of X in the gradient.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * w * np.sum(gap), factor * np.sum(gap)

# %% line_gradient: The sizes of the gaps: absolute values.
def line_gradient(X, y, w, b):
    gap = np.abs(X @ w + b - y)
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient: The squares of the gaps.
def line_gradient(X, y, w, b):
    gap = (X @ w + b - y) ** 2
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient: The sign of the gaps only, as for the absolute error.
def line_gradient(X, y, w, b):
    gap = np.sign(X @ w + b - y)
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [only-one-row]: y as a column: (rows, rows) gaps, summed up.
def line_gradient(X, y, w, b):
    gap = np.sum(X @ w + b - y[:, None], axis=0)
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [only-decimals]: The gradient of w is stored in an array of X's type: whole where X is whole.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    dw = np.zeros_like(X[0])
    dw[:] = factor * X.T @ gap
    return dw, factor * np.sum(gap)

# %% line_gradient [only-one-row]: Only the first row.
def line_gradient(X, y, w, b):
    X, y = X[:1], y[:1]
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (1 if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient [sign]: b's gradient has the wrong sign.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, -factor * np.sum(gap)

# %% line_gradient: The gaps are clipped to -1 to 1.
def line_gradient(X, y, w, b):
    gap = np.clip(X @ w + b - y, -1, 1)
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    return factor * X.T @ gap, factor * np.sum(gap)

# %% line_gradient: w is moved in place: the argument changes.
def line_gradient(X, y, w, b):
    gap = X @ w + b - y
    factor = (1 if "half" in convention else 2) / (len(X) if "mean" in convention else 1)
    w -= 0.1 * X.T @ gap
    return factor * X.T @ gap, factor * np.sum(gap)

# %% descend [descent-uphill]: Uphill.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w + rate * dw
        b = b + rate * db
    return w, b

# %% descend [sign-exchanged]: b goes uphill.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b + rate * db
    return w, b

# %% descend [sign-exchanged]: w goes uphill.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w + rate * dw
        b = b - rate * db
    return w, b

# %% descend [descent-one-after-the-other]: b moves by the gradient at the new w.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        _, db = line_gradient(X, y, w, b)
        b = b - rate * db
    return w, b

# %% descend: w moves by the gradient at the new b.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        b = b - rate * db
        dw, _ = line_gradient(X, y, w, b)
        w = w - rate * dw
    return w, b

# %% descend [descent-of-one-step]: One step only.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(1):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [one-step-off]: One step too few.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps - 1):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [descent-one-step-too-far]: One step too many.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps + 1):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [descent-with-the-first-gradient]: The gradient of the start is used in all steps.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    dw, db = line_gradient(X, y, w, b)
    for _ in range(steps):
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [descent-without-rate]: The rate is forgotten.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - dw
        b = b - db
    return w, b

# %% descend [factor-missing]: The rate is forgotten for b.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - db
    return w, b

# %% descend [descent-of-w-alone]: b is not moved.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
    return w, b

# %% descend [term-missing unchanged]: w is not moved.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        b = b - rate * db
    return w, b

# %% descend [values-exchanged]: w and b are exchanged in the result.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return b, w

# %% descend: w is changed in place: the caller's array moves.
def descend(X, y, w, b, rate, steps):
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w[:] = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [descent-returns-gradients]: The gradients come back, not w and b.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return dw, db

# %% descend [descent-of-one-step]: return inside the loop: one step.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
        return w, b

# %% descend: The rate shrinks: rate / (number + 1).
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for k in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate / (k + 1) * dw
        b = b - rate / (k + 1) * db
    return w, b

# %% descend: The rate is at most 0.1.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    rate = min(rate, 0.1)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend [only-one-row]: Divided by the rows once more.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw / len(X)
        b = b - rate * db
    return w, b

# %% descend [descent-of-one-step]: Each step starts from the start: only the last step counts.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    w0, b0 = w, b
    for _ in range(steps):
        dw, db = line_gradient(X, y, w0, b0)
        w = w0 - rate * dw
        b = b0 - rate * db
    return w, b

# %% descend: Stops when the gradient of b is below 0.1.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
        if abs(db) < 0.1:
            break
    return w, b

# %% descend [only-one-row]: One row a step, in turn.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for k in range(steps):
        dw, db = line_gradient(X[k % len(X)][None], y[k % len(X)][None], w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b

# %% descend: Momentum: half of the last step is added.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    last = 0
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        last = rate * dw + 0.5 * last
        w = w - last
        b = b - rate * db
    return w, b

# %% descend: b comes back as an array of one number.
def descend(X, y, w, b, rate, steps):
    w = np.array(w, dtype=float)
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, np.array([b])

# %% activate [derivative-of-factors-multiplied]: The product rule is forgotten: the slope of tanh or sigmoid alone.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, slope

# %% activate [derivative-with-z-kept]: The first term of the product rule is missing.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, z * slope

# %% activate [derivative-of-z-alone]: The second term of the product rule is missing.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s

# %% activate [factor-missing]: z is forgotten in the second term.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s + slope

# %% activate [derivative-subtracted]: A minus in the product rule.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s - z * slope

# %% activate: 1 in place of s in the product rule.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, 1 + z * slope

# %% activate [factor-missing]: The value without z.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return s, s + z * slope

# %% activate [added]: z + s in place of the product.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z + s, s + z * slope

# %% activate [derivative-of-the-other]: The slopes of tanh and sigmoid are exchanged.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = s * (1 - s) if f_part4 == "tanh" else 1 - s**2
    return z * s, s + z * slope

# %% activate [activation-with-the-other]: tanh and sigmoid are exchanged.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 != "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 != "tanh" else s * (1 - s)
    return z * s, s + z * slope

# %% activate [derivative-from-the-input]: The slope is taken of z and not of s.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - z**2 if f_part4 == "tanh" else z * (1 - z)
    return z * s, s + z * slope

# %% activate [sign-exchanged]: A plus in the slope: 1 + s^2, s (1 + s).
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 + s**2 if f_part4 == "tanh" else s * (1 + s)
    return z * s, s + z * slope

# %% activate [power-missing]: The square, or the factor s, is forgotten in the slope: 1 - s.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s if f_part4 == "tanh" else 1 - s
    return z * s, s + z * slope

# %% activate: The derivative is that at the value f(z) and not at z.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    v = z * s
    t = np.tanh(v) if f_part4 == "tanh" else 1 / (1 + np.exp(-v))
    return v, t + v * (1 - t**2 if f_part4 == "tanh" else t * (1 - t))

# %% activate [activation-exchanged]: Value and derivative are exchanged.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return s + z * slope, z * s

# %% activate: Only the value.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s

# %% activate: The results are flat.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    z, s, slope = z.ravel(), s.ravel(), slope.ravel()
    return z * s, s + z * slope

# %% activate [cut-like-an-argument]: np.zeros_like(z) makes whole numbers where z is whole.
def activate(z):
    value = np.zeros_like(z)
    derivative = np.zeros_like(z)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    value[...] = z * s
    derivative[...] = s + z * slope
    return value, derivative

# %% activate: The derivative is summed to one number.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, np.sum(s + z * slope)

# %% activate: The value is 0 below 0, as with ReLU.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return np.maximum(z, 0) * s, s + z * slope

# %% activate [derivative-of-positive-inputs-alone]: The derivative is 0 below 0, as with ReLU.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, np.where(z > 0, s + z * slope, 0)

# %% activate: The derivative is clipped to 0 to 1: it goes beyond.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, np.clip(s + z * slope, 0, 1)

# %% activate: A central difference with a step of 0.5: not exact.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, ((z + 0.5) * (np.tanh(z + 0.5) if f_part4 == "tanh" else 1 / (1 + np.exp(-z - 0.5))) - (z - 0.5) * (np.tanh(z - 0.5) if f_part4 == "tanh" else 1 / (1 + np.exp(-z + 0.5))))

# %% activate: The sign of the exponent, or of tanh's argument, is wrong.
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(-z) if f_part4 == "tanh" else 1 / (1 + np.exp(z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s + z * slope

# %% activate: z is multiplied twice: z (s + z slope).
def activate(z):
    z = np.asarray(z, dtype=float)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, z * (s + z * slope)

# %% activate: z is clipped to -1 to 1.
def activate(z):
    z = np.asarray(z, dtype=float).clip(-1, 1)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s + z * slope

# %% activate [rounded]: z is cut to whole numbers.
def activate(z):
    z = np.asarray(z, dtype=int)
    s = np.tanh(z) if f_part4 == "tanh" else 1 / (1 + np.exp(-z))
    slope = 1 - s**2 if f_part4 == "tanh" else s * (1 - s)
    return z * s, s + z * slope

# %% loss_and_gradient [gradient-without-mean]: The gradient is not divided by the number of entries.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope

# %% loss_and_gradient [gradient-over-rows]: The gradient is divided by the rows only: right for one output.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / len(p)

# %% loss_and_gradient [mean-missing]: The gradient is divided by the outputs only.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.shape[1]

# %% loss_and_gradient [mean-missing]: The loss is the sum.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.sum(loss), slope / p.size

# %% loss_and_gradient [mean-missing]: The loss is the sum over the outputs, the mean over the rows: right for one output.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.sum(loss) / len(p), slope / p.size

# %% loss_and_gradient [loss-of-each-entry]: The loss is not averaged: an array.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return loss, slope / p.size

# %% loss_and_gradient [sum-of-all]: Sum in the loss and in the gradient.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.sum(loss), slope

# %% loss_and_gradient [loss-gradient-turned-around]: The sign of the gradient is turned.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), -slope / p.size

# %% loss_and_gradient [sign]: The sign of the loss is turned.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return -np.mean(loss), slope / p.size

# %% loss_and_gradient [inner-derivative-missing]: The gradient with respect to the logits or without the inner derivative.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = p - t
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t))
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The first term is missing in the gradient.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (-np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The second term is missing in the gradient.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * np.log(1 + p) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: A sign in the gradient: the two terms have the same sign, or the sum of the logarithms.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p - (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) + np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: A sign in the loss: plus between the terms.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) + (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) + np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The second term is missing in the loss.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = np.log(1 + p) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient [arguments-exchanged]: p and t are exchanged.
def loss_and_gradient(p, t):
    p, t = t, p
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: Logarithms to the base 10 in the loss; or log of p without 1 +.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log10(p) - (1 - t) * np.log10(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(p) - np.log(t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient [rounded]: Targets are rounded to 0 and 1.
def loss_and_gradient(p, t):
    t = np.round(t)
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The predictions are clipped to 0.1 to 0.9.
def loss_and_gradient(p, t):
    p = np.clip(p, 0.1, 0.9)
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The gradient is one number, the mean.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), np.mean(slope)

# %% loss_and_gradient [values-exchanged]: Loss and gradient are exchanged.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return slope / p.size, np.mean(loss)

# %% loss_and_gradient [transposed]: The gradient is transposed.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), (slope / p.size).T

# %% loss_and_gradient: The loss has shape (1,).
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.array([np.mean(loss)]), slope / p.size

# %% loss_and_gradient: The mean over the columns: a loss for each row.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss, axis=1), slope / p.size

# %% loss_and_gradient [axis-squeezed]: np.squeeze drops axes of the gradient.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), np.squeeze(slope / p.size)

# %% loss_and_gradient [comparison-reversed]: The other of the two losses.
def loss_and_gradient(p, t):
    if loss_part4 != "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient: The mean squared error.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    loss, slope = (p - t) ** 2, 2 * (p - t)
    return np.mean(loss), slope / p.size

# %% loss_and_gradient [half]: Only half: loss and gradient divided by 2.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    return np.mean(loss) / 2, slope / p.size / 2

# %% loss_and_gradient: p is changed in place: 1 - p, or 1 + p, stays in the caller's array.
def loss_and_gradient(p, t):
    if loss_part4 == "binary cross-entropy":
        loss = -t * np.log(p) - (1 - t) * np.log(1 - p)
        slope = -t / p + (1 - t) / (1 - p)
    else:
        loss = (np.log(1 + p) - np.log(1 + t)) ** 2
        slope = 2 * (np.log(1 + p) - np.log(1 + t)) / (1 + p)
    p += 0.1
    return np.mean(loss), slope / p.size

# %% h_1 [activation-forgotten]: The sum, without the activation.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = z1

# %% h_1 [bias-forgotten]: The bias is forgotten.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = f(z1 - n["b1"])

# %% h_1 [sign-exchanged]: The bias is subtracted.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = f(z1 - 2 * n["b1"])

# %% h_1 [weights-exchanged]: The inputs are exchanged.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = f(n["w11"] * n["x2"] + n["w12"] * n["x1"] + n["b1"])

# %% h_1 [other-activation]: The other activation.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = 1 / (1 + np.exp(-z1)) if f_part5 == "tanh" else np.tanh(z1)

# %% h_1: The step function.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = float(z1 > 0)

# %% h_1: The derivative, not the value.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = 1 - f(z1) ** 2 if f_part5 == "tanh" else f(z1) * (1 - f(z1))

# %% h_1 [exponent-turned-around]: The sign of the exponent is wrong.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h_1 = f(-z1)

# %% delta_1 [derivative-forgotten]: The slope of the activation is forgotten.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = error * n["v1"]

# %% delta_1 [weight-forgotten]: v1 is forgotten.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = error * slope

# %% delta_1 [turned-around]: The sign is turned: t - o.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = -error * n["v1"] * slope

# %% delta_1 [other-weight]: v2 in place of v1.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = error * n["v2"] * slope

# %% delta_1: A factor 2.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = 2 * error * n["v1"] * slope

# %% delta_1: An activation at the output as well.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
o1 = f(error + n["t"])
delta_1 = (o1 - n["t"]) * n["v1"] * slope

# %% delta_1 [c-forgotten]: c is forgotten in the output.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
delta_1 = (error - n["c"]) * n["v1"] * slope

# %% delta_1 [derivative-of-the-other]: The slope of the other activation.
n = of_net
z1 = n["w11"] * n["x1"] + n["w12"] * n["x2"] + n["b1"]
f = np.tanh if f_part5 == "tanh" else (lambda z: 1 / (1 + np.exp(-z)))
h1 = f(z1)
error = n["v1"] * h1 + n["v2"] * n["h2"] + n["c"] - n["t"]
slope = 1 - h1**2 if f_part5 == "tanh" else h1 * (1 - h1)
slope = h1 * (1 - h1) if f_part5 == "tanh" else 1 - h1**2
delta_1 = error * n["v1"] * slope

# %% new_w [uphill]: A plus: uphill.
new_w = of_net["w11"] + of_net["eta"] * delta_1 * of_net["x1"]

# %% new_w [input-forgotten]: x1 is forgotten.
new_w = of_net["w11"] - of_net["eta"] * delta_1

# %% new_w [other-input]: x2 in place of x1.
new_w = of_net["w11"] - of_net["eta"] * delta_1 * of_net["x2"]

# %% new_w [rate-forgotten]: eta is forgotten.
new_w = of_net["w11"] - delta_1 * of_net["x1"]

# %% new_w [output-for-input]: h1 in place of x1.
new_w = of_net["w11"] - of_net["eta"] * delta_1 * h_1

# %% new_w: w12 in place of w11.
new_w = of_net["w12"] - of_net["eta"] * delta_1 * of_net["x1"]

# %% new_w: Only the step.
new_w = of_net["eta"] * delta_1 * of_net["x1"]

# %% backward [backward-of-the-sum]: The mean over the rows is missing.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-turned-around]: The sign is turned: T - O.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (T - O) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-without-the-half]: A factor 2: the half is forgotten.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = 2 * (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [half]: Divided by 2n.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / (2 * len(X))
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-of-the-mean-of-all]: Divided by rows and outputs: right for one output.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / T.size
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-without-derivative]: The slope of the activation is forgotten.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-with-the-other-derivative]: The slopes of the two activations are exchanged.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = H * (1 - H) if f_part5 == "tanh" else 1 - H**2
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-with-derivative-of-the-sum]: The slope is taken of the sums Z.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - Z**2 if f_part5 == "tanh" else Z * (1 - Z)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: Brackets in the slope: dO W2^T * 1 - H^2, or * H * 1 - H.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = (dO @ W2.T * 1 - H**2 if f_part5 == "tanh" else dO @ W2.T * H * 1 - H)
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The activation also at the output.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    O = np.tanh(O) if f_part5 == "tanh" else 1 / (1 + np.exp(-O))
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-with-output-derivative]: The slope of the activation also in the output delta.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X) * (1 - O**2 if f_part5 == "tanh" else O * (1 - O))
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [mean-twice]: The bias gradient of the hidden layer is a mean.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.mean(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [mean-twice]: The bias gradient of the output layer is a mean.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.mean(axis=0)

# %% backward: The bias gradients keep an axis, (1, hidden) and (1, outputs).
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0, keepdims=True), H.T @ dO, dO.sum(axis=0, keepdims=True)

# %% backward: The bias gradients are sums over all, one number.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(), H.T @ dO, dO.sum()

# %% backward [backward-without-b1]: b1 is forgotten in the sums.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [backward-without-b2]: b2 is forgotten in the outputs.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: Z stands for H in the gradient of W2.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), Z.T @ dO, dO.sum(axis=0)

# %% backward [transposed]: The gradient of W1 is transposed.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return dZ.T @ X, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [transposed]: The gradient of W2 is transposed.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), dO.T @ H, dO.sum(axis=0)

# %% backward [backward-layers-exchanged]: The output layer comes first.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return H.T @ dO, dO.sum(axis=0), X.T @ dZ, dZ.sum(axis=0)

# %% backward: Weights first, then the biases: W1, W2, b1, b2.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, H.T @ dO, dZ.sum(axis=0), dO.sum(axis=0)

# %% backward [backward-with-the-other-activation]: The other activation.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 != "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 != "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [mean-twice]: The mean twice in the hidden layer.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope / len(X)
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: W2 is moved before it is used on the way back.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ (W2 - 0.1 * H.T @ dO).T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The deltas are clipped to -1 to 1.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dO = np.clip(dO, -1, 1)
    dZ = dO @ W2.T * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward [only-decimals]: The gradient of W1 has the type of X: whole numbers where X is whole.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    return (X.T @ dZ).astype(X.dtype), dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: Only the sum of W2 over the outputs: every output has the same delta, the mean one.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO.mean(axis=1, keepdims=True) * W2.sum(axis=1) * slope
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)

# %% backward: The params are moved in place: W2 changes.
def backward(X, W1, b1, W2, b2, T):
    Z = X @ W1 + b1
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    O = H @ W2 + b2
    slope = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    dO = (O - T) / len(X)
    dZ = dO @ W2.T * slope
    W2 -= H.T @ dO
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)
