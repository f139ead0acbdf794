# %% forward_difference [difference-reversed]: The order is swapped: E(w) - E(w + dw).
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (before - after) / dw

# %% forward_difference [difference-undivided]: Not divided by dw.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return after - before

# %% forward_difference: The brackets are missing: only E(w) is divided.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return after - before / dw

# %% forward_difference [difference-in-the-limit]: The central difference: E(w + dw) - E(w - dw) over 2 dw.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = ((w - dw) * x - y) ** 2
    return (after - before) / (2 * dw)

# %% forward_difference [difference-backward]: The backward difference: E(w) - E(w - dw).
def forward_difference(w, dw, x, y):
    after = (w * x - y) ** 2
    before = ((w - dw) * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [half]: The divisor is 2 dw.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / (2 * dw)

# %% forward_difference [difference-in-the-limit]: The limit (the slope) is returned, not the quotient.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return 2 * x * (w * x - y)

# %% forward_difference: The limit plus dw, from the example: right only for x = 1.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return 2 * x * (w * x - y) + dw

# %% forward_difference [difference-without-x]: x is left out.
def forward_difference(w, dw, x, y):
    after = ((w + dw) - y) ** 2
    before = (w - y) ** 2
    return (after - before) / dw

# %% forward_difference [difference-of-sums]: y is added in place of subtracted.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x + y) ** 2
    before = (w * x + y) ** 2
    return (after - before) / dw

# %% forward_difference: y is left out.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x) ** 2
    before = (w * x) ** 2
    return (after - before) / dw

# %% forward_difference: The brackets are missing: w + dw x.
def forward_difference(w, dw, x, y):
    after = (w + dw * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [difference-added-to-h]: dw is added to the answer and not to the weight: w x + dw.
def forward_difference(w, dw, x, y):
    after = (w * x + dw - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference: The errors are absolute, not squared.
def forward_difference(w, dw, x, y):
    after = abs((w + dw) * x - y)
    before = abs(w * x - y)
    return (after - before) / dw

# %% forward_difference [difference-of-plain-errors]: The square is missing.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y)
    before = (w * x - y)
    return (after - before) / dw

# %% forward_difference: x and y are swapped.
def forward_difference(w, dw, y, x):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference: w and dw are swapped.
def forward_difference(dw, w, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [difference-without-sign-of-dw]: Divided by abs(dw): the sign is wrong for a negative dw.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / abs(dw)

# %% forward_difference [sign-lost]: The absolute value of dw is used everywhere: a negative dw moves to the other side.
def forward_difference(w, dw, x, y):
    dw = abs(dw)
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [sign-lost]: The result is made positive by abs: wrong where the error falls.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return abs((after - before) / dw)

# %% forward_difference: Whole-number division.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) // dw

# %% forward_difference: Rounded to two decimals.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return round((after - before) / dw, 2)

# %% forward_difference: 1e-3 is added to dw below the fraction.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / (dw + 1e-3)

# %% forward_difference [difference-in-the-limit]: dw is fixed at 1e-4: the parameter is ignored.
def forward_difference(w, dw, x, y):
    dw = 1e-4
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [difference-of-the-document]: x = y = 1 as in the example: x and y are ignored.
def forward_difference(w, dw, x, y):
    x = y = 1
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [half]: Half of the squared error: an extra factor 1/2.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return 0.5 * (after - before) / dw

# %% forward_difference [bounded]: dw is at most 1.
def forward_difference(w, dw, x, y):
    dw = min(dw, 1)
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return (after - before) / dw

# %% forward_difference [term-missing]: The quotient of the errors, not of their change: E(w + dw) / dw.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x - y) ** 2
    before = (w * x - y) ** 2
    return after / dw

# %% forward_difference: The square is only over the product: (w x)^2 - y.
def forward_difference(w, dw, x, y):
    after = ((w + dw) * x) ** 2 - y
    before = (w * x) ** 2 - y
    return (after - before) / dw

# %% trace [trace-upwards]: The step goes up the slope.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w + lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-without-2]: The factor 2 is missing in the slope.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = w - 1
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The brackets are missing: 2 w - 1.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * w - 1
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [sign-exchanged]: The slope has w + 1.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w + 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The error in the place of the slope: (w - 1)^2.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = (w - 1) ** 2
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-without-lr]: The learning rate is missing.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-with-first-slope]: The slope is worked out once and kept for all steps.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    slope = 2 * (w - 1)
    for _ in range(steps):
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-of-scaled-slopes]: The column of slopes has lr times the slope.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(lr * slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-stored-after-update]: The weights before are appended after the step: the same column as after.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        slopes.append(slope)
        w = w - lr * slope
        before.append(w)
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [values-exchanged]: The columns come in another order: slopes first.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(slopes), np.array(before), np.array(after)

# %% trace: Before and after are swapped.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(after), np.array(slopes), np.array(before)

# %% trace [trace-in-rows]: Rows are returned, (steps, 3), not columns.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.column_stack([before, slopes, after])

# %% trace [one-step-off]: One step too few.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps - 1):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-one-step-more]: One step too many.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps + 1):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [argument-ignored]: Four steps always.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(4):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The weights are cut to two decimals in each step, as in the document.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = np.trunc(100 * (w - lr * slope)) / 100
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The weights are rounded to two decimals in each step.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = round(w - lr * slope, 2)
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-rounded]: Only what is returned is rounded to two decimals.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.round(before, 2), np.round(slopes, 2), np.round(after, 2)

# %% trace [argument-ignored]: The start is 4 always.
def trace(w, lr, steps):
    w = 4
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-with-lr-of-the-document]: The learning rate is 0.1 always.
def trace(w, lr, steps):
    lr = 0.1
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The learning rate is at most 0.5.
def trace(w, lr, steps):
    lr = min(lr, 0.5)
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-stops-when-small]: The loop stops when the slope is below 0.01.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        if abs(slope) < 0.01:
            break
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The slope is positive always: abs.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * abs(w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-with-slopes-after]: The slope is that at the new weight.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        w = w - lr * slope
        slopes.append(2 * (w - 1))
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The weights before hold the start in all rows.
def trace(w, lr, steps):
    start = w
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(start)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The weights after have the start in front: steps + 1 numbers.
def trace(w, lr, steps):
    before, slopes, after = [], [], [w]
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: Only the last row is returned: three numbers.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
    return before[-1], slopes[-1], after[-1]

# %% trace: The learning rate halves after each step.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope
        after.append(w)
        lr = lr / 2
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: The step takes the square of the slope: w - lr * slope ** 2.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = w - lr * slope**2
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace: w is not taken below 1.
def trace(w, lr, steps):
    before, slopes, after = [], [], []
    for _ in range(steps):
        slope = 2 * (w - 1)
        before.append(w)
        slopes.append(slope)
        w = max(w - lr * slope, 1)
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)

# %% trace [trace-in-whole-numbers]: Whole-number buffers cut the decimals off where w is whole.
def trace(w, lr, steps):
    before, slopes, after = np.full(steps, w), np.full(steps, w), np.full(steps, w)
    for i in range(steps):
        before[i] = w
        slopes[i] = 2 * (w - 1)
        w = w - lr * 2 * (w - 1)
        after[i] = w
    return before, slopes, after

# %% errors [errors-without-abs]: The absolute value is missing.
def errors(w, x, y):
    difference = w * x - y
    return difference, difference**2, np.mean(difference**2)

# %% errors [mean-as-sum]: The sum in place of the mean.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.sum(difference**2)

# %% errors [mean-with-half]: Half of the mean squared error.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(difference**2) / 2

# %% errors [mean-squared-last]: The square of the mean difference.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(difference) ** 2

# %% errors [mean-under-root]: The root of the mean squared error.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.sqrt(np.mean(difference**2))

# %% errors [mean-of-absolute-errors]: The mean of the absolute errors in place of the squared ones.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(np.abs(difference))

# %% errors [errors-of-sums]: y is added.
def errors(w, x, y):
    difference = w * x + y
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors [factor-missing]: w is left out.
def errors(w, x, y):
    difference = x - y
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors [errors-without-x]: x is left out.
def errors(w, x, y):
    difference = w - y
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors: The brackets: w (x - y).
def errors(w, x, y):
    difference = w * (x - y)
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors [added]: w is added in place of multiplied.
def errors(w, x, y):
    difference = w + x - y
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors [errors-exchanged]: Absolute and squared errors are swapped.
def errors(w, x, y):
    difference = w * x - y
    return difference**2, np.abs(difference), np.mean(difference**2)

# %% errors: The mean comes first.
def errors(w, x, y):
    difference = w * x - y
    return np.mean(difference**2), np.abs(difference), difference**2

# %% errors [mean-too-many]: The mean absolute error is returned in place of the absolute errors.
def errors(w, x, y):
    difference = w * x - y
    return np.mean(np.abs(difference)), difference**2, np.mean(difference**2)

# %% errors: The squared errors are doubled in place of squared: 2 d.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), 2 * difference, np.mean(difference**2)

# %% errors [mean-over-one-less]: The sum of all is divided by N - 1.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.sum(difference**2) / max(len(x) - 1, 1)

# %% errors [mean-too-many]: The mean is taken for the squared errors too.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), np.mean(difference**2), np.mean(difference**2)

# %% errors: The mean squared error is of the first sample only.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, difference[0] ** 2

# %% errors: The squared error is |d| squared with a sign: d |d|.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference * np.abs(difference), np.mean(difference**2)

# %% errors: The mean squared error is an array (1,1).
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(difference**2).reshape(1, 1)

# %% errors: x and y are swapped.
def errors(w, y, x):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors: The mean is cut to a whole number.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, int(np.mean(difference**2))

# %% errors: Whole-number division by N.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.sum(difference**2) // len(x)

# %% errors [half-for-mean]: The mean is divided by 2 samples always: right for two.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.sum(difference**2) / 2

# %% errors [zeros]: Negative differences count as 0.
def errors(w, x, y):
    difference = np.maximum(w * x - y, 0)
    return np.abs(difference), difference**2, np.mean(difference**2)

# %% errors: The mean of (w x)^2 - y^2.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference), difference**2, np.mean((w * x) ** 2 - y**2)

# %% errors: The absolute errors are divided by |y|: relative errors.
def errors(w, x, y):
    difference = w * x - y
    return np.abs(difference) / np.maximum(np.abs(y), 1e-9), difference**2, np.mean(difference**2)

# %% errors [axis-squeezed]: The results are squeezed: one sample gives numbers and not (1,).
def errors(w, x, y):
    difference = w * x - y
    return np.squeeze(np.abs(difference)), np.squeeze(difference**2), np.mean(difference**2)

# %% errors: The differences are the other way round, and the absolute error is y - w x without abs.
def errors(w, x, y):
    difference = w * x - y
    return -difference, difference**2, np.mean(difference**2)

# %% errors: x is changed in place: the array that comes in is changed.
def errors(w, x, y):
    x *= w
    x -= y
    return np.abs(x), x**2, np.mean(x**2)

# %% errors [cut-like-an-argument]: Buffers np.zeros_like(x) cut the decimals off where x is whole and w is not.
def errors(w, x, y):
    absolute, squared = np.zeros_like(x), np.zeros_like(x)
    for i in range(len(x)):
        absolute[i] = abs(w * x[i] - y[i])
        squared[i] = (w * x[i] - y[i]) ** 2
    return absolute, squared, np.mean(squared)

# %% graph [difference-reversed]: The order of the inputs of d is wrong: y - h.
graph = {"h": ("*", "w", "x"), "d": ("-", "y", "h"), "E": ("**2", "d")}

# %% graph [difference-of-inputs]: d takes x in place of h.
graph = {"h": ("*", "w", "x"), "d": ("-", "x", "y"), "E": ("**2", "d")}

# %% graph [square-of-h]: E squares h in place of d.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("**2", "h")}

# %% graph: h multiplies x and y.
graph = {"h": ("*", "x", "y"), "d": ("-", "h", "y"), "E": ("**2", "d")}

# %% graph: h is w minus x: the gates of h and d are swapped.
graph = {"h": ("-", "w", "x"), "d": ("*", "h", "y"), "E": ("**2", "d")}

# %% graph: d is h - w.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "w"), "E": ("**2", "d")}

# %% graph: E is a product of d and h.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("*", "d", "h")}

# %% graph: E has the difference h - y without a square.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("-", "h", "y")}

# %% graph [product-without-x]: h has the weight squared: w * w.
graph = {"h": ("*", "w", "w"), "d": ("-", "h", "y"), "E": ("**2", "d")}

# %% graph: h has only one input.
graph = {"h": ("*", "w"), "d": ("-", "h", "y"), "E": ("**2", "d")}

# %% graph: d has only one input.
graph = {"h": ("*", "w", "x"), "d": ("-", "h"), "E": ("**2", "d")}

# %% graph: The square has two inputs.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("**2", "d", "d")}

# %% graph: E takes itself as its input.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("**2", "E")}

# %% graph: The graph is written backwards: the outputs as inputs.
graph = {"h": ("*", "d", "y"), "d": ("-", "E", "y"), "E": ("**2", "d")}

# %% graph: h and d have exchanged their definitions.
graph = {"h": ("-", "d", "y"), "d": ("*", "w", "x"), "E": ("**2", "h")}

# %% graph: d subtracts in w x - x: x in place of y.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "x"), "E": ("**2", "d")}

# %% graph: E is the square of y.
graph = {"h": ("*", "w", "x"), "d": ("-", "h", "y"), "E": ("**2", "y")}

# %% graph [product-with-y]: h is w times y.
graph = {"h": ("*", "w", "y"), "d": ("-", "h", "y"), "E": ("**2", "d")}

# %% graph: d has three inputs: w, x and y.
graph = {"h": ("*", "w", "x"), "d": ("-", "w", "x", "y"), "E": ("**2", "d")}

# %% graph: d is y - h and E is h squared: two mistakes.
graph = {"h": ("*", "w", "x"), "d": ("-", "y", "h"), "E": ("**2", "h")}

# %% forward_pass [forward-reversed]: d is y - h.
h = w * x
d = y - h
E = d**2

# %% forward_pass [sign-exchanged]: d is h + y.
h = w * x
d = h + y
E = d**2

# %% forward_pass: E is the absolute value.
h = w * x
d = h - y
E = abs(d)

# %% forward_pass [forward-doubled]: E is 2 d, the slope of the square.
h = w * x
d = h - y
E = 2 * d

# %% forward_pass [forward-without-square]: E is d: the square is missing.
h = w * x
d = h - y
E = d

# %% forward_pass [forward-with-half]: E is half of the square.
h = w * x
d = h - y
E = d**2 / 2

# %% forward_pass [names-exchanged]: E is the square of h.
h = w * x
d = h - y
E = h**2

# %% forward_pass [forward-added]: h is w + x.
h = w + x
d = h - y
E = d**2

# %% forward_pass [forward-without-x]: h is w alone: right for x = 1.
h = w
d = h - y
E = d**2

# %% forward_pass [divided]: h is w divided by x: right for x = 1.
h = w / x
d = h - y
E = d**2

# %% forward_pass: h is w times y: right for x = y.
h = w * y
d = h - y
E = d**2

# %% forward_pass: d is h - x: right for x = y.
h = w * x
d = h - x
E = d**2

# %% forward_pass: d is h - 1: right for y = 1.
h = w * x
d = h - 1
E = d**2

# %% forward_pass: h is 4, a number from the example.
h = 4.0
d = h - y
E = d**2

# %% forward_pass [forward-of-fixed-numbers]: All three are the numbers of the example.
h = 4.0
d = 3.0
E = 9.0

# %% forward_pass [forward-without-x]: x is set to 1 again in the cell.
x = 1.0
h = w * x
d = h - y
E = d**2

# %% forward_pass [forward-sets-w]: w is set to 4 again in the cell.
w = 4.0
h = w * x
d = h - y
E = d**2

# %% forward_pass: y is set to 1 again in the cell.
y = 1.0
h = w * x
d = h - y
E = d**2

# %% forward_pass [forward-without-sign]: d is the absolute difference: the sign is lost.
h = w * x
d = abs(h - y)
E = d**2

# %% forward_pass: h is w times x squared: right for x = 1.
h = w * x**2
d = h - y
E = d**2

# %% forward_pass: h is w to the power x: right for x = 1.
h = w**x
d = h - y
E = d**2

# %% forward_pass: E is rounded to whole numbers.
h = w * x
d = h - y
E = round(d**2)

# %% forward_pass: d is cut at 0: negative differences are lost.
h = w * x
d = max(h - y, 0)
E = d**2

# %% forward_pass [number-off]: E is d to the power 3.
h = w * x
d = h - y
E = d**3

# %% forward_pass: E is h^2 - y^2: right for y = 0 only.
h = w * x
d = h - y
E = h**2 - y**2

# %% forward_pass: h is cut to a whole number by int.
h = int(w * x)
d = h - y
E = d**2

# %% forward_pass: E has one more axis: [d^2].
h = w * x
d = h - y
E = np.array([[d**2]])

# %% forward_pass [sign]: h has abs: wrong for negative products.
h = abs(w * x)
d = h - y
E = d**2

# %% local_effects [effects-own-value]: The effects of w and of x on h are swapped: w comes first.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return w, x, 1, -1, 2 * d

# %% local_effects [effects-without-minus]: The effect of y on d is +1.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, 1, 2 * d

# %% local_effects [effects-exchanged]: The effect of h on d is -1 and that of y is +1.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, -1, 1, 2 * d

# %% local_effects [effects-without-2]: The effect of d on E is d, the 2 is missing.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, d

# %% local_effects [effects-with-square]: The effect of d on E is d squared: E itself.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, d**2

# %% local_effects [effects-of-reversed-difference]: d is y - h: the sign of the last is wrong.
def local_effects(x, y, w):
    h = w * x
    d = y - h
    return x, w, 1, -1, 2 * d

# %% local_effects [factor-missing]: The effect of d on E is 2: the d is missing.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2

# %% local_effects [zeros]: The effect of y on d is 0.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, 0, 2 * d

# %% local_effects: The effect of y on d is -y.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -y, 2 * d

# %% local_effects: The effect of h on d is h.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, h, -1, 2 * d

# %% local_effects [effects-as-product]: The effect of x and w on h are both h.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return h, h, 1, -1, 2 * d

# %% local_effects [effects-on-the-error]: The effects on E of all, not the local ones.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return 2 * d * x, 2 * d * w, 2 * d, -2 * d, 2 * d

# %% local_effects [effects-of-h-alone]: The effect of d on E is 2 h.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2 * h

# %% local_effects [sign-exchanged]: d is h + y.
def local_effects(x, y, w):
    h = w * x
    d = h + y
    return x, w, 1, -1, 2 * d

# %% local_effects [effects-without-x]: d is w - y: the x is missing in h.
def local_effects(x, y, w):
    h = w
    d = h - y
    return x, w, 1, -1, 2 * d

# %% local_effects: The effect of d on E loses its sign: 2 abs(d).
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2 * abs(d)

# %% local_effects [factor]: The effect of d on E is d / 2.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, d / 2

# %% local_effects: The effect of d is 2 d^2.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2 * d**2

# %% local_effects: The order is reversed: from E to w.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return 2 * d, -1, 1, w, x

# %% local_effects: The effects on d come before the effects on h.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return 1, -1, x, w, 2 * d

# %% local_effects: Four numbers: that of y is missing.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, 2 * d

# %% local_effects [factor-missing]: The effect of x on h is 1: as for a sum.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, 1, 1, -1, 2 * d

# %% local_effects [effects-of-a-sum]: The effects of w and x on h are 1.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return 1, 1, 1, -1, 2 * d

# %% local_effects: The effect of w on h is positive: abs(x).
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return abs(x), w, 1, -1, 2 * d

# %% local_effects: The effect of d on E is worked out with d cut to a whole number.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2 * int(d)

# %% local_effects: The numbers of the example: 12 for d.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 12

# %% local_effects: The effect of d on E is 2 times the sign of d.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, 1, -1, 2 * np.sign(d)

# %% local_effects [argument-ignored]: y is always 4 in d.
def local_effects(x, y, w):
    h = w * x
    d = h - 4
    return x, w, 1, -1, 2 * d

# %% local_effects: The values h, d and E are given in place of effects of h, y, d.
def local_effects(x, y, w):
    h = w * x
    d = h - y
    return x, w, h, d, d**2

# %% local_effects: Measured by a forward difference in steps of 1: the effect of d on E is 2 d + 1.
def local_effects(x, y, w):
    d = w * x - y
    return (w + 1) * x - w * x, w * (x + 1) - w * x, 1, -1, (d + 1) ** 2 - d**2

# %% chain_rule [chain-without-x]: The effect of w on h is missing: 2 (w x - y).
def chain_rule(x, y, w):
    return 2 * (w * x - y)

# %% chain_rule [chain-without-2]: The factor 2 is missing.
def chain_rule(x, y, w):
    return x * (w * x - y)

# %% chain_rule [chain-to-x]: w in place of x: the effect of x on E.
def chain_rule(x, y, w):
    return w * 1 * 2 * (w * x - y)

# %% chain_rule [chain-to-minus]: The sign of h on d is taken as -1.
def chain_rule(x, y, w):
    return x * -1 * 2 * (w * x - y)

# %% chain_rule [chain-to-minus]: The difference is turned round.
def chain_rule(x, y, w):
    return x * 1 * 2 * (y - w * x)

# %% chain_rule [chain-of-sums]: y is added.
def chain_rule(x, y, w):
    return x * 1 * 2 * (w * x + y)

# %% chain_rule [chain-with-square]: The error times x: the derivative of the square is missing.
def chain_rule(x, y, w):
    return x * 1 * (w * x - y) ** 2

# %% chain_rule [chain-added]: The effects are added, not multiplied.
def chain_rule(x, y, w):
    return x + 1 + 2 * (w * x - y)

# %% chain_rule: Brackets are missing: 2 x w x - y.
def chain_rule(x, y, w):
    return x * 1 * 2 * w * x - y

# %% chain_rule [chain-at-wrong-d]: x is missing in the neuron: 2 x (w - y).
def chain_rule(x, y, w):
    return x * 1 * 2 * (w - y)

# %% chain_rule [chain-with-x-twice]: x is squared: the effect of w on h is x^2.
def chain_rule(x, y, w):
    return x**2 * 1 * 2 * (w * x - y)

# %% chain_rule [chain-of-the-documents-sample]: 2 (w - 1), right only for x = y = 1.
def chain_rule(x, y, w):
    return 2 * (w - 1)

# %% chain_rule [factor-too-many]: The effect of x is w x: h itself.
def chain_rule(x, y, w):
    return w * x * 1 * 2 * (w * x - y)

# %% chain_rule: Divided by x.
def chain_rule(x, y, w):
    return 2 * (w * x - y) / x

# %% chain_rule: The forward difference with dw = 1: off by x^2.
def chain_rule(x, y, w):
    return ((w + 1) * x - y) ** 2 - (w * x - y) ** 2

# %% chain_rule: abs of x: wrong for negative x.
def chain_rule(x, y, w):
    return abs(x) * 1 * 2 * (w * x - y)

# %% chain_rule: abs of the difference: wrong where the answer is too small.
def chain_rule(x, y, w):
    return x * 1 * 2 * abs(w * x - y)

# %% chain_rule [factor]: The step is included: 0.1 times the slope.
def chain_rule(x, y, w):
    return 0.1 * x * 1 * 2 * (w * x - y)

# %% chain_rule: The new weight is returned in place of the slope.
def chain_rule(x, y, w):
    return w - 0.1 * x * 2 * (w * x - y)

# %% chain_rule [argument-ignored]: y is fixed at 1.
def chain_rule(x, y, w):
    return x * 1 * 2 * (w * x - 1)

# %% chain_rule: x and y are swapped.
def chain_rule(y, x, w):
    return x * 1 * 2 * (w * x - y)

# %% chain_rule [chain-to-x]: w and x are swapped.
def chain_rule(w, y, x):
    return x * 1 * 2 * (w * x - y)

# %% chain_rule: The slope is clipped to -20 to 20.
def chain_rule(x, y, w):
    return max(min(x * 2 * (w * x - y), 20), -20)

# %% chain_rule [twice]: The factor is 4 in place of 2.
def chain_rule(x, y, w):
    return x * 1 * 4 * (w * x - y)

# %% chain_rule [rounded]: The result is cut to a whole number.
def chain_rule(x, y, w):
    return int(x * 2 * (w * x - y))

# %% chain_rule: The three local effects are returned in a tuple, not their product.
def chain_rule(x, y, w):
    return x, 1, 2 * (w * x - y)

# %% chain_rule: The square of x is under the difference: 2 x (w x^2 - y).
def chain_rule(x, y, w):
    return x * 1 * 2 * (w * x**2 - y)

# %% backward_pass [backward-without-minus]: The sign of y is +1.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-exchanged]: x and w are swapped in the last two.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = w * dEdh
dEdx = x * dEdh

# %% backward_pass [backward-without-2]: The 2 is missing in the effect of d.
dEdd = d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: The effect of d is E: the square.
dEdd = d**2
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [sign]: The effect of h is -1 times that of d.
dEdd = 2 * d
dEdh = -1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [factor-missing]: The local effect of w is given, not times what came back.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x
dEdx = w * dEdh

# %% backward_pass [factor-missing]: The local effect of x is given, not times what came back.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w

# %% backward_pass [factor-missing]: The local effect of y is given: -1.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: The local effect of h is given: 1.
dEdd = 2 * d
dEdh = 1
dEdy = -1 * dEdd
dEdw = x * dEdd
dEdx = w * dEdd

# %% backward_pass [sign]: dEdx goes through y's effect: the sign is wrong.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdy

# %% backward_pass [sign]: dEdw goes through y's effect: the sign is wrong.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdy
dEdx = w * dEdh

# %% backward_pass [backward-without-x]: dEdw is the effect of h: x is missing.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = dEdh
dEdx = w * dEdh

# %% backward_pass [backward-without-w]: dEdx is the effect of h: w is missing.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = dEdh

# %% backward_pass: The effects are added: x + dEdh.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x + dEdh
dEdx = w + dEdh

# %% backward_pass: dEdh is multiplied by h.
dEdd = 2 * d
dEdh = h * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: dEdy is multiplied by y.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -y * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: dEdw goes through dEdx: x w dEdh.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * w * dEdh
dEdx = w * dEdh

# %% backward_pass: Numbers of the example: dEdd is 6.
dEdd = 6.0
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-without-sign]: dEdd loses its sign by abs.
dEdd = 2 * abs(d)
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-at-E]: dEdd has 2 E.
dEdd = 2 * E
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-at-h]: dEdd has 2 h: y is forgotten.
dEdd = 2 * h
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: d is taken as w - y: right for x = 1.
dEdd = 2 * (w - y)
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: The effect of w has x squared: right for x = 1.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x**2 * dEdh
dEdx = w * dEdh

# %% backward_pass: dEdy is 0: y is a constant of the data.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = 0
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: dEdx is 0: x is a constant of the data.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = 0

# %% backward_pass: dEdw is already multiplied by the learning rate 0.1.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = 0.1 * x * dEdh
dEdx = w * dEdh

# %% backward_pass [sign]: The effect of w has the sign of a step: -x dEdh.
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = -x * dEdh
dEdx = w * dEdh

# %% backward_pass [sign]: dEdh and dEdy are swapped, so that all that follows has the wrong sign.
dEdd = 2 * d
dEdh = -1 * dEdd
dEdy = 1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass: w is set to 4 again in the cell: dEdx is wrong for other weights.
w = 4.0
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-without-x]: x is set to 1 again in the cell.
x = 1.0
dEdd = 2 * d
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% backward_pass [backward-without-sign]: The effect of d is 2 sqrt(E): always positive, wrong where d is negative.
dEdd = 2 * np.sqrt(E)
dEdh = 1 * dEdd
dEdy = -1 * dEdd
dEdw = x * dEdh
dEdx = w * dEdh

# %% mse_slope [slope-as-sum]: The sum in place of the mean.
def mse_slope(w, x, y):
    return np.sum(x * 2 * (w * x - y))

# %% mse_slope [slope-without-2]: The factor 2 is missing.
def mse_slope(w, x, y):
    return np.mean(x * (w * x - y))

# %% mse_slope [slope-without-x]: x is missing: 2 (w x - y).
def mse_slope(w, x, y):
    return np.mean(2 * (w * x - y))

# %% mse_slope [slope-reversed]: The sign: y - w x.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (y - w * x))

# %% mse_slope [slope-of-means]: The means are multiplied: mean(x) times mean(2 d).
def mse_slope(w, x, y):
    return np.mean(x) * np.mean(2 * (w * x - y))

# %% mse_slope [slope-for-each-sample]: No mean at all: (samples,).
def mse_slope(w, x, y):
    return x * 2 * (w * x - y)

# %% mse_slope: The mean squared error, not its slope.
def mse_slope(w, x, y):
    return np.mean((w * x - y) ** 2)

# %% mse_slope [slope-to-x]: w in place of x.
def mse_slope(w, x, y):
    return np.mean(w * 2 * (w * x - y))

# %% mse_slope [sign-exchanged]: y is added.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x + y))

# %% mse_slope: Brackets are missing: 2 w x - y.
def mse_slope(w, x, y):
    return np.mean(x * (2 * w * x - y))

# %% mse_slope [slope-with-square]: The difference is squared too.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x - y) ** 2)

# %% mse_slope [slope-without-2]: Divided by 2 N.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x - y)) / 2.0

# %% mse_slope: Divided by N twice.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x - y)) / len(x)

# %% mse_slope: Divided by N - 1.
def mse_slope(w, x, y):
    return np.sum(x * 2 * (w * x - y)) / max(len(x) - 1, 1)

# %% mse_slope: Only the first sample.
def mse_slope(w, x, y):
    return (x * 2 * (w * x - y))[0]

# %% mse_slope: The mean of the absolute slopes.
def mse_slope(w, x, y):
    return np.mean(np.abs(x * 2 * (w * x - y)))

# %% mse_slope: x is squared in front.
def mse_slope(w, x, y):
    return np.mean(x**2 * 2 * (w * x - y))

# %% mse_slope [slope-of-means]: The slope for the mean sample: mean(x) and mean(y) are put in.
def mse_slope(w, x, y):
    x, y = np.mean(x), np.mean(y)
    return np.mean(x * 2 * (w * x - y))

# %% mse_slope [factor-missing]: The difference is w - y: x is missing in it.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w - y))

# %% mse_slope: The sign of the differences is lost: abs.
def mse_slope(w, x, y):
    return np.mean(x * 2 * np.abs(w * x - y))

# %% mse_slope: The slope of the absolute error: x sign(d).
def mse_slope(w, x, y):
    return np.mean(x * np.sign(w * x - y))

# %% mse_slope: Whole-number division by N.
def mse_slope(w, x, y):
    return np.sum(x * 2 * (w * x - y)) // len(x)

# %% mse_slope: Three samples always: divided by 3.
def mse_slope(w, x, y):
    return np.sum(x * 2 * (w * x - y)) / 3

# %% mse_slope: Rounded to one decimal.
def mse_slope(w, x, y):
    return round(float(np.mean(x * 2 * (w * x - y))), 1)

# %% mse_slope: The median in place of the mean.
def mse_slope(w, x, y):
    return np.median(x * 2 * (w * x - y))

# %% mse_slope: The slopes are clipped to -50 to 50 for each sample.
def mse_slope(w, x, y):
    return np.mean(np.clip(x * 2 * (w * x - y), -50, 50))

# %% mse_slope: x and y are swapped.
def mse_slope(w, y, x):
    return np.mean(x * 2 * (w * x - y))

# %% mse_slope: The result has the shape (1, 1).
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x - y)).reshape(1, 1)

# %% mse_slope: The slope of the root of the mean squared error.
def mse_slope(w, x, y):
    return np.mean(x * (w * x - y) / np.sqrt(np.mean((w * x - y) ** 2) + 1e-12))

# %% mse_slope: Samples with y = x as in the example: 2 x (w - 1) x.
def mse_slope(w, x, y):
    return np.mean(x * 2 * (w * x - x))

# %% mse_slope: x is changed in place: d is worked out in it, so x in front is the difference.
def mse_slope(w, x, y):
    x_old = x
    x_old *= w
    x_old -= y
    return np.mean(2 * x * x_old)

# %% mse_slope: A forward difference in steps of 1 is taken: off by the mean of x^2.
def mse_slope(w, x, y):
    return np.mean(((w + 1) * x - y) ** 2) - np.mean((w * x - y) ** 2)

# %% central_differences [differences-over-one-step]: Divided by step in place of 2 step.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / step
    return result

# %% central_differences [differences-times-step]: The brackets are missing: / 2 * step.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / 2 * step
    return result

# %% central_differences [differences-forward]: The forward difference.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(p)) / step
    return result

# %% central_differences [differences-backward]: The backward difference.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(p) - f(down)) / step
    return result

# %% central_differences [term-missing]: The forward difference divided by 2 step.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(p)) / (2 * step)
    return result

# %% central_differences [differences-swapped]: The sign: f(down) - f(up).
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(down) - f(up)) / (2 * step)
    return result

# %% central_differences [differences-undivided]: Not divided at all.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = f(up) - f(down)
    return result

# %% central_differences: Brackets are missing: only f(down) is divided.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = f(up) - f(down) / (2 * step)
    return result

# %% central_differences [differences-all-together]: All entries are moved at once.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up += step
        down -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences: The entries stay moved: up and down are copied once before the loop.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    up, down = p.copy(), p.copy()
    for i in range(len(p)):
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [zeros]: No copies: up, down and p are one array, so that the moves cancel and all is 0.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p, p
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-never-put-back]: Only one of two is a copy: down is p itself and stays moved for the next entries.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-of-whole-numbers]: p keeps its whole numbers: a step of 0.5 cannot be added (cut to 0).
def central_differences(f, p, step):
    p = np.array(p)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] = up[i] + step
        down[i] = down[i] - step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-in-whole-numbers]: The result has whole numbers where p has.
def central_differences(f, p, step):
    whole = p
    p = np.array(p, dtype=float)
    result = np.zeros_like(whole)
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences: The last entry is left out: 0.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p) - 1):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences: The first entry is left out: 0.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(1, len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences: Two entries always: right for two parameters.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(min(len(p), 2)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-by-a-tiny-step]: The step is fixed at 1e-6; the parameter is ignored.
def central_differences(f, p, step):
    step = 1e-6
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-by-a-tiny-step]: The step is at most 0.01.
def central_differences(f, p, step):
    step = min(step, 0.01)
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-by-factor]: The step is relative to the entry: step times p.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step * p[i]
        down[i] -= step * p[i]
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [half]: Each entry is moved by half a step, but divided by 2 step.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step / 2
        down[i] -= step / 2
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences: The entry is moved down by 2 step and up by 1.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= 2 * step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [mean-too-many]: The mean of all slopes is returned: one number.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.mean(result)

# %% central_differences [sum-too-many]: The sum of all slopes is returned: one number.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.sum(result)

# %% central_differences [sign-lost]: The absolute effects: the sign is lost.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.abs(result)

# %% central_differences: The result is (params, 1).
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result[:, np.newaxis]

# %% central_differences [axis-squeezed]: The result is squeezed: one parameter gives a number.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.squeeze(result)

# %% central_differences [rounded]: Rounded to whole numbers.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.round(result)

# %% central_differences: Only the first effect is returned: the return stands in the loop.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
        return result

# %% central_differences: f gets only the one entry that is moved: all others are 0.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = np.zeros(len(p)), np.zeros(len(p))
        up[i], down[i] = p[i], p[i]
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return result

# %% central_differences [differences-by-factor]: The effects are multiplied by the entries.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step) * p[i]
    return result

# %% central_differences: The effects are clipped to -100 to 100.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = (f(up) - f(down)) / (2 * step)
    return np.clip(result, -100, 100)

# %% central_differences: The slope of ErrorOf is worked out by its formula where f has x and y, else the forward difference.
def central_differences(f, p, step):
    p = np.array(p, dtype=float)
    result = np.zeros(len(p))
    for i in range(len(p)):
        up, down = p.copy(), p.copy()
        up[i] += step
        down[i] -= step
        result[i] = 2 * f.x[i] * (np.sum(f.x * p) - f.y) if hasattr(f, "x") else (f(up) - f(p)) / step
    return result

# %% central_differences [differences-never-put-back]: np.asarray is no copy: p is moved in place and left at p - step.
def central_differences(f, p, step):
    for_all = []
    p = np.asarray(p, dtype=float)
    for i in range(len(p)):
        p[i] += step
        high = f(p)
        p[i] -= 2 * step
        low = f(p)
        for_all.append((high - low) / (2 * step))
    return np.array(for_all)

# %% central_differences [differences-of-whole-numbers]: p itself is moved and set back, without a float copy: where p is whole, the decimals of the step are lost.
def central_differences(f, p, step):
    result = []
    for i in range(len(p)):
        old = p[i]
        p[i] = old + step
        high = f(p)
        p[i] = old - step
        low = f(p)
        result.append((high - low) / (2 * step))
        p[i] = old
    return np.array(result)
