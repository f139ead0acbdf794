"""Hidden checks and known wrong answers of backpropagation in the computational graph of an error.

The document's sample is x = 1, y = 1, where most mistakes with x cannot be seen: an answer is judged on other samples
too. Samples are drawn so that w x and y are far apart, as a difference of two near numbers says little in float32.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    assert_labels,
    assert_not_swapped,
    check,
    choice,
    describe,
    drawn,
    figure_of,
    figures,
    finite,
    lies_on,
    picture,
    reached,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)


def as_array(value, of):
    """An array from an array or from a list or tuple of numbers, else Failure."""
    if isinstance(value, (tuple, list)):
        value = [as_numbers(part, of=of) for part in value]
        if len({part.shape for part in value}) > 1:
            raise Failure(f"{of} has parts of different shapes")
        value = np.array(value)
    return as_numbers(value, of=of)


def with_parts(function, of, *names):
    """The function, with its parts made arrays: a student may return lists, or all parts as the rows of one array."""

    def call(*args):
        found = function(*args)
        if isinstance(found, np.ndarray) and found.ndim:
            found = list(found)
        found = as_parts(found, len(names), of=of)
        return [as_array(part, f"{name} of {of}") for name, part in zip(names, found, strict=True)]

    return call


def signed(draw, low, high):
    return draw.number(low, high) * (2 * draw.integer(0, 1) - 1)


def sample(draw):
    """x, y and w with w x on the other side of 0 than y."""
    x, w = signed(draw, 1.3, 2.4), signed(draw, 2.7, 4.5)
    return x, -np.sign(w * x) * draw.number(1.2, 5.5), w


def samples(draw):
    """w, x and y of several samples, each difference of the same sign, so that a mean of them is not near 0."""
    count = draw.integer(4, 9)
    return -draw.number(1.2, 3.5), draw.uniform(count, low=0.6, high=3.2), draw.uniform(count, low=0.5, high=4.5)


# --- forward_difference, update ---------------------------------------------------------------------------------------


@check("forward_difference", points=1)
def quotients_of_the_document(student):
    """forward_difference at w = 4, x = 1, y = 1 is 7 for dw = 1, 6.1 for dw = 0.1, 6.01 for dw = 0.01"""
    for dw in (1.0, 0.1, 0.01):
        found, right = (each.forward_difference(4.0, dw, 1.0, 1.0) for each in (student, reference))
        # The two errors, 9 and a bit more, nearly cancel: what each was rounded by stays, divided by dw.
        assert_close(found, right, of=f"forward_difference(4, {dw}, 1, 1)", conditioning=9 / dw, visible=True)


@check("forward_difference", points=1)
def quotient_of_any_sample(student, draw):
    """forward_difference(w, dw, x, y) is right for any weight, sample and change, up or down"""
    difference = student.forward_difference
    for dw in (draw.number(0.4, 1.6), -draw.number(0.4, 1.6)):
        x, y, w = sample(draw)
        assert_agrees(difference, reference.forward_difference, w, dw, x, y, of="forward_difference(w, dw, x, y)")


def error_of(w, x, y):
    return (w * x - y) ** 2


@wrong("forward_difference", "The change of E is not divided by dw.")
def difference_undivided(w, dw, x, y):
    return error_of(w + dw, x, y) - error_of(w, x, y)


@wrong("forward_difference", "It is divided by w; divide by the change dw.")
def difference_over_w(w, dw, x, y):
    return (error_of(w + dw, x, y) - error_of(w, x, y)) / w


@wrong("forward_difference", "This is the limit itself; the quotient of the formula also depends on dw.")
def difference_in_the_limit(w, dw, x, y):
    return 2 * x * (w * x - y)


@wrong("forward_difference", "It looks from w back to w - dw; the formula goes forward to w + dw.")
def difference_backward(w, dw, x, y):
    return (error_of(w, x, y) - error_of(w - dw, x, y)) / dw


@wrong("forward_difference", "The sign is reversed: subtract E(w) from E(w + dw).")
def difference_reversed(w, dw, x, y):
    return (error_of(w, x, y) - error_of(w + dw, x, y)) / dw


@wrong("forward_difference", "x is missing: the error is (w x - y)^2.")
def difference_without_x(w, dw, x, y):
    return (error_of(w + dw, 1, y) - error_of(w, 1, y)) / dw


@wrong("forward_difference", "The error is not squared.")
def difference_of_plain_errors(w, dw, x, y):
    return ((w + dw) * x - w * x) / dw


@wrong("forward_difference", "It is always the sample x = 1, y = 1; use the arguments x and y.")
def difference_of_the_document(w, dw, x, y):
    return (error_of(w + dw, 1, 1) - error_of(w, 1, 1)) / dw


@wrong("forward_difference", "dw is added to w x; it is a change of w alone, before w is multiplied with x.")
def difference_added_to_h(w, dw, x, y):
    return ((w * x + dw - y) ** 2 - error_of(w, x, y)) / dw


@check("update", points=1)
def update_of_any_weight(student, draw):
    """update(w, slope, lr) is one step down the slope, for any weight, slope and learning rate"""
    assert_close(student.update(4.0, 6.0, 0.1), 3.4, of="update(4, 6, 0.1)", visible=True)
    for lr in (0.03, draw.number(0.2, 0.7)):
        args = signed(draw, 1, 3), signed(draw, 5, 9), lr
        assert_agrees(student.update, reference.update, *args, of="update(w, slope, lr)")


@wrong("update", "It goes up the slope: the step is subtracted.")
def update_upwards(w, slope, lr):
    return w + lr * slope


@wrong("update", "The learning rate is missing; only the share lr of the slope is subtracted.")
def update_without_lr(w, slope, lr):
    return w - slope


@wrong("update", "The slope is missing: lr alone is subtracted.")
def update_without_slope(w, slope, lr):
    return w - lr


@wrong("update", "The slope is divided by the learning rate; multiply them.")
def update_divided(w, slope, lr):
    return w - slope / lr


@wrong("update", "This is the step alone; subtract it from w.")
def update_step_only(w, slope, lr):
    return lr * slope


@wrong("update", "The learning rate multiplies w too: there is a bracket too many.")
def update_with_bracket(w, slope, lr):
    return lr * (w - slope)


@wrong("update", "The signs are reversed: the step is subtracted from w.")
def update_reversed(w, slope, lr):
    return lr * slope - w


# --- trace, trace_cut -------------------------------------------------------------------------------------------------

COLUMNS = ("w before", "slope", "w after")


def check_trace(student, name, *args, of, visible=False):
    table = with_parts(getattr(student, name), of, *COLUMNS)
    assert_agrees(table, getattr(reference, name), *args, of=of, parts=COLUMNS, visible=visible)


@check("trace", points=1, uses=("update",))
def trace_of_the_document(student):
    """trace(4, 0.1, 4) has the four rows of the table, without rounding"""
    check_trace(student, "trace", 4.0, 0.1, 4, of="trace(4, 0.1, 4)", visible=True)


@check("trace", points=2, uses=("update",))
def trace_of_any_start(student, draw):
    """trace(w, lr, steps) is right for any start on either side of 1, learning rate and number of steps"""
    for w, lr in ((draw.number(2.5, 6), draw.number(0.03, 0.2)), (-draw.number(1.5, 5), draw.number(0.55, 0.8))):
        check_trace(student, "trace", w, lr, draw.integer(3, 6), of="trace(w, lr, steps)")
    check_trace(student, "trace", draw.number(2.5, 6), draw.number(0.03, 0.2), 1, of="trace(w, lr, 1)")


def table_of(w, lr, steps, slope_of=lambda w: 2 * (w - 1), step=lambda w, slope, lr: w - lr * slope):
    """The three columns, with another slope or step where a mistake needs one."""
    before, slopes, after = [], [], []
    for _ in range(steps):
        before.append(w)
        slopes.append(slope_of(w))
        w = step(w, slopes[-1], lr)
        after.append(w)
    return np.array(before), np.array(slopes), np.array(after)


@wrong("trace", "The factor 2 of the slope is missing.")
def trace_without_2(w, lr, steps):
    return table_of(w, lr, steps, slope_of=lambda w: w - 1)


@wrong("trace", "The slope is computed once, at the first weight; compute it anew at every step.")
def trace_with_first_slope(w, lr, steps):
    first = 2 * (w - 1)
    return table_of(w, lr, steps, slope_of=lambda _: first)


@wrong("trace", "The weights are not updated: every row starts from the first weight.")
def trace_without_update(w, lr, steps):
    row = w, 2 * (w - 1), w - lr * 2 * (w - 1)
    return tuple(np.full(steps, entry) for entry in row)


@wrong("trace", "The steps go up the slope: the step is subtracted.")
def trace_upwards(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: w + lr * slope)


@wrong("trace", "The column of slopes holds lr * slope; it has to be the slope itself.")
def trace_of_scaled_slopes(w, lr, steps):
    before, slopes, after = table_of(w, lr, steps)
    return before, lr * slopes, after


@wrong("trace", "The learning rate is always 0.1; use the argument lr.")
def trace_with_lr_of_the_document(w, lr, steps):
    return table_of(w, 0.1, steps)


@wrong("trace", "The first column holds the weights after each step; store w before it is updated.")
def trace_stored_after_update(w, lr, steps):
    _, slopes, after = table_of(w, lr, steps)
    return after, slopes, after


@wrong("trace", "Each slope is that of the weight after the step; compute it before w is updated.")
def trace_with_slopes_after(w, lr, steps):
    before, _, after = table_of(w, lr, steps)
    return before, 2 * (after - 1), after


@wrong("trace", "The values are rounded to two decimals; compute this table without rounding.")
def trace_rounded(w, lr, steps):
    return tuple(np.round(column, 2) for column in table_of(w, lr, steps))


@wrong("trace", "There is one step too many.")
def trace_one_step_more(w, lr, steps):
    return table_of(w, lr, steps + 1)


@wrong("trace", "Here stands the table in rows, (steps, 3); return its three columns.")
def trace_in_rows(w, lr, steps):
    rows = np.array(table_of(w, lr, steps)).T
    return [*rows]


@wrong("trace", "The last two columns are exchanged: the slopes come before the new weights.")
def trace_columns_exchanged(w, lr, steps):
    before, slopes, after = table_of(w, lr, steps)
    return before, after, slopes


def start_off_the_cuts(draw):
    """A start and a learning rate with which no cut is near a jump, and rounding in place of cutting shows."""
    for _ in range(10_000):
        w, lr, steps = draw.integer(300, 600) / 100, draw.integer(31, 179) / 1000, draw.integer(4, 6)
        _, _, after = table_of(w, lr, steps, step=lambda w, slope, lr: reference.cut(w - lr * slope))
        before = np.array([w, *after[:-1]])
        parts = 100 * (before - lr * 2 * (before - 1)) % 1
        if (parts > 0.1).all() and (parts < 0.9).all() and parts[:2].max() > 0.6:
            return w, lr, steps
    raise AssertionError("no such start was drawn")


def check_cut(student, w, lr, steps, of, visible=False):
    # A cut jumps, so the tolerance cannot come from moving the inputs; the entries are exact hundredths anyway.
    found = with_parts(student.trace_cut, of, *COLUMNS)(w, lr, steps)
    for name, column, expected in zip(COLUMNS, found, reference.trace_cut(w, lr, steps), strict=True):
        assert_close(column, expected, of=f"{name} of {of}", conditioning=1 + np.abs(expected), visible=visible)


@check("trace_cut", points=1, uses=("update",))
def cut_trace_of_the_document(student):
    """trace_cut(4, 0.1, 4) is the table as the document prints it"""
    check_cut(student, 4.0, 0.1, 4, "trace_cut(4, 0.1, 4)", visible=True)


@check("trace_cut", points=1, uses=("update",))
def cut_trace_of_any_start(student, draw):
    """trace_cut(w, lr, steps) cuts every new weight and goes on from the cut value, for any start and learning rate"""
    check_cut(student, *start_off_the_cuts(draw), "trace_cut(w, lr, steps)")


@wrong("trace_cut", "The weights are rounded; cut off what comes after the second decimal.")
def cut_by_rounding(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: np.round(w - lr * slope, 2))


@wrong("trace_cut", "Nothing is cut: this is the exact table.")
def cut_nothing(w, lr, steps):
    return table_of(w, lr, steps)


@wrong("trace_cut", "The exact table is cut at the end; go on from the cut weight at every step.")
def cut_at_the_end(w, lr, steps):
    return tuple(reference.cut(column) for column in table_of(w, lr, steps))


@wrong("trace_cut", "The cut weight is stored, but the next step goes on from the exact one.")
def cut_in_the_last_column_only(w, lr, steps):
    before, slopes, after = table_of(w, lr, steps)
    return before, slopes, reference.cut(after)


@wrong("trace_cut", "It is cut to one decimal; keep two.")
def cut_to_one_decimal(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: np.trunc(np.round(10 * (w - lr * slope), 6)) / 10)


@wrong(
    "trace_cut",
    "It is cut up to the next hundredth, as if the step and not the new weight were cut; cut the weight down.",
)
def cut_upwards(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: np.ceil(np.round(100 * (w - lr * slope), 6)) / 100)


@wrong("trace_cut", "The factor 2 of the slope is missing.")
def cut_without_2(w, lr, steps):
    return table_of(w, lr, steps, slope_of=lambda w: w - 1, step=lambda w, slope, lr: reference.cut(w - lr * slope))


# --- quiz -------------------------------------------------------------------------------------------------------------


def judge_quiz(student, *names):
    found = student.quiz
    if not isinstance(found, dict):
        raise Failure(f"quiz is {describe(found)}, but should be a dict", found, name="wrong-kind")
    for name in names:
        letter = found.get(name)
        if not isinstance(letter, str) or letter.strip().casefold() not in set("abcdefghij"):
            raise Failure(f"quiz[{name!r}] is {describe(letter)}, but should be one of the letters a to j", found)
        if letter.strip().casefold() != reference.quiz[name]:
            raise Failure(f"quiz[{name!r}] is {letter.strip()!r}, which is not the answer", found, reference.quiz)


def quiz_with(**changed):
    return {**reference.quiz, **changed}


quiz = values(
    "quiz",
    points=1,
    sentence="quiz names the neuron, its synapse and its input",
    is_right=lambda student: judge_quiz(student, "neuron", "synapse", "input"),
    wrongs={
        "neuron-has-truth": (quiz_with(neuron="e"), "The neuron does not know y; it turns x into an answer."),
        "neuron-is-weight": (quiz_with(neuron="b"), "A weight alone answers nothing: where does the input come in?"),
        "synapse-is-input": (
            quiz_with(synapse="a"),
            "x comes in from outside; the synapse is what x is multiplied with.",
        ),
        "synapse-is-neuron": (quiz_with(synapse="d"), "That is input and synapse together; name the synapse alone."),
        "input-is-weight": (quiz_with(input="b"), "The input comes in from outside; the neuron owns the weight."),
        "input-is-data": (quiz_with(input="f"), "y does not go into the neuron; only the error compares with it."),
        "output-is-truth": (quiz_with(output="c"), "y is what the answer should be; the output is what it is."),
        "output-is-difference": (
            quiz_with(output="e"),
            "The difference is formed after the output; what is compared with y?",
        ),
        "hypothesis-is-truth": (
            quiz_with(hypothesis="c"),
            "A hypothesis may be wrong, y is not: it is the neuron's answer.",
        ),
        "hypothesis-is-weight": (
            quiz_with(hypothesis="b"),
            "The hypothesis is the answer that follows from the weight.",
        ),
        "truth-is-input": (quiz_with(truth="a"), "x is the question; the ground truth is the right answer to it."),
        "truth-is-output": (quiz_with(truth="d"), "That is the neuron's own answer; the truth is given with the data."),
        "meaning-is-slope": (quiz_with(meaning="h"), "The slope is found from E; E itself measures the answer."),
        "meaning-is-difference": (quiz_with(meaning="e"), "E is the square of that, so never negative."),
        "one-weight-for-three": (
            quiz_with(three_inputs="j"),
            "Each input has a synapse of its own, so a weight of its own.",
        ),
        "data-without-truth": (quiz_with(data="a"), "The right answers are given too, or nothing could be learned."),
        "data-without-input": (quiz_with(data="c"), "The questions are given too, not their answers alone."),
        "data-is-weight": (quiz_with(data="b"), "The weight is not given: training has to find it."),
        "tuned-is-input": (quiz_with(tuned="a"), "The input is given; change what belongs to the neuron."),
        "tuned-is-output": (quiz_with(tuned="d"), "The output changes only because something in it is tuned."),
    },
)


@check("quiz", points=1)
def answers_and_truth(student):
    """quiz names the output, the hypothesis and the ground truth, and says what E means"""
    judge_quiz(student, "output", "hypothesis", "truth", "meaning")


@check("quiz", points=1)
def given_and_tuned(student):
    """quiz says what three inputs change, what is given as data and what is tuned"""
    judge_quiz(student, "three_inputs", "data", "tuned")


# --- errors, mean_squared_error ---------------------------------------------------------------------------------------

ERRORS = ("absolute error", "squared error")


def check_errors(student, *args, of, visible=False):
    parted = with_parts(student.errors, of, *ERRORS)
    assert_agrees(parted, reference.errors, *args, of=of, parts=ERRORS, visible=visible)


@check("errors", points=1)
def errors_of_the_document(student):
    """errors(4, 1, 1) is 3 and (4 - 1)^2 = 9"""
    check_errors(student, 4.0, 1.0, 1.0, of="errors(4, 1, 1)", visible=True)


@check("errors", points=1)
def errors_of_any_samples(student, draw):
    """errors(w, x, y) is right for every sample, whether the answer is too large or too small"""
    w, x, y = samples(draw)
    check_errors(student, w, x, y, of="errors(w, x, y)")
    check_errors(student, w, -x, y - 20, of="errors(w, x, y)")


@wrong("errors", "The absolute value is missing: an error is never negative.")
def errors_without_abs(w, x, y):
    return w * x - y, (w * x - y) ** 2


@wrong("errors", "The two errors are exchanged: the absolute one comes first.")
def errors_exchanged(w, x, y):
    return (w * x - y) ** 2, np.abs(w * x - y)


@wrong("errors", "The squared error is halved; there is no half in this formula.")
def errors_with_half(w, x, y):
    return np.abs(w * x - y), 0.5 * (w * x - y) ** 2


@wrong("errors", "The squares are subtracted; subtract first and square then.")
def errors_of_squares(w, x, y):
    return np.abs(w * x - y), (w * x) ** 2 - y**2


@wrong("errors", "y is added; it has to be subtracted.")
def errors_of_sums(w, x, y):
    return np.abs(w * x + y), (w * x + y) ** 2


@wrong("errors", "x is missing: the hypothesis is w times x.")
def errors_without_x(w, x, y):
    return np.abs(w - y), (w - y) ** 2


@wrong("errors", "The errors of the samples are averaged; return one for each sample.")
def errors_averaged(w, x, y):
    return np.mean(np.abs(w * x - y)), np.mean((w * x - y) ** 2)


@wrong("errors", "The squared error is not squared.")
def errors_both_absolute(w, x, y):
    return np.abs(w * x - y), np.abs(w * x - y)


@check("mean_squared_error", points=1)
def mean_of_any_samples(student, draw):
    """mean_squared_error(w, x, y) is right for any weight and any number of samples"""
    mean, of = student.mean_squared_error, "mean_squared_error(w, x, y)"
    ramp = np.array([1.0, 2.0, 3.0])
    shown = "mean_squared_error(4, [1, 2, 3], [1, 2, 3])"
    assert_agrees(mean, reference.mean_squared_error, 4.0, ramp, ramp, of=shown, visible=True)
    assert_agrees(mean, reference.mean_squared_error, *samples(draw), of=of)


@wrong("mean_squared_error", "The squared errors are summed up; divide by their number.")
def mean_as_sum(w, x, y):
    return np.sum((w * x - y) ** 2)


@wrong("mean_squared_error", "There is a half too many.")
def mean_with_half(w, x, y):
    return 0.5 * np.mean((w * x - y) ** 2)


@wrong("mean_squared_error", "This is the square of the mean; square each difference first.")
def mean_squared_last(w, x, y):
    return np.mean(w * x - y) ** 2


@wrong("mean_squared_error", "This is the mean of the absolute errors; square them.")
def mean_of_absolute_errors(w, x, y):
    return np.mean(np.abs(w * x - y))


@wrong("mean_squared_error", "A root is taken; the formula has none.")
def mean_under_root(w, x, y):
    return np.sqrt(np.mean((w * x - y) ** 2))


@wrong("mean_squared_error", "The mean is missing: return one number, not one for each sample.")
def mean_missing(w, x, y):
    return (w * x - y) ** 2


@wrong("mean_squared_error", "The sum is divided by N - 1; divide by the number of samples N.")
def mean_over_one_less(w, x, y):
    return np.sum((w * x - y) ** 2) / (len(x) - 1)


@wrong("mean_squared_error", "x is missing: the hypothesis is w times x.")
def mean_without_x(w, x, y):
    return np.mean((w - y) ** 2)


# --- graph, forward_pass ----------------------------------------------------------------------------------------------


def graph_right(student):
    found = student.graph
    if not isinstance(found, dict):
        raise Failure(f"graph is {describe(found)}, but should be a dict", found, name="wrong-kind")
    for name, (gate, *inputs) in reference.graph.items():
        node = found.get(name)
        if not isinstance(node, (tuple, list)) or not all(isinstance(each, str) for each in node) or not node:
            raise Failure(f"graph[{name!r}] is {describe(node)}, but should be a tuple of a gate and names", found)
        written = [each.strip() for each in node]
        if written[0] != gate:
            raise Failure(f"graph[{name!r}] has the gate {written[0]!r}, which is not how {name} is computed", found)
        # Only the inputs of a product may stand in any order.
        same = sorted(written[1:]) == sorted(inputs) if gate == "*" else written[1:] == inputs
        if not same:
            raise Failure(f"graph[{name!r}] does not have the right inputs, or not in the right order", found)


graph = values(
    "graph",
    points=2,
    sentence="graph has the three gates of (w x - y)^2, each with what goes into it",
    is_right=graph_right,
    wrongs={
        "difference-reversed": (
            {**reference.graph, "d": ("-", "y", "h")},
            "The difference is reversed: d = h - y, and what is subtracted comes last.",
        ),
        "product-without-x": ({**reference.graph, "h": ("*", "w", "w")}, "h is w times x; x goes in too."),
        "product-with-y": ({**reference.graph, "h": ("*", "w", "y")}, "y goes into the difference, not the product."),
        "square-of-h": ({**reference.graph, "E": ("**2", "h")}, "E is the square of the difference d, not of h."),
        "square-as-product": (
            {**reference.graph, "E": ("*", "d", "d")},
            'd times d is right as a number, but the graph has a gate "**2" with one input.',
        ),
        "gate-last": (
            {"h": ("w", "*", "x"), "d": ("h", "-", "y"), "E": ("d", "**2")},
            "The gate stands first in each tuple, and after it its inputs.",
        ),
        "difference-of-inputs": (
            {**reference.graph, "d": ("-", "x", "y")},
            "The difference is taken of the hypothesis h, not of the input x.",
        ),
        "weight-after-square": (
            {"h": ("-", "x", "y"), "d": ("*", "w", "h"), "E": ("**2", "d")},
            "This is (w (x - y))^2: x is multiplied with w first, and y subtracted then.",
        ),
    },
)


def refuse_inputs_set_again(names, *inputs):
    for name in inputs:
        if name in vars(names):
            raise Failure(f"the cell sets {name} again; use the {name} that is there")


def run_forward(student):
    def run(x, y, w):
        names = student.cell("forward_pass", x=x, y=y, w=w)
        refuse_inputs_set_again(names, "x", "y", "w")
        return names.h, names.d, names.E

    return run


def forward(x, y, w):
    return w * x, w * x - y, (w * x - y) ** 2


@check("forward_pass", points=1)
def forward_of_the_document(student):
    """h, d and E are right for x = 1, y = 1, w = 4"""
    of = "the cell with x = 1, y = 1, w = 4"
    assert_agrees(run_forward(student), forward, 1.0, 1.0, 4.0, of=of, parts=("h", "d", "E"))


@check("forward_pass", points=1)
def forward_of_any_sample(student, draw):
    """h, d and E follow from x, y and w, whatever these are"""
    of = "the cell with other x, y, w"
    assert_agrees(run_forward(student), forward, *sample(draw), of=of, parts=("h", "d", "E"))


def forward_names(h, d, E):
    return {"h": h, "d": d, "E": E}


@wrong("forward_pass", "The difference is reversed: d is h - y.")
def forward_reversed(x, y, w):
    return forward_names(w * x, y - w * x, (y - w * x) ** 2)


@wrong("forward_pass", "The square is missing in E.")
def forward_without_square(x, y, w):
    return forward_names(w * x, w * x - y, w * x - y)


@wrong("forward_pass", "E is halved; the graph has no such gate.")
def forward_with_half(x, y, w):
    return forward_names(w * x, w * x - y, 0.5 * (w * x - y) ** 2)


@wrong("forward_pass", "x is missing: h is w times x.")
def forward_without_x(x, y, w):
    return forward_names(w, w - y, (w - y) ** 2)


@wrong("forward_pass", "The first gate multiplies w and x; here they are added.")
def forward_added(x, y, w):
    return forward_names(w + x, w + x - y, (w + x - y) ** 2)


@wrong("forward_pass", "The values are always those of x = 1, y = 1, w = 4; compute them from x, y and w.")
def forward_of_fixed_numbers(x, y, w):
    return forward_names(4.0, 3.0, 9.0)


@wrong("forward_pass", "E doubles d; it is its square.")
def forward_doubled(x, y, w):
    return forward_names(w * x, w * x - y, 2 * (w * x - y))


@wrong("forward_pass", "The cell sets w again, so it never sees another weight; leave that line out.")
def forward_sets_w(x, y, w):
    return {**forward_names(*forward(x, y, 4.0)), "w": 4.0}


# --- stress_slope, multiply_effects, difference_effects ---------------------------------------------------------------


def stress_slope_right(student):
    found = as_letters(student.stress_slope, "abcd", of="stress_slope")
    if len(found) != 2:
        raise Failure(f"stress_slope has {len(found)} letters, but should have two", found)
    for letter, place, answer in zip(found, ("circle", "square"), reference.stress_slope, strict=True):
        if letter != answer:
            raise Failure(f"the letter of the {place} is {letter!r}, which is not the answer", found)


stress_slope = values(
    "stress_slope",
    points=1,
    sentence="stress_slope names the quantity that feels the change, and the one that is changed",
    is_right=stress_slope_right,
    wrongs={
        "exchanged": (("d", "b"), "The two are exchanged: what is changed stands below, what feels it above."),
        "wage-above": (("a", "d"), "The question is what the stress feels, not what is earned."),
        "sleep-above": (("c", "d"), "Sleep is not what the question asks about; what feels the change?"),
        "wage-below": (("b", "a"), "The wage is not what is changed; which quantity grows by two hours?"),
        "sleep-below": (("b", "c"), "The hours are hours of another thing; which quantity does the question change?"),
        "stress-twice": (("b", "b"), "Below stands what is changed, and that is another quantity than the stress."),
        "work-twice": (("d", "d"), "Above stands what feels the change, and that is another quantity than the work."),
    },
)

OF_W_AND_X = ("effect of w", "effect of x")


@check("multiply_effects", points=1)
def effects_of_any_factors(student, draw):
    """multiply_effects(w, x) gives the effects of w and of x on their product, for any numbers"""
    of = "multiply_effects(w, x)"
    for args in ((signed(draw, 2, 3), signed(draw, 4, 6)), (signed(draw, 5, 7), signed(draw, 0.2, 0.8))):
        parted = with_parts(student.multiply_effects, of, *OF_W_AND_X)
        assert_agrees(parted, reference.multiply_effects, *args, of=of, parts=OF_W_AND_X)


@wrong("multiply_effects", "The two are exchanged: w is felt as strongly as x is large, and the reverse.")
def effects_own_value(w, x):
    return w, x


@wrong("multiply_effects", "1 is the effect in a sum; in a product it is the other factor.")
def effects_of_a_sum(w, x):
    return 1.0, 1.0


@wrong("multiply_effects", "Both are the product itself; an effect is how much h grows for each unit.")
def effects_as_product(w, x):
    return w * x, w * x


@wrong("multiply_effects", "The effect of x is not that of w: in turn, each is the other factor.")
def effects_both_x(w, x):
    return x, x


@wrong("multiply_effects", "The effect of w is not that of x: in turn, each is the other factor.")
def effects_both_w(w, x):
    return w, w


@wrong("multiply_effects", "The effects are always those of w = 4, x = 1; use the arguments.")
def effects_of_the_document(w, x):
    return 1.0, 4.0


@wrong("multiply_effects", "The effects are the quotients of the factors; it is the other factor itself.")
def effects_divided(w, x):
    return x / w, w / x


@wrong("multiply_effects", "The effect of x has the wrong sign; a product has no minus.")
def effects_with_minus(w, x):
    return x, -w


OF_DIFFERENCE = ("effect of h", "effect of y", "effect of d")


@check("difference_effects", points=1)
def effects_in_any_difference(student, draw):
    """difference_effects(h, y) gives the effects of h and of y on d, and of d on E, for any numbers"""
    of = "difference_effects(h, y)"
    for low, high in ((2, 3), (5, 8)):
        h = signed(draw, low, high)
        parted = with_parts(student.difference_effects, of, *OF_DIFFERENCE)
        y = -np.sign(h) * draw.number(0.7, 1.8)
        assert_agrees(parted, reference.difference_effects, h, y, of=of, parts=OF_DIFFERENCE)


@wrong("difference_effects", "If y grows, d gets smaller: a minus is missing.")
def effects_without_minus(h, y):
    return 1, 1, 2 * (h - y)


@wrong("difference_effects", "The 2 of the square is missing in the effect of d on E.")
def effects_without_2(h, y):
    return 1, -1, h - y


@wrong("difference_effects", "The last one is E itself; its derivative is asked for.")
def effects_with_square(h, y):
    return 1, -1, (h - y) ** 2


@wrong("difference_effects", "The last one is 2h; d is h - y.")
def effects_of_h_alone(h, y):
    return 1, -1, 2 * h


@wrong("difference_effects", "The effects of h and y on d are exchanged.")
def effects_exchanged(h, y):
    return -1, 1, 2 * (h - y)


@wrong(
    "difference_effects", "The first two are h and -y; an effect on d is how much d grows when one of them grows by 1."
)
def effects_as_terms(h, y):
    return h, -y, 2 * (h - y)


@wrong("difference_effects", "The first two are the effects on E; asked for are those on d, of this one gate.")
def effects_on_the_error(h, y):
    return 2 * (h - y), -2 * (h - y), 2 * (h - y)


@wrong("difference_effects", "The last one is always 6, as for h = 4, y = 1; use the arguments.")
def effects_of_one_difference(h, y):
    return 1, -1, 6


@wrong("difference_effects", "The difference is reversed in the last one: d is h - y.")
def effects_of_reversed_difference(h, y):
    return 1, -1, 2 * (y - h)


# --- chain_rule, backward_pass ----------------------------------------------------------------------------------------


@check("chain_rule", points=1, uses=("multiply_effects", "difference_effects"))
def chain_of_the_document(student):
    """chain_rule(1, 1, w) is 4 for w = 3 and 6 for w = 4"""
    chain = student.chain_rule
    for w in (3.0, 4.0):
        assert_agrees(chain, reference.chain_rule, 1.0, 1.0, w, of=f"chain_rule(1, 1, {w:g})", visible=True)


@check("chain_rule", points=1, uses=("multiply_effects", "difference_effects"))
def chain_of_any_sample(student, draw):
    """chain_rule(x, y, w) is the product along the chain, for any sample and weight"""
    assert_agrees(student.chain_rule, reference.chain_rule, *sample(draw), of="chain_rule(x, y, w)")


@wrong("chain_rule", "The effect of w on h is missing: multiply by x.")
def chain_without_x(x, y, w):
    return 2 * (w * x - y)


@wrong("chain_rule", "The local effects are added; along a chain they are multiplied.")
def chain_added(x, y, w):
    return x + 1 + 2 * (w * x - y)


@wrong("chain_rule", "The 2 of the square is missing.")
def chain_without_2(x, y, w):
    return x * (w * x - y)


@wrong("chain_rule", "This is the effect of x: the first factor is the effect of w on h.")
def chain_to_x(x, y, w):
    return w * 2 * (w * x - y)


@wrong("chain_rule", "There is a minus too many: between h and d stands the effect of h on d, 1; the -1 is that of y.")
def chain_to_minus(x, y, w):
    return -2 * x * (w * x - y)


@wrong("chain_rule", "The factor x comes in twice.")
def chain_with_x_twice(x, y, w):
    return x * x * 2 * (w * x - y)


@wrong("chain_rule", "The difference is w - y; it is w x - y.")
def chain_at_wrong_d(x, y, w):
    return x * 2 * (w - y)


@wrong("chain_rule", "It is always the number for x = 1, y = 1; use the arguments x and y.")
def chain_of_the_documents_sample(x, y, w):
    return 2 * (w - 1)


@wrong("chain_rule", "The last factor is E itself; it is the effect of d on E.")
def chain_with_square(x, y, w):
    return x * (w * x - y) ** 2


EFFECTS = ("dEdd", "dEdh", "dEdy", "dEdw", "dEdx")


def run_backward(student):
    def run(x, y, w):
        h, d, E = forward(x, y, w)
        names = student.cell("backward_pass", x=x, y=y, w=w, h=h, d=d, E=E)
        refuse_inputs_set_again(names, "x", "y", "w")
        return [getattr(names, name) for name in EFFECTS]

    return run


def backward(x, y, w):
    dEdd = 2 * (w * x - y)
    return dEdd, dEdd, -dEdd, x * dEdd, w * dEdd


@check("backward_pass", points=1)
def backward_of_the_document(student):
    """the five effects are right for x = 1, y = 1, w = 4"""
    of = "the cell with x = 1, y = 1, w = 4"
    assert_agrees(run_backward(student), backward, 1.0, 1.0, 4.0, of=of, parts=EFFECTS)


@check("backward_pass", points=2)
def backward_of_any_sample(student, draw):
    """the five effects follow from x, y, w, h and d, whatever these are"""
    assert_agrees(run_backward(student), backward, *sample(draw), of="the cell with other x, y, w", parts=EFFECTS)


def backward_names(x, w, d, **changed):
    """What the cell assigns, with one of the effects replaced."""
    return {**dict(zip(EFFECTS, backward(x, w * x - d, w), strict=True)), **changed}


@wrong("backward_pass", "dE/dw has lost its local effect: multiply what comes back by x.")
def backward_without_x(x, y, w, h, d, E):
    return backward_names(x, w, d, dEdw=2 * d)


@wrong("backward_pass", "dE/dx has lost its local effect: multiply what comes back by w.")
def backward_without_w(x, y, w, h, d, E):
    return backward_names(x, w, d, dEdx=2 * d)


@wrong("backward_pass", "The factors of dE/dw and dE/dx are exchanged: w gets x, and x gets w.")
def backward_exchanged(x, y, w, h, d, E):
    return backward_names(x, w, d, dEdw=w * 2 * d, dEdx=x * 2 * d)


@wrong("backward_pass", "The minus of dE/dy is missing: y is subtracted.")
def backward_without_minus(x, y, w, h, d, E):
    return backward_names(x, w, d, dEdy=2 * d)


@wrong("backward_pass", "The 2 of the square is missing in dE/dd, and so in all effects.")
def backward_without_2(x, y, w, h, d, E):
    return dict(zip(EFFECTS, (d, d, -d, x * d, w * d), strict=True))


@wrong("backward_pass", "The effects are local ones; multiply each by what came back so far.")
def backward_local(x, y, w, h, d, E):
    return dict(zip(EFFECTS, (2 * d, 1.0, -1.0, x, w), strict=True))


@wrong("backward_pass", "dE/dd is taken at h; it is twice the difference d.")
def backward_at_h(x, y, w, h, d, E):
    return dict(zip(EFFECTS, (2 * h, 2 * h, -2 * h, x * 2 * h, w * 2 * h), strict=True))


@wrong("backward_pass", "dE/dd is taken at E; it is twice the difference d.")
def backward_at_E(x, y, w, h, d, E):
    return dict(zip(EFFECTS, (2 * E, 2 * E, -2 * E, x * 2 * E, w * 2 * E), strict=True))


@wrong("backward_pass", "Two effects of w and x start from dE/dy; they are reached from h.")
def backward_from_y(x, y, w, h, d, E):
    return backward_names(x, w, d, dEdw=-x * 2 * d, dEdx=-w * 2 * d)


@wrong("backward_pass", "These are always the effects for x = 1, y = 1, w = 4; compute them from the names.")
def backward_of_fixed_numbers(x, y, w, h, d, E):
    return dict(zip(EFFECTS, backward(1.0, 1.0, 4.0), strict=True))


@wrong("backward_pass", "The cell sets w again, so it never sees another weight; leave that line out.")
def backward_sets_w(x, y, w, h, d, E):
    return {**backward_names(x, w, d), "w": w}


# --- mse_slope, what_remains, by_update -------------------------------------------------------------------------------


@check("mse_slope", points=2)
def slope_of_any_samples(student, draw):
    """mse_slope(w, x, y) is the derivative of the mean squared error, for any weight and number of samples"""
    slope, ramp = student.mse_slope, np.array([1.0, 2.0, 3.0])
    shown = "mse_slope(4, [1, 2, 3], [1, 2, 3])"
    assert_agrees(slope, reference.mse_slope, 4.0, ramp, ramp, of=shown, visible=True)
    assert_agrees(slope, reference.mse_slope, *samples(draw), of="mse_slope(w, x, y)")


@wrong("mse_slope", "The factor 2 of the square is missing.")
def slope_without_2(w, x, y):
    return np.mean(x * (w * x - y))


@wrong("mse_slope", "The slopes are summed up; take their mean.")
def slope_as_sum(w, x, y):
    return 2 * np.sum(x * (w * x - y))


@wrong("mse_slope", "The factor x of each sample is missing.")
def slope_without_x(w, x, y):
    return 2 * np.mean(w * x - y)


@wrong("mse_slope", "The sign is reversed: the difference is w x - y.")
def slope_reversed(w, x, y):
    return 2 * np.mean(x * (y - w * x))


@wrong("mse_slope", "The mean of x is multiplied with the mean of the differences; multiply sample by sample.")
def slope_of_means(w, x, y):
    return 2 * np.mean(x) * np.mean(w * x - y)


@wrong("mse_slope", "The mean is missing: return one number, not one for each sample.")
def slope_for_each_sample(w, x, y):
    return 2 * x * (w * x - y)


@wrong("mse_slope", "The differences are squared here too; the derivative of a square is not a square.")
def slope_with_square(w, x, y):
    return 2 * np.mean(x * (w * x - y) ** 2)


@wrong("mse_slope", "The local effect of w on h is x; here it is w.")
def slope_to_x(w, x, y):
    return 2 * np.mean(w * (w * x - y))


what_remains = choice(
    "what_remains",
    points=1,
    sentence="what_remains says what training leaves behind",
    answer="c",
    wrongs={
        "a": "The errors can be drawn, but no answer is computed with them.",
        "b": "A slope is used for one step and then found anew; nothing sums it up.",
        "d": "The sample was there before training; what has training changed?",
    },
)


@check("by_update", points=2)
def moves_and_order_of_any_weights(student, draw):
    """by_update(ws, lr) gives the moves and the order for any weights on both sides of 1, and any learning rate"""
    # The distances from 1 are well apart, so the order does not hang on rounding.
    count = draw.integer(5, 8)
    distances = 0.4 * np.arange(count) + draw.uniform(count, low=0.05, high=0.25)
    distances[0] = 0.0
    sides = np.where(np.arange(count) % 2, -1, 1) * (2 * draw.integer(0, 1) - 1)
    ws = draw.permutation(1 + sides * distances)
    names = ("moves", "order")
    # Moving the inputs would not exchange two weights, but the sorted ones are the given numbers anyway.
    for lr in (draw.number(0.02, 0.08), draw.number(0.2, 0.4)):
        of = "by_update(ws, lr)"
        assert_agrees(with_parts(student.by_update, of, *names), reference.by_update, ws, lr, of=of, parts=names)


def moves_of(ws, lr):
    return -lr * 2 * (ws - 1)


@wrong("by_update", "The order is that of the moves with their signs; a large move down is a large move too.")
def ordered_with_signs(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(moves_of(ws, lr))]


@wrong("by_update", "The order is reversed: the largest move comes first.")
def ordered_upwards(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The weights are ordered by their own size; order them by that of their moves.")
def ordered_by_weight(ws, lr):
    return moves_of(ws, lr), ws[np.argsort(-np.abs(ws))]


@wrong("by_update", "The second array has the positions; return the weights at these positions.")
def ordered_positions(ws, lr):
    return moves_of(ws, lr), np.argsort(-np.abs(moves_of(ws, lr)))


@wrong("by_update", "The second array has the moves in order; return the weights.")
def ordered_moves(ws, lr):
    moves = moves_of(ws, lr)
    return moves, moves[np.argsort(-np.abs(moves))]


@wrong("by_update", "The moves have the wrong sign: a step goes down the slope.")
def moves_upwards(ws, lr):
    return -moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The learning rate is missing in the moves: these are the slopes with a minus.")
def moves_without_lr(ws, lr):
    return moves_of(ws, 1), ws[np.argsort(-np.abs(moves_of(ws, 1)))]


@wrong("by_update", "The factor 2 of the slope is missing in the moves.")
def moves_without_2(ws, lr):
    return 0.5 * moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The first array has the new weights; return new minus old.")
def moves_as_new_weights(ws, lr):
    return ws + moves_of(ws, lr), ws[np.argsort(-np.abs(moves_of(ws, lr)))]


@wrong("by_update", "The moves are sorted too; leave them in the order of ws.")
def moves_in_order(ws, lr):
    order = np.argsort(-np.abs(moves_of(ws, lr)))
    return moves_of(ws, lr)[order], ws[order]


# --- bias_graph, many_inputs, many_neurons, count_parameters ----------------------------------------------------------

WITH_BIAS = ("E", "effect of w", "effect of b")


def check_bias(student, *args, of, visible=False):
    parted = with_parts(student.bias_graph, of, *WITH_BIAS)
    assert_agrees(parted, reference.bias_graph, *args, of=of, parts=WITH_BIAS, visible=visible)


@check("bias_graph", points=1)
def bias_of_the_example(student):
    """bias_graph(1, 1, 4, 2) is 25, 10, 10"""
    check_bias(student, 1.0, 1.0, 4.0, 2.0, of="bias_graph(1, 1, 4, 2)", visible=True)


@check("bias_graph", points=1)
def bias_of_any_sample(student, draw):
    """bias_graph(x, y, w, b) is right for any sample, weight and bias"""
    for _ in range(2):
        x, y, w = sample(draw)
        check_bias(student, x, y, w, -np.sign(y) * draw.number(0.6, 2.2), of="bias_graph(x, y, w, b)")


@wrong("bias_graph", "b is missing in the forward pass.")
def bias_left_out(x, y, w, b):
    d = w * x - y
    return d**2, x * 2 * d, 2 * d


@wrong("bias_graph", "The effect of b is multiplied by b; the + gate hands on what comes back, unchanged.")
def bias_effect_times_b(x, y, w, b):
    d = w * x + b - y
    return d**2, x * 2 * d, b * 2 * d


@wrong("bias_graph", "The effect of b is multiplied by x; b does not pass the product.")
def bias_effect_times_x(x, y, w, b):
    d = w * x + b - y
    return d**2, x * 2 * d, x * 2 * d


@wrong("bias_graph", "The effect of w has lost its factor x.")
def bias_without_x(x, y, w, b):
    d = w * x + b - y
    return d**2, 2 * d, 2 * d


@wrong("bias_graph", "The effect of b is the local one, 1; multiply it by what comes back.")
def bias_effect_local(x, y, w, b):
    d = w * x + b - y
    return d**2, x * 2 * d, 1.0


@wrong("bias_graph", "The 2 of the square is missing in both effects.")
def bias_without_2(x, y, w, b):
    d = w * x + b - y
    return d**2, x * d, d


@wrong("bias_graph", "b is subtracted in the forward pass; it has to be added.")
def bias_subtracted(x, y, w, b):
    d = w * x - b - y
    return d**2, x * 2 * d, 2 * d


@wrong("bias_graph", "The effects of w and b are exchanged.")
def bias_exchanged(x, y, w, b):
    d = w * x + b - y
    return d**2, 2 * d, x * 2 * d


@wrong("bias_graph", "The first value is d; return its square E.")
def bias_without_square(x, y, w, b):
    d = w * x + b - y
    return d, x * 2 * d, 2 * d


OF_INPUTS = ("E", "effects of the weights", "effect of b")


def check_inputs(student, *args, of, visible=False):
    parted = with_parts(student.many_inputs, of, *OF_INPUTS)
    assert_agrees(parted, reference.many_inputs, *args, of=of, parts=OF_INPUTS, visible=visible)


@check("many_inputs", points=1)
def three_inputs_of_the_example(student):
    """many_inputs with x = (4, 5, 6), y = 30, w = (1, 2, 3), b = 1 is 9, (24, 30, 36), 6"""
    args = np.array([4.0, 5.0, 6.0]), 30.0, np.array([1.0, 2.0, 3.0]), 1.0
    check_inputs(student, *args, of="many_inputs([4, 5, 6], 30, [1, 2, 3], 1)", visible=True)


@check("many_inputs", points=1)
def many_inputs_of_any_number(student, draw):
    """many_inputs(x, y, w, b) is right for any number of inputs"""
    for inputs in draw.sizes(2, low=2, high=7):
        x, w = draw.normal(inputs), draw.normal(inputs)
        h = float(np.sum(x * w))
        y, b = -np.copysign(draw.number(1, 3), h), np.copysign(draw.number(0.5, 1.5), h)
        check_inputs(student, x, float(y), w, float(b), of="many_inputs(x, y, w, b)")


@wrong("many_inputs", "The bias is missing in the forward pass.")
def inputs_without_bias(x, y, w, b):
    d = np.sum(w * x) - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The effect of a weight is the other factor x, not the weight itself.")
def inputs_effects_of_x(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * w, 2 * d


@wrong("many_inputs", "The bias is added once for each input; add it once.")
def inputs_with_bias_each(x, y, w, b):
    d = np.sum(w * x + b) - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The products are averaged; the + gate adds them up.")
def inputs_averaged(x, y, w, b):
    d = np.mean(w * x) + b - y
    return d**2, 2 * d * x, 2 * d


@wrong("many_inputs", "The 2 of the square is missing in the effects.")
def inputs_without_2(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, d * x, d


@wrong("many_inputs", "The effects of the weights are added up; return one for each weight.")
def inputs_effects_summed(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, np.sum(2 * d * x), 2 * d


@wrong("many_inputs", "Only the first three inputs are used; take as many as there are.")
def inputs_three_only(x, y, w, b):
    d = np.sum(w[:3] * x[:3]) + b - y
    return d**2, 2 * d * x[:3], 2 * d


@wrong("many_inputs", "The effect of b is multiplied by b; the + gate hands on what comes back, unchanged.")
def inputs_bias_effect_times_b(x, y, w, b):
    d = np.sum(w * x) + b - y
    return d**2, 2 * d * x, 2 * d * b


@wrong("many_inputs", "Each input is compared with y on its own; add up the products first.")
def inputs_each_compared(x, y, w, b):
    d = w * x + b - y
    return np.sum(d**2), 2 * d * x, np.sum(2 * d)


OF_NEURONS = ("E", "effect of W", "effect of b", "effect of x")


def check_neurons(student, *args, of, visible=False):
    parted = with_parts(student.many_neurons, of, *OF_NEURONS)
    assert_agrees(parted, reference.many_neurons, *args, of=of, parts=OF_NEURONS, visible=visible)


@check("many_neurons", points=1)
def two_neurons_of_the_example(student):
    """many_neurons with x = 1, y = (1, 1), W = (4, 3), b = (0, 0) is 13, (6, 4), (6, 4), 36"""
    args = np.array([1.0]), np.array([1.0, 1.0]), np.array([[4.0, 3.0]]), np.array([0.0, 0.0])
    check_neurons(student, *args, of="many_neurons([1], [1, 1], [[4, 3]], [0, 0])", visible=True)


@check("many_neurons", points=2)
def neurons_of_any_number(student, draw):
    """many_neurons(x, y, W, b) is right for any number of inputs and of neurons"""
    for inputs, neurons in (draw.sizes(2, low=2, high=6), draw.sizes(2, low=2, high=6)):
        x, W, b = draw.normal(inputs), draw.normal(inputs, neurons), draw.normal(neurons)
        y = x @ W + b - draw.normal(neurons, scale=1.5)
        check_neurons(student, x, y, W, b, of="many_neurons(x, y, W, b)")


def through_neurons(x, y, W, b, effects=None, scale=2, total=np.sum):
    """The four parts, with another way to the effects, factor or total where a mistake needs one."""
    d = x @ W + b - y
    back = scale * d
    parts = {"W": np.outer(x, back), "b": back, "x": W @ back, **(effects(back) if effects else {})}
    return total(d**2), parts["W"], parts["b"], parts["x"]


@wrong("many_neurons", "The effect of W is transposed: its rows are the inputs, its columns the neurons.")
def neurons_transposed(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"W": np.outer(back, x)})


@wrong("many_neurons", "The errors of the neurons are averaged in E; add them up.")
def neurons_averaged(x, y, W, b):
    return through_neurons(x, y, W, b, total=np.mean)


@wrong("many_neurons", "E and all effects are averaged over the neurons; the errors are added up.")
def neurons_all_averaged(x, y, W, b):
    return through_neurons(x, y, W, b, scale=2 / len(y), total=np.mean)


@wrong("many_neurons", "The 2 of the square is missing in the effects.")
def neurons_without_2(x, y, W, b):
    return through_neurons(x, y, W, b, scale=1)


@wrong("many_neurons", "The effect of x sums the weights alone; each is multiplied by what its neuron sends back.")
def neurons_x_without_back(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W.sum(axis=1)})


@wrong("many_neurons", "Only the first neuron reaches x; add up what comes back by way of each.")
def neurons_x_from_first(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W[:, 0] * back[0]})


@wrong("many_neurons", "The effects of x by way of each neuron are not added up.")
def neurons_x_not_summed(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"x": W * back})


@wrong("many_neurons", "The effect of b is multiplied by b; the + gate hands on what comes back, unchanged.")
def neurons_b_times_b(x, y, W, b):
    return through_neurons(x, y, W, b, lambda back: {"b": b * back})


@wrong("many_neurons", "The bias is missing in the forward pass.")
def neurons_without_bias(x, y, W, b):
    return through_neurons(x, y, W, 0 * b)


@wrong("many_neurons", "The summed difference is squared; square each neuron's difference and add up then.")
def neurons_squared_last(x, y, W, b):
    return through_neurons(x, y, W, b, total=lambda squares: np.sum(x @ W + b - y) ** 2)


@check("count_parameters", points=1)
def parameters_of_the_five_cases(student):
    """count_parameters is right for the five graphs of the document"""
    count = student.count_parameters
    for case in ((1, 1, False), (1, 1, True), (3, 1, True), (1, 2, True), (3, 2, True)):
        of = f"count_parameters({case[0]}, {case[1]}, {case[2]})"
        assert_close(count(*case), reference.count_parameters(*case), of=of)


@check("count_parameters", points=1)
def parameters_of_any_layer(student, draw):
    """count_parameters is right for any number of inputs and neurons, with and without biases"""
    count = student.count_parameters
    for bias in (True, False):
        inputs, neurons = draw.sizes(2, low=4, high=20)
        found = count(inputs, neurons, bias)
        assert_close(
            found, reference.count_parameters(inputs, neurons, bias), of="count_parameters(inputs, neurons, bias)"
        )


@wrong("count_parameters", "The biases are missing: one for each neuron.")
def count_without_biases(inputs, neurons, bias):
    return inputs * neurons


@wrong("count_parameters", "There is one bias for all neurons; each has its own.")
def count_with_one_bias(inputs, neurons, bias):
    return inputs * neurons + bias


@wrong("count_parameters", "The biases are counted even where bias is False.")
def count_always_with_biases(inputs, neurons, bias):
    return (inputs + 1) * neurons


@wrong("count_parameters", "There is a bias for each input; it belongs to a neuron.")
def count_with_bias_of_inputs(inputs, neurons, bias):
    return inputs * neurons + inputs * bias


@wrong("count_parameters", "Inputs and neurons are added; each neuron has a weight for each input.")
def count_added(inputs, neurons, bias):
    return inputs + neurons + bias


@wrong("count_parameters", "This is one neuron; multiply by the number of neurons.")
def count_of_one_neuron(inputs, neurons, bias):
    return inputs + bias


@wrong("count_parameters", "Both the inputs and the neurons get one more; only the inputs do, for the bias.")
def count_with_one_more_neuron(inputs, neurons, bias):
    return (inputs + bias) * (neurons + bias)


@wrong("count_parameters", "It is the other way round: biases are counted where bias is False.")
def count_reversed(inputs, neurons, bias):
    return (inputs + (not bias)) * neurons


# --- the figures and error_grid ---------------------------------------------------------------------------------------


def has_contours(curves):
    """Contours are a collection that is not at any points: all that it tells is the corner (0, 0)."""
    groups = [curve for curve in curves if not curve.is_line and curve.x.shape == curve.y.shape]
    return any(not np.any([(each.x, each.y) for each in finite([group])]) for group in groups)


def follows(curve, height, weights):
    """Whether a curve follows `height` and reaches every one of the weights."""
    with np.errstate(all="ignore"):
        return lies_on(curve, height, near=1e-5 * (1 + curve.x**2)) and reached(weights, curve).all()


def check_labels(labels, name, horizontal, vertical):
    assert_labels(labels, missing=f"the {{axis}} axis of {name} has no label")
    swapped = f"the labels of {name} are swapped: the horizontal axis shows {{horizontal}}"
    plain = lambda label: label.casefold().replace("$", "").replace("_", "")  # noqa: E731
    assert_not_swapped(labels, horizontal, vertical, swapped, plain)


def weights_to_draw(draw):
    """Weights in order, close together and to both sides of 1, which is not among them."""
    low, high = draw.number(-3.5, -2.1), draw.number(3.6, 5.2)
    return np.linspace(low, high, draw.integer(40, 60))


@check("plot_error", points=1)
def parabola_is_drawn(student, draw):
    """the curve in the figure is E = (w - 1)^2 over the weights that are given"""
    for ws in (np.linspace(-3, 5, 81), weights_to_draw(draw)):
        curves = finite(drawn(student, "plot_error", ws).curves)
        if not any(curve.x.size > 1 for curve in curves):
            raise Failure("plot_error draws no curve")
        if not any(c.x.size >= ws.size and follows(c, lambda w: (w - 1) ** 2, ws) for c in curves):
            raise Failure("no curve of plot_error is E = (w * 1 - 1)^2 over all the weights ws")


@check("plot_error", points=1)
def minimum_is_marked(student, draw):
    """one point of the figure marks the lowest point of the parabola, and both axes have a label"""
    labels, curves = drawn(student, "plot_error", weights_to_draw(draw))
    marks = [(float(c.x[0]), float(c.y[0])) for c in finite(curves) if np.ptp(c.x) == 0 and np.ptp(c.y) == 0]
    if not marks:
        raise Failure("plot_error marks no single point; draw the lowest one on its own")
    if not any(abs(w - 1) <= 1e-5 and abs(error) <= 1e-5 for w, error in marks):
        w, error = marks[0]
        raise Failure(f"the point that plot_error marks is ({w:.4g}, {error:.4g}), which is not the lowest point")
    check_labels(labels, "plot_error", "w", "e")


def parabola(ws, ys=None, mark=(1, 0), labels=("w", "E")):
    """A figure with a curve and a marked point."""
    marks = [] if mark is None else [([mark[0]], [mark[1]], "o")]
    return figure_of((ws, (ws - 1) ** 2 if ys is None else ys), *marks, labels=labels)


@wrong("plot_error", "The parabola is w^2, with its lowest point at 0; subtract the 1.")
def parabola_at_0(ws):
    return parabola(ws, ws**2, (0, 0))


@wrong("plot_error", "The square is missing: the curve is a straight line.")
def parabola_without_square(ws):
    return parabola(ws, ws - 1)


@wrong("plot_error", "The slope is drawn; draw E itself.")
def parabola_slope(ws):
    return parabola(ws, 2 * (ws - 1))


@wrong("plot_error", "There is a half in the error; E is the whole square.")
def parabola_half(ws):
    return parabola(ws, 0.5 * (ws - 1) ** 2)


@wrong("plot_error", "The lowest point is not marked; draw it with a point of its own.")
def parabola_without_mark(ws):
    return parabola(ws, mark=None)


@wrong("plot_error", "The mark is at w = 0, E = 1: at the lowest point it is the other way round.")
def parabola_marked_at_0(ws):
    return parabola(ws, mark=(0, 1))


@wrong("plot_error", "The mark is at the start w = 4; mark the lowest point.")
def parabola_marked_at_start(ws):
    return parabola(ws, mark=(4, 9))


@wrong(
    "plot_error", "The mark is at the lowest of the given weights' points; the lowest point of the curve lies between."
)
def parabola_marked_at_a_weight(ws):
    near = ws[np.argmin((ws - 1) ** 2)]
    return parabola(ws, mark=(near, (near - 1) ** 2))


@wrong("plot_error", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def parabola_without_labels(ws):
    return parabola(ws, labels=("", ""))


@wrong("plot_error", "The labels are swapped: the horizontal axis shows w, the vertical one E.")
def parabola_with_swapped_labels(ws):
    return parabola(ws, labels=("E", "w"))


@wrong("plot_error", "E is drawn over the positions 0, 1, 2; give the call ws as well as E.")
def parabola_over_positions(ws):
    return parabola(np.arange(len(ws)), (ws - 1) ** 2)


@wrong("plot_error", "The curve is drawn over fixed weights; use the argument ws.")
def parabola_over_fixed_weights(ws):
    return parabola(np.linspace(-1, 3, 41))


@check("error_grid", points=2)
def grid_of_any_weights(student, draw):
    """error_grid(w1, w2, x, y) has a row for each w2 and a column for each w1, for any sample"""
    columns, rows = draw.sizes(2)
    for x, y in (
        (np.array([1.0, 1.0]), 1.0),
        (draw.uniform(2, low=0.5, high=1) * np.array([1, 3]), -draw.number(2, 4)),
    ):
        w1, w2 = draw.uniform(columns, low=1.5, high=4), draw.uniform(rows, low=1.5, high=4)
        assert_agrees(student.error_grid, reference.error_grid, w1, w2, x, y, of="error_grid(w1, w2, x, y)")


@wrong("error_grid", "The grid is transposed: rows belong to w2, columns to w1.")
def grid_transposed(w1, w2, x, y):
    return reference.error_grid(w1, w2, x, y).T


@wrong("error_grid", "The two inputs are exchanged: w1 is multiplied with x[0], w2 with x[1].")
def grid_with_inputs_exchanged(w1, w2, x, y):
    return reference.error_grid(w1, w2, x[::-1], y)


@wrong("error_grid", "The square is missing.")
def grid_without_square(w1, w2, x, y):
    return w1 * x[0] + w2[:, None] * x[1] - y


@wrong("error_grid", "y is missing: subtract it before the square.")
def grid_without_y(w1, w2, x, y):
    return reference.error_grid(w1, w2, x, 0)


@wrong("error_grid", "The inputs are missing: each weight is multiplied with its own input.")
def grid_without_x(w1, w2, x, y):
    return (w1 + w2[:, None] - y) ** 2


@wrong("error_grid", "Each product is compared with y on its own; add up the products first.")
def grid_of_two_errors(w1, w2, x, y):
    return (w1 * x[0] - y) ** 2 + (w2[:, None] * x[1] - y) ** 2


@wrong("error_grid", "There is a half too many.")
def grid_with_half(w1, w2, x, y):
    return 0.5 * reference.error_grid(w1, w2, x, y)


@wrong("error_grid", "It is always the sample x = (1, 1), y = 1; use the arguments.")
def grid_of_one_sample(w1, w2, x, y):
    return reference.error_grid(w1, w2, np.array([1, 1]), 1)


def valley_grid(w1, w2):
    return (w1 + w2[:, None] - 1) ** 2


@check("plot_valley", points=1)
def valley_is_drawn(student, draw):
    """the figure has contours, and a line over all of w1 on which the error is 0"""
    for low in (-2, draw.number(-4, -2.5)):
        w1, w2 = np.linspace(low, 3, draw.integer(20, 30)), np.linspace(-2, -low + 1, draw.integer(31, 40))
        curves = drawn(student, "plot_valley", w1, w2, valley_grid(w1, w2)).curves
        if not has_contours(curves):
            raise Failure("plot_valley draws no contours; use plt.contour")
        if not any(follows(curve, lambda w: 1 - w, w1) for curve in finite(curves) if curve.x.size > 1):
            raise Failure("no line of plot_valley is the bottom of the valley over all of w1")


@check("plot_valley", points=1)
def valley_has_labels(student):
    """both axes of the figure have a label"""
    w1, w2 = np.linspace(-2, 3, 21), np.linspace(-2, 3, 31)
    labels, _ = drawn(student, "plot_valley", w1, w2, valley_grid(w1, w2))
    check_labels(labels, "plot_valley", "w1", "w2")


def valley(w1, w2, grid, line=None, labels=("w1", "w2"), contours=True):
    """A figure with contours and a line."""
    figure = figure_of(labels=labels)
    axes = figure.axes[0]
    if contours:
        axes.contour(w1, w2, grid)
    axes.plot(*(line or (w1, 1 - w1)))
    return figure


@wrong("plot_valley", "The line is w2 = w1; on the bottom the two weights add up to 1.")
def valley_on_the_diagonal(w1, w2, grid):
    return valley(w1, w2, grid, (w1, w1))


@wrong("plot_valley", "The line is w1 + w2 = 0; the bottom is where the sum is 1.")
def valley_through_the_origin(w1, w2, grid):
    return valley(w1, w2, grid, (w1, -w1))


@wrong("plot_valley", "The line is w2 = w1 - 1: a sign is reversed.")
def valley_with_reversed_sign(w1, w2, grid):
    return valley(w1, w2, grid, (w1, w1 - 1))


@wrong("plot_valley", "The line is the lowest point of a bowl, repeated; the error is 0 along a whole line.")
def valley_as_a_point(w1, w2, grid):
    return valley(w1, w2, grid, ([0.5], [0.5]))


@wrong("plot_valley", "The line reaches only from 0 to 1; draw it over all of w1.")
def valley_too_short(w1, w2, grid):
    return valley(w1, w2, grid, ([0, 1], [1, 0]))


@wrong("plot_valley", "There are no contours; draw them with plt.contour.")
def valley_without_contours(w1, w2, grid):
    return valley(w1, w2, grid, contours=False)


@wrong("plot_valley", "The axes have no labels: add plt.xlabel and plt.ylabel.")
def valley_without_labels(w1, w2, grid):
    return valley(w1, w2, grid, labels=("", ""))


@wrong("plot_valley", "The labels are swapped: w1 is horizontal.")
def valley_with_swapped_labels(w1, w2, grid):
    return valley(w1, w2, grid, labels=("w2", "w1"))


def curvatures_right(student):
    found = as_array(student.curvatures, "curvatures")
    assert_close(found, np.array(reference.curvatures), of="curvatures")


curvatures = values(
    "curvatures",
    points=2,
    sentence="curvatures has the second derivative along the valley and that across it",
    is_right=curvatures_right,
    wrongs={
        "exchanged": ((4, 0), "The two are exchanged: along the valley the error stays 0."),
        "without-root": ((0, 8), "The walk has length t, so each weight changes by t over the root of 2."),
        "coefficient": ((0, 2), "2 is the factor before t^2; its second derivative is twice that."),
        "bowl": ((4, 4), "Along the valley the error stays 0; then how strongly is it bent?"),
        "one-weight-at-a-time": (
            (2, 2),
            "These are the curvatures when one weight changes; here both change together.",
        ),
        "first-derivative": ((0, 0), "At t = 0 both slopes are 0; the second derivative is asked for."),
        "minus": ((0, -4), "Across the valley the error grows in both directions, so the curvature is positive."),
    },
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_error")
def error_drawn(student):
    return figures("The error of the weights", student, reference, "plot_error", np.linspace(-3, 5, 81))
