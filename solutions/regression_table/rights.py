"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("anova")
def anova_as_a_list(ss_model, ss_residual, n):
    df_model, df_residual = 1, n - 2
    total = sum((ss_model, ss_residual))
    return [total, df_model + df_residual, ss_residual / df_residual, total / (df_model + df_residual)]


@right("anova")
def anova_as_an_array(ss_model, ss_residual, n):
    return tuple(np.array([ss_model + ss_residual, n - 1, ss_residual / (n - 2), (ss_model + ss_residual) / (n - 1)]))


@right("anova")
def anova_in_float32(ss_model, ss_residual, n):
    m, r = np.float32(ss_model), np.float32(ss_residual)
    return m + r, n - 1, r / np.float32(n - 2), (m + r) / np.float32(n - 1)


@right("fit_quality")
def quality_from_mean_squares(ss_model, ss_residual, n):
    ms_residual, ms_total = ss_residual / (n - 2), (ss_model + ss_residual) / (n - 1)
    return (
        ss_model / ms_residual,
        1 - ss_residual / (ss_model + ss_residual),
        1 - ms_residual / ms_total,
        ms_residual**0.5,
    )


@right("fit_quality")
def quality_from_r2(ss_model, ss_residual, n):
    r2 = ss_model / (ss_model + ss_residual)
    return [r2 / (1 - r2) * (n - 2), r2, (r2 * (n - 1) - 1) / (n - 2), np.sqrt(ss_residual / (n - 2))]


@right("fit_quality")
def quality_in_float32(ss_model, ss_residual, n):
    return quality_from_mean_squares.answer(np.float32(ss_model), np.float32(ss_residual), n)


@right("t_and_intervals")
def judged_one_by_one(coef, se, quantile):
    t = [c / s for c, s in zip(coef, se)]
    return t, np.array([(c - quantile * s, c + quantile * s) for c, s in zip(coef, se)])


@right("t_and_intervals")
def judged_by_broadcasting(coef, se, quantile):
    return [np.divide(coef, se), coef[:, None] + quantile * se[:, None] * np.array([-1, 1])]


@right("t_and_intervals")
def judged_in_float32(coef, se, quantile):
    coef, se = coef.astype("float32"), se.astype("float32")
    half = np.float32(quantile) * se
    return coef / se, np.array([coef - half, coef + half]).T


@right("p_value")
def p_with_a_loop(t, df, stripes=1000):
    t = abs(t)
    width, area = 2 * t / stripes, 0.0
    for number in range(stripes):
        area += reference.density(-t + (number + 0.5) * width, df) * width
    return 1 - area


@right("p_value")
def p_of_edges(t, df, stripes=1000):
    edges = np.linspace(-abs(t), abs(t), stripes + 1)
    return 1 - np.sum(reference.density((edges[1:] + edges[:-1]) / 2, df) * np.diff(edges))


@right("p_value")
def p_with_the_mean(t, df, stripes=1000):
    middles = abs(t) * (2 * np.arange(stripes) + 1 - stripes) / stripes
    return 1 - 2 * abs(t) * reference.density(middles, df).mean()


@right("regress")
def regress_with_moments(x, y):
    dx, dy = x - x.mean(), y - y.mean()
    spread = dx @ dx
    slope = dx @ dy / spread
    residual = dy @ dy - slope * (dx @ dy)
    mean_square = residual / (len(x) - 2)
    se = np.sqrt([mean_square / spread, mean_square * (1 / len(x) + x.mean() ** 2 / spread)])
    return np.array([slope, y.mean() - slope * x.mean()]), se, slope * (dx @ dy), residual


@right("regress")
def regress_with_polyfit(x, y):
    coef, covariance = np.polyfit(x, y, 1, cov=True)
    fitted = np.polyval(coef, x)
    return coef, np.sqrt(np.diag(covariance)), np.sum((fitted - y.mean()) ** 2), np.sum((y - fitted) ** 2)


@right("regress")
def regress_with_pinv(x, y):
    X = np.c_[x, np.ones(len(x))]
    coef = np.linalg.pinv(X) @ y
    e = y - X @ coef
    covariance = np.linalg.pinv(X) @ np.linalg.pinv(X).T * (e @ e) / (len(x) - 2)
    return [coef, np.diag(covariance) ** 0.5, np.sum((X @ coef - np.mean(y)) ** 2), e @ e]
