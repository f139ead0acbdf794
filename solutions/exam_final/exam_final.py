# %% [markdown]
# # Final exam
#
# 18 answers, 100 points, 90 minutes. Every student has other numbers, and in some questions another task of the same
# kind. The points of a question stand in brackets.
#
# - **Numbers** are written with four decimals; it does not matter whether the last one is rounded or cut. Carry at least
#   six decimals in between. A calculator, or Python in cells of your own, may do the arithmetic: your numbers have the
#   names that are printed with them. Where a question goes on from a number that you wrote before, it is judged from
#   *your* number.
# - **Choices** are answered with one letter in quotes, for instance `"b"`; **words** with a word or two in quotes, in
#   English or in Korean.
# - **Programs** are tried on arrays of many sizes, also of one row or one column. A first axis called batch (배치) has
#   one row for each example.
# - **Imports:** every answer, a number too, may be computed with `math`, `numpy` and `tensorflow`, a tape included;
#   nothing else can be imported. Each program says so again.
# - $\ln$ is the natural logarithm, `np.log`. A slope is a derivative: the slope of $E$ with respect to $w$ is
#   $\partial E / \partial w$.
#
# Replace the line `raise NotImplementedError(...)` in each blank. The cell under a blank looks at the form of your answer
# only; it does not know whether the answer is right.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "tensorflow_import", "locked": true}
import tensorflow as tf

# %% nbgrader={"grade_id": "numbers", "locked": true} numbers=true
gate = {"name": "x1 AND NOT x2", "table": "00 -> 0, 01 -> 0, 10 -> 1, 11 -> 0"}
step_at_zero = 1
a = 2.3
q = -1.7
r = 3.1
xs = [1.3, 2.6, 3.7]
ys = [4.2, -1.9, 3.4]
w_start = 2.7
b_fixed = -1.4
etas = [0.031, 0.046]
curvature = 4
eta = 0.21
descent_options = {
    "a": "w comes nearer to 0 and stays on the same side of it",
    "b": "w jumps to the other side of 0 at each step, and comes nearer to it",
    "c": "w jumps to the other side of 0 at each step, and gets farther away from it",
    "d": "w gets farther away from 0 and stays on the same side of it",
}
logits = [1.47, -1.23, 2.18]
one_hot = [1, 0, 0]
h_last = 3.7
w_before = 4.3
m_before = -2.64
v_before = 27.8
slope_now = 5.3
step_number = 4
beta_1 = 0.7
beta_2 = 0.94
alpha = 0.23
batch_rule = "mean"
activation = "tanh"
weights_as = "(inputs, outputs)"
rule = "momentum"
loss_name = "log-cosh"
tape_question = {
    "program": [
        "x = tf.constant(3.0)",
        "with tf.GradientTape() as tape:",
        "    y = x * x",
        "print(tape.gradient(y, x))",
    ],
    "happens": "The last line prints None.",
}
tape_options = {
    "a": "the tape does not follow a constant unless it is told to watch it",
    "b": "the tape forgets what it has recorded after its first gradient, since it is not persistent",
    "c": "a part of the computation stands after the with block, where nothing is recorded",
    "d": "a part of the computation is done in NumPy, which the tape cannot follow",
}
loop_program = [
    "model.set_weights(start)",
    "for epoch in range(300):",
    "    optimizer = tf.keras.optimizers.Adam(0.01)",
    "    with tf.GradientTape() as tape:",
    "        E = mean_square(T, model(X))",
    "    slopes = tape.gradient(E, model.trainable_variables)",
    "    optimizer.apply_gradients(zip(slopes, model.trainable_variables))",
]
loop_options = {
    "a": "the weights are the ones of the start again in every epoch",
    "b": "the optimizer begins in every epoch as if it were the first",
    "c": "every epoch applies the slopes that the very first weights had",
    "d": "one of the two layers is never trained",
}
graph_question = "Which node of a graph has no value of its own, and is handed one each time the graph is run?"

# %% [markdown]
# ## 1. A gate (5 points)
#
# A perceptron with the weights $w_1$, $w_2$ and the bias (편향) $b$ answers with $h(w_1 x_1 + w_2 x_2 + b)$. Its step
# function $h(z)$ is 1 for $z > 0$ and 0 for $z < 0$; what it is at exactly 0 is printed below. Find weights and a bias for
# your gate. **Each of the three has to be -1, 0 or 1.**

# %% nbgrader={"grade_id": "ask_gate", "locked": true} demo=true
print("Your gate:", gate["name"], "   (x1 x2 -> answer:", gate["table"] + ")")
print("In your step function h(0) is", step_at_zero)

# %% nbgrader={"grade_id": "gate_weights", "solution": true}
# gate_weights: w1, w2 and b in a tuple
### BEGIN SOLUTION
sign = 1 if gate["name"].startswith("x1") else -1
least = 0 if "AND" in gate["name"] else 1  # the bias where h(0) is 0
gate_weights = (sign, -sign, least - step_at_zero)
### END SOLUTION

# %% nbgrader={"grade_id": "gate_weights_examples", "grade": true}
assert len(gate_weights) == 3, "three numbers: w1, w2 and b"
assert all(number in (-1, 0, 1) for number in gate_weights), "each of the three is -1, 0 or 1"

# %% [markdown]
# ## 2. A graph (4 points)
#
# The graph of an error (오차) has four gates:
#
# $$u = a \cdot q \qquad s = u + a \qquad d = s - r \qquad E = d^2$$
#
# With your $a$, $q$ and $r$: what is the slope $\partial E / \partial a$?

# %% nbgrader={"grade_id": "ask_graph", "locked": true} demo=true
print("a =", a, "   q =", q, "   r =", r)

# %% nbgrader={"grade_id": "graph_slope", "solution": true}
# graph_slope: a number with four decimals
### BEGIN SOLUTION
graph_slope = 2 * (a * q + a - r) * (q + 1)
### END SOLUTION

# %% nbgrader={"grade_id": "graph_slope_examples", "grade": true}
assert abs(graph_slope) < np.inf, "graph_slope is a number"

# %% [markdown]
# ## 3. Two steps of gradient descent (경사 하강법) (4 + 3 points)
#
# The model $f(x) = w x + b$ has to fit three examples $(x_i, y_i)$. Its error is the mean of the squares:
#
# $$E = \frac{1}{3} \sum_{i=1}^{3} (f(x_i) - y_i)^2$$
#
# Only $w$ is trained; $b$ stays as it is. The learning rate (학습률) is $\eta_1$ in the first step and $\eta_2$ in the
# second. What is $w$ after the first step, and what is it after the second?

# %% nbgrader={"grade_id": "ask_descent", "locked": true} demo=true
print("x: xs =", xs)
print("y: ys =", ys)
print("w before the first step: w_start =", w_start)
print("b: b_fixed =", b_fixed)
print("eta_1 and eta_2: etas =", etas)

# %% nbgrader={"grade_id": "w_after_1", "solution": true}
# w_after_1: w after the first step, a number with four decimals
### BEGIN SOLUTION
w_after_1 = w_start - etas[0] * 2 * float(np.mean((w_start * np.array(xs) + b_fixed - ys) * xs))
### END SOLUTION

# %% nbgrader={"grade_id": "w_after_1_examples", "grade": true}
assert abs(w_after_1) < np.inf, "w_after_1 is a number"

# %% nbgrader={"grade_id": "w_after_2", "solution": true}
# w_after_2: w after the second step, a number with four decimals
### BEGIN SOLUTION
w_after_2 = w_after_1 - etas[1] * 2 * float(np.mean((w_after_1 * np.array(xs) + b_fixed - ys) * xs))
### END SOLUTION

# %% nbgrader={"grade_id": "w_after_2_examples", "grade": true}
assert abs(w_after_2) < np.inf, "w_after_2 is a number"

# %% [markdown]
# ## 4. Where a learning rate leads (4 points)
#
# Gradient descent on $E = c\,w^2$ starts at $w = 1$ and makes many steps with the learning rate $\eta$. What happens?

# %% nbgrader={"grade_id": "ask_learning_rate", "locked": true} demo=true
print("c: curvature =", curvature)
print("eta =", eta)
for letter, text in descent_options.items():
    print(f"{letter}) {text}")

# %% nbgrader={"grade_id": "learning_rate", "solution": true}
# learning_rate: one letter in quotes
### BEGIN SOLUTION
kept = 1 - 2 * curvature * eta  # of w, in each step
side = "stays on the same side" if kept > 0 else "jumps to the other side"
direction = "nearer" if abs(kept) < 1 else "farther"
learning_rate = next(letter for letter, text in descent_options.items() if side in text and direction in text)
### END SOLUTION

# %% nbgrader={"grade_id": "learning_rate_examples", "grade": true}
assert str(learning_rate).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 5. Softmax (소프트맥스) and cross-entropy (4 + 4 points)
#
# The last layer of a network computes three logits $z_1, z_2, z_3$. Softmax turns them into probabilities, and the error
# is the cross-entropy with the one-hot target $T$, of this one example: $E = -\sum_k T_k \ln p_k$.
#
# `p_true` is the probability of the class whose target is 1. `v_slope` is the slope of $E$ with respect to a weight $v$:
# it leads from a hidden node, whose output is $h$, to the logit *of this class*.

# %% nbgrader={"grade_id": "ask_softmax", "locked": true} demo=true
print("z: logits =", logits)
print("T: one_hot =", one_hot)
print("h: h_last =", h_last)

# %% nbgrader={"grade_id": "p_true", "solution": true}
# p_true: a number with four decimals
### BEGIN SOLUTION
p_true = float(np.exp(logits) @ one_hot / np.sum(np.exp(logits)))
### END SOLUTION

# %% nbgrader={"grade_id": "p_true_examples", "grade": true}
assert abs(p_true) < np.inf, "p_true is a number"

# %% nbgrader={"grade_id": "v_slope", "solution": true}
# v_slope: a number with four decimals
### BEGIN SOLUTION
v_slope = (p_true - 1) * h_last
### END SOLUTION

# %% nbgrader={"grade_id": "v_slope_examples", "grade": true}
assert abs(v_slope) < np.inf, "v_slope is a number"

# %% [markdown]
# ## 6. One step of Adam (3 + 3 + 6 points)
#
# Adam is in the middle of a training. Before this step the weight is $w$, the averages are $m$ and $v$; now the slope is
# $g$, and this is step number $t$, counted from 1. The settings are $\beta_1$, $\beta_2$ and $\alpha$, the learning rate;
# $\epsilon$ is 0. Give the new $m$, the new $v$ (before any correction) and the new weight. The bias correction (편향 보정)
# is part of the step.

# %% nbgrader={"grade_id": "ask_adam", "locked": true} demo=true
print("w: w_before =", w_before)
print("m: m_before =", m_before)
print("v: v_before =", v_before)
print("g: slope_now =", slope_now)
print("t: step_number =", step_number)
print("beta_1 =", beta_1)
print("beta_2 =", beta_2)
print("alpha =", alpha)

# %% nbgrader={"grade_id": "adam_m", "solution": true}
# adam_m: the new m, a number with four decimals
### BEGIN SOLUTION
adam_m = beta_1 * m_before + (1 - beta_1) * slope_now
### END SOLUTION

# %% nbgrader={"grade_id": "adam_m_examples", "grade": true}
assert abs(adam_m) < np.inf, "adam_m is a number"

# %% nbgrader={"grade_id": "adam_v", "solution": true}
# adam_v: the new v, a number with four decimals
### BEGIN SOLUTION
adam_v = beta_2 * v_before + (1 - beta_2) * slope_now**2
### END SOLUTION

# %% nbgrader={"grade_id": "adam_v_examples", "grade": true}
assert abs(adam_v) < np.inf, "adam_v is a number"

# %% nbgrader={"grade_id": "adam_w", "solution": true}
# adam_w: the new weight, a number with four decimals
### BEGIN SOLUTION
corrected_m = adam_m / (1 - beta_1**step_number)
corrected_v = adam_v / (1 - beta_2**step_number)
adam_w = float(w_before - alpha * corrected_m / np.sqrt(corrected_v))
### END SOLUTION

# %% nbgrader={"grade_id": "adam_w_examples", "grade": true}
assert abs(adam_w) < np.inf, "adam_w is a number"

# %% [markdown]
# ## 7. Cross-entropy of a batch, from logits (10 points)
#
# Each row of $Z$ has the logits of one example, each row of $T$ its one-hot target. $E$ is the cross-entropy of softmax,
# taken over the batch as printed below. The logits may be as large as 1000 or as small as -1000, and rows may differ as
# much: also then $E$ and its slopes have to be right and finite.
#
# **May be imported:** `math`, `numpy`, `tensorflow`.

# %% nbgrader={"grade_id": "ask_batch", "locked": true} demo=true
print("Your E is the", batch_rule, "of the rows' cross-entropies.")


# %% nbgrader={"grade_id": "softmax_loss", "solution": true}
def softmax_loss(Z, T):
    """The error E, a number, and its slopes with respect to Z, as an array; Z and T are (batch, classes)."""
    ### BEGIN SOLUTION
    shifted = Z - Z.max(axis=1, keepdims=True)  # (batch, classes)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))  # (batch, classes)
    divisor = len(Z) if batch_rule == "mean" else 1
    return -np.sum(T * log_P) / divisor, (np.exp(log_P) - T) / divisor
    ### END SOLUTION


# %% nbgrader={"grade_id": "softmax_loss_examples", "grade": true}
E, dZ = softmax_loss(np.zeros((5, 3)), np.eye(3)[[0, 2, 1, 1, 0]])
assert np.shape(E) == (), "E is one number"
assert np.shape(dZ) == (5, 3), "the slopes have the shape of Z"

# %% [markdown]
# ## 8. Back through two layers (14 points)
#
# $$Z = X W_1 + b_1 \qquad H = \varphi(Z) \qquad O = H W_2 + b_2 \qquad
# E = \frac{1}{2\,\text{batch}} \sum_{\text{rows}} \sum_{\text{outputs}} (O - T)^2$$
#
# The hidden layer has your activation $\varphi$ (활성화 함수), the output layer has none. If yours is relu, its slope is 0 at
# exactly 0.
#
# **May be imported:** `math`, `numpy`, `tensorflow`.

# %% nbgrader={"grade_id": "ask_activation", "locked": true} demo=true
print("Your activation:", activation)


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(X, T, W1, b1, W2, b2):
    """The slopes of E with respect to W1, b1, W2 and b2, in this order, each shaped like what it belongs to.

    X is (batch, inputs), T (batch, outputs), W1 (inputs, hidden), b1 (hidden,), W2 (hidden, outputs), b2 (outputs,).
    """
    ### BEGIN SOLUTION
    Z = X @ W1 + b1  # (batch, hidden)
    if activation == "relu":
        H, bend = np.maximum(0, Z), Z > 0
    elif activation == "tanh":
        H = np.tanh(Z)
        bend = 1 - H**2
    else:
        H = 1 / (1 + np.exp(-Z))
        bend = H * (1 - H)
    dO = (H @ W2 + b2 - T) / len(X)  # (batch, outputs)
    dZ = dO @ W2.T * bend  # (batch, hidden)
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "backward_examples", "grade": true}
slopes = backward(np.ones((5, 2)), np.ones((5, 3)), np.ones((2, 4)), np.ones(4), np.ones((4, 3)), np.ones(3))
assert [np.shape(slope) for slope in slopes] == [(2, 4), (4,), (4, 3), (3,)], "four arrays, shaped like W1, b1, W2, b2"

# %% [markdown]
# ## 9. A dense layer as a class (10 points)
#
# Write `forward` and `backward` of a linear layer. `backward` gets `dY`, the slopes of the error with respect to the
# outputs of the *last* `forward`. It keeps the slopes of the weights in `self.dW` and those of the biases in `self.db`,
# shaped like `W` and `b`, and returns the slopes with respect to the inputs. A mean over the batch, if there is one, is in
# `dY` already. Nothing adds up over several calls. Mind the shape that your $W$ has, printed below.
#
# `run_dense` stands under your class and is given: the hidden checks call it. Leave it as it is.
#
# **May be imported:** `math`, `numpy`, `tensorflow`.

# %% nbgrader={"grade_id": "ask_layout", "locked": true} demo=true
print("The shape of your W:", weights_as)


# %% nbgrader={"grade_id": "run_dense", "solution": true}
class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b  # W as printed above, b (outputs,)

    def forward(self, X):
        """The outputs, (batch, outputs), for the inputs X, (batch, inputs)."""
        ### BEGIN SOLUTION
        self.X = X
        return X @ (self.W if weights_as == "(inputs, outputs)" else self.W.T) + self.b
        ### END SOLUTION

    def backward(self, dY):
        """The slopes with respect to the inputs, (batch, inputs); dY is (batch, outputs)."""
        ### BEGIN SOLUTION
        self.db = dY.sum(axis=0)
        if weights_as == "(inputs, outputs)":
            self.dW = self.X.T @ dY
            return dY @ self.W.T
        self.dW = dY.T @ self.X
        return dY @ self.W
        ### END SOLUTION


def run_dense(W, b, X, dY):
    """What two layers do in turns: the outputs of one, the slopes of its inputs, of its weights and of its biases."""
    layer, other = Dense(W, b), Dense(W + 1, b - 1)
    layer.forward(X - 1)
    layer.backward(2 * dY)
    Y = layer.forward(X)
    other.forward(X + 1)
    dX = layer.backward(dY)
    other.backward(dY + 1)
    return Y, dX, layer.dW, layer.db


# %% nbgrader={"grade_id": "run_dense_examples", "grade": true}
shape = (2, 3) if weights_as == "(inputs, outputs)" else (3, 2)
parts = run_dense(np.ones(shape), np.ones(3), np.ones((5, 2)), np.ones((5, 3)))
assert [np.shape(part) for part in parts] == [(5, 3), (5, 2), shape, (3,)], "shaped like Y, X, W and b"

# %% [markdown]
# ## 10. An optimizer as a class (9 points)
#
# `update` makes one step: it changes the arrays in the dict `params`, by their slopes in the dict `slopes`, which has the
# same keys. Your rule is printed below, for one array $p$ with the slopes $g$; powers, roots and quotients are taken entry
# by entry. What a rule remembers is 0 before the first step, and each array has its own. A slope is never 0 here, so that
# nothing has to be added against a division by 0.
#
# `run_optimizer` stands under your class and is given: the hidden checks call it. Leave it as it is. It hands copies to
# `update`, which may change them in place.
#
# **May be imported:** `math`, `numpy`, `tensorflow`.

# %% nbgrader={"grade_id": "ask_rule", "locked": true} demo=true
print("Your rule:", rule)
print(
    {
        "momentum": "v <- rho v - lr g,   p <- p + v",
        "AdaGrad": "h <- h + g^2,   p <- p - lr g / sqrt(h)   (there is no rho in it)",
        "RMSProp": "h <- rho h + (1 - rho) g^2,   p <- p - lr g / sqrt(h)",
    }[rule]
)


# %% nbgrader={"grade_id": "run_optimizer", "solution": true}
class Optimizer:
    def __init__(self, lr, rho):
        self.lr, self.rho = lr, rho
        self.memory = {}  # yours to use

    def update(self, params, slopes):
        """One step for every array in params; returns nothing."""
        ### BEGIN SOLUTION
        for name, g in slopes.items():
            memory = self.memory.get(name, 0)
            if rule == "momentum":
                memory = self.rho * memory - self.lr * g
                step = memory
            else:
                memory = memory + g**2 if rule == "AdaGrad" else self.rho * memory + (1 - self.rho) * g**2
                step = -self.lr * g / np.sqrt(memory)
            self.memory[name] = memory
            params[name] = params[name] + step
        ### END SOLUTION


def run_optimizer(lr, rho, W, b, W_slopes, b_slopes):
    """W and b after each step, as two arrays; the first axis of W_slopes and b_slopes is the step."""
    optimizer, params = Optimizer(lr, rho), {"W": W.copy(), "b": b.copy()}
    W_path, b_path = [], []
    for number in range(len(W_slopes)):
        optimizer.update(params, {"W": W_slopes[number].copy(), "b": b_slopes[number].copy()})
        W_path.append(np.array(params["W"]))
        b_path.append(np.array(params["b"]))
    return np.array(W_path), np.array(b_path)


# %% nbgrader={"grade_id": "run_optimizer_examples", "grade": true}
W_path, b_path = run_optimizer(0.1, 0.9, np.ones((2, 3)), np.ones(3), np.ones((4, 2, 3)), np.ones((4, 3)))
assert (np.shape(W_path), np.shape(b_path)) == ((4, 2, 3), (4, 3)), "four steps of W and of b"

# %% [markdown]
# ## 11. First and second slopes from a tape (6 points)
#
# `loss` is given: the error of an output $h$ with the target $y$, entry by entry. Let `tf.GradientTape` find its first and
# its second derivative with respect to $h$, for each entry.
#
# **May be imported:** `math`, `numpy`, `tensorflow`.


# %% nbgrader={"grade_id": "loss_given", "locked": true}
def loss(h, y):
    d = h - y
    if loss_name == "log-cosh":
        return tf.math.log(tf.cosh(d))
    if loss_name == "pseudo-Huber":
        return tf.sqrt(1 + d * d) - 1
    if loss_name == "Cauchy":
        return tf.math.log(1 + d * d)
    return d * d * d * d  # "quartic"


# %% nbgrader={"grade_id": "ask_loss", "locked": true} demo=true
print("Your loss:", loss_name)


# %% nbgrader={"grade_id": "loss_slopes", "solution": true}
def loss_slopes(h, y):
    """The first and the second derivative of loss(h, y) with respect to h: two arrays shaped like h and y, (batch,)."""
    ### BEGIN SOLUTION
    h = tf.Variable(h)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            E = loss(h, y)
        first = inner.gradient(E, h)
    return first.numpy(), outer.gradient(first, h).numpy()
    ### END SOLUTION


# %% nbgrader={"grade_id": "loss_slopes_examples", "grade": true}
first, second = loss_slopes(np.array([0.5, 2.0, -1.0]), np.array([1.0, 0.5, 0.25]))
assert (np.shape(first), np.shape(second)) == ((3,), (3,)), "two arrays, shaped like h and y"

# %% [markdown]
# ## 12. What a tape does not do (4 points)
#
# A program with a tape, and what happens when it is run, are printed below. Why?

# %% nbgrader={"grade_id": "ask_tape", "locked": true} demo=true
print(*tape_question["program"], "", tape_question["happens"], "", sep="\n")
for letter, text in tape_options.items():
    print(f"{letter}) {text}")

# %% nbgrader={"grade_id": "tape_reason", "solution": true}
# tape_reason: one letter in quotes
### BEGIN SOLUTION
lines = tape_question["program"]
if "constant" in lines[0]:
    reason = "watch"
elif "RuntimeError" in tape_question["happens"]:
    reason = "persistent"
else:
    reason = "NumPy" if any("np." in line for line in lines) else "with block"
tape_reason = next(letter for letter, text in tape_options.items() if reason in text)
### END SOLUTION

# %% nbgrader={"grade_id": "tape_reason_examples", "grade": true}
assert str(tape_reason).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 13. What is wrong with this training? (4 points)
#
# `model` is a network of two dense layers, both with weights to be trained; `start` are its weights from before the
# training, `X` and `T` the whole batch. The program runs without an error, and does not do what was meant. What is wrong?

# %% nbgrader={"grade_id": "ask_loop", "locked": true} demo=true
print(*loop_program, "", sep="\n")
for letter, text in loop_options.items():
    print(f"{letter}) {text}")

# %% nbgrader={"grade_id": "loop_fault", "solution": true}
# loop_fault: one letter in quotes
### BEGIN SOLUTION
before, inside = "\n".join(loop_program).split("for epoch")
if "set_weights" in inside:
    fault = "the start again"
elif "Adam" in inside:
    fault = "the optimizer begins"
else:
    fault = "the slopes that" if "tape" in before else "one of the two layers"
loop_fault = next(letter for letter, text in loop_options.items() if fault in text)
### END SOLUTION

# %% nbgrader={"grade_id": "loop_fault_examples", "grade": true}
assert str(loop_fault).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 14. Graphs of TensorFlow 1 (3 points)

# %% nbgrader={"grade_id": "ask_graph_word", "locked": true} demo=true
print(graph_question)

# %% nbgrader={"grade_id": "graph_word", "solution": true}
# graph_word: a word or two in quotes
### BEGIN SOLUTION
graph_word = next(
    word
    for asked, word in (
        ("handed", "placeholder"),
        ("keeps", "variable"),
        ("method run", "session"),
        ("argument", "feed_dict"),
    )
    if asked in graph_question
)
### END SOLUTION

# %% nbgrader={"grade_id": "graph_word_examples", "grade": true}
assert isinstance(graph_word, str), "the answer is a text in quotes"
