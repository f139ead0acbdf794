# %% [markdown]
# # Gradient descent on one parameter
#
# Gradient descent (경사 하강법) walks down the slope of an error to its lowest point, one step at a time. A network does
# so with millions of parameters; here there is one, $p$, so that every step can be computed by hand and drawn.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## 1. The error and its graph
#
# A prediction $p$ should be the target (목표값) $t$. The error (오차) is half the squared difference:
#
# $$E = \frac{1}{2}(p - t)^2$$
#
# By hand, with $t = -2$ and $p = 0$: $\frac{1}{2}(0 + 2)^2 = 2$. In the whole notebook the document's target is
# $t = -2$, and so $E = \frac{1}{2}(p + 2)^2$.


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
    """Draw E = (p + 2)^2 / 2 over the numbers ps, shape (points,), with a label on each axis."""
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
# Read off the lowest point (최솟값) of the graph: at which $p$ is $E$ smallest, and how large is it there?

# %% nbgrader={"grade_id": "lowest_point", "solution": true} rows=["s4-421-plot"]
# lowest_point: two numbers, (p, E)
### BEGIN SOLUTION
lowest_point = (-2, 0)
### END SOLUTION

# %% nbgrader={"grade_id": "lowest_point_examples", "grade": true}
assert len(lowest_point) == 2, "lowest_point is a pair (p, E)"
np.testing.assert_allclose(
    error(lowest_point[0], -2), lowest_point[1], rtol=1e-5, atol=1e-6, err_msg="this point is not on the graph"
)

# %% [markdown]
# ## 2. To the left, to the right
#
# From $p = 0$ the lowest point lies to the left. One step of length 1 to the left, from $0$ to $-1$:
#
# $$E_0 = \frac{1}{2}(0 + 2)^2 = 2 \qquad E_{-1} = \frac{1}{2}(-1 + 2)^2 = \frac{1}{2} \qquad
# E_{-1} - E_0 = -\frac{3}{2}$$
#
# The difference is negative: the error has become smaller. From $p = -5$ the lowest point lies to the right, and a step
# from $-5$ to $-4$ makes the error smaller by $\frac{5}{2}$.


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
# The ratio goes to $2$. The rules of the derivative (미분) give the slope at once: the 2 of the square comes down and
# the inner derivative is 1. For the document's target
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
# By hand, with $p = 0$, $t = -2$ and $\alpha = 0.5$: the slope is $2$, and the new $p$ is $0 - 0.5 \cdot 2 = -1$. The
# document's usual values are $0.01$ to $0.001$, found by trying; its own program takes $0.5$.
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
# Now as the document writes it: a script, with the derivative worked out for $t = -2$ and no function. Take `p` and
# `lr` from the cell above it and do not set them to numbers again: the script is graded with other numbers, too.

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
# The ball rolls down: eight steps from each side.
curve = np.linspace(-6, 2, 200)
plt.figure()
plt.plot(curve, error(curve, -2), color="lightgray")
for first in (0, -5):
    path = np.array([first, *descend(first, -2, 0.5, 8)])
    plt.plot(path, error(path, -2), "o-", label=f"from {first}")
plt.xlabel("p")
plt.ylabel("E")
plt.legend()

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
# From $p = 0$ with $\alpha = 0.5$: after how many steps is $p$ for the first time less than $\frac{1}{1000}$ away from
# $-2$?

# %% nbgrader={"grade_id": "steps_to_thousandth", "solution": true} rows=["s4-424-x16"]
# steps_to_thousandth: a whole number
### BEGIN SOLUTION
steps_to_thousandth = 11
### END SOLUTION

# %% nbgrader={"grade_id": "steps_to_thousandth_examples", "grade": true}
assert steps_to_thousandth == int(steps_to_thousandth) > 0, "a number of steps"

# %% [markdown]
# After 16 steps from $-5$ the distance to $-2$ is larger than after 16 steps from $0$. How many times as large? Answer
# without computing the paths.

# %% nbgrader={"grade_id": "times_as_far", "solution": true} rows=["s4-424-right"]
# times_as_far: the distance on the way from -5, divided by the distance on the way from 0
### BEGIN SOLUTION
times_as_far = 3 / 2
### END SOLUTION

# %% nbgrader={"grade_id": "times_as_far_examples", "grade": true}
assert times_as_far > 1, "the way from -5 is the one that is farther from -2"

# %% [markdown]
# ### What the learning rate decides
#
# With another $\alpha$ the path looks quite different, since $1 - \alpha$ may be small, 0, negative or large. What
# does $p$ do from $0$, with $t = -2$?
#
# a) It comes nearer in each step, always from the same side. b) It is at the target after one step. c) It comes nearer,
# but each step takes it to the other side. d) It jumps between two places for ever. e) Each step takes it to the other
# side, and farther away.

# %% nbgrader={"grade_id": "fates", "solution": true} rows=["s4-422-sign"]
# fates: five letters, for the learning rates 2.5, 0.01, 1, 2 and 1.5 in this order. Some descend calls will show you.
### BEGIN SOLUTION
fates = ("e", "a", "b", "d", "c")
### END SOLUTION

# %% nbgrader={"grade_id": "fates_examples", "grade": true}
picked = [letter for letter in str(fates).lower() if letter.isalpha()]
assert not isinstance(fates, set), "the letters have an order: that of the learning rates"
assert len(picked) == 5, "one letter for each of the five learning rates"
assert set(picked) <= set("abcde"), "each answer is one of the letters a, b, c, d, e"
