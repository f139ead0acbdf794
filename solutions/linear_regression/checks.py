"""Hidden checks and known wrong answers of linear regression."""

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    as_numbers,
    assert_agrees,
    assert_labels,
    assert_no_other,
    check,
    describe,
    drawn,
    figure_of,
    figures,
    lies_on,
    picture,
    reference_of,
    spans,
    values,
    with_points,
    wrong,
)

reference = reference_of(__file__)


def points(draw):
    """x and y of a random sample around a line, rising or falling: (points,) each."""
    count = draw.integer(5, 9)
    x = draw.normal(count) + np.arange(count)
    intercept, slope = draw.normal(2, scale=1.5)
    return x, intercept + slope * x + draw.normal(count, scale=0.5)


# --- kinds of learning ------------------------------------------------------------------------------------------------


def tasks_are_right(student):
    found = as_letters(student.tasks, "abcd", of="tasks")
    if len(found) != 4:
        raise Failure(f"tasks has {len(found)} letters, but should have 4")
    for item, (one, right) in enumerate(zip(found, "bcad", strict=True), start=1):
        if one != right:
            raise Failure(f"item {item} of tasks is {one!r}, which is not its task", tuple(found))


tasks = values(
    "tasks",
    points=2,
    sentence="tasks names the task of each of the four examples",
    is_right=tasks_are_right,
    wrongs={
        "regression-and-classification-exchanged": (
            ("a", "c", "b", "d"),
            "A price is a number (regression); spam or not is one of two classes (classification).",
        ),
        "clustering-and-anomaly-exchanged": (
            ("b", "d", "a", "c"),
            "Groups of customers that are alike are clusters; payments unlike all others are anomalies.",
        ),
        "groups-taken-for-classes": (
            ("b", "a", "a", "d"),
            "Nobody has named the groups of customers beforehand: that is clustering, not classification.",
        ),
        "anomaly-taken-for-class": (
            ("b", "c", "a", "a"),
            "Nobody has marked payments as wrong: finding what is unlike all others is anomaly detection.",
        ),
    },
)


def numbered(student, name, right):
    found = getattr(student, name)
    if not isinstance(found, (tuple, list, frozenset, np.ndarray)):
        raise Failure(f"{name} is {describe(found)}, but should be numbers of the list", found, name="wrong-kind")
    entries = [float(as_numbers(each, of=name)) for each in found if np.shape(as_numbers(each, of=name)) == ()]
    if sorted(entries) != sorted(right) or len(found) != len(right):
        raise Failure(f"{name} is {describe(found)}, which is not the answer", found)


supervised = values(
    "supervised",
    points=1,
    sentence="supervised names the examples that are learned with answers",
    is_right=lambda student: numbered(student, "supervised", (1, 3)),
    wrongs={
        "supervised-only-regression": ((1,), "The sorted letters are answers too: classification is supervised."),
        "supervised-only-classification": ((3,), "The known prices are answers too: regression is supervised."),
        "supervised-with-clustering": ((1, 2, 3), "Nobody knows the groups of customers beforehand: no answers."),
        "supervised-reversed": ((2, 4), "These two are learned without answers; the other two are supervised."),
        "supervised-all": ((1, 2, 3, 4), "Groups and anomalies are found without answers."),
    },
)


def statistics_are_right(student):
    found = as_letters(student.statistics, "abc", of="statistics", in_order=False)
    if sorted(found) != ["a", "c"]:
        raise Failure(f"statistics is {tuple(found)}, which is not the answer", tuple(found))


statistics = values(
    "statistics",
    points=1,
    sentence="statistics names the sentences about a population",
    is_right=statistics_are_right,
    wrongs={
        "statistics-test-set": (("b",), "An error on new examples is what machine learning asks for."),
        "statistics-only-a": (("a",), "Rejecting a hypothesis about the population is statistics too."),
        "statistics-only-c": (("c",), "A confidence interval for the population's slope is statistics too."),
        "statistics-all": (("a", "b", "c"), "The error on new flats says nothing of the population's parameters."),
    },
)

# --- the model --------------------------------------------------------------------------------------------------------


@check("population", points=1)
def population_of_any_points(student, draw):
    """population(b0, b1, x, eps) is the model's Y for any points"""
    (count,) = draw.sizes(1)
    for sign in (1, -1):
        args = (sign * draw.number(1.0, 3.0), -sign * draw.number(1.0, 3.0), draw.normal(count), draw.normal(count))
        assert_agrees(student.population, reference.population, *args, of="population(b0, b1, x, eps)")


@wrong("population", "The random error eps is missing.")
def without_error(b0, b1, x, eps):
    return b0 + b1 * x


@wrong("population", "Slope and intercept are exchanged: b1 belongs to x.")
def slope_and_intercept_exchanged(b0, b1, x, eps):
    return b1 + b0 * x + eps


@wrong("population", "The intercept b0 is missing.")
def without_intercept(b0, b1, x, eps):
    return b1 * x + eps


@wrong("population", "The error is subtracted; the model adds it.")
def error_subtracted(b0, b1, x, eps):
    return b0 + b1 * x - eps


@check("with_ones", points=1)
def ones_of_any_points(student, draw):
    """with_ones(x) has a column of ones and then x, for any number of points"""
    x = draw.normal(*draw.sizes(1), scale=3)
    for each in (x, 4 - x):
        assert_agrees(student.with_ones, reference.with_ones, each, of="with_ones(x)")


@wrong("with_ones", "The columns are exchanged: the ones come first, as b does.")
def ones_last(x):
    return np.c_[x, np.ones(len(x))]


@wrong("with_ones", "It is transposed: one row for each point.")
def ones_in_a_row(x):
    return np.stack([np.ones(len(x)), x])


@wrong("with_ones", "The first column has zeros; it has to be ones, so that b is added once.")
def zeros_for_ones(x):
    return np.c_[np.zeros(len(x)), x]


@wrong("with_ones", "The column of ones is missing.")
def without_ones(x):
    return x.reshape(-1, 1)


@check("mse_of_line", points=1)
def lines_of_the_lesson(student):
    """the good line has the MSE 10, the bad one 120"""
    r = reference
    for a, b in ((3.0, 2.0), (8.0, 0.0)):
        of = f"mse_of_line({a:g}, {b:g}, x5, y5)"
        assert_agrees(student.mse_of_line, r.mse_of_line, a, b, r.x5, r.y5, of=of, visible=True)


@check("mse_of_line", points=1)
def any_line(student, draw):
    """mse_of_line(a, b, x, y) is right for any line and any points"""
    (count,) = draw.sizes(1)
    for sign in (1, -1):
        x, y = draw.normal(count, scale=2), draw.normal(count, scale=3)
        args = (sign * draw.number(1.0, 3.0), -sign * draw.number(1.0, 3.0), x, y)
        assert_agrees(student.mse_of_line, reference.mse_of_line, *args, of="mse_of_line(a, b, x, y)")


@wrong("mse_of_line", "The mean is missing: this is the sum of the squares.")
def line_sum(a, b, x, y):
    return np.sum((a * x + b - y) ** 2)


@wrong("mse_of_line", "There is a half too many: the mean square has none.")
def line_half(a, b, x, y):
    return np.mean((a * x + b - y) ** 2) / 2


@wrong("mse_of_line", "The square is missing: these are absolute differences.")
def line_absolute(a, b, x, y):
    return np.mean(np.abs(a * x + b - y))


@wrong("mse_of_line", "The intercept b is missing.")
def line_without_b(a, b, x, y):
    return np.mean((a * x - y) ** 2)


@wrong("mse_of_line", "The root is taken; the mean square itself is asked for.")
def line_root(a, b, x, y):
    return np.sqrt(np.mean((a * x + b - y) ** 2))


# --- closed form ------------------------------------------------------------------------------------------------------


def design(draw):
    """A well-conditioned design matrix, (points, columns), and targets, (points,)."""
    (columns,) = draw.sizes(1, high=4)
    rows = columns + draw.integer(3, 6)
    return 8 * np.eye(rows, columns, dtype=int) + draw.normal(rows, columns), draw.normal(rows)


@check("closed_form", points=1)
def closed_form_of_the_lesson(student):
    """closed_form(X, t) is (0.92, 2.12) for the four points"""
    r = reference
    args = (np.c_[np.ones(4), r.x4], r.t4)
    assert_agrees(student.closed_form, r.closed_form, *args, of="closed_form(X, t)", visible=True)


@check("closed_form", points=2)
def closed_form_of_any_design(student, draw):
    """closed_form(X, t) is right for any number of points and columns"""
    assert_agrees(student.closed_form, reference.closed_form, *design(draw), of="closed_form(X, t)")


@wrong("closed_form", "The inverse is missing: this is X.T @ t.")
def inverse_missing(X, t):
    return X.T @ t


@wrong("closed_form", "X.T is missing on the right-hand side; with the first rows of t alone it is another line.")
def right_side_without_transpose(X, t):
    return np.linalg.solve(X.T @ X, t[: X.shape[1]])


@wrong("closed_form", "X.T @ X is not inverted, but multiplied.")
def multiplied_for_inverted(X, t):
    return X.T @ X @ (X.T @ t)


@wrong("closed_form", "This solves the equations of the first points exactly and ignores all others.")
def first_points_only(X, t):
    count = X.shape[1]
    return np.linalg.solve(X[:count], t[:count])


NO_LABEL = "an axis has no label; name both, for instance with plt.xlabel and plt.ylabel"


def drawn_whole(student, name, *args):
    """The curves that have no point that is infinite or not a number."""
    curves = with_points(drawn(student, name, *args).curves)
    return [c for c in curves if np.isfinite(c.x).all() and np.isfinite(c.y).all()]


def has_points(curves, x, t):
    """Whether one of the curves goes through all points (x, t), in any order."""
    wanted = sorted(zip(x.tolist(), t.tolist(), strict=True))
    for curve in curves:
        found = sorted(zip(curve.x.tolist(), curve.y.tolist(), strict=True))
        if len(found) == len(wanted) and np.allclose(found, wanted, rtol=1e-5, atol=1e-6):
            return True
    return False


def straight_lines(curves, x, t):
    """(intercept, slope) of all curves that are straight and span the range of x, other than the points."""
    lines = []
    for curve in curves:
        xs, ys = curve.x, curve.y
        if len(xs) < 2 or np.ptp(xs) == 0 or has_points([curve], x, t):
            continue
        slope, intercept = np.polyfit(xs, ys, 1)
        straight = np.allclose(intercept + slope * xs, ys, rtol=1e-4, atol=1e-4 * np.abs(ys).max())
        if straight and spans(curve, x, near=1e-6):
            lines.append((intercept, slope))
    return lines


def points_and_lines(curves, x, t, lines):
    """The curves that are the points, or lie on one of the lines, each (intercept, slope)."""
    straight = [np.polynomial.Polynomial(line) for line in lines]
    return [
        curve
        for curve in curves
        if has_points([curve], x, t) or any(lies_on(curve, f, near=1e-3 * np.abs(curve.y).max()) for f in straight)
    ]


def beside(x, t):
    """The targets in the middle of the range of x, so that a line over the range of t is too short."""
    return (x.min() + x.max()) / 2 + 0.2 * np.ptp(x) / np.ptp(t) * (t - t.mean())


@check("plot_fit", points=1, uses=("with_ones", "closed_form"))
def fit_is_drawn(student, draw):
    """the figure has all points and the line that fits them best"""
    x, t = points(draw)
    t = beside(x, t)
    curves = drawn_whole(student, "plot_fit", x, t)
    if not has_points(curves, x, t):
        raise Failure("plot_fit does not draw all the points (x, t)")
    lines = straight_lines(curves, x, t)
    if not lines:
        raise Failure("plot_fit draws no straight line over the whole range of x")
    right = reference.closed_form(reference.with_ones(x), t)
    if not any(np.allclose(line, right, rtol=1e-3) for line in lines):
        raise Failure("the line of plot_fit is not the one that fits the points best")
    assert_no_other(curves, points_and_lines(curves, x, t, [right]), of="plot_fit")


@check("plot_fit", points=1, uses=("with_ones", "closed_form"))
def fit_has_labels(student):
    """both axes of the figure have a label"""
    labels, _ = drawn(student, "plot_fit", reference.x4, reference.t4)
    assert_labels(labels, missing=f"plot_fit: {NO_LABEL}")


def figure_with(lines, x, t, labels=("x", "t")):
    """A figure with the points (x, t) and lines, each an intercept and a slope."""
    figure = figure_of(labels=labels)
    axes = figure.axes[0]
    axes.scatter(x, t)
    for intercept, slope in lines:
        axes.plot(x, intercept + slope * x)
    return figure


@wrong("plot_fit", "Only the points are drawn; the line is missing.")
def points_only(x, t):
    return figure_with([], x, t)


@wrong("plot_fit", "The line goes through the first and the last point; the least squares give another one.")
def line_through_the_ends(x, t):
    slope = (t[-1] - t[0]) / (x[-1] - x[0])
    return figure_with([(t[0] - slope * x[0], slope)], x, t)


@wrong("plot_fit", "Another line is drawn beside the best one; draw that one only.")
def line_beside_another(x, t):
    best = reference.closed_form(reference.with_ones(x), t)
    return figure_with([best, best + 1], x, t)


@wrong("plot_fit", "A curve is drawn beside the best line; draw that one only.")
def line_beside_a_curve(x, t):
    best = reference.closed_form(reference.with_ones(x), t)
    figure, wide = figure_with([best], x, t), np.linspace(x.min(), x.max(), 30)
    figure.axes[0].plot(wide, best[0] + best[1] * wide**2)
    return figure


@wrong("plot_fit", "The line has slope and intercept exchanged.")
def line_exchanged(x, t):
    return figure_with([reference.closed_form(reference.with_ones(x), t)[::-1]], x, t)


@wrong("plot_fit", "The line has no intercept.")
def line_through_zero(x, t):
    return figure_with([(0.0, reference.closed_form(reference.with_ones(x), t)[1])], x, t)


@wrong("plot_fit", "The axes have no labels.")
def fit_without_labels(x, t):
    return figure_with([reference.closed_form(reference.with_ones(x), t)], x, t, labels=("", ""))


# --- likelihood -------------------------------------------------------------------------------------------------------


def weighted(draw):
    """Weights, (columns,), points X, (points, columns), what X @ w is, and how far the targets are from it."""
    rows, columns = draw.sizes(2)
    X, w, away = draw.normal(rows, columns), draw.normal(columns), draw.normal(rows)
    w[0], away[0] = draw.integer(10, 12), 3
    return w, X, X @ w, away


@check("log_likelihood", points=2)
def likelihood_of_any_sample(student, draw):
    """log_likelihood(w, beta, X, t) is right for any weights, precision and points, also for many points"""
    w, X, fitted, away = weighted(draw)
    for t in (fitted + away, np.rint(fitted + away).astype(int)):
        args = w, draw.number(2.0, 5.0), X, t
        assert_agrees(student.log_likelihood, reference.log_likelihood, *args, of="log_likelihood(w, beta, X, t)")
    args = w / 8, draw.number(2.0, 5.0), X, fitted / 8 + 0.1 * away
    assert_agrees(student.log_likelihood, reference.log_likelihood, *args, of="log_likelihood(w, beta, X, t)")
    many = reference.with_ones(draw.normal(900, whole=False))  # the product of so many densities is 0 in a computer
    t = many @ w[:1].repeat(2) + draw.normal(900, whole=False)
    args = w[:1].repeat(2), draw.number(0.8, 1.2), many, t
    assert_agrees(student.log_likelihood, reference.log_likelihood, *args, of="log_likelihood with 900 points")


def likelihood(w, beta, X, t, half=0.5, logs=1.0, sign=-1.0, scale=1.0, count=None):
    squares = half * np.sum((t - X @ w) ** 2)
    n = len(t) if count is None else count
    return n / 2 * (logs * np.log(beta) - scale * np.log(2 * np.pi)) + sign * beta * squares


@wrong("log_likelihood", "The half in E_D is missing.")
def likelihood_without_half(w, beta, X, t):
    return likelihood(w, beta, X, t, half=1.0)


@wrong("log_likelihood", "The sign of beta * E_D is reversed: larger errors are less likely.")
def likelihood_sign_reversed(w, beta, X, t):
    return likelihood(w, beta, X, t, sign=1.0)


@wrong("log_likelihood", "The term with ln beta is missing.")
def likelihood_without_log_beta(w, beta, X, t):
    return likelihood(w, beta, X, t, logs=0.0)


@wrong("log_likelihood", "The term with ln 2 pi is missing.")
def likelihood_without_log_2_pi(w, beta, X, t):
    return likelihood(w, beta, X, t, scale=0.0)


@wrong("log_likelihood", "beta is taken for the variance; it is the precision, one over the variance.")
def likelihood_of_variance(w, beta, X, t):
    return likelihood(w, 1 / beta, X, t)


@check("best_precision", points=1)
def precision_of_any_sample(student, draw):
    """best_precision(w, X, t) is one over the mean squared residual"""
    w, X, fitted, away = weighted(draw)
    whole = np.rint(away).astype(int)
    for args in ((w, X, fitted + away), (-w, X, 0.1 * away - fitted), (w / 8, X, whole), (w, X, fitted + 0.03 * away)):
        assert_agrees(student.best_precision, reference.best_precision, *args, of="best_precision(w, X, t)")


@wrong("best_precision", "This is the variance 1 / beta; beta itself is asked for.")
def variance_for_precision(w, X, t):
    return np.mean((t - X @ w) ** 2)


@wrong("best_precision", "The mean is missing: this is one over the sum of the squares.")
def precision_of_the_sum(w, X, t):
    return 1 / np.sum((t - X @ w) ** 2)


@wrong("best_precision", "There is a half too many in the squares: 1 / beta is the whole mean square.")
def precision_doubled(w, X, t):
    return 2 / np.mean((t - X @ w) ** 2)


@wrong("best_precision", "The root is taken; 1 / beta is the variance, not the standard deviation.")
def precision_of_the_root(w, X, t):
    return 1 / np.sqrt(np.mean((t - X @ w) ** 2))


# --- gradient descent -------------------------------------------------------------------------------------------------


def sample(draw):
    """X (points, inputs), targets (points,) and W (inputs,); the sizes differ."""
    rows, inputs = draw.sizes(2)
    return draw.normal(rows, inputs), draw.normal(rows), draw.normal(inputs)


OF_LOSS = ("L", "dW", "db")


@check("loss_and_gradients", points=2)
def gradients_of_the_lesson(student):
    """loss_and_gradients is 1.25, (4, 5) and 1 for the two points of the text"""
    args = reference.X2, reference.y2, np.array([2.0, -1.0]), 0.5
    of = "loss_and_gradients(X, y, W, b)"
    assert_agrees(student.loss_and_gradients, reference.loss_and_gradients, *args, of=of, parts=OF_LOSS, visible=True)


@check("loss_and_gradients", points=3)
def gradients_of_any_points(student, draw):
    """loss_and_gradients(X, y, W, b) is right for any number of points and inputs"""
    of = "loss_and_gradients(X, y, W, b)"
    for sign in (1, -1):
        args = *sample(draw), sign * draw.number(0.5, 2.0)
        assert_agrees(student.loss_and_gradients, reference.loss_and_gradients, *args, of=of, parts=OF_LOSS)


def loss_made_of(d, X, squares=lambda d: np.mean(d**2), points=None, inputs=None, factor=2):
    """The three values from the differences d, with another factor or divisor where a mistake needs one."""
    dW = factor / (points or len(d)) * X.T @ d
    return squares(d), dW, factor / (inputs or points or len(d)) * np.sum(d)


@wrong("loss_and_gradients", "The bias b is missing in the predictions.")
def predict_without_bias(X, y, W, b):
    return loss_made_of(X @ W - y, X)


@wrong("loss_and_gradients", "The bias is added once for every input; add it once for every point.")
def predict_bias_for_every_input(X, y, W, b):
    return loss_made_of((X * W + b).sum(axis=1) - y, X)


@wrong("loss_and_gradients", "The bias is subtracted in the predictions.")
def predict_bias_subtracted(X, y, W, b):
    return loss_made_of(X @ W - b - y, X)


@wrong("loss_and_gradients", "The mean is missing in the loss: this is the sum.")
def loss_summed(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, squares=lambda d: np.sum(d**2))


@wrong("loss_and_gradients", "There is a half too many in the loss.")
def loss_halved(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, squares=lambda d: np.mean(d**2) / 2)


@wrong("loss_and_gradients", "The square is missing in the loss: these are absolute differences.")
def loss_absolute(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, squares=lambda d: np.mean(np.abs(d)))


@wrong("loss_and_gradients", "The mean is squared in the loss; square first, then take the mean.")
def loss_of_the_mean(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, squares=lambda d: np.mean(d) ** 2)


@wrong("loss_and_gradients", "The factor 2 is missing in the derivatives.")
def gradients_without_2(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, factor=1)


@wrong("loss_and_gradients", "The mean over the points is missing in the derivatives: divide by n.")
def gradients_not_averaged(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, points=1)


@wrong("loss_and_gradients", "The factor 2 / n is missing in db.")
def db_without_factor(X, y, W, b):
    error, dW, db = reference.loss_and_gradients(X, y, W, b)
    return error, dW, db * len(y) / 2


@wrong("loss_and_gradients", "The sign of the derivatives is reversed: it is f - y.")
def gradients_reversed(X, y, W, b):
    error, dW, db = reference.loss_and_gradients(X, y, W, b)
    return error, -dW, -db


@wrong("loss_and_gradients", "db is divided by the number of inputs; the mean is over the points.")
def db_over_inputs(X, y, W, b):
    return loss_made_of(X @ W + b - y, X, inputs=X.shape[1])


@wrong("loss_and_gradients", "dW is divided by the number of inputs; the mean is over the points.")
def dw_over_inputs(X, y, W, b):
    error, dW, db = reference.loss_and_gradients(X, y, W, b)
    return error, dW * len(y) / X.shape[1], db


@wrong("loss_and_gradients", "db comes before dW: return L, dW, db.")
def gradients_swapped(X, y, W, b):
    error, dW, db = reference.loss_and_gradients(X, y, W, b)
    return error, db, dW


@check("update", points=1)
def update_of_any_parameters(student, draw):
    """update moves W and b against their gradients, with any learning rate"""
    (inputs,) = draw.sizes(1)
    for sign, lr in ((1, draw.number(0.1, 0.5)), (-1, draw.number(1.1, 2.0))):
        # Who moves a copy of W in place is right, so that W is no array of whole numbers.
        W, dW = draw.normal(inputs, whole=False), draw.normal(inputs)
        args = W, sign * draw.number(1.0, 2.0), dW, -sign * draw.number(1.0, 2.0), lr
        assert_agrees(student.update, reference.update, *args, of="update(W, b, dW, db, lr)", parts=("W", "b"))


@wrong("update", "The parameters move along the gradient; subtract lr times it.")
def update_uphill(W, b, dW, db, lr):
    return W + lr * dW, b + lr * db


@wrong("update", "The learning rate is missing.")
def update_without_rate(W, b, dW, db, lr):
    return W - dW, b - db


@wrong("update", "The bias stays as it was; it is updated too.")
def update_without_bias(W, b, dW, db, lr):
    return W - lr * dW, b


@wrong("update", "The learning rate is always 0.1 here; use the argument lr.")
def update_with_fixed_rate(W, b, dW, db, lr):
    return W - 0.1 * dW, b - 0.1 * db


# --- simultaneous update ----------------------------------------------------------------------------------------------

THETA = ("theta0", "theta1")


def line_sample(draw):
    """theta0, theta1, x, t and a learning rate with which descent converges."""
    x, t = points(draw)
    x = x - x.mean() + draw.number(0.5, 1.0)
    return draw.number(-2.0, -1.0), draw.number(-2.0, -1.0), x, t, draw.number(0.02, 0.06)


def some_points(draw):
    """x and t of any points, also of a single one: (points,) each."""
    (count,) = draw.sizes(1)
    x, t = draw.normal(count), draw.normal(count, scale=2)
    t[0] = draw.integer(7, 9)
    return x, t


@check("simultaneous_step", points=1)
def step_of_the_lesson(student):
    """one step from (0, 0) goes to (0.5, 0.8)"""
    args = (0.0, 0.0, np.array([1.0, 2.0]), np.array([2.0, 3.0]), 0.1)
    of = "simultaneous_step(0, 0, x, t, 0.1)"
    assert_agrees(student.simultaneous_step, reference.simultaneous_step, *args, of=of, parts=THETA, visible=True)


@check("simultaneous_step", points=2)
def step_from_anywhere(student, draw):
    """one step is right from anywhere, with any learning rate"""
    for sign, alpha in ((1, draw.number(0.02, 0.5)), (-1, draw.number(1.1, 2.0))):
        args = sign * draw.number(1.0, 2.0), -sign * draw.number(1.0, 2.0), *some_points(draw), alpha
        of = "simultaneous_step(…)"
        assert_agrees(student.simultaneous_step, reference.simultaneous_step, *args, of=of, parts=THETA)


def theta_step(theta0, theta1, x, t, alpha, factor=2.0, direction=-1.0, early=False, mean=True):
    reduce = np.mean if mean else np.sum
    new0 = theta0 + direction * alpha * factor * reduce(theta0 + theta1 * x - t)
    used = new0 if early else theta0
    return new0, theta1 + direction * alpha * factor * reduce((used + theta1 * x - t) * x)


@wrong("simultaneous_step", "The new theta0 is used for theta1: compute both from the old ones first.")
def updated_one_after_the_other(*args):
    return theta_step(*args, early=True)


@wrong("simultaneous_step", "The factor 2 is missing: J is the mean square, without a half.")
def step_without_2(*args):
    return theta_step(*args, factor=1.0)


@wrong("simultaneous_step", "The parameters move along the gradient; subtract.")
def step_uphill(*args):
    return theta_step(*args, direction=1.0)


@wrong("simultaneous_step", "The mean over the points is missing: divide by n.")
def step_not_averaged(*args):
    return theta_step(*args, mean=False)


@wrong("simultaneous_step", "The inner derivative is missing for theta1: multiply each difference by its x.")
def step_without_x(theta0, theta1, x, t, alpha):
    move = alpha * 2 * np.mean(theta0 + theta1 * x - t)
    return theta0 - move, theta1 - move


@check("descend", points=1, uses=("simultaneous_step",))
def path_of_the_lesson(student):
    """the path from (0, 0) for the four points is right after each step"""
    r = reference
    args = (0.0, 0.0, r.x4, r.t4, 0.1, 20)
    assert_agrees(student.descend, r.descend, *args, of="descend(0, 0, x4, t4, 0.1, 20)", visible=True)


@check("descend", points=2, uses=("simultaneous_step",))
def path_from_anywhere(student, draw):
    """the path is right after each step from anywhere, with any learning rate, for one step and for many"""
    large = draw.number(1.0, 2.0), draw.number(1.0, 2.0), *some_points(draw), draw.number(1.1, 1.6)
    start = *line_sample(draw), draw.integer(4, 9)
    x = np.linspace(-1.5, 1.5, draw.integer(5, 9))
    still = *start[:2], x, draw.number(2.0, 4.0) - draw.number(2.0, 4.0) * x, 0.3, draw.integer(110, 130)
    for args in (start, (*large, 2), (*start[:-1], 1), still):
        assert_agrees(student.descend, reference.descend, *args, of="descend(…)")


def path_with(step):
    def walk(theta0, theta1, x, t, alpha, steps):
        path = []
        for _ in range(steps):
            theta0, theta1 = step(theta0, theta1, x, t, alpha)
            path.append((theta0, theta1))
        return np.array(path)

    return walk


@wrong("descend", "The new theta0 is used for theta1 in each step.")
def path_one_after_the_other(*args):
    return path_with(updated_one_after_the_other.answer)(*args)


@wrong("descend", "The path goes uphill.")
def path_uphill(*args):
    return path_with(step_uphill.answer)(*args)


@wrong("descend", "The path begins with the start; it has to begin after the first step.")
def path_with_the_start(theta0, theta1, x, t, alpha, steps):
    path = reference.descend(theta0, theta1, x, t, alpha, steps)
    return np.vstack([[theta0, theta1], path[:-1]])


@wrong("descend", "Every step starts from the same place; go on from where the last one ended.")
def path_standing_still(theta0, theta1, x, t, alpha, steps):
    return np.array([reference.simultaneous_step(theta0, theta1, x, t, alpha)] * steps)


@wrong("descend", "Only the last place is returned; return the place after each step.")
def path_end_only(*args):
    return reference.descend(*args)[-1]


@check("plot_descent", points=2, uses=("simultaneous_step", "descend"))
def lines_are_drawn(student, draw):
    """the figure has all points and the line after every k-th step"""
    _, _, x, t, alpha = line_sample(draw)
    t = beside(x, t)
    every = draw.integer(2, 3)
    for steps in (3 * every, 3 * every + 1):
        curves = drawn_whole(student, "plot_descent", x, t, alpha, steps, every)
        if not has_points(curves, x, t):
            raise Failure("plot_descent does not draw all the points (x, t)")
        lines = straight_lines(curves, x, t)
        wanted = reference.descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]
        if len(lines) != len(wanted):
            raise Failure(
                f"plot_descent draws {len(lines)} lines over the whole range of x, but should draw {len(wanted)}"
            )
        assert_no_other(curves, points_and_lines(curves, x, t, wanted), of="plot_descent")
        scale = np.abs(wanted).max(axis=0)
        for number_, line in enumerate(wanted, start=1):
            if not any(np.all(np.abs(line - np.array(one)) < 1e-3 * scale) for one in lines):
                raise Failure(f"none of the lines of plot_descent is the one after {number_ * every} steps")


@check("plot_descent", points=1, uses=("simultaneous_step", "descend"))
def descent_has_labels(student):
    """both axes of the figure have a label"""
    labels, _ = drawn(student, "plot_descent", reference.x4, reference.t4, 0.02, 12, 3)
    assert_labels(labels, missing=f"plot_descent: {NO_LABEL}")


@wrong("plot_descent", "A line is drawn after every step; draw every k-th only.")
def line_after_every_step(x, t, alpha, steps, every):
    return figure_with(reference.descend(0.0, 0.0, x, t, alpha, steps), x, t, labels=("x", "x"))


@wrong("plot_descent", "The lines are one step late or early: the first is the one after `every` steps.")
def lines_shifted(x, t, alpha, steps, every):
    return figure_with(
        reference.descend(0.0, 0.0, x, t, alpha, steps)[0 : steps - every + 1 : every], x, t, labels=("x", "x")
    )


@wrong("plot_descent", "Only the last line is drawn.")
def last_line_only(x, t, alpha, steps, every):
    return figure_with(reference.descend(0.0, 0.0, x, t, alpha, steps)[-1:], x, t, labels=("x", "x"))


@wrong("plot_descent", "The axes have no labels.")
def lines_without_labels(x, t, alpha, steps, every):
    return figure_with(reference.descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every], x, t, labels=("", ""))


# --- where a line is not enough ---------------------------------------------------------------------------------------


@check("r2_of_degree", points=2)
def r2_of_any_points(student, draw):
    """r2_of_degree(x, y, degree) is right for any points and the degrees 1, 2 and 3"""
    count = draw.integer(7, 11)
    near = np.linspace(-1, 1, count) + draw.uniform(count, low=-0.05, high=0.05)
    for x in (draw.permutation(near), draw.permutation(np.arange(count) - count // 3)):
        y = x**2 - x + draw.normal(count, scale=x.std() / 2)
        for degree in (1, 2, 3):
            of = f"r2_of_degree(x, y, {degree})"
            assert_agrees(student.r2_of_degree, reference.r2_of_degree, x, y, degree, of=of)


def r2(x, y, powers, centre=True):
    X = np.stack([x**power for power in powers], axis=1)
    residual = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
    return 1 - np.sum(residual**2) / np.sum((y - y.mean() if centre else y) ** 2)


@wrong("r2_of_degree", "The column of ones is missing: the powers begin with x to the 0.")
def powers_without_ones(x, y, degree):
    return r2(x, y, range(1, degree + 1))


@wrong("r2_of_degree", "The highest power is missing: a polynomial of degree d has d + 1 columns.")
def powers_without_the_last(x, y, degree):
    return r2(x, y, range(degree))


@wrong("r2_of_degree", "It is always a line; use the argument degree.")
def always_a_line(x, y, degree):
    return r2(x, y, range(2))


@wrong("r2_of_degree", "SS total is taken around 0; it is the distance of the y from their mean.")
def total_around_zero(x, y, degree):
    return r2(x, y, range(degree + 1), centre=False)


@wrong("r2_of_degree", "This is the share that is left over; R2 is what the polynomial explains.")
def share_left_over(x, y, degree):
    return 1 - r2(x, y, range(degree + 1))


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_fit")
def fit_drawn(student):
    return figures("The data and the line", student, reference, "plot_fit", reference.x4, reference.t4)


@picture("plot_descent")
def descent_drawn(student):
    return figures(
        "The lines while it descends", student, reference, "plot_descent", reference.x4, reference.t4, 0.02, 12, 3
    )
