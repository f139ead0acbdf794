# %% [markdown]
# # One dense layer: NumPy against TensorFlow
#
# At the end of this notebook a layer of yours looks at forty noisy points and finds the two lines behind them. A dense layer
# (완전 연결 층) joins every input to every output; larger networks are built of such layers. You compute its forward pass
# (순전파) and its error (오차), carry the error back (역전파), and train it by hand. Then you see TensorFlow arrive at the
# same numbers, and what it costs.
#
# First the numbers are small: the course's book works out an example with two inputs and two outputs. Replace the line
# `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with the numbers of the book; it tells you
# whether yours agree. Your work is then graded by hidden checks with other numbers, other sizes and other batches. So
# write each function for any number of rows and nodes.
#
# Parts 1 to 4 are to be derived by hand: TensorFlow cannot be used there. Part 5 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
DARK, MIDDLE, LIGHT = "#08306b", "#d95f02", "#8c8c8c"

import matplotlib.pyplot as plt

STYLE = {"font.size": 12, "figure.facecolor": "white", "figure.autolayout": True}


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
# ## 1. Forward
#
# A batch of inputs `X` has one row for each example: its shape is (batch, inputs). The weights `W` (가중치) have the
# shape (inputs, outputs), one column for each output node; the biases `B` (편향) are one row, (1, outputs), which NumPy
# adds to every row of the batch.
#
# $$Y = X\,W + B$$
#
# By hand, for the numbers below: $Y_0 = 2 \cdot 3 + 3 \cdot 4 + 1 = 19$ and $Y_1 = 2 \cdot 5 + 3 \cdot 6 + 2 = 30$.

# %% nbgrader={"grade_id": "numbers", "locked": true}
# The numbers of the book: two inputs, two outputs, a batch of one.
X = np.array([[2, 3]])  # (batch, inputs)
T = np.array([[27, -30]])  # (batch, outputs), the targets (목표값)
W0 = np.array([[3, 5], [4, 6]])  # (inputs, outputs)
B0 = np.array([[1, 2]])  # (1, outputs)
lr = 0.01  # the learning rate (학습률)
epochs = 2


# %% nbgrader={"grade_id": "forward", "solution": true} rows=["s4-forward"]
def forward(X, W, B):
    """The outputs Y, (batch, outputs), of a dense layer; X is (batch, inputs)."""
    ### BEGIN SOLUTION
    return X @ W + B  # (batch, outputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_examples", "grade": true}
Y = forward(X, W0, B0)
print("Y =", Y)
np.testing.assert_allclose(Y, [[19, 30]], rtol=1e-5, err_msg="the outputs Y")

# %% [markdown]
# ### How the book prints
#
# The book's programs print with three decimals, six characters wide. They give NumPy a *formatter*: a function that
# makes the text of one number, for the kind of numbers named by the key.
#
# ```
# np.set_printoptions(formatter={"float_kind": as_text})
# ```
#
# By hand: `"{0:6.3f}".format(3.16)` is `" 3.160"`, a blank and five characters.


# %% nbgrader={"grade_id": "as_text", "solution": true} rows=["s4-printoptions"]
def as_text(x):
    """The number x as a text with three decimals, at least six characters wide."""
    ### BEGIN SOLUTION
    return f"{x:6.3f}"
    ### END SOLUTION


# %% nbgrader={"grade_id": "as_text_examples", "grade": true}
assert as_text(3.16) == " 3.160", "six characters, three of them decimals"
assert as_text(20.12) == "20.120"

# %% nbgrader={"grade_id": "use_formatter", "locked": true} demo=true rows=["s4-printoptions"]
np.set_printoptions(formatter={"float_kind": as_text})
print("Y =", forward(X, W0, B0), " and W =", W0 - lr * np.array([[-16.0, 120.0], [-24.0, 180.0]]))

# %% [markdown]
# In its first epoch the book prints `Y = [[19 30]]`, without decimals, in all later ones `[[20.120 21.600]]`; Keras
# prints `[[19.000 30.000]]` at once.
#
# **Why has the first line no decimals?** a) The first epoch's numbers are rounded, because nothing has been trained
# yet. b) `X`, `W` and `B` hold whole numbers at first, and the formatter is only for floats. c) The formatter is set
# only after the first epoch. d) 19 and 30 are floats, but NumPy leaves out decimals that are 0.

# %% nbgrader={"grade_id": "why_no_decimals", "solution": true} rows=["s4-printoptions"]
# Answer with one letter, for instance: why_no_decimals = "a"
### BEGIN SOLUTION
why_no_decimals = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_no_decimals_examples", "grade": true}
assert str(why_no_decimals).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. Two errors
#
# In the book's earlier chapters the error was half the sum of the squares. Now it is TensorFlow's mean squared error
# (평균 제곱 오차), the mean over *all* entries: with $N$ rows and $n$ output nodes
#
# $$E_{half} = \frac{1}{2}\sum (Y - T)^2 \qquad E = \frac{1}{N n}\sum (Y - T)^2$$
#
# With a single row $N n$ is just the number of outputs. For a batch that is not enough: Keras takes the mean over the rows
# too. By hand, with $Y = [19\ \ 30]$ and $T = [27\ \ {-30}]$: the squares are $64$ and $3600$, and both errors are $1832$,
# since $n = 2$.


# %% nbgrader={"grade_id": "half_sum", "solution": true} rows=["s4-E-half"]
def half_sum(Y, T):
    """Half the sum of the squared differences; Y and T are (batch, outputs); returns one number."""
    ### BEGIN SOLUTION
    return np.sum((Y - T) ** 2) / 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "half_sum_examples", "grade": true}
np.testing.assert_allclose([half_sum(Y, T)], [1832], rtol=1e-5, err_msg="half of 64 + 3600")


# %% nbgrader={"grade_id": "mean_square", "solution": true} rows=["s4-E-mean"]
def mean_square(Y, T):
    """The mean of the squared differences over rows and outputs; Y and T are (batch, outputs); returns one number."""
    ### BEGIN SOLUTION
    return np.mean((Y - T) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "mean_square_examples", "grade": true}
np.testing.assert_allclose([mean_square(Y, T)], [1832], rtol=1e-5, err_msg="for two outputs and one row")
np.testing.assert_allclose(
    [mean_square(np.array([[3.0], [5.0]]), np.array([[1.0], [1.0]]))],
    [10],
    rtol=1e-5,
    err_msg="two rows: the mean of 4 and 16",
)

# %% [markdown]
# ### Where the error comes in
#
# Going back starts with the derivative of the error with respect to the outputs, `Yb`, (batch, outputs):
#
# $$E_{half}:\ Y_b = Y - T \qquad E:\ Y_b = \frac{2\,(Y - T)}{N n}$$
#
# By hand: $Y - T = [-8\ \ 60]$, and with $N n = 2$ the second one is the same.


# %% nbgrader={"grade_id": "half_delta", "solution": true} rows=["s4-Yb-half"]
def half_delta(Y, T):
    """The derivative of half_sum with respect to Y, (batch, outputs)."""
    ### BEGIN SOLUTION
    return Y - T
    ### END SOLUTION


# %% nbgrader={"grade_id": "half_delta_examples", "grade": true}
np.testing.assert_allclose(half_delta(Y, T), [[-8, 60]], rtol=1e-5)


# %% nbgrader={"grade_id": "output_delta", "solution": true} rows=["s4-Yb"]
def output_delta(Y, T):
    """The derivative of mean_square with respect to Y, (batch, outputs)."""
    ### BEGIN SOLUTION
    return 2 * (Y - T) / Y.size
    ### END SOLUTION


# %% nbgrader={"grade_id": "output_delta_examples", "grade": true}
np.testing.assert_allclose(output_delta(Y, T), [[-8, 60]], rtol=1e-5, err_msg="for two outputs and one row")
np.testing.assert_allclose(
    output_delta(np.array([[3.0], [5.0]]), np.array([[1.0], [1.0]])),
    [[2], [4]],
    rtol=1e-5,
    err_msg="each divided by 2 * 1",
)

# %% [markdown]
# Does it matter which of the two errors is taken? Look at the *step*. For one row and $n$ outputs the second `Yb` is
# always the same multiple of the first. Which one?


# %% nbgrader={"grade_id": "step_ratio", "solution": true} rows=["s4-mse-half-vs-mean"]
def step_ratio(n):
    """How many times as large output_delta is as half_delta, for one row and n output nodes; returns a number."""
    ### BEGIN SOLUTION
    return 2 / n
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_ratio_examples", "grade": true}
np.testing.assert_allclose([step_ratio(2)], [1], rtol=1e-5, err_msg="for the book's first layer the two are the same")


# %% nbgrader={"grade_id": "errors_drawn", "locked": true} demo=true
@picture
def errors_drawn():
    """Both errors of a row with three outputs over its first output, with the slopes of half_delta and output_delta."""
    moves = np.linspace(-3, 3, 61)
    row, target = np.array([[1.5, 1.0, 0.5]]), np.zeros((1, 3))
    figure, axes = plt.subplots(figsize=(5.4, 4.2))
    told = []
    for name, error, delta, color in (
        ("half the sum", half_sum, half_delta, DARK),
        ("mean", mean_square, output_delta, MIDDLE),
    ):
        errors = [error(np.array([[1.5 + move, 1.0, 0.5]]), target) for move in moves]
        slope = delta(row, target)[0, 0]
        axes.plot(1.5 + moves, errors, color=color, linewidth=2.5, label=name)
        axes.plot(1.5 + moves, errors[30] + slope * moves, "--", color=color, linewidth=1.5, label=f"slope {slope:.2f}")
        told.append(f"{name}: {slope:.2f}")
    axes.set_xlabel("first of three outputs, its target is 0")
    axes.set_ylabel("error")
    axes.set_ylim(-1, 7)
    axes.legend(fontsize=10)
    return figure, f"Both errors over the first output. The dashed lines have your slopes at 1.5: {'; '.join(told)}."


# %% [markdown]
# ## 3. Going back through the layer
#
# A weight moves its output by as much as its input is large, a bias by 1, an input by as much as its weight. Each is
# multiplied with the error that comes back; what several rows or outputs say is added up:
#
# $$W_b = X^T Y_b \qquad B_b = \sum_{rows} Y_b \qquad X_b = Y_b W^T$$
#
# By hand, with $X = [2\ \ 3]$ and $Y_b = [-8\ \ 60]$: the first row of $W_b$ is $2 \cdot [-8\ \ 60] = [-16\ \ 120]$, the
# second $[-24\ \ 180]$; $B_b$ is $[-8\ \ 60]$; and $X_{b,0} = -8 \cdot 3 + 60 \cdot 5 = 276$. The error of the inputs,
# $X_b$, is needed only when another layer stands in front.


# %% nbgrader={"grade_id": "gradients", "solution": true} rows=["s4-Wb"]
def gradients(X, Yb):
    """The gradients of the error: Wb (inputs, outputs) and Bb (1, outputs), for X (batch, inputs), Yb (batch, outputs)."""
    ### BEGIN SOLUTION
    Wb = X.T @ Yb  # (inputs, outputs)
    Bb = Yb.sum(axis=0, keepdims=True)  # (1, outputs)
    return Wb, Bb
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradients_examples", "grade": true}
Wb, Bb = gradients(X, np.array([[-8.0, 60.0]]))
np.testing.assert_allclose(Wb, [[-16, 120], [-24, 180]], rtol=1e-5, err_msg="Wb, for the weights")
np.testing.assert_allclose(Bb, [[-8, 60]], rtol=1e-5, err_msg="Bb, for the biases")


# %% nbgrader={"grade_id": "input_delta", "solution": true} rows=["s4-Xb"]
def input_delta(Yb, W):
    """The derivative of the error with respect to the inputs, (batch, inputs)."""
    ### BEGIN SOLUTION
    return Yb @ W.T  # (batch, inputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "input_delta_examples", "grade": true}
np.testing.assert_allclose(input_delta(np.array([[-8.0, 60.0]]), W0), [[276, 328]], rtol=1e-5, err_msg="Xb")

# %% [markdown]
# Every matrix of the forward pass has a twin on the way back, which says how the error moves when its entries do:
# `Yb` for `Y`, `Xb` for `X`, `Wb` for `W`, `Bb` for `B`. So what are the twins' shapes?


# %% nbgrader={"grade_id": "twin_shapes", "solution": true} rows=["s4-backward-matrices"]
def twin_shapes(batch, inputs, outputs):
    """The shapes of Yb, Xb, Wb and Bb, in this order: four pairs."""
    ### BEGIN SOLUTION
    return (batch, outputs), (batch, inputs), (inputs, outputs), (1, outputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "twin_shapes_examples", "grade": true}
np.testing.assert_array_equal(twin_shapes(1, 2, 2), [(1, 2), (1, 2), (2, 2), (1, 2)])

# %% [markdown]
# ### The update
#
# One step against the gradient makes the error smaller:
#
# $$W \leftarrow W - \alpha\,W_b \qquad B \leftarrow B - \alpha\,B_b$$
#
# By hand, with $\alpha = 0.01$: $W_{0,0} = 3 - 0.01 \cdot (-16) = 3.16$.


# %% nbgrader={"grade_id": "update", "solution": true} rows=["s4-update"]
def update(W, B, Wb, Bb, lr):
    """W and B after one step with the learning rate lr; the arrays that come in stay as they are."""
    ### BEGIN SOLUTION
    return W - lr * Wb, B - lr * Bb
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
Wb, Bb = np.array([[-16.0, 120.0], [-24.0, 180.0]]), np.array([[-8.0, 60.0]])
W, B = update(W0.astype(float), B0.astype(float), Wb, Bb, 0.01)
np.testing.assert_allclose(W, [[3.160, 3.800], [4.240, 4.200]], rtol=1e-5, err_msg="the new W")
np.testing.assert_allclose(B, [[1.080, 1.400]], rtol=1e-5, err_msg="the new B")


# %% nbgrader={"grade_id": "one_step", "locked": true} demo=true
@picture
def one_step():
    """The outputs before and after one step, and the targets."""
    stepped = update(W0.astype(float), B0.astype(float), Wb, Bb, 0.01)
    outputs = {"before": forward(X, W0, B0)[0], "after one step": forward(X, *stepped)[0], "target": T[0]}
    figure, axes = plt.subplots(figsize=(5.4, 3.2))
    for place, ((name, values), color) in enumerate(zip(outputs.items(), (LIGHT, MIDDLE, DARK), strict=True)):
        axes.bar(np.arange(2) + 0.27 * (place - 1), values, 0.25, color=color, label=name)
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set_xticks([0, 1], ["first output", "second output"])
    axes.legend(fontsize=10)
    told = "; ".join(f"{name} {values[0]:.2f} and {values[1]:.2f}" for name, values in outputs.items())
    return figure, f"The two outputs: {told}."


# %% [markdown]
# Both outputs have moved towards their targets, the second one farther: its error was larger.

# %% [markdown]
# ## 4. Training
#
# ### Two epochs, as a script
#
# One epoch (에폭): forward, the error's derivative, the gradients, the update. Write it as a flat script; use your
# functions if you like. Take `X`, `T`, `lr` and `epochs` from above and do not set them again: the script is graded with
# other numbers too. After the loop `Y` holds the outputs *before* the last update.

# %% nbgrader={"grade_id": "training_script", "solution": true} rows=["s4-411-numpy"]
# Train the layer for `epochs` epochs with the mean squared error, starting from W0 and B0.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    ### BEGIN SOLUTION
    Y = X @ W + B
    Yb = 2 * (Y - T) / Y.size
    Wb = X.T @ Yb
    Bb = Yb.sum(axis=0, keepdims=True)
    W = W - lr * Wb
    B = B - lr * Bb
    ### END SOLUTION

# %% nbgrader={"grade_id": "training_script_examples", "grade": true}
print("Y =", Y, "\nW =\n", W, "\nB =", B)
np.testing.assert_allclose(Y, [[20.120, 21.600]], atol=0.0006, err_msg="Y in the second epoch")
np.testing.assert_allclose(W, [[3.298, 2.768], [4.446, 2.652]], atol=0.0006, err_msg="W after two epochs")
np.testing.assert_allclose(B, [[1.149, 0.884]], atol=0.0006, err_msg="B after two epochs")

# %% [markdown]
# ### Any layer, any number of epochs
#
# The book goes on with layers of three inputs and three outputs, two inputs and one output, one input and one output,
# each for 200 epochs. Write `train` for any of them.


# %% nbgrader={"grade_id": "train", "solution": true} rows=["s4-411-x20", "s4-411-x200", "s4-412-numpy", "s4-413-numpy", "s4-414-numpy"]
def train(X, T, W, B, lr, epochs):
    """Train a dense layer with the mean squared error for `epochs` epochs; the arrays that come in stay as they are.

    Returns Y, the outputs (batch, outputs) before the last update, and the trained W and B.
    """
    for _ in range(epochs):
        ### BEGIN SOLUTION
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
        ### END SOLUTION
    return Y, W, B


# %% nbgrader={"grade_id": "train_examples", "grade": true}
# The layers of the book, and what it prints after 200 epochs.
LAYERS = {
    "411": ([[2, 3]], [[27, -30]], [[3, 5], [4, 6]], [[1, 2]]),
    "412": ([[2, 3, 4]], [[27, -30, 179]], [[3, 5, 8], [4, 6, 9], [5, 7, 10]], [[1, 2, 3]]),
    "413": ([[2, 3]], [[27]], [[3], [4]], [[1]]),
    "414": ([[2]], [[10]], [[3]], [[1]]),
}
PRINTED = {
    "411": ([[27, -30]], [[4.143, -3.571], [5.714, -6.857]], [[1.571, -2.286]]),
    "412": (
        [[27, -30, 179]],
        [[2.2, -0.867, 14.2], [2.8, -2.8, 18.3], [3.4, -4.733, 22.4]],
        [[0.6, -0.933, 6.1]],
    ),
    "413": ([[27]], [[4.143], [5.714]], [[1.571]]),
    "414": ([[10]], [[4.2]], [[1.6]]),
}
for name, layer in LAYERS.items():
    trained = train(*map(np.array, layer), 0.01, 200)
    for what, found, printed in zip(["Y", "W", "B"], trained, PRINTED[name], strict=True):
        np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{what} of the layer {name}")
Y, W, B = train(X, T, W0.astype(float), B0.astype(float), 0.01, 20)
print("after 20 epochs: Y =", Y, "\nW =\n", W, "\nB =", B)

# %% [markdown]
# How fast does the error fall? For a single row every step multiplies $Y - T$ by the same factor,
# $1 - 2\,\alpha\,(|X|^2 + 1)/n$. By hand, for the book's first layer: $|X|^2 = 2^2 + 3^2 = 13$, so the factor is
# $1 - 2 \cdot 0.01 \cdot 14 / 2 = 0.86$. After 20 epochs a twentieth of $Y - T$ is left, after 200 nothing that can be
# printed. $E$ is a square, so each step multiplies it by $0.86^2 = 0.74$. The next picture lays this beside your `train`.


# %% nbgrader={"grade_id": "error_over_epochs", "locked": true} demo=true
@picture
def error_over_epochs():
    """The error of the book's first layer over the epochs, and the error multiplied by 0.86 squared in each."""
    W, B, errors = W0.astype(float), B0.astype(float), []
    for _ in range(41):
        Y, W, B = train(X, T, W, B, lr, 1)
        errors.append(np.mean((Y - T) ** 2))
    epochs_drawn = np.arange(41)
    figure, axes = plt.subplots(figsize=(5.4, 4))
    axes.semilogy(epochs_drawn, errors, color=LIGHT, linewidth=6, label="E of your train")
    axes.semilogy(epochs_drawn, 1832 * 0.86 ** (2 * epochs_drawn), "--", color="black", label="1832 · 0.74 per epoch")
    axes.set_xlabel("epochs")
    axes.set_ylabel("error E, each line 10 times less")
    axes.grid(axis="y", color="#dddddd")
    axes.legend()
    ratio = (errors[40] / errors[0]) ** (1 / 80)
    told = f"E is {errors[0]:.0f} at first, {errors[20]:.2f} after 20 epochs and {errors[40]:.4f} after 40"
    return figure, f"{told}: in each epoch Y - T is multiplied by {ratio:.4f}."


# %% [markdown]
# ### Forty rows
#
# One row can be hit exactly. Data are not like that: there are many rows, each a little off. Here are forty rows with one
# input and two outputs. Behind them are two lines, $2x + 1$ and $-3x + 0.5$. Your `train` does not know this. It sees the
# rows only, and takes the mean over all of them in each step.


# %% nbgrader={"grade_id": "forty_rows", "locked": true} demo=true
@picture
def forty_rows():
    """Forty noisy rows, and the lines of the layer before training, after 10 and after 300 epochs."""
    generator = np.random.default_rng(40)
    rows = generator.uniform(-1, 1, size=(40, 1))
    targets = rows @ np.array([[2.0, -3.0]]) + [1.0, 0.5] + 0.3 * generator.normal(size=(40, 2))
    ends = np.array([[-1.0], [1.0]])
    figure, plots = plt.subplots(1, 2, figsize=(5.8, 4), sharey=True)
    for count, style, color in ((0, ":", "black"), (10, "--", DARK), (300, "-", MIDDLE)):
        W, B = np.zeros((1, 2)), np.zeros((1, 2))
        if count:
            _, W, B = train(rows, targets, W, B, 0.1, count)
        for output, axes in enumerate(plots):
            axes.plot(
                ends[:, 0], forward(ends, W, B)[:, output], style, color=color, linewidth=2.5, label=f"{count} epochs"
            )
    for output, axes in enumerate(plots):
        axes.plot(rows[:, 0], targets[:, output], "o", color=LIGHT, markersize=4, zorder=0)
        axes.set_xlabel("x")
        axes.set_title(f"W {W[0, output]:.2f}, B {B[0, output]:.2f}")
    plots[0].set_ylabel("the two outputs")
    plots[1].legend(fontsize=9)
    found = " and ".join(f"{W[0, output]:.2f} x + {B[0, output]:.2f}" for output in (0, 1))
    print("found:", found)
    return figure, f"Points and the lines of the layer before training, after 10 and 300 epochs; the last are {found}."


# %% [markdown]
# ## 5. The same in TensorFlow
#
# A `tf.keras.Sequential` model with one `Dense` layer is the same layer. Three things to know:
#
# - Keras keeps a bias as a vector, shape (outputs,): take the row out of `B` before `set_weights([W, B[0]])`.
# - A model has weights only once it knows its inputs: begin with `tf.keras.Input(shape=(inputs,))`.
# - `predict` and `fit` are made for large data. For a single row they are slow, since each call prepares the data
#   and a loop over them. `model(X)` and `model.train_on_batch(X, T)` compute the same. Call `.numpy()` on what
#   `model(X)` returns.

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf


# %% nbgrader={"grade_id": "keras_forward", "solution": true} rows=["s4-411-keras"]
def keras_forward(X, W, B):
    """The outputs of a Keras model with one linear dense layer of these weights, as a NumPy array (batch, outputs).

    B is (1, outputs), as in NumPy.
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy()
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_forward_examples", "grade": true}
np.testing.assert_allclose(keras_forward(X.astype(float), W0.astype(float), B0.astype(float)), [[19, 30]], rtol=1e-5)

# %% [markdown]
# To train it, compile the model with plain gradient descent, `tf.keras.optimizers.SGD(learning_rate=lr)`, and
# `tf.keras.losses.MeanSquaredError()`. One epoch is one step on the whole batch. `Y` holds the outputs before the last
# update again.


# %% nbgrader={"grade_id": "keras_train", "solution": true} rows=["s4-411-keras", "s4-411-x20", "s4-411-x200", "s4-412-keras", "s4-413-keras", "s4-414-keras"]
def keras_train(X, T, W, B, lr, epochs):
    """Train a Keras model with one linear dense layer for `epochs` epochs on the whole batch.

    Returns Y, the outputs (batch, outputs) before the last update, then the trained W, (inputs, outputs), and B as
    Keras keeps it, (outputs,).
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    return Y, *model.get_weights()
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_train_examples", "grade": true}
for name, layer in LAYERS.items():
    trained = keras_train(*map(np.array, layer), 0.01, 200)
    Y, W, B = PRINTED[name]
    for what, found, printed in zip(["Y", "W", "B"], trained, [Y, W, B[0]], strict=True):
        np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{what} of the layer {name}")

# %% [markdown]
# ### What `fit` costs
#
# All three ways make the same steps. How long does one epoch take on this computer, with the single row of the book? The
# next cell asks `fit`, `train_on_batch` and your `train` for a few epochs each.


# %% nbgrader={"grade_id": "cost_of_fit", "locked": true} demo=true
@picture
def cost_of_fit():
    """Milliseconds for one epoch of a single row: fit, train_on_batch, and train in NumPy."""
    import time

    model = tf.keras.Sequential([tf.keras.layers.Dense(2)])
    model.compile("sgd", "mse")
    row, target = X.astype("float32"), T.astype("float32")
    ways = {
        "fit": lambda: model.fit(row, target, verbose=0),
        "train_on_batch": lambda: model.train_on_batch(row, target),
        "your train": lambda: train(X, T, W0.astype(float), B0.astype(float), lr, 1),
    }
    costs = {}
    for name, epoch in ways.items():
        epoch()  # the first call also builds
        began = time.perf_counter()
        for _ in range(5):
            epoch()
        costs[name] = (time.perf_counter() - began) / 5 * 1000
    figure, axes = plt.subplots(figsize=(5.4, 2.8))
    axes.barh(list(costs), list(costs.values()), color=[DARK, MIDDLE, LIGHT])
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds for one epoch")
    axes.invert_yaxis()
    return figure, f"Milliseconds for one epoch: {', '.join(f'{name} {cost:.3f}' for name, cost in costs.items())}."


# %% [markdown]
# Each bar's tick is ten times the one before. With one row nearly all of it is preparation, not arithmetic. With a
# million rows the preparation does not matter, and `fit` is the right choice.
#
# ## What to take with you
#
# - Forward $Y = X W + B$; back through the transposes. Each matrix has a twin of the same shape.
# - The mean is over rows *and* outputs.
# - One row: the error shrinks by a fixed factor. Many rows: the layer finds what is common to all of them.
#
# <details>
# <summary>If you read the book</summary>
#
# The book is "TensorFlow 내부 동작" (how TensorFlow works inside), a text of the course with small programs; its programs
# 411 to 414 are the layers of this notebook. It calls half the sum "MSE", too; it is no mean. It says that both errors
# lead to results that are "not very different"; for $n$ outputs the steps differ by the factor that you computed. It
# trains on one row, so it divides by `Y.shape[1]` and writes `1 * Yb` for $B_b$. It writes
# `Dense(2, input_shape=(2,))`, and today's Keras answers that with a warning.
#
# </details>
