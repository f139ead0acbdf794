# %% line [line-b-subtracted]: The sign of b is wrong: a x - b.
def line(x, a, b):
    return a * x - b

# %% line [line-with-bracket]: b is inside the bracket: a (x + b), so b is multiplied by a.
def line(x, a, b):
    return a * (x + b)

# %% line [line-parameters-swapped]: a and b are swapped: b x + a.
def line(x, a, b):
    return b * x + a

# %% line [line-a-added]: a is added instead of multiplied: a + x + b.
def line(x, a, b):
    return a + x + b

# %% line [line-without-b]: The term b is missing.
def line(x, a, b):
    return a * x

# %% line [line-of-the-document]: The parameters are ignored: always 2x + 3.
def line(x, a, b):
    return 2 * x + 3

# %% line: x is raised to the power a instead of multiplied by a.
def line(x, a, b):
    return x**a + b

# %% line [sign-of-argument]: The sign of the slope is wrong: -a x + b.
def line(x, a, b):
    return -a * x + b

# %% line: The line is solved for x: (x - b) / a.
def line(x, a, b):
    return (x - b) / a

# %% line: The values are summed to one number.
def line(x, a, b):
    return np.sum(a * x + b)

# %% line [cut-like-an-argument]: np.zeros_like(x) makes whole numbers of the result where x is whole and a or b is not.
def line(x, a, b):
    y = np.zeros_like(x)
    y[...] = a * x + b
    return y

# %% line [rounded]: .astype(int) cuts off the decimals of the result.
def line(x, a, b):
    return (a * x + b).astype(int)

# %% line: The result is flattened: the shape is lost where x has two axes.
def line(x, a, b):
    return (a * x + b).ravel()

# %% line: The loop fills np.zeros(len(x)), so it works only where x has one axis.
def line(x, a, b):
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] = a * x[i] + b
    return y

# %% line: x is changed in place (copy made with np.asarray, which does not copy).
def line(x, a, b):
    y = np.asarray(x)
    y *= a
    y += b
    return y

# %% line [axis-squeezed]: np.squeeze removes axes of length 1, for instance of x of the shape (1, 3).
def line(x, a, b):
    return np.squeeze(a * x + b)

# %% line [line-that-never-falls]: The absolute value of a is taken: wrong for negative slopes.
def line(x, a, b):
    return abs(a) * x + b

# %% line [bounded]: Negative results are clipped to 0.
def line(x, a, b):
    return np.maximum(a * x + b, 0)

# %% line: b is added only where x is not 0: at x = 0 the result is 0 instead of b.
def line(x, a, b):
    return np.where(x == 0, 0, a * x + b)

# %% line [transposed]: The result is transposed: wrong shape where x has two axes of different lengths.
def line(x, a, b):
    return (a * x + b).T

# %% line: int(a) and int(b) cut off the decimals of the parameters.
def line(x, a, b):
    return int(a) * x + int(b)

# %% line: An extra axis at the end: shape (..., 1).
def line(x, a, b):
    return (a * x + b)[..., np.newaxis]

# %% line: b is subtracted and a is divided by instead of multiplied with: x / a - b.
def line(x, a, b):
    return x / a - b

# %% line_parameters [swapped]: The pairs are (b, a): swapped in each pair.
line_parameters = [(0, 1), (3, 2), (1000, 100)]

# %% line_parameters [a-of-x-is-0-b-is-1]: The first line y = x is given the parameters (0, 1).
line_parameters = [(0, 1), (2, 3), (100, 1000)]

# %% line_parameters [b-of-x-is-1]: The first line has a = 1 and b = 1, so it is y = x + 1.
line_parameters = [(1, 1), (2, 3), (100, 1000)]

# %% line_parameters: The last two lines are in the wrong order.
line_parameters = [(1, 0), (100, 1000), (2, 3)]

# %% line_parameters: The sign of b in the second line is wrong.
line_parameters = [(1, 0), (2, -3), (100, 1000)]

# %% line_parameters: The third line has b = 100 instead of 1000.
line_parameters = [(1, 0), (2, 3), (100, 100)]

# %% line_parameters [columns]: All the a first and then all the b: two triples, not three pairs.
line_parameters = [(1, 2, 100), (0, 3, 1000)]

# %% line_parameters: The values of the lines at x = 2 stand there instead of the parameters b.
line_parameters = [(1, 2), (2, 7), (100, 1200)]

# %% plot_line [plot-turned]: The axes are swapped: x is drawn over y.
def plot_line(x):
    plt.plot(2 * x + 3, x)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line [plot-swapped-parameters]: The line is y = 3x + 2: the parameters are swapped.
def plot_line(x):
    plt.plot(x, 3 * x + 2)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line [sign-exchanged]: The line is y = 2x - 3: sign of the intercept.
def plot_line(x):
    plt.plot(x, 2 * x - 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line [plot-without-ylabel]: The label of the vertical axis is missing.
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.xlabel("x")

# %% plot_line [line-left-out]: The label of the horizontal axis is missing.
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.ylabel("y")

# %% plot_line: plt.xlabel is called twice, so the vertical axis has no label.
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.xlabel("x")
    plt.xlabel("y")

# %% plot_line: There is a title and a legend, but no label on the axes.
def plot_line(x):
    plt.plot(x, 2 * x + 3, label="y = 2x + 3")
    plt.title("y = 2x + 3")
    plt.legend()

# %% plot_line [plot-over-positions]: x is not given to plt.plot, so y is drawn over 0, 1, 2, ...
def plot_line(x):
    plt.plot(2 * x + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: The numbers x are ignored: the line is drawn over an own np.linspace from -1 to 2.
def plot_line(x):
    own = np.linspace(-1, 2, 50)
    plt.plot(own, 2 * own + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: x is sorted, but y is not: wrong points where x is not in order.
def plot_line(x):
    plt.plot(np.sort(x), 2 * x + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: The other lines y = x and y = 100x + 1000 are drawn too, not only y = 2x + 3.
def plot_line(x):
    for a, b in [(1, 0), (2, 3), (100, 1000)]:
        plt.plot(x, a * x + b)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: The line is drawn only from the first to the last number: wrong range where x is not in order.
def plot_line(x):
    ends = np.array([x[0], x[-1]])
    plt.plot(ends, 2 * ends + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: Only the positive x are drawn.
def plot_line(x):
    right = x[x > 0]
    plt.plot(right, 2 * right + 3, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line [rounded]: .astype(int) cuts off the decimals of x.
def plot_line(x):
    whole = x.astype(int)
    plt.plot(whole, 2 * whole + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: The figure is closed with plt.close() at the end: nothing is left.
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.xlabel("x")
    plt.ylabel("y")
    plt.close()

# %% plot_line [plot-without-labels]: The labels are empty strings.
def plot_line(x):
    plt.plot(x, 2 * x + 3)
    plt.xlabel("")
    plt.ylabel("")

# %% plot_line: Only the first four points are drawn, the number in the example.
def plot_line(x):
    plt.plot(x[:4], 2 * x[:4] + 3, "o")
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line: The square is drawn: y = 2x^2 + 3.
def plot_line(x):
    plt.plot(x, 2 * x**2 + 3)
    plt.xlabel("x")
    plt.ylabel("y")

# %% plot_line [line-left-out]: The values are computed and returned, but nothing is drawn.
def plot_line(x):
    y = 2 * x + 3
    plt.xlabel("x")
    plt.ylabel("y")
    return y

# %% plot_line: Two mistakes: y = x is drawn, and the label of the vertical axis is missing.
def plot_line(x):
    plt.plot(x, x)
    plt.xlabel("x")

# %% step [step-one-at-zero]: At exactly 0 it gives 1: >= instead of >.
def step(x):
    return np.array(x >= 0, dtype=int)

# %% step [comparison-reversed]: The inequality is turned round: 1 where x is below 0.
def step(x):
    return np.array(x < 0, dtype=int)

# %% step [step-returns-booleans]: The entries are True and False instead of 1 and 0.
def step(x):
    return x > 0

# %% step [step-as-sign]: np.sign gives -1 for negative x instead of 0.
def step(x):
    return np.sign(x)

# %% step [another-function]: The sigmoid instead of the step.
def step(x):
    return 1 / (1 + np.exp(-x))

# %% step [step-as-relu]: ReLU instead of the step: positive numbers stay as they are.
def step(x):
    return np.maximum(x, 0)

# %% step: np.int was removed from NumPy: AttributeError.
def step(x):
    return np.array(x > 0, dtype=np.int)

# %% step [step-with-if]: `if x > 0` works for one number only: ValueError for an array of several.
def step(x):
    if x > 0:
        return 1
    else:
        return 0

# %% step [step-one-at-zero]: np.heaviside(x, 1) gives 1 at exactly 0.
def step(x):
    return np.heaviside(x, 1)

# %% step [step-half-at-zero]: np.heaviside(x, 0.5) gives 0.5 at exactly 0.
def step(x):
    return np.heaviside(x, 0.5)

# %% step [step-at-one-half]: The border is 0.5 instead of 0: numbers between 0 and 0.5 give 0.
def step(x):
    return np.where(x > 0.5, 1, 0)

# %% step [step-of-whole-numbers]: x is cut off to whole numbers first, so numbers between 0 and 1 give 0.
def step(x):
    return (x.astype(int) > 0).astype(int)

# %% step: Small positive numbers are taken for 0 because of a tolerance of 1e-3.
def step(x):
    return np.where(x > 1e-3, 1, 0)

# %% step: np.clip(x, 0, 1) leaves numbers between 0 and 1 as they are.
def step(x):
    return np.clip(x, 0, 1)

# %% step: The classes are 1 and -1 instead of 1 and 0.
def step(x):
    return np.where(x > 0, 1, -1)

# %% step: x is changed in place.
def step(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x

# %% step: The result is flattened: the shape is lost where x has two axes.
def step(x):
    return np.array([1 if v > 0 else 0 for v in x.ravel()])

# %% step: The loop over len(x) compares whole rows: ValueError where x has two axes.
def step(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        if x[i] > 0:
            y[i] = 1
    return y

# %% step [only-several]: np.squeeze removes axes of length 1, for instance of x of the shape (1, 3) or (1,).
def step(x):
    return np.squeeze(np.where(x > 0, 1, 0))

# %% step [step-half-at-zero]: (sign + 1) / 2 gives 0.5 at exactly 0.
def step(x):
    return (np.sign(x) + 1) / 2

# %% step: x / |x| divides by 0 at exactly 0: nan instead of 0.
def step(x):
    return np.maximum(x / np.abs(x), 0)

# %% step: The border is the mean of x instead of 0.
def step(x):
    return np.where(x > np.mean(x), 1, 0)

# %% step [sign-lost]: 1 wherever x is not 0: a negative x gives 1 too.
def step(x):
    return np.where(x != 0, 1, 0)

# %% step [sign-lost]: np.abs: a negative x gives 1.
def step(x):
    return (np.abs(x) > 0).astype(int)

# %% step: Two mistakes: >= instead of >, and the entries are True and False.
def step(x):
    return x >= 0

# %% classify [classify-without-step]: The step is missing: the values of the line are returned.
def classify(x, a, b):
    return line(x, a, b)

# %% classify [classify-swapped]: a and b are swapped.
def classify(x, a, b):
    return step(line(x, b, a))

# %% classify [classify-step-first]: The step is taken of x, and then the line: the order is reversed.
def classify(x, a, b):
    return line(step(x), a, b)

# %% classify [classify-b-subtracted]: The sign of b is wrong: step(a x - b).
def classify(x, a, b):
    return step(a * x - b)

# %% classify: b is inside the bracket: step(a (x + b)).
def classify(x, a, b):
    return step(a * (x + b))

# %% classify [classify-one-on-the-border]: At a sum of exactly 0 the class is 1: >=.
def classify(x, a, b):
    return np.where(a * x + b >= 0, 1, 0)

# %% classify [classify-without-b]: b is missing: step(a x).
def classify(x, a, b):
    return step(a * x)

# %% classify: a is missing: step(x + b).
def classify(x, a, b):
    return step(x + b)

# %% classify: The step is taken of x only; the line is ignored.
def classify(x, a, b):
    return step(x)

# %% classify: The example's parameters 2 and -3 instead of a and b.
def classify(x, a, b):
    return step(2 * x - 3)

# %% classify: The border is 0.5 instead of 0.
def classify(x, a, b):
    return np.where(a * x + b > 0.5, 1, 0)

# %% classify: Solved for x and compared with -b / a: wrong where a is negative (the inequality turns round).
def classify(x, a, b):
    return np.where(x > -b / a, 1, 0)

# %% classify [classify-as-sign]: The classes are 1 and -1 instead of 1 and 0.
def classify(x, a, b):
    return np.where(a * x + b > 0, 1, -1)

# %% classify [classify-reversed]: The classes are the wrong way round: 1 where the line is below 0.
def classify(x, a, b):
    return 1 - step(line(x, a, b))

# %% classify: One class for all: the step of the sum of the values.
def classify(x, a, b):
    return step(np.sum(line(x, a, b)))

# %% classify [only-decimals]: The sum is kept in np.zeros_like(x): where x is whole and a or b is not, the decimals are cut off before the step.
def classify(x, a, b):
    s = np.zeros_like(x)
    s[...] = a * x + b
    return step(s)

# %% classify: The result is flattened: the shape is lost where x has two axes.
def classify(x, a, b):
    return step(line(x, a, b)).ravel()

# %% classify: x is changed in place.
def classify(x, a, b):
    x *= a
    x += b
    return step(x)

# %% classify [sign-lost]: abs(a) is taken: wrong for negative a.
def classify(x, a, b):
    return step(abs(a) * x + b)

# %% classify: `if` on an array: works for one number only.
def classify(x, a, b):
    if a * x + b > 0:
        return 1
    return 0

# %% classify [only-several]: np.squeeze removes axes of length 1, for instance of x of the shape (1, 3).
def classify(x, a, b):
    return np.squeeze(step(line(x, a, b)))

# %% classify: The sum is rounded before the step: sums between 0 and 0.5 give 0.
def classify(x, a, b):
    return step(np.round(line(x, a, b)))

# %% classify [another-function]: The sigmoid, a probability, instead of the class.
def classify(x, a, b):
    return 1 / (1 + np.exp(-(a * x + b)))

# %% classify: Two mistakes: b is subtracted, and >= gives 1 at exactly 0.
def classify(x, a, b):
    return np.where(a * x - b >= 0, 1, 0)

# %% linear [linear-bias-subtracted]: The bias is subtracted.
def linear(x, w, b):
    return w[0] * x[0] + w[1] * x[1] - b

# %% linear [linear-without-bias]: The bias is missing.
def linear(x, w, b):
    return w[0] * x[0] + w[1] * x[1]

# %% linear [linear-crossed]: The inputs are crossed: w1 x2 + w2 x1.
def linear(x, w, b):
    return w[0] * x[1] + w[1] * x[0] + b

# %% linear [linear-not-summed]: The two products are not summed: an array of two numbers.
def linear(x, w, b):
    return x * w + b

# %% linear [linear-bias-twice]: The bias is added to each product before the sum, so it counts twice.
def linear(x, w, b):
    return np.sum(x * w + b)

# %% linear: The weights are added to the inputs instead of multiplied.
def linear(x, w, b):
    return np.sum(x + w) + b

# %% linear: The bias is multiplied with the whole sum: b is a factor.
def linear(x, w, b):
    return np.dot(x, w) * b

# %% linear: The mean of the products instead of their sum.
def linear(x, w, b):
    return np.mean(x * w) + b

# %% linear [linear-with-step]: The step is taken: a perceptron instead of the sum.
def linear(x, w, b):
    return step(np.dot(x, w) + b)

# %% linear: The outer product instead of the inner product: a (2, 2) array.
def linear(x, w, b):
    return np.outer(x, w) + b

# %% linear [term-missing]: Only the first input: w1 x1 + b.
def linear(x, w, b):
    return w[0] * x[0] + b

# %% linear [wrong-index]: w2 is used twice: w2 x1 + w2 x2 + b.
def linear(x, w, b):
    return w[1] * x[0] + w[1] * x[1] + b

# %% linear: Indices from 1: w[2] does not exist, IndexError.
def linear(x, w, b):
    return w[1] * x[1] + w[2] * x[2] + b

# %% linear [rounded]: int() cuts off the decimals of the result.
def linear(x, w, b):
    return int(np.dot(x, w) + b)

# %% linear [sign-exchanged]: The second product is subtracted.
def linear(x, w, b):
    return w[0] * x[0] - w[1] * x[1] + b

# %% linear: The absolute value of the sum is taken: wrong for negative sums.
def linear(x, w, b):
    return abs(np.dot(x, w)) + b

# %% linear [zeros]: Negative results are clipped to 0.
def linear(x, w, b):
    return max(0, np.dot(x, w) + b)

# %% linear: The result has an axis: an array of the shape (1,) instead of one number.
def linear(x, w, b):
    return np.array([np.dot(x, w) + b])

# %% linear: The products are written into x, which is changed in place.
def linear(x, w, b):
    x *= w
    return x[0] + x[1] + b

# %% linear [only-decimals]: The products are kept in np.zeros_like(x): where x is whole and w is not, decimals are cut off.
def linear(x, w, b):
    products = np.zeros_like(x)
    for i in range(2):
        products[i] = x[i] * w[i]
    return products.sum() + b

# %% linear: Bracket: w1 x1 + w2 (x2 + b).
def linear(x, w, b):
    return w[0] * x[0] + w[1] * (x[1] + b)

# %% linear [argument-ignored]: The bias 1 of the example instead of b.
def linear(x, w, b):
    return np.dot(x, w) + 1

# %% linear [linear-products-multiplied]: The product of the two products instead of their sum.
def linear(x, w, b):
    return w[0] * x[0] * w[1] * x[1] + b

# %% linear: Two mistakes: the inputs are crossed and the bias is missing.
def linear(x, w, b):
    return w[0] * x[1] + w[1] * x[0]

# %% weighted_sum [products-not-summed]: The products are not summed: the result is (batch, inputs).
def weighted_sum(X, w):
    return X * w

# %% weighted_sum [summed-over-the-rows]: The sum goes over axis 0, the rows, instead of axis 1.
def weighted_sum(X, w):
    return np.sum(X * w, axis=0)

# %% weighted_sum [summed-over-everything]: All rows are summed to one number.
def weighted_sum(X, w):
    return np.sum(X * w)

# %% weighted_sum: X.T @ w: works only where X is square, and gives the sums of the columns.
def weighted_sum(X, w):
    return X.T @ w

# %% weighted_sum [names-exchanged]: The order of the product is reversed, w @ X: works only where X is square, and then uses the columns.
def weighted_sum(X, w):
    return w @ X

# %% weighted_sum [mean-of-products]: The mean of the products instead of the sum.
def weighted_sum(X, w):
    return np.mean(X * w, axis=1)

# %% weighted_sum [sums-as-a-column]: keepdims leaves an extra axis: shape (batch, 1).
def weighted_sum(X, w):
    return np.sum(X * w, axis=1, keepdims=True)

# %% weighted_sum [sums-as-a-column]: w is made a column, so the result is (batch, 1).
def weighted_sum(X, w):
    return X @ w.reshape(-1, 1)

# %% weighted_sum [two-inputs-only]: Only two inputs are used: wrong where there are three or more.
def weighted_sum(X, w):
    return X[:, 0] * w[0] + X[:, 1] * w[1]

# %% weighted_sum: Always four rows are computed: wrong for other batches.
def weighted_sum(X, w):
    return np.array([X[i] @ w for i in range(4)])

# %% weighted_sum [sums-cut-to-whole-numbers]: np.zeros_like(X[:, 0]) makes whole numbers of the sums where X is whole and w is not.
def weighted_sum(X, w):
    s = np.zeros_like(X[:, 0])
    for i in range(len(X)):
        s[i] = X[i] @ w
    return s

# %% weighted_sum [rounded]: .astype(int) cuts off the decimals.
def weighted_sum(X, w):
    return (X @ w).astype(int)

# %% weighted_sum: A bias of 1 is added, but the sum has none.
def weighted_sum(X, w):
    return X @ w + 1

# %% weighted_sum [axis-squeezed]: np.squeeze: one row gives a number instead of the shape (1,).
def weighted_sum(X, w):
    return np.squeeze(X @ w)

# %% weighted_sum [function-too-many]: The step is taken of the sums.
def weighted_sum(X, w):
    return step(X @ w)

# %% weighted_sum: X + w instead of X * w is summed.
def weighted_sum(X, w):
    return np.sum(X + w, axis=1)

# %% weighted_sum [sign-lost]: Absolute values: wrong for negative sums.
def weighted_sum(X, w):
    return np.abs(X @ w)

# %% weighted_sum: X is changed in place by X *= w.
def weighted_sum(X, w):
    X *= w
    return X.sum(axis=1)

# %% weighted_sum: Only the first row is computed: one number.
def weighted_sum(X, w):
    return np.dot(X[0], w)

# %% weighted_sum: The last input is left out: range(len(w) - 1).
def weighted_sum(X, w):
    s = np.zeros(len(X))
    for j in range(len(w) - 1):
        s = s + X[:, j] * w[j]
    return s

# %% weighted_sum [order-reversed]: The weights are used in reverse order.
def weighted_sum(X, w):
    return X @ w[::-1]

# %% weighted_sum [only-one-row]: The accumulator is not reset between the rows: running sums.
def weighted_sum(X, w):
    s, out = 0, []
    for row in X:
        for x, weight in zip(row, w):
            s += x * weight
        out.append(s)
    return np.array(out)

# %% weighted_sum: The loop over the inputs overwrites the sum: only the last product is left.
def weighted_sum(X, w):
    out = []
    for row in X:
        for x, weight in zip(row, w):
            s = x * weight
        out.append(s)
    return np.array(out)

# %% weighted_sum: The weights are divided by their sum: a weighted mean.
def weighted_sum(X, w):
    return X @ w / np.sum(w)

# %% weighted_sum: np.outer gives a matrix of all products.
def weighted_sum(X, w):
    return np.outer(X, w)

# %% perceptron [perceptron-without-step]: The step is missing: the sums are returned.
def perceptron(X, w, b):
    return weighted_sum(X, w) + b

# %% perceptron [perceptron-without-bias]: The bias is missing.
def perceptron(X, w, b):
    return step(weighted_sum(X, w))

# %% perceptron [perceptron-bias-subtracted]: The bias is subtracted, as if it were a threshold.
def perceptron(X, w, b):
    return step(weighted_sum(X, w) - b)

# %% perceptron [perceptron-bias-outside]: The bias is added after the step.
def perceptron(X, w, b):
    return step(weighted_sum(X, w)) + b

# %% perceptron [perceptron-one-at-zero]: At a sum of exactly 0 the output is 1: >=.
def perceptron(X, w, b):
    return np.where(X @ w + b >= 0, 1, 0)

# %% perceptron: The bias is added to each input before the product.
def perceptron(X, w, b):
    return step((X + b) @ w)

# %% perceptron: The bias is added to each product before the sum, so it counts once for each input.
def perceptron(X, w, b):
    return step(np.sum(X * w + b, axis=1))

# %% perceptron: The sum goes over the rows (axis 0) instead of the inputs.
def perceptron(X, w, b):
    return step(np.sum(X * w, axis=0) + b)

# %% perceptron: One output for the whole batch.
def perceptron(X, w, b):
    return step(np.sum(X * w) + b)

# %% perceptron [perceptron-as-a-column]: The result is (batch, 1) instead of (batch,).
def perceptron(X, w, b):
    return step(X @ w.reshape(-1, 1) + b)

# %% perceptron [zeros]: The border is 0.5 instead of 0.
def perceptron(X, w, b):
    return np.where(X @ w + b > 0.5, 1, 0)

# %% perceptron: Only two inputs are used: wrong where there are three or more.
def perceptron(X, w, b):
    return step(X[:, 0] * w[0] + X[:, 1] * w[1] + b)

# %% perceptron: Only the first four rows are computed.
def perceptron(X, w, b):
    return step(np.array([X[i] @ w + b for i in range(4)]))

# %% perceptron [zeros]: The sums are kept in whole numbers: decimals are cut off before the step, so sums between 0 and 1 give 0.
def perceptron(X, w, b):
    return step((X @ w + b).astype(int))

# %% perceptron [perceptron-with-sign]: The outputs are 1 and -1 instead of 1 and 0.
def perceptron(X, w, b):
    return np.where(X @ w + b > 0, 1, -1)

# %% perceptron [another-function]: The sigmoid instead of the step.
def perceptron(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))

# %% perceptron [only-several]: np.squeeze: one row gives a number instead of the shape (1,).
def perceptron(X, w, b):
    return np.squeeze(step(X @ w + b))

# %% perceptron: X.T @ w: works only where X is square, and uses the columns.
def perceptron(X, w, b):
    return step(X.T @ w + b)

# %% perceptron [function-too-many]: The step is taken of the inputs first.
def perceptron(X, w, b):
    return step(step(X) @ w + b)

# %% perceptron [only-one-row]: `if` on the array of all sums: ValueError for more than one row.
def perceptron(X, w, b):
    if X @ w + b > 0:
        return np.array([1])
    return np.array([0])

# %% perceptron: The weights are normalised to length 1 while the bias is not: wrong side for points near the line.
def perceptron(X, w, b):
    return step(X @ (w / np.linalg.norm(w)) + b)

# %% perceptron: X is changed in place by X *= w.
def perceptron(X, w, b):
    X *= w
    return step(X.sum(axis=1) + b)

# %% perceptron: The bias is the example's -1 instead of b.
def perceptron(X, w, b):
    return step(X @ w - 1)

# %% perceptron [function-too-many]: The inverted output: 0 where the sum is above 0.
def perceptron(X, w, b):
    return 1 - step(X @ w + b)

# %% perceptron: Two mistakes: the bias is subtracted, and >= gives 1 at exactly 0.
def perceptron(X, w, b):
    return np.where(X @ w - b >= 0, 1, 0)

# %% and_gate [or-instead]: The bias is too large: it is OR.
and_gate = (1, 1, -0.5)

# %% and_gate: The sum in the row (1, 1) is exactly 0, so the output is 0.
and_gate = (0.5, 0.5, -1)

# %% and_gate [bias-subtracted]: The bias has the wrong sign: always 1.
and_gate = (1, 1, 1.5)

# %% and_gate [nand-instead]: It is NAND: all signs are reversed.
and_gate = (-1, -1, 1.5)

# %% and_gate: The order is (b, w1, w2).
and_gate = (-1.5, 1, 1)

# %% and_gate [without-bias]: The bias is missing: OR.
and_gate = (1, 1, 0)

# %% and_gate [bias-too-low]: The bias is too negative: always 0.
and_gate = (1, 1, -2.5)

# %% and_gate: The threshold 0.7 is given with a plus instead of as a bias of -0.7.
and_gate = (0.5, 0.5, 0.7)

# %% or_gate [and-instead]: The bias is too negative: it is AND.
or_gate = (1, 1, -1.5)

# %% or_gate [zero-counted-as-1]: The rows (0, 1) and (1, 0) have a sum of exactly 0, so they give 0.
or_gate = (1, 1, -1)

# %% or_gate [always-1]: The bias has the wrong sign: always 1.
or_gate = (1, 1, 0.5)

# %% or_gate [nor-instead]: It is NOR: all signs are reversed.
or_gate = (-1, -1, 0.5)

# %% or_gate: The order is (b, w1, w2).
or_gate = (-0.5, 1, 1)

# %% or_gate [zero-weight]: The second weight is 0: the output is x1.
or_gate = (1, 0, -0.5)

# %% or_gate: The second weight is negative: x1 AND NOT x2.
or_gate = (1, -1, -0.5)

# %% nand_gate [and-instead]: It is AND: the signs are not reversed.
nand_gate = (1, 1, -1.5)

# %% nand_gate [nor-instead]: The bias is too small: it is NOR.
nand_gate = (-1, -1, 0.5)

# %% nand_gate [nor-of-the-lesson-with-1]: The rows (0, 1) and (1, 0) have a sum of exactly 0, so they give 0.
nand_gate = (-1, -1, 1)

# %% nand_gate [only-weights-turned]: Only the weights are reversed, the bias is that of AND: always 0.
nand_gate = (-1, -1, -1.5)

# %% nand_gate [only-bias-turned]: Only the bias is reversed: always 1.
nand_gate = (1, 1, 1.5)

# %% nand_gate [always-1]: The bias is too large: always 1.
nand_gate = (-1, -1, 2.5)

# %% nand_gate: The order is (b, w1, w2).
nand_gate = (1.5, -1, -1)

# %% nand_gate [or-instead]: It is OR.
nand_gate = (1, 1, -0.5)

# %% count_settings: Settings with any right row are counted: np.any instead of np.all.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.any(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings [count-rows]: The right rows are counted instead of the settings with four right rows.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                count += np.sum(perceptron(X, np.array([w1, w2]), b) == targets)
    return count

# %% count_settings [count-equal-weights]: w1 and w2 are always the same value.
def count_settings(targets, values):
    count = 0
    for w in values:
        for b in values:
            if np.all(perceptron(X, np.array([w, w]), b) == targets):
                count += 1
    return count

# %% count_settings: zip takes w1, w2 and b from the same place: n settings instead of n^3.
def count_settings(targets, values):
    count = 0
    for w1, w2, b in zip(values, values, values):
        if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
            count += 1
    return count

# %% count_settings [count-without-bias]: b is always 0: only w1 and w2 are varied.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            if np.all(perceptron(X, np.array([w1, w2]), 0) == targets):
                count += 1
    return count

# %% count_settings [count-with-one-at-zero]: At a sum of exactly 0 the output is 1 (>=).
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all((X @ np.array([w1, w2]) + b >= 0) == targets):
                    count += 1
    return count

# %% count_settings [count-with-bias-subtracted]: The bias is subtracted: wrong where the values are not symmetric about 0.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), -b) == targets):
                    count += 1
    return count

# %% count_settings: return stands inside the loop: it stops after the first w1.
def count_settings(targets, values):
    for w1 in values:
        count = 0
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
        return count

# %% count_settings: count is reset for each w1: only the settings of the last w1 are counted.
def count_settings(targets, values):
    for w1 in values:
        count = 0
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings: The number of all settings, n^3, whatever the targets.
def count_settings(targets, values):
    return len(values) ** 3

# %% count_settings: itertools.combinations: each value is taken at most once in a setting, and no other order.
from itertools import combinations


def count_settings(targets, values):
    return sum(
        int(np.all(perceptron(X, np.array([w1, w2]), b) == targets)) for w1, w2, b in combinations(values, 3)
    )

# %% count_settings [count-different-values-only]: itertools.permutations: settings with equal values are left out.
from itertools import permutations


def count_settings(targets, values):
    return sum(
        int(np.all(perceptron(X, np.array([w1, w2]), b) == targets)) for w1, w2, b in permutations(values, 3)
    )

# %% count_settings: itertools.combinations_with_replacement: the order of the values is ignored, so w1 <= w2 <= b only.
from itertools import combinations_with_replacement


def count_settings(targets, values):
    return sum(
        int(np.all(perceptron(X, np.array([w1, w2]), b) == targets))
        for w1, w2, b in combinations_with_replacement(values, 3)
    )

# %% count_settings [argument-ignored]: The parameter values is ignored: always the 17 values from -2 to 2.
def count_settings(targets, values):
    count = 0
    grid = np.linspace(-2, 2, 17)
    for w1 in grid:
        for w2 in grid:
            for b in grid:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings: The loops run over range(len(values)) and use the index as the weight.
def count_settings(targets, values):
    count = 0
    n = len(values)
    for w1 in range(n):
        for w2 in range(n):
            for b in range(n):
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings: The last value is left out.
def count_settings(targets, values):
    count = 0
    for w1 in values[:-1]:
        for w2 in values[:-1]:
            for b in values[:-1]:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings [count-as-a-share]: The share of the settings instead of their number.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count / len(values) ** 3

# %% count_settings [rounded]: The values are made whole numbers, so -1.75 becomes -1.
def count_settings(targets, values):
    whole = np.array(values).astype(int)
    count = 0
    for w1 in whole:
        for w2 in whole:
            for b in whole:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings: The outputs of the four rows are in the wrong order: (0, 0), (0, 1), (1, 1), (1, 0).
def count_settings(targets, values):
    rows = np.array([[0, 0], [0, 1], [1, 1], [1, 0]])
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(rows, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings: Only the number of ones is compared, not in which rows they are.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.sum(perceptron(X, np.array([w1, w2]), b)) == np.sum(targets):
                    count += 1
    return count

# %% count_settings: The row (0, 0) is not compared.
def count_settings(targets, values):
    count = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                out = perceptron(X, np.array([w1, w2]), b)
                if np.all(out[1:] == targets[1:]):
                    count += 1
    return count

# %% count_settings [count-stops-at-the-first]: It stops at the first setting that works: 1 or 0.
def count_settings(targets, values):
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    return 1
    return 0

# %% count_settings: The list of the settings is returned instead of their number.
def count_settings(targets, values):
    found = []
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    found.append((w1, w2, b))
    return found

# %% count_settings: Symmetric settings are counted once: w2 starts at the place of w1.
def count_settings(targets, values):
    count = 0
    for i, w1 in enumerate(values):
        for w2 in values[i:]:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    count += 1
    return count

# %% count_settings [state-kept]: The count is kept in a global variable: the second call goes on from the first.
total = 0


def count_settings(targets, values):
    global total
    for w1 in values:
        for w2 in values:
            for b in values:
                if np.all(perceptron(X, np.array([w1, w2]), b) == targets):
                    total += 1
    return total

# %% xor_output [or-instead]: It is OR of the two outputs: always 1 here.
xor_output = (1, 1, -0.5)

# %% xor_output [nand-instead]: It is NAND instead of AND.
xor_output = (-1, -1, 1.5)

# %% xor_output [zero-counted-as-1]: The sum in the row (1, 1) is exactly 0, so the output is always 0.
xor_output = (1, 1, -2)

# %% xor_output: The order is (b, v1, v2).
xor_output = (-1.5, 1, 1)

# %% xor_output: The second weight is negative, as if NAND were AND: always 0 for (1, 1).
xor_output = (1, -1, -0.5)

# %% xor_output: Only OR is passed on.
xor_output = (1, 0, -0.5)

# %% xor_output [sign]: The bias has the wrong sign: always 1.
xor_output = (1, 1, 1.5)

# %% by_hand [entries-swapped]: The two numbers are swapped.
top_right = 43
bottom_left = 22

# %% by_hand [top-right-instead]: bottom_left is 22, the number of the slides (the entry top right).
top_right = 22
bottom_left = 22

# %% by_hand: top_right is 1*6 * 2*8, multiplied instead of added.
top_right = 96
bottom_left = 43

# %% by_hand [one-product]: Entry by entry: 2*6 and 3*7 instead of row times column.
top_right = 12
bottom_left = 21

# %% by_hand [both-rows]: bottom_left is row (3, 4) times column (6, 8): the entry bottom right.
top_right = 22
bottom_left = 50

# %% by_hand: The order of the matrices is reversed: entries of the product B A.
top_right = 34
bottom_left = 31

# %% by_hand: top_right is row (1, 2) times the row (7, 8).
top_right = 23
bottom_left = 43

# %% by_hand: bottom_left is 3*5 + 4*6: the row (5, 6) instead of the column (5, 7).
top_right = 22
bottom_left = 39

# %% matmul [matmul-entry-by-entry]: Entry by entry product instead of the matrix product.
def matmul(A, B):
    return A * B

# %% matmul [matmul-swapped]: The order is reversed: B @ A.
def matmul(A, B):
    return B @ A

# %% matmul [matmul-result-transposed]: The result is transposed.
def matmul(A, B):
    return (A @ B).T

# %% matmul [matmul-rows-with-rows]: B is transposed: works only where the shapes fit, and gives other numbers.
def matmul(A, B):
    return A @ B.T

# %% matmul [matmul-columns-with-columns]: A is transposed.
def matmul(A, B):
    return A.T @ B

# %% matmul: np.zeros_like(A) has the shape (m, k) instead of (m, n): works only where n = k.
def matmul(A, B):
    C = np.zeros_like(A)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = A[i] @ B[:, j]
    return C

# %% matmul [rounded]: dtype=int cuts off the decimals of the products.
def matmul(A, B):
    C = np.zeros((A.shape[0], B.shape[1]), dtype=int)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = A[i] @ B[:, j]
    return C

# %% matmul [cut-like-an-argument]: np.empty with A's dtype: where A is whole and B is not, decimals are lost.
def matmul(A, B):
    C = np.empty((A.shape[0], B.shape[1]), dtype=A.dtype)
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            C[i, j] = np.sum(A[i] * B[:, j])
    return C

# %% matmul: The sum over the inner index is assigned instead of added up: only the last product is left.
def matmul(A, B):
    m, k = A.shape
    n = B.shape[1]
    C = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for l in range(k):
                C[i, j] = A[i, l] * B[l, j]
    return C

# %% matmul: The inner index stops one early: the last product is missing.
def matmul(A, B):
    m, k = A.shape
    n = B.shape[1]
    C = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for l in range(k - 1):
                C[i, j] += A[i, l] * B[l, j]
    return C

# %% matmul: The inner loop runs over m instead of k: right only where A is square.
def matmul(A, B):
    m, k = A.shape
    n = B.shape[1]
    C = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for l in range(m):
                C[i, j] += A[i, l] * B[l, j]
    return C

# %% matmul [axis-squeezed]: np.squeeze: a product of one column or one row loses an axis.
def matmul(A, B):
    return np.squeeze(A @ B)

# %% matmul: np.inner sums over the last axes: A B^T.
def matmul(A, B):
    return np.inner(A, B)

# %% matmul: np.outer of all entries instead of the matrix product.
def matmul(A, B):
    return np.outer(A, B)

# %% matmul: np.vdot gives one number.
def matmul(A, B):
    return np.vdot(A, B)

# %% matmul [function-too-many]: The step is taken of the product.
def matmul(A, B):
    return step(A @ B)

# %% matmul: Only the first column of B is used.
def matmul(A, B):
    return A @ B[:, :1]

# %% matmul: The sizes of the example, 2 rows and 1 column, are written into the code.
def matmul(A, B):
    C = np.zeros((2, 1))
    for i in range(2):
        for j in range(1):
            C[i, j] = A[i] @ B[:, j]
    return C

# %% matmul: weighted_sum with the flattened B: right values only for one column, and then of the shape (m,).
def matmul(A, B):
    return weighted_sum(A, B.ravel())

# %% matmul [mean-twice]: The mean of the products instead of the sum.
def matmul(A, B):
    return A @ B / A.shape[1]

# %% matmul [sign-lost]: Absolute values: negative entries lose their sign.
def matmul(A, B):
    return np.abs(A @ B)

# %% matmul: The columns of the result come in reverse order.
def matmul(A, B):
    return A @ B[:, ::-1]

# %% matmul: B is indexed [j, l] instead of [l, j]: transposed, and out of range where B is not square.
def matmul(A, B):
    m, k = A.shape
    n = B.shape[1]
    C = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            for l in range(k):
                C[i, j] += A[i, l] * B[j, l]
    return C

# %% matmul: The sums of A's rows times the sums of B's columns.
def matmul(A, B):
    return np.outer(A.sum(axis=1), B.sum(axis=0))

# %% matmul: The accumulator is not reset: each entry holds the sum of all before it too.
def matmul(A, B):
    C = np.zeros((A.shape[0], B.shape[1]))
    s = 0
    for i in range(A.shape[0]):
        for j in range(B.shape[1]):
            for l in range(A.shape[1]):
                s += A[i, l] * B[l, j]
            C[i, j] = s
    return C

# %% lab1_or [script-without-hidden-step]: The step of the first layer is missing: layer_1_output holds the sums.
W_layer_1 = np.array([[1, 1, 1], [1, 1, 1]])
W_layer_2 = np.array([[1], [1], [1]])
layer_1_output = X @ W_layer_1
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or [script-without-output-step]: The step of the second layer is missing: sums up to 3 instead of 1.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = layer_1_output @ W_layer_2

# %% lab1_or [script-with-outputs-typed-in]: layer_2_output is set to the labels Y, not computed from the first layer.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = Y

# %% lab1_or [constant]: The outputs are typed in as numbers: wrong for other rows in X.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = np.array([[0, 0, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1]])
layer_2_output = np.array([[0], [1], [1], [1]])

# %% lab1_or [script-that-sets-X]: X is set again in the script, so other rows in X are ignored.
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(np.dot(X, W_layer_1))
layer_2_output = step(np.dot(layer_1_output, W_layer_2))

# %% lab1_or [script-with-one-at-zero]: step is defined again in the script, and with >=, so a sum of 0 gives 1.
def step(x):
    return np.array(x >= 0, dtype=int)


W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(np.dot(X, W_layer_1))
layer_2_output = step(np.dot(layer_1_output, W_layer_2))

# %% lab1_or [script-with-transposed-weights]: The shapes of the weights are (3, 2) and (1, 3), and they are transposed in the products.
W_layer_1 = np.ones((3, 2))
W_layer_2 = np.ones((1, 3))
layer_1_output = step(X @ W_layer_1.T)
layer_2_output = step(layer_1_output @ W_layer_2.T)

# %% lab1_or: W_layer_2 has the shape (3,), so layer_2_output is (4,) instead of (4, 1).
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.array([1, 1, 1])
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The second layer takes X instead of the first layer's output: wrong for rows like (2, -3).
W_layer_1 = np.array([[1, 0, 1], [0, 1, 1]])
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(X @ W_layer_2[:2])

# %% lab1_or: Weights that do not give OR: the row (0, 1) gives 0 because the second row of W_layer_1 is 0.
W_layer_1 = np.array([[1, 1, 1], [0, 0, 0]])
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The weights of the second layer are negative: the output is always 0.
W_layer_1 = np.ones((2, 3))
W_layer_2 = -np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or [script-with-zero-weights]: All weights are 0: the output is always 0.
W_layer_1 = np.zeros((2, 3))
W_layer_2 = np.zeros((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The weights compute XOR instead of OR: the row (1, 1) gives 0.
W_layer_1 = np.array([[1, -1, 0], [-1, 1, 0]])
W_layer_2 = np.array([[1], [1], [1]])
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or [script-with-biases]: A bias of -0.5 is added in the first layer, although the network has none: wrong for rows with sums between 0 and 0.5.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1 - 0.5)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The sigmoid instead of the step in the first layer.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = 1 / (1 + np.exp(-(X @ W_layer_1)))
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: Only the first four rows of X go through the network.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = np.zeros((4, 3))
layer_2_output = np.zeros((4, 1))
for i in range(4):
    layer_1_output[i] = step(X[i] @ W_layer_1)
    layer_2_output[i] = step(layer_1_output[i] @ W_layer_2)

# %% lab1_or: X is cut off to whole numbers: 0.5 counts as 0.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X.astype(int) @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The first layer holds the sums, though the second layer uses their step: layer_1_output is not the layer's output.
W_layer_1 = np.array([[2.0, 1.0, 1.0], [1.0, 2.0, 1.0]])
W_layer_2 = np.array([[1.0], [1.0], [1.0]])
layer_1_output = np.dot(X, W_layer_1)
layer_2_output = step(np.dot(step(layer_1_output), W_layer_2))

# %% lab1_or [constant]: The network takes the labels Y as its input: layer_1_output comes from Y and a column of zeros.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(np.hstack([Y, 0 * Y]) @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: The layer has only two hidden perceptrons: W_layer_1 is (2, 2), W_layer_2 (2, 1).
W_layer_1 = np.array([[1, 1], [1, 1]])
W_layer_2 = np.array([[1], [1]])
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: layer_2_output is squeezed to the shape (4,).
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(X @ W_layer_1)
layer_2_output = np.squeeze(step(layer_1_output @ W_layer_2))

# %% lab1_or: The outputs have other names, layer1_output and layer2_output.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer1_output = step(X @ W_layer_1)
layer2_output = step(layer1_output @ W_layer_2)

# %% lab1_or: The network works on abs(X): wrong for negative rows.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = step(np.abs(X) @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or: Random normal weights of a fixed seed that were never trained or chosen; they are negative for x2, so the row (0, 1) gives 0.
W_layer_1 = np.array([[0.3, 0.9, 0.1], [-0.7, -0.2, -0.4]])
W_layer_2 = np.array([[0.5], [0.8], [0.2]])
layer_1_output = step(X @ W_layer_1)
layer_2_output = step(layer_1_output @ W_layer_2)

# %% lab1_or [script-without-steps]: Two mistakes: both steps are missing.
W_layer_1 = np.ones((2, 3))
W_layer_2 = np.ones((3, 1))
layer_1_output = X @ W_layer_1
layer_2_output = layer_1_output @ W_layer_2

# %% and_weights [or-weights]: All weights are 1: it is OR.
and_weights = (np.ones((2, 3)), np.ones((3, 1)))

# %% and_weights: The negative second-layer weight is too small: the row (1, 0) still gives 1.
and_weights = (np.array([[2, -1, 1], [-1, 2, 1]]), np.array([[-0.5], [-0.5], [1]]))

# %% and_weights: The signs of the second layer are reversed: the row (1, 1) gives 0.
and_weights = (np.array([[1, -1, 1], [-1, 1, 1]]), np.array([[1], [1], [-1]]))

# %% and_weights [xor-weights]: It is XOR: the trained weights of the second half of the notebook.
and_weights = (
    np.array([[5.43873189, -3.11375556, 5.29522101], [-3.07384198, 5.53159189, 5.30037098]]),
    np.array([[-8.35124937], [-8.33291174], [11.69026761]]),
)

# %% and_weights: The shapes are (3, 2) and (1, 3).
and_weights = (np.array([[1, -1], [-1, 1], [1, 1]]), np.array([[-1, -1, 1]]))

# %% and_weights: The hidden perceptron (2, -1) alone: the row (1, 0) gives 1 too.
and_weights = (np.array([[2, 0, 0], [-1, 0, 0]]), np.array([[1], [0], [0]]))

# %% and_weights: W2 has the shape (3,) instead of (3, 1).
and_weights = (np.array([[1, -1, 1], [-1, 1, 1]]), np.array([-1, -1, 1]))

# %% and_weights: The order is (W2, W1).
and_weights = (np.array([[-1], [-1], [1]]), np.array([[1, -1, 1], [-1, 1, 1]]))

# %% shapes: W_layer_1 is transposed: (hidden, inputs).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (hidden, inputs), (samples, hidden), (hidden, outputs), (samples, outputs)]

# %% shapes: W_layer_2 is transposed: (outputs, hidden).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, hidden), (outputs, hidden), (samples, outputs)]

# %% shapes: X is transposed: (inputs, samples).
def shapes(samples, inputs, hidden, outputs):
    return [(inputs, samples), (inputs, hidden), (samples, hidden), (hidden, outputs), (samples, outputs)]

# %% shapes [shapes-weights-together]: The order is X, both weights, then both outputs.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (hidden, outputs), (samples, hidden), (samples, outputs)]

# %% shapes [shapes-layer-like-X]: layer_1_output has the shape (samples, inputs).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, inputs), (hidden, outputs), (samples, outputs)]

# %% shapes: layer_2_output is (hidden, outputs) instead of (samples, outputs).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, hidden), (hidden, outputs), (hidden, outputs)]

# %% shapes: layer_2_output always has one column.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, hidden), (hidden, outputs), (samples, 1)]

# %% shapes [shapes-of-the-lab]: The shapes of the example, whatever the arguments.
def shapes(samples, inputs, hidden, outputs):
    return [(4, 2), (2, 3), (4, 3), (3, 1), (4, 1)]

# %% shapes: Three hidden perceptrons always: hidden is ignored.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, 3), (samples, 3), (3, outputs), (samples, outputs)]

# %% shapes: Four rows always: samples is ignored.
def shapes(samples, inputs, hidden, outputs):
    return [(4, inputs), (inputs, hidden), (4, hidden), (hidden, outputs), (4, outputs)]

# %% shapes: The shape of X is missing: four pairs.
def shapes(samples, inputs, hidden, outputs):
    return [(inputs, hidden), (samples, hidden), (hidden, outputs), (samples, outputs)]

# %% shapes: A flat list of ten numbers instead of five pairs.
def shapes(samples, inputs, hidden, outputs):
    return [samples, inputs, inputs, hidden, samples, hidden, hidden, outputs, samples, outputs]

# %% shapes [function-too-many]: The numbers of entries (products) instead of the shapes.
def shapes(samples, inputs, hidden, outputs):
    return [samples * inputs, inputs * hidden, samples * hidden, hidden * outputs, samples * outputs]

# %% shapes [shapes-second-layer-on-inputs]: W_layer_2 joins the inputs to the outputs: (inputs, outputs).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, hidden), (inputs, outputs), (samples, outputs)]

# %% shapes: A row for the bias in each weight matrix: (inputs + 1, hidden) and (hidden + 1, outputs).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs + 1, hidden), (samples, hidden), (hidden + 1, outputs), (samples, outputs)]

# %% shapes [shapes-outputs-transposed]: layer_1_output and layer_2_output are transposed.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (hidden, samples), (hidden, outputs), (outputs, samples)]

# %% shapes: W_layer_1 has a row for each sample: (samples, hidden).
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (samples, hidden), (samples, hidden), (hidden, outputs), (samples, outputs)]

# %% shapes: The outputs of the layers lack the rows: (hidden,) and (outputs,), not pairs.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (hidden,), (hidden, outputs), (outputs,)]

# %% shapes: A set loses the order and equal shapes.
def shapes(samples, inputs, hidden, outputs):
    return {(samples, inputs), (inputs, hidden), (samples, hidden), (hidden, outputs), (samples, outputs)}

# %% shapes: Where there is one output, the last shape is (samples,) instead of (samples, 1).
def shapes(samples, inputs, hidden, outputs):
    last = (samples,) if outputs == 1 else (samples, outputs)
    return [(samples, inputs), (inputs, hidden), (samples, hidden), (hidden, outputs), last]

# %% shapes: hidden and outputs are swapped in the second layer's weights and both outputs.
def shapes(samples, inputs, hidden, outputs):
    return [(samples, inputs), (inputs, hidden), (samples, outputs), (outputs, hidden), (samples, hidden)]

# %% shapes: Inputs and samples are swapped in all shapes.
def shapes(samples, inputs, hidden, outputs):
    return [(inputs, samples), (samples, hidden), (inputs, hidden), (hidden, outputs), (inputs, outputs)]

# %% step_network [network-without-hidden-step]: The step of the hidden layer is missing.
def step_network(X, W1, W2):
    return step(X @ W1 @ W2)

# %% step_network [network-without-output-step]: The step of the second layer is missing: sums instead of 0 and 1.
def step_network(X, W1, W2):
    return step(X @ W1) @ W2

# %% step_network [network-without-steps]: Both steps are missing.
def step_network(X, W1, W2):
    return X @ W1 @ W2

# %% step_network [network-of-sigmoids]: The sigmoid in both layers instead of the step.
def step_network(X, W1, W2):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    return sigmoid(sigmoid(X @ W1) @ W2)

# %% step_network [network-with-hidden-sigmoid]: The sigmoid in the hidden layer, the step only at the end: the hidden outputs are never 0.
def step_network(X, W1, W2):
    hidden = 1 / (1 + np.exp(-(X @ W1)))
    return step(hidden @ W2)

# %% step_network [network-with-one-at-zero]: At a sum of exactly 0 the perceptrons give 1 (>=).
def step_network(X, W1, W2):
    hidden = np.where(X @ W1 >= 0, 1, 0)
    return np.where(hidden @ W2 >= 0, 1, 0)

# %% step_network: W1 is transposed: works only where it is square.
def step_network(X, W1, W2):
    return step(step(X @ W1.T) @ W2)

# %% step_network [names-exchanged]: The weights are swapped: W2 first.
def step_network(X, W1, W2):
    return step(step(X @ W2) @ W1)

# %% step_network [network-of-the-document]: The arguments W1 and W2 are ignored: always the trained weights.
def step_network(X, W1, W2):
    return step(step(X @ W_trained_1) @ W_trained_2)

# %% step_network: The weights of lab1_or, W_layer_1 and W_layer_2, instead of the arguments.
def step_network(X, W1, W2):
    return step(step(X @ W_layer_1) @ W_layer_2)

# %% step_network [argument-ignored]: The given X is ignored: always the four rows of the gate.
def step_network(X, W1, W2):
    rows = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    return step(step(rows @ W1) @ W2)

# %% step_network [only-several]: np.squeeze: the axis of one output or one row is lost.
def step_network(X, W1, W2):
    return np.squeeze(step(step(X @ W1) @ W2))

# %% step_network: Only the first output: wrong where there are several.
def step_network(X, W1, W2):
    return step(step(X @ W1) @ W2[:, :1])

# %% step_network [transposed]: The result is transposed: (outputs, batch).
def step_network(X, W1, W2):
    return step(step(X @ W1) @ W2).T

# %% step_network: ReLU in the hidden layer instead of the step.
def step_network(X, W1, W2):
    return step(np.maximum(X @ W1, 0) @ W2)

# %% step_network: The hidden sums are cut off to whole numbers: sums between 0 and 1 give 0.
def step_network(X, W1, W2):
    hidden = step((X @ W1).astype(int))
    return step(hidden @ W2)

# %% step_network: The weights are rounded to whole numbers first: small weights become 0.
def step_network(X, W1, W2):
    return step(step(X @ np.round(W1)) @ np.round(W2))

# %% step_network: A bias of -0.5 is added in both layers.
def step_network(X, W1, W2):
    return step(step(X @ W1 - 0.5) @ W2 - 0.5)

# %% step_network [function-too-many]: step(X) is taken first, so the inputs are 0 and 1 only: wrong for rows of any numbers.
def step_network(X, W1, W2):
    return step(step(step(X) @ W1) @ W2)

# %% step_network: Only four rows: wrong for other batches.
def step_network(X, W1, W2):
    return np.array([step(step(X[i] @ W1) @ W2) for i in range(4)])

# %% step_network: np.zeros((len(X), 1)) is filled in a loop: wrong where there are several outputs.
def step_network(X, W1, W2):
    out = np.zeros((len(X), 1))
    for i in range(len(X)):
        out[i, 0] = step(step(X[i] @ W1) @ W2)[0]
    return out

# %% step_network [network-of-one-layer]: The output of the hidden layer is returned.
def step_network(X, W1, W2):
    return step(X @ W1)

# %% step_network: np.sign in the hidden layer: a negative hidden sum gives -1 instead of 0.
def step_network(X, W1, W2):
    return step(np.sign(X @ W1) @ W2)

# %% step_network [function-too-many]: The outputs are the wrong way round: 1 where the sum is not above 0.
def step_network(X, W1, W2):
    return 1 - step(step(X @ W1) @ W2)

# %% step_network: Two mistakes: the hidden step is missing, and the result is flattened.
def step_network(X, W1, W2):
    return step(X @ W1 @ W2).ravel()

# %% count_parameters [parameters-as-nodes]: The sizes are summed: the number of perceptrons.
def count_parameters(sizes):
    return sum(sizes)

# %% count_parameters [parameters-as-product]: The product of all sizes.
def count_parameters(sizes):
    return int(np.prod(sizes))

# %% count_parameters [parameters-with-biases]: Biases are counted too.
def count_parameters(sizes):
    return sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(sizes) - 1))

# %% count_parameters [parameters-of-the-first-layer]: Only the first two layers are joined.
def count_parameters(sizes):
    return sizes[0] * sizes[1]

# %% count_parameters [parameters-of-two-layers]: Always three layers: IndexError for two, and too few for four.
def count_parameters(sizes):
    return sizes[0] * sizes[1] + sizes[1] * sizes[2]

# %% count_parameters [one-step-off]: The last matrix is left out: range(len(sizes) - 2).
def count_parameters(sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += sizes[i] * sizes[i + 1]
    return total

# %% count_parameters [one-step-off]: The loop runs to len(sizes): IndexError.
def count_parameters(sizes):
    total = 0
    for i in range(len(sizes)):
        total += sizes[i] * sizes[i + 1]
    return total

# %% count_parameters [parameters-in-a-ring]: sizes[i] * sizes[i - 1] from i = 0 counts last times first layer too.
def count_parameters(sizes):
    return sum(sizes[i] * sizes[i - 1] for i in range(len(sizes)))

# %% count_parameters: The total is overwritten: only the last matrix is counted.
def count_parameters(sizes):
    for i in range(len(sizes) - 1):
        total = sizes[i] * sizes[i + 1]
    return total

# %% count_parameters [parameters-of-summed-neighbours]: Sums of neighbours instead of products.
def count_parameters(sizes):
    return sum(sizes[i] + sizes[i + 1] for i in range(len(sizes) - 1))

# %% count_parameters: The totals are multiplied: the product of the sizes of the matrices.
def count_parameters(sizes):
    total = 1
    for i in range(len(sizes) - 1):
        total *= sizes[i] * sizes[i + 1]
    return total

# %% count_parameters: The list of the counts instead of their sum.
def count_parameters(sizes):
    return [sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1)]

# %% count_parameters [constant]: The number of the trained network, 9, whatever the sizes.
def count_parameters(sizes):
    return W_trained_1.size + W_trained_2.size

# %% count_parameters: Every layer is joined with every later one.
def count_parameters(sizes):
    return sum(sizes[i] * sizes[j] for i in range(len(sizes)) for j in range(i + 1, len(sizes)))

# %% count_parameters: Squares of the sizes.
def count_parameters(sizes):
    return sum(n * n for n in sizes[:-1])

# %% count_parameters: The number of weight matrices.
def count_parameters(sizes):
    return len(sizes) - 1

# %% count_parameters [parameters-of-the-first-layer]: return inside the loop: only the first matrix is counted.
def count_parameters(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]
        return total

# %% count_parameters: pop(0) empties the list that was given.
def count_parameters(sizes):
    total = 0
    while len(sizes) > 1:
        total += sizes[0] * sizes[1]
        sizes.pop(0)
    return total

# %% count_parameters: The list is sorted first: wrong neighbours where the sizes are not in order.
def count_parameters(sizes):
    ordered = sorted(sizes)
    return sum(ordered[i] * ordered[i + 1] for i in range(len(ordered) - 1))

# %% count_parameters: The set of the sizes drops equal sizes.
def count_parameters(sizes):
    different = list(dict.fromkeys(sizes))
    return sum(different[i] * different[i + 1] for i in range(len(different) - 1))

# %% count_parameters: The pairs do not overlap: a step of 2 in the range.
def count_parameters(sizes):
    return sum(sizes[i] * sizes[i + 1] for i in range(0, len(sizes) - 1, 2))

# %% count_parameters: The first layer is left out.
def count_parameters(sizes):
    return sum(sizes[i] * sizes[i + 1] for i in range(1, len(sizes) - 1))

# %% count_parameters: First layer times last layer only.
def count_parameters(sizes):
    return sizes[0] * sizes[-1]

# %% count_parameters: The result is an array of the shape (1,), not one number.
def count_parameters(sizes):
    return np.array([sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))])

# %% count_parameters [factor-missing]: Only the biases are counted: the sizes of all layers but the first.
def count_parameters(sizes):
    return sum(sizes[1:])

# %% count_parameters: Two mistakes: biases are counted, and only the first two layers.
def count_parameters(sizes):
    return (sizes[0] + 1) * sizes[1]
