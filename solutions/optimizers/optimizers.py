# %% [markdown]
# # Momentum, AdaGrad, RMSProp, Adam
#
# Plain gradient descent (경사 하강법) moves a parameter $p$ against its slope, $p \leftarrow p - \alpha \frac{dE}{dp}$.
# Four other rules keep a memory of earlier slopes and move with its help. In this notebook you write one step of each
# rule, let it run, see where the rules differ, and make Keras do the same.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other shapes.
#
# Parts 1 to 5 are to be derived by hand: TensorFlow cannot be used there. Part 6 is Keras.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% [markdown]
# ## 0. The problem
#
# The error is $E = \frac{c}{2}(p + 2)^2$. Its lowest point is at $p = -2$, its slope (기울기) is
#
# $$g = \frac{dE}{dp} = c\,(p + 2)$$
#
# The document has $c = 1$ and starts at $p = -5$ with the learning rate (학습률) $\alpha = 0.5$, 16 steps. A small $c$
# makes the same valley flat, with small slopes. `p` and `c` may be arrays: then every entry is a parameter of its own.


# %% nbgrader={"grade_id": "slope_given", "locked": true}
def slope(p, c=1.0):
    """The slope of c * (p + 2)^2 / 2 at every entry of p."""
    return c * (p + 2)


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
# Now the document's program, as a script with its own loop. (In the document's listing the `print` has slipped out of
# the loop; it prints 16 lines.) The cell above the script sets `p`, `lr`, `m` and `steps`; do not set them to numbers
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
    rtol=1e-5, err_msg="the path of the document",
)  # fmt: skip

# %% [markdown]
# $p$ swings around $-2$ and comes nearer. With one value of $m$ momentum is plain gradient descent. Which?

# %% nbgrader={"grade_id": "plain_m", "solution": true} rows=["s4-431-m0"]
# plain_m: a number
### BEGIN SOLUTION
plain_m = 0
### END SOLUTION

# %% nbgrader={"grade_id": "plain_m_examples", "grade": true}
p_after, v_after = momentum_step(-5, 0, -3, 0.5, plain_m)
np.testing.assert_allclose([p_after], [-3.5], rtol=1e-5, err_msg="the first step is the same with any m")

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
np.testing.assert_allclose(found[:, 0], adagrad_printed, rtol=1e-5, err_msg="the path of the document")
found = np.array(adagrad_path(np.array([-5.0, -5.0]), np.array([1.0, 1e-4]), 0.5, 16))
np.testing.assert_allclose(found[:, 1], adagrad_printed, rtol=1e-5, err_msg="a flat valley: the path is the same")

# %% [markdown]
# In a valley 10000 times as flat AdaGrad takes the same path: a factor in $g$ is also in $\sqrt{h}$ and cancels. But its
# steps get smaller. What multiplies the slope in step $k$ is $\alpha / \sqrt{h_k}$; work it out for a whole series of
# slopes. By hand, for the slopes $3, 4$ and $\alpha = 0.5$: $0.5 / 3$ and $0.5 / 5$.


# %% nbgrader={"grade_id": "adagrad_rates", "solution": true} rows=["s4-432-slowing"]
def adagrad_rates(gs, lr):
    """What AdaGrad multiplies each of the slopes gs with, from h = 0 on; gs and the result are (steps,)."""
    ### BEGIN SOLUTION
    return lr / np.sqrt(np.cumsum(gs**2))  # (steps,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "adagrad_rates_examples", "grade": true}
np.testing.assert_allclose(adagrad_rates(np.array([3.0, 4.0]), 0.5), [0.5 / 3, 0.1], rtol=1e-5)

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
# RMSProp does not add up, it averages: a part $\rho$ (rho; `lo` in the document's program) of the old $h$ and a part
# $1 - \rho$ of the new square.
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
    rtol=1e-5, err_msg="the first ten places of the document",
)  # fmt: skip
np.testing.assert_allclose(found[10:, 0], -2, atol=1e-4, err_msg="the last six places are near -2")

# %% [markdown]
# The document prints the last place as $-1.99999999977627$; a 9 was lost there, it is $-1.999999999977627$.
#
# How much of $h$ comes from the current slope? Take the slopes $3$ and then $1$, from $h = 0$ on. Work out $h$ after both
# by hand, once with $\rho = 0.9$ and once with $\rho = 0.1$.

# %% nbgrader={"grade_id": "h_by_hand", "solution": true} rows=["s4-433-rho"]
# h_by_hand: two numbers, h for rho = 0.9 and h for rho = 0.1
### BEGIN SOLUTION
h_by_hand = (0.91, 1.71)
### END SOLUTION

# %% nbgrader={"grade_id": "h_by_hand_examples", "grade": true}
assert len(h_by_hand) == 2, "two numbers, for rho = 0.9 and for rho = 0.1"
print(f"share of the current slope: {0.1 / h_by_hand[0]:.0%} and {0.9 / h_by_hand[1]:.0%}")

# %% [markdown]
# The smaller $\rho$ is, the more the current slope counts. In general, after some steps $h$ is a weighted sum of all
# squares: $h = w_1 g_1^2 + w_2 g_2^2 + \dots$. By hand, for two steps with $\rho = 0.9$: the new square has the weight
# $0.1$, the old one $0.9 \cdot 0.1 = 0.09$.


# %% nbgrader={"grade_id": "rmsprop_weights", "solution": true} rows=["s4-433-rho"]
def rmsprop_weights(steps, rho):
    """The weight of each squared slope in h after `steps` steps from h = 0, the oldest first; returns (steps,)."""
    ### BEGIN SOLUTION
    return (1 - rho) * rho ** np.arange(steps - 1, -1, -1)  # (steps,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "rmsprop_weights_examples", "grade": true}
np.testing.assert_allclose(rmsprop_weights(2, 0.9), [0.09, 0.1], rtol=1e-5)
np.testing.assert_allclose(rmsprop_weights(1, 0.1), [0.9], rtol=1e-5)

# %% [markdown]
# ## 4. Adam
#
# Adam averages both, the slope in $m$ and its square in $v$. Both are 0 at first, and $t$ counts the steps from 1 on:
#
# $$m_t = \beta_1 m_{t-1} + (1 - \beta_1)\,g \qquad v_t = \beta_2 v_{t-1} + (1 - \beta_2)\,g^2$$
#
# The document calls $v_t$ the $h$ of AdaGrad; with its $\beta_2$ it is the average of RMSProp, not a sum. An average that
# begins at 0 is too small at first. The correction (편향 보정, bias correction) divides that out:
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
# The document's program once more as a script. Besides $p$, $m$ and $v$ the loop has to count $t$.

# %% nbgrader={"grade_id": "adam_start", "locked": true}
p = -5
lr = 0.5
beta_1 = 0.9
beta_2 = 0.999
eps = 10**-8
steps = 16

# %% nbgrader={"grade_id": "adam_script", "solution": true} rows=["s4-434-adam"]
# path: a list or an array of p after each of the steps, without the start. The slope is p + 2; m and v are 0 at first.
### BEGIN SOLUTION
path = np.zeros(steps)
m, v, t = 0, 0, 0
for i in range(steps):
    t = t + 1
    p, m, v = adam_step(p, m, v, t, slope(p), lr, beta_1, beta_2, eps)
    path[i] = p
### END SOLUTION

# %% nbgrader={"grade_id": "adam_script_examples", "grade": true}
print(*path, sep="\n")
np.testing.assert_allclose(
    path,
    [-4.500000001666667, -4.0044135661447235, -3.51770813287177, -3.0459154724609996,
     -2.596907461354961, -2.180399226763144, -1.8073832706986472, -1.4887778921304025,
     -1.2334779898811434, -1.046552266834851, -0.9284485074849226, -0.875461954432766,
     -0.8809741868124046, -0.9367635792767339, -1.0339729342963133, -1.163663645331026],
    rtol=1e-4,
    err_msg="the path of the document",
)  # fmt: skip

# %% [markdown]
# The document says that $p$ swings around $-2$ here and comes nearer. Its 16 numbers cross $-2$ once and end $0.84$ away.
#
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

# %% [markdown]
# ### The usual values
#
# The document's programs take $\alpha = 0.5$ and, for momentum, $m = 0.5$, so that a few steps are enough. For networks
# its text names other values: $\alpha$ between $0.01$ and $0.001$, $m = 0.9$ for momentum, and for Adam those of the
# program above. Write these down.

# %% nbgrader={"grade_id": "usual_values", "solution": true} rows=["s4-434-defaults"]
# usual_values: a dict with the keys "lr" (any usual one), "momentum", "beta_1", "beta_2", "eps"
### BEGIN SOLUTION
usual_values = {"lr": 0.01, "momentum": 0.9, "beta_1": 0.9, "beta_2": 0.999, "eps": 1e-8}
### END SOLUTION

# %% nbgrader={"grade_id": "usual_values_examples", "grade": true}
assert set(usual_values) == {"lr", "momentum", "beta_1", "beta_2", "eps"}, "the five keys"
assert all(0 < value < 1 for value in usual_values.values()), "each value lies between 0 and 1"

# %% [markdown]
# ## 5. Side by side
#
# Five rules on the document's problem: plain gradient descent, momentum, AdaGrad, RMSProp, Adam. Where is each after 16
# steps? Sort them by their distance to $-2$, the nearest first. Four of the paths are printed above.

# %% nbgrader={"grade_id": "ranking", "solution": true} rows=["s4-43-order"]
# ranking: the five words "plain", "momentum", "adagrad", "rmsprop" and "adam" in a tuple, the nearest first
### BEGIN SOLUTION
ranking = ("rmsprop", "plain", "momentum", "adagrad", "adam")
### END SOLUTION

# %% nbgrader={"grade_id": "ranking_examples", "grade": true}
assert not isinstance(ranking, set), "a set has no order"
words = sorted(str(word).strip().lower() for word in ranking)
assert words == ["adagrad", "adam", "momentum", "plain", "rmsprop"], "each of the five words once"

# %% nbgrader={"grade_id": "paths_figure", "locked": true} demo=true
import matplotlib.pyplot as plt

plain_path, swinging_path, adam_path = [], [], []
p_plain, p_swinging, v_swinging, p_adam, m_adam, v_adam = -5, -5, 0, -5, 0, 0
for t in range(1, 17):
    p_plain, _ = momentum_step(p_plain, 0, slope(p_plain), 0.5, 0)
    p_swinging, v_swinging = momentum_step(p_swinging, v_swinging, slope(p_swinging), 0.5, 0.5)
    p_adam, m_adam, v_adam = adam_step(p_adam, m_adam, v_adam, t, slope(p_adam), 0.5, 0.9, 0.999, 1e-8)
    plain_path.append(p_plain)
    swinging_path.append(p_swinging)
    adam_path.append(p_adam)
start, curvature = np.array([-5.0]), np.array([1.0])
plt.figure()
for name, places in [
    ("plain", plain_path),
    ("momentum", swinging_path),
    ("AdaGrad", adagrad_path(start, curvature, 0.5, 16)),
    ("RMSProp", rmsprop_path(start, curvature, 0.5, 0.9, 16)),
    ("Adam", adam_path),
]:
    plt.plot(range(1, 17), places, ".-", label=name)
plt.axhline(-2, color="lightgray")
plt.xlabel("step")
plt.ylabel("p")
plt.legend()

# %% [markdown]
# The rule that "is used most", Adam, is the farthest here, and momentum, which is said to find the place faster, is
# slower than plain gradient descent. One parameter in a round valley is an easy problem. In a valley with $c = 10^{-4}$
# plain descent and momentum would hardly move, and the other three take the same path as before.
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
# The formula of RMSProp does the same. Adam has its $\epsilon$ against it. Give AdaGrad one in the same place: add it to
# the root.
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
# ## 6. The same with Keras
#
# Keras has all four rules. Its formulas are not the document's everywhere:
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
# Keras adds $\epsilon$ to $\sqrt{v_t}$ and corrects then; the document corrects first and adds $\epsilon$ to
# $\sqrt{V_t} = \sqrt{v_t} / \sqrt{1 - \beta_2^t}$. In step $t$, which $\epsilon$ of Keras makes the same step as the
# document's? Bring the document's fraction into the form of Keras.


# %% nbgrader={"grade_id": "keras_epsilon", "solution": true} rows=["s4-43-keras-adam"]
def keras_epsilon(eps, beta_2, t):
    """The epsilon with which step number t of Keras's Adam equals that of the document's formula with eps."""
    ### BEGIN SOLUTION
    return eps * np.sqrt(1 - beta_2**t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_epsilon_examples", "grade": true}
np.testing.assert_allclose([keras_epsilon(1e-8, 0.999, 1)], [3.16227766e-10], rtol=1e-5, err_msg="in the first step")
np.testing.assert_allclose([keras_epsilon(0.01, 0.75, 2)], [0.0066143783], rtol=1e-5, err_msg="in the second step")

# %% [markdown]
# It changes from step to step. So no fixed $\epsilon$ of Keras gives the document's path with $\epsilon = 10^{-8}$; with
# $\epsilon = 0$ in both they agree. (Keras also computes $\beta^t$ in float32, where $0.9$ and $0.999$ are not exact: a
# difference of about $10^{-5}$ stays. Of $\beta_1 = 0.875$ and $\beta_2 = 1 - 2^{-10}$, exact in float32,
# only rounding is left.)
#
# ### Four optimizers
#
# `keras_path` runs a Keras optimizer on the error $\frac{c}{2}(p + 2)^2$. In each blank make the optimizer whose path is
# that of the document's formula. The functions are graded by their paths, also in flat valleys, where a default value
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
    found[:, 0], [-3.5, -2.0, -1.25, -1.25, -1.625, -2.0, -2.1875, -2.1875], rtol=1e-5, err_msg="the document's path"
)


# %% nbgrader={"grade_id": "keras_adagrad", "solution": true} rows=["s4-43-keras-adagrad"]
def keras_adagrad(p, c, lr, steps):
    """The path of the document's AdaGrad by Keras: h is 0 at first, and there is no epsilon."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.Adagrad(learning_rate=lr, initial_accumulator_value=0.0, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_adagrad_examples", "grade": true}
found = np.array(keras_adagrad(np.array([-5.0]), np.array([1.0]), 0.5, 16))
np.testing.assert_allclose(found[:, 0], adagrad_printed, rtol=1e-5, err_msg="the document's path")


# %% nbgrader={"grade_id": "keras_rmsprop", "solution": true} rows=["s4-43-keras-rmsprop"]
def keras_rmsprop(p, c, lr, rho, steps):
    """The path of the document's RMSProp by Keras: there is no epsilon."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.RMSprop(learning_rate=lr, rho=rho, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_rmsprop_examples", "grade": true}
found = np.array(keras_rmsprop(np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 4))
np.testing.assert_allclose(
    found[:, 0], [-3.41886117, -2.71341104, -2.34955471, -2.16294339], rtol=1e-5, err_msg="the document's path"
)


# %% nbgrader={"grade_id": "keras_adam", "solution": true} rows=["s4-43-keras-adam"]
def keras_adam(p, c, lr, beta_1, beta_2, steps):
    """The path of the document's Adam with eps = 0 by Keras."""
    ### BEGIN SOLUTION
    optimizer = tf.keras.optimizers.Adam(learning_rate=lr, beta_1=beta_1, beta_2=beta_2, epsilon=0.0)
    ### END SOLUTION
    return keras_path(optimizer, p, c, steps)


# %% nbgrader={"grade_id": "keras_adam_examples", "grade": true}
found = np.array(keras_adam(np.array([-5.0]), np.array([1.0]), 0.5, 0.9, 0.999, 16))
np.testing.assert_allclose(found[-1, 0], -1.16366, atol=2e-5, err_msg="near the document's last number")
