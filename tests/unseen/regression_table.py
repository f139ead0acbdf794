# %% anova [residual-with-n-minus-1]: MS residual is divided by n - 1.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 1), ss_total / (n - 1)

# %% anova [term-missing]: MS residual is divided by n.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / n, ss_total / (n - 1)

# %% anova [number-off]: MS residual is divided by n - 3.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 3), ss_total / (n - 1)

# %% anova [term-missing]: MS total is divided by n.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / n

# %% anova [number-off]: MS total is divided by n - 2.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 2)

# %% anova [term-missing]: df total is n.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova [number-off]: df total is n - 2, the residual's.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 2, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova [total-with-n]: df total is n and MS total is divided by n.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n, ss_residual / (n - 2), ss_total / n

# %% anova [sign-exchanged]: SS total is the difference, model minus residual.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model - ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova [total-as-difference]: SS total is residual minus model.
def anova(ss_model, ss_residual, n):
    ss_total = ss_residual - ss_model
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova: SS total is the root of the sum of the squares.
def anova(ss_model, ss_residual, n):
    ss_total = (ss_model**2 + ss_residual**2) ** 0.5
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova [half]: SS total is the mean of both.
def anova(ss_model, ss_residual, n):
    ss_total = (ss_model + ss_residual) / 2
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova: MS total is MS model plus MS residual: mean squares do not add up.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_model + ss_residual / (n - 2)

# %% anova: The MS of the model comes back in place of the MS of the residual.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_model / 1, ss_total / (n - 1)

# %% anova: MS residual and MS total are swapped.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_total / (n - 1), ss_residual / (n - 2)

# %% anova: df total comes last.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, ss_residual / (n - 2), ss_total / (n - 1), n - 1

# %% anova: Brackets: ss_residual / n - 2.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / n - 2, ss_total / (n - 1)

# %% anova: Brackets: ss_total / n - 1.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / n - 1

# %% anova: n is ignored: always the 100 points of the example.
def anova(ss_model, ss_residual, n):
    n = 100
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2), ss_total / (n - 1)

# %% anova: Whole-number division //: decimals are lost.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual // (n - 2), ss_total // (n - 1)

# %% anova: The roots of the mean squares.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, (ss_residual / (n - 2)) ** 0.5, (ss_total / (n - 1)) ** 0.5

# %% anova: Only three numbers: MS total is forgotten.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, ss_residual / (n - 2)

# %% anova: MS residual is rounded to four decimals.
def anova(ss_model, ss_residual, n):
    ss_total = ss_model + ss_residual
    return ss_total, n - 1, round(ss_residual / (n - 2), 4), ss_total / (n - 1)

# %% anova [cut-like-the-squares]: The results stand in an array of whole numbers when the sums of squares are whole.
def anova(ss_model, ss_residual, n):
    result = np.zeros_like([ss_model, ss_residual, n, n])
    result[0] = ss_model + ss_residual
    result[1] = n - 1
    result[2] = ss_residual / (n - 2)
    result[3] = (ss_model + ss_residual) / (n - 1)
    return result

# %% fit_quality: F is SS model / SS residual, without degrees of freedom.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ss_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: F is MS residual / MS model.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ms_residual / ss_model
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [names-exchanged]: F is MS model / MS total.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ((ss_model + ss_residual) / (n - 1))
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: The root of F, which is t.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = np.sqrt(ss_model / ms_residual)
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [share-of-the-residual]: R2 is SS model / SS residual.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / ss_residual
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [names-exchanged]: R2 is the share that is left, SS residual / SS total.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_residual / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: R2 from the mean squares, MS model / MS total.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / ((ss_model + ss_residual) / (n - 1))
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: R, the root of R2; the adjusted one follows from it.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = np.sqrt(ss_model / (ss_model + ss_residual))
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [adjusted-turned-round]: n - 1 and n - 2 are swapped in the adjusted R2.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 2) / (n - 1)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: n and n - 2 in the adjusted R2.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * n / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [number-off]: n - 1 and n - 3 in the adjusted R2.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 3)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: 1 - is forgotten before the bracket: adjusted is (1 - R2) (n - 1) / (n - 2).
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: R2 in place of 1 - R2 in the adjusted one.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - r2 * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: The adjusted R2 is R2 (n - 1) / (n - 2).
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = r2 * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [not-adjusted]: The adjusted R2 is not adjusted: R2 again.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = r2
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [adjusted-cut-at-0]: The adjusted R2 is clipped at 0: it may be below 0.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = max(0, 1 - (1 - r2) * (n - 1) / (n - 2))
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality [root-missing]: The root is forgotten: MS residual as the Root MSE.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, ms_residual

# %% fit_quality: Root MSE from SS residual / n.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ss_residual / n)

# %% fit_quality: Root MSE from SS residual / (n - 1).
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ss_residual / (n - 1))

# %% fit_quality [names-exchanged]: Root MSE from MS total.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt((ss_model + ss_residual) / (n - 1))

# %% fit_quality: The root of SS residual, not divided.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ss_residual)

# %% fit_quality [values-exchanged]: R2 and F are swapped.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return r2, f, adjusted, np.sqrt(ms_residual)

# %% fit_quality: R2 and the adjusted R2 are swapped.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, adjusted, r2, np.sqrt(ms_residual)

# %% fit_quality: n is ignored: always 98 degrees of freedom.
def fit_quality(ss_model, ss_residual, n):
    ms_residual = ss_residual / 98
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * 99 / 98
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: All four are rounded as in the printed table.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return round(f, 2), round(r2, 4), round(adjusted, 4), round(float(np.sqrt(ms_residual)), 5)

# %% fit_quality [factor]: R2 in percent; the adjusted one is right.
def fit_quality(ss_model, ss_residual, n):
    _, _, ms_residual, _ = anova(ss_model, ss_residual, n)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, 100 * r2, adjusted, np.sqrt(ms_residual)

# %% fit_quality: MS residual is divided by n - 1 in F and in the Root MSE.
def fit_quality(ss_model, ss_residual, n):
    ms_residual = ss_residual / (n - 1)
    f = ss_model / ms_residual
    r2 = ss_model / (ss_model + ss_residual)
    adjusted = 1 - (1 - r2) * (n - 1) / (n - 2)
    return f, r2, adjusted, np.sqrt(ms_residual)

# %% t_and_intervals [t-turned-round]: t is se / coef.
def t_and_intervals(coef, se, quantile):
    t = se / coef
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals [t-multiplied]: t is coef * se.
def t_and_intervals(coef, se, quantile):
    t = coef * se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals [t-without-sign]: t loses its sign.
def t_and_intervals(coef, se, quantile):
    t = np.abs(coef / se)
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals: t is squared.
def t_and_intervals(coef, se, quantile):
    t = (coef / se) ** 2
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals: t is the quantile times se.
def t_and_intervals(coef, se, quantile):
    t = quantile * se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals: t is divided by the quantile as well.
def t_and_intervals(coef, se, quantile):
    t = coef / se / quantile
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals [intervals-with-196]: The quantile is ignored: always 1.96.
def t_and_intervals(coef, se, quantile):
    quantile = 1.96
    t = coef / se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals: The quantile is ignored: always 1.984467.
def t_and_intervals(coef, se, quantile):
    quantile = 1.984467
    t = coef / se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)

# %% t_and_intervals [intervals-of-one-error]: The quantile is forgotten: coef - se and coef + se.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - se, coef + se], axis=1)

# %% t_and_intervals: The standard error is forgotten: coef plus or minus the quantile.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile, coef + quantile], axis=1)

# %% t_and_intervals: t in place of the quantile: coef - t se is always 0.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - t * se, coef + t * se], axis=1)

# %% t_and_intervals [intervals-exchanged]: The ends are swapped: the upper one first.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef + quantile * se, coef - quantile * se], axis=1)

# %% t_and_intervals [intervals-transposed]: The interval is (2, coefficients): stacked on the wrong axis.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=0)

# %% t_and_intervals: Reshaped in place of transposed: the ends of different coefficients get mixed.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.array([coef - quantile * se, coef + quantile * se]).reshape(-1, 2)

# %% t_and_intervals: The ends are joined in one axis, (2 coefficients,).
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.concatenate([coef - quantile * se, coef + quantile * se])

# %% t_and_intervals: The interval is around 0, without coef.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([-quantile * se, quantile * se], axis=1)

# %% t_and_intervals: The interval is around t.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([t - quantile, t + quantile], axis=1)

# %% t_and_intervals: Half as wide: quantile * se / 2.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile * se / 2, coef + quantile * se / 2], axis=1)

# %% t_and_intervals: Twice as wide.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - 2 * quantile * se, coef + 2 * quantile * se], axis=1)

# %% t_and_intervals: The standard error is squared in the interval.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile * se**2, coef + quantile * se**2], axis=1)

# %% t_and_intervals: Divided by the root of the number of coefficients, as if it were n.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile * se / np.sqrt(len(se)), coef + quantile * se / np.sqrt(len(se))], axis=1)

# %% t_and_intervals: Where a coefficient is below 0 the ends are swapped: coef times (1 - ...).
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef * (1 - quantile * se / np.abs(coef)), coef * (1 + quantile * se / np.abs(coef))], axis=1)

# %% t_and_intervals [values-exchanged]: The interval and t are swapped.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return np.stack([coef - quantile * se, coef + quantile * se], axis=1), t

# %% t_and_intervals: Only the first two coefficients get an interval.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    return t, np.stack([coef - quantile * se, coef + quantile * se], axis=1)[:2]

# %% t_and_intervals [cut-like-an-argument]: np.zeros_like(coef) makes whole numbers of t and of the ends where coef is whole.
def t_and_intervals(coef, se, quantile):
    t = np.zeros_like(coef)
    t[:] = coef / se
    ends = np.zeros((len(coef), 2), dtype=coef.dtype)
    ends[:, 0] = coef - quantile * se
    ends[:, 1] = coef + quantile * se
    return t, ends

# %% t_and_intervals: se is multiplied by the quantile in place: the argument changes.
def t_and_intervals(coef, se, quantile):
    t = coef / se
    se *= quantile
    return t, np.stack([coef - se, coef + se], axis=1)

# %% p_value [p-inside]: The area in the middle comes back, not what is left of 1.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return np.sum(density(middles, df)) * width

# %% p_value: abs() is forgotten: a negative t gives a p above 1.
def p_value(t, df, stripes=1000):
    end = t
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value [p-one-sided]: One-sided: half of the p-value.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return (1 - np.sum(density(middles, df)) * width) / 2

# %% p_value [twice]: Twice the p-value.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 2 * (1 - np.sum(density(middles, df)) * width)

# %% p_value [p-from-zero]: Only the area from 0 to |t| is taken off.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = end / stripes
    middles = (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: 0.5 minus the area from 0 to |t|: one side only.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = end / stripes
    middles = (np.arange(stripes) + 0.5) * width
    return 0.5 - np.sum(density(middles, df)) * width

# %% p_value: The stripes get the width |t| / stripes: the area is halved.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * end / stripes

# %% p_value [factor-missing]: The width is forgotten: a sum of heights.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df))

# %% p_value: The mean of the heights in place of the area.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.mean(density(middles, df))

# %% p_value [argument-ignored]: stripes is ignored: always 1000.
def p_value(t, df, stripes=1000):
    stripes = 1000
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: df is ignored: always 98.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, 98)) * width

# %% p_value: df is ignored: the normal distribution in place of t.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(np.exp(-(middles**2) / 2) / np.sqrt(2 * np.pi)) * width

# %% p_value: df - 1 degrees of freedom.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df - 1)) * width

# %% p_value: df + 2 degrees of freedom, the number of points.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df + 2)) * width

# %% p_value: np.linspace with `stripes` places from end to end: stripes - 1 stripes, each counted with the wrong width.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = np.linspace(-end, end, stripes)
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: stripes + 1 edges are summed: one stripe too many.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = np.linspace(-end, end, stripes + 1)
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: The last stripe is forgotten.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes - 1) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: The first stripe is forgotten.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(1, stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: The area of the tail from |t| to 10: the heavy tail of a small df is cut off, and one side only.
def p_value(t, df, stripes=1000):
    width = (10 - abs(t)) / stripes
    middles = abs(t) + (np.arange(stripes) + 0.5) * width
    return np.sum(density(middles, df)) * width

# %% p_value: The height of the distribution at t, not an area.
def p_value(t, df, stripes=1000):
    return density(t, df)

# %% p_value: The width of the stripes is always 0.01: stripes is ignored.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 0.01
    stripes = int(2 * end / width)
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value [rounded]: p is rounded to three decimals.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return round(float(1 - np.sum(density(middles, df)) * width), 3)

# %% p_value: t is squared first, as for F.
def p_value(t, df, stripes=1000):
    end = t**2
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: |t| above 4 is cut to 4.
def p_value(t, df, stripes=1000):
    end = min(abs(t), 4)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value [rounded]: |t| is cut to a whole number.
def p_value(t, df, stripes=1000):
    end = int(abs(t))
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value: The middles lie half a stripe too far on the right, a whole width added.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = -end + (np.arange(stripes) + 1.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value [term-missing]: The middles start at 0 and run to 2|t|.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    middles = (np.arange(stripes) + 0.5) * width
    return 1 - np.sum(density(middles, df)) * width

# %% p_value [p-left-ends]: The left edges of the stripes in place of their middles: another number for few stripes.
def p_value(t, df, stripes=1000):
    end = abs(t)
    width = 2 * end / stripes
    edges = -end + (np.arange(stripes) ) * width
    return 1 - np.sum(density(edges, df)) * width

# %% regress [intercept-first]: The column of ones comes first: the intercept stands before the slope.
def regress(x, y):
    X = np.stack([np.ones(len(x)), x], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: The coefficients are swapped at the end: intercept first, the errors in the other order.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef[::-1], se, ss_model, ss_residual

# %% regress: The column of ones is forgotten: a line through 0 with a single coefficient.
def regress(x, y):
    X = np.stack([x], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: The standard errors are divided by n - 1.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 1) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [errors-with-n]: The standard errors are divided by n.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / len(x) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [errors-not-rooted]: The root is forgotten: variances in place of standard errors.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = ss_residual / (len(x) - 2) * np.diag(inverse)
    return coef, se, ss_model, ss_residual

# %% regress: The root is taken of MS residual only.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2)) * np.diag(inverse)
    return coef, se, ss_model, ss_residual

# %% regress: The root is taken of the diagonal only.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = ss_residual / (len(x) - 2) * np.sqrt(np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [divisor-missing]: SS residual in place of MS residual in the standard errors.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: SS model in place of SS residual in the standard errors.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_model / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: The diagonal of X^T X and not of its inverse.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(X.T @ X))
    return coef, se, ss_model, ss_residual

# %% regress: 1 / the diagonal of X^T X in place of the diagonal of the inverse.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * (1 / np.diag(X.T @ X)))
    return coef, se, ss_model, ss_residual

# %% regress: The whole matrix is returned as se, (2, 2).
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.abs(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [model-around-zero]: SS model is measured from 0 and not from the mean.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: SS model is SS total: the y from their mean.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((y - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [mean-twice]: SS model is the mean and not the sum of the squares.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.mean((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [mean-for-sum]: SS residual is the mean and not the sum of the squares; the standard errors follow from it.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.mean((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: The squares are forgotten in SS residual: its sum is about 0.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum(np.abs(y - fitted))
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [squares-exchanged]: SS model and SS residual are swapped.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_residual, ss_model

# %% regress: The mean of x in place of that of y in SS model.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(x)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [values-exchanged]: se and coef are swapped.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return se, coef, ss_model, ss_residual

# %% regress: coef has the shape (2, 1).
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef[:, None], se, ss_model, ss_residual

# %% regress: Regression of x on y.
def regress(x, y):
    x, y = y, x
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress [only-decimals]: The column of ones has the type of x: no mistake there, but the coefficients are stored as whole numbers where x is whole.
def regress(x, y):
    X = np.stack([x, np.ones_like(x)], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = np.zeros_like(X[0])
    coef[:] = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: The slope loses its sign.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return np.array([abs(coef[0]), coef[1]]), se, ss_model, ss_residual

# %% regress: x is centred first: the intercept is the mean of y.
def regress(x, y):
    x = x - np.mean(x)
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: n is always 100 in the standard errors.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    se = np.sqrt(ss_residual / (100 - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: SS residual is SS total minus SS model with SS total from 0: sum of y squared.
def regress(x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    inverse = np.linalg.inv(X.T @ X)
    coef = inverse @ X.T @ y
    fitted = X @ coef
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum(y**2) - ss_model
    se = np.sqrt(ss_residual / (len(x) - 2) * np.diag(inverse))
    return coef, se, ss_model, ss_residual

# %% regress: x is centred in place: the argument changes (and fails for whole numbers).
def regress(x, y):
    middle = np.mean(x)
    x -= middle
    slope = np.sum(x * y) / np.sum(x**2)
    coef = np.array([slope, np.mean(y) - slope * middle])
    fitted = slope * x + np.mean(y)
    ss_model = np.sum((fitted - np.mean(y)) ** 2)
    ss_residual = np.sum((y - fitted) ** 2)
    ms = ss_residual / (len(x) - 2)
    se = np.sqrt([ms / np.sum(x**2), ms * (1 / len(x) + middle**2 / np.sum(x**2))])
    return coef, se, ss_model, ss_residual
