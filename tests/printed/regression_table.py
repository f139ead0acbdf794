"""What the numbers that the document prints for the rows of regression_table come to."""

# The table's entries are rounded, and so is what is computed from them.
WITHIN = {"s1-anova-total": 1e-7, "s1-anova-ms": 2e-9, "s1-anova-ci": 3e-6, "s1-anova-synth": 3e-6}
QUANTILE = 1.98446745  # of the t distribution with 98 degrees of freedom, at 0.975


def rows(lesson):
    np = lesson.np
    ss_model, ss_residual = 5.04902329, 28.3220135
    total, df, ms_residual, ms_total = lesson.anova(ss_model, ss_residual, 100)
    f, r2, adjusted, root = lesson.fit_quality(ss_model, ss_residual, 100)
    printed_coef, printed_se = np.array([0.0440691, -2.134777]), np.array([0.0105434, 1.813099])
    t, ends = lesson.t_and_intervals(printed_coef, printed_se, QUANTILE)
    coef, se, made_model, made_residual = lesson.regress(lesson.tv, lesson.cholesterol)
    made_f, made_r2, made_adjusted, made_root = lesson.fit_quality(made_model, made_residual, 100)
    made_t, made_ends = lesson.t_and_intervals(coef, se, QUANTILE)
    return {
        "s1-anova-total": {"SST": total, "df": df},
        "s1-anova-ms": {"MSr": ms_residual, "MSt": ms_total},
        "s1-anova-F": {"F": f, "p": lesson.p_value(np.sqrt(f), 98)},
        "s1-anova-R2": {"R2": r2, "adjR2": adjusted},
        "s1-anova-rmse": {"RMSE": root},
        "s1-anova-t": {"t": t},
        "s1-anova-p": {"p": [lesson.p_value(each, 98) for each in t]},
        "s1-anova-ci": {"ci": ends},
        "s1-anova-synth": {
            "coef": coef,
            "SSm": made_model,
            "SSr": made_residual,
            "F": made_f,
            "R2": made_r2,
            "adjR2": made_adjusted,
            "RMSE": made_root,
            "se": se,
            "t": made_t,
            "ci": made_ends,
        },
    }
