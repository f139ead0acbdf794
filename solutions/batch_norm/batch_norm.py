# %% [markdown]
# # Batch normalization
#
# A network with ten hidden layers can be impossible to train, although each of its layers is fine. The numbers get smaller
# from layer to layer, and the slopes (기울기) do so on the way back. Batch normalization (배치 정규화) is a small layer
# that puts the numbers back to a common size. In this notebook you write its way forward and its way back. At the end the
# same ten layers, started from the same weights, are trained twice: without your layer they learn nothing, with it they
# tell two spirals apart.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers. It
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other shapes.

# %% nbgrader={"grade_id": "imports", "locked": true}
import itertools

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
# ## 1. One mean and one variance for each feature
#
# A batch (배치) $X$ has one example in each row and one feature (특성) in each column. For each feature we take the mean
# (평균) and the variance (분산) over the $n$ examples of the batch:
#
# $$\mu = \frac{1}{n}\sum_i x_i \qquad \sigma^2 = \frac{1}{n}\sum_i (x_i - \mu)^2$$
#
# By hand, for a feature with the values $1, 2, 6$: the mean is $3$. The differences are $-2, -1, 3$, their squares
# $4, 1, 9$, and so the variance is $\frac{14}{3}$. Statisticians often divide by $n - 1$; batch normalization divides by
# $n$.


# %% nbgrader={"grade_id": "statistics", "solution": true}
def statistics(X):
    """The mean and the variance of each feature of a batch; X is (examples, features). Returns two arrays (features,)."""
    ### BEGIN SOLUTION
    mean = X.mean(axis=0)  # (features,)
    return mean, ((X - mean) ** 2).mean(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "statistics_examples", "grade": true}
found = statistics(np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]]))
np.testing.assert_allclose(
    found, [[3, 10], [14 / 3, 0]], rtol=1e-5, atol=1e-6, err_msg="the values 1, 2, 6, and 10 always"
)

# %% [markdown]
# ## 2. The layer
#
# The layer brings each feature to the mean $0$ and the variance $1$. Then it gives it a new scale $\gamma$ and a new
# middle $\beta$. These two are trained like weights (가중치), one of each for each feature:
#
# $$\hat{x} = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} \qquad y = \gamma\,\hat{x} + \beta$$
#
# The small number $\epsilon$ stands under the root. It is there for a feature that is the same in all examples: its
# variance is $0$, and nothing may be divided by $0$.
#
# By hand, for the values $1, 2, 6$ with $\epsilon = \frac{1}{3}$, $\gamma = 10$ and $\beta = 1$: the root is
# $\sqrt{14/3 + 1/3} = \sqrt{5}$, and the first value becomes $10 \cdot (-2) / \sqrt{5} + 1 = -7.944$.


# %% nbgrader={"grade_id": "scaled", "solution": true}
def scaled(X, mean, variance, gamma, beta, eps):
    """What the layer makes of X, which is (examples, features), when it uses this mean and this variance.

    mean, variance, gamma and beta are (features,), eps is a number. Returns (examples, features).
    """
    ### BEGIN SOLUTION
    return gamma * (X - mean) / np.sqrt(variance + eps) + beta
    ### END SOLUTION


# %% nbgrader={"grade_id": "scaled_examples", "grade": true}
X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
gamma, beta = np.array([10.0, 2.0]), np.array([1.0, -4.0])
found = np.array(scaled(X, np.array([3.0, 10.0]), np.array([14 / 3, 0.0]), gamma, beta, 1 / 3))
np.testing.assert_allclose(found[0], [-7.9442719, -4], rtol=1e-5, err_msg="the first row")
np.testing.assert_allclose(found[:, 0], [-7.9442719, -3.472136, 14.4164079], rtol=1e-5, err_msg="the first column")

# %% [markdown]
# What is it good for? Below, a batch goes through ten layers whose weights are a bit too small. The picture shows how
# large the numbers are after each layer: as they are, and with your layer in between.


# %% nbgrader={"grade_id": "depth_figure", "locked": true} demo=true
def sizes_by_layer(weights, X, with_layer):
    """The standard deviation of all numbers after each layer."""
    sizes = []
    for W in weights:
        X = X @ W
        if with_layer:
            mean, variance = map(np.asarray, statistics(X))
            X = np.asarray(scaled(X, mean, variance, np.ones(X.shape[1]), np.zeros(X.shape[1]), 1e-5))
        X = np.maximum(X, 0)
        sizes.append(X.std())
    return sizes


rng = np.random.default_rng(1)
ten_weights = [rng.normal(0, 0.15, (20, 20)) for _ in range(10)]
some_batch = rng.normal(0, 1, (64, 20))


@picture
def depth_figure():
    """How large the numbers are after each of ten layers, without batch normalization and with it."""
    without, with_it = (sizes_by_layer(ten_weights, some_batch, with_layer) for with_layer in (False, True))
    figure, axes = plt.subplots(figsize=(5.5, 3.2))
    axes.semilogy(range(1, 11), without, "o--", color="#a64d00", label="without")
    axes.semilogy(range(1, 11), with_it, "s-", color="#0b5394", label="with batch normalization")
    axes.set(xlabel="layer", ylabel="size of the numbers, logarithmic")
    axes.legend()
    told = f"After the tenth layer the size is {without[-1]:.1e} without and {with_it[-1]:.2f} with batch normalization"
    return figure, f"{told}. Without, it falls by the same factor in each layer."


# %% [markdown]
# ## 3. When there is no batch
#
# In training the mean and the variance are those of the batch. Later the network has to answer for a single example.
# **What does the layer give for a batch of one row, with the mean and the variance of that batch?**
#
# a) The row as it is: nothing has to be brought to a common size. b) $\beta$, whatever the row is. c) $\gamma + \beta$,
# whatever the row is. d) Nothing: the variance is 0, and it divides by 0.

# %% nbgrader={"grade_id": "one_row", "solution": true}
# Answer with one letter, for instance: one_row = "a"
### BEGIN SOLUTION
one_row = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "one_row_examples", "grade": true}
assert str(one_row).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# So the layer keeps a running mean and a running variance (이동 평균) during the training, and uses these afterwards. At
# first the running mean is $0$ and the running variance is $1$. Each batch moves them a bit:
#
# $$\text{running} \leftarrow m \cdot \text{running} + (1 - m) \cdot \text{batch}$$
#
# The momentum $m$ is near 1, so the old value counts most. Keras says it this way, too. (PyTorch has the same rule with
# $m$ and $1 - m$ exchanged.)
#
# By hand, with $m = 0.9$, for one batch with the mean $3$ and the variance $\frac{14}{3}$: the running mean is
# $0.9 \cdot 0 + 0.1 \cdot 3 = 0.3$, the running variance $0.9 \cdot 1 + 0.1 \cdot \frac{14}{3} = 1.367$.


# %% nbgrader={"grade_id": "running_statistics", "solution": true}
def running_statistics(batches, momentum):
    """The running mean and the running variance after all batches, from 0 and 1 on. Returns two arrays (features,).

    batches is a list of arrays (examples, features); the batches may have different numbers of examples.
    """
    ### BEGIN SOLUTION
    mean, variance = 0.0, 1.0
    for X in batches:
        batch_mean, batch_variance = statistics(X)
        mean = momentum * mean + (1 - momentum) * batch_mean
        variance = momentum * variance + (1 - momentum) * batch_variance
    return mean, variance
    ### END SOLUTION


# %% nbgrader={"grade_id": "running_statistics_examples", "grade": true}
found = running_statistics([np.array([[1.0], [2.0], [6.0]])], 0.9)
np.testing.assert_allclose(found, [[0.3], [0.9 + 1.4 / 3]], rtol=1e-5, err_msg="one batch, with the values 1, 2, 6")
found = running_statistics([np.array([[2.0], [4.0]]), np.array([[8.0], [8.0], [8.0]])], 0.5)
np.testing.assert_allclose(found, [[4.75], [0.5]], rtol=1e-5, err_msg="two batches, with the momentum 0.5")

# %% [markdown]
# ### Two layers become one
#
# After the training the running mean and variance are fixed numbers. Then the layer only multiplies and adds. So does the
# dense layer (완전 연결 층) before it, $z = xW + b$. The two together are one dense layer, with other weights and other
# biases (편향):
#
# $$\gamma\,\frac{xW + b - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta \;=\; x W' + b'$$
#
# Work out $W'$ and $b'$. Programs for phones do this, since it saves a whole layer.


# %% nbgrader={"grade_id": "folded", "solution": true}
def folded(W, b, mean, variance, gamma, beta, eps):
    """The weights and biases of the one dense layer that does what a dense layer and batch normalization do.

    W is (inputs, features); b, mean, variance, gamma and beta are (features,). Returns (inputs, features), (features,).
    """
    ### BEGIN SOLUTION
    scale = gamma / np.sqrt(variance + eps)  # (features,)
    return W * scale, (b - mean) * scale + beta
    ### END SOLUTION


# %% nbgrader={"grade_id": "folded_examples", "grade": true}
W, b = np.array([[1.0, -2.0], [3.0, 0.5], [0.0, 4.0]]), np.array([1.0, 2.0])
mean, variance = np.array([3.0, -1.0]), np.array([3.75, 8.0])
new_W, new_b = folded(W, b, mean, variance, np.array([2.0, 6.0]), np.array([5.0, -1.0]), 0.25)
new_W = np.array(new_W)
np.testing.assert_allclose(new_W[:, 0], [1, 3, 0], rtol=1e-5, atol=1e-6, err_msg="2 / sqrt(4) = 1: this column stays")
np.testing.assert_allclose(new_b[0], 3, rtol=1e-5, err_msg="its bias")
x = np.array([[1.0, 2.0, 3.0]])
one_layer = x @ new_W + new_b
np.testing.assert_allclose(one_layer[0], [10, 28.2450462], rtol=1e-5, err_msg="what both layers make of 1, 2, 3")

# %% [markdown]
# **In training, batch normalization stands right after a dense layer $z = xW + b$. What does the bias $b$ do?**
#
# a) It moves the output by $\gamma\,b$. b) It does the work of $\beta$, so $\beta$ can be left out. c) Nothing, and its
# slope is always 0. d) It makes the variance larger, so the output gets smaller.

# %% nbgrader={"grade_id": "useless_bias", "solution": true}
# Answer with one letter, for instance: useless_bias = "a"
### BEGIN SOLUTION
useless_bias = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "useless_bias_examples", "grade": true}
assert str(useless_bias).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 4. Backward
#
# On the way back (역전파) the slope of the error for each output comes in: `dY`, of the shape of $Y$. From it we need the
# slopes for $\gamma$, for $\beta$, and for $X$.
#
# $\gamma$ and $\beta$ of a feature are used for every example, so what the examples give is added:
#
# $$\frac{\partial E}{\partial \gamma} = \sum_i \frac{\partial E}{\partial y_i}\,\hat{x}_i \qquad
# \frac{\partial E}{\partial \beta} = \sum_i \frac{\partial E}{\partial y_i}$$


# %% nbgrader={"grade_id": "parameter_gradients", "solution": true}
def parameter_gradients(dY, X, eps):
    """The slopes of the error for gamma and for beta, in training. dY and X are (examples, features).

    dY has the slopes for the outputs, X the inputs of the layer. Returns two arrays (features,).
    """
    ### BEGIN SOLUTION
    X_hat = scaled(X, *statistics(X), 1.0, 0.0, eps)  # (examples, features)
    return (dY * X_hat).sum(axis=0), dY.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "parameter_gradients_examples", "grade": true}
X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
dY = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 4.0]])
found = parameter_gradients(dY, X, 1 / 3)
np.testing.assert_allclose(found, [[-8.5 / 5**0.5, 0], [-0.5, 5]], rtol=1e-5, atol=1e-6, err_msg="for gamma, for beta")

# %% [markdown]
# The slope for $X$ is the hard part. A single $x_i$ has three ways to the error:
#
# 1. straight through its own $\hat{x}_i$;
# 2. through the mean $\mu$, which moves all $\hat{x}$ of this feature;
# 3. through the variance $\sigma^2$, which moves them all as well.
#
# Write $s = \sqrt{\sigma^2 + \epsilon}$ and $g_i = \gamma\,\frac{\partial E}{\partial y_i}$, the slope for $\hat{x}_i$.
# The slopes for the mean and for the variance are sums over the examples:
#
# $$\frac{\partial E}{\partial \mu} = -\frac{1}{s}\sum_i g_i \qquad
# \frac{\partial E}{\partial \sigma^2} = -\frac{1}{2 s^3}\sum_i g_i\,(x_i - \mu)$$
#
# How fast do $\mu$ and $\sigma^2$ move with $x_i$? Find it from their formulas in part 1. Then multiply along each of the
# three ways, and add.
#
# There is a test that needs no other program. Move *all* examples of a feature by the same amount: the output stays, so
# the slopes of a column must add up to 0.


# %% nbgrader={"grade_id": "input_gradient", "solution": true}
def input_gradient(dY, X, gamma, eps):
    """The slope of the error for each entry of X, in training: through the entry itself, the mean and the variance.

    dY and X are (examples, features), gamma is (features,). Returns (examples, features).
    """
    ### BEGIN SOLUTION
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)  # (features,)
    g = gamma * dY  # (examples, features)
    for_mean = -g.sum(axis=0) / s
    for_variance = -(g * (X - mean)).sum(axis=0) / (2 * s**3)
    return g / s + for_mean / len(X) + for_variance * 2 * (X - mean) / len(X)
    ### END SOLUTION


# %% nbgrader={"grade_id": "input_gradient_examples", "grade": true}
found = np.array(input_gradient(dY, X, np.array([10.0, 2.0]), 1 / 3))
print(found)
np.testing.assert_allclose(found.sum(axis=0), [0, 0], atol=1e-5, err_msg="the slopes of a column add up to 0")
np.testing.assert_allclose(found[0], [0.1490712, -9.2376043], rtol=1e-5, err_msg="the first row")

# %% [markdown]
# Compare with slow numbers that need no formula: move each entry of $X$ a little to both sides and look how the error
# moves. The error here is the sum of all $y$, each times its entry of `dY`.


# %% nbgrader={"grade_id": "slow_slopes", "locked": true} demo=true
def slow_input_gradient(dY, X, gamma, eps, h=1e-5):
    """The slopes for X by central differences, one entry after the other."""
    slopes = np.zeros_like(X)
    for place in np.ndindex(X.shape):
        sums = []
        for way in (h, -h):
            moved = X.copy()
            moved[place] += way
            sums.append(np.sum(dY * scaled(moved, *statistics(moved), gamma, 0.0, eps)))
        slopes[place] = (sums[0] - sums[1]) / (2 * h)
    return slopes


try:
    rng = np.random.default_rng(2)
    X_test, dY_test, gamma_test = rng.normal(3, 2, (6, 4)), rng.normal(size=(6, 4)), rng.uniform(0.5, 2, 4)
    by_formula = input_gradient(dY_test, X_test, gamma_test, 1e-3)
    by_moving = slow_input_gradient(dY_test, X_test, gamma_test, 1e-3)
    print(f"the largest slope: {np.abs(by_moving).max():.4f}")
    print(f"the largest difference between the two: {np.abs(by_formula - by_moving).max():.1e}")
except Exception as error:
    print(f"The test needs the blanks above. {type(error).__name__}: {error}")

# %% [markdown]
# ## 5. Ten layers, twice
#
# Now train. The data are 300 points on two spirals, in mini-batches (미니배치) of 50. The network has ten hidden layers
# with 20 ReLU each, and one output whose sign says to which spiral a point belongs. Both runs start from the same weights,
# and have the same learning rate (학습률). The first run has biases, the second has your layer in their place.

# %% nbgrader={"grade_id": "deep_network", "locked": true} demo=true
EPS = 1e-3


def spirals(count, rng):
    """Points (count, 2) on two spirals, and their targets, 1 or -1, as (count, 1)."""
    turn, side = rng.uniform(0.5, 2.2, count) * np.pi, np.where(np.arange(count) % 2 == 0, 1.0, -1.0)
    points = np.stack([np.cos(turn), np.sin(turn)], axis=1) * (side * turn)[:, None] / 4
    return points + rng.normal(0, 0.12, (count, 2)), side[:, None]


def forward(layers, X, memory, training):
    """The output (examples, 1), and what the way back needs. memory is None, or a running mean and variance by layer."""
    kept = []
    for number, (W, gamma, beta) in enumerate(layers[:-1]):
        Z = X @ W
        if memory is None:
            Y = Z + beta
        else:
            mean, variance = map(np.asarray, statistics(Z) if training else memory[number])
            Y = np.asarray(scaled(Z, mean, variance, gamma, beta, EPS))
        kept.append((X, Z, Y))
        X = np.maximum(Y, 0)
    W, _, beta = layers[-1]
    return X @ W + beta, [*kept, (X, None, None)]


def train(with_layer, epochs=60, rate=0.05):
    """Train the ten layers; returns the layers, the memory of batch normalization, and the error after each epoch."""
    rng = np.random.default_rng(5)
    sizes = [2] + 10 * [20] + [1]
    layers = [[rng.normal(0, 0.15, (a, b)), np.ones(b), np.zeros(b)] for a, b in itertools.pairwise(sizes)]
    memory = [(np.zeros(20), np.ones(20)) for _ in range(10)] if with_layer else None
    errors = []
    for epoch in range(epochs):
        mixed = rng.permutation(len(points))
        for rows in np.split(mixed, len(points) // 50):
            out, kept = forward(layers, points[rows], memory, training=True)
            d = -targets[rows] / (1 + np.exp(targets[rows] * out)) / len(rows)  # of the logistic error
            for number in reversed(range(11)):
                W, gamma, beta = layers[number]
                X, Z, Y = kept[number]
                if Z is not None:
                    d = d * (Y > 0)
                    if with_layer:
                        for_gamma, for_beta = map(np.asarray, parameter_gradients(d, Z, EPS))
                        d = np.asarray(input_gradient(d, Z, gamma, EPS))
                        pairs = zip(memory[number], map(np.asarray, statistics(Z)), strict=True)
                        memory[number] = tuple(0.9 * old + 0.1 * new for old, new in pairs)
                        layers[number][1] = gamma - rate * for_gamma
                        layers[number][2] = beta - rate * for_beta
                if Z is None or not with_layer:
                    layers[number][2] = beta - rate * d.sum(axis=0)
                layers[number][0] = W - rate * X.T @ d
                d = d @ W.T
        out, _ = forward(layers, points, memory, training=False)
        errors.append(np.mean(np.log1p(np.exp(-targets * out))))
    return layers, memory, errors


# %% nbgrader={"grade_id": "train_figure", "locked": true} demo=true
rng = np.random.default_rng(4)
points, targets = spirals(300, rng)
new_points, new_targets = spirals(1000, rng)


@picture
def train_figure():
    """The errors of both runs over the epochs; the plane in two colours, and the points of the two spirals."""
    _, _, without = train(with_layer=False)
    layers, memory, with_it = train(with_layer=True)
    out, _ = forward(layers, new_points, memory, training=False)
    wrong = (np.sign(out) != new_targets)[:, 0]
    figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.6))
    left.plot(without, "--", color="#a64d00", label="without")
    left.plot(with_it, color="#0b5394", label="with batch normalization")
    left.set(xlabel="epoch", ylabel="error", title="The same ten layers, twice")
    left.legend()
    x, y = np.meshgrid(np.linspace(-2, 2, 120), np.linspace(-2, 2, 120))
    plane, _ = forward(layers, np.stack([x.ravel(), y.ravel()], axis=1), memory, training=False)
    right.contourf(x, y, plane.reshape(x.shape), levels=[-1e9, 0, 1e9], colors=["#f6c89f", "#a9cbe8"])
    for target, colour, mark in ((1, "#0b5394", "o"), (-1, "#a64d00", "^")):
        right.plot(*points[targets[:, 0] == target].T, mark, markersize=3, color=colour, label=f"spiral {target:+d}")
    right.plot(*new_points[wrong].T, "kx")
    right.set(title="With it: two spirals", xlabel="first input", ylabel="second input")
    right.legend(loc="lower left")
    told = f"The error after 60 epochs is {without[-1]:.3f} without and {with_it[-1]:.3f} with batch normalization"
    return figure, f"{told}. Of 1000 new points {1000 - wrong.sum()} are on the right side; the others are crosses."
