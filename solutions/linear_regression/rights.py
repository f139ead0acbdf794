"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("tasks")
def tasks_as_a_word():
    return "bcad"


@right("supervised")
def supervised_as_a_list():
    return [3, 1]


@right("statistics")
def statistics_turned_round():
    return ["c", "a"]


@right("population")
def population_one_by_one(b0, b1, x, eps):
    return np.array([b0 + b1 * one + e for one, e in zip(x, eps)])


@right("population")
def population_as_a_product(b0, b1, x, eps):
    return np.c_[np.ones_like(x), x] @ np.array([b0, b1]) + eps


@right("population")
def population_in_float32(b0, b1, x, eps):
    return np.float32(b0) + np.float32(b1) * x.astype("float32") + eps.astype("float32")


@right("with_ones")
def ones_stacked(x):
    return np.column_stack((np.ones_like(x), x))


@right("with_ones")
def ones_as_powers(x):
    return np.vander(x, 2, increasing=True)


@right("with_ones")
def ones_filled_in(x):
    made = np.ones((x.size, 2))
    made[:, 1] = x
    return made


@right("mse_of_line")
def line_with_a_loop(a, b, x, y):
    total = 0.0
    for one, other in zip(x, y):
        total += (a * one + b - other) ** 2
    return total / len(x)


@right("mse_of_line")
def line_with_a_dot(a, b, x, y):
    d = y - np.polyval([a, b], x)
    return d @ d / d.size


@right("mse_of_line")
def line_in_float32(a, b, x, y):
    x, y = x.astype("float32"), y.astype("float32")
    return np.square(np.float32(a) * x + np.float32(b) - y).mean()


@right("closed_form")
def pseudo_inverse(X, t):
    return np.linalg.pinv(X) @ t


@right("closed_form")
def inverse(X, t):
    return np.linalg.inv(X.T @ X) @ X.T @ t


@right("closed_form")
def least_squares(X, t):
    return np.linalg.lstsq(X, t, rcond=None)[0]


@right("closed_form")
def by_qr(X, t):
    Q, R = np.linalg.qr(X)
    return np.linalg.solve(R, Q.T @ t)


@right("plot_fit")
def fit_on_axes(x, t):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot(x, t, "k^")
    a, b = np.polyfit(x, t, 1)
    fine = np.linspace(x.min() - 1, x.max() + 1, 50)
    axes.plot(fine, a * fine + b, "r--", linewidth=3)
    axes.set(xlabel="input", ylabel="target", title="a fit")


@right("plot_fit")
def fit_over_sorted_points(x, t):
    import matplotlib.pyplot as plt

    b, a = np.linalg.pinv(np.c_[np.ones(len(x)), x]) @ t
    order = np.argsort(x)
    plt.plot(x[order], a * x[order] + b, color="green")
    plt.plot(x, t, "o")
    plt.xlabel("x")
    plt.ylabel("y")


@right("plot_fit")
def fit_returned(x, t):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(3, 3))
    a, b = np.polyfit(x, t, 1)
    axes.scatter(x, t, marker="x", c="purple")
    axes.plot([x.min(), x.max()], [a * x.min() + b, a * x.max() + b])
    axes.set_xlabel("x")
    axes.set_ylabel("t")
    return figure


@right("log_likelihood")
def likelihood_summed(w, beta, X, t):
    total = 0.0
    for row, target in zip(X, t):
        total += 0.5 * np.log(beta / (2 * np.pi)) - beta / 2 * (target - row @ w) ** 2
    return total


@right("log_likelihood")
def likelihood_of_densities(w, beta, X, t):
    return np.sum(np.log(np.sqrt(beta / (2 * np.pi)) * np.exp(-beta / 2 * (t - X @ w) ** 2)))


@right("log_likelihood")
def likelihood_with_norm(w, beta, X, t):
    n = t.size
    return -beta / 2 * np.linalg.norm(X @ w - t) ** 2 + n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi)


@right("best_precision")
def precision_with_norm(w, X, t):
    return len(t) / np.linalg.norm(X @ w - t) ** 2


@right("best_precision")
def precision_with_a_loop(w, X, t):
    return len(t) / sum((target - row @ w) ** 2 for row, target in zip(X, t))


@right("best_precision")
def precision_of_variance(w, X, t):
    variance = np.average(np.square(t - np.dot(X, w)))
    return variance**-1


@right("loss_and_gradients")
def loss_with_a_loop(X, y, W, b):
    error, dW, db = 0.0, np.zeros(X.shape[1]), 0.0
    for row, one in zip(X, y):
        d = sum(x * w for x, w in zip(row, W)) + b - one
        error += d**2 / len(y)
        dW += 2 * d * row / len(y)
        db += 2 * d / len(y)
    return error, dW, db


@right("loss_and_gradients")
def loss_with_einsum(X, y, W, b):
    d = np.einsum("ij,j->i", X, W) + b - y
    return [d @ d / d.size, 2 * np.einsum("i,ij->j", d, X) / y.size, 2 * d.mean()]


@right("loss_and_gradients")
def loss_with_ones(X, y, W, b):
    design, w = np.c_[np.ones(len(X)), X], np.r_[b, W]
    residual = y - design @ w
    both = -2 * np.mean(residual[:, None] * design, axis=0)
    return np.square(residual).mean(), both[1:], both[0]


@right("loss_and_gradients")
def loss_in_float32(X, y, W, b):
    X, y, W = (each.astype("float32") for each in (X, y, W))
    d = X @ W + np.float32(b) - y
    return np.mean(d**2), 2 * (X.T @ d) / np.float32(len(y)), 2 * np.mean(d)


@right("update")
def update_on_copies(W, b, dW, db, lr):
    W = W.copy()
    W -= lr * dW
    b -= lr * db
    return W, b


@right("update")
def update_one_by_one(W, b, dW, db, lr):
    return np.array([w - lr * d for w, d in zip(W, dW)]), b - db * lr


@right("update")
def update_in_float32(W, b, dW, db, lr):
    return [W.astype("float32") - np.float32(lr) * dW.astype("float32"), np.float32(b) - np.float32(lr * db)]


@right("simultaneous_step")
def step_with_temps(theta0, theta1, x, t, alpha):
    n = len(x)
    temp0 = theta0 - alpha * 2 / n * sum(theta0 + theta1 * a - b for a, b in zip(x, t))
    temp1 = theta1 - alpha * 2 / n * sum((theta0 + theta1 * a - b) * a for a, b in zip(x, t))
    return temp0, temp1


@right("simultaneous_step")
def step_as_a_product(theta0, theta1, x, t, alpha):
    X = np.c_[np.ones(len(x)), x]
    theta = np.array([theta0, theta1])
    return tuple(theta - alpha * 2 / len(x) * X.T @ (X @ theta - t))


@right("simultaneous_step")
def step_second_first(theta0, theta1, x, t, alpha):
    d = theta1 * x + theta0 - t
    theta1 -= 2 * alpha * (d @ x) / x.size
    theta0 -= 2 * alpha * d.sum() / x.size
    return [theta0, theta1]


@right("descend")
def path_as_a_product(theta0, theta1, x, t, alpha, steps):
    X = np.c_[np.ones(len(x)), x]
    theta = np.array([theta0, theta1])
    path = np.empty((steps, 2))
    for step in range(steps):
        theta = theta - alpha * 2 / len(x) * X.T @ (X @ theta - t)
        path[step] = theta
    return path


@right("descend")
def path_in_place(theta0, theta1, x, t, alpha, steps):
    theta, path = np.array([theta0, theta1]), []
    for _ in range(steps):
        d = theta[0] + theta[1] * x - t
        theta -= alpha * 2 * np.array([d.mean(), (d * x).mean()])
        path.append(theta.copy())
    return np.array(path)


@right("descend")
def path_by_recursion(theta0, theta1, x, t, alpha, steps):
    if steps == 0:
        return np.empty((0, 2))
    first = reference.simultaneous_step(theta0, theta1, x, t, alpha)
    return np.vstack([first, path_by_recursion.answer(*first, x, t, alpha, steps - 1)])


@right("plot_descent")
def lines_on_axes(x, t, alpha, steps, every):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot(x, t, "ko", label="data")
    theta0 = theta1 = 0.0
    wide = np.linspace(x.min() - 0.5, x.max() + 0.5, 30)
    for step in range(1, steps + 1):
        theta0, theta1 = reference.simultaneous_step(theta0, theta1, x, t, alpha)
        if step % every == 0:
            axes.plot(wide, theta0 + theta1 * wide, ":", label=f"step {step}")
    axes.legend()
    axes.set_xlabel("x")
    axes.set_ylabel("y")


@right("plot_descent")
def lines_all_at_once(x, t, alpha, steps, every):
    import matplotlib.pyplot as plt

    chosen = reference.descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]
    ends = np.array([x.min(), x.max()])
    plt.plot(ends, chosen[:, 0] + np.outer(ends, chosen[:, 1]))
    plt.scatter(x, t, color="red")
    plt.xlabel("hours")
    plt.ylabel("value")


@right("plot_descent")
def lines_through_sorted_points(x, t, alpha, steps, every):
    import matplotlib.pyplot as plt

    plt.plot(x, t, "r+")
    order = np.sort(x)
    for number, (a, b) in enumerate(reference.descend(0.0, 0.0, x, t, alpha, steps), start=1):
        if number % every == 0:
            plt.plot(order, a + b * order)
    plt.gca().set(xlabel="x", ylabel="t")


@right("r2_of_degree")
def r2_with_polyfit(x, y, degree):
    fitted = np.polyval(np.polyfit(x, y, degree), x)
    return np.sum((fitted - y.mean()) ** 2) / np.sum((y - y.mean()) ** 2)


@right("r2_of_degree")
def r2_with_vander(x, y, degree):
    X = np.vander(x, degree + 1)
    e = y - X @ np.linalg.pinv(X) @ y
    return 1 - e @ e / (len(y) * y.var())


@right("r2_of_degree")
def r2_with_correlation(x, y, degree):
    fitted = np.polynomial.Polynomial.fit(x, y, degree)(x)
    return np.corrcoef(fitted, y)[0, 1] ** 2
