# %% [markdown]
# # Gradient descent on one parameter
#
# Gradient descent (경사 하강법) walks down the slope of an error to its lowest point, one step at a time. How long the steps
# are is set by one number, the learning rate (학습률). A learning rate has five fates: it creeps, arrives at once, swings
# and arrives, jumps for ever, or flies away. Whoever trains a network meets all five. At the end of this notebook you can
# tell the fate before the first step, you see all five drawn, and you compute how many steps the way takes. A network has
# millions of parameters. Here there is one, $p$, so that every step can be computed by hand and drawn.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers,
# whole ones too, and with arrays of other shapes, also of one row or one column.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
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


def valley(left, right):
    """A figure with the graph of your error, for the target -2, from the place left to the place right."""
    figure, axes = plt.subplots(figsize=(5, 3.4))
    ps = np.linspace(left, right, 200)
    axes.plot(ps, error(ps, -2), color="gray", linewidth=2)
    axes.set_xlabel("p")
    axes.set_ylabel("E")
    return figure, axes


# %% [markdown]
# ## 1. The error and its graph
#
# A prediction $p$ should be the target (목표값) $t$. The error (오차) is half the squared difference:
#
# $$E = \frac{1}{2}(p - t)^2$$
#
# By hand, with $t = -2$ and $p = 0$: $\frac{1}{2}(0 + 2)^2 = 2$. All numbers that this notebook works by hand have the
# target $t = -2$, and so $E = \frac{1}{2}(p + 2)^2$.


# %% nbgrader={"grade_id": "error", "solution": true} rows=["s4-42-E"]
def error(p, t):
    """The error of every entry of p, a number or an array of any shape; t is a number; the same shape as p."""
    ### BEGIN SOLUTION
    return 0.5 * (p - t) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "error_examples", "grade": true}
np.testing.assert_allclose([error(0, -2)], [2], rtol=1e-5, err_msg="half of (0 + 2) squared")
np.testing.assert_allclose(
    error(np.array([-4, -2, 1]), -2), [2, 0, 4.5], rtol=1e-5, atol=1e-6, err_msg="an array, entry by entry"
)

# %% [markdown]
# The graph of an error shows where to go. Take 1000 numbers $p$ at random (난수), each place between $-6$ and $2$ as
# likely as any other, and draw $E = \frac{1}{2}(p + 2)^2$ over them. The numbers come in no order, so draw a point for
# each, for instance with `plt.plot(..., "b.")`. Name both axes. Do not call `plt.show()`: the notebook shows the figure
# anyway.

# %% nbgrader={"grade_id": "random_numbers", "locked": true}
NUM_SAMPLES = 1000
ps = np.random.uniform(-6, 2, NUM_SAMPLES)  # (1000,), other numbers in every run


# %% nbgrader={"grade_id": "plot_error", "solution": true} rows=["s4-421-plot"]
def plot_error(ps):
    """Draw only E = (p + 2)^2 / 2 over the numbers ps, shape (points,), with a label on each axis."""
    ### BEGIN SOLUTION
    plt.plot(ps, error(ps, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_error_examples", "grade": true}
plt.figure()
drawn = plot_error(ps)
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ## 2. To the left, to the right
#
# From $p = 0$ the lowest point lies to the left. One step of length 1 to the left, from $0$ to $-1$:
#
# $$E_0 = \frac{1}{2}(0 + 2)^2 = 2 \qquad E_{-1} = \frac{1}{2}(-1 + 2)^2 = \frac{1}{2} \qquad
# E_{-1} - E_0 = -\frac{3}{2}$$
#
# The difference is negative: the error has become smaller. From $p = -5$ the lowest point (최솟값) lies to the right, and a
# step from $-5$ to $-4$ makes the error smaller by $\frac{5}{2}$.


# %% nbgrader={"grade_id": "error_change", "solution": true} rows=["s4-422-left", "s4-423-right"]
def error_change(p, new_p, t):
    """What a move from p to new_p does to the error: the error before, the error after, and after minus before.

    p, new_p and t are numbers; returns three numbers.
    """
    ### BEGIN SOLUTION
    before, after = error(p, t), error(new_p, t)
    return before, after, after - before
    ### END SOLUTION


# %% nbgrader={"grade_id": "error_change_examples", "grade": true}
print("from 0 to -1:", error_change(0, -1, -2))
print("from -5 to -4:", error_change(-5, -4, -2))
np.testing.assert_allclose(error_change(0, -1, -2), [2, 1 / 2, -3 / 2], rtol=1e-5, err_msg="from 0 to -1")
np.testing.assert_allclose(error_change(-5, -4, -2), [9 / 2, 2, -5 / 2], rtol=1e-5, err_msg="from -5 to -4")


# %% nbgrader={"grade_id": "moves_picture", "locked": true} demo=true
@picture
def two_moves():
    """The two moves on the graph, with the change of the error."""
    figure, axes = valley(-6, 2)
    changes = []
    for p, new_p, where in ((0, -1, (-44, 8)), (-5, -4, (12, 4))):
        before, after, change = error_change(p, new_p, -2)
        axes.annotate(
            "", (new_p, after), (p, before), arrowprops={"arrowstyle": "-|>", "linewidth": 3, "color": "black"}
        )
        axes.annotate(f"{change:+.1f}", (p, before), where, textcoords="offset points", fontsize=13, ha="left")
        changes.append(f"from {p} to {new_p}: {change:+.1f}")
    return figure, f"Two moves towards the lowest point of the graph. The change of the error {'; '.join(changes)}."


# %% [markdown]
# ## 3. The slope
#
# How fast does $E$ change? Divide its change by the change $\Delta p$ of $p$:
#
# $$\frac{\Delta E}{\Delta p} = \frac{E(p + \Delta p) - E(p)}{\Delta p}$$
#
# By hand, from $0$ to $-1$: $\Delta p = -1$ and $-\frac{3}{2} / (-1) = 1.5$. When $\Delta p$ gets very small, the ratio
# gets near to one number: the slope (기울기, 경사도) of $E$ at $p$, written $\frac{dE}{dp}$.


# %% nbgrader={"grade_id": "ratio", "solution": true} rows=["s4-422-left", "s4-424-deriv"]
def ratio(p, dp, t):
    """The change of the error from p to p + dp, divided by dp, as in the formula; dp may be negative.

    p, dp and t are numbers; returns a number.
    """
    ### BEGIN SOLUTION
    return (error(p + dp, t) - error(p, t)) / dp
    ### END SOLUTION


# %% nbgrader={"grade_id": "ratio_examples", "grade": true}
for dp in (-1, -0.1, -0.01, -0.001):
    print(f"p = 0, dp = {dp}: {ratio(0, dp, -2):.4f}")
np.testing.assert_allclose([ratio(0, -1, -2), ratio(0, -0.1, -2), ratio(0, -0.01, -2)], [1.5, 1.95, 1.995], rtol=1e-5)
np.testing.assert_allclose(ratio(-5, 1, -2), -2.5, rtol=1e-5, err_msg="from -5 to -4")

# %% [markdown]
# A ratio is the slope of a straight line through two points of the graph, a secant (할선). Here all lines start at $p = 0$.
# Watch how they turn while $\Delta p$ gets smaller.


# %% nbgrader={"grade_id": "secants_picture", "locked": true} demo=true
@picture
def secants():
    """Straight lines through the graph at p = 0 and at p = dp, for smaller and smaller dp."""
    figure, axes = valley(-5.5, 1)
    ends, told = np.array([-5.5, 1.0]), []
    for dp, color, line in ((-3, "tab:orange", ":"), (-1.5, "tab:blue", "--"), (-0.01, "black", "-")):
        slope_of_line = float(ratio(0, dp, -2))
        axes.plot(ends, error(0, -2) + slope_of_line * ends, line, color=color, linewidth=2.5,
                  label=f"dp = {dp}: {slope_of_line:.3g}")  # fmt: skip
        axes.plot([0, dp], [error(0, -2), error(dp, -2)], "o", color=color, markersize=8)
        told.append(f"{dp}: {slope_of_line:.4g}")
    axes.set_ylim(-2.5, 7)
    axes.legend(loc="upper center", fontsize=11)
    return (
        figure,
        f"Lines through the graph at 0 and at dp. Their slopes for dp = {', '.join(told)}. The last one touches.",
    )


# %% [markdown]
# The ratio goes to $2$. The rules of the derivative (미분) give the slope at once: the 2 of the square comes down and
# the inner derivative is 1. For the target $-2$
#
# $$\frac{dE}{dp} = \frac{1}{2} \cdot 2\,(p + 2) = p + 2$$
#
# which is $2$ at $p = 0$ and $-3$ at $p = -5$. Work it out for any target $t$.


# %% nbgrader={"grade_id": "slope", "solution": true} rows=["s4-424-deriv"]
def slope(p, t):
    """The derivative of error(p, t) with respect to p, at every entry of p; the same shape as p.

    p is a number or an array of any shape, t is a number.
    """
    ### BEGIN SOLUTION
    return p - t
    ### END SOLUTION


# %% nbgrader={"grade_id": "slope_examples", "grade": true}
np.testing.assert_allclose([slope(0, -2)], [2], rtol=1e-5, err_msg="at one number")
np.testing.assert_allclose(slope(np.array([0, -2, -5]), -2), [2, 0, -3], rtol=1e-5, atol=1e-6, err_msg="p + 2")

# %% [markdown]
# The sign of the slope says where it goes down. At $p = 0$ the slope is above 0: a bit to the right the error is
# larger, so $p$ has to move to the left. At $p = -5$ it is below 0. Where the slope is exactly 0, $p$ stays.


# %% nbgrader={"grade_id": "direction", "solution": true} rows=["s4-422-sign", "s4-423-sign"]
def direction(slope_at_p):
    """Where p has to move to make the error smaller: "left", "right" or "stay". slope_at_p is a number."""
    ### BEGIN SOLUTION
    if slope_at_p > 0:
        return "left"
    return "right" if slope_at_p < 0 else "stay"
    ### END SOLUTION


# %% nbgrader={"grade_id": "direction_examples", "grade": true}
assert str(direction(2)).strip().lower() == "left", "at p = 0 the slope is 2, and the lowest point lies to the left"
assert str(direction(0)).strip().lower() == "stay", "at the lowest point there is nothing to do"

# %% [markdown]
# ## 4. The update rule
#
# A formula needs no word for left and right. To subtract the slope is to move against it: $p = p - \frac{dE}{dp}$. How
# far it goes is set by the learning rate (학습률) $\alpha$:
#
# $$p \leftarrow p - \alpha \frac{dE}{dp}$$
#
# By hand, with $p = 0$, $t = -2$ and $\alpha = 0.5$: the slope is $2$, and the new $p$ is $0 - 0.5 \cdot 2 = -1$. For
# networks $\alpha$ is mostly between $0.01$ and $0.001$, and is found by trying. The $0.5$ makes numbers that are easy.
#
# **Without the minus**, $p \leftarrow p + \alpha \frac{dE}{dp}$, where does $p$ go from $0$? a) To $-2$ as well, but
# with smaller steps. b) To the left, past $-2$, and then back. c) To the right, and farther with each step. d) Nowhere:
# the plus undoes each step with the next one.

# %% nbgrader={"grade_id": "without_minus", "solution": true} rows=["s4-422-sign", "s4-423-sign"]
# Answer with one letter, for instance: without_minus = "a"
### BEGIN SOLUTION
without_minus = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "without_minus_examples", "grade": true}
assert str(without_minus).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"


# %% nbgrader={"grade_id": "update", "solution": true} rows=["s4-422-sign", "s4-424-deriv"]
def update(p, t, lr):
    """p after one step of gradient descent on error(p, t) with the learning rate lr.

    p is a number or an array of any shape, which stays as it is; returns the same shape.
    """
    ### BEGIN SOLUTION
    return p - lr * slope(p, t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
np.testing.assert_allclose([update(0, -2, 0.5)], [-1.0], rtol=1e-5, err_msg="0 - 0.5 * 2")
np.testing.assert_allclose(update(np.array([0, -5]), -2, 0.5), [-1.0, -3.5], rtol=1e-5, err_msg="-5 - 0.5 * (-3)")

# %% [markdown]
# Now the same step as a script, with the derivative worked out for $t = -2$ and no function. Take `p` and `lr` from the
# next cell and do not set them to numbers again: the script is graded with other numbers, too.

# %% nbgrader={"grade_id": "start", "locked": true}
p = 0
lr = 0.5

# %% nbgrader={"grade_id": "one_step", "solution": true} rows=["s4-424-1"]
# E and DpE: the error and its slope at p, before the step. p: after one step.
### BEGIN SOLUTION
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - lr * DpE
### END SOLUTION

# %% nbgrader={"grade_id": "one_step_examples", "grade": true}
print("p:", p)
np.testing.assert_allclose([E, DpE, p], [2, 2, -1.0], rtol=1e-5, err_msg="E, DpE and p")

# %% [markdown]
# ## 5. Many steps
#
# One step goes from $0$ to $-1$. Each further step starts where the last one ended, and takes the slope *there*. The
# next: the slope at $-1$ is $1$, so $p = -1 - 0.5 \cdot 1 = -1.5$.


# %% nbgrader={"grade_id": "descend", "solution": true} rows=["s4-424-x2", "s4-424-x4", "s4-424-x8", "s4-424-x16", "s4-424-right"]
def descend(p, t, lr, steps):
    """The path of gradient descent on error(p, t) that starts at the number p.

    Returns an array of shape (steps,): p after the first step, after the second, and so on; without the start.
    """
    ### BEGIN SOLUTION
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)  # (steps,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "descend_examples", "grade": true}
for count in (2, 4, 8, 16):
    print(f"{count} steps from 0:", *descend(0, -2, 0.5, count))
print("16 steps from -5:", *descend(-5, -2, 0.5, 16))
np.testing.assert_allclose(descend(0, -2, 0.5, 4), [-1.0, -1.5, -1.75, -1.875], rtol=1e-5, err_msg="four steps from 0")
np.testing.assert_allclose(descend(0, -2, 0.5, 16)[-1], -1.999969482421875, rtol=1e-5, err_msg="sixteen steps from 0")
np.testing.assert_allclose(
    descend(-5, -2, 0.5, 6), [-3.5, -2.75, -2.375, -2.1875, -2.09375, -2.046875], rtol=1e-5, err_msg="six steps from -5"
)
np.testing.assert_allclose(
    descend(-5, -2, 0.5, 16)[-1], -2.0000457763671875, rtol=1e-5, err_msg="sixteen steps from -5"
)


# %% nbgrader={"grade_id": "descent_figure", "locked": true} demo=true
@picture
def ball():
    """The ball rolls down: eight steps from each side."""
    figure, axes = valley(-6, 2)
    ends = []
    for first, color, mark in ((0, "black", "o-"), (-5, "tab:orange", "s--")):
        path = np.array([first, *descend(first, -2, 0.5, 8)])
        axes.plot(path, error(path, -2), mark, color=color, linewidth=2, label=f"from {first}")
        ends.append(f"from {first} to {path[-1]:.4f}")
    axes.legend()
    return figure, f"Eight steps down the graph: {', '.join(ends)}. The steps get shorter where the graph gets flatter."


# %% [markdown]
# ### How near, and how fast
#
# Subtract $t$ on both sides of $p \leftarrow p - \alpha (p - t)$. The distance (거리) to the target is multiplied by the
# same number in each step:
#
# $$p - t \;\leftarrow\; (1 - \alpha)\,(p - t)$$
#
# With $\alpha = 0.5$ it is halved: from $0$ the distances are $2, 1, \frac{1}{2}, \frac{1}{4}, \dots$, and after $n$
# steps $p = -2 + 2^{1 - n}$. So $p_n$, the place after $n$ steps from any start $p$, needs no loop.


# %% nbgrader={"grade_id": "place_after", "solution": true} rows=["s4-424-x16", "s4-424-right"]
def place_after(p, t, lr, n):
    """Where gradient descent on error(p, t) is after n steps from p, computed from the distance to t.

    p, t and lr are numbers, n is a whole number, 0 or more; returns a number.
    """
    ### BEGIN SOLUTION
    return t + (1 - lr) ** n * (p - t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "place_after_examples", "grade": true}
np.testing.assert_allclose(
    [place_after(0, -2, 0.5, 0)], [0], rtol=1e-5, atol=1e-6, err_msg="after no step p is where it was"
)
np.testing.assert_allclose([place_after(0, -2, 0.5, 8)], [-1.9921875], rtol=1e-5, err_msg="eight steps from 0")
np.testing.assert_allclose([place_after(-5, -2, 0.5, 8)], [-2.01171875], rtol=1e-5, err_msg="eight steps from -5")

# %% [markdown]
# ## 6. What the learning rate decides
#
# With another $\alpha$ the path looks quite different, since $1 - \alpha$ may be small, 0, negative or large. What
# does $p$ do from $0$, with $t = -2$?
#
# a) It comes nearer in each step, always from the same side. b) It is at the target after one step. c) It comes nearer,
# but each step takes it to the other side. d) It jumps between two places for ever. e) Each step takes it to the other
# side, and farther away.

# %% nbgrader={"grade_id": "fates", "solution": true} rows=["s4-422-sign"]
# fates: five letters, for the learning rates 2.5, 0.01, 1, 2 and 1.5 in this order. Think first; then see the picture.
### BEGIN SOLUTION
fates = ("e", "a", "b", "d", "c")
### END SOLUTION

# %% nbgrader={"grade_id": "fates_examples", "grade": true}
picked = [letter for letter in str(fates).lower() if letter.isalpha()]
assert not isinstance(fates, set), "the letters have an order: that of the learning rates"
assert len(picked) == 5, "one letter for each of the five learning rates"
assert set(picked) <= set("abcde"), "each answer is one of the letters a, b, c, d, e"

# %% [markdown]
# Here are the five paths, each under the letter that you gave it. Does each letter fit? If not, answer again.


# %% nbgrader={"grade_id": "fates_picture", "locked": true} demo=true
@picture
def five_fates():
    """The first ten places from 0 for the five learning rates, in the order of the question."""
    letters = [letter for letter in str(fates).lower() if letter.isalpha()]
    figure, plots = plt.subplots(3, 2, figsize=(5, 6.4), sharex=True, sharey=True)
    told = []
    for axes, lr, letter in zip(plots.flat, (2.5, 0.01, 1, 2, 1.5), letters, strict=False):
        path = np.array([0, *descend(0, -2, lr, 10)])
        axes.axhline(-2, color="gray", linewidth=1)
        axes.plot(path, "o-", color="black", markersize=5)
        axes.set(title=f"{lr}: you said {letter}", ylim=(-8, 4), xlabel="step", ylabel="p")
        told.append(f"{lr}: {', '.join(f'{p:.3g}' for p in path[1:5])}")
    plots[2, 1].axis("off")
    return figure, f"The places after the steps 1 to 4. {'; '.join(told)}. The gray line is the target."


# %% [markdown]
# ### How many steps?
#
# When is $p$ near enough? Count the steps until it is for the first time less than a given distance away from the target.
# By hand, from $0$ with $\alpha = 0.5$ and the distance $0.3$: $p$ is at $-1$, $-1.5$, $-1.75$. The distances are $1$,
# $0.5$, $0.25$, so it takes $3$ steps. Who starts near enough needs $0$ steps. And some learning rates never arrive.


# %% nbgrader={"grade_id": "steps_until", "solution": true} rows=["s4-424-x16", "s4-424-right"]
def steps_until(p, t, lr, near):
    """After how many steps gradient descent from p is for the first time less than near away from t.

    p, t, lr and near are numbers, near and lr are above 0. Returns a whole number, or None where it never comes so near.
    """
    ### BEGIN SOLUTION
    distance, factor = abs(p - t), abs(1 - lr)
    if distance < near:
        return 0
    if factor >= 1:
        return None
    with np.errstate(divide="ignore"):  # for lr = 1 the logarithm of 0 is -inf, and one step is enough
        return int(np.floor(np.log(near / distance) / np.log(factor))) + 1
    ### END SOLUTION


# %% nbgrader={"grade_id": "steps_until_examples", "grade": true}
np.testing.assert_array_equal([steps_until(0, -2, 0.5, 0.3)], [3], err_msg="by hand: 3 steps")
np.testing.assert_array_equal([steps_until(0, -2, 0.5, 0.001)], [11], err_msg="after 11 steps the distance is 2 / 2048")
np.testing.assert_array_equal([steps_until(-2.5, -2, 0.5, 0.6)], [0], err_msg="near enough from the start")

# %% [markdown]
# Which learning rate is best here? Your `steps_until` answers for a hundred of them.


# %% nbgrader={"grade_id": "steps_picture", "locked": true} demo=true
@picture
def steps_over_learning_rates():
    """How many steps from 0 to less than 1/1000 from -2, over the learning rate."""
    rates = np.linspace(0.05, 2.5, 99)
    counts = [steps_until(0, -2, lr, 0.001) for lr in rates]
    arrived = [(lr, count) for lr, count in zip(rates, counts, strict=True) if count is not None]
    figure, axes = plt.subplots(figsize=(5, 3.4))
    axes.plot(*zip(*arrived, strict=True), "o", color="black", markersize=4)
    axes.axvspan(arrived[-1][0], 2.5, color="tab:orange", alpha=0.4)
    axes.text((arrived[-1][0] + 2.5) / 2, 70, "never", ha="center", fontsize=13)
    axes.set_xlabel("learning rate")
    axes.set_ylabel("steps")
    best, fewest = min(arrived, key=lambda pair: pair[1])
    return figure, (
        f"Steps until 1/1000 from the target. The fewest, {fewest}, are at the learning rate {best:.2f}; "
        f"{arrived[0][1]} at {arrived[0][0]:.2f}; {arrived[-1][1]} at {arrived[-1][0]:.2f}; past that p never arrives."
    )


# %% [markdown]
# In a network the best learning rate cannot be read off: its valleys have other widths, and each parameter has its own. But
# the picture is the same. Too small is slow, and beyond a border everything flies away. An error that grows from step to
# step, or is `nan` in the end, says: take a smaller learning rate.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the Korean course text on how TensorFlow works inside (Tensorflow 내부 동작). Its programs 421 to 424 are the
# graph, the moves and the steps of this notebook, with $t = -2$ and $\alpha = 0.5$. Its text names $0.01$ to $0.001$ as usual
# learning rates; its programs take $0.5$, so that few steps are enough.
#
# </details>
