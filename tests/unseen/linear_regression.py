# %% population [error-subtracted]: The error eps is subtracted.
def population(b0, b1, x, eps):
    return b0 + b1 * x - eps

# %% population [without-error]: The error eps is missing.
def population(b0, b1, x, eps):
    return b0 + b1 * x

# %% population [slope-and-intercept-exchanged]: b0 and b1 are swapped: b1 + b0 x + eps.
def population(b0, b1, x, eps):
    return b1 + b0 * x + eps

# %% population: The error is multiplied with the slope: b1 (x + eps).
def population(b0, b1, x, eps):
    return b0 + b1 * (x + eps)

# %% population: b0 is inside the bracket: b1 (x + b0).
def population(b0, b1, x, eps):
    return b1 * (x + b0) + eps

# %% population [without-intercept]: The intercept is missing.
def population(b0, b1, x, eps):
    return b1 * x + eps

# %% population [sign-of-argument]: The sign of the intercept is wrong.
def population(b0, b1, x, eps):
    return b1 * x - b0 + eps

# %% population: The mean of eps is added instead of each error.
def population(b0, b1, x, eps):
    return b0 + b1 * x + np.mean(eps)

# %% population: New random errors are drawn; eps is ignored.
def population(b0, b1, x, eps):
    return b0 + b1 * x + np.random.normal(size=len(x))

# %% population: The error is a factor: (b0 + b1 x) eps.
def population(b0, b1, x, eps):
    return (b0 + b1 * x) * eps

# %% population [sign-lost]: The absolute errors: wrong for negative eps.
def population(b0, b1, x, eps):
    return b0 + b1 * x + np.abs(eps)

# %% population: The squared errors are added.
def population(b0, b1, x, eps):
    return b0 + b1 * x + eps**2

# %% population [cut-like-an-argument]: np.zeros_like(x) makes whole numbers of the result where x is whole.
def population(b0, b1, x, eps):
    y = np.zeros_like(x)
    for i in range(len(x)):
        y[i] = b0 + b1 * x[i] + eps[i]
    return y

# %% population [rounded]: .astype(int) cuts off the decimals.
def population(b0, b1, x, eps):
    return (b0 + b1 * x + eps).astype(int)

# %% population: The parameters are fixed at 2 and 3.
def population(b0, b1, x, eps):
    return 2 + 3 * x + eps

# %% population: The result is a column, (points, 1).
def population(b0, b1, x, eps):
    return (b0 + b1 * x + eps).reshape(-1, 1)

# %% population: x and eps are taken as a column and a row: a (points, points) table.
def population(b0, b1, x, eps):
    return b0 + b1 * x[:, None] + eps

# %% population [axis-squeezed]: np.squeeze: one point gives a number instead of the shape (1,).
def population(b0, b1, x, eps):
    return np.squeeze(b0 + b1 * x + eps)

# %% population: eps is changed in place: eps += b0 + b1 x.
def population(b0, b1, x, eps):
    eps += b0 + b1 * x
    return eps

# %% population: Only the first three points.
def population(b0, b1, x, eps):
    return np.array([b0 + b1 * x[i] + eps[i] for i in range(3)])

# %% population: The sum of all values, one number.
def population(b0, b1, x, eps):
    return np.sum(b0 + b1 * x + eps)

# %% population: x and eps are swapped: b0 + b1 eps + x.
def population(b0, b1, x, eps):
    return b0 + b1 * eps + x

# %% population [bounded]: Negative values are clipped to 0.
def population(b0, b1, x, eps):
    return np.maximum(b0 + b1 * x + eps, 0)

# %% population: np.dot(x, b1 + eps) sums the points.
def population(b0, b1, x, eps):
    return b0 + np.dot(x, b1 + eps)

# %% population: Two mistakes: b0 and b1 are swapped, and eps is subtracted.
def population(b0, b1, x, eps):
    return b1 + b0 * x - eps

# %% with_ones [ones-last]: The columns are swapped: x, then the ones.
def with_ones(x):
    return np.c_[x, np.ones(len(x))]

# %% with_ones [zeros-for-ones]: Zeros instead of ones.
def with_ones(x):
    return np.c_[np.zeros(len(x)), x]

# %% with_ones [ones-in-a-row]: The matrix is transposed: (2, points).
def with_ones(x):
    return np.vstack([np.ones(len(x)), x])

# %% with_ones [without-ones]: The column of ones is missing: (points, 1).
def with_ones(x):
    return x.reshape(-1, 1)

# %% with_ones: Ones and x stand one after the other in one axis: (2 points,).
def with_ones(x):
    return np.concatenate([np.ones(len(x)), x])

# %% with_ones: A one is put in front of the whole x: (points + 1,).
def with_ones(x):
    return np.concatenate([[1], x])

# %% with_ones: reshape(-1, 2) of the concatenation instead of columns: the entries are in the wrong places.
def with_ones(x):
    return np.concatenate([np.ones(len(x)), x]).reshape(-1, 2)

# %% with_ones: vstack(...).reshape(-1, 2) instead of the transpose: the entries are in the wrong places.
def with_ones(x):
    return np.vstack([np.ones_like(x), x]).reshape(len(x), 2)

# %% with_ones [rounded]: dtype=int cuts off the decimals of x.
def with_ones(x):
    X = np.ones((len(x), 2), dtype=int)
    X[:, 1] = x
    return X

# %% with_ones: Three rows always: the size of the example.
def with_ones(x):
    X = np.ones((3, 2))
    X[:, 1] = x
    return X

# %% with_ones: A third column x^2.
def with_ones(x):
    return np.c_[np.ones(len(x)), x, x**2]

# %% with_ones: Ones on both sides of x.
def with_ones(x):
    return np.c_[np.ones(len(x)), x, np.ones(len(x))]

# %% with_ones: The column of ones is x / x: nan where x is 0.
def with_ones(x):
    return np.c_[x / x, x]

# %% with_ones: The columns are x and x: the ones are forgotten.
def with_ones(x):
    return np.stack([x, x], axis=1)

# %% with_ones: The first column is the index 0, 1, 2, ... instead of ones.
def with_ones(x):
    return np.c_[np.arange(len(x)), x]

# %% with_ones: x is centred: x minus its mean.
def with_ones(x):
    return np.c_[np.ones(len(x)), x - np.mean(x)]

# %% with_ones: x is standardised by its largest value.
def with_ones(x):
    return np.c_[np.ones(len(x)), x / np.max(np.abs(x))]

# %% with_ones: np.sort: the rows are in another order where x is not sorted.
def with_ones(x):
    return np.c_[np.ones(len(x)), np.sort(x)]

# %% with_ones: np.unique drops points with equal x.
def with_ones(x):
    u = np.unique(x)
    return np.c_[np.ones(len(u)), u]

# %% with_ones [axis-too-many]: An extra axis: (1, points, 2).
def with_ones(x):
    return np.c_[np.ones(len(x)), x][np.newaxis]

# %% with_ones [axis-squeezed]: np.squeeze: one point gives the shape (2,) instead of (1, 2).
def with_ones(x):
    return np.squeeze(np.c_[np.ones(len(x)), x])

# %% with_ones: Only a first one: the other rows have 0 in the first column.
def with_ones(x):
    X = np.zeros((len(x), 2))
    X[0, 0] = 1
    X[:, 1] = x
    return X

# %% with_ones [sign-lost]: The absolute value of x: wrong for negative x.
def with_ones(x):
    return np.c_[np.ones(len(x)), np.abs(x)]

# %% with_ones: Two mistakes: the columns are swapped and the matrix is transposed.
def with_ones(x):
    return np.vstack([x, np.ones(len(x))])

# %% mse_of_line [line-sum]: The mean is missing: the sum of the squares.
def mse_of_line(a, b, x, y):
    return np.sum((a * x + b - y) ** 2)

# %% mse_of_line [power-missing]: The square is missing: the mean of the differences.
def mse_of_line(a, b, x, y):
    return np.mean(a * x + b - y)

# %% mse_of_line [line-absolute]: The absolute differences instead of the squares.
def mse_of_line(a, b, x, y):
    return np.mean(np.abs(a * x + b - y))

# %% mse_of_line: The square of the mean instead of the mean of the squares.
def mse_of_line(a, b, x, y):
    return np.mean(a * x + b - y) ** 2

# %% mse_of_line [line-root]: The root: RMSE.
def mse_of_line(a, b, x, y):
    return np.sqrt(np.mean((a * x + b - y) ** 2))

# %% mse_of_line [line-half]: A factor 1/2 too much.
def mse_of_line(a, b, x, y):
    return np.mean((a * x + b - y) ** 2) / 2

# %% mse_of_line: a and b are swapped.
def mse_of_line(a, b, x, y):
    return np.mean((b * x + a - y) ** 2)

# %% mse_of_line [sign-exchanged]: The sign of b is wrong.
def mse_of_line(a, b, x, y):
    return np.mean((a * x - b - y) ** 2)

# %% mse_of_line [line-without-b]: The intercept b is missing.
def mse_of_line(a, b, x, y):
    return np.mean((a * x - y) ** 2)

# %% mse_of_line [sign-exchanged]: y is added instead of subtracted.
def mse_of_line(a, b, x, y):
    return np.mean((a * x + b + y) ** 2)

# %% mse_of_line: x and y are swapped.
def mse_of_line(a, b, x, y):
    return np.mean((a * y + b - x) ** 2)

# %% mse_of_line: Divided by n - 1.
def mse_of_line(a, b, x, y):
    return np.sum((a * x + b - y) ** 2) / (len(x) - 1)

# %% mse_of_line: Divided by n - 2, as statistics does for the residual variance.
def mse_of_line(a, b, x, y):
    return np.sum((a * x + b - y) ** 2) / (len(x) - 2)

# %% mse_of_line: Divided by 5, the number of points of the example.
def mse_of_line(a, b, x, y):
    return np.sum((a * x + b - y) ** 2) / 5

# %% mse_of_line: The squares are not averaged: an array.
def mse_of_line(a, b, x, y):
    return (a * x + b - y) ** 2

# %% mse_of_line: np.var: the mean of the differences is subtracted first.
def mse_of_line(a, b, x, y):
    return np.var(a * x + b - y)

# %% mse_of_line: The squares of line and y are subtracted instead of the square of the difference.
def mse_of_line(a, b, x, y):
    return np.mean((a * x + b) ** 2 - y**2)

# %% mse_of_line [rounded]: int() cuts off the decimals.
def mse_of_line(a, b, x, y):
    return int(np.mean((a * x + b - y) ** 2))

# %% mse_of_line [rounded]: Whole-number division //.
def mse_of_line(a, b, x, y):
    return np.sum((a * x + b - y) ** 2) // len(x)

# %% mse_of_line [only-decimals]: The differences are kept in np.zeros_like(x): decimals are cut off where x is whole.
def mse_of_line(a, b, x, y):
    d = np.zeros_like(x)
    for i in range(len(x)):
        d[i] = a * x[i] + b - y[i]
    return np.mean(d**2)

# %% mse_of_line: The last point is left out of the sum.
def mse_of_line(a, b, x, y):
    total = 0
    for i in range(len(x) - 1):
        total += (a * x[i] + b - y[i]) ** 2
    return total / len(x)

# %% mse_of_line: keepdims: an array of the shape (1,) instead of one number.
def mse_of_line(a, b, x, y):
    return np.mean((a * x + b - y) ** 2, keepdims=True)

# %% mse_of_line: The global points x5 and y5 instead of x and y.
def mse_of_line(a, b, x, y):
    return np.mean((a * x5 + b - y5) ** 2)

# %% mse_of_line: y is changed in place.
def mse_of_line(a, b, x, y):
    y -= a * x + b
    return np.mean(y**2)

# %% mse_of_line: The median instead of the mean.
def mse_of_line(a, b, x, y):
    return np.median((a * x + b - y) ** 2)

# %% mse_of_line: The perpendicular distances: divided by 1 + a^2.
def mse_of_line(a, b, x, y):
    return np.mean((a * x + b - y) ** 2) / (1 + a**2)

# %% mse_of_line: Two mistakes: a and b are swapped, and the mean is missing.
def mse_of_line(a, b, x, y):
    return np.sum((b * x + a - y) ** 2)

# %% closed_form: X^T t is missing: only the inverse.
def closed_form(X, t):
    return np.linalg.inv(X.T @ X)

# %% closed_form [inverse-missing]: The inverse is missing: X^T t.
def closed_form(X, t):
    return X.T @ t

# %% closed_form [multiplied-for-inverted]: The inverse is left out: X^T X X^T t.
def closed_form(X, t):
    return X.T @ X @ X.T @ t

# %% closed_form: X X^T instead of X^T X: singular where there are more points than columns.
def closed_form(X, t):
    return np.linalg.inv(X @ X.T) @ X @ t

# %% closed_form: The weights are in reverse order.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X, X.T @ t)[::-1]

# %% closed_form [function-too-many]: Another column of ones is put in front of X: one weight too many.
def closed_form(X, t):
    D = np.c_[np.ones(len(X)), X]
    return np.linalg.pinv(D) @ t

# %% closed_form: Entry by entry product of the inverse with X^T t.
def closed_form(X, t):
    return np.linalg.inv(X.T @ X) * (X.T @ t)

# %% closed_form: A ridge term of 0.1 is added to the diagonal.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X + 0.1 * np.eye(X.shape[1]), X.T @ t)

# %% closed_form: 1 / (X^T X), entry by entry, instead of the inverse matrix.
def closed_form(X, t):
    return (1 / (X.T @ X)) @ X.T @ t

# %% closed_form: The diagonal of X^T X only: each column is fitted by itself.
def closed_form(X, t):
    return (X.T @ t) / np.diag(X.T @ X)

# %% closed_form: Only for two columns: np.polyfit with the second column.
def closed_form(X, t):
    slope, intercept = np.polyfit(X[:, 1], t, 1)
    return np.array([intercept, slope])

# %% closed_form: np.polyfit order: slope first, and only for two columns.
def closed_form(X, t):
    return np.polyfit(X[:, 1], t, 1)

# %% closed_form: The slope formula cov / var with the sample and the population divisor mixed: the slope is too large by n / (n - 1).
def closed_form(X, t):
    x = X[:, 1]
    slope = np.cov(x, t)[0, 1] / np.var(x)
    return np.array([t.mean() - slope * x.mean(), slope])

# %% closed_form: np.linalg.lstsq returns a tuple; all of it is returned.
def closed_form(X, t):
    return np.linalg.lstsq(X, t, rcond=None)

# %% closed_form: The residual sum of lstsq (index 1) instead of the weights.
def closed_form(X, t):
    return np.linalg.lstsq(X, t, rcond=None)[1]

# %% closed_form: np.linalg.solve(X, t) works for square X only.
def closed_form(X, t):
    return np.linalg.solve(X, t)

# %% closed_form [first-points-only]: Only the first points, as many as there are columns, are used: an exact solution for them.
def closed_form(X, t):
    k = X.shape[1]
    return np.linalg.solve(X[:k], t[:k])

# %% closed_form: The result is a column, (columns, 1).
def closed_form(X, t):
    return np.linalg.inv(X.T @ X) @ X.T @ t.reshape(-1, 1)

# %% closed_form [rounded]: .astype(int) cuts off the decimals of the weights.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X, X.T @ t).astype(int)

# %% closed_form: The predictions X w instead of the weights.
def closed_form(X, t):
    return X @ np.linalg.solve(X.T @ X, X.T @ t)

# %% closed_form: Gradient descent of 100 steps with 0.01: not yet at the minimum.
def closed_form(X, t):
    w = np.zeros(X.shape[1])
    for _ in range(100):
        w = w - 0.01 * 2 / len(t) * X.T @ (X @ w - t)
    return w

# %% closed_form: The targets are centred first: the intercept is wrong.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X, X.T @ (t - t.mean()))

# %% closed_form [mean-twice]: The mean is taken of X^T t only: the weights are too small by the number of points.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X, X.T @ t / len(t))

# %% closed_form: The first column is taken for ones and overwritten with ones, in place: wrong where it holds something else.
def closed_form(X, t):
    X[:, 0] = 1
    return np.linalg.solve(X.T @ X, X.T @ t)

# %% closed_form [axis-squeezed]: np.squeeze: with one column the result is a number instead of the shape (1,).
def closed_form(X, t):
    return np.squeeze(np.linalg.solve(X.T @ X, X.T @ t))

# %% closed_form: t is changed in place: t -= t.mean().
def closed_form(X, t):
    w = np.linalg.solve(X.T @ X, X.T @ t)
    t -= t.mean()
    return w

# %% closed_form [sign]: The sign is wrong: -(X^T X)^-1 X^T t.
def closed_form(X, t):
    return -np.linalg.solve(X.T @ X, X.T @ t)

# %% closed_form: Two mistakes: the ridge term is added, and the weights are in reverse order.
def closed_form(X, t):
    return np.linalg.solve(X.T @ X + np.eye(X.shape[1]), X.T @ t)[::-1]

# %% plot_fit: Intercept and slope are swapped in the line.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko")
    plt.plot(x, b * x + a)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The points are missing: only the line.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, b + a * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line is missing: only the points.
def plot_fit(x, t):
    plt.plot(x, t, "ko")
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The points are joined by a line instead of fitted by one.
def plot_fit(x, t):
    plt.plot(x, t, "o-")
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line goes through the first and the last point instead of the best fit.
def plot_fit(x, t):
    a = (t[-1] - t[0]) / (x[-1] - x[0])
    ends = np.array([np.min(x), np.max(x)])
    plt.plot(x, t, "ko")
    plt.plot(ends, t[0] + a * (ends - x[0]))
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line goes through the origin: the column of ones is missing.
def plot_fit(x, t):
    a = np.sum(x * t) / np.sum(x * x)
    plt.plot(x, t, "ko")
    plt.plot(x, a * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line of the example, 0.92 + 2.12 x, whatever the points.
def plot_fit(x, t):
    plt.plot(x, t, "ko")
    plt.plot(x, 0.92 + 2.12 * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line is drawn from 0 to 3, the range of the example.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    ends = np.array([0, 3])
    plt.plot(x, t, "ko")
    plt.plot(ends, b + a * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line is drawn from the first to the last x: too short where x is not in order.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    ends = np.array([x[0], x[-1]])
    plt.plot(x, t, "ko")
    plt.plot(ends, b + a * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The axes are swapped: x over t.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(t, x, "ko")
    plt.plot(b + a * x, x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: x is regressed on t: the line that minimises the horizontal distances.
def plot_fit(x, t):
    b, a = closed_form(with_ones(t), x)
    plt.plot(x, t, "ko")
    plt.plot(x, (x - b) / a)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The label of the vertical axis is missing.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko")
    plt.plot(x, b + a * x)
    plt.xlabel("x")

# %% plot_fit: The label of the horizontal axis is missing.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko")
    plt.plot(x, b + a * x)
    plt.ylabel("t")

# %% plot_fit: A legend, but no labels on the axes.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko", label="points")
    plt.plot(x, b + a * x, label="line")
    plt.legend()

# %% plot_fit: A parabola is fitted instead of a line.
def plot_fit(x, t):
    plt.plot(x, t, "ko")
    xs = np.linspace(np.min(x), np.max(x), 50)
    plt.plot(xs, np.polyval(np.polyfit(x, t, 2), xs))
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The fitted values are drawn as points on the line: the points (x, t) are not shown.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, b + a * x, "ko")
    plt.plot(x, b + a * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: x.sort() sorts x in place, but not t: other points and another line.
def plot_fit(x, t):
    x.sort()
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko")
    plt.plot(x, b + a * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The global x4 and t4 instead of x and t.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x4), t4)
    plt.plot(x4, t4, "ko")
    plt.plot(x4, b + a * x4)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The sign of the intercept is wrong.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    plt.plot(x, t, "ko")
    plt.plot(x, a * x - b)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line is drawn over 0, 1, 2, ... (np.arange) instead of over x.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    places = np.arange(len(x))
    plt.plot(x, t, "ko")
    plt.plot(places, b + a * places)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: The line stops before the largest x: np.arange without its end.
def plot_fit(x, t):
    b, a = closed_form(with_ones(x), t)
    xs = np.arange(np.min(x), np.max(x), (np.max(x) - np.min(x)) / 4)
    plt.plot(x, t, "ko")
    plt.plot(xs, b + a * xs)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_fit: Two mistakes: the line goes through the origin, and the vertical axis has no label.
def plot_fit(x, t):
    a = np.sum(x * t) / np.sum(x * x)
    plt.plot(x, t, "ko")
    plt.plot(x, a * x)
    plt.xlabel("x")

# %% log_likelihood: The sign of the first term: -N/2 ln beta.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return -n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [sign-exchanged]: The sign of the second term: + N/2 ln 2 pi.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) + n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [likelihood-without-log-2-pi]: The term with 2 pi is missing.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [likelihood-without-log-beta]: The term with ln beta is missing.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return -n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [likelihood-without-half]: The factor 1/2 of E_D is missing.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * np.sum((t - X @ w) ** 2)

# %% log_likelihood [factor-missing]: beta is missing in front of E_D.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [likelihood-sign-reversed]: E_D is added instead of subtracted.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) + beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [mean-for-sum]: The mean of the squares instead of their sum.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.mean((t - X @ w) ** 2)

# %% log_likelihood [only-one-row]: N is missing: 1/2 ln beta - 1/2 ln 2 pi.
def log_likelihood(w, beta, X, t):
    return 0.5 * np.log(beta) - 0.5 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: N is the number of columns of X instead of the number of points.
def log_likelihood(w, beta, X, t):
    n = X.shape[1]
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: N is X.size, points times columns.
def log_likelihood(w, beta, X, t):
    n = X.size
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: N is fixed at 4, the number of points of the example.
def log_likelihood(w, beta, X, t):
    n = 4
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: n // 2 instead of n / 2: wrong for an odd number of points.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n // 2 * np.log(beta) - n // 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [likelihood-of-variance]: beta is taken for the variance: divided by beta, and -N/2 ln beta.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return -n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - 0.5 * np.sum((t - X @ w) ** 2) / beta

# %% log_likelihood: The logarithm to base 10.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log10(beta) - n / 2 * np.log10(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: ln 2 times pi instead of ln(2 pi): the bracket.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2) * np.pi - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood [sign]: The negative log-likelihood.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return -(n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2))

# %% log_likelihood: The likelihood itself, not its logarithm.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return np.exp(n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2))

# %% log_likelihood [mean-twice]: The mean per point: divided by N.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return (n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)) / n

# %% log_likelihood: The logarithm of each target, an array, instead of their sum.
def log_likelihood(w, beta, X, t):
    return 0.5 * np.log(beta) - 0.5 * np.log(2 * np.pi) - beta * 0.5 * (t - X @ w) ** 2

# %% log_likelihood: The logarithm of the product of the densities: -inf where the product underflows (many points or large residuals).
def log_likelihood(w, beta, X, t):
    p = np.sqrt(beta / (2 * np.pi)) * np.exp(-beta / 2 * (t - X @ w) ** 2)
    return np.log(np.prod(p))

# %% log_likelihood [only-one-row]: The square is of the sum of the residuals.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum(t - X @ w) ** 2

# %% log_likelihood: The absolute residuals instead of the squares.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum(np.abs(t - X @ w))

# %% log_likelihood: Best weights are computed from X and t; the argument w is ignored.
def log_likelihood(w, beta, X, t):
    n = len(t)
    w = closed_form(X, t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: Only two columns are used: w[0] + w[1] X[:, 1].
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - w[0] - w[1] * X[:, 1]) ** 2)

# %% log_likelihood: N ln beta instead of N/2 ln beta.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t - X @ w) ** 2)

# %% log_likelihood: The residuals are written into t in place.
def log_likelihood(w, beta, X, t):
    n = len(t)
    t -= X @ w
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum(t**2)

# %% log_likelihood [only-one-row]: A t of the shape (points, 1) minus X w of the shape (points,): all pairs are summed.
def log_likelihood(w, beta, X, t):
    n = len(t)
    return n / 2 * np.log(beta) - n / 2 * np.log(2 * np.pi) - beta * 0.5 * np.sum((t[:, None] - X @ w) ** 2)

# %% log_likelihood: Two mistakes: the 2 pi term and the factor 1/2 of E_D are missing.
def log_likelihood(w, beta, X, t):
    return len(t) / 2 * np.log(beta) - beta * np.sum((t - X @ w) ** 2)

# %% best_precision [variance-for-precision]: The variance, the mean squared residual, instead of its inverse.
def best_precision(w, X, t):
    return np.mean((t - X @ w) ** 2)

# %% best_precision [precision-of-the-sum]: The sum instead of the mean: too small by the factor N.
def best_precision(w, X, t):
    return 1 / np.sum((t - X @ w) ** 2)

# %% best_precision [precision-of-the-root]: 1 over the standard deviation: the root is too much.
def best_precision(w, X, t):
    return 1 / np.sqrt(np.mean((t - X @ w) ** 2))

# %% best_precision: np.var subtracts the mean of the residuals: wrong where it is not 0.
def best_precision(w, X, t):
    return 1 / np.var(t - X @ w)

# %% best_precision: Divided by N - 1.
def best_precision(w, X, t):
    return (len(t) - 1) / np.sum((t - X @ w) ** 2)

# %% best_precision: Divided by N minus the number of columns, the unbiased estimate.
def best_precision(w, X, t):
    return (len(t) - X.shape[1]) / np.sum((t - X @ w) ** 2)

# %% best_precision [precision-doubled]: The mean of E_D, with the factor 1/2: twice as large.
def best_precision(w, X, t):
    return 1 / (0.5 * np.mean((t - X @ w) ** 2))

# %% best_precision [half]: Half of it: N / (2 sum).
def best_precision(w, X, t):
    return len(t) / (2 * np.sum((t - X @ w) ** 2))

# %% best_precision [only-one-row]: The square is of the mean residual.
def best_precision(w, X, t):
    return 1 / np.mean(t - X @ w) ** 2

# %% best_precision: The absolute residuals instead of the squares.
def best_precision(w, X, t):
    return 1 / np.mean(np.abs(t - X @ w))

# %% best_precision [only-one-row]: The mean of the inverse squared residuals: the mean of the inverses instead of the inverse of the mean.
def best_precision(w, X, t):
    return np.mean(1 / (t - X @ w) ** 2)

# %% best_precision: N is the number of columns.
def best_precision(w, X, t):
    return X.shape[1] / np.sum((t - X @ w) ** 2)

# %% best_precision: N is fixed at 4.
def best_precision(w, X, t):
    return 4 / np.sum((t - X @ w) ** 2)

# %% best_precision: The argument w is ignored: the best weights are used.
def best_precision(w, X, t):
    return 1 / np.mean((t - X @ closed_form(X, t)) ** 2)

# %% best_precision: The variance of the targets instead of the residuals.
def best_precision(w, X, t):
    return 1 / np.var(t)

# %% best_precision: The residuals lack the intercept: only X[:, 1] w[1].
def best_precision(w, X, t):
    return 1 / np.mean((t - X[:, 1] * w[1]) ** 2)

# %% best_precision: Only two columns are used.
def best_precision(w, X, t):
    return 1 / np.mean((t - w[0] - w[1] * X[:, 1]) ** 2)

# %% best_precision [zeros]: int() cuts off the decimals of the precision.
def best_precision(w, X, t):
    return int(1 / np.mean((t - X @ w) ** 2))

# %% best_precision: The best of a grid 0.1, 0.2, ... 50 instead of the formula.
def best_precision(w, X, t):
    betas = np.arange(1, 501) / 10
    values = [log_likelihood(w, beta, X, t) for beta in betas]
    return betas[int(np.argmax(values))]

# %% best_precision: An array of the shape (1,) is not one number.
def best_precision(w, X, t):
    return np.array([1 / np.mean((t - X @ w) ** 2)])

# %% best_precision: One value for each point.
def best_precision(w, X, t):
    return 1 / (t - X @ w) ** 2

# %% best_precision [sign-exchanged]: The sign: t + X w.
def best_precision(w, X, t):
    return 1 / np.mean((t + X @ w) ** 2)

# %% best_precision: 0.1 is added against a division by 0.
def best_precision(w, X, t):
    return 1 / (np.mean((t - X @ w) ** 2) + 0.1)

# %% best_precision: The logarithm of the precision.
def best_precision(w, X, t):
    return -np.log(np.mean((t - X @ w) ** 2))

# %% best_precision [only-decimals]: The residuals are kept as whole numbers in np.zeros_like(t) where t is whole.
def best_precision(w, X, t):
    r = np.zeros_like(t)
    r[...] = t - X @ w
    return 1 / np.mean(r**2)

# %% best_precision: The precision is capped at 100.
def best_precision(w, X, t):
    return min(100.0, 1 / np.mean((t - X @ w) ** 2))

# %% best_precision: t is changed in place.
def best_precision(w, X, t):
    t -= X @ w
    return 1 / np.mean(t**2)

# %% best_precision: Two mistakes: the variance instead of the precision, and the sum instead of the mean.
def best_precision(w, X, t):
    return np.sum((t - X @ w) ** 2)

# %% loss_and_gradients [gradients-without-2]: The factor 2 is missing in both gradients.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), X.T @ d / n, np.mean(d)

# %% loss_and_gradients [mean-missing]: The mean is missing in dW: a sum over the points.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.mean(d**2), 2 * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [mean-missing]: The mean is missing in db: a sum over the points.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.sum(d)

# %% loss_and_gradients [loss-summed]: The loss is a sum instead of the mean.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.sum(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [gradients-reversed]: The sign of the gradients: y - f.
def loss_and_gradients(X, y, W, b):
    d = y - (X @ W + b)
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [predict-without-bias]: The bias is missing in the prediction.
def loss_and_gradients(X, y, W, b):
    d = X @ W - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [predict-bias-subtracted]: The bias is subtracted in the prediction.
def loss_and_gradients(X, y, W, b):
    d = X @ W - b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [transpose-missing]: X instead of X^T in dW: works only where X is square.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X @ d, 2 * np.mean(d)

# %% loss_and_gradients [dw-over-inputs]: dW is divided by the number of inputs instead of the points (np.mean over the wrong count).
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.mean(d**2), 2 / X.shape[1] * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients: The mean is over the inputs (axis 1): dW has one entry for each point.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.mean(d**2), 2 * np.mean(X * d[:, None], axis=1), 2 * np.mean(d)

# %% loss_and_gradients: np.mean without an axis: dW is one number.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.mean(d**2), 2 * np.mean(X * d[:, None]), 2 * np.mean(d)

# %% loss_and_gradients: dW lacks x: the mean difference for each weight.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.mean(d**2), 2 * np.mean(d) * np.ones_like(W), 2 * np.mean(d)

# %% loss_and_gradients: db has the factor x of the first input.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d * X[:, 0])

# %% loss_and_gradients [half]: The factor 2 is missing in db only.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, np.mean(d)

# %% loss_and_gradients [loss-halved]: The loss has a factor 1/2.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2) / 2, 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients: The loss is the root: RMSE.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.sqrt(np.mean(d**2)), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [gradients-swapped]: The order is L, db, dW.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 * np.mean(d), 2 / n * X.T @ d

# %% loss_and_gradients: Absolute differences: the gradients lose the sign of the negative ones.
def loss_and_gradients(X, y, W, b):
    d = np.abs(X @ W + b - y)
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [only-one-row]: y is a column: d becomes (points, points), and the loss is the mean over all pairs.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y.reshape(-1, 1)
    n = len(y)
    return np.mean(d**2), 2 / n * np.sum(X.T @ d, axis=1), 2 * np.mean(d)

# %% loss_and_gradients: dW has the shape (inputs, 1).
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), (2 / n * X.T @ d).reshape(-1, 1), 2 * np.mean(d)

# %% loss_and_gradients: Only two inputs are used: wrong for other numbers of inputs.
def loss_and_gradients(X, y, W, b):
    d = W[0] * X[:, 0] + W[1] * X[:, 1] + b - y
    return np.mean(d**2), np.array([2 * np.mean(d * X[:, 0]), 2 * np.mean(d * X[:, 1])]), 2 * np.mean(d)

# %% loss_and_gradients: n is fixed at 2: wrong for other numbers of points.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    return np.sum(d**2) / 2, X.T @ d, np.sum(d)

# %% loss_and_gradients [only-decimals]: np.zeros_like(W) makes whole numbers of dW where W is whole.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    dW = np.zeros_like(W)
    for j in range(len(W)):
        dW[j] = 2 * np.mean(d * X[:, j])
    return np.mean(d**2), dW, 2 * np.mean(d)

# %% loss_and_gradients [axis-squeezed]: np.squeeze: with one input dW is a number instead of the shape (1,).
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), np.squeeze(2 / n * X.T @ d), 2 * np.mean(d)

# %% loss_and_gradients: The gradients are clipped to -5 ... 5: wrong where they are larger.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), np.clip(2 / n * X.T @ d, -5, 5), np.clip(2 * np.mean(d), -5, 5)

# %% loss_and_gradients: y is changed in place: it becomes the differences.
def loss_and_gradients(X, y, W, b):
    y -= X @ W + b
    n = len(y)
    return np.mean(y**2), -2 / n * X.T @ y, -2 * np.mean(y)

# %% loss_and_gradients [loss-of-the-mean]: The square of the mean difference as the loss.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d) ** 2, 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients [predict-bias-for-every-input]: The bias is added to the inputs' products before the sum: it counts once for each input.
def loss_and_gradients(X, y, W, b):
    d = np.sum(X * W + b, axis=1) - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * np.mean(d)

# %% loss_and_gradients: db is an array with one entry for each point.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), 2 / n * X.T @ d, 2 * d / n

# %% loss_and_gradients: Two mistakes: the factor 2 is missing in dW, and db is a sum.
def loss_and_gradients(X, y, W, b):
    d = X @ W + b - y
    n = len(y)
    return np.mean(d**2), X.T @ d / n, 2 * np.sum(d)

# %% update [update-uphill]: The sign is wrong for both: gradient ascent.
def update(W, b, dW, db, lr):
    return W + lr * dW, b + lr * db

# %% update [sign-exchanged]: The sign is wrong for b only.
def update(W, b, dW, db, lr):
    return W - lr * dW, b + lr * db

# %% update [sign-exchanged]: The sign is wrong for W only.
def update(W, b, dW, db, lr):
    return W + lr * dW, b - lr * db

# %% update [update-without-rate]: The learning rate is missing for both.
def update(W, b, dW, db, lr):
    return W - dW, b - db

# %% update [factor-missing]: The learning rate is missing for b.
def update(W, b, dW, db, lr):
    return W - lr * dW, b - db

# %% update [factor-missing]: The learning rate is missing for W.
def update(W, b, dW, db, lr):
    return W - dW, b - lr * db

# %% update: W is changed in place by W -= ...
def update(W, b, dW, db, lr):
    W -= lr * dW
    b = b - lr * db
    return W, b

# %% update [values-exchanged]: The order of the results: b, W.
def update(W, b, dW, db, lr):
    return b - lr * db, W - lr * dW

# %% update: dW and db are swapped.
def update(W, b, dW, db, lr):
    return W - lr * db, b - lr * np.sum(dW)

# %% update [names-exchanged]: db is used for W too.
def update(W, b, dW, db, lr):
    return W - lr * db, b - lr * db

# %% update [update-without-bias]: The bias is not updated.
def update(W, b, dW, db, lr):
    return W - lr * dW, b

# %% update [unchanged]: The weights are not updated.
def update(W, b, dW, db, lr):
    return W, b - lr * db

# %% update: Only the steps are returned, not the new parameters.
def update(W, b, dW, db, lr):
    return lr * dW, lr * db

# %% update [update-with-fixed-rate]: The learning rate is fixed at 0.1.
def update(W, b, dW, db, lr):
    return W - 0.1 * dW, b - 0.1 * db

# %% update [bounded]: min(lr, 1): wrong for learning rates above 1.
def update(W, b, dW, db, lr):
    lr = min(lr, 1)
    return W - lr * dW, b - lr * db

# %% update: Divided by the learning rate.
def update(W, b, dW, db, lr):
    return W - dW / lr, b - db / lr

# %% update: Multiplied with W: W - lr W dW.
def update(W, b, dW, db, lr):
    return W - lr * W * dW, b - lr * b * db

# %% update: The bracket is wrong: (W - lr) dW.
def update(W, b, dW, db, lr):
    return (W - lr) * dW, (b - lr) * db

# %% update: Only the signs of the gradients are used.
def update(W, b, dW, db, lr):
    return W - lr * np.sign(dW), b - lr * np.sign(db)

# %% update: The gradients are clipped to -1 ... 1.
def update(W, b, dW, db, lr):
    return W - lr * np.clip(dW, -1, 1), b - lr * np.clip(db, -1, 1)

# %% update: The gradients are divided by the length of dW.
def update(W, b, dW, db, lr):
    norm = np.linalg.norm(dW)
    return W - lr * dW / norm, b - lr * db / norm

# %% update: The mean of dW is used for each weight.
def update(W, b, dW, db, lr):
    return W - lr * np.mean(dW), b - lr * db

# %% update: int() cuts off the decimals of the new b.
def update(W, b, dW, db, lr):
    return W - lr * dW, int(b - lr * db)

# %% update: Two weights always: wrong for other numbers of inputs.
def update(W, b, dW, db, lr):
    return np.array([W[0] - lr * dW[0], W[1] - lr * dW[1]]), b - lr * db

# %% update [axis-squeezed]: np.squeeze: one weight gives a number instead of the shape (1,).
def update(W, b, dW, db, lr):
    return np.squeeze(W - lr * dW), b - lr * db

# %% update: A factor 2 too much in the step.
def update(W, b, dW, db, lr):
    return W - 2 * lr * dW, b - 2 * lr * db

# %% update: b has an axis: the shape (1,).
def update(W, b, dW, db, lr):
    return W - lr * dW, np.atleast_1d(b - lr * db)

# %% update: W and b are put into one array: b is appended to W.
def update(W, b, dW, db, lr):
    return np.append(W - lr * dW, b - lr * db)

# %% update [state-kept]: A momentum is kept between the calls in a global variable: right for the first call only.
velocity = 0.0


def update(W, b, dW, db, lr):
    global velocity
    velocity = 0.9 * velocity + lr * db
    return W - lr * dW, b - velocity

# %% update: Two mistakes: the learning rate is missing for b, and W gets the wrong sign.
def update(W, b, dW, db, lr):
    return W + lr * dW, b - db

# %% simultaneous_step [updated-one-after-the-other]: The new theta0 is used in the derivative for theta1.
def simultaneous_step(theta0, theta1, x, t, alpha):
    theta0 = theta0 - alpha * 2 * np.mean(theta0 + theta1 * x - t)
    theta1 = theta1 - alpha * 2 * np.mean((theta0 + theta1 * x - t) * x)
    return theta0, theta1

# %% simultaneous_step: The new theta1 is used in the derivative for theta0.
def simultaneous_step(theta0, theta1, x, t, alpha):
    theta1 = theta1 - alpha * 2 * np.mean((theta0 + theta1 * x - t) * x)
    theta0 = theta0 - alpha * 2 * np.mean(theta0 + theta1 * x - t)
    return theta0, theta1

# %% simultaneous_step [step-without-2]: The factor 2 is missing in both.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * np.mean(d), theta1 - alpha * np.mean(d * x)

# %% simultaneous_step [step-uphill]: The sign of the update is wrong.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 + alpha * 2 * np.mean(d), theta1 + alpha * 2 * np.mean(d * x)

# %% simultaneous_step [step-uphill]: The difference is t minus the line, and it is subtracted: ascent.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = t - (theta0 + theta1 * x)
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step [step-without-x]: The factor x is missing in the derivative for theta1.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d)

# %% simultaneous_step: The factor x is in the derivative for theta0, too.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d * x), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step [step-not-averaged]: The sums instead of the means.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.sum(d), theta1 - alpha * 2 * np.sum(d * x)

# %% simultaneous_step: theta0 and theta1 are swapped in the line.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta1 + theta0 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step [values-exchanged]: The results are swapped: theta1, theta0.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta1 - alpha * 2 * np.mean(d * x), theta0 - alpha * 2 * np.mean(d)

# %% simultaneous_step: alpha is missing.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - 2 * np.mean(d), theta1 - 2 * np.mean(d * x)

# %% simultaneous_step [argument-ignored]: alpha is fixed at 0.1.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - 0.2 * np.mean(d), theta1 - 0.2 * np.mean(d * x)

# %% simultaneous_step: The mean of the product is split: mean(d) * mean(x).
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d) * np.mean(x)

# %% simultaneous_step [term-missing]: The intercept is missing in the line.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step: n is fixed at 2, the number of points of the example.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * np.sum(d), theta1 - alpha * np.sum(d * x)

# %% simultaneous_step: The old values are lost: only the steps are returned (right from (0, 0)).
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return -alpha * 2 * np.mean(d), -alpha * 2 * np.mean(d * x)

# %% simultaneous_step [term-missing]: The differences ignore theta (right from (0, 0) only).
def simultaneous_step(theta0, theta1, x, t, alpha):
    return theta0 + alpha * 2 * np.mean(t), theta1 + alpha * 2 * np.mean(t * x)

# %% simultaneous_step [factor-missing]: The factor 2 is missing for theta0 only.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step: theta1 is divided by n twice.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x) / len(x)

# %% simultaneous_step: min(alpha, 0.1): larger learning rates are ignored.
def simultaneous_step(theta0, theta1, x, t, alpha):
    alpha = min(alpha, 0.1)
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step [only-decimals]: np.zeros_like(x) keeps the differences: decimals are cut off where x is whole.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = np.zeros_like(x)
    d[...] = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step: The mean is missing: the results are arrays with one entry for each point.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * d, theta1 - alpha * 2 * d * x

# %% simultaneous_step: t is changed in place.
def simultaneous_step(theta0, theta1, x, t, alpha):
    t -= theta0 + theta1 * x
    return theta0 + alpha * 2 * np.mean(t), theta1 + alpha * 2 * np.mean(t * x)

# %% simultaneous_step: Absolute differences: the sign is lost.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = np.abs(theta0 + theta1 * x - t)
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x)

# %% simultaneous_step: Both derivatives are the loss J.
def simultaneous_step(theta0, theta1, x, t, alpha):
    J = np.mean((theta0 + theta1 * x - t) ** 2)
    return theta0 - alpha * J, theta1 - alpha * J

# %% simultaneous_step: temp1 is put into theta0, and temp0 is lost.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    temp0 = theta0 - alpha * 2 * np.mean(d)
    temp1 = theta1 - alpha * 2 * np.mean(d * x)
    temp0 = temp1
    return temp0, temp1

# %% simultaneous_step: The squared x: d * x^2 in the derivative for theta1.
def simultaneous_step(theta0, theta1, x, t, alpha):
    d = theta0 + theta1 * x - t
    return theta0 - alpha * 2 * np.mean(d), theta1 - alpha * 2 * np.mean(d * x**2)

# %% simultaneous_step: Two mistakes: the new theta0 is used for theta1, and the factor 2 is missing.
def simultaneous_step(theta0, theta1, x, t, alpha):
    theta0 = theta0 - alpha * np.mean(theta0 + theta1 * x - t)
    theta1 = theta1 - alpha * np.mean((theta0 + theta1 * x - t) * x)
    return theta0, theta1

# %% descend [path-with-the-start]: The start is in the path, and the last step is missing.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        path.append([theta0, theta1])
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
    return np.array(path)

# %% descend: The start is in the path: steps + 1 rows.
def descend(theta0, theta1, x, t, alpha, steps):
    path = [[theta0, theta1]]
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend [one-step-off]: One step too few: range(1, steps).
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(1, steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend [path-end-only]: Only the last theta0 and theta1 are returned.
def descend(theta0, theta1, x, t, alpha, steps):
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
    return np.array([theta0, theta1])

# %% descend [path-standing-still]: Each step starts at the start again.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        path.append(simultaneous_step(theta0, theta1, x, t, alpha))
    return np.array(path)

# %% descend: The columns are swapped: theta1, theta0.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta1, theta0])
    return np.array(path)

# %% descend [transposed]: The array is (2, steps).
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path).T

# %% descend: The result is one axis, (2 steps,).
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.extend([theta0, theta1])
    return np.array(path)

# %% descend [rounded]: dtype=int cuts off the decimals.
def descend(theta0, theta1, x, t, alpha, steps):
    path = np.zeros((steps, 2), dtype=int)
    for i in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path[i] = theta0, theta1
    return path

# %% descend: The start is ignored: always from (0, 0).
def descend(theta0, theta1, x, t, alpha, steps):
    theta0 = theta1 = 0.0
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend [argument-ignored]: alpha is fixed at 0.1.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, 0.1)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: At most 100 steps.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(min(steps, 100)):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: Always 300 steps.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(300):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: It stops where theta moves by less than 1e-6: fewer rows than steps.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        new0, new1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([new0, new1])
        if abs(new0 - theta0) + abs(new1 - theta1) < 1e-6:
            break
        theta0, theta1 = new0, new1
    return np.array(path)

# %% descend [bounded]: return stands in the loop: only one row.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
        return np.array(path)

# %% descend [path-one-after-the-other]: theta0 first, then theta1 with the new theta0: not at once.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0 = theta0 - alpha * 2 * np.mean(theta0 + theta1 * x - t)
        theta1 = theta1 - alpha * 2 * np.mean((theta0 + theta1 * x - t) * x)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: theta0 and theta1 are swapped after each step.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta1, theta0 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: The losses along the path instead of theta.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append(mse_of_line(theta1, theta0, x, t))
    return np.array(path)

# %% descend: The global points x4 and t4 instead of x and t.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x4, t4, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: The learning rate gets smaller: alpha / (i + 1).
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for i in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha / (i + 1))
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: The same list is appended in every step: all rows are the last one.
def descend(theta0, theta1, x, t, alpha, steps):
    path, theta = [], [theta0, theta1]
    for _ in range(steps):
        theta[0], theta[1] = simultaneous_step(theta[0], theta[1], x, t, alpha)
        path.append(theta)
    return np.array(path)

# %% descend [state-kept]: The list path is a default argument: the second call goes on with the path of the first.
def descend(theta0, theta1, x, t, alpha, steps, path=[]):
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend: One example after the other (stochastic): each step uses one point only.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for i in range(steps):
        k = i % len(x)
        theta0, theta1 = simultaneous_step(theta0, theta1, x[k : k + 1], t[k : k + 1], alpha)
        path.append([theta0, theta1])
    return np.array(path)

# %% descend [axis-squeezed]: np.squeeze: one step gives the shape (2,) instead of (1, 2).
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.append([theta0, theta1])
    return np.squeeze(path)

# %% descend: The path is in reverse order.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
        path.insert(0, [theta0, theta1])
    return np.array(path)

# %% descend: The closed form in every row.
def descend(theta0, theta1, x, t, alpha, steps):
    return np.tile(closed_form(with_ones(x), t), (steps, 1))

# %% descend: Two mistakes: the start is in the path, and the columns are swapped.
def descend(theta0, theta1, x, t, alpha, steps):
    path = []
    for _ in range(steps):
        path.append([theta1, theta0])
        theta0, theta1 = simultaneous_step(theta0, theta1, x, t, alpha)
    return np.array(path)

# %% plot_descent: [::every] takes the steps 1, 1 + every, ... instead of every, 2 every, ...
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[::every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: [every::every] is one step late: it takes the steps every + 1, 2 every + 1, ...
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every::every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The line after every single step is drawn: `every` is ignored.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps):
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: Only the last line is drawn.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    theta0, theta1 = descend(0.0, 0.0, x, t, alpha, steps)[-1]
    plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The line of the start, theta = (0, 0), is drawn too.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    path = np.vstack([[0.0, 0.0], descend(0.0, 0.0, x, t, alpha, steps)])
    for theta0, theta1 in path[::every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The last of the lines is missing: range(every, steps, every).
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    path = descend(0.0, 0.0, x, t, alpha, steps)
    for i in range(every, steps, every):
        theta0, theta1 = path[i - 1]
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The last step is always drawn, too, where steps is not a multiple of every.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    path = descend(0.0, 0.0, x, t, alpha, steps)
    for i in range(1, steps + 1):
        if i % every == 0 or i == steps:
            theta0, theta1 = path[i - 1]
            plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent [line-left-out]: The points are missing.
def plot_descent(x, t, alpha, steps, every):
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The lines are missing: only the points.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: Intercept and slope are swapped in the lines.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta1 + theta0 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The label of the vertical axis is missing.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")

# %% plot_descent: The label of the horizontal axis is missing.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.ylabel("t")

# %% plot_descent: The lines go from the first to the last x: too short where x is not in order.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([x[0], x[-1]])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The lines go from 0 to 3, the range of the example.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([0, 3])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The lines start at 0 instead of the smallest x: wrong where x is negative or far from 0.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([0, np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The line of the closed form is drawn too.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    b, a = closed_form(with_ones(x), t)
    plt.plot(ends, b + a * ends, "r--")
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The descent starts at (1, 1) instead of (0, 0).
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(1.0, 1.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: alpha is fixed at 0.02.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, 0.02, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: `every` is fixed at 3.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[2::3]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The path of theta is drawn instead of the lines.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    path = descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]
    plt.plot(path[:, 0], path[:, 1], "o-")
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: `every` lines are drawn: the first `every` steps.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[:every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: Each line takes one step only: descend with steps // every steps, all drawn.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x, t, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps // every):
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: The global points x4 and t4 are drawn instead of x and t.
def plot_descent(x, t, alpha, steps, every):
    plt.plot(x4, t4, "ko")
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: x is sorted in place before it is used, t is not.
def plot_descent(x, t, alpha, steps, every):
    x.sort()
    plt.plot(x, t, "ko")
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[every - 1 :: every]:
        plt.plot(x, theta0 + theta1 * x)
    plt.xlabel("x")
    plt.ylabel("t")

# %% plot_descent: Two mistakes: [::every] takes the wrong steps, and the points are missing.
def plot_descent(x, t, alpha, steps, every):
    ends = np.array([np.min(x), np.max(x)])
    for theta0, theta1 in descend(0.0, 0.0, x, t, alpha, steps)[::every]:
        plt.plot(ends, theta0 + theta1 * ends)
    plt.xlabel("x")
    plt.ylabel("t")

# %% r2_of_degree [share-left-over]: The 1 - is missing: the unexplained share.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: The fraction is upside down.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum((y - y.mean()) ** 2) / np.sum((y - f) ** 2)

# %% r2_of_degree [total-around-zero]: The mean of y is missing below: sum of y^2.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum((y - f) ** 2) / np.sum(y**2)

# %% r2_of_degree: The mean of x instead of the mean of y.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum((y - f) ** 2) / np.sum((y - x.mean()) ** 2)

# %% r2_of_degree: The squares are missing: absolute differences.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum(np.abs(y - f)) / np.sum(np.abs(y - y.mean()))

# %% r2_of_degree [always-a-line]: Always a line: degree is ignored.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, 1), x)
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree [one-step-off]: One degree too many: degree + 1.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree + 1), x)
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree [powers-without-the-last]: The highest power is missing: columns 1 ... x^(degree - 1).
def r2_of_degree(x, y, degree):
    A = np.stack([x**k for k in range(degree)], axis=1)
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree [powers-without-ones]: The column of ones is missing: no intercept.
def r2_of_degree(x, y, degree):
    A = np.stack([x**k for k in range(1, degree + 1)], axis=1)
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: Only 1 and x^degree: the powers between are missing, wrong from degree 2 on.
def r2_of_degree(x, y, degree):
    A = np.stack([np.ones(len(x)), x**degree], axis=1)
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: polyfit gives the highest power first, but the coefficients are used lowest first.
def r2_of_degree(x, y, degree):
    c = np.polyfit(x, y, degree)
    f = sum(c[k] * x**k for k in range(degree + 1))
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree [always-a-line]: The squared correlation of x and y: right for degree 1 only.
def r2_of_degree(x, y, degree):
    return np.corrcoef(x, y)[0, 1] ** 2

# %% r2_of_degree: The correlation of y and the fit without the square: R instead of R^2.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return np.corrcoef(y, f)[0, 1]

# %% r2_of_degree: The adjusted R^2, with the degrees of freedom.
def r2_of_degree(x, y, degree):
    n = len(x)
    f = np.polyval(np.polyfit(x, y, degree), x)
    r2 = 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)
    return 1 - (1 - r2) * (n - 1) / (n - degree - 1)

# %% r2_of_degree: The mean squared error instead of R^2.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return np.mean((y - f) ** 2)

# %% r2_of_degree [mean-for-sum]: A sum above and a mean below (np.var): the fraction is too large by n.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum((y - f) ** 2) / np.var(y)

# %% r2_of_degree: np.mean above, and np.var with ddof=1 below.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.mean((y - f) ** 2) / np.var(y, ddof=1)

# %% r2_of_degree: The roots: 1 minus the ratio of the standard deviations.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sqrt(np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2))

# %% r2_of_degree [factor]: In percent.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 100 * (1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2))

# %% r2_of_degree: The spread of the fit is below: the mean of f, sum (f - mean)^2.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum((y - f) ** 2) / np.sum((f - f.mean()) ** 2)

# %% r2_of_degree: x and y are swapped in the fit and in the sums: right for degree 1 only.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(y, x, degree), y)
    return 1 - np.sum((x - f) ** 2) / np.sum((x - x.mean()) ** 2)

# %% r2_of_degree: At most degree 2: higher degrees are treated as 2.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, min(degree, 2)), x)
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: The square is of the sums instead of each difference.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    return 1 - np.sum(y - f) ** 2 / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: A ridge term of 1 is added: not the best fit.
def r2_of_degree(x, y, degree):
    A = np.stack([x**k for k in range(degree + 1)], axis=1)
    w = np.linalg.solve(A.T @ A + np.eye(degree + 1), A.T @ y)
    return 1 - np.sum((y - A @ w) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: The fit is evaluated at the sorted x: wrong pairs where x is not in order.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), np.sort(x))
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree [rounded]: The design matrix is a whole-number np.ones: the powers of x lose their decimals.
def r2_of_degree(x, y, degree):
    A = np.ones((len(x), degree + 1), dtype=int)
    for k in range(1, degree + 1):
        A[:, k] = x**k
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: y is centred in place.
def r2_of_degree(x, y, degree):
    f = np.polyval(np.polyfit(x, y, degree), x)
    rest = np.sum((y - f) ** 2)
    y -= y.mean()
    return 1 - rest / np.sum(y**2)

# %% r2_of_degree [always-a-line]: The multiples k x instead of the powers x^k as columns: never better than a line.
def r2_of_degree(x, y, degree):
    A = np.stack([np.ones(len(x))] + [k * x for k in range(1, degree + 1)], axis=1)
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum((y - y.mean()) ** 2)

# %% r2_of_degree: Two mistakes: the mean of y is missing below, and the intercept is missing in the fit.
def r2_of_degree(x, y, degree):
    A = np.stack([x**k for k in range(1, degree + 1)], axis=1)
    f = A @ np.linalg.lstsq(A, y, rcond=None)[0]
    return 1 - np.sum((y - f) ** 2) / np.sum(y**2)
