# %% [markdown]
# # Backpropagation in the computational graph of an error
#
# A neuron (뉴런) is told: "one hour of work pays 1". It has one weight $w$, the strength of its synapse (시냅스
# 연결강도), answers $w \cdot x$ for $x$ hours, and has to learn $w$. Everything here is done by hand in NumPy: the
# slope of the error, the step along it, and the way the slope is found in a computational graph (계산 그래프).
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

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
# ## 2. One step of learning
#
# Learning (학습) starts at a random $w$, say 4, and goes down the slope (경사 하강, gradient descent):
#
# $$w \leftarrow w - \alpha \cdot \frac{\partial E}{\partial w}$$
#
# $\alpha$ is the learning rate (학습률), the share of the slope that is used. By hand, with $w = 4$, $\alpha = 0.1$ and
# the slope 6: $4 - 0.1 \cdot 6 = 3.4$.


# %% nbgrader={"grade_id": "update", "solution": true} rows=["s0-w-update"]
def update(w, slope, lr):
    """The new weight after one step down the slope with the learning rate lr; all are numbers."""
    ### BEGIN SOLUTION
    return w - lr * slope
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
print("w =", update(4, 6, 0.1), "after 1 step")
np.testing.assert_allclose([update(4, 6, 0.1)], [3.4], rtol=1e-5)

# %% [markdown]
# Now several steps, for the sample $x = 1$, $y = 1$. Its slope is $\partial E / \partial w = 2(w - 1)$, anew at every
# step:
#
# | step | $w$ before | slope | $w$ after |
# |---|---|---|---|
# | 1 | 4 | $2(4 - 1) = 6$ | $4 - 0.1 \cdot 6 = 3.4$ |
# | 2 | 3.4 | $2(3.4 - 1) = 4.8$ | $3.4 - 0.1 \cdot 4.8 = 2.92$ |
# | 3 | 2.92 | 3.84 | 2.536 |
# | 4 | 2.536 | 3.072 | 2.2288 |
#
# The document prints 2.53 for 2.536, goes on from there, and so prints 3.06 and 2.22 in the last row; rounded, they are
# 2.54, 3.07 and 2.23. Compute the table without any rounding.


# %% nbgrader={"grade_id": "trace", "solution": true} rows=["s0-w-trace"]
def trace(w, lr, steps):
    """The table of `steps` steps of gradient descent from w, for x = 1 and y = 1.

    Returns its three columns, each (steps,): the weights before, the slopes, the weights after.
    """
    ### BEGIN SOLUTION
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = update(w, slope, lr)
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
# The printed table comes out exactly with the document's own rule: after every step cut $w$ to two decimals (버림), and
# go on from the cut value. $2.536$ becomes $2.53$, whose slope is $2 (2.53 - 1) = 3.06$. The function `cut` below
# does it; the inner rounding is there because 2.92 may be stored as 2.9199999999999999.


# %% nbgrader={"grade_id": "cut", "locked": true}
def cut(w):
    """w without what comes after the second decimal."""
    return np.trunc(np.round(100 * w, 6)) / 100


# %% nbgrader={"grade_id": "trace_cut", "solution": true} rows=["s0-w-trace-trunc"]
def trace_cut(w, lr, steps):
    """The same table as trace(w, lr, steps), with each new weight cut to two decimals before the next step.

    Returns its three columns, each (steps,): the weights before, the slopes, the weights after.
    """
    ### BEGIN SOLUTION
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = cut(update(w, slope, lr))
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)
    ### END SOLUTION


# %% nbgrader={"grade_id": "trace_cut_examples", "grade": true}
for name, column, expected in zip(
    ("w before", "slope", "w after"),
    trace_cut(4, 0.1, 4),
    ([4, 3.4, 2.92, 2.53], [6, 4.8, 3.84, 3.06], [3.4, 2.92, 2.53, 2.22]),
    strict=True,
):
    print(f"{name}:", np.round(column, 2))
    np.testing.assert_allclose(column, expected, rtol=1e-5, atol=1e-6, err_msg=name)

# %% [markdown]
# ## 3. What stands in the error
#
# The document asks ten things about $E = (wx - y)^2$. Answer each with one of these letters; a letter may be the answer
# to several questions, and some are the answer to none:
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
# the squared error (제곱 오차):
#
# $$|h - y| \qquad\text{and}\qquad (h - y)^2 = (w x - y)^2$$
#
# By hand, with $w = 4$, $x = 1$, $y = 1$: $|4 - 1| = 3$ and $(4 - 1)^2 = 9$.


# %% nbgrader={"grade_id": "errors", "solution": true} rows=["s0-E-abs", "s0-E-sq"]
def errors(w, x, y):
    """The absolute error and the squared error of the weight w, for every sample.

    w is a number; x and y are numbers or both (samples,). Returns two values of the shape of x.
    """
    ### BEGIN SOLUTION
    difference = w * x - y
    return np.abs(difference), difference**2
    ### END SOLUTION


# %% nbgrader={"grade_id": "errors_examples", "grade": true}
found = errors(4, 1, 1)
print("w = 4:", found[0], found[1])
np.testing.assert_allclose([found[0], found[1]], [3, 9], rtol=1e-5, err_msg="w = 4, x = 1, y = 1")
absolute, squared = errors(2, np.array([1, 2]), np.array([5, 3]))
np.testing.assert_allclose(absolute, [3, 1], rtol=1e-5, err_msg="two samples, absolute error")
np.testing.assert_allclose(squared, [9, 1], rtol=1e-5, err_msg="two samples, squared error")

# %% [markdown]
# With $N$ samples the error is the mean squared error (평균 제곱 오류, MSE):
#
# $$E = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2$$
#
# By hand, with $w = 4$ and $x = y = (1, 2, 3)$: the differences are $3, 6, 9$ and
# $\frac{1}{3}(9 + 36 + 81) = 42$.


# %% nbgrader={"grade_id": "mean_squared_error", "solution": true} rows=["s0-mse"]
def mean_squared_error(w, x, y):
    """The mean squared error of the weight w, one number; x and y are (samples,)."""
    ### BEGIN SOLUTION
    return np.mean((w * x - y) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "mean_squared_error_examples", "grade": true}
np.testing.assert_allclose([mean_squared_error(4, np.array([1, 2, 3]), np.array([1, 2, 3]))], [42], rtol=1e-5)

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
# The next cell draws your graph with your values.

# %% nbgrader={"grade_id": "draw_graph", "locked": true} demo=true
places = {"x": (0, 2), "w": (0, 1), "y": (1, 0), "h": (1, 1.5), "d": (2, 1), "E": (3, 1)}
node_values = {"x": x, "w": w, "y": y, "h": h, "d": d, "E": E}
plt.figure(figsize=(7, 3))
for name, (gate, *inputs) in graph.items():
    for entering in inputs:
        plt.annotate("", places[name], places[entering], arrowprops={"arrowstyle": "->", "shrinkA": 22, "shrinkB": 22})
    plt.text(places[name][0], places[name][1] + 0.45, gate.replace("**2", "( )²").replace("*", "×"), ha="center")
for name, place in places.items():
    plt.text(*place, f"{name} = {node_values[name]:g}", ha="center", va="center", bbox={"boxstyle": "round", "fc": "w"})
plt.axis((-0.5, 3.5, -0.5, 2.5))
plt.axis("off")
plt.title("E = (wx - y)²")

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
# Each input of a × gate is felt as strongly as the *other* one is large. By hand, for $w = 2$ and $x = 5$: the effect
# of $w$ on $h$ is 5, that of $x$ on $h$ is 2.


# %% nbgrader={"grade_id": "multiply_effects", "solution": true} rows=["s0-local-mul-w", "s0-local-mul-x"]
def multiply_effects(w, x):
    """The effect of w on h and the effect of x on h, for h = w * x; w and x are numbers."""
    ### BEGIN SOLUTION
    return x, w
    ### END SOLUTION


# %% nbgrader={"grade_id": "multiply_effects_examples", "grade": true}
np.testing.assert_allclose(multiply_effects(2, 5), [5, 2], rtol=1e-5)

# %% [markdown]
# The other two gates. In $d = h - y$: if $h$ grows by 1, $d$ grows by 1; if $y$ grows by 1, what does $d$ do? In
# $E = d^2$ the effect of $d$ on $E$ is $2d$, the rule of the derivative (미분) of a square.
#
# With $h = 4$ and $y = 1$ we have $d = 3$, and the last effect is $2 \cdot 3 = 6$.


# %% nbgrader={"grade_id": "difference_effects", "solution": true} rows=["s0-local-sub-h", "s0-local-sub-y", "s0-local-sq"]
def difference_effects(h, y):
    """Three effects in d = h - y and E = d^2: of h on d, of y on d, and of d on E; h and y are numbers."""
    ### BEGIN SOLUTION
    return 1, -1, 2 * (h - y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "difference_effects_examples", "grade": true}
effects = difference_effects(4, 1)
of_h, of_y, of_d = (effects[i] for i in range(3))
np.testing.assert_allclose([of_h, of_d], [1, 6], rtol=1e-5, err_msg="the effects of h on d and of d on E")
np.testing.assert_allclose(of_y * 1.0, (4 - 2) - (4 - 1), rtol=1e-5, err_msg="y grows from 1 to 2: d goes from 3 to 2")

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
# $w = 3 - 0.1 \cdot 4 = 2.6$. With $w = 4$ it is $1 \cdot 1 \cdot 6 = 6$. The document prints $1 \cdot 1 \cdot 4 = 4$
# beside $w = 4$; the 4 is left from an older edition, which began with $w = 3$.


# %% nbgrader={"grade_id": "chain_rule", "solution": true} rows=["s0-chain-4", "s0-chain-4-w3"]
def chain_rule(x, y, w):
    """The effect of w on E = (w x - y)^2, the product of the local effects from w to E; all are numbers."""
    ### BEGIN SOLUTION
    h_from_w, _ = multiply_effects(w, x)
    d_from_h, _, E_from_d = difference_effects(w * x, y)
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
# ## 8. After training
#
# Start at $w = 4$, take the step of section 2 again and again, 101 times, and training is over: $E$ is nearly 0. The
# neuron is then asked for the pay of 3, 4, 6 and 9 hours.
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
# Why do the steps come to an end? Far from the lowest point (최저점) of $E$ the slope is large, and so is the update
# of $w$; the document calls it a big scolding. Near to it both are small. At the lowest point the slope is 0: no
# update, and learning has ended. By hand, for $x = 1$, $y = 1$ and $\alpha = 0.1$: at $w = 4$ the weight moves by
# $-0.1 \cdot 6 = -0.6$, at $w = 2$ by $-0.2$, at $w = 1$ by 0. At $w = -3$ the slope is $-8$ and the move $+0.8$, the
# largest of the four.


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
moves, ordered = by_update(np.array([2, 4, 1, -3]), 0.1)
print("moves:", moves, " largest first:", ordered)
np.testing.assert_allclose(moves, [-0.2, -0.6, 0, 0.8], atol=1e-12, err_msg="new minus old, for w = 2, 4, 1, -3")
np.testing.assert_allclose(
    ordered, [-3, 4, 2, 1], rtol=1e-5, err_msg="the weights from the largest move to the smallest"
)

# %% [markdown]
# ## 9. Larger graphs
#
# A bias $b$ (편향) adds a + gate to the graph:
#
# $$E = \left((wx + b) - y\right)^2 \qquad m = w x \quad h = m + b \quad d = h - y \quad E = d^2$$
#
# In $h = m + b$ the effect of each input on $h$ is 1: the + gate hands on what comes back, unchanged, to both sides.
# By hand, with $w = 3$, $x = 2$, $b = 1$, $y = 5$: $h = 7$, $d = 2$, $E = 4$; back come $2d = 4$ to $h$, $4$ to $b$,
# $4$ to $m$, and $x \cdot 4 = 8$ to $w$.


# %% nbgrader={"grade_id": "bias_graph", "solution": true} rows=["s0-graph-bias"]
def bias_graph(x, y, w, b):
    """Forward and backward through E = ((w x + b) - y)^2; all are numbers.

    Returns E, the effect of w on E, and the effect of b on E.
    """
    ### BEGIN SOLUTION
    d = w * x + b - y
    dEdh = 2 * d
    return d**2, x * dEdh, dEdh
    ### END SOLUTION


# %% nbgrader={"grade_id": "bias_graph_examples", "grade": true}
np.testing.assert_allclose(bias_graph(1, 1, 4, 2), [25, 10, 10], rtol=1e-5, err_msg="x = 1, y = 1, w = 4, b = 2")
np.testing.assert_allclose(bias_graph(2, 5, 3, 1), [4, 8, 4], rtol=1e-5, err_msg="x = 2, y = 5, w = 3, b = 1")

# %% [markdown]
# Three inputs have three weights, and the + gate adds up four numbers:
#
# $$E = \left((w_1x_1 + w_2x_2 + w_3x_3 + b) - y\right)^2$$
#
# By hand, with $w = (1, 2, 3)$, $x = (4, 5, 6)$, $b = 1$, $y = 30$: $h = 4 + 10 + 18 + 1 = 33$, $d = 3$, $E = 9$. To
# every input of the + gate comes back $2d = 6$; $w_1$ gets $4 \cdot 6 = 24$. Write it for any number of inputs.


# %% nbgrader={"grade_id": "many_inputs", "solution": true} rows=["s0-graph-3in"]
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

# %% [markdown]
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
assert count_parameters(1, 1, False) == 1, "the neuron of sections 1 to 8 has one parameter, w"
assert count_parameters(2, 5, True) == 15

# %% [markdown]
# ## 10. The error as a landscape
#
# $E = (w \cdot 1 - 1)^2$ is a parabola (포물선), a convex function (볼록 함수): it has one lowest point, and every
# step down the slope leads there. Draw $E$ over the weights `ws` with `plt`, as a line or as points, and mark the
# lowest point with one point of its own, for instance with `plt.plot(…, …, "ro")`. Name both axes. Do not call
# `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_error", "solution": true} rows=["s0-convex-1d"]
def plot_error(ws):
    """Draw E = (w * 1 - 1)^2 over the weights ws, (weights,), and one point at its minimum; label both axes.

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
# line. The document draws a bowl (그릇) with one lowest point; with one sample it is a valley (골짜기). Draw the contours
# (등고선) of this error with `plt.contour`, and on them the bottom of the valley as a line over all of `w1`. Name the
# axes: $w_1$ is horizontal, $w_2$ is vertical.


# %% nbgrader={"grade_id": "plot_valley", "solution": true} rows=["s0-convex-2d"]
def plot_valley(w1, w2, grid):
    """Draw the contours of `grid`, and the bottom of the valley as a line over all of w1; label both axes.

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
# Put each into $E = (w_1 + w_2 - 1)^2$ and take the second derivative (2차 도함수) with respect to $t$. By hand, for
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
