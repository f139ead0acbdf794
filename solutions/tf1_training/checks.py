"""Hidden checks and known wrong answers of training with TensorFlow graphs.

What TensorFlow returns is compared with NumPy written here, and with outputs that TensorFlow gave before. float32 stops
short of a minimum: a parameter is right up to rounding errors of the largest number that meets it, and a squared error
near 0 up to what such a change of its root makes.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_close,
    assert_costs,
    assert_near,
    assert_normal,
    check,
    describe,
    entries,
    known_outputs,
    reference_of,
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
        assert_near(found, expected, of=f"the {which} value of {of}", scale=abs(expected), visible=visible)


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


# --- new_layer: judged by its distribution -----------------------------------------------------------------------------


def layer_parts(student, inputs, outputs, stddev):
    of = f"new_layer({inputs}, {outputs}, …)"
    W, b, count = as_parts(student.new_layer(inputs, outputs, stddev), 3, of=of)
    assert_close(count, inputs * outputs + outputs, of=f"the number of parameters of {of}")
    W, b = as_numbers(W, of=f"W of {of}"), as_numbers(b, of=f"b of {of}")
    for name, array, shape in (("W", W, (inputs, outputs)), ("b", b, (1, outputs))):
        if array.shape != shape:
            raise Failure(f"{name} of {of} has shape {array.shape}, but should have {shape}", array)
    return W, b, of


@check("new_layer", points=2, **TENSORFLOW)
def layer_is_drawn(student, draw):
    """new_layer gives W with the standard deviation that is asked for, new at each call, b of zeros, and the number of parameters"""
    for args in ((784, 10, 0.01), (draw.integer(60, 90), draw.integer(50, 59), draw.number(1.5, 3))):
        W, b, of = layer_parts(student, *args)
        assert_normal(W, of=f"W of {of}", stddev=args[2])
        assert_close(b, np.zeros(b.shape), of=f"b of {of}")
        if np.array_equal(W, layer_parts(student, *args)[0]):
            raise Failure(f"two calls of {of} give the same weights", W)


def layer(inputs, outputs, stddev, *, W=None, b=None, count=None):
    drawn_W = np.random.default_rng(inputs).normal(scale=stddev, size=(inputs, outputs))
    count = inputs * outputs + outputs if count is None else count
    return drawn_W if W is None else W, np.zeros((1, outputs)) if b is None else b, count


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


@wrong("new_layer", "The biases are not counted: each entry of b is a parameter too.")
def layer_counted_without_biases(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, count=inputs * outputs)


@wrong("new_layer", "There is one bias for each output, not one for the whole layer.")
def layer_counted_with_one_bias(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, count=inputs * outputs + 1)


@wrong("new_layer", "There is one bias for each output, not for each input.")
def layer_counted_with_input_biases(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, count=inputs * outputs + inputs)


@wrong("new_layer", "W has inputs * outputs entries; the sizes are multiplied, not added.")
def layer_counted_by_adding(inputs, outputs, stddev):
    return layer(inputs, outputs, stddev, count=inputs + outputs + outputs)


# --- dtype_bits, optimizer_rules ---------------------------------------------------------------------------------------


BITS = {
    "float32": (32, 32),
    "float64": (64, 64),
    "int8": (8, 8),
    "int16": (16, 16),
    "int32": (32, 32),
    "int64": (64, 64),
    "uint8": (8, 8),
    "uint16": (16, 16),
    "complex64": (64, 32),
    "complex128": (128, 64),
    "bool": (8, 8),
    "qint8": (8, 8),
    "qint32": (32, 32),
    "quint8": (8, 8),
}


def check_bits(student, names):
    of = f"dtype_bits({names})"
    found = student.dtype_bits(names)
    found = as_parts(list(found) if isinstance(found, np.ndarray) else found, len(names), of=of)
    for name, one in zip(names, found, strict=True):
        pair = as_parts(list(one) if isinstance(one, np.ndarray) else one, 2, of=f"{name} in {of}")
        for what, bits, right in zip(("bits", "bits of the real part"), pair, BITS[name], strict=True):
            assert_close(bits, right, of=f"the {what} of {name} in {of}")


@check("dtype_bits", points=1, **TENSORFLOW)
def bits_of_floats_and_complex(student):
    """dtype_bits is right for the floats and the complex types"""
    check_bits(student, ["float32", "float64", "complex64", "complex128"])


@check("dtype_bits", points=1, **TENSORFLOW)
def bits_of_any_types(student, draw):
    """dtype_bits is right for any list of types, in the order in which they are asked"""
    names = [str(name) for name in draw.permutation(np.array(sorted(BITS)))]
    check_bits(student, names)
    check_bits(student, names[: draw.integer(1, 5)])


def bits_of(names, change):
    return [change(*BITS[name], name) for name in names]


@wrong("dtype_bits", "These are bytes; a byte has 8 bits.")
def bits_in_bytes(names):
    return bits_of(names, lambda all_bits, real, _: (all_bits // 8, real // 8))


@wrong("dtype_bits", "The real part of a complex number has half of the bits: ask real_dtype.")
def bits_of_the_whole_twice(names):
    return bits_of(names, lambda all_bits, real, _: (all_bits, all_bits))


@wrong("dtype_bits", "The first number counts both parts; here it is that of the real part.")
def bits_of_the_real_part_twice(names):
    return bits_of(names, lambda all_bits, real, _: (real, real))


@wrong("dtype_bits", "The two numbers are swapped: that of the whole comes first.")
def bits_swapped(names):
    return bits_of(names, lambda all_bits, real, _: (real, all_bits))


@wrong("dtype_bits", "Every real part is halved; only a complex number has two parts.")
def bits_halved_everywhere(names):
    return bits_of(names, lambda all_bits, real, _: (all_bits, all_bits // 2))


@wrong("dtype_bits", "The bits in the name of a complex type already count both parts.")
def bits_of_complex_doubled(names):
    return bits_of(
        names, lambda all_bits, real, name: (2 * all_bits, all_bits) if "complex" in name else (all_bits, real)
    )


@wrong("dtype_bits", "The answers stand in the order of the sizes; keep the order of the names.")
def bits_sorted(names):
    return sorted(BITS[name] for name in names)


@wrong("dtype_bits", "A bool takes a whole byte in a tensor: ask its size.")
def bits_of_a_bool_alone(names):
    return bits_of(names, lambda all_bits, real, name: (1, 1) if name == "bool" else (all_bits, real))


@wrong("dtype_bits", "This is one list of numbers; give two numbers for each name.")
def bits_in_a_row(names):
    return [bits for name in names for bits in BITS[name]]


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
    assert_costs(cost_list, cost, of=f"the trace of the cost of {of}", scale=scale, visible=visible)
    assert_near(W, end_W, of=f"W of {of}", scale=scale, visible=visible)
    assert_near(b, end_b, of=f"b of {of}", scale=scale, visible=visible)


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
    check_fed(student, (x, y, draw.number(1.5, 3), draw.number(-2, -1), draw.number(1.1, 1.6), 1))


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
        assert_near(one, other, of=f"{name} of {of}", scale=scale, visible=visible)


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
    assert_near(found[0], W, of=f"the trace of W of {of}", scale=scale, visible=visible)
    assert_near(found[1], b, of=f"the trace of b of {of}", scale=scale, visible=visible)
    assert_costs(found[2], cost, of=f"the trace of the cost of {of}", scale=scale, visible=visible)


@check("train_samples", points=1, **TENSORFLOW)
def samples_of_the_repository(student):
    """train_samples goes on from epoch 50 of the published log to epoch 100"""
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


@wrong(
    "train_samples",
    "The cost that is logged was fetched with the update by the last sample; feed train_X and train_Y for it.",
)
def samples_cost_fetched_with_the_last(train_X, train_Y, W0, b0, lr, epochs, display_step):
    W, b, _ = by_samples(train_X, train_Y, W0, b0, lr, epochs, display_step)
    x, y, n = train_X[-1], train_Y[-1], len(train_X)
    before = (W * x + b - y) / (1 - lr * (x**2 + 1) / n)  # the update has made the difference that much smaller
    return W, b, before**2 / (2 * n)


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
    assert_near(w_list, w, of=f"the trace of w of {of}", scale=scale, visible=visible)
    assert_costs(cost_list, cost, of=f"the trace of the cost of {of}", scale=scale, visible=visible)


@check("train_logged", points=1, **TENSORFLOW)
def log_of_the_repository(student):
    """train_logged gives the log of the published run"""
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
        assert_near(one, other, of=f"the trace of {name} of {of}", scale=scale, visible=visible)


@check("train_201", points=1, **TENSORFLOW)
def line_of_the_deck(student):
    """train_201 gives the eleven printed lines"""
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


@wrong("train_201", "W * x is multiplied by b; b is added.")
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
    """keras_fit makes the 30 epochs of the text, and answers for 4, 5 and 6"""
    x = np.array([[1.0], [2.0], [3.0]])
    check_keras(student, (x, x, 2.0, 0.0, 0.03, 30, x + 3), visible=True)


@check("keras_fit", points=2, **TENSORFLOW)
def keras_of_any_samples(student, draw):
    """keras_fit is right for other samples, starts, learning rates and numbers of epochs"""
    count, queries, epochs = draw.sizes(3, low=2, high=6)
    x, y = many_samples(draw, count)
    args = x[:, None], y[:, None], draw.number(1.5, 3), draw.number(-1.5, -0.5), draw.number(0.1, 0.3), epochs
    check_keras(student, (*args, draw.normal(queries, 1)))
    # fit takes 32 rows at a time unless it is told the size of a batch
    x, y = many_samples(draw, 40)
    args = x[:, None], y[:, None], draw.number(1.5, 3), draw.number(-1.5, -0.5), draw.number(1.1, 1.6), 1
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
