"""Hidden checks and known wrong answers of the gradient check.

The steps h of the checks are large. So the central difference differs from the true slope and from a difference to one
side by more than any tolerance, and a right answer in float32 is right: with h = 1e-5 it would be noise.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_letters,
    as_numbers,
    assert_agrees,
    assert_close,
    assert_equal,
    assert_steps_agree,
    check,
    choice,
    known_outputs,
    reference_of,
    values,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

NAMES = ("W1", "b1", "W2", "b2")


# --- numerical_gradient -----------------------------------------------------------------------------------------------


def measured(lesson, A, W, h):
    """What numerical_gradient measures of the function with the numbers A, at W."""
    yield "numerical_gradient(f, W, h)", lesson.numerical_gradient(lesson.Waves(A), W, h)


def waves(draw, *shape):
    """Numbers A and a place W where the sum of A * sin(W) is not near 0, nor any slope."""
    sides = draw.signs(*shape)
    return draw.uniform(*shape, low=0.5, high=1.5) * sides, draw.uniform(*shape, low=0.3, high=1.2) * sides


@check("numerical_gradient", points=1)
def gradient_of_one_row(student):
    """numerical_gradient measures each entry of one row of weights with h = 0.5"""
    A, W = np.array([[1.0, 2.0, -1.0]]), np.array([[0.5, 1.0, -0.7]])
    assert_steps_agree(measured, student, reference, A, W, 0.5, visible=True)


@check("numerical_gradient", points=2)
def gradient_of_any_shape(student, draw):
    """numerical_gradient(f, W, h) is the central difference for an array of any shape"""
    a, b, c = draw.sizes(3, low=2, high=5)
    for shape in ((a,), (a, b), (1, c), (c, 1), (a, b, c)):
        A, W = waves(draw, *shape)
        assert_steps_agree(measured, student, reference, A, W, draw.number(0.3, 0.7))


@check("numerical_gradient", points=1)
def gradient_at_whole_numbers(student, draw):
    """numerical_gradient(f, W, h) moves the entries also where W holds whole numbers"""
    rows, columns = draw.sizes(2, low=2, high=4)
    W = draw.integers(rows, columns, low=1, high=1) * np.arange(1, columns + 1)
    A = draw.uniform(rows, columns, low=0.5, high=1.5) * np.sign(np.sin(W))
    assert_steps_agree(measured, student, reference, A, W, draw.number(0.3, 0.7))


def by_entry(quotient):
    """A gradient whose entry at `index` is `quotient(f, W, index, h)`."""

    def gradient(f, W, h):
        W = W.astype(float)
        made = np.zeros(W.shape)
        for index in np.ndindex(*W.shape):
            made[index] = quotient(f, W.copy(), index, h)
        return made

    return gradient


def at(f, W, index, move):
    W = W.copy()
    W[index] += move
    return f(W)


@wrong("numerical_gradient", "This is the difference to the right side only; the step to the left is missing.")
def to_the_right_only(f, W, h):
    return by_entry(lambda f, W, i, h: (at(f, W, i, h) - f(W)) / h)(f, W, h)


@wrong("numerical_gradient", "This is the difference to the left side only; the step to the right is missing.")
def to_the_left_only(f, W, h):
    return by_entry(lambda f, W, i, h: (f(W) - at(f, W, i, -h)) / h)(f, W, h)


@wrong("numerical_gradient", "The distance between the two places is 2 * h, not h.")
def divided_by_h(f, W, h):
    return by_entry(lambda f, W, i, h: (at(f, W, i, h) - at(f, W, i, -h)) / h)(f, W, h)


@wrong("numerical_gradient", "Brackets are missing: / 2 * h divides by 2 and then multiplies by h.")
def multiplied_by_h(f, W, h):
    return by_entry(lambda f, W, i, h: (at(f, W, i, h) - at(f, W, i, -h)) / 2 * h)(f, W, h)


@wrong("numerical_gradient", "The change of f is not divided by the distance.")
def change_not_divided(f, W, h):
    return by_entry(lambda f, W, i, h: at(f, W, i, h) - at(f, W, i, -h))(f, W, h)


@wrong("numerical_gradient", "The two places are swapped: it is f to the right minus f to the left.")
def left_minus_right(f, W, h):
    return by_entry(lambda f, W, i, h: (at(f, W, i, -h) - at(f, W, i, h)) / (2 * h))(f, W, h)


@wrong("numerical_gradient", "All entries are moved together; move one at a time.")
def all_moved_together(f, W, h):
    return np.full(W.shape, (f(W + h) - f(W - h)) / (2 * h))


@wrong("numerical_gradient", "The entry is not put back before the next one is moved.")
def never_put_back(f, W, h):
    W = W.astype(float)
    made = np.zeros(W.shape)
    for index in np.ndindex(*W.shape):
        W[index] += h
        above = f(W)
        W[index] -= 2 * h
        made[index] = (above - f(W)) / (2 * h)
    return made


@wrong("numerical_gradient", "The moved entries are cut to whole numbers: the copy of a whole-number array holds no h.")
def copy_of_whole_numbers(f, W, h):
    made = np.zeros(W.shape)
    for index in np.ndindex(*W.shape):
        above, below = W.copy(), W.copy()
        above[index] = above[index] + h
        below[index] = below[index] - h
        made[index] = (f(above) - f(below)) / (2 * h)
    return made


@wrong("numerical_gradient", "The result holds whole numbers only: an array made like W cuts the slopes.")
def result_of_whole_numbers(f, W, h):
    made = np.zeros_like(W)
    made[...] = reference.numerical_gradient(f, W, h)
    return made


@wrong("numerical_gradient", "Whole rows are moved at once; each entry has its own slope.")
def rows_moved_together(f, W, h):
    W = W.astype(float)
    made = np.zeros(W.shape)
    for i in range(len(W)):
        made[i] = (at(f, W, i, h) - at(f, W, i, -h)) / (2 * h)
    return made


@wrong("numerical_gradient", "The result has one axis only; return the slopes in the shape of W.")
def gradient_in_one_axis(f, W, h):
    return reference.numerical_gradient(f, W, h).ravel()


@wrong("numerical_gradient", "The step is h / 2 to each side; it is h to each side.")
def half_steps(f, W, h):
    return reference.numerical_gradient(f, W, h / 2)


@wrong("numerical_gradient", "The step is always 1e-5; use the argument h.")
def fixed_step(f, W, h):
    return reference.numerical_gradient(f, W, 1e-5)


# --- error_sources, best_step -----------------------------------------------------------------------------------------

SOURCES = ("truncation", "rounding")


@check("error_sources", points=1)
def sources_by_hand(student):
    """error_sources gives both errors of w ** 3 at w = 2, h = 1e-4"""
    of = "error_sources(1e-4, 8, 6, 2.2e-16)"
    args = 1e-4, 8.0, 6.0, 2.2e-16
    assert_agrees(student.error_sources, reference.error_sources, *args, of=of, parts=SOURCES, visible=True)


@check("error_sources", points=1)
def sources_of_any_step(student, draw):
    """error_sources is right for any step and function, also for an array of steps"""
    size, third, eps = draw.number(2.0, 9.0), draw.number(0.2, 0.9), draw.number(1e-4, 1e-3)
    for h in (draw.number(0.05, 0.4), draw.number(10.0, 20.0), np.abs(draw.normal(*draw.sizes(1), scale=0.3))):
        args = h, size, third, eps
        of = "error_sources(h, size, third, eps)"
        assert_agrees(student.error_sources, reference.error_sources, *args, of=of, parts=SOURCES)
    args = draw.number(1e-4, 3e-4), 1000 * size, third, eps  # a function so large that its rounding is above 1
    assert_agrees(student.error_sources, reference.error_sources, *args, of=of, parts=SOURCES)


@wrong("error_sources", "The truncation has h squared.")
def truncation_linear(h, size, third, eps):
    return h * third / 6, eps * size / h


@wrong("error_sources", "The truncation is divided by 6, not by 2.")
def truncation_by_2(h, size, third, eps):
    return h**2 * third / 2, eps * size / h


@wrong("error_sources", "The division by 6 is missing in the truncation.")
def truncation_without_6(h, size, third, eps):
    return h**2 * third, eps * size / h


@wrong("error_sources", "The rounding error is divided by h: a smaller step makes it larger.")
def rounding_times_h(h, size, third, eps):
    return h**2 * third / 6, eps * size * h


@wrong("error_sources", "The size of f is missing in the rounding error: larger numbers are rounded by more.")
def rounding_without_size(h, size, third, eps):
    return h**2 * third / 6, eps / h


@wrong("error_sources", "The rounding error is divided by h, not by 2 * h.")
def rounding_by_2h(h, size, third, eps):
    return h**2 * third / 6, eps * size / (2 * h)


@wrong("error_sources", "The two are swapped: truncation first.")
def sources_swapped(h, size, third, eps):
    return eps * size / h, h**2 * third / 6


@wrong("error_sources", "The two are added up; return both.")
def sources_added(h, size, third, eps):
    return h**2 * third / 6 + eps * size / h


@wrong("error_sources", "size and third are swapped: truncation has the third derivative, rounding the size of f.")
def sources_of_the_other(h, size, third, eps):
    return h**2 * size / 6, eps * third / h


@check("best_step", points=2)
def best_step_of_any_function(student, draw):
    """best_step(size, third, eps) is where the sum of both errors is smallest, for any function and any rounding"""
    for eps in (2.2e-16, 1.2e-7, draw.number(1e-4, 1e-3)):
        size, third = draw.number(2.0, 9.0), draw.number(0.2, 0.9)
        for args in ((size, third, eps), (third, size, eps)):
            assert_agrees(student.best_step, reference.best_step, *args, of="best_step(size, third, eps)")
    args = 1000 * size, third, eps  # a best step above 1
    assert_agrees(student.best_step, reference.best_step, *args, of="best_step(size, third, eps)")


@wrong("best_step", "This is the square root of eps, the best step of a difference to one side.")
def step_by_square_root(size, third, eps):
    return eps**0.5


@wrong("best_step", "The factor 3 is missing: the derivative of h ** 2 * third / 6 is h * third / 3.")
def step_without_3(size, third, eps):
    return (eps * size / third) ** (1 / 3)


@wrong("best_step", "This is where both errors are equal; their sum is smallest where its derivative is 0.")
def step_of_equal_errors(size, third, eps):
    return (6 * eps * size / third) ** (1 / 3)


@wrong("best_step", "size and third are swapped: a function that bends more needs a smaller step.")
def step_of_the_other(size, third, eps):
    return (3 * eps * third / size) ** (1 / 3)


@wrong("best_step", "The size of f and its third derivative are missing.")
def step_of_eps_alone(size, third, eps):
    return (3 * eps) ** (1 / 3)


@wrong("best_step", "This is h cubed; take the third root.")
def step_cubed(size, third, eps):
    return 3 * eps * size / third


@wrong("best_step", "This is a square root; the equation has h cubed.")
def step_of_wrong_root(size, third, eps):
    return (3 * eps * size / third) ** 0.5


@wrong("best_step", "The best step is always 1e-5; it depends on the arguments.")
def step_fixed(size, third, eps):
    return 1e-5


@wrong("best_step", "This is the smallest sum of errors; the step h is asked for.")
def error_at_best_step(size, third, eps):
    return sum(reference.error_sources(reference.best_step(size, third, eps), size, third, eps))


# --- relative_error ---------------------------------------------------------------------------------------------------


def pair(draw, *shape):
    """Two arrays whose entries agree to some per cent, but for one, which differs more."""
    a = draw.signs(*shape) * draw.uniform(*shape, low=0.5, high=2.0)
    b = a * (1 + draw.signs(*shape) * draw.uniform(*shape, low=0.02, high=0.05))
    worst = draw.integer(0, a.size - 1)
    b.flat[worst] = a.flat[worst] * draw.choice([0.6, 1.7])
    return a, b


@check("relative_error", points=1)
def relative_errors_by_hand(student):
    """relative_error is 2 for 2 and -2, 1/3 for 0.3 and 0.2, and 0.001 for 1e-9 and 0"""
    for a, b, right in ((2.0, -2.0, 2.0), (0.3, 0.2, 1 / 3), (0.2, 0.3, 1 / 3), (1e-9, 0.0, 0.001)):
        of = f"relative_error([{a:g}], [{b:g}], 1e-6)"
        assert_close(student.relative_error(np.array([a]), np.array([b]), 1e-6), right, of=of, visible=True)


@check("relative_error", points=2)
def relative_errors_of_any_arrays(student, draw):
    """relative_error(a, b, c) is that of the worst entry, for arrays of any shape"""
    rows, columns = draw.sizes(2)
    for shape in ((rows,), (rows, columns), (1, columns), (rows, 1), (2, rows, columns)):
        a, b = pair(draw, *shape)
        for args in (
            (np.abs(a), np.abs(b), 1e-6),
            (np.abs(b), np.abs(a), 1e-6),
            (a, b, 1e-6),
            (b, a, 1e-6),
            (a, -b, 1e-6),
            (a, b, 1.5 * float(np.abs(a).max())),
            (draw.normal(*shape, scale=2), draw.normal(*shape, scale=2), draw.number(1.1, 1.9)),
        ):
            assert_agrees(student.relative_error, reference.relative_error, *args, of="relative_error(a, b, c)")


@check("relative_error", points=1)
def small_entries_are_not_hidden(student, draw):
    """relative_error(a, b, c) finds a small wrong entry beside large right ones, and is 0 for equal arrays"""
    a = draw.permutation(np.array([1e-4, 3.0, -200.0, 0.0, 40.0]))
    b = a + 0.5e-4 * (a == 1e-4)
    assert_close(student.relative_error(a, b, 1e-6), 1 / 3, of="relative_error of an entry of 1e-4 and one of 1.5e-4")
    assert_close(student.relative_error(a, a.copy(), 1e-6), 0.0, of="relative_error of two equal arrays with a 0")
    zeros = np.zeros(draw.sizes(2))
    assert_close(student.relative_error(zeros, zeros.copy(), 1e-6), 0.0, of="relative_error of two arrays of zeros")


def sizes_of(a, b):
    return np.maximum(np.abs(a), np.abs(b))


@wrong("relative_error", "This is the difference itself; divide it by the size of the entries.")
def absolute_difference(a, b, c):
    return np.max(np.abs(a - b))


@wrong("relative_error", "The difference is divided by |a| only; take the larger of |a| and |b|.")
def relative_to_a(a, b, c):
    return np.max(np.abs(a - b) / np.maximum(np.abs(a), c))


@wrong("relative_error", "The difference is divided by |b| only; take the larger of |a| and |b|.")
def relative_to_b(a, b, c):
    return np.max(np.abs(a - b) / np.maximum(np.abs(b), c))


@wrong("relative_error", "The difference is divided by the sum of |a| and |b|; take the larger of the two.")
def relative_to_the_sum(a, b, c):
    return np.max(np.abs(a - b) / np.maximum(np.abs(a) + np.abs(b), c))


@wrong("relative_error", "This is the mean over the entries; the worst entry counts.")
def mean_of_entries(a, b, c):
    return np.mean(np.abs(a - b) / np.maximum(sizes_of(a, b), c))


@wrong("relative_error", "All entries share one size here, so that a small wrong entry hides; give each entry its own.")
def shared_size(a, b, c):
    return np.max(np.abs(a - b)) / max(np.max(sizes_of(a, b)), c)


@wrong("relative_error", "This compares the lengths of the whole arrays; a small wrong entry hides. Judge each entry.")
def ratio_of_norms(a, b, c):
    return np.sqrt(np.sum((a - b) ** 2)) / max(np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(b**2)), c)


@wrong("relative_error", "c is not used: it is the smallest size that counts, also for two zeros.")
def without_c(a, b, c):
    with np.errstate(all="ignore"):
        return np.max(np.abs(a - b) / sizes_of(a, b))


@wrong("relative_error", "c is added to the size; it only counts where both entries are smaller.")
def c_added(a, b, c):
    return np.max(np.abs(a - b) / (sizes_of(a, b) + c))


@wrong("relative_error", "The difference has kept its sign: an entry that is too small counts as no error.")
def signed_difference(a, b, c):
    return np.max((a - b) / np.maximum(sizes_of(a, b), c))


@wrong("relative_error", "The entries are compared without their signs: 2 and -2 are not the same.")
def signs_lost(a, b, c):
    return np.max(np.abs(np.abs(a) - np.abs(b)) / np.maximum(sizes_of(a, b), c))


@wrong("relative_error", "The size is the larger of a and b with their signs; take the sizes |a| and |b|.")
def size_with_sign(a, b, c):
    return np.max(np.abs(a - b) / np.maximum(np.maximum(a, b), c))


@wrong("relative_error", "There is one number for each entry; return the largest.")
def error_of_each_entry(a, b, c):
    return np.abs(a - b) / np.maximum(sizes_of(a, b), c)


# --- backward ---------------------------------------------------------------------------------------------------------


def network(draw, batch=None):
    """Inputs, targets and parameters of a network of any sizes."""
    rows, inputs, hidden, outputs = draw.sizes(4, high=7)
    rows = batch or rows
    params = {
        "W1": draw.normal(inputs, hidden, scale=0.5, whole=False),
        "b1": draw.normal(1, hidden, scale=0.5, whole=False),
        "W2": draw.normal(hidden, outputs, scale=0.7, whole=False),
        "b2": draw.normal(1, outputs, scale=0.5, whole=False),
    }
    X, T = draw.normal(rows, inputs), draw.normal(rows, outputs)
    # Where tanh is nearly 1, its slope 1 - tanh^2 has few digits in float32.
    shrink = max(1.0, np.abs(X @ params["W1"] + params["b1"]).max() / 2.5)
    return X, T, params | {"W1": params["W1"] / shrink, "b1": params["b1"] / shrink}


@check("backward", points=3)
def gradients_of_any_network(student, draw):
    """backward(X, T, params) is the gradient of E for every parameter, for any batch, any sizes and large inputs"""
    for batch, scale in ((None, 1), (1, 1), (None, 2048)):
        X, T, params = network(draw, batch)
        args = scale * X, T, params | {"W1": params["W1"] / scale}
        assert_agrees(student.backward, reference.backward, *args, of="backward(X, T, params)", parts=NAMES)
    X, T, params = network(draw)
    whole = {name: np.where(each > 0, 1, -1) for name, each in params.items()}
    assert_agrees(student.backward, reference.backward, 0.3 * X, T, whole, of="backward(X, T, params)", parts=NAMES)


@check("backward", points=1)
def gradients_of_tensorflow(student):
    """backward(X, T, params) gives what TensorFlow's GradientTape gives for three networks"""
    for case in known.values():
        arrays = {name: np.array(array) for name, array in case["inputs"].items()}
        expected = {name: np.array(array) for name, array in case["outputs"].items()}
        args = arrays.pop("X"), arrays.pop("T"), arrays
        of = "backward(X, T, params)"
        assert_agrees(student.backward, reference.backward, *args, of=of, parts=NAMES, expected=expected)


def gradients(X, params, H, Ob, Hb):
    """The four gradients from the two deltas."""
    return {
        "W1": X.T @ Hb,
        "b1": Hb.sum(axis=0, keepdims=True),
        "W2": H.T @ Ob,
        "b2": Ob.sum(axis=0, keepdims=True),
    }


@wrong("backward", "The mean over the batch is missing: the output delta is divided by n.")
def mean_missing(X, T, params):
    H, Y = reference.forward(X, params)
    return gradients(X, params, H, Y - T, (Y - T) @ params["W2"].T * (1 - H**2))


@wrong("backward", "There is a factor 2 too many: the half of the error takes it away.")
def factor_2(X, T, params):
    return {name: 2 * each for name, each in reference.backward(X, T, params).items()}


@wrong("backward", "The mean is taken over all entries of Y; the error divides by the rows only.")
def mean_over_all_entries(X, T, params):
    return {name: each / T.shape[1] for name, each in reference.backward(X, T, params).items()}


@wrong("backward", "The sign is reversed: the output delta is (Y - T) / n.")
def backward_reversed(X, T, params):
    return {name: -each for name, each in reference.backward(X, T, params).items()}


@wrong("backward", "The slope of tanh is missing in the hidden delta.")
def slope_missing(X, T, params):
    H, Y = reference.forward(X, params)
    Ob = (Y - T) / len(X)
    return gradients(X, params, H, Ob, Ob @ params["W2"].T)


@wrong("backward", "Brackets are missing around the slope of tanh: it is * (1 - H**2).")
def brackets_missing(X, T, params):
    H, Y = reference.forward(X, params)
    Ob = (Y - T) / len(X)
    return gradients(X, params, H, Ob, Ob @ params["W2"].T * 1 - H**2)


@wrong("backward", "This is the slope of the sigmoid, H * (1 - H); tanh has 1 - H**2.")
def slope_of_sigmoid(X, T, params):
    H, Y = reference.forward(X, params)
    Ob = (Y - T) / len(X)
    return gradients(X, params, H, Ob, Ob @ params["W2"].T * H * (1 - H))


@wrong("backward", "tanh is taken twice: its slope is 1 - H**2, where H is tanh(Z) already.")
def tanh_taken_twice(X, T, params):
    H, Y = reference.forward(X, params)
    Ob = (Y - T) / len(X)
    return gradients(X, params, H, Ob, Ob @ params["W2"].T * (1 - np.tanh(H) ** 2))


@wrong(
    "backward", "The biases' gradients are means over the rows; they are sums, since the mean is in the output delta."
)
def biases_as_means(X, T, params):
    right = reference.backward(X, T, params)
    return {**right, "b1": right["b1"] / len(X), "b2": right["b2"] / len(X)}


@wrong("backward", "The mean is taken twice: the output delta is divided by n already.")
def mean_taken_twice(X, T, params):
    return {name: each / len(X) for name, each in reference.backward(X, T, params).items()}


@wrong("backward", "The sums Z stand in the gradient of W2; the outputs H of tanh belong there.")
def sums_for_outputs(X, T, params):
    right = reference.backward(X, T, params)
    return {
        **right,
        "W2": np.arctanh(reference.forward(X, params)[0]).T @ ((reference.forward(X, params)[1] - T) / len(X)),
    }


@wrong("backward", "The biases' gradients lack the axis of the rows: keep it, their shape is that of the bias.")
def biases_without_rows(X, T, params):
    right = reference.backward(X, T, params)
    return {**right, "b1": right["b1"][0], "b2": right["b2"][0]}


@wrong("backward", "The gradients of the weights are transposed; each has the shape of its parameter.")
def weights_transposed(X, T, params):
    right = reference.backward(X, T, params)
    return {**right, "W1": right["W1"].T.copy(), "W2": right["W2"].T.copy()}


# --- check_gradients --------------------------------------------------------------------------------------------------


def shapes_of(draw, names, low=None):
    """The shapes of four gradients, by name, as in a network."""
    a, b, c = draw.sizes(3, low=low, high=6)
    return dict(zip(names, ((a, b), (1, b), (b, c), (1, c)), strict=True))


def gradients_of_names(draw, names):
    """Measured gradients of any names and shapes, and derived ones in another order, each wrong by its own factor."""
    shapes = shapes_of(draw, names, low=2)
    measured = {name: draw.signs(*shape) * draw.uniform(*shape, low=0.5, high=2.0) for name, shape in shapes.items()}
    factors = draw.permutation(np.array([0.4, 1.6, 2.5, -0.5]))
    wrong = {name: factor * measured[name] for name, factor in zip(names, factors, strict=True)}
    for name in names:  # one entry is worse than the others
        wrong[name].flat[0] *= draw.number(1.1, 1.3)
    return measured, {name: wrong[name] for name in draw.sample(names, 4)}


def told(lesson, names):
    """What check_gradients says, in one order of the names."""

    def errors(*args):
        found = lesson.check_gradients(*args)
        return {name: found[name] for name in names} if isinstance(found, dict) and set(found) == set(names) else found

    return errors


def assert_errors(student, measured, grads, c):
    names = list(measured)
    of = "check_gradients(measured, grads, c)"
    assert_agrees(told(student, names), told(reference, names), measured, grads, c, of=of, parts=names)


@check("check_gradients", points=2, uses=("relative_error",))
def errors_of_any_gradients(student, draw):
    """check_gradients tells the relative error of each gradient, with any names in any order, and uses c"""
    for names in (list(NAMES), draw.sample(["gamma", "beta", "kernel", "scale", "bias", "embedding"], 4)):
        measured, grads = gradients_of_names(draw, names)
        assert_errors(student, measured, grads, 1e-6)
        assert_errors(student, measured, grads, draw.number(6.0, 8.0))
        shapes = shapes_of(draw, names)
        measured, grads = ({name: draw.normal(*shapes[name], scale=30) for name in names} for _ in range(2))
        assert_errors(student, measured, grads, 1e-6)


@check("check_gradients", points=1, uses=("relative_error",))
def errors_of_other_shapes(student, draw):
    """check_gradients gives 2 to each gradient in another shape, and compares the others"""
    measured, grads = gradients_of_names(draw, list(NAMES))
    assert_errors(student, measured, {**grads, "W2": measured["W2"].T.copy(), "b2": 0.7}, 1e-6)
    for name, shape in (("b1", (-1,)), ("W1", (1, -1)), ("b2", (-1, 1))):
        measured, grads = gradients_of_names(draw, list(NAMES))
        grads[name] = measured[name].reshape(shape)
        assert_errors(student, measured, grads, 1e-6)
    assert_errors(student, measured, {**grads, "b1": measured["b1"][:, :1].copy()}, 1e-6)


def errors_with(compare):
    """check_gradients with another way to compare two arrays of one shape."""

    def run(measured, grads, c):
        return {
            name: compare(grads[name], each, c) if np.shape(grads[name]) == each.shape else 2
            for name, each in measured.items()
        }

    return run


@wrong("check_gradients", "These are the largest differences; give the relative errors.")
def differences_told(measured, grads, c):
    return errors_with(absolute_difference.answer)(measured, grads, c)


@wrong("check_gradients", "c is always 1e-6; use the argument c.")
def checked_with_fixed_c(measured, grads, c):
    return reference.check_gradients(measured, grads, 1e-6)


@wrong("check_gradients", "Every parameter has got the largest error of all; each one has its own.")
def one_error_for_all(measured, grads, c):
    errors = reference.check_gradients(measured, grads, c)
    return dict.fromkeys(errors, max(errors.values()))


@wrong("check_gradients", "The shapes are not compared: NumPy stretches a gradient in another shape, or stops.")
def shapes_not_compared(measured, grads, c):
    return {name: reference.relative_error(grads[name], each, c) for name, each in measured.items()}


@wrong("check_gradients", "A gradient in another shape is brought into the right one, and so its mistake is hidden.")
def shapes_adapted(measured, grads, c):
    return {
        name: reference.relative_error(np.resize(grads[name], each.shape), each, c) for name, each in measured.items()
    }


@wrong("check_gradients", "Only the number of entries is compared; the shape has to be the same.")
def sizes_compared(measured, grads, c):
    return {
        name: reference.relative_error(np.reshape(grads[name], each.shape), each, c)
        if np.size(grads[name]) == each.size
        else 2
        for name, each in measured.items()
    }


@wrong("check_gradients", "The gradients are taken in the order of their dictionary, not by their names.")
def by_order(measured, grads, c):
    return reference.check_gradients(measured, dict(zip(measured, grads.values(), strict=True)), c)


@wrong("check_gradients", "A gradient in another shape has the error 1 here; it is 2.")
def other_shapes_by_1(measured, grads, c):
    errors = reference.check_gradients(measured, grads, c)
    return {name: error if np.shape(grads[name]) == measured[name].shape else 1 for name, error in errors.items()}


@wrong("check_gradients", "A gradient in another shape is left out; it has the error 2.")
def other_shapes_left_out(measured, grads, c):
    errors = reference.check_gradients(measured, grads, c)
    return {name: error for name, error in errors.items() if np.shape(grads[name]) == measured[name].shape}


@wrong("check_gradients", "This says whether the gradients agree; give the relative errors.")
def verdicts_told(measured, grads, c):
    return {name: int(error < 1e-5) for name, error in reference.check_gradients(measured, grads, c).items()}


# --- place_of_bug, bugs -----------------------------------------------------------------------------------------------

PLACES = [
    ((), "no gradient is wrong"),
    *(((name,), f"only {name} is wrong") for name in NAMES),
    (("W1", "b1"), "W1 and b1 are wrong"),
    (NAMES, "all four are wrong"),
    (("W2", "b2"), "W2 and b2 are wrong"),
    (("W1", "W2"), "W1 and W2 are wrong"),
    (("W1", "b2"), "W1 and b2 are wrong"),
    (("b1", "W2", "b2"), "all but W1 are wrong"),
    (("W1", "b1", "W2"), "all but b2 are wrong"),
    (("W1", "b1", "b2"), "all but W2 are wrong"),
]


@check("place_of_bug", points=2)
def places_of_bugs(student, draw):
    """place_of_bug(errors, limit) names the place for every kind of set in the table, with any limit"""
    for wrong_names, told in draw.sample(PLACES, len(PLACES)):
        limit = draw.choice([1e-5, 0.01, 0.5, 1.5])
        errors = {
            name: limit * (draw.number(1.5, 9.0) if name in wrong_names else draw.number(0.0, 0.9))
            for name in draw.sample(NAMES, 4)
        }
        right = reference.place_of_bug(errors, limit)
        assert_equal(plain(student.place_of_bug(errors, limit)), right, of=f"place_of_bug where {told}")


@check("place_of_bug", points=1)
def an_error_at_the_limit(student):
    """place_of_bug(errors, limit): an error that is equal to the limit is accepted"""
    for name in ("W1", "b2"):
        errors = {**dict.fromkeys(NAMES, 0.125), name: 0.25}
        assert_equal(plain(student.place_of_bug(errors, 0.25)), "none", of=f"place_of_bug where {name} is at the limit")
        assert_equal(plain(student.place_of_bug(errors, 0.2)), name, of=f"place_of_bug where {name} is above the limit")


def plain(text):
    """A text as written in the table, also where it came with capitals or spaces around it."""
    if not isinstance(text, str):
        return text
    found = text.strip()
    words = {each.casefold(): each for each in (*NAMES, "none", "hidden delta", "output delta", "several")}
    return words.get(found.casefold(), found)


def place_where(answers):
    """A place_of_bug that has other texts for some of the right ones."""

    def place(errors, limit):
        right = reference.place_of_bug(errors, limit)
        return answers.get(right, right)

    return place


@wrong("place_of_bug", "The two deltas are swapped: W1 and b1 come from the hidden delta.")
def deltas_swapped(errors, limit):
    return place_where({"hidden delta": "output delta", "output delta": "hidden delta"})(errors, limit)


@wrong(
    "place_of_bug", "W2 and b2 alone are no sign of the output delta: if it were wrong, W1 and b1 would be wrong, too."
)
def output_delta_from_two(errors, limit):
    bad = {name for name, error in errors.items() if error > limit}
    return "output delta" if bad == {"W2", "b2"} else reference.place_of_bug(errors, limit)


@wrong("place_of_bug", "An error that is equal to the limit is accepted: a wrong one is above the limit.")
def limit_counts_as_wrong(errors, limit):
    return reference.place_of_bug(errors, limit * (1 - 1e-12))


@wrong("place_of_bug", "The limit is not used.")
def limit_ignored(errors, limit):
    return reference.place_of_bug(errors, 1e-5)


@wrong("place_of_bug", "Only the worst gradient is named; look at the whole set of wrong ones.")
def worst_only(errors, limit):
    worst = max(errors, key=errors.get)
    return worst if errors[worst] > limit else "none"


@wrong("place_of_bug", "Three wrong gradients are taken for all four; the fourth is right, so no delta explains it.")
def three_are_all(errors, limit):
    bad = [name for name, error in errors.items() if error > limit]
    return "output delta" if len(bad) == 3 else reference.place_of_bug(errors, limit)


@wrong("place_of_bug", "Any two wrong gradients are taken for the hidden delta; it has to be W1 and b1.")
def two_are_hidden(errors, limit):
    bad = [name for name, error in errors.items() if error > limit]
    return "hidden delta" if len(bad) == 2 else reference.place_of_bug(errors, limit)


@wrong("place_of_bug", "The first wrong gradient in the dictionary is named; the set of all wrong ones decides.")
def first_only(errors, limit):
    return next((name for name in errors if errors[name] > limit), "none")


BUGS = ("c", "d", "a", "b", "e")


def bugs_right(student):
    found = as_letters(student.bugs, "abcdef", of="bugs")
    if len(found) != 5:
        raise Failure(f"bugs has {len(found)} letters, but should have five", found)
    failed = [str(i) for i, (one, right) in enumerate(zip(found, BUGS, strict=True), start=1) if one != right]
    if failed:
        raise Failure(f"bugs is not right for {', '.join(f'backward_{each}' for each in failed)}", found)


bugs = values(
    "bugs",
    points=2,
    sentence="bugs says what is wrong with each of the five functions",
    is_right=bugs_right,
    wrongs={
        "5-is-right": (("c", "d", "a", "b", "a"), "Exactly one is right: look at the last entry of backward_5."),
        "3-and-4-swapped": (("c", "d", "b", "a", "e"), "backward_3 divides by n at the end; does backward_4 anywhere?"),
        "2-is-right": (
            ("c", "a", "a", "b", "e"),
            "The mean over the batch is in Ob of backward_2 already: see its b2.",
        ),
        "1-is-transposed": (("f", "d", "a", "b", "e"), "W2.T is there; in which order are * 1 and - H**2 computed?"),
        "5-is-transposed": (
            ("c", "d", "a", "b", "f"),
            "Z.T @ Ob is transposed rightly; but is it Z that belongs there?",
        ),
        "2-lacks-the-mean": (("c", "b", "a", "b", "e"), "Only b2 is wrong in backward_2, and it is too small."),
        "3-lacks-the-mean": (("c", "d", "b", "b", "e"), "backward_3 divides every gradient by n, at the end."),
        "2-and-4-swapped": (("c", "b", "a", "d", "e"), "In backward_2 one gradient is wrong, in backward_4 all four."),
    },
)


# --- untrusted, float32_check -----------------------------------------------------------------------------------------


def as_whole(function):
    """Answers of True and False as 1 and 0."""

    def call(*args):
        found = function(*args)
        if isinstance(found, list):
            found = np.array(found) if _is_flags(found) else found
        return found.astype(int) if isinstance(found, np.ndarray) and found.dtype == bool else found

    return call


def _is_flags(rows):
    return all(isinstance(row, list) and all(isinstance(each, bool) for each in row) for row in rows)


def assert_untrusted(student, *args):
    of = "untrusted(X, W1, b1, h)"
    flags = as_numbers(as_whole(student.untrusted)(*args), of=of)
    right = as_whole(reference.untrusted)
    assert_agrees(lambda *_: flags, right, *args, of=of)


@check("untrusted", points=2)
def weights_that_cross(student, draw):
    """untrusted(X, W1, b1, h) marks the weights whose step takes a row across the kink, for any layer"""
    inputs, hidden = draw.sizes(2, low=3, high=7)
    X, W1, h = draw.normal(1, inputs), draw.normal(inputs, hidden, scale=0.3), draw.number(0.2, 0.4)
    X[0, 0], W1[0, 0] = -2, draw.integer(7, 9)
    just = h * np.abs(np.resize(X, hidden)) * (1 - 0.002 * draw.signs(hidden))  # what just crosses, or just does not
    for sums in (np.linspace(0.1, 2.0, hidden), just):
        assert_untrusted(student, X, W1, draw.signs(1, hidden) * sums - X @ W1, h)
    rows, inputs, hidden = draw.sizes(3)
    X, W1, b1 = draw.normal(rows, inputs), draw.normal(inputs, hidden, scale=0.3), draw.normal(1, hidden)
    near = draw.normal(1, hidden, scale=0.01, whole=False)  # the sums of the last row, of which most cross
    for biases in (b1, near - X[-1:] @ W1):
        assert_untrusted(student, X, W1, biases, draw.number(0.2, 0.4))


@check("untrusted", points=1)
def weights_at_the_kink(student):
    """untrusted marks a weight whose sum is exactly 0, but not where the input is 0"""
    X, W1 = (
        np.array([[2.0, 0.0, -1.0], [4.0, 5.0, 3.0], [2.0, 0.0, -1.0]]),
        np.array([[1.0, 3.0], [7.0, 5.0], [2.0, 6.0]]),
    )
    b1 = np.array([[0.0, 1.0]])
    for biases, h, told in (
        (b1 + 0.5, 0.01, "no sum is near 0"),
        (b1, 0.01, "a sum is 0"),
        (b1, 0.4, "h is 0.4"),
        (b1, 1.0, "a step ends exactly at 0"),
    ):
        right = as_whole(reference.untrusted)(X, W1, biases, h)
        assert_close(as_whole(student.untrusted)(X, W1, biases, h), right, of=f"untrusted where {told}")


def crossing(X, W1, b1, h):
    """Which row crosses 0 by a step in which weight: (batch, inputs, hidden)."""
    return np.abs(X @ W1 + b1)[:, None, :] < h * np.abs(X)[:, :, None]


@wrong("untrusted", "Only weights that cross in every row are marked; one row is enough.")
def in_all_rows(X, W1, b1, h):
    return crossing(X, W1, b1, h).all(axis=0)


@wrong("untrusted", "The input is missing: a step h of a weight moves the sum by h times the input.")
def input_forgotten(X, W1, b1, h):
    return (np.abs(X @ W1 + b1)[:, None, :] < h * np.ones_like(X)[:, :, None]).any(axis=0)


@wrong("untrusted", "The input has kept its sign: the step goes to both sides, so take |X|.")
def input_with_sign(X, W1, b1, h):
    return (np.abs(X @ W1 + b1)[:, None, :] < h * X[:, :, None]).any(axis=0)


@wrong("untrusted", "The sum has kept its sign: every sum below 0 is marked.")
def sum_with_sign(X, W1, b1, h):
    return ((X @ W1 + b1)[:, None, :] < h * np.abs(X)[:, :, None]).any(axis=0)


@wrong("untrusted", "The biases are missing in the sums.")
def sums_without_bias(X, W1, b1, h):
    return crossing(X, W1, 0 * b1, h).any(axis=0)


@wrong("untrusted", "This marks the weights near 0; the kink is where the sum is 0.")
def weights_near_zero(X, W1, b1, h):
    return np.abs(W1) < h


@wrong("untrusted", "True and False are swapped: mark the weights that cannot be trusted.")
def trusted_marked(X, W1, b1, h):
    return ~crossing(X, W1, b1, h).any(axis=0)


@wrong("untrusted", "A sum that ends exactly at 0 does not cross: the comparison is <, not <=.")
def end_at_zero_marked(X, W1, b1, h):
    return (np.abs(X @ W1 + b1)[:, None, :] <= h * np.abs(X)[:, :, None]).any(axis=0)


@wrong("untrusted", "This counts the rows that cross; True or 1 stands for any number of them.")
def rows_counted(X, W1, b1, h):
    return crossing(X, W1, b1, h).sum(axis=0)


@wrong("untrusted", "Only the first row is looked at.")
def first_row_only(X, W1, b1, h):
    return crossing(X, W1, b1, h)[0]


float32_check = choice(
    "float32_check",
    points=1,
    sentence="float32_check says what to do with a check in float32 that fails",
    answer="c",
    wrongs={
        "a": "In float32 the step is too small already: the rounding error grows when h gets smaller.",
        "b": "A limit of 0.5 lets wrong gradients pass as well: half a gradient is wrong by 0.5.",
        "d": "The rounding is in the loss itself, one number: more rows do not make it more precise.",
    },
)
