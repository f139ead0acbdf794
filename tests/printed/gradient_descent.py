"""What the numbers that the document prints for the rows of gradient_descent come to."""


def rows(lesson):
    left, right = lesson.error_change(0, -1, -2), lesson.error_change(-5, -4, -2)
    return {
        "s4-422-left": dict(zip(("E0", "Em1_half", "diff"), left, strict=True)),
        "s4-423-right": dict(zip(("Em5", "Em4", "diff"), right, strict=True)),
        "s4-424-1": {"p": lesson.update(0, -2, 0.5)},
        **{f"s4-424-x{steps}": {"p": lesson.descend(0, -2, 0.5, steps)} for steps in (2, 4, 8, 16)},
        "s4-424-right": {"p": lesson.descend(-5, -2, 0.5, 16)},
    }
