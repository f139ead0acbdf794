# %% [markdown]
# # An engine for automatic differentiation
#
# TensorFlow and PyTorch find the slope of an error for every weight by themselves. You write down what is computed, and
# one call does the rest. In this notebook you build such an engine (자동 미분, automatic differentiation). Your engine
# knows no matrices: each number is an object that remembers how it was made. At the end it trains a small network, and
# the network separates two moons of points. No straight line can do that.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers. It
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other graphs.

# %% nbgrader={"grade_id": "imports", "locked": true}
import math

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
# ## 1. One operation knows its own slopes
#
# A long formula is made of small operations. Each small operation has one slope (기울기) for each of its inputs: how
# fast the result moves when that input alone moves. Take the product $2 \cdot (-3) = -6$. Move the first factor by a
# little $d$:
#
# $$(2 + d) \cdot (-3) = -6 - 3d$$
#
# The result moves by $-3d$, so the slope for the first input is $-3$. The slope for the second input is $2$.
#
# Seven operations are enough for this notebook. `"+"`, `"-"`, `"*"` and `"/"` have two inputs. `"exp"`, `"tanh"` and
# `"relu"` have one. The derivative (도함수) of $\tanh x$ is $1 - \tanh^2 x$. ReLU is $x$ for $x > 0$ and $0$ everywhere
# else. At exactly $0$ it has a corner, and we say, as TensorFlow does, that its slope there is $0$.


# %% nbgrader={"grade_id": "local_slopes", "solution": true}
def local_slopes(operation, inputs):
    """The slope of an operation's result for each of its inputs, as a tuple: two slopes, or one for "exp", "tanh", "relu".

    operation is one of "+", "-", "*", "/", "exp", "tanh", "relu"; inputs is a tuple of its one or two numbers.
    """
    ### BEGIN SOLUTION
    if operation == "+":
        return 1.0, 1.0
    if operation == "-":
        return 1.0, -1.0
    if operation == "*":
        a, b = inputs
        return b, a
    if operation == "/":
        a, b = inputs
        return 1 / b, -a / b**2
    (x,) = inputs
    if operation == "exp":
        return (math.exp(x),)
    if operation == "tanh":
        return (1 - math.tanh(x) ** 2,)
    return (1.0 if x > 0 else 0.0,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "local_slopes_examples", "grade": true}
np.testing.assert_allclose(local_slopes("*", (2.0, -3.0)), [-3, 2], rtol=1e-5, err_msg="the product above")
np.testing.assert_allclose(local_slopes("/", (3.0, 2.0)), [0.5, -0.75], rtol=1e-5, err_msg="3 / 2")
np.testing.assert_allclose(local_slopes("tanh", (0.5,)), [0.7864477], rtol=1e-5, err_msg="tanh at 0.5")
np.testing.assert_allclose(local_slopes("relu", (-2.0,)), [0], rtol=1e-5, atol=1e-6, err_msg="relu at -2")

# %% [markdown]
# ## 2. A formula is a graph
#
# Take $d = (a + b) \cdot a$ with $a = 3$ and $b = 2$. Write $c = a + b$, then $d = c \cdot a$. Each letter is a node of a
# graph (계산 그래프), and an arrow leads from each input to what is made of it. Two arrows leave $a$.

# %% nbgrader={"grade_id": "graph_figure", "locked": true} demo=true
places = {"a": (0, 1, "3"), "b": (0, 0, "2"), "c": (1, 0.25, "5"), "d": (2, 0.75, "15")}
arrows = [("a", "c"), ("b", "c"), ("c", "d"), ("a", "d")]


@picture
def graph_figure():
    """The nodes a, b, c and d of the graph, with their numbers, and the arrows between them."""
    figure, axes = plt.subplots(figsize=(5, 2.5))
    ends = {"arrowstyle": "->", "shrinkA": 18, "shrinkB": 18}
    for begin, end in arrows:
        axes.annotate("", places[end][:2], places[begin][:2], arrowprops=ends)
    for name, (x, y, number) in places.items():
        axes.plot(x, y, "o", markersize=34, color="white", markeredgecolor="black")
        axes.text(x, y, f"{name} = {number}", ha="center", va="center", fontsize=9)
    axes.set(xlim=(-0.3, 2.3), ylim=(-0.4, 1.4))
    axes.axis("off")
    return figure, "Arrows lead from a = 3 and b = 2 to c = 5, and from c and a to d = 15."


# %% [markdown]
# The chain rule (연쇄 법칙) says: along a path, multiply the slopes of its arrows. Where several paths lead from $a$ to
# $d$, add what the paths give.
#
# Work out by hand: which slope does $d$ have for $a$, and which for $b$?

# %% nbgrader={"grade_id": "by_hand", "solution": true}
# by_hand: two numbers, the slope of d for a and the slope of d for b, at a = 3 and b = 2
### BEGIN SOLUTION
by_hand = (8, 3)
### END SOLUTION

# %% nbgrader={"grade_id": "by_hand_examples", "grade": true}
assert len(by_hand) == 2, "two numbers: for a, and for b"
assert by_hand[0] != by_hand[1], "a is used twice and b once, so the two slopes differ"

# %% [markdown]
# A program goes backward (역전파) through the graph. It starts at the last node, whose slope for itself is 1. A node hands
# its slope on to its inputs. But first it has to wait: in the picture $a$ gets one part from $d$ and one from $c$, and
# $c$ has to be asked before $a$ is complete. So we need the nodes in an order (위상 정렬, topological order): **each node
# stands after all of its inputs.** The backward way is the same order, read from the end.
#
# A good recipe is to visit a node like this: visit all its inputs first, then put the node itself at the end of the list.
# A node that was visited before is not visited again. Without this last rule a chain of 40 doublings
# ($a_1 = a_0 + a_0$, $a_2 = a_1 + a_1$, ...) would need $2^{40}$ visits.


# %% nbgrader={"grade_id": "topological_order", "solution": true}
def topological_order(inputs_of, last):
    """The names of last and of all nodes that it depends on, in a list: each once, and after all of its inputs.

    inputs_of is a dictionary: the list of its inputs' names for each node, an empty list where it has none. It may hold
    nodes on which last does not depend; these are left out.
    """
    ### BEGIN SOLUTION
    order = []

    def visit(name):
        if name in order:
            return
        for each in inputs_of[name]:
            visit(each)
        order.append(name)

    visit(last)
    return order
    ### END SOLUTION


# %% nbgrader={"grade_id": "topological_order_examples", "grade": true}
graph = {"d": ["c", "a"], "c": ["a", "b"], "a": [], "b": [], "e": ["d"]}
found = topological_order(graph, "d")
print(found)
assert isinstance(found, (list, tuple)), "a list of names: a set has no order"
assert sorted(found) == ["a", "b", "c", "d"], "d and what it depends on, each once"
assert all(found.index(each) < found.index(name) for name in found for each in graph[name]), "inputs come first"

# %% [markdown]
# ## 3. Backward
#
# Now the names become objects. A node remembers four things: its number `data`, the nodes that it was made from
# (`inputs`), its local slopes for these (`slopes`), and `grad`. When a node is made, its `grad` is 0. After the way back
# `grad` is the slope of the last node for this node.


# %% nbgrader={"grade_id": "node", "locked": true}
class Node:
    """A number of a computation: its data, the nodes that it was made from, its slope for each of them, and its grad."""

    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.inputs, self.slopes, self.grad = data, inputs, slopes, 0.0

    def __repr__(self):
        return f"{type(self).__name__}(data={self.data:.6g}, grad={self.grad:.6g})"


def grads_after(data, inputs, slopes, lasts):
    """Make nodes, call backward for each of `lasts`, one after the other, and return the grads of all nodes in a list.

    Nodes have numbers from 0 on; inputs[i] holds the numbers of the nodes that node i was made from.
    """
    nodes = []
    for i in range(len(data)):
        nodes.append(Node(data[i], tuple(nodes[j] for j in inputs[i]), tuple(slopes[i])))
    for last in lasts:
        backward(nodes[last])
    return [node.grad for node in nodes]


# %% [markdown]
# Write `backward(last)`. It needs three steps.
#
# 1. Put `last` and everything below it in order, as in part 2. A node's inputs are in `node.inputs` now.
# 2. The `grad` of `last` is 1.
# 3. Go through the order from the end. Each node gives each of its inputs a part: its own `grad` times its slope for that
#    input.
#
# By hand, for $h = a \cdot b$ and $t = h + a$ with $a = 4$ and $b = 0.5$: $t$ has the grad 1 and gives $h$ and $a$ the part
# $1 \cdot 1$ each. Then $h$ gives $a$ the part $1 \cdot 0.5$ and $b$ the part $1 \cdot 4$. So $a$ has $1.5$ in the end.
#
# An input may get a part from several nodes, and also a part from each of two calls of `backward`: two errors that use
# the same weight $a$ both leave their part in `a.grad`. Nodes in between are made anew for each error.


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(last):
    """Find the slope of last for each node that it depends on, and add it to the grad of that node. Returns nothing.

    Before the call, last and the nodes in between have the grad 0. A node that has no inputs may have a grad already.
    """
    ### BEGIN SOLUTION
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for each in node.inputs:
            visit(each)
        order.append(node)

    visit(last)
    last.grad = 1.0
    for node in reversed(order):
        for each, slope in zip(node.inputs, node.slopes, strict=True):
            each.grad += slope * node.grad
    ### END SOLUTION


# %% nbgrader={"grade_id": "backward_examples", "grade": true}
a, b = Node(4.0), Node(0.5)
half = Node(2.0, (a, b), (0.5, 4.0))  # half = a * b
total = Node(6.0, (half, a), (1.0, 1.0))  # total = half + a
backward(total)
print(a, b, half, total, sep="\n")
np.testing.assert_allclose([total.grad, half.grad], [1, 1], rtol=1e-5, err_msg="the last node, and half")
np.testing.assert_allclose([a.grad, b.grad], [1.5, 4], rtol=1e-5, err_msg="the slopes of a * b + a")
found = grads_after([4.0, 0.5, 2.0, 6.0], [[], [], [0, 1], [2, 0]], [[], [], [0.5, 4.0], [1.0, 1.0]], [3])
np.testing.assert_allclose(found, [1.5, 4, 1, 1], rtol=1e-5, err_msg="the same graph, with numbers for names")

# %% [markdown]
# ## 4. Numbers that remember
#
# Nobody wants to write down local slopes for every node. In Python `a * b` calls the method `a.__mul__(b)`. So a class
# can say what `*` does: it makes a new number, and lets it remember where it came from. `__add__` is given as a pattern.
#
# | you write | Python calls | |
# |---|---|---|
# | `a + b` | `a.__add__(b)` | given |
# | `a * b` | `a.__mul__(b)` | as in part 1 |
# | `a ** n` | `a.__pow__(n)` | `n` is a plain number, no `Value`. The slope of $a^n$ is $n\,a^{n-1}$ |
# | `-a`, `a - b`, `a / b` | `a.__neg__()`, `a.__sub__(b)`, `a.__truediv__(b)` | may be written with the operations above |
# | `a.exp()`, `a.tanh()`, `a.relu()` | | as in part 1 |
#
# A plain number may stand on either side: `a * 3`, `1 - a`. `as_value` makes a `Value` of it, and four given methods
# bring the case with the number in front back to yours.
#
# An operation leaves `a` and `b` as they are and returns a new `Value`.
#
# The next cell gives you two functions. Your class needs `as_value`. `evaluate` tests your class: it computes a formula
# with `Value`s and finds the slope for each letter. It does not use your `backward`: it goes forward from each letter
# alone. That is right, too, but a network with a million weights would need a million walks. Backward needs one.


# %% nbgrader={"grade_id": "evaluate", "locked": true}
def as_value(number):
    """A plain number as a Value; a Value stays what it is."""
    return number if isinstance(number, Node) else Value(number)


def slope_forward(node, letter, known):
    """The slope of a node for one letter, worked out from the letter upward."""
    if node is letter:
        return 1.0
    if node not in known:
        parts = zip(node.inputs, node.slopes, strict=True)
        known[node] = sum(slope * slope_forward(each, letter, known) for each, slope in parts)
    return known[node]


def evaluate(formula, numbers):
    """What a formula such as "a * b + a" gives: its data, and its slope for each letter, in a dictionary."""
    letters = {name: Value(number) for name, number in numbers.items()}
    result = eval(formula, {}, letters)
    assert hasattr(result, "slopes"), f"{formula} is {result!r}, but should be a Value"
    return {"data": result.data} | {name: slope_forward(result, letter, {}) for name, letter in letters.items()}


# %% nbgrader={"grade_id": "Value", "solution": true}
class Value(Node):
    """A number that remembers how it was computed."""

    def backward(self):
        backward(self)

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        ### BEGIN SOLUTION
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))
        ### END SOLUTION

    def __pow__(self, n):
        ### BEGIN SOLUTION
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))
        ### END SOLUTION

    def __neg__(self):
        ### BEGIN SOLUTION
        return self * -1
        ### END SOLUTION

    def __sub__(self, other):
        ### BEGIN SOLUTION
        return self + -as_value(other)
        ### END SOLUTION

    def __truediv__(self, other):
        ### BEGIN SOLUTION
        return self * as_value(other) ** -1
        ### END SOLUTION

    def exp(self):
        ### BEGIN SOLUTION
        result = math.exp(self.data)
        return Value(result, (self,), (result,))
        ### END SOLUTION

    def tanh(self):
        ### BEGIN SOLUTION
        result = math.tanh(self.data)
        return Value(result, (self,), (1 - result**2,))
        ### END SOLUTION

    def relu(self):
        ### BEGIN SOLUTION
        if self.data > 0:
            return Value(self.data, (self,), (1.0,))
        return Value(0.0, (self,), (0.0,))
        ### END SOLUTION

    def __radd__(self, number):
        return self + number

    def __rmul__(self, number):
        return self * number

    def __rsub__(self, number):
        return as_value(number) - self

    def __rtruediv__(self, number):
        return as_value(number) / self


# %% nbgrader={"grade_id": "Value_examples", "grade": true}
a, b = Value(4.0), Value(0.5)
product = a * b
np.testing.assert_allclose([product.data, *product.slopes], [2, 0.5, 4], rtol=1e-5, err_msg="4 * 0.5, and its slopes")
assert tuple(product.inputs) == (a, b), "the product remembers what it was made from"
two_letters = {"a": 3.0, "b": 2.0}
for formula, data, slope_a, slope_b in [
    ("a ** 2", 9, 6, 0),
    ("-a", -3, -1, 0),
    ("a - b", 1, 1, -1),
    ("a / b", 1.5, 0.5, -0.75),
    ("b.exp()", 7.3890561, 0, 7.3890561),
    ("(a - b).tanh()", 0.76159416, 0.41997434, -0.41997434),
    ("(b - a).relu()", 0, 0, 0),
    ("1 - 2 * a", -5, -2, 0),
]:
    found = evaluate(formula, two_letters)
    expected = [data, slope_a, slope_b]
    np.testing.assert_allclose([*found.values()], expected, rtol=1e-5, atol=1e-6, err_msg=f"{formula}: data, slopes")

# %% [markdown]
# ## 5. Training
#
# A step of gradient descent (경사 하강법) moves each weight against its slope: its `data` becomes
# `data` $-\ \alpha\,\cdot$ `grad`, with the learning rate (학습률) $\alpha$. Since `backward` adds to `grad`, the step
# also has to set `grad` back to 0, for the next call.


# %% nbgrader={"grade_id": "after_step", "locked": true}
def after_step(data, grads, lr):
    """Make nodes with these numbers and grads, call step, and return what is in the nodes then: data, grads."""
    nodes = [Node(number) for number in data]
    for node, grad in zip(nodes, grads, strict=True):
        node.grad = grad
    step(nodes, lr)
    return [node.data for node in nodes], [node.grad for node in nodes]


# %% nbgrader={"grade_id": "step", "solution": true}
def step(weights, lr):
    """One step of gradient descent on a list of nodes: changes the data of each, and its grad is 0 then. Returns nothing."""
    ### BEGIN SOLUTION
    for weight in weights:
        weight.data -= lr * weight.grad
        weight.grad = 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_examples", "grade": true}
found = after_step([1.0, -2.0, 5.0], [0.5, -4.0, 0.0], 0.5)
np.testing.assert_allclose(found[0], [0.75, 0, 5], rtol=1e-5, atol=1e-6, err_msg="the data")
np.testing.assert_allclose(found[1], [0, 0, 0], atol=1e-6, err_msg="the grads")

# %% [markdown]
# **Someone leaves out the line that sets `grad` back to 0.** What does the training do?
#
# a) Nothing changes: the next `backward` writes the new slope over the old one. b) Each step uses the sum of all slopes
# since the first step. c) The steps get smaller and smaller, since the slopes do. d) Each weight moves twice in a step.

# %% nbgrader={"grade_id": "without_reset", "solution": true}
# Answer with one letter, for instance: without_reset = "a"
### BEGIN SOLUTION
without_reset = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "without_reset_examples", "grade": true}
assert str(without_reset).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 6. Two moons
#
# Here are 40 points in two moons. Those of one moon have the target $1$, those of the other $-1$. The network has 2
# inputs, 8 hidden neurons with $\tanh$, and 1 output. It is written in plain Python: it only multiplies, adds and calls
# `tanh`. Your `Value`s do the rest. All 33 weights and biases (편향) are `Value`s; the error is the mean of the squared
# differences.
#
# The cell trains for 500 epochs (에폭), which takes some seconds, and draws what the network says between the
# points. If one of your blanks is still empty, it says so.


# %% nbgrader={"grade_id": "moons", "locked": true} demo=true
def two_moons(count, rng):
    """Points (count, 2) of two moons with some noise, and their targets, 1 or -1."""
    angle = rng.uniform(0, np.pi, count)
    upper = np.arange(count) % 2 == 0
    x = np.where(upper, np.cos(angle), 1 - np.cos(angle))
    y = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    return np.stack([x, y], axis=1) + rng.normal(0, 0.1, (count, 2)), np.where(upper, 1.0, -1.0)


def predict(weights, point):
    """The output for one point: 8 times two weights and a bias, then 8 weights and a bias."""
    hidden = [(weights[3 * i] * point[0] + weights[3 * i + 1] * point[1] + weights[3 * i + 2]).tanh() for i in range(8)]
    return sum((weights[24 + i] * hidden[i] for i in range(8)), weights[32])


def mean_error(weights, points, targets):
    """The mean squared error of all points, as one Value."""
    return sum((predict(weights, p) - t) ** 2 for p, t in zip(points.tolist(), targets.tolist(), strict=True)) / len(
        points
    )


def sides(weights, points):
    """The outputs for many points, (count,)."""
    return np.array([predict(weights, point).data for point in points.tolist()])


rng = np.random.default_rng(3)
points, targets = two_moons(40, rng)
new_points, new_targets = two_moons(200, rng)
first_numbers = rng.normal(0, 0.7, 33).tolist()


def trained(epochs):
    """The weights after so many epochs, and the error in each."""
    weights, errors = [Value(number) for number in first_numbers], []
    for _ in range(epochs):
        error = mean_error(weights, points, targets)
        error.backward()
        step(weights, 0.2)
        errors.append(error.data)
    return weights, errors


@picture
def moons_figure():
    """The error over the epochs; the plane in two colours, and the points of the two moons."""
    weights, errors = trained(500)
    right = np.sign(sides(weights, new_points)) == new_targets
    x, y = np.meshgrid(np.linspace(-1.6, 2.6, 36), np.linspace(-1.1, 1.6, 30))
    heights = sides(weights, np.stack([x.ravel(), y.ravel()], axis=1)).reshape(x.shape)
    figure, (left, axes) = plt.subplots(1, 2, figsize=(9, 3.4))
    left.plot(errors)
    left.set(xlabel="epoch", ylabel="error", title="The error falls")
    axes.contourf(x, y, heights, levels=[-9, 0, 9], colors=["#f6c89f", "#a9cbe8"])
    for target, colour, mark in ((1, "#0b5394", "o"), (-1, "#a64d00", "^")):
        axes.plot(*points[targets == target].T, mark, color=colour, label=f"target {target}")
    axes.plot(*new_points[~right].T, "o", markersize=10, markerfacecolor="none", color="black")
    axes.set(xlabel="first input", ylabel="second input", title="Where the output is above 0, and below")
    axes.legend()
    told = f"The error is {errors[0]:.3f} in the first epoch and {errors[-1]:.3f} in the last"
    return figure, f"{told}. Of 200 new points {right.sum()} lie on the right side; the others have a circle."


# %% [markdown]
# ### Is it right?
#
# The same network in NumPy needs a formula for each gradient, worked out by hand for this network alone. Your engine
# needs none. Compare the 33 slopes, and the time.

# %% nbgrader={"grade_id": "against_numpy", "locked": true} demo=true
import time


def numpy_slopes(numbers, X, T):
    """The slopes of the mean squared error for all 33 numbers, by the formulas for matrices."""
    W, v = numbers[:24].reshape(8, 3), numbers[24:]
    H = np.tanh(X @ W[:, :2].T + W[:, 2])  # (points, 8)
    delta = 2 * (H @ v[:8] + v[8] - T) / len(T)  # (points,)
    back = delta[:, None] * v[:8] * (1 - H**2)  # (points, 8)
    columns = [back.T @ X[:, 0], back.T @ X[:, 1], back.sum(axis=0)]
    return np.concatenate([np.stack(columns, axis=1).ravel(), delta @ H, [delta.sum()]])


try:
    weights = [Value(number) for number in first_numbers]
    begin = time.perf_counter()
    mean_error(weights, points, targets).backward()
    between = time.perf_counter()
    for _ in range(100):
        by_formula = numpy_slopes(np.array([weight.data for weight in weights]), points, targets)
    end = time.perf_counter()
    difference = np.abs(by_formula - [weight.grad for weight in weights]).max()
    print(f"the largest difference between your 33 slopes and NumPy's: {difference:.1e}")
    print(f"your engine took {between - begin:.4f} s, NumPy {(end - between) / 100:.4f} s")
except Exception as error:
    print(f"There is nothing to compare yet. {type(error).__name__}: {error}")

# %% [markdown]
# The slopes agree, and NumPy is much faster: it multiplies whole matrices at once. TensorFlow and PyTorch join both. They
# record the operations as you do, but each node is a whole array.
