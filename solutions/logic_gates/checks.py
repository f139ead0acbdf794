"""Hidden checks and known wrong answers of the step MLP whose weights are chosen by hand.

A step function jumps: an entry's tolerance cannot come from moving the inputs, as at a sum of exactly 0 any move
changes the answer. So what goes through a step is compared entry by entry, and its inputs are multiples of a quarter:
their sums are exact in float32 too, in any order, and some of them are exactly 0.
"""

import itertools

import numpy as np

from autograder.checks import (
    Check,
    Failure,
    Question,
    Wrong,
    as_array,
    as_parts,
    assert_agrees,
    assert_close,
    assert_drawn,
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
    picture,
    reached,
    reference_of,
    regions,
    values,
    wrong,
)

reference = reference_of(__file__)

ROWS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
AND, OR, NAND, XOR = (0, 0, 0, 1), (0, 1, 1, 1), (1, 1, 1, 0), (0, 1, 1, 0)
TABLES = {
    AND: "AND",
    OR: "OR",
    NAND: "NAND",
    XOR: "XOR",
    (1, 0, 0, 0): "NOR",
    (1, 0, 0, 1): "XNOR",
    (0, 0, 1, 1): "the first input alone",
    (0, 1, 0, 1): "the second input alone",
    (0, 0, 0, 0): "always 0",
    (1, 1, 1, 1): "always 1",
}


def quarters(draw, *shape):
    """Multiples of a quarter, none of them 0; whole numbers in the second draw."""
    values = draw.normal(*shape, scale=1.5)
    return values if values.dtype.kind == "i" else np.sign(values) * np.rint(4 * np.abs(values)).clip(1) / 4


# So near to the border that rounding moves an input over it; sums and products of quarters with it are exact.
HAIR = 2.0**-12


def beside(number):
    """A number on the border, and one a hair to each side."""
    return np.array([number, number - HAIR, number + HAIR])


def judge_table(outputs, wanted, what, margin=None):
    """Raise Failure unless the four outputs are the wanted truth table."""
    found = tuple(int(output) for output in outputs)
    if found == wanted:
        return
    listed = " ".join(map(str, found))
    named = f", that is {TABLES[found]}" if found in TABLES else ""
    distance = "" if margin is None else f"; the smallest distance of a sum from 0 is {margin:.4g}"
    raise Failure(
        f"{what} give {listed} for (0, 0), (0, 1), (1, 0), (1, 1){named}, but should give {TABLES[wanted]}{distance}"
    )


# --- line, line_parameters --------------------------------------------------------------------------------------------


@check("line", points=1)
def line_of_any_parameters(student, draw):
    """line(x, a, b) is a times x plus b, for any numbers and any shape"""
    for shape in (draw.sizes(1), draw.sizes(2)):
        x = draw.normal(*shape)
        x.flat[0] = 0
        assert_agrees(student.line, reference.line, x, draw.signed(1.5, 4), draw.signed(5, 9), of="line(x, a, b)")


@wrong("line", "The two parameters are swapped: a multiplies x and b is added.")
def line_parameters_swapped(x, a, b):
    return b * x + a


@wrong("line", "The sign of a is lost: a line may also fall.")
def line_that_never_falls(x, a, b):
    return abs(a) * x + b


@wrong("line", "b is missing; it is added to a * x.")
def line_without_b(x, a, b):
    return a * x


@wrong("line", "b is subtracted; it has to be added.")
def line_b_subtracted(x, a, b):
    return a * x - b


@wrong("line", "This is always y = 2x + 3; use the arguments a and b.")
def line_of_the_document(x, a, b):
    return 2 * x + 3


@wrong("line", "a multiplies b too: there is a bracket too many around x + b.")
def line_with_bracket(x, a, b):
    return a * (x + b)


@wrong("line", "a is added; it has to be multiplied with x.")
def line_a_added(x, a, b):
    return a + x + b


def line_parameters_right(student):
    pairs = as_array(student.line_parameters, of="line_parameters", shape=(3, 2))
    assert_close(pairs, np.array([[1, 0], [2, 3], [100, 1000]]), of="line_parameters")


line_parameters = values(
    "line_parameters",
    points=1,
    sentence="line_parameters has a and b of y = x, y = 2x + 3 and y = 100x + 1000",
    is_right=line_parameters_right,
    wrongs={
        "swapped": (((0, 1), (3, 2), (1000, 100)), "The pairs are (b, a); put a, what multiplies x, first."),
        "b-of-x-is-1": (((1, 1), (2, 3), (100, 1000)), "y = x has nothing added to x: which b changes nothing?"),
        "a-of-x-is-0": (((0, 0), (2, 3), (100, 1000)), "y = x is 1 * x; with a = 0 the line would be flat."),
        "a-of-x-is-0-b-is-1": (((0, 1), (2, 3), (100, 1000)), "The pair of y = x is swapped: x is multiplied by 1."),
        "a-alone": ((1, 2, 100), "Give two parameters for each line, also where b is 0."),
        "heights-at-2": ((2, 7, 1200), "These are the heights of the lines at x = 2; give the pairs (a, b)."),
        "columns": (((1, 2, 100), (0, 3, 1000)), "Give three pairs, one for each line, not all a and then all b."),
    },
)


# --- plot_line: a figure, judged by what is drawn in it ---------------------------------------------------------------


def told(curve):
    """What a wrong curve is, as far as a few words can tell."""
    xs, ys = curve.x, curve.y
    if np.ptp(xs) > 0:
        slope, height = np.polyfit(xs, ys, 1)
        if np.abs(slope * xs + height - ys).max() <= 1e-6 * (1 + np.abs(ys).max()):
            sign = "-" if height < 0 else "+"
            return f"the curve that is drawn is y = {slope:.4g}x {sign} {abs(height):.4g}"
    return f"the curve passes ({xs[0]:.4g}, {ys[0]:.4g})"


@check("plot_line", points=1)
def curve_is_drawn(student, draw):
    """the curve in the figure is y = 2x + 3 over the x that is given, in any order"""
    x = np.roll(np.sort(draw.normal(draw.integer(9, 12), scale=3)), 4)  # the smallest stands in the middle
    curves = finite(drawn(student, "plot_line", x).curves)
    assert_drawn(curves, of="plot_line")
    with np.errstate(all="ignore"):
        right = [c for c in curves if lies_on(c, lambda x: 2 * x + 3, near=1e-5 * (2 * np.abs(c.x) + 3))]
        if not right:
            raise Failure(f"{told(max(curves, key=lambda c: c.x.size))}, but it should be y = 2x + 3")
        if not np.any([reached(x, curve) for curve in right], axis=0).all():
            raise Failure("the curve does not reach every x that is given; draw it over the argument x")
        assert_no_other(curves, right, of="plot_line")


@check("plot_line", points=1)
def axes_have_labels(student):
    """both axes of the figure have a label"""
    labels, _ = drawn(student, "plot_line", np.array([-1, 0, 1, 2]))
    assert_labels(labels)
    assert_not_swapped(labels, horizontal="x", vertical="y")


def line_of(xs, ys, *labels):
    return figure_of((xs, ys), labels=labels or ("x", "y"))


@wrong("plot_line", "Slope and height are swapped: this is y = 3x + 2.")
def plot_swapped_parameters(x):
    return line_of(x, 3 * x + 2)


@wrong("plot_line", "The 3 is missing: this is y = 2x.")
def plot_through_the_origin(x):
    return line_of(x, 2 * x)


@wrong("plot_line", "x and y are swapped in the call that draws: x comes first.")
def plot_turned(x):
    return line_of(2 * x + 3, x)


@wrong("plot_line", "The x of the example is drawn, whatever the argument is; use the argument x.")
def plot_over_fixed_x(x):
    return line_of(np.array([-1, 0, 1, 2]), np.array([1, 3, 5, 7]))


@wrong("plot_line", "The numbers of y are drawn over their positions 0, 1, 2; give the call x as well as y.")
def plot_over_positions(x):
    return line_of(np.arange(len(x)), 2 * x + 3)


@wrong("plot_line", "y = 3x + 2 is drawn beside the line; draw y = 2x + 3 only.")
def plot_beside_another(x):
    return figure_of((x, 2 * x + 3), (x, 3 * x + 2), labels=("x", "y"))


@wrong("plot_line", "Both axes are without a label: add plt.xlabel and plt.ylabel.")
def plot_without_labels(x):
    return line_of(x, 2 * x + 3, "", "")


@wrong("plot_line", "The vertical axis is without a label: add plt.ylabel.")
def plot_without_ylabel(x):
    return line_of(x, 2 * x + 3, "x", "")


@wrong("plot_line", "The labels are swapped: the horizontal axis shows x, the vertical one y.")
def plot_with_swapped_labels(x):
    return line_of(x, 2 * x + 3, "y", "x")


# --- step, npint, classify --------------------------------------------------------------------------------------------


@check("step", points=1)
def step_of_the_document(student):
    """step([-1, 0, 0.5]) is [0, 0, 1], and so for whole numbers: numbers, not True and False"""
    stepped = student.step
    assert_close(stepped(np.array([-1, 0, 0.5])), np.array([0, 0, 1]), of="step([-1, 0, 0.5])", visible=True)
    assert_close(stepped(np.array([3, 0, -2])), np.array([1, 0, 0]), of="step([3, 0, -2])", visible=True)


@check("step", points=1)
def step_of_any_array(student, draw):
    """step(x) is right for every entry of any array, also exactly at 0 and very near to it"""
    for shape in (draw.sizes(1, low=8, high=12), draw.sizes(2)):
        x = draw.normal(*shape, whole=False)
        x.flat[:6] = 0.0, -0.0, 1e-12, -1e-12, 0.3, 0.8
        x = draw.permutation(x)
        assert_close(student.step(x), reference.step(x), of="step(x)")


@wrong("step", "The entries are True and False; make them the numbers 1 and 0, for instance with dtype=int.")
def step_returns_booleans(x):
    return np.asarray(x) > 0


@wrong("step", "It is 1 at exactly 0; the condition is x > 0, not x >= 0.")
def step_one_at_zero(x):
    return np.array(x >= 0, dtype=int)


@wrong("step", "It is 0.5 at exactly 0; the step function is 0 there.")
def step_half_at_zero(x):
    return np.heaviside(x, 0.5)


@wrong("step", "This is the sign, which is -1 below 0; the step function is 0 there.")
def step_as_sign(x):
    return np.sign(x)


@wrong("step", "The condition is reversed: it is 1 where x > 0.")
def step_reversed(x):
    return np.array(x <= 0, dtype=int)


@wrong("step", "Positive entries stay as they are; the step function makes them 1.")
def step_as_relu(x):
    return np.maximum(x, 0)


@wrong("step", "The step is at 0.5; it has to be at 0.")
def step_at_one_half(x):
    return np.array(x > 0.5, dtype=int)


@wrong("step", "The numbers are cut to whole ones before the comparison; compare x itself with 0.")
def step_of_whole_numbers(x):
    return np.array(x.astype(int) > 0, dtype=int)


@wrong("step", "A plain `if` cannot look at every entry of an array; compare the whole array with 0.")
def step_with_if(x):
    return 1 if x > 0 else 0


@wrong("step", "This is one number for the whole array; the step is taken of every entry.")
def step_of_any_entry(x):
    return int((x > 0).any())


@wrong("step", "The positive entries are 1, but the others keep their value; they have to become 0.")
def step_keeps_negative(x):
    return np.where(x > 0, 1, x)


npint = choice(
    "npint",
    points=1,
    sentence="npint names what replaces np.int",
    answer="c",
    wrongs={
        "a": "With bool the array holds True and False, not the numbers 1 and 0.",
        "b": "np.integer stands for all kinds of whole numbers; NumPy refuses it as a dtype.",
        "d": 'NumPy knows no dtype with the name "np.int".',
    },
)


@check("classify", points=1, uses=("line", "step"))
def classify_by_hand(student):
    """classify([1, 1.5, 2], 2, -3) is [0, 0, 1]"""
    found = student.classify(np.array([1, 1.5, 2]), 2, -3)
    assert_close(found, np.array([0, 0, 1]), of="classify([1, 1.5, 2], 2, -3)", visible=True)


@check("classify", points=1, uses=("line", "step"))
def classify_any_inputs(student, draw):
    """classify(x, a, b) is the step of the line, for any parameters and also exactly on the border and very near to it"""
    classes = student.classify
    for shape in (draw.sizes(1, low=16, high=24), draw.sizes(2)):
        x, a = quarters(draw, *shape), float(quarters(draw, 1)[0])
        for border in np.sort(x, axis=None)[[0, x.size // 2, -1]]:
            for each in (x, beside(border)):
                b = -a * float(border)
                assert_close(classes(each, a, b), reference.classify(each, a, b), of="classify(x, a, b)")
    whole = draw.permutation(np.arange(-6, 7))
    for a, b in ((0.375, -1.125), (-0.375, -1.125)):  # some sums lie between 0 and 1, and one is 0
        assert_close(classes(whole, a, b), reference.classify(whole, a, b), of="classify(x, a, b), x of whole numbers")


@wrong("classify", "It is 1 where a * x + b is exactly 0; the step function is 0 there.")
def classify_one_on_the_border(x, a, b):
    return np.array(a * x + b >= 0, dtype=int)


@wrong("classify", "Sums near 0 are taken for 0; it is 1 as soon as the sum is above 0.")
def classify_with_a_margin(x, a, b):
    return np.array(a * x + b > 1e-3, dtype=int)


@wrong("classify", "b is missing: the step is taken of a * x alone.")
def classify_without_b(x, a, b):
    return reference.step(a * x)


@wrong("classify", "b is subtracted; it has to be added.")
def classify_b_subtracted(x, a, b):
    return reference.step(a * x - b)


@wrong("classify", "The step is missing: this is the line itself.")
def classify_without_step(x, a, b):
    return a * x + b


@wrong("classify", "The step is taken of x, and then the line; take the step of the line.")
def classify_step_first(x, a, b):
    return a * reference.step(x) + b


@wrong("classify", "The parameters are swapped: a multiplies x and b is added.")
def classify_swapped(x, a, b):
    return reference.step(b * x + a)


@wrong("classify", "The classes are -1 and 1; they have to be 0 and 1.")
def classify_as_sign(x, a, b):
    return np.where(a * x + b > 0, 1, -1)


@wrong("classify", "The classes are reversed: it is 1 where a * x + b is above 0.")
def classify_reversed(x, a, b):
    return np.array(a * x + b <= 0, dtype=int)


# --- linear, weighted_sum, perceptron ---------------------------------------------------------------------------------


@check("linear", points=1)
def linear_by_hand(student):
    """linear([4, 5], [2, 3], 1) is 24"""
    args = np.array([4, 5]), np.array([2, 3]), 1
    assert_agrees(student.linear, reference.linear, *args, of="linear([4, 5], [2, 3], 1)", visible=True)


@check("linear", points=1)
def linear_of_any_inputs(student, draw):
    """linear(x, w, b) is w1 times x1 plus w2 times x2 plus b"""
    x, w, b = draw.normal(2), draw.normal(2), draw.signed(1, 3)
    for sign in (1, -1):
        assert_agrees(student.linear, reference.linear, x, sign * w, sign * b, of="linear(x, w, b)")


@wrong("linear", "The bias b is missing.")
def linear_without_bias(x, w, b):
    return float(w @ x)


@wrong("linear", "The bias is subtracted; it has to be added.")
def linear_bias_subtracted(x, w, b):
    return float(w @ x - b)


@wrong("linear", "The weights are crossed: w1 belongs to x1 and w2 to x2.")
def linear_crossed(x, w, b):
    return float(w[1] * x[0] + w[0] * x[1] + b)


@wrong("linear", "The two products are not added up: this is an array, one number is asked for.")
def linear_not_summed(x, w, b):
    return w * x + b


@wrong("linear", "The two products are multiplied; they have to be added.")
def linear_products_multiplied(x, w, b):
    return float(w[0] * x[0] * w[1] * x[1] + b)


@wrong("linear", "The bias is added to each of the two products; it is added once.")
def linear_bias_twice(x, w, b):
    return float((w * x + b).sum())


@wrong("linear", "The step is taken already; here the sum itself is asked for.")
def linear_with_step(x, w, b):
    return int(w @ x + b > 0)


@check("weighted_sum", points=1)
def weighted_sum_of_any_batch(student, draw):
    """weighted_sum(X, w) is the weighted sum of every row, for any batch and any number of inputs"""
    X, w = np.array([[4, 5], [1, 0], [0, 1]]), np.array([2, 3])
    of = "weighted_sum([[4, 5], [1, 0], [0, 1]], [2, 3])"
    assert_agrees(student.weighted_sum, reference.weighted_sum, X, w, of=of, visible=True)
    batch, inputs = draw.sizes(2)
    X, w = draw.normal(batch, inputs), draw.normal(inputs)
    assert_agrees(student.weighted_sum, reference.weighted_sum, X, w, of="weighted_sum(X, w)")
    whole, others = draw.integers(batch, inputs, low=1, high=5), draw.normal(inputs, whole=False)
    assert_agrees(student.weighted_sum, reference.weighted_sum, whole, others, of="weighted_sum(X, w)")
    assert_agrees(student.weighted_sum, reference.weighted_sum, whole[:, ::-1] * 0.3, whole[0], of="weighted_sum(X, w)")


@wrong("weighted_sum", "The products are not added up: `*` multiplies entry by entry, the matrix product is `@`.")
def products_not_summed(X, w):
    return X * w


@wrong("weighted_sum", "The products are added up over the rows; add over the inputs of each row, axis=1.")
def summed_over_the_rows(X, w):
    return (X * w).sum(axis=0)


@wrong("weighted_sum", "Everything is added up to one number; there is one sum for each row.")
def summed_over_everything(X, w):
    return float((X * w).sum())


@wrong("weighted_sum", "The result is a column, (batch, 1); it has to be (batch,). Do not reshape w.")
def sums_as_a_column(X, w):
    return X @ w[:, None]


@wrong("weighted_sum", "The factors are swapped: X comes first, np.dot(X, w).")
def weights_first(X, w):
    return np.dot(w, X)


@wrong("weighted_sum", "Only two inputs are used; there may be more.")
def two_inputs_only(X, w):
    return X[:, 0] * w[0] + X[:, 1] * w[1]


@wrong(
    "weighted_sum",
    "The sums stand in an array like X, which for whole numbers cuts off their decimals: np.zeros alone holds all.",
)
def sums_cut_to_whole_numbers(X, w):
    sums = np.zeros_like(X[:, 0])
    sums[:] = X @ w
    return sums


@wrong("weighted_sum", "This is the mean of the products; they have to be added up.")
def mean_of_products(X, w):
    return (X * w).mean(axis=1)


@check("perceptron", points=2, uses=("step", "weighted_sum", "linear", "line", "classify"))
def perceptron_of_any_batch(student, draw):
    """perceptron(X, w, b) is the step of the weighted sum plus b, also where that is exactly 0 or very near to it"""
    output = student.perceptron
    assert_close(output(ROWS, np.array([1, 1]), -1.5), np.array(AND), of="perceptron(X, [1, 1], -1.5)")
    found = output(ROWS, np.array([2, -1]), -1)
    assert_close(found, np.array([0, 0, 1, 0]), of="perceptron(X, [2, -1], -1)", visible=True)
    batch, inputs = draw.sizes(2, high=12)
    X, w = quarters(draw, batch, inputs), quarters(draw, inputs)
    for row in np.argsort(X @ w)[[0, batch // 2, -1]]:
        near = np.tile(X[row].astype(float), (3, 1))
        near[:, 0] = beside(near[0, 0])
        for each in (X, near):
            b = -float(X[row] @ w)
            assert_close(output(each, w, b), reference.perceptron(each, w, b), of="perceptron(X, w, b)")


@wrong("perceptron", "It is 1 where the sum is exactly 0; the step function is 0 there.")
def perceptron_one_at_zero(X, w, b):
    return np.array(X @ w + b >= 0, dtype=int)


@wrong("perceptron", "The bias b is missing.")
def perceptron_without_bias(X, w, b):
    return reference.step(X @ w)


@wrong("perceptron", "The bias is subtracted; it has to be added.")
def perceptron_bias_subtracted(X, w, b):
    return reference.step(X @ w - b)


@wrong("perceptron", "The step is missing: this is the sum itself.")
def perceptron_without_step(X, w, b):
    return X @ w + b


@wrong("perceptron", "The bias is added after the step; it belongs inside.")
def perceptron_bias_outside(X, w, b):
    return reference.step(X @ w) + b


@wrong("perceptron", "The output is -1 or 1; it has to be 0 or 1.")
def perceptron_with_sign(X, w, b):
    return np.where(X @ w + b > 0, 1, -1)


@wrong("perceptron", "The step is taken of every product and these are added; add first, then one step.")
def perceptron_steps_before_the_sum(X, w, b):
    return reference.step(X * w).sum(axis=1)


@wrong("perceptron", "The result is a column, (batch, 1); it has to be (batch,). Do not reshape w.")
def perceptron_as_a_column(X, w, b):
    return reference.step(X @ w[:, None] + b)


# --- gates ------------------------------------------------------------------------------------------------------------


def gate(blank, wanted, rows, what, *, points, wrongs):
    """A question for two weights and a bias that give a truth table over `rows`."""

    def is_right(student):
        w1, w2, b = as_array(getattr(student, blank), of=blank, shape=(3,)).astype(float)
        with np.errstate(all="ignore"):
            sums = rows @ np.array([w1, w2]) + b
        judge_table(sums > 0, wanted, what, np.abs(sums).min())

    sentence = f"{blank} has weights and a bias with which a perceptron gives {TABLES[wanted]}"
    return values(blank, points=points, sentence=sentence, is_right=is_right, wrongs=wrongs)


and_gate = gate(
    "and_gate",
    AND,
    ROWS,
    "these weights",
    points=1,
    wrongs={
        "or-instead": ((1, 1, -0.5), "This is OR: one input alone must not be enough; make b smaller than -1."),
        "nand-instead": ((-1, -1, 1.5), "This is NAND; turn all three signs around."),
        "zero-counted-as-1": ((1, 1, -2), "The sum is exactly 0 at (1, 1), and the step of 0 is 0; make b larger."),
        "zero-on-one-input": ((1, 1, 1), "The bias is positive, so that (0, 0) already gives 1; make it negative."),
        "without-bias": ((1, 1, 0), "Without a bias one input alone is enough; make b negative."),
        "bias-subtracted": ((1, 1, 1.5), "The bias is added, not subtracted: turn its sign around."),
        "bias-too-low": ((1, 1, -2.5), "Not even both inputs together lift the sum above 0; make b larger."),
    },
)

or_gate = gate(
    "or_gate",
    OR,
    ROWS,
    "these weights",
    points=1,
    wrongs={
        "and-instead": ((1, 1, -1.5), "This is AND: one input alone has to be enough; make b larger than -1."),
        "zero-counted-as-1": (
            (1, 1, -1),
            "With one input the sum is exactly 0, and the step of 0 is 0; make b larger.",
        ),
        "nor-instead": ((-1, -1, 0.5), "This is NOR; turn all three signs around."),
        "zero-weight": ((1, 0, -0.5), "The second input has the weight 0 and is not heard; make it positive."),
        "always-1": ((1, 1, 0.5), "The bias is positive, so that (0, 0) already gives 1; make it 0 or negative."),
        "nand-instead": ((-1, -1, 1.5), "This is NAND; OR is 0 at (0, 0) and 1 at (1, 1)."),
    },
)

nand_gate = gate(
    "nand_gate",
    NAND,
    ROWS,
    "these weights",
    points=1,
    wrongs={
        "and-instead": ((1, 1, -1.5), "This is AND; turn all three signs around."),
        "nor-instead": (
            (-1, -1, 0.5),
            "This is NOR: one input alone must leave the sum above 0; make b larger than 1.",
        ),
        "nor-of-the-lesson-with-1": ((-1, -1, 1), "With one input the sum is exactly 0, and the step of 0 is 0."),
        "or-instead": ((1, 1, -0.5), "This is OR; NAND is 1 at (0, 0) and 0 at (1, 1)."),
        "only-bias-turned": ((1, 1, 1.5), "The inputs have to lower the sum: make both weights negative."),
        "only-weights-turned": ((-1, -1, -1.5), "With no input the sum has to be above 0: make b positive."),
        "always-1": ((-1, -1, 2.5), "Both inputs together have to bring the sum to 0 or below; make b smaller."),
    },
)

xor_output = gate(
    "xor_output",
    XOR,
    np.array([[0, 1], [1, 1], [1, 1], [1, 0]]),  # what OR and NAND give in the four rows
    "these weights over OR and NAND",
    points=2,
    wrongs={
        "or-instead": ((1, 1, -0.5), "OR of the two is always 1; both OR and NAND have to be 1."),
        "nand-instead": ((-1, -1, 1.5), "NAND of the two gives XNOR; turn all three signs around."),
        "zero-counted-as-1": ((1, 1, -2), "Where both are 1 the sum is exactly 0, and the step of 0 is 0."),
        "without-bias": ((1, 1, 0), "Without a bias one of the two is enough; make b negative."),
        "difference": ((1, -1, 0), "NAND is subtracted; XOR needs both OR and NAND."),
        "nand-alone": ((0, 1, 0), "OR has the weight 0 and is not heard: this is NAND again."),
        "or-alone": ((1, 0, 0), "NAND has the weight 0 and is not heard: this is OR again."),
    },
)


# --- count_settings, why_not_xor --------------------------------------------------------------------------------------

BEFORE_THE_SEARCH = ("step", "line", "classify", "linear", "weighted_sum", "perceptron")
SEPARABLE = np.array(
    [t for t in itertools.product((0, 1), repeat=4) if sum(t) in (1, 2, 3) and t not in (XOR, (1, 0, 0, 1))]
)


@check("count_settings", points=1, uses=BEFORE_THE_SEARCH)
def settings_of_the_known_gates(student):
    """count_settings finds the settings for AND and none for XOR"""
    values = np.linspace(-2, 2, 17)
    for targets in (XOR, AND):
        args, of = (np.array(targets), values), f"count_settings({list(targets)}, np.linspace(-2, 2, 17))"
        assert_close(student.count_settings(*args), reference.count_settings(*args), of=of, visible=True)


@check("count_settings", points=1, uses=BEFORE_THE_SEARCH)
def settings_of_other_gates(student, draw):
    """count_settings counts right for other truth tables and other values, also whole ones and a single one"""
    low, high = draw.integer(3, 4), draw.integer(5, 6)
    side = 2 * draw.integer(0, 1) - 1  # more values on one side of 0 than on the other
    values = side * np.arange(-low, high + 1)
    always = np.ones(4, dtype=int)
    tables = np.array(AND), np.array(NAND), draw.permutation(SEPARABLE)[0]  # AND needs small biases, NAND large ones
    cases = [*((targets, values / 8) for targets in tables), (tables[2], values), (always, np.array([high / 8]))]
    for targets, each in cases:
        found, right = student.count_settings(targets, each), reference.count_settings(targets, each)
        assert_close(found, right, of=f"count_settings({targets.tolist()}, values)")


def sums_on_the_grid(values):
    """w1 * x1 + w2 * x2 + b in the four rows, for every setting."""
    w1, w2, b = np.meshgrid(values, values, values, indexing="ij")
    return np.array([b, w2 + b, w1 + b, w1 + w2 + b]), (w1, w2, b)  # (4, n, n, n)


def rows_right(targets, values):
    sums, _ = sums_on_the_grid(values)
    return ((sums > 0) == np.reshape(targets, (4, 1, 1, 1))).sum(axis=0)  # (n, n, n)


@wrong("count_settings", "Sums of exactly 0 are counted as 1; the step function is 0 there.")
def count_with_one_at_zero(targets, values):
    sums, _ = sums_on_the_grid(values)
    return int(((sums >= 0) == np.reshape(targets, (4, 1, 1, 1))).all(axis=0).sum())


@wrong("count_settings", "The bias takes no values: w1, w2 and b each run through all of them.")
def count_without_bias(targets, values):
    right = rows_right(targets, values) == 4
    _, (_, _, b) = sums_on_the_grid(values)
    return int((right & (b == 0)).sum())


@wrong("count_settings", "The last value is left out for the bias; w1, w2 and b each run through all of them.")
def count_without_the_last_bias(targets, values):
    right = rows_right(targets, values) == 4
    return int(right[:, :, :-1].sum())


@wrong("count_settings", "The bias is subtracted; it has to be added.")
def count_with_bias_subtracted(targets, values):
    w1, w2, b = np.meshgrid(values, values, values)
    sums = np.array([-b, w2 - b, w1 - b, w1 + w2 - b])
    return int(((sums > 0) == np.reshape(targets, (4, 1, 1, 1))).all(axis=0).sum())


@wrong("count_settings", "Settings that are right in three rows are counted too; all four rows have to be right.")
def count_three_rows(targets, values):
    return int((rows_right(targets, values) >= 3).sum())


@wrong("count_settings", "The rows that are right are counted; count the settings that are right in all four rows.")
def count_rows(targets, values):
    return int(rows_right(targets, values).sum())


@wrong("count_settings", "The search ends at the first setting that fits; count all of them.")
def count_stops_at_the_first(targets, values):
    return int((rows_right(targets, values) == 4).any())


@wrong("count_settings", "This is the share of the settings; their number is asked for.")
def count_as_a_share(targets, values):
    return float((rows_right(targets, values) == 4).mean())


@wrong("count_settings", "w1, w2 and b are never equal here; each takes every value, whatever the others are.")
def count_different_values_only(targets, values):
    right = rows_right(targets, values) == 4
    _, (w1, w2, b) = sums_on_the_grid(values)
    return int((right & (w1 != w2) & (w1 != b) & (w2 != b)).sum())


@wrong("count_settings", "Both weights are always the same here; w1 and w2 each run through all values.")
def count_equal_weights(targets, values):
    right = rows_right(targets, values) == 4
    _, (w1, w2, _) = sums_on_the_grid(values)
    return int((right & (w1 == w2)).sum())


@wrong("count_settings", "Only the rows with output 1 are looked at; the rows with output 0 have to be right too.")
def count_rows_with_one_only(targets, values):
    sums, _ = sums_on_the_grid(values)
    return int((sums > 0)[np.asarray(targets) == 1].all(axis=0).sum())


why_not_xor = choice(
    "why_not_xor",
    points=1,
    sentence="why_not_xor names the reason",
    answer="b",
    wrongs={
        "a": "A finer grid finds none either: add up the inequalities of the rows with output 1.",
        "c": "With 1 at exactly 0 the inequalities change from > to >=, and still contradict each other.",
        "d": "OR has three rows with output 1, and a perceptron computes it.",
    },
)


# --- the parts of a multi-layer perceptron ----------------------------------------------------------------------------

part_neuron = choice(
    "part_neuron",
    points=1,
    sentence="part_neuron names the artificial neuron",
    answer="d",
    wrongs={
        "a": "The input is a signal that comes in; the cell gathers such signals.",
        "b": "A weight belongs to one connection; the cell gathers what comes over all of them.",
        "c": "A truth table says what the network should give; it is no part of it.",
        "e": "These are two cells; one is asked for.",
    },
)

part_synapse = choice(
    "part_synapse",
    points=1,
    sentence="part_synapse names the strength of a connection",
    answer="b",
    wrongs={
        "a": "The input is the signal itself; asked for is how strongly it arrives.",
        "c": "A truth table says what the network should give; it is no part of it.",
        "d": "A perceptron is a whole cell; asked for is one connection to it.",
        "e": "These are whole cells; asked for is one connection.",
    },
)

part_hidden_layer = choice(
    "part_hidden_layer",
    points=1,
    sentence="part_hidden_layer names the layer between inputs and output",
    answer="e",
    wrongs={
        "a": "The inputs come before the hidden layer.",
        "b": "A weight is one connection; a layer is made of perceptrons.",
        "c": "A truth table says what the network should give; it is no part of it.",
        "d": "One perceptron is one cell; the layer is all of them that stand side by side.",
    },
)


# --- matrix products --------------------------------------------------------------------------------------------------


def by_hand_right(student):
    for name, value in (("top_right", 22), ("bottom_left", 43)):
        assert_close(getattr(student, name), value, of=name)


by_hand = Question(
    Check(
        "by_hand_is_right",
        "by_hand",
        "top_right and bottom_left are entries of the product",
        1,
        1,
        (),
        "numpy",
        by_hand_right,
    ),
    [
        Wrong(
            "top-right-instead",
            "by_hand",
            "bottom_left",
            "That is top right; take the row (3, 4) and the column (5, 7).",
            22,
        ),
        Wrong("both-rows", "by_hand", "bottom_left", "That is bottom right; take the column (5, 7).", 50),
        Wrong("wrong-row", "by_hand", "bottom_left", "That is the row (1, 2); take the row (3, 4).", 19),
        Wrong(
            "entry-times-entry", "by_hand", "bottom_left", "Multiply the whole row, not one entry with one entry.", 21
        ),
        Wrong("entries-swapped", "by_hand", "top_right", "That is bottom left; take the row (1, 2).", 43),
        Wrong("first-column", "by_hand", "top_right", "That is top left; take the column (6, 8).", 19),
        Wrong("along-the-row", "by_hand", "top_right", "That is the row (1, 2) times the row (5, 6).", 17),
        Wrong("one-product", "by_hand", "top_right", "Multiply the whole row, not one entry with one entry.", 12),
    ],
)


@check("matmul", points=1)
def matmul_of_the_document(student):
    """matmul gives the product of the two matrices from your work by hand"""
    args = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
    assert_agrees(student.matmul, reference.matmul, *args, of="matmul(A, B)", visible=True)


@check("matmul", points=1)
def matmul_of_any_sizes(student, draw):
    """matmul(A, B) is the matrix product for any sizes that fit"""
    m, k, n = draw.sizes(3)
    A, B = draw.normal(m, k), draw.normal(k, n)
    assert_agrees(student.matmul, reference.matmul, A, B, of="matmul(A, B)")
    whole, others = draw.integers(m, k, low=1, high=5), draw.normal(k, n, whole=False)
    assert_agrees(student.matmul, reference.matmul, whole, others, of="matmul(A, B)")
    assert_agrees(student.matmul, reference.matmul, others.T, whole.T, of="matmul(A, B)")


@wrong("matmul", "`*` multiplies entry by entry; the matrix product is np.dot or `@`.")
def matmul_entry_by_entry(A, B):
    return A * B


@wrong("matmul", "The factors are swapped: A comes first.")
def matmul_swapped(A, B):
    return B @ A


@wrong("matmul", "B is transposed; the rows of A meet the columns of B.")
def matmul_rows_with_rows(A, B):
    return A @ B.T


@wrong("matmul", "A is transposed; the rows of A meet the columns of B.")
def matmul_columns_with_columns(A, B):
    return A.T @ B


@wrong("matmul", "The result is transposed: its rows belong to the rows of A.")
def matmul_result_transposed(A, B):
    return (A @ B).T


@wrong("matmul", "The right products are all there, but not added up over the inner size.")
def matmul_not_summed(A, B):
    return A[:, :, None] * B[None, :, :]


@wrong("matmul", "The result can hold whole numbers only, so that each product is cut off: np.zeros without dtype=int.")
def matmul_cut_to_whole_numbers(A, B):
    product = np.zeros((len(A), B.shape[1]), dtype=int)
    for i, j, k in np.ndindex(*product.shape, len(B)):
        product[i, j] += A[i, k] * B[k, j]
    return product


@wrong("matmul", "This is written for two rows and two columns; take the sizes from A and B.")
def matmul_two_by_two(A, B):
    return (A[:2, :2] @ B[:2, :2]).copy()


# --- lab 1 ------------------------------------------------------------------------------------------------------------


def weights_of_cell(names):
    """The weights that the student chose, in the shapes of the lab."""
    return as_array(names.W_layer_1, of="W_layer_1", shape=(2, 3)), as_array(
        names.W_layer_2, of="W_layer_2", shape=(3, 1)
    )


def network_table(W1, W2):
    """The four outputs of a step network without biases."""
    with np.errstate(all="ignore"):
        return (((ROWS @ W1.astype(float) > 0) * 1.0) @ W2.astype(float) > 0)[:, 0]


def check_layer(found, inputs, W, name, rule):
    """Check that the outputs of a layer follow from its inputs and the weights that the student chose."""
    found = as_array(found, of=name, shape=(len(inputs), W.shape[1]))
    inputs, W = inputs.astype(float), W.astype(float)
    with np.errstate(all="ignore"):
        sums, sizes = inputs @ W, np.abs(inputs) @ np.abs(W)
    # A sum such as 0.1 + 0.2 - 0.3 is 0 or not, depending on the order in which it is added up.
    either = (np.abs(sums) <= 1e-6 * sizes) & (sizes > 0)
    right = np.where(either, (found == 0) | (found == 1), found == (sums > 0))
    if not right.all():
        index = tuple(int(i) for i in np.argwhere(~right)[0])
        raise Failure(f"{name}[{index[0]}, {index[1]}] = {found[index]:.6g}, but {name} should be {rule}", found)
    return found


@check("lab1_or", points=1, uses=("step", "matmul"))
def lab1_weights_give_or(student):
    """the weights of the cell make the network give OR"""
    W1, W2 = weights_of_cell(student.cell("lab1_or", X=ROWS))
    judge_table(network_table(W1, W2), OR, "the two layers with these weights")


@check("lab1_or", points=2, uses=("step", "matmul", "weighted_sum", "perceptron"))
def lab1_outputs_follow(student, draw):
    """the outputs of both layers follow from X and the weights of the cell, for the four rows and for others"""
    others = quarters(draw, draw.integer(6, 9), 2).astype(float)
    others[:5] = [0, 0], [-2, -1], [2, 3], [HAIR, HAIR], [-HAIR, HAIR]
    for rows in (ROWS, draw.permutation(others)):
        names = student.cell("lab1_or", X=rows)
        if "X" in vars(names):
            raise Failure("the cell sets X again; use the X of the cell above")
        W1, W2 = weights_of_cell(names)
        H = check_layer(names.layer_1_output, rows, W1, "layer_1_output", "step(X @ W_layer_1)")
        check_layer(names.layer_2_output, H, W2, "layer_2_output", "step(layer_1_output @ W_layer_2)")


def script(X, W1, W2, first=None, second=None):
    """What the script assigns, with another way to compute a layer where a mistake needs one."""
    H = (first or (lambda X, W: reference.step(X @ W)))(X, W1)
    O = (second or (lambda H, W: reference.step(H @ W)))(H, W2)
    return {"W_layer_1": W1, "W_layer_2": W2, "layer_1_output": H, "layer_2_output": O}


ONES = np.ones((2, 3), dtype=int), np.ones((3, 1), dtype=int)
AND_WEIGHTS = np.array([[1, 2, -1], [1, -1, 2]]), np.array([[-1], [1], [1]])


@wrong("lab1_or", "These weights give AND; the labels Y are OR. Without negative weights one input is enough.")
def script_with_and_weights(X):
    return script(X, *AND_WEIGHTS)


@wrong("lab1_or", "These weights give XOR; with no negative weight in the second layer it becomes OR.")
def script_with_xor_weights(X):
    return script(X, reference.W_trained_1, reference.W_trained_2)


@wrong("lab1_or", "All weights are 0, so every sum is 0 and every output too; choose positive ones.")
def script_with_zero_weights(X):
    return script(X, 0 * ONES[0], 0 * ONES[1])


@wrong("lab1_or", "The step is missing in the hidden layer.")
def script_without_hidden_step(X):
    return script(X, *ONES, first=lambda X, W: X @ W)


@wrong("lab1_or", "The step is missing in the output layer.")
def script_without_output_step(X):
    return script(X, *ONES, second=lambda H, W: H @ W)


@wrong("lab1_or", "The step is missing in both layers.")
def script_without_steps(X):
    return script(X, *ONES, first=lambda X, W: X @ W, second=lambda H, W: H @ W)


@wrong("lab1_or", "Sums of exactly 0 give 1; the step function is 0 there.")
def script_with_one_at_zero(X):
    at_zero = lambda A, W: np.array(A @ W >= 0, dtype=int)  # noqa: E731
    return script(X, *ONES, first=at_zero, second=at_zero)


@wrong("lab1_or", "The cell sets X again, so the outputs never follow from other rows; leave that line out.")
def script_that_sets_X(X):
    return {**script(ROWS, *ONES), "X": ROWS}


@wrong("lab1_or", "0.5 is subtracted from the sums; this network has no biases.")
def script_with_biases(X):
    with_bias = lambda A, W: reference.step(A @ W - 0.5)  # noqa: E731
    return script(X, *ONES, first=with_bias, second=with_bias)


@wrong("lab1_or", "The outputs are True and False; make them the numbers 1 and 0 with your step.")
def script_with_booleans(X):
    truth = lambda A, W: A @ W > 0  # noqa: E731
    return script(X, *ONES, first=truth, second=truth)


@wrong("lab1_or", "The labels are copied into layer_2_output; compute it from layer_1_output and W_layer_2.")
def script_with_outputs_typed_in(X):
    return script(X, *ONES, second=lambda H, W: np.array([[0], [1], [1], [1]]))


@wrong("lab1_or", "Both weight matrices are transposed: each column belongs to one perceptron, so W_layer_1 is (2, 3).")
def script_with_transposed_weights(X):
    H = reference.step(X @ ONES[0])
    outputs = {"layer_1_output": H, "layer_2_output": reference.step(H @ ONES[1])}
    return {"W_layer_1": ONES[0].T, "W_layer_2": ONES[1].T, **outputs}


def and_weights_right(student):
    W1, W2 = as_parts(student.and_weights, 2, of="and_weights")
    W1, W2 = as_array(W1, of="W1 of and_weights", shape=(2, 3)), as_array(W2, of="W2 of and_weights", shape=(3, 1))
    judge_table(network_table(W1, W2), AND, "the two layers with these weights")


and_weights = values(
    "and_weights",
    points=2,
    sentence="and_weights has weights with which a network without biases gives AND",
    is_right=and_weights_right,
    wrongs={
        "or-weights": (ONES, "All weights are positive, which gives OR; one input alone must not be enough."),
        "or-hidden-layer": (
            (ONES[0], AND_WEIGHTS[1]),
            "The three hidden perceptrons are all OR, so the second layer cannot tell (1, 1) from (0, 1).",
        ),
        "or-output": (
            (AND_WEIGHTS[0], ONES[1]),
            "The second layer adds up everything, which gives OR; the first hidden perceptron has to count against it.",
        ),
        "xor-weights": (
            (reference.W_trained_1, reference.W_trained_2),
            "The trained weights give XOR; here (1, 1) has to give 1 and one input alone 0.",
        ),
        "transposed": ((AND_WEIGHTS[0].T, AND_WEIGHTS[1].T), "Both are transposed: W1 is (2, 3) and W2 is (3, 1)."),
        "zeros": ((0 * ONES[0], 0 * ONES[1]), "All weights are 0, so every sum is 0 and every output too."),
        "with-bias": (
            (np.array([[1, 1, 1], [1, 1, 1]]), np.array([[1], [1], [-1.5]])),
            "The third weight is used as a bias; there is none. It is the weight of the third hidden perceptron.",
        ),
        "negative": ((-ONES[0], -ONES[1]), "With negative weights alone no hidden perceptron is ever 1."),
    },
)


# --- shapes -----------------------------------------------------------------------------------------------------------

PARTS = ("X", "W_layer_1", "layer_1_output", "W_layer_2", "layer_2_output")


def check_shapes(student, sizes, visible=False):
    of = f"shapes{sizes}" if visible else "shapes(samples, inputs, hidden, outputs)"
    found = student.shapes(*sizes)
    if isinstance(found, np.ndarray) and found.ndim == 2:
        found = list(found)
    found = as_parts(found, 5, of=of)
    for name, pair, expected in zip(PARTS, found, reference.shapes(*sizes), strict=True):
        pair = as_array(pair, of=f"the shape of {name}", shape=(2,))
        if tuple(pair.tolist()) != expected:
            raise Failure(f"the shape of {name} in {of} is not right: which sizes are its rows and its columns?", pair)


@check("shapes", points=1)
def shapes_of_any_network(student, draw):
    """shapes gives the five shapes for any sizes"""
    check_shapes(student, (4, 2, 3, 1), visible=True)
    check_shapes(student, tuple(draw.sizes(4, low=2, high=40)))


@wrong("shapes", "The weights are transposed: their rows belong to what comes in, their columns to what goes out.")
def shapes_weights_transposed(samples, inputs, hidden, outputs):
    return (samples, inputs), (hidden, inputs), (samples, hidden), (outputs, hidden), (samples, outputs)


@wrong("shapes", "The number of rows in X has nothing to do with the weights: they join two layers.")
def shapes_weights_with_samples(samples, inputs, hidden, outputs):
    return (samples, inputs), (samples, hidden), (samples, hidden), (samples, outputs), (samples, outputs)


@wrong("shapes", "The outputs of the layers are transposed: they have one row for each row of X.")
def shapes_outputs_transposed(samples, inputs, hidden, outputs):
    return (samples, inputs), (inputs, hidden), (hidden, samples), (hidden, outputs), (outputs, samples)


@wrong(
    "shapes", "The second layer takes the hidden layer in, not the inputs: W_layer_2 has one row for each hidden one."
)
def shapes_second_layer_on_inputs(samples, inputs, hidden, outputs):
    return (samples, inputs), (inputs, hidden), (samples, hidden), (inputs, outputs), (samples, outputs)


@wrong("shapes", "The order is another: X, W_layer_1, layer_1_output, W_layer_2, layer_2_output.")
def shapes_weights_together(samples, inputs, hidden, outputs):
    return (samples, inputs), (inputs, hidden), (hidden, outputs), (samples, hidden), (samples, outputs)


@wrong("shapes", "These are always the shapes of the lab; use the arguments.")
def shapes_of_the_lab(samples, inputs, hidden, outputs):
    return (4, 2), (2, 3), (4, 3), (3, 1), (4, 1)


@wrong("shapes", "layer_1_output has the shape of X; a layer has one column for each of its perceptrons.")
def shapes_layer_like_X(samples, inputs, hidden, outputs):
    return (samples, inputs), (inputs, hidden), (samples, inputs), (hidden, outputs), (samples, outputs)


# --- step_network, count_parameters -----------------------------------------------------------------------------------


@check("step_network", points=1, uses=("step", "matmul", "weighted_sum", "perceptron"))
def trained_weights_give_xor(student):
    """step_network with the trained weights gives 0, 1, 1, 0"""
    found = student.step_network(ROWS, reference.W_trained_1, reference.W_trained_2)
    of = "step_network(X, W_trained_1, W_trained_2)"
    assert_close(found, np.array(XOR)[:, None], of=of, visible=True)


@check("step_network", points=1, uses=("step", "matmul", "weighted_sum", "perceptron"))
def step_network_of_any_size(student, draw):
    """step_network(X, W1, W2) is right for any batch, sizes and weights, also where a sum is exactly 0 or very near to it"""
    inputs, hidden, outputs = draw.sizes(3)
    X = quarters(draw, draw.integer(9, 12), inputs) / 4  # small, so that a sigmoid is far from 0 and 1
    X[0], X[1], X[2] = 0.0, HAIR * X[1], 64 * X[2]
    W1, W2 = quarters(draw, inputs, hidden), quarters(draw, hidden, outputs)
    for rows in (draw.permutation(X), quarters(draw, 1, inputs)):
        for weights in ((W1, W2), (HAIR * W1, W2), (W1, HAIR * W2)):
            found = student.step_network(rows, *weights)
            assert_close(found, reference.step_network(rows, *weights), of="step_network(X, W1, W2)")


@wrong("step_network", "The step is missing in the hidden layer.")
def network_without_hidden_step(X, W1, W2):
    return reference.step(X @ W1 @ W2)


@wrong("step_network", "The step is missing in the output layer.")
def network_without_output_step(X, W1, W2):
    return reference.step(X @ W1) @ W2


@wrong("step_network", "The step is missing in both layers.")
def network_without_steps(X, W1, W2):
    return X @ W1 @ W2


@wrong("step_network", "This is the first layer only; its outputs go into the second, W2.")
def network_of_one_layer(X, W1, W2):
    return reference.step(X @ W1)


@wrong("step_network", "A bias is subtracted in the output layer; this network has none.")
def network_with_output_bias(X, W1, W2):
    return reference.step(reference.step(X @ W1) @ W2 - 1e-3)


@wrong("step_network", "Sums of exactly 0 give 1; the step function is 0 there.")
def network_with_one_at_zero(X, W1, W2):
    return np.array((X @ W1 >= 0).astype(int) @ W2 >= 0, dtype=int)


@wrong("step_network", "The layers are those of the sigmoid network; take the step in place of the sigmoid.")
def network_of_sigmoids(X, W1, W2):
    sigmoid = lambda z: 1 / (1 + np.exp(-z))  # noqa: E731
    return sigmoid(sigmoid(X @ W1) @ W2)


@wrong("step_network", "The hidden layer has a sigmoid; it has to be the step.")
def network_with_hidden_sigmoid(X, W1, W2):
    return reference.step(1 / (1 + np.exp(-X @ W1)) @ W2)


@wrong("step_network", "The result is flattened; it has to be (batch, outputs).")
def network_flattened(X, W1, W2):
    return reference.step_network(X, W1, W2).ravel()


@wrong("step_network", "The weights are always the trained ones; use the arguments W1 and W2.")
def network_of_the_document(X, W1, W2):
    return reference.step_network(X, reference.W_trained_1, reference.W_trained_2)


@check("count_parameters", points=1)
def parameters_of_the_lab(student):
    """count_parameters([2, 3, 1]) is 9"""
    found = student.count_parameters([2, 3, 1])
    assert_close(found, 9, of="count_parameters([2, 3, 1])", visible=True)


@check("count_parameters", points=1)
def parameters_of_any_network(student, draw):
    """count_parameters(sizes) adds up the weights of all layers, whatever their number, also where sizes are equal"""
    count = student.count_parameters
    for layers in (2, 4, 5, 6):
        sizes = draw.sizes(layers, low=2, high=30)
        if layers == 6:
            sizes = [*sizes[:3], sizes[2], *sizes[:2]]
        assert_close(count(sizes), reference.count_parameters(sizes), of=f"count_parameters of {layers} layers")


@wrong("count_parameters", "The biases are counted; this network has none.")
def parameters_with_biases(sizes):
    return sum((n1 + 1) * n2 for n1, n2 in itertools.pairwise(sizes))


@wrong("count_parameters", "The first and the last matrix alone are counted; go through all neighbours in the list.")
def parameters_of_the_ends(sizes):
    return sizes[0] * sizes[1] + (sizes[-2] * sizes[-1] if len(sizes) > 2 else 0)


@wrong("count_parameters", "The sizes are added up: these are the perceptrons and inputs, not the weights.")
def parameters_as_nodes(sizes):
    return sum(sizes)


@wrong("count_parameters", "All sizes are multiplied; multiply two neighbours at a time and add up.")
def parameters_as_product(sizes):
    return int(np.prod(sizes))


@wrong("count_parameters", "The sizes of two neighbours are added; they have to be multiplied.")
def parameters_of_summed_neighbours(sizes):
    return sum(n1 + n2 for n1, n2 in itertools.pairwise(sizes))


@wrong("count_parameters", "Only the first weight matrix is counted.")
def parameters_of_the_first_layer(sizes):
    return sizes[0] * sizes[1]


@wrong("count_parameters", "Only two weight matrices are counted; there may be fewer or more.")
def parameters_of_two_layers(sizes):
    return sizes[0] * sizes[1] + sizes[1] * sizes[2]


@wrong("count_parameters", "The last size is also joined to the first; only neighbours are.")
def parameters_in_a_ring(sizes):
    return sum(n1 * n2 for n1, n2 in zip(sizes, sizes[1:] + sizes[:1], strict=True))


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_line")
def line_drawn(student):
    return figures("The line", student, reference, "plot_line", np.array([-1, 0, 1, 2]))


def fires(weights):
    """The outputs of a perceptron with these weights, for inputs (points, 2)."""
    w1, w2, b = as_array(weights, of="the gate", shape=(3,)).astype(float)
    return lambda points: (points @ np.array([w1, w2]) + b > 0) * 1.0


@picture("and_gate")
def and_regions(student):
    return regions("Where the AND gate gives 1", fires(student.and_gate), fires(reference.and_gate))


@picture("or_gate")
def or_regions(student):
    return regions("Where the OR gate gives 1", fires(student.or_gate), fires(reference.or_gate))


@picture("nand_gate")
def nand_regions(student):
    return regions("Where the NAND gate gives 1", fires(student.nand_gate), fires(reference.nand_gate))
