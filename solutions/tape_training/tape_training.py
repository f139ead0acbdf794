# %% [markdown]
# # Training with GradientTape: your own `fit`
#
# Keras trains a model with one line, `fit`. At the end of this notebook you have written `fit` yourself, with
# `tf.GradientTape`. It teaches a network (신경망) to read handwritten digits. It arrives at the same weights (가중치) as
# Keras does. And the tape can do what `fit` cannot: it shows the gradients (기울기) while the network learns. It also
# finds the pixels by which the trained network can be fooled.
#
# The network is that of `softmax_cross_entropy`: a hidden layer (은닉층) with ReLU, a softmax, and the cross-entropy
# error.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, other sizes and other
# batches.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

np.set_printoptions(formatter={"float_kind": lambda x: f"{x:6.3f}"})

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf

# %% [markdown]
# Some cells draw a picture from *your* functions and numbers. You need not read their code. The next cell has what
# they share. A picture whose blanks are still empty says so and is left out.


# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
STYLE = {"font.size": 11, "figure.facecolor": "white", "figure.autolayout": True}
plt.ion()  # before the first picture: its settings are put back, and figures of your own have to be shown as well


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
# ## 1. A network and its tape
#
# These are the numbers of a small network: two inputs, two hidden nodes, two classes. There is one example, so each
# matrix of examples has one row. The weights stand in a list, layer after layer, as Keras keeps them. In each layer
# the kernel comes first, then the bias (편향). `network` makes a Keras model of such a list, of any sizes.


# %% nbgrader={"grade_id": "numbers", "locked": true}
I = np.array([[0.05, 0.10]])  # (batch, inputs)
T = np.array([[0.0, 1.0]])  # (batch, classes), one-hot: the second class
weights = [
    np.array([[0.15, 0.25], [0.20, 0.30]]),  # WH, (inputs, hidden)
    np.array([0.35, 0.35]),  # BH, (hidden,)
    np.array([[0.40, 0.50], [0.45, 0.55]]),  # WO, (hidden, classes)
    np.array([0.60, 0.60]),  # BO, (classes,)
]


def network(weights):
    """A model with the weights WH, BH, WO, BO: a hidden layer with ReLU and an output layer with softmax."""
    WH, WO = weights[0], weights[2]
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights(weights)
    return model


# %% [markdown]
# A tape records what is computed inside its `with`. Then it gives the gradient of a result for each variable that took
# part. The variables of a model are followed without `watch`:
#
# ```
# with tf.GradientTape() as tape:
#     O = model(I)                   # forward (순전파)
#     E = loss(T, O)                 # the error (오차); the targets come first
# gradients = tape.gradient(E, model.trainable_variables)
# ```
#
# `loss = tf.keras.losses.CategoricalCrossentropy()` makes the loss. It is the mean over the rows:
#
# $$E = -\frac{1}{\text{batch}} \sum_{\text{rows}} \sum_k T_k \ln O_k$$
#
# `model.trainable_variables` is a list in the order of `weights`, and the gradients come in the same order and with the
# same shapes: $W_{Hb}$, $B_{Hb}$, $W_{Ob}$, $B_{Ob}$.
#
# By hand: $H = (0.3775,\ 0.3925)$, the sums of the output layer are $0.9276$ and $1.0046$, so $O = (0.4808,\ 0.5192)$.
# For softmax with cross-entropy the gradient of the sums is $O - T$ for one row. A bias moves its sum by 1:
# $B_{Ob} = O - T = (0.4808,\ -0.4808)$.
#
# If it does not work, this helps:
#
# | what you see | why |
# |---|---|
# | all gradients are `None` | The forward pass stands before the `with`: the tape has not recorded it. |
# | one gradient is `None` | This variable took no part in what was recorded. |
# | numbers that do not agree | The tape gives the slopes of what you wrote. What you wrote is not $E$. |


# %% nbgrader={"grade_id": "tape_gradients", "solution": true} rows=["s4-418-tape-grads"]
def tape_gradients(I, T, weights):
    """The gradients WHb, BHb, WOb, BOb of the error of network(weights), from a tape; each is shaped like its weights.

    I is (batch, inputs), T is (batch, classes), one-hot; weights is the list WH, BH, WO, BO. All are arrays of floats.
    """
    ### BEGIN SOLUTION
    model = network(weights)
    with tf.GradientTape() as tape:
        O = model(I)
        E = tf.keras.losses.CategoricalCrossentropy()(T, O)
    return tape.gradient(E, model.trainable_variables)
    ### END SOLUTION


# %% nbgrader={"grade_id": "tape_gradients_examples", "grade": true}
for name, found, expected in zip(
    ("WHb", "BHb", "WOb", "BOb"),
    tape_gradients(I, T, weights),
    (
        [[-0.002404, -0.002404], [-0.004808, -0.004808]],
        [-0.048076, -0.048076],
        [[0.181487, -0.181487], [0.188698, -0.188698]],
        [0.480760, -0.480760],
    ),
    strict=True,
):
    print(f"{name} =\n{np.array(found)}")
    np.testing.assert_allclose(found, expected, atol=2e-6, err_msg=name)

# Three rows, the last two of the other class: each gradient is a mean over the rows.
WHb, BHb, WOb, BOb = tape_gradients(
    np.array([[0.05, 0.10], [1.0, 0.0], [0.0, 2.0]]), np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 0.0]]), weights
)
np.testing.assert_allclose(BOb, [-0.196370, 0.196370], atol=2e-6, err_msg="BOb of three rows")
np.testing.assert_allclose(WHb, [[0.016781, 0.016781], [0.034557, 0.034557]], atol=2e-6, err_msg="WHb of three rows")

# %% [markdown]
# ## 2. A test before the training
#
# The tape makes no slip in a slope. But you can: with `loss(O, T)` in place of `loss(T, O)` it gives the slopes of
# something else, without a word. And a training with such slopes often still looks like learning. So test first.
#
# One way is to move each weight alone. The network of part 5 has 1510 weights, so that would take 3020 forward passes.
# There is a cheaper test. Take a direction $V$ (방향): a list of four arrays, shaped like the weights. Move *all* weights
# at once, by $h \cdot V$, once forth and once back:
#
# $$\text{measured} = \frac{E(W + h V) - E(W - h V)}{2h} \qquad
# \text{promised} = \sum_{\text{all weights}} \text{gradient} \cdot V$$
#
# For a small $h$ the two agree in *every* direction if the gradients are right. In the sum each entry of a gradient is
# multiplied by its own entry of $V$, over all four arrays. No tape is needed here: the loss of a
# forward pass is $E$. `weights` and `V` are lists: go through them with `zip`.
#
# By hand: let $V$ be 0 everywhere but for $B_O$, where it is $(1, -1)$, and $h = 0.5$. So $B_O$ is $(1.1, 0.1)$ and
# then $(0.1, 1.1)$. The error is $1.25756$ and then $0.29313$: measured is $(1.25756 - 0.29313) / 1 = 0.9644$. The
# gradient promises $0.4808 \cdot 1 + (-0.4808) \cdot (-1) = 0.9615$. With a smaller $h$ they come together.


# %% nbgrader={"grade_id": "two_slopes", "solution": true}
def two_slopes(I, T, weights, gradients, V, h):
    """The slope of the error along the direction V: measured, with the step h forth and back, and promised.

    I is (batch, inputs), T is (batch, classes); weights, gradients and V are lists of four arrays of the same shapes.
    Returns two numbers. The weights stay as they are: move copies.
    """
    ### BEGIN SOLUTION
    loss = tf.keras.losses.CategoricalCrossentropy()
    forth = network([W + h * v for W, v in zip(weights, V, strict=True)])
    back = network([W - h * v for W, v in zip(weights, V, strict=True)])
    measured = (loss(T, forth(I)) - loss(T, back(I))) / (2 * h)
    promised = sum(np.sum(gradient * v) for gradient, v in zip(gradients, V, strict=True))
    return float(measured), float(promised)
    ### END SOLUTION


# %% nbgrader={"grade_id": "two_slopes_examples", "grade": true}
along_BO = [np.zeros((2, 2)), np.zeros(2), np.zeros((2, 2)), np.array([1.0, -1.0])]
hand_made = [np.ones((2, 2)), np.ones(2), np.ones((2, 2)), np.array([0.480760, -0.480760])]
slopes = two_slopes(I, T, weights, hand_made, along_BO, 0.5)
np.testing.assert_allclose([slopes[0]], [0.964431], atol=2e-5, err_msg="measured, by hand")
np.testing.assert_allclose([slopes[1]], [0.961520], atol=2e-5, err_msg="promised, by hand")

# %% [markdown]
# Now test your `tape_gradients` on a network with three rows and unequal sizes, in twelve random directions. If all is
# right, every point lies on the line. Try it: exchange the arguments of your loss, and run both cells again.


# %% nbgrader={"grade_id": "gradient_test", "locked": true} demo=true
@picture
def gradient_test():
    """Promised over measured slopes, along twelve random directions."""
    generator = np.random.default_rng(2)
    shapes = [(4, 5), (5,), (5, 2), (2,)]
    inputs, targets = generator.normal(size=(3, 4)), np.eye(2)[[0, 1, 1]]
    some_weights = [generator.normal(size=shape) for shape in shapes]
    gradients = [np.array(each) for each in tape_gradients(inputs, targets, some_weights)]
    directions = [[generator.normal(size=shape) for shape in shapes] for _ in range(12)]
    measured, promised = np.transpose(
        [two_slopes(inputs, targets, some_weights, gradients, V, 1e-2) for V in directions]
    )
    figure, axes = plt.subplots(figsize=(5, 4.2))
    ends = [measured.min(), measured.max()]
    axes.plot(ends, ends, color="#9ecae1", linewidth=2)
    axes.plot(measured, promised, "o", color="#08519c", markersize=7)
    axes.set(xlabel="measured slope", ylabel="promised slope", title="Twelve directions")
    apart = np.abs(promised - measured).max()
    return figure, f"Promised over measured slopes of twelve directions. They are {apart:.2g} apart at most."


# %% [markdown]
# ## 3. The training
#
# An optimizer takes pairs of gradient and variable, and moves every variable against its gradient:
#
# ```
# optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
# optimizer.apply_gradients(zip(gradients, variables))       # variable <- variable - lr * gradient
# ```
#
# By hand, a bias 0.60 with the gradient 0.4808 and the learning rate (학습률) 0.5: $0.60 - 0.5 \cdot 0.4808 = 0.3596$.
#
# The training repeats this. Every epoch (에폭) opens a *new* tape, goes forward, takes the error and its gradients, and
# applies them. The model and the optimizer are made once, before the loop. Keep the gradients of every epoch, as they
# are *before* its update. `gradient.numpy()` makes an array of a gradient, and `model.get_weights()` gives the list of
# the weights.
#
# In 200 epochs with the learning rate 0.01 the network above gets these weights. On the right are the gradients
# of the last epoch:
#
# | trained | | last gradient | |
# |---|---|---|---|
# | $W_H$ | 0.159, 0.259; 0.218, 0.318 | $W_{Hb}$ | −0.004, −0.004; −0.009, −0.009 |
# | $B_H$ | 0.528, 0.533 | $B_{Hb}$ | −0.085, −0.088 |
# | $W_O$ | 0.156, 0.744; 0.197, 0.803 | $W_{Ob}$ | 0.081, −0.081; 0.084, −0.084 |
# | $B_O$ | 0.053, 1.147 | $B_{Ob}$ | 0.146, −0.146 |
#
# For one row $B_{Ob} = O - T$. So before the last update the outputs were $O = T + B_{Ob} = (0.146,\ 0.854)$. They
# began at $(0.481,\ 0.519)$: the network has learned its example.


# %% nbgrader={"grade_id": "train", "solution": true} rows=["s4-418-tape", "s4-418-tape-grads"]
def train(I, T, weights, lr, epochs):
    """Train network(weights) for `epochs` epochs, each one step of SGD on the whole batch; shapes as in tape_gradients.

    Returns two lists of four arrays: the trained weights WH, BH, WO, BO, and the gradients WHb, BHb, WOb, BOb of all
    epochs. The first axis of these is the epoch: WHb is (epochs, inputs, hidden), BHb is (epochs, hidden) and so on.
    """
    ### BEGIN SOLUTION
    model = network(weights)
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    loss = tf.keras.losses.CategoricalCrossentropy()
    history = [[], [], [], []]
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            E = loss(T, model(I))
        gradients = tape.gradient(E, model.trainable_variables)
        for kept, gradient in zip(history, gradients, strict=True):
            kept.append(gradient.numpy())
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    return model.get_weights(), [np.array(kept) for kept in history]
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_examples", "grade": true}
trained, history = train(I, T, weights, 0.01, 200)
for name, found, printed in zip(
    ("WH", "BH", "WO", "BO"),
    trained,
    ([[0.159, 0.259], [0.218, 0.318]], [0.528, 0.533], [[0.156, 0.744], [0.197, 0.803]], [0.053, 1.147]),
    strict=True,
):
    print(f"{name} =\n{np.array(found)}")
    np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{name} after 200 epochs")
for name, found, printed in zip(
    ("WHb", "BHb", "WOb", "BOb"),
    history,
    ([[-0.004, -0.004], [-0.009, -0.009]], [-0.085, -0.088], [[0.081, -0.081], [0.084, -0.084]], [0.146, -0.146]),
    strict=True,
):
    assert len(found) == 200, f"{name} has one entry for each of the 200 epochs"
    np.testing.assert_allclose(found[-1], printed, atol=0.0006, err_msg=f"{name} in the last epoch")

# %% [markdown]
# ## 4. A look at the gradients
#
# What `fit` hides lies open in your `history`. Draw how large the gradients are over the epochs. The size of a
# gradient in an epoch is its largest entry, without the sign. Draw four lines with `plt.plot`, over the epochs 0, 1,
# 2 and so on, labelled `WHb`, `BHb`, `WOb` and `BOb` (`label="WHb"`), and name both axes. Do not call `plt.show()`: the
# notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_sizes", "solution": true} rows=["s4-418-tape-grads"]
def plot_sizes(history):
    """Draw only the size of each gradient over the epochs; history is the list WHb, BHb, WOb, BOb that `train` returns."""
    ### BEGIN SOLUTION
    for name, gradients in zip(("WHb", "BHb", "WOb", "BOb"), history, strict=True):
        sizes = np.abs(gradients.reshape(len(gradients), -1)).max(axis=1)  # (epochs,)
        plt.plot(sizes, label=name)
    plt.xlabel("epoch")
    plt.ylabel("largest entry")
    plt.legend()
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_sizes_examples", "grade": true}
plt.figure()
drawn = plot_sizes([np.array(each) for each in history])
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert sum(len(each.lines) + len(each.collections) for each in axes) >= 4, "there should be four lines"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# The line of `WHb` lies far below that of `BHb`. In the last epoch the first row of $W_{Hb}$ is about a twentieth of
# $B_{Hb}$, and the second row a tenth.
#
# **Why?**
#
# a) The error passes the ReLU once more on its way to the weights, and loses most of its size there.
# b) The loss is a mean, and the four weights share what is left while the two biases do not have to.
# c) What comes back to a hidden node is multiplied with the node's input: 0.05, 0.10, and for the bias 1.
# d) The optimizer has multiplied the gradients with the learning rate, which is different for each row.

# %% nbgrader={"grade_id": "why_small", "solution": true} rows=["s4-418-tape-grads"]
# Answer with one letter, for instance: why_small = "a"
### BEGIN SOLUTION
why_small = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "why_small_examples", "grade": true}
assert str(why_small).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 5. Your own `fit`
#
# Now the same with real data. The file `digits.csv` has 1000 handwritten digits of the UCI Machine Learning Repository
# (Alpaydin and Kaynak, 1998; CC BY 4.0). Each is an image of $8 \cdot 8$ pixels, from 0 (paper) to 1 (ink). The network
# has 64 inputs, 20 hidden nodes and 10 classes.


# %% nbgrader={"grade_id": "digits", "locked": true} demo=true
pixels_and_digits = np.loadtxt("digits.csv", delimiter=",", comments="#")
X = pixels_and_digits[:, :64] / 16  # (1000, pixels)
labels = pixels_and_digits[:, 64].astype(int)  # (1000,)
targets = np.eye(10)[labels]  # (1000, classes), one-hot
seed = np.random.default_rng(4)
digits_start = [seed.normal(0, 0.2, (64, 20)), np.zeros(20), seed.normal(0, 0.2, (20, 10)), np.zeros(10)]


@picture
def first_digits():
    """The first ten digits of the file."""
    figure, plots = plt.subplots(2, 5, figsize=(5, 2.6))
    for axes, image, label in zip(plots.flat, X, labels, strict=False):
        axes.imshow(image.reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{label}")
        axes.axis("off")
    return figure, f"Ten handwritten digits. They are {', '.join(map(str, labels[:10]))}."


# %% [markdown]
# One step for each epoch is slow learning. `fit` goes through the rows in small batches (미니배치): the first `batch` rows
# make a step, the next `batch` rows the next step, and so on. An epoch ends with the last row. If the rows do not
# divide evenly, the last batch is smaller, and its error is the mean over its own rows. Then the next epoch begins
# with the first rows again.
#
# By hand, 7 rows with `batch` 3 make the batches of rows 0–2, 3–5 and 6: three steps an epoch, six steps in two epochs.
#
# Write `fit` with a tape. Keep the error of every step, as it is before the update of this step: that is the learning
# curve.


# %% nbgrader={"grade_id": "fit", "solution": true} rows=["s4-418-tape"]
def fit(I, T, weights, lr, epochs, batch):
    """Train network(weights) for `epochs` epochs with SGD, one step for each `batch` rows, in the order of the rows.

    I is (rows, inputs), T is (rows, classes). Returns the trained weights, a list of four arrays, and the errors of all
    steps in their order, (steps,).
    """
    ### BEGIN SOLUTION
    model = network(weights)
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    loss = tf.keras.losses.CategoricalCrossentropy()
    errors = []
    for _ in range(epochs):
        for start in range(0, len(I), batch):
            with tf.GradientTape() as tape:
                E = loss(T[start : start + batch], model(I[start : start + batch]))
            gradients = tape.gradient(E, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
            errors.append(float(E))
    return model.get_weights(), np.array(errors)
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_examples", "grade": true}
seven = np.array([[0.1, 1.0], [0.9, 0.2], [0.3, 0.7], [0.8, 0.1], [0.2, 0.9], [1.0, 0.4], [0.7, 0.3]])
seven_targets = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 0.0]])
trained, errors = fit(seven, seven_targets, weights, 0.5, 2, 3)
print("errors:", np.array(errors))
assert len(errors) == 6, "two epochs of three steps each"
np.testing.assert_allclose(
    errors,
    [0.674085, 0.767790, 0.653231, 0.925878, 0.661003, 0.518981],
    atol=1e-5,
    err_msg="the errors of the six steps",
)
np.testing.assert_allclose(trained[3], [0.973566, 0.226434], atol=1e-5, err_msg="BO after two epochs")

# %% [markdown]
# Your `fit` learns from the first 700 digits, 20 epochs with 14 steps each. Then the network reads the other 300,
# which it has never seen. It answers with the class of its largest output. A guess would be right one time in ten.
# Before you run the cell: how many of 300 do you expect? The cell takes some seconds.


# %% nbgrader={"grade_id": "digits_read", "locked": true} demo=true
kept = []  # what your `fit` returns: the next cells need it, too


def learned():
    """The weights after your `fit`, and the errors of its steps; computed once."""
    if not kept:
        trained, errors = fit(X[:700], targets[:700], digits_start, 0.3, 20, 50)
        kept.append(([np.array(each) for each in trained], errors))
    return kept[0]


def read(images, some_weights):
    """The digit that the network reads in each image."""
    return network(some_weights)(images).numpy().argmax(axis=1)


@picture
def digits_read():
    """The error of each step, and the new digits that are read wrong."""
    digits_weights, errors = learned()
    answers = read(X[700:], digits_weights)
    wrong = np.flatnonzero(answers != labels[700:])
    accuracy = np.mean(answers == labels[700:])
    print(f"{accuracy:.1%} of the 300 new digits are read right; {len(wrong)} are read wrong")
    figure = plt.figure(figsize=(5.4, 7))
    axes = figure.add_subplot(2, 1, 1)
    axes.plot(errors, color="#08519c")
    axes.set(xlabel="step", ylabel="error E", title=f"{accuracy:.1%} of 300 new digits read right")
    axes.set_ylim(0, None)
    for place, row in enumerate(wrong[:10]):
        axes = figure.add_subplot(4, 5, 11 + place)
        axes.imshow(X[700 + row].reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{labels[700 + row]}, read {answers[row]}", fontsize=10)
        axes.set_axis_off()
    told = ", ".join(f"{labels[700 + row]} as {answers[row]}" for row in wrong[:10])
    return figure, f"Above the error over {len(errors)} steps. Below new digits that are read wrong: {told}."


# %% [markdown]
# Which of these would you have read right yourself?
#
# And what does Keras do? Its `fit` gets the same start, the same rows and the same batches. By default it shuffles the
# rows; `shuffle=False` turns that off, so that we can compare.


# %% nbgrader={"grade_id": "keras_fit", "locked": true} demo=true
try:
    digits_weights, _ = learned()
    model = network(digits_start)
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.3), loss="categorical_crossentropy")
    model.fit(X[:700], targets[:700], epochs=20, batch_size=50, shuffle=False, verbose=0)
    apart = max(np.abs(yours - theirs).max() for yours, theirs in zip(digits_weights, model.get_weights(), strict=True))
    print(f"The 1510 weights of your fit and of Keras are {apart:.1g} apart at most.")
    print(f"Digits that the two read differently: {np.sum(read(X, digits_weights) != read(X, model.get_weights()))}")
except Exception as error:
    print(f"The comparison waits for the blanks above: {type(error).__name__}: {error}")

# %% [markdown]
# ## 6. What `fit` cannot do: ask about the input
#
# A tape gives the gradient for *anything* that took part, for the pixels too. This gradient tells which pixels make
# the error larger when they get darker (above 0), and which when they get lighter (below 0).
#
# The input is no variable. Make a tensor of it with `tf.constant(I)`, and have the tape follow it: `tape.watch(…)`.
# Without that the gradient is `None`.
#
# By hand, with the first network: the gradient of each hidden sum is that of its bias, $-0.0481$ for both. An input
# moves each hidden sum by its weight. So the gradients of the first and of the second input are
#
# $$0.15 \cdot (-0.0481) + 0.25 \cdot (-0.0481) = -0.0192$$
#
# $$0.20 \cdot (-0.0481) + 0.30 \cdot (-0.0481) = -0.0240$$


# %% nbgrader={"grade_id": "input_gradients", "solution": true}
def input_gradients(I, T, weights):
    """The gradients of the error of network(weights) for the inputs, from a tape; (batch, inputs), like I.

    I is (batch, inputs), T is (batch, classes), one-hot. The error is that of part 1, the mean over the rows.
    """
    ### BEGIN SOLUTION
    model = network(weights)
    I = tf.constant(I)
    with tf.GradientTape() as tape:
        tape.watch(I)
        E = tf.keras.losses.CategoricalCrossentropy()(T, model(I))
    return tape.gradient(E, I)
    ### END SOLUTION


# %% nbgrader={"grade_id": "input_gradients_examples", "grade": true}
np.testing.assert_allclose(input_gradients(I, T, weights), [[-0.019230, -0.024038]], atol=2e-6, err_msg="one row")
np.testing.assert_allclose(
    input_gradients(np.vstack([I, I]), np.vstack([T, T]), weights),
    [[-0.009615, -0.012019], [-0.009615, -0.012019]],
    atol=2e-6,
    err_msg="two equal rows: the error is their mean",
)

# %% [markdown]
# Now fool your network. Each pixel of the 300 new digits moves a little *along* the sign of its gradient, so that the
# error grows: $I + \varepsilon \cdot \text{sign}(\text{gradient})$, kept between 0 and 1. For comparison each pixel
# moves as far up or down at random.


# %% nbgrader={"grade_id": "fooled", "locked": true} demo=true
def moved(distance, signs):
    """The 300 new digits with each pixel moved so far, in the direction of its sign."""
    return np.clip(X[700:] + distance * signs, 0, 1)


@picture
def fooled():
    """The accuracy over the distance by which the pixels move, and some digits before and after."""
    digits_weights, _ = learned()
    uphill = np.sign(np.array(input_gradients(X[700:], targets[700:], digits_weights)))
    at_random = np.random.default_rng(1).choice([-1, 1], uphill.shape)
    distances = np.linspace(0, 0.25, 11)
    figure = plt.figure(figsize=(5.4, 6.4))
    axes = figure.add_subplot(2, 1, 1)
    told = []
    for signs, style, name in ((at_random, "--", "at random"), (uphill, "-", "along the gradient")):
        rates = [np.mean(read(moved(each, signs), digits_weights) == labels[700:]) for each in distances]
        axes.plot(distances, rates, style, color="#08519c", linewidth=2, label=name)
        told.append(f"{name} {rates[4]:.0%}")
    axes.set(xlabel="each pixel moves by", ylabel="read right", ylim=(0, 1))
    axes.legend(loc="lower left")
    answers = read(moved(0.1, uphill), digits_weights)
    right_before = read(X[700:], digits_weights) == labels[700:]
    for place, row in enumerate(np.flatnonzero(right_before & (answers != labels[700:]))[:5]):
        for line, image, title in (
            (11, X[700 + row], f"read {labels[700 + row]}"),
            (16, moved(0.1, uphill)[row], f"read {answers[row]}"),
        ):
            axes = figure.add_subplot(4, 5, line + place)
            axes.imshow(image.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
            axes.set_title(title, fontsize=10)
            axes.set_axis_off()
    return figure, f"Read right when each pixel moves by 0.1: {', '.join(told)}. Below, five digits before and after."


# %% [markdown]
# The upper row of digits is before the move by 0.1, the lower row after. You still read them, and your network does
# not. Such inputs are called adversarial examples (적대적 예제). A random move of the same size does next to no harm. So
# what the network goes by is not what you go by. With `fit` alone nobody would have seen it.
#
# Change something in a cell of your own: 60 hidden nodes, 100 epochs, batches of one row. Is the network harder to
# fool when it reads better?
#
# ## What to take with you
#
# - A training is four lines: open a tape, go forward, ask for the gradients, apply them. `fit` does the same, in a
#   loop.
# - The tape derives what you wrote. A test along random directions tells whether that is what you meant.
# - The first thing to look at when a network does not learn is the size of its gradients.
# - The tape gives slopes for all that took part, for inputs too.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the Korean course text on how TensorFlow works inside (Tensorflow 내부 동작); its programs 418_1 and
# 418_2 are the training of part 3, with the same numbers.
#
# - The outputs that it prints are those *before* the last update.
# - It prints the gradients in epoch 199. It counts from 0, so this is the last of 200 epochs.
# - It gives the first layer `input_shape=(2,)`. Keras 3 warns there; `tf.keras.Input` is the way today.
#
# </details>
