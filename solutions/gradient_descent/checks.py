"""Hidden checks and known wrong answers of gradient descent on one parameter.

At the target the error and the slope are 0, and no answer is off by a factor there. So p is drawn away from the
target, on either side of it. The target is farther from 0, so that no place on a path is near 0: there two numbers
nearly cancel, and a right answer in float32 is far off.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    as_numbers,
    assert_agrees,
    assert_close,
    assert_equal,
    assert_labels,
    assert_no_other,
    assert_not_swapped,
    check,
    choice,
    drawn,
    figure_of,
    figures,
    finite,
    lies_on,
    marked,
    paths,
    picture,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)


def place(draw, side=None):
    """A start and a target that lies to its left (side 1) or to its right (side -1)."""
    t = draw.number(4.0, 6.0) * (2 * draw.integer(0, 1) - 1)
    side = 2 * draw.integer(0, 1) - 1 if side is None else side
    return t + side * draw.number(1.0, 3.0), t


def places(draw):
    """Arrays of places on both sides of a target, one of them far to its right; and the target, on either side of 0.
    In the last the places are whole numbers and the target is none."""
    for t in (draw.integer(4, 6), -draw.integer(4, 6)):
        p = t + draw.normal(*draw.sizes(2), scale=1.5)
        p.flat[0] = t + draw.integer(16, 40)
        yield p, t
    yield draw.permutation(np.arange(1, 10)), draw.integer(4, 6) + 0.5


def as_array(value, of):
    """One array where a function returned its numbers in a list or a tuple."""
    if not isinstance(value, (list, tuple)):
        return value
    numbers = [as_numbers(each, of=f"{of}[{i}]") for i, each in enumerate(value)]
    if any(each.shape != () for each in numbers):
        raise Failure(f"{of} has entries that are no single numbers", value)
    return np.array(numbers)


# --- error ------------------------------------------------------------------------------------------------------------


@check("error", points=1)
def error_by_hand(student):
    """error(p, t) is 2 for p = 0 and t = -2, and 0 at the target"""
    assert_close(student.error(0, -2), 2, of="error(0, -2)", visible=True)
    assert_close(student.error(-2, -2), 0, of="error(-2, -2)", visible=True)


@check("error", points=1)
def error_of_any_numbers(student, draw):
    """error(p, t) is right for any target, for one number and for every entry of an array"""
    p, t = place(draw)
    for args in ((p, t), *places(draw)):
        assert_agrees(student.error, reference.error, *args, of="error(p, t)")


@wrong("error", "The half is missing.")
def error_without_half(p, t):
    return (p - t) ** 2


@wrong("error", "t is added; the difference p - t is squared.")
def error_with_t_added(p, t):
    return 0.5 * (p + t) ** 2


@wrong("error", "The square is missing.")
def error_without_square(p, t):
    return 0.5 * (p - t)


@wrong("error", "This is half the distance; the distance has to be squared first.")
def error_as_half_distance(p, t):
    return 0.5 * abs(p - t)


@wrong("error", "The half is squared too: take half of the square, not the square of the half.")
def error_with_half_inside(p, t):
    return (0.5 * (p - t)) ** 2


@wrong("error", "The target is always -2 here; use the argument t.")
def error_of_target_minus_2(p, t):
    return 0.5 * (p + 2) ** 2


@wrong("error", "Brackets are missing: subtract first, then square and halve, 0.5 * (p - t) ** 2.")
def error_with_brackets_missing(p, t):
    return 0.5 * p**2 - t**2


@wrong("error", "The two squares are subtracted; subtract first and square then.")
def error_of_squares(p, t):
    return 0.5 * (p**2 - t**2)


@wrong("error", "The entries are added up; every entry of p has its own error.")
def error_summed(p, t):
    return np.sum(0.5 * (p - t) ** 2)


# --- plot_error: a figure, judged by what is drawn in it ---------------------------------------------------------------


@check("plot_error", points=1, uses=("error",))
def points_are_drawn(student, draw):
    """the figure has a point (p, E) for every p that is given, and E = (p + 2)^2 / 2"""
    for count in (draw.integer(20, 60), draw.integer(110, 150)):
        ps = draw.uniform(count, low=-6, high=2)
        curves = finite(drawn(student, "plot_error", ps).curves)
        if not curves:
            raise Failure("plot_error draws no points and no line")
        with np.errstate(all="ignore"):
            right = [c for c in curves if lies_on(c, lambda p: (p + 2) ** 2 / 2, near=1e-5 * (1 + c.x**2))]
        if not right:
            largest = max(curves, key=lambda curve: curve.x.size)
            i = np.argmax(np.abs(largest.x))
            point = f"({largest.x[i]:.4g}, {largest.y[i]:.4g})"
            raise Failure(f"the figure has the point {point}, which is not on E = (p + 2)^2 / 2")
        if not np.any([marked(ps, curve) for curve in right], axis=0).all():
            raise Failure("some of the numbers ps have no point in the figure; draw one over each of them")
        assert_no_other(curves, right, of="plot_error")


@check("plot_error", points=1, uses=("error",))
def axes_have_labels(student):
    """both axes of the figure have a label"""
    labels, _ = drawn(student, "plot_error", np.array([-5.0, -3.0, -2.5, 1.0]))
    assert_labels(labels)
    assert_not_swapped(labels, horizontal="p", vertical="E")


def points_of(ps, errors, *labels):
    return figure_of((ps, errors, "b."), labels=labels or ("p", "E"))


@wrong("plot_error", "The half is missing in E.")
def plot_without_half(ps):
    return points_of(ps, (ps + 2) ** 2)


@wrong("plot_error", "The lowest point of this curve is at 2; with t = -2 the error has p + 2 in it.")
def plot_around_plus_2(ps):
    return points_of(ps, 0.5 * (ps - 2) ** 2)


@wrong("plot_error", "This is the slope p + 2, a straight line; draw the error.")
def plot_of_the_slope(ps):
    return points_of(ps, ps + 2)


@wrong("plot_error", "The slope is drawn beside the error; draw the error only.")
def plot_beside_the_slope(ps):
    return figure_of((ps, 0.5 * (ps + 2) ** 2, "b."), (ps, ps + 2, "r."), labels=("p", "E"))


@wrong("plot_error", "p and E are swapped in the call that draws: p comes first.")
def plot_turned(ps):
    return points_of(0.5 * (ps + 2) ** 2, ps)


@wrong("plot_error", "The errors are drawn over their positions 0, 1, 2; give the call ps as well.")
def plot_over_positions(ps):
    return points_of(np.arange(len(ps)), 0.5 * (ps + 2) ** 2)


@wrong("plot_error", "The numbers ps are sorted but their errors are not; sort before you compute the errors.")
def plot_of_sorted_numbers_only(ps):
    return points_of(np.sort(ps), 0.5 * (ps + 2) ** 2)


@wrong("plot_error", "The figure is always drawn over the same numbers; use the argument ps.")
def plot_over_fixed_numbers(ps):
    fixed = np.linspace(-6, 2, 9)
    return points_of(fixed, 0.5 * (fixed + 2) ** 2)


@wrong("plot_error", "Both axes are without a label: add plt.xlabel and plt.ylabel.")
def plot_without_labels(ps):
    return points_of(ps, 0.5 * (ps + 2) ** 2, "", "")


@wrong("plot_error", "The vertical axis is without a label: add plt.ylabel.")
def plot_without_ylabel(ps):
    return points_of(ps, 0.5 * (ps + 2) ** 2, "p", "")


@wrong("plot_error", "The labels are swapped: the horizontal axis shows p, the vertical one E.")
def plot_with_swapped_labels(ps):
    return points_of(ps, 0.5 * (ps + 2) ** 2, "E", "p")


# --- error_change -----------------------------------------------------------------------------------------------------

CHANGES = ("the error before", "the error after", "the change")


def check_change(student, p, new_p, t, visible=False):
    of = f"error_change({p}, {new_p}, {t})" if visible else "error_change(p, new_p, t)"

    def change(*args):
        found = student.error_change(*args)
        return found.tolist() if isinstance(found, np.ndarray) and found.ndim == 1 else found

    assert_agrees(change, reference.error_change, p, new_p, t, of=of, parts=CHANGES, visible=visible)


@check("error_change", points=1, uses=("error",))
def changes_by_hand(student):
    """error_change gives 2, 1/2, -3/2 from 0 to -1, and 9/2, 2, -5/2 from -5 to -4"""
    check_change(student, 0, -1, -2, visible=True)
    check_change(student, -5, -4, -2, visible=True)


@check("error_change", points=1, uses=("error",))
def changes_of_any_move(student, draw):
    """error_change gives both errors and their difference for any move, away from the target and towards it"""
    for side in (1, -1):
        p, t = place(draw, side)
        check_change(student, p, p + side * draw.number(0.3, 0.9), t)
        check_change(student, p, p - side * draw.number(0.3, 0.6), t)


@wrong("error_change", "The difference is reversed: it is the error after minus the error before.")
def change_before_minus_after(p, new_p, t):
    before, after, difference = reference.error_change(p, new_p, t)
    return before, after, -difference


@wrong("error_change", "The difference has lost its sign: an error that becomes smaller has a negative change.")
def change_without_sign(p, new_p, t):
    before, after, difference = reference.error_change(p, new_p, t)
    return before, after, abs(difference)


@wrong("error_change", "The first two are swapped: return the error before the move first.")
def change_after_first(p, new_p, t):
    before, after, difference = reference.error_change(p, new_p, t)
    return after, before, difference


@wrong("error_change", "The half is missing in the errors.")
def change_without_half(p, new_p, t):
    return tuple(2 * each for each in reference.error_change(p, new_p, t))


@wrong("error_change", "The third is how far p moves; it has to be how far the error moves.")
def change_of_p(p, new_p, t):
    before, after, _ = reference.error_change(p, new_p, t)
    return before, after, new_p - p


@wrong("error_change", "The third is divided by the move; here the difference alone is asked for.")
def change_divided(p, new_p, t):
    before, after, difference = reference.error_change(p, new_p, t)
    return before, after, difference / (new_p - p)


@wrong("error_change", "The target is always -2 here; use the argument t.")
def change_for_target_minus_2(p, new_p, t):
    return reference.error_change(p, new_p, -2)


# --- ratio ------------------------------------------------------------------------------------------------------------


@check("ratio", points=1, uses=("error",))
def ratio_by_hand(student):
    """ratio is 1.5 from 0 to -1 and -2.5 from -5 to -4"""
    assert_close(student.ratio(0, -1, -2), 1.5, of="ratio(0, -1, -2)", visible=True)
    assert_close(student.ratio(-5, 1, -2), -2.5, of="ratio(-5, 1, -2)", visible=True)


@check("ratio", points=1, uses=("error",))
def ratio_of_any_change(student, draw):
    """ratio(p, dp, t) is right for any p and t and for changes in both directions, large and small"""
    for side in (1, -1):
        p, t = place(draw, side)
        far, small = side * draw.number(1.2, 2.5), side * draw.number(0.02, 0.06)
        for dp in (draw.number(0.3, 0.8), -draw.number(0.3, 0.8), far, small, -small):
            assert_agrees(student.ratio, reference.ratio, p, dp, t, of="ratio(p, dp, t)")


@wrong("ratio", "The difference of the errors is not divided by dp.")
def ratio_not_divided(p, dp, t):
    return reference.error(p + dp, t) - reference.error(p, t)


@wrong("ratio", "The difference of the errors is reversed: it is the error at p + dp minus the error at p.")
def ratio_reversed(p, dp, t):
    return (reference.error(p, t) - reference.error(p + dp, t)) / dp


@wrong("ratio", "dp has lost its sign; a move to the left has a negative dp in both places.")
def ratio_without_sign_of_dp(p, dp, t):
    return (reference.error(p + dp, t) - reference.error(p, t)) / abs(dp)


@wrong("ratio", "The second place is at p - dp; it has to be at p + dp.")
def ratio_to_the_other_side(p, dp, t):
    return (reference.error(p - dp, t) - reference.error(p, t)) / dp


@wrong("ratio", "This is the slope at p itself; the ratio belongs to the whole way from p to p + dp.")
def ratio_as_slope(p, dp, t):
    return p - t


@wrong("ratio", "The ratio is upside down: divide the change of E by the change of p.")
def ratio_upside_down(p, dp, t):
    return dp / (reference.error(p + dp, t) - reference.error(p, t))


@wrong("ratio", "A bracket is missing: only the error at p is divided, and both have to be.")
def ratio_without_bracket(p, dp, t):
    return reference.error(p + dp, t) - reference.error(p, t) / dp


@wrong("ratio", "The error of dp is divided by dp; the change of the error is what the move from p makes of it.")
def ratio_of_dp_alone(p, dp, t):
    return reference.error(dp, t) / dp


# --- slope ------------------------------------------------------------------------------------------------------------


@check("slope", points=1)
def slope_by_hand(student):
    """slope(p, t) is 2 at p = 0 and -3 at p = -5 for the target -2"""
    found = student.slope(np.array([0.0, -2.0, -5.0]), -2)
    assert_close(found, np.array([2.0, 0.0, -3.0]), of="slope([0, -2, -5], -2)", visible=True)


@check("slope", points=1)
def slope_of_any_numbers(student, draw):
    """slope(p, t) is the derivative of the error for any target, for one number and for an array"""
    p, t = place(draw)
    for args in ((p, t), *places(draw)):
        assert_agrees(student.slope, reference.slope, *args, of="slope(p, t)")


@wrong("slope", "The half of the error is forgotten: 2 times 1/2 is 1.")
def slope_without_half(p, t):
    return 2 * (p - t)


@wrong("slope", "The 2 of the square is forgotten: 1/2 times 2 is 1.")
def slope_without_2(p, t):
    return 0.5 * (p - t)


@wrong("slope", "The sign is reversed: right of the target the error rises, so the slope is above 0 there.")
def slope_reversed(p, t):
    return t - p


@wrong("slope", "The target is always -2 here; use the argument t.")
def slope_for_target_minus_2(p, t):
    return p + 2


@wrong("slope", "t is added; for t = -2 the slope is p + 2.")
def slope_with_t_added(p, t):
    return p + t


@wrong("slope", "This is the error itself; its derivative is asked for.")
def slope_as_error(p, t):
    return 0.5 * (p - t) ** 2


@wrong("slope", "The sign is lost: left of the target the slope is below 0.")
def slope_without_sign(p, t):
    return abs(p - t)


@wrong("slope", "This is only the sign of the slope; its size is asked for too.")
def slope_as_sign(p, t):
    return np.sign(p - t)


# --- direction, without_minus -----------------------------------------------------------------------------------------


@check("direction", points=1)
def direction_by_hand(student):
    """direction says left for the slope 2 at p = 0, right for the slope -3 at p = -5, and stay for 0"""
    for slope_at_p, way in ((2, "left"), (-3, "right"), (0, "stay")):
        assert_equal(student.direction(slope_at_p), way, of=f"direction({slope_at_p})")


@check("direction", points=1)
def direction_of_any_slope(student, draw):
    """direction is right for steep slopes and for gentle ones"""
    for size in (draw.number(2, 90), draw.number(0.01, 0.4), draw.number(1e-9, 1e-7)):
        for slope_at_p in draw.permutation(np.array([size, -size])):
            way = "left" if slope_at_p > 0 else "right"
            assert_equal(student.direction(float(slope_at_p)), way, of=f"direction({slope_at_p:.3g})")


@wrong("direction", "Left and right are swapped: where the slope is above 0, the error becomes larger to the right.")
def direction_uphill(slope_at_p):
    return "stay" if slope_at_p == 0 else "right" if slope_at_p > 0 else "left"


@wrong("direction", "A slope of exactly 0 counts as above 0; there p stays.")
def direction_left_at_zero(slope_at_p):
    return "left" if slope_at_p >= 0 else "right"


@wrong("direction", "A slope of exactly 0 counts as below 0; there p stays.")
def direction_right_at_zero(slope_at_p):
    return "left" if slope_at_p > 0 else "right"


@wrong("direction", "Small slopes count as 0; p stays only where the slope is exactly 0.")
def direction_of_whole_numbers(slope_at_p):
    return direction_of(int(slope_at_p))


@wrong("direction", "It is always left, as from p = 0; look at the sign of the slope.")
def direction_always_left(slope_at_p):
    return "left"


@wrong("direction", "This looks where p is in relation to -2; the argument is the slope, whose sign alone decides.")
def direction_of_p(slope_at_p):
    return direction_of(slope_at_p + 2)


def direction_of(number):
    return "left" if number > 0 else "right" if number < 0 else "stay"


without_minus = choice(
    "without_minus",
    points=1,
    sentence="without_minus says where p goes when the slope is added",
    answer="c",
    wrongs={
        "a": "From 0 the first step adds a positive slope: that is not the way to -2.",
        "b": "The slope at 0 is 2; adding a part of it does not take p to the left.",
        "d": "The next step has the sign of the slope at the new place: is that another sign?",
    },
)


# --- update -----------------------------------------------------------------------------------------------------------


@check("update", points=1, uses=("slope",))
def update_by_hand(student):
    """update goes from 0 to -1 and from -5 to -3.5 with the learning rate 0.5"""
    assert_close(student.update(0, -2, 0.5), -1.0, of="update(0, -2, 0.5)", visible=True)
    assert_close(student.update(-5, -2, 0.5), -3.5, of="update(-5, -2, 0.5)", visible=True)


@check("update", points=1, uses=("slope",))
def update_from_anywhere(student, draw):
    """update(p, t, lr) is one step towards the target for any learning rate, for a number and for an array"""
    for side, lr in ((1, draw.number(0.6, 0.9)), (-1, draw.number(0.1, 0.4)), (1, draw.number(1.2, 2.5))):
        p, t = place(draw, side)
        for start, target in ((p, t), *places(draw)):
            assert_agrees(student.update, reference.update, start, target, lr, of="update(p, t, lr)")
    assert_close(student.update(t, t, lr), t, of="update(p, t, lr) at p = t")


@wrong("update", "p moves along the slope; subtract lr times the slope to go down.")
def update_uphill(p, t, lr):
    return p + lr * (p - t)


@wrong("update", "The learning rate is missing.")
def update_without_lr(p, t, lr):
    return p - (p - t)


@wrong("update", "This is the step itself; add it to p.")
def update_as_step(p, t, lr):
    return -lr * (p - t)


@wrong("update", "The slope is twice too large; is the half of the error forgotten?")
def update_with_doubled_slope(p, t, lr):
    return p - lr * 2 * (p - t)


@wrong("update", "The slope is half of what it is; the 2 of the square cancels the half.")
def update_with_half_slope(p, t, lr):
    return p - lr * 0.5 * (p - t)


@wrong("update", "The error is subtracted; subtract lr times its slope.")
def update_by_error(p, t, lr):
    return p - lr * 0.5 * (p - t) ** 2


@wrong("update", "Only the sign of the slope is used; a steeper slope has to give a longer step.")
def update_by_sign(p, t, lr):
    return p - lr * np.sign(p - t)


@wrong("update", "The target is always -2 here; use the argument t.")
def update_to_target_minus_2(p, t, lr):
    return p - lr * (p + 2)


@wrong("update", "The learning rate divides the slope; it has to multiply it.")
def update_divided_by_lr(p, t, lr):
    return p - (p - t) / lr


@wrong("update", "The learning rate multiplies p too: a bracket stands in the wrong place.")
def update_with_bracket(p, t, lr):
    return (p - (p - t)) * lr


# --- one_step: a cell that is graded as it stands ----------------------------------------------------------------------

STEP = ("E", "DpE", "p")


def check_cell(student, p, lr, visible=False):
    names = student.cell("one_step", p=p, lr=lr)
    found = tuple(getattr(names, name) for name in STEP)
    of = f"the cell that starts from p = {p:.4g}"
    assert_agrees(lambda *_: found, step_of_script, p, lr, of=of, parts=STEP, visible=visible)


def step_of_script(p, lr):
    return reference.error(p, -2), reference.slope(p, -2), reference.update(p, -2, lr)


@check("one_step", points=1, uses=("error", "slope", "update"))
def script_by_hand(student):
    """the cell goes from 0 to -1.0"""
    check_cell(student, 0, 0.5, visible=True)


@check("one_step", points=1, uses=("error", "slope", "update"))
def script_from_anywhere(student, draw):
    """the cell makes one step from any p with any learning rate, and E and DpE are those before the step"""
    for side, lr in ((1, draw.number(0.6, 0.9)), (-1, draw.number(0.1, 0.4)), (1, draw.number(1.2, 1.6))):
        check_cell(student, -2 + side * draw.number(2.5, 5.0), lr)


def as_names(E, DpE, p):
    return {"E": E, "DpE": DpE, "p": p}


@wrong("one_step", "p moves along the slope; subtract lr times DpE to go down.")
def script_uphill(p, lr):
    return as_names(0.5 * (p + 2) ** 2, p + 2, p + lr * (p + 2))


@wrong("one_step", "The learning rate is missing in the step.")
def script_without_lr(p, lr):
    return as_names(0.5 * (p + 2) ** 2, p + 2, p - (p + 2))


@wrong("one_step", "DpE is twice too large: 2 times 1/2 is 1.")
def script_with_doubled_slope(p, lr):
    return as_names(0.5 * (p + 2) ** 2, 2 * (p + 2), p - lr * 2 * (p + 2))


@wrong("one_step", "DpE has the sign of t wrong: with t = -2 it is p + 2.")
def script_with_target_2(p, lr):
    return as_names(0.5 * (p + 2) ** 2, p - 2, p - lr * (p - 2))


@wrong("one_step", "DpE is computed again after the step; it has to be the slope before.")
def script_with_slope_after(p, lr):
    new = p - lr * (p + 2)
    return as_names(0.5 * (p + 2) ** 2, new + 2, new)


@wrong("one_step", "E is computed after the step; it has to be the error before.")
def script_with_error_after(p, lr):
    new = p - lr * (p + 2)
    return as_names(0.5 * (new + 2) ** 2, p + 2, new)


@wrong("one_step", "p is not moved: give the result of the step the name p.")
def script_without_step(p, lr):
    return as_names(0.5 * (p + 2) ** 2, p + 2, p)


@wrong("one_step", "p starts at 0 again and lr at 0.5, whatever they were; take both from the cell above.")
def script_that_sets_p(p, lr):
    return as_names(2.0, 2, -1.0)


@wrong("one_step", "E has no half.")
def script_without_half(p, lr):
    return as_names((p + 2) ** 2, p + 2, p - lr * (p + 2))


# --- descend ----------------------------------------------------------------------------------------------------------


def check_path(student, p, t, lr, steps, visible=False):
    of = f"descend({p}, {t}, {lr}, {steps})" if visible else "descend(p, t, lr, steps)"

    def path(*args):
        return as_array(student.descend(*args), of)

    assert_agrees(path, reference.descend, p, t, lr, steps, of=of, visible=visible)


@check("descend", points=1, uses=("slope", "update"))
def paths_from_0(student):
    """descend gives the right numbers after 1, 2, 4, 8 and 16 steps from 0"""
    for steps in (1, 2, 4, 8, 16):
        check_path(student, 0, -2, 0.5, steps, visible=True)


@check("descend", points=1, uses=("slope", "update"))
def path_from_minus_5(student):
    """descend gives the right numbers on the way from -5"""
    check_path(student, -5, -2, 0.5, 16, visible=True)


@check("descend", points=2, uses=("slope", "update"))
def path_from_anywhere(student, draw):
    """every step of descend is right for any start, target and learning rate, also above 1 and above 2, few or many"""
    for side in (1, -1):
        p, t = place(draw, side)
        for lr in (draw.number(0.1, 0.4), draw.number(1.2, 1.6), draw.number(2.2, 2.5)):
            check_path(student, p, t, lr, draw.integer(4, 7))
        check_path(student, p, t, draw.number(0.01, 0.02), draw.integer(110, 140))


def path_with(move):
    """A path whose step number i is made by `move`, from the start, the place before, and the other arguments."""

    def run(p, t, lr, steps):
        start, path = p, []
        for i in range(steps):
            p = move(start, p, t, lr, i)
            path.append(p)
        return np.array(path)

    return run


@wrong("descend", "p moves along the slope; subtract lr times the slope to go down.")
def path_uphill(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p + lr * (p - t))(p, t, lr, steps)


@wrong("descend", "The slope is always that of the start; take it anew at every place.")
def path_along_first_slope(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - lr * (start - t))(p, t, lr, steps)


@wrong("descend", "Every step starts from the beginning; start it where the last one ended.")
def path_of_first_steps(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: start - lr * (start - t))(p, t, lr, steps)


@wrong("descend", "The learning rate is missing.")
def path_without_lr(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - (p - t))(p, t, lr, steps)


@wrong("descend", "The slope is twice too large; is the half of the error forgotten?")
def path_with_doubled_slope(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - 2 * lr * (p - t))(p, t, lr, steps)


@wrong("descend", "The target is always -2 here; use the argument t.")
def path_to_target_minus_2(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - lr * (p + 2))(p, t, lr, steps)


@wrong("descend", "The learning rate is always 0.5 here; use the argument lr.")
def path_with_lr_one_half(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - 0.5 * (p - t))(p, t, lr, steps)


@wrong("descend", "The learning rate shrinks from step to step; it stays the same.")
def path_with_shrinking_lr(p, t, lr, steps):
    return path_with(lambda start, p, t, lr, i: p - lr / (i + 1) * (p - t))(p, t, lr, steps)


@wrong("descend", "The path begins with the start and lacks the last step: store p after the update.")
def path_one_step_behind(p, t, lr, steps):
    return np.array([p, *reference.descend(p, t, lr, steps)[:-1]])


@wrong("descend", "The start is in the path too; the first entry is p after the first step.")
def path_with_start(p, t, lr, steps):
    return np.array([p, *reference.descend(p, t, lr, steps)])


@wrong("descend", "This is only the last place; return p after each of the steps.")
def path_end_only(p, t, lr, steps):
    return reference.descend(p, t, lr, steps)[-1]


@wrong("descend", "One step is missing at the end.")
def path_too_short(p, t, lr, steps):
    return reference.descend(p, t, lr, steps)[:-1]


@wrong("descend", "These are the slopes on the way; return the places p.")
def path_of_slopes(p, t, lr, steps):
    return np.array([p, *reference.descend(p, t, lr, steps)[:-1]]) - t


@wrong("descend", "The path is cut to whole numbers: an array that is made from whole numbers cannot hold halves.")
def path_of_whole_numbers(p, t, lr, steps):
    path = np.full(steps, p)
    for i in range(steps):
        p = p - lr * (p - t)
        path[i] = int(p)
    return path


# --- place_after, fates -----------------------------------------------------------------------------------------------


@check("place_after", points=1)
def places_by_hand(student):
    """place_after is at the right places after 0, 1, 8 and 16 steps"""
    for p, n, printed in ((0, 1, -1.0), (0, 8, -1.9921875), (-5, 0, -5), (-5, 16, -2.0000457763671875)):
        assert_close(student.place_after(p, -2, 0.5, n), printed, of=f"place_after({p}, -2, 0.5, {n})", visible=True)


@check("place_after", points=1)
def places_of_any_path(student, draw):
    """place_after(p, t, lr, n) is right for any start, target and learning rate, from 0 steps to many"""
    for side, lr in ((1, draw.number(0.1, 0.4)), (-1, draw.number(1.3, 1.7)), (1, draw.number(2.2, 2.5))):
        p, t = place(draw, side)
        for n in (0, 1, draw.integer(2, 5)):
            assert_agrees(student.place_after, reference.place_after, p, t, lr, n, of=f"place_after(p, t, lr, {n})")
        args = p, t, draw.number(0.01, 0.02), draw.integer(110, 140)
        assert_agrees(student.place_after, reference.place_after, *args, of=f"place_after(p, t, lr, {args[-1]})")


@wrong("place_after", "The power is that of lr; what remains of the distance in each step is 1 - lr.")
def place_with_power_of_lr(p, t, lr, n):
    return t + lr**n * (p - t)


@wrong("place_after", "The power is that of lr alone: brackets are missing, (1 - lr) ** n and not 1 - lr**n.")
def place_with_brackets_missing(p, t, lr, n):
    return t + (1 - lr**n) * (p - t)


@wrong("place_after", "This is the distance to the target; add t to it.")
def place_as_distance(p, t, lr, n):
    return (1 - lr) ** n * (p - t)


@wrong("place_after", "This is one step too far: after no step p is at its start.")
def place_one_step_ahead(p, t, lr, n):
    return t + (1 - lr) ** (n + 1) * (p - t)


@wrong("place_after", "This is one step behind: after one step the distance has been multiplied once.")
def place_one_step_behind(p, t, lr, n):
    return t + (1 - lr) ** (n - 1) * (p - t)


@wrong("place_after", "The distance is multiplied by n times 1 - lr; it is multiplied by 1 - lr n times, a power.")
def place_without_power(p, t, lr, n):
    return t + n * (1 - lr) * (p - t)


@wrong("place_after", "The distance shrinks by the same amount in each step; it shrinks by the same factor.")
def place_by_equal_steps(p, t, lr, n):
    return p - n * lr * (p - t)


@wrong("place_after", "The sign of the distance is reversed: it is p - t, and at first p is at its start.")
def place_on_the_other_side(p, t, lr, n):
    return t + (1 - lr) ** n * (t - p)


@wrong("place_after", "The distance is that of p from 0; take its distance from t.")
def place_from_zero(p, t, lr, n):
    return t + (1 - lr) ** n * p


@wrong("place_after", "This is the formula for the start 0, the target -2 and lr = 0.5; use the arguments.")
def place_by_hand(p, t, lr, n):
    return -2 + 2.0 ** (1 - n)


@wrong("place_after", "The minus is a plus: with 1 + lr the distance grows.")
def place_uphill(p, t, lr, n):
    return t + (1 + lr) ** n * (p - t)


LEARNING_RATES = ("2.5", "0.01", "1", "2", "1.5")
FATES = ("e", "a", "b", "d", "c")


def fates_right(student):
    found = as_letters(student.fates, "abcde", of="fates")
    if len(found) != 5:
        raise Failure(f"fates has {len(found)} letters, but should have five", found)
    right = [letter == fate for letter, fate in zip(found, FATES, strict=True)]
    if not all(right):
        failed = [lr for lr, is_right in zip(LEARNING_RATES, right, strict=True) if not is_right]
        raise Failure(f"fates is not right for the learning rate{'s' * (len(failed) > 1)} {', '.join(failed)}", found)


fates = values(
    "fates",
    points=2,
    sentence="fates says what p does with a small learning rate and with large ones",
    is_right=fates_right,
    wrongs={
        "1-and-2-swapped": (
            ("e", "a", "d", "b", "c"),
            "1 - lr is 0 for lr = 1, and -1 for lr = 2: which of them jumps?",
        ),
        "larger-is-faster": (
            ("b", "a", "b", "b", "b"),
            "A larger lr is not always better: past 1 a step goes too far.",
        ),
        "2-and-2.5-swapped": (("d", "a", "b", "e", "c"), "For lr = 2 the distance keeps its size; for 2.5 it grows."),
        "1.5-goes-away": (("e", "a", "b", "d", "e"), "For lr = 1.5 each step halves the distance, on the other side."),
        "1-overshoots": (("e", "a", "c", "d", "c"), "For lr = 1 the step is exactly as long as the distance."),
        "1.5-and-2.5-swapped": (
            ("c", "a", "b", "d", "e"),
            "For lr = 2.5 the distance is multiplied by -1.5: it grows.",
        ),
        "sorted": (("a", "b", "c", "d", "e"), "The order of the learning rates is 2.5, 0.01, 1, 2, 1.5."),
    },
)


# --- steps_until ------------------------------------------------------------------------------------------------------


def check_steps(student, p, t, lr, near, of="steps_until(p, t, lr, near)", visible=False):
    found = student.steps_until(p, t, lr, near)
    assert_equal(found, reference.steps_until(p, t, lr, near), of=of, visible=visible)


def between(p, t, lr, steps):
    """A distance that lies well between those after `steps - 1` and after `steps` steps, so that no rounding decides."""
    return abs(p - t) * abs(1 - lr) ** (steps - 0.5)


@check("steps_until", points=1)
def steps_by_hand(student):
    """steps_until is 3 and 11 from 0 with the learning rate 0.5, for the distances 0.3 and 0.001"""
    for near in (0.3, 0.001):
        check_steps(student, 0, -2, 0.5, near, of=f"steps_until(0, -2, 0.5, {near})", visible=True)


@check("steps_until", points=2)
def steps_of_any_way(student, draw):
    """steps_until(p, t, lr, near) is right on both sides of any target, with small learning rates, with 1 and above 1"""
    for side in (1, -1):
        p, t = place(draw, side)
        for lr in (draw.number(0.2, 0.7), draw.number(1.3, 1.8)):
            for steps in (1, draw.integer(3, 9)):
                check_steps(student, p, t, lr, between(p, t, lr, steps))
        steps = draw.integer(1, 3)
        for near in (1.0003, 0.9997):  # is just more than the distance after so many steps, or just less
            check_steps(student, p, t, 0.5, near * abs(p - t) / 2**steps)
        check_steps(student, p, t, 1, draw.number(0.1, 0.5))
        # So far away that float32 still moves near the target, after a thousand small steps.
        far, small = t + side * draw.number(2000, 4000), draw.number(0.0105, 0.0114)
        check_steps(student, far, t, small, between(far, t, small, draw.integer(1030, 1130)))
        check_steps(student, p, t, draw.number(0.2, 0.7), draw.number(4.0, 5.0))
        t = 7
        for near in (2, 1):  # is the distance after no step and after one step, exactly
            check_steps(student, t + 2 * side, t, 0.5, near)


@check("steps_until", points=1)
def steps_without_end(student, draw):
    """steps_until is None where p never comes near, and 0 where it starts near, also with a learning rate of 2 and more"""
    for side, lr in ((1, 2), (-1, draw.number(2.2, 2.6))):
        p, t = place(draw, side)
        check_steps(student, p, t, lr, draw.number(0.1, 0.9), of=f"steps_until(p, t, {lr:.4g}, near)")
        check_steps(student, p, t, lr, draw.number(4.0, 5.0), of=f"steps_until(p, t, {lr:.4g}, near)")


def counted(near_enough=lambda p, t, near: abs(p - t) < near, move=None, offset=0):
    """Steps counted by a loop, as most people would write it, with a mistake; None after very many."""

    def run(p, t, lr, near):
        for steps in range(3000):
            if near_enough(p, t, near):
                return steps + offset
            p = (move or reference.update)(p, t, lr)
        return None

    return run


@wrong("steps_until", "This counts one step too many: who starts near enough needs 0 steps.")
def steps_one_too_many(p, t, lr, near):
    steps = counted()(p, t, lr, near)
    return None if steps is None else steps + 1


@wrong("steps_until", "This counts one step too few: the step that comes near enough counts, too.")
def steps_one_too_few(p, t, lr, near):
    steps = counted()(p, t, lr, near)
    return None if steps is None else max(steps - 1, 0)


@wrong("steps_until", "A distance that equals near is not less than near: one more step is needed.")
def steps_to_near_itself(p, t, lr, near):
    return counted(lambda p, t, near: abs(p - t) <= near)(p, t, lr, near)


@wrong("steps_until", "The sign of p - t is kept; a distance has none: take abs(p - t).")
def steps_of_a_signed_distance(p, t, lr, near):
    return counted(lambda p, t, near: p - t < near)(p, t, lr, near)


@wrong("steps_until", "This is the distance from 0; the distance from t is asked for.")
def steps_to_zero(p, t, lr, near):
    return counted(lambda p, t, near: abs(p) < near)(p, t, lr, near)


@wrong("steps_until", "The error is compared with near; compare the distance.")
def steps_of_the_error(p, t, lr, near):
    return counted(lambda p, t, near: 0.5 * (p - t) ** 2 < near)(p, t, lr, near)


@wrong("steps_until", "Learning rates above 1 arrive too, as long as they are below 2.")
def steps_only_below_1(p, t, lr, near):
    return reference.steps_until(p, t, lr, near) if lr <= 1 or abs(p - t) < near else None


@wrong("steps_until", "A learning rate of 2 and more never arrives, but who starts near enough needs 0 steps.")
def steps_never_from_2(p, t, lr, near):
    return None if lr >= 2 else reference.steps_until(p, t, lr, near)


@wrong("steps_until", "Where p never arrives, None is asked for; this gives up with a number.")
def steps_given_up(p, t, lr, near):
    steps = reference.steps_until(p, t, lr, near)
    return 1000 if steps is None else steps


@wrong("steps_until", "The way is divided by the first step; each step is shorter than the one before.")
def steps_of_equal_length(p, t, lr, near):
    if abs(1 - lr) >= 1 and abs(p - t) >= near:
        return None
    return max(0, int(np.ceil((abs(p - t) - near) / (lr * abs(p - t)))))


@wrong("steps_until", "A small learning rate arrives, too, after very many steps: do not stop after 1000.")
def steps_at_most_1000(p, t, lr, near):
    steps = reference.steps_until(p, t, lr, near)
    return steps if steps is not None and steps <= 1000 else None


@wrong("steps_until", "The learning rate is always 0.5 here; use the argument lr.")
def steps_with_lr_one_half(p, t, lr, near):
    return reference.steps_until(p, t, 0.5, near)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_error")
def error_drawn(student):
    return figures("The error", student, reference, "plot_error", np.linspace(-6, 2, 50))


@picture("descend")
def descent(student):
    args = -5, -2, 0.5, 8
    yours, expected = ([args[0], *descend(*args)] for descend in (student.descend, reference.descend))
    return paths("Eight steps from -5", yours, expected, lambda p: (p + 2) ** 2 / 2)
