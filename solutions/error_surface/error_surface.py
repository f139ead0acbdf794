# %% [markdown]
# # From one weight to a layer: the surface of an error
#
# One neuron (뉴런) with one weight has an error graph that is a parabola. A real layer has many weights, and its error is
# a surface (오차 곡면) over all of them. In this notebook you go from one weight to a layer.
#
# At the end you have the backward pass of a whole layer. You have checked it against measured slopes. And you have a map
# of an error over two weights, with the paths that your own gradients take on it. It shows why the place where learning
# ends depends on where it began, and what more data change.
#
# You need the computational graph (계산 그래프) and backpropagation (역전파), as in `error_graph`.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, whole ones too, and other
# sizes, also of one row or one column.

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


# %% [markdown]
# The next cell measures slopes by central differences (중앙 차분), as you wrote it in `error_graph`.


# %% nbgrader={"grade_id": "measure", "locked": true}
def central_differences(f, p, step=1e-4):
    """How strongly each entry of p is felt in f(p): each is moved by `step` to both sides. Returns the shape of p."""
    slopes = np.zeros(np.shape(p))
    for index in np.ndindex(*np.shape(p)):
        move = np.zeros(np.shape(p))
        move[index] = step
        slopes[index] = (f(p + move) - f(p - move)) / (2 * step)
    return slopes


# %% [markdown]
# ## 1. One weight: a parabola
#
# $E = (w \cdot 1 - 1)^2$ is a parabola (포물선), a convex function (볼록 함수): it has one lowest point, and every
# step down the slope leads there. Draw $E$ over the weights `ws` with `plt`, as a line or as points, and mark the
# lowest point with one point of its own, for instance with `plt.plot(…, …, "ro")`. Name both axes. Do not call
# `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_error", "solution": true} rows=["s0-convex-1d"]
def plot_error(ws):
    """Draw only E = (w * 1 - 1)^2 over the weights ws, (weights,), and one point at its minimum; label both axes.

    The minimum is that of the curve: it may lie between two of the weights.
    """
    ### BEGIN SOLUTION
    plt.plot(ws, (ws - 1) ** 2)
    plt.plot([1], [0], "ro")
    plt.xlabel("w")
    plt.ylabel("E")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_error_examples", "grade": true}
plt.figure()
drawn = plot_error(np.linspace(-3, 5, 80))  # 1 is not among them
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# Why do the steps of gradient descent (경사 하강) come to an end? Far from the lowest point (최저점) of $E$ the slope is
# large, and so is the update of $w$. Near to it both are small. At the lowest point the slope is 0: no update, and
# learning has ended. A step goes from $w$ to $w - \alpha \cdot 2(w - 1)$. By hand, for $\alpha = 0.1$: at $w = 4$ the
# weight moves by $-0.1 \cdot 6 = -0.6$, at $w = 2$ by $-0.2$, at $w = 1$ by 0. At $w = -3$ the slope is $-8$ and the move
# $+0.8$, the largest of the four.


# %% nbgrader={"grade_id": "by_update", "solution": true} rows=["s0-error-meaning"]
def by_update(ws, lr):
    """How far one step moves each weight, for x = 1 and y = 1, and which weights move most.

    ws is (weights,), lr is a number. Returns two arrays, each (weights,): the move of each weight, new minus old, in the
    order of ws; and the weights of ws in another order, from the largest move, up or down, to the smallest.
    """
    ### BEGIN SOLUTION
    moves = -lr * 2 * (ws - 1)
    return moves, ws[np.argsort(-np.abs(moves))]
    ### END SOLUTION


# %% nbgrader={"grade_id": "by_update_examples", "grade": true}
moves, ordered = by_update(np.array([2.0, 4.0, 1.0, -3.0]), 0.1)
print("moves:", moves, " largest first:", ordered)
np.testing.assert_allclose(moves, [-0.2, -0.6, 0, 0.8], atol=1e-6, err_msg="new minus old, for w = 2, 4, 1, -3")
np.testing.assert_allclose(
    ordered, [-3, 4, 2, 1], rtol=1e-5, err_msg="the weights from the largest move to the smallest"
)


# %% nbgrader={"grade_id": "moves_on_the_parabola", "locked": true} demo=true
@picture
def moves_on_the_parabola():
    """The moves of some weights as arrows under the parabola."""
    weights = np.array([-3.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    moves, _ = by_update(weights, 0.1)
    w = np.linspace(-3.3, 5.3, 100)
    figure, axes = plt.subplots()
    axes.plot(w, (w - 1) ** 2, color="black")
    arrow = {"arrowstyle": "-|>", "color": "C1", "linewidth": 2.5, "shrinkA": 0, "shrinkB": 0}
    for weight, move in zip(weights, moves, strict=True):
        height = (weight - 1) ** 2
        axes.plot(weight, height, "C0o")
        if move:
            axes.annotate("", (weight + move, height), (weight, height), arrowprops=arrow)
    axes.set(xlabel="w", ylabel="E")
    text = ", ".join(f"{move + 0.0:+.2g} at {weight:g}" for weight, move in zip(weights, moves, strict=True))
    return figure, f"One step of each weight as an arrow, long far from w = 1 and short near it: {text}"


# %% [markdown]
# Start at $w = 4$, take such a step again and again, 101 times, and training is over: $E$ is nearly 0. The neuron is then
# asked for the pay of 3, 4, 6 and 9 hours.
#
# **What is left of the training, which the answers are computed with?** a) the 101 errors, one for each step; b) the
# slopes, which were summed up; c) the weight $w$, a new and better connection; d) the sample $x = 1$, $y = 1$ itself

# %% nbgrader={"grade_id": "what_remains", "solution": true} rows=["s0-what-remains"]
# Answer with one letter, for instance: what_remains = "a"
### BEGIN SOLUTION
what_remains = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "what_remains_examples", "grade": true}
assert str(what_remains).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 2. A bias, and many inputs
#
# A bias $b$ (편향) adds a + gate to the graph:
#
# $$E = \left((wx + b) - y\right)^2 \qquad m = w x \quad h = m + b \quad d = h - y \quad E = d^2$$
#
# In $h = m + b$ the effect of each input on $h$ is 1: the + gate hands on what comes back, unchanged, to both sides.
# By hand, with $w = 3$, $x = 2$, $b = 1$, $y = 5$: $h = 7$, $d = 2$, $E = 4$; back come $2d = 4$ to $h$, $4$ to $b$,
# $4$ to $m$, and $x \cdot 4 = 8$ to $w$.
#
# Three inputs have three weights, and the + gate adds up four numbers:
#
# $$E = \left((w_1x_1 + w_2x_2 + w_3x_3 + b) - y\right)^2$$
#
# By hand, with $w = (1, 2, 3)$, $x = (4, 5, 6)$, $b = 1$, $y = 30$: $h = 4 + 10 + 18 + 1 = 33$, $d = 3$, $E = 9$. To
# every input of the + gate comes back $2d = 6$; $w_1$ gets $4 \cdot 6 = 24$. Write it for any number of inputs.


# %% nbgrader={"grade_id": "many_inputs", "solution": true} rows=["s0-graph-bias", "s0-graph-3in"]
def many_inputs(x, y, w, b):
    """Forward and backward through the graph of one neuron with several inputs.

    x and w are (inputs,), y and b are numbers. Returns E, one number; the effects of the weights on E, (inputs,); and
    the effect of b on E, one number.
    """
    ### BEGIN SOLUTION
    d = np.sum(w * x) + b - y
    dEdh = 2 * d
    return d**2, x * dEdh, dEdh  # number, (inputs,), number
    ### END SOLUTION


# %% nbgrader={"grade_id": "many_inputs_examples", "grade": true}
error, weight_effects, bias_effect = many_inputs(np.array([4, 5, 6]), 30, np.array([1, 2, 3]), 1)
np.testing.assert_allclose([error, bias_effect], [9, 6], rtol=1e-5, err_msg="E and the effect of b")
np.testing.assert_allclose(weight_effects, [24, 30, 36], rtol=1e-5, err_msg="the effects of w1, w2, w3")
error, weight_effects, bias_effect = many_inputs(np.array([2]), 5, np.array([3]), 1)  # one input
np.testing.assert_allclose([error, bias_effect], [4, 4], rtol=1e-5, err_msg="E and the effect of b, one input")
np.testing.assert_allclose(weight_effects, [8], rtol=1e-5, err_msg="the effect of the only weight")

# %% [markdown]
# The picture is the graph of the second example, one input and a bias. The boxes hold what flows forward. Red, under
# them, is what flows back: your effects of $w$, $b$ and $E$.


# %% nbgrader={"grade_id": "draw_bias_graph", "locked": true} demo=true
@picture
def graph_with_a_bias():
    """The graph of E = ((w x + b) - y)^2 with its values, and the student's effects below."""
    x, y, w, b = np.array([2.0]), 5.0, np.array([3.0]), 1.0
    error, (of_w,), of_b = many_inputs(x, y, w, b)
    places = {"x": (0, 2.4), "w": (0, 1.4), "b": (0, 0.4), "m": (1, 1.9), "h": (2, 1.4), "y": (2, 0.2), "d": (3, 1.4)}
    places["E"] = (4, 1.4)
    values = {"x": 2, "w": 3, "b": 1, "m": 6, "h": 7, "y": 5, "d": 2, "E": error}
    gates = {"m": ("×", "x", "w"), "h": ("+", "m", "b"), "d": ("-", "h", "y"), "E": ("( )²", "d")}
    figure, axes = plt.subplots()
    for name, (gate, *inputs) in gates.items():
        axes.text(places[name][0], places[name][1] + 0.4, gate, ha="center", fontsize=14)
        for entering in inputs:
            arrow = {"arrowstyle": "->", "shrinkA": 20, "shrinkB": 20}
            axes.annotate("", places[name], places[entering], arrowprops=arrow)
    for name, place in places.items():
        box = {"boxstyle": "round", "facecolor": "white"}
        axes.text(*place, f"{name} = {values[name]:g}", ha="center", va="center", fontsize=10, bbox=box)
    for name, effect in (("w", of_w), ("b", of_b), ("E", 1)):
        axes.text(places[name][0], places[name][1] - 0.45, f"{effect:g}", ha="center", color="#b00000", weight="bold")
    axes.axis((-0.5, 4.5, -0.4, 3))
    axes.axis("off")
    return figure, f"x times w is m, m + b is h, h - y is d, its square is E; effects on E: w {of_w:g}, b {of_b:g}"


# %% [markdown]
# ## 3. A layer of neurons
#
# Two neurons have two outputs $h_1, h_2$ for the same input, and $E$ is the sum of their squared errors. A weight
# matrix $W$, (inputs, neurons), has one column (열) for each neuron. Each column is a graph as above, and the columns
# meet in two places: in the sum $E$, and in the input, whose effects by way of each neuron add up:
#
# $$h_k = \sum_i x_i W_{ik} + b_k \qquad d_k = h_k - y_k \qquad E = \sum_k d_k^2 \qquad
# \frac{\partial E}{\partial W_{ik}} = x_i \cdot 2 d_k \qquad
# \frac{\partial E}{\partial x_i} = \sum_k W_{ik} \cdot 2 d_k$$
#
# By hand, with one input $x = 1$, $W = (4 \;\; 3)$, $b = (0, 0)$, $y = (1, 1)$: $d = (3, 2)$, $E = 9 + 4 = 13$; the
# weights get $(6, 4)$, so do the biases, and the input gets $4 \cdot 6 + 3 \cdot 4 = 36$. Write it for any number of
# inputs and neurons.


# %% nbgrader={"grade_id": "many_neurons", "solution": true} rows=["s0-graph-2neurons"]
def many_neurons(x, y, W, b):
    """Forward and backward through the graph of several neurons with the same inputs.

    x is (inputs,), y and b are (neurons,), W is (inputs, neurons). Returns E, one number, and the effects on E of W,
    (inputs, neurons), of b, (neurons,), and of x, (inputs,).
    """
    ### BEGIN SOLUTION
    d = x @ W + b - y  # (neurons,)
    dEdh = 2 * d
    return np.sum(d**2), np.outer(x, dEdh), dEdh, W @ dEdh
    ### END SOLUTION


# %% nbgrader={"grade_id": "many_neurons_examples", "grade": true}
found = many_neurons(np.array([1]), np.array([1, 1]), np.array([[4, 3]]), np.array([0, 0]))
for name, value, expected in zip(("E", "W", "b", "x"), found, (13, [[6, 4]], [6, 4], [36]), strict=True):
    np.testing.assert_allclose(
        value, expected, rtol=1e-5, atol=1e-6, err_msg="E" if name == "E" else f"the effect of {name}"
    )
    assert np.shape(value) == np.shape(expected), f"{name}: the shape should be {np.shape(expected)}"

# %% [markdown]
# Are you right for other sizes, too? Measure it: here is a layer with 3 inputs and 4 neurons and random numbers. The
# picture shows the effects of its 12 weights, derived by you and measured by moving one weight at a time. All points lie
# on the line where both are equal, or your formula is not right.


# %% nbgrader={"grade_id": "layer_checked", "locked": true} demo=true
@picture
def layer_checked():
    """The effects of 12 weights, derived over measured."""
    numbers = np.random.default_rng(5)
    x, y, W, b = numbers.normal(size=3), numbers.normal(size=4), numbers.normal(size=(3, 4)), numbers.normal(size=4)
    derived = many_neurons(x, y, W, b)[1]
    measured = central_differences(lambda W: many_neurons(x, y, W, b)[0], W)
    figure, axes = plt.subplots()
    ends = [measured.min(), measured.max()]
    axes.plot(ends, ends, color="black", linewidth=1, label="equal")
    axes.plot(measured.ravel(), np.ravel(derived), "C0o", markersize=8, label="a weight")
    axes.set(xlabel="effect, measured", ylabel="effect, derived")
    axes.legend()
    largest = np.max(np.abs(derived - measured))
    return figure, f"The effects of 12 weights; derived and measured differ by {largest:.1g} at most"


# %% [markdown]
# How many parameters (파라미터) are tuned? Each neuron has one weight for each input and, where there is a bias, one
# more number. By hand: a neuron with 2 inputs and a bias has 3 parameters, five of them have 15.


# %% nbgrader={"grade_id": "count_parameters", "solution": true} rows=["s0-param-count"]
def count_parameters(inputs, neurons, bias):
    """The number of parameters of so many neurons with so many inputs each; bias is True or False."""
    ### BEGIN SOLUTION
    each = inputs + 1 if bias else inputs
    return each * neurons
    ### END SOLUTION


# %% nbgrader={"grade_id": "count_parameters_examples", "grade": true}
for inputs, neurons, bias in [(1, 1, False), (1, 1, True), (3, 1, True), (1, 2, True), (3, 2, True)]:
    print(f"inputs {inputs}, neurons {neurons}, bias {bias}: {count_parameters(inputs, neurons, bias)} parameters")
assert np.ndim(count_parameters(1, 1, False)) == 0, "one number"
assert count_parameters(1, 1, False) == 1, "the neuron of section 1 has one parameter, w"
assert count_parameters(2, 5, True) == 15

# %% [markdown]
# ## 4. Two weights: a surface
#
# With two weights the error is a surface over the plane of $(w_1, w_2)$: $E = (w_1x_1 + w_2x_2 - y)^2$. Compute it for
# every pair of some values $w_1$ and some values $w_2$. By hand, for $x = (2, 1)$, $y = 3$ at $w_1 = 4$, $w_2 = 1$:
# $(8 + 1 - 3)^2 = 36$.


# %% nbgrader={"grade_id": "error_grid", "solution": true} rows=["s0-convex-2d"]
def error_grid(w1, w2, x, y):
    """The error at every pair of weights: row i and column j belong to w2[i] and w1[j], as plt.contour wants it.

    w1 is (columns,), w2 is (rows,), x is (2,), y is a number; returns (rows, columns).
    """
    ### BEGIN SOLUTION
    h = w1 * x[0] + w2[:, None] * x[1]  # (rows, columns)
    return (h - y) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "error_grid_examples", "grade": true}
grid = error_grid(np.array([0, 1, 4]), np.array([1, 2]), np.array([2, 1]), 3)
np.testing.assert_allclose(grid, [[4, 0, 36], [1, 1, 49]], rtol=1e-5, atol=1e-6)

# %% [markdown]
# For the sample $x = (1, 1)$, $y = 1$ the error is 0 wherever $w_1 + w_2 = 1$: not at one point, but along a whole
# line. This is no bowl (그릇) with one lowest point, but a valley (골짜기). Draw the contours (등고선) of this error with
# `plt.contour`, and on them the bottom of the valley as a line over all of `w1`. Name the axes: $w_1$ is horizontal,
# $w_2$ is vertical.


# %% nbgrader={"grade_id": "plot_valley", "solution": true} rows=["s0-convex-2d"]
def plot_valley(w1, w2, grid):
    """Draw the contours of `grid`, and one line: the bottom of the valley over all of w1; label both axes.

    w1 is (columns,), w2 is (rows,); grid is (rows, columns), the error for the sample x = (1, 1), y = 1.
    """
    ### BEGIN SOLUTION
    plt.contour(w1, w2, grid)
    plt.plot(w1, 1 - w1, "r")
    plt.xlabel("w1")
    plt.ylabel("w2")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_valley_examples", "grade": true}
w1, w2 = np.linspace(-2, 3, 51), np.linspace(-2, 3, 41)
plt.figure()
drawn = plot_valley(w1, w2, error_grid(w1, w2, np.array([1, 1]), 1))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# How strongly is the surface bent (curvature, 곡률)? Stand on the bottom at $(0.5, 0.5)$ and walk the distance $t$ in
# a straight line:
#
# - along the valley, to $w_1 = 0.5 + \frac{t}{\sqrt 2}$, $w_2 = 0.5 - \frac{t}{\sqrt 2}$;
# - across the valley, to $w_1 = 0.5 + \frac{t}{\sqrt 2}$, $w_2 = 0.5 + \frac{t}{\sqrt 2}$.
#
# The picture shows the heights on both walks.


# %% nbgrader={"grade_id": "two_walks", "locked": true} demo=true
@picture
def two_walks():
    """The error along the valley and across it, over the distance from (0.5, 0.5)."""
    walks = np.linspace(-1, 1, 41)
    told = []
    sides = {"along the valley": ("C1--", -1), "across the valley": ("C0-", 1)}
    figure, axes = plt.subplots()
    for name, (style, sign) in sides.items():
        move = walks / np.sqrt(2)
        grids = [error_grid(0.5 + move[[i]], 0.5 + sign * move[[i]], np.array([1, 1]), 1) for i in range(len(move))]
        heights = np.ravel(grids)
        axes.plot(walks, heights, style, linewidth=2, label=name)
        told.append(f"{name} from {heights[20]:.3g} to {heights[-1]:.3g}")
    axes.set(xlabel="distance t", ylabel="E")
    axes.legend()
    return figure, f"From t = 0 to t = 1 the error goes {' and '.join(told)}"


# %% [markdown]
# Put each walk into $E = (w_1 + w_2 - 1)^2$ and take the second derivative (2차 도함수) with respect to $t$. By hand, for
# another direction, to $w_1 = 0.5 + t$, $w_2 = 0.5$: $E = t^2$, and its second derivative is 2. A bowl would be bent
# in every direction.

# %% nbgrader={"grade_id": "curvatures", "solution": true} rows=["s0-convex-2d"]
# curvatures: two numbers, (along the valley, across the valley)
### BEGIN SOLUTION
curvatures = (0, 4)
### END SOLUTION

# %% nbgrader={"grade_id": "curvatures_examples", "grade": true}
assert len(curvatures) == 2, "curvatures is a pair: along the valley, across the valley"
assert np.isfinite(curvatures).all(), "both are numbers"

# %% [markdown]
# ## 5. Where learning ends
#
# Now your gradients walk on your map. Three starts, and 150 steps of gradient descent from each, with the effects of your
# `many_inputs`; a star marks each end. On the left there is one sample, $x = (1, 1)$ with $y = 1$. All three paths reach
# the error 0, at three different pairs of weights: nothing tells the neuron which of them is meant. On the right there is a
# second sample, $x = (1, -0.5)$ with $y = 2$. The mean of both errors is a bowl, and the three paths end at the same
# weights.


# %% nbgrader={"grade_id": "paths", "locked": true} demo=true
@picture
def where_learning_ends():
    """Three paths of gradient descent over the contours of the error of one sample, and of two."""
    inputs, truths = np.array([[1.0, 1.0], [1.0, -0.5]]), np.array([1.0, 2.0])
    w1, w2 = np.linspace(-1.5, 3, 60), np.linspace(-2, 2.5, 60)
    figure, both = plt.subplots(1, 2, figsize=(5.6, 3.6), sharey=True)
    ends = []
    for axes, samples in zip(both, (1, 2), strict=True):
        pairs = list(zip(inputs[:samples], truths[:samples], strict=True))
        grid = np.mean([error_grid(w1, w2, x, y) for x, y in pairs], axis=0)
        axes.contour(w1, w2, grid, levels=[0.02, 0.2, 0.7, 1.5, 3, 5, 8, 12], colors="gray", linewidths=1)
        for start, style in (((-1, -1), "C0o-"), ((2.5, 1.5), "C1s-"), ((-0.5, 2), "C3^-")):
            path = [np.array(start, dtype=float)]
            for _ in range(150):
                slopes = [many_inputs(x, y, path[-1], 0.0)[1] for x, y in pairs]
                path.append(path[-1] - 0.1 * np.mean(slopes, axis=0))
            axes.plot(*np.transpose(path), style, markersize=4)
            axes.plot(*path[-1], "k*", markersize=13)
            ends.append("({:.2f}, {:.2f})".format(*path[-1]))
        axes.set(xlabel="$w_1$", title=("one sample", "two samples")[samples - 1])
    both[0].set_ylabel("$w_2$")
    return figure, f"With one sample the paths end at {', '.join(ends[:3])}; with two at {', '.join(ends[3:])}"


# %% [markdown]
# <details>
# <summary>If you read the document</summary>
#
# The document is the set of slides on the error graph that this lesson follows.
#
# - It draws the surface over two weights as a bowl. With its single sample $x = (1, 1)$ it is a valley, as you have seen.
# - Where this notebook speaks of a large update, it speaks of a big scolding.
#
# </details>
