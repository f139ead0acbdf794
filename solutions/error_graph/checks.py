"""Hidden checks and known wrong answers of backpropagation in the computational graph of an error.

The visible sample is x = 1, y = 1, where most mistakes with x cannot be seen: an answer is judged on other samples
too. Samples are drawn so that w x and y are far apart, as a difference of two near numbers says little in float32.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    assert_agrees,
    assert_close,
    assert_steps_agree,
    check,
    describe,
    in_parts,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)


def sample(draw):
    """x, y and w with w x on the other side of 0 than y."""
    x, w = draw.signed(1.3, 2.4), draw.signed(2.7, 4.5)
    return x, -float(np.sign(w * x)) * draw.number(1.2, 5.5), w


def samples_of_any_sign(draw):
    """Samples where each of x, y and w is above 0 in one and below 0 in another."""
    x, y, w = sample(draw)
    return (x, y, w), (-x, -y, w), (x, -y, -w)


def samples(draw):
    """w, x and y of several samples, each difference of the same sign, so that a mean of them is not near 0."""
    count = draw.integer(4, 9)
    return -draw.number(1.2, 3.5), draw.uniform(count, low=0.6, high=3.2), draw.uniform(count, low=0.5, high=4.5)


# --- forward_difference, trace --------------------------------------------------------------------------------------------


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
    for x, y, w in samples_of_any_sign(draw):
        for dw in (draw.number(0.4, 1.6), -draw.number(0.4, 1.6)):
            of = "forward_difference(w, dw, x, y)"
            assert_agrees(difference, reference.forward_difference, w, dw, x, y, of=of)


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


@wrong("forward_difference", "dw has lost its sign; a change to the left has a negative dw in both places.")
def difference_without_sign_of_dw(w, dw, x, y):
    return (error_of(w + dw, x, y) - error_of(w, x, y)) / abs(dw)


@wrong("forward_difference", "x is missing: the error is (w x - y)^2.")
def difference_without_x(w, dw, x, y):
    return (error_of(w + dw, 1, y) - error_of(w, 1, y)) / dw


@wrong("forward_difference", "y is added; it has to be subtracted.")
def difference_of_sums(w, dw, x, y):
    return (error_of(w + dw, x, -y) - error_of(w, x, -y)) / dw


@wrong("forward_difference", "The error is not squared.")
def difference_of_plain_errors(w, dw, x, y):
    return ((w + dw) * x - w * x) / dw


@wrong("forward_difference", "It is always the sample x = 1, y = 1; use the arguments x and y.")
def difference_of_the_document(w, dw, x, y):
    return (error_of(w + dw, 1, 1) - error_of(w, 1, 1)) / dw


@wrong("forward_difference", "dw is added to w x; it is a change of w alone, before w is multiplied with x.")
def difference_added_to_h(w, dw, x, y):
    return ((w * x + dw - y) ** 2 - error_of(w, x, y)) / dw


COLUMNS = ("w before", "slope", "w after")


def check_trace(student, name, *args, of, visible=False):
    table = in_parts(getattr(student, name), *COLUMNS, of=of)
    assert_agrees(table, getattr(reference, name), *args, of=of, parts=COLUMNS, visible=visible)


@check("trace", points=1)
def trace_of_the_document(student):
    """trace(4, 0.1, 4) has the four rows of the table, without rounding"""
    check_trace(student, "trace", 4.0, 0.1, 4, of="trace(4, 0.1, 4)", visible=True)


@check("trace", points=2)
def trace_of_any_start(student, draw):
    """trace(w, lr, steps) is right for any start on either side of 1, learning rate and number of steps"""
    for w, lr in ((draw.number(2.5, 6), draw.number(0.03, 0.2)), (-draw.number(1.5, 5), draw.number(0.55, 0.8))):
        check_trace(student, "trace", w, lr, draw.integer(3, 6), of="trace(w, lr, steps)")
    check_trace(student, "trace", draw.number(2.5, 6), draw.number(0.03, 0.2), 1, of="trace(w, lr, 1)")
    check_trace(student, "trace", draw.number(2.5, 6), draw.number(1.1, 1.5), 3, of="trace(w, lr, 3)")
    check_trace(student, "trace", draw.integer(3, 6), draw.number(0.03, 0.2), 4, of="trace(w, lr, 4) with a whole w")
    # After the first of these steps the slope is 0.
    check_trace(student, "trace", draw.integer(3, 6), 0.5, 4, of="trace(w, 0.5, 4)")


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


@wrong("trace", "The numbers are rounded on the way; keep all decimals, as the next step goes on from them.")
def trace_rounded_on_the_way(w, lr, steps):
    return table_of(w, lr, steps, slope_of=lambda w: round(2 * (w - 1), 2), step=lambda w, g, lr: round(w - lr * g, 2))


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


@wrong("trace", "The columns are cut to whole numbers: an array that is made of a whole w holds no fractions.")
def trace_in_whole_numbers(w, lr, steps):
    return tuple(np.full(steps, w) * 0 + column.astype(np.asarray(w).dtype) for column in table_of(w, lr, steps))


@wrong("trace", "It stops where the slope is small; make all of the steps.")
def trace_stops_when_small(w, lr, steps):
    columns = table_of(w, lr, steps)
    return tuple(column[np.abs(columns[1]) >= 0.01] for column in columns)


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


@wrong("trace", "The learning rate is missing: only the share lr of the slope is subtracted.")
def trace_without_lr(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: w - slope)


@wrong("trace", "The slope is missing in the step: lr alone is subtracted.")
def trace_without_slope(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: w - lr)


@wrong("trace", "The slope is divided by the learning rate; multiply them.")
def trace_divided(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: w - slope / lr)


@wrong("trace", "The new weight is the step alone; subtract it from w.")
def trace_of_steps_alone(w, lr, steps):
    return table_of(w, lr, steps, step=lambda w, slope, lr: lr * slope)


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


# --- errors -----------------------------------------------------------------------------------------------------------

ERRORS = ("absolute errors", "squared errors", "mean squared error")


def check_errors(student, *args, of, visible=False):
    parted = in_parts(student.errors, *ERRORS, of=of)
    assert_agrees(parted, reference.errors, *args, of=of, parts=ERRORS, visible=visible)


@check("errors", points=1)
def errors_by_hand(student):
    """errors is right for the samples of the text: w = 4 with x = y = 1, and with x = y = (1, 2, 3)"""
    for x in (np.array([1.0]), np.array([1.0, 2.0, 3.0])):
        check_errors(student, 4.0, x, x, of=f"errors(4, {x.tolist()}, {x.tolist()})", visible=True)


@check("errors", points=2)
def errors_of_any_samples(student, draw):
    """errors(w, x, y) is right for any number of samples, whether the answers are too large or too small"""
    w, x, y = samples(draw)
    check_errors(student, w, x, y, of="errors(w, x, y)")
    check_errors(student, w, -x, y - 20, of="errors(w, x, y)")
    (count,) = draw.sizes(1)
    x, y = draw.normal(count, scale=2), draw.normal(count, scale=3)
    y[0] = draw.integer(7, 9)
    check_errors(student, draw.number(0.3, 0.9), x, y, of="errors(w, x, y)")


def errors_made_of(difference, mean=np.mean):
    """The three values, with another difference or another way from the squares to the last one."""
    return np.abs(difference), difference**2, mean(difference**2)


@wrong("errors", "The absolute value is missing: an error is never negative.")
def errors_without_abs(w, x, y):
    return w * x - y, (w * x - y) ** 2, np.mean((w * x - y) ** 2)


@wrong("errors", "The first two are exchanged: the absolute errors come first.")
def errors_exchanged(w, x, y):
    absolute, squared, mean = errors_made_of(w * x - y)
    return squared, absolute, mean


@wrong("errors", "The squared errors are halved; there is no half in this formula.")
def errors_with_half(w, x, y):
    return np.abs(w * x - y), 0.5 * (w * x - y) ** 2, np.mean(0.5 * (w * x - y) ** 2)


@wrong("errors", "The squares are subtracted; subtract first and square then.")
def errors_of_squares(w, x, y):
    return np.abs(w * x - y), (w * x) ** 2 - y**2, np.mean((w * x) ** 2 - y**2)


@wrong("errors", "y is added; it has to be subtracted.")
def errors_of_sums(w, x, y):
    return errors_made_of(w * x + y)


@wrong("errors", "x is missing: the hypothesis is w times x.")
def errors_without_x(w, x, y):
    return errors_made_of(w - y)


@wrong("errors", "All three are means; only the last one is averaged over the samples.")
def errors_averaged(w, x, y):
    mean = np.mean((w * x - y) ** 2)
    return np.mean(np.abs(w * x - y)), mean, mean


@wrong("errors", "The squared errors are not squared.")
def errors_both_absolute(w, x, y):
    absolute = np.abs(w * x - y)
    return absolute, absolute, np.mean(absolute)


@wrong("errors", "The squared errors are summed up in the last value; divide by their number.")
def mean_as_sum(w, x, y):
    return errors_made_of(w * x - y, np.sum)


@wrong("errors", "There is a half too many in the mean squared error.")
def mean_with_half(w, x, y):
    return errors_made_of(w * x - y, lambda squares: 0.5 * np.mean(squares))


@wrong("errors", "The last value is the square of the mean; square each difference first.")
def mean_squared_last(w, x, y):
    return errors_made_of(w * x - y, lambda _: np.mean(w * x - y) ** 2)


@wrong("errors", "The last value is the mean of the absolute errors; square them.")
def mean_of_absolute_errors(w, x, y):
    return errors_made_of(w * x - y, lambda squares: np.mean(np.sqrt(squares)))


@wrong("errors", "A root is taken in the last value; the formula has none.")
def mean_under_root(w, x, y):
    return errors_made_of(w * x - y, lambda squares: np.sqrt(np.mean(squares)))


@wrong("errors", "The mean is missing in the last value: it is one number, not one for each sample.")
def mean_missing(w, x, y):
    return errors_made_of(w * x - y, lambda squares: squares)


@wrong("errors", "The sum is divided by N - 1; divide by the number of samples N.")
def mean_over_one_less(w, x, y):
    return errors_made_of(w * x - y, lambda squares: np.sum(squares) / max(len(squares) - 1, 1))


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


@wrong("forward_pass", "h does not depend on x: it is w times x, the x that is given.")
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


@wrong("forward_pass", "d has lost its sign: it is h - y, also where that is below 0.")
def forward_without_sign(x, y, w):
    return forward_names(w * x, abs(w * x - y), (w * x - y) ** 2)


@wrong("forward_pass", "The cell sets w again, so it never sees another weight; leave that line out.")
def forward_sets_w(x, y, w):
    return {**forward_names(*forward(x, y, 4.0)), "w": 4.0}


# --- stress_slope, local_effects ------------------------------------------------------------------------------------------


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

OF_GATES = ("effect of w on h", "effect of x on h", "effect of h on d", "effect of y on d", "effect of d on E")


@check("local_effects", points=1)
def effects_by_hand(student):
    """local_effects(5, 4, 2) has 5 and 2 for the product, and 12 for the square"""
    of = "local_effects(5, 4, 2)"
    parted = in_parts(student.local_effects, *OF_GATES, of=of)
    assert_agrees(parted, reference.local_effects, 5.0, 4.0, 2.0, of=of, parts=OF_GATES, visible=True)


@check("local_effects", points=2)
def effects_of_any_sample(student, draw):
    """local_effects(x, y, w) gives the five effects, each in its own gate, for any numbers"""
    of = "local_effects(x, y, w)"
    for args in samples_of_any_sign(draw):
        parted = in_parts(student.local_effects, *OF_GATES, of=of)
        assert_agrees(parted, reference.local_effects, *args, of=of, parts=OF_GATES)


@wrong("local_effects", "The first two are exchanged: w is felt as strongly as x is large, and the reverse.")
def effects_own_value(x, y, w):
    return w, x, 1, -1, 2 * (w * x - y)


@wrong("local_effects", "1 is the effect in a sum; in the product it is the other factor.")
def effects_of_a_sum(x, y, w):
    return 1, 1, 1, -1, 2 * (w * x - y)


@wrong("local_effects", "The first two are the product itself; an effect is how much h grows for each unit.")
def effects_as_product(x, y, w):
    return w * x, w * x, 1, -1, 2 * (w * x - y)


@wrong("local_effects", "The effect of x on h is not that of w: in turn, each is the other factor.")
def effects_both_x(x, y, w):
    return x, x, 1, -1, 2 * (w * x - y)


@wrong("local_effects", "The effect of w on h is not that of x: in turn, each is the other factor.")
def effects_both_w(x, y, w):
    return w, w, 1, -1, 2 * (w * x - y)


@wrong("local_effects", "The effects are always those of x = 1, y = 1, w = 4; use the arguments.")
def effects_of_one_sample(x, y, w):
    return 1, 4, 1, -1, 6


@wrong("local_effects", "If y grows, d gets smaller: a minus is missing.")
def effects_without_minus(x, y, w):
    return x, w, 1, 1, 2 * (w * x - y)


@wrong("local_effects", "The 2 of the square is missing in the effect of d on E.")
def effects_without_2(x, y, w):
    return x, w, 1, -1, w * x - y


@wrong("local_effects", "The last one is E itself; its derivative is asked for.")
def effects_with_square(x, y, w):
    return x, w, 1, -1, (w * x - y) ** 2


@wrong("local_effects", "The last one is 2h; d is h - y.")
def effects_of_h_alone(x, y, w):
    return x, w, 1, -1, 2 * w * x


@wrong("local_effects", "The effects of h and y on d are exchanged.")
def effects_exchanged(x, y, w):
    return x, w, -1, 1, 2 * (w * x - y)


@wrong("local_effects", "Those on d are h and -y; an effect on d is how much d grows when one of them grows by 1.")
def effects_as_terms(x, y, w):
    return x, w, w * x, -y, 2 * (w * x - y)


@wrong("local_effects", "These are the effects on E; a local effect is that on the result of its own gate.")
def effects_on_the_error(x, y, w):
    d = w * x - y
    return 2 * d * x, 2 * d * w, 2 * d, -2 * d, 2 * d


@wrong("local_effects", "The difference is reversed in the last one: d is h - y.")
def effects_of_reversed_difference(x, y, w):
    return x, w, 1, -1, 2 * (y - w * x)


@wrong("local_effects", "The last one is taken at w - y; d is w x - y.")
def effects_without_x(x, y, w):
    return x, w, 1, -1, 2 * (w - y)


# --- chain_rule, backward_pass ----------------------------------------------------------------------------------------


@check("chain_rule", points=1, uses=("local_effects",))
def chain_of_the_document(student):
    """chain_rule(1, 1, w) is 4 for w = 3 and 6 for w = 4"""
    chain = student.chain_rule
    for w in (3.0, 4.0):
        assert_agrees(chain, reference.chain_rule, 1.0, 1.0, w, of=f"chain_rule(1, 1, {w:g})", visible=True)


@check("chain_rule", points=1, uses=("local_effects",))
def chain_of_any_sample(student, draw):
    """chain_rule(x, y, w) is the product along the chain, for any sample and weight"""
    near = draw.signed(0.05, 0.1), draw.signed(0.3, 0.6), draw.signed(0.3, 0.6)  # small effects have many decimals
    for args in (*samples_of_any_sign(draw), near):
        assert_agrees(student.chain_rule, reference.chain_rule, *args, of="chain_rule(x, y, w)")


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


@wrong("chain_rule", "There is a minus too many: d is h - y, and the effect of h on it is 1; the -1 is that of y.")
def chain_to_minus(x, y, w):
    return -2 * x * (w * x - y)


@wrong("chain_rule", "The factor x comes in twice.")
def chain_with_x_twice(x, y, w):
    return x * x * 2 * (w * x - y)


@wrong("chain_rule", "The difference is w - y; it is w x - y.")
def chain_at_wrong_d(x, y, w):
    return x * 2 * (w - y)


@wrong("chain_rule", "y is added; it has to be subtracted.")
def chain_of_sums(x, y, w):
    return 2 * x * (w * x + y)


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


@wrong("backward_pass", "dE/dw does not depend on x: multiply what comes back by the x that is given.")
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


@wrong("backward_pass", "dE/dd has lost its sign, and so have all effects: it is below 0 where d is.")
def backward_without_sign(x, y, w, h, d, E):
    return dict(zip(EFFECTS, backward(x, w * x - abs(d), w), strict=True))


@wrong("backward_pass", "The cell sets w again, so it never sees another weight; leave that line out.")
def backward_sets_w(x, y, w, h, d, E):
    return {**backward_names(x, w, d), "w": w}


# --- mse_slope, central_differences ---------------------------------------------------------------------------------------


@check("mse_slope", points=2)
def slope_of_any_samples(student, draw):
    """mse_slope(w, x, y) is the derivative of the mean squared error, for any weight and number of samples"""
    slope, ramp = student.mse_slope, np.array([1.0, 2.0, 3.0])
    shown = "mse_slope(3, [1, 2, 3], [2, 2, 2])"
    assert_agrees(slope, reference.mse_slope, 3.0, ramp, np.full(3, 2.0), of=shown, visible=True)
    assert_agrees(slope, reference.mse_slope, *samples(draw), of="mse_slope(w, x, y)")
    (count,) = draw.sizes(1)
    x, y = draw.normal(count, scale=2), draw.normal(count, scale=3)
    assert_agrees(slope, reference.mse_slope, draw.number(1.2, 2.8), x, y, of="mse_slope(w, x, y)")


@wrong("mse_slope", "A factor 2 is missing: the square gives one, and no half of the mean takes it away.")
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


def measured(lesson, x, y, w, step, power=2):
    """What central_differences measures of the error of a neuron, at the weights w. With the power 3 it depends on the
    step; with 2 it is the derivative for any."""
    yield "central_differences(f, p, step)", lesson.central_differences(lesson.ErrorOf(x, y, power), w, step)


def neuron(draw, count):
    """Inputs, a truth and weights whose products add up, so that no slope is near 0."""
    x, w = draw.uniform(count, low=0.5, high=1.5), draw.uniform(count, low=0.5, high=1.5)
    sides = 2 * draw.integers(count, low=0, high=1) - 1
    return x * sides, -draw.number(1.0, 3.0), w * sides


@check("central_differences", points=1)
def differences_by_hand(student):
    """central_differences measures the two effects of the text: 18 and 36"""
    assert_steps_agree(measured, student, reference, np.array([1.0, 2.0]), 4.0, np.array([3.0, 5.0]), 0.5, visible=True)


@check("central_differences", points=2)
def differences_of_any_neuron(student, draw):
    """central_differences(f, p, step) measures each entry of p by this step, one entry or many, for any function"""
    for count, power in ((draw.integer(2, 4), 2), (draw.integer(2, 4), 3), (draw.integer(5, 7), 3), (1, 2)):
        assert_steps_agree(measured, student, reference, *neuron(draw, count), draw.number(0.3, 0.7), power)


@check("central_differences", points=1)
def differences_at_whole_numbers(student, draw):
    """central_differences(f, p, step) moves the entries also where p holds whole numbers"""
    count = draw.integer(2, 5)
    x, y, w = neuron(draw, count)
    w = np.where(w > 0, 1, -1) * draw.integers(count, low=1, high=3)
    assert_steps_agree(measured, student, reference, x, y, w, draw.number(0.3, 0.7))


def moved(p, i, step):
    p = np.array(p, dtype=float)
    p[i] += step
    return p


@wrong("central_differences", "This is the forward difference; look to the other side, too.")
def differences_forward(f, p, step):
    return np.array([(f(moved(p, i, step)) - f(p)) / step for i in range(len(p))])


@wrong("central_differences", "This is the difference to the left alone; look to the right, too.")
def differences_backward(f, p, step):
    return np.array([(f(p) - f(moved(p, i, -step))) / step for i in range(len(p))])


@wrong("central_differences", "The two places are 2 * step apart, not step.")
def differences_over_one_step(f, p, step):
    return 2 * reference.central_differences(f, p, step)


@wrong("central_differences", "Brackets are missing: / 2 * step divides by 2 and then multiplies by step.")
def differences_times_step(f, p, step):
    return reference.central_differences(f, p, step) * step**2


@wrong("central_differences", "The change of f is not divided by the distance.")
def differences_undivided(f, p, step):
    return reference.central_differences(f, p, step) * 2 * step


@wrong("central_differences", "The sides are swapped: f on the right minus f on the left.")
def differences_swapped(f, p, step):
    return -reference.central_differences(f, p, step)


@wrong("central_differences", "All entries are moved together; move one at a time.")
def differences_all_together(f, p, step):
    return np.full(len(p), (f(p + step) - f(p - step)) / (2 * step))


@wrong("central_differences", "A moved entry is not put back before the next one is moved.")
def differences_never_put_back(f, p, step):
    p, slopes = np.array(p, dtype=float), []
    for i in range(len(p)):
        p[i] += step
        above = f(p)
        p[i] -= 2 * step
        slopes.append((above - f(p)) / (2 * step))
    return np.array(slopes)


@wrong("central_differences", "The moved entries are cut to whole numbers: make the copy an array of floats.")
def differences_of_whole_numbers(f, p, step):
    slopes = []
    for i in range(len(p)):
        above, below = p.copy(), p.copy()
        above[i] = above[i] + step
        below[i] = below[i] - step
        slopes.append((f(above) - f(below)) / (2 * step))
    return np.array(slopes)


@wrong("central_differences", "The slopes are cut to whole numbers: an array made like p holds no fractions there.")
def differences_in_whole_numbers(f, p, step):
    slopes = np.zeros_like(p)
    slopes[...] = reference.central_differences(f, p, step)
    return slopes


@wrong("central_differences", "Only the first entry is measured; return one number for each entry of p.")
def differences_of_the_first(f, p, step):
    return reference.central_differences(f, p, step)[:1]


@wrong(
    "central_differences", "Each slope is multiplied by its entry: move the entry by the step, and multiply by nothing."
)
def differences_by_factor(f, p, step):
    slopes = [(f(moved(p, i, step * p[i])) - f(moved(p, i, -step * p[i]))) / (2 * step) for i in range(len(p))]
    return np.array(slopes)


@wrong("central_differences", "The step is always a tiny one; use the argument.")
def differences_by_a_tiny_step(f, p, step):
    return reference.central_differences(f, p, 1e-5)
