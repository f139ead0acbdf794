# %% [markdown]
# # Training with TensorFlow graphs: feeds, losses, logs
#
# In a graph of TensorFlow 1 there are nouns (placeholders, variables, constants) and verbs (operations). In this notebook
# you learn both, and then you train: with all samples at once, with one sample at a time, with a log that says how it goes.
# At the end you have drawn a line through a hundred points, and your numbers agree with a log that was printed years ago on
# another machine. You also write the same neuron in today's Keras, in five lines.
#
# You need sessions, `sess.run` and placeholders, as in `tf1_sessions`.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers. A TensorFlow blank is a
# function that builds its own graph, so begin its body with
#
# ```
# with tf.Graph().as_default(), tf.Session() as sess:
# ```
#
# A function that returns a *trace* returns a list or an array with one number for each step. Wherever such a number, or
# a trained `w`, `W` or `b` that is one number, comes from a variable of shape [1], the shape (1,) is as good.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

STYLE = {
    "font.size": 12,
    "figure.figsize": (5, 3.6),
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
}


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


# %% nbgrader={"grade_id": "prologue", "locked": true}
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

# %% [markdown]
# ## 1. Nouns and verbs of a graph
#
# The nouns of a graph are
#
# - `tf.placeholder(dtype, shape=None, name=None)`, a basket for data. The data that are fed must keep its type and its
#   shape: feeding two numbers to a placeholder of shape [3] stops with a `ValueError`.
# - `tf.Variable(initial_value, name=None)`, a value that may change after its initialization.
# - `tf.constant(value, dtype=None, shape=None, name='Const', verify_shape=False)`, a value that never changes
#   (`verify_shape` exists in `compat.v1` only).
#
# The verbs are operations on them, such as `a + b`, short for `tf.add(a, b)`. A session is the environment in which
# they run: `sess.run(c, feed_dict={a: [1, 2, 3]})` fetches `c`, with `a` fed. By hand: $(1, 2, 3)$ fed to `a` and the
# constant $(5, 5, 5)$ give $(6, 7, 8)$.


# %% nbgrader={"grade_id": "feed_sum", "solution": true} rows=["s1-placeholder", "s1-constant", "s1-session", "s1-feed-678"]
def feed_sum(fed, constant):
    """The sum of a placeholder, fed with the list `fed`, and a constant with the numbers of the list `constant`.

    Both are float32. The placeholder has the shape of the constant, so that nothing else can be fed.
    Returns an array of shape (numbers,).
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        a = tf.placeholder(tf.float32, shape=[len(constant)])
        b = tf.constant(constant, tf.float32)
        c = a + b
        return sess.run(c, feed_dict={a: fed})
    ### END SOLUTION


# %% nbgrader={"grade_id": "feed_sum_examples", "grade": true}
out = feed_sum([1, 2, 3], [5, 5, 5])
print(out)
np.testing.assert_allclose(out, [6, 7, 8], rtol=1e-5, err_msg="the sum")
try:
    feed_sum([1], [5, 5, 5])
except ValueError as error:
    print("ValueError:", error)
else:
    raise AssertionError("one number went into the placeholder; give it the shape of the constant")

# %% [markdown]
# Two small programs use a noun each. The first adds two constants: `tf.add(a, b)` of 2 and 3 is 5. The
# second makes variables of 10 and 20, and from them `z1 = tf.add(x, y)`, `z2 = tf.multiply(x, y)` and
# `tf.multiply(z1, z2)`: $(10 + 20) \cdot (10 \cdot 20) = 6000$. Do not forget to initialize the variables.


# %% nbgrader={"grade_id": "two_examples", "solution": true} rows=["s1-repo-constant", "s1-repo-variable"]
def two_examples(a, b, x, y):
    """Returns a + b of two constants, and (x + y) * (x * y) of two variables; all are numbers."""
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        added = tf.add(tf.constant(a), tf.constant(b))
        x, y = tf.Variable(x), tf.Variable(y)
        z1 = tf.add(x, y)
        z2 = tf.multiply(x, y)
        sess.run(tf.global_variables_initializer())
        return sess.run(added), sess.run(tf.multiply(z1, z2))
    ### END SOLUTION


# %% nbgrader={"grade_id": "two_examples_examples", "grade": true}
np.testing.assert_allclose(
    [np.ravel(each)[0] for each in two_examples(2, 3, 10, 20)],
    [5, 6000],
    rtol=1e-5,
    err_msg="2 + 3, and (10 + 20) * (10 * 20)",
)

# %% [markdown]
# ### A layer of variables
#
# These are the parameters of a layer with 784 inputs and 10 outputs:
#
# ```
# W = tf.Variable(tf.random_normal(shape=[784, 10], stddev=0.01), name="weights")
# b = tf.Variable(tf.zeros([1, 10]), name="bias")
# ```
#
# Here `stddev` is the standard deviation (표준편차). Variables must be initialized, by `sess.run(init)` with
# `init = tf.global_variables_initializer()`.
#
# A parameter is one number that is tuned, so each entry of $W$ and of $b$ is one. By hand, 3 inputs and 2 outputs make
# $3 \cdot 2 + 2 = 8$ parameters.


# %% nbgrader={"grade_id": "new_layer", "solution": true} rows=["s1-variable", "s1-variable-init"]
def new_layer(inputs, outputs, stddev):
    """The initialized variables of a new layer: W, (inputs, outputs), normal with mean 0; b, (1, outputs), zeros.

    Returns the values of W and b as arrays, and the number of parameters; W is drawn anew at each call.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        W = tf.Variable(tf.random_normal(shape=[inputs, outputs], stddev=stddev), name="weights")
        b = tf.Variable(tf.zeros([1, outputs]), name="bias")
        init = tf.global_variables_initializer()
        sess.run(init)
        return sess.run(W), sess.run(b), inputs * outputs + outputs
    ### END SOLUTION


# %% nbgrader={"grade_id": "new_layer_examples", "grade": true}
W, b, count = new_layer(3, 2, 0.01)
print("W =\n", W, "\nb =", b, "\nparameters:", count)
assert np.shape(count) == (), "the number of parameters is one number"
assert count == 8, "3 inputs and 2 outputs make 8 parameters"
assert np.shape(W) == (3, 2), "W is (inputs, outputs)"
assert np.shape(b) == (1, 2), "b is (1, outputs)"
assert np.abs(W).max() < 0.1, "with stddev 0.01 all weights are small"

# %% [markdown]
# The picture shows the weights of the large layer as a histogram (히스토그램), how many weights lie where. Almost
# all lie within three times `stddev`.


# %% nbgrader={"grade_id": "weights_drawn", "locked": true} demo=true
@picture
def weights_drawn():
    """The weights of a layer of 784 inputs and 10 outputs as a histogram."""
    W, _, count = new_layer(784, 10, 0.01)
    figure, axes = plt.subplots()
    axes.hist(np.ravel(W), bins=40, color="C0")
    for edge in (-0.03, 0.03):
        axes.axvline(edge, color="black", linestyle="--")
    axes.set(xlabel="weight", ylabel="number of weights")
    share = np.mean(np.abs(W) < 0.03)
    return figure, f"{count} parameters; {share:.1%} of the weights lie between -0.03 and 0.03, around {np.mean(W):.4f}"


# %% [markdown]
# ### Types
#
# Every tensor has a type. `float32` is the usual one, and `float64` has twice as many bits (비트). An integer type has its
# number of bits in its name, and a `u` if it is unsigned. A complex number has a real and an imaginary part, and both are
# floats. `qint8`, `qint32` and `quint8` are integers for quantized operations. There are also texts (`string`) and
# `bool`. `tf.as_dtype("float32")` gives the type of this name. It knows its `size` in bytes (바이트), 8 bits each, and its
# `real_dtype`, the type of the real part alone. For a type that is not complex that is the type itself.
#
# Ask TensorFlow: is `complex64` a number of two `float64`, or of two `float32`? By hand, for `int16`: 2 bytes, so 16 bits,
# and its real part has 16 bits too.


# %% nbgrader={"grade_id": "dtype_bits", "solution": true} rows=["s1-dtypes"]
def dtype_bits(names):
    """For each name of a type, two numbers: the bits of one number of this type, and those of its real part.

    names is a list of texts, such as "float32"; none is "string". Returns (names, 2), a list or an array.
    """
    ### BEGIN SOLUTION
    types = [tf.as_dtype(name) for name in names]
    return [(8 * each.size, 8 * each.real_dtype.size) for each in types]
    ### END SOLUTION


# %% nbgrader={"grade_id": "dtype_bits_examples", "grade": true}
asked = ["int16", "float32", "complex64", "complex128", "bool"]
bits = dtype_bits(asked)
assert np.shape(bits) == (5, 2), "two numbers for each name"
for i, name in enumerate(asked):
    print(f"{name}: {bits[i][0]} bits, {bits[i][1]} of them in the real part")
np.testing.assert_allclose(np.ravel(bits[0]), [16, 16], err_msg="int16")

# %% [markdown]
# ### Operations
#
# An operation has a name and stands for an abstract computation. It becomes a node when the graph is drawn. There are eight
# kinds:
#
# | kind | examples |
# |---|---|
# | element-wise mathematics: one result for each entry | `Mul`, `Exp`, `Greater` |
# | arrays: their form, their pieces | `Split`, `Concat`, `Shape` |
# | matrices | `MatMul`, `MatrixInverse`, `MatrixDeterminant` |
# | stateful: they keep or change a value | `Variable`, `Assign`, `AssignAdd` |
# | building blocks of neural nets | `Softmax`, `Relu`, `Conv2D`, `MaxPool` |
# | checkpoints: to disk and back | `Save`, `Restore` |
# | queues and synchronization | `Enqueue`, `Dequeue`, `MutexLock` |
# | control flow: which way the computation goes | `Switch`, `Merge`, `NextIteration` |
#
# The picture counts the operations that your `two_examples` and `new_layer` have put into their graphs. You wrote down a
# few; TensorFlow added those that make, read and initialize variables.


# %% nbgrader={"grade_id": "operations_counted", "locked": true} demo=true rows=["s1-ops"]
@picture
def operations_counted():
    """How many operations of each type stand in two graphs of the student."""
    graphs, original = [], tf.Graph
    tf.Graph = lambda: graphs.append(original()) or graphs[-1]
    try:
        two_examples(2, 3, 10, 20)
        new_layer(3, 2, 0.01)
    finally:
        tf.Graph = original
    counts = {}
    for graph in graphs:
        for op in graph.get_operations():
            counts[op.type] = counts.get(op.type, 0) + 1
    types = sorted(counts, key=counts.get)
    figure, axes = plt.subplots()
    axes.barh(types, [counts[each] for each in types], color="C0")
    axes.set(xlabel="nodes in the two graphs")
    return figure, ", ".join(f"{each} {counts[each]}" for each in reversed(types))


# %% [markdown]
# ## 2. Training with the loss
#
# ### The optimizers
#
# An optimizer computes the gradients $g$ of a loss and applies them to the variables. `Optimizer` itself is only the
# base class: you never make one. There are ten others: `GradientDescent`, `Adadelta`, `Adagrad`, `AdagradDA`,
# `Momentum`, `Adam`, `Ftrl`, `ProximalGradientDescent`, `ProximalAdagrad` and `RMSProp`, each with `Optimizer` at its
# end. They are gone from `tf.train` of TensorFlow 2, and all in `tf.compat.v1.train`. `Proximal…`
# adds a step that pulls weights to 0, `AdagradDA` (dual averaging) and `Ftrl` (follow the regularized leader) are for
# sparse linear models, `Adadelta` replaces the learning rate by an average of past steps.
#
# **Which rule has each of the names below?**
#
# - a) divide the step by the root of the sum of all past $g^2$
# - b) $w \leftarrow w - \alpha g$
# - c) both: an average of past $g$, divided by the root of an average of past $g^2$
# - d) divide the step by the root of a moving average of past $g^2$
# - e) keep a part of the previous step, and add the new one
# - f) none; it is the base class of the others

# %% nbgrader={"grade_id": "optimizer_rules", "solution": true} rows=["s1-optimizers-list"]
# optimizer_rules: one letter for each; use each of a to f once.
optimizer_rules = {
    "Optimizer": "",
    "GradientDescentOptimizer": "",
    "MomentumOptimizer": "",
    "AdagradOptimizer": "",
    "RMSPropOptimizer": "",
    "AdamOptimizer": "",
}
### BEGIN SOLUTION
optimizer_rules = {
    "Optimizer": "f",
    "GradientDescentOptimizer": "b",
    "MomentumOptimizer": "e",
    "AdagradOptimizer": "a",
    "RMSPropOptimizer": "d",
    "AdamOptimizer": "c",
}
### END SOLUTION

# %% nbgrader={"grade_id": "optimizer_rules_examples", "grade": true}
assert len(optimizer_rules) == 6, "the six names, as they are given"
assert sorted(str(letter).strip().lower() for letter in optimizer_rules.values()) == list("abcdef"), (
    "each of the letters a to f once"
)

# %% [markdown]
# ### All samples at once
#
# One `sess.run` can fetch several things. This loop fetches the operation and the cost together, 100 times:
#
# ```
# _, cost_val = sess.run([train_op, cost], feed_dict={X: x_data, Y: y_data})
# ```
#
# The operation brings back `None`; the cost is that *before* the update, since the gradient is computed from the same
# differences. The hypothesis is `W * X + b` with placeholders `X` and `Y`, the cost the mean of the squares.
#
# By hand, for $x = y = (1, 2, 3)$, $W = 2$, $b = 0$, $\alpha = 0.1$: the differences are 1, 2, 3, the cost is
# $14/3 = 4.6667$, the slopes are $28/3$ and $4$, and then $W = 2 - 0.9333 = 1.0667$ and $b = -0.4$.


# %% nbgrader={"grade_id": "train_fed", "solution": true} rows=["s1-train-loop-a"]
def train_fed(x_data, y_data, W0, b0, lr, steps):
    """Train W * X + b, fed with the arrays x_data and y_data, both (samples,), with the mean of the squares as cost.

    Returns the trace of the cost, as fetched together with each of the `steps` updates, and the trained W and b.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        cost = tf.reduce_mean(tf.square(W * X + b - Y))
        train_op = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        cost_list = []
        for _ in range(steps):
            _, cost_val = sess.run([train_op, cost], feed_dict={X: x_data, Y: y_data})
            cost_list.append(cost_val)
        return cost_list, sess.run(W), sess.run(b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_fed_examples", "grade": true}
data = np.array([1.0, 2.0, 3.0])
cost_list, W, b = train_fed(data, data, 2.0, 0.0, 0.1, 1)
np.testing.assert_allclose(cost_list[0], 14 / 3, rtol=1e-5, err_msg="the first cost, before the update")
np.testing.assert_allclose(np.ravel([W, b]), [2 - 2.8 / 3, -0.4], rtol=1e-5, err_msg="W and b after one step")
cost_list, W, b = train_fed(data, data, 2.0, 0.0, 0.1, 100)
print("after 100 steps: cost", cost_list[-1], " W", W, " b", b)
assert len(cost_list) == 100, "one cost for each step"

# %% [markdown]
# The picture shows the loss of your `train_fed` over the steps, for two learning rates. With one of them the steps are
# too long, and the loss grows.


# %% nbgrader={"grade_id": "loss_over_steps", "locked": true} demo=true
@picture
def loss_over_steps():
    """The loss over the steps, for two learning rates."""
    figure, axes = plt.subplots()
    told = []
    for lr, style in ((0.1, "C0-"), (0.2, "C3--")):
        cost_list = np.ravel(train_fed(np.array([1.0, 2, 3]), np.array([1.0, 2, 3]), 2.0, 0.0, lr, 25)[0])
        axes.semilogy(cost_list, style, linewidth=2, label=f"learning rate {lr}")
        told.append(f"from {cost_list[0]:.2g} to {cost_list[-1]:.2g} with {lr}")
    axes.set(xlabel="step", ylabel="loss")
    axes.legend()
    return figure, f"In 25 steps the loss goes {' and '.join(told)}"


# %% [markdown]
# ### Which variables move
#
# How does `minimize` know what to change? A variable is trainable by default, and `minimize` changes all trainable
# variables that the loss depends on. `tf.Variable(c0, dtype=tf.float32, trainable=False)` makes one that stays. Here
# the line has a second bias $c$ that must stay: `W * X + b + c`, with the mean of the squares as the cost.
#
# By hand, for $x = y = (1, 2, 3)$, $W = 2$, $b = -0.5$, $c = 0.5$, $\alpha = 0.1$: the differences are again 1, 2, 3,
# and after one step $W = 1.0667$, $b = -0.9$, and $c = 0.5$ as before.


# %% nbgrader={"grade_id": "train_frozen", "solution": true} rows=["s1-trainable"]
def train_frozen(x_data, y_data, W0, b0, c0, lr, steps):
    """Train W and b of W * X + b + c, where c is a variable that is not trainable; x_data and y_data are (samples,).

    Returns the numbers W, b and c after `steps` updates.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        c = tf.Variable(c0, dtype=tf.float32, trainable=False)
        cost = tf.reduce_mean(tf.square(W * X + b + c - Y))
        train_op = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(train_op, feed_dict={X: x_data, Y: y_data})
        return sess.run(W), sess.run(b), sess.run(c)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_frozen_examples", "grade": true}
W, b, c = train_frozen(data, data, 2.0, -0.5, 0.5, 0.1, 1)
np.testing.assert_allclose(np.ravel([W, b]), [2 - 2.8 / 3, -0.9], rtol=1e-5, err_msg="W and b after one step")
np.testing.assert_allclose(np.ravel(c), [0.5], rtol=1e-6, err_msg="c is not trained")

# %% [markdown]
# ## 3. One sample at a time
#
# Another loop feeds one sample at a time: an epoch (에폭) is one update for each of the $n$ samples, in
# order. Its cost is half the mean of the squares:
#
# $$E = \frac{1}{2n} \sum_i (W x_i + b - y_i)^2 \qquad \texttt{tf.reduce\_sum(tf.pow(pred - Y, 2)) / (2 * n)}$$
#
# $n$ is a number that was put into the graph, 17 for the data below. It stays 17 when one sample is fed, and so one
# update is
#
# $$d = W x_i + b - y_i \qquad W \leftarrow W - \alpha\,\frac{d\,x_i}{n} \qquad b \leftarrow b - \alpha\,\frac{d}{n}$$
#
# After every `display_step` epochs, if `(epoch + 1) % display_step == 0`, the loop looks at the cost of *all* samples,
# at $W$ and at $b$. By hand, for $x = (1, 2)$, $y = (0, 0)$, $W = 1$, $b = 0$, $\alpha = 0.1$: the first update has
# $d = 1$ and gives $W = 0.95$, $b = -0.05$; the second $d = 1.85$ and gives $W = 0.765$, $b = -0.1425$. Then
# $E = (0.6225^2 + 1.3875^2) / 4 = 0.57817$.
#
# The data below belong to a published notebook; it prints the log of epoch 50, and so on to epoch 1000. Your numbers are
# compared with that log.

# %% nbgrader={"grade_id": "samples", "locked": true}
train_X = np.array(
    [3.3, 4.4, 5.5, 6.71, 6.93, 4.168, 9.779, 6.182, 7.59, 2.167, 7.042, 10.791, 5.313, 7.997, 5.654, 9.27, 3.1]
)
train_Y = np.array(
    [1.7, 2.76, 2.09, 3.19, 1.694, 1.573, 3.366, 2.596, 2.53, 1.221, 2.827, 3.465, 1.65, 2.904, 2.42, 2.94, 1.3]
)


# %% nbgrader={"grade_id": "train_samples", "solution": true} rows=["s1-train-loop-b"]
def train_samples(train_X, train_Y, W0, b0, lr, epochs, display_step):
    """Train W * X + b with one update for each sample; train_X and train_Y are (samples,).

    Returns three traces: W, b and the cost of all samples after every `display_step` epochs.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        n_samples = len(train_X)
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        pred = W * X + b
        cost = tf.reduce_sum(tf.pow(pred - Y, 2)) / (2 * n_samples)
        optimizer = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        W_list, b_list, cost_list = [], [], []
        for epoch in range(epochs):
            for x, y in zip(train_X, train_Y, strict=True):
                sess.run(optimizer, feed_dict={X: x, Y: y})
            if (epoch + 1) % display_step == 0:
                W_list.append(sess.run(W))
                b_list.append(sess.run(b))
                cost_list.append(sess.run(cost, feed_dict={X: train_X, Y: train_Y}))
        return W_list, b_list, cost_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_samples_examples", "grade": true}
W_list, b_list, cost_list = train_samples(np.array([1.0, 2.0]), np.zeros(2), 1.0, 0.0, 0.1, 1, 1)
np.testing.assert_allclose(np.ravel([W_list, b_list]), [0.765, -0.1425], rtol=1e-5, err_msg="W and b after one epoch")
np.testing.assert_allclose(np.ravel(cost_list), [0.57817], rtol=1e-4, err_msg="the cost after one epoch")
# From the line of epoch 50 in the log, 50 epochs on to that of epoch 100.
W_list, b_list, _ = train_samples(train_X, train_Y, 0.441748, -0.580876, 0.01, 50, 50)
print("epoch 100: W =", W_list[0], " b =", b_list[0])
np.testing.assert_allclose(np.ravel([W_list, b_list]), [0.430319, -0.498661], atol=2e-6, err_msg="the log at epoch 100")

# %% [markdown]
# The picture shows your lines after 1, 5 and 60 epochs, from a line that falls. Every single sample has pulled it a little.


# %% nbgrader={"grade_id": "samples_drawn", "locked": true} demo=true
@picture
def samples_drawn():
    """The samples and the student's lines after some epochs."""
    W_list, b_list, cost_list = (np.ravel(trace) for trace in train_samples(train_X, train_Y, -0.3, 2.0, 0.01, 60, 1))
    ends = np.array([2.0, 11.0])
    figure, axes = plt.subplots()
    axes.plot(train_X, train_Y, "ko", markersize=5)
    for epoch, style in ((1, "C1--"), (5, "C0-."), (60, "C3-")):
        label = f"epoch {epoch}, cost {cost_list[epoch - 1]:.3f}"
        axes.plot(ends, W_list[epoch - 1] * ends + b_list[epoch - 1], style, linewidth=2, label=label)
    axes.set(xlabel="x", ylabel="y")
    axes.legend(fontsize=10)
    told = ", ".join(f"{cost_list[epoch - 1]:.3f} after {epoch}" for epoch in (1, 5, 60))
    return figure, f"The line turns into the cloud of 17 samples; the cost is {told} epochs"


# %% [markdown]
# The log itself is a line of text for each time. The loop counts epochs from 0, so it prints `epoch + 1`:
#
# ```
# print("Epoch:", '%04d' % (epoch+1), "cost=", "{:.9f}".format(c))
# ```
#
# `'%04d'` writes a whole number with at least four digits, zeros in front; `'{:.9f}'` writes nine decimals; `print`
# puts a blank between its arguments. For epoch 49 and the cost 0.195095107 the line is `Epoch: 0050 cost= 0.195095107`.


# %% nbgrader={"grade_id": "log_line", "solution": true} rows=["s1-log-format"]
def log_line(epoch, cost):
    """The line of the log, as print shows it without W and b; `epoch` counts from 0."""
    ### BEGIN SOLUTION
    return f"Epoch: {epoch + 1:04d} cost= {cost:.9f}"
    ### END SOLUTION


# %% nbgrader={"grade_id": "log_line_examples", "grade": true}
print(log_line(49, 0.195095107))
assert log_line(49, 0.195095107).rstrip("\n") == "Epoch: 0050 cost= 0.195095107"
assert log_line(7, 2).rstrip("\n") == "Epoch: 0008 cost= 2.000000000"

# %% [markdown]
# ### A log every 100 steps
#
# A neuron with one weight runs with $\alpha = 0.01$. The program does not print each step: it updates first, and prints
# when `i % 100 == 0` (the remainder of the division of `i` by 100). The first line is thus from after one update. From
# the start $w = 0.53458315$, by hand: $w = 0.53458315 - 0.01 \cdot 2 \cdot (0.53458315 - 1) = 0.543891487$, and the
# cost is $(0.543891487 - 1)^2 = 0.208034976$.


# %% nbgrader={"grade_id": "train_logged", "solution": true} rows=["s0-repo-01-trace"]
def train_logged(x_data, y_data, w0, lr, iterations, every):
    """Train hypo = w * x_data on one sample, in lists of one number, and look only when i % every == 0.

    i counts from 0. Returns two traces: w and the cost after the update of each such i.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        cost = (w * x_data - y_data) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for i in range(iterations):
            sess.run(train)
            if i % every == 0:
                w_list.append(sess.run(w)[0])
                cost_list.append(sess.run(cost)[0])
        return w_list, cost_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_logged_examples", "grade": true}
w_list, cost_list = train_logged([1], [1], 0.53458315, 0.01, 701, 100)
# What a published run of this program prints, in float32.
PRINTED = [0.5438915, 0.9395112, 0.99197805, 0.9989362, 0.9998588, 0.99998134, 0.9999974, 0.99999857]
for i in range(len(w_list)):
    print(100 * i, w_list[i], cost_list[i])
np.testing.assert_allclose(np.ravel(w_list), PRINTED, atol=2e-6, err_msg="w at i = 0, 100, … 700")
np.testing.assert_allclose(cost_list[0], 0.20803498, atol=1e-6, err_msg="the first cost")

# %% [markdown]
# ## 4. A line through 100 points
#
# Now 100 points that lie exactly on $y = 0.1 x + 0.3$.
# All 100 points are one batch, the loss is `tf.reduce_mean(tf.square(y - y_data))`, the learning rate 0.5. There are
# 201 steps, and $W$, $b$ are printed after the update when `step % 20 == 0`.
#
# This program stood on the first page of TensorFlow's first tutorial, and eleven lines that it printed are known. It
# draws $x$ at random. But gradient descent sees only the mean of $x$ and that of $x^2$, and the printed lines tell both,
# 0.46549092 and 0.29045415, and the start $W = -0.26724837$, $b = 0$. The points below have the same two means, so the
# same lines come out.
#
# By hand, the first step: with $W x + b - y = -0.36724837\,x - 0.3$ its mean is $-0.470951$, so
# $b = 0 + 0.5 \cdot 2 \cdot 0.470951 = 0.470951$.

# %% nbgrader={"grade_id": "line_data", "locked": true}
spread = np.linspace(-1, 1, 100)
spread = np.sign(spread) * np.abs(spread) ** 0.7
spread = spread / np.sqrt(np.mean(spread**2))  # its mean is 0, the mean of its square is 1
x_data = 0.46549092 + np.sqrt(0.29045415 - 0.46549092**2) * spread  # (100,), between 0 and 1
y_data = x_data * 0.1 + 0.3  # (100,)


# %% nbgrader={"grade_id": "train_201", "solution": true} rows=["s1-linreg-201"]
def train_201(x_data, y_data, W0, b0, lr, steps, every):
    """Train y = W * x + b on all samples at once; x_data and y_data are (samples,), float64.

    Returns two traces: W and b after the update of each step with step % every == 0.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        W = tf.Variable([W0], dtype=tf.float32)  # (1,)
        b = tf.Variable([b0], dtype=tf.float32)  # (1,)
        y = W * x_data.astype(np.float32) + b  # (samples,)
        loss = tf.reduce_mean(tf.square(y - y_data.astype(np.float32)))
        train = tf.train.GradientDescentOptimizer(lr).minimize(loss)
        sess.run(tf.global_variables_initializer())
        W_list, b_list = [], []
        for step in range(steps):
            sess.run(train)
            if step % every == 0:
                W_list.append(sess.run(W)[0])
                b_list.append(sess.run(b)[0])
        return W_list, b_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_201_examples", "grade": true}
W_list, b_list = train_201(x_data, y_data, -0.26724837, 0.0, 0.5, 201, 20)
for line in range(len(W_list)):
    print(20 * line, W_list[line], b_list[line])
# The printed lines for the steps 0, 20, 40 and 200.
assert len(W_list) == len(b_list) == 11, "the steps 0, 20, … 200"
for line, W, b in [
    (0, -0.02093266, 0.47095078),
    (1, 0.05205543, 0.32374111),
    (2, 0.08607709, 0.30689433),
    (10, 0.09999931, 0.30000037),
]:
    found = np.ravel([W_list[line], b_list[line]])
    np.testing.assert_allclose(found, [W, b], atol=2e-6, err_msg=f"W and b at step {20 * line}")

# %% [markdown]
# Here are your lines among the points: after the first step, after 20 and 40 steps, and at the end.


# %% nbgrader={"grade_id": "lines_drawn", "locked": true} demo=true
@picture
def lines_drawn():
    """The points and the student's lines after some steps."""
    W_list, b_list = (np.ravel(trace) for trace in train_201(x_data, y_data, -0.26724837, 0.0, 0.5, 201, 20))
    figure, axes = plt.subplots()
    axes.plot(x_data[::6], y_data[::6], "ko", markersize=5, label="points")
    ends = np.array([0.0, 1.0])
    for line, style in ((0, "C1--"), (1, "C4-."), (2, "C0:"), (10, "C3-")):
        axes.plot(ends, W_list[line] * ends + b_list[line], style, linewidth=2, label=f"step {20 * line}")
    axes.set(xlabel="x", ylabel="y")
    axes.legend(fontsize=10)
    return figure, f"The line goes from {W_list[0]:.3f} x + {b_list[0]:.3f} to {W_list[10]:.3f} x + {b_list[10]:.3f}"


# %% [markdown]
# ## 5. The same in today's Keras
#
# You have written graphs, sessions and loops. Keras does all of it for you. The neuron is one
# `Dense(1, activation="linear")`, which is $wx + b$. It is trained with plain gradient descent and the mean squared error,
# 30 epochs on $x = y = (1, 2, 3)$, and then it answers for 4, 5, 6. In old programs you read `SGD(lr=…)`; today it is
# `SGD(learning_rate=…)`, and `fit` takes arrays of shape (samples, 1), not lists.
#
# Keras 3 needs eager execution. The given `eagerly` turns it on for a while: write `with eagerly():` and put the whole
# model inside. Begin the model with `tf.keras.Input(shape=(1,))`; then
# `model.layers[0].set_weights([kernel, bias])` sets the start, the kernel of shape (1, 1) and the bias of shape (1,).
# One epoch is one step on all samples: `model.fit(x, y, epochs=epochs, batch_size=len(x), verbose=0)` does that.
#
# By hand, one epoch from $w = 2$, $b = 0$ with $\alpha = 0.03$: the differences are 1, 2, 3, the slopes
# $\frac{2}{3} \cdot 14$ and $\frac{2}{3} \cdot 6 = 4$, so $w = 1.72$ and $b = -0.12$, and the answer for 4 is 6.76.


# %% nbgrader={"grade_id": "eager", "locked": true}
def eagerly():
    """A `with` block in which Keras can run although the behaviour of TensorFlow 2 is off."""
    from tensorflow.python.eager.context import eager_mode

    return eager_mode()


# %% nbgrader={"grade_id": "keras_fit", "solution": true} rows=["s0-repo-keras"]
def keras_fit(x, y, w0, b0, lr, epochs, query):
    """Train Dense(1, activation="linear") from the numbers w0 and b0, all samples in one step an epoch.

    x and y are (samples, 1). Returns the answers for query, (queries, 1), as a NumPy array of that shape.
    """
    ### BEGIN SOLUTION
    with eagerly():
        model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, activation="linear")])
        model.layers[0].set_weights([np.array([[w0]]), np.array([b0])])
        model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss="mse")
        model.fit(x, y, epochs=epochs, batch_size=len(x), verbose=0)
        return model.predict(query, verbose=0)  # (queries, 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_fit_examples", "grade": true}
x = np.array([[1.0], [2.0], [3.0]])
answers = keras_fit(x, x, 2.0, 0.0, 0.03, 1, np.array([[4.0]]))
np.testing.assert_allclose(answers, [[6.76]], rtol=1e-5, err_msg="the answer for 4 after one epoch")
print("after 30 epochs, 4, 5, 6 give", np.ravel(keras_fit(x, x, 2.0, 0.0, 0.03, 30, x + 3)))

# %% [markdown]
# Both ways compute the same. The picture shows the answer for 4 over the epochs: that of your `train_fed`, and, at
# two places, that of your Keras model.


# %% nbgrader={"grade_id": "keras_and_graph", "locked": true} demo=true
@picture
def keras_and_graph():
    """The answers for 4 of the graph over the epochs, and of the Keras model at two places."""
    data = np.array([1.0, 2.0, 3.0])
    epochs = [5, 30]  # each makes a model: two are enough
    of_keras = [keras_fit(data[:, None], data[:, None], 2.0, 0.0, 0.03, n, np.array([[4.0]]))[0, 0] for n in epochs]
    of_graph = [
        4 * np.ravel(W)[0] + np.ravel(b)[0]
        for _, W, b in (train_fed(data, data, 2.0, 0.0, 0.03, n) for n in range(0, 31, 5))
    ]
    figure, axes = plt.subplots()
    axes.plot(epochs, of_keras, "C0o", markersize=10, label="Keras")
    axes.plot(range(0, 31, 5), of_graph, "C1x-", markersize=8, label="graph and session")
    axes.axhline(4, color="black", linestyle=":")
    axes.set(xlabel="epochs", ylabel="answer for 4")
    axes.legend()
    told = [
        f"{of_graph[n // 5]:.4f} and {answer:.4f} after {n} epochs" for n, answer in zip(epochs, of_keras, strict=True)
    ]
    return figure, f"The answers of graph and Keras for 4: {', '.join(told)}"


# %% [markdown]
# <details>
# <summary>If you read the document</summary>
#
# The documents are two sets of slides: one on deep learning with TensorFlow, one on the error graph. This lesson follows
# them.
#
# - The line of 100 points has lost its plus signs in the stored text. `initialize_all_variables` and `xrange` are old
#   names of `global_variables_initializer` and `range`.
# - They write `tf.run(init)`. There is no `tf.run`; it has to be `sess.run(init)`.
# - A comment calls half the mean of the squares "Mean squared error".
# - They print `[ 6. 7. 8.]`; NumPy now leaves the first blank out.
# - They call types `DT_FLOAT` (`float32`), `DT_DOUBLE` (`float64`), `DT_COMPLEX64` and so on, and list 15 of them. There
#   are more, such as `half` with 16 bits, `bfloat16` and `uint32`. Some operations have other names today: `Constant` is
#   `Const`, `SoftMax` is `Softmax`, `ReLU` is `Relu`, `Convolution2D` is `Conv2D`, `MutexAcquire` is `MutexLock`.
#
# </details>
