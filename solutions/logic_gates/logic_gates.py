# %% [markdown]
# # Step MLP: weights chosen by hand
#
# At the end of this notebook you have a small network that computes XOR, and you have chosen each of its weights
# (가중치) yourself. XOR looks easy: two inputs, one output. But one perceptron (퍼셉트론) cannot compute it. You search
# through thousands of weights, and you see in a picture why none of them works. Then two layers do it at once. This
# step from one layer to two is the reason why networks are deep. Nothing is trained here, and all of it is NumPy.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes. Where
# many answers are right, as for weights, any right one counts.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# Some cells draw a picture from *your* functions and numbers. You need not read their code. The next cell has what
# they share. A picture whose blanks are still empty says so and is left out.


# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
side = np.linspace(-0.5, 1.5, 81)
plane = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)  # (points, 2): many inputs (x1, x2)


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


def show_inputs(axes, title, targets, inputs):
    """Inputs in the plane: a black point where the output should be 1, a white one where it should be 0."""
    colors = ["black" if target else "white" for target in targets]
    axes.scatter(*np.transpose(inputs), s=90, c=colors, edgecolors="black", zorder=3)
    axes.set(title=title, xlabel="x1", ylabel="x2", xticks=[0, 1], yticks=[0, 1], aspect="equal")


def shade(axes, outputs):
    """Blue where the outputs of the points of the plane are 1."""
    axes.contourf(side, side, np.reshape(outputs, (81, 81)), levels=[-1, 0.5, 2], colors=["white", "#9ecae1"])


def show_line(axes, sums, style="-"):
    """The line on which the sums of the points of the plane are 0."""
    if np.min(sums) < 0 < np.max(sums):
        axes.contour(side, side, np.reshape(sums, (81, 81)), levels=[0], colors="#b30000", linestyles=style)


# %% [markdown]
# ## 1. A line and its parameters
#
# A linear equation (1차 방정식) with parameters (파라미터) is
#
# $$y = \boxed{a}\,x + \boxed{b}$$
#
# $x$ is what goes in; $a$ and $b$ decide which line it is. By hand, $y = 2x + 3$ at $x = 2$: $2 \cdot 2 + 3 = 7$.


# %% nbgrader={"grade_id": "line", "solution": true} rows=["s2-line-params"]
def line(x, a, b):
    """The line with the parameters a and b at every entry of x, an array of any shape; the same shape as x."""
    ### BEGIN SOLUTION
    return a * x + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "line_examples", "grade": true}
np.testing.assert_allclose(line(np.array([-1, 0, 1, 2]), 2, 3), [1, 3, 5, 7], rtol=1e-5, err_msg="y = 2x + 3")

# %% [markdown]
# Here are three lines: $y = x$, then $y = 2x + 3$, then $y = 100x + 1000$. Each is the same equation with other
# parameters. Which ones?

# %% nbgrader={"grade_id": "line_parameters", "solution": true} rows=["s2-line-params"]
# line_parameters: three pairs (a, b), in the order of the text.
### BEGIN SOLUTION
line_parameters = ((1, 0), (2, 3), (100, 1000))
### END SOLUTION

# %% nbgrader={"grade_id": "line_parameters_examples", "grade": true}
np.testing.assert_allclose(
    [line(2, a, b) for a, b in line_parameters], [2, 7, 1200], rtol=1e-5, err_msg="the three lines at x = 2"
)

# %% [markdown]
# Draw $y = 2x + 3$ with `plt`, for instance as a line or as points, and name both axes. Do not call `plt.show()`: the
# notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_line", "solution": true} rows=["s2-line-2x3"]
def plot_line(x):
    """Draw only y = 2x + 3 over the numbers x, shape (points,), in any order, with a label on each axis."""
    ### BEGIN SOLUTION
    plt.plot(x, 2 * x + 3)
    plt.xlabel("x")
    plt.ylabel("y")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_line_examples", "grade": true}
plt.figure()
drawn = plot_line(np.array([-1, 0, 1, 2]))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ## 2. From a number to a class
#
# In a classification (분류 문제) the answer is 0 or 1. The step function (계단 함수) turns any number into one:
#
# $$h(x) = \begin{cases} 0 & (x \leq 0) \\ 1 & (x > 0) \end{cases}$$
#
# At exactly 0 it is 0. In this whole notebook a sum that is exactly 0 gives 0.


# %% nbgrader={"grade_id": "step", "solution": true} rows=["s2-step-fn", "s2-lab1-npint"]
def step(x):
    """The step function of every entry of x, an array of any shape.

    Returns an array of the same shape with the numbers 0 and 1, as int or float; True and False are not numbers.
    """
    ### BEGIN SOLUTION
    return np.array(x > 0, dtype=int)
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_examples", "grade": true}
stepped = step(np.array([-1, 0, 0.5]))
print("step([-1, 0, 0.5]) =", stepped)
np.testing.assert_array_equal(stepped, [0, 0, 1])
assert np.asarray(stepped).dtype != bool, "the entries are True and False; make them 1 and 0"

# %% [markdown]
# Older programs have this line:
#
# ```
# def step(x): return np.array(x>0, dtype=np.int)
# ```
#
# `np.int` was removed in NumPy 1.24. Today the line stops with an `AttributeError`.
#
# **What has to stand in place of `np.int`**, so that the line gives the whole numbers 0 and 1? a) `bool`
# b) `np.integer` c) `int` d) `"np.int"`, in quotes

# %% nbgrader={"grade_id": "npint", "solution": true} rows=["s2-lab1-npint"]
# Answer with one letter, for instance: npint = "a"
### BEGIN SOLUTION
npint = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "npint_examples", "grade": true}
assert str(npint).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# A line with a step around it is a classifier of one input: $h(\boxed{a}\,x + \boxed{b})$. By hand, with $a = 2$ and
# $b = -3$: $x = 1$ gives $h(-1) = 0$, $x = 1.5$ gives $h(0) = 0$, $x = 2$ gives $h(1) = 1$.


# %% nbgrader={"grade_id": "classify", "solution": true} rows=["s2-classify-1d"]
def classify(x, a, b):
    """The class, 0 or 1, of every entry of x, an array of any shape; the same shape as x."""
    ### BEGIN SOLUTION
    return step(line(x, a, b))
    ### END SOLUTION


# %% nbgrader={"grade_id": "classify_examples", "grade": true}
np.testing.assert_array_equal(classify(np.array([1, 1.5, 2]), 2, -3), [0, 0, 1])
np.testing.assert_array_equal(
    classify(np.array([[4, 1, 0], [2, -1, 3]]), 2, -3), [[1, 0, 0], [1, 0, 1]], err_msg="x of the shape (2, 3)"
)

# %% [markdown]
# The picture shows what your `classify` does with your `line`: it is 1 where the line is above 0.


# %% nbgrader={"grade_id": "classes_figure", "locked": true} demo=true
@picture
def classes_figure():
    """The line 2x - 3 and the class of each x."""
    x = np.linspace(0, 3, 61)
    classes = np.array(classify(x, 2, -3))
    figure, axes = plt.subplots(figsize=(5, 3.2))
    axes.axhline(0, color="black", linewidth=0.8)
    axes.plot(x, line(x, 2, -3), "--", color="#b30000", label="2x - 3")
    axes.plot(x, classes, ".", color="#08519c", label="class")
    axes.set(xlabel="x", ylabel="y", title="The class of x is the step of a line")
    axes.legend()
    return (
        figure,
        f"The line 2x - 3 and its class: 1 at {np.sum(classes)} of 61 places x, from {x[classes == 1][0]:.2f} on.",
    )


# %% [markdown]
# ## 3. The perceptron
#
# With two inputs there are two weights $w_1, w_2$ (가중치) and a bias $b$ (편향):
#
# $$\boxed{w_1}\,x_1 + \boxed{w_2}\,x_2 + \boxed{b}$$
#
# By hand, with $w = (2, 3)$, $x = (4, 5)$ and $b = 1$: $2 \cdot 4 + 3 \cdot 5 + 1 = 24$.


# %% nbgrader={"grade_id": "linear", "solution": true} rows=["s2-linear-2in"]
def linear(x, w, b):
    """One number: two inputs x, shape (2,), weighted with w, shape (2,), and moved by the bias b."""
    ### BEGIN SOLUTION
    return w[0] * x[0] + w[1] * x[1] + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "linear_examples", "grade": true}
np.testing.assert_allclose([linear(np.array([4, 5]), np.array([2, 3]), 1)], [24], rtol=1e-5)

# %% [markdown]
# Without the bias it is a row times a column, a matrix product (행렬 곱): $w_1 x_1 + w_2 x_2 = x \cdot w$, in NumPy
# `np.dot` or `@`. One product does all rows of a batch `X` at once, shape (batch, inputs). For $x = (4, 5)$ and
# $w = (2, 3)$ it is 23.


# %% nbgrader={"grade_id": "weighted_sum", "solution": true} rows=["s2-wx-dot"]
def weighted_sum(X, w):
    """The weighted sum of every row of X, without a bias.

    X is (batch, inputs), w is (inputs,); returns (batch,).
    """
    ### BEGIN SOLUTION
    return X @ w  # (batch,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "weighted_sum_examples", "grade": true}
np.testing.assert_allclose(weighted_sum(np.array([[4, 5], [1, 0], [0, 1]]), np.array([2, 3])), [23, 2, 3], rtol=1e-5)

# %% [markdown]
# A perceptron (퍼셉트론) is the step of such a sum: $h(w_1 x_1 + w_2 x_2 + b)$. By hand, with $w = (2, -1)$ and
# $b = -1$: the row $(1, 0)$ gives $h(1) = 1$, the row $(1, 1)$ gives $h(0) = 0$.

# %% nbgrader={"grade_id": "gate_inputs", "locked": true}
# All inputs of a gate, and the same order everywhere: (0, 0), (0, 1), (1, 0), (1, 1).
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)


# %% nbgrader={"grade_id": "perceptron", "solution": true} rows=["s2-perceptron"]
def perceptron(X, w, b):
    """The output, 0 or 1, of one perceptron for every row of X.

    X is (batch, inputs), w is (inputs,), b is a number; returns (batch,).
    """
    ### BEGIN SOLUTION
    return step(weighted_sum(X, w) + b)  # (batch,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "perceptron_examples", "grade": true}
np.testing.assert_array_equal(perceptron(X, np.array([2, -1]), -1), [0, 0, 1, 0])

# %% [markdown]
# Now each input is a *point* $(x_1, x_2)$ in a plane. On a straight line the sum is exactly 0. On one side of the line
# the output is 1, on the other side it is 0. The picture shows it for $w = (2, -1)$ and $b = -1$, with the sum beside
# each of the four rows of `X`.


# %% nbgrader={"grade_id": "perceptron_figure", "locked": true} demo=true
@picture
def perceptron_figure():
    """Where the perceptron with w = (2, -1) and b = -1 gives 1."""
    w, b = np.array([2, -1]), -1
    figure, axes = plt.subplots(figsize=(4.4, 4.2))
    shade(axes, perceptron(plane, w, b))
    show_line(axes, np.array(weighted_sum(plane, w)) + b)
    outputs, sums = perceptron(X, w, b), np.array(weighted_sum(X, w)) + b
    show_inputs(axes, "blue: the output is 1", outputs, X)
    for point, value in zip(X, sums, strict=True):
        axes.annotate(f"sum {value:g}", point, xytext=(0, 11), textcoords="offset points", ha="center")
    told = ", ".join(f"{tuple(map(int, point))} gives {int(output)}" for point, output in zip(X, outputs, strict=True))
    return figure, f"The plane of the inputs, cut by a line. Of the four points {told}."


# %% [markdown]
# ## 4. Logic gates
#
# A logic gate (논리 게이트) has two inputs and one output, all 0 or 1:
#
# | $x_1$ | $x_2$ | AND | OR | NAND | NOR | XOR |
# |---|---|---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 1 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 | 0 | 1 |
# | 1 | 0 | 0 | 1 | 1 | 0 | 1 |
# | 1 | 1 | 1 | 1 | 0 | 0 | 0 |
#
# A perceptron computes NOR with $(w_1, w_2, b) = (-1, -1, 0.5)$: its four sums are $0.5, -0.5, -0.5, -1.5$, and only
# the first is above 0. The smallest distance of a sum from 0 is the margin, here 0.5. Choose weights and a bias for
# the next three gates. Any that give the truth table are right, whatever their margin.

# %% nbgrader={"grade_id": "and_gate", "solution": true} rows=["s2-gates", "s2-perceptron"]
# and_gate: (w1, w2, b)
### BEGIN SOLUTION
and_gate = (1, 1, -1.5)
### END SOLUTION

# %% nbgrader={"grade_id": "and_gate_examples", "grade": true}
np.testing.assert_array_equal(perceptron(X, np.array(and_gate[:2]), and_gate[2]), [0, 0, 0, 1])

# %% nbgrader={"grade_id": "or_gate", "solution": true} rows=["s2-gates"]
# or_gate: (w1, w2, b)
### BEGIN SOLUTION
or_gate = (1, 1, -0.5)
### END SOLUTION

# %% nbgrader={"grade_id": "or_gate_examples", "grade": true}
np.testing.assert_array_equal(perceptron(X, np.array(or_gate[:2]), or_gate[2]), [0, 1, 1, 1])

# %% nbgrader={"grade_id": "nand_gate", "solution": true} rows=["s2-gates"]
# nand_gate: (w1, w2, b)
### BEGIN SOLUTION
nand_gate = (-1, -1, 1.5)
### END SOLUTION

# %% nbgrader={"grade_id": "nand_gate_examples", "grade": true}
np.testing.assert_array_equal(perceptron(X, np.array(nand_gate[:2]), nand_gate[2]), [1, 1, 1, 0])

# %% [markdown]
# These are your gates. Black points should get 1 and white ones 0; your perceptron gives 1 where it is blue. Change a
# weight or a bias and draw again: the line turns or moves. How far can it go before a gate breaks?


# %% nbgrader={"grade_id": "gates_figure", "locked": true} demo=true
@picture
def gates_figure():
    """The four points and the line of each gate."""
    figure, all_axes = plt.subplots(2, 2, figsize=(5.4, 5.6))
    told = []
    gates = {
        "AND": (and_gate, [0, 0, 0, 1]),
        "OR": (or_gate, [0, 1, 1, 1]),
        "NAND": (nand_gate, [1, 1, 1, 0]),
        "NOR": ((-1, -1, 0.5), [1, 0, 0, 0]),
    }
    for axes, (name, (gate, targets)) in zip(all_axes.flat, gates.items(), strict=True):
        w, b = np.array(gate[:2]), gate[2]
        shade(axes, perceptron(plane, w, b))
        show_line(axes, np.array(weighted_sum(plane, w)) + b)
        show_inputs(axes, name, targets, X)
        told.append(f"{name} {np.sum(np.equal(perceptron(X, w, b), targets))}")
    return figure, f"Of the four points of each gate, these are on the right side of its line: {', '.join(told)}."


# %% [markdown]
# ## 5. XOR, a problem that is not linear (비선형 문제)
#
# Look for XOR by trying: let $w_1$, $w_2$ and $b$ each take every one of some values, independently of each other. With
# $n$ values that is $n^3$ settings. Count those with which one perceptron gives the wanted outputs in all four rows.
# By hand, with the values 0 and 1 there are 8 settings; $(0, 0, 1)$ is one of the four that always give 1.


# %% nbgrader={"grade_id": "count_settings", "solution": true} rows=["s2-xor-insep"]
def count_settings(targets, values):
    """The number of settings (w1, w2, b), each from `values`, whose perceptron gives `targets`.

    targets is (4,), the wanted outputs for the rows (0, 0), (0, 1), (1, 0), (1, 1); values is (n,).
    """
    ### BEGIN SOLUTION
    w1, w2, b = np.meshgrid(values, values, values)  # each (n, n, n)
    right = np.ones_like(b, dtype=bool)
    for row in range(4):
        x1, x2 = X[row]
        right = right & (step(w1 * x1 + w2 * x2 + b) == targets[row])
    return int(right.sum())
    ### END SOLUTION


# %% nbgrader={"grade_id": "count_settings_examples", "grade": true}
assert np.ndim(count_settings(np.array([1, 1, 1, 1]), np.array([0, 1]))) == 0, "one number"
assert count_settings(np.array([1, 1, 1, 1]), np.array([0, 1])) == 4
values = np.linspace(-2, 2, 17)  # -2, -1.75, ... 1.75, 2
for gate, targets, expected in [
    ("AND", [0, 0, 0, 1], 120),
    ("OR", [0, 1, 1, 1], 204),
    ("NAND", [1, 1, 1, 0], 84),
    ("XOR", [0, 1, 1, 0], 0),
]:
    count = count_settings(np.array(targets), values)
    print(f"{gate}: {count} of {17**3} settings")
    assert count == expected, f"{gate}: {count} settings, but it should be {expected}"

# %% [markdown]
# Not one setting gives XOR. Look at its four points. A perceptron needs one straight line with both black points on one
# side and both white points on the other. Your three gates have their lines here. (Two lines may lie on each other.)


# %% nbgrader={"grade_id": "one_line_figure", "locked": true} demo=true
@picture
def one_line_figure():
    """The four points of XOR and the lines of AND, OR and NAND."""
    targets, told = np.array([0, 1, 1, 0]), []
    figure, axes = plt.subplots(figsize=(4.6, 4.4))
    for (name, gate), style in zip(
        (("AND", and_gate), ("OR", or_gate), ("NAND", nand_gate)), ("--", "-", ":"), strict=True
    ):
        w, b = np.array(gate[:2]), gate[2]
        show_line(axes, np.array(weighted_sum(plane, w)) + b, style)
        axes.plot([], [], style, color="#b30000", label=name)
        told.append(f"{name} {np.sum(np.equal(perceptron(X, w, b), targets))}")
    show_inputs(axes, "The points of XOR", targets, X)
    axes.legend(loc="center", framealpha=1)
    return figure, f"Rows of XOR that each gate gets right: {', '.join(told)}; four are needed."


# %% [markdown]
# **Why is there none?**
#
# - a) The values are too coarse; a finer grid would find some.
# - b) The rows with output 1 need $w_2 + b > 0$ and $w_1 + b > 0$, so $w_1 + w_2 + 2b > 0$. The rows with output 0 need
#   $b \leq 0$ and $w_1 + w_2 + b \leq 0$, so $w_1 + w_2 + 2b \leq 0$.
# - c) The step function is 0 at exactly 0; with 1 there it would work.
# - d) XOR has two rows with output 1, and the output of a perceptron can be 1 in one row only.

# %% nbgrader={"grade_id": "why_not_xor", "solution": true} rows=["s2-xor-insep"]
# Answer with one letter, for instance: why_not_xor = "a"
### BEGIN SOLUTION
why_not_xor = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_not_xor_examples", "grade": true}
assert str(why_not_xor).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 6. The multi-layer perceptron
#
# A multi-layer perceptron (다층 퍼셉트론, MLP) feeds the outputs of perceptrons into further perceptrons. For XOR the
# first layer has two of them, OR and NAND; one perceptron of the second layer takes their two outputs:
#
# | $x_1$ | $x_2$ | OR | NAND | XOR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 1 | 1 | 1 |
# | 1 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 0 | 0 |
#
# $$\text{XOR} = h(v_1 \cdot \text{OR} + v_2 \cdot \text{NAND} + b)$$

# %% nbgrader={"grade_id": "xor_output", "solution": true} rows=["s2-xor-mlp"]
# xor_output: (v1, v2, b) of the perceptron in the second layer
### BEGIN SOLUTION
xor_output = (1, 1, -1.5)
### END SOLUTION

# %% nbgrader={"grade_id": "xor_output_examples", "grade": true}
first_layer = np.array([[0, 1], [1, 1], [1, 1], [1, 0]])  # (4, 2): the columns OR and NAND
np.testing.assert_array_equal(perceptron(first_layer, np.array(xor_output[:2]), xor_output[2]), [0, 1, 1, 0])

# %% [markdown]
# This is your XOR. On the left are the inputs, with the lines of your OR (solid) and your NAND (dotted): the network
# gives 1 between the two lines. On the right is what the second layer sees, the outputs of the first. Two points have
# fallen into one there, and now *one* line is enough.


# %% nbgrader={"grade_id": "two_lines_figure", "locked": true} demo=true
@picture
def two_lines_figure():
    """XOR by two lines: in the plane of the inputs, and in the plane of the first layer's outputs."""

    def first(points):
        return np.stack([perceptron(points, np.array(gate[:2]), gate[2]) for gate in (or_gate, nand_gate)], axis=1)

    v, b = np.array(xor_output[:2]), xor_output[2]
    figure, (left, right) = plt.subplots(1, 2, figsize=(6, 3.4))
    shade(left, perceptron(first(plane), v, b))
    for gate, style in ((or_gate, "-"), (nand_gate, ":")):
        show_line(left, np.array(weighted_sum(plane, np.array(gate[:2]))) + gate[2], style)
    show_inputs(left, "inputs", [0, 1, 1, 0], X)
    shade(right, perceptron(plane, v, b))
    show_line(right, np.array(weighted_sum(plane, v)) + b)
    show_inputs(right, "first layer", [0, 1, 1, 0], first(X))
    right.set(xlabel="OR", ylabel="NAND")
    outputs = [int(output) for output in perceptron(first(X), v, b)]
    return figure, f"The network of two layers gives {outputs} for the four rows; XOR is [0, 1, 1, 0]."


# %% [markdown]
# ### Its parts
#
# Artificial neural networks (인공 신경망) have their name from the network of nerve cells (신경망) in the brain. A nerve
# cell (신경 세포, neuron) gets signals from other cells through its connections, called synapses (시냅스). Some
# connections are strong and some are weak. In the XOR network above, take
#
# a) the input $x_1$; b) one of the weights; c) a truth table; d) one perceptron: a weighted sum and its step; e) the
# perceptrons OR and NAND side by side
#
# **`part_neuron`**: which of these stands for one nerve cell, which gathers signals and fires or stays silent?

# %% nbgrader={"grade_id": "part_neuron", "solution": true} rows=["s2-mlp"]
# Answer with one letter, for instance: part_neuron = "a"
### BEGIN SOLUTION
part_neuron = "d"
### END SOLUTION

# %% nbgrader={"grade_id": "part_neuron_examples", "grade": true}
assert str(part_neuron).strip().lower() in ("a", "b", "c", "d", "e"), "the answer is one of the letters a, b, c, d, e"

# %% [markdown]
# **`part_synapse`**: which of them stands for the strength of the connection from one cell to the next?

# %% nbgrader={"grade_id": "part_synapse", "solution": true} rows=["s2-mlp"]
# Answer with one letter, for instance: part_synapse = "a"
### BEGIN SOLUTION
part_synapse = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "part_synapse_examples", "grade": true}
assert str(part_synapse).strip().lower() in ("a", "b", "c", "d", "e"), "the answer is one of the letters a, b, c, d, e"

# %% [markdown]
# **`part_hidden_layer`**: which of them is the hidden layer (은닉층), the one between the inputs and the output?

# %% nbgrader={"grade_id": "part_hidden_layer", "solution": true} rows=["s2-mlp"]
# Answer with one letter, for instance: part_hidden_layer = "a"
### BEGIN SOLUTION
part_hidden_layer = "e"
### END SOLUTION

# %% nbgrader={"grade_id": "part_hidden_layer_examples", "grade": true}
assert str(part_hidden_layer).strip().lower() in ("a", "b", "c", "d", "e"), (
    "the answer is one of the letters a, b, c, d, e"
)

# %% [markdown]
# ## 7. A layer is a matrix product
#
# In a matrix product (행렬 곱) each entry is a row of the first matrix times a column of the second:
#
# $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 5 & 6 \\ 7 & 8 \end{pmatrix}$$
#
# Top left, by hand: $1 \cdot 5 + 2 \cdot 7 = 19$. Work out two more entries by hand: top right from the row $(1, 2)$
# and the column $(6, 8)$, bottom left from the row $(3, 4)$ and the column $(5, 7)$.

# %% nbgrader={"grade_id": "by_hand", "solution": true} rows=["s2-matmul-hand"]
# top_right and bottom_left: two numbers
### BEGIN SOLUTION
top_right = 1 * 6 + 2 * 8
bottom_left = 3 * 5 + 4 * 7
### END SOLUTION

# %% nbgrader={"grade_id": "by_hand_examples", "grade": true}
print("top_right =", top_right, " bottom_left =", bottom_left)
assert np.ndim(top_right) == np.ndim(bottom_left) == 0, "each is one number"
assert top_right < bottom_left, "the row (3, 4) is larger than the row (1, 2)"

# %% [markdown]
# Now for any two matrices whose inner sizes agree. By hand, a (2, 3) matrix times a (3, 1) matrix:
#
# $$\begin{pmatrix} 2 & 0 & 1 \\ 1 & -1 & 3 \end{pmatrix} \begin{pmatrix} 4 \\ 5 \\ -2 \end{pmatrix} =
# \begin{pmatrix} 8 + 0 - 2 \\ 4 - 5 - 6 \end{pmatrix} = \begin{pmatrix} 6 \\ -7 \end{pmatrix}$$


# %% nbgrader={"grade_id": "matmul", "solution": true} rows=["s2-matmul"]
def matmul(A, B):
    """The matrix product of A, shape (m, k), and B, shape (k, n); returns (m, n)."""
    ### BEGIN SOLUTION
    return np.dot(A, B)  # (m, n)
    ### END SOLUTION


# %% nbgrader={"grade_id": "matmul_examples", "grade": true}
C = matmul(np.array([[2, 0, 1], [1, -1, 3]]), np.array([[4], [5], [-2]]))
print(C)
np.testing.assert_array_equal(C, [[6], [-7]])

# %% [markdown]
# ### A network without biases
#
# Take two layers of step perceptrons, with two inputs, three hidden perceptrons and one output. For simplicity there are
# no biases. Each column of a weight matrix holds the weights of one perceptron:
#
# $$H = h(X\,W_1) \qquad O = h(H\,W_2)$$
#
# OR comes first. In the script below you choose `W_layer_1`, shape (2, 3), and `W_layer_2`, shape (3, 1). Then you do the
# forward pass (순전파): from `X` to `layer_1_output` to `layer_2_output`. The script is graded as it stands, also with
# other rows of any numbers in `X`. Take `X` and `step` from above and do not set them again.

# %% nbgrader={"grade_id": "lab1_data", "locked": true}
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2), the inputs
Y = np.array([[0], [1], [1], [1]])  # (4, 1), the labels of OR

# %% nbgrader={"grade_id": "lab1_or", "solution": true} rows=["s2-lab1-or"]
# W_layer_1, W_layer_2: weights of your choice. layer_1_output, layer_2_output: the outputs of both layers for X.
### BEGIN SOLUTION
W_layer_1 = np.array([[1, 1, 1], [1, 1, 1]])
W_layer_2 = np.array([[1], [1], [1]])
layer_1_output = step(np.dot(X, W_layer_1))  # (batch, 3)
layer_2_output = step(np.dot(layer_1_output, W_layer_2))  # (batch, 1)
### END SOLUTION

# %% nbgrader={"grade_id": "lab1_or_examples", "grade": true}
print("Input is\n", X, "\nexpected output is\n", Y, "\nactual output is\n", layer_2_output, sep="")
assert np.shape(W_layer_1) == (2, 3), "W_layer_1 has one row for each input and one column for each hidden perceptron"
assert np.shape(W_layer_2) == (3, 1), "W_layer_2 has one row for each hidden perceptron and one column"
np.testing.assert_array_equal(layer_2_output, Y)

# %% [markdown]
# Now AND. Without a bias the sum in the row $(0, 0)$ is always 0. What the row $(1, 1)$ has more than $(0, 1)$ and
# $(1, 0)$ must come from the hidden layer. A hidden perceptron may have a negative weight: with the weights $(2, -1)$
# the sums in the four rows are $0, -1, 2, 1$.

# %% nbgrader={"grade_id": "and_weights", "solution": true} rows=["s2-lab1-and"]
# and_weights: (W1, W2), of shapes (2, 3) and (3, 1), so that step(step(X @ W1) @ W2) is AND
### BEGIN SOLUTION
and_weights = (np.array([[1, 2, -1], [1, -1, 2]]), np.array([[-1], [1], [1]]))
### END SOLUTION

# %% nbgrader={"grade_id": "and_weights_examples", "grade": true}
W1, W2 = and_weights
np.testing.assert_array_equal(step(step(X @ W1) @ W2), [[0], [0], [0], [1]])

# %% [markdown]
# ### Shapes
#
# Above, `X` is (4, 2) and `W_layer_1` is (2, 3). The inner sizes meet and vanish:
# $(4, 2) \cdot (2, 3) \rightarrow (4, 3)$, and then $(4, 3) \cdot (3, 1) \rightarrow (4, 1)$.


# %% nbgrader={"grade_id": "shapes", "solution": true} rows=["s2-lab1-shapes"]
def shapes(samples, inputs, hidden, outputs):
    """The shapes of X, W_layer_1, layer_1_output, W_layer_2 and layer_2_output, in this order.

    The arguments are the number of rows in X and the sizes of the three layers; returns five pairs.
    """
    ### BEGIN SOLUTION
    return (samples, inputs), (inputs, hidden), (samples, hidden), (hidden, outputs), (samples, outputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "shapes_examples", "grade": true}
np.testing.assert_array_equal(shapes(4, 2, 3, 1), [(4, 2), (2, 3), (4, 3), (3, 1), (4, 1)])

# %% [markdown]
# ### Trained weights in a step network
#
# In the notebook `xor_backprop` a network without biases finds its weights itself, by training. It has smooth steps,
# called sigmoids. Here are its weights after 20000 rounds of training. Put them into a network with hard steps:

# %% nbgrader={"grade_id": "trained_weights", "locked": true}
# Weights after training.
W_trained_1 = np.array([[5.43873189, -3.11375556, 5.29522101], [-3.07384198, 5.53159189, 5.30037098]])  # (2, 3)
W_trained_2 = np.array([[-8.35124937], [-8.33291174], [11.69026761]])  # (3, 1)


# %% nbgrader={"grade_id": "step_network", "solution": true} rows=["s2-lab21-step"]
def step_network(X, W1, W2):
    """The outputs of two layers of step perceptrons without biases.

    X is (batch, inputs), W1 is (inputs, hidden), W2 is (hidden, outputs); returns (batch, outputs).
    """
    ### BEGIN SOLUTION
    H = step(X @ W1)  # (batch, hidden)
    return step(H @ W2)  # (batch, outputs)
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_network_examples", "grade": true}
actual = step_network(X, W_trained_1, W_trained_2)
print("actual output is\n", actual, sep="")
np.testing.assert_array_equal(actual, [[0], [1], [1], [0]])

# %% [markdown]
# These outputs are XOR: training has found what you chose by hand.
#
# ### How many parameters?
#
# Two layers of sizes $n_1$ and $n_2$ are joined by a matrix of $n_1 n_2$ weights. The trained network has the sizes
# 2, 3, 1. Without biases its parameters (파라미터) are the entries of its two weight matrices.


# %% nbgrader={"grade_id": "count_parameters", "solution": true} rows=["s2-param-count"]
def count_parameters(sizes):
    """The number of weights of a network without biases; `sizes` lists the sizes of its layers, two or more."""
    ### BEGIN SOLUTION
    return sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))
    ### END SOLUTION


# %% nbgrader={"grade_id": "count_parameters_examples", "grade": true}
assert np.ndim(count_parameters([2, 3, 1])) == 0, "one number"
assert count_parameters([2, 3, 1]) == 9, "2 * 3 + 3 * 1 weights"
assert count_parameters([5, 4]) == 20

# %% [markdown]
# ### The last picture: networks without biases
#
# On the left is your AND network, on the right the trained XOR. Without a bias each hidden line must pass through
# $(0, 0)$. So the blue parts are wedges, not the band from above. With three hidden perceptrons wedges are enough.


# %% nbgrader={"grade_id": "wedges_figure", "locked": true} demo=true
@picture
def wedges_figure():
    """Where two networks without biases give 1, and the lines of their hidden perceptrons."""
    figure, all_axes = plt.subplots(1, 2, figsize=(6, 3.4))
    told = []
    networks = {
        "your AND": (np.array(and_weights[0]), np.array(and_weights[1]), [0, 0, 0, 1]),
        "trained XOR": (W_trained_1, W_trained_2, [0, 1, 1, 0]),
    }
    for axes, (name, (W1, W2, targets)) in zip(all_axes, networks.items(), strict=True):
        shade(axes, step_network(plane, W1, W2))
        for hidden in range(3):
            show_line(axes, weighted_sum(plane, W1[:, hidden]))
        show_inputs(axes, name, targets, X)
        outputs = np.ravel(step_network(X, W1, W2))
        told.append(f"{name} gives {[int(output) for output in outputs]}")
    return figure, f"For the four rows {' and '.join(told)}. All hidden lines pass through (0, 0)."


# %% [markdown]
# You chose weights for four gates, you saw why one line is not enough for XOR, and you built XOR from two lines. Nine
# numbers can be found by thinking. A network with a million weights has to find them itself. How it does so is the story
# of `xor_backprop`.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is 딥러닝 이해하기, the slides from which the programs and numbers of this notebook come. Some of its lines
# are wrong or no longer run:
#
# - The picture of the matrix product has "3\*5 + 4\*7 = 22". Your `bottom_left` has the right number.
# - Lab 1 (실습 1) is the network without biases, `lab1_or` here. Its heading and its comment say AND, but its labels `Y`
#   are those of OR.
# - Lab 2-1 (실습 2-1) is the network with the trained weights. The listing prints its outputs, which are XOR, under
#   "expected output is 0, 1, 1, 1": these are still the labels of OR.
# - `step` has `np.int` in both labs.
# </details>
