"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import reference_of, right

reference = reference_of(__file__)


@right("dense")
def dense_row_by_row(x, W, b):
    return np.array([[max(0.0, sum(xi * wi for xi, wi in zip(row, w)) + bi) for w, bi in zip(W.T, b)] for row in x])


@right("dense")
def dense_in_float32(x, W, b):
    z = np.einsum("bi,iu->bu", x.astype(np.float32), W.astype(np.float32)) + b.astype(np.float32)
    return z * (z > 0)


@right("dense")
def dense_on_a_copy(x, W, b):
    z = np.dot(x, W) + b[None, :]
    z[z < 0] = 0
    return z


@right("order")
def order_as_list():
    return ["d", "b", "a", "c"]


@right("order")
def order_with_arrows():
    return "D -> B -> A -> C"


@right("fates")
def fates_with_commas():
    return "d, a, e, b, c"


@right("without_gradient")
def without_gradient_as_tuple():
    return ("e", "a", "c")


@right("tape_names")
def tape_names_with_brackets():
    return ["persistent=True", "watch_accessed_variables=False", "tape.watch()", "tape.gradient(y, x)"]


@right("one_sided_slopes")
def one_sided_slopes_as_array():
    return np.array([-1.0, 1.0, 0.0, 1.0])


@right("secant_slope")
def secant_with_function(x, h):
    f = np.square
    return (f(x + h) - f(x)) / h


@right("secant_slope")
def secant_simplified(x, h):
    return 2 * x + h


@right("secant_slope")
def secant_in_float32(x, h):
    x, h = np.float32(x), np.float32(h)
    return ((x + h) ** 2 - x**2) / h


@right("plot_secants")
def secants_between_the_points(x, hs):
    import matplotlib.pyplot as plt

    t = np.arange(-12, 12, 0.1)
    plt.scatter(t, t * t)
    for h in hs:
        plt.plot([x, x + h], [x**2, (x + h) ** 2], "r-o")
    plt.plot([x - 1, x, x + 1], [x**2 - 2 * x, x**2, x**2 + 2 * x], "k:")
    plt.axvline(x, color="gray")
    plt.gca().set(xlabel="x", ylabel="f(x)", title="secants")


@right("plot_secants")
def secants_with_axes(x, hs):
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    t = np.linspace(x - 5, x + 5, 100)
    for h in hs:
        ax.plot(t, (2 * x + h) * t - x * (x + h))
    ax.plot(t, 2 * x * t - x**2)
    ax.plot(t, t**2)
    ax.set_xlabel("place")
    ax.set_ylabel("height")
    return figure


@right("plot_secants")
def secants_as_line_and_points(x, hs):
    import matplotlib.pyplot as plt

    t = np.linspace(-10, 10, 1001)
    plt.plot(t, t**2, t, x**2 + 2 * x * (t - x))
    for h in hs:
        slope = ((x + h) ** 2 - x**2) / h
        plt.plot(t, slope * (t - x) + x**2)
        plt.plot(x + h, (x + h) ** 2, "o")
    plt.xlabel("$x$")
    plt.ylabel("$y$")


@right("sign_and_size")
def sign_with_where(x):
    return np.where(x > 0, 1, np.where(x < 0, -1, 0)), np.where(x < 0, -2 * x, 2 * x)


@right("sign_and_size")
def sign_by_comparison(x):
    return [(x > 0).astype(float) - (x < 0), np.sqrt(4 * x**2)]


@right("sign_and_size")
def sign_in_a_loop(x):
    return np.array([0 if each == 0 else int(each / abs(each)) for each in x]), 2 * np.abs(x).astype(np.float32)


@right("descend")
def descend_by_power(x, eta, steps):
    return 1 + (x - 1) * (1 - 2 * eta) ** np.arange(steps + 1)


@right("descend")
def descend_in_an_array(x, eta, steps):
    places = np.zeros(steps + 1)
    places[0] = x
    for k in range(1, steps + 1):
        places[k] = places[k - 1] - 2 * eta * places[k - 1] + 2 * eta
    return places


@right("descend")
def descend_in_float32(x, eta, steps):
    places = [np.float32(x)]
    while len(places) <= steps:
        places.append(places[-1] - np.float32(eta) * 2 * (places[-1] - 1))
    return np.array(places, dtype=np.float32)


@right("plot_descent")
def descent_point_by_point(x, eta, steps):
    import matplotlib.pyplot as plt

    t = np.linspace(-10, 12, 500)
    plt.plot(t, t**2 - 2 * t + 1, "k")
    plt.scatter(1, 0, marker="*")
    for _ in range(steps + 1):
        plt.scatter(x, (x - 1) ** 2)
        plt.vlines(x, 0, (x - 1) ** 2, linestyles="dotted")
        x -= eta * 2 * (x - 1)
    plt.xlabel("x")
    plt.ylabel("y")


@right("plot_descent")
def descent_as_a_path(x, eta, steps):
    import matplotlib.pyplot as plt

    _, ax = plt.subplots()
    places = reference.descend(x, eta, steps)
    wide = np.abs(places).max() + 1
    t = np.linspace(-wide, wide, 60)
    ax.plot(places, np.square(places - 1), "o--")
    ax.plot(t, (t - 1) ** 2)
    ax.set(xlabel="x", ylabel="(x - 1)**2")
    return ax


@right("plot_descent")
def descent_with_plot_o(x, eta, steps):
    import matplotlib.pyplot as plt

    plt.figure(figsize=(4, 3))
    plt.xlabel("weight")
    plt.ylabel("cost")
    grid = np.arange(-9, 9.01, 0.05)
    plt.plot(grid, np.power(grid - 1, 2))
    for place in reference.descend(x, eta, steps):
        plt.plot([place], [(place - 1) ** 2], "ro")


@right("cost")
def cost_with_sum(x, y, W, b):
    return np.sum(np.square(y - (W * x + b))) / len(x)


@right("cost")
def cost_in_a_loop(x, y, W, b):
    total = 0
    for xi, yi in zip(x, y):
        total += (xi * W + b - yi) ** 2
    return total / len(x)


@right("cost")
def cost_as_product(x, y, W, b):
    difference = (np.stack([x, np.ones_like(x)], axis=1) @ np.array([W, b]) - y).astype(np.float32)
    return difference @ difference / difference.size


@right("update")
def update_on_a_copy(W, slope, eta):
    W = np.array(W)
    W -= eta * slope
    return W


@right("update")
def update_added(W, slope, eta):
    return np.add(W, -eta * slope)


@right("update")
def update_in_float32(W, slope, eta):
    return np.float32(W) - np.float32(eta) * np.float32(slope)


@right("back_through_sum")
def back_with_full(x):
    upstream = 2 * np.sum(x)
    return upstream, np.full(x.shape, upstream)


@right("back_through_sum")
def back_in_loops(x):
    total = sum(sum(row) for row in x)
    return float(2 * total), [np.repeat(2 * total, x.size).reshape(x.shape)][0]


@right("back_through_sum")
def back_in_float32(x):
    upstream = 2 * x.astype(np.float32).sum()
    return [upstream, upstream + 0 * x]


@right("power_derivatives")
def power_with_polynomial(x, n):
    line = np.polynomial.Polynomial([0] * n + [1])
    return line.deriv()(x), line.deriv(2)(x)


@right("power_derivatives")
def power_step_by_step(x, n):
    first, second = n, n * (n - 1)
    for _ in range(n - 2):
        first, second = first * x, second * x
    return [first * x, second + 0 * x]


@right("power_derivatives")
def power_in_float32(x, n):
    x = np.float32(x)
    return n * x ** (n - 1), n * (n - 1) * x ** (n - 2)


@right("nested_tapes")
def nested_with_float32(x, n):
    import tensorflow as tf

    x = tf.constant(x, dtype=tf.float32)
    with tf.GradientTape() as g:
        g.watch(x)
        with tf.GradientTape() as gg:
            gg.watch(x)
            y = tf.pow(x, float(n))
        dydx1 = gg.gradient(y, x)
    return dydx1.numpy(), g.gradient(dydx1, x).numpy()


@right("nested_tapes")
def nested_with_a_variable(x, n):
    import tensorflow as tf

    x = tf.Variable(x, dtype=tf.float64)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            y = x
            for _ in range(n - 1):
                y = y * x
        first = inner.gradient(y, x)
    return [first, outer.gradient(first, x)]


@right("nested_tapes")
def nested_with_one_persistent_tape(x, n):
    import tensorflow as tf

    x = tf.convert_to_tensor(x)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        first = tape.gradient(x**n, x)
    return first, tape.gradient(first, x)


@right("chain")
def chain_with_a_variable(x):
    import tensorflow as tf

    x = tf.Variable(x)
    with tf.GradientTape() as f:
        w = tf.square(tf.square(tf.square(x)))
    return f.gradient(w, x).numpy()


@right("chain")
def chain_persistent(x):
    import tensorflow as tf

    x = tf.constant(x, tf.float64)
    with tf.GradientTape(True, False) as f:
        f.watch(x)
        y = x * x
        z = y * y
        w = z * z
    return f.gradient(w, z) * f.gradient(z, y) * f.gradient(y, x)


@right("chain")
def chain_from_a_list(x):
    import tensorflow as tf

    x = tf.constant(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch([x])
        w = ((x**2) ** 2) ** 2
    (slope,) = tape.gradient(w, [x])
    return slope


def chain_tape(x, persistent):
    import tensorflow as tf

    x = tf.Variable(x)
    with tf.GradientTape(persistent) as tape:
        y = x * x
        z = y * y
        w = z * z
    return tape, x, y, z, w


@right("second_gradient")
def second_with_runtime_error(x, persistent):
    tape, x, _, z, w = chain_tape(x, persistent)
    first = tape.gradient(w, x).numpy()
    try:
        second = tape.gradient(z, x).numpy()
    except RuntimeError:
        second = "RuntimeError"
    return first, second


@right("second_gradient")
def second_with_class_name(x, persistent):
    tape, x, _, z, w = chain_tape(x, persistent)
    answer = [tape.gradient(w, x)]
    try:
        answer.append(tape.gradient(z, x))
    except Exception as problem:
        answer.append(problem.__class__.__name__)
    return answer


@right("second_gradient")
def second_as_floats(x, persistent):
    tape, x, _, z, w = chain_tape(x, persistent)
    first = float(tape.gradient(w, x))
    try:
        return first, float(tape.gradient(z, x))
    except RuntimeError as error:
        return first, repr(error).split("(")[0]


@right("three_gradients")
def three_with_a_loop(x):
    tape, x, *targets = chain_tape(x, True)
    return [tape.gradient(target, x) for target in reversed(targets)]


@right("three_gradients")
def three_as_arrays(x):
    tape, x, y, z, w = chain_tape(x, True)
    slopes = tuple(tape.gradient(target, x).numpy() for target in (w, z, y))
    del tape
    return slopes


@right("three_gradients")
def three_by_links(x):
    tape, x, y, z, w = chain_tape(x, True)
    dydx = tape.gradient(y, x)
    dzdx = tape.gradient(z, y) * dydx
    return tape.gradient(w, z) * dzdx, dzdx, dydx


@right("watch_one")
def watch_with_if(x, w, watched):
    import tensorflow as tf

    x, w = tf.constant(x, dtype=tf.float32), tf.constant(w, dtype=tf.float32)
    with tf.GradientTape(persistent=True) as g:
        if watched == "x":
            g.watch(x)
        else:
            g.watch(w)
        y, z = x**3, w**3
    return str(g.gradient(y, x)) if watched == "w" else g.gradient(y, x), g.gradient(z, w)


@right("watch_one")
def watch_with_none_itself(x, w, watched):
    import tensorflow as tf

    both = {"x": tf.constant(x), "w": tf.constant(w)}
    with tf.GradientTape(watch_accessed_variables=False) as g:
        g.watch(both[watched])
        cubes = {name: each**3 for name, each in both.items()}
    slope = g.gradient(cubes[watched], both[watched])
    return (slope, None) if watched == "x" else (None, slope)


@right("watch_one")
def watch_and_name(x, w, watched):
    dydx, dzdw = reference.watch_one(x, w, watched)
    return dydx if isinstance(dydx, str) else dydx.numpy(), dzdw if isinstance(dzdw, str) else dzdw.numpy()


@right("variable_gradient")
def variable_with_none_itself(w, watch_accessed_variables):
    import tensorflow as tf

    w = tf.Variable(w, dtype=tf.float32)
    with tf.GradientTape(False, watch_accessed_variables) as tape:
        z = w * w * w
    return tape.gradient(z, w)


@right("variable_gradient")
def variable_with_if(w, watch_accessed_variables):
    import tensorflow as tf

    w = tf.Variable(initial_value=w)
    if watch_accessed_variables:
        tape = tf.GradientTape()
    else:
        tape = tf.GradientTape(watch_accessed_variables=False)
    with tape:
        z = tf.pow(w, 3)
    slope = tape.gradient(z, w)
    return str(slope) if slope is None else slope.numpy()


@right("variable_gradient")
def variable_from_a_list(w, watch_accessed_variables):
    import tensorflow as tf

    w = tf.Variable(w)
    with tf.GradientTape(watch_accessed_variables=watch_accessed_variables) as tape:
        z = tf.reduce_sum(w**3)
    return tape.gradient(z, [w])[0]


@right("fit")
def fit_with_an_optimizer(x, y, W, b, eta, steps):
    import tensorflow as tf

    W, b = tf.Variable(W), tf.Variable(b)
    optimizer = tf.keras.optimizers.SGD(learning_rate=eta)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(x * W + b - y))
        optimizer.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
    return W.numpy(), b.numpy()


@right("fit")
def fit_with_constants(x, y, W, b, eta, steps):
    import tensorflow as tf

    W, b = tf.constant(W, tf.float64), tf.constant(b, tf.float64)
    for _ in range(steps):
        with tf.GradientTape(persistent=True) as tape:
            tape.watch([W, b])
            loss = tf.reduce_sum((x * W + b - y) ** 2) / len(x)
        W, b = W - eta * tape.gradient(loss, W), b - eta * tape.gradient(loss, b)
    return [float(W), float(b)]


@right("fit")
def fit_with_assign(x, y, W, b, eta, steps):
    import tensorflow as tf

    W, b = tf.Variable(W), tf.Variable(b)
    x, y = tf.cast(x, tf.float32), tf.cast(y, tf.float32)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.math.reduce_mean(tf.math.squared_difference(y, W * x + b))
        slopes = tape.gradient(loss, {"W": W, "b": b})
        W.assign(W - eta * slopes["W"])
        b.assign(b - eta * slopes["b"])
    return W.read_value(), b.read_value()
