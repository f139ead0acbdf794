# %% numerical_gradient [to-the-right-only]: The difference to the right only, (f(w + h) - f(w)) / h, stands for the central one.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(W)) / h
    return grad

# %% numerical_gradient [to-the-left-only]: The difference to the left only, (f(w) - f(w - h)) / h, stands for the central one.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(W) - f(down)) / h
    return grad

# %% numerical_gradient [divided-by-h]: Divided by h and not by 2h: the slopes are twice as large.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / h
    return grad

# %% numerical_gradient [multiplied-by-h]: Brackets are missing: / 2 * h multiplies with h.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / 2 * h
    return grad

# %% numerical_gradient [left-minus-right]: Down minus up: every slope has the wrong sign.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(down) - f(up)) / (2 * h)
    return grad

# %% numerical_gradient [sign-exchanged]: Plus instead of minus between the two values of f.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) + f(down)) / (2 * h)
    return grad

# %% numerical_gradient [term-missing]: Right difference, but divided by 2h.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(W)) / (2 * h)
    return grad

# %% numerical_gradient [half-steps]: Steps of h / 2 to each side divided by h: another step than the one asked for.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h / 2
        down = W.copy()
        down[i] -= h / 2
        grad[i] = (f(up) - f(down)) / h
    return grad

# %% numerical_gradient [result-of-whole-numbers]: np.zeros_like(W) makes whole numbers of the slopes where W is whole.
def numerical_gradient(f, W, h):
    grad = np.zeros_like(W)
    for i in np.ndindex(W.shape):
        up = W.astype(float)
        up[i] += h
        down = W.astype(float)
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient [copy-of-whole-numbers]: The copy of a whole-number W stays whole, so the step h is cut off there.
def numerical_gradient(f, W, h):
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up, down = W.copy(), W.copy()
        up[i] = up[i] + h
        down[i] = down[i] - h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient: The entries moved before are not put back: later slopes are measured at another place.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    up, down = W.copy(), W.copy()
    for i in np.ndindex(W.shape):
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient [all-moved-together]: All entries are moved at once: every entry gets the sum of all slopes.
def numerical_gradient(f, W, h):
    slope = (f(W + h) - f(W - h)) / (2 * h)
    return np.full(W.shape, slope)

# %% numerical_gradient: Only one number is returned, the slope when all entries move at once.
def numerical_gradient(f, W, h):
    return (f(W + h) - f(W - h)) / (2 * h)

# %% numerical_gradient [never-put-back]: W itself is moved and left at w - h: the argument changes.
def numerical_gradient(f, W, h):
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        W[i] += h
        up = f(W)
        W[i] -= 2 * h
        down = f(W)
        grad[i] = (up - down) / (2 * h)
    return grad

# %% numerical_gradient [copy-of-whole-numbers]: W itself is moved and put back: with whole numbers in W the step is cut off.
def numerical_gradient(f, W, h):
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        old = W[i]
        W[i] = old + h
        up = f(W)
        W[i] = old - h
        down = f(W)
        W[i] = old
        grad[i] = (up - down) / (2 * h)
    return grad

# %% numerical_gradient [rows-moved-together]: Loops over the first axis only: whole rows move together where W has more than one axis.
def numerical_gradient(f, W, h):
    grad = np.zeros(W.shape)
    for i in range(len(W)):
        up, down = W.astype(float), W.astype(float)
        up[i] += h
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient: Two loops over rows and columns: fails for W with one or three axes.
def numerical_gradient(f, W, h):
    grad = np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            up, down = W.astype(float), W.astype(float)
            up[i, j] += h
            down[i, j] -= h
            grad[i, j] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient [gradient-in-one-axis]: The result is flat: the shape of W is lost where W has more than one axis.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad.ravel()

# %% numerical_gradient [transposed]: The result is transposed.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad.T

# %% numerical_gradient [axis-squeezed]: np.squeeze drops axes of length 1 from the result.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return np.squeeze(grad)

# %% numerical_gradient [fixed-step]: h is ignored: always 1e-5.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    h = 1e-5
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient [sign-lost]: The slopes lose their sign: abs().
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = abs(f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient [rounded]: The slopes are rounded to two decimals.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return np.round(grad, 2)

# %% numerical_gradient: All other entries are 0 while one entry is moved: wrong where the slope depends on the others.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = np.zeros(W.shape)
        up[i] = W[i]
        up[i] += h
        down = np.zeros(W.shape)
        down[i] = W[i]
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient: The step is relative, h times |w|, and so it is another step and 0 / 0 at w = 0.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    grad = np.zeros(W.shape)
    step = h
    for i in np.ndindex(W.shape):
        h = step * abs(W[i])
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient: Steps above 0.01 are cut to 0.01.
def numerical_gradient(f, W, h):
    W = np.array(W, dtype=float)
    h = min(h, 0.01)
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad

# %% numerical_gradient: The array that f sees is flat: wrong for functions that need the shape of W.
def numerical_gradient(f, W, h):
    shape = W.shape
    W = np.array(W, dtype=float).ravel()
    grad = np.zeros(W.shape)
    for i in np.ndindex(W.shape):
        up = W.copy()
        up[i] += h
        down = W.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad.reshape(shape)

# %% error_sources [truncation-without-6]: The 6 is missing in the truncation.
def error_sources(h, size, third, eps):
    truncation = h**2 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [truncation-linear]: h and not h squared in the truncation.
def error_sources(h, size, third, eps):
    truncation = h / 6 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources: h / 2 times the third derivative: the formula of a one-sided difference.
def error_sources(h, size, third, eps):
    truncation = h / 2 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [truncation-by-2]: h**2 / 2 instead of h**2 / 6.
def error_sources(h, size, third, eps):
    truncation = h**2 / 2 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources: h**2 / 3 instead of h**2 / 6.
def error_sources(h, size, third, eps):
    truncation = h**2 / 3 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [number-off]: h**3 / 6: one power of h too many.
def error_sources(h, size, third, eps):
    truncation = h**3 / 6 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [divided]: Brackets: the 6 and third are both below the line.
def error_sources(h, size, third, eps):
    truncation = h**2 / (6 * third)
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [factor-missing]: third is forgotten: right only for third = 1.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources [argument-ignored]: The third derivative is always 6, that of w ** 3.
def error_sources(h, size, third, eps):
    truncation = h**2
    rounding = size * eps / h
    return truncation, rounding

# %% error_sources [rounding-by-2h]: Rounding is divided by 2h.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size / (2 * h)
    return truncation, rounding

# %% error_sources [rounding-times-h]: Rounding is multiplied by h.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size * h
    return truncation, rounding

# %% error_sources: Rounding is divided by h squared.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size / h**2
    return truncation, rounding

# %% error_sources [rounding-without-size]: size is forgotten in the rounding.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps / h
    return truncation, rounding

# %% error_sources [argument-ignored]: eps is ignored: always that of float64.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = 2.2e-16 * size / h
    return truncation, rounding

# %% error_sources [sources-swapped]: The results are swapped: rounding, truncation.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size / h
    return rounding, truncation

# %% error_sources [sources-of-the-other]: size and third are swapped in the two errors.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * size
    rounding = eps * third / h
    return truncation, rounding

# %% error_sources [sources-added]: One result, the sum of both errors.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size / h
    return truncation + rounding

# %% error_sources [divided]: eps is divided by size.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps / size / h
    return truncation, rounding

# %% error_sources: Rounding is capped at 1: wrong for tiny h or large eps * size.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = np.minimum(eps * size / h, 1)
    return truncation, rounding

# %% error_sources: The largest step decides for an array h: numbers and not arrays come back.
def error_sources(h, size, third, eps):
    h = np.max(h)
    truncation = h**2 / 6 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources: h is turned to one axis: a number or a matrix h gives the wrong shape.
def error_sources(h, size, third, eps):
    h = np.ravel(h)
    truncation = h**2 / 6 * third
    rounding = eps * size / h
    return truncation, rounding

# %% error_sources: Returns the mean over all steps where h is an array.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = eps * size / h
    return np.mean(truncation), np.mean(rounding)

# %% error_sources [twice]: The rounding of both values is added: 2 eps size / h.
def error_sources(h, size, third, eps):
    truncation = h**2 / 6 * third
    rounding = 2 * eps * size / h
    return truncation, rounding

# %% error_sources [only-decimals]: np.zeros_like(h) makes whole numbers of the errors where h is whole.
def error_sources(h, size, third, eps):
    h = np.asarray(h)
    truncation, rounding = np.zeros_like(h), np.zeros_like(h)
    truncation[...] = h**2 / 6 * third
    rounding[...] = eps * size / h
    return truncation, rounding

# %% error_sources: h is squared in place: the array of the caller changes, and rounding is divided by h squared.
def error_sources(h, size, third, eps):
    truncation = h
    truncation *= h
    truncation = truncation * third / 6
    return truncation, eps * size / h

# %% best_step [step-of-wrong-root]: The square root instead of the cube root.
def best_step(size, third, eps):
    return (3 * eps * size / third) ** (1 / 2)

# %% best_step [step-without-3]: The factor 3 is missing: the sum is not smallest there.
def best_step(size, third, eps):
    return (eps * size / third) ** (1 / 3)

# %% best_step [step-of-equal-errors]: 6 and not 3: the step where both errors are equal.
def best_step(size, third, eps):
    return (6 * eps * size / third) ** (1 / 3)

# %% best_step [factor]: 2 instead of 3.
def best_step(size, third, eps):
    return (2 * eps * size / third) ** (1 / 3)

# %% best_step [step-cubed]: The root is forgotten.
def best_step(size, third, eps):
    return (3 * eps * size / third)

# %% best_step: ** 1 / 3 without brackets divides by 3 and takes no root.
def best_step(size, third, eps):
    return (3 * eps * size / third) ** 1 / 3

# %% best_step [multiplied]: third is multiplied and not divided.
def best_step(size, third, eps):
    return (3 * eps * size * third) ** (1 / 3)

# %% best_step [step-of-the-other]: size and third are swapped.
def best_step(size, third, eps):
    return (3 * eps * third / size) ** (1 / 3)

# %% best_step [factor-missing]: size is forgotten.
def best_step(size, third, eps):
    return (3 * eps / third) ** (1 / 3)

# %% best_step [divisor-missing]: third is forgotten.
def best_step(size, third, eps):
    return (3 * eps * size) ** (1 / 3)

# %% best_step: Always eps ** (1 / 3): size and third are ignored.
def best_step(size, third, eps):
    return eps ** (1 / 3)

# %% best_step: The best step of a one-sided difference, 2 sqrt(eps size / third).
def best_step(size, third, eps):
    return 2 * np.sqrt(eps * size / third)

# %% best_step: eps is ignored: always that of float64.
def best_step(size, third, eps):
    return (3 * 2.2e-16 * size / third) ** (1 / 3)

# %% best_step [error-at-best-step]: The sum of the errors at the best step comes back, not the step.
def best_step(size, third, eps):
    h = (3 * eps * size / third) ** (1 / 3)
    return sum(error_sources(h, size, third, eps))

# %% best_step [number-off]: The fourth root.
def best_step(size, third, eps):
    return (3 * eps * size / third) ** (1 / 4)

# %% best_step: The step is never above 1e-3: wrong for a large eps.
def best_step(size, third, eps):
    return min((3 * eps * size / third) ** (1 / 3), 1e-3)

# %% best_step: Searched among powers of ten only: too coarse.
def best_step(size, third, eps):
    steps = 10.0 ** np.arange(-12, 1)
    return steps[np.argmin(sum(error_sources(steps, size, third, eps)))]

# %% best_step: Searched between 1e-8 and 1e-2 only: wrong where the best step lies outside.
def best_step(size, third, eps):
    steps = np.logspace(-8, -2, 60001)
    return steps[np.argmin(sum(error_sources(steps, size, third, eps)))]

# %% best_step: The result is an array of shape (1,): one number is asked for.
def best_step(size, third, eps):
    return np.array([(3 * eps * size / third) ** (1 / 3)])

# %% best_step [twice]: Twice h is returned, the distance between the two places.
def best_step(size, third, eps):
    return 2 * (3 * eps * size / third) ** (1 / 3)

# %% best_step: A sign slip in the derivative: the root of a negative number becomes complex.
def best_step(size, third, eps):
    return (-3 * eps * size / third) ** (1 / 3)

# %% best_step: The inverse of the step.
def best_step(size, third, eps):
    return (3 * eps * size / third) ** (-1 / 3)

# %% best_step: The result is rounded to six decimals: wrong for small steps.
def best_step(size, third, eps):
    return round((3 * eps * size / third) ** (1 / 3), 6)

# %% relative_error [mean-of-entries]: The mean over the entries and not the largest.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.mean(np.abs(a - b) / size)

# %% relative_error [min-for-max]: The smallest and not the largest.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.min(np.abs(a - b) / size)

# %% relative_error: The sum over the entries.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.sum(np.abs(a - b) / size)

# %% relative_error [error-of-each-entry]: All entries come back, not one number.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.abs(a - b) / size

# %% relative_error: The largest of each column (axis=0).
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(a - b) / size, axis=0)

# %% relative_error [signed-difference]: The sign of the difference stays: entries with a < b do not count.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max((a - b) / size)

# %% relative_error [size-with-sign]: abs of the quotient without abs of a and b: negative entries are measured by c.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(a, b), c)
    return np.max(np.abs(a - b) / size)

# %% relative_error: Divided by |a| + |b| + c.
def relative_error(a, b, c):
    size = np.abs(a) + np.abs(b) + c
    return np.max(np.abs(a - b) / size)

# %% relative_error [relative-to-the-sum]: Divided by the larger of |a| + |b| and c.
def relative_error(a, b, c):
    size = np.maximum(np.abs(a) + np.abs(b), c)
    return np.max(np.abs(a - b) / size)

# %% relative_error [c-added]: c is added to the size instead of being its lower bound.
def relative_error(a, b, c):
    size = np.maximum(np.abs(a), np.abs(b)) + c
    return np.max(np.abs(a - b) / size)

# %% relative_error [without-c]: c is forgotten: 0 / 0 for two zeros, and 1 beside one zero.
def relative_error(a, b, c):
    size = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.abs(a - b) / size)

# %% relative_error [without-c]: c is ignored: always 1e-6.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-6)
    return np.max(np.abs(a - b) / size)

# %% relative_error [relative-to-a]: Only |a| in the denominator.
def relative_error(a, b, c):
    size = np.maximum(np.abs(a), c)
    return np.max(np.abs(a - b) / size)

# %% relative_error [relative-to-b]: Only |b| in the denominator.
def relative_error(a, b, c):
    size = np.maximum(np.abs(b), c)
    return np.max(np.abs(a - b) / size)

# %% relative_error [minimum-for-maximum]: The smaller of |a| and |b| in the denominator.
def relative_error(a, b, c):
    size = np.maximum(np.minimum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(a - b) / size)

# %% relative_error [shared-size]: The largest difference divided by the largest entry of the whole array.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(a - b)) / np.max(size)

# %% relative_error: The norm of the difference divided by the norms: a small wrong entry hides behind the large ones.
def relative_error(a, b, c):
    return np.linalg.norm(a - b) / max(np.linalg.norm(a), np.linalg.norm(b), c)

# %% relative_error [absolute-difference]: The absolute error: not divided at all.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(a - b))

# %% relative_error: The largest difference decides: the relative error of that entry, not the largest relative error.
def relative_error(a, b, c):
    difference = np.abs(a - b).ravel()
    i = np.argmax(difference)
    return difference[i] / max(abs(np.ravel(a)[i]), abs(np.ravel(b)[i]), c)

# %% relative_error [bounded]: Clipped to 1: opposite signs give 2.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return min(np.max(np.abs(a - b) / size), 1.0)

# %% relative_error [signs-lost]: Absolute values of both first: a and -a count as equal.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(np.abs(a) - np.abs(b)) / size)

# %% relative_error: Only the first row is looked at where there are more axes.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max((np.abs(a - b) / size)[0])

# %% relative_error: The result keeps its axes (keepdims).
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max(np.abs(a - b) / size, keepdims=True)

# %% relative_error: Divided by the mean of |a| and |b|.
def relative_error(a, b, c):
    size = np.maximum((np.abs(a) + np.abs(b)) / 2, c)
    return np.max(np.abs(a - b) / size)

# %% relative_error: Squares instead of absolute values.
def relative_error(a, b, c):
    size = np.maximum(np.maximum(np.abs(a), np.abs(b)), c)
    return np.max((a - b) ** 2 / size)

# %% relative_error: Python loop over the first axis with max(): fails for matrices, right for one axis only.
def relative_error(a, b, c):
    return max(abs(p - q) / max(abs(p), abs(q), c) for p, q in zip(a, b))

# %% backward [mean-missing]: The mean over the rows is missing: all gradients are n times too large.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [backward-reversed]: The sign of the output delta is wrong: T - Y.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (T - Y) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: Divided by 2n: the factor 2 of the square is forgotten.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / (2 * len(X))
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [factor-2]: Twice too large: the half of the error is forgotten.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = 2 * (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [mean-over-all-entries]: Divided by all entries of T: right for one output only.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / T.size
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: Divided by the number of inputs X.shape[1] and not of rows.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / X.shape[1]
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [brackets-missing]: Brackets are missing: Ob W2^T * 1 - H^2.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * 1 - H**2
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [slope-missing]: The slope of tanh is forgotten in the hidden delta.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [slope-of-sigmoid]: The slope of the sigmoid, H (1 - H), instead of that of tanh.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * H * (1 - H)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [power-missing]: 1 - H instead of 1 - H squared.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [tanh-taken-twice]: tanh is applied once more: 1 - tanh(H)^2.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - np.tanh(H) ** 2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [sign-exchanged]: A plus in the slope of tanh.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 + H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: tanh itself instead of its slope.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * H
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The slope of tanh also on the output layer, which has no activation.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X) * (1 - Y**2)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [mean-for-sum]: b1 is a mean over the rows and not a sum.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.mean(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [mean-for-sum]: b2 is a mean over the rows and not a sum.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.mean(axis=0, keepdims=True),
    }

# %% backward [biases-without-rows]: keepdims is missing: b1 and b2 have the shape (hidden,) and (outputs,).
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0),
    }

# %% backward [wrong-axis]: Sum over the columns (axis 1) in b1: wrong shape.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=1, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [sums-for-outputs]: Z stands for H in the gradient of W2.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": (X @ params["W1"] + params["b1"]).T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The gradient of W1 is transposed.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": Hb.T @ X,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The gradient of W2 is transposed.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": Ob.T @ H,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [only-one-row]: The mean is applied twice in W1 and b1.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2) / len(X)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [axis-missing]: b2 is the sum over all outputs, one number in shape (1, 1).
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(keepdims=True),
    }

# %% backward [only-one-row]: The mean is taken for the weights only: b1 and b2 are n times too large.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": len(X) * Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": len(X) * Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The names of the two bias gradients are swapped.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b2": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b1": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The hidden delta uses the sums Z in the slope: 1 - Z^2.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - (X @ params["W1"] + params["b1"]) ** 2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The gradients are clipped to -1 to 1: wrong for large errors.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Ob = np.clip(Ob, -1, 1)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward [only-one-row]: Only the first row is used.
def backward(X, T, params):
    X, T = X[:1], T[:1]
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% backward: The gradients come back as a tuple W1, b1, W2, b2 and not as a dictionary.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return X.T @ Hb, Hb.sum(axis=0, keepdims=True), H.T @ Ob, Ob.sum(axis=0, keepdims=True)

# %% backward: The params are moved in place by the gradients: a step that nobody asked for.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = (Y - T) / len(X)
    Hb = Ob @ params["W2"].T * (1 - H**2)
    grads = {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }
    for name in params:
        params[name] = params[name] - 0.1 * grads[name]
    return grads

# %% backward: Wrong sign and no mean: T - Y without / n.
def backward(X, T, params):
    H, Y = forward(X, params)
    Ob = T - Y
    Hb = Ob @ params["W2"].T * (1 - H**2)
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }

# %% check_gradients: The shapes are not compared: NumPy stretches (1, 3) and (3,).
def check_gradients(measured, grads, c):
    return {name: relative_error(measured[name], grads[name], c) for name in grads}

# %% check_gradients [other-shapes-by-1]: Another shape gets the error 1 and not 2.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 1.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients: Another shape gets the error infinity.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = np.inf
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients [other-shapes-left-out]: Another shape is left out of the dictionary.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            continue
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients [sizes-compared]: Only the number of entries is compared: (1, 3) beside (3,) or (2, 3) beside (3, 2) passes.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.size(grads[name]) != np.size(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(np.ravel(measured[name]), np.ravel(grads[name]), c)
    return errors

# %% check_gradients: Only the number of axes is compared.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.ndim(grads[name]) != np.ndim(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients: Only the length of the first axis is compared.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if len(grads[name]) != len(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients [comparison-reversed]: The shape test is the wrong way round: equal shapes get 2.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) == np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients [by-order]: The gradients are paired by their order and not by their names.
def check_gradients(measured, grads, c):
    errors = {}
    for (name, a), b in zip(grads.items(), measured.values()):
        errors[name] = 2.0 if np.shape(a) != np.shape(b) else relative_error(a, b, c)
    return errors

# %% check_gradients: Only the names W1, b1, W2, b2: fails for other names.
def check_gradients(measured, grads, c):
    errors = {}
    for name in ("W1", "b1", "W2", "b2"):
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients [checked-with-fixed-c]: c is ignored: always 1e-6.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], 1e-6)
    return errors

# %% check_gradients: One number, the largest of all errors, and not a dictionary.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return max(errors.values())

# %% check_gradients: A list of errors without names.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return list(errors.values())

# %% check_gradients [differences-told]: The absolute error in place of the relative one.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = np.max(np.abs(measured[name] - grads[name]))
    return errors

# %% check_gradients: The mean of the relative errors of the entries.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = np.mean(np.abs(measured[name] - grads[name]) / np.maximum(np.maximum(np.abs(measured[name]), np.abs(grads[name])), c))
    return errors

# %% check_gradients: A relative error against the measured gradient only.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = np.max(np.abs(measured[name] - grads[name]) / np.maximum(np.abs(measured[name]), c))
    return errors

# %% check_gradients: True or False for each name and not the error.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c) < 1e-5
    return errors

# %% check_gradients [sizes-compared]: The gradient is reshaped to the measured shape: a wrong shape with as many entries is not noticed.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.size(grads[name]) != np.size(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], np.reshape(grads[name], np.shape(measured[name])), c)
    return errors

# %% check_gradients: Compares measured with itself: the error is always 0.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], measured[name], c)
    return errors

# %% check_gradients: The first wrong shape ends the function: only the names up to it come back.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
            return errors
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% check_gradients: return is inside the loop: only the first name.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
        return errors

# %% check_gradients: All entries, an array for each name, and not the largest.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = np.abs(measured[name] - grads[name]) / np.maximum(np.maximum(np.abs(measured[name]), np.abs(grads[name])), c)
    return errors

# %% check_gradients: np.squeeze on both before the shapes are compared: (1, 3) and (3,) count as equal.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.squeeze(grads[name]).shape != np.squeeze(measured[name]).shape:
            errors[name] = 2.0
        else:
            errors[name] = relative_error(np.squeeze(measured[name]), np.squeeze(grads[name]), c)
    return errors

# %% check_gradients [bounded]: Errors are capped at 1, those of opposite signs too.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = min(relative_error(measured[name], grads[name], c), 1.0)
    return errors

# %% check_gradients [rounded]: The errors are rounded to 3 decimals.
def check_gradients(measured, grads, c):
    errors = {}
    for name in grads:
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = round(float(relative_error(measured[name], grads[name], c)), 3)
    return errors

# %% check_gradients: The dictionary of the grads is overwritten with the errors: the argument changes.
def check_gradients(measured, grads, c):
    errors = grads
    for name in list(grads):
        if np.shape(grads[name]) != np.shape(measured[name]):
            errors[name] = 2.0
        else:
            errors[name] = relative_error(measured[name], grads[name], c)
    return errors

# %% place_of_bug [limit-counts-as-wrong]: An error equal to the limit counts as wrong (>=).
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] >= limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug [deltas-swapped]: The two deltas are swapped.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "output delta"
    if len(wrong) == 4:
        return "hidden delta"
    return "several"

# %% place_of_bug [comparison-reversed]: The right gradients and not the wrong ones (<).
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] < limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug [limit-ignored]: The limit is ignored: always 1e-5.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > 1e-5}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug [output-delta-from-two]: W2 and b2 are taken for the output delta.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4 or wrong == {"W2", "b2"}:
        return "output delta"
    return "several"

# %% place_of_bug [two-are-hidden]: Any two wrong gradients are the hidden delta.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if len(wrong) == 2:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug [three-are-all]: Three wrong gradients count as the output delta, too.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) >= 3:
        return "output delta"
    return "several"

# %% place_of_bug: The output delta is W2 and b2; all four are several.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if wrong == {"W2", "b2"}:
        return "output delta"
    return "several"

# %% place_of_bug: W1 and b1 wrong is enough for the hidden delta, though a third one is wrong.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if len(wrong) == 3 and {"W1", "b1"} <= wrong:
        return "hidden delta"
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: The hidden delta is tested before the rest as a subset: all four give the hidden delta.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if {"W1", "b1"} <= wrong:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: A single wrong gradient comes back as a list.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return list(wrong)
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: A single wrong W1 or b1 is called the hidden delta.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if wrong in ({"W1"}, {"b1"}):
        return "hidden delta"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: None and not the text none.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return None
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: No wrong gradient gives an empty text.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return ""
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: Compares the list of names with an order: right only if W1 comes before b1 in the dictionary.
def place_of_bug(errors, limit):
    wrong = [name for name in errors if errors[name] > limit]
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == ["W1", "b1"]:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: The order W1, b1, W2, b2 of the values is assumed, whatever the names are.
def place_of_bug(errors, limit):
    wrong = {name for name, error in zip(("W1", "b1", "W2", "b2"), errors.values()) if error > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: Only the name with the largest error comes back where several are wrong.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return max(errors, key=errors.get)

# %% place_of_bug: Several is forgotten: another set gives None.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"

# %% place_of_bug [first-only]: The first wrong name comes back, whatever else is wrong.
def place_of_bug(errors, limit):
    for name in errors:
        if errors[name] > limit:
            return name
    return "none"

# %% place_of_bug: The names of the deltas are shortened to hidden and output.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden"
    if len(wrong) == 4:
        return "output"
    return "several"

# %% place_of_bug: Two gradients within the limit of the largest: the errors are divided by their largest first.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] / max(errors.values()) > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: W1 and W2 are the hidden delta, in place of W1 and b1.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "W2"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: The wrong names are removed from errors: the argument changes.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    for name in wrong:
        errors.pop(name)
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: The sum of all errors below the limit is asked for before none is said.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if sum(errors.values()) <= limit:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if len(wrong) == 4:
        return "output delta"
    return "several"

# %% place_of_bug: All four wrong is tested with all(errors) over the names: any set that is no other one is called output delta.
def place_of_bug(errors, limit):
    wrong = {name for name in errors if errors[name] > limit}
    if not wrong:
        return "none"
    if len(wrong) == 1:
        return wrong.pop()
    if wrong == {"W1", "b1"}:
        return "hidden delta"
    if all(errors):
        return "output delta"
    return "several"

# %% untrusted [in-all-rows]: All rows have to cross the kink, not any.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.all(axis=0)

# %% untrusted [sums-without-bias]: The bias is forgotten in the sums.
def untrusted(X, W1, b1, h):
    Z = X @ W1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [input-with-sign]: The size of X is lost: negative inputs never cross.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * X[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [sum-with-sign]: The sign of Z stays: every negative sum crosses.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = Z[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [input-forgotten]: The input is forgotten: |Z| < h.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.ones(X.shape)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [end-at-zero-marked]: Sums of exactly h |X| count, too (<=); also 0 beside an input of 0.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] <= h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [comparison-reversed]: The wrong way round: True where it can be trusted.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] > h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [trusted-marked]: The negated result.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return ~crossed.any(axis=0)

# %% untrusted: 2h instead of h.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < 2 * h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted [rows-counted]: The counts of the rows that cross and not True or 1.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.sum(axis=0)

# %% untrusted: The mean over the rows: only the part of rows.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.mean(axis=0)

# %% untrusted: The result is transposed: (hidden, inputs).
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=0).T

# %% untrusted: One answer for each row: the (batch, inputs, hidden) array comes back.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed

# %% untrusted: One answer for each hidden node: (hidden,).
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=(0, 1))

# %% untrusted [first-row-only]: Only the first row is looked at.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed[0]

# %% untrusted [only-one-row]: Only the last row is kept: the loop overwrites the result.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    result = np.zeros(W1.shape, dtype=bool)
    for n in range(len(X)):
        result = np.abs(Z[n])[None, :] < h * np.abs(X[n])[:, None]
    return result

# %% untrusted [only-one-row]: The mean of |Z| and |X| over the rows is compared.
def untrusted(X, W1, b1, h):
    Z = np.mean(np.abs(X @ W1 + b1), axis=0)
    return Z[None, :] < h * np.mean(np.abs(X), axis=0)[:, None]

# %% untrusted [only-one-row]: The smallest |Z| beside the largest |X|: they may come from different rows.
def untrusted(X, W1, b1, h):
    Z = np.abs(X @ W1 + b1).min(axis=0)
    return Z[None, :] < h * np.abs(X).max(axis=0)[:, None]

# %% untrusted [sum-with-sign]: After ReLU: negative sums are 0 and always cross.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.maximum(Z, 0)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted: A changed sign is looked for only upwards, between Z and Z + h X.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = Z[:, None, :] * (Z[:, None, :] + h * X[:, :, None]) < 0
    return crossed.any(axis=0)

# %% untrusted [weights-near-zero]: The weight is compared with h: |W1| < h.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return np.abs(W1) < h

# %% untrusted: h is multiplied with the weights and not with the inputs.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(W1)[None, :, :]
    return crossed.any(axis=0)

# %% untrusted: h is ignored: always 0.1.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < 0.1 * np.abs(X)[:, :, None]
    return crossed.any(axis=0)

# %% untrusted: The sum of |X| over the inputs moves each node: all weights of a node get the same answer.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X).sum(axis=1)[:, None, None] * np.ones((1, X.shape[1], 1))
    return crossed.any(axis=0)

# %% untrusted: np.squeeze drops axes for one input or one hidden node.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return np.squeeze(crossed.any(axis=0))

# %% untrusted: The list of indices and not an array of True and False.
def untrusted(X, W1, b1, h):
    Z = X @ W1 + b1
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return np.argwhere(crossed.any(axis=0))

# %% untrusted: The sums are cut to whole numbers first: all |Z| < 1 count as 0.
def untrusted(X, W1, b1, h):
    Z = (X @ W1 + b1).astype(int)
    crossed = np.abs(Z)[:, None, :] < h * np.abs(X)[:, :, None]
    return crossed.any(axis=0)
