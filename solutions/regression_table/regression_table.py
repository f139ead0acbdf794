# %% [markdown]
# # Reading a regression table (optional)
#
# *This notebook is optional.* No other lesson needs it.
#
# Do people who watch more television have more cholesterol (콜레스테롤)? A program of statistics such as Stata answers
# with a table of twenty numbers. In this notebook you compute each of them, and at the end you print the whole table from
# 100 points with your own functions. Then you can read such tables, and you know what "p < 0.05" says and what not.
#
# You need the closed form of linear regression (선형 회귀), as in `linear_regression`.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers and other sizes.

# %% nbgrader={"grade_id": "imports", "locked": true}
import math

import matplotlib.pyplot as plt
import numpy as np

STYLE = {
    "font.size": 12,
    "figure.figsize": (5, 3.6),
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
}


def picture(draw):
    """Draw at once. `draw` returns a figure and its description; a picture whose blanks are empty is left out."""
    try:
        with plt.rc_context(STYLE), np.errstate(all="ignore"):
            figure, description = draw()
            display(figure, metadata={"image/png": {"alt": description}})
    except Exception as error:
        print(f"The picture {draw.__name__!r} waits for the blanks above: {type(error).__name__}: {error}")
    else:
        print(description)
    plt.close("all")


# %% [markdown]
# ## 1. The points and the table
#
# The file holds 100 people: the minutes of television (TV 시청 시간) and the cholesterol of each. The points are made, not
# measured. They are made so that their table is a published one.

# %% nbgrader={"grade_id": "read_data", "locked": true}
tv, cholesterol = np.loadtxt("regression_table_tv.csv", delimiter=",", comments="#").T  # each (100,)


# %% nbgrader={"grade_id": "points_drawn", "locked": true} demo=true
@picture
def points_drawn():
    """The 100 points."""
    figure, axes = plt.subplots()
    axes.plot(tv, cholesterol, "ko", markersize=4)
    axes.set(xlabel="television, minutes", ylabel="cholesterol")
    return figure, (
        f"A cloud of 100 points: television from {tv.min():.0f} to {tv.max():.0f} minutes, "
        f"cholesterol from {cholesterol.min():.1f} to {cholesterol.max():.1f}"
    )


# %% [markdown]
# Is there a line in this cloud? This is what Stata prints for it:
#
# | source | SS | df | MS | | |
# |---|---|---|---|---|---|
# | model | 5.04902329 | 1 | 5.04902329 | F(1, 98) | 17.47 |
# | residual | 28.3220135 | 98 | .289000137 | Prob > F | 0.0001 |
# | total | 33.3710367 | 99 | .337081179 | R-squared, adjusted | 0.1513, 0.1426 |
# | | | | | Root MSE | .53759 |
#
# | | coef. | std. err. | t | P>\|t\| | 95 % conf. interval |
# |---|---|---|---|---|---|
# | time_tv | .0440691 | .0105434 | 4.18 | 0.000 | .0231461 to .0649921 |
# | _cons | -2.134777 | 1.813099 | -1.18 | 0.242 | -5.732812 to 1.463259 |
#
# ## 2. What the line explains
#
# The squared distances of the $y$ from their mean (SS total) split in two: those of the *fitted* values from the mean (SS
# model, 1 degree of freedom (자유도) for one slope) and those of the $y$ from the fitted values (SS residual, $n - 2$).
# A mean square (MS) is a sum of squares divided by its degrees of freedom.


# %% nbgrader={"grade_id": "anova", "solution": true} rows=["s1-anova-total", "s1-anova-ms"]
def anova(ss_model, ss_residual, n):
    """From the two sums of squares of n points: SS total, df total, MS residual and MS total, four numbers."""
    ### BEGIN SOLUTION
    total = ss_model + ss_residual
    return total, n - 1, ss_residual / (n - 2), total / (n - 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "anova_examples", "grade": true}
found = anova(5.04902329, 28.3220135, 100)
np.testing.assert_allclose(found, [33.3710367, 99, 0.289000137, 0.337081179], rtol=1e-5, err_msg="the printed table")

# %% [markdown]
# $F = \frac{MS_{model}}{MS_{residual}}$ compares what the line explains with what it leaves;
# $R^2 = \frac{SS_{model}}{SS_{total}}$ is the share that it explains, and the adjusted one takes the number of points
# into account: $1 - (1 - R^2)\,\frac{n - 1}{n - 2}$. The root of $MS_{residual}$ is the Root MSE, how far a point lies
# from the line, in the units of $y$.


# %% nbgrader={"grade_id": "fit_quality", "solution": true} rows=["s1-anova-F", "s1-anova-R2", "s1-anova-rmse"]
def fit_quality(ss_model, ss_residual, n):
    """F, R^2, the adjusted R^2 and the Root MSE of a line with one slope through n points: four numbers."""
    ### BEGIN SOLUTION
    total, df_total, ms_residual, _ = anova(ss_model, ss_residual, n)
    r2 = ss_model / total
    return ss_model / ms_residual, r2, 1 - (1 - r2) * df_total / (n - 2), np.sqrt(ms_residual)
    ### END SOLUTION


# %% nbgrader={"grade_id": "fit_quality_examples", "grade": true}
found = fit_quality(5.04902329, 28.3220135, 100)
np.testing.assert_allclose(found, [17.47, 0.1513, 0.1426, 0.53759], atol=0.005, err_msg="F, R2, adjusted R2, Root MSE")
np.testing.assert_allclose(found[1:], [0.1513, 0.1426, 0.53759], atol=0.00006, err_msg="R2, adjusted R2, Root MSE")


# %% nbgrader={"grade_id": "shares_drawn", "locked": true} demo=true
@picture
def shares_drawn():
    """SS total, split in what the line explains and what it leaves."""
    total, _, _, _ = anova(5.04902329, 28.3220135, 100)
    _, r2, _, _ = fit_quality(5.04902329, 28.3220135, 100)
    figure, axes = plt.subplots(figsize=(5, 2))
    axes.barh([0], [r2 * total], color="C0", label="the line explains it")
    axes.barh([0], [total - r2 * total], left=[r2 * total], color="C1", hatch="//", label="it is left")
    axes.set(xlabel="SS total", yticks=[], ylim=(-0.5, 1.6))
    axes.legend(loc="upper right", fontsize=10)
    return (
        figure,
        f"Of SS total {total:.2f} the line explains {r2 * total:.2f}, a share of {r2:.4f}; most of it is left",
    )


# %% [markdown]
# ## 3. How sure is a coefficient?
#
# Each coefficient is judged by $t = \frac{coef}{SE}$, how many standard errors (표준 오차) it lies from 0, and by its 95 %
# confidence interval (신뢰 구간), $coef \pm t_{0.975} \cdot SE$. For 98 degrees of freedom $t_{0.975} = 1.984467$. By
# hand, for the slope: $t = 0.0440691 / 0.0105434 = 4.18$, and its interval begins at
# $0.0440691 - 1.984467 \cdot 0.0105434 = 0.0231461$.


# %% nbgrader={"grade_id": "t_and_intervals", "solution": true} rows=["s1-anova-t", "s1-anova-ci"]
def t_and_intervals(coef, se, quantile):
    """The t of every coefficient, (coefficients,), and its interval, (coefficients, 2): the lower and the upper end.

    coef and se are (coefficients,), quantile is a number.
    """
    ### BEGIN SOLUTION
    return coef / se, np.stack([coef - quantile * se, coef + quantile * se], axis=1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "t_and_intervals_examples", "grade": true}
COEF, SE = np.array([0.0440691, -2.134777]), np.array([0.0105434, 1.813099])
t, ends = t_and_intervals(COEF, SE, 1.984467)
print("t:", t, "\nintervals:\n", ends)
np.testing.assert_allclose(t, [4.18, -1.18], atol=0.005, err_msg="t")
np.testing.assert_allclose(ends, [[0.0231461, 0.0649921], [-5.732812, 1.463259]], atol=3e-6, err_msg="intervals")

# %% [markdown]
# The p-value (유의 확률) is the probability of a t at least as far from 0 on either side, if the coefficient were 0. It is
# an area under the t distribution; `density` is its height, given here. Add up the areas of many thin stripes: the area
# from $-|t|$ to $|t|$ is about the sum of density times width at the middles of `stripes` stripes, and p is what is left
# of 1.


# %% nbgrader={"grade_id": "density", "locked": true}
def density(t, df):
    """The height of the t distribution with df degrees of freedom at every entry of t."""
    log_scale = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return np.exp(log_scale - (df + 1) / 2 * np.log1p(t**2 / df))


# %% nbgrader={"grade_id": "p_value", "solution": true} rows=["s1-anova-p", "s1-anova-F"]
def p_value(t, df, stripes=1000):
    """The two-sided p-value of the number t with df degrees of freedom, by `stripes` stripes from -|t| to |t|."""
    ### BEGIN SOLUTION
    width = 2 * abs(t) / stripes
    middles = -abs(t) + width * (np.arange(stripes) + 0.5)
    return 1 - np.sum(density(middles, df)) * width
    ### END SOLUTION


# %% nbgrader={"grade_id": "p_value_examples", "grade": true}
np.testing.assert_allclose([p_value(4.18, 98), p_value(-1.18, 98)], [0.000, 0.242], atol=0.0012, err_msg="4.18, -1.18")
np.testing.assert_allclose(
    p_value(np.sqrt(17.47), 98), 0.0001, atol=0.00005, err_msg="Prob > F, as F(1, 98) is t squared"
)

# %% [markdown]
# The picture shows both areas. The intercept's $t = -1.18$ is nothing special: every fourth sample would be as far off, if
# the true intercept were 0. The slope's $t = 4.18$ is out at the edge: that hardly happens by chance.


# %% nbgrader={"grade_id": "areas_drawn", "locked": true} demo=true
@picture
def areas_drawn():
    """The t distribution with the area of each p-value."""
    t = np.linspace(-5, 5, 401)
    figure, axes = plt.subplots()
    axes.plot(t, density(t, 98), color="black")
    told = []
    for value, color in ((1.18, "C1"), (4.18, "C3")):
        p = p_value(value, 98)
        for side in (t <= -value, t >= value):
            axes.fill_between(t[side], density(t[side], 98), color=color)
        axes.plot([-value, value], [0, 0], "o", color=color, markersize=8, label=f"|t| = {value}: p = {p:.4f}")
        told.append(f"{p:.4f} for |t| = {value}")
    axes.set(xlabel="t", ylabel="density", ylim=(-0.02, 0.56))
    axes.legend(fontsize=10, loc="upper center")
    return figure, f"The areas at both ends of the bell are {' and '.join(told)}"


# %% [markdown]
# ## 4. The whole table from the data
#
# Now from the points. $X$ has a column with the $x$ and a column of ones, so that the slope comes first. The coefficients are
# those of the closed form, $(X^T X)^{-1} X^T y$. SS model and SS residual are the sums of squares of section 2. The standard
# errors are the roots of the diagonal of $MS_{residual}\,(X^T X)^{-1}$.


# %% nbgrader={"grade_id": "regress", "solution": true} rows=["s1-anova-synth"]
def regress(x, y):
    """The regression of y on x, both (points,): coef, (2,), with the slope first; se, (2,); SS model; SS residual."""
    ### BEGIN SOLUTION
    X = np.c_[x, np.ones(len(x))]  # (points, 2)
    coef = np.linalg.solve(X.T @ X, X.T @ y)
    fitted = X @ coef
    ss_model, ss_residual = np.sum((fitted - y.mean()) ** 2), np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(y) - 2) * np.diag(np.linalg.inv(X.T @ X)))
    return coef, se, ss_model, ss_residual
    ### END SOLUTION


# %% nbgrader={"grade_id": "regress_examples", "grade": true}
coef, se, ss_model, ss_residual = regress(tv, cholesterol)
np.testing.assert_allclose(coef, [0.0440691, -2.134777], rtol=1e-4, err_msg="the coefficients")
np.testing.assert_allclose(se, [0.0105434, 1.813099], rtol=1e-4, err_msg="the standard errors")
np.testing.assert_allclose([ss_model, ss_residual], [5.04902329, 28.3220135], rtol=1e-4, err_msg="the sums of squares")

# %% [markdown]
# This is the table, every number from your own functions, and the line in the cloud. The gray band is where the line may
# run with 95 % confidence. It is narrow in the middle and wide at the ends.


# %% nbgrader={"grade_id": "the_table", "locked": true} demo=true
@picture
def the_table():
    """The table of the 100 points, and the points with the line and its band."""
    n, quantile = len(tv), 1.984467
    coef, se, ss_model, ss_residual = regress(tv, cholesterol)
    total, df_total, ms_residual, ms_total = anova(ss_model, ss_residual, n)
    f, r2, adjusted, root = fit_quality(ss_model, ss_residual, n)
    t, ends = t_and_intervals(np.array(coef), np.array(se), quantile)
    print(f"model     {ss_model:11.7f}  {1:3d}  {ss_model:.7f}   F(1, {n - 2}) = {f:.2f}")
    print(f"residual  {ss_residual:11.7f}  {n - 2:3d}  {ms_residual:.7f}   Prob > F = {p_value(np.sqrt(f), n - 2):.4f}")
    print(f"total     {total:11.7f}  {df_total:3d}  {ms_total:.7f}   R2 = {r2:.4f}, adjusted {adjusted:.4f}")
    print(f"Root MSE = {root:.5f}")
    for i, name in enumerate(("time_tv", "_cons")):
        p = p_value(t[i], n - 2)
        print(f"{name:8s} {coef[i]:10.7f} {se[i]:10.7f} t {t[i]:5.2f} p {p:.3f} {ends[i][0]:10.7f} to {ends[i][1]:.7f}")
    x = np.linspace(tv.min(), tv.max(), 50)
    line = coef[0] * x + coef[1]
    half = quantile * root * np.sqrt(1 / n + (x - tv.mean()) ** 2 / np.sum((tv - tv.mean()) ** 2))
    figure, axes = plt.subplots()
    axes.fill_between(x, line - half, line + half, color="lightgray")
    axes.plot(tv, cholesterol, "ko", markersize=4)
    axes.plot(x, line, "C0", linewidth=2)
    axes.set(xlabel="television, minutes", ylabel="cholesterol")
    return figure, f"The cloud with the line {coef[0]:.4f} x {coef[1]:+.3f} and its band; R2 is {r2:.4f}"


# %% [markdown]
# So there is a line: more television goes with more cholesterol. But it explains only 15 % of the spread, and the table does
# not say *why*. Television may be a sign of something else, such as age.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the set of slides on deep learning with TensorFlow that this lesson follows. It prints the table and not the
# data, and much of its table is unreadable. Here it is whole, and the 100 points are made for it.
#
# </details>
