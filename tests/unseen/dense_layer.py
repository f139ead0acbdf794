# %% forward [without-bias]: The biases are left out.
def forward(X, W, B):
    return X @ W

# %% forward [weights-transposed]: The weights are transposed: X @ W.T + B, right shapes for square W only.
def forward(X, W, B):
    return X @ np.transpose(W) + B

# %% forward: The factors are in the wrong order: W @ X + B.
def forward(X, W, B):
    return W @ X + B

# %% forward [transposed]: The result is transposed: (outputs, batch).
def forward(X, W, B):
    return (X @ W + B).T

# %% forward [bias-subtracted]: The biases are subtracted.
def forward(X, W, B):
    return X @ W - B

# %% forward [bounded]: A ReLU is put on top: negative outputs become 0.
def forward(X, W, B):
    return np.maximum(0, X @ W + B)

# %% forward [with-sigmoid]: A sigmoid is put on top; the layer is linear.
def forward(X, W, B):
    return 1 / (1 + np.exp(-(X @ W + B)))

# %% forward [only-first-row]: The sum over the inputs is made for the first row only: one row of outputs for any batch.
def forward(X, W, B):
    return np.sum(X[:1].T * W, axis=0, keepdims=True) + B

# %% forward [only-first-row]: Only the first row of the batch is computed.
def forward(X, W, B):
    return (X[0] @ W + B[0])[None, :]

# %% forward: The axis of the batch is dropped for a single row: (outputs,) instead of (1, outputs).
def forward(X, W, B):
    Y = X @ W + B
    return Y[0] if len(Y) == 1 else Y

# %% forward [axis-squeezed]: squeeze removes the axis of one row or one output.
def forward(X, W, B):
    return np.squeeze(X @ W + B)

# %% forward: The biases are multiplied instead of added.
def forward(X, W, B):
    return (X @ W) * B

# %% forward: Only the first bias is used for all outputs.
def forward(X, W, B):
    return X @ W + B[0, 0]

# %% forward: The sum of all biases is added to every output.
def forward(X, W, B):
    return X @ W + np.sum(B)

# %% forward: The mean over the inputs is taken: X @ W is divided by the number of inputs.
def forward(X, W, B):
    return X @ W / X.shape[1] + B

# %% forward: The bias goes through the weights: (X + B) @ W fits only where there are as many inputs as outputs.
def forward(X, W, B):
    return (X + B) @ W

# %% forward [cut-like-an-argument]: The buffer has the dtype of X: whole X with weights with decimals loses the decimals.
def forward(X, W, B):
    Y = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    Y[...] = X @ W + B
    return Y

# %% forward [rounded]: The result is made whole numbers.
def forward(X, W, B):
    return (X @ W + B).astype(int)

# %% forward [rounded]: The outputs are rounded to three decimals, as the book prints.
def forward(X, W, B):
    return np.round(X @ W + B, 3)

# %% forward: The last input is left out of the sum: range(inputs - 1).
def forward(X, W, B):
    Y = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[1] - 1):
        Y += X[:, i : i + 1] * W[i]
    return Y + B

# %% forward: Only the first two inputs are used, as in the book's numbers: wrong for more of them.
def forward(X, W, B):
    return X[:, :2] @ W[:2] + B

# %% forward: The biases are added once for each input (inside the sum over the inputs).
def forward(X, W, B):
    return sum(X[:, i : i + 1] * W[i] + B for i in range(X.shape[1]))

# %% forward: B is changed in place: B += X @ W works for one row and makes the caller's biases to outputs.
def forward(X, W, B):
    B += X @ W
    return B

# %% forward [argument-ignored]: The global W0 and B0 are used instead of the arguments.
def forward(X, W, B):
    return X @ W0 + B0

# %% forward [sign-lost]: The sign is lost: the absolute value of the outputs is returned.
def forward(X, W, B):
    return np.abs(X @ W + B)

# %% forward [weights-transposed]: Transposed weights and no biases.
def forward(X, W, B):
    return X @ np.transpose(W)

# %% as_text: The width is missing: "3.160" without the blank.
def as_text(x):
    return "{0:.3f}".format(x)

# %% as_text [two-decimals]: Two decimals instead of three.
def as_text(x):
    return "{0:6.2f}".format(x)

# %% as_text [three-digits]: Three significant digits instead of three decimals.
def as_text(x):
    return "{0:6.3g}".format(x)

# %% as_text: The text stands left: the blanks come behind the number.
def as_text(x):
    return "{0:<6.3f}".format(x)

# %% as_text: The text is filled up with zeros instead of blanks.
def as_text(x):
    return "{0:06.3f}".format(x)

# %% as_text: One character too wide: 7.
def as_text(x):
    return "{0:7.3f}".format(x)

# %% as_text: The text is centred in more than six characters: eight wide.
def as_text(x):
    return "{0:^8.3f}".format(x)

# %% as_text: The scientific form is used.
def as_text(x):
    return "{0:6.3e}".format(x)

# %% as_text: round drops zeros at the end: "3.16" instead of "3.160".
def as_text(x):
    return str(round(float(x), 3)).rjust(6)

# %% as_text: The decimals are cut off, not rounded: 1.9996 becomes 1.999.
def as_text(x):
    return "{0:6.3f}".format(int(x * 1000) / 1000)

# %% as_text: Everything behind six characters is cut off: wrong for numbers from 100 on and for -10 and below.
def as_text(x):
    return "{0:6.3f}".format(x)[:6]

# %% as_text [sign-lost]: The sign is lost: abs(x).
def as_text(x):
    return "{0:6.3f}".format(abs(x))

# %% as_text: The text is printed into nothing: None is returned.
def as_text(x):
    "{0:6.3f}".format(x)

# %% as_text [rounded-number]: A number is returned instead of a text.
def as_text(x):
    return float("{0:6.3f}".format(x))

# %% as_text: A plus is written before positive numbers.
def as_text(x):
    return "{0:+6.3f}".format(x)

# %% as_text: Commas between the thousands: wrong from 1000 on.
def as_text(x):
    return "{0:6,.3f}".format(x)

# %% as_text: Always one blank before the number: two-digit and negative numbers get a blank too many.
def as_text(x):
    return " {0:.3f}".format(x)

# %% as_text: The blanks are stripped off.
def as_text(x):
    return "{0:6.3f}".format(x).strip()

# %% as_text: Six decimals and width three: the two numbers of the format are swapped.
def as_text(x):
    return "{0:3.6f}".format(x)

# %% as_text: A whole number is written without decimals.
def as_text(x):
    return "{0:6d}".format(int(x)) if x == int(x) else "{0:6.3f}".format(x)

# %% as_text: Exactly 0 loses its blank: the width is only used for positive numbers.
def as_text(x):
    return "{0:6.3f}".format(x) if x > 0 else "{0:.3f}".format(x)

# %% as_text [rounded]: The number is rounded to two decimals first: the third one is always 0.
def as_text(x):
    return "{0:6.3f}".format(round(x, 2))

# %% as_text: As per cent: a hundred times as large and with %.
def as_text(x):
    return "{0:6.3%}".format(x)

# %% as_text: The result is a list with the text.
def as_text(x):
    return ["{0:6.3f}".format(x)]

# %% as_text [two-decimals]: Two decimals and no width.
def as_text(x):
    return "%.2f" % x

# %% half_sum [half-missing]: The half is missing.
def half_sum(Y, T):
    return np.sum((Y - T) ** 2)

# %% half_sum [mean-twice]: Halved after dividing by the number of rows too.
def half_sum(Y, T):
    return np.sum((Y - T) ** 2) / 2 / len(Y)

# %% half_sum: Divided by the number of outputs instead of 2: right for two outputs.
def half_sum(Y, T):
    return np.sum((Y - T) ** 2) / Y.shape[1]

# %% half_sum [mean-for-half-sum]: The mean over all entries instead of half the sum.
def half_sum(Y, T):
    return np.mean((Y - T) ** 2)

# %% half_sum [half-the-mean]: Half the mean.
def half_sum(Y, T):
    return 0.5 * np.mean((Y - T) ** 2)

# %% half_sum: The square of the sum instead of the sum of the squares.
def half_sum(Y, T):
    return 0.5 * np.sum(Y - T) ** 2

# %% half_sum [squares-missing]: The squares are missing: half the sum of the differences.
def half_sum(Y, T):
    return 0.5 * np.sum(Y - T)

# %% half_sum: Absolute values instead of squares.
def half_sum(Y, T):
    return 0.5 * np.sum(np.abs(Y - T))

# %% half_sum: Summed over the outputs only: one number for each row.
def half_sum(Y, T):
    return 0.5 * np.sum((Y - T) ** 2, axis=1)

# %% half_sum [summed-over-rows-only]: Summed over the rows only: one number for each output.
def half_sum(Y, T):
    return 0.5 * np.sum((Y - T) ** 2, axis=0)

# %% half_sum: The axes are kept: shape (1, 1).
def half_sum(Y, T):
    return 0.5 * np.sum((Y - T) ** 2, keepdims=True)

# %% half_sum [half]: The half is squared too: (0.5 * (Y - T))**2 summed.
def half_sum(Y, T):
    return np.sum((0.5 * (Y - T)) ** 2)

# %% half_sum [rounded]: Whole-number division by 2: loses the half for an odd sum.
def half_sum(Y, T):
    return np.sum((Y - T) ** 2) // 2

# %% half_sum [rounded]: int() cuts the decimals.
def half_sum(Y, T):
    return int(0.5 * np.sum((Y - T) ** 2))

# %% half_sum: The root is taken: half the distance.
def half_sum(Y, T):
    return 0.5 * np.sqrt(np.sum((Y - T) ** 2))

# %% half_sum: Y**2 - T**2 instead of (Y - T)**2.
def half_sum(Y, T):
    return 0.5 * np.sum(Y**2 - T**2)

# %% half_sum [sign-exchanged]: A plus instead of a minus: (Y + T)**2.
def half_sum(Y, T):
    return 0.5 * np.sum((Y + T) ** 2)

# %% half_sum [only-one-row]: Only the first row is counted.
def half_sum(Y, T):
    return 0.5 * np.sum((Y[0] - T[0]) ** 2)

# %% half_sum: Only the first two outputs are counted, as in the book: wrong for more.
def half_sum(Y, T):
    return 0.5 * np.sum((Y[:, :2] - T[:, :2]) ** 2)

# %% half_sum: Y is changed in place: Y -= T.
def half_sum(Y, T):
    Y -= T
    return 0.5 * np.sum(Y**2)

# %% half_sum [sign]: The sign is wrong: minus half the sum.
def half_sum(Y, T):
    return -0.5 * np.sum((Y - T) ** 2)

# %% half_sum [factor]: Doubled instead of halved.
def half_sum(Y, T):
    return 2 * np.sum((Y - T) ** 2)

# %% half_sum: Only positive differences count: negative ones are cut to 0.
def half_sum(Y, T):
    return 0.5 * np.sum(np.maximum(Y - T, 0) ** 2)

# %% half_sum: The halves are summed with the wrong brackets: Y - T**2.
def half_sum(Y, T):
    return 0.5 * np.sum(Y - T**2)

# %% half_sum: The differences are made whole numbers before squaring.
def half_sum(Y, T):
    return 0.5 * np.sum((Y - T).astype(int) ** 2)

# %% half_sum: The half is missing and the result is one number for each row.
def half_sum(Y, T):
    return np.sum((Y - T) ** 2, axis=1)

# %% mean_square [mean-over-outputs-only]: Divided by the number of outputs only (the book's way): too large by the number of rows.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / Y.shape[1]

# %% mean_square [mean-over-rows-only]: Divided by the number of rows only: too large by the number of outputs.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / len(Y)

# %% mean_square [half]: Half the mean.
def mean_square(Y, T):
    return np.mean((Y - T) ** 2) / 2

# %% mean_square [half-sum-for-mean]: Half the sum instead of the mean.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / 2

# %% mean_square [sum-for-mean]: The sum: no mean at all.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2)

# %% mean_square: The mean over the outputs only: one number for each row.
def mean_square(Y, T):
    return np.mean((Y - T) ** 2, axis=1)

# %% mean_square: The mean over the rows only: one number for each output.
def mean_square(Y, T):
    return np.mean((Y - T) ** 2, axis=0)

# %% mean_square [root-of-the-mean]: The root of the mean is returned.
def mean_square(Y, T):
    return np.sqrt(np.mean((Y - T) ** 2))

# %% mean_square [absolute-differences]: Absolute values instead of squares.
def mean_square(Y, T):
    return np.mean(np.abs(Y - T))

# %% mean_square: The square of the mean instead of the mean of the squares.
def mean_square(Y, T):
    return np.mean(Y - T) ** 2

# %% mean_square [power-missing]: The squares are missing.
def mean_square(Y, T):
    return np.mean(Y - T)

# %% mean_square: The axes are kept: shape (1, 1).
def mean_square(Y, T):
    return np.mean((Y - T) ** 2, keepdims=True)

# %% mean_square: Y**2 - T**2 instead of (Y - T)**2.
def mean_square(Y, T):
    return np.mean(Y**2 - T**2)

# %% mean_square [sign-exchanged]: A plus instead of a minus.
def mean_square(Y, T):
    return np.mean((Y + T) ** 2)

# %% mean_square [only-one-row]: Only the first row is counted.
def mean_square(Y, T):
    return np.mean((Y[0] - T[0]) ** 2)

# %% mean_square: Divided by rows plus outputs instead of rows times outputs.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / (Y.shape[0] + Y.shape[1])

# %% mean_square: Divided by one less than the number of entries (for one entry it is right).
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / max(Y.size - 1, 1)

# %% mean_square [rounded]: int() cuts the decimals.
def mean_square(Y, T):
    return int(np.mean((Y - T) ** 2))

# %% mean_square [rounded]: Whole-number division: decimals are lost.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) // Y.size

# %% mean_square: Y is changed in place: Y -= T.
def mean_square(Y, T):
    Y -= T
    return np.mean(Y**2)

# %% mean_square: The mean of the root per row, the mean distance, is returned.
def mean_square(Y, T):
    return np.mean(np.sqrt(np.sum((Y - T) ** 2, axis=1)))

# %% mean_square: The median instead of the mean.
def mean_square(Y, T):
    return np.median((Y - T) ** 2)

# %% mean_square: The variance of the differences: their mean is subtracted.
def mean_square(Y, T):
    return np.var(Y - T)

# %% mean_square [mean-twice]: Divided by the squared number of rows: for each row counted twice.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / (len(Y) ** 2 * Y.shape[1])

# %% mean_square [twice]: The derivative's factor 2 is put in front.
def mean_square(Y, T):
    return 2 * np.mean((Y - T) ** 2)

# %% mean_square [only-one-row]: The largest of the rows' means is returned.
def mean_square(Y, T):
    return np.max(np.mean((Y - T) ** 2, axis=1))

# %% mean_square: Half and divided by the rows only.
def mean_square(Y, T):
    return np.sum((Y - T) ** 2) / (2 * len(Y))

# %% half_delta [half-delta-reversed]: The sign is wrong: T - Y.
def half_delta(Y, T):
    return T - Y

# %% half_delta [half-delta-doubled]: The factor 2 is kept: 2 * (Y - T).
def half_delta(Y, T):
    return 2 * (Y - T)

# %% half_delta [half-delta-halved]: Halved: (Y - T) / 2.
def half_delta(Y, T):
    return (Y - T) / 2

# %% half_delta [mean-twice]: Divided by the number of outputs.
def half_delta(Y, T):
    return (Y - T) / Y.shape[1]

# %% half_delta [mean-twice]: Divided by the number of rows: a mean over the batch.
def half_delta(Y, T):
    return (Y - T) / len(Y)

# %% half_delta [another-function]: The derivative of the mean square: 2 * (Y - T) / size.
def half_delta(Y, T):
    return 2 * (Y - T) / Y.size

# %% half_delta [half-delta-squared]: The error itself is returned for each entry: half the square.
def half_delta(Y, T):
    return 0.5 * (Y - T) ** 2

# %% half_delta [sign-lost]: The sign is lost: abs(Y - T).
def half_delta(Y, T):
    return np.abs(Y - T)

# %% half_delta: Only the sign of the difference is returned.
def half_delta(Y, T):
    return np.sign(Y - T)

# %% half_delta: Summed over the rows: (outputs,).
def half_delta(Y, T):
    return np.sum(Y - T, axis=0)

# %% half_delta [sum-too-many]: Summed over the rows with keepdims: (1, outputs).
def half_delta(Y, T):
    return np.sum(Y - T, axis=0, keepdims=True)

# %% half_delta [transposed]: The result is transposed.
def half_delta(Y, T):
    return (Y - T).T

# %% half_delta [only-several]: squeeze removes the axis of one row or one output.
def half_delta(Y, T):
    return np.squeeze(Y - T)

# %% half_delta: Y is changed in place: Y -= T.
def half_delta(Y, T):
    Y -= T
    return Y

# %% half_delta [rounded]: The result is made whole numbers.
def half_delta(Y, T):
    return (Y - T).astype(int)

# %% half_delta: Clipped to -100..100: wrong for larger differences.
def half_delta(Y, T):
    return np.clip(Y - T, -100, 100)

# %% half_delta: The derivative of a sigmoid is multiplied on: Y * (1 - Y).
def half_delta(Y, T):
    return (Y - T) * Y * (1 - Y)

# %% half_delta [only-one-row]: Only the first row comes back.
def half_delta(Y, T):
    return (Y - T)[:1]

# %% half_delta [only-first-row]: The first target row is used for all rows: right for one row.
def half_delta(Y, T):
    return Y - T[0]

# %% half_delta [step-reversed]: A plus instead of a minus.
def half_delta(Y, T):
    return Y + T

# %% half_delta: The slope of ReLU: 0 where Y is not positive.
def half_delta(Y, T):
    return (Y - T) * (Y > 0)

# %% half_delta: The total is given to every entry: sum of all differences.
def half_delta(Y, T):
    return np.full(Y.shape, np.sum(Y - T))

# %% half_delta: The numeric derivative with a step of 1, not symmetric: (half of (d + 1)**2 - d**2) is d + 0.5.
def half_delta(Y, T):
    d = Y - T
    return 0.5 * ((d + 1) ** 2 - d**2)

# %% half_delta [factor]: Doubled and the wrong sign.
def half_delta(Y, T):
    return 2 * (T - Y)

# %% output_delta [mean-over-the-batch-missing]: Divided by the number of outputs only (the book's way): too large by the number of rows.
def output_delta(Y, T):
    return 2 * (Y - T) / Y.shape[1]

# %% output_delta [mean-over-the-outputs-missing]: Divided by the number of rows only.
def output_delta(Y, T):
    return 2 * (Y - T) / Y.shape[0]

# %% output_delta [factor-2-missing]: The factor 2 is missing.
def output_delta(Y, T):
    return (Y - T) / Y.size

# %% output_delta [output-delta-reversed]: The sign is wrong: T - Y.
def output_delta(Y, T):
    return 2 * (T - Y) / Y.size

# %% output_delta [mean-missing]: The mean is missing: 2 * (Y - T).
def output_delta(Y, T):
    return 2 * (Y - T)

# %% output_delta [derivative-of-half-the-sum]: The derivative of half_sum instead: Y - T.
def output_delta(Y, T):
    return Y - T

# %% output_delta [factor]: Halved instead of doubled.
def output_delta(Y, T):
    return (Y - T) / (2 * Y.size)

# %% output_delta: The number of rows and outputs are added: N + n.
def output_delta(Y, T):
    return 2 * (Y - T) / (Y.shape[0] + Y.shape[1])

# %% output_delta: Brackets are missing: divided by the rows, then multiplied with the outputs.
def output_delta(Y, T):
    return 2 * (Y - T) / Y.shape[0] * Y.shape[1]

# %% output_delta: Whole-number division: decimals are lost.
def output_delta(Y, T):
    return 2 * (Y - T) // Y.size

# %% output_delta [sign-lost]: The sign is lost: abs.
def output_delta(Y, T):
    return 2 * np.abs(Y - T) / Y.size

# %% output_delta: The squares themselves: 2 * (Y - T)**2 / size.
def output_delta(Y, T):
    return 2 * (Y - T) ** 2 / Y.size

# %% output_delta [sum-too-many]: The mean over the rows is really taken: (1, outputs).
def output_delta(Y, T):
    return 2 * np.mean(Y - T, axis=0, keepdims=True) / Y.shape[1]

# %% output_delta: The mean of all differences, one number for every entry.
def output_delta(Y, T):
    return np.full(Y.shape, 2 * np.mean(Y - T))

# %% output_delta [transposed]: The result is transposed.
def output_delta(Y, T):
    return (2 * (Y - T) / Y.size).T

# %% output_delta [axis-squeezed]: squeeze removes the axis of one row or one output.
def output_delta(Y, T):
    return np.squeeze(2 * (Y - T) / Y.size)

# %% output_delta [cut-like-an-argument]: np.zeros_like(Y): whole Y gives whole numbers, decimals are lost.
def output_delta(Y, T):
    D = np.zeros_like(Y)
    D[...] = 2 * (Y - T) / Y.size
    return D

# %% output_delta: Y is changed in place: Y -= T.
def output_delta(Y, T):
    Y -= T
    return 2 * Y / Y.size

# %% output_delta: Clipped to -100..100: wrong for larger values.
def output_delta(Y, T):
    return np.clip(2 * (Y - T) / Y.size, -100, 100)

# %% output_delta: The slope of a ReLU is multiplied on: 0 where Y is not positive.
def output_delta(Y, T):
    return 2 * (Y - T) * (Y > 0) / Y.size

# %% output_delta [derivative-of-half-the-sum]: Always divided by 2, as in the book's example.
def output_delta(Y, T):
    return 2 * (Y - T) / 2.0

# %% output_delta: Divided by the number of rows squared, right for outputs equal to rows.
def output_delta(Y, T):
    return 2 * (Y - T) / Y.shape[0] ** 2

# %% output_delta [only-one-row]: Only the first row comes back.
def output_delta(Y, T):
    return (2 * (Y - T) / Y.size)[:1]

# %% output_delta: The derivative of the root of the mean square.
def output_delta(Y, T):
    return (Y - T) / (Y.size * np.sqrt(np.mean((Y - T) ** 2)))

# %% output_delta [sign-exchanged]: A plus instead of a minus.
def output_delta(Y, T):
    return 2 * (Y + T) / Y.size

# %% output_delta [only-first-row]: The targets' first row is used for all rows: right for one row.
def output_delta(Y, T):
    return 2 * (Y - T[0]) / Y.size

# %% output_delta: Factor 2 missing and divided by the outputs only.
def output_delta(Y, T):
    return (Y - T) / Y.shape[1]

# %% step_ratio [ratio-reversed]: The inverse: n / 2 instead of 2 / n.
def step_ratio(n):
    return n / 2

# %% step_ratio [ratio-without-2]: The factor 2 is missing: 1 / n.
def step_ratio(n):
    return 1 / n

# %% step_ratio [ratio-always-2]: Only the factor 2.
def step_ratio(n):
    return 2

# %% step_ratio [ratio-always-1]: Always 1, as for the book's layer.
def step_ratio(n):
    return 1

# %% step_ratio [zeros]: Whole-number division: 0 for n above 2.
def step_ratio(n):
    return 2 // n

# %% step_ratio [multiplied]: The factor and n are multiplied: 2 * n.
def step_ratio(n):
    return 2 * n

# %% step_ratio: n itself.
def step_ratio(n):
    return n

# %% step_ratio [factor]: Half of it: 1 / (2 * n).
def step_ratio(n):
    return 1 / (2 * n)

# %% step_ratio: 4 / n**2: the ratio is squared.
def step_ratio(n):
    return 4 / n**2

# %% step_ratio: The root: sqrt(2 / n).
def step_ratio(n):
    return (2 / n) ** 0.5

# %% step_ratio: n is squared: 2 / n**2.
def step_ratio(n):
    return 2 / n**2

# %% step_ratio: One off: 2 / (n + 1).
def step_ratio(n):
    return 2 / (n + 1)

# %% step_ratio: 1 / (n - 1): right for n = 2 only.
def step_ratio(n):
    return 1 / (n - 1) if n > 1 else 0

# %% step_ratio: n - 1: right for n = 2 only.
def step_ratio(n):
    return n - 1

# %% step_ratio [bounded]: The ratio is capped at 1: wrong for one output.
def step_ratio(n):
    return min(2 / n, 1)

# %% step_ratio: The ratio is at least 1: wrong for more than two outputs.
def step_ratio(n):
    return max(2 / n, 1)

# %% step_ratio: The difference of the factors instead of the ratio: 2 / n - 1.
def step_ratio(n):
    return 2 / n - 1

# %% step_ratio [sign]: The sign is turned.
def step_ratio(n):
    return -2 / n

# %% step_ratio [zeros]: Rounded to a whole number.
def step_ratio(n):
    return round(2 / n)

# %% step_ratio: An array of n entries instead of a number.
def step_ratio(n):
    return np.full((1, n), 2 / n)

# %% step_ratio: The root of n: 2 / sqrt(n).
def step_ratio(n):
    return 2 / n**0.5

# %% step_ratio [twice]: The factor 2 is squared: 4 / n.
def step_ratio(n):
    return 4 / n

# %% step_ratio: Rounded to one decimal: 0.7 for n = 3.
def step_ratio(n):
    return round(2 / n, 1)

# %% step_ratio: A text instead of a number.
def step_ratio(n):
    return "2/" + str(n)

# %% step_ratio: 2 - n / 2: right for n = 2 only.
def step_ratio(n):
    return 2 - n / 2

# %% gradients [weight-gradient-averaged]: Divided by the number of rows though Yb already has the mean.
def gradients(X, Yb):
    return X.T @ Yb / len(X), np.sum(Yb, axis=0, keepdims=True)

# %% gradients [mean-twice]: Both are divided by the number of rows once more.
def gradients(X, Yb):
    return X.T @ Yb / len(X), np.mean(Yb, axis=0, keepdims=True)

# %% gradients [bias-gradient-averaged]: The mean over the rows is taken for Bb instead of the sum.
def gradients(X, Yb):
    return X.T @ Yb, np.mean(Yb, axis=0, keepdims=True)

# %% gradients [bias-gradient-without-row]: keepdims is missing: Bb is (outputs,) instead of (1, outputs).
def gradients(X, Yb):
    return X.T @ Yb, np.sum(Yb, axis=0)

# %% gradients [bias-gradient-not-summed]: Bb is Yb itself, as in the book: right for one row only.
def gradients(X, Yb):
    return X.T @ Yb, 1 * Yb

# %% gradients [bias-gradient-over-outputs]: Bb sums over the outputs (axis=1).
def gradients(X, Yb):
    return X.T @ Yb, np.sum(Yb, axis=1, keepdims=True)

# %% gradients: Bb is the sum over everything, one number.
def gradients(X, Yb):
    return X.T @ Yb, np.sum(Yb)

# %% gradients [weight-gradient-transposed]: Wb is transposed: (outputs, inputs).
def gradients(X, Yb):
    return Yb.T @ X, np.sum(Yb, axis=0, keepdims=True)

# %% gradients: The transpose stands at the wrong factor: X @ Yb.T.
def gradients(X, Yb):
    return X @ Yb.T, np.sum(Yb, axis=0, keepdims=True)

# %% gradients [only-one-row]: Only the first row is used for Wb (outer product): right for one row.
def gradients(X, Yb):
    return np.outer(X[0], Yb[0]), np.sum(Yb, axis=0, keepdims=True)

# %% gradients [bias-first]: The results are in the wrong order: Bb, Wb.
def gradients(X, Yb):
    return np.sum(Yb, axis=0, keepdims=True), X.T @ Yb

# %% gradients [sign]: The sign is turned: minus the gradients.
def gradients(X, Yb):
    return -(X.T @ Yb), -np.sum(Yb, axis=0, keepdims=True)

# %% gradients [only-one-row]: Only the first row is used for Bb.
def gradients(X, Yb):
    return X.T @ Yb, Yb[:1]

# %% gradients: The biases' gradient is multiplied with the inputs: sum of X times Yb.
def gradients(X, Yb):
    return X.T @ Yb, np.sum(X) * np.sum(Yb, axis=0, keepdims=True)

# %% gradients: The biases' gradient is taken as 1 for every output: the error that comes back is forgotten.
def gradients(X, Yb):
    return X.T @ Yb, np.ones((1, Yb.shape[1]))

# %% gradients: The error is forgotten in Wb: only the sum of the inputs in each column.
def gradients(X, Yb):
    return np.repeat(X.sum(axis=0)[:, None], Yb.shape[1], axis=1), np.sum(Yb, axis=0, keepdims=True)

# %% gradients [only-decimals]: The buffer has the dtype of X: whole X and errors with decimals lose the decimals of Wb.
def gradients(X, Yb):
    Wb = np.zeros((X.shape[1], Yb.shape[1]), dtype=X.dtype)
    Wb[...] = X.T @ Yb
    return Wb, np.sum(Yb, axis=0, keepdims=True)

# %% gradients [rounded]: Both are made whole numbers.
def gradients(X, Yb):
    return (X.T @ Yb).astype(int), np.sum(Yb, axis=0, keepdims=True).astype(int)

# %% gradients: Clipped to -100..100: wrong for large gradients.
def gradients(X, Yb):
    return np.clip(X.T @ Yb, -100, 100), np.clip(np.sum(Yb, axis=0, keepdims=True), -100, 100)

# %% gradients [only-several]: squeeze removes the axis of Wb for one input or one output.
def gradients(X, Yb):
    return np.squeeze(X.T @ Yb), np.sum(Yb, axis=0, keepdims=True)

# %% gradients [twice]: An extra factor 2.
def gradients(X, Yb):
    return 2 * X.T @ Yb, 2 * np.sum(Yb, axis=0, keepdims=True)

# %% gradients [sign-lost]: The sign is lost: absolute inputs.
def gradients(X, Yb):
    return np.abs(X).T @ Yb, np.sum(Yb, axis=0, keepdims=True)

# %% gradients: The last row is left out: range(len(X) - 1), for one row nothing is summed.
def gradients(X, Yb):
    return X[:-1].T @ Yb[:-1], np.sum(Yb[:-1], axis=0, keepdims=True)

# %% gradients [transposed]: Bb is a column: (outputs, 1).
def gradients(X, Yb):
    return X.T @ Yb, np.sum(Yb, axis=0, keepdims=True).T

# %% gradients: The gradient of the inputs instead of the weights: Yb @ W0.T with the global weights.
def gradients(X, Yb):
    return Yb @ W0.T, np.sum(Yb, axis=0, keepdims=True)

# %% gradients: Only Wb is returned.
def gradients(X, Yb):
    return X.T @ Yb

# %% gradients [weight-gradient-transposed]: Wb transposed and keepdims missing in Bb.
def gradients(X, Yb):
    return Yb.T @ X, np.sum(Yb, axis=0)

# %% input_delta [not-transposed]: The transpose is missing: Yb @ W, fits for square W only.
def input_delta(Yb, W):
    return Yb @ W

# %% input_delta [result-transposed]: The factors are in the wrong order: W @ Yb.T, the result is (inputs, batch).
def input_delta(Yb, W):
    return W @ Yb.T

# %% input_delta: The factors are in the wrong order: W.T @ Yb.
def input_delta(Yb, W):
    return W.T @ Yb

# %% input_delta [sum-too-many]: Summed over the rows: (1, inputs), right for one row only.
def input_delta(Yb, W):
    return np.sum(Yb @ W.T, axis=0, keepdims=True)

# %% input_delta [only-first-row]: Only the first row: right for one row only.
def input_delta(Yb, W):
    return Yb[:1] @ W.T

# %% input_delta [only-several]: The axis of the batch is dropped for a single row: (inputs,).
def input_delta(Yb, W):
    Xb = Yb @ W.T
    return Xb[0] if len(Xb) == 1 else Xb

# %% input_delta [axis-squeezed]: squeeze removes the axis of one row or one input.
def input_delta(Yb, W):
    return np.squeeze(Yb @ W.T)

# %% input_delta [divided-once-more]: The mean over the outputs is taken instead of the sum.
def input_delta(Yb, W):
    return Yb @ W.T / W.shape[1]

# %% input_delta [mean-twice]: Divided by the number of rows.
def input_delta(Yb, W):
    return Yb @ W.T / len(Yb)

# %% input_delta [back-with-the-sign-reversed]: The sign is turned.
def input_delta(Yb, W):
    return -(Yb @ W.T)

# %% input_delta [sign-lost]: The sign of the weights is lost: abs(W).
def input_delta(Yb, W):
    return Yb @ np.abs(W).T

# %% input_delta [cut-like-an-argument]: The buffer has the dtype of W: whole W and errors with decimals lose the decimals.
def input_delta(Yb, W):
    Xb = np.zeros((Yb.shape[0], W.shape[0]), dtype=W.dtype)
    Xb[...] = Yb @ W.T
    return Xb

# %% input_delta [rounded]: The result is made whole numbers.
def input_delta(Yb, W):
    return (Yb @ W.T).astype(int)

# %% input_delta: Clipped to -1000..1000: wrong for larger ones.
def input_delta(Yb, W):
    return np.clip(Yb @ W.T, -1000, 1000)

# %% input_delta [twice]: A factor 2 too many.
def input_delta(Yb, W):
    return 2 * Yb @ W.T

# %% input_delta [bounded]: The slope of a ReLU is put on top: negative ones become 0.
def input_delta(Yb, W):
    return np.maximum(0, Yb @ W.T)

# %% input_delta: The error is summed over the outputs first and multiplied with the sum of each input's weights.
def input_delta(Yb, W):
    return np.sum(Yb, axis=1, keepdims=True) * np.sum(W, axis=1)

# %% input_delta: The weights are forgotten: the sum of the errors for every input.
def input_delta(Yb, W):
    return np.repeat(np.sum(Yb, axis=1, keepdims=True), W.shape[0], axis=1)

# %% input_delta: The error is forgotten: the sum of the weights of each input.
def input_delta(Yb, W):
    return np.repeat(np.sum(W, axis=1)[None, :], len(Yb), axis=0)

# %% input_delta: Only the first output node's error comes back.
def input_delta(Yb, W):
    return Yb[:, :1] @ W[:, :1].T

# %% input_delta: Only the first two outputs are summed, as in the book's layer: wrong for more.
def input_delta(Yb, W):
    return Yb[:, :2] @ W[:, :2].T

# %% input_delta: The pseudo-inverse is used instead of the transpose.
def input_delta(Yb, W):
    return Yb @ np.linalg.pinv(W)

# %% input_delta [result-transposed]: The result is transposed: (inputs, batch).
def input_delta(Yb, W):
    return (Yb @ W.T).T

# %% input_delta: The global W0 is used instead of the argument.
def input_delta(Yb, W):
    return Yb @ W0.T

# %% input_delta: The biases B0 are subtracted as if the layer was run backwards.
def input_delta(Yb, W):
    return (Yb - B0) @ W.T

# %% input_delta: The last output is left out of the sum.
def input_delta(Yb, W):
    return Yb[:, :-1] @ W[:, :-1].T

# %% input_delta: Wrong order and summed: W @ Yb.T summed over the rows.
def input_delta(Yb, W):
    return np.sum(W @ Yb.T, axis=1)

# %% twin_shapes [twins-exchanged]: Yb and Xb are swapped.
def twin_shapes(batch, inputs, outputs):
    return [(batch, inputs), (batch, outputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes [weight-twin-turned]: Wb is transposed: (outputs, inputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (outputs, inputs), (1, outputs)]

# %% twin_shapes [bias-twin-with-batch]: Bb has one row for each example: (batch, outputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs), (batch, outputs)]

# %% twin_shapes: Bb is a column: (outputs, 1).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs), (outputs, 1)]

# %% twin_shapes: Bb has the inputs: (1, inputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs), (1, inputs)]

# %% twin_shapes: Yb has one row always: (1, outputs).
def twin_shapes(batch, inputs, outputs):
    return [(1, outputs), (batch, inputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes: Xb has one row always: (1, inputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (1, inputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes: Yb is transposed: (outputs, batch).
def twin_shapes(batch, inputs, outputs):
    return [(outputs, batch), (batch, inputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes: Xb is transposed: (inputs, batch).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (inputs, batch), (inputs, outputs), (1, outputs)]

# %% twin_shapes: Everything is transposed.
def twin_shapes(batch, inputs, outputs):
    return [(outputs, batch), (inputs, batch), (outputs, inputs), (outputs, 1)]

# %% twin_shapes: Wb has the shape of X: (batch, inputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (batch, inputs), (1, outputs)]

# %% twin_shapes [constant]: The example's shapes are returned whatever comes in.
def twin_shapes(batch, inputs, outputs):
    return [(1, 2), (1, 2), (2, 2), (1, 2)]

# %% twin_shapes: Wb and Bb are swapped in the order.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (1, outputs), (inputs, outputs)]

# %% twin_shapes [names-exchanged]: Xb has the shape of Yb: (batch, outputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, outputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes: The order is Wb, Bb, Xb, Yb.
def twin_shapes(batch, inputs, outputs):
    return [(inputs, outputs), (1, outputs), (batch, inputs), (batch, outputs)]

# %% twin_shapes: Bb is missing: three pairs.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs)]

# %% twin_shapes: Bb is a vector, (outputs,), as Keras keeps it, instead of a pair.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs), (outputs,)]

# %% twin_shapes: The numbers of entries instead of the shapes.
def twin_shapes(batch, inputs, outputs):
    return [batch * outputs, batch * inputs, inputs * outputs, outputs]

# %% twin_shapes: Wb has a third axis for the batch.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (batch, inputs, outputs), (1, outputs)]

# %% twin_shapes: Arrays of these shapes are returned instead of the shapes.
def twin_shapes(batch, inputs, outputs):
    return [np.zeros((batch, outputs)), np.zeros((batch, inputs)), np.zeros((inputs, outputs)), np.zeros((1, outputs))]

# %% twin_shapes: The bias counts as one more input: Wb is (inputs + 1, outputs).
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs + 1, outputs), (1, outputs)]

# %% twin_shapes: Yb and Wb are swapped.
def twin_shapes(batch, inputs, outputs):
    return [(inputs, outputs), (batch, inputs), (batch, outputs), (1, outputs)]

# %% twin_shapes [bounded]: The batch is ignored, all are for one row: Yb and Xb have one row.
def twin_shapes(batch, inputs, outputs):
    return [(1, outputs), (1, inputs), (inputs, outputs), (1, outputs)]

# %% twin_shapes: Bb is (1, 1): one bias for the layer.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (inputs, outputs), (1, 1)]

# %% twin_shapes: Wb transposed and Bb with one row for each example.
def twin_shapes(batch, inputs, outputs):
    return [(batch, outputs), (batch, inputs), (outputs, inputs), (batch, outputs)]

# %% update [uphill]: The step goes up: plus instead of minus.
def update(W, B, Wb, Bb, lr):
    return W + lr * Wb, B + lr * Bb

# %% update [learning-rate-missing]: The learning rate is forgotten.
def update(W, B, Wb, Bb, lr):
    return W - Wb, B - Bb

# %% update [biases-without-learning-rate]: The learning rate is forgotten for B.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb, B - Bb

# %% update [factor-missing]: The learning rate is forgotten for W.
def update(W, B, Wb, Bb, lr):
    return W - Wb, B - lr * Bb

# %% update: Divided by the learning rate instead of multiplied.
def update(W, B, Wb, Bb, lr):
    return W - Wb / lr, B - Bb / lr

# %% update [sign-exchanged]: The wrong sign for B only.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb, B + lr * Bb

# %% update [biases-not-updated]: B stays as it is.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb, B.copy()

# %% update [unchanged]: W stays as it is.
def update(W, B, Wb, Bb, lr):
    return W.copy(), B - lr * Bb

# %% update: W and B are changed in place by -=.
def update(W, B, Wb, Bb, lr):
    W -= lr * Wb
    B -= lr * Bb
    return W, B

# %% update: Only B is changed in place.
def update(W, B, Wb, Bb, lr):
    W = W - lr * Wb
    B -= lr * Bb
    return W, B

# %% update: The gradients are changed in place: Wb *= lr.
def update(W, B, Wb, Bb, lr):
    Wb *= lr
    Bb *= lr
    return W - Wb, B - Bb

# %% update: The brackets are wrong: lr * (W - Wb).
def update(W, B, Wb, Bb, lr):
    return lr * (W - Wb), lr * (B - Bb)

# %% update: W and B also lose a part: (1 - lr) * W - lr * Wb.
def update(W, B, Wb, Bb, lr):
    return (1 - lr) * W - lr * Wb, (1 - lr) * B - lr * Bb

# %% update [learning-rate-of-the-book]: The learning rate is fixed at 0.01.
def update(W, B, Wb, Bb, lr):
    return W - 0.01 * Wb, B - 0.01 * Bb

# %% update: The learning rate is capped at 0.1: wrong for a larger one.
def update(W, B, Wb, Bb, lr):
    return W - min(lr, 0.1) * Wb, B - min(lr, 0.1) * Bb

# %% update [values-exchanged]: The results are in the wrong order: B, W.
def update(W, B, Wb, Bb, lr):
    return B - lr * Bb, W - lr * Wb

# %% update [sign]: The order of the difference is wrong: lr * Wb - W.
def update(W, B, Wb, Bb, lr):
    return lr * Wb - W, lr * Bb - B

# %% update: The gradients are clipped to -100..100: wrong for larger ones.
def update(W, B, Wb, Bb, lr):
    return W - lr * np.clip(Wb, -100, 100), B - lr * np.clip(Bb, -100, 100)

# %% update: The sign of the gradient is lost: abs(Wb) and abs(Bb).
def update(W, B, Wb, Bb, lr):
    return W - lr * np.abs(Wb), B - lr * np.abs(Bb)

# %% update: Only the sign of the gradient moves the weights.
def update(W, B, Wb, Bb, lr):
    return W - lr * np.sign(Wb), B - lr * np.sign(Bb)

# %% update: The step is returned instead of the new values.
def update(W, B, Wb, Bb, lr):
    return -lr * Wb, -lr * Bb

# %% update: The gradient is divided by the number of entries of W once more.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb / Wb.size, B - lr * Bb / Bb.size

# %% update: Two steps at once: a factor 2 of the learning rate.
def update(W, B, Wb, Bb, lr):
    return W - 2 * lr * Wb, B - 2 * lr * Bb

# %% update: The mean of Bb moves all biases alike.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb, B - lr * np.mean(Bb)

# %% update: Wb is transposed before the step: only for square W, and wrong there.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb.T, B - lr * Bb

# %% update: B is moved with the rows of Wb summed instead of Bb.
def update(W, B, Wb, Bb, lr):
    return W - lr * Wb, B - lr * np.sum(Wb, axis=0, keepdims=True)

# %% update: Plus, and without the learning rate for B.
def update(W, B, Wb, Bb, lr):
    return W + lr * Wb, B + Bb

# %% training_script [script-uphill]: The step goes up: plus instead of minus.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = W + lr * Wb, B + lr * Bb

# %% training_script [script-with-half-sum]: The derivative of half the sum is used instead of the mean square: right for one row with two outputs.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, half_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script [script-divided-by-outputs]: Divided by the outputs only (the book's way): wrong for more than one row.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = X @ W + B
    Yb = 2 * (Y - T) / Y.shape[1]
    W, B = W - lr * X.T @ Yb, B - lr * np.sum(Yb, axis=0, keepdims=True)

# %% training_script: Divided by the rows only.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = X @ W + B
    Yb = 2 * (Y - T) / len(Y)
    W, B = W - lr * X.T @ Yb, B - lr * np.sum(Yb, axis=0, keepdims=True)

# %% training_script [script-bias-not-summed]: Bb is 1 * Yb, as in the book: wrong for more than one row.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = X @ W + B
    Yb = 2 * (Y - T) / Y.size
    W, B = W - lr * X.T @ Yb, B - lr * 1 * Yb

# %% training_script [script-with-outputs-after]: Y is computed again after the update: the outputs after the last update.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)
    Y = forward(X, W, B)

# %% training_script [script-without-bias-update]: B is not updated.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W = W - lr * Wb

# %% training_script [line-left-out]: W is not updated.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    B = B - lr * Bb

# %% training_script: The forward pass always uses W0 and B0: the gradient never changes.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W0, B0)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: Each step begins at W0 and B0 again: only one step is made in effect.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W0, B0, Wb, Bb, lr)

# %% training_script: lr is set again in the loop to 0.01: wrong for another learning rate.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    lr = 0.01
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: The number of epochs is fixed at 2.
W, B = W0.copy(), B0.copy()
for epoch in range(2):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: One epoch too many: range(epochs + 1).
W, B = W0.copy(), B0.copy()
for epoch in range(epochs + 1):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: X and T are set again to the book's numbers: wrong for other ones.
X, T = np.array([[2, 3]]), np.array([[27, -30]])
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: The values are written into the whole-number arrays: the decimals are lost in each step where W0 is whole.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W[...], B[...] = update(W, B, Wb, Bb, lr)

# %% training_script: W -= on an array of whole numbers: stops with an error for a whole W0.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W -= lr * Wb
    B -= lr * Bb

# %% training_script: W is updated first and the gradient for B is taken from the outputs of the new W.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    W = W - lr * gradients(X, output_delta(Y, T))[0]
    B = B - lr * gradients(X, output_delta(forward(X, W, B), T))[1]

# %% training_script: The gradient for W is transposed: fails for other than square W, and is wrong there.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb.T, Bb, lr)

# %% training_script: The learning rate is forgotten.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = W - Wb, B - Bb

# %% training_script [factor-missing]: The factor 2 of the derivative is missing.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = X @ W + B
    Yb = (Y - T) / Y.size
    W, B = W - lr * X.T @ Yb, B - lr * np.sum(Yb, axis=0, keepdims=True)

# %% training_script [script-uphill]: Targets and outputs are swapped: output_delta(T, Y).
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(T, Y))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script [mean-for-sum]: The mean over the rows is taken instead of the sum: wrong for more than one row.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = X @ W + B
    Yb = 2 * (Y - T) / Y.size
    W, B = W - lr * X.T @ Yb, B - lr * np.mean(Yb, axis=0)

# %% training_script: Training stops when the error is below 1: the later epochs are left out.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    if mean_square(Y, T) < 1:
        break
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: The learning rate is halved in every epoch.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr / 2**epoch)

# %% training_script: Y is kept from the first epoch only.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    out = forward(X, W, B)
    if epoch == 0:
        Y = out
    Wb, Bb = gradients(X, output_delta(out, T))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: W and B are rounded to three decimals in each epoch, as printed.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)
    W, B = np.round(W, 3), np.round(B, 3)

# %% training_script: Only the first row of the batch is used.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X[:1], W, B)
    Wb, Bb = gradients(X[:1], output_delta(Y, T[:1]))
    W, B = update(W, B, Wb, Bb, lr)

# %% training_script: Half the sum's derivative with the outputs after the update in Y: two mistakes.
W, B = W0.copy(), B0.copy()
for epoch in range(epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, half_delta(Y, T))
    W, B = update(W, B, Wb, Bb, lr)
    Y = forward(X, W, B)

# %% train [train-uphill]: The step goes up: plus instead of minus.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = W + lr * Wb, B + lr * Bb
    return Y, W, B

# %% train [train-with-half-sum]: The derivative of half the sum is used: right only where rows times outputs is 2.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, half_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train [train-divided-by-outputs]: Divided by the outputs only (the book's way): wrong for more than one row.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W + B
        Yb = 2 * (Y - T) / Y.shape[1]
        W, B = W - lr * X.T @ Yb, B - lr * np.sum(Yb, axis=0, keepdims=True)
    return Y, W, B

# %% train: Divided by the rows only: wrong for more than one output.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W + B
        Yb = 2 * (Y - T) / Y.shape[0]
        W, B = W - lr * X.T @ Yb, B - lr * np.sum(Yb, axis=0, keepdims=True)
    return Y, W, B

# %% train [only-one-row]: Bb is Yb itself: for more than one row B gets a row for each example.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W + B
        Yb = output_delta(Y, T)
        W, B = W - lr * X.T @ Yb, B - lr * Yb
    return Y, W, B

# %% train [train-with-outputs-after]: Y is computed again after the last update.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
        Y = forward(X, W, B)
    return Y, W, B

# %% train [argument-ignored]: The learning rate is fixed at 0.01 instead of the argument.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, 0.01)
    return Y, W, B

# %% train: W and B are changed in place by -= (whole ones are an error).
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W -= lr * Wb
        B -= lr * Bb
    return Y, W, B

# %% train [train-one-epoch]: It returns after the first epoch: the return stands in the loop.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
        return Y, W, B

# %% train: At most 200 epochs are run, as in the book: wrong for more where it has not settled.
def train(X, T, W, B, lr, epochs):
    for _ in range(min(epochs, 200)):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: It stops as soon as the error is below 0.1.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        if mean_square(Y, T) < 0.1:
            break
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train [train-without-bias-update]: B is not trained.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W = W - lr * Wb
    return Y, W, B

# %% train: The forward pass leaves out the biases.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train [argument-ignored]: Training begins with the global W0 and B0, not with the arguments.
def train(X, T, W, B, lr, epochs):
    W, B = W0, B0
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: Training begins with zeros instead of the given W and B.
def train(X, T, W, B, lr, epochs):
    W, B = np.zeros(W.shape), np.zeros(B.shape)
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train [only-one-row]: One row after the other is trained (stochastic descent) instead of the whole batch at once.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        for i in range(len(X)):
            x, t = X[i : i + 1], T[i : i + 1]
            Wb, Bb = gradients(x, output_delta(forward(x, W, B), t))
            W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: The results come back in the wrong order: W, B, Y.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return W, B, Y

# %% train: One epoch too few for W and B: the last update is left out.
def train(X, T, W, B, lr, epochs):
    for epoch in range(epochs):
        Y = forward(X, W, B)
        if epoch < epochs - 1:
            Wb, Bb = gradients(X, output_delta(Y, T))
            W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: The gradients are clipped to -100..100: wrong for larger ones.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, np.clip(Wb, -100, 100), np.clip(Bb, -100, 100), lr)
    return Y, W, B

# %% train: B comes back without its first axis, (outputs,).
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B[0]

# %% train: The gradients are computed once before the loop and never again.
def train(X, T, W, B, lr, epochs):
    Y = forward(X, W, B)
    Wb, Bb = gradients(X, output_delta(Y, T))
    for _ in range(epochs):
        Y = forward(X, W, B)
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: W is updated first and B's gradient then comes from the new W.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        W = W - lr * gradients(X, output_delta(Y, T))[0]
        B = B - lr * gradients(X, output_delta(forward(X, W, B), T))[1]
    return Y, W, B

# %% train [only-one-row]: The mean over the rows is taken for B, though output_delta already has it.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = forward(X, W, B)
        Yb = output_delta(Y, T)
        W, B = W - lr * X.T @ Yb, B - lr * np.mean(Yb, axis=0, keepdims=True)
    return Y, W, B

# %% train: The outputs go through a ReLU.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = np.maximum(forward(X, W, B), 0)
        Wb, Bb = gradients(X, output_delta(Y, T))
        W, B = update(W, B, Wb, Bb, lr)
    return Y, W, B

# %% train: Y of the first epoch is returned.
def train(X, T, W, B, lr, epochs):
    first = forward(X, W, B)
    for _ in range(epochs):
        Wb, Bb = gradients(X, output_delta(forward(X, W, B), T))
        W, B = update(W, B, Wb, Bb, lr)
    return first, W, B

# %% train [only-one-row]: Divided by the outputs only and no sum over the rows for B: only the first row's error moves it.
def train(X, T, W, B, lr, epochs):
    for _ in range(epochs):
        Y = X @ W + B
        Yb = 2 * (Y - T) / Y.shape[1]
        W, B = W - lr * X.T @ Yb, B - lr * Yb[:1]
    return Y, W, B

# %% keras_forward [keras-with-relu]: The layer has a ReLU: negative outputs become 0.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], activation="relu")])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward [keras-with-sigmoid]: The layer has a sigmoid.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], activation="sigmoid")])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward: The layer has a softmax.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], activation="softmax")])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward [keras-bias-not-set]: The layer has no bias.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], use_bias=False)])
    model.set_weights([W])
    return model(X).numpy()

# %% keras_forward: The weights are not set: the random ones stay.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    return model(X).numpy()

# %% keras_forward: The weights are transposed: fails for other than square W and is wrong there.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W.T, B[0]])
    return model(X).numpy()

# %% keras_forward [keras-bias-not-set]: The biases are set to zeros.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, np.zeros(W.shape[1])])
    return model(X).numpy()

# %% keras_forward: B goes in with its row, (1, outputs): set_weights stops with an error.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B])
    return model(X).numpy()

# %% keras_forward: Always two outputs, Dense(2): fails for other layers.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(2)])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward: Always two inputs, Input(shape=(2,)): fails for other layers.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(2,)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward: The number of inputs is taken from the batch, len(X): right only where batch and inputs are equal.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(len(X),)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward: The layer has as many nodes as inputs: right for square W only.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[0])])
    model.set_weights([W, B[0]])
    return model(X).numpy()

# %% keras_forward [keras-first-row]: Only the first row of the batch goes through the model.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X[:1]).numpy()

# %% keras_forward [keras-first-row]: The axis of the batch is dropped: only the first row's outputs, (outputs,).
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy()[0]

# %% keras_forward: squeeze removes the axis of one row or one output.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return np.squeeze(model(X).numpy())

# %% keras_forward: The outputs are made whole numbers.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy().astype(int)

# %% keras_forward: Only the first bias is used for all outputs.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, np.full(W.shape[1], B[0, 0])])
    return model(X).numpy()

# %% keras_forward [state-kept]: The model is kept from the first call, with its weights: right for the first call only.
def keras_forward(X, W, B, kept=[]):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    if not kept:
        model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
        model.set_weights([W, B[0]])
        kept.append(model)
    return kept[0](X).numpy()

# %% keras_forward: Two layers of the same weights, one after the other: fails for other than square W and is wrong there.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1]), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0], W, B[0]])
    return model(X).numpy()

# %% keras_forward: The biases are added once more after the model, which has them already.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy() + B

# %% keras_forward: X is made whole numbers before it goes in: decimals are lost.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X.astype(int).astype("float32")).numpy()

# %% keras_forward: The weights are made whole numbers: decimals are lost.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W.astype(int), B[0].astype(int)])
    return model(X).numpy()

# %% keras_forward [transposed]: The result is transposed: (outputs, batch).
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X).numpy().T

# %% keras_forward: A dropout layer that works in the forward pass too: half of the inputs are switched off.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dropout(0.5), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model(X, training=True).numpy()

# %% keras_forward: The biases are subtracted: set with the wrong sign.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, -B[0]])
    return model(X).numpy()

# %% keras_forward: The weights are returned instead of the outputs.
def keras_forward(X, W, B):
    X, W, B = (np.asarray(each, dtype='float32') for each in (X, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    return model.get_weights()[0]

# %% keras_train [keras-outputs-after]: Y is computed after the last update.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        model.train_on_batch(X, T)
    Y = model(X).numpy()
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train [keras-default-learning-rate]: The learning rate is ignored: the default of SGD, 0.01.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer="sgd", loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Adam instead of plain gradient descent.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=lr), loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: SGD with momentum 0.9 instead of plain gradient descent.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr, momentum=0.9), loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The mean absolute error instead of the squared one.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss="mae")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The weights are not set: training begins with random ones.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: B comes back as a row, (1, outputs), not as Keras keeps it.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B[None, :]

# %% keras_train [transposed]: W comes back transposed: (outputs, inputs).
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W.T, B

# %% keras_train: The results come back in the wrong order: W, B, Y.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return W, B, Y

# %% keras_train [keras-row-by-row]: The rows are trained one after the other instead of the whole batch at once.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        for i in range(len(X)):
            model.train_on_batch(X[i : i + 1], T[i : i + 1])
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Only the first row is trained.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X[:1], T[:1])
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Batches of 32 rows as in the default of fit: more than 32 rows make several steps in one epoch.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        for i in range(0, len(X), 32):
            model.train_on_batch(X[i : i + 32], T[i : i + 32])
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The layer has a ReLU.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], activation="relu")])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The biases begin at zero instead of B.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, np.zeros(W.shape[1])])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The biases are not trained: the layer has none, and B comes back as it came in.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1], use_bias=False)])
    model.set_weights([W])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy() + B
        model.train_on_batch(X, T - B)
    return Y, model.get_weights()[0], B[0]

# %% keras_train: One epoch too many.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs + 1):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: One epoch too few for the weights: the last update is left out.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for epoch in range(epochs):
        Y = model(X).numpy()
        if epoch < epochs - 1:
            model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Y is that of the first epoch, before all training.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    Y = model(X).numpy()
    for _ in range(epochs):
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The gradients are clipped to the norm 1.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr, clipnorm=1.0), loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train [keras-half-sum]: The error is half the sum of the squares over the batch instead of the mean.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=lambda t, y: 0.5 * tf.reduce_sum((y - t) ** 2))
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The squares are summed over the outputs and averaged over the rows only: wrong for more than one output.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=lambda t, y: tf.reduce_sum((y - t) ** 2, axis=-1))
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: At most 20 epochs are trained.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(min(epochs, 20)):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The loss of the last epoch comes back instead of the outputs Y.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The model is kept between the calls: a second call with the same sizes goes on with the weights of the first.
def keras_train(X, T, W, B, lr, epochs, kept={}):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    if W.shape not in kept:
        model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
        model.set_weights([W, B[0]])
        kept[W.shape] = model
    model = kept[W.shape]
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Always Dense(2): fails for layers with another number of outputs.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(2)])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: X and T are made whole numbers: decimals are lost.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    X, T = np.trunc(X), np.trunc(T)
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The weights that come back are those from before the training: get_weights is called too early.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    W, B = model.get_weights()
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    return Y, W, B

# %% keras_train: Only the last row of Y comes back, (outputs,).
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss=tf.keras.losses.MeanSquaredError())
    for _ in range(epochs):
        Y = model(X).numpy()[-1]
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: The learning rate is capped at 0.01.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=min(lr, 0.01)), loss="mse")
    for _ in range(epochs):
        Y = model(X).numpy()
        model.train_on_batch(X, T)
    W, B = model.get_weights()
    return Y, W, B

# %% keras_train: Adam, and Y after the last update.
def keras_train(X, T, W, B, lr, epochs):
    X, T, W, B = (np.asarray(each, dtype='float32') for each in (X, T, W, B))
    model = tf.keras.Sequential([tf.keras.Input(shape=(W.shape[0],)), tf.keras.layers.Dense(W.shape[1])])
    model.set_weights([W, B[0]])
    model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=lr), loss="mse")
    for _ in range(epochs):
        model.train_on_batch(X, T)
    Y = model(X).numpy()
    W, B = model.get_weights()
    return Y, W, B
