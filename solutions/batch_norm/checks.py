"""Hidden checks and known wrong answers of batch normalization.

With two examples the normalized values are always 1 and -1, and hardly any slope is left for the inputs: batches have
at least four. Epsilon is drawn large, so that it shows where it stands; a small one is asked, too, beside a feature that
is the same in all examples.
"""

import numpy as np

from autograder.checks import assert_agrees, check, choice, known_outputs, reference_of, wrong

reference = reference_of(__file__)
known = known_outputs(__file__)


def signed(draw, *shape, low=0.4, high=2.5):
    return draw.signs(*shape) * draw.uniform(*shape, low=low, high=high)


def batch(draw, examples, features):
    """A batch whose features differ in middle and size."""
    values = draw.normal(examples, features, whole=False)
    return values * draw.uniform(features, low=0.5, high=4) + signed(draw, features, high=6)


def shapes(draw):
    """Numbers of examples and of features: any two, one feature, and more features than examples."""
    examples, features = draw.sizes(2, low=4, high=8)
    return (examples, features), (draw.integer(4, 7), 1), (4, draw.integer(9, 11))


def whole_batch(draw, examples, features):
    return draw.integers(examples, features, low=-4, high=9)


def constant_feature(X):
    """The same batch with a first feature that is always 3."""
    X = X.copy()
    X[:, 0] = 3
    return X


def arrays(case):
    """A case of TensorFlow's with its numbers as arrays."""
    return {
        name: [np.array(each) for each in value] if name in ("batches", "in_training") else np.array(value)
        for name, value in case.items()
    }


# --- statistics -------------------------------------------------------------------------------------------------------

PARTS = ("the mean", "the variance")


@check("statistics", points=1)
def statistics_of_the_text(student):
    """statistics gives the mean 3 and the variance 14/3 for the values 1, 2, 6"""
    X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
    assert_agrees(student.statistics, reference.statistics, X, of="statistics(X)", parts=PARTS, visible=True)


@check("statistics", points=2)
def statistics_of_any_batch(student, draw):
    """statistics is right for any batch: one feature, one example, whole numbers, a feature that is always the same"""
    batches = [batch(draw, *shape) for shape in shapes(draw)]
    examples, features = shapes(draw)[0]
    batches += [whole_batch(draw, examples, features), batch(draw, 1, features)]
    batches += [constant_feature(batches[0]), batch(draw, examples, features) * 40 + 30]
    for X in batches:
        assert_agrees(student.statistics, reference.statistics, X, of="statistics(X)", parts=PARTS)


@wrong("statistics", "These are taken over the features of each example: take them over the examples, axis=0.")
def statistics_of_examples(X):
    return X.mean(axis=1), X.var(axis=1)


@wrong("statistics", "This is one mean and one variance of all numbers; each feature has its own.")
def statistics_of_all(X):
    return X.mean(), X.var()


@wrong("statistics", "The variance is divided by n - 1; here it is divided by n.")
def variance_by_n_minus_1(X):
    mean, variance = reference.statistics(X)
    return mean, variance * len(X) / (len(X) - 1) if len(X) > 1 else variance * np.nan


@wrong("statistics", "This is the standard deviation, the root of the variance.")
def deviation_for_variance(X):
    mean, variance = reference.statistics(X)
    return mean, np.sqrt(variance)


@wrong("statistics", "The mean is not subtracted before the square: this is the mean of the squares.")
def squares_for_variance(X):
    return X.mean(axis=0), (X**2).mean(axis=0)


@wrong("statistics", "The variance is a sum here; divide it by the number of examples.")
def variance_as_sum(X):
    return X.mean(axis=0), ((X - X.mean(axis=0)) ** 2).sum(axis=0)


@wrong("statistics", "The differences are not squared: this is their mean distance.")
def distance_for_variance(X):
    return X.mean(axis=0), abs(X - X.mean(axis=0)).mean(axis=0)


@wrong("statistics", "The two are exchanged: return the mean first.")
def variance_first(X):
    return reference.statistics(X)[::-1]


@wrong("statistics", "The median stands where the mean belongs.")
def median_for_mean(X):
    return np.median(X, axis=0), X.var(axis=0)


# --- scaled -----------------------------------------------------------------------------------------------------------


def check_scaled(student, X, mean, variance, gamma, beta, eps, of="scaled(…)"):
    assert_agrees(student.scaled, reference.scaled, X, mean, variance, gamma, beta, eps, of=of)


def four(draw, features):
    """A mean, a variance, gamma and beta, none of them those of a batch."""
    return (
        signed(draw, features, high=6),
        draw.uniform(features, low=0.3, high=5),
        signed(draw, features),
        signed(draw, features, high=6),
    )


@check("scaled", points=1)
def scaled_of_the_text(student):
    """scaled gives -7.944 for the value 1 with the mean 3, the variance 14/3, eps 1/3, gamma 10 and beta 1"""
    X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
    rest = np.array([3.0, 10.0]), np.array([14 / 3, 0.0]), np.array([10.0, 2.0]), np.array([1.0, -4.0])
    assert_agrees(student.scaled, reference.scaled, X, *rest, 1 / 3, of="scaled(…)", visible=True)


@check("scaled", points=2)
def scaled_of_any_batch(student, draw):
    """scaled is right for any batch with any mean and variance, gammas of both signs, and a variance of 0"""
    for examples, features in (*shapes(draw), (1, draw.integer(3, 6))):
        check_scaled(student, batch(draw, examples, features), *four(draw, features), draw.number(0.3, 0.9))
    examples, features = shapes(draw)[0]
    mean, variance, gamma, beta = four(draw, features)
    variance[0] = 0
    check_scaled(student, batch(draw, examples, features), mean, variance, gamma, beta, 1e-3)
    check_scaled(student, whole_batch(draw, examples, features), *four(draw, features), 0.25)
    check_scaled(student, batch(draw, examples, features) * 30, mean * 10, variance * 300, gamma * 20, beta * 10, 0.5)
    whole = [draw.integers(features, low=1, high=5) for _ in range(4)]
    check_scaled(student, whole_batch(draw, examples, features), *whole, 1)


@check("scaled", points=1, uses=("statistics",))
def scaled_as_keras(student):
    """scaled with the statistics of a batch gives what Keras gives in training; with the running ones, what it gives later"""
    for case in map(arrays, known.values()):
        for X, Y in zip(case["batches"], case["in_training"], strict=True):
            args = X, *reference.statistics(X), case["gamma"], case["beta"], float(case["eps"])
            assert_agrees(student.scaled, reference.scaled, *args, of="scaled(…) of a batch of Keras", expected=Y)
        args = case["batches"][-1], case["moving_mean"], case["moving_variance"], case["gamma"], case["beta"]
        expected = case["when_not_in_training"]
        of = "scaled(…) with the running mean and variance"
        assert_agrees(student.scaled, reference.scaled, *args, float(case["eps"]), of=of, expected=expected)


@wrong("scaled", "eps is added to the root; it stands under the root.")
def eps_outside(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (np.sqrt(variance) + eps) + beta


@wrong("scaled", "eps is left out.")
def eps_left_out(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance) + beta


@wrong("scaled", "eps is always the same here; use the argument.")
def eps_fixed(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + 1e-5) + beta


@wrong("scaled", "eps is subtracted under the root; it is added.")
def eps_subtracted(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance - eps) + beta


@wrong("scaled", "The root is missing: it is divided by the variance.")
def root_missing(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / (variance + eps) + beta


@wrong("scaled", "The mean is not subtracted.")
def mean_not_subtracted(X, mean, variance, gamma, beta, eps):
    return gamma * X / np.sqrt(variance + eps) + beta


@wrong("scaled", "gamma and beta are exchanged: gamma multiplies, beta is added.")
def gamma_and_beta_exchanged(X, mean, variance, gamma, beta, eps):
    return beta * (X - mean) / np.sqrt(variance + eps) + gamma


@wrong("scaled", "beta is added before gamma multiplies, so it is multiplied, too.")
def beta_multiplied(X, mean, variance, gamma, beta, eps):
    return gamma * ((X - mean) / np.sqrt(variance + eps) + beta)


@wrong("scaled", "gamma is left out.")
def gamma_left_out(X, mean, variance, gamma, beta, eps):
    return (X - mean) / np.sqrt(variance + eps) + beta


@wrong("scaled", "beta is left out.")
def beta_left_out(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + eps)


@wrong("scaled", "beta is subtracted; it is added.")
def beta_subtracted(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean) / np.sqrt(variance + eps) - beta


@wrong("scaled", "It uses the mean and the variance of X; use the ones that are given. In part 3 they are others.")
def own_statistics(X, mean, variance, gamma, beta, eps):
    return reference.scaled(X, *reference.statistics(X), gamma, beta, eps)


@wrong("scaled", "Only the mean is divided by the root: a pair of brackets is missing.")
def brackets_missing(X, mean, variance, gamma, beta, eps):
    return gamma * (X - mean / np.sqrt(variance + eps)) + beta


# --- one_row, useless_bias --------------------------------------------------------------------------------------------

one_row = choice(
    "one_row",
    points=1,
    sentence="one_row tells what the layer makes of a batch of one row",
    answer="b",
    wrongs={
        "a": "The mean of one row is the row itself. What is left when it is subtracted?",
        "c": "gamma multiplies what is left after the mean is subtracted. How much is that?",
        "d": "Look at the epsilon under the root: nothing is divided by 0.",
    },
)

useless_bias = choice(
    "useless_bias",
    points=1,
    sentence="useless_bias tells what a bias does right before batch normalization",
    answer="c",
    wrongs={
        "a": "The bias moves all examples of a feature by the same amount. What does it do to their mean?",
        "b": "beta comes after the mean is subtracted, the bias before it. What is left of the bias then?",
        "d": "The variance is about differences to the mean; these do not change when all examples move alike.",
    },
)


# --- running_statistics -----------------------------------------------------------------------------------------------

RUNNING = ("the running mean", "the running variance")


def check_running(student, batches, momentum, expected=None, visible=False):
    of = "running_statistics(batches, momentum)"
    args = batches, momentum
    function = reference.running_statistics
    told = {} if expected is None else {"expected": expected}
    assert_agrees(student.running_statistics, function, *args, of=of, parts=RUNNING, visible=visible, **told)


@check("running_statistics", points=1, uses=("statistics",))
def running_of_the_text(student):
    """running_statistics gives 0.3 and 1.367 after one batch with the values 1, 2, 6 and the momentum 0.9"""
    check_running(student, [np.array([[1.0], [2.0], [6.0]])], 0.9, visible=True)


@check("running_statistics", points=2, uses=("statistics",))
def running_of_any_batches(student, draw):
    """running_statistics is right for any number of batches of unequal sizes, also of one example, and any momentum"""
    for momentum in (draw.number(0.6, 0.9), draw.number(0.1, 0.4)):
        features = draw.integer(2, 5)
        batches = [batch(draw, size, features) for size in draw.sizes(draw.integer(3, 4), low=4, high=9)]
        check_running(student, batches, momentum)
    check_running(student, [whole_batch(draw, size, 3) for size in draw.sizes(2, low=4, high=7)], 0.75)
    check_running(student, [batch(draw, 5, 1)], draw.number(0.3, 0.7))
    check_running(student, [batch(draw, 5, 3), batch(draw, 1, 3)], draw.number(0.3, 0.7))


@check("running_statistics", points=1, uses=("statistics",))
def running_as_keras(student):
    """running_statistics gives the moving mean and the moving variance of Keras"""
    for case in map(arrays, known.values()):
        expected = case["moving_mean"], case["moving_variance"]
        check_running(student, case["batches"], float(case["momentum"]), expected)


def running(update, mean=0.0, variance=1.0):
    """Running statistics with another rule, of the old value, the batch's value and the momentum; or another start."""

    def answer(batches, momentum):
        now = mean, variance
        for X in batches:
            now = [update(old, new, momentum) for old, new in zip(now, reference.statistics(X), strict=True)]
        return tuple(now)

    return answer


def rule(old, new, momentum):
    return momentum * old + (1 - momentum) * new


@wrong("running_statistics", "The momentum is on the wrong side: it multiplies the old value.")
def momentum_on_the_new(batches, momentum):
    return reference.running_statistics(batches, 1 - momentum)


@wrong("running_statistics", "The running variance begins at 1, not at 0.")
def variance_from_zero(batches, momentum):
    return running(rule, variance=0.0)(batches, momentum)


@wrong("running_statistics", "The running mean begins at 0, not at 1.")
def mean_from_one(batches, momentum):
    return running(rule, mean=1.0)(batches, momentum)


@wrong("running_statistics", "It begins with the mean and the variance of the first batch; begin with 0 and 1.")
def from_first_batch(batches, momentum):
    mean, variance = reference.statistics(batches[0])
    return running(rule, mean, variance)(batches[1:], momentum)


@wrong("running_statistics", "The values of the batch are added whole: multiply them by 1 - momentum.")
def batch_added_whole(batches, momentum):
    return running(lambda old, new, momentum: momentum * old + new)(batches, momentum)


@wrong("running_statistics", "This is the plain mean over the batches; the momentum is not used.")
def plain_mean(batches, momentum):
    return tuple(np.mean([reference.statistics(X) for X in batches], axis=0))


@wrong("running_statistics", "Only the last batch counts here: go on from the values after the batch before.")
def last_batch_only(batches, momentum):
    return reference.running_statistics(batches[-1:], momentum)


@wrong("running_statistics", "Only the first batch counts: the function returns inside its loop.")
def first_batch_only(batches, momentum):
    return reference.running_statistics(batches[:1], momentum)


@wrong("running_statistics", "The batches are taken from the last to the first.")
def from_the_last_batch(batches, momentum):
    return reference.running_statistics(batches[::-1], momentum)


@wrong("running_statistics", "The running variance takes the standard deviation of each batch; take the variance.")
def running_deviation(batches, momentum):
    mean, variance = 0.0, 1.0
    for X in batches:
        mean, variance = rule(mean, X.mean(axis=0), momentum), rule(variance, X.std(axis=0), momentum)
    return mean, variance


@wrong("running_statistics", "The variances are divided by n - 1; statistics divides by n.")
def running_by_n_minus_1(batches, momentum):
    mean, variance = 0.0, 1.0
    for X in batches:
        mean, variance = rule(mean, X.mean(axis=0), momentum), rule(variance, X.var(axis=0, ddof=1), momentum)
    return mean, variance


@wrong("running_statistics", "All examples are put into one batch; each batch is one step.")
def one_large_batch(batches, momentum):
    return reference.running_statistics([np.concatenate(batches)], momentum)


# --- folded -----------------------------------------------------------------------------------------------------------

FOLDED = ("the weights", "the biases")


@check("folded", points=1, uses=("scaled",))
def folded_of_the_text(student):
    """folded gives the weights 1, 3, 0 and the bias 3 for the first feature of the example"""
    W, b = np.array([[1.0, -2.0], [3.0, 0.5], [0.0, 4.0]]), np.array([1.0, 2.0])
    rest = np.array([3.0, -1.0]), np.array([3.75, 8.0]), np.array([2.0, 6.0]), np.array([5.0, -1.0])
    assert_agrees(student.folded, reference.folded, W, b, *rest, 0.25, of="folded(…)", parts=FOLDED, visible=True)


@check("folded", points=2, uses=("scaled",))
def folded_of_any_layers(student, draw):
    """folded is right for any two layers, with as many inputs as features, with one input, and with one feature"""
    inputs, features = draw.sizes(2, low=2, high=6)
    for shape in ((inputs, features), (features, features), (1, features), (inputs, 1)):
        W, b = signed(draw, *shape), signed(draw, shape[1])
        args = W, b, *four(draw, shape[1]), draw.number(0.3, 0.9)
        assert_agrees(student.folded, reference.folded, *args, of="folded(…)", parts=FOLDED)
    large = [10 * each for each in (signed(draw, inputs, features), signed(draw, features), *four(draw, features))]
    assert_agrees(student.folded, reference.folded, *large, 0.5, of="folded(…)", parts=FOLDED)
    whole = [draw.integers(features, low=1, high=5) for _ in range(5)]
    W = whole_batch(draw, inputs, features)
    assert_agrees(student.folded, reference.folded, W, *whole, 1, of="folded(…)", parts=FOLDED)


def fold(W, b, mean, variance, gamma, beta, eps):
    scale = gamma / np.sqrt(variance + eps)
    return W * scale, (b - mean) * scale + beta, scale


@wrong("folded", "The scale multiplies the rows of W; each column belongs to a feature.")
def rows_scaled(W, b, mean, variance, gamma, beta, eps):
    _, bias, scale = fold(W, b, mean, variance, gamma, beta, eps)
    return W * scale[:, None], bias


@wrong("folded", "The bias b is left out.")
def bias_left_out(W, b, mean, variance, gamma, beta, eps):
    return fold(W, 0 * b, mean, variance, gamma, beta, eps)[:2]


@wrong("folded", "The bias b is not scaled: it goes through the layer as well.")
def bias_not_scaled(W, b, mean, variance, gamma, beta, eps):
    weights, bias, scale = fold(W, b, mean, variance, gamma, beta, eps)
    return weights, bias - b * scale + b


@wrong("folded", "The mean is subtracted after the scaling; it has to be scaled, too.")
def mean_not_scaled(W, b, mean, variance, gamma, beta, eps):
    weights, _, scale = fold(W, b, mean, variance, gamma, beta, eps)
    return weights, b * scale - mean + beta


@wrong("folded", "The mean is left out.")
def fold_without_mean(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, 0 * mean, variance, gamma, beta, eps)[:2]


@wrong("folded", "The mean is added; it is subtracted.")
def mean_added(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, -mean, variance, gamma, beta, eps)[:2]


@wrong("folded", "The mean is subtracted from the weights, too: it moves the biases only.")
def mean_in_the_weights(W, b, mean, variance, gamma, beta, eps):
    _, bias, scale = fold(W, b, mean, variance, gamma, beta, eps)
    return (W - mean) * scale, bias


@wrong("folded", "beta is added to the weights, too: it moves the biases only.")
def beta_in_the_weights(W, b, mean, variance, gamma, beta, eps):
    weights, bias, _ = fold(W, b, mean, variance, gamma, beta, eps)
    return weights + beta, bias


@wrong("folded", "beta is left out.")
def fold_without_beta(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, mean, variance, gamma, 0 * beta, eps)[:2]


@wrong("folded", "beta is scaled, too; it is added at the very end.")
def beta_scaled(W, b, mean, variance, gamma, beta, eps):
    weights, _, scale = fold(W, b, mean, variance, gamma, beta, eps)
    return weights, (b - mean + beta) * scale


@wrong("folded", "gamma is left out.")
def fold_without_gamma(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, mean, variance, 1.0, beta, eps)[:2]


@wrong("folded", "The weights are not changed; the scale multiplies them, too.")
def weights_not_scaled(W, b, mean, variance, gamma, beta, eps):
    return W, fold(W, b, mean, variance, gamma, beta, eps)[1]


@wrong("folded", "eps is added to the root; it stands under the root.")
def fold_with_eps_outside(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, mean, (np.sqrt(variance) + eps) ** 2, gamma, beta, 0.0)[:2]


@wrong("folded", "eps is left out.")
def fold_without_eps(W, b, mean, variance, gamma, beta, eps):
    return fold(W, b, mean, variance, gamma, beta, 0.0)[:2]


# --- parameter_gradients ----------------------------------------------------------------------------------------------

SLOPES = ("the slopes for gamma", "the slopes for beta")


@check("parameter_gradients", points=1, uses=("statistics", "scaled"))
def parameter_gradients_of_the_text(student):
    """parameter_gradients gives -8.5 / sqrt(5) and -0.5 for the first feature of the example"""
    X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
    dY = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 4.0]])
    function = reference.parameter_gradients
    of = "parameter_gradients(dY, X, eps)"
    assert_agrees(student.parameter_gradients, function, dY, X, 1 / 3, of=of, parts=SLOPES, visible=True)


@check("parameter_gradients", points=2, uses=("statistics", "scaled"))
def parameter_gradients_of_any_batch(student, draw):
    """parameter_gradients is right for any batch, also of one example or of whole numbers, and for the numbers of Keras"""
    of = "parameter_gradients(dY, X, eps)"
    function = reference.parameter_gradients
    examples, features = shapes(draw)[0]
    whole = whole_batch(draw, examples, features), whole_batch(draw, examples, features)
    assert_agrees(student.parameter_gradients, function, *whole, 0.25, of=of, parts=SLOPES)
    for shape in (*shapes(draw), (1, features)):
        dY, X = signed(draw, *shape), batch(draw, *shape)
        for args in ((dY, X, draw.number(0.3, 0.9)), (20 * dY, np.round(X * 3).astype(int), 0.25)):
            assert_agrees(student.parameter_gradients, function, *args, of=of, parts=SLOPES)
    for case in map(arrays, known.values()):
        args = case["dY"], case["batches"][-1], float(case["eps"])
        expected = case["dgamma"], case["dbeta"]
        assert_agrees(student.parameter_gradients, function, *args, of=of, parts=SLOPES, expected=expected)


def normalized(X, eps):
    return reference.scaled(X, *reference.statistics(X), 1.0, 0.0, eps)


@wrong("parameter_gradients", "The slopes for gamma use X itself; gamma multiplies the normalized X.")
def with_raw_input(dY, X, eps):
    return (dY * X).sum(axis=0), dY.sum(axis=0)


@wrong("parameter_gradients", "The slopes for gamma use X without its mean; it has to be divided by the root, too.")
def with_centered_input(dY, X, eps):
    return (dY * (X - X.mean(axis=0))).sum(axis=0), dY.sum(axis=0)


@wrong("parameter_gradients", "These are means over the examples; what the examples give is added.")
def means_for_sums(dY, X, eps):
    return (dY * normalized(X, eps)).mean(axis=0), dY.mean(axis=0)


@wrong("parameter_gradients", "The sums run over the features; they run over the examples.")
def sums_over_features(dY, X, eps):
    return (dY * normalized(X, eps)).sum(axis=1), dY.sum(axis=1)


@wrong("parameter_gradients", "The incoming slopes are missing for gamma.")
def gamma_without_incoming(dY, X, eps):
    return normalized(X, eps).sum(axis=0), dY.sum(axis=0)


@wrong("parameter_gradients", "The two are exchanged: the slopes for gamma come first.")
def slopes_exchanged(dY, X, eps):
    return dY.sum(axis=0), (dY * normalized(X, eps)).sum(axis=0)


@wrong("parameter_gradients", "eps is left out in the normalized X.")
def slopes_without_eps(dY, X, eps):
    return (dY * normalized(X, 0.0)).sum(axis=0), dY.sum(axis=0)


@wrong("parameter_gradients", "The examples are not added up: gamma and beta have one slope for each feature.")
def not_added_up(dY, X, eps):
    return dY * normalized(X, eps), dY


# --- input_gradient ---------------------------------------------------------------------------------------------------


def check_input_gradient(student, dY, X, gamma, eps, **more):
    of = "input_gradient(dY, X, gamma, eps)"
    assert_agrees(student.input_gradient, reference.input_gradient, dY, X, gamma, eps, of=of, **more)


@check("input_gradient", points=1, uses=("statistics", "scaled"))
def input_gradient_of_the_text(student):
    """input_gradient is right for the example"""
    X = np.array([[1.0, 10.0], [2.0, 10.0], [6.0, 10.0]])
    dY = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 4.0]])
    check_input_gradient(student, dY, X, np.array([10.0, 2.0]), 1 / 3, visible=True)


@check("input_gradient", points=3, uses=("statistics", "scaled"))
def input_gradient_of_any_batch(student, draw):
    """input_gradient is right for any batch, with whole numbers, and with a feature that is always the same"""
    for shape in shapes(draw):
        dY, X, gamma = signed(draw, *shape), batch(draw, *shape), signed(draw, shape[1])
        check_input_gradient(student, dY, X, gamma, draw.number(0.3, 0.9))
        check_input_gradient(student, dY * 20, np.round(X * 3).astype(int), gamma, 0.25)
        whole = draw.integers(shape[1], low=1, high=5)
        check_input_gradient(student, whole_batch(draw, *shape), whole_batch(draw, *shape), whole, 0.25)
    X = constant_feature(X)
    check_input_gradient(student, dY, X, gamma, draw.number(0.01, 0.05))


@check("input_gradient", points=1, uses=("statistics", "scaled"))
def input_gradient_as_keras(student):
    """input_gradient gives the slopes that TensorFlow finds for the layer of Keras"""
    for case in map(arrays, known.values()):
        args = case["dY"], case["batches"][-1], case["gamma"], float(case["eps"])
        check_input_gradient(student, *args, expected=case["dX"])


def ways(dY, X, gamma, eps):
    """The three ways of the slope for X: straight, through the mean, through the variance."""
    mean, variance = reference.statistics(X)
    s, g, n = np.sqrt(variance + eps), gamma * dY, len(X)
    through_variance = -(g * (X - mean)).sum(axis=0) / (2 * s**3)
    return g / s, -g.sum(axis=0) / s / n, through_variance * 2 * (X - mean) / n


@wrong("input_gradient", "Only the straight way is there; the ways through the mean and the variance are missing.")
def straight_way_only(dY, X, gamma, eps):
    return ways(dY, X, gamma, eps)[0]


@wrong("input_gradient", "The way through the variance is missing.")
def without_variance(dY, X, gamma, eps):
    straight, for_mean, _ = ways(dY, X, gamma, eps)
    return straight + for_mean


@wrong("input_gradient", "The way through the mean is missing.")
def without_mean(dY, X, gamma, eps):
    straight, _, for_variance = ways(dY, X, gamma, eps)
    return straight + for_variance


@wrong("input_gradient", "gamma is left out.")
def gradient_without_gamma(dY, X, gamma, eps):
    return reference.input_gradient(dY, X, 1.0, eps)


@wrong("input_gradient", "The mean moves by 1 / n when one x moves: the division by n is missing there.")
def mean_way_not_divided(dY, X, gamma, eps):
    straight, for_mean, for_variance = ways(dY, X, gamma, eps)
    return straight + for_mean * len(X) + for_variance


@wrong("input_gradient", "The division by n is missing in the way through the variance.")
def variance_way_not_divided(dY, X, gamma, eps):
    straight, for_mean, for_variance = ways(dY, X, gamma, eps)
    return straight + for_mean + for_variance * len(X)


@wrong("input_gradient", "The factor 2 is missing: the derivative of a square is twice what is squared.")
def variance_way_halved(dY, X, gamma, eps):
    straight, for_mean, for_variance = ways(dY, X, gamma, eps)
    return straight + for_mean + for_variance / 2


@wrong(
    "input_gradient", "The way through the variance has the other sign: a larger variance makes the outputs smaller."
)
def variance_way_with_other_sign(dY, X, gamma, eps):
    straight, for_mean, for_variance = ways(dY, X, gamma, eps)
    return straight + for_mean - for_variance


@wrong("input_gradient", "The way through the mean has the other sign: a larger mean makes the outputs smaller.")
def mean_way_with_other_sign(dY, X, gamma, eps):
    straight, for_mean, for_variance = ways(dY, X, gamma, eps)
    return straight - for_mean + for_variance


@wrong("input_gradient", "The division by the root is missing in the straight way.")
def straight_way_not_divided(dY, X, gamma, eps):
    _, for_mean, for_variance = ways(dY, X, gamma, eps)
    return gamma * dY + for_mean + for_variance


@wrong("input_gradient", "eps is left out; it stands under the root on the way back, too.")
def gradient_without_eps(dY, X, gamma, eps):
    return reference.input_gradient(dY, X, gamma, 1e-30)


@wrong("input_gradient", "The sums run over the features of an example; they run over the examples.")
def gradient_of_examples(dY, X, gamma, eps):
    mean, variance = X.mean(axis=1, keepdims=True), X.var(axis=1, keepdims=True)
    s, g, n = np.sqrt(variance + eps), gamma * dY, X.shape[1]
    for_mean = -g.sum(axis=1, keepdims=True) / s
    for_variance = -(g * (X - mean)).sum(axis=1, keepdims=True) / (2 * s**3)
    return g / s + for_mean / n + for_variance * 2 * (X - mean) / n


@wrong("input_gradient", "gamma is divided by; the slope for the normalized x is gamma times the incoming slope.")
def gamma_divided(dY, X, gamma, eps):
    return reference.input_gradient(dY, X, 1 / gamma, eps)
