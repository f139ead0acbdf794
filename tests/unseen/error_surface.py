# %% plot_error [parabola-marked-at-a-weight]: The marked point is the lowest of the drawn weights, not the minimum of the curve: wrong where 1 is not among ws.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    E = (ws - 1) ** 2
    i = np.argmin(E)
    plt.plot(ws[i], E[i], "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The minimum is marked at (0, 0).
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(0, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [number-off]: The minimum is marked at (1, 1).
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 1, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-marked-at-0]: The coordinates of the point are swapped: (0, 1).
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(0, 1, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-without-mark]: No point at the minimum.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [line-left-out]: The label of the horizontal axis is missing.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.ylabel("E")

# %% plot_error [line-left-out]: The label of the vertical axis is missing.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")

# %% plot_error [parabola-without-labels]: Both labels are missing.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")

# %% plot_error [parabola-without-square]: The square is missing: a straight line.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1))
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [sign-exchanged]: (w + 1)^2: the sign is wrong.
def plot_error(ws):
    plt.plot(ws, (ws * 1 + 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: w^2 - 1 in place of (w - 1)^2: the brackets are wrong.
def plot_error(ws):
    plt.plot(ws, ws ** 2 - 1)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-half]: The half: 0.5 (w - 1)^2 is drawn.
def plot_error(ws):
    plt.plot(ws, 0.5 * (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-slope]: The slope 2 (w - 1) is drawn in place of E.
def plot_error(ws):
    plt.plot(ws, 2 * (ws - 1))
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The absolute value is drawn, |w - 1|.
def plot_error(ws):
    plt.plot(ws, np.abs(ws - 1))
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The axes are swapped: the weights over E.
def plot_error(ws):
    plt.plot((ws - 1) ** 2, ws)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The weights are ignored, E is drawn over -3..5.
def plot_error(ws):
    ws = np.linspace(-3, 5, 80)
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-over-positions]: The horizontal axis is the index, ws is not given to plt.plot.
def plot_error(ws):
    plt.plot((ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [last-row-left-out]: The last weight is left out.
def plot_error(ws):
    plt.plot(ws[:-1], (ws[:-1] - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-marked-twice]: Two points are marked: the minimum and the start w = 4.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.plot(4, 9, "go")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The weights become whole numbers (astype(int)): a curve with steps.
def plot_error(ws):
    plt.plot(ws, (ws.astype(int) - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The point is at the middle of ws: right where ws is symmetric about 1 only.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    m = np.mean(ws)
    plt.plot(m, (m - 1) ** 2, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error [parabola-with-swapped-labels]: The labels are swapped: E on the horizontal, w on the vertical axis.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("E")
    plt.ylabel("w")

# %% plot_error: The minimum is marked on every weight near to it (|w - 1| < 0.2): several or no points.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    near = ws[np.abs(ws - 1) < 0.2]
    plt.plot(near, (near - 1) ** 2, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The largest error is marked, not the smallest.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    i = np.argmax((ws - 1) ** 2)
    plt.plot(ws[i], (ws[i] - 1) ** 2, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% plot_error: The figure is closed at the end.
def plot_error(ws):
    plt.plot(ws, (ws * 1 - 1) ** 2)
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")
    plt.close()

# %% plot_error: E is cut off at 10.
def plot_error(ws):
    plt.plot(ws, np.minimum((ws - 1) ** 2, 10))
    plt.plot(1, 0, "ro")
    plt.xlabel("w")
    plt.ylabel("E")

# %% by_update [moves-upwards]: The sign is wrong: old minus new.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update [moves-without-2]: The factor 2 is missing.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update [moves-without-lr]: lr is forgotten.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update: lr is ignored, 0.1 in its place.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -0.1 * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update [moves-as-new-weights]: The new weights are returned in place of the moves.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return ws + moves, ws[order]

# %% by_update [factor-missing]: The slopes are returned in place of the moves.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return 2 * (ws - 1), ws[order]

# %% by_update [ordered-upwards]: Sorted from the smallest move to the largest.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(np.abs(moves))
    return moves, ws[order]

# %% by_update [abs-left-out]: Sorted by the move with its sign, not by its size: wrong where moves go both ways.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-moves)
    return moves, ws[order]

# %% by_update [ordered-with-signs]: Sorted by the signed move, most negative first.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(moves)
    return moves, ws[order]

# %% by_update [ordered-with-signs]: Sorted by the weight, largest first.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-ws)
    return moves, ws[order]

# %% by_update [ordered-by-weight]: Sorted by the size of the weight |w|, not of the move.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(ws))
    return moves, ws[order]

# %% by_update [moves-in-order]: The moves are returned in the sorted order, not in that of ws.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves[order], ws[order]

# %% by_update [ordered-moves]: The second value has the sorted moves, not the weights.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, moves[order]

# %% by_update [ordered-positions]: The second value has the indices, not the weights.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, order

# %% by_update [values-exchanged]: The order of the two results is swapped.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return ws[order], moves

# %% by_update [term-missing]: w in place of w - 1: the target is forgotten.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * ws
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update [sign-exchanged]: w + 1 in place of w - 1.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws + 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update: The square: lr times E is the move.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * (ws - 1) ** 2
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update: The moves have no sign, abs.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return np.abs(moves), ws[order]

# %% by_update: ws is sorted in place.
def by_update(ws, lr):
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    ws[:] = ws[order]
    return moves, ws

# %% by_update: ws is moved in place (ws += moves), where it is an array of decimals.
def by_update(ws, lr):
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    ordered = ws[order]
    ws += moves
    return moves, ordered

# %% by_update: The second value has the new weights, sorted by the move.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, (ws + moves)[order]

# %% by_update: lr is limited to 1: min(lr, 1).
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -min(lr, 1) * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update: The moves are clipped to -1..1, which also spoils the order of large ones.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = np.clip(-lr * 2 * (ws - 1), -1, 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order]

# %% by_update: Only the weight that moves most is returned, not all of them.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(-np.abs(moves))
    return moves, ws[order][0]

# %% by_update [ordered-without-equals]: Equal weights are given only once (np.unique): fewer weights than ws has.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    ws_once = np.unique(ws)
    order = np.argsort(-np.abs(ws_once - 1))
    return moves, ws_once[order]

# %% by_update: The argsort is applied twice: ranks instead of an order.
def by_update(ws, lr):
    ws = np.array(ws)
    moves = -lr * 2 * (ws - 1)
    order = np.argsort(np.argsort(-np.abs(moves)))
    return moves, ws[order]

# %% many_inputs [sign]: The sign of d: y - h, so both effects are negated.
def many_inputs(x, y, w, b):
    d = y - (np.dot(w, x) + b)
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs [inputs-without-bias]: The bias is forgotten in the forward pass.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs [inputs-bias-subtracted]: The bias is subtracted.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) - b - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs [sign-exchanged]: y is added.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b + y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs [inputs-without-2]: The 2 is missing in both effects.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, d * x, d

# %% many_inputs [half]: The 2 is missing in the effect of b.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d * x, d

# %% many_inputs [half]: The 2 is missing in the effects of the weights.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, d * x, 2 * d

# %% many_inputs [inputs-effects-of-x]: The effects of the weights have w in place of x: those are the effects of the inputs.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d * w, 2 * d

# %% many_inputs [inputs-bias-effect-times-b]: The effect of b is b times 2d.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d * x, 2 * d * b

# %% many_inputs [inputs-bias-effect-local]: The effect of b is 1, that on h and not on E.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d * x, 1

# %% many_inputs [unchanged]: The effects of the weights are x alone, those on h.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, x, 2 * d

# %% many_inputs [half]: E is half the square.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return 0.5 * d ** 2, 2 * d * x, 2 * d

# %% many_inputs [inputs-without-square]: E is d, not its square.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d, 2 * d * x, 2 * d

# %% many_inputs: E is |d|.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return abs(d), 2 * d * x, 2 * d

# %% many_inputs: The order is E, b, w.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d, 2 * d * x

# %% many_inputs [inputs-effects-summed]: The effects of the weights are summed: one number.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, np.sum(2 * d * x), 2 * d

# %% many_inputs [mean-twice]: The effects of the weights are divided by the number of inputs.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * d * x / len(x), 2 * d

# %% many_inputs: The products are not summed in the forward pass: d is an array.
def many_inputs(x, y, w, b):
    d = w * x + b - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs [inputs-with-bias-each]: The bias is added once for each input: n b.
def many_inputs(x, y, w, b):
    d = np.sum(w * x + b) - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs: Only the first three inputs are used, as in the example.
def many_inputs(x, y, w, b):
    d = w[0] * x[0] + sum(w[i] * x[i] for i in range(1, min(3, len(x)))) + b - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs: The absolute error is passed back: the sign is lost for h < y.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, 2 * abs(d) * x, 2 * abs(d)

# %% many_inputs [only-decimals]: The effects have the whole dtype of x: decimals lost where x is whole.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    effects = np.zeros_like(x)
    effects[:] = 2 * d * x
    return d ** 2, effects, 2 * d

# %% many_inputs: The effects are passed back as E, not 2d: E x and E.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, d ** 2 * x, d ** 2

# %% many_inputs: A sigmoid is applied to h.
def many_inputs(x, y, w, b):
    d = 1 / (1 + np.exp(-(np.dot(w, x) + b))) - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs: The effects of the weights get a second axis, (inputs, 1).
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, (2 * d * x)[:, None], 2 * d

# %% many_inputs [axis-squeezed]: The effects are squeezed: with one input a number without an axis.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    return d ** 2, np.squeeze(2 * d * x), 2 * d

# %% many_inputs: E and the effect of b have the shape (1,).
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    d = np.atleast_1d(d)
    return d ** 2, 2 * d * x, 2 * d

# %% many_inputs: 2d is clipped to -10..10 before it goes back.
def many_inputs(x, y, w, b):
    d = np.dot(w, x) + b - y
    back = np.clip(2 * d, -10, 10)
    return d ** 2, back * x, back

# %% many_inputs: x is changed in place (x *= w) in the forward pass where its dtype allows it, and used after that.
def many_inputs(x, y, w, b):
    x *= w
    d = np.sum(x) + b - y
    return d ** 2, 2 * d * x, 2 * d

# %% many_neurons [sign]: The sign of d: y - h.
def many_neurons(x, y, W, b):
    d = y - (x @ W + b)
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-without-2]: The 2 is missing in all effects.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-without-bias]: The bias is forgotten in the forward pass.
def many_neurons(x, y, W, b):
    d = x @ W - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [sign-exchanged]: The bias is subtracted.
def many_neurons(x, y, W, b):
    d = x @ W - b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [half]: E is half the sum.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = 0.5 * np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-averaged]: E is the mean over the neurons.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.mean(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-squared-last]: E is the square of the sum of the differences.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d) ** 2
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [sum-missing]: E is an array: the sum is missing.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = d ** 2
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons: E is the sum of the absolute differences.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(np.abs(d))
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-transposed]: The effects of W are transposed: shape (neurons, inputs).
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = back[:, None] * x
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons: The effects of W have W in place of x.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = W * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [neurons-x-not-summed]: The effects of x are not summed over the neurons: shape (inputs, neurons).
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W * back
    return E, of_W, back, of_x

# %% many_neurons [mean-twice]: The effects of x are the mean over the neurons.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = np.mean(W * back, axis=1)
    return E, of_W, back, of_x

# %% many_neurons: The effects of x are summed over the inputs and not the neurons: axis 0.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = np.sum(W * back, axis=0)
    return E, of_W, back, of_x

# %% many_neurons [neurons-x-from-first]: The effects of x use only the first neuron: right for one neuron only.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W[:, 0] * back[0]
    return E, of_W, back, of_x

# %% many_neurons: The effects of x leave W out: the sum of the 2d for each input.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = np.sum(back) * np.ones(len(x))
    return E, of_W, back, of_x

# %% many_neurons [half]: The 2 is missing in the effects of x only.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ d
    return E, of_W, back, of_x

# %% many_neurons [half]: The 2 is missing in the effects of b only.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, d, of_x

# %% many_neurons [sum-too-many]: The effect of b is summed over the neurons: one number.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, np.sum(back), of_x

# %% many_neurons [neurons-b-times-b]: The effect of b is b times 2d.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, b * back, of_x

# %% many_neurons: The order is E, b, W, x.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, back, of_W, of_x

# %% many_neurons: The order is E, W, x, b.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, of_x, back

# %% many_neurons: The effects of x are left out.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back

# %% many_neurons [only-one-row]: The effects of W use the sum of the inputs for each weight.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = np.sum(x) * np.ones(W.shape) * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [only-several]: The effects of W are squeezed: one input or one neuron loses an axis.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, np.squeeze(of_W), back, of_x

# %% many_neurons [cut-like-an-argument]: A buffer with the dtype of W: whole W makes whole effects.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    buffer = np.zeros_like(W)
    buffer[...] = of_W
    of_W = buffer
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons: The absolute errors go back: the sign is lost where h < y.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * np.abs(d)
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons [only-one-row]: W is reshaped, not transposed, in the forward pass: the entries mix where there are several inputs and neurons.
def many_neurons(x, y, W, b):
    d = W.reshape(W.shape[1], W.shape[0]) @ x + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons: The effects of x use |W|: wrong for negative weights.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = np.abs(W) @ back
    return E, of_W, back, of_x

# %% many_neurons [mean-twice]: The effects of W are divided by the number of neurons.
def many_neurons(x, y, W, b):
    d = x @ W + b - y
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back / len(y)
    of_x = W @ back
    return E, of_W, back, of_x

# %% many_neurons: b is changed in place: b -= y in the forward pass, where the dtype allows it.
def many_neurons(x, y, W, b):
    b -= y
    d = x @ W + b
    back = 2 * d
    E = np.sum(d ** 2)
    of_W = x[:, None] * back
    of_x = W @ back
    return E, of_W, back, of_x

# %% count_parameters [count-without-biases]: The bias is never counted.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons

# %% count_parameters [count-always-with-biases]: The bias is always counted.
def count_parameters(inputs, neurons, bias):
    return (inputs + 1) * neurons

# %% count_parameters [count-with-one-bias]: One bias for the whole layer in place of one for each neuron.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons + bias

# %% count_parameters [count-with-bias-of-inputs]: One bias for each input.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons + bias * inputs

# %% count_parameters [count-reversed]: True and False are swapped: counted when there is no bias.
def count_parameters(inputs, neurons, bias):
    return (inputs + (not bias)) * neurons

# %% count_parameters: inputs + neurons in place of the product.
def count_parameters(inputs, neurons, bias):
    return inputs + neurons + bias * neurons

# %% count_parameters: The brackets are missing: inputs + bias * neurons.
def count_parameters(inputs, neurons, bias):
    return inputs + bias * neurons

# %% count_parameters: The bias doubles the weights: (1 + bias) times.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons * (1 + bias)

# %% count_parameters [count-of-one-neuron]: The neurons are ignored: the parameters of one neuron.
def count_parameters(inputs, neurons, bias):
    return inputs + bias

# %% count_parameters: The weights are multiplied by the bias: 0 without a bias.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons * bias

# %% count_parameters [count-with-bias-of-inputs]: The neurons get one more, not the inputs: inputs * (neurons + bias).
def count_parameters(inputs, neurons, bias):
    return inputs * (neurons + bias)

# %% count_parameters [count-with-one-more-neuron]: The bias is counted for each neuron and each input: both get one more.
def count_parameters(inputs, neurons, bias):
    return (inputs + bias) * (neurons + bias)

# %% count_parameters: The target y is counted as a parameter too: one more.
def count_parameters(inputs, neurons, bias):
    return (inputs + bias) * neurons + 1

# %% count_parameters [sign-exchanged]: The bias is subtracted.
def count_parameters(inputs, neurons, bias):
    return (inputs - bias) * neurons

# %% count_parameters: inputs ** neurons: a power in place of the product.
def count_parameters(inputs, neurons, bias):
    return inputs ** neurons + bias * neurons

# %% count_parameters: The result is an array of the shape (1,).
def count_parameters(inputs, neurons, bias):
    return np.array([(inputs + bias) * neurons])

# %% count_parameters [sum-missing]: A pair (weights, biases), not one number.
def count_parameters(inputs, neurons, bias):
    return inputs * neurons, bias * neurons

# %% count_parameters: Only for more than one neuron is the bias counted.
def count_parameters(inputs, neurons, bias):
    return (inputs + (bias and neurons > 1)) * neurons

# %% count_parameters: The bias is counted only where there is more than one input.
def count_parameters(inputs, neurons, bias):
    return (inputs + (bias and inputs > 1)) * neurons

# %% count_parameters: The second layer is counted as well: one more weight for each neuron.
def count_parameters(inputs, neurons, bias):
    return (inputs + bias) * neurons + neurons

# %% count_parameters: At most 10 inputs are counted: min(inputs, 10).
def count_parameters(inputs, neurons, bias):
    return (min(inputs, 10) + bias) * neurons

# %% count_parameters [state-kept]: The count is kept between the calls: right for the first call only.
_total = [0]


def count_parameters(inputs, neurons, bias):
    _total[0] += (inputs + bias) * neurons
    return _total[0]

# %% count_parameters [count-without-biases]: bias is compared with the text "True", so it is never counted.
def count_parameters(inputs, neurons, bias):
    if bias == "True":
        return (inputs + 1) * neurons
    return inputs * neurons

# %% count_parameters: Without a bias nothing is returned (None).
def count_parameters(inputs, neurons, bias):
    if bias:
        return (inputs + 1) * neurons

# %% count_parameters [count-with-bias-of-inputs]: inputs and neurons are swapped: a bias for each input, none for the neurons.
def count_parameters(inputs, neurons, bias):
    if bias:
        return (neurons + 1) * inputs
    return neurons * inputs

# %% count_parameters: Weights between the neurons are counted: n (n - 1) more (right for one neuron only).
def count_parameters(inputs, neurons, bias):
    return (inputs + bias) * neurons + neurons * (neurons - 1)

# %% error_grid [grid-transposed]: Transposed: row i belongs to w1[i], shape (columns, rows).
def error_grid(w1, w2, x, y):
    return (w1[:, None] * x[0] + w2 * x[1] - y) ** 2

# %% error_grid [grid-transposed]: meshgrid with indexing="ij": the shape is (columns, rows).
def error_grid(w1, w2, x, y):
    A, B = np.meshgrid(w1, w2, indexing="ij")
    return (A * x[0] + B * x[1] - y) ** 2

# %% error_grid [grid-with-inputs-exchanged]: The order of meshgrid's results is swapped: w1 gets x[1] and w2 gets x[0].
def error_grid(w1, w2, x, y):
    return (w1 * x[1] + w2[:, None] * x[0] - y) ** 2

# %% error_grid [grid-transposed]: meshgrid(w2, w1): the shape is (columns, rows).
def error_grid(w1, w2, x, y):
    B, A = np.meshgrid(w2, w1)
    return (A * x[0] + B * x[1] - y) ** 2

# %% error_grid [grid-without-square]: The square is missing.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[1] - y)

# %% error_grid: The absolute value in place of the square.
def error_grid(w1, w2, x, y):
    return np.abs(w1 * x[0] + w2[:, None] * x[1] - y)

# %% error_grid [sign-exchanged]: y is added.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[1] + y) ** 2

# %% error_grid [grid-without-y]: y is forgotten.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[1]) ** 2

# %% error_grid [grid-with-half]: The half: 0.5 times the square.
def error_grid(w1, w2, x, y):
    return 0.5 * (w1 * x[0] + w2[:, None] * x[1] - y) ** 2

# %% error_grid [grid-without-x]: x is ignored, as if it were (1, 1).
def error_grid(w1, w2, x, y):
    return (w1 + w2[:, None] - y) ** 2

# %% error_grid [wrong-index]: x[0] is used for both weights: right where both inputs are equal only.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[0] - y) ** 2

# %% error_grid: y is fixed at 1.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[1] - 1) ** 2

# %% error_grid [sign-exchanged]: The second term is subtracted.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] - w2[:, None] * x[1] - y) ** 2

# %% error_grid: The squares of the terms are summed: (w1 x1)^2 + (w2 x2)^2 - y.
def error_grid(w1, w2, x, y):
    return (w1 * x[0]) ** 2 + (w2[:, None] * x[1]) ** 2 - y

# %% error_grid: The minus y stands outside the square.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[:, None] * x[1]) ** 2 - y

# %% error_grid: Only pairs with the same index: shape (n,), for as many w1 as w2 only.
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2 * x[1] - y) ** 2

# %% error_grid [order-reversed]: The rows run from the last w2 to the first (as in a picture with the origin at the bottom).
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w2[::-1, None] * x[1] - y) ** 2

# %% error_grid [order-reversed]: The columns run backwards.
def error_grid(w1, w2, x, y):
    return (w1[::-1] * x[0] + w2[:, None] * x[1] - y) ** 2

# %% error_grid [axis-squeezed]: Squeezed: one row or one column loses its axis.
def error_grid(w1, w2, x, y):
    return np.squeeze((w1 * x[0] + w2[:, None] * x[1] - y) ** 2)

# %% error_grid: Flattened: shape (rows * columns,).
def error_grid(w1, w2, x, y):
    return np.ravel((w1 * x[0] + w2[:, None] * x[1] - y) ** 2)

# %% error_grid: The loops fill rows by w1 into an array of (rows, columns): the index order is wrong, and it fails where rows and columns differ.
def error_grid(w1, w2, x, y):
    grid = np.zeros((len(w2), len(w1)))
    for i in range(len(w1)):
        for j in range(len(w2)):
            grid[i, j] = (w1[i] * x[0] + w2[j] * x[1] - y) ** 2
    return grid

# %% error_grid [cut-like-an-argument]: The grid has the dtype of w1: decimals are lost where w1 is whole.
def error_grid(w1, w2, x, y):
    grid = np.zeros((len(w2), len(w1)), dtype=w1.dtype)
    grid[:] = (w1 * x[0] + w2[:, None] * x[1] - y) ** 2
    return grid

# %% error_grid: The loop leaves out the last row, which stays 0.
def error_grid(w1, w2, x, y):
    grid = np.zeros((len(w2), len(w1)))
    for i in range(len(w2) - 1):
        grid[i] = (w1 * x[0] + w2[i] * x[1] - y) ** 2
    return grid

# %% error_grid: reshape in place of a transpose: the entries are in the wrong places.
def error_grid(w1, w2, x, y):
    return ((w1[:, None] * x[0] + w2 * x[1] - y) ** 2).reshape(len(w2), len(w1))

# %% error_grid: The errors are cut off at 50.
def error_grid(w1, w2, x, y):
    return np.minimum((w1 * x[0] + w2[:, None] * x[1] - y) ** 2, 50)

# %% error_grid: w2 is ignored: w1 stands in its place, the grid is (columns, columns).
def error_grid(w1, w2, x, y):
    return (w1 * x[0] + w1[:, None] * x[1] - y) ** 2

# %% error_grid: w1 is changed in place (w1 *= x[0]), where the dtype allows it.
def error_grid(w1, w2, x, y):
    w1 *= x[0]
    return (w1 + w2[:, None] * x[1] - y) ** 2

# %% error_grid: The mean of the errors of two samples is computed, each weight with its own: ((w1 x1 - y)^2 + (w2 x2 - y)^2) / 2.
def error_grid(w1, w2, x, y):
    return ((w1 * x[0] - y) ** 2 + (w2[:, None] * x[1] - y) ** 2) / 2

# %% plot_valley [sign-exchanged]: The line is w2 = 1 + w1: the sign is wrong.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 + w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-with-reversed-sign]: The line is w2 = w1 - 1.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, w1 - 1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-through-the-origin]: The line is w2 = -w1, through the origin.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, -w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-on-the-diagonal]: The line is w2 = w1, across the valley.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The line is horizontal at w2 = 1.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 0 * w1 + 1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-within-w2]: The bottom is drawn with w2 over its own values: only over w2's range (1 - w2, w2), not over all of w1.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(1 - w2, w2)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The bottom is drawn at the lowest grid value of each column, so it is off the line 1 - w1 where that lies between two w2 or outside of them.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, w2[np.argmin(grid, axis=0)])
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The part of the line outside of w2 is left out, so it does not cover all of w1.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    keep = (1 - w1 >= w2.min()) & (1 - w1 <= w2.max())
    plt.plot(w1[keep], (1 - w1)[keep])
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [line-left-out]: No line.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: One point, the lowest of the grid, is marked in place of the line.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    i, j = np.unravel_index(np.argmin(grid), grid.shape)
    plt.plot(w1[j], w2[i], "ro")
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-without-contours]: The contours are missing.
def plot_valley(w1, w2, grid):
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The grid is transposed: an error for other sizes, wrong for unequal axes.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, np.transpose(grid))
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-turned]: w1 and w2 are swapped for the contours: w2 horizontal.
def plot_valley(w1, w2, grid):
    plt.contour(w2, w1, grid.T)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [line-left-out]: The horizontal label is missing.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)
    plt.ylabel("w2")

# %% plot_valley [line-left-out]: The vertical label is missing.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")

# %% plot_valley [valley-without-labels]: Both labels are missing.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)

# %% plot_valley [valley-with-swapped-labels]: The labels are swapped.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w2")
    plt.ylabel("w1")

# %% plot_valley [valley-over-positions]: The contours are drawn over the index: w1 and w2 are not given.
def plot_valley(w1, w2, grid):
    plt.contour(grid)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-beside-the-diagonal]: A second line across the valley is drawn too.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)
    plt.plot(w1, w1, "--")
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The picture is an image (imshow) in place of contours.
def plot_valley(w1, w2, grid):
    plt.imshow(grid)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The contours are those of the square root of the grid.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, np.sqrt(grid))
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The contours are those of a bowl, w1^2 + w2^2: grid is ignored.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, w1 ** 2 + w2[:, None] ** 2)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [valley-too-short]: The line runs from 0 to 1 only.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot([0, 1], [1, 0])
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The line runs from -2 to 3, as in the example, whatever w1 is.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot([-2, 3], [3, -2])
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The last weight of w1 is left out of the line.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1[:-1], 1 - w1[:-1])
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The line is cut to w2's range by np.clip: bent at the ends.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, np.clip(1 - w1, w2.min(), w2.max()))
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley [order-reversed]: The rows are turned around: the contours are upside down.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid[::-1])
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% plot_valley: The figure is closed at the end.
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1)
    plt.xlabel("w1")
    plt.ylabel("w2")
    plt.close()

# %% plot_valley: The line is in whole numbers: astype(int).
def plot_valley(w1, w2, grid):
    plt.contour(w1, w2, grid)
    plt.plot(w1, (1 - w1).astype(int))
    plt.xlabel("w1")
    plt.ylabel("w2")

# %% curvatures [exchanged]: The order is swapped: across, along.
curvatures = (4, 0)

# %% curvatures [coefficient]: Across the valley 2: the curvature of E = t^2.
curvatures = (0, 2)

# %% curvatures: The factors of the walks are summed: 1 along and 2 across, the curvature is not computed.
curvatures = (1, 2)

# %% curvatures [without-root]: The walk is taken without the root of 2: (2t)^2 gives 8.
curvatures = (0, 8)

# %% curvatures [one-weight-at-a-time]: The curvature 2 of the direction in the example is given for both walks.
curvatures = (2, 2)

# %% curvatures [bowl]: Both directions are thought to be bent as in a bowl: 4 and 4.
curvatures = (4, 4)

# %% curvatures [minus]: The sign is negative across.
curvatures = (0, -4)

# %% curvatures: The root of 2 remains: the derivative of sqrt(2) t.
curvatures = (0, 2 ** 0.5)
