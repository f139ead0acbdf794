# %% [markdown]
# # A hidden layer and activations: NumPy against TensorFlow
#
# A network (신경망) with one hidden layer (은닉층) is two dense layers in a row. In this notebook you compute its
# forward pass (순전파), carry the error back through both layers by hand (역전파), train it, and see TensorFlow arrive
# at the same numbers.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with the numbers of the
# course's book; it tells you whether these agree. Your work is then graded by hidden checks with other numbers, other
# sizes and other batches, so write each function for any number of rows and nodes.
#
# Parts 1 to 3 are to be derived by hand: TensorFlow cannot be used there. Part 4 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

np.set_printoptions(formatter={"float_kind": lambda x: f"{x:6.3f}"})

# %% [markdown]
# ## 1. Two linear layers
#
# A batch of inputs `I` has one row for each example: its shape is (batch, inputs). The hidden layer has the weights
# `WH` (가중치), shape (inputs, hidden), and the biases `BH` (편향), shape (1, hidden). The output layer has `WO`, shape
# (hidden, outputs), and `BO`, shape (1, outputs). NumPy adds a bias row to every row of the batch.
#
# $$H = I\,W_H + B_H \qquad O = H\,W_O + B_O$$
#
# By hand, for the numbers below: $H_0 = 0.05 \cdot 0.15 + 0.10 \cdot 0.20 + 0.35 = 0.3775$ and
# $H_1 = 0.05 \cdot 0.25 + 0.10 \cdot 0.30 + 0.35 = 0.3925$, so
# $O_0 = 0.3775 \cdot 0.40 + 0.3925 \cdot 0.45 + 0.60 = 0.927625$.

# %% nbgrader={"grade_id": "numbers", "locked": true}
# The numbers of the book: two inputs, two hidden nodes, two outputs, a batch of one.
I = np.array([[0.05, 0.10]])  # (batch, inputs)
T = np.array([[0.01, 0.99]])  # (batch, outputs), the targets
WH0 = np.array([[0.15, 0.25], [0.20, 0.30]])  # (inputs, hidden)
BH0 = np.array([[0.35, 0.35]])  # (1, hidden)
WO0 = np.array([[0.40, 0.50], [0.45, 0.55]])  # (hidden, outputs)
BO0 = np.array([[0.60, 0.60]])  # (1, outputs)
lr = 0.01  # the learning rate (학습률)
epochs = 2


# %% nbgrader={"grade_id": "forward", "solution": true} rows=["s4-415-forward"]
def forward(I, WH, BH, WO, BO):
    """The forward pass of two linear layers.

    I is (batch, inputs); returns H, (batch, hidden), and O, (batch, outputs).
    """
    ### BEGIN SOLUTION
    H = I @ WH + BH  # (batch, hidden)
    O = H @ WO + BO  # (batch, outputs)
    return H, O
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_examples", "grade": true}
H, O = forward(I, WH0, BH0, WO0, BO0)
print("H =", H, " O =", O)
np.testing.assert_allclose(H, [[0.3775, 0.3925]], rtol=1e-5, err_msg="H is I @ WH + BH")
np.testing.assert_allclose(O, [[0.928, 1.005]], atol=0.0006, err_msg="O is H @ WO + BO")

# %% [markdown]
# The picture of the matrices in the book shows another value for one weight, $W_O[1, 1] = 0.66$, than its program,
# which has $0.55$. Only one of them gives the printed output $O = [0.928\ \ 1.005]$.

# %% nbgrader={"grade_id": "wo11", "solution": true} rows=["s4-415-wo66"]
# Which of the two values of WO[1, 1] gives the printed output? Try both with forward.
### BEGIN SOLUTION
wo11 = 0.55
### END SOLUTION

# %% nbgrader={"grade_id": "wo11_examples", "grade": true}
assert wo11 in (0.55, 0.66), "wo11 is one of the two values 0.55 and 0.66"

# %% [markdown]
# ### The error and where it comes in
#
# TensorFlow's mean squared error (평균 제곱 오차) is the mean over *all* entries, over the batch as well as over the
# outputs. With $N$ rows and $n$ output nodes
#
# $$E = \frac{1}{N n} \sum (O - T)^2 \qquad O_b = \frac{\partial E}{\partial O} = \frac{2\,(O - T)}{N n}$$
#
# The book trains with one row at a time, $N = 1$, and writes the divisor `O.shape[1]`. For a batch that is not enough:
# the gradient would be $N$ times too large. By hand, for the first output: $2 \cdot (0.927625 - 0.01) / 2 = 0.917625$.


# %% nbgrader={"grade_id": "output_delta", "solution": true} rows=["s4-415-Ob"]
def output_delta(O, T):
    """The derivative of the mean squared error with respect to the outputs.

    O and T are (batch, outputs); returns Ob, (batch, outputs).
    """
    ### BEGIN SOLUTION
    return 2 * (O - T) / O.size
    ### END SOLUTION


# %% nbgrader={"grade_id": "output_delta_examples", "grade": true}
np.testing.assert_allclose(
    output_delta(np.array([[0.927625, 1.004625]]), T), [[0.917625, 0.014625]], rtol=1e-5, err_msg="for a batch of one"
)
np.testing.assert_allclose(
    output_delta(np.array([[3.0], [5.0]]), np.array([[1.0], [1.0]])),
    [[2.0], [4.0]],
    rtol=1e-5,
    err_msg="for two rows and one output: each entry is divided by 2 * 1",
)

# %% [markdown]
# ### Back through the output layer
#
# Each hidden node reaches every output through one row of $W_O$, so the errors of the outputs come back to it through
# the same weights:
#
# $$H_b = O_b\,W_O^T$$
#
# By hand: $H_{b,0} = 0.917625 \cdot 0.40 + 0.014625 \cdot 0.50 = 0.3743625$.


# %% nbgrader={"grade_id": "hidden_delta", "solution": true} rows=["s4-415-Hb"]
def hidden_delta(Ob, WO):
    """The derivative of the error with respect to the hidden nodes.

    Ob is (batch, outputs), WO is (hidden, outputs); returns Hb, (batch, hidden).
    """
    ### BEGIN SOLUTION
    return Ob @ WO.T  # (batch, hidden)
    ### END SOLUTION


# %% nbgrader={"grade_id": "hidden_delta_examples", "grade": true}
np.testing.assert_allclose(
    hidden_delta(np.array([[0.917625, 0.014625]]), WO0), [[0.3743625, 0.420975]], rtol=1e-5, err_msg="Hb is Ob @ WO.T"
)

# %% [markdown]
# ### The gradients
#
# A weight moves an output by as much as its input is large; a bias moves it by 1. Summed over the rows of the batch:
#
# $$W_{Hb} = I^T H_b \qquad B_{Hb} = \sum_{rows} H_b \qquad W_{Ob} = H^T O_b \qquad B_{Ob} = \sum_{rows} O_b$$
#
# Each gradient has the shape of what it belongs to: `BHb` is (1, hidden) like `BH`. For the single row of the book the
# sum changes nothing, so the book writes `BHb = 1 * Hb`.


# %% nbgrader={"grade_id": "gradients", "solution": true} rows=["s4-415-grads"]
def gradients(I, H, Ob, Hb):
    """The gradients of the error with respect to the four parameters.

    I is (batch, inputs), H and Hb are (batch, hidden), Ob is (batch, outputs).
    Returns WHb (inputs, hidden), BHb (1, hidden), WOb (hidden, outputs), BOb (1, outputs).
    """
    ### BEGIN SOLUTION
    WHb = I.T @ Hb  # (inputs, hidden)
    BHb = Hb.sum(axis=0, keepdims=True)  # (1, hidden)
    WOb = H.T @ Ob  # (hidden, outputs)
    BOb = Ob.sum(axis=0, keepdims=True)  # (1, outputs)
    return WHb, BHb, WOb, BOb
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradients_examples", "grade": true}
WHb, BHb, WOb, BOb = gradients(
    I, np.array([[0.3775, 0.3925]]), np.array([[0.917625, 0.014625]]), np.array([[0.3743625, 0.420975]])
)
np.testing.assert_allclose(WHb, [[0.018718, 0.021049], [0.037436, 0.042098]], atol=1e-6, err_msg="WHb is I.T @ Hb")
np.testing.assert_allclose(BHb, [[0.3743625, 0.420975]], rtol=1e-5, err_msg="BHb is the sum of Hb over the rows")
np.testing.assert_allclose(WOb, [[0.346403, 0.005521], [0.360168, 0.005740]], atol=1e-6, err_msg="WOb is H.T @ Ob")
np.testing.assert_allclose(BOb, [[0.917625, 0.014625]], rtol=1e-5, err_msg="BOb is the sum of Ob over the rows")

# %% [markdown]
# ### Two epochs, as a script
#
# One epoch (에폭): forward, backward, and one step against each gradient, $W \leftarrow W - \alpha\,W_b$. All gradients
# are computed before any weight changes: $H_b$ needs the $W_O$ that made the outputs. Use your functions. After the
# loop `O` holds the outputs *before* the last update, as the book prints them.

# %% nbgrader={"grade_id": "linear_training", "solution": true} rows=["s4-415-numpy"]
# Train the two linear layers for `epochs` epochs, starting from WH0, BH0, WO0, BO0, with the learning rate lr.
WH, BH, WO, BO = WH0.copy(), BH0.copy(), WO0.copy(), BO0.copy()
for epoch in range(epochs):
    ### BEGIN SOLUTION
    H, O = forward(I, WH, BH, WO, BO)
    Ob = output_delta(O, T)
    Hb = hidden_delta(Ob, WO)
    WHb, BHb, WOb, BOb = gradients(I, H, Ob, Hb)
    WH = WH - lr * WHb
    BH = BH - lr * BHb
    WO = WO - lr * WOb
    BO = BO - lr * BOb
    ### END SOLUTION

# %% nbgrader={"grade_id": "linear_training_examples", "grade": true}
print("O =", O, "\nWH =\n", WH, "\nBH =", BH, "\nWO =\n", WO, "\nBO =", BO)
for name, found, printed in [
    ("O", O, [[0.912, 1.000]]),
    ("WH", WH, [[0.150, 0.250], [0.199, 0.299]]),
    ("BH", BH, [[0.343, 0.342]]),
    ("WO", WO, [[0.393, 0.500], [0.443, 0.550]]),
    ("BO", BO, [[0.582, 0.600]]),
]:
    np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{name} after two epochs")

# %% [markdown]
# ## 2. Activations
#
# An activation (활성화 함수) bends what a layer computes. Its backward step multiplies the error that comes in, `Ob`,
# by the slope of the activation. For sigmoid, tanh and ReLU the slope can be told from the *output* `O` alone:
#
# | activation | forward | backward |
# |---|---|---|
# | sigmoid | $\dfrac{1}{1 + e^{-x}}$ | $O_b \cdot O \cdot (1 - O)$ |
# | tanh | $\tanh x$ | $O_b \cdot (1 + O)(1 - O)$ |
# | ReLU | $x$ where $x > 0$, else $0$ | $O_b$ where $O > 0$, else $0$ |
#
# At exactly 0 the ReLU has no slope; like TensorFlow we take 0. By hand, sigmoid at 0: $O = 0.5$, slope $0.25$.


# %% nbgrader={"grade_id": "sigmoid", "solution": true} rows=["s4-416-dsigmoid"]
def sigmoid(x):
    """The sigmoid of every entry of x, an array of any shape; the same shape.

    It is right also far from 0: for x = 800 it is 1, for x = -800 it is 0, though exp(800) is infinite for a computer.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-x))
    ### END SOLUTION


# %% nbgrader={"grade_id": "sigmoid_examples", "grade": true}
np.testing.assert_allclose(sigmoid(np.array([-1.0, 0.0, 2.0])), [0.268941, 0.5, 0.880797], atol=1e-6)
np.testing.assert_allclose(sigmoid(np.array([[-800.0, 800.0]])), [[0, 1]], atol=1e-6, err_msg="far from 0, in a row")


# %% nbgrader={"grade_id": "sigmoid_backward", "solution": true} rows=["s4-416-dsigmoid"]
def sigmoid_backward(Ob, O):
    """Carry the error Ob back through a sigmoid whose output was O; both have one shape, any, as has the result."""
    ### BEGIN SOLUTION
    return Ob * O * (1 - O)
    ### END SOLUTION


# %% nbgrader={"grade_id": "sigmoid_backward_examples", "grade": true}
np.testing.assert_allclose(
    sigmoid_backward(np.array([1.0, 1.0, 3.0]), np.array([0.268941, 0.5, 0.880797])),
    [0.196612, 0.25, 0.314981],
    atol=1e-6,
)


# %% nbgrader={"grade_id": "tanh_backward", "solution": true} rows=["s4-416-dtanh"]
def tanh_backward(Ob, O):
    """Carry the error Ob back through a tanh whose output was O; both have one shape, any, as has the result."""
    ### BEGIN SOLUTION
    return Ob * (1 + O) * (1 - O)
    ### END SOLUTION


# %% nbgrader={"grade_id": "tanh_backward_examples", "grade": true}
np.testing.assert_allclose(
    tanh_backward(np.array([1.0, 1.0, 3.0]), np.tanh(np.array([-1.0, 0.0, 2.0]))),
    [0.419974, 1.0, 0.211952],
    atol=1e-6,
)


# %% nbgrader={"grade_id": "relu", "solution": true} rows=["s4-416-drelu"]
def relu(x):
    """The ReLU of every entry of x, an array of any shape; the same shape."""
    ### BEGIN SOLUTION
    return (x > 0) * x
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu_examples", "grade": true}
np.testing.assert_allclose(relu(np.array([-1.0, 0.0, 2.0])), [0.0, 0.0, 2.0], rtol=1e-5, atol=1e-6)


# %% nbgrader={"grade_id": "relu_backward", "solution": true} rows=["s4-416-drelu"]
def relu_backward(Ob, O):
    """Carry the error Ob back through a ReLU whose output was O; both have one shape, any, as has the result."""
    ### BEGIN SOLUTION
    return Ob * (O > 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu_backward_examples", "grade": true}
np.testing.assert_allclose(
    relu_backward(np.array([5.0, 5.0, 5.0]), np.array([0.0, 0.0, 2.0])), [0.0, 0.0, 5.0], rtol=1e-5, atol=1e-6
)

# %% [markdown]
# ## 3. Training with an activation
#
# Both layers get the same activation. Going back, the error passes the output's activation first, then the output
# layer, then the hidden layer's activation:
#
# $$O_b \rightarrow O_b \cdot f'(O) \rightarrow H_b = O_b W_O^T \rightarrow H_b \cdot f'(H)$$
#
# `activate` and `activate_backward` choose among the functions that you wrote; `"linear"` changes nothing.


# %% nbgrader={"grade_id": "activations", "locked": true}
def activate(x, activation):
    """Apply the activation "linear", "sigmoid", "tanh" or "relu"."""
    if activation == "sigmoid":
        return sigmoid(x)
    if activation == "relu":
        return relu(x)
    return np.tanh(x) if activation == "tanh" else x


def activate_backward(Ob, O, activation):
    """Carry the error Ob back through the activation whose output was O."""
    if activation == "sigmoid":
        return sigmoid_backward(Ob, O)
    if activation == "tanh":
        return tanh_backward(Ob, O)
    return relu_backward(Ob, O) if activation == "relu" else Ob


# %% nbgrader={"grade_id": "train", "solution": true} rows=["s4-416-sigmoid-numpy", "s4-416-tanh-numpy", "s4-416-relu-numpy", "s4-415-x20", "s4-415-x200"]
def train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """Train two layers with the same activation for `epochs` epochs; the arrays that come in stay as they are.

    Returns O, the outputs (batch, outputs) before the last update, and the trained WH, BH, WO, BO.
    """
    for _ in range(epochs):
        ### BEGIN SOLUTION
        H = activate(I @ WH + BH, activation)  # (batch, hidden)
        O = activate(H @ WO + BO, activation)  # (batch, outputs)
        Ob = activate_backward(output_delta(O, T), O, activation)
        Hb = activate_backward(hidden_delta(Ob, WO), H, activation)
        WHb, BHb, WOb, BOb = gradients(I, H, Ob, Hb)
        WH = WH - lr * WHb
        BH = BH - lr * BHb
        WO = WO - lr * WOb
        BO = BO - lr * BOb
        ### END SOLUTION
    return O, WH, BH, WO, BO


# %% nbgrader={"grade_id": "train_examples", "grade": true}
# What the book prints after 20 and 200 epochs.
PRINTED = {
    ("linear", 20): (
        [[0.690, 0.946]], [[0.147, 0.247], [0.194, 0.294]], [[0.293, 0.285]],
        [[0.345, 0.501], [0.393, 0.551]], [[0.442, 0.604]],
    ),
    ("linear", 200): (
        [[0.085, 0.962]], [[0.143, 0.242], [0.186, 0.284]], [[0.213, 0.188]],
        [[0.219, 0.527], [0.268, 0.577]], [[-0.029, 0.704]],
    ),
    ("sigmoid", 200): (
        [[0.649, 0.793]], [[0.149, 0.249], [0.199, 0.298]], [[0.337, 0.334]],
        [[0.230, 0.542], [0.279, 0.592]], [[0.312, 0.670]],
    ),
    ("tanh", 200): (
        [[0.149, 0.802]], [[0.146, 0.245], [0.192, 0.290]], [[0.271, 0.254]],
        [[0.215, 0.553], [0.262, 0.604]], [[0.011, 0.771]],
    ),
    ("relu", 200): (
        [[0.085, 0.962]], [[0.143, 0.242], [0.186, 0.284]], [[0.213, 0.188]],
        [[0.219, 0.527], [0.268, 0.577]], [[-0.029, 0.704]],
    ),
}  # fmt: skip
for (activation, count), printed in PRINTED.items():
    trained = train(I, T, WH0, BH0, WO0, BO0, lr, count, activation)
    for name, found, value in zip(["O", "WH", "BH", "WO", "BO"], trained, printed, strict=True):
        np.testing.assert_allclose(found, value, atol=0.0006, err_msg=f"{name}, {activation}, {count} epochs")

# %% [markdown]
# The last table is the same as the second: with these numbers the ReLU network and the linear one end at the same
# weights, to every digit.
#
# **Why?** a) ReLU and the identity have the same slope everywhere. b) The learning rate is so small that the activation
# cannot matter. c) Every pre-activation stays above 0 in all 200 epochs, and there ReLU changes nothing. d) The mean
# squared error does not depend on the activation.

# %% nbgrader={"grade_id": "why_relu_is_linear", "solution": true} rows=["s4-416-relu-is-linear"]
# Answer with one letter, for instance: why_relu_is_linear = "a"
### BEGIN SOLUTION
why_relu_is_linear = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "why_relu_is_linear_examples", "grade": true}
assert str(why_relu_is_linear).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 4. The same in TensorFlow
#
# A `tf.keras.Sequential` model with two `Dense` layers is the same network. Three things to know:
#
# - Keras keeps a bias as a vector, shape (nodes,): take the row out of `BH` and `BO` before `set_weights`.
# - A model has weights only once it knows its inputs: begin with `tf.keras.Input(shape=(inputs,))`.
# - `predict` and `fit` are made for large data and slow for a single row. `model(I)` and `model.train_on_batch(I, T)`
#   compute the same; call `.numpy()` on what `model(I)` returns.

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf


# %% nbgrader={"grade_id": "keras_forward", "solution": true} rows=["s4-415-keras"]
def keras_forward(I, WH, BH, WO, BO, activation):
    """The outputs of a Keras model with these weights and the same activation in both layers.

    BH is (1, hidden) and BO is (1, outputs), as in NumPy; returns O as a NumPy array, (batch, outputs).
    """
    ### BEGIN SOLUTION
    return keras_model(WH, BH, WO, BO, activation)(I).numpy()


def keras_model(WH, BH, WO, BO, activation):
    """Two dense layers with these weights."""
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation=activation),
            tf.keras.layers.Dense(WO.shape[1], activation=activation),
        ]
    )
    model.layers[0].set_weights([WH, BH[0]])
    model.layers[1].set_weights([WO, BO[0]])
    return model
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_forward_examples", "grade": true}
np.testing.assert_allclose(keras_forward(I, WH0, BH0, WO0, BO0, "linear"), [[0.928, 1.005]], atol=0.0006)

# %% [markdown]
# Training: compile the model with plain gradient descent, `tf.keras.optimizers.SGD(learning_rate=lr)`, and
# `tf.keras.losses.MeanSquaredError()`. One epoch is one step on the whole batch. As in part 1, `O` holds the outputs
# before the last update.


# %% nbgrader={"grade_id": "keras_train", "solution": true} rows=["s4-415-keras", "s4-416-sigmoid-keras", "s4-416-tanh-keras", "s4-416-relu-keras"]
def keras_train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """Train a Keras model with these weights for `epochs` epochs on the whole batch.

    Returns O, the outputs (batch, outputs) before the last update, then the trained WH, BH, WO, BO as Keras keeps
    them: the biases are (hidden,) and (outputs,).
    """
    ### BEGIN SOLUTION
    model = keras_model(WH, BH, WO, BO, activation)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        O = model(I).numpy()
        model.train_on_batch(I, T)
    return O, *model.get_weights()
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_train_examples", "grade": true}
for (activation, count), (O, WH, BH, WO, BO) in PRINTED.items():
    trained = keras_train(I, T, WH0, BH0, WO0, BO0, lr, count, activation)
    for name, found, value in zip(["O", "WH", "BH", "WO", "BO"], trained, [O, WH, BH[0], WO, BO[0]], strict=True):
        np.testing.assert_allclose(found, value, atol=0.0006, err_msg=f"{name}, {activation}, {count} epochs")
