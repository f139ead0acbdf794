# %% [markdown]
# # Losses by the form of y, activation functions, the neuron
#
# At the end of this notebook twenty small functions of yours, added up, follow a wave so closely that you cannot see the
# difference. This is why a network can learn so much. On the way you build its pieces, one at a time and in NumPy. The
# loss (손실) says how wrong a network is. The activation function (활성화 함수) makes it more than a straight line. The
# neuron (뉴런) joins a linear equation and an activation.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, whole ones too, and other
# sizes, also of one row or one column.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
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
# ## 1. What a loss is
#
# A network predicts a $y$ (예측한 y); the data have the true $y$ (정답 y). Other names for the loss are cost (비용) and
# error (오차).
#
# **What is it?** a) A number that tells how far the predicted $y$ is from the true $y$. b) A number that tells how many
# steps the training will still need. c) A number that tells how far the weights moved in the last step. d) A number
# that tells how many examples were left out of the data.

# %% nbgrader={"grade_id": "loss_is", "solution": true} rows=["s1-loss-concept"]
# Answer with one letter, for instance: loss_is = "a"
### BEGIN SOLUTION
loss_is = "a"
### END SOLUTION

# %% nbgrader={"grade_id": "loss_is_examples", "grade": true}
assert str(loss_is).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. Which loss for which y
#
# | the form of $y$ | loss |
# |---|---|
# | a number, as in a regression (실제 숫자) | mean squared error, MSE |
# | 0 or 1, yes or no | binary cross-entropy |
# | one of a finite number of classes (유한개의 클래스) | cross-entropy |
#
# Choose for six cases, in this order: the price of a house; whether a mail is spam or not; which digit from 0 to 9 a
# picture shows; tomorrow's temperature in degrees; whether a customer will leave or stay; in which of five languages
# a text is written. Answer with `"mse"`, `"binary"` or `"classes"` for each.

# %% nbgrader={"grade_id": "losses_of_cases", "solution": true} rows=["s1-loss-choice"]
# losses_of_cases: six of the words "mse", "binary", "classes", in the order of the text
### BEGIN SOLUTION
losses_of_cases = ("mse", "binary", "classes", "mse", "binary", "classes")
### END SOLUTION

# %% nbgrader={"grade_id": "losses_of_cases_examples", "grade": true}
assert len(losses_of_cases) == 6, "six answers, one for each case"
assert {str(losses_of_cases[i]).strip().lower() for i in range(6)} <= {"mse", "binary", "classes"}, (
    "each is one of the words mse, binary, classes"
)

# %% [markdown]
# ### A number
#
# In TensorFlow this loss is often written as `tf.reduce_sum(tf.pow(pred-Y, 2))/(2*n_samples)`:
#
# $$\text{cost} = \frac{1}{2n} \sum_{i=1}^{n} (\text{pred}_i - Y_i)^2$$
#
# Many call it the mean squared error, but the 2 makes it half the mean. By hand, for the predictions
# $(1, 2, 4)$ and the true values $(1, 3, 2)$: the squares are $0, 1, 4$, and $5 / 6 = 0.8333$.


# %% nbgrader={"grade_id": "squared_cost", "solution": true} rows=["s1-loss-mse"]
def squared_cost(pred, Y):
    """The sum of the squared differences divided by 2n, one number; pred and Y are (n,)."""
    ### BEGIN SOLUTION
    return np.sum((pred - Y) ** 2) / (2 * len(Y))
    ### END SOLUTION


# %% nbgrader={"grade_id": "squared_cost_examples", "grade": true}
np.testing.assert_allclose([squared_cost(np.array([1, 2, 4]), np.array([1, 3, 2]))], [5 / 6], rtol=1e-5)

# %% [markdown]
# What is the *mean* squared error of the same three numbers? As a fraction, for instance `7 / 4`.

# %% nbgrader={"grade_id": "mean_square", "solution": true} rows=["s1-loss-mse"]
# mean_square: the mean squared error of (1, 2, 4) against (1, 3, 2)
### BEGIN SOLUTION
mean_square = 5 / 3
### END SOLUTION

# %% nbgrader={"grade_id": "mean_square_examples", "grade": true}
assert mean_square > 0, "no square is below 0, and not all of them are 0"

# %% [markdown]
# ### 0 or 1
#
# A network with one output gives a number $z$, the logit (로짓); $s = 1 / (1 + e^{-z})$ lies between 0 and 1 and is its
# probability for a 1. With the true label $t$, 0 or 1, the binary cross-entropy is
#
# $$-t \log s - (1 - t) \log(1 - s) \;=\; \max(z, 0) - z\,t + \log(1 + e^{-|z|})$$
#
# Both sides are equal, but the left one breaks for large $z$: there $s$ is rounded to 0 or 1, and $\log 0$ is
# infinite. Compute the right one. By hand, for $z = 2$ and $t = 1$: $2 - 2 + \log(1 + e^{-2}) = 0.1269$.


# %% nbgrader={"grade_id": "binary_cross_entropy", "solution": true} rows=["s1-loss-bce"]
def binary_cross_entropy(logits, labels):
    """The binary cross-entropy of each logit with its label, also for logits like 1000 and -1000.

    logits and labels are (n,), labels are 0 or 1; returns (n,), one number for each.
    """
    ### BEGIN SOLUTION
    return np.maximum(logits, 0) - logits * labels + np.log(1 + np.exp(-np.abs(logits)))
    ### END SOLUTION


# %% nbgrader={"grade_id": "binary_cross_entropy_examples", "grade": true}
np.testing.assert_allclose(
    binary_cross_entropy(np.array([0, 2, -1]), np.array([1, 1, 0])), [0.693147, 0.126928, 0.313262], atol=1e-6
)
np.testing.assert_allclose(
    binary_cross_entropy(np.array([1000.0, -1000.0]), np.array([0, 0])),
    [1000, 0],
    rtol=1e-5,
    atol=1e-6,
    err_msg="large logits",
)

# %% [markdown]
# ### One of several classes
#
# Now there is one logit for each class, and the labels of a row are 1 at the true class and 0 elsewhere (one-hot). The
# softmax (소프트맥스) turns the logits $z$ of a row into probabilities; the cross-entropy is
#
# $$-\sum_k t_k \log \text{softmax}(z)_k \qquad \log \text{softmax}(z)_k = z_k - m - \log \sum_j e^{z_j - m}
# \qquad m = \max_j z_j$$
#
# Subtracting $m$ changes nothing but keeps $e^{1000}$ away. By hand, for $z = (1, 2)$ and $t = (0, 1)$: $m = 2$,
# $\log(e^{-1} + e^0) = 0.3133$, and $-(2 - 2 - 0.3133) = 0.3133$.


# %% nbgrader={"grade_id": "cross_entropy", "solution": true} rows=["s1-loss-xent"]
def cross_entropy(logits, labels):
    """The cross-entropy of each row, also where logits are like 1000 and -1000.

    logits and labels are (batch, classes), labels one-hot; returns (batch,), one number for each row.
    """
    ### BEGIN SOLUTION
    below = logits - logits.max(axis=1, keepdims=True)  # (batch, classes), at most 0
    log_shares = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return -np.sum(labels * log_shares, axis=1)  # (batch,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "cross_entropy_examples", "grade": true}
np.testing.assert_allclose(
    cross_entropy(np.array([[1, 2], [3, 3]]), np.array([[0, 1], [1, 0]])), [0.313262, 0.693147], atol=1e-6
)
np.testing.assert_allclose(
    cross_entropy(np.array([[1000.0, 1001.0]]), np.array([[0, 1]])), [0.313262], atol=1e-3, err_msg="large logits"
)

# %% [markdown]
# ### The losses over the logit
#
# The next picture draws your losses for one example whose label is 1, over its logit $z$. A logit far above 0 is sure and
# right. A logit far below 0 is sure and wrong. The binary cross-entropy is compared with the square $(1 - s)^2$ of the
# same prediction. The third curve is your `cross_entropy` for two classes with the logits $z$ and 0.


# %% nbgrader={"grade_id": "losses_drawn", "locked": true} demo=true
@picture
def losses_drawn():
    """Three losses of an example with the label 1, over its logit."""
    z = np.linspace(-6, 6, 121)
    binary = np.asarray(binary_cross_entropy(z, np.ones(121)))
    two_classes = cross_entropy(np.column_stack([z, np.zeros(121)]), np.tile([1, 0], (121, 1)))
    square = (1 - np.exp(-binary)) ** 2  # the probability of the label is exp(-loss)
    figure, axes = plt.subplots(figsize=(5.4, 4.2))
    axes.plot(z, binary, color=LIGHT, linewidth=6, label="binary cross-entropy")
    axes.plot(z, two_classes, "--", color="black", linewidth=2, label="cross-entropy, 2 classes")
    axes.plot(z, square, color=MIDDLE, linewidth=2, label="square")
    axes.set_xlabel("logit z (the label is 1)")
    axes.set_ylabel("loss")
    axes.legend()
    told = f"At z = -6 the cross-entropy is {binary[0]:.2f} and the square {square[0]:.3f}"
    return figure, f"{told}; at z = 6 both are nearly 0. The cross-entropy of two classes lies on the binary one."


# %% [markdown]
# Look at the left side. The cross-entropy grows without end, with a slope of nearly $-1$. The square is flat there: it is
# almost 1 and hardly changes with $z$. A network that is sure and wrong learns from the first and not from the second.
#
# ### The order of the arguments
#
# Older programs call TensorFlow with the logits first: `tf.nn.sigmoid_cross_entropy_with_logits(logits, targets)` and
# `tf.nn.softmax_cross_entropy_with_logits(logits, labels)`. Today the order is *labels, logits*. Such a call now takes
# each for the other without a word. So write `labels=…, logits=…`. (`targets=` is a `TypeError` now.)
#
# What does the older call give today for the logits $(0, 2, -1)$ and the labels $(1, 1, 0)$, in place of
# $(0.6931, 0.1269, 0.3133)$? By hand for the second: the logit is taken as 1 and the label as 2, so
# $1 - 1 \cdot 2 + \log(1 + e^{-1}) = -0.6867$. Compute all three with your function.

# %% nbgrader={"grade_id": "swapped_losses", "solution": true} rows=["s1-loss-bce"]
# swapped_losses: three numbers, what your function gives when the two arrays are swapped
### BEGIN SOLUTION
swapped_losses = binary_cross_entropy(np.array([1, 1, 0]), np.array([0, 2, -1]))
### END SOLUTION

# %% nbgrader={"grade_id": "swapped_losses_examples", "grade": true}
np.testing.assert_allclose(swapped_losses[1], -0.686738, atol=1e-4, err_msg="the second of the three")

# %% [markdown]
# The softmax version gives 1.9398 in place of 0.3133 for the logits $(1, 2)$ and the label $(0, 1)$.
#
# **Which of these can never come out of a right call with labels 0 and 1,** and so betrays the swap? a) a loss
# above 1, such as 1.9398 b) two equal losses in one batch c) a loss that is exactly 0.6931 d) a loss below 0, such as
# −0.6867

# %% nbgrader={"grade_id": "impossible_loss", "solution": true} rows=["s1-loss-bce", "s1-loss-xent"]
# Answer with one letter, for instance: impossible_loss = "a"
### BEGIN SOLUTION
impossible_loss = "d"
### END SOLUTION

# %% nbgrader={"grade_id": "impossible_loss_examples", "grade": true}
assert str(impossible_loss).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 3. Activation functions
#
# $$\text{sigmoid}(x) = \frac{1}{1 + e^{-x}} \qquad \tanh x = \frac{2}{1 + e^{-2x}} - 1 \qquad
# \text{ReLU}(x) = \begin{cases} 0 & (x < 0) \\ x & (x \geq 0) \end{cases}$$
#
# Networks use them for large inputs too, so sigmoid and tanh are also asked far from 0. By hand: sigmoid(1) =
# $1 / (1 + 0.3679) = 0.7311$; $\tanh 1 = 2 / (1 + 0.1353) - 1 = 0.7616$; ReLU(−2) = 0.


# %% nbgrader={"grade_id": "sigmoid", "solution": true} rows=["s1-act-sigmoid", "s2-sigmoid"]
def sigmoid(x):
    """The sigmoid of every entry of x, an array of any shape; the same shape.

    It is right also far from 0: for x = 800 it is 1, for x = -800 it is 0, though exp(800) is infinite for a computer.
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-x))
    ### END SOLUTION


# %% nbgrader={"grade_id": "sigmoid_examples", "grade": true}
np.testing.assert_allclose(sigmoid(np.array([-2, 0, 2])), [0.119203, 0.5, 0.880797], atol=1e-6)
np.testing.assert_allclose(sigmoid(np.array([[0, 1]])), [[0.5, 0.731059]], atol=1e-6, err_msg="a row")
np.testing.assert_allclose(sigmoid(np.array([-800.0, 800.0])), [0, 1], atol=1e-6, err_msg="far from 0")


# %% nbgrader={"grade_id": "tanh", "solution": true} rows=["s1-act-tanh"]
def tanh(x):
    """The hyperbolic tangent of every entry of x, an array of any shape; the same shape.

    It is right also far from 0: for x = 20 it is 1, for x = -20 it is -1, up to rounding.
    """
    ### BEGIN SOLUTION
    return 2 / (1 + np.exp(-2 * x)) - 1
    ### END SOLUTION


# %% nbgrader={"grade_id": "tanh_examples", "grade": true}
np.testing.assert_allclose(tanh(np.array([-1, 0, 1])), [-0.761594, 0, 0.761594], atol=1e-6)
np.testing.assert_allclose(tanh(np.array([-20.0, 20.0])), [-1, 1], atol=1e-6, err_msg="far from 0")


# %% nbgrader={"grade_id": "relu", "solution": true} rows=["s1-act-relu"]
def relu(x):
    """The ReLU of every entry of x, an array of any shape; the same shape."""
    ### BEGIN SOLUTION
    return np.maximum(0, x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "relu_examples", "grade": true}
np.testing.assert_allclose(relu(np.array([-2, 0, 3])), [0, 0, 3], rtol=1e-5, atol=1e-6)

# %% [markdown]
# Draw the three of them with `plt` over the numbers `x`. Give each curve one name, its own: `label="sigmoid"`,
# `label="tanh"`, `label="relu"`. If you draw three plots, the name may stand in the title of the plot. Do not call
# `plt.show()`.


# %% nbgrader={"grade_id": "plot_activations", "solution": true} rows=["s1-act-sigmoid", "s1-act-tanh", "s1-act-relu"]
def plot_activations(x):
    """Draw only sigmoid, tanh and relu over the numbers x, shape (points,), each with its name."""
    ### BEGIN SOLUTION
    plt.plot(x, sigmoid(x), label="sigmoid")
    plt.plot(x, tanh(x), label="tanh")
    plt.plot(x, relu(x), label="relu")
    plt.legend()
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_activations_examples", "grade": true}
plt.figure()
drawn = plot_activations(np.linspace(-3, 3, 61))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
labels = [label for each in axes for label in each.get_legend_handles_labels()[1]]
names = [each.get_title() for each in axes] + labels
names += [text.get_text() for each in axes if each.get_legend() for text in each.get_legend().get_texts()]
for name in ("sigmoid", "tanh", "relu"):
    assert any(name in each.lower() for each in names), f"no curve and no plot is named {name}: give it label=…"
for label in labels:
    assert sum(name in label.lower() for name in ("sigmoid", "tanh", "relu")) < 2, (
        f"one curve has several names: {label}"
    )

# %% [markdown]
# ### Why not the step function?
#
# The step function (계단 함수) is 0 up to 0 and 1 above it. Gradient descent (경사 하강법) needs slopes. The slope of a
# function $f$ at $x$ is nearly
#
# $$\frac{f(x + h) - f(x - h)}{2h}$$
#
# for a small $h$. By hand, for the step at $x = 1$ and $h = 0.001$: $(1 - 1) / 0.002 = 0$. For the sigmoid at the same
# place: $(0.731255 - 0.730862) / 0.002 = 0.1966$.


# %% nbgrader={"grade_id": "step_function", "locked": true}
def step(x):
    """The step function of every entry of x, 0 at exactly 0."""
    return np.array(x > 0, dtype=int)


# %% nbgrader={"grade_id": "slopes", "solution": true} rows=["s2-step-vs-sigmoid"]
def slopes(x, h):
    """The slopes of step and of sigmoid at every entry of x, by the formula above with this h.

    x is (n,); returns two arrays of shape (n,): first those of step, then those of sigmoid.
    """
    ### BEGIN SOLUTION
    of_step = (step(x + h) - step(x - h)) / (2 * h)
    of_sigmoid = (sigmoid(x + h) - sigmoid(x - h)) / (2 * h)
    return of_step, of_sigmoid
    ### END SOLUTION


# %% nbgrader={"grade_id": "slopes_examples", "grade": true}
of_step, of_sigmoid = slopes(np.array([-1, 1]), 0.001)
np.testing.assert_allclose(of_step, [0, 0], rtol=1e-5, atol=1e-6, err_msg="step")
np.testing.assert_allclose(of_sigmoid, [0.196612, 0.196612], atol=1e-6, err_msg="sigmoid")
for h in (0.1, 0.01, 0.001):
    print(f"h = {h}: slope of step at 0 is {slopes(np.array([0.0]), h)[0][0]:.0f}")

# %% [markdown]
# **Why is the sigmoid taken in place of the step when a network has to learn?** a) The step gives only 0 and 1, while
# the true values may be other numbers as well. b) The step's slope at 0 is very large, so the weights are moved much
# too far in every step. c) The step's slope is 0 or, at 0, does not exist, so no weight is ever told which way to
# move. d) The step is not smooth, so NumPy cannot compute its values to the precision that is needed.

# %% nbgrader={"grade_id": "why_not_step", "solution": true} rows=["s2-step-vs-sigmoid"]
# Answer with one letter, for instance: why_not_step = "a"
### BEGIN SOLUTION
why_not_step = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "why_not_step_examples", "grade": true}
assert str(why_not_step).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 4. The neuron
#
# Linear regression (선형 회귀) with an activation is a neural network (신경망) of one neuron:
#
# $$y = \sigma(b + w_1 x_1 + \dots + w_n x_n)$$
#
# where $\sigma$ is the sigmoid. By hand, with one input, $w = 2$, $b = -1$, $x = 1$:
# $\sigma(-1 + 2) = \sigma(1) = 0.7311$.


# %% nbgrader={"grade_id": "neuron", "solution": true} rows=["s1-neuron"]
def neuron(X, w, b):
    """The output of one neuron for every row of X.

    X is (batch, inputs), w is (inputs,), b is a number; returns (batch,).
    """
    ### BEGIN SOLUTION
    return sigmoid(b + X @ w)  # (batch,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "neuron_examples", "grade": true}
np.testing.assert_allclose(neuron(np.array([[1]]), np.array([2]), -1), [0.731059], atol=1e-6)


# %% nbgrader={"grade_id": "neurons_drawn", "locked": true} demo=true
@picture
def neurons_drawn():
    """One neuron with one input, for three weights and biases."""
    x = np.linspace(-4, 4, 161)
    figure, axes = plt.subplots(figsize=(5.4, 4))
    told = []
    for w, b, color, style in ((1.0, 0.0, DARK, "-"), (4.0, 0.0, MIDDLE, "--"), (4.0, -8.0, "black", ":")):
        y = neuron(x[:, None], np.array([w]), b)
        axes.plot(x, y, style, color=color, linewidth=2.5, label=f"w = {w:g}, b = {b:g}")
        told.append(f"w = {w:g}, b = {b:g}: 0.5 at x = {x[np.argmin(np.abs(np.asarray(y) - 0.5))] + 0.0:g}")
    axes.set_xlabel("x")
    axes.set_ylabel("output of the neuron")
    axes.legend()
    return figure, f"One neuron with one input. {'; '.join(told)}."


# %% [markdown]
# A neuron is a soft step. The weight $w$ says how steep it is. It stands where $b + w x = 0$, at $x = -b / w$. Remember
# this for the last part.
#
# ## 5. Why an activation at all
#
# Two linear layers without an activation between them, $(X W_1 + b_1) W_2 + b_2$, are one linear layer $X W + b$: the
# brackets can be multiplied out. By hand, without biases:
#
# $$W_1 = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \qquad W_2 = \begin{pmatrix} 5 \\ 6 \end{pmatrix} \qquad
# (X W_1) W_2 = X (W_1 W_2) = X \begin{pmatrix} 17 \\ 39 \end{pmatrix}$$
#
# Find $W$ and $b$ for any two layers.


# %% nbgrader={"grade_id": "one_layer", "solution": true} rows=["s1-linear-stack"]
def one_layer(W1, b1, W2, b2):
    """The one linear layer that computes the same as two.

    W1 is (inputs, hidden), b1 is (hidden,), W2 is (hidden, outputs), b2 is (outputs,).
    Returns W, (inputs, outputs), and b, (outputs,).
    """
    ### BEGIN SOLUTION
    return W1 @ W2, b1 @ W2 + b2
    ### END SOLUTION


# %% nbgrader={"grade_id": "one_layer_examples", "grade": true}
W1, W2 = np.array([[1, 2], [3, 4]]), np.array([[5], [6]])
W, b = one_layer(W1, np.array([0, 0]), W2, np.array([0]))
np.testing.assert_allclose(W, [[17], [39]], rtol=1e-5, err_msg="W without biases")
np.testing.assert_allclose(b, [0], rtol=1e-5, atol=1e-6, err_msg="b without biases")
W, b = one_layer(W1, np.array([1, -1]), W2, np.array([2]))
np.testing.assert_allclose(b, [1], rtol=1e-5, err_msg="b for b1 = (1, -1) and b2 = 2")


# %% nbgrader={"grade_id": "layers_drawn", "locked": true} demo=true
@picture
def layers_drawn():
    """Two layers without an activation, the one layer that equals them, and two layers with sigmoids between."""
    x = np.linspace(-3, 3, 121)[:, None]  # (points, 1)
    first, first_bias = np.array([[3.0, -2.0, 4.0]]), np.array([2.0, 2.0, 10.0])
    second, second_bias = np.array([[3.0], [2.0], [-1.0]]), np.array([-1.0])
    weights, biases = one_layer(first, first_bias, second, second_bias)
    sums = x @ first + first_bias  # (points, 3)
    figure, axes = plt.subplots(figsize=(5.4, 4))
    axes.plot(x, sums @ second + second_bias, color=LIGHT, linewidth=6, label="two linear layers")
    axes.plot(x, x @ weights + biases, "--", color="black", linewidth=2, label="your one layer")
    axes.plot(x, sigmoid(sums) @ second + second_bias, color=MIDDLE, linewidth=2.5, label="with sigmoids between")
    axes.set_xlabel("x")
    axes.set_ylabel("output")
    axes.set_ylim(-4, 6.5)
    axes.legend()
    far = np.abs(sums @ second + second_bias - (x @ weights + biases)).max()
    return (
        figure,
        f"Your one layer is at most {far:.1e} away from the two linear layers, a line. With sigmoids it bends.",
    )


# %% [markdown]
# **What can a network of ten linear layers compute, with no activation between them?** a) any polynomial up to the
# tenth degree, one degree for each layer b) no more than a network of one single linear layer can c) XOR, since one
# layer is too few but two or more are enough d) every continuous function, if its layers are wide enough

# %% nbgrader={"grade_id": "ten_layers", "solution": true} rows=["s1-linear-stack"]
# Answer with one letter, for instance: ten_layers = "a"
### BEGIN SOLUTION
ten_layers = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "ten_layers_examples", "grade": true}
assert str(ten_layers).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 6. A universal function approximator
#
# With sigmoids between two linear layers it is another matter. A network with one input, a hidden layer (은닉층) of
# sigmoids and a linear output computes
#
# $$f(x) = \sum_{j=1}^{n} v_j\, \sigma(w_j x + b_j) + c$$
#
# Each sigmoid is a soft step at $x = -b_j / w_j$, as in part 4. Each step gets its own height $v_j$. The sum of such
# steps can follow a curve: this is the universal function approximator (범용 함수 근사기).


# %% nbgrader={"grade_id": "hidden_outputs", "solution": true} rows=["s1-universal", "s2-universal"]
def hidden_outputs(x, w, b):
    """What the hidden neurons give for every x: sigmoid(w_j x_i + b_j) at row i and column j.

    x is (points,), w and b are (hidden,); returns (points, hidden).
    """
    ### BEGIN SOLUTION
    return sigmoid(np.outer(x, w) + b)  # (points, hidden)
    ### END SOLUTION


# %% nbgrader={"grade_id": "hidden_outputs_examples", "grade": true}
np.testing.assert_allclose(
    hidden_outputs(np.array([0.0, 0.5, 1.0]), np.array([2.0, -2.0]), np.array([-1.0, 0.0])),
    [[0.268941, 0.5], [0.5, 0.268941], [0.731059, 0.119203]],
    atol=1e-6,
)

# %% [markdown]
# Now let a network follow $\sin(2 \pi x)$ between 0 and 1. Twenty soft steps stand at equal distances and stay as they
# are; only the heights $v$ and the number $c$ are looked for. Since $f$ is linear in these, no training is needed:
# `np.linalg.lstsq(A, y, rcond=None)[0]` gives the numbers with which the columns of `A` come nearest to `y` in the
# sense of least squares (최소 제곱). `A` has a column for each hidden neuron, and for $c$ a column of ones.

# %% nbgrader={"grade_id": "soft_steps", "locked": true}
x_points = np.linspace(0, 1, 200)  # (points,)
y_points = np.sin(2 * np.pi * x_points)  # (points,)
w_hidden = np.full(20, 30.0)  # (hidden,)
b_hidden = -30.0 * np.linspace(0, 1, 20)  # (hidden,)


# %% nbgrader={"grade_id": "fit_output", "solution": true} rows=["s1-universal", "s2-universal"]
def fit_output(x, y, w, b):
    """The heights v, shape (hidden,), and c, a number or an array of one, with which the network comes near to y.

    x and y are (points,), w and b are (hidden,), the weights and biases of the hidden neurons.
    """
    ### BEGIN SOLUTION
    A = np.column_stack([hidden_outputs(x, w, b), np.ones(len(x))])  # (points, hidden + 1)
    solution = np.linalg.lstsq(A, y, rcond=None)[0]
    return solution[:-1], solution[-1]
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_output_examples", "grade": true}
v_output, c_output = fit_output(x_points, y_points, w_hidden, b_hidden)
distance = np.abs(np.dot(hidden_outputs(x_points, w_hidden, b_hidden), v_output) + c_output - y_points).max()
print(f"largest distance from the curve: {distance:.4f}")
assert distance < 0.01, "the network should be nowhere 0.01 away from sin(2 pi x)"

# %% [markdown]
# How many sigmoids does it take? The next picture uses 3, then 5, then 20 of them. The thin lines are the single steps
# $v_j\,\sigma(w_j x + b_j)$ of the first two. The thick grey line is the wave.


# %% nbgrader={"grade_id": "fit_drawn", "locked": true} demo=true
@picture
def fit_drawn():
    """The wave and the sum of 3, 5 and 20 sigmoids that comes nearest to it."""
    figure, plots = plt.subplots(3, 1, figsize=(5.4, 8), sharex=True)
    told = []
    for axes, count in zip(plots, (3, 5, 20), strict=True):
        w, b = np.full(count, 30.0), -30.0 * (np.arange(count) + 0.5) / count
        v, c = (np.array(each) for each in fit_output(x_points, y_points, w, b))
        steps = np.array(hidden_outputs(x_points, w, b)) * v  # (points, hidden)
        total = steps.sum(axis=1) + c
        if count < 20:
            axes.plot(x_points, steps, color=DARK, linewidth=0.7)
        axes.plot(x_points, y_points, color=LIGHT, linewidth=6, label="sin(2πx)")
        axes.plot(x_points, total, color=MIDDLE, linewidth=2, label=f"{count} sigmoids, added up")
        axes.set_ylim(-2.6, 2.6)
        axes.legend(loc="upper right", fontsize=10)
        told.append(f"{count} sigmoids {np.abs(total - y_points).max():.4f}")
    plots[2].set_xlabel("x")
    return figure, f"Largest distance from the wave: {', '.join(told)}."


# %% [markdown]
# One often reads that neural networks represent "every function in the world". Two papers of 1989 are named for it, one
# by Cybenko, one by Hornik, Stinchcombe and White. What they prove has conditions.
#
# **Which of these is it?** a) Gradient descent finds, from any start, the weights with which a network equals a given
# function. b) One hidden neuron is enough for any continuous function, if it is trained for long enough on enough data.
# c) One hidden layer comes as near as you like to any continuous function on a bounded closed range, if it is wide
# enough. d) Every function whatsoever, with jumps or without, is equal to some network with sigmoids in two hidden
# layers.

# %% nbgrader={"grade_id": "universal_claim", "solution": true} rows=["s1-universal", "s2-universal"]
# Answer with one letter, for instance: universal_claim = "a"
### BEGIN SOLUTION
universal_claim = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "universal_claim_examples", "grade": true}
assert str(universal_claim).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## What to take with you
#
# - The form of $y$ chooses the loss. A cross-entropy grows without end where a network is sure and wrong.
# - Without an activation, many layers are one. With sigmoids between them, they bend.
# - A neuron is a soft step, and steps add up to curves.
#
# <details>
# <summary>If you read the documents of the course</summary>
#
# Two slide decks of the course treat the same: "텐서플로를 활용한 딥러닝 #2" (deep learning with TensorFlow, 2) and "딥러닝
# 이해하기" (understanding deep learning). The first calls $\frac{1}{2n} \sum (\text{pred} - Y)^2$ a "Mean squared error"; it
# is half of it. It calls the cross-entropies with the logits first, and says `targets=`. It writes "b + wx = wx"; this
# is true once $b$ is taken into $w$ as a further weight whose input is always 1. The second prints
# $1 / (1 + \exp^{-x})$; it is $e^{-x}$ or $\exp(-x)$.
#
# </details>
