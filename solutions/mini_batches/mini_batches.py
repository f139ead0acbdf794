# %% [markdown]
# # Mini-batches: many small steps in place of a few large ones
#
# A large network is not trained on all data at once. The data are shuffled and cut into mini-batches (미니배치), and each of them
# makes one step. In this notebook you write this loop yourself, with its traps: labels that lose their images, a last batch
# that is smaller, a sum where a mean belongs. At the end your loop teaches a classifier to read handwritten digits, with
# batches of 1, of 16 and of all images. You see how many steps each makes, how long they take, and which reads best.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, whole ones too, and other
# sizes, also of one row or one column.

# %% nbgrader={"grade_id": "imports", "locked": true}
import time

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
# ## 1. Shuffle and cut
#
# Data are often sorted: first all zeros, then all ones. A batch (배치) of one digit only would pull the weights to this
# digit. So the examples are shuffled (섞기) first. An image must keep its label: both get the same new order.
#
# In this notebook nothing is random inside your functions. Each example gets a random *key* from outside, and the
# examples are sorted by their keys, the smallest key first.
#
# By hand, with the keys $(0.7,\ 0.1,\ 0.4)$: the second example comes first, then the third, then the first.


# %% nbgrader={"grade_id": "shuffle_rows", "solution": true}
def shuffle_rows(X, labels, keys):
    """X, (rows, inputs), and labels, (rows,), in the order of their keys, (rows,), which are all different."""
    ### BEGIN SOLUTION
    order = np.argsort(keys)
    return X[order], labels[order]
    ### END SOLUTION


# %% nbgrader={"grade_id": "shuffle_rows_examples", "grade": true}
shuffled, its_labels = shuffle_rows(
    np.array([[1, 2], [3, 4], [5, 6]]), np.array([10, 20, 30]), np.array([0.7, 0.1, 0.4])
)
np.testing.assert_array_equal(shuffled, [[3, 4], [5, 6], [1, 2]], err_msg="the rows by their keys")
np.testing.assert_array_equal(its_labels, [20, 30, 10], err_msg="the labels by their keys")

# %% [markdown]
# Instead of the data, one can also shuffle their numbers 0, 1, 2, ... This is the *order* of an epoch (에폭), in which
# each example comes once. Cut it into batches of `size` numbers. What is left over at the end makes a smaller batch.
#
# By hand, for the order $(4,\ 0,\ 3,\ 1,\ 2)$ and size 2: the batches are $(4, 0)$, $(3, 1)$ and $(2)$.


# %% nbgrader={"grade_id": "batch_indices", "solution": true}
def batch_indices(order, size):
    """The batches of an order: a list of arrays, each of size numbers, the last one of as many as are left.

    order is (rows,), at least one number; size is 1 or more and may be larger than the order is long.
    """
    ### BEGIN SOLUTION
    return [order[start : start + size] for start in range(0, len(order), size)]
    ### END SOLUTION


# %% nbgrader={"grade_id": "batch_indices_examples", "grade": true}
batches = batch_indices(np.array([4, 0, 3, 1, 2]), 2)
assert [np.asarray(batch).tolist() for batch in batches] == [[4, 0], [3, 1], [2]], "five numbers, two in a batch"

# %% [markdown]
# Each batch makes one step. An epoch (에폭) is over when every example has come once.


# %% nbgrader={"grade_id": "count_steps", "solution": true}
def count_steps(examples, size, epochs):
    """How many steps a training makes, and how many examples the last batch of each epoch has: two whole numbers."""
    ### BEGIN SOLUTION
    per_epoch = -(-examples // size)
    return epochs * per_epoch, examples - (per_epoch - 1) * size
    ### END SOLUTION


# %% nbgrader={"grade_id": "count_steps_examples", "grade": true}
assert np.shape(count_steps(5, 2, 10)) == (2,), "two numbers are asked for"
assert tuple(count_steps(5, 2, 10)) == (30, 1), "three steps in each of ten epochs, and one example left"

# %% [markdown]
# ## 2. The gradient of one batch
#
# The classifier has no hidden layer. Its outputs are $P = \text{softmax}(X W + b)$, and its error (오차) is the
# cross-entropy (크로스 엔트로피): the mean of $-\log P[i, t_i]$ over the rows, where $t_i$ is the right class of row $i$.
# The derivative with respect to the sums $XW + b$ is short: $P$, minus 1 at the right class, and divided by the number
# of rows.
#
# The mean is what matters here: it is a mean over the rows *of this batch*. A sum would make the step of a large batch
# many times as long as that of a small one.
#
# By hand, one row $x = (1, 2)$ with three classes, all weights 0 and the class 1: $P = (\frac13, \frac13, \frac13)$, the
# error is $\log 3 = 1.0986$, and the derivative is $(\frac13, -\frac23, \frac13)$.


# %% nbgrader={"grade_id": "softmax_given", "locked": true}
def softmax(Z):
    """The softmax of each row of Z, (rows, classes)."""
    exponentials = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


# %% nbgrader={"grade_id": "batch_gradient", "solution": true}
def batch_gradient(X, labels, W, b):
    """The error of one batch and its gradients: three values, E, Wb and bb.

    X is (rows, inputs), labels is (rows,), whole numbers from 0; W is (inputs, classes) and b is (1, classes). The
    gradients have the shapes of W and b.
    """
    ### BEGIN SOLUTION
    rows = np.arange(len(X))
    P = softmax(X @ W + b)  # (rows, classes)
    E = -np.mean(np.log(P[rows, labels]))
    Ob = P.copy()
    Ob[rows, labels] -= 1
    Ob = Ob / len(X)
    return E, X.T @ Ob, Ob.sum(axis=0, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "batch_gradient_examples", "grade": true}
E, Wb, bb = batch_gradient(np.array([[1.0, 2.0]]), np.array([1]), np.zeros((2, 3)), np.zeros((1, 3)))
np.testing.assert_allclose([E], [np.log(3)], rtol=1e-5, err_msg="the error of one row")
np.testing.assert_allclose(bb, [[1 / 3, -2 / 3, 1 / 3]], rtol=1e-5, err_msg="the gradient of the biases")
np.testing.assert_allclose(np.shape(Wb), (2, 3), err_msg="the shape of the weights' gradient")

# %% [markdown]
# ## 3. The noise
#
# The gradient of a batch is only an estimate of the gradient over all data. Other batches would give other gradients. How
# far do they scatter? Take the gradients of many batches. The noise (잡음) is the root of the mean squared distance from
# their mean, where the squared distance of two gradients is the sum of squares over all entries:
#
# $$\bar g = \frac{1}{m} \sum_{i=1}^{m} g_i \qquad \text{noise} = \sqrt{\frac{1}{m} \sum_{i=1}^{m} \|g_i - \bar g\|^2}$$
#
# By hand, for the two gradients $(1,\ 5)$ and $(3,\ 1)$: the mean is $(2,\ 3)$, both squared distances are $1 + 4 = 5$, and
# the noise is $\sqrt 5 = 2.236$.


# %% nbgrader={"grade_id": "gradient_noise", "solution": true}
def gradient_noise(gradients):
    """The noise of some gradients, one number. gradients is (batches, ...): one gradient of any shape for each batch."""
    ### BEGIN SOLUTION
    distances = gradients - gradients.mean(axis=0)
    return np.sqrt(np.sum(distances**2) / len(gradients))
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradient_noise_examples", "grade": true}
np.testing.assert_allclose(
    [gradient_noise(np.array([[1.0, 5.0], [3.0, 1.0]]))], [5**0.5], rtol=1e-5, err_msg="two gradients of two entries"
)


# %% nbgrader={"grade_id": "digits", "locked": true} demo=true
# 1000 handwritten digits (UCI Machine Learning Repository, Alpaydin and Kaynak, 1998; CC BY 4.0).
digits = np.loadtxt("digits.csv", delimiter=",", comments="#")
pixels, classes = digits[:, :64] / 16, digits[:, 64].astype(int)


@picture
def some_digits():
    """Sixteen of the images that the classifier will read."""
    figure, plots = plt.subplots(2, 8, figsize=(7, 2.2))
    for axes, image, label in zip(plots.flat, pixels, classes, strict=False):
        axes.imshow(image.reshape(8, 8), cmap="gray_r")
        axes.set_title(label, fontsize=9)
        axes.axis("off")
    return figure, f"Sixteen handwritten digits of 8 by 8 pixels: {' '.join(map(str, classes[:16]))}."


@picture
def noise_by_size():
    """The measured noise of the gradient over the batch size."""
    W, b, sizes, noises = np.zeros((64, 10)), np.zeros((1, 10)), [1, 2, 4, 8, 16, 32, 64], []
    generator = np.random.default_rng(2)
    for size in sizes:
        batches = batch_indices(generator.permutation(800), size)
        gradients = np.array([batch_gradient(pixels[each], classes[each], W, b)[1] for each in batches])
        noises.append(gradient_noise(gradients))
    figure, axes = plt.subplots(figsize=(5.5, 3.4))
    axes.loglog(sizes, noises, "ko", label="measured")
    axes.loglog(sizes, noises[0] / np.sqrt(sizes), "C0--", label=r"noise of one example / $\sqrt{size}$")
    axes.set_xlabel("batch size")
    axes.set_ylabel("noise of the gradient")
    axes.legend()
    told = ", ".join(f"{size}: {noise:.3f}" for size, noise in zip(sizes, noises, strict=True))
    return figure, f"The noise falls with the batch size: {told}."


# %% [markdown]
# The noise falls like $1 / \sqrt{\text{size}}$, but the work grows like the size.
#
# **A batch of 16 has some noise. How large must a batch be for half of it?** Use the rule $1 / \sqrt{\text{size}}$.

# %% nbgrader={"grade_id": "half_the_noise", "solution": true}
# half_the_noise: a whole number of examples
### BEGIN SOLUTION
half_the_noise = 64
### END SOLUTION

# %% nbgrader={"grade_id": "half_the_noise_examples", "grade": true}
assert half_the_noise == int(half_the_noise) > 16, "a larger batch has less noise"

# %% [markdown]
# ## 4. One epoch
#
# Now the loop. For each batch of the order: its error and its gradients with the *present* weights, then one step with the
# learning rate (학습률) $\alpha$: $W \leftarrow W - \alpha W_b$ and $b \leftarrow b - \alpha\, b_b$. The next batch sees
# the new weights. The error of a batch is the one before its step.

# %% nbgrader={"grade_id": "three_examples", "locked": true}
X3 = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # (examples, inputs)
labels3 = np.array([0, 1, 1])


# %% nbgrader={"grade_id": "train_epoch", "solution": true}
def train_epoch(X, labels, W, b, lr, order, size):
    """One epoch over the examples in this order, with batches of this size.

    X is (examples, inputs), labels is (examples,), order is (rows,), numbers of examples. Returns the new W, the new b
    and the errors of the batches, (batches,). The arrays that come in stay as they are.
    """
    ### BEGIN SOLUTION
    errors = []
    for batch in batch_indices(order, size):
        E, Wb, bb = batch_gradient(X[batch], labels[batch], W, b)
        W, b = W - lr * Wb, b - lr * bb
        errors.append(E)
    return W, b, np.array(errors)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_epoch_examples", "grade": true}
W, b, errors = train_epoch(X3, labels3, np.zeros((2, 2)), np.zeros((1, 2)), 1.0, np.array([2, 0, 1]), 2)
np.testing.assert_allclose(errors, [0.693147, 0.474077], rtol=1e-4, err_msg="the errors of two batches")
np.testing.assert_allclose(b, [[-0.377541, 0.377541]], rtol=1e-4, err_msg="the biases after two batches")

# %% [markdown]
# For the error of a whole epoch, the mean of the batches' errors is not good enough. The last batch may have fewer rows, and
# then each of its examples would count for more than the others. Every *example* must count the same.
#
# By hand, for batches of 4, 4 and 2 rows with the errors $1$, $2$ and $5$: ten examples have
# $4 \cdot 1 + 4 \cdot 2 + 2 \cdot 5 = 22$ in all, so the error of the epoch is $2.2$. The mean of the three errors is
# $2.67$.


# %% nbgrader={"grade_id": "epoch_error", "solution": true}
def epoch_error(errors, size, examples):
    """The mean error over all examples of an epoch, one number.

    errors is (batches,): the mean error of each batch of an epoch over so many examples, in batches of this size.
    """
    ### BEGIN SOLUTION
    rows = np.full(len(errors), size)
    rows[-1] = examples - size * (len(errors) - 1)
    return np.sum(rows * errors) / examples
    ### END SOLUTION


# %% nbgrader={"grade_id": "epoch_error_examples", "grade": true}
np.testing.assert_allclose([epoch_error(np.array([1.0, 2.0, 5.0]), 4, 10)], [2.2], rtol=1e-5, err_msg="ten examples")
np.testing.assert_allclose([epoch_error(np.array([1.0, 2.0]), 3, 6)], [1.5], rtol=1e-5, err_msg="six examples")

# %% [markdown]
# ## 5. The whole training
#
# Several epochs, each with an order of its own, shuffled anew. `orders` has one row for each epoch.


# %% nbgrader={"grade_id": "train", "solution": true}
def train(X, labels, W, b, lr, orders, size):
    """Train for as many epochs as orders, (epochs, rows), has rows, each in its own order.

    Returns the trained W and b, and the error of each epoch over its examples, (epochs,). The arrays that come in stay
    as they are.
    """
    ### BEGIN SOLUTION
    history = []
    for order in orders:
        W, b, errors = train_epoch(X, labels, W, b, lr, order, size)
        history.append(epoch_error(errors, size, len(order)))
    return W, b, np.array(history)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_examples", "grade": true}
W, b, history = train(X3, labels3, np.zeros((2, 2)), np.zeros((1, 2)), 1.0, np.array([[2, 0, 1], [1, 2, 0]]), 2)
np.testing.assert_allclose(history, [0.620124, 0.548639], rtol=1e-4, err_msg="the errors of two epochs")

# %% [markdown]
# ## 6. Batches of 1, of 16, of all
#
# The classifier learns from 800 images with your `train`, and is then asked for 200 new ones. All three see every image
# equally often: 20 epochs with the same learning rate.


# %% nbgrader={"grade_id": "three_sizes", "locked": true} demo=true
def read_right(W, b):
    """The share of the 200 new images that are read right."""
    return np.mean(np.argmax(pixels[800:] @ W + b, axis=1) == classes[800:])


def trained(size, lr, epochs, seed=0):
    """The result of a training on 800 images: the share that is read right, the errors, the seconds."""
    generator = np.random.default_rng(seed)
    orders = np.array([generator.permutation(800) for _ in range(epochs)])
    began = time.perf_counter()
    W, b, history = train(pixels, classes, np.zeros((64, 10)), np.zeros((1, 10)), lr, orders, size)
    return read_right(W, b), history, time.perf_counter() - began


@picture
def three_sizes():
    """The error by epoch for batches of 1, 16 and 800, and what is read right at the end."""
    figure, axes = plt.subplots(figsize=(5.5, 3.6))
    told = []
    for size, style in ((1, "C1^-"), (16, "C0o-"), (800, "C3s--")):
        right, history, seconds = trained(size, 0.1, 20)
        steps, _ = count_steps(800, size, 20)
        print(f"batches of {size:>3}: {steps:>5} steps, {seconds:5.2f} s, {right:.1%} of 200 new digits are read right")
        axes.plot(range(1, 21), history, style, markersize=4, label=f"batches of {size}: {right:.0%}")
        told.append(f"of {size} {history[-1]:.2f}")
    axes.set_ylim(0, 2.4)
    axes.set_xticks(range(0, 21, 5))
    axes.set_xlabel("epoch")
    axes.set_ylabel("cross-entropy")
    axes.legend()
    return figure, f"The error in epoch 20 with batches {', '.join(told)}."


# %% [markdown]
# Look at the steps and the seconds. A batch of 1 makes 800 steps in an epoch and needs the most time for them, because
# NumPy works on many rows at once nearly as fast as on one. The batch of 800 makes one step.
#
# **After 20 epochs the batch of all 800 images is far behind. Why?** a) Its gradient is the noisiest of the three. b) Its
# gradient is a mean, so it is 800 times too small. c) It has made 20 steps only, and each of them is hardly better than a
# step of the others. d) It has seen fewer images than the others.

# %% nbgrader={"grade_id": "why_behind", "solution": true}
# Answer with one letter, for instance: why_behind = "a"
### BEGIN SOLUTION
why_behind = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "why_behind_examples", "grade": true}
assert str(why_behind).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# A gradient with less noise can be trusted for a longer step. So a larger batch goes with a larger learning rate. The next
# picture tries it: five epochs for each pair.


# %% nbgrader={"grade_id": "rates_and_sizes", "locked": true} demo=true
@picture
def rates_and_sizes():
    """What is read right after five epochs, for some learning rates and batch sizes."""
    sizes, rates = (1, 16, 128, 800), (0.01, 0.1, 1.0, 10.0)
    with np.errstate(all="ignore"):
        right = np.array([[trained(size, lr, 5)[0] for lr in rates] for size in sizes])
    figure, axes = plt.subplots(figsize=(5, 3.6))
    axes.imshow(right, cmap="Blues", vmin=0.4, vmax=1.2)
    for (i, j), share in np.ndenumerate(right):
        axes.text(j, i, f"{share:.0%}", ha="center", va="center", color="black")
    axes.set_xticks(range(4), rates)
    axes.set_yticks(range(4), sizes)
    axes.set_xlabel("learning rate")
    axes.set_ylabel("batch size")
    best = ", ".join(f"{size}: {rates[np.argmax(row)]:g}" for size, row in zip(sizes, right, strict=True))
    return figure, f"The best of four learning rates for each batch size after five epochs: {best}."


# %% [markdown]
# ## What to take with you
#
# - Shuffle in each epoch, images and labels in the same order.
# - The gradient is the mean over the rows of its batch, also in the smaller last one.
# - An epoch's error weighs every example the same.
# - Batches of 16 to 256 are usual: their noise is small enough, and they make many steps. If you change the batch size, try
#   the learning rate again.
