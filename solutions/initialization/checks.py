"""Hidden checks and known wrong answers of initialization.

Nothing is random in an answer: the numbers that a start is made from are given. Weights are drawn so large that no layer's
signal dies out, where an answer in float32 would lose its digits.
"""

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    assert_agrees,
    assert_equal,
    check,
    choice,
    known_outputs,
    number,
    reference_of,
    wrong,
)

reference = reference_of(__file__)
known = known_outputs(__file__)

KINDS = ("zeros", "small", "large", "xavier", "he")
ACTIVATIONS = ("tanh", "relu")


def layers(count):
    return [f"layer {number}" for number in range(1, count + 1)]


# --- distinct_units, zero_biases --------------------------------------------------------------------------------------


def assert_counts(student, W, b, of="distinct_units(W, b)"):
    assert_equal(student.distinct_units(W, b), reference.distinct_units(W, b), of=of)


@check("distinct_units", points=2)
def units_of_any_layer(student, draw):
    """distinct_units(W, b) counts the nodes whose weights and bias differ, for any layer"""
    inputs, kinds = draw.sizes(2, low=3, high=6)
    different = draw.permutation(np.arange(inputs * kinds) * 0.5 - 3).reshape(inputs, kinds)  # no number occurs twice
    W = different[:, draw.permutation(np.r_[np.arange(kinds), draw.integers(4, low=0, high=kinds - 1)])]
    assert_counts(student, W, np.zeros((1, W.shape[1])))
    assert_counts(student, W, 0.25 * draw.integers(1, W.shape[1], low=0, high=3))
    assert_counts(student, (2 * W).astype(int), np.arange(W.shape[1])[None])


@check("distinct_units", points=1)
def units_that_are_alike(student):
    """distinct_units tells nodes apart that have the same numbers in another order, the same sum, or opposite signs"""
    nodes = [(1, 2, 0), (2, 1, 0), (-1, -2, 0), (1, 2, 0), (0, 3, 0), (1, 2, -4), (1, 2, 5), (1, 9, 0), (1, 7, 0)]
    *W, b = np.array([*nodes, (6, 7, 0), (-6, 7, 0), (6, -7, 0), (6.5, 7, 0)], dtype=float).T
    W, b = np.array(W), b[None]
    assert_counts(student, W, b, of="distinct_units of thirteen nodes")
    assert_counts(student, W[:1], b, of="distinct_units of nodes with one input")
    near = np.array([[0.25, 0.25 + 2**-12, 0.25, 0.25]])  # a float16 tells these apart, too
    assert_counts(student, near, np.array([[0, 0, 2**-12, 0]]), of="distinct_units of nodes that differ little")
    assert_counts(student, W[:, :1], b[:, :1], of="distinct_units of a single node")
    assert_counts(student, np.full((3, 4), 0.5), np.zeros((1, 4)), of="distinct_units of equal nodes")


def count_of(nodes):
    return len({tuple(node) for node in np.asarray(nodes).tolist()})


@wrong("distinct_units", "The biases are left out: nodes with equal weights and other biases are different.")
def biases_left_out(W, b):
    return count_of(W.T)


@wrong("distinct_units", "These are the different rows of W; a node is a column.")
def rows_counted(W, b):
    return count_of(W)


@wrong("distinct_units", "This counts different numbers; count different nodes, whole columns.")
def numbers_counted(W, b):
    return len(set(np.vstack([W, b]).ravel().tolist()))


@wrong("distinct_units", "Only the sums of the columns are compared; nodes can differ and have the same sum.")
def sums_compared(W, b):
    return len(set((W.sum(axis=0) + b[0]).tolist()))


@wrong("distinct_units", "The order of the weights is lost: (1, 2) and (2, 1) are different nodes.")
def order_lost(W, b):
    return count_of(np.vstack([np.sort(W, axis=0), b]).T)


@wrong("distinct_units", "This counts all nodes; equal ones count once.")
def all_nodes(W, b):
    return W.shape[1]


@wrong("distinct_units", "Only the first weight of each node is compared.")
def first_weight_only(W, b):
    return len(set(W[0].tolist()))


@wrong("distinct_units", "Each node is compared with the one before it only; equal nodes may stand apart.")
def neighbours_compared(W, b):
    nodes = np.vstack([W, b]).T
    return 1 + int(np.any(nodes[1:] != nodes[:-1], axis=1).sum())


@wrong("distinct_units", "This counts the nodes that have no twin; a group of equal nodes counts as one.")
def without_twins(W, b):
    nodes = [tuple(node) for node in np.vstack([W, b]).T.tolist()]
    return sum(nodes.count(node) == 1 for node in nodes)


@wrong("distinct_units", "Signs are lost: weights of opposite signs make different nodes.")
def unit_signs_lost(W, b):
    return count_of(np.abs(np.vstack([W, b])).T)


zero_biases = choice(
    "zero_biases",
    points=1,
    sentence="zero_biases says why biases may start at 0",
    answer="b",
    wrongs={
        "a": "Biases are trained like weights: each has a gradient and moves in every step.",
        "c": "The gradient of a bias is the sum of its node's deltas, and these differ from node to node.",
        "d": "Nodes with different weights have different deltas, so their biases part in the first step.",
    },
)


# --- predicted_spread, steady_std -------------------------------------------------------------------------------------


@check("predicted_spread", points=2)
def spread_of_any_layers(student, draw):
    """predicted_spread(start, fan_ins, stds, k) follows the spread through any number of layers"""
    for count in (draw.integer(3, 6), 1):
        fan_ins = draw.integers(count, low=5, high=400)
        stds = draw.uniform(count, low=0.02, high=0.4) if count > 1 else draw.integers(1, low=2, high=4)
        for k in (1.0, 0.5, draw.number(0.6, 0.9)):
            args = draw.number(0.5, 3.0), fan_ins, stds, k
            of = "predicted_spread(start, fan_ins, stds, k)"
            assert_agrees(student.predicted_spread, reference.predicted_spread, *args, of=of)


@check("predicted_spread", points=1)
def spread_of_the_text(student):
    """predicted_spread falls to 1e-10 in ten layers of 100 inputs with the standard deviation 0.01"""
    args = 1.0, np.full(10, 100), np.full(10, 0.01), 1.0
    of = "predicted_spread for ten layers"
    assert_agrees(student.predicted_spread, reference.predicted_spread, *args, of=of, visible=True)


def along(factor):
    """A prediction whose layers multiply by `factor(fan_in, std, k)`."""

    def predict(start, fan_ins, stds, k):
        return start * np.cumprod([factor(n, std, k) for n, std in zip(fan_ins, stds, strict=True)])

    return predict


@wrong("predicted_spread", "The root is missing: this follows the mean of squares, not the spread.")
def squares_followed(start, fan_ins, stds, k):
    return along(lambda n, std, k: k * n * std**2)(start, fan_ins, stds, k)


@wrong("predicted_spread", "fan_in stands without its root.")
def fan_in_without_root(start, fan_ins, stds, k):
    return along(lambda n, std, k: np.sqrt(k) * n * std)(start, fan_ins, stds, k)


@wrong("predicted_spread", "k stands without its root: it is a share of the mean of squares.")
def k_without_root(start, fan_ins, stds, k):
    return along(lambda n, std, k: k * np.sqrt(n) * std)(start, fan_ins, stds, k)


@wrong("predicted_spread", "The share k is missing.")
def k_missing(start, fan_ins, stds, k):
    return along(lambda n, std, k: np.sqrt(n) * std)(start, fan_ins, stds, k)


@wrong("predicted_spread", "The standard deviation is under the root; sigma stands outside it.")
def std_under_the_root(start, fan_ins, stds, k):
    return along(lambda n, std, k: np.sqrt(k * n * std))(start, fan_ins, stds, k)


@wrong("predicted_spread", "These are the factors of single layers; each layer gets the signal of the one before it.")
def factors_alone(start, fan_ins, stds, k):
    return start * np.sqrt(k * fan_ins) * stds


@wrong("predicted_spread", "The factors are added up; they are multiplied.")
def factors_added(start, fan_ins, stds, k):
    return start * np.cumsum(np.sqrt(k * fan_ins) * stds)


@wrong("predicted_spread", "The spread of the inputs is missing: begin with start.")
def start_missing(start, fan_ins, stds, k):
    return reference.predicted_spread(1.0, fan_ins, stds, k)


@wrong("predicted_spread", "The start is in the result, too; begin with the spread after the first layer.")
def start_told_too(start, fan_ins, stds, k):
    return np.r_[start, reference.predicted_spread(start, fan_ins, stds, k)]


@wrong("predicted_spread", "This is the spread after the last layer only; give it after each layer.")
def last_layer_only(start, fan_ins, stds, k):
    return reference.predicted_spread(start, fan_ins, stds, k)[-1]


@wrong("predicted_spread", "The layer divides by the root of fan_in; a sum of more products is larger.")
def divided_by_fan_in(start, fan_ins, stds, k):
    return along(lambda n, std, k: std / np.sqrt(k * n))(start, fan_ins, stds, k)


@check("steady_std", points=2)
def steady_std_of_any_layer(student, draw):
    """steady_std(fan_in, k) makes the factor of a layer 1, for any number of inputs and any share"""
    for fan_in, k in (
        (draw.integer(5, 400), draw.number(0.3, 0.9)),
        (draw.integer(2, 9), 0.5),
        (2, draw.number(0.2, 0.4)),
        (draw.integer(2, 90), 1.0),
    ):
        assert_agrees(student.steady_std, reference.steady_std, fan_in, k, of="steady_std(fan_in, k)")


@wrong("steady_std", "The root is missing: this is the variance of the weights.")
def variance_of_weights(fan_in, k):
    return 1 / (k * fan_in)


@wrong("steady_std", "This is the factor that a layer has with the standard deviation 1; divide 1 by it.")
def steady_upside_down(fan_in, k):
    return np.sqrt(k * fan_in)


@wrong("steady_std", "k is on the wrong side: a layer that keeps less needs larger weights.")
def steady_k_above(fan_in, k):
    return np.sqrt(k / fan_in)


@wrong("steady_std", "The share k is missing.")
def steady_without_k(fan_in, k):
    return 1 / np.sqrt(fan_in)


@wrong("steady_std", "k stands without its root.")
def steady_k_without_root(fan_in, k):
    return 1 / (k * np.sqrt(fan_in))


@wrong("steady_std", "k is always 1/2 here; use the argument.")
def steady_for_relu(fan_in, k):
    return np.sqrt(2 / fan_in)


@wrong("steady_std", "Without an activation it is always 0.1; that is right for 100 inputs.")
def steady_of_the_example(fan_in, k):
    return 0.1 if k == 1 else 1 / np.sqrt(k * fan_in)


@wrong("steady_std", "The bracket is missing: fan_in is multiplied, and it has to be divided by.")
def steady_bracket_missing(fan_in, k):
    return np.sqrt(1 / k * fan_in)


# --- initial_weights, xavier_uniform ----------------------------------------------------------------------------------


def shape_of(draw):
    """fan_in and fan_out that differ, either of them the larger one."""
    return draw.sizes(2, high=9)


@check("initial_weights", points=2)
def weights_of_any_layer(student, draw):
    """initial_weights is right for each of the five kinds, for wide layers and for narrow ones"""
    small, large = sorted(shape_of(draw))
    for fan_in, fan_out in ((small, large), (large, small)):
        args = fan_in, fan_out, draw.normal(fan_in, fan_out)
        of = "initial_weights(kind, fan_in, fan_out, numbers)"
        assert_agrees(of_kinds(student), of_kinds(reference), *args, of=of, parts=KINDS)


def of_kinds(lesson, kinds=KINDS):
    """The weights of every kind: all are asked for before any is compared, so that kinds that are swapped show."""
    return lambda *args: {kind: lesson.initial_weights(kind, *args) for kind in kinds}


def assert_near(found, right, of):
    """Statistics of many random numbers are near what they estimate."""
    found = float(np.max(np.abs(as_numbers(found, of=of))))
    if not abs(found - right) <= 0.01 * right:
        raise Failure(f"{of} has the size {found:.4g}, but that of Keras is about {right:.4g}", found, right)


@check("initial_weights", points=1)
def standard_deviations_of_keras(student):
    """the standard deviations of "xavier" and "he" are those of tf.keras.initializers, to one per cent"""
    for case in (known[name] for name in ("wide", "narrow", "square")):
        fans = case["fan_in"], case["fan_out"]
        found = of_kinds(student, ("xavier", "he"))(*fans, np.ones(fans))
        for kind, keras in (("xavier", "GlorotNormal"), ("he", "HeNormal")):
            assert_near(found[kind], case[keras]["std"], of=f"initial_weights({kind!r}, {fans[0]}, {fans[1]}, ones)")


def start_with(**stds):
    """initial_weights with other standard deviations for some kinds."""

    def weights(kind, fan_in, fan_out, numbers):
        if kind in stds:
            return stds[kind](fan_in, fan_out) * numbers
        return reference.initial_weights(kind, fan_in, fan_out, numbers)

    return weights


@wrong("initial_weights", "Xavier and He are variances here; take the root for the standard deviation.")
def variances(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: 2 / (n + m), he=lambda n, m: 2 / n)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "he keeps the spread for k = 1 here; ReLU keeps half of the squares.")
def he_without_2(kind, fan_in, fan_out, numbers):
    return start_with(he=lambda n, m: (1 / n) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "He counts the inputs, fan_in; this counts the nodes of the layer, fan_out.")
def he_of_fan_out(kind, fan_in, fan_out, numbers):
    return start_with(he=lambda n, m: (2 / m) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "xavier takes the sum of fan_in and fan_out; take their mean.")
def xavier_without_2(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: (1 / (n + m)) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "xavier counts fan_in alone; take the mean of fan_in and fan_out.")
def xavier_of_fan_in(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: (1 / n) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "xavier is the start of He here; Xavier counts fan_out, too, and has k = 1.")
def xavier_as_he(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: (2 / n) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "A bracket is missing: fan_in + fan_out has to be divided by as a whole.")
def xavier_bracket_missing(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: (2 / n + m) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong(
    "initial_weights", "This is the limit of uniform numbers; normal numbers are multiplied by the standard deviation."
)
def xavier_with_6(kind, fan_in, fan_out, numbers):
    return start_with(xavier=lambda n, m: (6 / (n + m)) ** 0.5)(kind, fan_in, fan_out, numbers)


@wrong("initial_weights", "Xavier and He are swapped.")
def xavier_and_he_swapped(kind, fan_in, fan_out, numbers):
    other = {"xavier": "he", "he": "xavier"}.get(kind, kind)
    return reference.initial_weights(other, fan_in, fan_out, numbers)


@wrong("initial_weights", "The standard deviation divides the numbers; it multiplies them.")
def numbers_divided(kind, fan_in, fan_out, numbers):
    std = reference.initial_weights(kind, fan_in, fan_out, np.ones(numbers.shape))
    return numbers / np.where(std == 0, 1, std) * (std != 0)


@wrong("initial_weights", "The numbers are shifted by the standard deviation; multiply them.")
def numbers_shifted(kind, fan_in, fan_out, numbers):
    return numbers + reference.initial_weights(kind, fan_in, fan_out, np.ones(numbers.shape))


@wrong("initial_weights", "small has the standard deviation 0.01; this is 0.1.")
def small_too_large(kind, fan_in, fan_out, numbers):
    return start_with(small=lambda n, m: 0.1)(kind, fan_in, fan_out, numbers)


@check("xavier_uniform", points=1)
def uniform_of_any_layer(student, draw):
    """xavier_uniform maps numbers from 0 to 1 to numbers from -L to L, for wide layers and for narrow ones"""
    small, large = sorted(shape_of(draw))
    for fan_in, fan_out, low in ((small, large, 0.6), (large, small, 0.6), (1, 2, 0.9)):  # the last has L above 1
        numbers = draw.uniform(fan_in, fan_out, low=low, high=0.95)
        numbers = np.where(draw.integers(fan_in, fan_out, low=0, high=1) == 1, numbers, 1 - numbers)
        of = "xavier_uniform(fan_in, fan_out, numbers)"
        assert_agrees(student.xavier_uniform, reference.xavier_uniform, fan_in, fan_out, numbers, of=of)
    ends = np.arange(small * large).reshape(small, large) % 2  # whole numbers
    assert_agrees(student.xavier_uniform, reference.xavier_uniform, small, large, ends, of=of)


@check("xavier_uniform", points=1)
def limits_of_keras(student):
    """the largest weight is that of tf.keras.initializers.GlorotUniform, to one per cent"""
    for case in (known[name] for name in ("wide", "narrow", "square")):
        fans = case["fan_in"], case["fan_out"]
        for numbers in (np.ones(fans), np.zeros(fans)):
            found = student.xavier_uniform(*fans, numbers)
            assert_near(found, case["GlorotUniform"]["largest"], of=f"xavier_uniform({fans[0]}, {fans[1]}, …)")


@wrong("xavier_uniform", "The numbers begin at 0: 0 has to become -L.")
def from_zero(fan_in, fan_out, numbers):
    return np.sqrt(6 / (fan_in + fan_out)) * numbers


@wrong("xavier_uniform", "The numbers go from -L/2 to L/2 only.")
def half_as_wide(fan_in, fan_out, numbers):
    return np.sqrt(6 / (fan_in + fan_out)) * (numbers - 0.5)


@wrong("xavier_uniform", "This is the standard deviation itself; the limit is the root of 3 times as large.")
def limit_with_2(fan_in, fan_out, numbers):
    return np.sqrt(2 / (fan_in + fan_out)) * (2 * numbers - 1)


@wrong("xavier_uniform", "The limit counts fan_in alone; Xavier counts fan_out as well.")
def limit_of_fan_in(fan_in, fan_out, numbers):
    return np.sqrt(6 / fan_in) * (2 * numbers - 1)


@wrong("xavier_uniform", "The root is missing in the limit.")
def limit_without_root(fan_in, fan_out, numbers):
    return 6 / (fan_in + fan_out) * (2 * numbers - 1)


@wrong("xavier_uniform", "The line is upside down: 0 becomes -L and 1 becomes L.")
def upside_down(fan_in, fan_out, numbers):
    return np.sqrt(6 / (fan_in + fan_out)) * (1 - 2 * numbers)


@wrong("xavier_uniform", "A bracket is missing: 2 * L * numbers - 1 subtracts 1 instead of L.")
def one_subtracted(fan_in, fan_out, numbers):
    return 2 * np.sqrt(6 / (fan_in + fan_out)) * numbers - 1


# --- forward_all, spreads ---------------------------------------------------------------------------------------------


def network(draw, batch, count, low=None):
    """Inputs and the weights of `count` layers, all sizes different; as many rows as inputs where no batch is said."""
    sizes = draw.sizes(count + 1, low, high=9)
    weights = [draw.normal(sizes[i], sizes[i + 1], scale=1.2 / sizes[i] ** 0.5) for i in range(count)]
    return draw.normal(batch or sizes[0], sizes[0]), weights


def networks(draw):
    """A deep network, one with a single layer, one with a single row, and one whose layers are all of one size."""
    deep = network(draw, draw.integer(10, 12), draw.integer(3, 5), low=3)
    size = draw.integer(3, 5)
    square = draw.normal(6, size), [draw.normal(size, size, scale=1.2 / size**0.5) for _ in range(3)]
    return [deep, network(draw, 2, 1), network(draw, 1, 3), square]


@check("forward_all", points=2)
def outputs_of_any_network(student, draw):
    """forward_all gives the outputs of every layer, for both activations, any number of layers and large inputs"""
    X, steep = network(draw, 3, 2, low=3)
    large = X * 40 / np.abs(X @ steep[0]).max()  # exp of these sums is still a number in float32
    for X, weights in [*networks(draw), (large, steep), network(draw, None, 2, low=3)]:
        for activation in ACTIVATIONS:
            of = f"forward_all(X, weights, {activation!r})"
            args = X, weights, activation
            assert_agrees(student.forward_all, reference.forward_all, *args, of=of, parts=layers(len(weights)))


@check("forward_all", points=1)
def outputs_of_tensorflow(student):
    """forward_all gives what TensorFlow gives for three layers"""
    for activation in ACTIVATIONS:
        X, _, weights, outputs, _ = known_network(activation)
        args = X, weights, activation
        of = f"forward_all(X, weights, {activation!r})"
        assert_agrees(student.forward_all, reference.forward_all, *args, of=of, parts=layers(3), expected=outputs)


def known_network(activation):
    case = known[activation]
    arrays = [np.array(case["inputs"][name]) for name in ("X", "G")]
    lists = [[np.array(each) for each in case[name].values()] for name in ("weights", "outputs", "deltas")]
    return *arrays, *lists


def outputs_with(act):
    """The outputs with other activations: act(Z, whether it is the last layer, activation)."""

    def run(X, weights, activation):
        outputs, A = [], X
        for W in weights:
            A = act(A @ W, W is weights[-1], activation)
            outputs.append(A)
        return outputs

    return run


def activate(Z, activation):
    return np.tanh(Z) if activation == "tanh" else np.maximum(Z, 0)


@wrong("forward_all", "The activation is missing: each layer ends with it.")
def activation_missing(X, weights, activation):
    return outputs_with(lambda Z, last, activation: Z)(X, weights, activation)


@wrong("forward_all", "The last layer has no activation here; it has one like all others.")
def last_without_activation(X, weights, activation):
    return outputs_with(lambda Z, last, a: Z if last else activate(Z, a))(X, weights, activation)


@wrong("forward_all", "The activation is always tanh; use the argument.")
def always_tanh(X, weights, activation):
    return outputs_with(lambda Z, last, a: np.tanh(Z))(X, weights, activation)


@wrong("forward_all", "The activation is always ReLU; use the argument.")
def always_relu(X, weights, activation):
    return outputs_with(lambda Z, last, a: np.maximum(Z, 0))(X, weights, activation)


@wrong("forward_all", "These are the weighted sums; store the outputs of the activation.")
def sums_stored(X, weights, activation):
    sums, A = [], X
    for W in weights:
        sums.append(A @ W)
        A = activate(A @ W, activation)
    return sums


@wrong("forward_all", "The list holds X and lacks the last layer: store the outputs after the layer, not before it.")
def one_layer_behind(X, weights, activation):
    return [X, *reference.forward_all(X, weights, activation)[:-1]]


@wrong("forward_all", "X is in the list, too; begin with the first layer's outputs.")
def with_inputs(X, weights, activation):
    return [X, *reference.forward_all(X, weights, activation)]


@wrong("forward_all", "These are only the outputs of the last layer; store those of each layer.")
def last_outputs_only(X, weights, activation):
    return reference.forward_all(X, weights, activation)[-1:]


@wrong("forward_all", "The list is the wrong way round: the first layer's outputs come first.")
def outputs_reversed(X, weights, activation):
    return reference.forward_all(X, weights, activation)[::-1]


@wrong("forward_all", "This is a sigmoid in place of tanh.")
def sigmoid_for_tanh(X, weights, activation):
    return outputs_with(lambda Z, last, a: 1 / (1 + np.exp(-Z)) if a == "tanh" else np.maximum(Z, 0))(
        X, weights, activation
    )


@wrong("forward_all", "This ReLU takes away the sign; numbers below 0 become 0.")
def relu_as_size(X, weights, activation):
    return outputs_with(lambda Z, last, a: np.tanh(Z) if a == "tanh" else np.abs(Z))(X, weights, activation)


@check("spreads", points=2)
def spreads_of_any_arrays(student, draw):
    """spreads(arrays) is the root of the mean of squares of each array, whatever its shape and its mean"""
    a, b, c = draw.sizes(3)
    arrays = [draw.normal(a, b) + 2, draw.normal(c), draw.normal(1, b, scale=0.01), 4 * draw.normal(c, 1) - 12]
    arrays = [*arrays, draw.normal(2, a, c), draw.integers(a, b, low=-9, high=9)]
    for each in (draw.sample(arrays, 6), arrays[:1]):
        assert_agrees(student.spreads, reference.spreads, each, of="spreads(arrays)")


@check("spreads", points=1)
def spreads_of_plain_arrays(student):
    """spreads is 0 for zeros, 5 where all numbers are -5, and 2 for one 4 among three zeros"""
    arrays = [np.zeros((2, 3)), np.full((4, 1), -5.0), np.array([[0.0, 0.0], [0.0, 4.0]])]
    assert_agrees(student.spreads, reference.spreads, arrays, of="spreads(arrays)", visible=True)


def spread_as(measure):
    return lambda arrays: np.array([measure(each) for each in arrays])


@wrong(
    "spreads", "This is np.std, which subtracts the mean first; here the squares are those of the numbers themselves."
)
def std_in_place(arrays):
    return spread_as(np.std)(arrays)


@wrong("spreads", "The root is missing: this is the mean of squares.")
def spreads_without_root(arrays):
    return spread_as(lambda a: np.mean(a**2))(arrays)


@wrong("spreads", "This is the root of the sum of squares; divide by how many numbers there are.")
def spreads_of_sums(arrays):
    return spread_as(lambda a: np.sqrt(np.sum(a**2)))(arrays)


@wrong("spreads", "This is the mean size; take the root of the mean of squares.")
def mean_size(arrays):
    return spread_as(lambda a: np.mean(np.abs(a)))(arrays)


@wrong("spreads", "The sum of squares is divided by the rows only; divide by the number of all entries.")
def divided_by_rows(arrays):
    return spread_as(lambda a: np.sqrt(np.sum(a**2) / len(a)))(arrays)


@wrong("spreads", "The mean is squared; square the numbers first.")
def mean_squared(arrays):
    return spread_as(lambda a: np.sqrt(np.mean(a) ** 2))(arrays)


@wrong("spreads", "All arrays are thrown together; each has its own spread.")
def spread_of_all(arrays):
    together = np.concatenate([np.ravel(each) for each in arrays])
    return np.full(len(arrays), np.sqrt(np.mean(together**2)))


@wrong("spreads", "The sum of squares is divided by one less than the number of entries.")
def divided_by_one_less(arrays):
    return spread_as(lambda a: np.sqrt(np.sum(a**2) / max(a.size - 1, 1)))(arrays)


xavier_with_relu = number(
    "xavier_with_relu",
    points=1,
    sentence="xavier_with_relu is the factor of the spread in ten layers",
    answer=1 / 32,
    wrongs={
        "squares": (1 / 1024, "This is the factor of the mean of squares; take the root."),
        "one-layer": (0.5**0.5, "This is the factor of one layer; the network has ten."),
        "keeps": (1, "Xavier keeps the spread with k = 1; ReLU keeps half of the mean of squares."),
        "upside-down": (32, "ReLU takes something away: the spread falls."),
        "half-a-layer": (0.5, "The factor of one layer is the root of 1/2, and ten of them are multiplied."),
        "times-ten": (10 * 0.5**0.5, "The factors of the layers are multiplied, not added up."),
        "a-tenth": (0.1, "Ten factors are multiplied; each is the root of 1/2."),
    },
)


# --- backward_all, saturation -----------------------------------------------------------------------------------------


def backward_case(draw, X, weights, activation):
    outputs = reference.forward_all(X, weights, activation)
    return draw.normal(*outputs[-1].shape), outputs, weights, activation


@check("backward_all", points=3)
def deltas_of_any_network(student, draw):
    """backward_all gives the delta of every layer, for both activations and any number of layers"""
    for X, weights in networks(draw):
        for activation in ACTIVATIONS:
            args = backward_case(draw, X, weights, activation)
            of = f"backward_all(G, outputs, weights, {activation!r})"
            assert_agrees(student.backward_all, reference.backward_all, *args, of=of, parts=layers(len(weights)))


@check("backward_all", points=1)
def deltas_of_tensorflow(student):
    """backward_all gives what TensorFlow's GradientTape gives for three layers"""
    for activation in ACTIVATIONS:
        _, G, weights, outputs, deltas = known_network(activation)
        args = G, outputs, weights, activation
        of = f"backward_all(G, outputs, weights, {activation!r})"
        assert_agrees(student.backward_all, reference.backward_all, *args, of=of, parts=layers(3), expected=deltas)


def slope(A, activation):
    return 1 - A**2 if activation == "tanh" else (A > 0) * 1.0


def deltas_with(slope=slope, carry=lambda D, W: D @ W.T):
    """The deltas with another slope, or carried back in another way."""

    def run(G, outputs, weights, activation):
        deltas, back = [], G
        for A, W in zip(reversed(outputs), reversed(weights), strict=True):
            D = back * slope(A, activation)
            deltas.insert(0, D)
            back = carry(D, W)
        return deltas

    return run


@wrong("backward_all", "The slopes are missing: each delta is multiplied by the slope of its activation.")
def slopes_missing(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: np.ones(A.shape))(G, outputs, weights, activation)


@wrong("backward_all", "The last layer has an activation as well: multiply G by its slope.")
def last_slope_missing(G, outputs, weights, activation):
    deltas, back = [], G
    for A, W in zip(reversed(outputs), reversed(weights), strict=True):
        D = back * slope(A, activation) if deltas else back
        deltas.insert(0, D)
        back = D @ W.T
    return deltas


@wrong("backward_all", "The list is the wrong way round: the first layer's delta comes first.")
def deltas_reversed(G, outputs, weights, activation):
    return reference.backward_all(G, outputs, weights, activation)[::-1]


@wrong("backward_all", "The slope of tanh is 1 - A**2; the square is missing.")
def tanh_slope_without_square(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: 1 - A if a == "tanh" else slope(A, a))(G, outputs, weights, activation)


@wrong("backward_all", "tanh is taken twice: A is its output already.")
def deltas_tanh_twice(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: 1 - np.tanh(A) ** 2 if a == "tanh" else slope(A, a))(
        G, outputs, weights, activation
    )


@wrong("backward_all", "This is the slope of the sigmoid, A * (1 - A).")
def deltas_sigmoid_slope(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: A * (1 - A) if a == "tanh" else slope(A, a))(G, outputs, weights, activation)


@wrong("backward_all", "The slope of ReLU is 0 where its output is 0: A > 0, not A >= 0.")
def relu_passes_at_zero(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: slope(A, a) if a == "tanh" else (A >= 0) * 1.0)(
        G, outputs, weights, activation
    )


@wrong("backward_all", "The delta is multiplied by the outputs of ReLU; its slope is 1 or 0.")
def relu_outputs_for_slopes(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: slope(A, a) if a == "tanh" else A)(G, outputs, weights, activation)


@wrong("backward_all", "The slope is always that of tanh; use the argument.")
def always_tanh_slope(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: 1 - A**2)(G, outputs, weights, activation)


@wrong("backward_all", "The slope is always that of ReLU; use the argument.")
def always_relu_slope(G, outputs, weights, activation):
    return deltas_with(slope=lambda A, a: (A > 0) * 1.0)(G, outputs, weights, activation)


@wrong("backward_all", "Only the last layer's delta is there; carry it back through every layer.")
def last_delta_only(G, outputs, weights, activation):
    return [G * slope(outputs[-1], activation)]


@wrong(
    "backward_all", "These are the derivatives with respect to the outputs; multiply each by its slope for the delta."
)
def before_the_slopes(G, outputs, weights, activation):
    deltas = reference.backward_all(G, outputs, weights, activation)
    return [*(D @ W.T for D, W in zip(deltas[1:], weights[1:], strict=True)), G]


saturation = choice(
    "saturation",
    points=1,
    sentence="saturation names what holds the deltas back",
    answer="a",
    wrongs={
        "b": "The histograms show them near -1 and 1; and at 0 the slope of tanh is 1, its largest value.",
        "c": "They do: each layer multiplies by its transposed weights.",
        "d": "tanh bounds the outputs on the way forward; on the way back only its slope is multiplied in.",
    },
)
