# %% error [error-without-half]: The factor 1/2 is missing.
def error(p, t):
    return (p - t) ** 2

# %% error [error-without-square]: The square is missing: half of the difference.
def error(p, t):
    return (p - t) / 2

# %% error [error-with-t-added]: The sign of t is wrong: (p + t)^2.
def error(p, t):
    return 0.5 * (p + t) ** 2

# %% error [error-of-target-minus-2]: The target is fixed at -2: t is ignored.
def error(p, t):
    return 0.5 * (p + 2) ** 2

# %% error [error-with-half-inside]: The factor 1/2 is inside the square.
def error(p, t):
    return (0.5 * (p - t)) ** 2

# %% error: The mean over the entries instead of the error of every entry.
def error(p, t):
    return np.mean(0.5 * (p - t) ** 2)

# %% error [error-summed]: The sum over the entries instead of the error of every entry.
def error(p, t):
    return np.sum(0.5 * (p - t) ** 2)

# %% error [another-function]: The derivative p - t instead of the error.
def error(p, t):
    return p - t

# %% error [rounded]: Floor division // 2 cuts off the decimals of the error.
def error(p, t):
    return (p - t) ** 2 // 2

# %% error [error-as-half-distance]: The absolute difference instead of the square.
def error(p, t):
    return 0.5 * np.abs(p - t)

# %% error [cut-like-an-argument]: np.zeros_like(p) makes whole numbers of the result where p is whole.
def error(p, t):
    e = np.zeros_like(p)
    e[...] = 0.5 * (p - t) ** 2
    return e

# %% error: Bracket: p - t^2 instead of (p - t)^2.
def error(p, t):
    return 0.5 * (p - t**2)

# %% error [error-of-squares]: The squares are subtracted: p^2 - t^2.
def error(p, t):
    return 0.5 * (p**2 - t**2)

# %% error [sign]: The sign is wrong: the error is negative.
def error(p, t):
    return -0.5 * (p - t) ** 2

# %% error: p is changed in place by p -= t where it is an array.
def error(p, t):
    p -= t
    return 0.5 * p**2

# %% error: len(p): fails where p is a number.
def error(p, t):
    return np.array([0.5 * (p[i] - t) ** 2 for i in range(len(p))])

# %% error: The result is flattened: the shape is lost where p has two axes.
def error(p, t):
    return np.ravel(0.5 * (p - t) ** 2)

# %% error: The result of a number has an axis: np.atleast_1d.
def error(p, t):
    return np.atleast_1d(0.5 * (p - t) ** 2)

# %% error [axis-squeezed]: np.squeeze removes axes of length 1, for instance of p of the shape (1, 3).
def error(p, t):
    return np.squeeze(0.5 * (p - t) ** 2)

# %% error [rounded]: .astype(int) cuts off the decimals.
def error(p, t):
    return np.asarray(0.5 * (p - t) ** 2).astype(int)

# %% error: The error is clipped at 100: wrong for p far from t.
def error(p, t):
    return np.minimum(0.5 * (p - t) ** 2, 100)

# %% error [error-as-half-distance]: The root of the squared difference.
def error(p, t):
    return 0.5 * np.sqrt((p - t) ** 2)

# %% error [factor]: Times 2 instead of times 1/2.
def error(p, t):
    return 2 * (p - t) ** 2

# %% error: The difference of the absolute values: right only where p and t have the same sign.
def error(p, t):
    return 0.5 * (np.abs(p) - np.abs(t)) ** 2

# %% error: Two mistakes: the factor 1/2 is missing, and the sign of t is wrong.
def error(p, t):
    return (p + t) ** 2

# %% plot_error [plot-without-half]: The factor 1/2 is missing.
def plot_error(ps):
    plt.plot(ps, (ps + 2) ** 2, "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-around-plus-2]: (p - 2)^2 instead of (p + 2)^2.
def plot_error(ps):
    plt.plot(ps, error(ps, 2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-turned]: The axes are swapped: p over E.
def plot_error(ps):
    plt.plot(error(ps, -2), ps, "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-over-positions]: ps is not given to plt.plot: E is drawn over 0, 1, 2, ...
def plot_error(ps):
    plt.plot(error(ps, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-without-ylabel]: The label of the vertical axis is missing.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.xlabel("p")

# %% plot_error [line-left-out]: The label of the horizontal axis is missing.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.ylabel("E")

# %% plot_error: There is a title, but no label on the axes.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.title("E over p")

# %% plot_error [line-left-out]: plt.ylabel is called twice: the horizontal axis has no label.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.ylabel("p")
    plt.ylabel("E")

# %% plot_error: ps is ignored: new random numbers are drawn.
def plot_error(ps):
    own = np.random.uniform(-6, 2, 1000)
    plt.plot(own, error(own, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: ps is ignored: a grid from -6 to 2 is drawn.
def plot_error(ps):
    own = np.linspace(-6, 2, 1000)
    plt.plot(own, error(own, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-of-sorted-numbers-only]: ps is sorted, but E is not: points off the curve.
def plot_error(ps):
    plt.plot(np.sort(ps), error(ps, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: ps.sort() changes the argument in place.
def plot_error(ps):
    ps.sort()
    plt.plot(ps, error(ps, -2), "b-")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-of-the-slope]: The slope p + 2 is drawn instead of the error.
def plot_error(ps):
    plt.plot(ps, ps + 2, "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: A histogram of the numbers instead of the points.
def plot_error(ps):
    plt.hist(ps, bins=50)
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [plot-beside-the-slope]: The slope is drawn into the same picture, not only E.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.plot(ps, ps + 2, "r.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: Only the first 100 numbers are drawn.
def plot_error(ps):
    plt.plot(ps[:100], error(ps[:100], -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: Only the numbers right of -2 are drawn.
def plot_error(ps):
    right = ps[ps > -2]
    plt.plot(right, error(right, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: The figure is closed at the end: nothing is left.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")
    plt.close()

# %% plot_error [rounded]: The numbers are rounded to whole ones before they are drawn.
def plot_error(ps):
    whole = np.round(ps)
    plt.plot(whole, error(whole, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error [line-left-out]: Nothing is drawn: the errors are computed and returned.
def plot_error(ps):
    E = error(ps, -2)
    plt.xlabel("p")
    plt.ylabel("E")
    return E

# %% plot_error [plot-without-labels]: The labels are empty strings.
def plot_error(ps):
    plt.plot(ps, error(ps, -2), "b.")
    plt.xlabel("")
    plt.ylabel("")

# %% plot_error: The global NUM_SAMPLES decides how many are drawn: IndexError where there are fewer numbers.
def plot_error(ps):
    some = ps[np.arange(NUM_SAMPLES)]
    plt.plot(some, error(some, -2), "b.")
    plt.xlabel("p")
    plt.ylabel("E")

# %% plot_error: Two mistakes: the target is 0, and the label of E is missing.
def plot_error(ps):
    plt.plot(ps, 0.5 * ps**2, "b.")
    plt.xlabel("p")

# %% error_change [change-before-minus-after]: The difference is before minus after.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), error(p, t) - error(new_p, t)

# %% error_change [change-after-first]: The errors are in the wrong order: after, before.
def error_change(p, new_p, t):
    return error(new_p, t), error(p, t), error(new_p, t) - error(p, t)

# %% error_change: The change comes first.
def error_change(p, new_p, t):
    return error(new_p, t) - error(p, t), error(p, t), error(new_p, t)

# %% error_change [change-without-sign]: The absolute value of the change: the sign is lost.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), abs(error(new_p, t) - error(p, t))

# %% error_change [change-of-p]: The change of p instead of the change of the error.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), new_p - p

# %% error_change [change-for-target-minus-2]: The target is fixed at -2.
def error_change(p, new_p, t):
    return error(p, -2), error(new_p, -2), error(new_p, -2) - error(p, -2)

# %% error_change [change-divided]: The change is divided by the change of p: the ratio.
def error_change(p, new_p, t):
    before, after = error(p, t), error(new_p, t)
    return before, after, (after - before) / (new_p - p)

# %% error_change: Only the change is returned.
def error_change(p, new_p, t):
    return error(new_p, t) - error(p, t)

# %% error_change: Only two numbers are returned: the change is missing.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t)

# %% error_change: new_p is taken for the length of the move: the error at p + new_p.
def error_change(p, new_p, t):
    before, after = error(p, t), error(p + new_p, t)
    return before, after, after - before

# %% error_change [change-without-half]: The factor 1/2 is missing in all three.
def error_change(p, new_p, t):
    before, after = (p - t) ** 2, (new_p - t) ** 2
    return before, after, after - before

# %% error_change: The error after is computed from the change of p, error(new_p - p).
def error_change(p, new_p, t):
    before, after = error(p, t), error(new_p - p, t)
    return before, after, after - before

# %% error_change: The change is the error of the difference: error(new_p - p, t).
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), error(new_p - p, t)

# %% error_change [change-of-p]: The change is the difference of the slopes, new_p - t minus p - t.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), (new_p - t) - (p - t)

# %% error_change: int() cuts off the decimals.
def error_change(p, new_p, t):
    before, after = int(error(p, t)), int(error(new_p, t))
    return before, after, after - before

# %% error_change: The error after is always one step of gradient descent with 0.5: new_p is ignored.
def error_change(p, new_p, t):
    before, after = error(p, t), error(p - 0.5 * (p - t), t)
    return before, after, after - before

# %% error_change [sign-exchanged]: The sum instead of the difference.
def error_change(p, new_p, t):
    return error(p, t), error(new_p, t), error(new_p, t) + error(p, t)

# %% error_change: The relative change, divided by the error before.
def error_change(p, new_p, t):
    before, after = error(p, t), error(new_p, t)
    return before, after, (after - before) / before

# %% error_change [zeros]: The change is clipped at 0: an error that grows gives 0.
def error_change(p, new_p, t):
    before, after = error(p, t), error(new_p, t)
    return before, after, min(0, after - before)

# %% error_change [names-exchanged]: The arguments p and t are swapped with new_p: error(new_p, p) as the error after.
def error_change(p, new_p, t):
    before, after = error(p, t), error(new_p, p)
    return before, after, after - before

# %% error_change: The differences p - t and new_p - t instead of the errors.
def error_change(p, new_p, t):
    before, after = p - t, new_p - t
    return before, after, after - before

# %% error_change: // 2 cuts off the halves where the numbers are whole.
def error_change(p, new_p, t):
    before, after = (p - t) ** 2 // 2, (new_p - t) ** 2 // 2
    return before, after, after - before

# %% error_change: The error after is the error at p again, so the change is always 0: new_p is not used.
def error_change(p, new_p, t):
    before = error(p, t)
    after = before
    return before, after, after - before

# %% error_change: The errors are sorted, so before is always the larger one.
def error_change(p, new_p, t):
    before, after = max(error(p, t), error(new_p, t)), min(error(p, t), error(new_p, t))
    return before, after, after - before

# %% error_change: Two mistakes: before minus after, and the target is fixed at -2.
def error_change(p, new_p, t):
    return error(p, -2), error(new_p, -2), error(p, -2) - error(new_p, -2)

# %% ratio [ratio-not-divided]: The change is not divided by dp.
def ratio(p, dp, t):
    return error(p + dp, t) - error(p, t)

# %% ratio [ratio-reversed]: The sign is wrong: E(p) - E(p + dp).
def ratio(p, dp, t):
    return (error(p, t) - error(p + dp, t)) / dp

# %% ratio [ratio-to-the-other-side]: p - dp instead of p + dp.
def ratio(p, dp, t):
    return (error(p - dp, t) - error(p, t)) / dp

# %% ratio [ratio-without-bracket]: The bracket is missing: only E(p) is divided by dp.
def ratio(p, dp, t):
    return error(p + dp, t) - error(p, t) / dp

# %% ratio [term-missing]: dp is taken for the new place: E(dp) - E(p).
def ratio(p, dp, t):
    return (error(dp, t) - error(p, t)) / dp

# %% ratio: dp is taken for the new place, and the change is divided by dp - p.
def ratio(p, dp, t):
    return (error(dp, t) - error(p, t)) / (dp - p)

# %% ratio [ratio-as-slope]: The symmetric ratio, from p - dp to p + dp: another formula.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p - dp, t)) / (2 * dp)

# %% ratio [ratio-as-slope]: The derivative p - t instead of the ratio: right only for dp near 0.
def ratio(p, dp, t):
    return p - t

# %% ratio [multiplied]: Multiplied with dp instead of divided.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) * dp

# %% ratio [ratio-without-sign-of-dp]: The sign of a negative dp is lost: divided by abs(dp).
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) / abs(dp)

# %% ratio [sign-lost]: Only positive dp: abs(dp) everywhere, so a negative dp goes to the right.
def ratio(p, dp, t):
    dp = abs(dp)
    return (error(p + dp, t) - error(p, t)) / dp

# %% ratio [ratio-upside-down]: The ratio is upside down: dp over the change of E.
def ratio(p, dp, t):
    return dp / (error(p + dp, t) - error(p, t))

# %% ratio [argument-ignored]: The target is fixed at -2.
def ratio(p, dp, t):
    return (error(p + dp, -2) - error(p, -2)) / dp

# %% ratio [argument-ignored]: p is fixed at 0.
def ratio(p, dp, t):
    return (error(dp, t) - error(0, t)) / dp

# %% ratio: The parameter dp is replaced by 0.001.
def ratio(p, dp, t):
    dp = 0.001
    return (error(p + dp, t) - error(p, t)) / dp

# %% ratio: Whole-number division // cuts off the decimals.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) // dp

# %% ratio [twice]: The factor 1/2 is missing: twice the ratio.
def ratio(p, dp, t):
    return ((p + dp - t) ** 2 - (p - t) ** 2) / dp

# %% ratio [half]: Divided by 2 dp, although the change is over dp.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) / (2 * dp)

# %% ratio: Divided by p + dp instead of dp.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) / (p + dp)

# %% ratio [ratio-to-the-other-side]: The error at the target side: t is moved by dp instead of p.
def ratio(p, dp, t):
    return (error(p, t + dp) - error(p, t)) / dp

# %% ratio [sign]: The absolute value of the ratio: negative slopes become positive.
def ratio(p, dp, t):
    return abs((error(p + dp, t) - error(p, t)) / dp)

# %% ratio: A small number is added to dp against a division by 0: wrong for small dp.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) / (dp + 1e-3)

# %% ratio: The square of the change: (E(p + dp) - E(p))^2 / dp.
def ratio(p, dp, t):
    return (error(p + dp, t) - error(p, t)) ** 2 / dp

# %% ratio: For |dp| below 0.1 the derivative is returned instead of the ratio.
def ratio(p, dp, t):
    if abs(dp) < 0.1:
        return p - t
    return (error(p + dp, t) - error(p, t)) / dp

# %% ratio [sign]: Two mistakes: the sign is wrong, and it is divided by abs(dp); for negative dp they cancel, for positive dp the sign is wrong.
def ratio(p, dp, t):
    return (error(p, t) - error(p + dp, t)) / abs(dp)

# %% slope [slope-with-t-added]: The sign of t is wrong: p + t.
def slope(p, t):
    return p + t

# %% slope [slope-reversed]: The sign is wrong: t - p.
def slope(p, t):
    return t - p

# %% slope [slope-for-target-minus-2]: The target is fixed at -2: p + 2.
def slope(p, t):
    return p + 2

# %% slope [slope-without-half]: The factor 2 is left: 2 (p - t), as if the 1/2 were missing.
def slope(p, t):
    return 2 * (p - t)

# %% slope [slope-without-2]: The factor 1/2 is left: (p - t) / 2.
def slope(p, t):
    return 0.5 * (p - t)

# %% slope [slope-as-error]: The error instead of its derivative.
def slope(p, t):
    return 0.5 * (p - t) ** 2

# %% slope: The inner derivative is taken for p: (p - t) p.
def slope(p, t):
    return (p - t) * p

# %% slope [term-missing]: t is dropped, as the derivative of a constant: p.
def slope(p, t):
    return p + 0 * t

# %% slope [slope-as-sign]: The sign of the slope only.
def slope(p, t):
    return np.sign(p - t)

# %% slope [slope-without-sign]: The absolute value: negative slopes become positive.
def slope(p, t):
    return np.abs(p - t)

# %% slope: The mean over the entries instead of every entry.
def slope(p, t):
    return np.mean(p - t)

# %% slope: Divided by the number of entries.
def slope(p, t):
    return (p - t) / np.size(p)

# %% slope: The sum over the entries.
def slope(p, t):
    return np.sum(p - t)

# %% slope: The difference quotient with dp = 0.1: off by 0.05.
def slope(p, t):
    return (error(p + 0.1, t) - error(p, t)) / 0.1

# %% slope: The slope is clipped to -5 ... 5: wrong far from the target.
def slope(p, t):
    return np.clip(p - t, -5, 5)

# %% slope [cut-like-an-argument]: np.zeros_like(p) makes whole numbers of the result where p is whole and t is not.
def slope(p, t):
    s = np.zeros_like(p)
    s[...] = p - t
    return s

# %% slope: p is changed in place by p -= t where it is an array.
def slope(p, t):
    p -= t
    return p

# %% slope: len(p): fails where p is a number.
def slope(p, t):
    return np.array([p[i] - t for i in range(len(p))])

# %% slope: np.ravel: the shape is lost where p has two axes.
def slope(p, t):
    return np.ravel(p - t)

# %% slope: np.atleast_1d: a number gets an axis.
def slope(p, t):
    return np.atleast_1d(p - t)

# %% slope [only-several]: np.squeeze removes axes of length 1, for instance of p of the shape (1, 3).
def slope(p, t):
    return np.squeeze(p - t)

# %% slope [rounded]: .astype(int) cuts off the decimals.
def slope(p, t):
    return np.asarray(p - t).astype(int)

# %% slope: The second derivative, 1 everywhere.
def slope(p, t):
    return np.ones_like(p)

# %% slope: np.gradient takes differences between neighbours in the array, not the derivative at each p.
def slope(p, t):
    return np.gradient(np.atleast_1d(error(p, t)))

# %% slope: Two mistakes: the factor 2 is left, and the sign of t is wrong.
def slope(p, t):
    return 2 * (p + t)

# %% direction [direction-uphill]: Left and right are swapped.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "right"
    if slope_at_p < 0:
        return "left"
    return "stay"

# %% direction [direction-right-at-zero]: At 0 it goes to the right: "stay" is missing.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "left"
    return "right"

# %% direction [direction-left-at-zero]: At 0 it goes to the left: >= before "stay".
def direction(slope_at_p):
    if slope_at_p >= 0:
        return "left"
    elif slope_at_p < 0:
        return "right"
    return "stay"

# %% direction [direction-always-left]: Always "left".
def direction(slope_at_p):
    return "left"

# %% direction: "stay" below 0 too: the right side is forgotten.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "left"
    return "stay"

# %% direction: "stay" for slopes between -0.1 and 0.1, not only at exactly 0.
def direction(slope_at_p):
    if abs(slope_at_p) < 0.1:
        return "stay"
    return "left" if slope_at_p > 0 else "right"

# %% direction: np.isclose with its tolerance 1e-8: a tiny slope such as 1e-9 gives "stay".
def direction(slope_at_p):
    if np.isclose(slope_at_p, 0):
        return "stay"
    return "left" if slope_at_p > 0 else "right"

# %% direction [direction-of-whole-numbers]: int() cuts off the decimals: slopes between -1 and 1 give "stay".
def direction(slope_at_p):
    slope_at_p = int(slope_at_p)
    if slope_at_p > 0:
        return "left"
    if slope_at_p < 0:
        return "right"
    return "stay"

# %% direction: The border is 1 instead of 0.
def direction(slope_at_p):
    if slope_at_p > 1:
        return "left"
    if slope_at_p < 1:
        return "right"
    return "stay"

# %% direction [direction-of-p]: The argument is taken for p: compared with the target -2.
def direction(slope_at_p):
    if slope_at_p > -2:
        return "left"
    if slope_at_p < -2:
        return "right"
    return "stay"

# %% direction: The numbers -1, 1, 0 instead of the words.
def direction(slope_at_p):
    return -np.sign(slope_at_p)

# %% direction: "up" and "down" instead of left and right.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "down"
    if slope_at_p < 0:
        return "up"
    return "stay"

# %% direction: "stop" instead of "stay".
def direction(slope_at_p):
    if slope_at_p > 0:
        return "left"
    if slope_at_p < 0:
        return "right"
    return "stop"

# %% direction: Nothing (None) at exactly 0.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "left"
    if slope_at_p < 0:
        return "right"

# %% direction: The last if has an else: a positive slope ends as "stay", since the answer is overwritten.
def direction(slope_at_p):
    if slope_at_p > 0:
        answer = "left"
    if slope_at_p < 0:
        answer = "right"
    else:
        answer = "stay"
    return answer

# %% direction: The return is missing: None.
def direction(slope_at_p):
    answer = "stay"
    if slope_at_p > 0:
        answer = "left"
    elif slope_at_p < 0:
        answer = "right"

# %% direction: Only the slopes of the examples, 2, -3 and 0, are known.
def direction(slope_at_p):
    return {2: "left", -3: "right", 0: "stay"}.get(slope_at_p, "stay")

# %% direction [direction-always-left]: abs() loses the sign: negative slopes go to the left.
def direction(slope_at_p):
    if abs(slope_at_p) > 0:
        return "left"
    return "stay"

# %% direction [constant]: Compared with == 1 and == -1: any other slope gives "stay".
def direction(slope_at_p):
    if slope_at_p == 1:
        return "left"
    if slope_at_p == -1:
        return "right"
    return "stay"

# %% direction: Steep slopes are thought to need "stay": a slope above 10 or below -10 does not move.
def direction(slope_at_p):
    if 0 < slope_at_p <= 10:
        return "left"
    if -10 <= slope_at_p < 0:
        return "right"
    return "stay"

# %% direction [direction-of-whole-numbers]: round() makes 0 of slopes up to 0.5: "stay".
def direction(slope_at_p):
    return {1: "left", -1: "right", 0: "stay"}[int(np.sign(round(slope_at_p)))]

# %% direction: A list with the word and the slope instead of the word.
def direction(slope_at_p):
    word = "left" if slope_at_p > 0 else "right" if slope_at_p < 0 else "stay"
    return [word, slope_at_p]

# %% direction [direction-uphill]: Two mistakes: left and right are swapped, and 0 goes to the left.
def direction(slope_at_p):
    if slope_at_p > 0:
        return "right"
    return "left"

# %% update [update-uphill]: The sign is wrong: gradient ascent, p + lr * slope.
def update(p, t, lr):
    return p + lr * slope(p, t)

# %% update [update-without-lr]: The learning rate is missing.
def update(p, t, lr):
    return p - slope(p, t)

# %% update: The new p is only the step lr * slope: p is missing.
def update(p, t, lr):
    return lr * slope(p, t)

# %% update [update-by-error]: The error instead of the slope.
def update(p, t, lr):
    return p - lr * error(p, t)

# %% update [sign-of-argument]: The sign of t is wrong: p - lr (p + t).
def update(p, t, lr):
    return p - lr * (p + t)

# %% update [update-to-target-minus-2]: The target is fixed at -2.
def update(p, t, lr):
    return p - lr * (p + 2)

# %% update [argument-ignored]: The learning rate is fixed at 0.5.
def update(p, t, lr):
    return p - 0.5 * slope(p, t)

# %% update [bounded]: min(lr, 1): wrong for learning rates above 1.
def update(p, t, lr):
    return p - min(lr, 1) * slope(p, t)

# %% update [update-divided-by-lr]: Divided by lr instead of multiplied.
def update(p, t, lr):
    return p - slope(p, t) / lr

# %% update: The bracket is wrong: (p - lr) * slope.
def update(p, t, lr):
    return (p - lr) * slope(p, t)

# %% update [update-with-doubled-slope]: The slope has a factor 2 too much.
def update(p, t, lr):
    return p - lr * 2 * (p - t)

# %% update: p is changed in place by p -= ... where it is an array.
def update(p, t, lr):
    p -= lr * (p - t)
    return p

# %% update [cut-like-an-argument]: np.zeros_like(p) makes whole numbers of the result where p is whole.
def update(p, t, lr):
    new = np.zeros_like(p)
    new[...] = p - lr * slope(p, t)
    return new

# %% update: The mean of the slopes of all entries is used for each entry.
def update(p, t, lr):
    return p - lr * np.mean(slope(p, t))

# %% update: The sum of the slopes of all entries is used for each entry.
def update(p, t, lr):
    return p - lr * np.sum(slope(p, t))

# %% update [update-by-sign]: Only the sign of the slope is used.
def update(p, t, lr):
    return p - lr * np.sign(slope(p, t))

# %% update: The slope is clipped to -1 ... 1.
def update(p, t, lr):
    return p - lr * np.clip(slope(p, t), -1, 1)

# %% update [bounded]: The step does not go past the target: wrong for learning rates above 1.
def update(p, t, lr):
    new = p - lr * slope(p, t)
    return np.where(p > t, np.maximum(new, t), np.minimum(new, t))

# %% update: Two steps instead of one.
def update(p, t, lr):
    p = p - lr * slope(p, t)
    return p - lr * slope(p, t)

# %% update [rounded]: .astype(int) cuts off the decimals.
def update(p, t, lr):
    return np.asarray(p - lr * slope(p, t)).astype(int)

# %% update: np.ravel: the shape is lost where p has two axes.
def update(p, t, lr):
    return np.ravel(p - lr * slope(p, t))

# %% update [axis-squeezed]: np.squeeze removes axes of length 1, for instance of p of the shape (1, 3).
def update(p, t, lr):
    return np.squeeze(p - lr * slope(p, t))

# %% update: len(p): fails where p is a number.
def update(p, t, lr):
    return np.array([p[i] - lr * (p[i] - t) for i in range(len(p))])

# %% update: The distance is multiplied with 1 - lr, but t is not added again.
def update(p, t, lr):
    return (1 - lr) * (p - t)

# %% update: lr and 1 - lr are swapped: t + lr (p - t).
def update(p, t, lr):
    return t + lr * (p - t)

# %% update [state-kept]: The learning rate halves from call to call (state in a global variable): right for the first call only.
shrink = 1.0


def update(p, t, lr):
    global shrink
    new = p - lr * shrink * slope(p, t)
    shrink = shrink / 2
    return new

# %% update: abs() of the slope: p always goes to the left.
def update(p, t, lr):
    return p - lr * np.abs(slope(p, t))

# %% update: np.atleast_1d: a number gets an axis.
def update(p, t, lr):
    return np.atleast_1d(p - lr * slope(p, t))

# %% update: Two mistakes: the sign is wrong, and the factor 2 is left in the slope.
def update(p, t, lr):
    return p + lr * 2 * (p - t)

# %% one_step [script-uphill]: The sign of the update is wrong.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p + lr * DpE

# %% one_step [script-without-lr]: The learning rate is missing in the update.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - DpE

# %% one_step [names-exchanged]: The error is used instead of the slope in the update.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - lr * E

# %% one_step: (p - 2) instead of (p + 2).
E = 0.5 * (p - 2) ** 2
DpE = p - 2
p = p - lr * DpE

# %% one_step [script-without-half]: The factor 1/2 of the error is missing.
E = (p + 2) ** 2
DpE = p + 2
p = p - lr * DpE

# %% one_step [script-with-doubled-slope]: The slope has a factor 2 too much.
E = 0.5 * (p + 2) ** 2
DpE = 2 * (p + 2)
p = p - lr * DpE

# %% one_step: p is updated first: E and DpE are those after the step.
p = p - lr * (p + 2)
E = 0.5 * (p + 2) ** 2
DpE = p + 2

# %% one_step [script-with-error-after]: E is computed after the step.
DpE = p + 2
p = p - lr * DpE
E = 0.5 * (p + 2) ** 2

# %% one_step: p is set to 0 again in the script.
p = 0
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - lr * DpE

# %% one_step: lr is set to 0.5 again in the script.
lr = 0.5
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - lr * DpE

# %% one_step [script-that-sets-p]: p and lr are both set again, to the example's numbers.
p, lr = 0, 0.5
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - lr * DpE

# %% one_step: The new p gets another name, new_p: p stays as it was.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
new_p = p - lr * DpE

# %% one_step [script-that-sets-p]: The numbers are typed in: 2, 2 and -1.
E = 2
DpE = 2
p = -1.0

# %% one_step: 1/2 as // 2: the half is cut off where p is whole and odd.
E = (p + 2) ** 2 // 2
DpE = p + 2
p = p - lr * DpE

# %% one_step [term-missing]: The slope is only p: the inner 2 is forgotten.
E = 0.5 * (p + 2) ** 2
DpE = p
p = p - lr * DpE

# %% one_step: int() cuts off the decimals of the new p.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = int(p - lr * DpE)

# %% one_step: Two steps instead of one.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
for _ in range(2):
    p = p - lr * (p + 2)

# %% one_step: Sixteen steps in a loop: E and DpE are those of the last one.
for _ in range(16):
    E = 0.5 * (p + 2) ** 2
    DpE = p + 2
    p = p - lr * DpE

# %% one_step: DpE holds the whole step, lr times the slope.
E = 0.5 * (p + 2) ** 2
DpE = lr * (p + 2)
p = p - DpE

# %% one_step: DpE is the ratio with dp = 0.1 instead of the derivative.
E = 0.5 * (p + 2) ** 2
DpE = (0.5 * (p + 0.1 + 2) ** 2 - E) / 0.1
p = p - lr * DpE

# %% one_step [sign]: The absolute value of the slope: wrong left of the target.
E = 0.5 * (p + 2) ** 2
DpE = abs(p + 2)
p = p - lr * DpE

# %% one_step [term-missing]: The new p is only the step: p = -lr DpE, right for the start 0 only.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = -lr * DpE

# %% one_step: min(lr, 1): wrong for learning rates above 1.
E = 0.5 * (p + 2) ** 2
DpE = p + 2
p = p - min(lr, 1) * DpE

# %% one_step [sign]: The derivative is negated (p + 2 with a minus), and the update adds it: p is right, but DpE has the wrong sign.
E = 0.5 * (p + 2) ** 2
DpE = -(p + 2)
p = p + lr * DpE

# %% one_step: E and DpE are swapped.
DpE = 0.5 * (p + 2) ** 2
E = p + 2
p = p - lr * E

# %% one_step: The slope is the rate: E is divided by p + 2, half of the slope.
E = 0.5 * (p + 2) ** 2
DpE = E / (p + 2)
p = p - lr * DpE

# %% descend [path-one-step-behind]: The start is in the path: it is shifted by one place and lacks the last step.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        path.append(p)
        p = update(p, t, lr)
    return np.array(path)

# %% descend [path-with-start]: The path has the start too: steps + 1 numbers.
def descend(p, t, lr, steps):
    path = [p]
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend [path-too-short]: One step too few: range(steps - 1).
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps - 1):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend [path-end-only]: Only the last place is returned.
def descend(p, t, lr, steps):
    for _ in range(steps):
        p = update(p, t, lr)
    return p

# %% descend [path-of-first-steps]: Each step starts at the start again: all places are the same.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        path.append(update(p, t, lr))
    return np.array(path)

# %% descend [path-along-first-slope]: The slope at the start is used in every step.
def descend(p, t, lr, steps):
    s = slope(p, t)
    path = []
    for _ in range(steps):
        p = p - lr * s
        path.append(p)
    return np.array(path)

# %% descend [path-uphill]: The sign is wrong: gradient ascent.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = p + lr * slope(p, t)
        path.append(p)
    return np.array(path)

# %% descend [path-of-whole-numbers]: np.zeros(steps, dtype=int) cuts off the decimals.
def descend(p, t, lr, steps):
    path = np.zeros(steps, dtype=int)
    for i in range(steps):
        p = update(p, t, lr)
        path[i] = p
    return path

# %% descend: np.full(steps, p) makes whole numbers of the path where the start p is whole.
def descend(p, t, lr, steps):
    path = np.full(steps, p)
    for i in range(steps):
        p = update(p, t, lr)
        path[i] = p
    return path

# %% descend [bounded]: return stands in the loop: only the first step.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
        return np.array(path)

# %% descend: The loop stops early where p is nearer than 0.001 to the target: fewer than `steps` numbers.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
        if abs(p - t) < 1e-3:
            break
    return np.array(path)

# %% descend: At most 100 steps.
def descend(p, t, lr, steps):
    path = []
    for _ in range(min(steps, 100)):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend: Always 16 steps: `steps` is ignored.
def descend(p, t, lr, steps):
    path = []
    for _ in range(16):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend [path-with-lr-one-half]: The learning rate is fixed at 0.5.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, 0.5)
        path.append(p)
    return np.array(path)

# %% descend [bounded]: min(lr, 1): wrong for learning rates above 1.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, min(lr, 1))
        path.append(p)
    return np.array(path)

# %% descend [path-to-target-minus-2]: The target is fixed at -2.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, -2, lr)
        path.append(p)
    return np.array(path)

# %% descend [argument-ignored]: The start is fixed at 0.
def descend(p, t, lr, steps):
    p = 0
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend: The errors along the path instead of the places.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(error(p, t))
    return np.array(path)

# %% descend: The distances to the target instead of the places.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p - t)
    return np.array(path)

# %% descend [path-of-slopes]: The slopes along the path instead of the places.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        s = slope(p, t)
        p = p - lr * s
        path.append(s)
    return np.array(path)

# %% descend: The shape is (steps, 1) instead of (steps,).
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append([p])
    return np.array(path)

# %% descend: The path is in reverse order.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.insert(0, p)
    return np.array(path)

# %% descend: The learning rate is halved after each step.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
        lr = lr / 2
    return np.array(path)

# %% descend [state-kept]: The list path is a default argument: the second call goes on with the path of the first.
def descend(p, t, lr, steps, path=[]):
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
    return np.array(path)

# %% descend [path-one-step-behind]: The powers start at 0 in the formula: the start is in, the last place is missing.
def descend(p, t, lr, steps):
    return t + (1 - lr) ** np.arange(steps) * (p - t)

# %% descend [axis-squeezed]: np.squeeze: one step gives a number instead of the shape (1,).
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = update(p, t, lr)
        path.append(p)
    return np.squeeze(path)

# %% descend: np.linspace from the start to the end: equal steps instead of ever shorter ones.
def descend(p, t, lr, steps):
    end = t + (1 - lr) ** steps * (p - t)
    return np.linspace(p, end, steps + 1)[1:]

# %% descend [path-with-doubled-slope]: The factor 2 is left in the slope.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        p = p - lr * 2 * (p - t)
        path.append(p)
    return np.array(path)

# %% descend: Two mistakes: the start is in the path, and the learning rate is fixed at 0.5.
def descend(p, t, lr, steps):
    path = []
    for _ in range(steps):
        path.append(p)
        p = update(p, t, 0.5)
    return np.array(path)

# %% place_after [place-as-distance]: t is not added again: the distance instead of the place.
def place_after(p, t, lr, n):
    return (1 - lr) ** n * (p - t)

# %% place_after [place-with-power-of-lr]: lr^n instead of (1 - lr)^n: right for 0.5 only.
def place_after(p, t, lr, n):
    return t + lr**n * (p - t)

# %% place_after [place-without-power]: (1 - lr) times n instead of to the power n.
def place_after(p, t, lr, n):
    return t + (1 - lr) * n * (p - t)

# %% place_after [sign-exchanged]: The sign of t is wrong in the distance: p + t.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** n * (p + t)

# %% place_after: t is subtracted at the end instead of added.
def place_after(p, t, lr, n):
    return (1 - lr) ** n * (p - t) - t

# %% place_after [place-on-the-other-side]: The distance is t - p: the place on the other side.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** n * (t - p)

# %% place_after [place-one-step-ahead]: One step too many: n + 1.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** (n + 1) * (p - t)

# %% place_after [place-one-step-behind]: One step too few: n - 1.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** (n - 1) * (p - t)

# %% place_after [place-uphill]: (1 + lr)^n: the sign of lr.
def place_after(p, t, lr, n):
    return t + (1 + lr) ** n * (p - t)

# %% place_after [place-by-hand]: The formula for the start 0, target -2 and learning rate 0.5: -2 + 2^(1 - n).
def place_after(p, t, lr, n):
    return -2 + 2.0 ** (1 - n)

# %% place_after [argument-ignored]: 2^-n: lr is ignored.
def place_after(p, t, lr, n):
    return t + 2.0 ** (-n) * (p - t)

# %% place_after: The absolute distance: wrong left of the target.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** n * abs(p - t)

# %% place_after: abs(1 - lr): for learning rates above 1 the side is wrong after an odd number of steps.
def place_after(p, t, lr, n):
    return t + abs(1 - lr) ** n * (p - t)

# %% place_after [bounded]: max(1 - lr, 0): wrong for learning rates above 1.
def place_after(p, t, lr, n):
    return t + max(1 - lr, 0) ** n * (p - t)

# %% place_after: exp(-lr n) instead of (1 - lr)^n: nearly right for small lr only.
def place_after(p, t, lr, n):
    return t + np.exp(-lr * n) * (p - t)

# %% place_after [place-with-brackets-missing]: 1 - lr^n: the power binds to lr only.
def place_after(p, t, lr, n):
    return t + (1 - lr**n) * (p - t)

# %% place_after [place-by-equal-steps]: 1 - n lr: the power as a product.
def place_after(p, t, lr, n):
    return t + (1 - n * lr) * (p - t)

# %% place_after: The power includes the distance: ((1 - lr)(p - t))^n.
def place_after(p, t, lr, n):
    return t + ((1 - lr) * (p - t)) ** n

# %% place_after: The bracket of the distance is missing: (1 - lr)^n p - t + t.
def place_after(p, t, lr, n):
    return (1 - lr) ** n * p - t + t

# %% place_after: For n = 0 the target is returned instead of the start.
def place_after(p, t, lr, n):
    if n == 0:
        return t
    return t + (1 - lr) ** n * (p - t)

# %% place_after [argument-ignored]: The target is fixed at -2.
def place_after(p, t, lr, n):
    return -2 + (1 - lr) ** n * (p + 2)

# %% place_after [rounded]: int() cuts off the decimals.
def place_after(p, t, lr, n):
    return int(t + (1 - lr) ** n * (p - t))

# %% place_after: The whole path instead of the last place.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** np.arange(1, n + 1) * (p - t)

# %% place_after: descend(p, t, lr, n)[-1]: IndexError for n = 0, where the path is empty.
def place_after(p, t, lr, n):
    return descend(p, t, lr, n)[-1]

# %% place_after: The factor 2 of a slope without 1/2: (1 - 2 lr)^n.
def place_after(p, t, lr, n):
    return t + (1 - 2 * lr) ** n * (p - t)

# %% place_after: The logarithm is used for the power: nan or an error for learning rates of 1 and more.
def place_after(p, t, lr, n):
    return t + np.exp(n * np.log(1 - lr)) * (p - t)

# %% place_after: The error after n steps instead of the place.
def place_after(p, t, lr, n):
    return error(t + (1 - lr) ** n * (p - t), t)

# %% place_after: n is capped at 100: wrong where the distance is still large or grows after 100 steps.
def place_after(p, t, lr, n):
    return t + (1 - lr) ** min(n, 100) * (p - t)

# %% place_after: Two mistakes: lr^n instead of (1 - lr)^n, and t is not added again.
def place_after(p, t, lr, n):
    return lr**n * (p - t)

# %% steps_until [steps-to-near-itself]: <= instead of <: a distance of exactly `near` counts as near enough.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) <= near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-one-too-many]: The count starts at 1: one too many.
def steps_until(p, t, lr, near):
    for n in range(1, 50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-one-too-few]: The step comes before the test, and the count is of the steps before: one too few, and the start is not tested.
def steps_until(p, t, lr, near):
    for n in range(50000):
        p = update(p, t, lr)
        if abs(p - t) < near:
            return n
    return None

# %% steps_until [steps-one-too-many]: The start is not tested: whoever is near enough from the start gets 1.
def steps_until(p, t, lr, near):
    for n in range(1, 50000):
        p = update(p, t, lr)
        if abs(p - t) < near:
            return n
    return None

# %% steps_until [steps-of-a-signed-distance]: Without abs: a p left of the target counts as near at once.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if p - t < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-at-most-1000]: It stops at 100 steps and returns None: wrong for small learning rates.
def steps_until(p, t, lr, near):
    for n in range(100):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-at-most-1000]: It stops at 1000 steps and returns None: wrong for very small learning rates.
def steps_until(p, t, lr, near):
    for n in range(1000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until: 100 is returned instead of None where it never arrives.
def steps_until(p, t, lr, near):
    for n in range(100):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return 100

# %% steps_until: -1 is returned instead of None where it never arrives.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return -1

# %% steps_until: np.inf is returned instead of None where it never arrives.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return np.inf

# %% steps_until [steps-never-from-2]: None for every learning rate of 1 or more: those between 1 and 2 arrive, too, and 1 arrives at once.
def steps_until(p, t, lr, near):
    if lr >= 1:
        return None
    for n in range(50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-never-from-2]: None for every learning rate of 2 or more, also where the start is near enough (0 steps).
def steps_until(p, t, lr, near):
    if lr >= 2:
        return None
    for n in range(50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [steps-of-the-error]: The error is compared with near instead of the distance.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if error(p, t) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until: The length of a step is compared with near instead of the distance to the target.
def steps_until(p, t, lr, near):
    for n in range(50000):
        new = update(p, t, lr)
        if abs(new - p) < near:
            return n
        p = new
    return None

# %% steps_until: The change from step to step ends the loop, and the distance is never tested: counts until it stands still.
def steps_until(p, t, lr, near):
    for n in range(10000):
        new = update(p, t, lr)
        if new == p:
            return n
        p = new
    return None

# %% steps_until [steps-with-lr-one-half]: The learning rate is fixed at 0.5.
def steps_until(p, t, lr, near):
    for n in range(10000):
        if abs(p - t) < near:
            return n
        p = update(p, t, 0.5)
    return None

# %% steps_until [bounded]: min(lr, 1): every learning rate arrives.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) < near:
            return n
        p = update(p, t, min(lr, 1))
    return None

# %% steps_until: near is fixed at 0.001.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) < 0.001:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until [argument-ignored]: The target is fixed at -2.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p + 2) < near:
            return n
        p = update(p, -2, lr)
    return None

# %% steps_until: The formula with the logarithm is rounded down: one step too few.
def steps_until(p, t, lr, near):
    d = abs(p - t)
    if d < near:
        return 0
    if lr >= 2:
        return None
    if lr == 1:
        return 1
    return int(np.log(near / d) / np.log(abs(1 - lr)))

# %% steps_until [steps-to-near-itself]: The formula with the logarithm and ceil: where the distance is exactly `near` after some steps, one too few (<= instead of <).
def steps_until(p, t, lr, near):
    d = abs(p - t)
    if d < near:
        return 0
    if lr >= 2:
        return None
    if lr == 1:
        return 1
    return int(np.ceil(np.round(np.log(near / d) / np.log(abs(1 - lr)), 9)))

# %% steps_until [abs-left-out]: The formula with log(1 - lr) gives nan for learning rates above 1: ValueError.
def steps_until(p, t, lr, near):
    d = abs(p - t)
    if d < near:
        return 0
    return int(np.floor(np.log(near / d) / np.log(1 - lr))) + 1

# %% steps_until [steps-to-zero]: abs(p) is compared, not abs(p - t).
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p) < near:
            return n
        p = update(p, t, lr)
    return None

# %% steps_until: The place p is returned instead of the number of steps.
def steps_until(p, t, lr, near):
    for n in range(50000):
        if abs(p - t) < near:
            return p
        p = update(p, t, lr)
    return None

# %% steps_until [zeros]: Where it flies away, 0 is returned instead of None.
def steps_until(p, t, lr, near):
    n = 0
    while abs(p - t) >= near:
        p = update(p, t, lr)
        n = n + 1
        if n > 50000:
            return 0
    return n

# %% steps_until: It gives up as soon as a step does not bring p nearer, but tests the squared distance against near.
def steps_until(p, t, lr, near):
    n = 0
    while (p - t) ** 2 >= near:
        new = update(p, t, lr)
        if abs(new - t) >= abs(p - t):
            return None
        p = new
        n = n + 1
    return n

# %% steps_until [steps-only-below-1]: It gives up (None) as soon as p changes sides: wrong for learning rates between 1 and 2.
def steps_until(p, t, lr, near):
    n = 0
    while abs(p - t) >= near:
        new = update(p, t, lr)
        if (new - t) * (p - t) < 0:
            return None
        p = new
        n = n + 1
    return n

# %% steps_until: lr exactly 1 is taken for "never": None instead of 1.
def steps_until(p, t, lr, near):
    if lr == 1 or lr >= 2:
        return 0 if abs(p - t) < near else None
    n = 0
    while abs(p - t) >= near:
        p = update(p, t, lr)
        n = n + 1
    return n

# %% steps_until [steps-one-too-many]: Two mistakes: <= instead of <, and the count starts at 1.
def steps_until(p, t, lr, near):
    for n in range(1, 50000):
        if abs(p - t) <= near:
            return n
        p = update(p, t, lr)
    return None
