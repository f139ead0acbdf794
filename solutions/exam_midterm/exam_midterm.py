# %% [markdown]
# # Midterm exam: from the perceptron to backpropagation
#
# Seven parts, 18 answers, 100 points, 75 minutes. The points stand beside each question: 50 for programs, 30 for
# numbers, 20 for letters and a word.
#
# - **Your numbers.** Run the cells from the top. The first ones give you numbers and choices that are yours alone, and
#   some cells print what *your* question is. Do not give other values to the names of those cells.
# - **Numbers.** Compute them on paper, or with Python in cells that you add. Write at least four decimals. An answer is
#   right if it is less than 0.0001 away, so both rounding (반올림) and cutting off (버림) will do. Round only what you write
#   down, nothing on the way. If a number of yours is wrong and the next one follows rightly from it, the next one counts.
# - **Programs.** The names, the arguments and what is returned are said under `def`. They are tested with other arrays
#   of other sizes, also of one row or one column and of whole numbers; only the choices that are printed for you (which
#   function, which convention) stay yours.
# - **Imports.** Nothing besides `numpy` and `math` can be imported, in any cell. Each program says so again.
# - **Letters and words** stand in quotes, for instance `"a"`. Words may be English or Korean.
#
# The cells under the blanks only look at the kind and the shape of what you wrote. They do not say whether it is right.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "numbers", "locked": true} numbers=true
gate_rule = "x2 and (x1 or x3)"
at_zero = 1
of_graph = {"w": -2.13, "x": 0.74, "v": 1.36, "y": 2.58}
of_line = {"a": 2.14, "b": -1.37, "eta": 0.23, "points": [[1.32, 4.17], [-2.46, 1.59], [3.71, -2.83]]}
convention = "half the mean"
f_part4 = "sigmoid"
to_predict = "how many minutes a delivery will take; the network has one output"
loss_options = {
    "a": "the binary cross-entropy, on the sigmoid of one output",
    "b": "the share of wrong answers",
    "c": "the mean squared error",
    "d": "the cross-entropy, on a softmax over the outputs",
}
loss_part4 = "binary cross-entropy"
f_part5 = "tanh"
of_net = {
    "x1": 0.87,
    "x2": 0.16,
    "w11": 1.42,
    "w12": -2.35,
    "b1": 0.34,
    "h2": 0.61,
    "v1": -1.73,
    "v2": 2.26,
    "c": 0.29,
    "t": 1,
    "eta": 0.37,
}
bug_program = [
    "z = X @ W1",
    "h = sigmoid(z)",
    "o = sigmoid(h @ W2)",
    "e2 = o - T",
    "e1 = (e2 @ W2.T) * h * (1 - h)",
    "W2 = W2 - rate * h.T @ e2",
    "W1 = W1 - rate * X.T @ e1",
]
bug_options = {
    "a": "one of the two weight matrices is moved up the slope",
    "b": "the error term of the output layer lacks the derivative of the sigmoid",
    "c": "the output weights are changed before the error term of the hidden layer uses them",
    "d": "the derivative of a sigmoid is computed from what goes into it, not from what comes out",
}
question = "Which rule says that the local derivatives along a path through a graph are multiplied?"

# %% [markdown]
# ## 1. Perceptrons
#
# A perceptron (퍼셉트론) with three inputs gives 1 where $w_1 x_1 + w_2 x_2 + w_3 x_3 + b > 0$, and 0 where the sum is
# below 0. Choose weights and a bias so that it computes your gate for all eight rows of zeros and ones. In none of the
# eight rows may the sum be exactly 0. Any numbers that do so are right. **(6 points)**

# %% nbgrader={"grade_id": "ask_gate", "locked": true} demo=true
print("Your gate is 1 exactly if:", gate_rule)

# %% nbgrader={"grade_id": "gate", "solution": true}
# gate: four numbers in a list, [w1, w2, w3, b]
### BEGIN SOLUTION
lone = int(gate_rule[1]) - 1
weights = [1.0, 1.0, 1.0]
weights[lone] = 2.0
gate = [*weights, -2.5 if "and (" in gate_rule else -1.5]
### END SOLUTION

# %% nbgrader={"grade_id": "gate_examples", "grade": true}
assert np.shape(gate) == (4,), "gate is a list of four numbers"

# %% [markdown]
# Now a whole layer of step neurons (계단 함수 뉴런), for every row of a batch. Neuron $j$ has the weights in **row** $j$ of
# `W` and the bias `b[j]`. It gives 1 where its sum is above 0 and 0 where it is below 0. What it gives at exactly 0 is
# printed for you. **(7 points)**
#
# **May be imported:** `numpy`, `math`.

# %% nbgrader={"grade_id": "ask_at_zero", "locked": true} demo=true
print("Where the sum is exactly 0, your neurons give", at_zero)


# %% nbgrader={"grade_id": "step_layer", "solution": true}
def step_layer(X, W, b):
    """The outputs of the layer, numbers 0 and 1 (not True and False), shape (batch, neurons).

    X is (batch, inputs), W is (neurons, inputs), b is (neurons,).
    """
    ### BEGIN SOLUTION
    sums = X @ W.T + b  # (batch, neurons)
    fires = sums >= 0 if at_zero else sums > 0
    return fires.astype(int)
    ### END SOLUTION


# %% nbgrader={"grade_id": "step_layer_examples", "grade": true}
assert np.shape(step_layer(np.ones((5, 3)), np.ones((2, 3)), np.zeros(2))) == (5, 2), "one row for each row of X"

# %% [markdown]
# ## 2. The graph of an error
#
# The hypothesis of this graph takes $h$ in twice, once through the gate $\times$ and once as it is:
#
# $$h = w \cdot x \qquad p = v \cdot h \qquad o = p + h \qquad d = o - y \qquad E = d^2$$
#
# $w$, $x$, $v$ and $y$ are printed for you. First forward (순전파): the value of $d$. **(3 points)**

# %% nbgrader={"grade_id": "ask_graph", "locked": true} demo=true
print(of_graph)

# %% nbgrader={"grade_id": "d_value", "solution": true}
# d_value: the number d
### BEGIN SOLUTION
h = of_graph["w"] * of_graph["x"]
d_value = of_graph["v"] * h + h - of_graph["y"]
### END SOLUTION

# %% nbgrader={"grade_id": "d_value_examples", "grade": true}
assert abs(d_value) < np.inf, "d_value is a number"

# %% [markdown]
# Then backward (역전파): the local gradient (지역 미분) of the last gate, $\frac{\partial E}{\partial d}$.
# **(2 points)**

# %% nbgrader={"grade_id": "dE_dd", "solution": true}
# dE_dd: the derivative of E with respect to d
### BEGIN SOLUTION
dE_dd = 2 * d_value
### END SOLUTION

# %% nbgrader={"grade_id": "dE_dd_examples", "grade": true}
assert abs(dE_dd) < np.inf, "dE_dd is a number"

# %% [markdown]
# And all the way back to the weight $w$: $\frac{\partial E}{\partial w}$. **(4 points)**

# %% nbgrader={"grade_id": "dE_dw", "solution": true}
# dE_dw: the derivative of E with respect to w
### BEGIN SOLUTION
dE_dw = dE_dd * (of_graph["v"] + 1) * of_graph["x"]
### END SOLUTION

# %% nbgrader={"grade_id": "dE_dw_examples", "grade": true}
assert abs(dE_dw) < np.inf, "dE_dw is a number"

# %% [markdown]
# ## 3. A line and gradient descent
#
# The line $f(x) = a x + b$ is to pass near your three points. Its loss is the **mean** of the squares (평균 제곱 오차),
# without any further half: $L = \frac{1}{3} \sum_i (a x_i + b - y_i)^2$. Compute $\frac{\partial L}{\partial a}$ at
# your $a$ and $b$. **(5 points)**

# %% nbgrader={"grade_id": "ask_points", "locked": true} demo=true
print("a =", of_line["a"], "  b =", of_line["b"], "  learning rate eta =", of_line["eta"])
print("the three points (x, y):", of_line["points"])

# %% nbgrader={"grade_id": "slope_a", "solution": true}
# slope_a: the derivative of L with respect to a
### BEGIN SOLUTION
xs, ys = np.array(of_line["points"]).T
gaps = of_line["a"] * xs + of_line["b"] - ys
slope_a = 2 * np.mean(gaps * xs)
### END SOLUTION

# %% nbgrader={"grade_id": "slope_a_examples", "grade": true}
assert abs(slope_a) < np.inf, "slope_a is a number"

# %% [markdown]
# What is $a$ after one step of gradient descent (경사 하강법) with your learning rate (학습률) $\eta$? **(3 points)**

# %% nbgrader={"grade_id": "new_a", "solution": true}
# new_a: the number a after the step
### BEGIN SOLUTION
new_a = of_line["a"] - of_line["eta"] * slope_a
### END SOLUTION

# %% nbgrader={"grade_id": "new_a_examples", "grade": true}
assert abs(new_a) < np.inf, "new_a is a number"

# %% [markdown]
# Now as a program, for any number of inputs: the prediction for row $i$ of `X` is $f_i = \sum_j X_{ij} w_j + b$, and its
# gap is $f_i - y_i$. The loss is made of the squares of the gaps over all rows, **in the way that is printed for you**.
# **(6 points)**
#
# **May be imported:** `numpy`, `math`.

# %% nbgrader={"grade_id": "ask_convention", "locked": true} demo=true
print("Your loss here is", convention, "of the squares over all rows.")


# %% nbgrader={"grade_id": "line_gradient", "solution": true}
def line_gradient(X, y, w, b):
    """The gradient of your loss: two values, with respect to w, shape (inputs,), and with respect to b, a number.

    X is (rows, inputs), y is (rows,), w is (inputs,), b is a number.
    """
    ### BEGIN SOLUTION
    gap = X @ w + b - y  # (rows,)
    factor = {"the sum": 2, "half the sum": 1, "half the mean": 1 / len(y)}[convention]
    return factor * X.T @ gap, factor * gap.sum()
    ### END SOLUTION


# %% nbgrader={"grade_id": "line_gradient_examples", "grade": true}
dw_shown, db_shown = line_gradient(np.ones((4, 3)), np.ones(4), np.ones(3), 0.5)
assert np.shape(dw_shown) == (3,), "the gradient of w has the shape of w"
assert np.shape(db_shown) == (), "the gradient of b is a number"

# %% [markdown]
# Several steps of gradient descent on the same loss, each with all rows. In a step, `w` and `b` move at the same time:
# both by the gradient at the values from before the step. You may call `line_gradient`. **(5 points)**
#
# **May be imported:** `numpy`, `math`.


# %% nbgrader={"grade_id": "descend", "solution": true}
def descend(X, y, w, b, rate, steps):
    """The new w, shape (inputs,), and the new b, a number, after `steps` steps, one or more, with the learning rate.

    X is (rows, inputs), y is (rows,), w is (inputs,) and stays as it is, b and rate are numbers.
    """
    ### BEGIN SOLUTION
    for _ in range(steps):
        dw, db = line_gradient(X, y, w, b)
        w, b = w - rate * dw, b - rate * db
    return w, b
    ### END SOLUTION


# %% nbgrader={"grade_id": "descend_examples", "grade": true}
w_shown, b_shown = descend(np.ones((4, 3)), np.ones(4), np.zeros(3), 0.5, 0.1, 2)
assert np.shape(w_shown) == (3,), "w keeps its shape"
assert np.shape(b_shown) == (), "b is a number"

# %% [markdown]
# ## 4. Activations and losses
#
# The function that is printed for you is used as an activation (활성화 함수). Write a function that gives its value
# **and** its derivative (미분), entry by entry. The lessons had the derivative of the sigmoid; that of the hyperbolic
# tangent is $\tanh'(z) = 1 - \tanh^2(z)$, here and in the parts below. **(8 points)**
#
# **May be imported:** `numpy`, `math`.

# %% nbgrader={"grade_id": "ask_activation", "locked": true} demo=true
print("Your activation is f(z) = z *", f_part4 + "(z)")


# %% nbgrader={"grade_id": "activate", "solution": true}
def activate(z):
    """Two values: f(z) and the derivative f'(z); z is an array of any shape, both have its shape."""
    ### BEGIN SOLUTION
    if f_part4 == "tanh":
        s = np.tanh(z)
        slope = 1 - s**2
    else:
        s = 1 / (1 + np.exp(-z))
        slope = s * (1 - s)
    return z * s, s + z * slope
    ### END SOLUTION


# %% nbgrader={"grade_id": "activate_examples", "grade": true}
value_shown, derivative_shown = activate(np.array([[-1.0, 0.5, 2.0]]))
assert np.shape(value_shown) == np.shape(derivative_shown) == (1, 3), "both have the shape of z"

# %% [markdown]
# A network is to predict what is printed for you. **Which loss (손실) is made for this?** **(6 points)**

# %% nbgrader={"grade_id": "ask_loss", "locked": true} demo=true
print("To be predicted:", to_predict)
for letter in sorted(loss_options):
    print(f"{letter}) {loss_options[letter]}")

# %% nbgrader={"grade_id": "which_loss", "solution": true}
# which_loss: one letter, in quotes
### BEGIN SOLUTION
first_word = to_predict.split()[0]
telling = {"how": "squared", "the": "squared", "whether": "binary", "which": "softmax"}[first_word]
which_loss = next(letter for letter, text in loss_options.items() if telling in text)
### END SOLUTION

# %% nbgrader={"grade_id": "which_loss_examples", "grade": true}
assert str(which_loss).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# Program the loss that is printed for you, and its gradient with respect to the predictions `p`. The loss is the
# **mean over all entries** of the array, one number. `log` is the natural logarithm. All entries of `p` and `t` lie
# between 0 and 1, none of them at the ends; `t` need not be 0 or 1. **(8 points)**
#
# **May be imported:** `numpy`, `math`.

# %% nbgrader={"grade_id": "ask_formula", "locked": true} demo=true
formulas = {
    "binary cross-entropy": "-t * log(p) - (1 - t) * log(1 - p)",
    "squared logarithmic error": "(log(1 + p) - log(1 + t)) ** 2",
}
print("Your loss is the", loss_part4 + ", the mean over all entries of", formulas[loss_part4])


# %% nbgrader={"grade_id": "loss_and_gradient", "solution": true}
def loss_and_gradient(p, t):
    """Two values: the loss, one number, and its gradient with respect to p, shape (batch, outputs).

    p and t are (batch, outputs).
    """
    ### BEGIN SOLUTION
    if loss_part4 == "binary cross-entropy":
        each = -(t * np.log(p) + (1 - t) * np.log(1 - p))
        slope = (p - t) / (p * (1 - p))
    else:
        apart = np.log((1 + p) / (1 + t))
        each = apart**2
        slope = 2 * apart / (1 + p)
    return np.mean(each), slope / p.size
    ### END SOLUTION


# %% nbgrader={"grade_id": "loss_and_gradient_examples", "grade": true}
loss_shown, gradient_shown = loss_and_gradient(np.full((4, 3), 0.4), np.full((4, 3), 0.7))
assert np.shape(loss_shown) == (), "the loss is one number"
assert np.shape(gradient_shown) == (4, 3), "the gradient has the shape of p"

# %% [markdown]
# ## 5. One step on a network for XOR
#
# A 2-2-1 network learns XOR from bits that come as voltages, so an input is not exactly 0 or 1. Its two hidden neurons
# have the activation $f$ that is printed for you, its output neuron has **none**:
#
# $$h_1 = f(w_{11} x_1 + w_{12} x_2 + b_1) \qquad o = v_1 h_1 + v_2 h_2 + c \qquad E = \tfrac{1}{2} (o - t)^2$$
#
# The second hidden neuron is computed already: its output $h_2$ is given. Compute the output $h_1$ of the first one.
# **(4 points)**

# %% nbgrader={"grade_id": "ask_network", "locked": true} demo=true
print("f is", {"sigmoid": "the sigmoid, 1 / (1 + exp(-z))", "tanh": "the hyperbolic tangent, tanh(z)"}[f_part5])
print(of_net)

# %% nbgrader={"grade_id": "h_1", "solution": true}
# h_1: the output of the first hidden neuron
### BEGIN SOLUTION
z_1 = of_net["w11"] * of_net["x1"] + of_net["w12"] * of_net["x2"] + of_net["b1"]
h_1 = np.tanh(z_1) if f_part5 == "tanh" else 1 / (1 + np.exp(-z_1))
### END SOLUTION

# %% nbgrader={"grade_id": "h_1_examples", "grade": true}
assert abs(h_1) < np.inf, "h_1 is a number"

# %% [markdown]
# The error term (델타) of that neuron is $\delta_1 = \frac{\partial E}{\partial z_1}$, where $z_1$ is the sum that goes
# into its activation. **(5 points)**

# %% nbgrader={"grade_id": "delta_1", "solution": true}
# delta_1: the error term of the first hidden neuron
### BEGIN SOLUTION
o = of_net["v1"] * h_1 + of_net["v2"] * of_net["h2"] + of_net["c"]
slope_1 = 1 - h_1**2 if f_part5 == "tanh" else h_1 * (1 - h_1)
delta_1 = (o - of_net["t"]) * of_net["v1"] * slope_1
### END SOLUTION

# %% nbgrader={"grade_id": "delta_1_examples", "grade": true}
assert abs(delta_1) < np.inf, "delta_1 is a number"

# %% [markdown]
# What is the weight $w_{11}$ after one step of gradient descent with your learning rate $\eta$? **(4 points)**

# %% nbgrader={"grade_id": "new_w", "solution": true}
# new_w: the weight w11 after the step
### BEGIN SOLUTION
new_w = of_net["w11"] - of_net["eta"] * delta_1 * of_net["x1"]
### END SOLUTION

# %% nbgrader={"grade_id": "new_w_examples", "grade": true}
assert abs(new_w) < np.inf, "new_w is a number"

# %% [markdown]
# ## 6. The backward pass
#
# The same kind of network for any sizes and any batch, with your $f$ of part 5 in the hidden layer and no activation at
# the output:
#
# $$H = f(X W_1 + b_1) \qquad O = H W_2 + b_2 \qquad E = \frac{1}{2n} \sum_{i=1}^{n} \sum_k (O_{ik} - T_{ik})^2$$
#
# $n$ is the number of rows of the batch: the squares are added over the outputs, and it is the half of the **mean over
# the rows**. Here each **column** of `W1` and `W2` belongs to one neuron. **(10 points)**
#
# **May be imported:** `numpy`, `math`.


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(X, W1, b1, W2, b2, T):
    """The gradients of E with respect to W1, b1, W2 and b2: four arrays, each of the shape of what it belongs to.

    X is (batch, inputs), W1 is (inputs, hidden), b1 is (hidden,), W2 is (hidden, outputs), b2 is (outputs,),
    T is (batch, outputs).
    """
    ### BEGIN SOLUTION
    Z = X @ W1 + b1  # (batch, hidden)
    H = np.tanh(Z) if f_part5 == "tanh" else 1 / (1 + np.exp(-Z))
    D2 = (H @ W2 + b2 - T) / len(X)  # (batch, outputs)
    slopes = 1 - H**2 if f_part5 == "tanh" else H * (1 - H)
    D1 = (D2 @ W2.T) * slopes  # (batch, hidden)
    return X.T @ D1, D1.sum(axis=0), H.T @ D2, D2.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "backward_examples", "grade": true}
parts_shown = backward(np.ones((5, 2)), np.ones((2, 3)), np.zeros(3), np.ones((3, 4)), np.zeros(4), np.ones((5, 4)))
assert [np.shape(part) for part in parts_shown] == [(2, 3), (3,), (3, 4), (4,)], "the shapes of W1, b1, W2 and b2"

# %% [markdown]
# ## 7. A mistake, and a word
#
# The program that is printed for you is meant to make one right step of gradient descent on a network with two layers of
# sigmoids, no biases and the error $E = \frac{1}{2} \sum (o - T)^2$; `X` and `T` are the inputs and the targets of a batch.
# It runs, but it has one mistake. **Which one?** **(8 points)**

# %% nbgrader={"grade_id": "ask_bug", "locked": true} demo=true
for number, line in enumerate(bug_program, start=1):
    print(number, " ", line)
print()
for letter in sorted(bug_options):
    print(f"{letter}) {bug_options[letter]}")

# %% nbgrader={"grade_id": "bug", "solution": true}
# bug: one letter, in quotes
### BEGIN SOLUTION
by_line = {"e2 = o - T": "lacks", "e1 = (e2 @ W2.T) * z * (1 - z)": "goes into", "W1 = W1 + rate * X.T @ e1": "up the"}
told = [by_line[line] for line in bug_program if line in by_line] or ["changed"]  # else it is in the order of the lines
bug = next(letter for letter, text in bug_options.items() if told[0] in text)
### END SOLUTION

# %% nbgrader={"grade_id": "bug_examples", "grade": true}
assert str(bug).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# The last question is printed for you. Answer with a word or two, in English or Korean. **(6 points)**

# %% nbgrader={"grade_id": "ask_word", "locked": true} demo=true
print(question)

# %% nbgrader={"grade_id": "word_answer", "solution": true}
# word_answer: a word or two, in quotes
### BEGIN SOLUTION
clues = {"rule": "chain rule", "multiplied with": "learning rate", "added to": "bias", "pass": "epoch"}
word_answer = next(word for clue, word in clues.items() if clue in question)
### END SOLUTION

# %% nbgrader={"grade_id": "word_answer_examples", "grade": true}
assert isinstance(word_answer, str), "the answer is a text in quotes"
