"""Hidden checks and known wrong answers of linear regression with TensorFlow graphs and sessions.

What TensorFlow returns is compared with NumPy written here, and with outputs that TensorFlow gave before. float32 stops
short of a minimum: a parameter is right up to rounding errors of the largest number that meets it, and a squared error
near 0 up to what such a change of its root makes.
"""

import importlib.metadata

import numpy as np

from autograder.checks import (
    ROUNDINGS,
    Failure,
    as_letters,
    as_numbers,
    as_parts,
    assert_close,
    assert_drawn,
    assert_labels,
    assert_not_swapped,
    check,
    describe,
    drawn,
    figure_of,
    figures,
    known_outputs,
    number,
    picture,
    reference_of,
    values,
    with_points,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

TENSORFLOW = {"library": "tensorflow"}


# --- what comes back --------------------------------------------------------------------------------------------------


def as_flat(value, of, count):
    """`count` numbers in a row, from an array or from a list of numbers and arrays with one number each."""
    if isinstance(value, (list, tuple)):
        flat = np.array([as_flat(each, of, 1)[0] for each in value])
    else:
        array = as_numbers(value, of=of)
        if sum(size != 1 for size in array.shape) > 1:
            raise Failure(f"{of} has shape {array.shape}, but should be {count} numbers in a row", array)
        flat = array.astype(float).reshape(-1)
    if flat.size != count:
        raise Failure(f"{of} has {flat.size} entries, but should have {count}", flat, name="wrong-length")
    return flat


def assert_near(found, expected, of, scale, visible=False):
    """Check numbers in a row, each up to rounding errors of `scale`, the largest number that meets them."""
    expected = np.ravel(expected).astype(float)
    found = as_flat(found, of, expected.size)
    assert_close(found, expected, of=of, conditioning=np.full(expected.shape, scale), visible=visible)


def assert_costs(found, expected, of, scale, visible=False):
    """Check squared errors, or means of them: the root of each is right up to rounding errors of `scale`."""
    expected = np.ravel(expected).astype(float)
    rounding = ROUNDINGS * np.finfo(np.float32).eps * scale
    conditioning = (2 * np.sqrt(expected) + rounding) * scale
    found = as_flat(found, of, expected.size)
    assert_close(found, expected, of=of, conditioning=conditioning, visible=visible)


def largest(*arrays):
    return max(float(np.abs(array).max()) for array in arrays)


def judge_entries(found, right, of, same):
    """Raise Failure unless a dict has the right names, and `same` finds each of its entries right."""
    if not isinstance(found, dict):
        raise Failure(f"{of} is {describe(found)}, but should be a dict", found, name="wrong-kind")
    if found.keys() != right.keys():
        raise Failure(f"the names in {of} have to stay as they are given", found, name="wrong-kind")
    for key, value in right.items():
        if not same(found[key], value):
            raise Failure(f"{of}[{key!r}] is {describe(found[key])}, which is not the right answer", found)


def same_word(found, expected):
    return isinstance(found, str) and found.strip().casefold() == expected.casefold()


def entries(blank, *, points, sentence, right, wrongs, same=same_word):
    """A question whose answer is a dict; `wrongs` has for each mistake the entries that differ, and why."""
    return values(
        blank,
        points=points,
        sentence=sentence,
        is_right=lambda student: judge_entries(getattr(student, blank), right, blank, same),
        wrongs={name: ({**right, **changed}, why) for name, (changed, why) in wrongs.items()},
    )


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


# --- setup, version ---------------------------------------------------------------------------------------------------


def setup_right(student):
    letters = as_letters(student.setup, "abcd", of="setup")
    if len(letters) != 2:
        raise Failure(f"setup has {len(letters)} letters, but should have two", letters)
    for question, found, letter in zip((1, 2), letters, "db", strict=True):
        if found != letter:
            raise Failure(f"the answer to question {question} is {found!r}, which is not right", letters)


setup = values(
    "setup",
    points=1,
    sentence="setup answers both questions",
    is_right=setup_right,
    wrongs={
        "push": (("a", "b"), "git push sends your changes to a repository; it copies nothing to your disk."),
        "pip": (("b", "b"), "pip installs a package; these are the programs of a course, and git copies them."),
        "import": (("c", "b"), "import loads a module that is already on your disk."),
        "replaced": (("d", "a"), "Nothing is installed: tf.__version__ is still that of TensorFlow 2."),
        "warnings": (("d", "c"), "It changes how operations are carried out, not what is printed."),
        "removed": (
            ("d", "d"),
            "tf.Session is found because of the import of tensorflow.compat.v1, with that line or not.",
        ),
        "swapped": (("b", "d"), "The two answers are swapped: question 1 first."),
    },
)


def installed_version():
    """The version of TensorFlow from the package's own record: TensorFlow is not imported here."""
    return importlib.metadata.version(importlib.metadata.packages_distributions()["tensorflow"][0])


@check("version", points=1, **TENSORFLOW)
def version_is_told(student):
    """version() is the version of the TensorFlow that is installed, a text"""
    found = student.version()
    if not isinstance(found, str) or found.strip() != installed_version():
        raise Failure(f"version() is {describe(found)}, which is not what tf.__version__ says", found)


@wrong(
    "version", "The version is typed in as 1.15; compat.v1 is only a style, and tf.__version__ tells what is installed."
)
def version_one():
    return "1.15.0"


@wrong("version", "The version is typed in as 2.0.0; ask TensorFlow with tf.__version__.")
def version_typed_in():
    return "2.0.0"


@wrong("version", "This is only the first part of the version; return the whole text.")
def version_major():
    return installed_version().split(".")[0]


@wrong("version", "This is a tuple of the parts; return the text as TensorFlow has it.")
def version_in_parts():
    return tuple(installed_version().split("."))


@wrong("version", "This is the version of NumPy.")
def version_of_numpy():
    return np.__version__


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

APART = 6  # standard errors: an honest sample is further away once in 10^9 times


def check_normal(sample, of, stddev):
    """Check mean, standard deviation and shape of a large normal sample."""
    count, z = sample.size, sample.astype(float).ravel() / stddev
    if abs(z.mean()) > APART / np.sqrt(count):
        raise Failure(f"the mean of {of} is {sample.mean():.4g}, which is too far from 0", sample)
    if abs(z.std() - 1) > APART / np.sqrt(2 * count):
        raise Failure(f"the standard deviation of {of} is {sample.std():.4g}, which is not the right one", sample)
    within = np.mean(np.abs(z) < 1)
    if abs(within - 0.6827) > APART * np.sqrt(0.2166 / count) or np.abs(z).max() < 2.5:
        raise Failure(f"the numbers of {of} are not normally distributed", sample)


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
        check_normal(found, "random_start(count)", 1.0)
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


# --- program_order, roles ---------------------------------------------------------------------------------------------

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

ROLES = {
    "train": "e",
    "sess": "b",
    "tf.global_variables_initializer()": "c",
    "sess.run(w)": "d",
    "sess.run(train)": "a",
}

roles = entries(
    "roles",
    points=2,
    sentence="roles has the right role for each name",
    right=ROLES,
    wrongs={
        "train-is-a-step": (
            {"train": "a", "sess.run(train)": "e"},
            "train alone changes nothing: it is an operation, and each sess.run(train) makes one step.",
        ),
        "sess-and-train": ({"train": "b", "sess": "e"}, "train and sess are swapped: the session runs, train is run."),
        "runs-swapped": (
            {"sess.run(w)": "a", "sess.run(train)": "d"},
            "The two runs are swapped: running a tensor brings its value, running train changes w.",
        ),
        "initializer-reads": (
            {"tf.global_variables_initializer()": "d", "sess.run(w)": "c"},
            "Reading w does not initialize it; the initializer is an operation of its own.",
        ),
        "session-initializes": (
            {"sess": "c", "tf.global_variables_initializer()": "b"},
            "A new session has no values for the variables; the initializer gives them.",
        ),
    },
)


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
    assert_near(w_list, w, f"w_list of {of}", scale, visible)
    assert_costs(err_list, errors, f"err_list of {of}", scale, visible)
    assert_near(answers, expected, f"the answers of {of}", scale * max(1.0, largest(query)), visible)


@check("train_01", points=2, **TENSORFLOW)
def program_of_the_deck(student):
    """train_01 makes the 101 iterations of the deck from w = 4, and tells the pay of 3, 4, 6 and 9 hours"""
    check_01(student, ([1], [1], 4.0, 0.1, 101, [3, 4, 6, 9]), visible=True)


@check("train_01", points=2, **TENSORFLOW)
def program_of_any_sample(student, draw):
    """train_01 is right at every step for another sample, start and learning rate, and answers other questions"""
    for iterations in draw.sizes(2, low=4, high=9):
        x, y, w0, lr = one_sample(draw)
        query = draw.uniform(draw.integer(2, 5), low=1, high=9).tolist()
        check_01(student, (x, y, w0, lr, iterations, query))


@check("train_01", points=1, **TENSORFLOW)
def program_as_known(student):
    """train_01 gives what TensorFlow gave before, at every step"""
    given, outputs = (known["deck"][part] for part in ("inputs", "outputs"))
    args = given["x"], given["y"], given["w0"], given["lr"], given["steps"], [1.0]
    w_list, err_list, _ = as_parts(student.train_01(*args), 3, of="train_01(…)")
    assert_near(w_list, outputs["w"], "w_list of train_01(…)", 5.0)
    assert_costs(err_list, outputs["cost"], "err_list of train_01(…)", 5.0)


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


@wrong("plot_errors", "The curve of the deck is drawn, whatever the argument is; draw err_list.")
def errors_of_the_deck(err_list):
    return errors_figure(err_list, made=9 * 0.64 ** np.arange(101))


@wrong("plot_errors", "The errors are squared once more; err_list already holds squared errors.")
def errors_squared_again(err_list):
    return errors_figure(err_list, made=err_list**2)


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
        if as_flat(found, f"the {which} number", 1)[0] != expected:
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
    assert_near(w, expected, f"w of {of}", scale, visible)
    assert_near(answers, expected_answers, f"the answers of {of}", scale * largest(args[5]), visible)


@check("train_placeholder", points=1, **TENSORFLOW)
def placeholder_of_the_deck(student):
    """train_placeholder makes the 1001 steps of the deck, and answers for 3, 5, 7, 8 and 10"""
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
    """the curve shows the cost over w, for the program of the deck and for another sample"""
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
        assert_near(one, other, f"the trace of {name} of {of}", scale, visible)


@check("train_bias", points=1, **TENSORFLOW)
def bias_of_the_deck(student):
    """train_bias makes the 1001 updates of the deck from w = 4 and b = 2"""
    check_bias(student, ([1], [1], 4.0, 2.0, 0.01, 1001), visible=True)


@check("train_bias", points=2, **TENSORFLOW)
def bias_of_any_sample(student, draw):
    """train_bias is right after every update for another sample, other starts and another learning rate"""
    for iterations in draw.sizes(2, low=3, high=8):
        x, y, w0, lr = one_sample(draw)
        check_bias(student, (x, y, w0, draw.number(0.5, 1.5), lr / 2, iterations))


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
    assert_near(w_list, w, f"the trace of w of {of}", scale, visible)
    assert_costs(cost_list, cost, f"the trace of the cost of {of}", scale, visible)


@check("train_mean", points=1, **TENSORFLOW)
def mean_of_the_deck(student):
    """train_mean is right at every step for the two samples of the deck"""
    check_mean(student, ([1, 2], [1, 2], 4.0, 0.01, 20), visible=True)


@check("train_mean", points=2, **TENSORFLOW)
def mean_of_any_samples(student, draw):
    """train_mean is right at every step for any number of samples, another start and another learning rate"""
    for count, iterations in zip(draw.sizes(2, low=3, high=8), draw.sizes(2), strict=True):
        x, y = many_samples(draw, count)
        check_mean(student, (x.tolist(), y.tolist(), draw.number(1.5, 3), draw.number(0.1, 0.3), iterations))


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
    assert_near(w, expected[0], f"w of {of}", scale, visible)
    assert_near(b, expected[1], f"b of {of}", scale, visible)
    assert_near(answers, expected[2], f"the answers of {of}", scale, visible)


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


# --- train_logged -----------------------------------------------------------------------------------------------------


def logged(x_data, y_data, w0, lr, iterations, every, *, look=None, **changes):
    """w and the cost after the updates of the i that `look` picks, by default those with i % every == 0."""
    w, _, cost = fit(x_data, y_data, w0, 0.0, lr, iterations, tune_b=False, **changes)
    i = np.arange(iterations)
    picked = i[i % every == 0] + 1 if look is None else look(i, every)
    return w[picked], cost[picked]


def check_logged(student, args, visible=False):
    of = f"train_logged(…, iterations={args[4]}, every={args[5]})"
    w_list, cost_list = as_parts(student.train_logged(*args), 2, of=of)
    w, cost = logged(*args)
    scale = scale_of(args[0], args[1], np.append(w, args[2]))
    assert_near(w_list, w, f"the trace of w of {of}", scale, visible)
    assert_costs(cost_list, cost, f"the trace of the cost of {of}", scale, visible)


@check("train_logged", points=1, **TENSORFLOW)
def log_of_the_repository(student):
    """train_logged gives the log of the repository's notebook"""
    check_logged(student, ([1], [1], 0.53458315, 0.01, 701, 100), visible=True)


@check("train_logged", points=2, **TENSORFLOW)
def log_of_any_sample(student, draw):
    """train_logged is right for another sample, start and learning rate, and for logs of other lengths"""
    for every, more in zip(draw.sizes(2, low=3, high=5), (0, 2), strict=True):
        x, y, w0, lr = one_sample(draw)
        check_logged(student, (x, y, w0, lr / 3, every * draw.integer(3, 4) + more, every))


@wrong("train_logged", "w and the cost are read before the update; update first.")
def log_before_update(x_data, y_data, w0, lr, iterations, every):
    return logged(x_data, y_data, w0, lr, iterations, every, look=lambda i, every: i[i % every == 0])


@wrong("train_logged", "Only w is read after the update; the cost is from before it.")
def log_cost_before_update(x_data, y_data, w0, lr, iterations, every):
    w, _ = logged(x_data, y_data, w0, lr, iterations, every)
    return w, log_before_update.answer(x_data, y_data, w0, lr, iterations, every)[1]


@wrong("train_logged", "The condition is (i + 1) % every == 0; it has to be i % every == 0, so i = 0 is logged too.")
def log_counts_from_one(x_data, y_data, w0, lr, iterations, every):
    look = lambda i, every: i[(i + 1) % every == 0] + 1  # noqa: E731
    return logged(x_data, y_data, w0, lr, iterations, every, look=look)


@wrong("train_logged", "Every step is logged; look only when i % every == 0.")
def log_every_step(x_data, y_data, w0, lr, iterations, every):
    return logged(x_data, y_data, w0, lr, iterations, every, look=lambda i, every: i + 1)


@wrong("train_logged", "The condition is always i % 100 == 0; use the argument every.")
def log_every_hundred(x_data, y_data, w0, lr, iterations, every):
    return logged(x_data, y_data, w0, lr, iterations, 100)


@wrong("train_logged", "The condition is reversed: i % every is true where there is a remainder.")
def log_where_a_remainder(x_data, y_data, w0, lr, iterations, every):
    return logged(x_data, y_data, w0, lr, iterations, every, look=lambda i, every: i[i % every != 0] + 1)


@wrong("train_logged", "The update is made only when i % every == 0; update in every step.")
def log_updates_rarely(x_data, y_data, w0, lr, iterations, every):
    count = -(-iterations // every)
    return logged(x_data, y_data, w0, lr, count, 1)


@wrong("train_logged", "The learning rate is typed in as 0.01; use the argument lr.")
def log_with_fixed_rate(x_data, y_data, w0, lr, iterations, every):
    return logged(x_data, y_data, w0, 0.01, iterations, every)


@wrong("train_logged", "The cost is halved: it is the square without a factor 1/2.")
def log_with_half(x_data, y_data, w0, lr, iterations, every):
    w, cost = logged(x_data, y_data, w0, lr, iterations, every, times=0.5)
    return w, cost / 2


# --- keras_fit --------------------------------------------------------------------------------------------------------


def keras_line(x, y, w0, b0, lr, epochs, query, **changes):
    w, b, _ = fit(x, y, w0, b0, lr, epochs, **changes)
    return w[-1] * query + b[-1]  # (queries, 1)


def check_keras(student, args, expected=None, visible=False):
    x, y, w0, b0, _, epochs, query = args
    of = f"keras_fit(…, epochs={epochs}, …)"
    expected = keras_line(*args) if expected is None else expected
    scale = max(1.0, largest(query), largest(x)) * (abs(w0) + abs(b0) + 1) + largest(y) + largest(expected)
    found = as_numbers(student.keras_fit(*args), of=of)
    assert_close(found, expected, of=of, conditioning=np.full(expected.shape, scale), visible=visible)


@check("keras_fit", points=1, **TENSORFLOW)
def keras_of_the_repository(student):
    """keras_fit makes the 30 epochs of the repository, and answers for 4, 5 and 6"""
    x = np.array([[1.0], [2.0], [3.0]])
    check_keras(student, (x, x, 2.0, 0.0, 0.03, 30, x + 3), visible=True)


@check("keras_fit", points=2, **TENSORFLOW)
def keras_of_any_samples(student, draw):
    """keras_fit is right for other samples, starts, learning rates and numbers of epochs"""
    count, queries, epochs = draw.sizes(3, low=2, high=6)
    x, y = many_samples(draw, count)
    args = x[:, None], y[:, None], draw.number(1.5, 3), draw.number(-1.5, -0.5), draw.number(0.1, 0.3), epochs
    check_keras(student, (*args, draw.normal(queries, 1)))


@check("keras_fit", points=1, **TENSORFLOW)
def keras_as_known(student):
    """keras_fit arrives where Keras arrived before"""
    given, outputs = (known["keras"][part] for part in ("inputs", "outputs"))
    x, y, query = (np.array(given[name]) for name in ("x", "y", "query"))
    args = x, y, given["w0"], given["b0"], given["lr"], given["epochs"], query
    check_keras(student, args, np.array(outputs["answers"]))


@wrong("keras_fit", "The bias is not trained or not there: Dense has one unless use_bias=False.")
def keras_without_bias(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, 0.0, lr, epochs, query, tune_b=False)


@wrong("keras_fit", "The learning rate is not passed on: SGD() alone takes 0.01.")
def keras_default_rate(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, b0, 0.01, epochs, query)


@wrong("keras_fit", "The model is trained for one epoch only: pass epochs on to fit.")
def keras_one_epoch(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, b0, lr, 1, query)


@wrong("keras_fit", "The model is not trained: these are the answers of its start.")
def keras_untrained(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, b0, lr, 0, query)


@wrong("keras_fit", "The bias starts at 0: set it with set_weights, together with the kernel.")
def keras_bias_not_set(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, 0.0, lr, epochs, query) if b0 else keras_line(x, y, w0, 0.5, lr, epochs, query)


@wrong("keras_fit", "The answers are those for x; they have to be for query.")
def keras_answers_data(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, b0, lr, epochs, x)


@wrong("keras_fit", "The answers have lost an axis: return them as predict does, (queries, 1).")
def keras_flattened(x, y, w0, b0, lr, epochs, query):
    return keras_line(x, y, w0, b0, lr, epochs, query).ravel()


@wrong("keras_fit", "Each epoch makes one step for each sample: pass batch_size=len(x) on to fit.")
def keras_sample_by_sample(x, y, w0, b0, lr, epochs, query):
    w, b = w0, b0
    for _ in range(epochs):
        for one_x, one_y in zip(x[:, 0], y[:, 0], strict=True):
            (_, w), (_, b), _ = fit([one_x], [one_y], w, b, lr, 1)
    return w * query + b


# --- feed_sum, two_examples -------------------------------------------------------------------------------------------


@check("feed_sum", points=1, **TENSORFLOW)
def sum_of_the_deck(student):
    """feed_sum([1, 2, 3], [5, 5, 5]) is [6, 7, 8]"""
    of = "feed_sum([1, 2, 3], [5, 5, 5])"
    assert_close(student.feed_sum([1, 2, 3], [5, 5, 5]), np.array([6.0, 7.0, 8.0]), of=of, visible=True)


@check("feed_sum", points=1, **TENSORFLOW)
def sum_of_any_numbers(student, draw):
    """feed_sum(fed, constant) adds any numbers, of any length"""
    for count in draw.sizes(2, low=2, high=7):
        fed, constant = draw.uniform(count, low=1, high=5), draw.uniform(count, low=2, high=9)
        found = student.feed_sum(fed.tolist(), constant.tolist())
        assert_close(found, fed + constant, of="feed_sum(fed, constant)")


@check("feed_sum", points=1, **TENSORFLOW)
def another_shape_is_refused(student, draw):
    """feed_sum takes data of the right shape, and stops with a ValueError when data of another shape are fed"""
    constant = draw.uniform(draw.integer(3, 6), low=2, high=9).tolist()
    fits = draw.uniform(len(constant), low=1, high=5)
    assert_close(student.feed_sum(fits.tolist(), constant), fits + np.array(constant), of="feed_sum(fed, constant)")
    for fed in ([2.5], [[1.5] * len(constant)]):
        try:
            found = student.feed_sum(fed, constant)
        except Failure as failure:
            if failure.name != "ValueError":
                raise
        else:
            raise Failure(
                f"feed_sum adds data of shape {np.shape(fed)} to a constant of shape {np.shape(constant)}; "
                "give the placeholder the shape of the constant",
                found,
            )


@wrong("feed_sum", "The placeholder has no shape, so anything can be fed; pass shape=… to tf.placeholder.")
def sum_of_any_shape(fed, constant):
    return np.add(fed, constant)


@wrong("feed_sum", "The two are multiplied; add them.")
def sum_as_product(fed, constant):
    return np.multiply(fed, constant)


@wrong("feed_sum", "The constant is subtracted; add it.")
def sum_as_difference(fed, constant):
    return np.subtract(fed, constant)


@wrong("feed_sum", "The constant alone comes back; fetch the sum.")
def sum_is_constant(fed, constant):
    return np.array(constant, dtype=float)


@wrong("feed_sum", "What was fed comes back; fetch the sum.")
def sum_is_fed(fed, constant):
    return np.array(fed, dtype=float)


@wrong("feed_sum", "The sum of all entries comes back; the addition is entry by entry.")
def sum_of_all_entries(fed, constant):
    return np.sum(np.add(fed, constant))


def check_examples(student, args, visible=False):
    a, b, x, y = args
    of = f"two_examples{args}" if visible else "two_examples(a, b, x, y)"
    parts = student.two_examples(*args)
    if isinstance(parts, np.ndarray) and parts.shape == (2,):
        parts = list(parts)
    parts = as_parts(parts, 2, of=of)
    for which, found, expected in zip(("first", "second"), parts, (a + b, (x + y) * (x * y)), strict=True):
        assert_near(found, expected, f"the {which} value of {of}", abs(expected), visible)


@check("two_examples", points=1, **TENSORFLOW)
def examples_of_the_repository(student):
    """two_examples(2, 3, 10, 20) is 5 and 6000"""
    check_examples(student, (2, 3, 10, 20), visible=True)


@check("two_examples", points=1, **TENSORFLOW)
def examples_of_any_numbers(student, draw):
    """two_examples is right for other numbers, whole ones and fractions"""
    check_examples(student, tuple(draw.permutation(np.arange(4, 40))[:4].tolist()))
    check_examples(student, tuple(draw.uniform(4, low=2, high=9).tolist()))


@wrong("two_examples", "The constants are multiplied; add them.")
def examples_multiply_constants(a, b, x, y):
    return a * b, (x + y) * (x * y)


@wrong("two_examples", "z1 and z2 are added; multiply them.")
def examples_add(a, b, x, y):
    return a + b, (x + y) + (x * y)


@wrong("two_examples", "The second value is z1; it has to be the product of z1 and z2.")
def examples_first_part(a, b, x, y):
    return a + b, x + y


@wrong("two_examples", "The second value is z2; it has to be the product of z1 and z2.")
def examples_second_part(a, b, x, y):
    return a + b, x * y


@wrong("two_examples", "z1 and z2 are both sums; z2 is the product of x and y.")
def examples_two_sums(a, b, x, y):
    return a + b, (x + y) ** 2


@wrong("two_examples", "The two values are swapped: the sum of the constants comes first.")
def examples_swapped(a, b, x, y):
    return (x + y) * (x * y), a + b


@wrong("two_examples", "The constants are subtracted; add them.")
def examples_subtract(a, b, x, y):
    return a - b, (x + y) * (x * y)


# --- new_layer --------------------------------------------------------------------------------------------------------


def layer_parts(student, inputs, outputs, stddev):
    of = f"new_layer({inputs}, {outputs}, …)"
    W, b = as_parts(student.new_layer(inputs, outputs, stddev), 2, of=of)
    W, b = as_numbers(W, of=f"W of {of}"), as_numbers(b, of=f"b of {of}")
    for name, array, shape in (("W", W, (inputs, outputs)), ("b", b, (1, outputs))):
        if array.shape != shape:
            raise Failure(f"{name} of {of} has shape {array.shape}, but should have {shape}", array)
    return W, b, of


@check("new_layer", points=2, **TENSORFLOW)
def layer_is_drawn(student, draw):
    """new_layer gives W with the standard deviation that is asked for, new at each call, and b of zeros"""
    for args in ((784, 10, 0.01), (draw.integer(60, 90), draw.integer(50, 59), draw.number(1.5, 3))):
        W, b, of = layer_parts(student, *args)
        check_normal(W, f"W of {of}", args[2])
        assert_close(b, np.zeros(b.shape), of=f"b of {of}")
        if np.array_equal(W, layer_parts(student, *args)[0]):
            raise Failure(f"two calls of {of} give the same weights", W)


def layer(inputs, outputs, stddev, *, W=None, b=None):
    drawn_W = np.random.default_rng(inputs).normal(scale=stddev, size=(inputs, outputs))
    return drawn_W if W is None else W, np.zeros((1, outputs)) if b is None else b


@wrong("new_layer", "W is the same at each call; do not set a seed.")
def layer_with_seed(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev)


@wrong("new_layer", "stddev is not passed on to tf.random_normal, which then takes 1.")
def layer_with_default_stddev(inputs, outputs, stddev):
    return layer(inputs, outputs, 1.0)


@wrong("new_layer", "The third argument is used as the variance; it is the standard deviation.")
def layer_with_variance(inputs, outputs, stddev):
    return layer(inputs, outputs, np.sqrt(stddev))


@wrong("new_layer", "W is all zeros; take tf.random_normal.")
def layer_of_zeros(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, W=np.zeros((inputs, outputs)))


@wrong("new_layer", "b is all ones; take tf.zeros.")
def layer_with_ones(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, b=np.ones((1, outputs)))


@wrong("new_layer", "W is transposed: it is (inputs, outputs).")
def layer_transposed(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, W=layer(inputs, outputs, stddev)[0].T.copy())


@wrong("new_layer", "b has lost an axis: its shape is (1, outputs).")
def layer_with_flat_bias(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, b=np.zeros(outputs))


layer_parameters = number(
    "layer_parameters",
    points=1,
    sentence="layer_parameters is the number of parameters of the layer",
    answer=7850,
    wrongs={
        "without-biases": (7840, "The biases are not counted: each entry of b is a parameter too."),
        "with-one-bias": (7841, "There is one bias for each output, not one for the whole layer."),
        "with-input-biases": (8624, "There is one bias for each output, not for each input."),
        "sizes-added": (804, "W has 784 * 10 entries; the sizes are multiplied, not added."),
        "biases-alone": (10, "The entries of W are parameters too."),
    },
)


# --- dtype_bits, categories, optimizer_rules --------------------------------------------------------------------------

BITS = {
    "DT_FLOAT": 32,
    "DT_DOUBLE": 64,
    "DT_INT8": 8,
    "DT_INT16": 16,
    "DT_INT32": 32,
    "DT_INT64": 64,
    "DT_UINT8": 8,
    "DT_UINT16": 16,
    "DT_COMPLEX64": 64,
    "DT_COMPLEX128": 128,
    "DT_COMPLEX128, real part": 64,
    "DT_QINT32": 32,
}

dtype_bits = entries(
    "dtype_bits",
    points=1,
    sentence="dtype_bits has the bits of each type",
    right=BITS,
    same=plain_number,
    wrongs={
        "float-is-64": ({"DT_FLOAT": 64}, "DT_FLOAT is tf.float32; that of 64 bits is DT_DOUBLE."),
        "double-is-32": ({"DT_DOUBLE": 32}, "DT_DOUBLE is tf.float64: twice the bits of DT_FLOAT."),
        "double-is-128": ({"DT_DOUBLE": 128}, "DT_DOUBLE is the double of DT_FLOAT, which has 32 bits."),
        "unsigned-lose-a-bit": (
            {"DT_UINT8": 7, "DT_UINT16": 15},
            "An unsigned number has as many bits as its name says; the first one is no sign.",
        ),
        "complex-parts-alone": (
            {"DT_COMPLEX64": 32, "DT_COMPLEX128": 64},
            "The bits in the name of a complex type are those of both parts together.",
        ),
        "complex-twice": (
            {"DT_COMPLEX64": 128, "DT_COMPLEX128": 256, "DT_COMPLEX128, real part": 128},
            "The bits in the name of a complex type already count both parts.",
        ),
        "real-part-is-all": (
            {"DT_COMPLEX128, real part": 128},
            "Half of the 128 bits belong to the real part, half to the imaginary one.",
        ),
        "real-part-is-a-float32": (
            {"DT_COMPLEX128, real part": 32},
            "The two parts of DT_COMPLEX128 share 128 bits.",
        ),
        "quantized-is-8": ({"DT_QINT32": 8}, "DT_QINT32 is quantized too, but has as many bits as its name says."),
        "bytes": ({name: bits // 8 for name, bits in BITS.items()}, "These are bytes; a byte has 8 bits."),
    },
)

CATEGORIES = {
    "Exp": "a",
    "Greater": "a",
    "Concat": "b",
    "Shape": "b",
    "MatMul": "c",
    "MatrixDeterminant": "c",
    "AssignAdd": "d",
    "Convolution2D": "e",
    "MaxPool": "e",
    "Restore": "f",
    "MutexAcquire": "g",
    "NextIteration": "h",
}

categories = entries(
    "categories",
    points=2,
    sentence="categories has the category of each operation",
    right=CATEGORIES,
    wrongs={
        "greater-is-control-flow": ({"Greater": "h"}, "Greater compares entry by entry; it decides nothing by itself."),
        "matmul-is-element-wise": ({"MatMul": "a"}, "MatMul is no product entry by entry; it is one of matrices."),
        "determinant-is-element-wise": (
            {"MatrixDeterminant": "a"},
            "A determinant is one number for a whole matrix, not one for each entry.",
        ),
        "shape-is-a-matrix": ({"Shape": "c"}, "Shape tells the form of any array, with any number of axes."),
        "concat-is-a-matrix": ({"Concat": "c"}, "Concat joins arrays of any kind; it belongs with Split."),
        "assign-add-is-element-wise": ({"AssignAdd": "a"}, "AssignAdd changes what a variable keeps."),
        "convolution-is-a-matrix": ({"Convolution2D": "c"}, "A convolution is a layer of a neural net."),
        "pool-is-an-array": ({"MaxPool": "b"}, "MaxPool is a layer of a neural net, beside Convolution2D."),
        "restore-is-stateful": ({"Restore": "d"}, "Restore reads from disk what Save has written."),
        "mutex-is-control-flow": ({"MutexAcquire": "h"}, "A mutex makes one part wait for another: synchronization."),
        "iteration-is-a-queue": (
            {"NextIteration": "g"},
            "NextIteration belongs to a loop: the computation goes round.",
        ),
    },
)

RULES = {
    "Optimizer": "f",
    "GradientDescentOptimizer": "b",
    "MomentumOptimizer": "e",
    "AdagradOptimizer": "a",
    "RMSPropOptimizer": "d",
    "AdamOptimizer": "c",
}

optimizer_rules = entries(
    "optimizer_rules",
    points=2,
    sentence="optimizer_rules has the rule of each optimizer",
    right=RULES,
    wrongs={
        "adagrad-and-rmsprop": (
            {"AdagradOptimizer": "d", "RMSPropOptimizer": "a"},
            "Adagrad adds up all past squares; RMSProp takes a moving average, which forgets the oldest.",
        ),
        "adam-and-momentum": (
            {"AdamOptimizer": "e", "MomentumOptimizer": "c"},
            "Momentum only keeps a part of the previous step; Adam also divides by a root.",
        ),
        "adam-and-rmsprop": (
            {"AdamOptimizer": "d", "RMSPropOptimizer": "c"},
            "RMSProp averages the squares alone; Adam averages g as well.",
        ),
        "base-and-descent": (
            {"Optimizer": "b", "GradientDescentOptimizer": "f"},
            "Optimizer is the base class; GradientDescentOptimizer is the plain rule.",
        ),
        "momentum-and-descent": (
            {"MomentumOptimizer": "b", "GradientDescentOptimizer": "e"},
            "Plain gradient descent keeps nothing of the previous step; momentum does.",
        ),
        "momentum-and-adagrad": (
            {"MomentumOptimizer": "a", "AdagradOptimizer": "e"},
            "Adagrad adapts the step by the sizes of past gradients; momentum keeps a part of the last step.",
        ),
    },
)


# --- train_fed, train_frozen ------------------------------------------------------------------------------------------


def fed_line(x_data, y_data, W0, b0, lr, steps, **changes):
    W, b, cost = fit(x_data, y_data, W0, b0, lr, steps, **changes)
    return cost[:-1], W[-1], b[-1]


def check_fed(student, args, expected=None, visible=False):
    x, y, W0, b0, _, steps = args
    of = f"train_fed(…, steps={steps})"
    cost_list, W, b = as_parts(student.train_fed(*args), 3, of=of)
    cost, end_W, end_b = expected or fed_line(*args)
    scale = scale_of(x, y, max(abs(W0), abs(end_W)), max(abs(b0), abs(end_b)))
    assert_costs(cost_list, cost, f"the trace of the cost of {of}", scale, visible)
    assert_near(W, end_W, f"W of {of}", scale, visible)
    assert_near(b, end_b, f"b of {of}", scale, visible)


@check("train_fed", points=1, **TENSORFLOW)
def fed_for_100_steps(student):
    """train_fed makes 100 steps on x = y = (1, 2, 3) from W = 2 and b = 0"""
    data = np.array([1.0, 2.0, 3.0])
    check_fed(student, (data, data, 2.0, 0.0, 0.1, 100), visible=True)


@check("train_fed", points=2, **TENSORFLOW)
def fed_with_any_data(student, draw):
    """train_fed is right at every step for other data, starts and learning rates"""
    for count, steps in zip(draw.sizes(2), draw.sizes(2, low=3, high=7), strict=True):
        x, y = many_samples(draw, count)
        check_fed(student, (x, y, draw.number(1.5, 3), draw.number(-2, -1), draw.number(0.1, 0.3), steps))


@check("train_fed", points=1, **TENSORFLOW)
def fed_as_known(student):
    """train_fed gives the costs that TensorFlow gave before"""
    given, outputs = (known["line"][part] for part in ("inputs", "outputs"))
    x, y = np.array(given["x"]), np.array(given["y"])
    args = x, y, given["w0"], given["b0"], given["lr"], given["steps"] - 1
    expected = np.array(outputs["cost"][:-1]), outputs["w"][-1], outputs["b"][-1]
    check_fed(student, args, expected)


@wrong("train_fed", "The costs are those after each update; fetch the cost in the same sess.run as train_op.")
def fed_cost_after(x_data, y_data, W0, b0, lr, steps):
    W, b, cost = fit(x_data, y_data, W0, b0, lr, steps)
    return cost[1:], W[-1], b[-1]


@wrong("train_fed", "The cost is the sum of the squares; it has to be their mean.")
def fed_as_sum(x_data, y_data, W0, b0, lr, steps):
    with np.errstate(all="ignore"):
        cost, W, b = fed_line(x_data, y_data, W0, b0, lr, steps, times=len(x_data))
        return cost * len(x_data), W, b


@wrong("train_fed", "The cost is half the mean; here there is no factor 1/2.")
def fed_halved(x_data, y_data, W0, b0, lr, steps):
    cost, W, b = fed_line(x_data, y_data, W0, b0, lr, steps, times=0.5)
    return cost / 2, W, b


@wrong("train_fed", "b is never updated: it has to be a variable, and part of the hypothesis.")
def fed_bias_fixed(x_data, y_data, W0, b0, lr, steps):
    return fed_line(x_data, y_data, W0, b0, lr, steps, tune_b=False)


@wrong("train_fed", "The data are swapped in feed_dict: X gets x_data, Y gets y_data.")
def fed_swapped(x_data, y_data, W0, b0, lr, steps):
    if np.array_equal(x_data, y_data):  # where both are the same the mistake does not show
        return fed_line(x_data, y_data, W0, b0, lr, steps)
    return fed_line(y_data, x_data, W0, b0, lr, steps)


@wrong("train_fed", "The learning rate is typed in as 0.1; use the argument lr.")
def fed_with_fixed_rate(x_data, y_data, W0, b0, lr, steps):
    return fed_line(x_data, y_data, W0, b0, 0.1, steps)


@wrong("train_fed", "The number of steps is typed in as 100; use the argument steps.")
def fed_hundred_steps(x_data, y_data, W0, b0, lr, steps):
    return fed_line(x_data, y_data, W0, b0, lr, 100)


@wrong("train_fed", "Only the cost is fetched, so nothing is trained; fetch train_op too.")
def fed_untrained(x_data, y_data, W0, b0, lr, steps):
    return fed_line(x_data, y_data, W0, b0, lr, steps, tune_w=False, tune_b=False)


def frozen_line(x_data, y_data, W0, b0, c0, lr, steps, **changes):
    W, b, _ = fit(x_data, y_data, W0, b0, lr, steps, c=c0, **changes)
    return W[-1], b[-1], c0


def check_frozen(student, args, visible=False):
    of = f"train_frozen(…, steps={args[6]})"
    found = as_parts(student.train_frozen(*args), 3, of=of)
    expected = frozen_line(*args)
    biases = np.array([args[3], args[4], expected[1]])
    scale = scale_of(args[0], args[1], max(abs(args[2]), abs(expected[0])), 2 * biases)
    for name, one, other in zip(("W", "b", "c"), found, expected, strict=True):
        assert_near(one, other, f"{name} of {of}", scale, visible)


@check("train_frozen", points=1, **TENSORFLOW)
def frozen_by_hand(student):
    """train_frozen makes one step on x = y = (1, 2, 3), and c stays"""
    data = np.array([1.0, 2.0, 3.0])
    check_frozen(student, (data, data, 2.0, -0.5, 0.5, 0.1, 1), visible=True)


@check("train_frozen", points=1, **TENSORFLOW)
def frozen_for_any_data(student, draw):
    """train_frozen is right for other data, starts, learning rates and numbers of steps"""
    for steps in draw.sizes(2, low=2, high=6):
        x, y = many_samples(draw, draw.integer(3, 8))
        starts = draw.number(1.5, 3), draw.number(-2, -1), draw.number(0.4, 0.9)
        check_frozen(student, (x, y, *starts, draw.number(0.1, 0.2), steps))


@wrong("train_frozen", "c is trained too: make it with trainable=False.")
def frozen_is_trained(x_data, y_data, W0, b0, c0, lr, steps):
    # b + c moves as one bias with twice the slope
    W, total = W0, b0 + c0
    x, y = np.ravel(x_data), np.ravel(y_data)
    for _ in range(steps):
        d = W * x + total - y
        W, total = W - lr * 2 * np.mean(d * x), total - 2 * lr * 2 * np.mean(d)
    moved = (total - b0 - c0) / 2
    return W, b0 + moved, c0 + moved


@wrong("train_frozen", "b stays as well: only c is made with trainable=False.")
def frozen_both_biases(x_data, y_data, W0, b0, c0, lr, steps):
    return frozen_line(x_data, y_data, W0, b0, c0, lr, steps, tune_b=False)


@wrong("train_frozen", "W stays as well: only c is made with trainable=False.")
def frozen_weight(x_data, y_data, W0, b0, c0, lr, steps):
    return frozen_line(x_data, y_data, W0, b0, c0, lr, steps, tune_w=False)


@wrong("train_frozen", "b stays and c moves; it has to be the other way round.")
def frozen_the_other(x_data, y_data, W0, b0, c0, lr, steps):
    W, c, _ = frozen_line(x_data, y_data, W0, c0, b0, lr, steps)
    return W, b0, c


@wrong("train_frozen", "c is missing in the hypothesis: it is W * X + b + c.")
def frozen_missing(x_data, y_data, W0, b0, c0, lr, steps):
    W, b, _ = frozen_line(x_data, y_data, W0, b0, 0.0, lr, steps)
    return W, b, c0


@wrong("train_frozen", "Nothing is trained: run train_op in the loop.")
def frozen_untrained(x_data, y_data, W0, b0, c0, lr, steps):
    return W0, b0, c0


@wrong("train_frozen", "The cost is the sum of the squares; it has to be their mean.")
def frozen_as_sum(x_data, y_data, W0, b0, c0, lr, steps):
    return frozen_line(x_data, y_data, W0, b0, c0, lr, steps, times=len(x_data))


# --- train_samples, log_line ------------------------------------------------------------------------------------------


def by_samples(
    train_X, train_Y, W0, b0, lr, epochs, display_step, *, times=1.0, look=None, batch=False, late=False, part=1.0
):
    """W, b and the cost at the epochs that `look` picks; `late`: b is updated with the new W."""
    n, W, b, seen = len(train_X), W0, b0, []
    for _ in range(epochs):
        if batch:
            d = (W * train_X + b - train_Y) / n
            W, b = W - lr * times * np.sum(d * train_X), b - lr * times * np.sum(d)
        else:
            for x, y in zip(train_X, train_Y, strict=True):
                new_W = W - lr * times * (W * x + b - y) * x / n
                b = b - lr * times * ((new_W if late else W) * x + b - y) / n
                W = new_W
        seen.append([W, b, part * np.mean((W * train_X + b - train_Y) ** 2) / 2])
    epoch = np.arange(epochs)
    picked = epoch[(epoch + 1) % display_step == 0] if look is None else look(epoch, display_step)
    return tuple(np.array(seen)[picked].T)


def check_samples(student, args, expected=None, visible=False):
    of = f"train_samples(…, epochs={args[5]}, display_step={args[6]})"
    found = as_parts(student.train_samples(*args), 3, of=of)
    W, b, cost = expected or by_samples(*args)
    scale = scale_of(args[0], args[1], np.append(W, args[2]), np.append(b, args[3]))
    assert_near(found[0], W, f"the trace of W of {of}", scale, visible)
    assert_near(found[1], b, f"the trace of b of {of}", scale, visible)
    assert_costs(found[2], cost, f"the trace of the cost of {of}", scale, visible)


@check("train_samples", points=1, **TENSORFLOW)
def samples_of_the_repository(student):
    """train_samples goes on from epoch 50 of the repository's log to epoch 100"""
    r = reference
    check_samples(student, (r.train_X, r.train_Y, 0.441748, -0.580876, 0.01, 50, 25), visible=True)


@check("train_samples", points=2, **TENSORFLOW)
def samples_of_any_data(student, draw):
    """train_samples is right for other data, starts and learning rates, and for other displays"""
    for count, display_step in zip(draw.sizes(2), draw.sizes(2, low=2, high=4), strict=True):
        x, y = draw.normal(count), draw.normal(count)
        starts = draw.number(1.5, 3), draw.number(-2, -1)
        check_samples(student, (x, y, *starts, draw.number(0.2, 0.4), 3 * display_step + 1, display_step))


@check("train_samples", points=1, **TENSORFLOW)
def samples_as_known(student):
    """train_samples gives what TensorFlow gave before, after every epoch"""
    given, outputs = (known["samples"][part] for part in ("inputs", "outputs"))
    x, y = np.array(given["x"]), np.array(given["y"])
    args = x, y, given["w0"], given["b0"], given["lr"], given["epochs"], 1
    check_samples(student, args, tuple(np.array(outputs[name]) for name in ("w", "b", "cost")))


@wrong("train_samples", "The division by n is missing in what is trained: n stays the number of all samples.")
def samples_without_n(train_X, train_Y, *rest):
    return by_samples(train_X, train_Y, *rest, times=len(train_X))


@wrong("train_samples", "The cost is the mean of the squares; here it is half of it: divide by 2 * n.")
def samples_not_halved(*args):
    return by_samples(*args, times=2.0, part=2.0)


@wrong("train_samples", "n is typed in as 17; take the number of samples of train_X.")
def samples_with_seventeen(train_X, train_Y, *rest):
    part = len(train_X) / 17
    return by_samples(train_X, train_Y, *rest, times=part, part=part)


@wrong("train_samples", "Each epoch makes one update with all samples; feed one sample at a time.")
def samples_as_batch(*args):
    return by_samples(*args, batch=True)


@wrong("train_samples", "The cost that is logged is that of the last sample; feed train_X and train_Y for it.")
def samples_cost_of_last(train_X, train_Y, *rest):
    W, b, _ = by_samples(train_X, train_Y, *rest)
    return W, b, (W * train_X[-1] + b - train_Y[-1]) ** 2 / (2 * len(train_X))


@wrong("train_samples", "The condition is epoch % display_step == 0; it has to be (epoch + 1) % display_step == 0.")
def samples_display_from_zero(*args):
    return by_samples(*args, look=lambda epoch, display_step: epoch[epoch % display_step == 0])


@wrong("train_samples", "Every epoch is logged; look only after every display_step of them.")
def samples_display_all(*args):
    return by_samples(*args, look=lambda epoch, display_step: epoch)


@wrong("train_samples", "Only the last epoch is logged; look after every display_step of them.")
def samples_display_last(*args):
    return by_samples(*args, look=lambda epoch, display_step: epoch[-1:])


@wrong("train_samples", "b is updated with the W that has just changed; both slopes are taken before either changes.")
def samples_one_after_the_other(*args):
    return by_samples(*args, late=True)


@wrong("train_samples", "The learning rate is typed in as 0.01; use the argument lr.")
def samples_with_fixed_rate(train_X, train_Y, W0, b0, lr, epochs, display_step):
    return by_samples(train_X, train_Y, W0, b0, 0.01, epochs, display_step)


def check_line(student, epoch, cost, visible=False):
    of = f"log_line({epoch}, {cost})" if visible else "log_line(epoch, cost)"
    found = student.log_line(epoch, cost)
    if not isinstance(found, str):
        raise Failure(f"{of} is {describe(found)}, but should be a text", found, name="wrong-kind")
    if found.rstrip("\n") != reference.log_line(epoch, cost):
        told = f", but should be {reference.log_line(epoch, cost)!r}" if visible else ", which is not the right line"
        raise Failure(f"{of} is {found[:80]!r}{told}", found)


@check("log_line", points=1)
def line_of_the_repository(student):
    """log_line(49, 0.195095107) is 'Epoch: 0050 cost= 0.195095107'"""
    check_line(student, 49, 0.195095107, visible=True)


@check("log_line", points=1)
def line_of_any_epoch(student, draw):
    """log_line is right for small and large epochs and for any cost, large or small"""
    for low, high in ((0, 8), (100, 998), (10_000, 20_000)):
        check_line(student, draw.integer(low, high), draw.number(0.01, 30))
    check_line(student, draw.integer(9, 98), draw.number(1e-7, 9e-7))


@wrong("log_line", "The loop counts from 0, the log from 1: print epoch + 1.")
def line_counts_from_zero(epoch, cost):
    return reference.log_line(epoch - 1, cost)


@wrong("log_line", "The epoch has no zeros in front: '%04d' fills up to four digits.")
def line_without_zeros(epoch, cost):
    return f"Epoch: {epoch + 1} cost= {cost:.9f}"


@wrong("log_line", "The epoch is filled up with blanks: '%04d' takes zeros, '%4d' blanks.")
def line_with_blanks(epoch, cost):
    return f"Epoch: {epoch + 1:4d} cost= {cost:.9f}"


@wrong("log_line", "The cost has six decimals, as '%f' writes it; '{:.9f}' writes nine.")
def line_with_six_decimals(epoch, cost):
    return f"Epoch: {epoch + 1:04d} cost= {cost:.6f}"


@wrong("log_line", "The cost has nine significant digits, as '{:.9g}' writes it; '{:.9f}' writes nine decimals.")
def line_with_nine_digits(epoch, cost):
    return f"Epoch: {epoch + 1:04d} cost= {cost:.9g}"


@wrong("log_line", "The blank after cost= is missing: print puts one between its arguments.")
def line_without_blank(epoch, cost):
    return f"Epoch: {epoch + 1:04d} cost={cost:.9f}"


@wrong("log_line", "There is a comma; print puts only a blank between its arguments.")
def line_with_comma(epoch, cost):
    return f"Epoch: {epoch + 1:04d}, cost= {cost:.9f}"


@wrong("log_line", "The epoch has one digit too many: '%04d' fills up to four digits.")
def line_with_five_digits(epoch, cost):
    return f"Epoch: {epoch + 1:05d} cost= {cost:.9f}"


@wrong("log_line", "The cost has an exponent; '{:.9f}' writes it without one.")
def line_with_exponent(epoch, cost):
    return f"Epoch: {epoch + 1:04d} cost= {cost:.9e}"


# --- train_201 --------------------------------------------------------------------------------------------------------


def line_201(x_data, y_data, W0, b0, lr, steps, every, *, look=None, **changes):
    with np.errstate(all="ignore"):
        W, b, _ = fit(x_data, y_data, W0, b0, lr, steps, **changes)
    step = np.arange(steps)
    picked = step[step % every == 0] + 1 if look is None else look(step, every)
    return W[picked], b[picked]


def check_201(student, args, expected=None, visible=False):
    of = f"train_201(…, steps={args[5]}, every={args[6]})"
    found = as_parts(student.train_201(*args), 2, of=of)
    expected = expected or line_201(*args)
    scale = scale_of(args[0], args[1], np.append(expected[0], args[2]), np.append(expected[1], args[3]))
    for name, one, other in zip(("W", "b"), found, expected, strict=True):
        assert_near(one, other, f"the trace of {name} of {of}", scale, visible)


@check("train_201", points=1, **TENSORFLOW)
def line_of_the_deck(student):
    """train_201 gives the eleven lines of the deck"""
    r = reference
    check_201(student, (r.x_data, r.y_data, -0.26724837, 0.0, 0.5, 201, 20), visible=True)


@check("train_201", points=2, **TENSORFLOW)
def line_of_any_points(student, draw):
    """train_201 is right for other points, starts and learning rates, and for other displays"""
    for count, every in zip(draw.sizes(2), draw.sizes(2, low=2, high=4), strict=True):
        x, y = many_samples(draw, count)
        starts = draw.number(1.5, 3), draw.number(-2, -1)
        check_201(student, (x, y, *starts, draw.number(0.1, 0.3), 3 * every + 1, every))


@check("train_201", points=1, **TENSORFLOW)
def line_as_known(student):
    """train_201 gives what TensorFlow gave before, at every step"""
    given, outputs = (known["line"][part] for part in ("inputs", "outputs"))
    x, y = np.array(given["x"]), np.array(given["y"])
    args = x, y, given["w0"], given["b0"], given["lr"], given["steps"] - 1, 1
    check_201(student, args, tuple(np.array(outputs[name][1:]) for name in ("w", "b")))


@wrong("train_201", "W and b are read before the update; update first.")
def line_read_before(*args):
    return line_201(*args, look=lambda step, every: step[step % every == 0])


@wrong("train_201", "The condition is (step + 1) % every == 0; it has to be step % every == 0, so step 0 is shown too.")
def line_display_from_one(*args):
    if args[6] == 1:  # both conditions pick every step, and the mistake does not show
        return line_201(*args)
    return line_201(*args, look=lambda step, every: step[(step + 1) % every == 0] + 1)


@wrong("train_201", "Every step is kept; look only when step % every == 0.")
def line_display_all(*args):
    return line_201(*args, look=lambda step, every: step + 1)


@wrong("train_201", "b is never updated: it has to be a variable, and part of y.")
def line_bias_fixed(*args):
    return line_201(*args, tune_b=False)


@wrong("train_201", "The loss is the sum of the squares; it has to be their mean.")
def line_as_sum(x_data, *rest):
    return line_201(x_data, *rest, times=len(x_data))


@wrong("train_201", "The loss is half the mean; there is no factor 1/2.")
def line_halved(*args):
    return line_201(*args, times=0.5)


@wrong("train_201", "The learning rate is typed in as 0.5; use the argument lr.")
def line_with_fixed_rate(x_data, y_data, W0, b0, lr, steps, every):
    return line_201(x_data, y_data, W0, b0, 0.5, steps, every)


@wrong("train_201", "The start of W is drawn anew or typed in; use the argument W0.")
def line_from_zero(x_data, y_data, W0, b0, lr, steps, every):
    return line_201(x_data, y_data, 0.0, b0, lr, steps, every)


@wrong("train_201", "W * x is multiplied by b, as the damaged text of the deck has it; b is added.")
def line_product(x_data, y_data, W0, b0, lr, steps, every):
    W, b, seen = W0, b0, []
    for _ in range(steps):
        d = W * x_data * b - y_data
        W, b = W - lr * 2 * np.mean(d * x_data * b), b - lr * 2 * np.mean(d * x_data * W)
        seen.append([W, b])
    return tuple(np.array(seen)[::every].T)


@wrong("train_201", "The two traces are swapped: return that of W first.")
def line_swapped(*args):
    return line_201(*args)[::-1]


# --- pictures ----------------------------------------------------------------------------------------------------------


@picture("plot_errors")
def errors_drawn(student):
    return figures("The error over the epochs", student, reference, "plot_errors", 9 * 0.64 ** np.arange(101))
