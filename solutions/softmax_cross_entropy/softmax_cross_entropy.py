# %% [markdown]
# # Softmax output and cross-entropy: a network that reads digits
#
# At the end of this notebook your own network (신경망) reads handwritten digits that it has never seen. It gets more than
# nine of ten right, and you look at those that it gets wrong. On the way you write what such a network needs: a softmax
# (소프트맥스), which turns numbers into shares of ten classes, and the cross-entropy error (크로스 엔트로피 오차), which
# makes a mistake expensive. Then TensorFlow trains the same network, and reads the same digits wrong.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, other sizes and other
# batches, so write each function for any number of rows, from one on, and of classes, and for whole numbers too.
#
# Parts 1 to 6 are to be derived by hand: TensorFlow cannot be used there. Part 7 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

np.set_printoptions(formatter={"float_kind": lambda x: f"{x:6.3f}"})

# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
import matplotlib.pyplot as plt

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
# These are the digits, 8 by 8 pixels each. The file `digits.csv` has 1000 of them, each with the digit that its writer
# meant: its class (클래스).


# %% nbgrader={"grade_id": "digits", "locked": true} demo=true
pixels_and_classes = np.loadtxt("digits.csv", delimiter=",")
X = pixels_and_classes[:, :64] / 16  # (1000, pixels), from 0 (paper) to 1 (ink)
labels = pixels_and_classes[:, 64].astype(int)  # (1000,)


@picture
def first_digits():
    """The first ten digits of the file, with their classes."""
    figure, plots = plt.subplots(2, 5, figsize=(5, 2.6))
    for axes, image, label in zip(plots.flat, X, labels, strict=False):
        axes.imshow(image.reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{label}")
        axes.axis("off")
    return figure, f"Ten handwritten digits. Their classes are {', '.join(map(str, labels[:10]))}."


# %% [markdown]
# ## 1. Targets
#
# The network has one output for each class. The target (목표 값) of an example is 1 at its class and 0 elsewhere. So
# each row of `T`, shape (batch, classes), sums to 1. This is called one-hot (원-핫). With two classes, an example of
# class 1 has the target $(0, 1)$; classes are counted from 0.


# %% nbgrader={"grade_id": "one_hot", "solution": true} rows=["s4-417-onehot"]
def one_hot(labels, classes):
    """The targets of a batch as numbers 0 and 1, whole or not, shape (batch, classes).

    labels is (batch,), the class of each example as a whole number from 0 to classes - 1.
    """
    ### BEGIN SOLUTION
    T = np.zeros((len(labels), classes), dtype=int)
    T[np.arange(len(labels)), labels] = 1
    return T
    ### END SOLUTION


# %% nbgrader={"grade_id": "one_hot_examples", "grade": true}
np.testing.assert_array_equal(one_hot(np.array([1]), 2), [[0, 1]], err_msg="one example of class 1 of 2")
np.testing.assert_array_equal(one_hot(np.array([2, 0]), 3), [[0, 0, 1], [1, 0, 0]], err_msg="classes 2 and 0 of 3")

# %% [markdown]
# ## 2. Softmax
#
# The output layer computes one weighted sum for each class: $z_1 \dots z_n$. They are called logits (로짓), and they can
# be any numbers. The softmax makes shares of them, or probabilities (확률): all above 0, with the sum 1. It takes the
# exponential function of each and divides by their total:
#
# $$o_k = \frac{e^{z_k}}{\sum_j e^{z_j}} = \frac{e^{z_k - m}}{\sum_j e^{z_j - m}} \qquad m = \max_j z_j$$
#
# The second form is the one to compute. By hand, for $z = (1, 2, 3)$: $m = 3$, the exponentials of
# $(-2, -1, 0)$ are $0.1353,\ 0.3679,\ 1$, their sum is $1.5032$, so $o = (0.0900,\ 0.2447,\ 0.6652)$.
#
# Why the second form? The exponentials of the first one grow too large. NumPy's usual numbers (float64) end near
# $1.8 \cdot 10^{308}$. Beyond that stands `inf`, and `inf / inf` is `nan`: this is overflow (오버플로우). For
# $z = (1000, 1001)$ the first form gives `nan, nan`. The second gives $(0.2689,\ 0.7311)$, the same as for $(1, 2)$.
#
# In a batch `Z`, shape (batch, classes), every row has its own $m$ and its own sum: use `axis=1, keepdims=True`.


# %% nbgrader={"grade_id": "softmax", "solution": true} rows=["s4-417-softmax", "s4-417-overflow"]
def softmax(Z):
    """The softmax of every row of Z, also where entries are as large as 1000 or -1000.

    Z is (batch, classes); returns (batch, classes).
    """
    ### BEGIN SOLUTION
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))  # (batch, classes), at most 1
    return exponentials / exponentials.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "softmax_examples", "grade": true}
np.testing.assert_allclose(
    softmax(np.array([[1.0, 2.0, 3.0]])), [[0.090031, 0.244728, 0.665241]], atol=1e-6, err_msg="softmax of (1, 2, 3)"
)
np.testing.assert_allclose(
    softmax(np.array([[1.0, 2.0], [5.0, 5.0]])),
    [[0.268941, 0.731059], [0.5, 0.5]],
    atol=1e-6,
    err_msg="each row of a batch sums to 1",
)
np.testing.assert_allclose(
    softmax(np.array([[1000.0, 1001.0]])), [[0.268941, 0.731059]], atol=1e-3, err_msg="softmax of (1000, 1001)"
)

# %% [markdown]
# Look at three classes. The logits of two of them stay at 0 and 1. The third one, $z$, moves.


# %% nbgrader={"grade_id": "shares_picture", "locked": true} demo=true
@picture
def shares():
    """The three shares of the logits (z, 0, 1) over z."""
    z = np.linspace(-5, 7, 121)
    O = np.asarray(softmax(np.stack([z, 0 * z, 0 * z + 1], axis=1)))
    figure, axes = plt.subplots(figsize=(5, 3.2))
    for share, name, color, line in zip(
        O.T, ("z", "0", "1"), ("black", "tab:orange", "tab:blue"), ("-", "--", ":"), strict=True
    ):
        axes.plot(z, share, line, color=color, linewidth=2.5, label=f"of the logit {name}")
    axes.set_xlabel("z")
    axes.set_ylabel("share")
    axes.legend()
    at_zero, at_end = O[50], O[-1]
    return figure, (
        f"The shares of the logits z, 0, 1. At z = 0 they are {', '.join(f'{o:.2f}' for o in at_zero)}; "
        f"at z = 7 they are {', '.join(f'{o:.3f}' for o in at_end)}. What one share gains, the others lose."
    )


# %% [markdown]
# A common slip leaves out `axis=1, keepdims=True`. The maximum and the sum are then those of the whole array. Take the
# batch $\begin{pmatrix} 1 & 2 & 3 \\ 1 & 2 & 3 \end{pmatrix}$ of two equal rows.
#
# **What does each of its rows sum to with this slip?**

# %% nbgrader={"grade_id": "row_sum", "solution": true} rows=["s4-417-softmax"]
# row_sum: a number
### BEGIN SOLUTION
row_sum = 0.5
### END SOLUTION

# %% nbgrader={"grade_id": "row_sum_examples", "grade": true}
assert row_sum > 0, "each entry is an exponential divided by a sum of exponentials: all of them are above 0"

# %% [markdown]
# **Why is the result the same when $m$ is subtracted from every entry of a row?** a) The largest entry becomes 0 and
# its exponential 1, and a factor of 1 changes nothing in the fraction. b) Each exponential, above and below the
# line, is multiplied by the same $e^{-m}$, which cancels. c) The result does change, but by less than the rounding
# of the numbers that NumPy computes with. d) The cross-entropy takes the logarithm of the result and so adds $m$
# again afterwards.

# %% nbgrader={"grade_id": "why_same", "solution": true} rows=["s4-417-overflow"]
# Answer with one letter, for instance: why_same = "a"
### BEGIN SOLUTION
why_same = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_same_examples", "grade": true}
assert str(why_same).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 3. Cross-entropy
#
# The error of one row is $-\sum_k t_k \log o_k$ with the natural logarithm. Only the true class has $t_k = 1$. So this
# is minus the logarithm of the share that the network gives to the true class. By hand, for $o = (0.2, 0.8)$ and
# $t = (0, 1)$: $-\log 0.8 = 0.2231$.
#
# A network that is sure and right has an error near 0. For a network that is sure and wrong the error grows without end.
# So do not limit the shares from below: a share of $10^{-20}$ has the error $46.05$.
#
# Over a batch of $N$ rows take the mean:
#
# $$E = -\frac{1}{N} \sum_{rows} \sum_k t_k \log o_k$$


# %% nbgrader={"grade_id": "cross_entropy", "solution": true} rows=["s4-417-xent"]
def cross_entropy(O, T):
    """The cross-entropy of a batch, one number: the mean over its rows.

    O is (batch, classes), the outputs of a softmax, all above 0; T is (batch, classes), one-hot.
    """
    ### BEGIN SOLUTION
    return -np.sum(T * np.log(O)) / len(O)
    ### END SOLUTION


# %% nbgrader={"grade_id": "cross_entropy_examples", "grade": true}
np.testing.assert_allclose(
    [cross_entropy(np.array([[0.2, 0.8]]), np.array([[0, 1]]))], [0.223144], atol=1e-6, err_msg="-log(0.8)"
)
np.testing.assert_allclose(
    [cross_entropy(np.array([[0.2, 0.8], [0.5, 0.5]]), np.array([[0, 1], [1, 0]]))],
    [0.458145],
    atol=1e-6,
    err_msg="two rows: the mean of -log(0.8) and -log(0.5)",
)

# %% [markdown]
# Now see what "without end" means. Two classes, and the true one is class 0. The logits are $(0, d)$: with $d = -8$ the
# network is sure and right, with $d = 0$ it does not know, with $d = 8$ it is sure and wrong. The dashed curve is the
# squared error $\sum_k (o_k - t_k)^2$ of the same rows.


# %% nbgrader={"grade_id": "sure_and_wrong_picture", "locked": true} demo=true
@picture
def sure_and_wrong():
    """The cross-entropy and the squared error of rows with the logits (0, d), whose true class is 0."""
    lead = np.linspace(-8, 12, 101)
    O, T = np.asarray(softmax(np.stack([0 * lead, lead], axis=1))), np.array([[1, 0]])
    marks = [np.array([[0.0, d]]) for d in (-8, 0, 8)]
    errors = [float(cross_entropy(np.asarray(softmax(Z)), T)) for Z in marks]
    figure, axes = plt.subplots(figsize=(5, 3.6))
    axes.plot(lead, [cross_entropy(o[np.newaxis], T) for o in O], color="black", linewidth=2.5, label="cross-entropy")
    axes.plot(lead, ((O - T) ** 2).sum(axis=1), "--", color="tab:orange", linewidth=2.5, label="squared error")
    axes.plot([-8, 0, 8], errors, "o", color="tab:blue", markersize=9)
    names = ("sure and right", "does not know", "sure and wrong")
    for d, error, name, where in zip((-8, 0, 8), errors, names, ((0, 10), (-78, 18), (-84, -4)), strict=True):
        axes.annotate(name, (d, error), where, textcoords="offset points")
    axes.set_xlabel("d, the lead of the wrong class")
    axes.set_ylabel("error")
    axes.legend()
    rows = "; ".join(f"d = {d}: share of the true class {np.asarray(softmax(Z))[0, 0]:.4f}, error {e:.4f}"
                     for d, Z, e in zip((-8, 0, 8), marks, errors, strict=True))  # fmt: skip
    return figure, f"{rows}. The cross-entropy goes on along a straight line; the squared error stays below 2."


# %% [markdown]
# ## 4. Back through both
#
# To learn, the network needs the derivative of the error with respect to the *logits*. It is short, and that is one
# reason why softmax and cross-entropy are used together. For one row, $\dfrac{\partial E}{\partial o_k} = -\dfrac{t_k}{o_k}$, and the softmax has
# $\dfrac{\partial o_k}{\partial z_j} = o_k (\delta_{kj} - o_j)$, where $\delta_{kj}$ is 1 if $k = j$, else 0. Together
#
# $$\frac{\partial E}{\partial z_j} = -\sum_k t_k (\delta_{kj} - o_j) = o_j \sum_k t_k - t_j = o_j - t_j$$
#
# since the targets of a row sum to 1. The slope of the softmax is in it already: nothing else is multiplied in. With
# the mean over $N$ rows
#
# $$O_b = \frac{O - T}{N}$$
#
# By hand, for the logits $(1, 2)$ and $t = (0, 1)$: $o = (0.2689, 0.7311)$, so $O_b = (0.2689, -0.2689)$.


# %% nbgrader={"grade_id": "output_delta", "solution": true} rows=["s4-417-okb"]
def output_delta(O, T):
    """The derivative of the cross-entropy of a batch with respect to the logits.

    O is (batch, classes), the outputs of the softmax; T is (batch, classes); returns Ob, (batch, classes).
    """
    ### BEGIN SOLUTION
    return (O - T) / len(O)
    ### END SOLUTION


# %% nbgrader={"grade_id": "output_delta_examples", "grade": true}
np.testing.assert_allclose(
    output_delta(np.array([[0.268941, 0.731059]]), np.array([[0, 1]])),
    [[0.268941, -0.268941]],
    atol=1e-6,
    err_msg="one row: O - T",
)
np.testing.assert_allclose(
    output_delta(np.array([[0.2, 0.8], [0.5, 0.5]]), np.array([[0, 1], [1, 0]])),
    [[0.1, -0.1], [-0.25, 0.25]],
    rtol=1e-5,
    err_msg="two rows: each entry of O - T is divided by 2",
)

# %% [markdown]
# ### Is it right? Ask the error itself
#
# A derivative can be tested without any derivation (수치 미분). Move one logit up by $h$ and down by $h$, all others as
# they are, and see how much the error changes:
#
# $$\frac{\partial E}{\partial z_{ij}} \approx \frac{E(\dots, z_{ij} + h, \dots) - E(\dots, z_{ij} - h, \dots)}{2h}$$
#
# By hand, for the logits $(1, 2)$, $t = (0, 1)$ and $h = 1$, first entry: $E(2, 2) = \log 2 = 0.6931$,
# $E(0, 2) = 0.1269$, and $(0.6931 - 0.1269) / 2 = 0.2831$. The smaller $h$, the nearer to $0.2689$.


# %% nbgrader={"grade_id": "numeric_delta", "solution": true} rows=["s4-417-okb"]
def numeric_delta(Z, T, h):
    """The difference quotients of the cross-entropy of softmax(Z), one for each entry of Z.

    Z, floats, and T are (batch, classes), h is how far one entry at a time is moved up and down.
    Returns (batch, classes). Z stays as it is: move entries of a copy.
    """
    ### BEGIN SOLUTION
    quotients = np.zeros(Z.shape)
    for index in np.ndindex(*Z.shape):
        move = np.zeros(Z.shape)
        move[index] = h
        above = cross_entropy(softmax(Z + move), T)
        below = cross_entropy(softmax(Z - move), T)
        quotients[index] = (above - below) / (2 * h)
    return quotients
    ### END SOLUTION


# %% nbgrader={"grade_id": "numeric_delta_examples", "grade": true}
np.testing.assert_allclose(
    numeric_delta(np.array([[1.0, 2.0]]), np.array([[0, 1]]), 1.0),
    [[0.283109, -0.283109]],
    atol=1e-6,
    err_msg="(1, 2) with h = 1",
)
np.testing.assert_allclose(
    numeric_delta(np.array([[1.0, 2.0], [0.0, 3.0]]), np.array([[0, 1], [1, 0]]), 1e-4),
    output_delta(softmax(np.array([[1.0, 2.0], [0.0, 3.0]])), np.array([[0, 1], [1, 0]])),
    atol=1e-3,
    err_msg="with a small h it agrees with output_delta",
)

# %% [markdown]
# Here is the other reason. The same rows again, with the logits $(0, d)$ and the true class 0. The curve is your
# `output_delta`, the crosses are your `numeric_delta`, and the dashed curve is what the *squared* error would send back.


# %% nbgrader={"grade_id": "deltas_picture", "locked": true} demo=true
@picture
def deltas():
    """What goes back to the logit d from the cross-entropy, and from the squared error."""
    lead, T = np.linspace(-8, 8, 17), np.array([[1, 0]])
    rows = [np.array([[0.0, d]]) for d in lead]
    formula = [output_delta(softmax(Z), T)[0][1] for Z in rows]
    asked = [numeric_delta(Z, T, 0.01)[0][1] for Z in rows]
    O = np.array([softmax(Z)[0] for Z in rows])
    slope = 2 * (O - T)
    squared = (O * (slope - (slope * O).sum(axis=1, keepdims=True)))[:, 1]
    figure, axes = plt.subplots(figsize=(5, 3.4))
    axes.plot(lead, formula, color="black", linewidth=2.5, label="output_delta")
    axes.plot(lead, asked, "x", color="tab:blue", markersize=9, markeredgewidth=2, label="numeric_delta")
    axes.plot(lead, squared, "--", color="tab:orange", linewidth=2.5, label="squared error")
    axes.set_xlabel("d, the lead of the wrong class")
    axes.set_ylabel("slope for the logit d")
    axes.legend()
    return figure, (
        f"The slope for the logit d. Sure and wrong, at d = 8: {formula[-1]:.3f} by output_delta, {asked[-1]:.3f} by "
        f"numeric_delta, but only {squared[-1]:.4f} for the squared error, which hardly learns from such a row."
    )


# %% [markdown]
# ## 5. Training
#
# The network has a hidden layer (은닉층) with an activation function (활성화 함수) $f$, and an output layer with a softmax:
#
# $$H = f(I\,W_H + B_H) \qquad O = \text{softmax}(H\,W_O + B_O)$$
#
# There are three choices for $f$. On the way back its slope is needed, and it can be computed from the output $H$ alone:
#
# | activation | forward | slope |
# |---|---|---|
# | sigmoid | $\dfrac{1}{1 + e^{-x}}$ | $H (1 - H)$ |
# | tanh | $\tanh x$ | $(1 + H)(1 - H)$ |
# | ReLU | $x$ where $x > 0$, else $0$ | $1$ where $H > 0$, else $0$ |
#
# By hand, at $x = 0$: sigmoid $0.5$ with slope $0.25$; tanh $0$ with slope $1$; ReLU $0$ with slope $0$.


# %% nbgrader={"grade_id": "activate", "solution": true} rows=["s4-417-tanh-numpy", "s4-417-relu-numpy"]
def activate(X, activation):
    """The activation "sigmoid", "tanh" or "relu" of every entry of X, an array of any shape; the same shape."""
    ### BEGIN SOLUTION
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-X))
    if activation == "tanh":
        return np.tanh(X)
    return (X > 0) * X
    ### END SOLUTION


# %% nbgrader={"grade_id": "activate_examples", "grade": true}
sums = np.array([[-1.0, 0.0, 2.0]])
np.testing.assert_allclose(activate(sums, "sigmoid"), [[0.268941, 0.5, 0.880797]], atol=1e-6, err_msg="sigmoid")
np.testing.assert_allclose(activate(sums, "tanh"), [[-0.761594, 0.0, 0.964028]], atol=1e-6, err_msg="tanh")
np.testing.assert_allclose(activate(sums, "relu"), [[0.0, 0.0, 2.0]], rtol=1e-5, atol=1e-6, err_msg="relu")


# %% nbgrader={"grade_id": "activate_backward", "solution": true} rows=["s4-417-tanh-numpy", "s4-417-relu-numpy"]
def activate_backward(Hb, H, activation):
    """Carry the error Hb back through the activation "sigmoid", "tanh" or "relu" whose output was H.

    Hb, H and the result are all (batch, hidden): Hb times the slope.
    """
    ### BEGIN SOLUTION
    if activation == "sigmoid":
        return Hb * H * (1 - H)
    if activation == "tanh":
        return Hb * (1 + H) * (1 - H)
    return Hb * (H > 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "activate_backward_examples", "grade": true}
errors = np.array([[1.0, 3.0]])
for activation, outputs, expected in [
    ("sigmoid", [[0.5, 0.8]], [[0.25, 0.48]]),
    ("tanh", [[0.0, -0.8]], [[1.0, 1.08]]),
    ("relu", [[0.0, 2.0]], [[0.0, 3.0]]),
]:
    np.testing.assert_allclose(
        activate_backward(errors, np.array(outputs), activation), expected, rtol=1e-5, atol=1e-6, err_msg=activation
    )

# %% [markdown]
# Now the forward pass (순전파). By hand, for the numbers below and the sigmoid: $I\,W_H + B_H = (0.3775, 0.3925)$, so
# $H = (0.5933, 0.5969)$. The logits are $(1.1059, 1.2249)$, so $O = (0.4703, 0.5297)$. Before any training the network
# gives both classes nearly the same share.

# %% nbgrader={"grade_id": "numbers", "locked": true} rows=["s4-417-wo66"]
# The numbers of a small network: two inputs, two hidden nodes, two classes, a batch of one.
I = np.array([[0.05, 0.10]])  # (batch, inputs)
T = np.array([[0, 1]])  # (batch, classes), the targets
WH0 = np.array([[0.15, 0.25], [0.20, 0.30]])  # (inputs, hidden)
BH0 = np.array([[0.35, 0.35]])  # (1, hidden)
WO0 = np.array([[0.40, 0.50], [0.45, 0.55]])  # (hidden, classes)
BO0 = np.array([[0.60, 0.60]])  # (1, classes)
lr = 0.01  # the learning rate (학습률)
epochs = 200


# %% nbgrader={"grade_id": "forward", "solution": true} rows=["s4-417-sigmoid-numpy"]
def forward(I, WH, BH, WO, BO, activation):
    """The forward pass: the activation "sigmoid", "tanh" or "relu" in the hidden layer, a softmax in the output layer.

    I is (batch, inputs); returns H, (batch, hidden), and O, (batch, classes).
    """
    ### BEGIN SOLUTION
    H = activate(I @ WH + BH, activation)  # (batch, hidden)
    O = softmax(H @ WO + BO)  # (batch, classes)
    return H, O
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_examples", "grade": true}
H, O = forward(I, WH0, BH0, WO0, BO0, "sigmoid")
print("H =", H, " O =", O)
np.testing.assert_allclose(H, [[0.593270, 0.596884]], atol=1e-6, err_msg="H is the sigmoid of I @ WH + BH")
np.testing.assert_allclose(O, [[0.470281, 0.529719]], atol=1e-6, err_msg="O is the softmax of H @ WO + BO")

# %% [markdown]
# ### 200 epochs
#
# One epoch (에폭) has three steps: forward, backward (역전파), one step of each parameter against its gradient. Behind $O_b$
# the error goes back through `WO` and through the slope of $f$. Each gradient is a sum over the rows:
#
# $$H_b = O_b W_O^T \cdot f' \qquad
# W_{Hb} = I^T H_b \quad B_{Hb} = \sum_{rows} H_b \quad W_{Ob} = H^T O_b \quad B_{Ob} = \sum_{rows} O_b$$
#
# The dot between matrices of one shape is entry by entry. Compute all gradients before any weight changes. The outputs
# that `train` returns are those *before* the last update. With the numbers above, 200 epochs give this table:
#
# | hidden | $O$ | $W_H$ | $B_H$ | $W_O$ | $B_O$ |
# |---|---|---|---|---|---|
# | sigmoid | .136 .864 | .152 .252; .205 .305 | .398 .398 | .101 .799; .149 .851 | .100 1.100 |
# | tanh | .158 .842 | .157 .257; .215 .315 | .496 .497 | .170 .730; .213 .787 | .038 1.162 |
# | ReLU | .146 .854 | .159 .259; .218 .318 | .528 .533 | .156 .744; .197 .803 | .053 1.147 |


# %% nbgrader={"grade_id": "train", "solution": true} rows=["s4-417-sigmoid-numpy", "s4-417-tanh-numpy", "s4-417-relu-numpy"]
def train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """Train with this activation in the hidden layer, a softmax in the output layer, and the cross-entropy.

    The arrays that come in stay as they are. Returns O, the outputs (batch, classes) before the last update, and the
    trained WH, BH, WO, BO in the shapes in which they came.
    """
    for _ in range(epochs):
        ### BEGIN SOLUTION
        H, O = forward(I, WH, BH, WO, BO, activation)  # (batch, hidden), (batch, classes)
        Ob = output_delta(O, T)
        Hb = activate_backward(Ob @ WO.T, H, activation)  # (batch, hidden)
        WH = WH - lr * I.T @ Hb
        BH = BH - lr * Hb.sum(axis=0, keepdims=True)
        WO = WO - lr * H.T @ Ob
        BO = BO - lr * Ob.sum(axis=0, keepdims=True)
        ### END SOLUTION
    return O, WH, BH, WO, BO


# %% nbgrader={"grade_id": "train_examples", "grade": true}
PRINTED = {
    "sigmoid": (
        [[0.136, 0.864]], [[0.152, 0.252], [0.205, 0.305]], [[0.398, 0.398]],
        [[0.101, 0.799], [0.149, 0.851]], [[0.100, 1.100]],
    ),
    "tanh": (
        [[0.158, 0.842]], [[0.157, 0.257], [0.215, 0.315]], [[0.496, 0.497]],
        [[0.170, 0.730], [0.213, 0.787]], [[0.038, 1.162]],
    ),
    "relu": (
        [[0.146, 0.854]], [[0.159, 0.259], [0.218, 0.318]], [[0.528, 0.533]],
        [[0.156, 0.744], [0.197, 0.803]], [[0.053, 1.147]],
    ),
}  # fmt: skip
for activation, printed in PRINTED.items():
    trained = train(I, T, WH0, BH0, WO0, BO0, lr, 200, activation)
    for name, found, value in zip(["O", "WH", "BH", "WO", "BO"], trained, printed, strict=True):
        np.testing.assert_allclose(found, value, atol=0.0006, err_msg=f"{name}, {activation}")

# %% [markdown]
# The error while it learns, once for each activation. The cell below calls your `train` for one epoch at a time.


# %% nbgrader={"grade_id": "errors_picture", "locked": true} demo=true
def learned(I, T, parameters, lr, epochs, activation):
    """The error of each epoch and the trained parameters, one call of train for each epoch."""
    errors = []
    for _ in range(epochs):
        O, *parameters = map(np.asarray, train(I, T, *parameters, lr, 1, activation))
        errors.append(cross_entropy(O, T))
    return errors, parameters


STYLES = {"sigmoid": ("black", "-"), "tanh": ("tab:blue", "--"), "relu": ("tab:orange", ":")}


@picture
def errors_of_three_activations():
    """The cross-entropy over the epochs, for the three activations."""
    figure, axes = plt.subplots(figsize=(5, 3.2))
    last = []
    for activation, (color, line) in STYLES.items():
        errors, _ = learned(I, T, (WH0, BH0, WO0, BO0), lr, epochs, activation)
        axes.plot(errors, line, color=color, linewidth=2.5, label=activation)
        last.append(f"{activation} {errors[-1]:.3f}")
    axes.set_xlabel("epoch")
    axes.set_ylabel("cross-entropy")
    axes.set_ylim(bottom=0)
    axes.legend()
    return figure, f"The error falls in each epoch. At the end it is: {', '.join(last)}."


# %% [markdown]
# Look at $B_O$ in the table: it began as $(0.600, 0.600)$, and its two entries still add up to $1.200$ for all
# three activations.
#
# **Why?** a) Both entries began at the same value, and entries that begin alike are moved alike. b) The softmax
# divides by the sum of the exponentials, and so it scales the biases as well. c) The learning rate is the same for
# both entries, so that one gains as much as the other. d) The outputs of a row sum to 1 and the targets do too, so
# that the entries of $O_b$ cancel.

# %% nbgrader={"grade_id": "why_bias_sum", "solution": true} rows=["s4-417-okb"]
# Answer with one letter, for instance: why_bias_sum = "a"
### BEGIN SOLUTION
why_bias_sum = "d"
### END SOLUTION

# %% nbgrader={"grade_id": "why_bias_sum_examples", "grade": true}
assert str(why_bias_sum).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 6. Your network reads digits
#
# A network answers with the class of its largest output. How good is it? Count on digits that it has not learned from.


# %% nbgrader={"grade_id": "evaluate", "solution": true}
def evaluate(O, labels):
    """How many rows the network reads right, and which ones it reads wrong.

    O is (batch, classes), the outputs of a softmax; labels is (batch,), the true class of each row.
    Returns two values: the accuracy (정확도), which is the share of the rows that are right, a number from 0 to 1;
    and the numbers of the rows that are wrong, in rising order, (wrong rows,).
    """
    ### BEGIN SOLUTION
    right = O.argmax(axis=1) == labels  # (batch,)
    return right.mean(), np.flatnonzero(~right)
    ### END SOLUTION


# %% nbgrader={"grade_id": "evaluate_examples", "grade": true}
outputs = np.array([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.4, 0.3, 0.3], [0.1, 0.1, 0.8]])
rate, wrong_rows = evaluate(outputs, np.array([1, 2, 0, 0]))
np.testing.assert_allclose([rate], [0.5], rtol=1e-5, err_msg="two of four rows are right")
np.testing.assert_array_equal(wrong_rows, [1, 3], err_msg="the rows 1 and 3 are wrong")

# %% [markdown]
# Now everything comes together. The network has 64 inputs, 20 hidden nodes and 10 classes. It learns from the first 700
# digits with your `one_hot` and your `train`, 200 epochs for each activation. Then your `forward` and your `evaluate` see
# the other 300 digits.


# %% nbgrader={"grade_id": "digits_picture", "locked": true} demo=true
seed = np.random.default_rng(4)
digits_start = seed.normal(0, 0.2, (64, 20)), np.zeros((1, 20)), seed.normal(0, 0.2, (20, 10)), np.zeros((1, 10))


@picture
def learning_to_read():
    """The error over the epochs on 700 digits; and the accuracy on 300 others."""
    figure, axes = plt.subplots(figsize=(5, 3.2))
    rates = []
    for activation, (color, line) in STYLES.items():
        errors, parameters = learned(X[:700], one_hot(labels[:700], 10), digits_start, 0.5, 200, activation)
        rate, _ = evaluate(np.asarray(forward(X[700:], *parameters, activation)[1]), labels[700:])
        axes.plot(errors, line, color=color, linewidth=2.5, label=activation)
        rates.append(f"{activation} {rate:.1%}")
    axes.set_xlabel("epoch")
    axes.set_ylabel("cross-entropy")
    axes.set_ylim(bottom=0)
    axes.legend()
    return figure, f"The error falls for all three. Accuracy on 300 digits that it has not seen: {', '.join(rates)}."


# %% [markdown]
# Which digits does the network with the ReLU read wrong? Here are the ten of which it is surest. Above each stands what it
# is, what the network reads, and how sure it is. Would you have read them?


# %% nbgrader={"grade_id": "wrong_digits_picture", "locked": true} demo=true
@picture
def wrong_digits():
    """Digits that the network reads wrong, with what it reads and how sure it is."""
    _, *parameters = train(X[:700], one_hot(labels[:700], 10), *digits_start, 0.5, 200, "relu")
    O = np.array(forward(X[700:], *parameters, "relu")[1])
    _, wrong_rows = evaluate(O, labels[700:])
    surest = sorted(wrong_rows, key=lambda row: -O[row].max())[:10]
    figure, plots = plt.subplots(2, 5, figsize=(5.4, 3.2))
    for axes, row in zip(plots.flat, surest, strict=False):
        axes.imshow(X[700 + row].reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{labels[700 + row]}, read {O[row].argmax()}\n({O[row].max():.0%})", fontsize=10)
    for axes in plots.flat:
        axes.axis("off")
    told = ", ".join(f"{labels[700 + row]} as {O[row].argmax()} ({O[row].max():.0%})" for row in surest)
    return figure, f"{len(wrong_rows)} of 300 digits are read wrong, among them {told}."


# %% [markdown]
# ## 7. The same in TensorFlow
#
# In Keras the network is a `tf.keras.Sequential` model: `tf.keras.Input(shape=(inputs,))`, a `Dense` layer with the hidden
# activation `"sigmoid"`, `"tanh"` or `"relu"`, and a `Dense` layer with `activation="softmax"`.
#
# - Keras keeps a bias as a vector, shape (nodes,): take the row out of `BH` and `BO` before `set_weights`.
# - `predict` and `fit` are made for large data and slow for a single row. `model(I)` and `model.train_on_batch(I, T)`
#   compute the same; call `.numpy()` on what `model(I)` returns.

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf


# %% nbgrader={"grade_id": "keras_forward", "solution": true} rows=["s4-417-sigmoid-keras", "s4-417-tanh-keras", "s4-417-relu-keras"]
def keras_forward(I, WH, BH, WO, BO, activation):
    """The outputs of a Keras model with these weights: this activation, then a softmax.

    BH is (1, hidden) and BO is (1, classes), as in NumPy; returns O as a NumPy array, (batch, classes).
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation=activation),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH[0], WO, BO[0]])
    return model(I).numpy()
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_forward_examples", "grade": true}
np.testing.assert_allclose(
    keras_forward(I, WH0, BH0, WO0, BO0, "sigmoid"), [[0.470281, 0.529719]], atol=1e-5, err_msg="before any training"
)

# %% [markdown]
# To train, compile the model with plain gradient descent, `tf.keras.optimizers.SGD(learning_rate=lr)`, and
# `tf.keras.losses.CategoricalCrossentropy()`, which takes the mean over the rows, as your `cross_entropy` does. One epoch is
# one step on the whole batch. As in part 5, `O` holds the outputs before the last update. The same table comes out.


# %% nbgrader={"grade_id": "keras_train", "solution": true} rows=["s4-417-sigmoid-keras", "s4-417-tanh-keras", "s4-417-relu-keras"]
def keras_train(I, T, WH, BH, WO, BO, lr, epochs, activation):
    """Train such a Keras model for `epochs` epochs on the whole batch.

    Returns O, the outputs (batch, classes) before the last update, then the trained WH, BH, WO, BO as Keras keeps
    them: the biases are (hidden,) and (classes,).
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation=activation),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH[0], WO, BO[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.CategoricalCrossentropy())
    for _ in range(epochs):
        O = model(I).numpy()
        model.train_on_batch(I, T)
    return O, *model.get_weights()
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_train_examples", "grade": true}
for activation, (O, WH, BH, WO, BO) in PRINTED.items():
    trained = keras_train(I, T, WH0, BH0, WO0, BO0, lr, 200, activation)
    for name, found, value in zip(["O", "WH", "BH", "WO", "BO"], trained, [O, WH, BH[0], WO, BO[0]], strict=True):
        np.testing.assert_allclose(found, value, atol=0.0006, err_msg=f"{name}, {activation}")

# %% [markdown]
# And the digits? Keras gets the same start, the same 700 digits and the same 200 epochs as your network in part 6.


# %% nbgrader={"grade_id": "keras_digits", "locked": true} demo=true
try:
    T700 = np.asarray(one_hot(labels[:700], 10))
    _, *parameters = map(np.asarray, train(X[:700], T700, *digits_start, 0.5, 200, "relu"))
    _, WH, BH, WO, BO = map(np.asarray, keras_train(X[:700], T700, *digits_start, 0.5, 200, "relu"))
    yours = evaluate(np.asarray(forward(X[700:], *parameters, "relu")[1]), labels[700:])
    shares = np.asarray(keras_forward(X[700:], WH, BH[np.newaxis], WO, BO[np.newaxis], "relu"))
    keras = evaluate(shares, labels[700:])
    print(f"accuracy: {yours[0]:.1%} with your functions, {keras[0]:.1%} with Keras")
    print(
        f"read wrong by both: {len(set(yours[1]) & set(keras[1]))}, by one alone: {len(set(yours[1]) ^ set(keras[1]))}"
    )
except Exception as error:
    print(f"The comparison waits for the blanks above: {type(error).__name__}: {error}")

# %% [markdown]
# <details>
# <summary>If you read the document</summary>
#
# The document is the Korean course text on how TensorFlow works inside (Tensorflow 내부 동작); its programs 417_1 to 417_6
# are the network of part 5 with three activations, in NumPy and in Keras.
#
# - Its softmax has `np.max(O)` and `np.sum(np.exp(OM))` over the whole array. That is right for a single row only.
# - Its cross-entropy is a sum. It has one row, so that the sum is the mean.
# - Its picture of the matrices shows $W_O[1, 1] = 0.66$ at the start; its program has $0.55$. With $0.66$ the outputs of the
#   sigmoid network end at $0.134$ and $0.866$. The printed ones, $0.136$ and $0.864$, need $0.55$.
# - It gives the first layer of Keras `input_shape=(2,)`. Keras 3 warns there; `tf.keras.Input` is the way today.
#
# </details>
