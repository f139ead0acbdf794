# %% [markdown]
# # Regularization
#
# Fourteen points were measured, and each has some noise (잡음). A network with 100 neurons can go through every one of
# them. Then it has learned the noise, too, and it is wrong between the points. This is called overfitting (과적합). In this
# notebook you write four remedies: a penalty on large weights, weight decay, dropout, and early stopping. At the end you see
# all of them on the same fourteen points. Each is measured on points that the network has never seen.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers. It
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, whole ones too, and other
# shapes, also of one row or one column.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

STYLE = {"figure.facecolor": "white", "figure.autolayout": True}


def picture(draw):
    """Draw at once. `draw` returns a figure and its description; a picture whose blanks are empty is left out."""
    try:
        with plt.rc_context(STYLE), np.errstate(all="ignore"):
            figure, description = draw()
            display(figure, metadata={"image/png": {"alt": description}})
    except Exception as error:
        print(f"The picture {draw.__name__!r} waits for the blanks above: {type(error).__name__}: {error}")
    else:
        print(description)
    plt.close("all")


# %% [markdown]
# ## 1. A penalty on large weights
#
# A curve with sharp bends needs large weights (가중치). So we add a penalty (벌점) to the error: the sum of the squares of
# all weights, times a number $\lambda$ (lambda). This is L2 regularization (L2 정규화):
#
# $$E_{\text{all}} = E + \lambda \sum_k w_k^2$$
#
# The biases (편향) are not punished: a bias moves the curve up and down, and bends nothing.
#
# The parameters (매개변수) of a network are in a dictionary. Names that begin with a capital `W` are weights, all others
# are biases, whatever their shape. By hand, with $\lambda = 0.5$, for the weights $1, -2$ and $3$ and any bias:
# $0.5 \cdot (1 + 4 + 9) = 7$.


# %% nbgrader={"grade_id": "l2_penalty", "solution": true}
def l2_penalty(params, lam):
    """What is added to the error: a number. params is a dictionary of arrays, lam is lambda."""
    ### BEGIN SOLUTION
    return lam * sum(np.sum(p**2) for name, p in params.items() if name.startswith("W"))
    ### END SOLUTION


# %% nbgrader={"grade_id": "l2_penalty_examples", "grade": true}
params = {"W1": np.array([[1.0, -2.0]]), "b1": np.array([10.0, 20.0]), "W2": np.array([[3.0], [0.0]])}
np.testing.assert_allclose([l2_penalty(params, 0.5)], [7], rtol=1e-5, err_msg="two arrays of weights")

# %% [markdown]
# The slope (기울기) of the error for each weight changes as well. Find what the penalty adds to the slope for $w_k$. By hand,
# for $w = 3$ and $\lambda = 0.5$: the penalty $0.5\,w^2$ has the slope $3$ there.


# %% nbgrader={"grade_id": "l2_gradients", "solution": true}
def l2_gradients(grads, params, lam):
    """The slopes of the error with its penalty, in a new dictionary. grads has the slopes of the error without it.

    grads and params have the same names and shapes.
    """
    ### BEGIN SOLUTION
    return {name: g + 2 * lam * params[name] if name.startswith("W") else g for name, g in grads.items()}
    ### END SOLUTION


# %% nbgrader={"grade_id": "l2_gradients_examples", "grade": true}
grads = {"W1": np.array([[0.5, 0.5]]), "b1": np.array([1.0, -1.0]), "W2": np.array([[2.0], [2.0]])}
found = l2_gradients(grads, params, 0.5)
assert sorted(found) == ["W1", "W2", "b1"], "the same names as in grads"
np.testing.assert_allclose(found["W2"], [[5], [2]], rtol=1e-5, err_msg="the slopes for W2")
np.testing.assert_allclose(found["b1"], [1, -1], rtol=1e-5, err_msg="the slopes for b1")

# %% [markdown]
# ### The fourteen points
#
# The network has one input $x$ and 100 hidden neurons. To keep it simple, the weights of the hidden neurons are drawn once
# and stay. `hidden(x)` gives their outputs $H$, one row for each $x$. Only the output $y = H\,W + b$ is trained, with the
# mean squared error (평균 제곱 오차). `slopes` gives the slopes of this error.


# %% nbgrader={"grade_id": "network", "locked": true}
def hidden(x):
    """The outputs of 100 hidden neurons for the numbers x, (examples,); returns (examples, 100)."""
    draw = np.random.default_rng(1)
    steepness, place = draw.normal(0, 20, 100), draw.uniform(-1, 1, 100)
    return np.tanh(steepness * (x[:, None] - place))


def error(params, H, y):
    """The mean squared error of H @ W + b; y is (examples, 1)."""
    return np.mean((H @ params["W"] + params["b"] - y) ** 2)


def slopes(params, H, y):
    """The slopes of this error for W and b, in a dictionary."""
    d = 2 * (H @ params["W"] + params["b"] - y) / len(y)  # (examples, 1)
    return {"W": H.T @ d, "b": d.sum(axis=0)}


# %% [markdown]
# Now train with the penalty. Begin with zeros. In each step take the slopes of the error, add those of the penalty, and move
# all parameters at once against them (경사 하강법):
#
# $$p \leftarrow p - \alpha \cdot \text{slope}$$


# %% nbgrader={"grade_id": "fit", "solution": true}
def fit(H, y, lam, lr, steps):
    """W and b after so many steps of gradient descent from zeros, on the error with its penalty; lr is the learning rate.

    H is (examples, inputs), y is (examples, 1). Returns a dictionary: "W" is (inputs, 1), "b" is (1,).
    """
    ### BEGIN SOLUTION
    params = {"W": np.zeros((H.shape[1], 1)), "b": np.zeros(1)}
    for _ in range(steps):
        grads = l2_gradients(slopes(params, H, y), params, lam)
        params = {name: p - lr * grads[name] for name, p in params.items()}
    return params
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_examples", "grade": true}
small_H, small_y = np.array([[1.0, 0.0, 2.0], [0.0, -1.0, 1.0]]), np.array([[4.0], [2.0]])
found = fit(small_H, small_y, 0.5, 0.1, 1)
np.testing.assert_allclose(found["W"], [[0.4], [-0.2], [1.0]], rtol=1e-5, err_msg="W after one step")
np.testing.assert_allclose(found["b"], [0.6], rtol=1e-5, err_msg="b after one step")
found = fit(small_H, small_y, 0.5, 0.1, 2)
np.testing.assert_allclose(found["W"], [[0.46], [-0.2], [1.12]], rtol=1e-5, err_msg="W after two steps")
np.testing.assert_allclose(found["b"], [0.72], rtol=1e-5, err_msg="b after two steps")


# %% nbgrader={"grade_id": "penalty_figure", "locked": true} demo=true
def measured(count, rng):
    """Numbers x (count,), and what was measured there with some noise, (count, 1)."""
    x = rng.uniform(-1, 1, count)
    return x, (np.sin(2.5 * x) + 0.5 * x + rng.normal(0, 0.35, count))[:, None]


rng = np.random.default_rng(6)
x_train, y_train = measured(14, rng)
x_new, y_new = measured(500, rng)
H_train, H_new = hidden(x_train), hidden(x_new)
line = np.linspace(-1, 1, 400)


@picture
def penalty_figure():
    """The fourteen points, and the curves that are trained without a penalty and with one."""
    figure, axes = plt.subplots(figsize=(6, 3.6))
    axes.plot(x_train, y_train, "ko", label="the 14 points")
    told = []
    for lam, style, colour in ((0.0, "--", "#a64d00"), (0.3, "-", "#0b5394")):
        trained = fit(H_train, y_train, lam, 0.01, 6000)
        axes.plot(line, hidden(line) @ trained["W"] + trained["b"], style, color=colour, label=f"lambda = {lam}")
        here, new = error(trained, H_train, y_train), error(trained, H_new, y_new)
        told.append(f"With lambda = {lam} the error is {here:.3f} on the 14 points, {new:.3f} on 500 new points")
    axes.plot(line, np.sin(2.5 * line) + 0.5 * line, ":", color="gray", label="without noise")
    axes.set(xlabel="x", ylabel="y")
    axes.legend()
    return figure, f"{'. '.join(told)}. The curve with the penalty is smoother."


# %% [markdown]
# **Let $\lambda$ grow without end, and train until nothing moves. Which curve is left?**
#
# a) The line $y = 0$: all parameters go to 0. b) A level line at the mean of the targets (목표 값). c) The steepest straight
# line through the points. d) The same curve as with $\lambda = 0$, since the slopes are large, too.

# %% nbgrader={"grade_id": "large_lambda", "solution": true}
# Answer with one letter, for instance: large_lambda = "a"
### BEGIN SOLUTION
large_lambda = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "large_lambda_examples", "grade": true}
assert str(large_lambda).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. Weight decay
#
# The same idea as a rule for the step. In each step every weight first loses a small part of itself, and then it moves
# against the slope of the error as always. This is weight decay (가중치 감쇠). With the decay $\delta$ and the learning
# rate (학습률) $\alpha$:
#
# $$w \leftarrow w - \alpha\,\delta\,w - \alpha\,g$$
#
# Both $w$ on the right are the weight before the step. Biases do not decay. By hand, for $w = 3$, $g = 2$, $\alpha = 0.1$
# and $\delta = 0.5$: $3 - 0.15 - 0.2 = 2.65$.


# %% nbgrader={"grade_id": "decay_step", "solution": true}
def decay_step(params, grads, lr, decay):
    """The parameters after one step of gradient descent with weight decay, in a new dictionary.

    params and grads are dictionaries with the same names and shapes, named as in part 1.
    """
    ### BEGIN SOLUTION
    updated = {}
    for name, p in params.items():
        updated[name] = p - lr * grads[name]
        if name.startswith("W"):
            updated[name] = updated[name] - lr * decay * p
    return updated
    ### END SOLUTION


# %% nbgrader={"grade_id": "decay_step_examples", "grade": true}
found = decay_step(params, grads, 0.1, 0.5)
assert sorted(found) == ["W1", "W2", "b1"], "the same names as in params"
np.testing.assert_allclose(found["W2"], [[2.65], [-0.2]], rtol=1e-5, err_msg="W2 after the step")
np.testing.assert_allclose(found["b1"], [9.9, 20.1], rtol=1e-5, err_msg="b1 after the step")

# %% [markdown]
# Compare this step with a step on the error with the L2 penalty. Which decay $\delta$ makes the very same step as
# $\lambda = 0.03$?

# %% nbgrader={"grade_id": "same_decay", "solution": true}
# same_decay: a number
### BEGIN SOLUTION
same_decay = 0.06
### END SOLUTION

# %% nbgrader={"grade_id": "same_decay_examples", "grade": true}
assert 0 < same_decay < 1, "a number above 0, and below 1"

# %% [markdown]
# So for plain gradient descent the two are one and the same. For Adam they are not: Adam divides the slope of the penalty by
# a root, but not the decay. The optimizer AdamW is Adam with this decay.
#
# ## 3. Dropout
#
# Dropout (드롭아웃) switches off neurons at random while the network is trained, others in each step. So no neuron can rely
# on another one. `keep` says which outputs stay, and `rate` is the probability of being switched off. What stays is divided
# by $1 - \text{rate}$.
#
# By hand, for the outputs $2, 5, -4$ with `keep` True, False, True and the rate $0.2$: $2.5, 0, -5$.
#
# After the training all neurons work, and nothing is divided.


# %% nbgrader={"grade_id": "dropout", "solution": true}
def dropout(H, keep, rate, training):
    """The outputs H of a layer after dropout; H and the result are (examples, neurons).

    keep has the shape of H: True where an output stays. training is True or False; if it is False, all outputs stay as
    they are.
    """
    ### BEGIN SOLUTION
    if not training:
        return H
    return H * keep / (1 - rate)
    ### END SOLUTION


# %% nbgrader={"grade_id": "dropout_examples", "grade": true}
outputs, keep = np.array([[2.0, 5.0, -4.0]]), np.array([[True, False, True]])
np.testing.assert_allclose(dropout(outputs, keep, 0.2, True), [[2.5, 0, -5]], rtol=1e-5, err_msg="in training")
np.testing.assert_allclose(dropout(outputs, keep, 0.2, False), [[2, 5, -4]], rtol=1e-5, err_msg="after the training")

# %% [markdown]
# **Why is what stays divided by $1 - \text{rate}$?**
#
# a) The sum of the outputs of each example stays exactly the same. b) The mean over all ways to switch off is what the layer
# gives after the training. c) The slopes get smaller, so that the weights stay small. d) An output that stays gets the work
# of its neighbour that was switched off.

# %% nbgrader={"grade_id": "why_divided", "solution": true}
# Answer with one letter, for instance: why_divided = "a"
### BEGIN SOLUTION
why_divided = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_divided_examples", "grade": true}
assert str(why_divided).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# On the way back (역전파) the slopes for the outputs of dropout come in, and the slopes for $H$ go out. Look at the formula
# of each entry: how fast does the output move when that entry of $H$ moves?


# %% nbgrader={"grade_id": "dropout_gradient", "solution": true}
def dropout_gradient(dY, keep, rate):
    """The slopes of the error for H, in training. dY has the slopes for the outputs of dropout; all are (examples, neurons)."""
    ### BEGIN SOLUTION
    return dY * keep / (1 - rate)
    ### END SOLUTION


# %% nbgrader={"grade_id": "dropout_gradient_examples", "grade": true}
found = dropout_gradient(np.array([[1.0, 3.0, -2.0]]), keep, 0.5)
np.testing.assert_allclose(found, [[2, 0, -4]], rtol=1e-5, atol=1e-6, err_msg="the slopes 1, 3, -2")

# %% [markdown]
# ## 4. Early stopping
#
# The last remedy costs nothing. While the network is trained, we measure its error on other points, the validation data
# (검증 데이터), after each epoch (에폭). At first this error falls. Later it rises: from there on only noise is learned. We
# stop, and take the parameters of the best epoch.
#
# A single rise may be chance, so we have some patience (인내). The rule:
#
# - An epoch is the new best one if its error is smaller than that of the best epoch so far. The same error is not smaller.
# - Training stops when `patience` epochs in a row were no new best.
# - If that never happens, training stops with the last epoch.
#
# Epochs count from 0. By hand, for the errors $5, 3, 4, 2, 2, 6, 1$ and the patience $2$: epoch 3 is the best when epochs
# 4 and 5 fail. Training stops in epoch 5, and the 1 at the end is never seen. An error that falls again, but not below the
# best one, counts like any other: for the errors $2, 3, 2.5, 2.4$ and the patience $2$ training stops in epoch 2.


# %% nbgrader={"grade_id": "early_stopping", "solution": true}
def early_stopping(errors, patience):
    """The best epoch, and the epoch in which the training stops: two whole numbers.

    errors is the list of the validation errors, one for each epoch; patience is 1 or more.
    """
    ### BEGIN SOLUTION
    best, waited = 0, 0
    for epoch in range(1, len(errors)):
        waited = waited + 1
        if errors[epoch] < errors[best]:
            best, waited = epoch, 0
        if waited == patience:
            return best, epoch
    return best, len(errors) - 1
    ### END SOLUTION


# %% nbgrader={"grade_id": "early_stopping_examples", "grade": true}
np.testing.assert_array_equal(early_stopping([5, 3, 4, 2, 2, 6, 1], 2), [3, 5], err_msg="the errors above, patience 2")
np.testing.assert_array_equal(early_stopping([5, 3, 4, 2, 2, 6, 1], 3), [6, 6], err_msg="the errors above, patience 3")
np.testing.assert_array_equal(early_stopping([2, 3, 2.5, 2.4], 2), [0, 2], err_msg="falling again, but no new best")

# %% [markdown]
# ## 5. All four
#
# Now the same fourteen points again: without a remedy, and with each of yours. Dropout switches off 8 of 10 neurons here.
# Early stopping measures on 20 further points.

# %% nbgrader={"grade_id": "all_remedies", "locked": true} demo=true
ZEROS = {"W": np.zeros((100, 1)), "b": np.zeros(1)}
x_check, y_check = measured(20, np.random.default_rng(8))
H_check = hidden(x_check)


def with_decay():
    """The parameters after 6000 steps with weight decay."""
    trained = ZEROS
    for _ in range(6000):
        trained = decay_step(trained, slopes(trained, H_train, y_train), 0.01, 0.2)
    return trained


def with_dropout():
    """The parameters after 6000 steps with dropout."""
    draw, trained = np.random.default_rng(9), ZEROS
    for _ in range(6000):
        keep = draw.random(H_train.shape) >= 0.8
        found = slopes(trained, dropout(H_train, keep, 0.8, True), y_train)
        trained = {name: p - 0.002 * found[name] for name, p in trained.items()}
    return trained


def with_early_stopping():
    """The parameters of the best of 4000 epochs of one step each, and the errors on the further points."""
    trained, seen, errors = ZEROS, [], []
    for _ in range(4000):
        found = slopes(trained, H_train, y_train)
        trained = {name: p - 0.002 * found[name] for name, p in trained.items()}
        seen.append(trained)
        errors.append(float(error(trained, H_check, y_check)))
    best, stopped = early_stopping(errors, 20)
    return seen[best], errors, best, stopped


@picture
def all_remedies_figure():
    """Five curves over the fourteen points, dotted the curve without noise; and the validation error by epoch."""
    stopped_early, errors, best, stopped = with_early_stopping()
    remedies = {
        "none": fit(H_train, y_train, 0.0, 0.01, 6000),
        "L2, lambda = 0.3": fit(H_train, y_train, 0.3, 0.01, 6000),
        "weight decay 0.2": with_decay(),
        "dropout 0.8": with_dropout(),
        f"stopped, best epoch {best}": stopped_early,
    }
    figure, axes = plt.subplots(2, 3, figsize=(10, 5.6))
    told = []
    print("error on   the 14 points   500 new points")
    for place, (name, trained) in zip(axes.flat[:5], remedies.items(), strict=True):
        here, new = error(trained, H_train, y_train), error(trained, H_new, y_new)
        print(f"{name:24} {here:.3f}     {new:.3f}")
        told.append(f"{name} {new:.3f}")
        place.plot(line, np.sin(2.5 * line) + 0.5 * line, ":", color="gray")
        place.plot(line, dropout(hidden(line), None, 0.8, False) @ trained["W"] + trained["b"], color="#0b5394")
        place.plot(x_train, y_train, "ko", markersize=4)
        place.set(title=f"{name}: {new:.3f}", ylim=(-2.4, 2.4))
    last = axes.flat[5]
    last.semilogx(range(1, 4001), errors, color="#0b5394")
    last.plot(best + 1, errors[best], "o", color="#0b5394", label=f"best: epoch {best}")
    last.axvline(stopped + 1, linestyle="--", color="#a64d00", label=f"stopped: epoch {stopped}")
    last.set(title="validation error", xlabel="epochs, logarithmic")
    last.legend()
    return figure, f"Five curves over the 14 points, and their error on new points: {'; '.join(told)}."


# %% [markdown]
# Without a remedy the error on the fourteen points is the smallest, and the error on new points is the largest. Every remedy
# makes the first one larger, and that is what it is for. The noise alone gives an error of $0.35^2 = 0.12$; no network can be
# better than that on new points.
