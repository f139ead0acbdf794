"""Hidden checks and known wrong answers of linear regression with TensorFlow graphs and sessions.

What TensorFlow returns is compared with NumPy written here, and with outputs that TensorFlow gave before. float32 stops
short of a minimum: a parameter is right up to rounding errors of the largest number that meets it, and a squared error
near 0 up to what such a change of its root makes.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    as_row,
    assert_costs,
    assert_drawn,
    assert_labels,
    assert_near,
    assert_no_other,
    assert_normal,
    assert_not_swapped,
    check,
    describe,
    drawn,
    entries,
    figure_of,
    figures,
    known_outputs,
    picture,
    reference_of,
    same_word,
    values,
    with_points,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

TENSORFLOW = {"library": "tensorflow"}


# --- what comes back --------------------------------------------------------------------------------------------------


def largest(*arrays):
    return max(float(np.abs(array).max()) for array in arrays)


# --- gradient descent on a line, in NumPy -----------------------------------------------------------------------------


def fit(x, y, w, b, lr, steps, *, tune_w=True, tune_b=True, times=1.0, c=0.0):
    """w, b and the mean of the squares before the first step and after each, (steps + 1,) each.

    `times` multiplies both slopes: what another factor in the cost does.
    """
    x, y = np.ravel(x).astype(float), np.ravel(y).astype(float)
    seen = []
    for _ in range(steps + 1):
        d = w * x + b + c - y
        seen.append([w, b, np.mean(d**2)])
        w = w - lr * times * 2 * np.mean(d * x) * tune_w
        b = b - lr * times * 2 * np.mean(d) * tune_b
    return np.array(seen).T


def scale_of(x, y, w, b=0.0):
    """The largest number in w * x + b - y."""
    return largest(w) * max(1.0, largest(x)) + largest(b) + largest(y)


def one_sample(draw):
    """x and y as lists of one number, a start and a learning rate with which no step is too large or too small."""
    x, y = draw.number(0.6, 1.4), draw.number(1.5, 3)
    return [x], [y], draw.number(-3, -1), draw.number(0.1, 0.3) / x**2


def many_samples(draw, count):
    x = draw.normal(count, scale=0.7)
    return x, draw.normal(count)


# --- list_basics ------------------------------------------------------------------------------------------------------


def same_entry(found, expected):
    """Whether an entry of a list is the text or the number that it should be, of Python or of NumPy."""
    if isinstance(expected, str):
        return isinstance(found, str) and found == expected
    return np.shape(found) == () and plain_number(found, expected)


def check_list(found, expected, of):
    if not isinstance(found, list):
        raise Failure(f"{of} is {describe(found)}, but should be a list", found, name="wrong-kind")
    if len(found) != len(expected):
        raise Failure(f"{of} has {len(found)} entries, but should have {len(expected)}", found)
    for position, (one, other) in enumerate(zip(found, expected, strict=True)):
        if not same_entry(one, other):
            raise Failure(f"{of}[{position}] is {describe(one)}, which is not the right entry", found)


@check("list_basics", points=1)
def list_is_changed(student):
    """xxx has 'hi' at position 1 and 'Jeju' at the end, also for another start, and start stays as it is"""
    for start in ([1, "hello", 2, "world"], ["a", 5, 2.5, "hello", 1, "b"]):
        names = student.cell("list_basics", start=start, errors=[1.5])
        check_list(names.xxx, [start[0], "hi", *start[2:], "Jeju"], "xxx")
    check_list(student.start, reference.start, "start, which has to stay as it is,")


@check("list_basics", points=1)
def errors_are_collected(student, draw):
    """err_list has every error, in order, also for other errors"""
    for count in draw.sizes(2):
        errors = draw.normal(count).tolist()
        check_list(student.cell("list_basics", start=["a", "b", "c"], errors=errors).err_list, errors, "err_list")


def script(start, errors, xxx=None, err_list=None):
    right = [start[0], "hi", *start[2:], "Jeju"]
    return {"xxx": right if xxx is None else xxx, "err_list": list(errors) if err_list is None else err_list}


@wrong("list_basics", "Positions count from 0: 'hi' stands at the place of the first entry, not at position 1.")
def script_counts_from_one(start, errors):
    return script(start, errors, ["hi", *start[1:], "Jeju"])


@wrong("list_basics", "'hi' is put in between, and the old entry stays; assign it with xxx[1] = 'hi'.")
def script_inserts(start, errors):
    return script(start, errors, [start[0], "hi", *start[1:], "Jeju"])


@wrong("list_basics", "'Jeju' is missing: append it.")
def script_without_jeju(start, errors):
    return script(start, errors, [start[0], "hi", *start[2:]])


@wrong("list_basics", "'hi' is appended at the end; assign it to position 1 instead.")
def script_appends_hi(start, errors):
    return script(start, errors, [*start, "hi", "Jeju"])


@wrong("list_basics", "'Jeju' comes first; append puts an entry at the end.")
def script_with_jeju_first(start, errors):
    return script(start, errors, ["Jeju", start[0], "hi", *start[2:]])


@wrong("list_basics", "xxx is never changed.")
def script_keeps_the_list(start, errors):
    return script(start, errors, list(start))


@wrong("list_basics", "err_list stays empty: append each err to err_list itself, not to list or to a copy.")
def script_with_empty_errors(start, errors):
    return script(start, errors, err_list=[])


@wrong("list_basics", "err_list is made anew in every round, so only the last error is left.")
def script_keeps_the_last_error(start, errors):
    return script(start, errors, err_list=[errors[-1]])


# --- random_start: judged by its distribution ------------------------------------------------------------------------


@check("random_start", points=1, **TENSORFLOW)
def random_start_shape(student, draw):
    """random_start(count) is float32 numbers, of shape (count,), and others at each call"""
    for count in (1, draw.integer(2, 9)):
        found = as_numbers(student.random_start(count), of=f"random_start({count})")
        if np.array_equal(found, student.random_start(count)):
            raise Failure(f"two calls of random_start({count}) give the same numbers", found)
        if found.shape != (count,):
            raise Failure(f"random_start({count}) has shape {found.shape}, but should have {(count,)}", found)
        if found.dtype != np.float32:
            raise Failure(f"random_start({count}) has dtype {found.dtype.name}, but should have float32", found)


@check("random_start", points=1, **TENSORFLOW)
def random_start_is_normal(student, draw):
    """random_start(count) is normally distributed with mean 0 and standard deviation 1, and new at each call"""
    count = draw.integer(8000, 12000)
    first, second = (as_numbers(student.random_start(count), of="random_start(count)") for _ in range(2))
    for found in (first, second):
        if found.shape != (count,):
            raise Failure(f"random_start(count) has shape {found.shape}, but should have {(count,)}", found)
        assert_normal(found, of="random_start(count)", stddev=1.0)
    if np.array_equal(first, second):
        raise Failure("two calls of random_start give the same numbers", first)


def sample(count):
    return np.random.default_rng(count).normal(size=count).astype(np.float32)


@wrong("random_start", "The numbers are uniform between 0 and 1; take tf.random_normal.")
def random_uniform(count):
    return np.random.default_rng(count).uniform(size=count).astype(np.float32)


@wrong("random_start", "The numbers are zeros; take tf.random_normal.")
def random_zeros(count):
    return np.zeros(count, dtype=np.float32)


@wrong("random_start", "The numbers are cut off at 2 standard deviations; take tf.random_normal, not truncated_normal.")
def random_truncated(count):
    drawn = sample(2 * count + 99)
    return drawn[np.abs(drawn) < 2][:count]


@wrong("random_start", "The numbers are float64, as NumPy draws them; tf.random_normal draws float32.")
def random_float64(count):
    return np.random.default_rng(count + 1).normal(size=count)


@wrong("random_start", "The shape is (count, 1); ask for the shape [count].")
def random_column(count):
    return sample(count)[:, None]


@wrong("random_start", "The shape is always [1]; ask for the shape [count].")
def random_single(count):
    return sample(1)


@wrong("random_start", "A fixed seed draws the same numbers at each call; leave the seed out.")
def random_with_seed(count):
    return sample(count)


@wrong("random_start", "The standard deviation is 0.01; leave stddev out, it is 1.")
def random_small(count):
    return sample(count) * np.float32(0.01)


# --- program_order -----------------------------------------------------------------------------------------------------


PROGRAM, STEPS = "ecgahdfb", "rqp"


def program_order_right(student):
    texts = as_parts(student.program_order, 2, of="program_order")
    for what, found, right in zip(("first", "second"), texts, (PROGRAM, STEPS), strict=True):
        if isinstance(found, (list, tuple)) and all(isinstance(letter, str) for letter in found):
            found = "".join(found)
        if not isinstance(found, str):
            raise Failure(f"the {what} text is {describe(found)}, but should be letters", found, name="wrong-kind")
        letters = [letter for letter in found.casefold() if letter.isalpha()]
        if sorted(letters) != sorted(right):
            raise Failure(f"the {what} text has to have each of the letters {''.join(sorted(right))} once", found)
        wrong_place = next((i for i, (one, other) in enumerate(zip(letters, right, strict=True)) if one != other), None)
        if wrong_place is not None:
            raise Failure(f"the {what} text is not in order: letter {wrong_place + 1} is not the right one", found)


program_order = values(
    "program_order",
    points=2,
    sentence="program_order has the eight parts and the three steps in order",
    is_right=program_order_right,
    wrongs={
        "error-first": (("ecaghdfb", STEPS), "The error E uses h, so h has to be written before."),
        "hypothesis-first": (("egcahdfb", STEPS), "The hypothesis h uses w, so w has to be written before."),
        "train-after-session": (("ecgadhfb", STEPS), "The loop runs train, so train has to be written before."),
        "test-before-training": (
            ("ecgahfdb", STEPS),
            "The test needs the trained w and the session: it follows the loop.",
        ),
        "figure-before-test": (("ecgahdbf", STEPS), "The figure is the last part."),
        "synapse-first": (("cegahdfb", STEPS), "The data are the first part of the program."),
        "backwards": ((PROGRAM[::-1], STEPS[::-1]), "Both are backwards: a graph is drawn before it is run."),
        "steps-feed-first": ((PROGRAM, "qrp"), "Data are fed to placeholders, so the graph is drawn before."),
        "steps-train-before-feed": ((PROGRAM, "rpq"), "Training needs the data: feed them first."),
        "steps-train-first": ((PROGRAM, "prq"), "Training comes last: it needs the graph and the data."),
    },
)

# --- four_runs ---------------------------------------------------------------------------------------------------------


HAS_VALUE = [False, True, False, True]


def four_of(x, y, w0, lr, has_value=HAS_VALUE):
    return has_value, fit(x, y, w0, 0.0, lr, 1, tune_b=False)[0]


def check_four(student, args, visible=False):
    of = "four_runs(x, y, w0, lr)"
    has_value, w_list = as_parts(student.four_runs(*args), 2, of=of)
    told = as_parts(has_value, 4, of=f"the first of {of}")
    for name, one, right in zip(("the initializer", "w", "train", "w"), told, HAS_VALUE, strict=True):
        truth = one.item() if isinstance(one, (np.ndarray, np.generic)) and one.size == 1 else one
        if not isinstance(truth, (bool, int, float)) or truth not in (0, 1):
            raise Failure(f"for the run of {name}, {of} says {describe(one)}, but should say True or False", told)
        if bool(truth) is not right:
            raise Failure(f"for the run of {name}, {of} says {bool(truth)}, which is not right", told)
    assert_near(w_list, four_of(*args)[1], of=f"w of {of}", scale=scale_of(args[0], args[1], args[2]), visible=visible)


@check("four_runs", points=1, **TENSORFLOW)
def four_runs_by_hand(student):
    """four_runs([1], [1], 4, 0.1) goes from w = 4 to w = 3.4, and two of its runs bring back a value"""
    check_four(student, ([1], [1], 4.0, 0.1), visible=True)


@check("four_runs", points=1, **TENSORFLOW)
def four_runs_of_any_sample(student, draw):
    """four_runs is right for another sample, start and learning rate"""
    check_four(student, one_sample(draw))


@wrong("four_runs", "The second w is that before the step: run w again after train.")
def four_runs_without_reading_again(x, y, w0, lr):
    return HAS_VALUE, np.array([w0, w0])


@wrong("four_runs", "Running train brings back nothing; its effect is seen when w is read afterwards.")
def four_runs_with_a_value_of_train(x, y, w0, lr):
    return four_of(x, y, w0, lr, [False, True, True, True])


@wrong("four_runs", "Running the initializer brings back nothing; w has its value from then on.")
def four_runs_with_a_value_of_the_initializer(x, y, w0, lr):
    return four_of(x, y, w0, lr, [True, True, False, True])


@wrong("four_runs", "True is for a run that brings back a value, False for one that brings back None.")
def four_runs_turned_round(x, y, w0, lr):
    return four_of(x, y, w0, lr, [True, False, True, False])


@wrong("four_runs", "The learning rate is typed in as 0.01; use the argument lr.")
def four_runs_with_fixed_rate(x, y, w0, lr):
    return four_of(x, y, w0, 0.01)


@wrong("four_runs", "The step goes up the error: minimize E, not -E.")
def four_runs_uphill(x, y, w0, lr):
    return four_of(x, y, w0, -lr)


@wrong("four_runs", "x is missing in the error: it is (w x - y)^2.")
def four_runs_without_x(x, y, w0, lr):
    return four_of([1.0], y, w0, lr)


@wrong("four_runs", "The error is not squared.")
def four_runs_without_square(x, y, w0, lr):
    return HAS_VALUE, np.array([w0, w0 - lr * x[0]])


@wrong("four_runs", "train is run twice; one run is one step.")
def four_runs_with_two_steps(x, y, w0, lr):
    return HAS_VALUE, fit(x, y, w0, 0.0, lr, 2, tune_b=False)[0][::2]


@wrong("four_runs", "The start is typed in as 4; use the argument w0.")
def four_runs_from_4(x, y, w0, lr):
    return four_of(x, y, 4.0, lr)


# --- train_01 ---------------------------------------------------------------------------------------------------------


def program_01(x, y, w0, lr, iterations, query, **changes):
    w, _, cost = fit(x, y, w0, 0.0, lr, iterations, tune_b=False, **changes)
    return w[:-1], cost[:-1], w[-1] * np.array(query)


def check_01(student, args, visible=False):
    x, y, _, _, iterations, query = args
    of = f"train_01(…, iterations={iterations}, …)"
    w_list, err_list, answers = as_parts(student.train_01(*args), 3, of=of)
    w, errors, expected = program_01(*args)
    scale = scale_of(x, y, w)
    assert_near(w_list, w, of=f"w_list of {of}", scale=scale, visible=visible)
    assert_costs(err_list, errors, of=f"err_list of {of}", scale=scale, visible=visible)
    assert_near(answers, expected, of=f"the answers of {of}", scale=scale * max(1.0, largest(query)), visible=visible)


@check("train_01", points=2, **TENSORFLOW)
def program_of_the_deck(student):
    """train_01 makes the 101 iterations of the text from w = 4, and tells the pay of 3, 4, 6 and 9 hours"""
    check_01(student, ([1], [1], 4.0, 0.1, 101, [3, 4, 6, 9]), visible=True)


@check("train_01", points=2, **TENSORFLOW)
def program_of_any_sample(student, draw):
    """train_01 is right at every step for another sample, start and learning rate, and answers other questions"""
    for iterations in draw.sizes(2, low=4, high=9):
        x, y, w0, lr = one_sample(draw)
        query = draw.uniform(draw.integer(2, 5), low=1, high=9).tolist()
        check_01(student, (x, y, w0, lr, iterations, query))
    x, y = [draw.number(0.4, 0.5)], [draw.number(1.5, 3)]
    check_01(student, (x, y, draw.number(-3, -1), draw.number(1.1, 1.6), 3, [2.0]))


@check("train_01", points=1, **TENSORFLOW)
def program_as_known(student):
    """train_01 gives what TensorFlow gave before, at every step"""
    given, outputs = (known["deck"][part] for part in ("inputs", "outputs"))
    args = given["x"], given["y"], given["w0"], given["lr"], given["steps"], [1.0]
    w_list, err_list, _ = as_parts(student.train_01(*args), 3, of="train_01(…)")
    assert_near(w_list, outputs["w"], of="w_list of train_01(…)", scale=5.0)
    assert_costs(err_list, outputs["cost"], of="err_list of train_01(…)", scale=5.0)


@wrong("train_01", "w and E are read after the update; read them before sess.run(train).")
def program_reads_after(x, y, w0, lr, iterations, query):
    w, _, cost = fit(x, y, w0, 0.0, lr, iterations, tune_b=False)
    return w[1:], cost[1:], w[-1] * np.array(query)


@wrong("train_01", "E is read after the update, w before it; read both before.")
def program_reads_error_after(x, y, w0, lr, iterations, query):
    w, _, cost = fit(x, y, w0, 0.0, lr, iterations, tune_b=False)
    return w[:-1], cost[1:], w[-1] * np.array(query)


@wrong("train_01", "w never changes: the loop has to run train, sess.run(train).")
def program_without_training(x, y, w0, lr, iterations, query):
    return program_01(x, y, w0, lr, iterations, query, tune_w=False)


@wrong("train_01", "The learning rate is typed in as 0.01; use the argument lr.")
def program_with_fixed_rate(x, y, w0, lr, iterations, query):
    return program_01(x, y, w0, 0.01, iterations, query)


@wrong("train_01", "The cost is halved: E is (h - y) ** 2 without a factor 1/2.")
def program_with_half(x, y, w0, lr, iterations, query):
    w, errors, answers = program_01(x, y, w0, lr, iterations, query, times=0.5)
    return w, errors / 2, answers


@wrong("train_01", "The square is missing: E is (h - y) ** 2.")
def program_without_square(x, y, w0, lr, iterations, query):
    w = w0 - lr * x[0] * np.arange(iterations + 1)
    return w[:-1], w[:-1] * x[0] - y[0], w[-1] * np.array(query)


@wrong("train_01", "The error grows: minimize E, not -E.")
def program_uphill(x, y, w0, lr, iterations, query):
    return program_01(x, y, w0, lr, iterations, query, times=-1.0)


@wrong("train_01", "The answers come from w before the training; compute them after the loop.")
def program_answers_untrained(x, y, w0, lr, iterations, query):
    return *program_01(x, y, w0, lr, iterations, query)[:2], w0 * np.array(query)


@wrong(
    "train_01", "The answers come from the last entry of w_list, which is from before the last update; run w * query."
)
def program_answers_one_step_behind(x, y, w0, lr, iterations, query):
    w, errors, _ = program_01(x, y, w0, lr, iterations, query)
    return w, errors, w[-1] * np.array(query)


@wrong("train_01", "The answers are h, which still has the x that it was built with; run w * query.")
def program_answers_h(x, y, w0, lr, iterations, query):
    w, _, cost = fit(x, y, w0, 0.0, lr, iterations, tune_b=False)
    return w[:-1], cost[:-1], w[-1] * np.array(x)


@wrong("train_01", "The loop makes one iteration too few: range(iterations) is right.")
def program_one_iteration_short(x, y, w0, lr, iterations, query):
    return program_01(x, y, w0, lr, iterations - 1, query)


@wrong("train_01", "train is run twice in each iteration; run it once.")
def program_trains_twice(x, y, w0, lr, iterations, query):
    w, _, cost = fit(x, y, w0, 0.0, lr, 2 * iterations, tune_b=False)
    return w[:-1:2], cost[:-1:2], w[-1] * np.array(query)


@wrong("train_01", "x is missing in the hypothesis: h is w * x.")
def program_without_x(x, y, w0, lr, iterations, query):
    return program_01([1.0], y, w0, lr, iterations, query)


# --- figures: judged by what is drawn in them ------------------------------------------------------------------------


SWAPPED = "the labels are swapped"


def check_curve(curves, xs, ys, name):
    """Raise Failure unless one of the curves goes through exactly the points (xs, ys), in any order."""
    curves = with_points(curves)
    assert_drawn(curves, of=name)
    with np.errstate(all="ignore"):
        for curve in curves:
            order, right_order = np.argsort(curve.x, kind="stable"), np.argsort(xs, kind="stable")
            if curve.x.size == xs.size and all(
                (np.abs(found[order] - right[right_order]) <= 1e-5 * np.abs(right).max()).all()
                for found, right in ((curve.x, xs), (curve.y, ys))
            ):
                assert_no_other(curves, [curve], of=name)
                return
    found_x, found_y = max(curves, key=lambda curve: curve.x.size)[:2]
    raise Failure(
        f"the curve with {found_x.size} points from ({found_x[0]:.4g}, {found_y[0]:.4g}) to "
        f"({found_x[-1]:.4g}, {found_y[-1]:.4g}) is not the right one"
    )


@check("plot_errors", points=1)
def errors_are_drawn(student, draw):
    """the curve shows every error over its epoch, which counts from 0"""
    for errors in (9 * 0.64 ** np.arange(101), draw.uniform(draw.integer(5, 9), low=1, high=8)):
        curves = drawn(student, "plot_errors", errors).curves
        check_curve(curves, np.arange(len(errors)), errors, "plot_errors")


@check("plot_errors", points=1)
def errors_have_labels(student):
    """both axes of the error curve have a label"""
    labels, _ = drawn(student, "plot_errors", 9 * 0.64 ** np.arange(101))
    assert_labels(labels)
    assert_not_swapped(labels, "epoch", "squared error", swapped=SWAPPED)


def errors_figure(err_list, start=0, xlabel="Epoch", ylabel="Squared Error", made=None):
    ys = err_list if made is None else made
    return figure_of((np.arange(start, start + len(ys)), ys), labels=(xlabel, ylabel))


@wrong("plot_errors", "The epochs count from 1; they count from 0, as plt.plot does by itself.")
def errors_from_one(err_list):
    return errors_figure(err_list, start=1)


@wrong("plot_errors", "The errors and the epochs are swapped: the errors belong on the vertical axis.")
def errors_turned(err_list):
    return figure_of((err_list, np.arange(len(err_list))), labels=("Epoch", "Squared Error"))


@wrong("plot_errors", "The curve of the text is drawn, whatever the argument is; draw err_list.")
def errors_of_the_deck(err_list):
    return errors_figure(err_list, made=9 * 0.64 ** np.arange(101))


@wrong("plot_errors", "The errors are squared once more; err_list already holds squared errors.")
def errors_squared_again(err_list):
    return errors_figure(err_list, made=err_list**2)


@wrong("plot_errors", "The sizes are drawn beside the squared errors; draw err_list only.")
def errors_beside_their_roots(err_list):
    epochs = np.arange(len(err_list))
    return figure_of((epochs, err_list), (epochs, np.sqrt(err_list)), labels=("Epoch", "Squared Error"))


@wrong("plot_errors", "The first error is missing; draw the whole list.")
def errors_without_first(err_list):
    return errors_figure(err_list, start=1, made=err_list[1:])


@wrong("plot_errors", "Both axes are without a label: add plt.xlabel and plt.ylabel.")
def errors_without_labels(err_list):
    return errors_figure(err_list, xlabel="", ylabel="")


@wrong("plot_errors", "The vertical axis is without a label: add plt.ylabel.")
def errors_without_ylabel(err_list):
    return errors_figure(err_list, ylabel="")


@wrong("plot_errors", "The labels are swapped: the horizontal axis shows the epochs.")
def errors_with_swapped_labels(err_list):
    return errors_figure(err_list, xlabel="Squared Error", ylabel="Epoch")


# --- after_rebinding, names -------------------------------------------------------------------------------------------


def after_rebinding_right(student):
    pair = as_parts(student.after_rebinding, 2, of="after_rebinding")
    for which, found, expected in zip(("first", "second"), pair, (2, 1), strict=True):
        if as_row(found, 1, of=f"the {which} number")[0] != expected:
            raise Failure(f"the {which} number is {describe(found)}, which is not right", found)


after_rebinding = values(
    "after_rebinding",
    points=1,
    sentence="after_rebinding has what the two lines print",
    is_right=after_rebinding_right,
    wrongs={
        "both-new": ((2, 2), "h was built with x = [1], and that number is in the graph; the new x does not reach it."),
        "both-old": ((1, 1), "The line x * w is written with the new x, so it makes a node with 2."),
        "swapped": ((1, 2), "It is the other way round: x * w is new, h is old."),
        "twice": ((4, 2), "w is about 1 after the training: x * w is 2 * 1."),
        "second-is-start": ((2, 4), "h uses the trained w, about 1, not the start value."),
    },
)

NAMES = {
    "x": ("x_data", "list"),
    "y": ("y_data", "list"),
    "w": ("w", "tensor"),
    "h": ("hypo", "tensor"),
    "E": ("cost", "tensor"),
    "train": ("train", "operation"),
}


def same_pair(found, expected):
    return isinstance(found, (tuple, list)) and len(found) == 2 and all(map(same_word, found, expected))


names = entries(
    "names",
    points=2,
    sentence="names has the new name of each, and whether it is a list, a tensor or an operation",
    right=NAMES,
    same=same_pair,
    wrongs={
        "data-are-tensors": (
            {"y": ("y_data", "tensor")},
            "y = [1] is an ordinary Python list; only in h - y its number gets into the graph.",
        ),
        "w-is-a-list": ({"w": ("w", "list")}, "w is a tf.Variable, which holds a tensor; the brackets give its shape."),
        "h-is-a-list": ({"h": ("hypo", "list")}, "h = w * x has the tensor w in it, so it is a tensor."),
        "h-is-an-operation": (
            {"h": ("hypo", "operation")},
            "sess.run(h) brings a value back: h is the result of an operation, a tensor.",
        ),
        "E-is-an-operation": (
            {"E": ("cost", "operation")},
            "sess.run(E) brings a value back: E is made of tensors and is one.",
        ),
        "train-is-a-tensor": (
            {"train": ("train", "tensor")},
            "sess.run(train) brings no value back; it carries something out.",
        ),
        "h-and-E-swapped": (
            {"h": ("cost", "tensor"), "E": ("hypo", "tensor")},
            "The hypothesis is h, and the cost is the error E.",
        ),
        "old-names": (
            {"y": ("y", "list"), "h": ("h", "tensor"), "E": ("E", "tensor")},
            "These are the old names; the section tells the new ones.",
        ),
        "w-renamed": ({"w": ("w_data", "tensor")}, "w keeps its name."),
    },
)


# --- train_placeholder ------------------------------------------------------------------------------------------------


def placeholders(x_data, y_data, w0, lr, iterations, query, **changes):
    w = fit(x_data, y_data, w0, 0.0, lr, iterations, tune_b=False, **changes)[0][-1]
    return w, w * np.array(query)


def check_placeholder(student, args, visible=False):
    of = f"train_placeholder(…, iterations={args[4]}, …)"
    w, answers = as_parts(student.train_placeholder(*args), 2, of=of)
    expected, expected_answers = placeholders(*args)
    scale = scale_of(args[0], args[1], max(abs(args[2]), abs(expected)))
    assert_near(w, expected, of=f"w of {of}", scale=scale, visible=visible)
    assert_near(answers, expected_answers, of=f"the answers of {of}", scale=scale * largest(args[5]), visible=visible)


@check("train_placeholder", points=1, **TENSORFLOW)
def placeholder_of_the_deck(student):
    """train_placeholder makes the 1001 steps of the text, and answers for 3, 5, 7, 8 and 10"""
    check_placeholder(student, ([1], [1], 4.0, 0.01, 1001, [3, 5, 7, 8, 10]), visible=True)


@check("train_placeholder", points=2, **TENSORFLOW)
def placeholder_of_any_sample(student, draw):
    """train_placeholder is right for another sample, start, learning rate and number of steps"""
    for iterations in draw.sizes(3, low=2, high=7):
        x, y, w0, lr = one_sample(draw)
        query = draw.uniform(draw.integer(2, 5), low=1.5, high=9).tolist()
        check_placeholder(student, (x, y, w0, lr, iterations, query))


@wrong("train_placeholder", "The start and the answers are from before the training; run train in the loop.")
def placeholder_untrained(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, w0, lr, 0, query)


@wrong("train_placeholder", "The answers are for x_data; feed query to the placeholder: {X: query}.")
def placeholder_answers_data(x_data, y_data, w0, lr, iterations, query):
    w = placeholders(x_data, y_data, w0, lr, iterations, query)[0]
    return w, w * np.array(x_data)


@wrong("train_placeholder", "The learning rate is typed in as 0.01; use the argument lr.")
def placeholder_with_fixed_rate(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, w0, 0.01, iterations, query)


@wrong("train_placeholder", "Only one step is made; the loop makes `iterations` of them.")
def placeholder_one_step(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, w0, lr, 1, query)


@wrong("train_placeholder", "x_data and y_data are swapped in feed_dict.")
def placeholder_fed_swapped(x_data, y_data, w0, lr, iterations, query):
    return placeholders(y_data, x_data, w0, lr, iterations, query)


@wrong("train_placeholder", "The cost is halved: it is (hypo - Y) ** 2 without a factor 1/2.")
def placeholder_with_half(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, w0, lr, iterations, query, times=0.5)


@wrong("train_placeholder", "The square is missing: the cost is (hypo - Y) ** 2.")
def placeholder_without_square(x_data, y_data, w0, lr, iterations, query):
    w = w0 - lr * iterations * x_data[0]
    return w, w * np.array(query)


@wrong("train_placeholder", "The two values are swapped: return w first, then the answers.")
def placeholder_swapped(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, w0, lr, iterations, query)[::-1]


@wrong("train_placeholder", "The start of w is typed in as 4; use the argument w0.")
def placeholder_from_four(x_data, y_data, w0, lr, iterations, query):
    return placeholders(x_data, y_data, 4.0, lr, iterations, query)


# --- plot_cost --------------------------------------------------------------------------------------------------------


def cost_of(x_data, y_data, w_values):
    return (w_values * x_data[0] - y_data[0]) ** 2


@check("plot_cost", points=2, **TENSORFLOW)
def cost_is_drawn(student, draw):
    """the curve shows the cost over w, for the program of the text and for another sample"""
    drawn_w = draw.normal(draw.integer(6, 9), scale=2)
    for x, y, w in (([1], [1], 0.1 * np.arange(-30, 50)), ([draw.number(1.5, 3)], [draw.number(2, 4)], drawn_w)):
        curves = drawn(student, "plot_cost", x, y, w).curves
        check_curve(curves, w, cost_of(x, y, w), "plot_cost")


@check("plot_cost", points=1, library="tensorflow")
def cost_has_labels(student):
    """both axes of the cost curve have a label"""
    labels, _ = drawn(student, "plot_cost", [1], [1], 0.1 * np.arange(-30, 50))
    assert_labels(labels)
    assert_not_swapped(labels, "w", "cost", swapped=SWAPPED)


def cost_figure(w_values, costs, xlabel="w", ylabel="cost"):
    return figure_of((w_values, costs), labels=(xlabel, ylabel))


@wrong("plot_cost", "Another curve is drawn beside the cost; draw the cost only.")
def cost_beside_the_size(x_data, y_data, w_values):
    cost = cost_of(x_data, y_data, w_values)
    return figure_of((w_values, cost), (w_values, np.sqrt(cost)), labels=("w", "cost"))


@wrong("plot_cost", "The square is missing: the cost is (hypo - y_data) ** 2.")
def cost_without_square(x_data, y_data, w_values):
    return cost_figure(w_values, w_values * x_data[0] - y_data[0])


@wrong("plot_cost", "This is the size of the difference; the cost is its square.")
def cost_as_size(x_data, y_data, w_values):
    return cost_figure(w_values, np.abs(w_values * x_data[0] - y_data[0]))


@wrong("plot_cost", "The curve is always that of x = y = 1; use x_data and y_data.")
def cost_of_the_deck(x_data, y_data, w_values):
    return cost_figure(w_values, (w_values - 1) ** 2)


@wrong("plot_cost", "y_data is missing: the cost is (hypo - y_data) ** 2.")
def cost_without_target(x_data, y_data, w_values):
    return cost_figure(w_values, (w_values * x_data[0]) ** 2)


@wrong("plot_cost", "The costs are drawn over their positions 0, 1, 2; give w_values to the call that draws.")
def cost_over_positions(x_data, y_data, w_values):
    return cost_figure(np.arange(len(w_values)), cost_of(x_data, y_data, w_values))


@wrong("plot_cost", "w and the cost are swapped in the call that draws: w comes first.")
def cost_turned(x_data, y_data, w_values):
    return cost_figure(cost_of(x_data, y_data, w_values), w_values)


@wrong("plot_cost", "The costs are halved: there is no factor 1/2.")
def cost_halved(x_data, y_data, w_values):
    return cost_figure(w_values, cost_of(x_data, y_data, w_values) / 2)


@wrong("plot_cost", "Both axes are without a label: add plt.xlabel and plt.ylabel.")
def cost_without_labels(x_data, y_data, w_values):
    return cost_figure(w_values, cost_of(x_data, y_data, w_values), "", "")


@wrong("plot_cost", "The labels are swapped: the horizontal axis shows w.")
def cost_with_swapped_labels(x_data, y_data, w_values):
    return cost_figure(w_values, cost_of(x_data, y_data, w_values), "cost", "w")


# --- train_bias -------------------------------------------------------------------------------------------------------


def with_bias(x_data, y_data, w0, b0, lr, iterations, **changes):
    w, b, _ = fit(x_data, y_data, w0, b0, lr, iterations, **changes)
    return w[1:], b[1:]


def check_bias(student, args, visible=False):
    of = f"train_bias(…, iterations={args[5]})"
    found = as_parts(student.train_bias(*args), 2, of=of)
    expected = with_bias(*args)
    scale = scale_of(args[0], args[1], np.append(expected[0], args[2]), np.append(expected[1], args[3]))
    for name, one, other in zip(("w", "b"), found, expected, strict=True):
        assert_near(one, other, of=f"the trace of {name} of {of}", scale=scale, visible=visible)


@check("train_bias", points=1, **TENSORFLOW)
def bias_of_the_deck(student):
    """train_bias makes the 1001 updates of the text from w = 4 and b = 2"""
    check_bias(student, ([1], [1], 4.0, 2.0, 0.01, 1001), visible=True)


@check("train_bias", points=2, **TENSORFLOW)
def bias_of_any_sample(student, draw):
    """train_bias is right after every update for another sample, other starts and another learning rate"""
    for iterations in draw.sizes(2, low=3, high=8):
        x, y, w0, lr = one_sample(draw)
        check_bias(student, (x, y, w0, draw.number(0.5, 1.5), lr / 2, iterations))
    x, y = [draw.number(0.4, 0.5)], [draw.number(1.5, 3)]
    check_bias(student, (x, y, draw.number(-3, -1), draw.number(0.5, 1.5), draw.number(1.1, 1.6), 1))


@wrong("train_bias", "b is never updated: it has to be a variable, and part of the hypothesis.")
def bias_fixed(x_data, y_data, w0, b0, lr, iterations):
    return with_bias(x_data, y_data, w0, b0, lr, iterations, tune_b=False)


@wrong("train_bias", "b is missing in the hypothesis, so it never changes and w learns without it.")
def bias_missing(x_data, y_data, w0, b0, lr, iterations):
    w, _ = with_bias(x_data, y_data, w0, 0.0, lr, iterations, tune_b=False)
    return w, np.full(iterations, b0)


@wrong("train_bias", "w is never updated: both w and b are variables.")
def bias_alone(x_data, y_data, w0, b0, lr, iterations):
    return with_bias(x_data, y_data, w0, b0, lr, iterations, tune_w=False)


@wrong("train_bias", "b is subtracted in the hypothesis; it has to be added.")
def bias_subtracted(x_data, y_data, w0, b0, lr, iterations):
    w, b = with_bias(x_data, y_data, w0, -b0, lr, iterations)
    return w, -b


@wrong("train_bias", "x_data multiplies b too: the hypothesis is w * x_data + b.")
def bias_times_x(x_data, y_data, w0, b0, lr, iterations):
    total = fit(x_data, y_data, w0 + b0, 0.0, 2 * lr, iterations, tune_b=False)[0][1:]
    return (total + w0 - b0) / 2, (total - w0 + b0) / 2


@wrong("train_bias", "w and b are read before each update; read them after sess.run(train).")
def bias_read_before(x_data, y_data, w0, b0, lr, iterations):
    w, b, _ = fit(x_data, y_data, w0, b0, lr, iterations)
    return w[:-1], b[:-1]


@wrong("train_bias", "The two traces are swapped: return that of w first.")
def bias_swapped(x_data, y_data, w0, b0, lr, iterations):
    return with_bias(x_data, y_data, w0, b0, lr, iterations)[::-1]


@wrong("train_bias", "The learning rate is typed in as 0.01; use the argument lr.")
def bias_with_fixed_rate(x_data, y_data, w0, b0, lr, iterations):
    return with_bias(x_data, y_data, w0, b0, 0.01, iterations)


@wrong("train_bias", "The cost is halved: it is (hypo - y_data) ** 2 without a factor 1/2.")
def bias_with_half(x_data, y_data, w0, b0, lr, iterations):
    return with_bias(x_data, y_data, w0, b0, lr, iterations, times=0.5)


# --- train_mean -------------------------------------------------------------------------------------------------------


def with_mean(x_data, y_data, w0, lr, iterations, **changes):
    w, _, cost = fit(x_data, y_data, w0, 0.0, lr, iterations, tune_b=False, **changes)
    return w[:-1], cost[:-1]


def check_mean(student, args, visible=False):
    of = f"train_mean(…, iterations={args[4]})"
    w_list, cost_list = as_parts(student.train_mean(*args), 2, of=of)
    w, cost = with_mean(*args)
    scale = scale_of(args[0], args[1], w)
    assert_near(w_list, w, of=f"the trace of w of {of}", scale=scale, visible=visible)
    assert_costs(cost_list, cost, of=f"the trace of the cost of {of}", scale=scale, visible=visible)


@check("train_mean", points=1, **TENSORFLOW)
def mean_of_the_deck(student):
    """train_mean is right at every step for the two samples of the text"""
    check_mean(student, ([1, 2], [1, 2], 4.0, 0.01, 20), visible=True)


@check("train_mean", points=2, **TENSORFLOW)
def mean_of_any_samples(student, draw):
    """train_mean is right at every step for any number of samples, another start and another learning rate"""
    # So few steps that who learns from the sum, and runs away, still has numbers in float32.
    for count, iterations in zip(draw.sizes(2, low=3, high=8), draw.sizes(2, high=5), strict=True):
        x, y = many_samples(draw, count)
        check_mean(student, (x.tolist(), y.tolist(), draw.number(1.5, 3), draw.number(0.1, 0.3), iterations))
    w0 = draw.number(1.5, 3)
    near = (w0 * np.asarray(x) + 0.1).tolist()  # an error of 0.01 is no end
    check_mean(student, (x.tolist(), near, w0, draw.number(0.1, 0.3), 3))
    check_mean(student, ((0.4 * x).tolist(), y.tolist(), w0, draw.number(1.1, 1.6), 2))


@wrong("train_mean", "The cost is the sum of the squares; it has to be their mean, tf.reduce_mean.")
def mean_as_sum(x_data, y_data, w0, lr, iterations):
    w, cost = with_mean(x_data, y_data, w0, lr, iterations, times=len(x_data))
    return w, cost * len(x_data)


@wrong("train_mean", "w learns from the sum of the squares, and only the cost that is shown is the mean.")
def mean_trained_by_sum(x_data, y_data, w0, lr, iterations):
    return with_mean(x_data, y_data, w0, lr, iterations, times=len(x_data))


@wrong("train_mean", "The cost is half the mean; there is no factor 1/2.")
def mean_halved(x_data, y_data, w0, lr, iterations):
    w, cost = with_mean(x_data, y_data, w0, lr, iterations, times=0.5)
    return w, cost / 2


@wrong("train_mean", "The mean is taken first and then squared; square each difference, then take the mean.")
def mean_before_square(x_data, y_data, w0, lr, iterations):
    return with_mean([np.mean(x_data)], [np.mean(y_data)], w0, lr, iterations)


@wrong("train_mean", "Only the first sample is used; the mean is over all.")
def mean_of_first_sample(x_data, y_data, w0, lr, iterations):
    return with_mean(x_data[:1], y_data[:1], w0, lr, iterations)


@wrong("train_mean", "w and the cost are read after each update; read them before sess.run(train).")
def mean_read_after(x_data, y_data, w0, lr, iterations):
    w, _, cost = fit(x_data, y_data, w0, 0.0, lr, iterations, tune_b=False)
    return w[1:], cost[1:]


@wrong("train_mean", "The learning rate is typed in as 0.01; use the argument lr.")
def mean_with_fixed_rate(x_data, y_data, w0, lr, iterations):
    return with_mean(x_data, y_data, w0, 0.01, iterations)


@wrong("train_mean", "w never changes: the loop has to run train, sess.run(train).")
def mean_untrained(x_data, y_data, w0, lr, iterations):
    return with_mean(x_data, y_data, w0, lr, iterations, tune_w=False)


# --- train_matmul -----------------------------------------------------------------------------------------------------


def with_matmul(X, y, w0, b0, lr, iterations, query, *, times=1.0, tune_b=True, bias=True):
    """w, b and the answers; without `bias` the hypothesis has none, and b stays."""
    X, y, w, b = X.astype(float), y.astype(float), w0.astype(float), b0
    for _ in range(iterations):
        d = X @ w + bias * b - y  # (samples, 1)
        w = w - lr * times * 2 * X.T @ d / len(X)
        b = b - lr * times * 2 * d.mean() * tune_b * bias
    return w, b, query.astype(float) @ w + b


def check_matmul(student, args, expected=None, visible=False):
    of = f"train_matmul(…, iterations={args[5]}, …)"
    w, b, answers = as_parts(student.train_matmul(*args), 3, of=of)
    expected = expected or with_matmul(*args)
    scale = max(1.0, largest(args[0], args[6])) * (
        largest(args[2], expected[0]) * len(args[2]) + largest(args[3], expected[1])
    )
    scale += largest(args[1])
    assert_near(w, expected[0], of=f"w of {of}", scale=scale, visible=visible)
    assert_near(b, expected[1], of=f"b of {of}", scale=scale, visible=visible)
    assert_near(answers, expected[2], of=f"the answers of {of}", scale=scale, visible=visible)


@check("train_matmul", points=1, **TENSORFLOW)
def matmul_of_two_inputs(student):
    """train_matmul is right for the four samples with two inputs, after 10 steps"""
    X = np.repeat(np.arange(1, 5), 2).reshape(4, 2).astype(np.float32)
    args = X, X[:, :1].copy(), np.array([[3], [1]], dtype=np.float32), 0.5, 0.01, 10, X[:3].copy()
    check_matmul(student, args, visible=True)


@check("train_matmul", points=2, **TENSORFLOW)
def matmul_of_any_samples(student, draw):
    """train_matmul is right for any number of samples and inputs, other starts and another learning rate"""
    for iterations in draw.sizes(2, low=2, high=5):
        samples, inputs, queries = draw.sizes(3, low=3, high=7)
        shapes = (samples, inputs), (samples, 1), (inputs, 1), (queries, inputs)
        X, y, w0, query = (draw.normal(*shape).astype(np.float32) for shape in shapes)
        check_matmul(student, (X, y, w0, draw.number(0.5, 1.5), draw.number(0.05, 0.15), iterations, query))


@check("train_matmul", points=1, **TENSORFLOW)
def matmul_as_known(student):
    """train_matmul arrives where TensorFlow arrived before"""
    given, outputs = (known["matmul"][part] for part in ("inputs", "outputs"))
    X, y, w0, query = (np.array(given[name], dtype=np.float32) for name in ("X", "y", "w0", "query"))
    args = X, y, w0, given["b0"], given["lr"], given["steps"], query
    check_matmul(student, args, tuple(np.array(outputs[name]) for name in ("w", "b", "answers")))


@wrong("train_matmul", "b is used, but never updated: make it a tf.Variable.")
def matmul_bias_fixed(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, iterations, query, tune_b=False)


@wrong("train_matmul", "b is missing in the hypothesis that is trained, and untrained in the answers.")
def matmul_bias_untrained(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, iterations, query, bias=False)


@wrong("train_matmul", "b is missing in the answers: they are tf.matmul(query, w) + b.")
def matmul_answers_without_bias(X, y, w0, b0, lr, iterations, query):
    w, b, answers = with_matmul(X, y, w0, b0, lr, iterations, query)
    return w, b, answers - b


@wrong("train_matmul", "The cost is the sum of the squares; it has to be their mean.")
def matmul_as_sum(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, iterations, query, times=len(X))


@wrong("train_matmul", "The cost is half the mean; there is no factor 1/2.")
def matmul_halved(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, iterations, query, times=0.5)


@wrong("train_matmul", "Nothing is trained: run train in the loop.")
def matmul_untrained(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, 0, query)


@wrong("train_matmul", "One step is made; the loop makes `iterations` of them.")
def matmul_one_step(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, 1, query)


@wrong("train_matmul", "The answers are those for X; they have to be for query.")
def matmul_answers_data(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, lr, iterations, X)


@wrong("train_matmul", "The learning rate is typed in as 0.1; use the argument lr.")
def matmul_with_fixed_rate(X, y, w0, b0, lr, iterations, query):
    return with_matmul(X, y, w0, b0, 0.1, iterations, query)


# --- repo_answers -----------------------------------------------------------------------------------------------------

REPO_ANSWERS = {"w of 04": 1.5, "b of 04": -0.5, "test of 04": 4.5, "test of 06": 4.5}


def same_number(found, expected):
    return isinstance(found, (int, float)) and not isinstance(found, bool) and abs(found - expected) <= 1e-6


def plain_number(found, expected):
    """A number from Python or from NumPy."""
    if isinstance(found, np.ndarray) and found.size == 1 and found.dtype.kind in "iuf":
        found = found.item()
    return same_number(found, expected)


repo_answers = entries(
    "repo_answers",
    points=2,
    sentence="repo_answers has what 04 learns, and what 04 and 06 print",
    right=REPO_ANSWERS,
    same=plain_number,
    wrongs={
        "w-takes-all": (
            {"w of 04": 1.0, "b of 04": 0.0, "test of 04": 3.0},
            "w - b is 2 at the start and stays 2; this pair has another difference.",
        ),
        "w-alone": (
            {"w of 04": -1.0, "b of 04": 2.0, "test of 04": -3.0},
            "b is trained as well: both change by the same amount in each step.",
        ),
        "swapped": (
            {"w of 04": -0.5, "b of 04": 1.5, "test of 04": -1.5},
            "w and b are swapped: w started 2 above b and stays so.",
        ),
        "untrained": (
            {"w of 04": 4.0, "b of 04": 2.0, "test of 04": 12.0},
            "These are the starts; at the end w + b is 1.",
        ),
        "test-with-bias": ({"test of 04": 4.0}, "The test of 04 is w * [3]; b is not in it."),
        "test-right-answer": ({"test of 04": 3.0}, "3 would be right, but w is 1.5, and the test prints w * 3."),
        "test-of-06-right-answer": ({"test of 06": 4.0}, "The test of 06 adds the untrained b = 0.5 to 4."),
        "test-of-06-bias-alone": ({"test of 06": 0.5}, "The trained product for the row (4, 4) is 4; b comes on top."),
    },
)


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_errors")
def errors_drawn(student):
    return figures("The error over the epochs", student, reference, "plot_errors", 9 * 0.64 ** np.arange(101))
