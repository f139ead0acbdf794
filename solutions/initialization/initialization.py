# %% [markdown]
# # Initialization: how a network starts decides whether it learns
#
# A network with ten hidden layers reads handwritten digits. The same network, the same data, the same training: from one
# start it reads nearly nine digits out of ten, from another it learns nothing at all. Only the first weights differ. In this
# notebook you find out why. You compute what a start does to the signals on their way through the layers, you write the
# famous starts of Glorot (Xavier) and He, and at the end you train the network from five starts and see which ones learn.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes.

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
# ## 1. All equal at the start
#
# The simplest start (초기화) is one number for all weights, such as 0. Then all nodes (노드) of a hidden layer (은닉층)
# compute the same output. They get the same gradient (기울기), and so they make the same step. After any number of steps
# they are still the same: ten nodes do the work of one.
#
# Write a function that counts how many *different* nodes a layer has. A node is a column of `W` together with its
# entry of `b`. Two nodes are the same if all their weights and their biases (편향) are equal.
#
# By hand, for $W = \begin{pmatrix} 1 & 1 & 1 \\ 2 & 2 & 3 \end{pmatrix}$ and $b = (0\ \ 0\ \ 0)$: the first two
# columns are the same, so there are 2 different nodes. With $b = (0\ \ 5\ \ 0)$ there are 3.


# %% nbgrader={"grade_id": "distinct_units", "solution": true}
def distinct_units(W, b):
    """How many different nodes a layer has, a whole number. W is (inputs, nodes), b is (1, nodes)."""
    ### BEGIN SOLUTION
    return len({tuple(node) for node in np.vstack([W, b]).T.tolist()})
    ### END SOLUTION


# %% nbgrader={"grade_id": "distinct_units_examples", "grade": true}
W = np.array([[1, 1, 1], [2, 2, 3]])
assert np.shape(distinct_units(W, np.array([[0, 0, 0]]))) == (), "the result is one number"
assert distinct_units(W, np.array([[0, 0, 0]])) == 2, "two of three nodes are the same"
assert distinct_units(W, np.array([[0, 5, 0]])) == 3, "the biases differ"


# %% nbgrader={"grade_id": "equal_nodes", "locked": true} demo=true
@picture
def equal_nodes():
    """The weights of five hidden nodes while a small network learns, from equal and from random weights."""
    generator = np.random.default_rng(3)
    X = generator.uniform(-1, 1, size=(30, 2))
    T = X[:, :1] * X[:, 1:]
    figure, plots = plt.subplots(1, 2, figsize=(7, 3.2), sharey=True)
    told = []
    for axes, title, W in (
        (plots[0], "all weights 0.5", np.full((2, 5), 0.5)),
        (plots[1], "random weights", generator.normal(size=(2, 5)) * 0.7),
    ):
        b, V, path = np.zeros((1, 5)), np.full((5, 1), 0.5), []
        for _ in range(400):
            H = np.tanh(X @ W + b)
            delta = (H @ V - T) / len(X)
            hidden = delta @ V.T * (1 - H**2)
            W, b, V = W - 0.3 * X.T @ hidden, b - 0.3 * hidden.sum(axis=0, keepdims=True), V - 0.3 * H.T @ delta
            path.append(W[0])
        axes.plot(path)
        count = distinct_units(W.round(9), b.round(9))
        axes.set_title(f"{title}: {count} different")
        axes.set_xlabel("step")
        told.append(f"from {title} {count}")
    plots[0].set_ylabel("first weight of each node")
    return figure, f"Different nodes among five after 400 steps: {', '.join(told)}. Equal nodes move on one line."


# %% [markdown]
# For the weights 0 is the worst: the error cannot even pass through them on its way back. But networks mostly start
# with all **biases** at 0, and they learn.
#
# **Why is 0 harmless for the biases?** a) A bias is not trained, so its start does not matter. b) The random weights make
# the nodes different already; so their biases get different gradients. c) The gradient of a bias is always 1, and so it
# leaves 0 at once. d) It is not harmless: the biases stay equal to each other for ever, only the weights learn.

# %% nbgrader={"grade_id": "zero_biases", "solution": true}
# Answer with one letter, for instance: zero_biases = "a"
### BEGIN SOLUTION
zero_biases = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "zero_biases_examples", "grade": true}
assert str(zero_biases).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. What one layer does to the size of a signal
#
# So the weights must be random. But how large? Call the size of some numbers their *spread*: the root of the mean of
# their squares. For numbers with the mean 0 this is the standard deviation (표준편차).
#
# $$\text{spread}(x) = \sqrt{\frac{1}{n} \sum_i x_i^2}$$
#
# A weighted sum (가중합) adds `fan_in` products: $z = \sum_i w_i x_i$. If the weights are independent, with the mean 0 and
# the standard deviation $\sigma$, the mixed products cancel on average, and the mean of $z^2$ is the mean of
# $x^2$ times $\text{fan\_in} \cdot \sigma^2$. This is the whole argument. For the spread take the root:
#
# $$\text{spread}(z) = \text{spread}(x) \cdot \sqrt{\text{fan\_in}} \cdot \sigma$$
#
# Then comes the activation (활성화 함수). ReLU sets about half of the sums to 0. So of the mean of squares the share
# $k = \frac{1}{2}$ is kept. Without an activation $k = 1$, and tanh keeps nearly all of a small sum. The factor of one
# layer is $\sqrt{k \cdot \text{fan\_in}} \cdot \sigma$.
#
# By hand, with $\text{fan\_in} = 100$, $\sigma = 0.01$ and $k = 1$: the factor is $10 \cdot 0.01 = 0.1$. A signal of
# spread 1 has the spread $0.1$ after one layer, $0.01$ after two, and $10^{-10}$ after ten.


# %% nbgrader={"grade_id": "predicted_spread", "solution": true}
def predicted_spread(start, fan_ins, stds, k):
    """The predicted spread after each layer, an array (layers,).

    start is the spread of the inputs and k the share of the mean of squares that an activation keeps, both numbers.
    fan_ins and stds are (layers,): how many inputs each layer has, and the standard deviation of its weights.
    """
    ### BEGIN SOLUTION
    return start * np.cumprod(np.sqrt(k * fan_ins) * stds)
    ### END SOLUTION


# %% nbgrader={"grade_id": "predicted_spread_examples", "grade": true}
np.testing.assert_allclose(
    predicted_spread(1.0, np.array([100, 100]), np.array([0.01, 0.2]), 1.0),
    [0.1, 0.2],
    rtol=1e-5,
    err_msg="the factors of the two layers are 0.1 and 2",
)
np.testing.assert_allclose(
    predicted_spread(3.0, np.array([8]), np.array([0.5]), 0.5), [3.0], rtol=1e-5, err_msg="one layer with ReLU"
)

# %% [markdown]
# Turn the argument round. Which $\sigma$ makes the factor exactly 1, so that the signal keeps its size in every layer?


# %% nbgrader={"grade_id": "steady_std", "solution": true}
def steady_std(fan_in, k):
    """The standard deviation of the weights with which a layer keeps the spread. Numbers; returns a number."""
    ### BEGIN SOLUTION
    return 1 / np.sqrt(k * fan_in)
    ### END SOLUTION


# %% nbgrader={"grade_id": "steady_std_examples", "grade": true}
np.testing.assert_allclose([steady_std(100, 1.0)], [0.1], rtol=1e-5, err_msg="100 inputs, no activation")

# %% [markdown]
# ## 3. Famous starts
#
# **He** (2015) is what you found for ReLU: the $\sigma$ that keeps the spread where $k = \frac{1}{2}$.
#
# **Xavier** (Glorot and Bengio, 2010) was made for tanh, where $k$ is near 1. On the way back the error passes through
# the same weights, but there each node adds up `fan_out` products. One $\sigma$ cannot be right for both ways. So Xavier
# takes the mean of `fan_in` and `fan_out` in the place of `fan_in`, and $k = 1$.
#
# The random numbers (난수) are given to your function: normal numbers (정규 분포) with mean 0 and standard deviation 1.
# To get another standard deviation, multiply. Five kinds of start: `"zeros"`, `"small"` with $\sigma = 0.01$, `"large"`
# with $\sigma = 1$, `"xavier"` and `"he"`.
#
# By hand, for `fan_in` 6 and `fan_out` 2: Xavier's $\sigma$ is $0.5$, and that of He is $0.577$.


# %% nbgrader={"grade_id": "initial_weights", "solution": true}
def initial_weights(kind, fan_in, fan_out, numbers):
    """The first weights of a layer with fan_in inputs and fan_out nodes, (fan_in, fan_out).

    kind is one of the five texts. numbers is (fan_in, fan_out), normal numbers with standard deviation 1.
    """
    ### BEGIN SOLUTION
    stds = {
        "zeros": 0,
        "small": 0.01,
        "large": 1,
        "xavier": np.sqrt(2 / (fan_in + fan_out)),
        "he": np.sqrt(2 / fan_in),
    }
    return stds[kind] * numbers
    ### END SOLUTION


# %% nbgrader={"grade_id": "initial_weights_examples", "grade": true}
numbers = np.array([[1.0, -1.0]] * 6)
np.testing.assert_allclose(
    initial_weights("xavier", 6, 2, numbers)[0], [0.5, -0.5], rtol=1e-5, err_msg="Xavier, 6 to 2"
)
np.testing.assert_allclose(initial_weights("small", 6, 2, numbers)[5], [0.01, -0.01], rtol=1e-5, err_msg="small")
assert np.shape(initial_weights("zeros", 6, 2, numbers)) == (6, 2), "zeros have the shape of a layer's weights, too"

# %% [markdown]
# Keras starts a `Dense` layer with Xavier's standard deviation, but with *uniform* numbers (균등 분포): each number between
# $-L$ and $L$ is as likely as any other. Such numbers have the standard deviation $L / \sqrt{3}$. Choose $L$ so that this is
# Xavier's $\sigma$. By hand, for `fan_in` 2 and `fan_out` 4: $L = 1$.
#
# Given are numbers $u$ between 0 and 1. Map them in a straight line: 0 becomes $-L$, 1 becomes $L$.


# %% nbgrader={"grade_id": "xavier_uniform", "solution": true}
def xavier_uniform(fan_in, fan_out, numbers):
    """Xavier's first weights from uniform numbers between 0 and 1; numbers and the result are (fan_in, fan_out)."""
    ### BEGIN SOLUTION
    limit = np.sqrt(6 / (fan_in + fan_out))
    return limit * (2 * numbers - 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "xavier_uniform_examples", "grade": true}
np.testing.assert_allclose(
    xavier_uniform(2, 4, np.array([[0.0, 1.0, 0.5, 0.75]] * 2))[1],
    [-1, 1, 0, 0.5],
    rtol=1e-5,
    atol=1e-6,
    err_msg="L is 1",
)

# %% [markdown]
# ## 4. Through ten layers
#
# Now see whether the argument holds. Send inputs through many layers, each without biases:
#
# $$A_1 = \text{act}(X W_1) \qquad A_2 = \text{act}(A_1 W_2) \qquad \dots$$


# %% nbgrader={"grade_id": "forward_all", "solution": true}
def forward_all(X, weights, activation):
    """The outputs of every layer, a list of arrays: the first layer's first, without X itself.

    X is (batch, inputs). weights is a list of matrices, each (fan_in, fan_out). activation is "tanh" or "relu".
    """
    ### BEGIN SOLUTION
    outputs, A = [], X
    for W in weights:
        Z = A @ W  # (batch, fan_out)
        A = np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)
        outputs.append(A)
    return outputs
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_all_examples", "grade": true}
outputs = forward_all(np.array([[1.0, 2.0]]), [np.array([[1.0, -1.0], [0.5, 0.0]]), np.array([[0.5], [1.0]])], "relu")
np.testing.assert_allclose(outputs[0], [[2, 0]], rtol=1e-5, atol=1e-6, err_msg="ReLU of (2, -1)")
np.testing.assert_allclose(outputs[1], [[1]], rtol=1e-5, err_msg="the second layer gets (2, 0)")


# %% nbgrader={"grade_id": "spreads", "solution": true}
def spreads(arrays):
    """The spread of each array over all its entries, an array (layers,). arrays is a list of arrays of any shapes."""
    ### BEGIN SOLUTION
    return np.array([np.sqrt(np.mean(each**2)) for each in arrays])
    ### END SOLUTION


# %% nbgrader={"grade_id": "spreads_examples", "grade": true}
np.testing.assert_allclose(
    spreads([np.array([[3.0, 4.0]]), np.array([[2.0], [2.0], [-2.0]])]), [12.5**0.5, 2], rtol=1e-5, err_msg="two arrays"
)

# %% nbgrader={"grade_id": "deep", "locked": true} demo=true
KINDS = ("zeros", "small", "large", "xavier", "he")
STYLES = dict(zip(KINDS, ("k:", "C0s-", "C1^-", "C2o-", "C3D-"), strict=True))


def in_arrays(answers):
    """Each of the answers as an array."""
    return [np.array(answer) for answer in answers]


def deep_weights(kind, sizes, seed):
    """The first weights of a network with these sizes, from one seed for all kinds."""
    generator = np.random.default_rng(seed)
    shapes = [(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]
    return in_arrays(initial_weights(kind, *shape, generator.normal(size=shape)) for shape in shapes)


@picture
def spread_by_layer():
    """The spread of the outputs by layer for each start, with tanh and with ReLU."""
    X = np.random.default_rng(1).normal(size=(300, 100))
    figure, plots = plt.subplots(1, 2, figsize=(7.5, 3.4), sharey=True)
    told = []
    for axes, activation in zip(plots, ("tanh", "relu"), strict=True):
        for kind in KINDS[1:]:
            weights = deep_weights(kind, [100] * 11, 0)
            found = spreads([X, *in_arrays(forward_all(X, weights, activation))])
            axes.semilogy(range(11), found, STYLES[kind], markersize=4, label=kind)
            told.append(f"{activation}, {kind}: {found[-1]:.1e}")
        axes.set_title(activation)
        axes.set_xlabel("layer")
    predicted = predicted_spread(1.0, np.full(10, 100), np.full(10, 0.01), 0.5)
    plots[1].semilogy(range(1, 11), predicted, "k+", markersize=9, label="predicted, small")
    plots[0].set_ylabel("spread of the outputs")
    plots[1].legend(fontsize=8)
    return figure, f"The spread after ten layers of 100 nodes: {'; '.join(told)}."


@picture
def histograms():
    """The outputs of tanh in layers 1, 5 and 10 for three starts."""
    X = np.random.default_rng(1).normal(size=(300, 100))
    figure, plots = plt.subplots(3, 3, figsize=(7, 5), sharex=True)
    told = []
    for row, kind in zip(plots, ("small", "large", "xavier"), strict=True):
        outputs = in_arrays(forward_all(X, deep_weights(kind, [100] * 11, 0), "tanh"))
        for axes, layer in zip(row, (1, 5, 10), strict=True):
            axes.hist(np.clip(outputs[layer - 1].ravel(), -1, 1), bins=41, range=(-1, 1))
            axes.set_title(f"{kind}, layer {layer}", fontsize=9)
            axes.set_yticks([])
        told.append(f"{kind}: {np.mean(np.abs(outputs[-1]) > 0.9):.0%}")
    return figure, f"The share of outputs beyond 0.9 or below -0.9 in layer 10, of tanh: {', '.join(told)}."


# %% [markdown]
# Small weights: the signal dies out. Large weights: tanh is pressed against $-1$ and $1$, and ReLU explodes. With Xavier
# tanh keeps its spread nearly, and with He ReLU does.
#
# A network has layers of equal width with ReLU, and it starts with *Xavier*. **By which factor does the argument of part 2
# multiply the spread in ten layers?**

# %% nbgrader={"grade_id": "xavier_with_relu", "solution": true}
# xavier_with_relu: a number
### BEGIN SOLUTION
xavier_with_relu = 1 / 32
### END SOLUTION

# %% nbgrader={"grade_id": "xavier_with_relu_examples", "grade": true}
assert xavier_with_relu > 0, "a factor of the spread is above 0"

# %% [markdown]
# ## 5. And back again
#
# What learns is decided by the way back. Let $G$ be the derivative of the error with respect to the outputs of the
# *last* layer. The delta $D_l$ of a layer is the derivative with respect to its weighted sums:
#
# $$D_{last} = G \cdot \text{act}' \qquad D_l = (D_{l+1} W_{l+1}^T) \cdot \text{act}'$$
#
# The dot is entry by entry, and the slope $\text{act}'$ is that of the layer of $D_l$. Both slopes can be read from the
# outputs $A$: $1 - A^2$ for tanh; for ReLU 1 where $A > 0$, else 0.


# %% nbgrader={"grade_id": "backward_all", "solution": true}
def backward_all(G, outputs, weights, activation):
    """The delta of every layer, a list of arrays in the order of the layers: the first layer's first.

    G is (batch, nodes of the last layer). outputs and weights are lists, one entry for each layer, as in forward_all.
    """
    ### BEGIN SOLUTION
    deltas, back = [], G
    for A, W in zip(outputs[::-1], weights[::-1], strict=True):
        D = back * (1 - A**2 if activation == "tanh" else A > 0)  # (batch, fan_out)
        deltas.insert(0, D)
        back = D @ W.T  # (batch, fan_in)
    return deltas
    ### END SOLUTION


# %% nbgrader={"grade_id": "backward_all_examples", "grade": true}
deltas = backward_all(
    np.array([[2.0]]),
    [np.array([[0.5, 0.0]]), np.array([[0.8]])],
    [np.array([[9.0, 9.0]]), np.array([[1.0], [-1.0]])],
    "tanh",
)
np.testing.assert_allclose(deltas[1], [[0.72]], rtol=1e-5, err_msg="the last layer: 2 * (1 - 0.64)")
np.testing.assert_allclose(
    deltas[0], [[0.54, -0.72]], rtol=1e-5, err_msg="the first layer: through the weights 1 and -1"
)


# %% nbgrader={"grade_id": "gradients_by_layer", "locked": true} demo=true
@picture
def gradients_by_layer():
    """The spread of the deltas by layer for each start, with tanh and with ReLU."""
    generator = np.random.default_rng(1)
    X, G = generator.normal(size=(300, 100)), generator.normal(size=(300, 100))
    figure, plots = plt.subplots(1, 2, figsize=(7.5, 3.4), sharey=True)
    told = []
    for axes, activation in zip(plots, ("tanh", "relu"), strict=True):
        for kind in KINDS[1:]:
            weights = deep_weights(kind, [100] * 11, 0)
            outputs = in_arrays(forward_all(X, weights, activation))
            found = spreads(in_arrays(backward_all(G, outputs, weights, activation)))
            axes.semilogy(range(1, 11), found, STYLES[kind], markersize=4, label=kind)
            told.append(f"{activation}, {kind}: {found[0]:.1e}")
        axes.set_title(activation)
        axes.set_xlabel("layer")
    plots[0].set_ylabel("spread of the deltas")
    plots[1].legend(fontsize=8)
    return figure, f"The spread of the deltas that arrive at the first layer: {'; '.join(told)}."


# %% [markdown]
# Look at the *large* weights. They are the same for both activations. With ReLU the deltas grow about 7 times in each
# layer on their way back, with tanh only about 2 times.
#
# **What holds the deltas of tanh back?** a) Most outputs are near $-1$ or $1$, where the slope $1 - A^2$ is nearly 0.
# b) Most outputs are near 0, where the slope of tanh is 0. c) The deltas of tanh do not pass through the weights. d) tanh
# cuts the deltas off at $-1$ and $1$.

# %% nbgrader={"grade_id": "saturation", "solution": true}
# Answer with one letter, for instance: saturation = "a"
### BEGIN SOLUTION
saturation = "a"
### END SOLUTION

# %% nbgrader={"grade_id": "saturation_examples", "grade": true}
assert str(saturation).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 6. Five starts on real digits
#
# The file `digits.csv` has 1000 handwritten digits (손글씨 숫자) of the UCI Machine Learning Repository (Alpaydin and
# Kaynak, 1998; CC BY 4.0). Each is an image of $8 \cdot 8$ pixels from 0 to 16. The network has ten hidden layers of 40
# nodes with ReLU, and a softmax (소프트맥스) output. It learns from 800 digits and is then asked for the other 200. Your
# `initial_weights`, `forward_all` and `backward_all` do the work.


# %% nbgrader={"grade_id": "five_starts", "locked": true} demo=true
def softmax(Z):
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def train_from(kind, X, labels, steps=600, lr=0.05, rows=100):
    """The trained weights, the last of them the output layer's, and the error in each step."""
    *hidden, last = deep_weights(kind, [X.shape[1], *[40] * 10, 10], 0)
    order, curve = np.random.default_rng(0), []
    for _ in range(steps):
        chosen = order.choice(len(X), size=rows, replace=False)
        outputs = in_arrays(forward_all(X[chosen], hidden, "relu"))
        P = softmax(outputs[-1] @ last)
        curve.append(-np.mean(np.log(P[np.arange(rows), labels[chosen]] + 1e-12)))
        P[np.arange(rows), labels[chosen]] -= 1
        deltas = in_arrays(backward_all(P @ last.T / rows, outputs, hidden, "relu"))
        last = last - lr * outputs[-1].T @ P / rows
        hidden = [W - lr * A.T @ D for W, A, D in zip(hidden, [X[chosen], *outputs], deltas, strict=False)]
    return [*hidden, last], curve


@picture
def five_starts():
    """The error while the network learns digits, from each of the five starts, and how many it reads."""
    digits = np.loadtxt("digits.csv", delimiter=",", comments="#")
    X, labels = digits[:, :64] / 16, digits[:, 64].astype(int)
    figure, axes = plt.subplots(figsize=(6, 3.8))
    told = []
    for kind in KINDS:
        with np.errstate(all="ignore"):
            (*hidden, last), curve = train_from(kind, X[:800], labels[:800])
            answers = np.argmax(np.array(forward_all(X[800:], hidden, "relu")[-1]) @ last, axis=1)
        right = np.mean(answers == labels[800:])
        print(f"{kind:>6}: {right:.1%} of 200 new digits are read right")
        axes.plot(np.convolve(curve, np.full(20, 0.05), "valid"), STYLES[kind][:2], label=f"{kind}: {right:.0%}")
        told.append(f"{kind} {right:.0%}")
    axes.set_ylim(0, 3.5)
    axes.set_xlabel("step")
    axes.set_ylabel("cross-entropy")
    axes.legend(loc="upper right", ncol=3, fontsize=8)
    return figure, f"New digits read right after training: {', '.join(told)}. Guessing would give about 10 %."


# %% [markdown]
# ## What to take with you
#
# - Weights start at random, biases at 0.
# - ReLU goes with He, tanh with Xavier. Each follows from one line: the mean of squares is multiplied by
#   $k \cdot \text{fan\_in} \cdot \sigma^2$.
# - If a deep network does not learn, print the spread of the outputs and of the deltas by layer before anything else.
