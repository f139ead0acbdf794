"""Right answers of gradient descent in other styles than the reference: each of them has to be accepted."""

import numpy as np

from autograder.checks import right


@right("error")
def half_of_a_product(p, t):
    difference = np.subtract(p, t)
    return difference * difference / 2


@right("error")
def in_float32(p, t):
    return np.float32(0.5) * np.square(np.asarray(p, dtype=np.float32) - np.float32(t))


@right("error")
def multiplied_out(p, t):
    return 0.5 * p**2 - p * t + 0.5 * t**2


@right("plot_error")
def as_scatter_on_axes(ps):
    import matplotlib.pyplot as plt

    _, ax = plt.subplots()
    ax.scatter(ps, [(p + 2) ** 2 / 2 for p in ps], s=3)
    ax.axhline(0)
    ax.set_xlabel("$p$")
    ax.set_ylabel("error")


@right("plot_error")
def sorted_as_a_line(numbers):
    import matplotlib.pyplot as plt

    numbers = np.sort(numbers)
    plt.plot(numbers, 0.5 * (numbers + 2) ** 2)
    plt.plot(-2, 0, "ro", label="lowest")
    plt.xlabel("p")
    plt.ylabel("E")


@right("plot_error")
def point_by_point(ps):
    import matplotlib.pyplot as plt

    for p in ps:
        plt.plot(p, 0.5 * (p + 2) ** 2, "b.")
    plt.gca().set(xlabel="p", ylabel="E(p)")


@right("error_change")
def as_an_array(p, new_p, t):
    errors = 0.5 * (np.array([p, new_p]) - t) ** 2
    return np.append(errors, errors[1] - errors[0])


@right("error_change")
def as_a_list(p, new_p, t):
    return [(p - t) ** 2 / 2, (new_p - t) ** 2 / 2, (new_p - p) * (new_p + p - 2 * t) / 2]


@right("ratio")
def divided_one_by_one(p, dp, t):
    return 0.5 * (p + dp - t) ** 2 / dp - 0.5 * (p - t) ** 2 / dp


@right("ratio")
def ratio_worked_out(p, dp, t):
    return p - t + dp / 2


@right("slope")
def slope_of_entries(p, t):
    return -(t - np.asarray(p, dtype=np.float32))


@right("slope")
def slope_by_the_chain_rule(p, t):
    return 0.5 * 2 * (p - t) * 1


@right("direction")
def with_capitals(slope):
    return ["Right", "Stay", "Left"][int(np.sign(slope)) + 1]


@right("direction")
def with_a_chain_of_branches(slope):
    if not slope:
        return "stay"
    elif slope > 0:
        return " left"
    else:
        return "right"


@right("update")
def update_multiplied_out(p, t, lr):
    return (1 - lr) * p + lr * t


@right("update")
def update_of_a_copy(x, target, alpha):
    x = np.array(x, dtype=float)
    x -= alpha * (x - target)
    return x


@right("one_step")
def one_step_with_powers(p, lr):
    return {"E": np.power(p + 2, 2) / 2, "DpE": np.float64(p + 2), "p": (1 - lr) * p - 2 * lr, "other": 3}


@right("one_step")
def one_step_from_the_change(p, lr):
    slope = np.subtract(p, -2, dtype=np.float32)
    return {"DpE": slope, "E": slope**2 / 2, "p": p - lr * slope}


@right("descend")
def path_as_list(p, t, lr, steps):
    return [p := p - lr * (p - t) for _ in range(steps)]


@right("descend")
def path_without_loop(p, t, lr, steps):
    return t + (1 - lr) ** np.arange(1, steps + 1) * (p - t)


@right("descend")
def path_in_float32(p, t, lr, steps):
    path = np.empty(steps + 1, dtype=np.float32)
    path[0] = p
    for i in range(steps):
        path[i + 1] = path[i] - lr * (path[i] - t)
    return path[1:]


@right("place_after")
def place_by_loop(p, t, lr, n):
    for _ in range(n):
        p = p - lr * (p - t)
    return p


@right("place_after")
def place_in_float32(p, t, lr, n):
    return np.float32(t) + np.float32(p - t) * np.prod(np.full(n, 1 - lr, dtype=np.float32))


@right("place_after")
def place_by_powers(p, t, lr, n):
    return p * (1 - lr) ** n + t * (1 - (1 - lr) ** n)


@right("slope")
def slope_in_float32(p, t):
    return np.float32(p) - np.float32(t)


@right("update")
def update_in_float32(p, t, lr):
    p, t = np.float32(p), np.float32(t)
    return p - np.float32(lr) * (p - t)


@right("error_change")
def errors_in_float32(p, new_p, t):
    before, after = (np.float32(0.5) * (np.float32(each) - np.float32(t)) ** 2 for each in (p, new_p))
    return before, after, after - before


@right("ratio")
def ratio_in_float32(p, dp, t):
    p, dp, t = (np.float32(each) for each in (p, dp, t))
    return ((p + dp - t) ** 2 - (p - t) ** 2) / (2 * dp)


@right("steps_until")
def steps_along_the_path(p, t, lr, near):
    if abs(p - t) < near:
        return 0
    if not 0 < lr < 2:
        return None
    steps = 0
    while not abs(p - t) < near:
        p -= lr * (p - t)
        steps += 1
    return steps


@right("steps_until")
def steps_of_a_shrinking_distance(p, t, lr, near):
    distance, steps = abs(p - t), 0
    while distance >= near:
        if abs(1 - lr) >= 1:
            return None
        distance = abs(1 - lr) * distance
        steps = steps + 1
    return steps


@right("steps_until")
def steps_until_it_stands_still(p, t, lr, near):
    """A place that came before, or one that is farther away, never arrives."""
    count, distance = 0, abs(p - t)
    while distance >= near:
        p = (1 - lr) * p + lr * t
        if abs(p - t) > 0.99999 * distance:
            return None
        count, distance = count + 1, abs(p - t)
    return np.int64(count)
