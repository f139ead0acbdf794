# %% [markdown]
# # Softmax output and cross-entropy: NumPy against TensorFlow
#
# A network (신경망) that chooses one of several classes ends in a softmax (소프트맥스) and is trained with the
# cross-entropy error (크로스 엔트로피 오차). In this notebook you write both, carry the error back through them, train
# the network with three hidden activations, and see TensorFlow arrive at the same numbers.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, other sizes and other
# batches, so write each function for any number of rows and classes.
#
# Parts 1 to 5 are to be derived by hand: TensorFlow cannot be used there. Part 6 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

np.set_printoptions(formatter={"float_kind": lambda x: f"{x:6.3f}"})

# %% [markdown]
# ## 1. Targets
#
# The network has one output for each class (클래스). The target (목표 값) of an example is 1 at its class and 0
# elsewhere, so each row of `T`, shape (batch, classes), sums to 1. This is called one-hot (원-핫). With two classes,
# an example of class 1 has the target $(0, 1)$; classes are counted from 0.


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
# The network of the chapter before this one had the targets $(0.01, 0.99)$ and the mean squared error. Now its output
# layer becomes a softmax, whose outputs in a row are above 0 and sum to 1: shares, or probabilities (확률).
#
# **Which error and which targets go with it, as a rule?** a) mean squared error; targets 0 and 1, each row of `T`
# sums to 1 b) cross-entropy; targets 0 and 1, each column of `T` sums to 1 c) cross-entropy; targets 0 and 1, each
# row of `T` sums to 1 d) cross-entropy; targets −1 and 1, each row of `T` sums to 0

# %% nbgrader={"grade_id": "softmax_partner", "solution": true} rows=["s4-417-onehot"]
# Answer with one letter, for instance: softmax_partner = "a"
### BEGIN SOLUTION
softmax_partner = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "softmax_partner_examples", "grade": true}
assert str(softmax_partner).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. Softmax
#
# Let $z_1 \dots z_n$ be the weighted sums of one row, before any activation; they are called logits (로짓). The
# softmax makes them positive with the exponential function and divides by their total:
#
# $$o_k = \frac{e^{z_k}}{\sum_j e^{z_j}} = \frac{e^{z_k - m}}{\sum_j e^{z_j - m}} \qquad m = \max_j z_j$$
#
# The second form is the one to compute. By hand, for $z = (1, 2, 3)$: $m = 3$, the exponentials of
# $(-2, -1, 0)$ are $0.1353,\ 0.3679,\ 1$, their sum is $1.5032$, so $o = (0.0900,\ 0.2447,\ 0.6652)$.
#
# In a batch `Z`, shape (batch, classes), every row has its own $m$ and its own sum: use `axis=1, keepdims=True`. The
# document writes `np.max(O)` and `np.sum(np.exp(OM))` over the whole array, which is right for a single row only.


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
# The formula of the document, over the whole array, gives another answer for the batch
# $\begin{pmatrix} 1 & 2 & 3 \\ 1 & 2 & 3 \end{pmatrix}$ of two equal rows.
#
# **What does each of its rows sum to then?**

# %% nbgrader={"grade_id": "row_sum", "solution": true} rows=["s4-417-softmax"]
# row_sum: a number
### BEGIN SOLUTION
row_sum = 0.5
### END SOLUTION

# %% nbgrader={"grade_id": "row_sum_examples", "grade": true}
assert row_sum > 0, "each entry is an exponential divided by a sum of exponentials: all of them are above 0"

# %% [markdown]
# ### Overflow
#
# Without the maximum the exponentials grow too large. NumPy's usual numbers (float64) end near $1.8 \cdot 10^{308}$;
# beyond that stands `inf`, and `inf / inf` is `nan`. For $z = (1000, 1001)$ the first form gives `nan, nan`; the
# second gives $(0.2689,\ 0.7311)$, the same as for $(1, 2)$ and for $(-1, 0)$. This is overflow (오버플로우).
#
# **What is the largest whole number $x$ whose `np.exp(float(x))` is still finite?** Try it, or compute it.

# %% nbgrader={"grade_id": "exp_limit", "solution": true} rows=["s4-417-overflow"]
# exp_limit: a whole number
### BEGIN SOLUTION
exp_limit = 709
### END SOLUTION

# %% nbgrader={"grade_id": "exp_limit_examples", "grade": true}
assert exp_limit == int(exp_limit), "exp_limit is a whole number"

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
# The error of one row is $-\sum_k t_k \log o_k$ with the natural logarithm. As only the true class has $t_k = 1$, this
# is minus the logarithm of the share that the network gives to the true class. By hand, for $o = (0.2, 0.8)$ and
# $t = (0, 1)$: $-\log 0.8 = 0.2231$. A sure and right network has the error 0; for a sure and wrong one it grows
# without end.
#
# Over a batch of $N$ rows take the mean, as TensorFlow does. The document has one row and only sums.
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
# ## 4. Back through both
#
# The derivative of the error with respect to the *logits* is short, and that is why the two are used together. For one
# row, $\dfrac{\partial E}{\partial o_k} = -\dfrac{t_k}{o_k}$, and the softmax has
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
# ## 5. Training
#
# The network has a hidden layer (은닉층) with a sigmoid and an output layer with a softmax:
#
# $$H = \text{sigmoid}(I\,W_H + B_H) \qquad O = \text{softmax}(H\,W_O + B_O)$$
#
# By hand, for the numbers below: $I\,W_H + B_H = (0.3775, 0.3925)$, so $H = (0.5933, 0.5969)$; the logits are
# $(1.1059, 1.2249)$, so $O = (0.4703, 0.5297)$. Before any training the network gives both classes nearly the same.

# %% nbgrader={"grade_id": "numbers", "locked": true}
# The numbers of the document: two inputs, two hidden nodes, two classes, a batch of one.
I = np.array([[0.05, 0.10]])  # (batch, inputs)
T = np.array([[0, 1]])  # (batch, classes), the targets
WH0 = np.array([[0.15, 0.25], [0.20, 0.30]])  # (inputs, hidden)
BH0 = np.array([[0.35, 0.35]])  # (1, hidden)
WO0 = np.array([[0.40, 0.50], [0.45, 0.55]])  # (hidden, classes)
BO0 = np.array([[0.60, 0.60]])  # (1, classes)
lr = 0.01  # the learning rate (학습률)
epochs = 200


# %% nbgrader={"grade_id": "forward", "solution": true} rows=["s4-417-sigmoid-numpy"]
def forward(I, WH, BH, WO, BO):
    """The forward pass (순전파): a sigmoid in the hidden layer, a softmax in the output layer.

    I is (batch, inputs); returns H, (batch, hidden), and O, (batch, classes).
    """
    ### BEGIN SOLUTION
    H = 1 / (1 + np.exp(-(I @ WH + BH)))  # (batch, hidden)
    O = softmax(H @ WO + BO)  # (batch, classes)
    return H, O
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_examples", "grade": true}
H, O = forward(I, WH0, BH0, WO0, BO0)
print("H =", H, " O =", O)
np.testing.assert_allclose(H, [[0.593270, 0.596884]], atol=1e-6, err_msg="H is the sigmoid of I @ WH + BH")
np.testing.assert_allclose(O, [[0.470281, 0.529719]], atol=1e-6, err_msg="O is the softmax of H @ WO + BO")

# %% [markdown]
# ### 200 epochs, as a script
#
# One epoch (에폭): forward, the error $E$, backward (역전파), one step against each gradient. Behind $O_b$ nothing is
# new: the error goes back through `WO` and through the slope of the sigmoid, which is $H (1 - H)$ in terms of its
# output, and each gradient is a sum over the rows.
#
# $$H_b = O_b W_O^T \cdot H (1 - H) \qquad
# W_{Hb} = I^T H_b \quad B_{Hb} = \sum_{rows} H_b \quad W_{Ob} = H^T O_b \quad B_{Ob} = \sum_{rows} O_b$$
#
# The dot between matrices of one shape is entry by entry. Compute all gradients before any weight changes. After the
# loop `O` and `E` hold the outputs and the error *before* the last update, as the document prints them.

# %% nbgrader={"grade_id": "sigmoid_training", "solution": true} rows=["s4-417-sigmoid-numpy"]
# Train for `epochs` epochs, starting from WH0, BH0, WO0, BO0, with the learning rate lr. Assign O and E too.
WH, BH, WO, BO = WH0.copy(), BH0.copy(), WO0.copy(), BO0.copy()
for epoch in range(epochs):
    ### BEGIN SOLUTION
    H, O = forward(I, WH, BH, WO, BO)
    E = cross_entropy(O, T)
    Ob = output_delta(O, T)
    Hb = Ob @ WO.T * H * (1 - H)  # (batch, hidden)
    WHb = I.T @ Hb  # (inputs, hidden)
    BHb = Hb.sum(axis=0, keepdims=True)  # (1, hidden)
    WOb = H.T @ Ob  # (hidden, classes)
    BOb = Ob.sum(axis=0, keepdims=True)  # (1, classes)
    WH = WH - lr * WHb
    BH = BH - lr * BHb
    WO = WO - lr * WOb
    BO = BO - lr * BOb
    ### END SOLUTION

# %% nbgrader={"grade_id": "sigmoid_training_examples", "grade": true}
print("E =", round(float(E), 4), "\nO =", O, "\nWH =\n", WH, "\nBH =", BH, "\nWO =\n", WO, "\nBO =", BO)
for name, found, printed in [
    ("O", O, [[0.136, 0.864]]),
    ("WH", WH, [[0.152, 0.252], [0.205, 0.305]]),
    ("BH", BH, [[0.398, 0.398]]),
    ("WO", WO, [[0.101, 0.799], [0.149, 0.851]]),
    ("BO", BO, [[0.100, 1.100]]),
]:
    np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{name} after 200 epochs")
np.testing.assert_allclose(E, 0.1467, atol=0.0001, err_msg="E before the last update is -log of O[0, 1]")

# %% [markdown]
# ### Another hidden activation
#
# The output layer stays as it is; the hidden layer may have the hyperbolic tangent or the ReLU. Their slopes in terms
# of the output $H$:
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
# Now the whole training as a function, with your `softmax`, `output_delta`, `activate` and `activate_backward`. After
# 200 epochs with the numbers above, the document prints this for the three programs:
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
        H = activate(I @ WH + BH, activation)  # (batch, hidden)
        O = softmax(H @ WO + BO)  # (batch, classes)
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
# The picture of the matrices in the document shows another value for one weight at the start, $W_O[1, 1] = 0.66$, than
# its program, which has $0.55$. Only one of them leads to the printed output $O = [0.136\ \ 0.864]$ of the sigmoid
# network after 200 epochs.

# %% nbgrader={"grade_id": "wo11", "solution": true} rows=["s4-417-wo66"]
# Which of the two values of WO0[1, 1] leads to the printed output? Try both with train.
### BEGIN SOLUTION
wo11 = 0.55
### END SOLUTION

# %% nbgrader={"grade_id": "wo11_examples", "grade": true}
assert wo11 in (0.55, 0.66), "wo11 is one of the two values 0.55 and 0.66"

# %% [markdown]
# Look at $B_O$ in the table: it began as $(0.600, 0.600)$, and its two entries still add up to $1.200$ in all three
# programs, whatever the hidden layer did.
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
# ## 6. The same in TensorFlow
#
# In Keras the error is `tf.keras.losses.CategoricalCrossentropy()`, an object that is called with the targets
# *first*: `loss(T, O)`. It takes the mean over the rows, as yours does, and returns a tensor; `float(...)` makes it a
# number.

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf


# %% nbgrader={"grade_id": "keras_cross_entropy", "solution": true} rows=["s4-417-sigmoid-keras"]
def keras_cross_entropy(O, T):
    """The cross-entropy of a batch, one number, computed by Keras.

    O is (batch, classes), the outputs of a softmax; T is (batch, classes), one-hot.
    """
    ### BEGIN SOLUTION
    return float(tf.keras.losses.CategoricalCrossentropy()(T, O))
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_cross_entropy_examples", "grade": true}
np.testing.assert_allclose(
    [keras_cross_entropy(np.array([[0.2, 0.8], [0.5, 0.5]]), np.array([[0.0, 1.0], [1.0, 0.0]]))], [0.458145], atol=1e-5
)

# %% [markdown]
# The network is a `tf.keras.Sequential` model: `tf.keras.Input(shape=(inputs,))`, a `Dense` layer with the hidden
# activation `"sigmoid"`, `"tanh"` or `"relu"`, and a `Dense` layer with `activation="softmax"`. (The document gives
# the first layer `input_shape=(2,)` instead, at which Keras 3 warns.)
#
# - Keras keeps a bias as a vector, shape (nodes,): take the row out of `BH` and `BO` before `set_weights`.
# - `predict` and `fit` are made for large data and slow for a single row. `model(I)` and `model.train_on_batch(I, T)`
#   compute the same; call `.numpy()` on what `model(I)` returns.


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
# `tf.keras.losses.CategoricalCrossentropy()`. One epoch is one step on the whole batch. As in part 5, `O` holds the
# outputs before the last update. The document's three Keras programs print the same three tables as NumPy.


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
