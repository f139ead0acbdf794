"""Hidden checks and known wrong answers of the regression table."""

import numpy as np

from autograder.checks import as_parts, assert_agrees, assert_close, check, reference_of, wrong

reference = reference_of(__file__)


def points(draw):
    """x and y of a random sample around a line, steep or not, rising or falling: (points,) each."""
    count = draw.integer(5, 9)
    x = draw.normal(count, scale=2.0) + np.arange(count)
    intercept, slope = draw.normal(2)
    return x, intercept + slope * x + draw.normal(count, scale=0.5)


# --- what the line explains --------------------------------------------------------------------------------------------

ANOVA = ("SS total", "df total", "MS residual", "MS total")


def squares(draw):
    return draw.number(7.0, 30.0), draw.number(10.0, 40.0), draw.integer(4, 60)


def whole_squares(draw):
    """Sums of squares that are whole numbers, with mean squares that are not."""
    return 131 + 30 * draw.integer(0, 3), 257 + 30 * draw.integer(0, 3), draw.choice([4, 7, 12])


@check("anova", points=2)
def anova_of_any_table(student, draw):
    """anova gives the table's totals and mean squares"""
    for args in (squares(draw), whole_squares(draw)):
        assert_agrees(student.anova, reference.anova, *args, of="anova(…)", parts=ANOVA)


@wrong("anova", "The residual has n - 2 degrees of freedom: slope and intercept are taken from the n points.")
def residual_with_n_minus_1(m, r, n):
    return m + r, n - 1, r / (n - 1), (m + r) / (n - 1)


@wrong("anova", "The total has n - 1 degrees of freedom: the mean is taken from the n points.")
def total_with_n(m, r, n):
    return m + r, n, r / (n - 2), (m + r) / n


@wrong("anova", "The mean squares are divided by n; divide by the degrees of freedom.")
def divided_by_n(m, r, n):
    return m + r, n - 1, r / n, (m + r) / n


@wrong("anova", "The results stand in an array like the sums of squares: where these are whole, decimals are cut off.")
def cut_like_the_squares(m, r, n):
    found = np.zeros_like([m, r])
    found[0], found[1] = r / (n - 2), (m + r) / (n - 1)
    return m + r, n - 1, *found


@wrong("anova", "The total is a sum: SS model and SS residual add up to it.")
def total_as_difference(m, r, n):
    return r - m, n - 1, r / (n - 2), (r - m) / (n - 1)


QUALITY = ("F", "R2", "adjusted R2", "Root MSE")


@check("fit_quality", points=3, uses=("anova",))
def quality_of_any_table(student, draw):
    """fit_quality gives F, R2, the adjusted R2 and the Root MSE, also of a line that explains next to nothing"""
    poor = draw.number(0.1, 0.5), draw.number(10.0, 40.0), draw.integer(4, 8)  # its adjusted R2 is below 0
    for args in (squares(draw), poor, whole_squares(draw)):
        assert_agrees(student.fit_quality, reference.fit_quality, *args, of="fit_quality(…)", parts=QUALITY)


def quality(m, r, n, df=None, adjusted=None, share=None):
    df = n - 2 if df is None else df
    r2 = m / (m + r) if share is None else share
    return m / (r / df), r2, 1 - (1 - r2) * (n - 1) / (n - 2) if adjusted is None else adjusted, np.sqrt(r / df)


@wrong("fit_quality", "F and Root MSE take MS residual, with n - 2 degrees of freedom.")
def quality_with_n(m, r, n):
    return quality(m, r, n, df=n)


@wrong("fit_quality", "The adjusted R2 is not adjusted: 1 - (1 - R2) (n - 1) / (n - 2).")
def not_adjusted(m, r, n):
    return quality(m, r, n, adjusted=m / (m + r))


@wrong("fit_quality", "The adjusted R2 is turned round: (n - 1) / (n - 2), not (n - 2) / (n - 1).")
def adjusted_turned_round(m, r, n):
    return quality(m, r, n, adjusted=1 - r / (m + r) * (n - 2) / (n - 1))


@wrong("fit_quality", "The adjusted R2 is cut at 0; that of a line that explains next to nothing is below 0.")
def adjusted_cut_at_0(m, r, n):
    return quality(m, r, n, adjusted=max(0.0, 1 - r / (m + r) * (n - 1) / (n - 2)))


@wrong("fit_quality", "R2 is the share of SS total, not of SS residual.")
def share_of_the_residual(m, r, n):
    return quality(m, r, n, share=m / r)


@wrong("fit_quality", "The root of the MSE is missing.")
def root_missing(m, r, n):
    f, r2, adjusted, root = quality(m, r, n)
    return f, r2, adjusted, root**2


T_AND_ENDS = ("t", "intervals")


@check("t_and_intervals", points=2)
def t_and_intervals_of_any_coefficients(student, draw):
    """t_and_intervals(coef, se, quantile) has the t, and the lower and the upper end, of each coefficient"""
    (count,) = draw.sizes(1, high=6)
    args = (draw.normal(count, scale=3), np.abs(draw.normal(count, scale=2)), draw.number(1.7, 2.3))
    of = "t_and_intervals(coef, se, quantile)"
    assert_agrees(student.t_and_intervals, reference.t_and_intervals, *args, of=of, parts=T_AND_ENDS)


def judged(coef, se, quantile, t=None):
    return coef / se if t is None else t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)


@wrong("t_and_intervals", "This is SE / coef; how many standard errors the coefficient lies from 0 is asked for.")
def t_turned_round(coef, se, quantile):
    return judged(coef, se, quantile, se / coef)


@wrong("t_and_intervals", "The sign is lost: a coefficient below 0 has a t below 0.")
def t_without_sign(coef, se, quantile):
    return judged(coef, se, quantile, np.abs(coef) / se)


@wrong("t_and_intervals", "The standard error is squared in t.")
def t_with_variance(coef, se, quantile):
    return judged(coef, se, quantile, coef / se**2)


@wrong("t_and_intervals", "They are multiplied in t; divide by the standard error.")
def t_multiplied(coef, se, quantile):
    return judged(coef, se, quantile, coef * se)


@wrong("t_and_intervals", "The intervals are transposed: one row for each coefficient.")
def intervals_transposed(coef, se, quantile):
    return coef / se, np.stack([coef - quantile * se, coef + quantile * se])


@wrong("t_and_intervals", "The ends are exchanged: the lower one comes first.")
def intervals_exchanged(coef, se, quantile):
    return coef / se, np.stack([coef + quantile * se, coef - quantile * se], axis=1)


@wrong("t_and_intervals", "The quantile is missing: this is one standard error to either side.")
def intervals_of_one_error(coef, se, quantile):
    return coef / se, np.stack([coef - se, coef + se], axis=1)


@wrong("t_and_intervals", "1.96 is the normal distribution's quantile; use the argument.")
def intervals_with_196(coef, se, quantile):
    return coef / se, np.stack([coef - 1.96 * se, coef + 1.96 * se], axis=1)


@wrong("t_and_intervals", "The intervals lie around t; they lie around the coefficient.")
def intervals_around_t(coef, se, quantile):
    return coef / se, np.stack([coef / se - quantile * se, coef / se + quantile * se], axis=1)


# --- areas and the whole table -----------------------------------------------------------------------------------------


@check("p_value", points=2)
def p_of_any_t(student, draw):
    """p_value(t, df, stripes) is the sum of the stripes' areas taken from 1, for t above and below 0"""
    for sign in (1.0, -1.0):
        t, df, stripes = sign * draw.number(0.6, 1.8), draw.integer(5, 30), draw.integer(10, 40)
        assert_agrees(student.p_value, reference.p_value, t, df, stripes, of="p_value(t, df, stripes)")
        # Far from 0, where one degree of freedom leaves an area that no rounding hides.
        t, df, stripes = sign * draw.number(6.2, 7.5), 1, draw.integer(60, 120)
        assert_agrees(student.p_value, reference.p_value, t, df, stripes, of="p_value(t, df, stripes)")


def p_with(t, df, stripes, start=None, offset=0.5, rest=True, scale=1.0):
    start = -abs(t) if start is None else start
    width = (abs(t) - start) / stripes
    area = np.sum(reference.density(start + width * (np.arange(stripes) + offset), df)) * width
    return scale * (1 - area if rest else area)


@wrong("p_value", "This is the area between -|t| and |t|; the p-value is what is left of 1.")
def p_inside(t, df, stripes=1000):
    return p_with(t, df, stripes, rest=False)


@wrong("p_value", "This is one-sided: halve nothing, a t as far from 0 on either side counts.")
def p_one_sided(t, df, stripes=1000):
    return p_with(t, df, stripes, scale=0.5)


@wrong("p_value", "The stripes run from 0 to |t|; begin at -|t|.")
def p_from_zero(t, df, stripes=1000):
    return p_with(t, df, stripes, start=0.0)


@wrong("p_value", "The heights are taken at the left ends of the stripes; take their middles.")
def p_left_ends(t, df, stripes=1000):
    return p_with(t, df, stripes, offset=0.0)


REGRESSION = ("coef", "se", "SS model", "SS residual")


@check("regress", points=2)
def table_of_the_data(student):
    """regress gives the table of section 1 for the 100 points"""
    r = reference
    args = (r.tv, r.cholesterol)
    coef, se, ss_model, ss_residual = as_parts(student.regress(*args), 4, of="regress(tv, cholesterol)")
    expected = r.regress(*args)
    # The points lie far from 0: an honest solution loses five digits to that, measured by another way to solve.
    for name, found, right in zip(REGRESSION, (coef, se, ss_model, ss_residual), expected, strict=True):
        assert_close(found, right, of=f"{name} of regress(…)", conditioning=np.abs(right) * 20, visible=True)


@check("regress", points=2)
def table_of_any_points(student, draw):
    """regress is right for any points"""
    x, y = points(draw)
    for each in (y, np.rint(y).astype(int)):
        assert_agrees(student.regress, reference.regress, x, each, of="regress(x, y)", parts=REGRESSION)


def regression(x, y, order=slice(None, None, -1), df=2, around=None, root=np.sqrt):
    X = np.c_[np.ones(len(x)), x][:, order]
    coef = np.linalg.solve(X.T @ X, X.T @ y)
    fitted = X @ coef
    centre = y.mean() if around is None else around
    residual = np.sum((y - fitted) ** 2)
    se = root(residual / (len(y) - df) * np.diag(np.linalg.inv(X.T @ X)))
    return coef, se, np.sum((fitted - centre) ** 2), residual


@wrong("regress", "The intercept comes first; return the slope first.")
def intercept_first(x, y):
    return regression(x, y, order=slice(None))


@wrong("regress", "The standard errors take n points; the residual has n - 2 degrees of freedom.")
def errors_with_n(x, y):
    return regression(x, y, df=0)


@wrong("regress", "The standard errors are not rooted: these are variances.")
def errors_not_rooted(x, y):
    return regression(x, y, root=lambda values: values)


@wrong("regress", "SS model is taken around 0; it is the distance of the fitted values from the mean of y.")
def model_around_zero(x, y):
    return regression(x, y, around=0.0)


@wrong("regress", "The two sums of squares are exchanged: SS model comes first.")
def squares_exchanged(x, y):
    coef, se, model, residual = regression(x, y)
    return coef, se, residual, model
