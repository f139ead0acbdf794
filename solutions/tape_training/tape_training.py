# %% [markdown]
# # Training with GradientTape, and a look at the gradients
#
# `fit` and `train_on_batch` train a Keras model behind closed doors. With `tf.GradientTape` you write the training
# yourself, step by step, and can look at the gradients (역전파 오차) while it runs. The network is that of the chapter
# before: two inputs, two hidden nodes with ReLU, two outputs with softmax, and the cross-entropy error.
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
# ## 1. The numbers
#
# One example, so each matrix of examples has one row. The biases are vectors, as Keras keeps them.

# %% nbgrader={"grade_id": "numbers", "locked": true}
I = np.array([[0.05, 0.10]])  # (batch, inputs)
T = np.array([[0.0, 1.0]])  # (batch, classes), one-hot: the second class
WH = np.array([[0.15, 0.25], [0.20, 0.30]])  # (inputs, hidden)
BH = np.array([0.35, 0.35])  # (hidden,)
WO = np.array([[0.40, 0.50], [0.45, 0.55]])  # (hidden, classes)
BO = np.array([0.60, 0.60])  # (classes,)

# %% [markdown]
# ## 2. The gradients of a model
#
# A model is recorded like any other computation. Its variables are followed without `watch`:
#
# ```
# with tf.GradientTape() as tape:
#     O = model(I)                   # forward
#     E = loss(T, O)                 # the error; the targets come first
# gradients = tape.gradient(E, model.trainable_variables)
# ```
#
# `model.trainable_variables` is a list, layer after layer, in each layer the kernel (가중치) and then the bias (편향).
# The gradients come in the same order and with the same shapes: $W_{Hb}$, $B_{Hb}$, $W_{Ob}$, $B_{Ob}$.
#
# The model is `tf.keras.Sequential` with `tf.keras.Input(shape=(inputs,))`, a `Dense` layer with `"relu"` and one with
# `"softmax"`; `model.set_weights([WH, BH, WO, BO])` gives it its numbers. (The document has `input_shape=(2,)` in the
# first layer, at which Keras 3 warns.) The loss is `tf.keras.losses.CategoricalCrossentropy()`, the mean over the rows:
#
# $$E = -\frac{1}{\text{batch}} \sum_{\text{rows}} \sum_k T_k \ln O_k$$
#
# By hand, before any training: $H = (0.3775,\ 0.3925)$, the sums of the output layer are $0.9276$ and $1.0046$, so
# $O = (0.4808,\ 0.5192)$. For softmax with cross-entropy the gradient of the sums is $O - T$, and a bias moves its sum
# by 1: $B_{Ob} = (0.4808,\ -0.4808)$.


# %% nbgrader={"grade_id": "tape_gradients", "solution": true} rows=["s4-418-tape-grads"]
def tape_gradients(I, T, WH, BH, WO, BO):
    """The gradients WHb, BHb, WOb, BOb of the error, from a tape.

    I is (batch, inputs), T is (batch, classes), one-hot; WH (inputs, hidden), BH (hidden,), WO (hidden, classes) and
    BO (classes,) are the weights of the model; each gradient is shaped like what it belongs to.
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH, WO, BO])
    with tf.GradientTape() as tape:
        O = model(I)
        E = tf.keras.losses.CategoricalCrossentropy()(T, O)
    return tape.gradient(E, model.trainable_variables)
    ### END SOLUTION


# %% nbgrader={"grade_id": "tape_gradients_examples", "grade": true}
for name, found, expected in zip(
    ("WHb", "BHb", "WOb", "BOb"),
    tape_gradients(I, T, WH, BH, WO, BO),
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

# %% [markdown]
# ## 3. One step
#
# An optimizer takes the pairs of gradient and variable and moves every variable against its gradient:
#
# ```
# optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
# optimizer.apply_gradients(zip(gradients, variables))       # variable <- variable - lr * gradient
# ```
#
# The gradient is the first of a pair. By hand, a variable 0.60 with the gradient 0.48 and `lr` 0.5:
# $0.60 - 0.5 \cdot 0.48 = 0.36$.


# %% nbgrader={"grade_id": "apply_step", "solution": true} rows=["s4-418-tape"]
def apply_step(values, gradients, lr):
    """The values of some variables after one step of SGD, as a list.

    values and gradients are lists of arrays, as many of the one as of the other and of the same shapes.
    """
    ### BEGIN SOLUTION
    variables = [tf.Variable(value) for value in values]
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    optimizer.apply_gradients(zip([tf.constant(gradient) for gradient in gradients], variables, strict=True))
    return [variable.numpy() for variable in variables]
    ### END SOLUTION


# %% nbgrader={"grade_id": "apply_step_examples", "grade": true}
first, second = apply_step(
    [np.array([0.60, 0.60]), np.array([[1.0]])], [np.array([0.48, -0.48]), np.array([[2.0]])], 0.5
)
np.testing.assert_allclose(first, [0.36, 0.84], rtol=1e-5, err_msg="the first variable")
np.testing.assert_allclose(second, [[0.0]], atol=1e-6, err_msg="the second variable")

# %% [markdown]
# ## 4. The training
#
# Now both together, in a loop: every epoch (에폭) opens a new tape, goes forward, takes the error, its gradients, and
# applies them. The optimizer is made once, before the loop. As in the document, `O` holds the outputs *before* the last
# update. After 200 epochs with the learning rate 0.01 the document prints
#
# | | |
# |---|---|
# | $O$ | 0.146, 0.854 |
# | $W_H$ | 0.159, 0.259; 0.218, 0.318 |
# | $B_H$ | 0.528, 0.533 |
# | $W_O$ | 0.156, 0.744; 0.197, 0.803 |
# | $B_O$ | 0.053, 1.147 |


# %% nbgrader={"grade_id": "train", "solution": true} rows=["s4-418-tape"]
def train(I, T, WH, BH, WO, BO, lr, epochs):
    """Train the model for `epochs` epochs on the whole batch, with a tape and SGD; shapes as in tape_gradients.

    Returns O, the outputs (batch, classes) before the last update, and the trained WH, BH, WO, BO.
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH, WO, BO])
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr)
    loss = tf.keras.losses.CategoricalCrossentropy()
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            O = model(I)
            E = loss(T, O)
        gradients = tape.gradient(E, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
    return O.numpy(), *model.get_weights()
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_examples", "grade": true}
for name, found, printed in zip(
    ("O", "WH", "BH", "WO", "BO"),
    train(I, T, WH, BH, WO, BO, 0.01, 200),
    (
        [[0.146, 0.854]],
        [[0.159, 0.259], [0.218, 0.318]],
        [0.528, 0.533],
        [[0.156, 0.744], [0.197, 0.803]],
        [0.053, 1.147],
    ),
    strict=True,
):
    print(f"{name} =\n{np.array(found)}")
    np.testing.assert_allclose(found, printed, atol=0.0006, err_msg=f"{name} after 200 epochs")

# %% [markdown]
# ## 5. A look at the gradients
#
# What `fit` hides lies open here: keep the gradients of every epoch, as they are *before* that epoch's update. In the
# last of 200 epochs the document prints
#
# | | |
# |---|---|
# | $W_{Hb}$ | −0.004, −0.004; −0.009, −0.009 |
# | $B_{Hb}$ | −0.085, −0.088 |
# | $W_{Ob}$ | 0.081, −0.081; 0.084, −0.084 |
# | $B_{Ob}$ | 0.146, −0.146 |


# %% nbgrader={"grade_id": "look", "solution": true} rows=["s4-418-tape-grads"]
def look(I, T, WH, BH, WO, BO, lr, epochs):
    """Train as before and return the gradients WHb, BHb, WOb, BOb of all epochs, four arrays.

    The first axis of each array is the epoch: WHb is (epochs, inputs, hidden), BHb is (epochs, hidden) and so on.
    """
    ### BEGIN SOLUTION
    model = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(WH.shape[0],)),
            tf.keras.layers.Dense(WH.shape[1], activation="relu"),
            tf.keras.layers.Dense(WO.shape[1], activation="softmax"),
        ]
    )
    model.set_weights([WH, BH, WO, BO])
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
    return tuple(np.array(kept) for kept in history)
    ### END SOLUTION


# %% nbgrader={"grade_id": "look_examples", "grade": true}
history = look(I, T, WH, BH, WO, BO, 0.01, 200)
for name, found, printed in zip(
    ("WHb", "BHb", "WOb", "BOb"),
    history,
    (
        [[-0.004, -0.004], [-0.009, -0.009]],
        [-0.085, -0.088],
        [[0.081, -0.081], [0.084, -0.084]],
        [0.146, -0.146],
    ),
    strict=True,
):
    print(f"{name} =\n{np.array(found[-1])}")
    np.testing.assert_allclose(found[-1], printed, atol=0.0006, err_msg=f"{name} in epoch 199")

# %% [markdown]
# Draw how large the gradients are over the epochs. The size of a gradient in an epoch is its largest entry, without the
# sign. Draw four lines with `plt.plot`, over the epochs $0, 1, 2 \dots$, labelled `WHb`, `BHb`, `WOb` and `BOb`
# (`label="WHb"`), and name both axes. Do not call `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_sizes", "solution": true} rows=["s4-418-tape-grads"]
def plot_sizes(WHb, BHb, WOb, BOb):
    """Draw the size of each gradient over the epochs; the arguments are the four arrays that `look` returns."""
    ### BEGIN SOLUTION
    for name, gradients in (("WHb", WHb), ("BHb", BHb), ("WOb", WOb), ("BOb", BOb)):
        sizes = np.abs(gradients.reshape(len(gradients), -1)).max(axis=1)  # (epochs,)
        plt.plot(sizes, label=name)
    plt.xlabel("epoch")
    plt.ylabel("largest entry")
    plt.legend()
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_sizes_examples", "grade": true}
plt.figure()
drawn = plot_sizes(*[np.array(each) for each in history])
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert sum(len(each.lines) + len(each.collections) for each in axes) == 4, "there should be four lines"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# In the printed gradients the first row of $W_{Hb}$ is about a twentieth of $B_{Hb}$, and the second row a tenth.
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
