# %% [markdown]
# # Linear regression: closed form, statistics, gradient descent
#
# Linear regression (선형 회귀) puts a straight line through points. It is where statistics (통계학) and machine learning
# (기계학습) meet: the same line is found in one step by solving an equation, or in many small ones by gradient descent
# (경사 하강법), which later trains whole networks.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

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
# The document writes $b + wx = wx$ on one slide. That is right only if the bias $b$ is taken into the weights: put a 1
# in front of each $x$, and $b$ in front of the weights. Then $b + wx = [b, w] \cdot [1, x]$.


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
# A line is judged by its mean squared error (평균 제곱 오차, MSE), the mean of $(a x_i + b - y_i)^2$ over the points. The
# document shows two lines through the same points, one with an MSE of 120 and one with 10. Here are five points for
# which $y = 8x$ and $y = 3x + 2$ have just these. By hand, for $y = 3x + 2$: the differences are $3, 0, -3, -4, 4$, the
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
    """Draw the points (x, t) and their least-squares line; x and t are (points,). Both axes get a label."""
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
    """ln p of the targets t, (points,), for the weights w, (columns,), and the precision beta; X is (points, columns)."""
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


# %% nbgrader={"grade_id": "predict", "solution": true} rows=["s1-gd-eq1"]
def predict(X, W, b):
    """The predictions f, (points,), of equation (1); X is (points, inputs), W is (inputs,), b is a number."""
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% nbgrader={"grade_id": "predict_examples", "grade": true}
np.testing.assert_allclose(predict(X2, np.array([2.0, -1.0]), 0.5), [0.5, 2.5], rtol=1e-5)


# %% nbgrader={"grade_id": "loss", "solution": true} rows=["s1-gd-eq2"]
def loss(f, y):
    """The loss L of equation (2); the predictions f and the targets y are (points,); returns one number."""
    ### BEGIN SOLUTION
    return np.mean((f - y) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade_id": "loss_examples", "grade": true}
np.testing.assert_allclose([loss(np.array([0.5, 2.5]), y2)], [1.25], rtol=1e-5)


# %% nbgrader={"grade_id": "gradients", "solution": true} rows=["s1-gd-eq3"]
def gradients(X, f, y):
    """The derivatives of the loss, equation (3): dW, (inputs,), and db, a number; f and y are (points,)."""
    ### BEGIN SOLUTION
    dW = 2 / len(y) * X.T @ (f - y)  # (inputs,)
    return dW, 2 * np.mean(f - y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "gradients_examples", "grade": true}
dW, db = gradients(X2, np.array([0.5, 2.5]), y2)
np.testing.assert_allclose(dW, [4, 5], rtol=1e-5, err_msg="dW")
np.testing.assert_allclose([db], [1], rtol=1e-5, err_msg="db")


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
# For one input the document calls the parameters $\theta_0$ (the intercept) and $\theta_1$ (the slope), and $J$ the mean
# squared error. Both new values have to come from the *old* $\theta$ (simultaneous update, 동시 업데이트):
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
    """The path of gradient descent: an array, (steps, 2), with theta0 and theta1 after each step, without the start."""
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
# Draw the points and the line after every k-th step: gradient descent turns it into place. On the right of the document
# stands the bowl (볼록 함수) of $J$ with the path that leads down into it; the next cell draws that one.


# %% nbgrader={"grade_id": "plot_descent", "solution": true} rows=["s1-gd-figure"]
def plot_descent(x, t, alpha, steps, every):
    """Draw the points (x, t) and, from theta = (0, 0), the line after every `every`-th of the steps; label both axes.

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

# %% nbgrader={"grade_id": "bowl", "locked": true} demo=true rows=["s1-gd-figure"]
# J over theta1 with theta0 at its best: a bowl, the start, the steps and the minimum.
slopes = np.linspace(0, 4.2, 60)
plt.figure()
plt.plot(slopes, [np.mean((0.92 + slope * x4 - t4) ** 2) for slope in slopes])
walk = [0.2]
for _ in range(6):
    walk.append(walk[-1] - 0.05 * 2 * np.mean((0.92 + walk[-1] * x4 - t4) * x4))
plt.plot(walk, [np.mean((0.92 + slope * x4 - t4) ** 2) for slope in walk], "o-")
plt.xlabel("theta1")
plt.ylabel("J")

# %% [markdown]
# ## 5. What a statistician reads
#
# The document shows the table that the program Stata prints for a regression of cholesterol (콜레스테롤) on the minutes of
# television (TV 시청 시간), 100 people. Its data are not there; the file read here holds 100 made points that have
# exactly this table. Much of the document's table is unreadable; here it is whole:
#
# | source | SS | df | MS | | |
# |---|---|---|---|---|---|
# | model | 5.04902329 | 1 | 5.04902329 | F(1, 98) | 17.47 |
# | residual | 28.3220135 | 98 | .289000137 | Prob > F | 0.0001 |
# | total | 33.3710367 | 99 | .337081179 | R-squared, adjusted | 0.1513, 0.1426 |
# | | | | | Root MSE | .53759 |
#
# | | coef. | std. err. | t | P>\|t\| | 95 % conf. interval |
# |---|---|---|---|---|---|
# | time_tv | .0440691 | .0105434 | 4.18 | 0.000 | .0231461 to .0649921 |
# | _cons | -2.134777 | 1.813099 | -1.18 | 0.242 | -5.732812 to 1.463259 |

# %% nbgrader={"grade_id": "read_data", "locked": true}
tv, cholesterol = np.loadtxt("linear_regression_tv.csv", delimiter=",", comments="#").T  # each (100,)

# %% [markdown]
# The squared distances of the $y$ from their mean (SS total) split in two: those of the *fitted* values from the mean (SS
# model, 1 degree of freedom (자유도) for one slope) and those of the $y$ from the fitted values (SS residual, $n - 2$).
# A mean square (MS) is a sum of squares divided by its degrees of freedom.


# %% nbgrader={"grade_id": "anova", "solution": true} rows=["s1-anova-total", "s1-anova-ms"]
def anova(ss_model, ss_residual, n):
    """From the two sums of squares of n points: SS total, df total, MS residual and MS total, four numbers."""
    ### BEGIN SOLUTION
    total = ss_model + ss_residual
    return total, n - 1, ss_residual / (n - 2), total / (n - 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "anova_examples", "grade": true}
found = anova(5.04902329, 28.3220135, 100)
np.testing.assert_allclose(found, [33.3710367, 99, 0.289000137, 0.337081179], rtol=1e-5, err_msg="the printed table")

# %% [markdown]
# $F = \frac{MS_{model}}{MS_{residual}}$ compares what the line explains with what it leaves;
# $R^2 = \frac{SS_{model}}{SS_{total}}$ is the share that it explains, and the adjusted one takes the number of points
# into account: $1 - (1 - R^2)\,\frac{n - 1}{n - 2}$. The root of $MS_{residual}$ is the Root MSE, how far a point lies
# from the line, in the units of $y$.


# %% nbgrader={"grade_id": "fit_quality", "solution": true} rows=["s1-anova-F", "s1-anova-R2", "s1-anova-rmse"]
def fit_quality(ss_model, ss_residual, n):
    """F, R^2, the adjusted R^2 and the Root MSE of a line with one slope through n points: four numbers."""
    ### BEGIN SOLUTION
    total, df_total, ms_residual, _ = anova(ss_model, ss_residual, n)
    r2 = ss_model / total
    return ss_model / ms_residual, r2, 1 - (1 - r2) * df_total / (n - 2), np.sqrt(ms_residual)
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_quality_examples", "grade": true}
found = fit_quality(5.04902329, 28.3220135, 100)
np.testing.assert_allclose(found, [17.47, 0.1513, 0.1426, 0.53759], atol=0.005, err_msg="F, R2, adjusted R2, Root MSE")
np.testing.assert_allclose(found[1:], [0.1513, 0.1426, 0.53759], atol=0.00006, err_msg="R2, adjusted R2, Root MSE")

# %% [markdown]
# Each coefficient is judged by $t = \frac{coef}{SE}$, how many standard errors (표준 오차) it lies from 0, and by its 95 %
# confidence interval (신뢰 구간), $coef \pm t_{0.975} \cdot SE$. For 98 degrees of freedom $t_{0.975} = 1.984467$. By
# hand, for the slope: $t = 0.0440691 / 0.0105434 = 4.18$.


# %% nbgrader={"grade_id": "t_values", "solution": true} rows=["s1-anova-t"]
def t_values(coef, se):
    """The t of every coefficient; coef and se are (coefficients,)."""
    ### BEGIN SOLUTION
    return coef / se
    ### END SOLUTION


# %% nbgrader={"grade_id": "t_values_examples", "grade": true}
COEF, SE = np.array([0.0440691, -2.134777]), np.array([0.0105434, 1.813099])
np.testing.assert_allclose(t_values(COEF, SE), [4.18, -1.18], atol=0.005)


# %% nbgrader={"grade_id": "intervals", "solution": true} rows=["s1-anova-ci"]
def intervals(coef, se, quantile):
    """The confidence intervals, (coefficients, 2): the lower and the upper end for each coefficient."""
    ### BEGIN SOLUTION
    return np.stack([coef - quantile * se, coef + quantile * se], axis=1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "intervals_examples", "grade": true}
np.testing.assert_allclose(intervals(COEF, SE, 1.984467), [[0.0231461, 0.0649921], [-5.732812, 1.463259]], atol=3e-6)

# %% [markdown]
# The p-value (유의 확률) is the probability of a t at least as far from 0 on either side, if the coefficient were 0. It is
# an area under the t distribution; `density` is its height, given here. Add up the areas of many thin stripes: the area
# from $-|t|$ to $|t|$ is about the sum of density times width at the middles of `stripes` stripes, and p is what is left
# of 1.

# %% nbgrader={"grade_id": "density", "locked": true}
import math


def density(t, df):
    """The height of the t distribution with df degrees of freedom at every entry of t."""
    log_scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return np.exp(log_scale - (df + 1) / 2 * np.log1p(t**2 / df))


# %% nbgrader={"grade_id": "p_value", "solution": true} rows=["s1-anova-p", "s1-anova-F"]
def p_value(t, df, stripes=1000):
    """The two-sided p-value of the number t with df degrees of freedom, by `stripes` stripes from -|t| to |t|."""
    ### BEGIN SOLUTION
    width = 2 * abs(t) / stripes
    middles = -abs(t) + width * (np.arange(stripes) + 0.5)
    return 1 - np.sum(density(middles, df)) * width
    ### END SOLUTION


# %% nbgrader={"grade_id": "p_value_examples", "grade": true}
np.testing.assert_allclose([p_value(4.18, 98), p_value(-1.18, 98)], [0.000, 0.242], atol=0.0012, err_msg="4.18, -1.18")
np.testing.assert_allclose(
    p_value(np.sqrt(17.47), 98), 0.0001, atol=0.00005, err_msg="Prob > F, as F(1, 98) is t squared"
)

# %% [markdown]
# ### The whole table from the data
#
# Now from 100 points: the coefficients are those of the closed form; SS model and SS residual are the sums of squares
# above; and the standard errors are the roots of the diagonal of $MS_{residual}\,(X^T X)^{-1}$.


# %% nbgrader={"grade_id": "regress", "solution": true} rows=["s1-anova-synth"]
def regress(x, y):
    """The regression of y on x, both (points,): coef, (2,), with the slope first; se, (2,); SS model; SS residual."""
    ### BEGIN SOLUTION
    X = with_ones(x)[:, ::-1]  # (points, 2): x, then ones, so that the slope comes first
    coef = closed_form(X, y)
    fitted = X @ coef
    ss_model, ss_residual = np.sum((fitted - y.mean()) ** 2), np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(y) - 2) * np.diag(np.linalg.inv(X.T @ X)))
    return coef, se, ss_model, ss_residual
    ### END SOLUTION


# %% nbgrader={"grade_id": "regress_examples", "grade": true}
coef, se, ss_model, ss_residual = regress(tv, cholesterol)
np.testing.assert_allclose(coef, [0.0440691, -2.134777], rtol=1e-4, err_msg="the coefficients")
np.testing.assert_allclose(se, [0.0105434, 1.813099], rtol=1e-4, err_msg="the standard errors")
np.testing.assert_allclose([ss_model, ss_residual], [5.04902329, 28.3220135], rtol=1e-4, err_msg="the sums of squares")

# %% [markdown]
# ## 6. Where a line is not enough
#
# The document ends with points that follow a curve. It fits a line, $y = 0.4273x + 24148$ with $R^2 = 0.8455$, and a
# parabola, $y = 10^{-5}x^2 - 2.3535x + 162711$ with $R^2 = 0.954$. A polynomial of degree $d$ is linear regression too:
# the columns of $X$ are $1, x, x^2, \dots, x^d$. (In the notebook's points x is divided by 1000: large powers lose
# digits.)

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
plt.figure()
plt.scatter(xc, yc, color="gray")
for degree in (1, 2):
    plt.plot(xc, np.polyval(np.polyfit(xc, yc, degree), xc), label=f"degree {degree}")
plt.xlabel("x")
plt.ylabel("y")
plt.legend()

# %% [markdown]
# The printed parabola cannot be the drawn one. Its first number, `1E-05`, was rounded to one digit: what does
# $10^{-5}x^2 - 2.3535x + 162711$ give at $x = 100\,000$? (The document's curve shows about 65 000 there.)

# %% nbgrader={"grade_id": "at_100000", "solution": true} rows=["s1-linear-limit"]
# at_100000: a number
### BEGIN SOLUTION
at_100000 = 1e-5 * 100_000**2 - 2.3535 * 100_000 + 162_711
### END SOLUTION

# %% nbgrader={"grade_id": "at_100000_examples", "grade": true}
assert at_100000 < 65_000, "the rounded parabola runs far below the drawn one"
