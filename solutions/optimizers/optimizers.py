# %% [markdown]
# # Momentum, AdaGrad, RMSProp, Adam
#
# One network, one start, 100 steps, the usual learning rate (학습률). With plain gradient descent (경사 하강법) it reads one
# handwritten digit in four. With another rule for the step it reads nine in ten. In this notebook you write the four most
# used rules, watch each of them walk, and at the end your own rules train that network against each other. Keras makes the
# same steps, if its settings are the same.
#
# Plain gradient descent moves a parameter $p$ against its slope, $p \leftarrow p - \alpha \frac{dE}{dp}$. The four other
# rules keep a memory of earlier slopes and move with its help.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other shapes.
#
# Parts 1 to 6 are to be derived by hand: TensorFlow cannot be used there. Part 7 is Keras.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% [markdown]
# ## 0. The problem
#
# The error is $E = \frac{c}{2}(p + 2)^2$. Its lowest point is at $p = -2$, its slope (기울기) is
#
# $$g = \frac{dE}{dp} = c\,(p + 2)$$
#
# Everything that this notebook works by hand has $c = 1$, the start $p = -5$ and the learning rate $\alpha = 0.5$. A small
# $c$ makes the same valley flat, with small slopes. `p` and `c` may be arrays: then every entry is a parameter of its own.


# %% nbgrader={"grade_id": "slope_given", "locked": true}
def slope(p, c=1.0):
    """The slope of c * (p + 2)^2 / 2 at every entry of p."""
    return c * (np.asarray(p) + 2)


# %% nbgrader={"grade_id": "pictures", "locked": true} demo=true
import matplotlib.pyplot as plt

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


# The five rules in the pictures: a color and a line for each.
STYLES = {
    "plain": {"color": "darkgray", "linestyle": "-", "linewidth": 4, "zorder": 1},
    "momentum": {"color": "tab:orange", "linestyle": "--", "linewidth": 2.5},
    "adagrad": {"color": "tab:blue", "linestyle": ":", "linewidth": 3},
    "rmsprop": {"color": "tab:red", "linestyle": "-.", "linewidth": 2.5},
    "adam": {"color": "black", "linestyle": "-", "linewidth": 1.5},
}

# %% [markdown]
# ## 1. Momentum (모멘텀)
#
# The parameter gets a velocity (속도) $v$, at first 0. Each step keeps a part $m$ of the old velocity and adds a push
# against the slope; then $p$ moves by the new velocity:
#
# $$v \leftarrow m\,v - \alpha\,g \qquad p \leftarrow p + v$$
#
# By hand, with $m = 0.5$: at $p = -5$ the slope is $-3$, so $v = 0.5 \cdot 0 - 0.5 \cdot (-3) = 1.5$ and $p = -3.5$. Now
# the slope is $-1.5$, so $v = 0.5 \cdot 1.5 + 0.75 = 1.5$ and $p = -2$. The slope is 0 there, but the velocity is not:
# $v = 0.75$, and $p$ runs on to $-1.25$.
#
# In all step functions of this notebook $g$ comes in, and `p`, `g` and what is remembered are numbers or arrays of one
# shape. They stay as they are; the step returns new ones.


# %% nbgrader={"grade_id": "momentum_step", "solution": true} rows=["s4-431-momentum"]
def momentum_step(p, v, g, lr, m):
    """One step of momentum. Returns the new p and the new v, both of the shape of p."""
    ### BEGIN SOLUTION
    v = m * v - lr * g
    return p + v, v
    ### END SOLUTION


# %% nbgrader={"grade_id": "momentum_step_examples", "grade": true}
np.testing.assert_allclose(
    momentum_step(-5, 0, -3, 0.5, 0.5), [-3.5, 1.5], rtol=1e-5, err_msg="the first step: p and v"
)
p_before, v_before, g_before = np.array([-5.0, -2.0]), np.array([0.0, 1.5]), np.array([-3.0, 0.0])
found = momentum_step(p_before, v_before, g_before, 0.5, 0.5)
np.testing.assert_allclose(
    found, [[-3.5, -1.25], [1.5, 0.75]], rtol=1e-5, err_msg="the first step and the third at once"
)

# %% [markdown]
# Now 16 steps, as a script with its own loop. The next cell sets `p`, `lr`, `m` and `steps`. Do not set them to numbers
# again: the script is graded with other numbers, too.

# %% nbgrader={"grade_id": "momentum_start", "locked": true}
p = -5
lr = 0.5
m = 0.5
steps = 16

# %% nbgrader={"grade_id": "momentum_script", "solution": true} rows=["s4-431-momentum"]
# path: a list or an array of p after each of the steps, without the start. The slope is p + 2, the velocity is 0 at first.
### BEGIN SOLUTION
path = np.zeros(steps)
v = 0
for i in range(steps):
    p, v = momentum_step(p, v, slope(p), lr, m)
    path[i] = p
### END SOLUTION

# %% nbgrader={"grade_id": "momentum_script_examples", "grade": true}
print(*path, sep="\n")
np.testing.assert_allclose(
    path,
    [-3.5, -2.0, -1.25, -1.25, -1.625, -2.0, -2.1875, -2.1875,
     -2.09375, -2.0, -1.953125, -1.953125, -1.9765625, -2.0, -2.01171875, -2.01171875],
    rtol=1e-5, err_msg="the path from -5",
)  # fmt: skip

# %% [markdown]
# $p$ swings around $-2$ and comes nearer. How far it swings depends on $m$. With $m = 0$ momentum is plain gradient descent.


# %% nbgrader={"grade_id": "swing_picture", "locked": true} demo=true rows=["s4-431-m0"]
@picture
def swings():
    """Sixteen steps of your momentum from -5, with m = 0, 0.5 and 0.9."""
    figure, axes = plt.subplots(figsize=(5, 3.2))
    axes.axhline(-2, color="gray", linewidth=1)
    farthest = []
    for share, color, line in ((0, "gray", "-"), (0.5, "tab:orange", "--"), (0.9, "black", ":")):
        place, velocity, places = -5, 0, [-5]
        for _ in range(16):
            place, velocity = momentum_step(place, velocity, slope(place), 0.5, share)
            places.append(float(place))
        axes.plot(places, line, color=color, linewidth=2.5, label=f"m = {share}")
        farthest.append(f"{max(places):.2f} with m = {share}")
    axes.set_xlabel("step")
    axes.set_ylabel("p")
    axes.legend()
    return figure, f"p over 16 steps from -5. The largest p on the way is {', '.join(farthest)}; the target is -2."


# %% [markdown]
# ## 2. AdaGrad
#
# AdaGrad adds up the squares of all slopes so far in $h$, at first 0, and divides by the root:
#
# $$h \leftarrow h + g^2 \qquad p \leftarrow p - \frac{\alpha}{\sqrt{h}}\,g$$
#
# By hand: $g = -3$ gives $h = 9$ and $p = -5 + \frac{0.5}{3} \cdot 3 = -4.5$. The formula has no small number under the
# fraction; write it as it stands.


# %% nbgrader={"grade_id": "adagrad_step", "solution": true} rows=["s4-432-adagrad"]
def adagrad_step(p, h, g, lr):
    """One step of AdaGrad. Returns the new p and the new h, both of the shape of p."""
    ### BEGIN SOLUTION
    h = h + g * g
    return p - lr / np.sqrt(h) * g, h
    ### END SOLUTION


# %% nbgrader={"grade_id": "adagrad_step_examples", "grade": true}
np.testing.assert_allclose(adagrad_step(-5, 0, -3, 0.5), [-4.5, 9], rtol=1e-5, err_msg="the first step: p and h")
found = adagrad_step(np.array([-5.0, 1.0]), np.array([0.0, 9.0]), np.array([-3.0, 4.0]), 0.5)
np.testing.assert_allclose(found, [[-4.5, 0.6], [9, 25]], rtol=1e-5, err_msg="two parameters at once, as arrays")


# %% nbgrader={"grade_id": "adagrad_path", "solution": true} rows=["s4-432-adagrad"]
def adagrad_path(p, c, lr, steps):
    """The path of AdaGrad on the error c * (p + 2)^2 / 2; h is 0 at first.

    p and c are (params,); returns (steps, params): p after the first step, after the second, and so on.
    """
    ### BEGIN SOLUTION
    h = 0
    path = []
    for _ in range(steps):
        p, h = adagrad_step(p, h, slope(p, c), lr)
        path.append(p)
    return np.array(path)  # (steps, params)
    ### END SOLUTION


# %% nbgrader={"grade_id": "adagrad_path_examples", "grade": true}
adagrad_printed = [
    -4.5, -4.17990780016776, -3.936198871936842, -3.73755267275177,
    -3.5696397289117936, -3.42448608972912, -3.297102434927234, -3.184110572800342,
    -3.083088830988888, -2.9922243398489448, -2.910112967319001, -2.835636906159039,
    -2.767886021231685, -2.706105258180596, -2.6496582908584156, -2.5980016754318234,
]  # fmt: skip
found = np.array(adagrad_path(np.array([-5.0]), np.array([1.0]), 0.5, 16))
print(*found[:, 0], sep="\n")
np.testing.assert_allclose(found[:, 0], adagrad_printed, rtol=1e-5, err_msg="the path from -5")
found = np.array(adagrad_path(np.array([-5.0, -5.0]), np.array([1.0, 1e-4]), 0.5, 16))
np.testing.assert_allclose(found[:, 1], adagrad_printed, rtol=1e-5, err_msg="a flat valley: the path is the same")

# %% [markdown]
# In a valley 10000 times as flat AdaGrad takes the same path: a factor in $g$ is also in $\sqrt{h}$ and cancels. But its
# steps get smaller, also where the slopes do not. What multiplies the slope in step $k$ is $\alpha / \sqrt{h_k}$; work it out for a whole series of
# slopes. By hand, for the slopes $3, 4$ and $\alpha = 0.5$: $0.5 / 3$ and $0.5 / 5$.


# %% nbgrader={"grade_id": "adagrad_rates", "solution": true} rows=["s4-432-slowing"]
def adagrad_rates(gs, lr):
    """What AdaGrad multiplies each of the slopes gs with, from h = 0 on; gs and the result are (steps,)."""
    ### BEGIN SOLUTION
    return lr / np.sqrt(np.cumsum(gs**2))  # (steps,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "adagrad_rates_examples", "grade": true}
np.testing.assert_allclose(adagrad_rates(np.array([3.0, 4.0]), 0.5), [0.5 / 3, 0.1], rtol=1e-5)


# %% nbgrader={"grade_id": "rates_picture", "locked": true} demo=true
@picture
def rates():
    """What AdaGrad multiplies 40 slopes of the size 1 with."""
    figure, axes = plt.subplots(figsize=(5, 2.8))
    found = adagrad_rates(np.where(np.arange(40) % 2, -1.0, 1.0), 0.5)
    axes.plot(range(1, 41), found, "o", color="black", markersize=4)
    axes.axhline(0.5, color="gray", linewidth=1)
    axes.set_xlabel("step")
    axes.set_ylabel("factor")
    axes.set_ylim(bottom=0)
    told = ", ".join(f"{found[step - 1]:.3f} in step {step}" for step in (1, 4, 16, 40))
    return figure, f"All slopes are 1 or -1, the learning rate is 0.5. AdaGrad multiplies the slope with {told}."


# %% [markdown]
# **Why do the steps of AdaGrad get smaller and smaller?** a) The learning rate is multiplied by a factor below 1 in
# each step. b) Every square is at least 0, so $h$ never gets smaller, and it is divided by $\sqrt{h}$. c) The slopes
# change their sign from step to step, so that they cancel in $h$. d) $h$ forgets the old slopes, and the new ones are
# smaller.

# %% nbgrader={"grade_id": "why_slower", "solution": true} rows=["s4-432-slowing"]
# Answer with one letter, for instance: why_slower = "a"
### BEGIN SOLUTION
why_slower = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "why_slower_examples", "grade": true}
assert str(why_slower).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# ## 3. RMSProp
#
# RMSProp does not add up, it averages: a part $\rho$ (rho) of the old $h$ and a part $1 - \rho$ of the new square.
#
# $$h \leftarrow \rho\,h + (1 - \rho)\,g^2 \qquad p \leftarrow p - \frac{\alpha}{\sqrt{h}}\,g$$
#
# By hand, with $\rho = 0.9$: $g = -3$ gives $h = 0.1 \cdot 9 = 0.9$ and
# $p = -5 + \frac{0.5}{\sqrt{0.9}} \cdot 3 = -3.419$.


# %% nbgrader={"grade_id": "rmsprop_step", "solution": true} rows=["s4-433-rmsprop"]
def rmsprop_step(p, h, g, lr, rho):
    """One step of RMSProp. Returns the new p and the new h, both of the shape of p."""
    ### BEGIN SOLUTION
    h = rho * h + (1 - rho) * g * g
    return p - lr / np.sqrt(h) * g, h
    ### END SOLUTION


# %% nbgrader={"grade_id": "rmsprop_step_examples", "grade": true}
np.testing.assert_allclose(rmsprop_step(-5, 0, -3, 0.5, 0.9), [-3.41886116991581, 0.9], rtol=1e-5, err_msg="p and h")
np.testing.assert_allclose(rmsprop_step(1, 8, 2, 0.5, 0.75), [1 - 1 / np.sqrt(7), 7], rtol=1e-5, err_msg="from h = 8")
found = rmsprop_step(np.array([-5.0, 2.0]), np.array([0.0, 9.0]), np.array([-3.0, 3.0]), 0.5, 0.9)
expected = [[-3.41886116991581, 1.5], [0.9, 9]]
np.testing.assert_allclose(found, expected, rtol=1e-5, err_msg="two parameters at once, as arrays")


# %% nbgrader={"grade_id": "rmsprop_path", "solution": true} rows=["s4-433-rmsprop"]
def rmsprop_path(p, c, lr, rho, steps):
    """The path of RMSProp on the error c * (p + 2)^2 / 2; h is 0 at first.

    p and c are (params,); returns (steps, params): p after the first step, after the second, and so on.
    """
    ### BEGIN SOLUTION
    h = 0
    path = []
    for _ in range(steps):
        p, h = rmsprop_step(p, h, slope(p, c), lr, rho)
        path.append(p)
    return np.array(path)  # (steps, params)
    ### END SOLUTION


# %% nbgrader={"grade_id": "rmsprop_path_examples", "grade": true}
found = np.array(rmsprop_path(np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 16))
print(*found[:, 0], sep="\n")
np.testing.assert_allclose(
    found[:10, 0],
    [-3.41886116991581, -2.7134110396666205, -2.349554711258639, -2.1629433880058793, -2.0714037348256906,
     -2.029135223319893, -2.0109564566037306, -2.003750520229244, -2.0011504207124537, -2.000309734675076],
    rtol=1e-5, err_msg="the first ten places",
)  # fmt: skip
np.testing.assert_allclose(found[10:, 0], -2, atol=1e-4, err_msg="the last six places are near -2")

# %% [markdown]
# RMSProp arrives, and quickly. How long does it remember? After some steps $h$ is a weighted sum of all squares:
# $h = w_1 g_1^2 + w_2 g_2^2 + \dots$. By hand, for two steps with $\rho = 0.9$: the new square has the weight $0.1$, the old
# one $0.9 \cdot 0.1 = 0.09$. The smaller $\rho$ is, the more the current slope counts.


# %% nbgrader={"grade_id": "rmsprop_weights", "solution": true} rows=["s4-433-rho"]
def rmsprop_weights(steps, rho):
    """The weight of each squared slope in h after `steps` steps from h = 0, the oldest first; returns (steps,)."""
    ### BEGIN SOLUTION
    return (1 - rho) * rho ** np.arange(steps - 1, -1, -1)  # (steps,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "rmsprop_weights_examples", "grade": true}
np.testing.assert_allclose(rmsprop_weights(2, 0.9), [0.09, 0.1], rtol=1e-5)
np.testing.assert_allclose(rmsprop_weights(1, 0.1), [0.9], rtol=1e-5)


# %% nbgrader={"grade_id": "weights_picture", "locked": true} demo=true
@picture
def weights():
    """The weights of the last 25 squares, for three values of rho."""
    figure, axes = plt.subplots(figsize=(5, 3))
    newest = []
    for rho, color, mark in ((0.5, "tab:orange", "s-"), (0.9, "black", "o-"), (0.99, "tab:blue", "^-")):
        found = rmsprop_weights(25, rho)
        axes.plot(range(-24, 1), found, mark, color=color, markersize=4, label=f"rho = {rho}")
        newest.append(f"rho = {rho}: {found[-1]:.2f}, {found[-11]:.4f}")
    axes.set_xlabel("step, 0 is the newest")
    axes.set_ylabel("weight")
    axes.legend()
    return figure, f"The weight of the newest square, and of that ten steps before it, for {'; '.join(newest)}."


# %% [markdown]
# ## 4. Adam
#
# Adam averages both, the slope in $m$ and its square in $v$. Both are 0 at first, and $t$ counts the steps from 1 on:
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1)\,g \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2)\,g^2$$
#
# So $v_t$ is the average of RMSProp, with $\beta_2$ for $\rho$. An average that begins at 0 is too small at first. The correction (편향 보정, bias correction) divides that out:
#
# $$M_t = \frac{m_t}{1 - \beta_1^t} \qquad V_t = \frac{v_t}{1 - \beta_2^t}$$
#
# By hand, with $\beta_1 = 0.9$, $\beta_2 = 0.999$ and the first slope $g = -3$: $m_1 = -0.3$ and $v_1 = 0.009$, so
# $M_1 = -0.3 / 0.1 = -3$ and $V_1 = 0.009 / 0.001 = 9$. At $t = 1$ they are $g$ and $g^2$ themselves. In $\beta^t$ the
# $t$ is a power.


# %% nbgrader={"grade_id": "corrected", "solution": true} rows=["s4-434-biascorr"]
def corrected(average, beta, t):
    """The average after step t, a number or an array, without its bias towards 0; the same shape."""
    ### BEGIN SOLUTION
    return average / (1 - beta**t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "corrected_examples", "grade": true}
np.testing.assert_allclose([corrected(-0.3, 0.9, 1)], [-3], rtol=1e-5, err_msg="M at t = 1 is g")
np.testing.assert_allclose(corrected(np.array([0.009]), 0.999, 1), [9], rtol=1e-4, err_msg="V at t = 1 is g squared")
np.testing.assert_allclose([corrected(0.19, 0.9, 2)], [1], rtol=1e-5, err_msg="at t = 2, after the slopes 1 and 1")


# %% nbgrader={"grade_id": "correction_picture", "locked": true} demo=true
@picture
def correction():
    """The average of slopes that are all 1, as it is and corrected."""
    figure, axes = plt.subplots(figsize=(5, 3))
    average, averages, right = 0.0, [], []
    for t in range(1, 31):
        average = 0.9 * average + 0.1
        averages.append(average)
        right.append(float(corrected(average, 0.9, t)))
    axes.plot(range(1, 31), averages, "o-", color="tab:orange", markersize=4, label="the average")
    axes.plot(range(1, 31), right, "s-", color="black", markersize=4, label="corrected")
    axes.set_xlabel("t")
    axes.set_ylim(bottom=0)
    axes.legend(loc="lower right")
    return figure, (
        f"All slopes are 1. The average with beta 0.9 is {averages[0]:.2f} at t = 1, {averages[9]:.2f} at t = 10, "
        f"{averages[-1]:.2f} at t = 30; your correction makes {right[0]:.2f}, {right[9]:.2f}, {right[-1]:.2f} of it."
    )


# %% [markdown]
# The step goes along $M_t$ and is divided by the root of $V_t$; the small number $\epsilon$ is added to the root, not
# under it:
#
# $$p \leftarrow p - \frac{\alpha\,M_t}{\sqrt{V_t} + \epsilon}$$
#
# By hand, the first step from $-5$: $p = -5 + 0.5 \cdot 3 / (3 + 10^{-8}) = -4.500000001666667$. What is remembered is
# $m$ and $v$, not $M$ and $V$.


# %% nbgrader={"grade_id": "adam_step", "solution": true} rows=["s4-434-adam"]
def adam_step(p, m, v, t, g, lr, beta_1, beta_2, eps):
    """Step number t of Adam; t is 1 in the first step. Returns the new p, m and v, all of the shape of p."""
    ### BEGIN SOLUTION
    m = beta_1 * m + (1 - beta_1) * g
    v = beta_2 * v + (1 - beta_2) * g * g
    M, V = corrected(m, beta_1, t), corrected(v, beta_2, t)
    return p - lr * M / (np.sqrt(V) + eps), m, v
    ### END SOLUTION


# %% nbgrader={"grade_id": "adam_step_examples", "grade": true}
np.testing.assert_allclose(
    adam_step(-5, 0, 0, 1, -3, 0.5, 0.9, 0.999, 1e-8),
    [-4.500000001666667, -0.3, 0.009],
    rtol=1e-4,
    err_msg="the first step: p, m and v",
)
np.testing.assert_allclose(
    adam_step(-4.5, -0.3, 0.009, 2, -2.5, 0.5, 0.9, 0.999, 1e-8),
    [-4.0044136, -0.52, 0.015241],
    rtol=1e-4,
    err_msg="the second step: p, m and v",
)
np.testing.assert_allclose(
    adam_step(np.array([-5.0, 2.0]), np.zeros(2), np.zeros(2), 1, np.array([-3.0, 4.0]), 0.5, 0.9, 0.999, 1.0),
    [[-4.625, 1.6], [-0.3, 0.4], [0.009, 0.016]],
    rtol=1e-4,
    err_msg="two parameters at once, as arrays, with an eps as large as 1",
)

# %% [markdown]
# ### An optimizer as a class
#
# A network has many parameters, and an optimizer (최적화 함수) remembers an $m$ and a $v$ for each. All of them share the
# count $t$. So far the loop had to carry all of that along. An object (객체) keeps it: whoever trains the network hands
# over the parameters and their slopes, and need not know what the rule remembers. Keras does it like this, and so will
# you: `Adam(0.5, 0.9, 0.999, 1e-8)` makes an optimizer, and each call of its method `update` is one step.
#
# Parameters and slopes come in dictionaries, by name: `{"W": …, "U": …}`. Two networks may be trained side by side, each
# by an optimizer of its own, so everything that one remembers stands in its `self`. Call `adam_step` for each parameter.
#
# By hand, for the parameters $W = -5$ and $U = 2$ with the slopes $-3$ and $4$: in the first step each of them moves by
# nearly $\alpha = 0.5$ against its slope, to $-4.5$ and $1.5$, whatever the size of the slope. Both steps have $t = 1$.


# %% nbgrader={"grade_id": "Adam", "solution": true} rows=["s4-434-adam"]
class Adam:
    """Adam for all parameters of a network. The attribute t is the number of steps so far, 0 at first."""

    def __init__(self, lr, beta_1, beta_2, eps):
        ### BEGIN SOLUTION
        self.lr, self.beta_1, self.beta_2, self.eps = lr, beta_1, beta_2, eps
        self.t = 0
        self.m, self.v = {}, {}  # of each parameter, by name
        ### END SOLUTION

    def update(self, params, grads):
        """One step of all parameters. params and grads are dictionaries of arrays with the same names.

        Returns a new dictionary with the parameters after the step; params and grads stay as they are.
        """
        ### BEGIN SOLUTION
        self.t = self.t + 1
        settings = self.lr, self.beta_1, self.beta_2, self.eps
        updated = {}
        for name, p in params.items():
            m, v = self.m.get(name, 0), self.v.get(name, 0)
            updated[name], m, v = adam_step(p, m, v, self.t, grads[name], *settings)
            self.m[name], self.v[name] = m, v
        return updated
        ### END SOLUTION


# %% nbgrader={"grade_id": "Adam_examples", "grade": true}
optimizer, other = Adam(0.5, 0.9, 0.999, 1e-8), Adam(0.1, 0.9, 0.999, 1e-8)
params = {"W": np.array([-5.0, 1.0]), "U": np.array([2.0, 0.0])}
grads = {"W": np.array([-3.0, 2.0]), "U": np.array([4.0, -1.0])}
params = optimizer.update(params, grads)
np.testing.assert_allclose(params["W"], [-4.5, 0.5], rtol=1e-4, err_msg="W after the first step")
np.testing.assert_allclose(params["U"], [1.5, 0.5], rtol=1e-4, err_msg="U after the first step")
np.testing.assert_allclose(
    other.update({"W": np.array([-5.0])}, {"W": np.array([-3.0])})["W"],
    [-4.9],
    rtol=1e-4,
    err_msg="the other's first step",
)
params = optimizer.update(params, {"W": np.array([-2.5, 2.0]), "U": np.array([4.0, -1.0])})
np.testing.assert_allclose(params["W"], [-4.0044136, 0.0], rtol=1e-4, atol=1e-4, err_msg="W after the second step")
np.testing.assert_allclose(params["U"], [1.0, 1.0], rtol=1e-4, err_msg="U after the second step")
assert (optimizer.t, other.t) == (2, 1), "each counts its own steps"
optimizer, params, path = Adam(0.5, 0.9, 0.999, 1e-8), {"p": np.array([-5.0])}, []
for _ in range(16):
    params = optimizer.update(params, {"p": slope(params["p"])})
    path.append(float(params["p"][0]))
print("16 steps from -5:", *path, sep="\n")
np.testing.assert_allclose(
    path,
    [-4.500000001666667, -4.0044135661447235, -3.51770813287177, -3.0459154724609996,
     -2.596907461354961, -2.180399226763144, -1.8073832706986472, -1.4887778921304025,
     -1.2334779898811434, -1.046552266834851, -0.9284485074849226, -0.875461954432766,
     -0.8809741868124046, -0.9367635792767339, -1.0339729342963133, -1.163663645331026],
    rtol=1e-4,
    err_msg="the path from -5",
)  # fmt: skip

# %% [markdown]
# ## 5. Side by side
#
# Five rules from $p = -5$ with $c = 1$ and $\alpha = 0.5$: plain gradient descent, momentum with $m = 0.5$, AdaGrad, RMSProp,
# Adam. Where is each after 16 steps? Sort them by their distance to $-2$, the nearest first. Four of the paths are printed
# above. "Adam is used most" says nothing about this valley.

# %% nbgrader={"grade_id": "ranking", "solution": true} rows=["s4-43-order"]
# ranking: the five words "plain", "momentum", "adagrad", "rmsprop" and "adam" in a tuple, the nearest first
### BEGIN SOLUTION
ranking = ("rmsprop", "plain", "momentum", "adagrad", "adam")
### END SOLUTION

# %% nbgrader={"grade_id": "ranking_examples", "grade": true}
assert not isinstance(ranking, set), "a set has no order"
words = sorted(str(word).strip().lower() for word in ranking)
assert words == ["adagrad", "adam", "momentum", "plain", "rmsprop"], "each of the five words once"

# %% [markdown]
# The five paths, in the order of your ranking. Does it fit?


# %% nbgrader={"grade_id": "paths_figure", "locked": true} demo=true
def paths_of_all(p, c, lr, steps):
    """The paths of your five rules from the array p in the valleys c, each (steps + 1, params), by name."""
    optimizer = Adam(lr, 0.9, 0.999, 1e-8)
    plain, swinging, adam, velocity = [p], [p], {"p": p}, 0 * p
    adam_path = [p]
    for _ in range(steps):
        plain.append(np.asarray(momentum_step(plain[-1], 0 * p, slope(plain[-1], c), lr, 0)[0]))
        place, velocity = map(np.asarray, momentum_step(swinging[-1], velocity, slope(swinging[-1], c), lr, 0.5))
        swinging.append(place)
        adam = optimizer.update(adam, {"p": slope(adam["p"], c)})
        adam_path.append(adam["p"])
    found = {
        "plain": plain,
        "momentum": swinging,
        "adagrad": [p, *adagrad_path(p, c, lr, steps)],
        "rmsprop": [p, *rmsprop_path(p, c, lr, 0.9, steps)],
        "adam": adam_path,
    }
    return {name: np.array(path) for name, path in found.items()}


@picture
def five_paths():
    """p over 16 steps of each rule, in the order of your ranking."""
    found = paths_of_all(np.array([-5.0]), np.array([1.0]), 0.5, 16)
    figure, axes = plt.subplots(figsize=(5, 3.8))
    axes.axhline(-2, color="gray", linewidth=1)
    ends = []
    for word in ranking:
        name = word.strip().lower()
        axes.plot(found[name][:, 0], label=name, **STYLES[name])
        ends.append(f"{name} {abs(found[name][-1, 0] + 2):.5f}")
    axes.set_xlabel("step")
    axes.set_ylabel("p")
    axes.legend(loc="lower right")
    return figure, f"Distances to -2 after 16 steps, in your order: {', '.join(ends)}."


# %% [markdown]
# The most used rule is the farthest here, and momentum is slower than plain gradient descent. One parameter in one round
# valley is an easy problem: every step that fits one place fits all.
#
# ### A valley that is not round
#
# Now two parameters, $p$ and $q$. Across the valley it is steep, $c = 3.6$; along the valley it is flat, $c = 0.1$. All five
# rules start at the same corner, with $\alpha = 0.5$. The rings are places of equal error, the cross is the lowest point.


# %% nbgrader={"grade_id": "valley_picture", "locked": true} demo=true
@picture
def long_valley():
    """Thirty steps of each rule in a valley that is steep in p and flat in q."""
    c = np.array([3.6, 0.1])
    found = paths_of_all(np.array([-3.0, -8.0]), c, 0.5, 30)
    figure, plots = plt.subplots(5, 1, figsize=(5, 9), sharex=True)
    q, p = np.meshgrid(np.linspace(-9, 2, 80), np.linspace(-4.2, 0.2, 80))
    height = (c[0] * (p + 2) ** 2 + c[1] * (q + 2) ** 2) / 2
    told = []
    for axes, (name, path) in zip(plots, found.items(), strict=True):
        axes.contour(q, p, height, levels=[0.02, 0.2, 0.6, 1.2, 2, 4, 7], colors="silver")
        axes.plot(path[:, 1], path[:, 0], "o", markersize=3, **STYLES[name])
        axes.plot(-2, -2, "x", color="black", markersize=11, markeredgewidth=3)
        axes.set(title=name, ylabel="p", xlim=(-9, 2), ylim=(-4.2, 0.2))
        told.append(f"{name} {np.sum(c * (path[-1] + 2) ** 2) / 2:.4f}")
    plots[-1].set_xlabel("q")
    return figure, f"Thirty steps in a long valley. The error at the end: {', '.join(told)}. It was 3.6 at the start."


# %% [markdown]
# Plain descent jumps from side to side and creeps along the valley. A larger $\alpha$ would throw it out, a smaller one would
# make it creep even more. Momentum gathers speed along the valley. AdaGrad, RMSProp and Adam divide by the size of the slopes,
# so that the flat direction counts as much as the steep one. Each has its price: AdaGrad gets slow, RMSProp trembles at the
# end, and Adam runs past the lowest point.
#
# ### At the minimum
#
# **What does the formula of AdaGrad give in NumPy for a start at $p = -2$,** where $g = 0$ and $h = 0$? a) $p = -2$,
# since the slope is 0. b) $p = 0$, since everything is multiplied by 0. c) Infinity, since it is divided by 0. d) nan,
# since $0 / 0$ is not a number.

# %% nbgrader={"grade_id": "start_at_minimum", "solution": true} rows=["s4-43-zero"]
# Answer with one letter, for instance: start_at_minimum = "a"
### BEGIN SOLUTION
start_at_minimum = "d"
### END SOLUTION

# %% nbgrader={"grade_id": "start_at_minimum_examples", "grade": true}
assert str(start_at_minimum).strip().lower() in ("a", "b", "c", "d"), "the answer is one of the letters a, b, c, d"

# %% [markdown]
# The formula of RMSProp does the same. That is no rare case: the corner pixels of a digit are always white, so the slopes of
# their weights are always 0. Adam has its $\epsilon$ against it. Give AdaGrad one in the same place: add it to the root.
#
# $$h \leftarrow h + g^2 \qquad p \leftarrow p - \frac{\alpha}{\sqrt{h} + \epsilon}\,g$$


# %% nbgrader={"grade_id": "safe_adagrad_step", "solution": true} rows=["s4-43-zero"]
def safe_adagrad_step(p, h, g, lr, eps):
    """One step of AdaGrad with eps added to the root. Returns the new p and the new h, both of the shape of p."""
    ### BEGIN SOLUTION
    h = h + g * g
    return p - lr / (np.sqrt(h) + eps) * g, h
    ### END SOLUTION


# %% nbgrader={"grade_id": "safe_adagrad_step_examples", "grade": true}
np.testing.assert_allclose(safe_adagrad_step(-2, 0, 0, 0.5, 1e-8), [-2, 0], rtol=1e-5, err_msg="at the minimum p stays")
np.testing.assert_allclose(
    safe_adagrad_step(1, 9, 4, 0.5, 3), [0.75, 25], rtol=1e-5, err_msg="with an eps as large as 3"
)
found = safe_adagrad_step(np.array([-2.0, 1.0]), np.array([0.0, 9.0]), np.array([0.0, 4.0]), 0.5, 3)
np.testing.assert_allclose(found, [[-2, 0.75], [0, 25]], rtol=1e-5, err_msg="two parameters at once, as arrays")

# %% [markdown]
# ## 6. Your rules train a network
#
# The network reads handwritten digits, 8 by 8 pixels each. It has 64 inputs, 20 hidden nodes and 10 outputs, one for each
# digit. It learns from 700 digits and is tested with 300 others. For networks the usual values are smaller than those above:
# $\alpha$ between $0.01$ and $0.001$, and $m = 0.9$ for momentum.

# %% nbgrader={"grade_id": "usual", "locked": true} rows=["s4-434-defaults"]
usual = {"lr": 0.01, "momentum": 0.9, "rho": 0.9, "beta_1": 0.9, "beta_2": 0.999, "eps": 1e-8}


# %% nbgrader={"grade_id": "network", "locked": true} demo=true
digits = np.loadtxt("digits.csv", delimiter=",")
X, labels = digits[:, :64] / 16, digits[:, 64].astype(int)  # (1000, pixels), (1000,)
T = np.eye(10)[labels]  # (1000, digits)


def outputs_of(params, X):
    """The hidden outputs and the shares of the ten digits: tanh, then a softmax."""
    H = np.tanh(X @ params["W"] + params["b"])
    powers = np.exp(H @ params["U"] + params["c"])
    return H, powers / powers.sum(axis=1, keepdims=True)


def error_and_slopes(params, X, T):
    """The cross-entropy on these digits, and its slopes for all parameters, by name."""
    H, O = outputs_of(params, X)
    at_output = (O - T) / len(X)
    at_hidden = at_output @ params["U"].T * (1 - H**2)
    slopes = {"W": X.T @ at_hidden, "b": at_hidden.sum(axis=0), "U": H.T @ at_output, "c": at_output.sum(axis=0)}
    return -np.log((O * T).sum(axis=1)).mean(), slopes


class Rule:
    """One of your step functions for all parameters of a network; what a step remembers begins at 0."""

    def __init__(self, step):
        self.step, self.memory = step, {}

    def update(self, params, grads):
        new = {}
        for name, p in params.items():
            stepped = self.step(p, self.memory.get(name, 0 * p), grads[name])
            new[name], self.memory[name] = map(np.asarray, stepped)
        return new


def rmsprop_where_it_slopes(p, h, g):
    """Your RMSProp, which has no eps: where the slope is 0, p stays."""
    new, h = rmsprop_step(p, h, g, usual["lr"], usual["rho"])
    return np.where(g == 0, p, new), np.asarray(h)


def train_network(optimizer, steps=100):
    """The errors of 100 steps on 700 digits, and the shares that the network then gives for 300 others."""
    seed = np.random.default_rng(4)
    params = {
        "W": seed.normal(0, 0.2, (64, 20)),
        "b": np.zeros(20),
        "U": seed.normal(0, 0.2, (20, 10)),
        "c": np.zeros(10),
    }
    errors = []
    for _ in range(steps):
        error, slopes = error_and_slopes(params, X[:700], T[:700])
        errors.append(error)
        params = {name: np.asarray(each) for name, each in optimizer.update(params, slopes).items()}
    return errors, outputs_of(params, X[700:])[1]


def optimizers_of_yours():
    """A new optimizer for each of the five rules, by name."""
    return {
        "plain": Rule(lambda p, v, g: momentum_step(p, v, g, usual["lr"], 0)),
        "momentum": Rule(lambda p, v, g: momentum_step(p, v, g, usual["lr"], usual["momentum"])),
        "adagrad": Rule(lambda p, h, g: safe_adagrad_step(p, h, g, usual["lr"], usual["eps"])),
        "rmsprop": Rule(rmsprop_where_it_slopes),
        "adam": Adam(usual["lr"], usual["beta_1"], usual["beta_2"], usual["eps"]),
    }


# %% nbgrader={"grade_id": "network_picture", "locked": true} demo=true
@picture
def race():
    """The error over 100 steps, and the accuracy at the end, for each of your rules."""
    figure, axes = plt.subplots(figsize=(5, 3.6))
    reached = []
    for name, optimizer in optimizers_of_yours().items():
        errors, O = train_network(optimizer)
        axes.plot(errors, label=name, **STYLES[name])
        reached.append(f"{name} {np.mean(O.argmax(axis=1) == labels[700:]):.1%}")
    axes.set_xlabel("step")
    axes.set_ylabel("error")
    axes.set_ylim(0, 3.7)
    axes.legend(loc="upper center", ncols=2)
    return figure, f"Accuracy on 300 digits that the network has not seen: {', '.join(reached)}."


# %% [markdown]
# Adam was the farthest in the round valley. Among the 1510 parameters of a network, where some directions are steep and
# most are flat, it is among the first. But the race depends on $\alpha$, and each rule has a best one of its own. Copy the cell,
# set `usual["lr"] = 0.5` in front of it, and see plain gradient descent catch up and RMSProp fail. (Set it back to 0.01 then.)
#
# Which digits does the network read wrong that your Adam has trained?


# %% nbgrader={"grade_id": "wrong_digits_picture", "locked": true} demo=true
@picture
def wrong_digits():
    """Ten digits that the network reads wrong, the surest first."""
    _, O = train_network(optimizers_of_yours()["adam"])
    wrong_rows = np.flatnonzero(O.argmax(axis=1) != labels[700:])
    surest = sorted(wrong_rows, key=lambda row: -O[row].max())[:10]
    figure, plots = plt.subplots(2, 5, figsize=(5.4, 3.2))
    for axes, row in zip(plots.flat, surest, strict=False):
        axes.imshow(X[700 + row].reshape(8, 8), cmap="gray_r")
        axes.set_title(f"{labels[700 + row]}, read {O[row].argmax()}\n({O[row].max():.0%})", fontsize=10)
    for axes in plots.flat:
        axes.axis("off")
    told = ", ".join(f"{labels[700 + row]} as {O[row].argmax()} ({O[row].max():.0%})" for row in surest)
    return figure, f"{len(wrong_rows)} of 300 digits are read wrong, among them {told}."


# %% [markdown]
# ## 7. The same with Keras
#
# Keras has all four rules. Its formulas are not the same everywhere:
#
# | | Keras | its default values |
# |---|---|---|
# | `SGD` | momentum as in part 1 | `learning_rate=0.01`, `momentum=0.0`, `nesterov=False` |
# | `Adagrad` | $\alpha\,g / \sqrt{h + \epsilon}$ | `learning_rate=0.001`, `initial_accumulator_value=0.1`, `epsilon=1e-07` |
# | `RMSprop` | $\alpha\,g / \sqrt{h + \epsilon}$ | `learning_rate=0.001`, `rho=0.9`, `epsilon=1e-07` |
# | `Adam` | $\dfrac{\alpha \sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \cdot \dfrac{m}{\sqrt{v} + \epsilon}$ | `learning_rate=0.001`, `beta_1=0.9`, `beta_2=0.999`, `epsilon=1e-07` |
#
# `initial_accumulator_value` is $h$ before the first step.
#
# ### The epsilon of Adam
#
# Keras adds $\epsilon$ to $\sqrt{v_t}$ and corrects then. Part 4 corrects first and adds $\epsilon$ to
# $\sqrt{V_t} = \sqrt{v_t} / \sqrt{1 - \beta_2^t}$. In step $t$, which $\epsilon$ of Keras makes the same step? Bring the
# fraction of part 4 into the form of Keras.


# %% nbgrader={"grade_id": "keras_epsilon", "solution": true} rows=["s4-43-keras-adam"]
def keras_epsilon(eps, beta_2, t):
    """The epsilon with which step number t of Keras's Adam equals that of part 4 with eps."""
    ### BEGIN SOLUTION
    return eps * np.sqrt(1 - beta_2**t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_epsilon_examples", "grade": true}
np.testing.assert_allclose([keras_epsilon(1e-8, 0.999, 1)], [3.16227766e-10], rtol=1e-5, err_msg="in the first step")
np.testing.assert_allclose([keras_epsilon(0.01, 0.75, 2)], [0.0066143783], rtol=1e-5, err_msg="in the second step")

# %% [markdown]
# It changes from step to step. So no fixed $\epsilon$ of Keras gives the path of part 4 with $\epsilon = 10^{-8}$. With
# $\epsilon = 0$ in both they agree. (Keras also computes $\beta^t$ in float32, where $0.9$ and $0.999$ are not exact: a
# difference of about $10^{-5}$ stays. Of $\beta_1 = 0.875$ and $\beta_2 = 1 - 2^{-10}$, exact in float32,
# only rounding is left.)
#
# ### Four optimizers
#
# `keras_path` runs a Keras optimizer on the error $\frac{c}{2}(p + 2)^2$. In each blank make the optimizer whose path is
# that of your formula in parts 1 to 4. The functions are graded by their paths, also in flat valleys, where a default value
# that is left in place shows.

# %% nbgrader={"grade_id": "keras_path_given", "locked": true}
import tensorflow as tf


def keras_path(optimizer, p, c, steps):
    """The path of a Keras optimizer; p and c are (params,), the result is (steps, params)."""
    variable = tf.Variable(p, dtype=tf.float32)
    path = []
    for _ in range(steps):
        optimizer.apply_gradients([(tf.constant(c, dtype=tf.float32) * (variable + 2), variable)])
        path.append(variable.numpy())
    return np.array(path)


# %% nbgrader={"grade_id": "keras_momentum", "solution": true} rows=["s4-43-keras-momentum"]
def keras_momentum(p, c, lr, m, steps):
    """The path of part 1 by Keras: with the learning rate lr and the momentum m."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.SGD(learning_rate=lr, momentum=m)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_momentum_examples", "grade": true}
found = np.array(keras_momentum(np.array([-5.0]), np.array([1.0]), 0.5, 0.5, 8))
np.testing.assert_allclose(
    found[:, 0], [-3.5, -2.0, -1.25, -1.25, -1.625, -2.0, -2.1875, -2.1875], rtol=1e-5, err_msg="the path from -5"
)


# %% nbgrader={"grade_id": "keras_adagrad", "solution": true} rows=["s4-43-keras-adagrad"]
def keras_adagrad(p, c, lr, steps):
    """The path of part 2 by Keras: h is 0 at first, and there is no epsilon."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.Adagrad(learning_rate=lr, initial_accumulator_value=0.0, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_adagrad_examples", "grade": true}
found = np.array(keras_adagrad(np.array([-5.0]), np.array([1.0]), 0.5, 16))
np.testing.assert_allclose(found[:, 0], adagrad_printed, rtol=1e-5, err_msg="the path from -5")


# %% nbgrader={"grade_id": "keras_rmsprop", "solution": true} rows=["s4-43-keras-rmsprop"]
def keras_rmsprop(p, c, lr, rho, steps):
    """The path of part 3 by Keras: there is no epsilon."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.RMSprop(learning_rate=lr, rho=rho, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_rmsprop_examples", "grade": true}
found = np.array(keras_rmsprop(np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 4))
np.testing.assert_allclose(
    found[:, 0], [-3.41886117, -2.71341104, -2.34955471, -2.16294339], rtol=1e-5, err_msg="the path from -5"
)


# %% nbgrader={"grade_id": "keras_adam", "solution": true} rows=["s4-43-keras-adam"]
def keras_adam(p, c, lr, beta_1, beta_2, steps):
    """The path of part 4 with eps = 0 by Keras."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.Adam(learning_rate=lr, beta_1=beta_1, beta_2=beta_2, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_adam_examples", "grade": true}
found = np.array(keras_adam(np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 0.999, 16))
np.testing.assert_allclose(found[-1, 0], -1.16366, atol=2e-5, err_msg="near the last number of part 4")

# %% [markdown]
# The four calls that you wrote are what trains most networks today. Now you know what happens in each step, and which
# setting does what.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the Korean course text on how TensorFlow works inside (Tensorflow 내부 동작). Its programs 431 to 434 are the
# four rules, with $p = -5$, $t = -2$ and $\alpha = 0.5$.
#
# - In the listing of momentum the `print` has slipped out of the loop; it prints 16 lines.
# - RMSProp's $\rho$ is called `lo` there. The last place is printed as $-1.99999999977627$; a 9 was lost, it is
#   $-1.999999999977627$.
# - It calls $v_t$ of Adam the $h$ of AdaGrad. With $\beta_2$ it is the average of RMSProp, not a sum.
# - It says that Adam's $p$ swings around $-2$ and comes nearer. Its 16 numbers cross $-2$ once and end $0.84$ away.
# - Momentum is said to find the place faster. Here it is slower than plain gradient descent.
#
# </details>
