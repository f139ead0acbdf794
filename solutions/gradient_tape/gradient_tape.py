# %% [markdown]
# # Automatic differentiation with tf.GradientTape
#
# At the end of this notebook you write down a model, and TensorFlow finds all slopes of its error by itself. Nobody has to
# derive a formula any more. This is what made large networks (신경망) possible. The tool is `tf.GradientTape`: it records
# what is computed and goes back through the recording (자동미분, automatic differentiation). First you do by hand what it
# does: slopes, steps down a slope, chains. Then you let the tape do it, compare, and train a model with it.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes.
#
# Parts 1 to 4 are to be derived by hand: TensorFlow cannot be used there. Part 5 is TensorFlow.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# Some cells draw a picture from *your* functions and numbers. You need not read their code. The next cell has what
# they share. A picture whose blanks are still empty says so and is left out.


# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
STYLE = {"font.size": 11, "figure.facecolor": "white", "figure.autolayout": True}


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
# ## 1. From the input to the error and back
#
# A layer (층) such as `tf.keras.layers.Dense(512, activation="relu")` computes
#
# $$\text{output} = \text{relu}(x\,W + b), \qquad \text{relu}(z) = \max(0, z)$$
#
# $W$ is its kernel (가중치) and $b$ its bias (편향). For 784 inputs `W` is (784, 512), one column for each unit, and
# `b` is (512,); a batch `x`, shape (batch, 784), gives (batch, 512). The input stands on the left: with these shapes only
# $x\,W$ fits.
#
# By hand, $x = (1, 2)$, $W = \begin{pmatrix} 1 & -1 \\ 3 & 0 \end{pmatrix}$, $b = (-2, 0.5)$:
# $x\,W + b = (7 - 2,\ -1 + 0.5) = (5, -0.5)$, so the output is $(5, 0)$.


# %% nbgrader={"grade_id": "dense", "solution": true} rows=["s3-dense-relu"]
def dense(x, W, b):
    """The output of a dense layer with ReLU.

    x is (batch, inputs), W is (inputs, units), b is (units,); returns (batch, units).
    """
    ### BEGIN SOLUTION
    return np.maximum(0, x @ W + b)  # (batch, units)
    ### END SOLUTION


# %% nbgrader={"grade_id": "dense_examples", "grade": true}
np.testing.assert_allclose(
    dense(np.array([[1.0, 2.0]]), np.array([[1.0, -1.0], [3.0, 0.0]]), np.array([-2.0, 0.5])),
    [[5.0, 0.0]],
    rtol=1e-5,
    atol=1e-6,
)
assert np.shape(dense(np.ones((3, 784)), np.zeros((784, 512)), np.ones(512))) == (3, 512), "3 rows through Dense(512)"

# %% [markdown]
# This is a layer of your `dense` with one input and three units. Each unit is 0 up to some place and then a straight line.


# %% nbgrader={"grade_id": "units_figure", "locked": true} demo=true
@picture
def units_figure():
    """The outputs of three units over one input."""
    x = np.linspace(-3, 3, 61)
    outputs = dense(x[:, None], np.array([[1.0, -1.0, 2.0]]), np.array([0.0, 1.0, -3.0]))
    figure, axes = plt.subplots(figsize=(5, 3.2))
    for unit, (style, name) in enumerate((("-", "x"), ("--", "1 - x"), (":", "2x - 3"))):
        axes.plot(x, outputs[:, unit], style, color="#08519c", label=f"relu({name})")
    axes.set(xlabel="input x", ylabel="output", title="Three units with ReLU")
    axes.legend()
    return figure, f"Three bent lines. At x = -3 the outputs are {outputs[0]}, at x = 3 they are {outputs[-1]}."


# %% [markdown]
# ### The steps of training
#
# Training (학습) repeats a few steps until the error is small. Here they are, out of order:
#
# a) Compare the estimates $\hat y$ with the targets $y$: one number, the cost (비용) or loss (손실).
# b) Send the inputs through the layers and get the estimates $\hat y$: the forward pass (순전파).
# c) Find the slope of the cost for every $W$ and $b$, from the last layer back to the first (역전파, backward pass),
# and update them.
# d) Build the model: layers, activation functions, first values of $W$ and $b$.
#
# **In which order do they come?**

# %% nbgrader={"grade_id": "order", "solution": true} rows=["s3-steps"]
# order: four letters in one text, the first step first, for instance: order = "abcd"
### BEGIN SOLUTION
order = "dbac"
### END SOLUTION

# %% nbgrader={"grade_id": "order_examples", "grade": true}
picked = [letter for letter in str(order).lower() if letter.isalpha()]
assert not isinstance(order, set), "the letters have an order: that of the steps"
assert sorted(picked) == ["a", "b", "c", "d"], "the answer has each of the letters a, b, c, d once"

# %% [markdown]
# How are better weights found? One could try: at 0.3 the loss is 0.6, at 0.4 it is 0.5, so next try 0.5. But
# `Dense(512)` alone has, for 784 inputs, $784 \cdot 512 + 512 = 401\,920$ weights and biases.
#
# **Why is trying values no way to train a network?**
#
# a) No loss can be computed before the training has ended, so a trial tells nothing about a weight.
# b) With $k$ values for each of $n$ weights there are $k^n$ settings; one gradient tells the way down for all $n$.
# c) A trial changes the activation functions too, so the losses of two trials cannot be compared.
# d) With $k$ values for each of $n$ weights there are $k \cdot n$ settings; a gradient costs more than that.

# %% nbgrader={"grade_id": "why_not_try", "solution": true} rows=["s3-naive-tuning"]
# Answer with one letter, for instance: why_not_try = "a"
### BEGIN SOLUTION
why_not_try = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_not_try_examples", "grade": true}
assert str(why_not_try).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. The derivative
#
# The straight line through two points of a curve is a secant (할선). Its slope (기울기) is
#
# $$\frac{f(x + h) - f(x)}{h}$$
#
# When the two points come together ($h \to 0$), the secant turns into the tangent (접선); the slope of the tangent is
# the derivative (도함수, 미분) of $f$ at $x$. By hand, $f(x) = x^2$ at $x = 5$ with $h = 1$: $36 - 25 = 11$. For any
# $h$ it is $10 + h$; the derivative is 10, and for any $x$ it is $2x$.


# %% nbgrader={"grade_id": "secant_slope", "solution": true} rows=["s3-secant"]
def secant_slope(x, h):
    """The slope of the secant of f(x) = x**2 through the points at x and x + h; numbers, h may be negative."""
    ### BEGIN SOLUTION
    return ((x + h) ** 2 - x**2) / h
    ### END SOLUTION


# %% nbgrader={"grade_id": "secant_slope_examples", "grade": true}
for h, expected in [(1, 11), (0.1, 10.1), (0.001, 10.001)]:
    print(f"h = {h}: {secant_slope(5, h):.4f}")
    np.testing.assert_allclose([secant_slope(5, h)], [expected], rtol=1e-3, err_msg=f"x = 5, h = {h}")

# %% [markdown]
# Draw it, each line with a call of `plt.plot`:
#
# - the curve $y = x^2$ through 20 points or more, wide enough for all that follows;
# - for each $h$ its secant: the straight line through the curve's points at $x$ and at $x + h$, as long as you like;
# - the tangent at $x$: it passes $(x, x^2)$ and has the slope $2x$.
#
# Name both axes. Do not call `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_secants", "solution": true} rows=["s3-secant"]
def plot_secants(x, hs):
    """Draw only y = x**2, its secants from x to x + h for every h of hs, (lines,), and its tangent at x."""
    ### BEGIN SOLUTION
    ends = np.array([x, *(x + hs)])
    low, high = ends.min() - 1, ends.max() + 1
    curve = np.linspace(low, high, 200)
    plt.plot(curve, curve**2, label="x**2")
    line = np.array([low, high])
    for h in hs:
        plt.plot(line, x**2 + (2 * x + h) * (line - x), "--", label=f"secant, h = {h:g}")
    plt.plot(line, x**2 + 2 * x * (line - x), label="tangent")
    plt.xlabel("x")
    plt.ylabel("y")
    plt.legend()
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_secants_examples", "grade": true}
plt.figure()
drawn = plot_secants(5.0, np.array([4.0, 2.0, 1.0]))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert sum(len(each.lines) for each in axes) >= 5, "there should be the curve, three secants and the tangent"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ### Sign and size
#
# The sign (부호) of a derivative tells the direction: with $+$ the function rises when $x$ grows, with $-$ it falls.
# Its absolute value (절대값) tells how strongly. For $f(x) = x^2$ at $x = -2$ the derivative is $2 \cdot (-2) = -4$:
# falling, with strength 4. At $x = 3$ it is rising with strength 6.


# %% nbgrader={"grade_id": "sign_and_size", "solution": true} rows=["s3-derivative-sign"]
def sign_and_size(x):
    """The signs, -1, 0 or 1, and the sizes of the derivative of x**2 at every entry of x; two arrays shaped like x."""
    ### BEGIN SOLUTION
    derivative = 2 * x
    return np.sign(derivative), np.abs(derivative)
    ### END SOLUTION


# %% nbgrader={"grade_id": "sign_and_size_examples", "grade": true}
signs, sizes = sign_and_size(np.array([-2.0, 3.0]))
np.testing.assert_allclose(signs, [-1, 1], rtol=1e-5, err_msg="the signs at -2 and 3")
np.testing.assert_allclose(sizes, [4, 6], rtol=1e-5, err_msg="the sizes at -2 and 3")

# %% [markdown]
# ### Where there is no derivative
#
# One can read that every continuous function (연속 함수) is differentiable. Test it at a kink: take
# $\frac{f(0 + h) - f(0)}{h}$ with a small $h < 0$ (from the left) and with a small $h > 0$ (from the right), for
# $f(x) = |x|$ and for $\text{relu}(x) = \max(0, x)$. For $x^2$ both go to 0, as $\frac{h^2}{h} = h$.

# %% nbgrader={"grade_id": "one_sided_slopes", "solution": true} rows=["s3-continuous"]
# one_sided_slopes: four numbers; |x| from the left and from the right, then relu from the left and from the right
### BEGIN SOLUTION
one_sided_slopes = (-1, 1, 0, 1)
### END SOLUTION

# %% nbgrader={"grade_id": "one_sided_slopes_examples", "grade": true}
assert np.shape(one_sided_slopes) == (4,), "four numbers: two for |x|, two for relu"

# %% [markdown]
# **Is every continuous function differentiable?**
#
# a) Yes: a graph without a gap has exactly one tangent at each of its points.
# b) No: $x^2$ has no gap at 0, but its slope is 0 there, and 0 has no direction.
# c) Yes: the slope has no limit only at a jump, and a continuous function has none.
# d) No: $|x|$ has no gap at 0, but its slopes from the left and the right differ.

# %% nbgrader={"grade_id": "continuous_claim", "solution": true} rows=["s3-continuous"]
# Answer with one letter, for instance: continuous_claim = "a"
### BEGIN SOLUTION
continuous_claim = "d"
### END SOLUTION

# %% nbgrader={"grade_id": "continuous_claim_examples", "grade": true}
assert str(continuous_claim).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 3. Down the slope
#
# Against the sign of the derivative a function falls. So a point A on a curve moves down by
#
# $$x \leftarrow x - \eta \cdot \frac{df}{dx}$$
#
# $\eta$ (eta) is the learning rate (학습률). By hand, on $f(x) = (x - 1)^2$ with the derivative $2(x - 1)$, from $x = 3$
# with $\eta = 0.25$: $3 - 0.25 \cdot 4 = 2$, then $2 - 0.25 \cdot 2 = 1.5$, then $1.25$. The lowest point is at 1.


# %% nbgrader={"grade_id": "descend", "solution": true} rows=["s3-fig2-descend"]
def descend(x, eta, steps):
    """Where a point is that goes down f(x) = (x - 1)**2 from x: the start and after each step, (steps + 1,)."""
    ### BEGIN SOLUTION
    places = [x]
    for _ in range(steps):
        x = x - eta * 2 * (x - 1)
        places.append(x)
    return np.array(places)
    ### END SOLUTION


# %% nbgrader={"grade_id": "descend_examples", "grade": true}
np.testing.assert_allclose(descend(3.0, 0.25, 3), [3.0, 2.0, 1.5, 1.25], rtol=1e-5, err_msg="from 3 with eta = 0.25")

# %% [markdown]
# Draw the descent: the curve $y = (x - 1)^2$ through 20 points or more, over a range that has all the places in it, and
# a marker at every place of the point, the start included. Name both axes.


# %% nbgrader={"grade_id": "plot_descent", "solution": true} rows=["s3-fig2-descend"]
def plot_descent(x, eta, steps):
    """Draw only f(x) = (x - 1)**2 and the points (x, f(x)) of a descent of so many steps from x."""
    ### BEGIN SOLUTION
    places = descend(x, eta, steps)
    curve = np.linspace(min(places.min(), 1) - 1, max(places.max(), 1) + 1, 200)
    plt.plot(curve, (curve - 1) ** 2)
    plt.plot(places, (places - 1) ** 2, "o")
    plt.xlabel("x")
    plt.ylabel("f(x)")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_descent_examples", "grade": true}
plt.figure()
drawn = plot_descent(3.0, 0.25, 4)
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ### The cost of a network
#
# In training the curve is the cost (비용), for one input and $N$ samples
#
# $$\hat y_i = x_i\,W + b \qquad \text{cost} = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)^2$$
#
# the mean squared error (MSE, 평균 제곱 오차). By hand, $x = (1, 2, 3)$, $y = (2, 4, 7)$, $W = 2$, $b = 0$:
# $\hat y = (2, 4, 6)$, and the cost is $(0 + 0 + 1) / 3 = 0.3333$. The data are fixed, so the cost is a function of $W$ and $b$, of second degree.


# %% nbgrader={"grade_id": "cost", "solution": true} rows=["s3-cost"]
def cost(x, y, W, b):
    """The mean squared error of the estimates x * W + b; x and y are (samples,), W and b are numbers."""
    ### BEGIN SOLUTION
    return np.mean((x * W + b - y) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "cost_examples", "grade": true}
np.testing.assert_allclose([cost(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 7.0]), 2.0, 0.0)], [1 / 3], rtol=1e-5)

# %% [markdown]
# The weights go down this curve like point A, until they are at $W_{optim}$:
#
# $$W \leftarrow W - \eta\,\frac{d f(W)}{d W}$$
#
# By hand, $f(W) = W^2$ at $W = 5$ has the slope 10; with $\eta = 0.1$ the new weight is $5 - 0.1 \cdot 10 = 4$.


# %% nbgrader={"grade_id": "update", "solution": true} rows=["s3-eta"]
def update(W, slope, eta):
    """The new weights after one step; W and its slope are arrays of the same shape or numbers, eta is a number."""
    ### BEGIN SOLUTION
    return W - eta * slope
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
np.testing.assert_allclose([update(5.0, 10.0, 0.1)], [4.0], rtol=1e-5)
np.testing.assert_allclose(update(np.array([5.0, -1.0]), np.array([10.0, -2.0]), 0.5), [0.0, 0.0], rtol=1e-5, atol=1e-6)

# %% [markdown]
# ### Too large a step
#
# Where the derivative is large the step is large too, and it may jump over the lowest point; a smaller $\eta$ makes it
# shorter. Go down $f(W) = W^2$ from $W = 1$, step by step, by hand or with `update`. A step from $W$ leads to
# $W - \eta \cdot 2W = (1 - 2\eta)\,W$. The picture has four learning rates:


# %% nbgrader={"grade_id": "rates_figure", "locked": true} demo=true
@picture
def rates_figure():
    """W over the steps of your `update` on f(W) = W**2, for four learning rates."""
    figure, axes = plt.subplots(figsize=(5, 3.6))
    told = []
    for eta, style, color in (
        (0.05, "-", "black"),
        (0.3, "--", "#08519c"),
        (0.95, "-.", "#6baed6"),
        (1.02, ":", "#b30000"),
    ):
        places = [1.0]
        for _ in range(12):
            places.append(float(update(places[-1], 2 * places[-1], eta)))
        axes.plot(places, style, marker=".", color=color, label=f"eta = {eta}")
        told.append(f"{places[-1]:.3g} with {eta}")
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set(xlabel="step", ylabel="W", title="Down the curve of W**2", ylim=(-3.6, 2))
    axes.legend(loc="lower left", ncols=2)
    return figure, f"W starts at 1. After 12 steps it is {', '.join(told)}."


# %% [markdown]
# And what happens over many steps with
#
# $$\eta_1 = 1.0, \qquad \eta_2 = 0.1, \qquad \eta_3 = 1.1, \qquad \eta_4 = 0.5, \qquad \eta_5 = 0.6\;?$$
#
# a) $W$ comes nearer to 0 with every step, from one side.
# b) $W$ is at 0 after the first step and stays there.
# c) $W$ jumps over 0 in every step and still comes nearer to it.
# d) $W$ jumps over 0 in every step and is always as far from it as before.
# e) $W$ jumps over 0 in every step and is farther from it each time.

# %% nbgrader={"grade_id": "fates", "solution": true} rows=["s3-overshoot"]
# fates: five letters in one text, for eta_1 to eta_5, for instance: fates = "abcde"
### BEGIN SOLUTION
fates = "daebc"
### END SOLUTION

# %% nbgrader={"grade_id": "fates_examples", "grade": true}
picked = [letter for letter in str(fates).lower() if letter.isalpha()]
assert not isinstance(fates, set), "the letters have an order: that of the etas"
assert len(picked) == 5, "five letters, one for each eta"
assert set(picked) <= set("abcde"), "each letter is a, b, c, d or e"

# %% [markdown]
# ## 4. Derivatives of several steps, by hand
#
# In $x \rightarrow y = \sum x \rightarrow z = y^2$ the chain rule (연쇄 법칙) goes back one step at a time:
#
# $$\frac{dz}{dy} = 2y \qquad \frac{dz}{dx} = \frac{dz}{dy} \cdot \frac{dy}{dx}, \qquad \frac{dy}{dx_{ij}} = 1$$
#
# By hand, for $x = \begin{pmatrix} 1 & 1 \\ 1 & 1 \end{pmatrix}$: $y = 4$, $z = 16$, $\frac{dz}{dy} = 8$ and
# $\frac{dz}{dx} = \begin{pmatrix} 8 & 8 \\ 8 & 8 \end{pmatrix}$. Write it for a matrix of any shape. Its entries may be
# negative or 0, and so may $y$: for $x = \begin{pmatrix} 1 & -4 & 0 \end{pmatrix}$ it is $y = -3$, and all derivatives are
# $-6$.


# %% nbgrader={"grade_id": "back_through_sum", "solution": true} rows=["s3-2x2"]
def back_through_sum(x):
    """dz/dy, a number, and dz/dx, shaped like the matrix x, for y = sum of all entries of x and z = y**2."""
    ### BEGIN SOLUTION
    y = x.sum()
    dzdy = 2 * y
    return dzdy, dzdy * np.ones_like(x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "back_through_sum_examples", "grade": true}
dzdy, dzdx = back_through_sum(np.ones((2, 2)))
np.testing.assert_allclose([dzdy], [8], rtol=1e-5, err_msg="dz/dy")
np.testing.assert_allclose(dzdx, [[8, 8], [8, 8]], rtol=1e-5, err_msg="dz/dx")
dzdy, dzdx = back_through_sum(np.array([[1.0, -4.0, 0.0]]))
np.testing.assert_allclose([dzdy], [-6], rtol=1e-5, err_msg="dz/dy of a negative sum")
np.testing.assert_allclose(dzdx, [[-6, -6, -6]], rtol=1e-5, err_msg="dz/dx of a negative sum")

# %% [markdown]
# The derivative of $y = x^n$ is $\frac{dy}{dx} = n\,x^{n-1}$; the derivative of that is the second one,
# $\frac{d^2 y}{dx^2} = n(n-1)\,x^{n-2}$. By hand, $n = 3$ at $x = 2$: $3 \cdot 4 = 12$ and $6 \cdot 2 = 12$. At $x = -2$ they
# are $12$ and $-12$.
#
# $x$ may also be 0. There $y = x^2$ has the first derivative $0$, but the second is $2 \cdot 1 \cdot 0^0 = 2$, since $0^0$
# counts as 1 here, in NumPy too. So do not divide by $x$.


# %% nbgrader={"grade_id": "power_derivatives", "solution": true} rows=["s3-x5"]
def power_derivatives(x, n):
    """The first and the second derivative of x**n at x.

    x is an array or a number, also 0 or negative; n is a whole number, 2 or more.
    """
    ### BEGIN SOLUTION
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "power_derivatives_examples", "grade": true}
np.testing.assert_allclose(power_derivatives(5.0, 2), (10, 2), rtol=1e-5, err_msg="x**2 at 5")
np.testing.assert_allclose(power_derivatives(5.0, 5), (3125, 2500), rtol=1e-5, err_msg="x**5 at 5")
np.testing.assert_allclose(power_derivatives(np.array([5.0, 1.0]), 2), [[10, 2], [2, 2]], rtol=1e-5, err_msg="an array")
np.testing.assert_allclose(
    power_derivatives(np.array([-2.0, 0.0]), 2), [[-4, 0], [2, 2]], rtol=1e-5, atol=1e-6, err_msg="x**2 at -2 and 0"
)


# %% nbgrader={"grade_id": "tangents_figure", "locked": true} demo=true
@picture
def tangents_figure():
    """The curve of x**3 with three tangents, each with the slope of your `power_derivatives`."""
    x = np.linspace(-2, 2, 81)
    figure, axes = plt.subplots(figsize=(5, 3.8))
    axes.plot(x, x**3, color="#08519c", label="x**3")
    told = []
    for place, style in ((-1.5, "--"), (0.0, "-"), (1.0, ":")):
        slope = float(power_derivatives(place, 3)[0])
        near = np.array([place - 0.8, place + 0.8])
        axes.plot(near, place**3 + slope * (near - place), style, color="#b30000", label=f"at {place}: slope {slope:g}")
        axes.plot(place, place**3, "o", color="black")
        told.append(f"{slope:g} at {place}")
    axes.set(xlabel="x", ylabel="y", title="x**3 and three of its tangents")
    axes.legend()
    return figure, f"The slopes of three tangents of x**3: {', '.join(told)}."


# %% [markdown]
# ## 5. The tape
#
# `tf.GradientTape` does this for any computation. What is computed inside its `with` block is recorded; afterwards
# `gradient` goes back through the recording:
#
# ```
# x = tf.constant(3.0)
# with tf.GradientTape() as tape:
#     tape.watch(x)
#     y = x**3
# dydx = tape.gradient(y, x)      # 27.0
# ```
#
# - `tf.GradientTape(persistent=False, watch_accessed_variables=True)`: these are the defaults.
# - `tape.watch(x)` makes the tape follow the tensor `x`. A `tf.Variable` is followed without it, unless
#   `watch_accessed_variables=False`. A `tf.constant` is not. After `watch` it is still a constant: only its part in the
#   computation is recorded.
# - `tape.gradient(target, sources)` returns the derivatives, and `None` where nothing was recorded. What is derived has
#   to have a type with decimals, such as `5.0`; for the whole number `5` there is a warning and `None`.
# - After the first `gradient` the recording is thrown away, and a second call is an error; with `persistent=True` it is
#   kept.
#
# **Which name belongs to what?** Write four texts:
#
# 1. the argument of `tf.GradientTape` without which a second `gradient` is an error;
# 2. the argument with which no `tf.Variable` is followed on its own (mind the spelling: a misspelt argument is a
#    `TypeError`);
# 3. the method that makes the tape follow a constant;
# 4. the method that goes back through the recording.

# %% nbgrader={"grade_id": "tape_names", "solution": true} rows=["s3-tape-signature"]
# tape_names: four texts, names only, without brackets and values
### BEGIN SOLUTION
tape_names = ("persistent", "watch_accessed_variables", "watch", "gradient")
### END SOLUTION

# %% nbgrader={"grade_id": "tape_names_examples", "grade": true}
assert [isinstance(tape_names[i], str) for i in range(len(tape_names))] == [True] * 4, "four texts, in their order"

# %% [markdown]
# In each line below `y = x * x` is computed inside the tape and `tape.gradient(y, x)` is called once.
#
# a) `x = tf.constant(5.0)`, `tf.GradientTape()`, no `watch`
# b) `x = tf.constant(5.0)`, `tf.GradientTape()`, `tape.watch(x)`
# c) `x = tf.constant(5)`, `tf.GradientTape()`, `tape.watch(x)`
# d) `x = tf.Variable(5.0)`, `tf.GradientTape()`, no `watch`
# e) `x = tf.Variable(5.0)`, `tf.GradientTape(watch_accessed_variables=False)`, no `watch`
# f) `x = tf.Variable(5.0)`, `tf.GradientTape(watch_accessed_variables=False)`, `tape.watch(x)`
#
# **Where is the result `None`?**

# %% nbgrader={"grade_id": "without_gradient", "solution": true} rows=["s3-tape-signature"]
# without_gradient: all letters where the result is None, in one text, for instance: without_gradient = "bd"
### BEGIN SOLUTION
without_gradient = "ace"
### END SOLUTION

# %% nbgrader={"grade_id": "without_gradient_examples", "grade": true}
picked = [letter for letter in str(without_gradient).lower() if letter.isalpha()]
assert set(picked) <= set("abcdef"), "the letters are a to f"

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf

# %% [markdown]
# From here on use the tape. A function may return tensors as they are, or numbers. Make a tensor of what comes in with
# `tf.constant(x)`.
#
# ### Two tapes
#
# The outer tape records what the inner one computes, its `gradient` too. So the outer tape gives the second derivative
# (2차 미분). Each tape has to watch `x`.
#
# A forgotten `watch` looks like this, for $y = x^2$ at $x = 5$. `first` is the inner tape's gradient of $y$; the outer tape
# is then asked for the gradient of `first`.
#
# | watched by | inner tape | outer tape |
# |---|---|---|
# | both tapes | `10.0` | `2.0` |
# | the inner tape only | `10.0` | `None` |
# | the outer tape only | `None` | `TypeError: Argument target should be a list or nested structure of Tensors … but received None.` |
#
# So the error in the last row does not speak of `watch`, and it comes one line too late: the inner tape had watched
# nothing, `first` was already `None`, and of `None` there is no gradient.


# %% nbgrader={"grade_id": "nested_tapes", "solution": true} rows=["s3-tape-2nd"]
def nested_tapes(x, n):
    """The first and the second derivative of y = x**n at x, from two tapes, one inside the other.

    x is a number with decimals or an array (points,), also 0 or negative; n is a whole number, 2 or more.
    """
    ### BEGIN SOLUTION
    x = tf.constant(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = x**n
        first = inner.gradient(y, x)
    return first, outer.gradient(first, x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "nested_tapes_examples", "grade": true}
first, second = nested_tapes(5.0, 2)
print("dydx1 =", float(first), " dydx2 =", float(second))
np.testing.assert_allclose(float(first), 10.0, rtol=1e-5, err_msg="the first derivative of x**2 at 5")
np.testing.assert_allclose(float(second), 2.0, rtol=1e-5, err_msg="the second derivative of x**2 at 5")

# %% [markdown]
# Does the tape find what you have found by hand? In the picture the lines are your `power_derivatives` and the points are
# your `nested_tapes`, for $y = x^4$.


# %% nbgrader={"grade_id": "tape_figure", "locked": true} demo=true
@picture
def tape_figure():
    """Both derivatives of x**4: lines by hand, points from the tapes."""
    x, places = np.linspace(-1.5, 1.5, 61), np.linspace(-1.5, 1.5, 9)
    by_hand, from_tapes = power_derivatives(x, 4), nested_tapes(places, 4)
    figure, axes = plt.subplots(figsize=(5, 3.8))
    for which, (style, color, name) in enumerate((("-", "#08519c", "first"), ("--", "#b30000", "second"))):
        axes.plot(x, by_hand[which], style, color=color, label=f"{name}, by hand")
        axes.plot(places, np.array(from_tapes[which]), "o", color=color, label=f"{name}, tape")
    axes.set(xlabel="x", ylabel="derivative", title="The derivatives of x**4")
    axes.legend()
    apart = np.max(np.abs(np.array(from_tapes) - np.array(power_derivatives(places, 4))))
    return figure, f"Both derivatives of x**4. Points and lines are {apart:.2g} apart at most."


# %% [markdown]
# ### A chain
#
# In $y = x^2$, $z = y^2$, $w = z^2$ the tape multiplies the three slopes:
# $\frac{dw}{dx} = 2z \cdot 2y \cdot 2x$. By hand at $x = 5$: $2 \cdot 625 \cdot 2 \cdot 25 \cdot 2 \cdot 5 = 625000$.


# %% nbgrader={"grade_id": "chain", "solution": true} rows=["s3-tape-w"]
def chain(x):
    """dw/dx for y = x**2, z = y**2, w = z**2; x is a number with decimals or an array (points,)."""
    ### BEGIN SOLUTION
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "chain_examples", "grade": true}
print("dwdx =", float(chain(5.0)))
np.testing.assert_allclose(float(chain(5.0)), 625000.0, rtol=1e-5)

# %% [markdown]
# ### A second gradient from the same tape
#
# Without `persistent=True` a second call of `gradient` stops the program:
#
# ```
# RuntimeError: A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)
# ```
#
# Call `gradient` twice, first for $w$, then for $z$, and catch the error: `try: … except Exception as error: …`. The name of an error is `type(error).__name__`.


# %% nbgrader={"grade_id": "second_gradient", "solution": true} rows=["s3-tape-nonpersistent"]
def second_gradient(x, persistent):
    """Two gradients from one tape with this `persistent`, for y = x**2, z = y**2, w = z**2: dw/dx, then dz/dx.

    x is a number with decimals; where the second call is an error, the error's name stands in place of dz/dx.
    """
    ### BEGIN SOLUTION
    x = tf.constant(x)
    with tf.GradientTape(persistent=persistent) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    dwdx = tape.gradient(w, x)
    try:
        return dwdx, tape.gradient(z, x)
    except Exception as error:
        return dwdx, type(error).__name__
    ### END SOLUTION


# %% nbgrader={"grade_id": "second_gradient_examples", "grade": true}
for persistent in (False, True):
    dwdx, second = second_gradient(5.0, persistent)
    print(f"persistent={persistent}: dwdx = {float(dwdx)}, then {second}")
    np.testing.assert_allclose(float(dwdx), 625000.0, rtol=1e-5, err_msg="the first gradient")
    assert isinstance(second, str) is not persistent, "the second gradient is an error only without persistent=True"

# %% [markdown]
# With `persistent=True` one tape gives all three derivatives of the chain: at $x = 5$ they are $\frac{dw}{dx} = 625000$,
# $\frac{dz}{dx} = 2y \cdot 2x = 50 \cdot 10 = 500$ and $\frac{dy}{dx} = 10$.


# %% nbgrader={"grade_id": "three_gradients", "solution": true} rows=["s3-tape-persistent"]
def three_gradients(x):
    """dw/dx, dz/dx and dy/dx from one tape, for y = x**2, z = y**2, w = z**2.

    x is a number with decimals or an array (points,); each derivative is shaped like x.
    """
    ### BEGIN SOLUTION
    x = tf.constant(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = x**2
        z = y**2
        w = z**2
    return tape.gradient(w, x), tape.gradient(z, x), tape.gradient(y, x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "three_gradients_examples", "grade": true}
derivatives = [float(each) for each in three_gradients(5.0)]
print("dwdx, dzdx, dydx =", derivatives)
np.testing.assert_allclose(derivatives, [625000.0, 500.0, 10.0], rtol=1e-5)

# %% [markdown]
# ### What the tape follows
#
# `x` and `w` are two constants; $y = x^3$ and $z = w^3$ are both computed inside the tape, but it watches only one of
# them. At $x = 5$, $w = 2$ and watching `x`: $\frac{dy}{dx} = 3 \cdot 25 = 75$, and $\frac{dz}{dw}$ is `None`, not
# $3 \cdot 4$. In this blank and the next return the text `"None"` where `gradient` gives `None`.


# %% nbgrader={"grade_id": "watch_one", "solution": true} rows=["s3-tape-watch"]
def watch_one(x, w, watched):
    """dy/dx and dz/dw for y = x**3 and z = w**3 from one tape that watches only one of them; "None" in place of None.

    x and w are numbers with decimals or arrays (points,), made into constants; watched is the text "x" or "w".
    """
    ### BEGIN SOLUTION
    x, w = tf.constant(x), tf.constant(w)
    with tf.GradientTape(persistent=True, watch_accessed_variables=False) as tape:
        tape.watch(x if watched == "x" else w)
        y = x**3
        z = w**3
    slopes = tape.gradient(y, x), tape.gradient(z, w)
    return ["None" if slope is None else slope for slope in slopes]
    ### END SOLUTION


# %% nbgrader={"grade_id": "watch_one_examples", "grade": true}
dydx, dzdw = watch_one(5.0, 2.0, "x")
print("dydx =", float(dydx), " dzdw =", dzdw)
np.testing.assert_allclose(float(dydx), 75.0, rtol=1e-5)
assert str(dzdw) == "None", "w is a constant that the tape does not watch"
dydx, dzdw = watch_one(5.0, 2.0, "w")
assert str(dydx) == "None", "now x is the one that the tape does not watch"
np.testing.assert_allclose(float(dzdw), 12.0, rtol=1e-5)

# %% [markdown]
# That `None` has nothing to do with `watch_accessed_variables`. A constant that is not watched gives `None` with the
# default and with `False`. The argument decides over a `tf.Variable`: for $z = w^3$ at $w = 2$ the derivative is 12 by
# default, and `None` with `watch_accessed_variables=False`. Do not call `watch` here.


# %% nbgrader={"grade_id": "variable_gradient", "solution": true} rows=["s3-tape-watch-variable"]
def variable_gradient(w, watch_accessed_variables):
    """dz/dw of z = w**3 for a tf.Variable w, from a tape with this argument and without a call of watch, or "None".

    w is a number with decimals or an array (points,); watch_accessed_variables is True or False.
    """
    ### BEGIN SOLUTION
    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = w**3
    dzdw = tape.gradient(z, w)
    return "None" if dzdw is None else dzdw
    ### END SOLUTION


# %% nbgrader={"grade_id": "variable_gradient_examples", "grade": true}
print("watched:", variable_gradient(2.0, True), " not watched:", variable_gradient(2.0, False))
np.testing.assert_allclose(
    float(variable_gradient(2.0, True)), 12.0, rtol=1e-5, err_msg="a Variable is watched by default"
)
assert str(variable_gradient(2.0, False)) == "None", "without watching there is no derivative"

# %% [markdown]
# ### All of it together
#
# Train $\hat y = x\,W + b$: `W` and `b` are variables; in every step a new tape records the cost, gives its slopes for
# both, and both are updated from the slopes at the old values (`W.assign_sub(…)` subtracts in place).
#
# Inside the tape compute with TensorFlow, since the tape does not see what NumPy computes. Write `tf.reduce_mean`. With
# `np.mean`, or with your `cost` that uses it, this comes: `AttributeError: 'numpy.float32' object has no attribute '_id'`.
# The factors of a product need one type. `tf.Variable(2.0)` is float32, but `tf.constant(x)` of an array is float64: then
# `W * tf.constant(x)` stops with an `InvalidArgumentError`. Leave `x` and `y` as arrays, or write
# `tf.constant(x, dtype=tf.float32)`.
#
# By hand, one step with $x = (1, 2, 3)$, $y = (2, 4, 7)$, $W = 2$, $b = 0$, $\eta = 0.1$: $\hat y - y = (0, 0, -1)$, so
# the slopes are $\frac{2}{3} \cdot (-1) \cdot 3 = -2$ for $W$ and $\frac{2}{3} \cdot (-1) = -0.6667$ for $b$. The new
# values are $W = 2.2$, $b = 0.0667$.


# %% nbgrader={"grade_id": "fit", "solution": true} rows=["s3-steps", "s3-cost", "s3-eta"]
def fit(x, y, W, b, eta, steps):
    """W and b after so many steps of training with the mean squared error, the slopes taken from a tape.

    x and y are arrays (samples,), W and b numbers with decimals, eta the learning rate. The new W and b are numbers or
    have the shape (1,), that of tf.Variable([W]).
    """
    ### BEGIN SOLUTION
    W, b = tf.Variable(W), tf.Variable(b)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            estimates = W * x + b
            error = tf.reduce_mean((estimates - y) ** 2)
        dW, db = tape.gradient(error, [W, b])
        W.assign_sub(eta * dW)
        b.assign_sub(eta * db)
    return W, b
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_examples", "grade": true}
W, b = fit(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 7.0]), 2.0, 0.0, 0.1, 1)
print("W =", np.asarray(W), " b =", np.asarray(b))
np.testing.assert_allclose(np.ravel([W, b]), [2.2, 0.0666667], rtol=1e-5, err_msg="one step")
W, b = fit(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 7.0]), 2.0, 0.0, 0.1, 300)
print("W =", np.asarray(W), " b =", np.asarray(b))
np.testing.assert_allclose(np.ravel([W, b]), [2.5, -0.6667], atol=0.01, err_msg="300 steps: the best line")

# %% [markdown]
# This is your training, seen from the data: the line of your `fit` before the first step, and after 1, 10 and 300 steps.


# %% nbgrader={"grade_id": "fit_figure", "locked": true} demo=true
@picture
def fit_figure():
    """Three samples and the line of your `fit` after some numbers of steps."""
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 7.0])
    figure, axes = plt.subplots(figsize=(5, 3.8))
    told = []
    for steps, style in ((0, ":"), (1, "-."), (10, "--"), (300, "-")):
        W, b = (float(np.ravel(each)[0]) for each in fit(x, y, 0.0, 0.0, 0.05, steps))
        ends = np.array([0.5, 3.5])
        axes.plot(ends, W * ends + b, style, color="#08519c", label=f"after {steps}")
        told.append(f"{cost(x, y, W, b):.3g} after {steps}")
    axes.plot(x, y, "o", color="black", label="data")
    axes.set(xlabel="x", ylabel="y", title="The line after some steps of training")
    axes.legend()
    return figure, f"The cost goes down: {', '.join(told)} steps."


# %% [markdown]
# In `fit` no derivative is written down. Replace `x * W + b` by a network with a hundred layers, and the lines with the
# tape stay the same. The notebook `tape_training` does so.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is a blog post about `tf.GradientTape`, from which the programs and numbers of this notebook come. Some of
# its lines are wrong or no longer run:
#
# - It writes dot(W, input) for a layer. Keras computes dot(input, kernel).
# - It has the loss 0.5 at 0.4 and 0.6 at 0.3, and then sets 0.35. But 0.4 is already better than that.
# - It says that every continuous function is differentiable.
# - In its cost it prints $(y_i - y)^2$, in which the estimate $\hat y_i$ does not occur.
# - It displays $y = x^5$ with $\frac{dy}{dx} = 2x = 10$ and $\frac{d^2 y}{dx^2} = 2$ at $x = 5$. These belong to $y = x^2$,
#   which its program computes.
# - It says that `watch` turns a constant into a variable. The constant stays a constant.
# - It spells `watch_accessed_variables` in two ways, both wrong.
# - It gives `watch_accessed_variables=False` as the reason why a constant has no gradient. The reason is that nobody
#   watches the constant.
# - It shows the error with "tocompute". The blank was missing in older versions of TensorFlow.
# </details>
