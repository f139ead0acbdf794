# %% [markdown]
# # Backpropagation in the computational graph of an error
#
# A neuron (뉴런) is told: "one hour of work pays 1". It has one weight $w$, the strength of its synapse (시냅스
# 연결강도). It answers $w \cdot x$ for $x$ hours, and it has to learn $w$. To learn, it needs to know how strongly each
# number is felt in its error. Backpropagation (역전파) finds this out, and every large network learns by it.
#
# At the end you have done it by hand for a small graph, forward and back. You also have a tool that measures the same
# slopes without any formula. It tells you whether your backpropagation is right, here and in every later notebook.
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
# ## 1. The slope of the error
#
# For one sample $(x, y)$ the error (오류) of the weight $w$ is
#
# $$E(w) = (w x - y)^2$$
#
# What does a small change $\Delta w$ of the weight do to $E$? Divide the change of $E$ by the change of $w$:
#
# $$\frac{\Delta E}{\Delta w} = \frac{E(w + \Delta w) - E(w)}{\Delta w}, \qquad
# \lim_{\Delta w \to 0} \frac{\Delta E}{\Delta w} = \frac{\partial E}{\partial w}$$
#
# The limit is the slope (기울기) of the error graph at $w$. By hand, for $x = 1$, $y = 1$, $w = 4$ and $\Delta w = 1$:
# $\left((5 - 1)^2 - (4 - 1)^2\right) / 1 = 16 - 9 = 7$. For any $\Delta w$ it is
# $\left((3 + \Delta w)^2 - 9\right) / \Delta w = 6 + \Delta w$, so the limit is 6.
#
# Write the quotient, as in the formula, for any sample.


# %% nbgrader={"grade_id": "forward_difference", "solution": true} rows=["s0-limit-def"]
def forward_difference(w, dw, x, y):
    """(E(w + dw) - E(w)) / dw for the error E(w) = (w x - y)^2; all are numbers, dw may be negative."""
    ### BEGIN SOLUTION
    before = (w * x - y) ** 2
    after = ((w + dw) * x - y) ** 2
    return (after - before) / dw
    ### END SOLUTION


# %% nbgrader={"grade_id": "forward_difference_examples", "grade": true}
for dw, expected in [(1, 7), (0.1, 6.1), (0.01, 6.01), (0.001, 6.001)]:
    quotient = forward_difference(4, dw, 1, 1)
    print(f"dw = {dw}: {quotient:.4f}")
    np.testing.assert_allclose([quotient], [expected], atol=0.002, err_msg=f"w = 4, dw = {dw}, x = 1, y = 1")

# %% [markdown]
# The picture shows what you computed. $\Delta E / \Delta w$ is the slope of a line through two points of the graph. The
# nearer the second point comes to $w = 4$, the nearer the line comes to the tangent (접선), whose slope is 6.


# %% nbgrader={"grade_id": "secants", "locked": true} demo=true
@picture
def secants():
    """The error over w, and lines through w = 4 with the student's quotients as slopes."""
    w = np.linspace(-1, 6.2, 100)
    figure, axes = plt.subplots()
    axes.plot(w, (w - 1) ** 2, color="black", linewidth=2, label="E")
    slopes = [forward_difference(4, dw, 1, 1) for dw in (2, 1, 0.001)]
    for dw, slope, style in zip((2, 1, 0.001), slopes, ("C1--", "C0-.", "C3-"), strict=True):
        axes.plot(w, 9 + slope * (w - 4), style, label=f"$\\Delta w$ = {dw}: slope {slope:.3f}")
        axes.plot([4, 4 + dw], [9, (3 + dw) ** 2], "o", color=style[:2])
    axes.set(xlabel="w", ylabel="E", ylim=(-3, 27))
    axes.legend(fontsize=10)
    return figure, "Three lines through the point w = 4, E = 9: their slopes are " + ", ".join(
        f"{slope:.3f}" for slope in slopes
    )


# %% [markdown]
# ## 2. Four steps of learning
#
# Learning (학습) starts at a random $w$, say 4, and goes down the slope (경사 하강, gradient descent):
#
# $$w \leftarrow w - \alpha \cdot \frac{\partial E}{\partial w}$$
#
# $\alpha$ is the learning rate (학습률), the share of the slope that is used. For the sample $x = 1$, $y = 1$ the slope
# is $\partial E / \partial w = 2(w - 1)$. It is computed anew at every step. By hand, with $\alpha = 0.1$:
#
# | step | $w$ before | slope | $w$ after |
# |---|---|---|---|
# | 1 | 4 | $2(4 - 1) = 6$ | $4 - 0.1 \cdot 6 = 3.4$ |
# | 2 | 3.4 | $2(3.4 - 1) = 4.8$ | $3.4 - 0.1 \cdot 4.8 = 2.92$ |
# | 3 | 2.92 | 3.84 | 2.536 |
# | 4 | 2.536 | 3.072 | 2.2288 |


# %% nbgrader={"grade_id": "trace", "solution": true} rows=["s0-w-update", "s0-w-trace"]
def trace(w, lr, steps):
    """The table of `steps` steps of gradient descent from w, for x = 1 and y = 1; nothing is rounded.

    Returns its three columns, each (steps,): the weights before, the slopes, the weights after.
    """
    ### BEGIN SOLUTION
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)
    ### END SOLUTION


# %% nbgrader={"grade_id": "trace_examples", "grade": true}
for name, column, expected in zip(
    ("w before", "slope", "w after"),
    trace(4, 0.1, 4),
    ([4, 3.4, 2.92, 2.536], [6, 4.8, 3.84, 3.072], [3.4, 2.92, 2.536, 2.2288]),
    strict=True,
):
    print(f"{name}:", np.round(column, 2))
    np.testing.assert_allclose(column, expected, rtol=1e-5, atol=1e-6, err_msg=name)

# %% [markdown]
# These are your steps on the graph of the error. Each bar goes from $w$ before to $w$ after. The slope gets smaller, and
# so do the steps.


# %% nbgrader={"grade_id": "steps_on_the_parabola", "locked": true} demo=true
@picture
def steps_on_the_parabola():
    """The steps of the table as arrows beside the parabola."""
    before, _, after = trace(4, 0.1, 4)
    w = np.linspace(-0.5, 4.5, 100)
    figure, axes = plt.subplots()
    axes.plot(w, (w - 1) ** 2, color="black")
    for start, end in zip(before, after, strict=True):
        height = (start - 1) ** 2
        axes.plot([start, end, end], [height, height, (end - 1) ** 2], "C1", linewidth=2)
        axes.text(start + 0.12, height - 0.6, f"{start:.2f}", fontsize=11)
    places = np.append(before, after[-1])
    axes.plot(places, (places - 1) ** 2, "C0o", markersize=8)
    axes.text(after[-1] + 0.12, (after[-1] - 1) ** 2 - 0.6, f"{after[-1]:.2f}", fontsize=11)
    axes.set(xlabel="w", ylabel="E", xlim=(-0.5, 5.2))
    return figure, "Four steps down the parabola, from w = 4 to w = " + ", ".join(f"{each:.2f}" for each in after)


# %% [markdown]
# ## 3. What stands in the error
#
# Ten questions on $E = (wx - y)^2$. Answer each with one of these letters; a letter may be the answer to several
# questions, and some are the answer to none:
#
# a) $x$; b) $w$; c) $y$; d) $wx$; e) $wx - y$; f) $x$ and $y$; g) how far the answer is from the truth, squared;
# h) how steep the error graph is at $w$; i) $w_1x_1 + w_2x_2 + w_3x_3$; j) $w\,(x_1 + x_2 + x_3)$
#
# - `neuron`: which part is the neuron (뉴런), which turns an input into an answer?
# - `synapse`: which is the strength of its synapse (시냅스)?
# - `input`: which is the input (입력 데이터)?
# - `output`: which is the neuron's output (출력, 대답)?
# - `hypothesis`: which is the hypothesis (가설)?
# - `truth`: which is the ground truth (정답)?
# - `meaning`: what does $E$ say?
# - `three_inputs`: what stands in place of $wx$ if the neuron has three inputs?
# - `data`: what is given as data, for instance in a csv file?
# - `tuned`: what is tuned (튜닝) in training?

# %% nbgrader={"grade_id": "quiz", "solution": true} rows=["s0-error-quiz"]
# quiz: a dict with one letter for each of the ten names above, for instance quiz = {"neuron": "a", "synapse": "a", ...}
### BEGIN SOLUTION
quiz = {
    "neuron": "d",
    "synapse": "b",
    "input": "a",
    "output": "d",
    "hypothesis": "d",
    "truth": "c",
    "meaning": "g",
    "three_inputs": "i",
    "data": "f",
    "tuned": "b",
}
### END SOLUTION

# %% nbgrader={"grade_id": "quiz_examples", "grade": true}
asked = ["neuron", "synapse", "input", "output", "hypothesis", "truth", "meaning", "three_inputs", "data", "tuned"]
for name in asked:
    assert name in quiz, f"quiz has no answer to {name!r}"
    assert str(quiz[name]).strip().lower() in list("abcdefghij"), f"{name}: the answer is one of the letters a to j"

# %% [markdown]
# With the hypothesis $h = wx$ there are two ways to measure how far it is from $y$, the absolute error (절대 오차) and
# the squared error (제곱 오차). With $N$ samples the squared errors are averaged: this is the mean squared error (평균
# 제곱 오류, MSE):
#
# $$|h_i - y_i| \qquad (h_i - y_i)^2 = (w x_i - y_i)^2 \qquad E = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2$$
#
# By hand, with $w = 4$ and the single sample $x = 1$, $y = 1$: $|4 - 1| = 3$ and $(4 - 1)^2 = 9$. With $w = 4$ and
# $x = y = (1, 2, 3)$ the differences are $3, 6, 9$, and $E = \frac{1}{3}(9 + 36 + 81) = 42$.


# %% nbgrader={"grade_id": "errors", "solution": true} rows=["s0-E-abs", "s0-E-sq", "s0-mse"]
def errors(w, x, y):
    """The absolute errors and the squared errors of the weight w, each (samples,), and the mean squared error, a number.

    w is a number; x and y are (samples,).
    """
    ### BEGIN SOLUTION
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(difference**2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "errors_examples", "grade": true}
found = errors(4, np.array([1]), np.array([1]))
print("w = 4:", found[0], found[1], found[2])
for value, expected in zip(found, ([3], [9], 9), strict=True):
    np.testing.assert_allclose(value, expected, rtol=1e-5, err_msg="w = 4, one sample x = 1, y = 1")
absolute, squared, mean = errors(2, np.array([1, 2]), np.array([5, 3]))
np.testing.assert_allclose(absolute, [3, 1], rtol=1e-5, err_msg="two samples, absolute errors")
np.testing.assert_allclose(squared, [9, 1], rtol=1e-5, err_msg="two samples, squared errors")
np.testing.assert_allclose([mean], [5], rtol=1e-5, err_msg="two samples, mean squared error")

# %% [markdown]
# Why is the square used for learning? Look at both errors near $w = 1$: the absolute one has a kink (꺾임) there and the
# same slope everywhere else. The squared one gets flat, so the steps get small near the goal.


# %% nbgrader={"grade_id": "two_errors", "locked": true} demo=true
@picture
def two_errors():
    """The absolute and the squared error of one sample over the weight."""
    weights = np.linspace(-1, 3, 81)
    both = [errors(w, np.array([1.0]), np.array([1.0]))[:2] for w in weights]
    figure, axes = plt.subplots()
    axes.plot(weights, [absolute[0] for absolute, _ in both], "C1--", linewidth=2, label="absolute error")
    axes.plot(weights, [squared[0] for _, squared in both], "C0", linewidth=2, label="squared error")
    axes.set(xlabel="w", ylabel="error for x = 1, y = 1")
    axes.legend()
    told = [f"{a[0]:.3g} and {b[0]:.3g} at w = {w:g}" for w, (a, b) in zip(weights[::20], both[::20], strict=True)]
    return figure, f"The absolute and the squared error are {', '.join(told)}"


# %% [markdown]
# ## 4. The graph of the error
#
# $E = (wx - y)^2$ is computed in three small operations, called gates (게이트):
#
# $$h = w \cdot x \qquad d = h - y \qquad E = d^2$$
#
# Drawn as circles joined by what goes in and out of them they make the computational graph (계산 그래프). Write it
# down: for each of `"h"`, `"d"` and `"E"` a tuple with its gate, one of `"*"`, `"-"` and `"**2"`, and after it the
# names that go in. A graph of $p = q \cdot r$ and $s = p - t$ would be `{"p": ("*", "q", "r"), "s": ("-", "p", "t")}`.

# %% nbgrader={"grade_id": "graph", "solution": true} rows=["s0-graph"]
# graph: a dict with the keys "h", "d" and "E"
### BEGIN SOLUTION
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("**2", "d")}
### END SOLUTION

# %% nbgrader={"grade_id": "graph_examples", "grade": true}
for name in ("h", "d", "E"):
    assert name in graph, f"the graph does not compute {name}"
    gate, *inputs = graph[name]
    assert gate.strip() in ("*", "-", "**2"), f'{name}: first comes the gate, "*", "-" or "**2"'
    assert {each.strip() for each in inputs} <= set("xywhdE"), f"{name}: after the gate come names of the graph"

# %% [markdown]
# Forward propagation (순전파, 앞으로 전파) computes the values from left to right. Do it for the numbers of the next
# cell. Your lines are also run with other `x`, `y` and `w`.

# %% nbgrader={"grade_id": "sample", "locked": true}
x, y = 1.0, 1.0
w = 4.0

# %% nbgrader={"grade_id": "forward_pass", "solution": true} rows=["s0-graph", "s0-forward"]
# Assign h, d and E, computed from x, y and w.
### BEGIN SOLUTION
h = w * x
d = h - y
E = d**2
### END SOLUTION

# %% nbgrader={"grade_id": "forward_pass_examples", "grade": true}
print("h =", h, " d =", d, " E =", E)
np.testing.assert_allclose([h - d, d * d], [y, E], rtol=1e-5, atol=1e-6, err_msg="d is h - y, and E is the square of d")
np.testing.assert_allclose(h, 4, rtol=1e-5, err_msg="h for x = 1 and w = 4")

# %% [markdown]
# The picture is your graph with your values.


# %% nbgrader={"grade_id": "draw_graph", "locked": true} demo=true
def drawn_graph(values, effects):
    """The student's graph as a figure: its values in boxes and, below them, the effects on E as far as they are there."""
    places = {"x": (0, 2), "w": (0, 1), "y": (1.25, 0), "h": (1.25, 1.5), "d": (2.5, 1), "E": (3.6, 1)}
    figure, axes = plt.subplots()
    arrow = {"arrowstyle": "->", "shrinkA": 24, "shrinkB": 24, "linewidth": 1.5}
    for name, (gate, *inputs) in graph.items():
        for entering in inputs:
            axes.annotate("", places[name], places[entering], arrowprops=arrow)
        sign = gate.replace("**2", "( )²").replace("*", "×")
        axes.text(places[name][0], places[name][1] + 0.33, sign, ha="center", fontsize=14)
    for name, place in places.items():
        box = {"boxstyle": "round", "facecolor": "white"}
        axes.text(*place, f"{name} = {values[name]:g}", ha="center", va="center", fontsize=11, bbox=box)
        if name in effects:
            axes.text(place[0], place[1] - 0.4, f"{effects[name]:g}", ha="center", color="#b00000", weight="bold")
    axes.axis((-0.5, 4.1, -0.7, 2.5))
    axes.axis("off")
    return figure


@picture
def forward():
    """The graph with the values that flow forward."""
    nodes = {"x": x, "w": w, "y": y, "h": h, "d": d, "E": E}
    text = ", ".join(f"{name} = {value:g}" for name, value in nodes.items())
    return drawn_graph(nodes, {}), f"The graph from the inputs on the left to the error on the right: {text}"


# %% [markdown]
# ## 5. Local effects
#
# A slope is an effect (미치는 영향): $\partial E / \partial w$ says how strongly a small change of $w$ is felt in $E$.
# An everyday question of this kind: how strongly is a small change of the work (일) felt in the stress (스트레스)? If
# two hours more add six units of stress, it is 3 for each hour. In the limit it is
#
# $$\lim_{\Delta \square \to 0} \frac{\Delta \bigcirc}{\Delta \square} = \frac{\partial \bigcirc}{\partial \square}$$
#
# **Which quantity is $\bigcirc$, and which is $\square$?** a) the wage; b) the stress; c) the hours of sleep; d) the
# work

# %% nbgrader={"grade_id": "stress_slope", "solution": true} rows=["s0-stress-analogy"]
# Answer with two letters, first that of the circle, for instance: stress_slope = ("a", "c")
### BEGIN SOLUTION
stress_slope = ("b", "d")
### END SOLUTION

# %% nbgrader={"grade_id": "stress_slope_examples", "grade": true}
picked = [letter for letter in str(stress_slope).lower() if letter.isalpha()]
assert not isinstance(stress_slope, set), "the letters have an order: that of the circle comes first"
assert len(picked) == 2, "two letters, that of the circle and that of the square"
assert set(picked) <= set("abcd"), "each is one of the letters a, b, c, d"

# %% [markdown]
# Each gate has such effects of its own, the local ones (지역적 영향). In $h = w \cdot x$, when $w$ goes from 1 to 2,
# $h$ goes from $1x$ to $2x$:
#
# $$\frac{\Delta h}{\Delta w} = \frac{2x - 1x}{2 - 1} = \frac{x}{1}$$
#
# Each input of a × gate is felt as strongly as the *other* one is large. In $d = h - y$: if $h$ grows by 1, $d$ grows by
# 1; if $y$ grows by 1, what does $d$ do? In $E = d^2$ the effect of $d$ on $E$ is $2d$, the rule of the derivative (미분)
# of a square.
#
# By hand, for $x = 5$, $y = 4$, $w = 2$: the effect of $w$ on $h$ is 5, that of $x$ on $h$ is 2. Then $d = 10 - 4 = 6$,
# and the effect of $d$ on $E$ is $2 \cdot 6 = 12$.


# %% nbgrader={"grade_id": "local_effects", "solution": true} rows=["s0-local-mul-w", "s0-local-mul-x", "s0-local-sub-h", "s0-local-sub-y", "s0-local-sq"]
def local_effects(x, y, w):
    """The local effects in h = w * x, d = h - y and E = d^2; all are numbers.

    Returns five numbers: the effects of w on h, of x on h, of h on d, of y on d, and of d on E.
    """
    ### BEGIN SOLUTION
    d = w * x - y
    return x, w, 1, -1, 2 * d
    ### END SOLUTION


# %% nbgrader={"grade_id": "local_effects_examples", "grade": true}
of_w, of_x, of_h, of_y, of_d = (local_effects(5, 4, 2)[i] for i in range(5))
print("w on h:", of_w, " x on h:", of_x, " h on d:", of_h, " y on d:", of_y, " d on E:", of_d)
np.testing.assert_allclose([of_w, of_x], [5, 2], rtol=1e-5, err_msg="the effects of w and of x on h")
np.testing.assert_allclose([of_h, of_d], [1, 12], rtol=1e-5, err_msg="the effects of h on d and of d on E")
np.testing.assert_allclose(of_y * 1.0, (10 - 5) - (10 - 4), rtol=1e-5, err_msg="y grows from 4 to 5: what does d do?")

# %% [markdown]
# ## 6. The chain rule
#
# How strongly is $w$ felt in $E$? If A moves B twice as far, and B moves C three times as far, A moves C six times
# as far: influence along a chain is multiplied. So it is in the graph, and this is the chain rule (체인 룰):
#
# $$\frac{\partial E}{\partial w} = \frac{\partial h}{\partial w} \cdot \frac{\partial d}{\partial h} \cdot
# \frac{\partial E}{\partial d}$$
#
# By hand, with $x = 1$, $y = 1$, $w = 3$: $h = 3$, $d = 2$, and $1 \cdot 1 \cdot 4 = 4$; one step goes to
# $w = 3 - 0.1 \cdot 4 = 2.6$. With $w = 4$ it is $1 \cdot 1 \cdot 6 = 6$.


# %% nbgrader={"grade_id": "chain_rule", "solution": true} rows=["s0-chain-4", "s0-chain-4-w3"]
def chain_rule(x, y, w):
    """The effect of w on E = (w x - y)^2, the product of the local effects from w to E; all are numbers."""
    ### BEGIN SOLUTION
    h_from_w, _, d_from_h, _, E_from_d = local_effects(x, y, w)
    return h_from_w * d_from_h * E_from_d
    ### END SOLUTION


# %% nbgrader={"grade_id": "chain_rule_examples", "grade": true}
print("w = 3:", chain_rule(1, 1, 3), " w = 4:", chain_rule(1, 1, 4))
np.testing.assert_allclose([chain_rule(1, 1, 3)], [4], rtol=1e-5, err_msg="x = 1, y = 1, w = 3")
np.testing.assert_allclose([chain_rule(1, 1, 4)], [6], rtol=1e-5, err_msg="x = 1, y = 1, w = 4")
np.testing.assert_allclose([chain_rule(2, 1, 3)], [20], rtol=1e-5, err_msg="x = 2, y = 1, w = 3: 2 * 1 * 10")

# %% [markdown]
# ## 7. Backpropagation
#
# Backpropagation (역전파) multiplies along the chain from the right end to the left, so that each product is computed
# once: first the effect of $d$ on $E$, then that of $h$, then that of $w$. Each is the local effect times what came
# back so far. With $w = 4$:
#
# $$\frac{\partial E}{\partial h} = \frac{\partial d}{\partial h} \cdot \frac{\partial E}{\partial d} = 1 \cdot 6 = 6
# \qquad
# \frac{\partial E}{\partial w} = \frac{\partial h}{\partial w} \cdot \frac{\partial E}{\partial h} = 1 \cdot 6 = 6$$
#
# The graph has two more ends, $y$ and $x$; they are reached in the same way, from $d$ and from $h$. Another sample by
# hand, with $x = 2$, $y = 1$, $w = 3$: $d = 5$, and the effects on $E$ are 10 of $d$, 10 of $h$, $-10$ of $y$,
# $2 \cdot 10 = 20$ of $w$ and $3 \cdot 10 = 30$ of $x$.
#
# Do it with `x`, `y`, `w`, and the `h`, `d`, `E` of section 4. Your lines are also run with other numbers.

# %% nbgrader={"grade_id": "backward_pass", "solution": true} rows=["s0-backprop-h", "s0-backprop-w", "s0-backprop-xy"]
# Assign dEdd, dEdh, dEdy, dEdw and dEdx: the effects of d, h, y, w and x on E.
### BEGIN SOLUTION
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh
### END SOLUTION

# %% nbgrader={"grade_id": "backward_pass_examples", "grade": true}
print("dE/dh =", dEdh, " dE/dw =", dEdw, " new w =", w - 0.1 * dEdw)
np.testing.assert_allclose([dEdh, dEdw], [6, 6], rtol=1e-5, err_msg="dE/dh and dE/dw at x = 1, y = 1, w = 4")
for name, effect, quotient in [
    ("dE/dx", dEdx, ((w * (x + 1e-6) - y) ** 2 - (w * x - y) ** 2) / 1e-6),
    ("dE/dy", dEdy, ((w * x - (y + 1e-6)) ** 2 - (w * x - y) ** 2) / 1e-6),
]:
    np.testing.assert_allclose(effect, quotient, rtol=1e-4, err_msg=f"{name}: change it by 0.000001 and see")

# %% [markdown]
# The picture is your graph once more. The values in the boxes flow forward, from left to right. The numbers under the
# boxes are effects on $E$; they flow back, from right to left, and start with 1 at $E$ itself.


# %% nbgrader={"grade_id": "draw_backward", "locked": true} demo=true
@picture
def forward_and_back():
    """The graph with its values and the effects that flow back."""
    effects = {"E": 1, "d": dEdd, "h": dEdh, "y": dEdy, "w": dEdw, "x": dEdx}
    text = ", ".join(f"{name} {effect:g}" for name, effect in effects.items())
    return (
        drawn_graph({"x": x, "w": w, "y": y, "h": h, "d": d, "E": E}, effects),
        f"The same graph with the effects on E that flow back: {text}",
    )


# %% [markdown]
# With $N$ samples every sample has its own graph, and the mean squared error takes the mean of their $E$. The slope is
# the mean of their slopes (each $x_i \cdot 1 \cdot 2(wx_i - y_i)$, by the chain rule). By hand, with $w = 4$ and
# $x = y = (1, 2, 3)$: $\frac{1}{3}(1 \cdot 6 + 2 \cdot 12 + 3 \cdot 18) = 28$.


# %% nbgrader={"grade_id": "mse_slope", "solution": true} rows=["s0-mse"]
def mse_slope(w, x, y):
    """The derivative of the mean squared error with respect to w, one number; x and y are (samples,)."""
    ### BEGIN SOLUTION
    return 2 * np.mean(x * (w * x - y))
    ### END SOLUTION


# %% nbgrader={"grade_id": "mse_slope_examples", "grade": true}
np.testing.assert_allclose([mse_slope(4, np.array([1, 2, 3]), np.array([1, 2, 3]))], [28], rtol=1e-5)

# %% [markdown]
# ## 8. Measure, and you know whether you are right
#
# A slope can also be measured (수치 미분). Move one number a little to both sides, and look at $E$:
#
# $$\frac{\partial E}{\partial p} \approx \frac{E(p + \epsilon) - E(p - \epsilon)}{2\epsilon}$$
#
# This is the central difference (중앙 차분). The forward difference of section 1 was off by $\Delta w$; this one looks to
# both sides, and the two mistakes cancel. It needs no graph and no chain rule, but two values of $E$ for *each* number, so
# it is far too slow for training. It is good for one thing: to check a backpropagation. Who does so finds a wrong sign
# in a minute and not in a week.
#
# Write it for a function $f$ of an array $p$. Each entry is moved on its own, while the others stay. By hand, for
# $f(p) = p_1^2\, p_2$ at $p = (3, 5)$ with $\epsilon = 1$: the first is $(16 \cdot 5 - 4 \cdot 5) / 2 = 30$, the second is
# $(9 \cdot 6 - 9 \cdot 4) / 2 = 9$.
#
# The class below is one such function: the error of a neuron with several inputs, over its weights. An object of it is
# called like a function. `ErrorOf(np.array([1, 2]), 4)` has the inputs 1 and 2 and the truth 4; at the weights
# $(3, 5)$ it gives $(3 + 10 - 4)^2 = 81$. With `ErrorOf(np.array([1, 2]), 4, 3)` the power is 3, and it gives $9^3$. Of
# the square each step gives the same slope; of the third power it does not.


# %% nbgrader={"grade_id": "error_of", "locked": true}
class ErrorOf:
    """The squared error of a neuron over its weights, E(w) = (x1 w1 + x2 w2 + ... - y)^2, or another power of it."""

    def __init__(self, x, y, power=2):
        self.x, self.y, self.power = x, y, power

    def __call__(self, w):
        return (np.sum(self.x * w) - self.y) ** self.power


# %% nbgrader={"grade_id": "central_differences", "solution": true}
def central_differences(f, p, step):
    """How strongly each entry of p is felt in f(p), measured: moved by `step` to both sides, one entry at a time.

    f takes an array like p and returns one number. p is (params,); it may hold whole numbers, and it is not changed.
    Returns (params,).
    """
    ### BEGIN SOLUTION
    slopes = []
    for i in range(len(p)):
        move = np.zeros(len(p))
        move[i] = step
        slopes.append((f(p + move) - f(p - move)) / (2 * step))
    return np.array(slopes)
    ### END SOLUTION


# %% nbgrader={"grade_id": "central_differences_examples", "grade": true}
measured = central_differences(lambda p: p[0] ** 2 * p[1], np.array([3, 5]), 1)
np.testing.assert_allclose(measured, [30, 9], rtol=1e-4, err_msg="p1^2 p2 at (3, 5), in steps of 1")
measured = central_differences(ErrorOf(np.array([1, 2]), 4), np.array([3, 5]), 0.5)
print("the effects of two weights, measured:", measured)
np.testing.assert_allclose(measured, [18, 36], rtol=1e-4, err_msg="ErrorOf((1, 2), 4) at the weights (3, 5)")
measured = central_differences(ErrorOf(np.array([1, 2]), 4, 3), np.array([3, 5]), 1)
np.testing.assert_allclose(measured, [244, 494], rtol=1e-4, err_msg="ErrorOf((1, 2), 4, 3), in steps of 1")

# %% [markdown]
# Now the check of your backpropagation: three effects that you derived in section 7, beside the same three, measured.
# Where two bars differ, one of your two ways is wrong.


# %% nbgrader={"grade_id": "derived_and_measured", "locked": true} demo=true
@picture
def derived_and_measured():
    """The effects of x, y and w, from backpropagation and from central differences."""
    measured = central_differences(lambda p: (p[2] * p[0] - p[1]) ** 2, np.array([x, y, w]), 0.01)
    figure, axes = plt.subplots()
    places = np.arange(3)
    axes.bar(places - 0.2, [dEdx, dEdy, dEdw], 0.4, color="C0", label="derived")
    axes.bar(places + 0.2, measured, 0.4, color="C1", hatch="//", label="measured")
    axes.axhline(0, color="black", linewidth=1)
    axes.set(ylabel="effect on E", xticks=places, xticklabels=["x", "y", "w"])
    axes.legend()
    largest = np.max(np.abs(np.array(measured) - [dEdx, dEdy, dEdw]))
    return figure, f"Two bars each for x, y and w; the largest difference of two is {largest:.2g}"


# %% [markdown]
# With this tool you can go on to larger graphs: `error_surface` builds a whole layer of neurons and checks it in the
# same way.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the set of slides on the error graph that this lesson follows. Two of its numbers look different.
#
# - Its table of four steps prints 2.53 for 2.536, goes on from there, and so prints 3.06 and 2.22 in the last row. It cuts
#   $w$ to two decimals (버림) after every step. The cell below does the same. Rounded, the numbers are 2.54, 3.07 and 2.23.
# - It prints $1 \cdot 1 \cdot 4 = 4$ beside $w = 4$. The 4 belongs to $w = 3$, where an older edition began.
#
# </details>


# %% nbgrader={"grade_id": "trace_cut", "locked": true} rows=["s0-w-trace-trunc"]
def trace_cut(w, lr, steps):
    """The table of section 2 with each new weight cut to two decimals before the next step."""
    before, slopes, after = [], [], []
    for _ in range(steps):
        before.append(w)
        slopes.append(2 * (w - 1))
        # 2.92 may be stored as 2.9199999999999999: the inner rounding keeps it.
        w = np.trunc(np.round(100 * (w - lr * slopes[-1]), 6)) / 100
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)


# %% nbgrader={"grade_id": "the_table_as_printed", "locked": true} demo=true rows=["s0-w-trace-trunc"]
for row in zip(*trace_cut(4, 0.1, 4), strict=True):
    print("w before {:.2f}, slope {:.2f}, w after {:.2f}".format(*row))
