# %% [markdown]
# # One dense layer: NumPy against TensorFlow
#
# A dense layer (완전 연결 층) joins every input to every output. In this notebook you compute its forward pass (순전파),
# its error (오차), carry the error back (역전파), train it by hand, and see TensorFlow arrive at the same numbers.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with the numbers of the
# course's book; it tells you whether these agree. Your work is then graded by hidden checks with other numbers, other
# sizes and other batches, so write each function for any number of rows and nodes.
#
# Parts 1 to 4 are to be derived by hand: TensorFlow cannot be used there. Part 5 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

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
np.testing.assert_allclose(Y, [[19, 30]], rtol=1e-5, err_msg="Y is X @ W + B")

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
# The book trains on one row, $N = 1$, and divides by `Y.shape[1]`; for a batch that is not enough, as Keras takes the
# mean over the rows too. (The book calls the half sum "MSE" as well; it is no mean.) By hand, with $Y = [19\ \ 30]$ and
# $T = [27\ \ {-30}]$: the squares are $64$ and $3600$, and both errors are $1832$, since $n = 2$.


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
# The book says that the two errors lead to results that are "not very different". How different is the *step*? For one
# row and $n$ outputs the second `Yb` is always the same multiple of the first.


# %% nbgrader={"grade_id": "step_ratio", "solution": true} rows=["s4-mse-half-vs-mean"]
def step_ratio(n):
    """How many times as large output_delta is as half_delta, for one row and n output nodes; returns a number."""
    ### BEGIN SOLUTION
    return 2 / n
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_ratio_examples", "grade": true}
np.testing.assert_allclose([step_ratio(2)], [1], rtol=1e-5, err_msg="for the book's first layer the two are the same")

# %% [markdown]
# ## 3. Going back through the layer
#
# A weight moves its output by as much as its input is large, a bias by 1, an input by as much as its weight. Each is
# multiplied with the error that comes back; what several rows or outputs say is added up:
#
# $$W_b = X^T Y_b \qquad B_b = \sum_{rows} Y_b \qquad X_b = Y_b W^T$$
#
# By hand, with $X = [2\ \ 3]$ and $Y_b = [-8\ \ 60]$: the first row of $W_b$ is $2 \cdot [-8\ \ 60] = [-16\ \ 120]$, the
# second $[-24\ \ 180]$; $B_b$ is $[-8\ \ 60]$ (for its single row the book writes `1 * Yb`); and
# $X_{b,0} = -8 \cdot 3 + 60 \cdot 5 = 276$. The error of the inputs, $X_b$, is needed only when another layer stands in
# front.


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
np.testing.assert_allclose(Wb, [[-16, 120], [-24, 180]], rtol=1e-5, err_msg="Wb is X.T @ Yb")
np.testing.assert_allclose(Bb, [[-8, 60]], rtol=1e-5, err_msg="Bb is the sum of Yb over the rows")


# %% nbgrader={"grade_id": "input_delta", "solution": true} rows=["s4-Xb"]
def input_delta(Yb, W):
    """The derivative of the error with respect to the inputs, (batch, inputs)."""
    ### BEGIN SOLUTION
    return Yb @ W.T  # (batch, inputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "input_delta_examples", "grade": true}
np.testing.assert_allclose(input_delta(np.array([[-8.0, 60.0]]), W0), [[276, 328]], rtol=1e-5, err_msg="Xb is Yb @ W.T")

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
np.testing.assert_allclose(W, [[3.160, 3.800], [4.240, 4.200]], rtol=1e-5, err_msg="W - lr * Wb")
np.testing.assert_allclose(B, [[1.080, 1.400]], rtol=1e-5, err_msg="B - lr * Bb")

# %% [markdown]
# ## 4. Training
#
# ### Two epochs, as a script
#
# One epoch (에폭): forward, the error's derivative, the gradients, the update. Write it as the book does, in a flat
# script; use your functions if you like. Take `X`, `T`, `lr` and `epochs` from above and do not set them again: the
# script is graded with other numbers too. After the loop `Y` holds the outputs *before* the last update.

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
# each for 200 epochs. Each step multiplies the error $Y - T$ of the single row by $1 - 2\,\alpha\,(|X|^2 + 1)/n$, which
# is $0.86$ for the first layer: after 20 epochs a twentieth of it is left, after 200 nothing that can be printed.


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
# ## 5. The same in TensorFlow
#
# A `tf.keras.Sequential` model with one `Dense` layer is the same layer. Three things to know:
#
# - Keras keeps a bias as a vector, shape (outputs,): take the row out of `B` before `set_weights([W, B[0]])`.
# - A model has weights only once it knows its inputs: begin with `tf.keras.Input(shape=(inputs,))`. (The book writes
#   `Dense(2, input_shape=(2,))`, which today's Keras answers with a warning.)
# - `predict` and `fit` are made for large data and slow for a single row. `model(X)` and `model.train_on_batch(X, T)`
#   compute the same; call `.numpy()` on what `model(X)` returns.

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
