# %% [markdown]
# # A hidden layer and activations: NumPy against TensorFlow
#
# At the end of this notebook your own functions read handwritten digits (손글씨 숫자). They get about nineteen of twenty
# right that they have never seen, and no library does the work. The network (신경망) that learns this has one hidden layer
# (은닉층): two dense layers in a row. You compute its forward pass (순전파). You carry the error back through both layers
# (역전파) and train them. You test your own gradients (기울기), and you see TensorFlow arrive at the same numbers.
#
# First everything is small. The course's book works out an example with two inputs, two hidden nodes and two outputs, and
# it prints what comes out. Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell
# with the numbers of the book; it tells you whether yours agree. Your work is then graded by hidden checks with other
# numbers, other sizes and other batches. So write each function for any number of rows and nodes, from
# one on, and for whole numbers too.
#
# Only part 5 is TensorFlow. All other parts are to be derived by hand: TensorFlow cannot be used there.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

np.set_printoptions(formatter={"float_kind": lambda x: f"{x:6.3f}"})

# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
import matplotlib.pyplot as plt

DARK, MIDDLE, LIGHT = "#08306b", "#d95f02", "#8c8c8c"


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
np.testing.assert_allclose(H, [[0.3775, 0.3925]], rtol=1e-5, err_msg="H, the hidden layer")
np.testing.assert_allclose(O, [[0.928, 1.005]], atol=0.0006, err_msg="O, the outputs")

# %% [markdown]
# Somebody copied these numbers by hand and wrote $W_O[1, 1] = 0.66$. Above it is $0.55$. Only one of the two gives the
# printed output $O = [0.928\ \ 1.005]$.

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
# With a single row $N n$ is just the number of outputs. For a batch that is not enough: the gradient would be $N$ times
# too large. By hand, for the first output of the book: $2 \cdot (0.927625 - 0.01) / 2 = 0.917625$.


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
    hidden_delta(np.array([[0.917625, 0.014625]]), WO0), [[0.3743625, 0.420975]], rtol=1e-5, err_msg="the hidden errors"
)

# %% [markdown]
# ### The gradients
#
# A weight moves an output by as much as its input is large; a bias moves it by 1. Summed over the rows of the batch:
#
# $$W_{Hb} = I^T H_b \qquad B_{Hb} = \sum_{rows} H_b \qquad W_{Ob} = H^T O_b \qquad B_{Ob} = \sum_{rows} O_b$$
#
# Each gradient has the shape of what it belongs to: `BHb` is (1, hidden) like `BH`. With a single row the sum changes
# nothing, but a batch has many rows.


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
np.testing.assert_allclose(
    WHb, [[0.018718, 0.021049], [0.037436, 0.042098]], atol=1e-6, err_msg="WHb, for the hidden weights"
)
np.testing.assert_allclose(BHb, [[0.3743625, 0.420975]], rtol=1e-5, err_msg="BHb, for the hidden biases")
np.testing.assert_allclose(
    WOb, [[0.346403, 0.005521], [0.360168, 0.005740]], atol=1e-6, err_msg="WOb, for the output weights"
)
np.testing.assert_allclose(BOb, [[0.917625, 0.014625]], rtol=1e-5, err_msg="BOb, for the output biases")

# %% [markdown]
# What do these numbers say? Move *one* weight or bias and keep all others. The error follows a curve. Your gradient is
# the slope of this curve where the weight is now. The next picture draws four such curves with your `forward`, and a
# line through the point with the slope that your `gradients` gave.


# %% nbgrader={"grade_id": "slopes_of_the_error", "locked": true} demo=true
@picture
def slopes_of_the_error():
    """The error over one weight or bias of each kind, and the line with the slope of its gradient."""
    slopes = gradients(
        I, np.array([[0.3775, 0.3925]]), np.array([[0.917625, 0.014625]]), np.array([[0.3743625, 0.420975]])
    )
    figure, plots = plt.subplots(2, 2, figsize=(5.4, 5), sharey=True)
    moves, told = np.linspace(-1.5, 1.5, 61), []
    for position, (axes, name) in enumerate(zip(plots.flat, ["WH", "BH", "WO", "BO"], strict=True)):
        errors = []
        for move in moves:
            moved = [WH0.copy(), BH0.copy(), WO0.copy(), BO0.copy()]
            moved[position][0, 0] += move
            errors.append(np.mean((forward(I, *moved)[1] - T) ** 2))
        slope = np.asarray(slopes[position])[0, 0]
        axes.plot(moves, errors, color=DARK, linewidth=2)
        axes.plot(moves, errors[30] + slope * moves, "--", color=MIDDLE, linewidth=2)
        axes.plot([0], [errors[30]], "o", color="black")
        axes.set_title(f"{name}[0, 0]: {slope:.3f}")
        told.append(f"{name} {slope:.3f}")
    figure.supxlabel("moved by")
    figure.supylabel("error E")
    plots[0, 0].set_ylim(-0.2, 2.5)
    return figure, f"The error over one number of each kind; the dashed lines have the slopes {', '.join(told)}."


# %% [markdown]
# Each dashed line touches its curve. The output bias is felt most. The hidden weight is hardly felt at all: its input is only
# $0.05$.

# %% [markdown]
# ### Two epochs, as a script
#
# One epoch (에폭): forward, backward, and one step against each gradient, $W \leftarrow W - \alpha\,W_b$. Compute all
# gradients before any weight changes: $H_b$ needs the $W_O$ that made the outputs. Use your functions. After the loop `O`
# holds the outputs *before* the last update; the book prints those.
#
# Take `I`, `T`, `WH0`, `BH0`, `WO0`, `BO0`, `lr` and `epochs` from above and do not set them again: the script is graded
# with other numbers, sizes and epochs too.

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


# %% nbgrader={"grade_id": "two_epochs", "locked": true} demo=true
@picture
def two_epochs():
    """The outputs before training and after two epochs, and the targets."""
    outputs = {"before": forward(I, WH0, BH0, WO0, BO0)[1][0], "after": forward(I, WH, BH, WO, BO)[1][0]}
    figure, axes = plt.subplots(figsize=(5.4, 3))
    axes.bar([-0.27, 0.73], outputs["before"], 0.25, color=LIGHT, label="before")
    axes.bar([0, 1], outputs["after"], 0.25, color=MIDDLE, label="after two epochs")
    axes.bar([0.27, 1.27], T[0], 0.25, color=DARK, label="target")
    axes.set_xticks([0, 1], ["first output", "second output"])
    axes.set_ylim(0, 1.5)
    axes.legend(loc="upper center", ncol=3, fontsize=10, columnspacing=1, handlelength=1)
    told = "; ".join(f"{when} {O[0]:.3f} and {O[1]:.3f}" for when, O in outputs.items())
    return figure, f"The two outputs: {told}; the targets are {T[0, 0]} and {T[0, 1]}."


# %% [markdown]
# The first output has made a small step of the long way to its target. In part 3 it goes on.

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


# %% nbgrader={"grade_id": "bends_and_slopes", "locked": true} demo=true
@picture
def bends_and_slopes():
    """The three activations, and the slopes by which they multiply an error of 1."""
    x = np.linspace(-4, 4, 161)
    figure, plots = plt.subplots(2, 1, figsize=(5, 6), sharex=True)
    for name, bend, back, color, style in (
        ("sigmoid", sigmoid, sigmoid_backward, DARK, "-"),
        ("tanh", np.tanh, tanh_backward, MIDDLE, "--"),
        ("ReLU", relu, relu_backward, "black", ":"),
    ):
        plots[0].plot(x, bend(x), style, color=color, linewidth=2, label=name)
        plots[1].plot(x, back(np.ones(x.shape), np.asarray(bend(x))), style, color=color, linewidth=2, label=name)
    plots[0].set_ylim(-1.2, 2.2)
    plots[0].set_ylabel("activation")
    plots[1].set_ylabel("slope")
    plots[1].set_xlabel("x")
    plots[0].legend()
    middle = np.array([0.5])
    largest = sigmoid_backward(np.ones(1), middle)[0], tanh_backward(np.ones(1), middle - 0.5)[0]
    told = f"The slope of the sigmoid is at most {largest[0]:g}, that of tanh at most {largest[1]:g}, both at x = 0."
    return figure, f"Three activations above, their slopes below. {told} Far from 0 both are nearly 0."


# %% [markdown]
# Where a slope is nearly 0, hardly any error comes back. The sigmoid keeps at most a quarter of it.

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
        return np.asarray(sigmoid(x))
    if activation == "relu":
        return np.asarray(relu(x))
    return np.tanh(x) if activation == "tanh" else x


def activate_backward(Ob, O, activation):
    """Carry the error Ob back through the activation whose output was O."""
    if activation == "sigmoid":
        return np.asarray(sigmoid_backward(Ob, O))
    if activation == "tanh":
        return np.asarray(tanh_backward(Ob, O))
    return np.asarray(relu_backward(Ob, O)) if activation == "relu" else Ob


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


# %% nbgrader={"grade_id": "loss_curves", "locked": true} demo=true
@picture
def loss_curves():
    """The error of the book's network over 200 epochs, with each activation."""
    figure, axes = plt.subplots(figsize=(5.4, 4))
    told = []
    for activation, color, style in (
        ("linear", LIGHT, "-"),
        ("relu", "black", ":"),
        ("tanh", MIDDLE, "--"),
        ("sigmoid", DARK, "-."),
    ):
        parameters, errors = (WH0, BH0, WO0, BO0), []
        for _ in range(40):
            O, *parameters = map(np.asarray, train(I, T, *parameters, lr, 5, activation))
            errors.append(np.mean((O - T) ** 2))
        width = 6 if activation == "linear" else 2.5
        axes.plot(range(5, 201, 5), errors, style, color=color, linewidth=width, label=activation)
        told.append(f"{activation} {errors[-1]:.4f}")
    axes.set_xlabel("epochs")
    axes.set_ylabel("error E")
    axes.set_ylim(0, 0.5)
    axes.legend(ncol=2)
    return figure, f"The error falls from epoch to epoch. After 200 epochs it is: {', '.join(told)}."


# %% [markdown]
# The sigmoid learns most slowly: both of its slopes are at most a quarter. The ReLU network and the linear one lie on
# each other. They end at the same weights, to every digit.
#
# **Why are these two the same?** a) ReLU and the identity have the same slope everywhere. b) The learning rate is so
# small that the activation cannot matter. c) Every pre-activation stays above 0 in all 200 epochs, and there ReLU changes nothing. d) The mean
# squared error does not depend on the activation.

# %% nbgrader={"grade_id": "why_relu_is_linear", "solution": true} rows=["s4-416-relu-is-linear"]
# Answer with one letter, for instance: why_relu_is_linear = "a"
### BEGIN SOLUTION
why_relu_is_linear = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "why_relu_is_linear_examples", "grade": true}
assert str(why_relu_is_linear).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 4. A test of your own
#
# The book's numbers agree. But do they find every mistake? A single row hides a missing sum over the rows, and your next
# network will be in no book. So build a test that needs no printed numbers. It measures the slope (수치 미분). Take one
# weight, move it up by $h$ and down by $h$, and look at the error both times:
#
# $$\frac{\partial E}{\partial w} \approx \frac{E(w + h) - E(w - h)}{2h}$$
#
# $E$ is the mean squared error of part 1, over all entries. No derivative is used, only the forward pass with its
# activations. Do this for each entry of `WH`. All other entries stay where they are while one is moved.
#
# By hand, for one input 1, one hidden node, one output, no biases, no activation, the target 0 and $W_O = 1$: the error
# is $E(w) = w^2$. At $w = 2$ with $h = 0.5$ it is $(6.25 - 2.25) / 1 = 4$. With the upper side alone it would be
# $(6.25 - 4) / 0.5 = 4.5$.


# %% nbgrader={"grade_id": "numeric_gradient", "solution": true}
def numeric_gradient(I, T, WH, BH, WO, BO, activation, h):
    """The measured slope of the mean squared error for each entry of WH, with the step h up and down.

    I is (batch, inputs), T is (batch, outputs); both layers have the same activation, as in train.
    Returns (inputs, hidden), like WH. WH, floats, stays as it is: move entries of a copy.
    """
    ### BEGIN SOLUTION
    slopes = []
    for move in h * np.eye(WH.size).reshape(-1, *WH.shape):  # (inputs, hidden), one entry of which is h
        errors = []
        for moved in (WH + move, WH - move):
            H = activate(I @ moved + BH, activation)  # (batch, hidden)
            errors.append(np.mean((activate(H @ WO + BO, activation) - T) ** 2))
        slopes.append((errors[0] - errors[1]) / (2 * h))
    return np.reshape(slopes, WH.shape)
    ### END SOLUTION


# %% nbgrader={"grade_id": "numeric_gradient_examples", "grade": true}
one, nothing = np.array([[1.0]]), np.array([[0.0]])
np.testing.assert_allclose(
    numeric_gradient(one, nothing, np.array([[2.0]]), nothing, one, nothing, "linear", 0.5),
    [[4.0]],
    rtol=1e-4,
    err_msg="by hand",
)
np.testing.assert_allclose(
    numeric_gradient(I, T, WH0, BH0, WO0, BO0, "linear", 0.1),
    [[0.018718, 0.021049], [0.037436, 0.042098]],
    atol=1e-5,
    err_msg="the book's WHb of part 1",
)

# %% [markdown]
# Now test your `train`. One epoch with the learning rate 1 moves `WH` by exactly its gradient. So the difference of `WH`
# before and after is the gradient that you *derived*, and `numeric_gradient` *measures* it. The network of this test has
# four rows and unequal sizes. If all is right, every point lies on the line.


# %% nbgrader={"grade_id": "gradient_test", "locked": true} demo=true
@picture
def gradient_test():
    """Derived over measured gradients of the hidden weights, for four activations."""
    generator = np.random.default_rng(4)
    inputs, targets = generator.normal(size=(4, 3)), generator.normal(size=(4, 2))
    parameters = [generator.normal(size=shape) for shape in [(3, 5), (1, 5), (5, 2), (1, 2)]]
    figure, axes = plt.subplots(figsize=(5, 4.4))
    told = []
    for activation, color, marker in (
        ("linear", LIGHT, "s"),
        ("relu", "black", "x"),
        ("tanh", MIDDLE, "^"),
        ("sigmoid", DARK, "o"),
    ):
        measured = np.asarray(numeric_gradient(inputs, targets, *parameters, activation, 1e-4))
        derived = parameters[0] - np.asarray(train(inputs, targets, *parameters, 1.0, 1, activation)[1])
        scale = np.abs(measured).max()
        axes.plot(
            measured.ravel() / scale, derived.ravel() / scale, marker, color=color, label=activation, markersize=7
        )
        told.append(f"{activation} {np.abs(derived - measured).max():.0e}")
    axes.plot([-1, 1], [-1, 1], color=LIGHT, linewidth=1, zorder=0)
    axes.set_xlabel("measured, the largest is 1")
    axes.set_ylabel("derived")
    axes.legend()
    return figure, f"Each point is a weight. The largest differences of derived and measured: {', '.join(told)}."


# %% [markdown]
# ## 5. The same in TensorFlow
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

# %% [markdown]
# Two programs, one result: what Keras does in `fit` is what you wrote in `train`.
#
# ## 6. Your network reads digits
#
# Now the same functions get real data. The file `digits.csv` has 1000 handwritten digits of the UCI Machine Learning
# Repository (Alpaydin and Kaynak, 1998; CC BY 4.0). Each is an image of $8 \cdot 8$ pixels. So the network has 64
# inputs. It has 20 hidden nodes, and 10 outputs, one for each digit. The target of a digit is 1 at its own output and 0
# at the nine others.


# %% nbgrader={"grade_id": "digits_shown", "locked": true} demo=true
@picture
def digits_shown():
    """The first ten digits of the file."""
    digits = np.loadtxt("digits.csv", delimiter=",", comments="#")[:10]
    figure, plots = plt.subplots(2, 5, figsize=(5, 2.6))
    for axes, row in zip(plots.flat, digits, strict=True):
        axes.imshow(row[:64].reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{row[64]:.0f}")
        axes.set_axis_off()
    return figure, "The first ten images of the file, 8 times 8 pixels each, with the digits 0 to 9 in this order."


# %% [markdown]
# Which digit does the network read? That of the largest output of the row. By hand, for a row with the outputs
# $O = [0.1\ \ 0.7\ \ 0.2]$: the second one is the largest, so the answer is 1, as digits are counted from 0.


# %% nbgrader={"grade_id": "predict", "solution": true}
def predict(I, WH, BH, WO, BO, activation):
    """The digit that the network reads in each row of I: the number of the row's largest output.

    I is (batch, inputs); both layers have the same activation, as in train. Returns whole numbers, (batch,).
    """
    ### BEGIN SOLUTION
    H = activate(I @ WH + BH, activation)  # (batch, hidden)
    O = activate(H @ WO + BO, activation)  # (batch, outputs)
    return np.argmax(O, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "predict_examples", "grade": true}
np.testing.assert_array_equal(
    predict(
        np.array([[1.0, 0.0], [0.0, 1.0]]),
        np.array([[1.0, 0.0], [0.0, 1.0]]),
        np.array([[0.0, 0.0]]),
        np.array([[0.1, 0.7, 0.2], [0.3, 0.2, 0.9]]),
        np.array([[0.0, 0.0, 0.0]]),
        "linear",
    ),
    [1, 2],
    err_msg="two rows, with the outputs (0.1, 0.7, 0.2) and (0.3, 0.2, 0.9)",
)

# %% [markdown]
# Your `train` learns from the first 800 digits in 400 epochs, and your `predict` reads the other 200. The network has
# never seen those. A guess would be right one time in ten. Before you run the cell: how many of 200 do you expect?
#
# The learning rate is 20 here, not 0.01. The error is a mean over $800 \cdot 10$ entries, and nine of ten targets are 0.
# So each gradient is small.


# %% nbgrader={"grade_id": "digits_read", "locked": true} demo=true
@picture
def digits_read():
    """The error while the network learns digits, and the new digits that it reads wrong."""
    digits = np.loadtxt("digits.csv", delimiter=",", comments="#")
    images, labels = digits[:, :64] / 16, digits[:, 64].astype(int)
    targets = np.eye(10)[labels]  # (1000, 10)
    generator = np.random.default_rng(1)
    parameters = (
        generator.normal(size=(64, 20)) / 8,
        np.zeros((1, 20)),
        generator.normal(size=(20, 10)) / 4,
        np.zeros((1, 10)),
    )
    errors = []
    for _ in range(40):
        O, *parameters = map(np.asarray, train(images[:800], targets[:800], *parameters, 20.0, 10, "sigmoid"))
        errors.append(np.mean((O - targets[:800]) ** 2))
    answers = np.asarray(predict(images[800:], *parameters, "sigmoid"))
    wrong = np.flatnonzero(answers != labels[800:])
    accuracy = np.mean(answers == labels[800:])
    print(f"{accuracy:.1%} of the 200 new digits are read right; {len(wrong)} are read wrong")

    figure = plt.figure(figsize=(5.4, 7))
    axes = figure.add_subplot(2, 1, 1)
    axes.plot(range(10, 401, 10), errors, color=DARK, linewidth=2)
    axes.set_title(f"{accuracy:.1%} of 200 new digits read right")
    axes.set_xlabel("epochs")
    axes.set_ylabel("error E")
    axes.set_ylim(0, None)
    for place, row in enumerate(wrong[:10]):
        axes = figure.add_subplot(4, 5, 11 + place)
        axes.imshow(images[800 + row].reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{labels[800 + row]}, read {answers[row]}", fontsize=10)
        axes.set_axis_off()
    told = ", ".join(f"{labels[800 + row]} as {answers[row]}" for row in wrong[:10])
    return figure, f"Above the error over 400 epochs. Below new digits that are read wrong: {told}."


# %% [markdown]
# Look at the mistakes. One digit is hard for this network: which one? Which images would you have read right yourself?
# Then change something in a cell of your own: 5 hidden nodes, 40 hidden nodes, `"tanh"`, a learning rate of 1, or 4000
# epochs.
#
# ## What to take with you
#
# - Backward is forward in the other order: each layer passes the error on through its own weights, transposed.
# - All gradients first, then all updates.
# - A gradient can be measured. A test with several rows and unequal sizes finds what one example hides.
# - The same lines that move a network of two nodes read digits.
#
# <details>
# <summary>If you read the book</summary>
#
# The book is "TensorFlow 내부 동작" (how TensorFlow works inside), a text of the course with small programs; its programs
# 415 and 416 are the example of this notebook. It trains with one row at a time. So it divides by `O.shape[1]`, and it
# writes `BHb = 1 * Hb` without a sum. The picture of its matrices and its program have two values for
# $W_O[1, 1]$: this was the question in part 1.
#
# </details>
