# %% [markdown]
# # Gradient check: trust your gradient before you train
#
# A wrong backward pass (역전파) gives no error message. The loss often goes down all the same, only slower or not as far.
# In this notebook you build a tool that finds such a mistake: a gradient check (기울기 검사). It compares the gradient
# that you derived with one that is measured. At the end your tool searches five backward functions of a small network.
# Four of them are wrong. Your tool names the line to look at, and you see that training alone would have hidden it.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers, whole ones too, and other
# sizes, also of one row or one column.

# %% nbgrader={"grade_id": "imports", "locked": true}
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
# ## 1. Measure a slope
#
# The slope of a function at $w$ can be measured without any rule of derivation (수치 미분). Take a small step $h$ to
# the right and one to the left, and divide the change of $f$ by the distance. This is the central difference
# (중심 차분):
#
# $$f'(w) \approx \frac{f(w + h) - f(w - h)}{2h}$$
#
# By hand, for $f(w) = w^3$, $w = 2$ and $h = 0.1$: $(9.261 - 6.859) / 0.2 = 12.01$. The true slope is
# $3 \cdot 2^2 = 12$. With the right side alone it would be $(9.261 - 8) / 0.1 = 12.61$.
#
# Now let $f$ take a whole array `W`, such as all weights of a layer, and return one number. Its gradient (기울기) has
# one entry for each entry of `W`: move this entry by $h$ up and down, and leave all others where they are.
#
# `W` can have any number of axes, and its entries may be whole numbers. The array that comes in must stay as it is, so
# move the entries of a copy.
#
# A function to measure is given here: $f(W) = \left(\sum A \sin W\right)^2$ with fixed numbers $A$. It is a class, so
# that `f = Waves(A)` can be called like a function: `f(W)`. The slope at one entry depends on where all others are.


# %% nbgrader={"grade_id": "waves", "locked": true}
class Waves:
    """The function f(W) = (sum of A * sin(W)) ** 2, for arrays W in the shape of A."""

    def __init__(self, A):
        self.A = A

    def __call__(self, W):
        return np.sum(self.A * np.sin(W)) ** 2


# %% nbgrader={"grade_id": "numerical_gradient", "solution": true}
def numerical_gradient(f, W, h):
    """The central difference of f for each entry of W, with the step h.

    f takes an array like W and returns one number. W is an array of any shape; returns an array of the same shape.
    """
    ### BEGIN SOLUTION
    gradient = np.zeros(W.shape)
    for index in np.ndindex(*W.shape):
        move = np.zeros(W.shape)
        move[index] = h
        gradient[index] = (f(W + move) - f(W - move)) / (2 * h)
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade_id": "numerical_gradient_examples", "grade": true}
cubes = numerical_gradient(lambda W: np.sum(W**3), np.array([[2.0, -1.0, 0.5]]), 0.1)
print("the slopes of the sum of cubes:", cubes)
np.testing.assert_allclose(cubes, [[12.01, 3.01, 0.76]], rtol=1e-4, err_msg="three weights in one row, h = 0.1")
waves = numerical_gradient(Waves(np.array([1.0, 2.0])), np.array([1, 2]), 0.5)
np.testing.assert_allclose(
    waves, [2.649464, -3.890374], rtol=1e-4, err_msg="waves at the whole numbers 1 and 2, h = 0.5"
)


# %% nbgrader={"grade_id": "three_steps", "locked": true} demo=true
@picture
def three_steps():
    """The central difference and the difference to one side, as secants."""
    w, h = 2.0, 0.8
    x = np.linspace(0.8, 3.0, 100)
    slope = numerical_gradient(lambda W: W[0] ** 3, np.array([w]), h)[0]
    figure, axes = plt.subplots(figsize=(5, 3.4))
    axes.plot(x, x**3, color="gray", label="$w^3$")
    axes.plot(x, w**3 + 3 * w**2 * (x - w), "k:", label="true slope, 12")
    axes.plot([w - h, w + h], [(w - h) ** 3, (w + h) ** 3], "C0o-", label=f"central difference, {slope:.2f}")
    axes.plot([w, w + h], [w**3, (w + h) ** 3], "C1s--", label=f"to the right only, {((w + h) ** 3 - w**3) / h:.2f}")
    axes.set_xlabel("w")
    axes.legend()
    return figure, f"With h = 0.8 the line through both neighbours has the slope {slope:.2f}; the true slope is 12."


# %% [markdown]
# ## 2. How small should the step be?
#
# "As small as possible" is wrong. Two errors are at work.
#
# - **Truncation (절단 오차).** The central difference is not the slope itself. The Taylor series says how far it is off:
#   $\frac{h^2}{6}\,|f'''(w)|$. For $w^3$ the third derivative (3차 도함수) is 6, so the error is $h^2$. That was the
#   $0.01$ above.
# - **Rounding (반올림 오차).** The computer keeps about 16 digits of each $f(w \pm h)$. Each value is off by about
#   $\varepsilon\,|f(w)|$, and this is divided by $h$: $\frac{\varepsilon\,|f(w)|}{h}$. In float64
#   $\varepsilon = 2.2 \cdot 10^{-16}$.
#
# By hand, for $w^3$ at $w = 2$ and $h = 10^{-4}$: truncation $10^{-8}$, rounding
# $2.2 \cdot 10^{-16} \cdot 8 / 10^{-4} = 1.8 \cdot 10^{-11}$.
#
# The best step is where the sum of both is smallest. Write the sum as a function of $h$, take its derivative, set it
# to 0 and solve for $h$. Write the result as a program.


# %% nbgrader={"grade_id": "error_sources", "solution": true}
def error_sources(h, size, third, eps):
    """The two errors of a central difference: truncation, rounding.

    h is the step, a number or an array of any shape; size is |f|, third is the size of the third derivative and eps
    the rounding of one number, all three numbers above 0. Returns two values, each in the shape of h.
    """
    ### BEGIN SOLUTION
    return h**2 * third / 6, eps * size / h
    ### END SOLUTION


# %% nbgrader={"grade_id": "error_sources_examples", "grade": true}
np.testing.assert_allclose(
    error_sources(1e-4, 8.0, 6.0, 2.2e-16), [1e-8, 1.76e-11], rtol=1e-5, err_msg="w ** 3 at w = 2 with h = 1e-4"
)
np.testing.assert_allclose(
    error_sources(np.array([0.1, 0.2]), 8.0, 6.0, 1e-3), [[0.01, 0.04], [0.08, 0.04]], rtol=1e-5, err_msg="two steps"
)


# %% nbgrader={"grade_id": "best_step", "solution": true}
def best_step(size, third, eps):
    """The step h where the sum of truncation and rounding is smallest. All arguments and the result are numbers."""
    ### BEGIN SOLUTION
    return (3 * eps * size / third) ** (1 / 3)
    ### END SOLUTION


# %% nbgrader={"grade_id": "best_step_examples", "grade": true}
np.testing.assert_allclose([best_step(8.0, 6.0, 2.2e-16)], [9.58e-6], rtol=1e-2, err_msg="w ** 3 at w = 2")
assert sum(error_sources(best_step(8.0, 6.0, 2.2e-16), 8.0, 6.0, 2.2e-16)) < sum(
    error_sources(2e-5, 8.0, 6.0, 2.2e-16)
), "a step of 2e-5 has a smaller error than yours"

# %% [markdown]
# The picture measures the error of your central difference for many steps. Look for a V: at its right arm truncation
# decides, at its left arm rounding.


# %% nbgrader={"grade_id": "the_v", "locked": true} demo=true
@picture
def the_v():
    """The measured error of the central difference over the step, with both predictions."""
    steps = 10.0 ** np.arange(-12, 0.1, 0.25)
    measured = [abs(numerical_gradient(lambda W: W[0] ** 3, np.array([2.0]), h)[0] - 12) for h in steps]
    truncation, rounding = error_sources(steps, 8.0, 6.0, 2.2e-16)
    best = best_step(8.0, 6.0, 2.2e-16)
    figure, axes = plt.subplots(figsize=(5.5, 3.6))
    axes.loglog(steps, measured, "ko", markersize=4, label="measured")
    axes.loglog(steps, truncation, "C0-", label="truncation")
    axes.loglog(steps, rounding, "C1--", label="rounding")
    axes.axvline(best, color="gray", linestyle=":", label="your best step")
    axes.set_xlabel("h")
    axes.set_ylabel("error of the slope")
    axes.set_ylim(1e-14, 10)
    axes.legend()
    return figure, (
        f"The measured error falls with h down to about {min(measured):.0e} and rises again for smaller steps: a V. "
        f"Your best step is {best:.1e}."
    )


# %% [markdown]
# ## 3. When are two gradients the same?
#
# A difference of $0.001$ is nothing beside $100$ and a disaster beside $0.001$. So divide it by the size of the
# entries. This is the relative error (상대 오차) of one entry with the two values $a$ and $b$:
#
# $$\frac{|a - b|}{\max(|a|,\ |b|,\ c)}$$
#
# The small number $c$ is there for entries that should be 0. Without it $0 / 0$ would come up, and a rounding error
# of $10^{-12}$ beside a 0 would count as an error of 100 %.
#
# Each entry is judged on its own, and the largest relative error counts. One wrong bias gradient must not hide behind a
# thousand good weights.
#
# By hand, $c = 10^{-6}$: for $a = 2$ and $b = -2$ it is $4 / 2 = 2$. For $a = 0.3$ and $b = 0.2$ it is
# $0.1 / 0.3 = 0.333$. For $a = 10^{-9}$ and $b = 0$ it is $10^{-9} / 10^{-6} = 0.001$.


# %% nbgrader={"grade_id": "relative_error", "solution": true}
def relative_error(a, b, c):
    """The largest relative error of all entries, one number.

    a and b are arrays of the same shape, which may be any shape; c is a number above 0.
    """
    ### BEGIN SOLUTION
    return np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), c))
    ### END SOLUTION


# %% nbgrader={"grade_id": "relative_error_examples", "grade": true}
np.testing.assert_allclose(
    [relative_error(np.array([0.3, 5.0]), np.array([0.2, 5.0]), 1e-6)], [1 / 3], rtol=1e-5, err_msg="0.3 and 0.2"
)
np.testing.assert_allclose(
    [relative_error(np.array([1e-9, 0.0]), np.array([0.0, 0.0]), 1e-6)], [0.001], rtol=1e-5, err_msg="beside zeros"
)

# %% [markdown]
# ## 4. A network and its gradient
#
# The network (신경망) has a hidden layer (은닉층) with tanh and an output layer without activation. Its error is half
# the squared difference, summed over the outputs, and the mean over the $n$ rows of the batch:
#
# $$Z = X W_1 + b_1 \qquad H = \tanh Z \qquad Y = H W_2 + b_2 \qquad E = \frac{1}{2n} \sum (Y - T)^2$$
#
# The parameters (매개변수) are kept in a dictionary with the names `"W1"`, `"b1"`, `"W2"` and `"b2"`. The forward pass
# (순전파) and the error are given. `loss = Loss(X, T)` makes a function of the parameters: `loss(params)` is $E$.


# %% nbgrader={"grade_id": "network", "locked": true}
def forward(X, params):
    """The hidden outputs H, (batch, hidden), and the outputs Y, (batch, outputs), for inputs X, (batch, inputs)."""
    H = np.tanh(X @ params["W1"] + params["b1"])
    return H, H @ params["W2"] + params["b2"]


class Loss:
    """The error E of the network on the inputs X and the targets T, as a function of its parameters."""

    def __init__(self, X, T):
        self.X, self.T = X, T

    def __call__(self, params):
        _, Y = forward(self.X, params)
        return np.sum((Y - self.T) ** 2) / (2 * len(self.X))


# Three rows, two inputs, four hidden nodes, one output.
X = np.array([[0.5, -1.0], [1.5, 0.3], [-0.7, 0.8]])
T = np.array([[1.0], [-0.5], [0.4]])
PARAMS = {
    "W1": np.array([[0.3, -0.6, 0.8, 0.1], [-0.4, 0.9, 0.2, 0.7]]),
    "b1": np.array([[0.1, -0.2, 0.3, 0.0]]),
    "W2": np.array([[0.5], [-0.7], [0.2], [0.9]]),
    "b2": np.array([[0.05]]),
}

# %% [markdown]
# Now the backward pass by the chain rule (연쇄 법칙). First the output delta
# $O_b = \partial E / \partial Y$, then the hidden delta $H_b = \partial E / \partial Z$, where
# $\tanh' = 1 - \tanh^2$. The four gradients follow from these two:
#
# $$W_{2b} = H^T O_b \qquad b_{2b} = \sum_{rows} O_b \qquad W_{1b} = X^T H_b \qquad b_{1b} = \sum_{rows} H_b$$
#
# The two deltas are yours to work out.


# %% nbgrader={"grade_id": "backward", "solution": true}
def backward(X, T, params):
    """The gradient of E for each parameter, a dictionary with the names and shapes of params.

    X is (batch, inputs) and T is (batch, outputs); b1 is (1, hidden) and b2 is (1, outputs).
    """
    ### BEGIN SOLUTION
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)  # (batch, outputs)
    Hb = Ob @ params["W2"].T * (1 - H**2)  # (batch, hidden)
    return {
        "W1": X.T @ Hb,  # (inputs, hidden)
        "b1": Hb.sum(axis=0, keepdims=True),  # (1, hidden)
        "W2": H.T @ Ob,  # (hidden, outputs)
        "b2": Ob.sum(axis=0, keepdims=True),  # (1, outputs)
    }
    ### END SOLUTION


# %% nbgrader={"grade_id": "backward_examples", "grade": true}
found = backward(X, T, PARAMS)
for name in PARAMS:
    print(name, np.round(found[name], 4).tolist())
np.testing.assert_allclose(found["b2"], [[0.192606]], rtol=1e-4, err_msg="the gradient of b2")
np.testing.assert_allclose(np.shape(found["W1"]), (2, 4), err_msg="the shape of W1's gradient")

# %% [markdown]
# ## 5. The check
#
# For each parameter the gradient is measured with your `numerical_gradient`. Only one parameter is moved at a time, the
# others keep their values. The function `measure` does this. Look at how it makes a function of one array from a function
# of the whole dictionary.


# %% nbgrader={"grade_id": "measure", "locked": true}
def measure(loss, params, h):
    """The measured gradient of each parameter, a dictionary with the names and shapes of params."""
    measured = {}
    for name, W in params.items():

        def loss_of_this(moved, name=name):
            return loss({**params, name: moved})  # a new dictionary, in which this one array is another

        measured[name] = np.array(numerical_gradient(loss_of_this, W, h))
    return measured


# %% [markdown]
# Now compare. Each parameter has a relative error of its own. A gradient that has another shape than its parameter is
# wrong, whatever its numbers are. NumPy might stretch it to the right shape and hide the mistake. Such a gradient gets the
# error 2, the largest that there can be: that of $a$ and $-a$.


# %% nbgrader={"grade_id": "check_gradients", "solution": true}
def check_gradients(measured, grads, c):
    """The relative error of each gradient in grads: a dictionary, name to number.

    measured has the measured gradients and grads the derived ones, under the same names, whatever these are, but perhaps
    in another order. A gradient in another shape than the measured one has the error 2. c as in relative_error.
    """
    ### BEGIN SOLUTION
    errors = {}
    for name, right in measured.items():
        has_shape = np.shape(grads[name]) == right.shape
        errors[name] = relative_error(grads[name], right, c) if has_shape else 2
    return errors
    ### END SOLUTION


# %% nbgrader={"grade_id": "check_gradients_examples", "grade": true}
measured = measure(Loss(X, T), PARAMS, 0.01)
errors = check_gradients(measured, backward(X, T, PARAMS), 1e-6)
for name, error in errors.items():
    print(f"the relative error of your gradient of {name}, measured with h = 0.01: {error:.1e}")
assert all(error < 0.01 for error in errors.values()), "backward and the gradient measured with h = 0.01 do not agree"
given = {"v": np.array([1.0, 2.0]), "u": np.array([[4.0]])}
errors = check_gradients(given, {"u": np.array([4.0]), "v": np.array([1.0, 4.0])}, 1e-6)
np.testing.assert_allclose([errors["v"], errors["u"]], [0.5, 2], rtol=1e-5, err_msg="2 and 4; u has another shape")

# %% [markdown]
# The check says more than "wrong". Follow the backward pass from the error to the inputs:
#
# $$E \rightarrow O_b \rightarrow (W_{2b},\ b_{2b}) \qquad O_b \rightarrow H_b \rightarrow (W_{1b},\ b_{1b})$$
#
# A mistake spoils all that is computed from it, and nothing else. So the set of wrong gradients tells where the mistake
# is. `limit` is the largest relative error that you accept. A gradient is wrong if its error is *above* the limit.
#
# | wrong gradients | the place |
# |---|---|
# | none | `"none"` |
# | exactly one | the name of this one, such as `"W2"` |
# | `W1` and `b1`, no other | which delta? |
# | all four | which delta? |
# | any other set | `"several"`: no single line explains it |
#
# The two deltas are called `"output delta"` and `"hidden delta"`.


# %% nbgrader={"grade_id": "place_of_bug", "solution": true}
def place_of_bug(errors, limit):
    """Where the one mistake is that explains these relative errors, as in the table; returns a text.

    errors is a dictionary with the names W1, b1, W2, b2 in any order and a number for each; limit is a number.
    """
    ### BEGIN SOLUTION
    wrong = {name for name, error in errors.items() if error > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    return "output delta" if len(wrong) == 4 else "several"
    ### END SOLUTION


# %% nbgrader={"grade_id": "place_of_bug_examples", "grade": true}
fine, bad = 1e-9, 0.4
assert place_of_bug({"W1": fine, "b1": fine, "W2": bad, "b2": fine}, 1e-5) == "W2", "only W2 is wrong"
assert place_of_bug({"W1": bad, "b1": fine, "W2": fine, "b2": bad}, 1e-5) == "several", "W1 and b2 are wrong"

# %% [markdown]
# ### Five backward functions
#
# Here are five backward passes for this network, as five people wrote them. One of them is right.


# %% nbgrader={"grade_id": "five_functions", "locked": true}
def backward_1(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * 1 - H**2
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }


def backward_2(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = (1 - H * H) * np.dot(Ob, params["W2"].T)
    return {
        "W1": np.dot(X.T, Hb),
        "b1": np.sum(Hb, axis=0, keepdims=True),
        "W2": np.dot(H.T, Ob),
        "b2": np.mean(Ob, axis=0, keepdims=True),
    }


def backward_3(X, T, params):
    H, Y = forward(X, params)
    ones = np.ones((1, len(X)))
    Ob = Y - T
    Hb = Ob @ params["W2"].T - H * (Ob @ params["W2"].T) * H
    return {"b1": ones @ Hb / len(X), "b2": ones @ Ob / len(X), "W1": X.T @ Hb / len(X), "W2": H.T @ Ob / len(X)}


def backward_4(X, T, params):
    H, Y = forward(X, params)
    Ob = Y - T
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }


def backward_5(X, T, params):
    Z = X @ params["W1"] + params["b1"]
    Y = np.tanh(Z) @ params["W2"] + params["b2"]
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T / np.cosh(Z) ** 2
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": Z.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }


FIVE = {1: backward_1, 2: backward_2, 3: backward_3, 4: backward_4, 5: backward_5}


# %% [markdown]
# The next cell lets your check search them. Then look at the line that it names, and find what is wrong with it.


# %% nbgrader={"grade_id": "search", "locked": true} demo=true
def search():
    """Print what the check says of each of the five functions."""
    for number, function in FIVE.items():
        errors = check_gradients(measure(Loss(X, T), PARAMS, 1e-5), function(X, T, PARAMS), 1e-6)
        told = ", ".join(f"{name} {errors[name]:.0e}" for name in ("W1", "b1", "W2", "b2"))
        print(f"backward_{number}: {told}   place of the mistake: {place_of_bug(errors, 1e-5)}")


try:
    search()
except Exception as error:
    print(f"The search waits for the blanks above: {type(error).__name__}: {error}")

# %% [markdown]
# **What is wrong with each of them?** a) Nothing. b) The gradients are $n$ times too large: the mean over the batch is
# missing. c) Brackets are missing around the slope of tanh. d) A sum over the rows has become a mean. e) The sums before
# tanh stand where the outputs of tanh belong. f) The weights are not transposed on the way back.

# %% nbgrader={"grade_id": "bugs", "solution": true}
# bugs: five letters, for backward_1 to backward_5 in this order
### BEGIN SOLUTION
bugs = ("c", "d", "a", "b", "e")
### END SOLUTION

# %% nbgrader={"grade_id": "bugs_examples", "grade": true}
picked = [letter for letter in str(bugs).lower() if letter.isalpha()]
assert not isinstance(bugs, set), "the letters have an order: that of the functions"
assert len(picked) == 5, "one letter for each of the five functions"
assert set(picked) <= set("abcdef"), "each answer is one of the letters a, b, c, d, e, f"

# %% [markdown]
# Would training have shown it? The picture trains the network with each of the five functions, from the same start and
# with the same learning rate.


# %% nbgrader={"grade_id": "trained_with_each", "locked": true} demo=true
@picture
def trained_with_each():
    """The error while the network is trained with each of the five functions."""
    generator = np.random.default_rng(5)
    inputs = generator.uniform(-2, 2, size=(20, 2))
    targets = np.sin(inputs[:, :1] * 1.5) + 0.5 * inputs[:, 1:]
    loss = Loss(inputs, targets)
    figure, axes = plt.subplots(figsize=(5.5, 4))
    last = {}
    for number, function in FIVE.items():
        params, curve = dict(PARAMS), []
        for _ in range(300):
            curve.append(loss(params))
            grads = function(inputs, targets, params)
            params = {name: params[name] - 0.02 * grads[name] for name in params}
        last[number] = loss(params)
        errors = check_gradients(measure(Loss(X, T), PARAMS, 1e-5), function(X, T, PARAMS), 1e-6)
        passes = place_of_bug(errors, 1e-5) == "none"
        told = "passes your check" if passes else "fails"
        style, width, above = ("-", 5, 1) if passes else ("--", 1.5, 2)  # two curves lie on each other
        axes.plot(curve, style, linewidth=width, zorder=above, label=f"backward_{number}: {told}")
    axes.set_xlabel("step")
    axes.set_ylabel("error E")
    axes.set_ylim(0, 2 * loss(PARAMS))
    axes.legend(loc="upper right", fontsize=8)
    told = ", ".join(f"{number}: {error:.3f}" for number, error in last.items())
    return figure, f"The error after 300 steps with each function: {told}. It began at {loss(PARAMS):.3f}."


# %% [markdown]
# Most of the wrong gradients train, too, and one of them even trains faster than the right one: it takes larger steps.
# A falling error is no proof.
#
# ## 6. Where the check itself lies
#
# ### A kink
#
# ReLU (`max(0, z)`) has a kink (꺾인 점) at 0. If the two places $z - h$ and $z + h$ lie on different sides of 0, the
# central difference mixes the slopes 0 and 1. By hand, for $z = 0.02$ and $h = 0.1$: $(0.12 - 0) / 0.2 = 0.6$. But the
# slope at $0.02$ is 1.
#
# In a layer $Z = X W_1 + b_1$ the weight $W_1[i, j]$ is moved by $h$. Then the sum $Z[n, j]$ of row $n$ moves by
# $h \cdot X[n, i]$, to both sides. The measured slope of this weight cannot be trusted if *any* row crosses the kink: if
# $|Z[n, j]| < h\,|X[n, i]|$.


# %% nbgrader={"grade_id": "untrusted", "solution": true}
def untrusted(X, W1, b1, h):
    """For each weight, whether a step h takes the sum of any row across 0: True or 1, else False or 0.

    X is (batch, inputs), W1 is (inputs, hidden), b1 is (1, hidden); returns (inputs, hidden).
    """
    ### BEGIN SOLUTION
    Z = X @ W1 + b1  # (batch, hidden)
    crosses = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]  # (batch, inputs, hidden)
    return crosses.any(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "untrusted_examples", "grade": true}
near = untrusted(np.array([[1.0, 0.0]]), np.array([[0.3, -0.05], [0.2, 0.4]]), np.array([[0.1, 0.02]]), 0.1)
np.testing.assert_array_equal(
    np.asarray(near, dtype=int), [[0, 1], [0, 0]], err_msg="one row: the sums are 0.4 and -0.03, the second input is 0"
)


# %% nbgrader={"grade_id": "kink_figure", "locked": true} demo=true
@picture
def kink_figure():
    """The measured slope of ReLU near its kink."""
    z = np.linspace(-0.3, 0.3, 121)
    figure, axes = plt.subplots(figsize=(5.5, 3.2))
    axes.step(z, z > 0, "k:", where="mid", label="true slope")
    for h, style in ((0.1, "C0-"), (0.02, "C1--")):
        measured = numerical_gradient(lambda W: np.sum(np.maximum(0, W)), z, h)
        axes.plot(z, measured, style, label=f"measured, h = {h}")
    axes.set_xlabel("z")
    axes.set_ylabel("slope of ReLU")
    axes.legend()
    return (
        figure,
        "Within h of the kink the measured slope rises in a straight line from 0 to 1; elsewhere it is right.",
    )


# %% [markdown]
# ### Few digits, and a large loss
#
# Rounding is $\varepsilon\,|f| / h$. So a check gets worse if the numbers have fewer digits, as in float32 with
# $\varepsilon = 1.2 \cdot 10^{-7}$, or if a large constant is added to the loss. The picture shows the same network
# three times: in float64, in float32, and in float64 with $10^6$ added to the loss, as a loss that is summed over
# millions of examples would have.


# %% nbgrader={"grade_id": "three_vs", "locked": true} demo=true
@picture
def three_vs():
    """The largest relative error of the check over the step, for three kinds of loss."""
    exact = {name: np.array(each) for name, each in backward(X, T, PARAMS).items()}
    plain = Loss(X, T)
    in_float32 = Loss(X.astype("float32"), T.astype("float32"))
    losses = {
        "float64": plain,
        "float32": lambda params: in_float32({name: np.float32(each) for name, each in params.items()}),
        "float64, loss + 1e6": lambda params: plain(params) + 1e6,
    }
    steps = 10.0 ** np.arange(-10, 0.1, 0.5)
    figure, axes = plt.subplots(figsize=(5.5, 3.6))
    best = {}
    for (name, loss), style in zip(losses.items(), ("ko-", "C0s--", "C1^:"), strict=True):
        curve = [max(check_gradients(measure(loss, PARAMS, h), exact, 1e-6).values()) for h in steps]
        best[name] = f"{steps[np.argmin(curve)]:.0e} with an error of {min(curve):.0e}"
        axes.loglog(steps, curve, style, markersize=4, label=name)
    axes.axhline(1e-5, color="gray", linewidth=1)
    axes.set_xlabel("h")
    axes.set_ylabel("largest relative error")
    axes.legend()
    return figure, "The best step is " + ", ".join(f"{each} ({name})" for name, each in best.items()) + "."


# %% [markdown]
# Somebody checks a network in float32 with $h = 10^{-5}$. The relative error is $0.3$, and the backward pass is right.
#
# **What should be done?** a) Take a smaller step, since a smaller step is always nearer to the slope. b) Set the limit to
# $0.5$, so that the right gradient passes. c) Compute the loss in float64 for the check; if that is not possible, take a
# step near $10^{-2}$. d) Check on a larger batch, so that the rounding errors cancel in the mean.

# %% nbgrader={"grade_id": "float32_check", "solution": true}
# Answer with one letter, for instance: float32_check = "a"
### BEGIN SOLUTION
float32_check = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "float32_check_examples", "grade": true}
assert str(float32_check).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## What to take with you
#
# - Check in float64, with $h$ near $10^{-5}$ and a few random rows. Ask each parameter on its own.
# - A relative error below $10^{-6}$ is fine. Above $10^{-2}$ the gradient is wrong. Between them look for a kink first.
# - Check before you train. Training may hide the mistake, as your picture shows.
