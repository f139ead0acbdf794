# %% statistics [variance-by-n-minus-1]: Divided by n - 1: the variance of the statisticians (ddof=1).
def statistics(X):
    return np.mean(X, axis=0), np.var(X, axis=0, ddof=1)


# %% statistics [statistics-of-examples]: axis=1: one mean and variance for each example.
def statistics(X):
    return np.mean(X, axis=1), np.var(X, axis=1)


# %% statistics [statistics-of-all]: No axis: one mean and one variance for all numbers.
def statistics(X):
    return np.mean(X), np.var(X)


# %% statistics [deviation-for-variance]: The standard deviation in place of the variance.
def statistics(X):
    return np.mean(X, axis=0), np.std(X, axis=0)


# %% statistics [variance-first]: The order: variance first.
def statistics(X):
    return np.var(X, axis=0), np.mean(X, axis=0)


# %% statistics [axis-too-many]: keepdims: shape (1, features).
def statistics(X):
    return np.mean(X, axis=0, keepdims=True), np.var(X, axis=0, keepdims=True)


# %% statistics [variance-as-sum]: The sum of the squares: not divided by n.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, np.sum((X - m) ** 2, axis=0)


# %% statistics [power-missing]: The square is missing: the mean of the differences, always 0.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, np.mean(X - m, axis=0)


# %% statistics [distance-for-variance]: The mean absolute difference in place of the square.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, np.mean(np.abs(X - m), axis=0)


# %% statistics [squares-for-variance]: The mean of the squares: the mean is not subtracted.
def statistics(X):
    return np.mean(X, axis=0), np.mean(X ** 2, axis=0)


# %% statistics [only-one-row]: The square of the mean is subtracted the wrong way: mean^2 - mean of the squares, negative.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, m ** 2 - np.mean(X ** 2, axis=0)


# %% statistics [mean-missing]: The sum in place of the mean.
def statistics(X):
    return np.sum(X, axis=0), np.var(X, axis=0)


# %% statistics [median-for-mean]: The median in place of the mean.
def statistics(X):
    return np.median(X, axis=0), np.var(X, axis=0)


# %% statistics [only-decimals]: The mean is made a whole number where X is whole: astype(X.dtype).
def statistics(X):
    m = np.mean(X, axis=0).astype(X.dtype)
    return m, np.mean((X - m) ** 2, axis=0)


# %% statistics: The mean of the whole array is subtracted in the variance; the mean that is returned is right.
def statistics(X):
    return np.mean(X, axis=0), np.mean((X - np.mean(X)) ** 2, axis=0)


# %% statistics: X is centred in place: for floats the argument is changed.
def statistics(X):
    m = np.mean(X, axis=0)
    if X.dtype.kind == 'f':
        X -= m
        return m, np.mean(X ** 2, axis=0)
    return m, np.var(X, axis=0)


# %% statistics: Divided by the number of features in place of the examples: right for a square batch.
def statistics(X):
    m = np.sum(X, axis=0) / X.shape[1]
    return m, np.sum((X - m) ** 2, axis=0) / X.shape[1]


# %% statistics [only-one-row]: The variance is divided by the number of features.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, np.sum((X - m) ** 2, axis=0) / X.shape[1]


# %% statistics: A small number is added to the variance: 0.001, so that it is never 0.
def statistics(X):
    return np.mean(X, axis=0), np.var(X, axis=0) + 1e-3


# %% statistics: A variance of 0 is replaced by 1.
def statistics(X):
    v = np.var(X, axis=0)
    return np.mean(X, axis=0), np.where(v == 0, 1.0, v)


# %% statistics [axis-squeezed]: Squeezed: for one feature two plain numbers come back.
def statistics(X):
    return np.squeeze(np.mean(X, axis=0)), np.squeeze(np.var(X, axis=0))


# %% statistics [only-one-row]: The square of the sum of the differences: brackets.
def statistics(X):
    m = np.mean(X, axis=0)
    return m, np.sum(X - m, axis=0) ** 2 / len(X)


# %% statistics [only-one-row]: Divided by n - 1 where there is more than one row: right for one row only.
def statistics(X):
    return np.mean(X, axis=0), np.var(X, axis=0, ddof=1 if len(X) > 1 else 0)


# %% statistics: Negative numbers lose their sign in the mean: the mean of |X|.
def statistics(X):
    return np.mean(np.abs(X), axis=0), np.var(X, axis=0)


# %% statistics [only-one-row]: Only the first row is the mean: right where all rows agree.
def statistics(X):
    return X[0] * 1.0, np.mean((X - X[0]) ** 2, axis=0)


# %% statistics: The covariance matrix in place of the variances.
def statistics(X):
    return np.mean(X, axis=0), (X - np.mean(X, axis=0)).T @ (X - np.mean(X, axis=0)) / len(X)


# %% statistics [only-one-row]: Two slips: the standard deviation with n - 1.
def statistics(X):
    return np.mean(X, axis=0), np.sqrt(np.sum((X - np.mean(X, axis=0)) ** 2, axis=0) / max(len(X) - 1, 1))


# %% scaled [eps-outside]: eps stands outside the root.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (np.sqrt(variance) + eps) + beta


# %% scaled [root-missing]: The root is missing: divided by the variance.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (variance + eps) + beta


# %% scaled [eps-left-out]: eps is forgotten: nan where the variance is 0.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance) + beta


# %% scaled [eps-fixed]: eps is fixed at 1e-5.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + 1e-5) + beta


# %% scaled [mean-not-subtracted]: The mean is not subtracted.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * X / np.sqrt(variance + eps) + beta


# %% scaled [sign-exchanged]: The mean is added.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X + mean) / np.sqrt(variance + eps) + beta


# %% scaled [brackets-missing]: Brackets: only the mean is divided.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean / np.sqrt(variance + eps)) + beta


# %% scaled [gamma-left-out]: gamma is forgotten.
def scaled(X, mean, variance, gamma, beta, eps):
    return (X - mean) / np.sqrt(variance + eps) + beta


# %% scaled [beta-left-out]: beta is forgotten.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + eps)


# %% scaled [gamma-and-beta-exchanged]: gamma and beta are exchanged.
def scaled(X, mean, variance, gamma, beta, eps):
    return beta * (X - mean) / np.sqrt(variance + eps) + gamma


# %% scaled [beta-subtracted]: beta is subtracted.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + eps) - beta


# %% scaled [beta-multiplied]: Brackets: gamma multiplies beta as well.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * ((X - mean) / np.sqrt(variance + eps) + beta)


# %% scaled: Divided by gamma in place of multiplied.
def scaled(X, mean, variance, gamma, beta, eps):
    return (X - mean) / (gamma * np.sqrt(variance + eps)) + beta


# %% scaled [multiplied]: Multiplied with the root, not divided.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) * np.sqrt(variance + eps) + beta


# %% scaled [own-statistics]: The mean and variance of X itself are used: the arguments are ignored.
def scaled(X, mean, variance, gamma, beta, eps):
    m, v = statistics(X)
    return gamma * (X - m) / np.sqrt(v + eps) + beta


# %% scaled: The mean of X is used, the argument mean is ignored.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - np.mean(X, axis=0)) / np.sqrt(variance + eps) + beta


# %% scaled: The variance of X is used, the argument variance is ignored.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(np.var(X, axis=0) + eps) + beta


# %% scaled: The variance is squared: taken for a standard deviation.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance ** 2 + eps) + beta


# %% scaled: eps is squared under the root.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + eps ** 2) + beta


# %% scaled: eps is subtracted under the root, not added.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(np.abs(variance - eps) + 1e-12) + beta


# %% scaled [cut-like-an-argument]: np.zeros_like(X) as buffer: cut to whole numbers where X is whole.
def scaled(X, mean, variance, gamma, beta, eps):
    Y = np.zeros_like(X)
    Y[:] = gamma * (X - mean) / np.sqrt(variance + eps) + beta
    return Y


# %% scaled: X is changed in place where it is a float array.
def scaled(X, mean, variance, gamma, beta, eps):
    if X.dtype.kind == 'f':
        X -= mean
        return gamma * X / np.sqrt(variance + eps) + beta
    return gamma * (X - mean) / np.sqrt(variance + eps) + beta


# %% scaled: The normalized values are clipped to -3..3.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * np.clip((X - mean) / np.sqrt(variance + eps), -3, 3) + beta


# %% scaled [sign-lost]: The absolute value of gamma: wrong for negative gamma.
def scaled(X, mean, variance, gamma, beta, eps):
    return np.abs(gamma) * (X - mean) / np.sqrt(variance + eps) + beta


# %% scaled: The first gamma and beta are used for all features.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma[0] * (X - mean) / np.sqrt(variance + eps) + beta[0]


# %% scaled: The parameters go along the rows: gamma[:, None] (an error, or wrong for a square batch).
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma[:, None] * (X - mean) / np.sqrt(variance + eps) + beta[:, None]


# %% scaled: A variance of 0 gives 0 in place of beta.
def scaled(X, mean, variance, gamma, beta, eps):
    return np.where(variance == 0, 0.0, gamma * (X - mean) / np.sqrt(variance + eps) + beta)


# %% scaled [axis-squeezed]: Squeezed: one row or one feature loses an axis.
def scaled(X, mean, variance, gamma, beta, eps):
    return np.squeeze(gamma * (X - mean) / np.sqrt(variance + eps) + beta)


# %% scaled: eps is added only where the variance is 0.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(np.where(variance == 0, eps, variance)) + beta


# %% scaled: Two slips: eps outside the root and beta forgotten.
def scaled(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (np.sqrt(variance) + eps)


# %% running_statistics [momentum-on-the-new]: m and 1 - m are exchanged, as in PyTorch.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = (1 - momentum) * mean + momentum * m
        variance = (1 - momentum) * variance + momentum * v
    return mean, variance


# %% running_statistics: m and 1 - m are exchanged for the variance only.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = (1 - momentum) * variance + momentum * v
    return mean, variance


# %% running_statistics [variance-from-zero]: The running variance begins at 0.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.zeros(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [mean-from-one]: The running mean begins at 1.
def running_statistics(batches, momentum):
    mean, variance = np.ones(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [from-first-batch]: Both begin with the statistics of the first batch.
def running_statistics(batches, momentum):
    mean, variance = statistics(batches[0])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [batch-added-whole]: The factor 1 - m is missing at the batch.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + m
        variance = momentum * variance + v
    return mean, variance


# %% running_statistics: The factor m is missing at the old value.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = mean + (1 - momentum) * m
        variance = variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [argument-ignored]: The momentum is fixed at 0.9.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    momentum = 0.9
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The first batch is left out.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches[1:]:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The last batch is left out.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches[:-1]:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [last-batch-only]: Only the last batch counts: the start values are used in each round.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * 0 + (1 - momentum) * m
        variance = momentum * 1 + (1 - momentum) * v
    return mean, variance


# %% running_statistics [first-batch-only]: The return stands inside the loop: only the first batch counts.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
        return mean, variance


# %% running_statistics [one-large-batch]: The batches are joined to one, and moved once.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in [np.concatenate(batches)]:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [plain-mean]: The plain mean of the batches' statistics; the momentum is ignored.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    mean = np.mean([statistics(X)[0] for X in batches], axis=0)
    variance = np.mean([statistics(X)[1] for X in batches], axis=0)
    return mean, variance


# %% running_statistics [running-by-n-minus-1]: The variance with n - 1, as PyTorch keeps it.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = np.mean(X, axis=0), np.var(X, axis=0, ddof=1)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [running-deviation]: The standard deviation in place of the variance.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = np.mean(X, axis=0), np.std(X, axis=0)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The variance about the running mean in place of the batch's own mean.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        v = np.mean((X - mean) ** 2, axis=0)
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [values-exchanged]: Order of the results: variance first.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return variance, mean


# %% running_statistics: axis=1 for the mean: an error, or nonsense for square batches.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = np.mean(X, axis=1), np.var(X, axis=1)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: One number for all features.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = np.mean(X), np.var(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [from-the-last-batch]: The batches are taken in the reversed order.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches[::-1]:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: Weighted by the number of examples: (1 - m) is larger for larger batches.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        m, v = m * len(X) / len(batches[0]), v * len(X) / len(batches[0])
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The result is divided by 1 - m^t, the correction of Adam.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean / (1 - momentum ** len(batches) + 1e-12), variance


# %% running_statistics [axis-too-many]: keepdims: shape (1, features).
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean[None], variance[None]


# %% running_statistics: Whole-number buffers: np.zeros(..., dtype=int), and the values are stored with [:].
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1], dtype=int), np.ones(batches[0].shape[1], dtype=int)
    for X in batches:
        m, v = statistics(X)
        mean[:] = momentum * mean + (1 - momentum) * m
        variance[:] = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The buffers have the type of the batch: cut to whole numbers where the batches are whole.
def running_statistics(batches, momentum):
    mean, variance = np.zeros_like(batches[0][0]), np.ones_like(batches[0][0])
    for X in batches:
        m, v = statistics(X)
        mean[...] = momentum * mean + (1 - momentum) * m
        variance[...] = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics [names-exchanged]: A wrong variable: the running mean moves with the batch variance.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * v
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: The variance is not moved: it stays 1.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
    return mean, variance


# %% running_statistics [state-kept]: The values are kept between calls: the second call goes on where the first ended, if the features are as many.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    kept = running_statistics.__dict__.setdefault('kept', {})
    mean, variance = kept.get(len(mean), (mean, variance))
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    kept[len(mean)] = mean, variance
    return mean, variance


# %% running_statistics [sign]: The sign: m old - (1 - m) batch.
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean - (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
    return mean, variance


# %% running_statistics: All values after each batch come back: shape (batches, features).
def running_statistics(batches, momentum):
    mean, variance = np.zeros(batches[0].shape[1]), np.ones(batches[0].shape[1])
    means, variances = [], []
    for X in batches:
        m, v = statistics(X)
        mean = momentum * mean + (1 - momentum) * m
        variance = momentum * variance + (1 - momentum) * v
        means.append(mean)
        variances.append(variance)
    return np.array(means), np.array(variances)


# %% folded [fold-with-eps-outside]: eps stands outside the root.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / (np.sqrt(variance) + eps)
    return W * scale, (b - mean) * scale + beta


# %% folded [sqrt-left-out]: The root is missing.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / (variance + eps)
    return W * scale, (b - mean) * scale + beta


# %% folded [fold-without-eps]: eps is forgotten.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance)
    return W * scale, (b - mean) * scale + beta


# %% folded [fold-without-eps]: eps is fixed at 1e-5.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + 1e-5)
    return W * scale, (b - mean) * scale + beta


# %% folded [fold-without-gamma]: gamma is forgotten in the scale.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = 1 / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale + beta


# %% folded: gamma is forgotten in the weights only.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W / np.sqrt(variance + eps), (b - mean) * scale + beta


# %% folded: gamma is forgotten in the bias only.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) / np.sqrt(variance + eps) + beta


# %% folded [fold-without-beta]: beta is forgotten.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale


# %% folded [bias-left-out]: The bias b is forgotten.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, -mean * scale + beta


# %% folded [fold-without-mean]: The mean is forgotten.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, b * scale + beta


# %% folded [mean-added]: The mean is added: b + mean.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b + mean) * scale + beta


# %% folded: The sign: mean - b.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (mean - b) * scale + beta


# %% folded [bias-not-scaled]: b is not scaled: b - mean scale + beta.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, b - mean * scale + beta


# %% folded [mean-not-scaled]: The mean is not scaled: b scale - mean + beta.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, b * scale - mean + beta


# %% folded [beta-scaled]: beta is scaled as well.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean + beta) * scale


# %% folded [sign-exchanged]: beta is subtracted.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale - beta


# %% folded [rows-scaled]: The rows of W are scaled, not the columns (an error for unequal sizes).
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale[:, None], (b - mean) * scale + beta


# %% folded [weights-not-scaled]: The weights are not scaled.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * 1.0, (b - mean) * scale + beta


# %% folded [divided]: The weights are divided by the scale.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W / scale, (b - mean) * scale + beta


# %% folded [mean-in-the-weights]: The mean is subtracted from the weights too.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return (W - mean) * scale, (b - mean) * scale + beta


# %% folded [beta-in-the-weights]: beta is added to the weights too.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale + beta, (b - mean) * scale + beta


# %% folded: gamma and beta are exchanged.
def folded(W, b, mean, variance, gamma, beta, eps):
    gamma, beta = beta, gamma
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale + beta


# %% folded: The scale is upside down: the root over gamma.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = np.sqrt(variance + eps) / gamma
    return W * scale, (b - mean) * scale + beta


# %% folded: The bias has the shape (1, features).
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, ((b - mean) * scale + beta)[None]


# %% folded [transposed]: The weights come back transposed.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return (W * scale).T, (b - mean) * scale + beta


# %% folded: W @ np.diag(scale) in the wrong order: diag(scale) @ W (an error for unequal sizes).
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return np.diag(scale) @ W, (b - mean) * scale + beta


# %% folded [values-exchanged]: The order of the results: bias first.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return (b - mean) * scale + beta, W * scale


# %% folded [only-decimals]: np.zeros_like(W) as buffer: whole numbers where W is whole.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    new = np.zeros_like(W)
    new[:] = W * scale
    return new, (b - mean) * scale + beta


# %% folded: W and b are changed in place where they are floats.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    if W.dtype.kind == 'f' and b.dtype.kind == 'f':
        W *= scale
        b -= mean
        return W, b * scale + beta
    return W * scale, (b - mean) * scale + beta


# %% folded: The sum of all running means is subtracted from each bias, not the feature's own mean.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - np.sum(mean)) * scale + beta


# %% folded [sign-lost]: The absolute value of gamma: wrong for negative gamma.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = np.abs(gamma) / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale + beta


# %% folded: The first scale is used for all features.
def folded(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    scale = scale[0]
    return W * scale, (b - mean) * scale + beta


# %% folded: The statistics of W are used in place of the running ones.
def folded(W, b, mean, variance, gamma, beta, eps):
    mean, variance = statistics(W)
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale + beta


# %% parameter_gradients [means-for-sums]: The mean over the examples in place of the sum, for both.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.mean(dY * normal, axis=0), np.mean(dY, axis=0)


# %% parameter_gradients [mean-twice]: The mean in place of the sum for beta.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.mean(dY, axis=0)


# %% parameter_gradients [mean-twice]: The mean in place of the sum for gamma.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.mean(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [with-raw-input]: X in place of the normalized values.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * X, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [with-centered-input]: X - mean, not divided by the root.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    normal = X - mean
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The mean is not subtracted.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = X / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-one-row]: eps stands outside the root.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / (np.sqrt(variance) + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [slopes-without-eps]: eps is forgotten: nan for a constant feature.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-one-row]: eps is fixed at 1e-3.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + 1e-3)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-one-row]: The root is missing.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / (variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [slopes-exchanged]: Order of the results: beta first.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY, axis=0), np.sum(dY * normal, axis=0)


# %% parameter_gradients [sums-over-features]: axis=1: one slope for each example.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=1), np.sum(dY, axis=1)


# %% parameter_gradients [axis-missing]: No axis at beta: one number for all features.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY)


# %% parameter_gradients: No axis at both: two numbers.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal), np.sum(dY)


# %% parameter_gradients: keepdims: shape (1, features).
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0, keepdims=True), np.sum(dY, axis=0, keepdims=True)


# %% parameter_gradients [not-added-up]: Not summed: the shape of X.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return dY * normal, dY


# %% parameter_gradients: The slope for beta is the sum of the normalized values.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(normal, axis=0)


# %% parameter_gradients: The slope for beta is the number of examples.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.full(X.shape[1], len(X))


# %% parameter_gradients [gamma-without-incoming]: dY is forgotten at gamma: the sum of the normalized values, always 0.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-one-row]: The product of the sums: sum of dY times sum of the normalized.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY, axis=0) * np.sum(normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The matrix product dY.T @ normal: (features, features).
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return dY.T @ normal, np.sum(dY, axis=0)


# %% parameter_gradients [sign-of-argument]: The sign is wrong for gamma.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return -np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The variance with n - 1.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    variance = np.var(X, axis=0, ddof=1)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The mean and variance of the whole array.
def parameter_gradients(dY, X, eps):
    mean, variance = np.mean(X), np.var(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The statistics of dY in place of X.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(dY)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The running values 0 and 1 are used: X is not normalized with its batch.
def parameter_gradients(dY, X, eps):
    mean, variance = (0.0, 1.0)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-decimals]: np.zeros_like(X) as buffer for the normalized values: whole numbers where X is whole.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = np.zeros_like(X)
    normal[:] = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: X is centred in place where it is a float array.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    if X.dtype.kind == 'f':
        X -= mean
        mean = 0.0
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients: The last example is left out of both sums.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum((dY * normal)[:-1], axis=0), np.sum(dY[:-1], axis=0)


# %% parameter_gradients [sign-lost]: The absolute values of dY: the sign is lost.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    dY = np.abs(dY)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0), np.sum(dY, axis=0)


# %% parameter_gradients [only-one-row]: Divided by the root a second time for gamma.
def parameter_gradients(dY, X, eps):
    mean, variance = statistics(X)
    normal = (X - mean) / np.sqrt(variance + eps)
    return np.sum(dY * normal, axis=0) / np.sqrt(variance + eps), np.sum(dY, axis=0)


# %% input_gradient [straight-way-only]: Only the straight way: the mean and the variance are taken for fixed.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s


# %% input_gradient [without-mean]: The way through the mean is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_variance * 2 * (X - mean) / n


# %% input_gradient [without-variance]: The way through the variance is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n


# %% input_gradient [term-missing]: The straight way is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [gradient-without-gamma]: gamma is forgotten.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: gamma is only in the straight way.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(dY, axis=0) / s
    for_variance = -np.sum(dY * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [gamma-divided]: Divided by gamma.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = dY / gamma
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [mean-way-not-divided]: The mean's way is not divided by n.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean + for_variance * 2 * (X - mean) / n


# %% input_gradient [variance-way-not-divided]: The variance's way is not divided by n.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean)


# %% input_gradient [variance-way-halved]: The factor 2 in the derivative of the variance is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * (X - mean) / n


# %% input_gradient [factor-missing]: The half in the slope for the variance is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / s**3
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: s**2 in place of s**3.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**2)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [power-missing]: s in place of s**3.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [mean-way-with-other-sign]: The sign of the mean's way is wrong.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [variance-way-with-other-sign]: The sign of the variance's way is wrong.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: Both signs are wrong: all three ways are added with plus.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = np.sum(g, axis=0) / s
    for_variance = np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [term-missing]: X in place of X - mean in the last factor: the columns do not add up to 0.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * X / n


# %% input_gradient [term-missing]: X in place of X - mean in the sum for the variance.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * X, axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: The mean over the examples in place of the sums, and divided by n again.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.mean(g, axis=0) / s
    for_variance = -np.mean(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: Divided by n - 1 in the variance's way.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / max(n - 1, 1)


# %% input_gradient: The variance with n - 1 in s.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    variance = np.var(X, axis=0, ddof=1 if n > 1 else 0)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: n is the number of features: right for a square batch.
def input_gradient(dY, X, gamma, eps):
    n = X.shape[1]
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: n is the number of all entries.
def input_gradient(dY, X, gamma, eps):
    n = X.size
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: The sums run over axis 1 (keepdims): over the features.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=1, keepdims=True) / s
    for_variance = -np.sum(g * (X - mean), axis=1, keepdims=True) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: The sums run over the whole array: right for one feature.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g) / s
    for_variance = -np.sum(g * (X - mean)) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [term-missing]: eps is forgotten in s: nan for a constant feature.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: eps stands outside the root.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = (np.sqrt(variance) + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: eps is fixed at 1e-3.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + 1e-3)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [sqrt-left-out]: The root is missing: s is the variance.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = (variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient [multiplied]: Multiplied by s in the straight way.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g * s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: dY is multiplied in again at the variance's way.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) * dY / n


# %% input_gradient [sum-too-many]: The result is the sum over the rows: the slope of a column, always 0.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return np.sum(g / s + for_mean / n + for_variance * 2 * (X - mean) / n, axis=0)


# %% input_gradient [cut-like-an-argument]: np.zeros_like(X) as buffer: whole numbers where X is whole.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    dX = np.zeros_like(X)
    dX[:] = g / s + for_mean / n + for_variance * 2 * (X - mean) / n
    return dX


# %% input_gradient: Clipped to -5..5.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return np.clip(g / s + for_mean / n + for_variance * 2 * (X - mean) / n, -5, 5)


# %% input_gradient: Brackets: the mean's way is multiplied by 2 (X - mean) as well.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + (for_mean + for_variance) * 2 * (X - mean) / n


# %% input_gradient: X is centred in place where it is a float array.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    if X.dtype.kind == 'f':
        X -= mean
        mean = 0.0
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


# %% input_gradient: 0 for a feature with variance 0: the straight way and the mean's way are lost there.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = gamma * dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return (variance > 0) * (g / s + for_mean / n + for_variance * 2 * (X - mean) / n)


# %% input_gradient: Two slips: gamma is forgotten and the mean's way is missing.
def input_gradient(dY, X, gamma, eps):
    n = len(X)
    mean, variance = statistics(X)
    s = np.sqrt(variance + eps)
    g = dY
    for_mean = -np.sum(g, axis=0) / s
    for_variance = -np.sum(g * (X - mean), axis=0) / (2 * s**3)
    return g / s + for_variance * 2 * (X - mean) / n
