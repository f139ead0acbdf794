# %% [markdown]
# # Linear regression: in one step, and in many
#
# Linear regression (선형 회귀) puts a straight line through points. It is where statistics (통계학) and machine learning
# (기계학습) meet. You find the same line twice: in one step by solving an equation, and in many small ones by gradient
# descent (경사 하강법), which later trains whole networks.
#
# At the end you see your gradient descent from above, as a path on the map of the error, and it ends where your equation
# says. You also see points for which no line is good enough, and how the same equation fits a curve to them.
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
# ## 1. What is learned from data
#
# Machine learning has three kinds: *supervised* (지도 학습: every example comes with its answer), *unsupervised* (비지도
# 학습: there are no answers) and *reinforcement* (강화 학습: rewards follow actions). Its usual tasks are classification
# (분류, the answer is one of a few classes), regression (회귀, the answer is a number), clustering (군집화, alike examples
# are put together) and anomaly detection (이상 탐지, what is unlike all others is found).
#
# Which task is each of these? a) classification b) regression c) clustering d) anomaly detection
#
# 1. From its size and place, the price of a flat, learned from flats whose prices are known.
# 2. Customers of a shop in five groups that buy alike; nobody knows the groups beforehand.
# 3. From a letter's words, whether it is spam, learned from letters that people have sorted.
# 4. Among a million payments, the few that are unlike all others.

# %% nbgrader={"grade_id": "tasks", "solution": true} rows=["s1-types"]
# tasks: four letters in the order of the list, for instance: tasks = ("a", "a", "a", "a")
### BEGIN SOLUTION
tasks = ("b", "c", "a", "d")
### END SOLUTION

# %% nbgrader={"grade_id": "tasks_examples", "grade": true}
picked = [letter for letter in str(tasks).lower() if letter.isalpha()]
assert not isinstance(tasks, set), "the letters have an order: that of the list"
assert len(picked) == 4, "four letters"
assert set(picked) <= set("abcd"), "each one of a, b, c, d"

# %% [markdown]
# Which of the four needs answers in its training data, that is, which are supervised?

# %% nbgrader={"grade_id": "supervised", "solution": true} rows=["s1-types"]
# supervised: the numbers of the list's items that are supervised, for instance: supervised = (1, 4)
### BEGIN SOLUTION
supervised = (1, 3)
### END SOLUTION

# %% nbgrader={"grade_id": "supervised_examples", "grade": true}
assert set(supervised) <= {1, 2, 3, 4}, "numbers of the list's items"

# %% [markdown]
# Statistics and machine learning use the same line differently. Statistics asks about the *population* (모집단) behind a
# sample: what its parameters are, and how sure one may be. Machine learning predicts new examples, the *test set*, from
# the *train set*, and asks how far off it is there.
#
# a) "The slope lies between 0.023 and 0.065 with 95 % confidence." b) "On 200 new flats the error was 8 % on average."
# c) "We reject the hypothesis that television has no influence (p < 0.001)."

# %% nbgrader={"grade_id": "statistics", "solution": true} rows=["s1-stat-vs-ml"]
# statistics: the letters of the sentences that a statistician would say about a population, for instance ("b",)
### BEGIN SOLUTION
statistics = ("a", "c")
### END SOLUTION

# %% nbgrader={"grade_id": "statistics_examples", "grade": true}
picked = [letter for letter in str(statistics).lower() if letter.isalpha()]
assert set(picked) <= set("abc"), "letters among a, b, c"

# %% [markdown]
# ## 2. The model
#
# The simple linear regression model says that each $Y_i$ is a line at $X_i$ and a random error (오차) $\varepsilon_i$:
#
# $$Y_i = \beta_0 + \beta_1 X_i + \varepsilon_i$$
#
# $\beta_0$ is the intercept (절편), $\beta_1$ the slope (기울기). By hand, with $\beta_0 = 2$, $\beta_1 = 3$:
# $x = 1$ and $\varepsilon = -0.5$ give $2 + 3 \cdot 1 - 0.5 = 4.5$.


# %% nbgrader={"grade_id": "population", "solution": true} rows=["s1-slr-model"]
def population(b0, b1, x, eps):
    """The values Y of the model; x and eps are (points,), b0 and b1 are numbers; returns (points,)."""
    ### BEGIN SOLUTION
    return b0 + b1 * x + eps
    ### END SOLUTION


# %% nbgrader={"grade_id": "population_examples", "grade": true}
np.testing.assert_allclose(population(2, 3, np.array([0, 1, 2]), np.array([0.5, -0.5, 0])), [2.5, 4.5, 8], rtol=1e-5)

# %% [markdown]
# Often the bias $b$ is taken into the weights: put a 1 in front of each $x$, and $b$ in front of the weights. Then
# $b + wx = [b, w] \cdot [1, x]$, and one product does it all.


# %% nbgrader={"grade_id": "with_ones", "solution": true} rows=["s1-bias-absorb"]
def with_ones(x):
    """The design matrix, (points, 2): a column of ones, then x, which is (points,)."""
    ### BEGIN SOLUTION
    return np.c_[np.ones(len(x)), x]  # (points, 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "with_ones_examples", "grade": true}
design = with_ones(np.array([0, 1, 2]))
print(design)
np.testing.assert_allclose(design, [[1, 0], [1, 1], [1, 2]], rtol=1e-5, atol=1e-6)
np.testing.assert_allclose(np.array(design) @ [3, 2], [3, 5, 7], rtol=1e-5, err_msg="with b = 3 and w = 2")

# %% [markdown]
# ### Which line is better?
#
# A line is judged by its mean squared error (평균 제곱 오차, MSE), the mean of $(a x_i + b - y_i)^2$ over the points. Here
# are five points. The line $y = 8x$ has an MSE of 120 for them, $y = 3x + 2$ one of 10. By hand, for $y = 3x + 2$: the differences are $3, 0, -3, -4, 4$, the
# squares $9, 0, 9, 16, 16$, their mean is $10$.

# %% nbgrader={"grade_id": "five_points", "locked": true}
x5 = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
y5 = np.array([-1.0, 5.0, 11.0, 15.0, 10.0])


# %% nbgrader={"grade_id": "mse_of_line", "solution": true} rows=["s2-loss-meaning"]
def mse_of_line(a, b, x, y):
    """The mean squared error of the line a x + b for the points x, y, both (points,); returns one number."""
    ### BEGIN SOLUTION
    return np.mean((a * x + b - y) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "mse_of_line_examples", "grade": true}
np.testing.assert_allclose([mse_of_line(3, 2, x5, y5)], [10], rtol=1e-5, err_msg="the good line, y = 3x + 2")
np.testing.assert_allclose([mse_of_line(8, 0, x5, y5)], [120], rtol=1e-5, err_msg="the bad line, y = 8x")

# %% [markdown]
# The picture shows both lines and how far each is from the points. The mean of the squares of these distances is what
# your function gives.


# %% nbgrader={"grade_id": "two_lines", "locked": true} demo=true
@picture
def two_lines():
    """The five points, two lines and their distances from the points."""
    figure, both = plt.subplots(1, 2, sharey=True, figsize=(5.6, 3.6))
    told = []
    for axes, (a, b) in zip(both, ((8, 0), (3, 2)), strict=True):
        error = mse_of_line(a, b, x5, y5)
        axes.vlines(x5, y5, a * x5 + b, color="C1", linestyle="--", linewidth=2)
        axes.plot(x5, a * x5 + b, "C0")
        axes.plot(x5, y5, "ko")
        axes.set(xlabel="x", title=f"{a}x + {b}: MSE {error:g}")
        told.append(f"{error:g} for {a} x + {b}")
    both[0].set_ylabel("y")
    return figure, f"Two lines through five points; the mean squared error is {' and '.join(told)}"


# %% [markdown]
# ## 3. In one step: the closed form
#
# With the design matrix $X$, (points, 2), the weights $w = [b, w_1]$ and the targets $t$, the squared error
# $|Xw - t|^2$ is smallest where its derivative is 0. That gives the normal equation (정규 방정식) and its solution:
#
# $$X^T X\,w = X^T t \qquad w = (X^T X)^{-1} X^T t$$
#
# $(X^T X)^{-1} X^T$ is called the pseudo-inverse. By hand, for $x = (0, 1, 2, 3)$ and $t = (1, 3, 5, 7.4)$:
# $X^T X = \begin{pmatrix} 4 & 6 \\ 6 & 14 \end{pmatrix}$, $X^T t = (16.4, 35.2)$, and $w = (0.92, 2.12)$.

# %% nbgrader={"grade_id": "four_points", "locked": true}
x4, t4 = np.array([0.0, 1.0, 2.0, 3.0]), np.array([1.0, 3.0, 5.0, 7.4])


# %% nbgrader={"grade_id": "closed_form", "solution": true} rows=["s1-closed-form"]
def closed_form(X, t):
    """The weights, (columns,), that minimise the squared error; X is (points, columns), t is (points,)."""
    ### BEGIN SOLUTION
    return np.linalg.solve(X.T @ X, X.T @ t)
    ### END SOLUTION


# %% nbgrader={"grade_id": "closed_form_examples", "grade": true}
np.testing.assert_allclose(closed_form(np.c_[np.ones(4), x4], t4), [0.92, 2.12], rtol=1e-5)

# %% [markdown]
# Draw what was fitted: the points and the line that fits them best, from the smallest x to the largest. Name both axes.
# Do not call `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_fit", "solution": true} rows=["s2-linreg"]
def plot_fit(x, t):
    """Draw only the points (x, t) and their least-squares line; x and t are (points,). Both axes get a label."""
    ### BEGIN SOLUTION
    b, a = closed_form(with_ones(x), t)
    ends = np.array([x.min(), x.max()])
    plt.scatter(x, t)
    plt.plot(ends, a * ends + b)
    plt.xlabel("x")
    plt.ylabel("t")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_fit_examples", "grade": true}
plt.figure()
drawn = plot_fit(x4, t4)
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ### The same line from probability
#
# Suppose that the targets scatter around the line by normal errors (정규 분포) of the variance $1/\beta$. The
# probability of all $N$ targets together is the likelihood (우도), $\prod_n \mathcal{N}(t_n\,|\,w^T x_n, \beta^{-1})$;
# its logarithm is
#
# $$\ln p = \frac{N}{2}\ln\beta - \frac{N}{2}\ln 2\pi - \beta E_D \qquad E_D = \frac{1}{2}\sum_n (t_n - w^T x_n)^2$$
#
# $w$ stands in $E_D$ only, so the most likely $w$ is the one with the least squares. Setting the derivative with respect
# to $\beta$ to 0 gives $1/\beta = \frac{1}{N}\sum_n (t_n - w^T x_n)^2$, the mean squared residual (잔차).


# %% nbgrader={"grade_id": "log_likelihood", "solution": true} rows=["s1-mle"]
def log_likelihood(w, beta, X, t):
    """ln p of the targets t, (points,), for the weights w, (columns,), and the precision beta; X is (points, columns).

    With very many points the likelihood itself is too small for a number; its logarithm is not.
    """
    ### BEGIN SOLUTION
    half_squares = 0.5 * np.sum((t - X @ w) ** 2)
    return len(t) / 2 * (np.log(beta) - np.log(2 * np.pi)) - beta * half_squares
    ### END SOLUTION


# %% nbgrader={"grade_id": "log_likelihood_examples", "grade": true}
np.testing.assert_allclose(
    [log_likelihood(np.array([0.92, 2.12]), 2.0, np.c_[np.ones(4), x4], t4)], [-2.337460], atol=1e-5, err_msg="beta = 2"
)


# %% nbgrader={"grade_id": "best_precision", "solution": true} rows=["s1-mle"]
def best_precision(w, X, t):
    """The precision beta with the largest likelihood, for the weights w; a number."""
    ### BEGIN SOLUTION
    return 1 / np.mean((t - X @ w) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "best_precision_examples", "grade": true}
np.testing.assert_allclose(
    [best_precision(np.array([1.0, 2.0]), np.c_[np.ones(4), x4], t4)], [25], rtol=1e-5, err_msg="residual 0.4"
)

# %% [markdown]
# The picture shows the log-likelihood of the best line over $\beta$, and where your `best_precision` puts the top.


# %% nbgrader={"grade_id": "likelihood_drawn", "locked": true} demo=true
@picture
def likelihood_drawn():
    """The log-likelihood over the precision, and its largest value."""
    X = np.array(with_ones(x4))
    w = np.array(closed_form(X, t4))
    best = best_precision(w, X, t4)
    betas = np.linspace(0.2, 3, 60) * best
    figure, axes = plt.subplots()
    axes.plot(betas, [log_likelihood(w, beta, X, t4) for beta in betas], "C0", linewidth=2)
    axes.plot(best, log_likelihood(w, best, X, t4), "C3o", markersize=9)
    axes.set(xlabel="precision beta", ylabel="ln p")
    return figure, f"ln p rises to {log_likelihood(w, best, X, t4):.3f} at beta = {best:.2f} and falls again"


# %% [markdown]
# ## 4. In many steps: gradient descent
#
# With several inputs, $x_i$ is a row of the matrix $X$, (points, inputs), and the weights $W$ are (inputs,):
#
# $$(1)\ f(x_i) = b + \sum_j W_j x_{ij} \qquad (2)\ L = \frac{1}{n}\sum_i (f(x_i) - y_i)^2$$
#
# $$(3)\ \frac{\partial L}{\partial W_j} = \frac{2}{n}\sum_i (f(x_i) - y_i)\,x_{ij} \qquad
# \frac{\partial L}{\partial b} = \frac{2}{n}\sum_i (f(x_i) - y_i)$$
#
# $$(4)\ W \leftarrow W - \alpha \frac{\partial L}{\partial W} \qquad b \leftarrow b - \alpha \frac{\partial L}{\partial b}$$
#
# By hand, with $W = (2, -1)$, $b = 0.5$, $x = (1, 2)$ and $(3, 4)$, $y = (1, 1)$: $f = (0.5, 2.5)$, the differences are
# $(-0.5, 1.5)$, $L = (0.25 + 2.25)/2 = 1.25$, $\partial L/\partial W = (4, 5)$, $\partial L/\partial b = 1$, and with
# $\alpha = 0.1$ the new $W$ is $(1.6, -1.5)$, the new $b$ is $0.4$.

# %% nbgrader={"grade_id": "two_examples", "locked": true}
X2 = np.array([[1.0, 2.0], [3.0, 4.0]])  # (points, inputs)
y2 = np.array([1.0, 1.0])


# %% nbgrader={"grade_id": "loss_and_gradients", "solution": true} rows=["s1-gd-eq1", "s1-gd-eq2", "s1-gd-eq3"]
def loss_and_gradients(X, y, W, b):
    """The loss of equation (2) and its derivatives, equation (3): L, a number; dW, (inputs,); db, a number.

    X is (points, inputs), y is (points,), W is (inputs,), b is a number. The predictions are those of equation (1).
    """
    ### BEGIN SOLUTION
    difference = X @ W + b - y  # (points,)
    dW = 2 / len(y) * X.T @ difference  # (inputs,)
    return np.mean(difference**2), dW, 2 * np.mean(difference)
    ### END SOLUTION


# %% nbgrader={"grade_id": "loss_and_gradients_examples", "grade": true}
L, dW, db = loss_and_gradients(X2, y2, np.array([2.0, -1.0]), 0.5)
print("L =", L, " dW =", dW, " db =", db)
np.testing.assert_allclose([L, db], [1.25, 1], rtol=1e-5, err_msg="L and db")
np.testing.assert_allclose(dW, [4, 5], rtol=1e-5, err_msg="dW")


# %% nbgrader={"grade_id": "update", "solution": true} rows=["s1-gd-eq4"]
def update(W, b, dW, db, lr):
    """W and b after one step with the learning rate lr, equation (4); the array W stays as it is."""
    ### BEGIN SOLUTION
    return W - lr * dW, b - lr * db
    ### END SOLUTION


# %% nbgrader={"grade_id": "update_examples", "grade": true}
W, b = update(np.array([2.0, -1.0]), 0.5, np.array([4.0, 5.0]), 1.0, 0.1)
np.testing.assert_allclose(W, [1.6, -1.5], rtol=1e-5, err_msg="W")
np.testing.assert_allclose([b], [0.4], rtol=1e-5, err_msg="b")

# %% [markdown]
# ### Both at once
#
# For one input the parameters are often called $\theta_0$ (the intercept) and $\theta_1$ (the slope), and the mean
# squared error $J$. Both new values have to come from the *old* $\theta$ (simultaneous update, 동시 업데이트):
#
# $$temp_0 = \theta_0 - \alpha\frac{\partial J}{\partial\theta_0} \quad temp_1 = \theta_1 -
# \alpha\frac{\partial J}{\partial\theta_1} \quad \theta_0 = temp_0 \quad \theta_1 = temp_1$$
#
# By hand, from $\theta = (0, 0)$ with $\alpha = 0.1$, $x = (1, 2)$, $t = (2, 3)$: the differences are $(-2, -3)$, so
# $temp_0 = 0.5$ and $temp_1 = 0.8$. Who puts the new $\theta_0 = 0.5$ into the second line gets another $\theta_1$, $0.65$.


# %% nbgrader={"grade_id": "simultaneous_step", "solution": true} rows=["s1-simultaneous"]
def simultaneous_step(theta0, theta1, x, t, alpha):
    """theta0 and theta1 after one step on J, the mean of (theta0 + theta1 x - t)^2; x and t are (points,)."""
    ### BEGIN SOLUTION
    difference = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(difference), theta1 - alpha * 2 * np.mean(difference * x)
    ### END SOLUTION


# %% nbgrader={"grade_id": "simultaneous_step_examples", "grade": true}
stepped = simultaneous_step(0.0, 0.0, np.array([1.0, 2.0]), np.array([2.0, 3.0]), 0.1)
np.testing.assert_allclose(
    stepped, [0.5, 0.8], rtol=1e-5, err_msg="0.65 for theta1 means that the new theta0 was used too early"
)

# %% [markdown]
# Repeat until it stands still (수렴, convergence). For $x = (0, 1, 2, 3)$ and $t = (1, 3, 5, 7.4)$ it arrives where the
# closed form is at once, $(0.92, 2.12)$.


# %% nbgrader={"grade_id": "descend", "solution": true} rows=["s1-gd-theta"]
def descend(theta0, theta1, x, t, alpha, steps):
    """The path of gradient descent: an array, (steps, 2), with theta0 and theta1 after each step, without the start.

    It has one row for each step, also where theta stands still.
    """
    ### BEGIN SOLUTION
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append((theta0, theta1))
    return np.array(path)  # (steps, 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "descend_examples", "grade": true}
path = descend(0.0, 0.0, x4, t4, 0.1, 300)
print("after 1, 10, 300 steps:", path[0], path[9], path[299])
np.testing.assert_allclose(path[0], [0.82, 1.76], rtol=1e-5, err_msg="after one step")
np.testing.assert_allclose(path[299], [0.92, 2.12], atol=1e-5, err_msg="after 300 steps")

# %% [markdown]
# ### A picture of it
#
# Draw the points and the line after every k-th step: gradient descent turns it into place.


# %% nbgrader={"grade_id": "plot_descent", "solution": true} rows=["s1-gd-figure"]
def plot_descent(x, t, alpha, steps, every):
    """Draw only the points (x, t) and, from theta = (0, 0), the line after every `every`-th step; label both axes.

    A line is drawn over the whole range of x. With steps = 6 and every = 2 there are three: after 2, 4 and 6 steps.
    """
    ### BEGIN SOLUTION
    ends = np.array([x.min(), x.max()])
    plt.scatter(x, t)
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_descent_examples", "grade": true}
plt.figure()
drawn = plot_descent(x4, t4, 0.02, 12, 3)
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# Now the same from above. $J$ over both parameters is a bowl (볼록 함수). The picture is its map: on one contour (등고선)
# all points have the same $J$. The path is your `descend` from $(2.4, 0.1)$, 120 steps with the learning rate 0.05. The
# star is your `closed_form`. The path crosses the contours quickly at first. Then it creeps along the bottom, where the
# slope is small.


# %% nbgrader={"grade_id": "bowl", "locked": true} demo=true rows=["s1-gd-figure"]
@picture
def bowl():
    """The contours of J over both parameters, with the path of gradient descent and the closed form."""
    theta0, theta1 = np.linspace(-0.6, 2.6, 60), np.linspace(-0.4, 3.4, 60)
    heights = [[mse_of_line(slope, intercept, x4, t4) for intercept in theta0] for slope in theta1]
    path = np.vstack([[2.4, 0.1], descend(2.4, 0.1, x4, t4, 0.05, 120)])
    best = closed_form(np.array(with_ones(x4)), t4)
    figure, axes = plt.subplots()
    axes.contour(theta0, theta1, heights, levels=[0.05, 0.2, 0.6, 1.5, 3, 6, 10, 15, 21], colors="gray", linewidths=1)
    axes.plot(path[:, 0], path[:, 1], "C0o-", markersize=4, label="gradient descent")
    axes.plot(*best, "C3*", markersize=15, label="closed form")
    axes.set(xlabel="$\\theta_0$", ylabel="$\\theta_1$")
    axes.legend(loc="lower left", fontsize=10)
    shown = ", ".join(f"({a:.2f}, {b:.2f})" for a, b in path[[0, 1, 2, 10, 120]])
    return (
        figure,
        f"The path after 0, 1, 2, 10 and 120 steps is at {shown}; the star is at ({best[0]:.2f}, {best[1]:.2f})",
    )


# %% [markdown]
# ## 5. Where a line is not enough
#
# The points below follow a curve. $R^2$ says which share of the spread of the $y$ a fit explains:
#
# $$R^2 = 1 - \frac{\sum_i (y_i - f(x_i))^2}{\sum_i (y_i - \bar y)^2}$$
#
# Here $\bar y$ is the mean of the $y$. A perfect fit has $R^2 = 1$; who always answers $\bar y$ has $R^2 = 0$. A polynomial
# of degree $d$ is linear regression too: the columns of $X$ are $1, x, x^2, \dots, x^d$.
#
# By hand, for the line $2.12x + 0.92$ through $x = (0, 1, 2, 3)$, $t = (1, 3, 5, 7.4)$: the sum above is 0.048, the sum
# below 22.52, so $R^2 = 0.99787$.

# %% nbgrader={"grade_id": "curved_points", "locked": true}
xc = np.linspace(20, 120, 26)
yc = 60 + 0.03 * (xc - 85) ** 2 + 9 * np.sin(xc)


# %% nbgrader={"grade_id": "r2_of_degree", "solution": true} rows=["s1-linear-limit"]
def r2_of_degree(x, y, degree):
    """R^2 of the polynomial of that degree that fits the points best; x and y are (points,); returns one number."""
    ### BEGIN SOLUTION
    X = np.stack([x**power for power in range(degree + 1)], axis=1)  # (points, degree + 1)
    fitted = X @ np.linalg.lstsq(X, y, rcond=None)[0]
    return 1 - np.sum((y - fitted) ** 2) / np.sum((y - y.mean()) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "r2_of_degree_examples", "grade": true}
for degree in (1, 2):
    print(f"degree {degree} R2 = {r2_of_degree(xc, yc, degree):.4f}")
np.testing.assert_allclose(r2_of_degree(x4, t4, 1), 0.997869, atol=1e-5, err_msg="a line through x4, t4")
assert r2_of_degree(xc, yc, 2) > r2_of_degree(xc, yc, 1), "a parabola can do all that a line can"


# %% nbgrader={"grade_id": "curve_figure", "locked": true} demo=true rows=["s1-linear-limit"]
@picture
def curve_figure():
    """The points with a line, a parabola and a polynomial of degree 12, each with the student's R^2."""
    figure, axes = plt.subplots()
    axes.plot(xc, yc, "ko", markersize=4)
    told = []
    fine, middle = np.linspace(20, 120, 200), 70.0
    for degree, style in ((1, "C0--"), (2, "C1-"), (12, "C3:")):
        r2 = r2_of_degree((xc - middle) / 50, yc, degree)
        fit = np.polyfit((xc - middle) / 50, yc, degree)
        axes.plot(fine, np.polyval(fit, (fine - middle) / 50), style, linewidth=2, label=f"degree {degree}: {r2:.3f}")
        told.append(f"{r2:.3f} with degree {degree}")
    axes.set(xlabel="x", ylabel="y")
    axes.legend(fontsize=10, title="$R^2$")
    return figure, f"R2 is {', '.join(told)}: more degrees follow the points more closely, also where they only scatter"


# %% [markdown]
# How sure can one be of a line? `regression_table` goes on from here, for those who want to read what programs of
# statistics print. It is optional.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the set of slides on deep learning with TensorFlow that this lesson follows.
#
# - It writes $b + wx = wx$ on one slide. That is right only if $b$ is taken into the weights and a 1 into $x$.
# - It shows a bowl over one parameter. Here you see it over both.
# - Its points that follow a curve are not printed. It fits a line, $y = 0.4273x + 24148$ with $R^2 = 0.8455$, and a
#   parabola, $y = 10^{-5}x^2 - 2.3535x + 162711$ with $R^2 = 0.954$. The printed parabola cannot be the drawn one: at
#   $x = 100\,000$ it gives 27 361, and the drawn one shows about 65 000. `1E-05` was rounded to one digit.
#
# </details>
