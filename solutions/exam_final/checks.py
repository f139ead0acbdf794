"""Hidden checks and known wrong answers of the final exam.

All goes by the numbers and tasks of one student: `reference` has them. The references of the TensorFlow blank are NumPy
functions written here: the grader itself never runs TensorFlow.
"""

import itertools

import numpy as np

from autograder.checks import (
    Failure,
    as_numbers,
    as_parts,
    assert_agrees,
    assert_close,
    by_hand,
    check,
    choice,
    known_outputs,
    reference_of,
    values,
    word,
    wrong,
)

reference = reference_of(__file__)
r = reference
known = known_outputs(__file__)

# --- gate_weights -----------------------------------------------------------------------------------------------------


def answers_of(w1, w2, bias, at_zero):
    """What a perceptron answers to 00, 01, 10 and 11."""
    sums = [w1 * x1 + w2 * x2 + bias for x1, x2 in itertools.product((0, 1), repeat=2)]
    return [at_zero if total == 0 else int(total > 0) for total in sums]


def gate_right(student):
    array = as_numbers(student.gate_weights, of="gate_weights").astype(float)
    if array.shape != (3,):
        raise Failure(f"gate_weights has shape {array.shape}, but should be three numbers", array, name="wrong-shape")
    if not set(array.tolist()) <= {-1, 0, 1}:
        raise Failure("gate_weights has numbers other than -1, 0 and 1", array, name="other-numbers")
    wanted, found = answers_of(*r.gate_weights, r.step_at_zero), answers_of(*array, r.step_at_zero)
    if found == wanted:
        return
    mistakes = {
        "other-value-at-zero": answers_of(*array, 1 - r.step_at_zero) == wanted,
        "inputs-exchanged": [found[0], found[2], found[1], found[3]] == wanted,
        "answers-turned-round": [1 - each for each in found] == wanted,
    }
    name = next((name for name, is_so in mistakes.items() if is_so), "")
    told = ", ".join(
        f"{x1}{x2} -> {each}" for (x1, x2), each in zip(itertools.product("01", repeat=2), found, strict=True)
    )
    raise Failure(f"with gate_weights the perceptron answers {told}", array, name=name)


w1, w2, gate_bias = r.gate_weights
gate_weights = values(
    "gate_weights",
    points=5,
    sentence="the perceptron with gate_weights answers as your gate does, with your step function",
    is_right=gate_right,
    wrongs={
        "other-value-at-zero": (
            (w1, w2, gate_bias + 2 * r.step_at_zero - 1),
            "With the other value at exactly 0 this would be right: which of the four sums are 0?",
        ),
        "inputs-exchanged": ((w2, w1, gate_bias), "x1 and x2 are exchanged."),
        "answers-turned-round": (
            (-w1, -w2, 1 - gate_bias - 2 * r.step_at_zero),
            "Every answer is turned round: this is the opposite of your gate.",
        ),
        "other-numbers": ((w1, w2, gate_bias + 0.5), "A number in it is none of -1, 0 and 1."),
    },
)


# --- graph_slope, w_after_1, w_after_2 --------------------------------------------------------------------------------------------

d = r.a * r.q + r.a - r.r

graph_slope = by_hand(
    "graph_slope",
    points=4,
    sentence="graph_slope is the slope of E with respect to a, over both ways through the graph",
    decimals=4,
    answer=lambda: 2 * d * (r.q + 1),
    wrongs={
        "one-way-only": (lambda: 2 * d * r.q, "a goes into u and into s: the effects of both ways are added."),
        "other-way-only": (lambda: 2 * d, "a goes into u as well: the effect of that way is missing."),
        "slope-of-b": (lambda: 2 * d * r.a, "That is the slope with respect to b."),
        "factor-2-missing": (lambda: d * (r.q + 1), "The factor 2 is missing: the derivative of a square is 2d."),
        "square-left-out": (lambda: r.q + 1, "That is the slope of s: the effect of d on E is missing."),
    },
)


def fit_slope(w):
    """The slope of the mean square with respect to w."""
    return 2 * sum(x * (w * x + r.b_fixed - y) for x, y in zip(r.xs, r.ys, strict=True)) / 3


def fit_slope_without_x(w):
    return 2 * sum(w * x + r.b_fixed - y for x, y in zip(r.xs, r.ys, strict=True)) / 3


def fit_slope_without_b(w):
    return 2 * sum(x * (w * x - y) for x, y in zip(r.xs, r.ys, strict=True)) / 3


w_after_1 = by_hand(
    "w_after_1",
    points=4,
    sentence="w_after_1 is the weight after the first step",
    decimals=4,
    answer=lambda: r.w_start - r.etas[0] * fit_slope(r.w_start),
    wrongs={
        "uphill": (
            lambda: r.w_start + r.etas[0] * fit_slope(r.w_start),
            "The step goes against the slope: subtract it.",
        ),
        "sum-for-mean": (lambda: r.w_start - 3 * r.etas[0] * fit_slope(r.w_start), "The mean is missing: divide by 3."),
        "factor-2-missing": (
            lambda: r.w_start - r.etas[0] * fit_slope(r.w_start) / 2,
            "The factor 2 is missing: the derivative of a square is twice what is squared.",
        ),
        "without-x": (
            lambda: r.w_start - r.etas[0] * fit_slope_without_x(r.w_start),
            "The inner derivative is missing: multiply each difference by its x.",
        ),
        "without-b": (
            lambda: r.w_start - r.etas[0] * fit_slope_without_b(r.w_start),
            "The model is w x + b: b is missing, also where it is not trained.",
        ),
        "without-eta": (lambda: r.w_start - fit_slope(r.w_start), "The learning rate is missing."),
        "slope-itself": (lambda: fit_slope(r.w_start), "That is the slope; the weight after the step is asked for."),
    },
)
w_after_2 = by_hand(
    "w_after_2",
    points=3,
    sentence="w_after_2 is the weight after the second step",
    decimals=4,
    uses={"w_after_1": r.w_after_1},
    answer=lambda w_after_1: w_after_1 - r.etas[1] * fit_slope(w_after_1),
    wrongs={
        "old-slope": (
            lambda w_after_1: w_after_1 - r.etas[1] * fit_slope(r.w_start),
            "The slope has to be taken anew, where w is after the first step.",
        ),
        "first-eta": (
            lambda w_after_1: w_after_1 - r.etas[0] * fit_slope(w_after_1),
            "The second step has a learning rate of its own.",
        ),
        "from-the-start": (
            lambda w_after_1: r.w_start - r.etas[1] * fit_slope(w_after_1),
            "The second step begins where the first has ended.",
        ),
        "uphill": (
            lambda w_after_1: w_after_1 + r.etas[1] * fit_slope(w_after_1),
            "The step goes against the slope: subtract it.",
        ),
        "factor-2-missing": (
            lambda w_after_1: w_after_1 - r.etas[1] * fit_slope(w_after_1) / 2,
            "The factor 2 is missing: the derivative of a square is twice what is squared.",
        ),
    },
)


# --- learning_rate ----------------------------------------------------------------------------------------------------

WHYS = {
    "w comes nearer to 0 and stays on the same side of it": "The slope of c w^2 is 2 c w. What is left of w after one "
    "step: does it have the same sign?",
    "w jumps to the other side of 0 at each step, and comes nearer to it": "In each step w is multiplied by 1 - 2 c eta. "
    "Is that between -1 and 0?",
    "w jumps to the other side of 0 at each step, and gets farther away from it": "In each step w is multiplied by "
    "1 - 2 c eta. Is that below -1?",
    "w gets farther away from 0 and stays on the same side of it": "The step goes against the slope, so towards 0: on the "
    "same side it cannot get farther away.",
}
left = 1 - 2 * r.curvature * r.eta
leads = list(WHYS)[0 if left > 0 else 1 if left > -1 else 2]
learning_rate = choice(
    "learning_rate",
    points=4,
    sentence="what the learning rate leads to is chosen",
    options=r.descent_options,
    answer=leads,
    wrongs={text: why for text, why in WHYS.items() if text != leads},
)


# --- p_true, v_slope --------------------------------------------------------------------------------------------------

powers = np.exp(r.logits)
true = r.one_hot.index(1)

p_true = by_hand(
    "p_true",
    points=4,
    sentence="p_true is what softmax gives for the class of the target",
    decimals=4,
    answer=lambda: powers[true] / powers.sum(),
    wrongs={
        "without-exp": (lambda: r.logits[true] / sum(r.logits), "Softmax takes exp of each logit before it divides."),
        "sigmoid": (
            lambda: 1 / (1 + np.exp(-r.logits[true])),
            "That is a sigmoid of this logit alone; softmax divides by the sum over all classes.",
        ),
        "next-class": (lambda: powers[(true + 1) % 3] / powers.sum(), "That is the probability of another class."),
        "class-after-that": (
            lambda: powers[(true + 2) % 3] / powers.sum(),
            "That is the probability of another class.",
        ),
        "divided-by-the-others": (
            lambda: powers[true] / (powers.sum() - powers[true]),
            "The sum runs over all classes, this one included.",
        ),
        "cross-entropy": (lambda: -np.log(powers[true] / powers.sum()), "That is the cross-entropy of this example."),
    },
)
v_slope = by_hand(
    "v_slope",
    points=4,
    sentence="v_slope is the slope of the logit times the output of the hidden node",
    decimals=4,
    uses={"p_true": r.p_true},
    answer=lambda p: (p - 1) * r.h_last,
    wrongs={
        "sign-reversed": (lambda p: (1 - p) * r.h_last, "The sign is reversed: the slope of the logit is p - T."),
        "target-missing": (lambda p: p * r.h_last, "The target of this class is 1: the slope of the logit is p - T."),
        "without-h": (lambda p: p - 1, "That is the slope of the logit; v comes in through h, the output of its node."),
        "softmax-taken-twice": (
            lambda p: (p - 1) * p * (1 - p) * r.h_last,
            "For softmax with cross-entropy p - T is all: no p (1 - p) comes to it.",
        ),
        "slope-in-p": (lambda p: -r.h_last / p if p else np.inf, "-1/p is the slope with respect to p, not the logit."),
    },
)


# --- adam_m, adam_v, adam_w -------------------------------------------------------------------------------------------

adam_m = by_hand(
    "adam_m",
    points=3,
    sentence="adam_m is the new average of the slopes",
    decimals=4,
    answer=lambda: r.beta_1 * r.m_before + (1 - r.beta_1) * r.slope_now,
    wrongs={
        "shares-exchanged": (
            lambda: (1 - r.beta_1) * r.m_before + r.beta_1 * r.slope_now,
            "The shares are exchanged: beta_1 is the share of the old average.",
        ),
        "added-whole": (
            lambda: r.beta_1 * r.m_before + r.slope_now,
            "The slope is added whole; its share is 1 - beta_1.",
        ),
        "old-one-forgotten": (lambda: (1 - r.beta_1) * r.slope_now, "The old average is missing."),
        "corrected": (
            lambda: (r.beta_1 * r.m_before + (1 - r.beta_1) * r.slope_now) / (1 - r.beta_1**r.step_number),
            "The bias correction is in it already; what Adam remembers is m without it.",
        ),
        "sign-of-the-slope": (
            lambda: r.beta_1 * r.m_before - (1 - r.beta_1) * r.slope_now,
            "The slope is subtracted; m is an average of the slopes.",
        ),
    },
)
adam_v = by_hand(
    "adam_v",
    points=3,
    sentence="adam_v is the new average of the squared slopes",
    decimals=4,
    answer=lambda: r.beta_2 * r.v_before + (1 - r.beta_2) * r.slope_now**2,
    wrongs={
        "not-squared": (
            lambda: r.beta_2 * r.v_before + (1 - r.beta_2) * r.slope_now,
            "v is an average of the squares: the slope is not squared.",
        ),
        "shares-exchanged": (
            lambda: (1 - r.beta_2) * r.v_before + r.beta_2 * r.slope_now**2,
            "The shares are exchanged: beta_2 is the share of the old average.",
        ),
        "added-whole": (
            lambda: r.beta_2 * r.v_before + r.slope_now**2,
            "The square is added whole; its share is 1 - beta_2.",
        ),
        "share-squared": (
            lambda: r.beta_2 * r.v_before + ((1 - r.beta_2) * r.slope_now) ** 2,
            "Only the slope is squared, not its share.",
        ),
        "with-beta-1": (
            lambda: r.beta_1 * r.v_before + (1 - r.beta_1) * r.slope_now**2,
            "The shares of v are by beta_2.",
        ),
        "corrected": (
            lambda: (r.beta_2 * r.v_before + (1 - r.beta_2) * r.slope_now**2) / (1 - r.beta_2**r.step_number),
            "The bias correction is in it already; what Adam remembers is v without it.",
        ),
    },
)


def adam(m, v, *, steps=(r.step_number, r.step_number), root=np.sqrt, sign=-1, rate=r.alpha):
    """The new weight, from whatever m and v somebody has."""
    with np.errstate(all="ignore"):
        corrected = np.divide(m, 1 - r.beta_1 ** steps[0]), np.divide(v, 1 - r.beta_2 ** steps[1])
        return float(r.w_before + sign * rate * np.divide(corrected[0], root(corrected[1])))


adam_w = by_hand(
    "adam_w",
    points=6,
    sentence="adam_w is the weight after the step, with both averages corrected",
    decimals=4,
    uses={"adam_m": r.adam_m, "adam_v": r.adam_v},
    answer=adam,
    wrongs={
        "not-corrected": (
            lambda m, v: adam(m, v, steps=(np.inf, np.inf)),
            "The bias correction is missing: divide m by 1 - beta_1^t and v by 1 - beta_2^t.",
        ),
        "t-missing": (
            lambda m, v: adam(m, v, steps=(1, 1)),
            "The t is missing in the bias correction: it is a power, beta^t.",
        ),
        "only-m-corrected": (
            lambda m, v: adam(m, v, steps=(r.step_number, np.inf)),
            "v is corrected as well, by 1 - beta_2^t.",
        ),
        "only-v-corrected": (
            lambda m, v: adam(m, v, steps=(np.inf, r.step_number)),
            "m is corrected as well, by 1 - beta_1^t.",
        ),
        "t-one-less": (
            lambda m, v: adam(m, v, steps=(r.step_number - 1, r.step_number - 1)),
            "t counts the steps from 1, this one included: it is one more.",
        ),
        "t-one-more": (
            lambda m, v: adam(m, v, steps=(r.step_number + 1, r.step_number + 1)),
            "t counts the steps from 1: it is one less.",
        ),
        "without-root": (lambda m, v: adam(m, v, root=np.abs), "The root is missing: m is divided by the root of v."),
        "uphill": (lambda m, v: adam(m, v, sign=1), "The step goes against the slope: subtract it."),
        "without-alpha": (lambda m, v: adam(m, v, rate=1), "The learning rate alpha is missing."),
    },
)


# --- softmax_loss -----------------------------------------------------------------------------------------------------

LOSS = ("E", "the slopes")


def batch(draw, low=None):
    """Logits and one-hot targets of a batch; where there are several rows, no class is that of all."""
    rows, classes = draw.sizes(2, low)
    classes = max(2, classes)
    Z = draw.normal(rows, classes, scale=1.5, whole=False)
    return Z, np.eye(classes)[draw.permutation(np.arange(rows) + draw.integer(1, classes)) % classes]


@check("softmax_loss", points=3)
def error_of_any_batch(student, draw):
    """E of softmax_loss is right for any batch of ordinary logits"""
    of = "softmax_loss(Z, T)"
    first = lambda answer: as_parts(answer, 2, of=of)[0]  # noqa: E731
    Z, T = batch(draw)
    assert_agrees(
        lambda *args: first(student.softmax_loss(*args)),
        lambda *args: reference.softmax_loss(*args)[0],
        Z,
        T,
        of=f"E of {of}",
    )


@check("softmax_loss", points=3)
def slopes_of_any_batch(student, draw):
    """the slopes of softmax_loss are right for any batch of ordinary logits"""
    of = "softmax_loss(Z, T)"
    second = lambda answer: as_parts(answer, 2, of=of)[1]  # noqa: E731
    Z, T = batch(draw)
    assert_agrees(
        lambda *args: second(student.softmax_loss(*args)),
        lambda *args: reference.softmax_loss(*args)[1],
        Z,
        T,
        of=f"the slopes of {of}",
    )


@check("softmax_loss", points=4)
def far_logits(student, draw):
    """E and the slopes of softmax_loss are right and finite for logits of 1000 and -1000, and rows far apart"""
    Z, T = batch(draw, low=3)
    Z = np.round(Z * 64) / 64  # exact in float32 as well, also beside 1000
    Z[0], Z[1] = Z[0] + 1000, Z[1] - 1000
    Z[2, np.argmin(T[2])] += 800  # the class of the target has a probability of 0 in all decimals
    of = "softmax_loss(Z, T) with logits of 1000 and -1000"
    E, dZ = as_parts(student.softmax_loss(Z, T), 2, of=of)
    right_E, right_dZ = reference.softmax_loss(Z, T)
    assert_close(E, right_E, of=f"E of {of}")
    # Who subtracts the logarithm of the sum, and not the largest logit first, rounds as the logits are rounded.
    rounding = np.maximum(1, np.abs(Z).max(axis=1, keepdims=True)) / divisor(T) * np.ones_like(Z)
    assert_close(dZ, right_dZ, of=f"the slopes of {of}", conditioning=rounding)


def divisor(T):
    return len(T) if r.batch_rule == "mean" else 1


def plain_softmax(Z, axis=1):
    powers = np.exp(Z)
    return powers / powers.sum(axis=axis, keepdims=True)


def stable_softmax(Z):
    return plain_softmax(Z - Z.max(axis=1, keepdims=True))


def entropy(P, T):
    return -np.sum(T * np.log(P)) / divisor(T)


@wrong("softmax_loss", "exp overflows for large logits: subtract the largest logit of each row first.")
def exp_overflows(Z, T):
    P = plain_softmax(Z)
    return entropy(P, T), (P - T) / divisor(T)


@wrong("softmax_loss", "A probability that is 0 in all decimals has no logarithm: compute ln p from the logits.")
def logarithm_of_zero(Z, T):
    P = stable_softmax(Z)
    return entropy(P, T), (P - T) / divisor(T)


@wrong("softmax_loss", "A small number is added to the probability: then E stays small where it has to be large.")
def epsilon_in_the_logarithm(Z, T):
    P = stable_softmax(Z)
    return entropy(P + 1e-7, T), (P - T) / divisor(T)


@wrong("softmax_loss", "The largest logit of the whole batch is subtracted; each row has its own.")
def largest_of_the_batch(Z, T):
    P = plain_softmax(Z - Z.max())
    return entropy(P, T), (P - T) / divisor(T)


@wrong("softmax_loss", "Softmax runs over the batch; it has to run over the classes of each row.")
def softmax_over_the_batch(Z, T):
    shifted = Z - Z.max(axis=0)
    log_P = shifted - np.log(np.exp(shifted).sum(axis=0))
    return -np.sum(T * log_P) / divisor(T), (np.exp(log_P) - T) / divisor(T)


def log_softmax(Z):
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


@wrong("softmax_loss", "Mean and sum over the batch are exchanged: see which of them is yours.")
def mean_and_sum_exchanged(Z, T):
    log_P, other = log_softmax(Z), len(T) / divisor(T)
    return -np.sum(T * log_P) / other, (np.exp(log_P) - T) / other


@wrong("softmax_loss", "It is divided by rows times classes; each row is one example, so by the rows at most.")
def mean_over_all_entries(Z, T):
    log_P = log_softmax(Z)
    return -np.sum(T * log_P) / T.size, (np.exp(log_P) - T) / T.size


@wrong("softmax_loss", "E is right, but its slopes are not divided as E is; or the reverse.")
def slopes_of_another_error(Z, T):
    log_P = log_softmax(Z)
    return -np.sum(T * log_P) / divisor(T), (np.exp(log_P) - T) * divisor(T) / len(T)


@wrong(
    "softmax_loss", "These are the slopes with respect to the probabilities, -T / p; those of Z are asked for: p - T."
)
def slopes_by_the_probabilities(Z, T):
    P = stable_softmax(Z)
    return reference.softmax_loss(Z, T)[0], -T / P / divisor(T)


@wrong("softmax_loss", "The sign of the slopes is reversed: they are p - T.")
def slopes_reversed(Z, T):
    log_P = log_softmax(Z)
    return -np.sum(T * log_P) / divisor(T), (T - np.exp(log_P)) / divisor(T)


@wrong("softmax_loss", "The derivative p (1 - p) comes in once more: with cross-entropy the slopes are p - T alone.")
def slopes_with_sigmoid_derivative(Z, T):
    log_P = log_softmax(Z)
    P = np.exp(log_P)
    return -np.sum(T * log_P) / divisor(T), (P - T) * P * (1 - P) / divisor(T)


@wrong("softmax_loss", "E is negative: the minus before the sum is missing.")
def error_without_minus(Z, T):
    log_P = log_softmax(Z)
    return np.sum(T * log_P) / divisor(T), (np.exp(log_P) - T) / divisor(T)


# --- backward ---------------------------------------------------------------------------------------------------------

GRADIENTS = ("W1", "b1", "W2", "b2")


def net(draw):
    """A random net whose batch and layers differ in size; in a batch of several rows, one node sees exactly 0 and no
    other is near it. No sum is large: where an activation is nearly at its end, its slope has few digits in float32."""
    rows, inputs, hidden, outputs = draw.sizes(4)
    while True:
        X = draw.normal(rows, inputs, whole=False) / inputs**0.5
        W1 = draw.normal(inputs, hidden, scale=0.6, whole=False)
        b1 = draw.normal(hidden, scale=0.5, whole=False)
        Z = X @ W1 + b1
        fires = (Z > 0).any(axis=0)  # each node in some row
        is_clear = np.abs(Z).min() > 1e-3 and np.abs(Z).max() < 3
        if is_clear and (Z < 0).any() and (fires.all() if rows > 1 else fires.any()):
            break
    if rows > 1:
        X[0], b1[0] = 0.0, 0.0
    W2, b2 = draw.normal(hidden, outputs, scale=0.6, whole=False), draw.normal(outputs, whole=False)
    return X, draw.normal(rows, outputs, whole=False), W1, b1, W2, b2


def compare_slopes(student, draw, numbers):
    """Compare the slopes of one layer; the other may be right or wrong."""
    of = "backward(X, T, W1, b1, W2, b2)"

    def found(*args):
        parts = as_parts(student.backward(*args), 4, of=of)
        return [parts[number] for number in numbers]

    def right(*args):
        parts = reference.backward(*args)
        return [parts[number] for number in numbers]

    names = [f"the slopes of {GRADIENTS[number]}" for number in numbers]
    assert_agrees(found, right, *net(draw), of=of, parts=names)


@check("backward", points=6)
def output_layer(student, draw):
    """backward gives the slopes of W2 and b2 for any net and any batch"""
    compare_slopes(student, draw, (2, 3))


@check("backward", points=8)
def hidden_layer(student, draw):
    """backward gives the slopes of W1 and b1 for any net and any batch, also where a hidden sum is exactly 0"""
    compare_slopes(student, draw, (0, 1))


BENDS = {
    "sigmoid": (lambda Z: 1 / (1 + np.exp(-Z)), lambda Z, H: H * (1 - H)),
    "tanh": (np.tanh, lambda Z, H: 1 - H**2),
    "relu": (lambda Z: np.maximum(0, Z), lambda Z, H: Z > 0),
}
OTHER = {"sigmoid": "tanh", "tanh": "sigmoid", "relu": "tanh"}
MISTAKEN = {  # a slope of the activation that people take for it
    "sigmoid": lambda Z, H: H * (1 - H) * (1 - H * (1 - H)),
    "tanh": lambda Z, H: 1 - np.tanh(H) ** 2,
    "relu": lambda Z, H: Z >= 0,
}
bend, bend_slope = BENDS[r.activation]


def gone_back(X, T, W1, b1, W2, b2, *, bend=bend, slope=bend_slope, divisor=len, back=lambda W: W, delta=np.subtract):
    """The four slopes, or those of somebody who makes a mistake in one place."""
    Z = X @ W1 + b1
    H = bend(Z)
    dO = delta(H @ W2 + b2, T) / divisor(T)
    dZ = dO @ back(W2).T * slope(Z, H)
    return X.T @ dZ, dZ.sum(axis=0), H.T @ dO, dO.sum(axis=0)


@wrong("backward", "The mean over the batch is missing: divide by the number of rows.")
def batch_mean_missing(*args):
    return gone_back(*args, divisor=lambda T: 1)


@wrong("backward", "It is divided by rows times outputs; the error has the mean over the rows only.")
def divided_by_all_entries(*args):
    return gone_back(*args, divisor=np.size)


@wrong("backward", "A factor 2 is too many: the 2 of the square and the 2 below E cancel.")
def factor_2_too_many(*args):
    return gone_back(*args, divisor=lambda T: len(T) / 2)


@wrong("backward", "The sign is reversed: it is O - T.")
def targets_first(*args):
    return gone_back(*args, delta=lambda O, T: T - O)


@wrong("backward", "The slope of the activation is missing on the way back through the hidden layer.")
def activation_slope_missing(*args):
    return gone_back(*args, slope=lambda Z, H: 1)


@wrong("backward", "The slope of the activation is not right; look at where it is taken, and once or twice.")
def activation_slope_mistaken(*args):
    return gone_back(*args, slope=MISTAKEN[r.activation])


@wrong("backward", "The hidden layer has another activation than yours.")
def another_activation(*args):
    bend, slope = BENDS[OTHER[r.activation]]
    return gone_back(*args, bend=bend, slope=slope)


@wrong("backward", "The activation of the hidden layer is missing in W2's slopes: they take H, not Z.")
def sums_for_outputs(X, T, W1, b1, W2, b2):
    dW1, db1, _, db2 = gone_back(X, T, W1, b1, W2, b2)
    Z = X @ W1 + b1
    return dW1, db1, Z.T @ (bend(Z) @ W2 + b2 - T) / len(T), db2


@wrong("backward", "What goes back uses W2 after its update; it has to be W2 as it was in the forward pass.")
def updated_weights_go_back(X, T, W1, b1, W2, b2):
    dW2 = gone_back(X, T, W1, b1, W2, b2)[2]
    return gone_back(X, T, W1, b1, W2, b2, back=lambda W: W - 0.1 * dW2)


@wrong("backward", "The slopes of the biases are means over the rows; they have to be summed.")
def biases_averaged(*args):
    dW1, db1, dW2, db2 = gone_back(*args)
    return dW1, db1 / len(args[0]), dW2, db2 / len(args[0])


@wrong("backward", "The output layer comes first here; the order is W1, b1, W2, b2.")
def output_layer_first(*args):
    dW1, db1, dW2, db2 = gone_back(*args)
    return dW2, db2, dW1, db1


@wrong("backward", "The slopes of the biases are not summed over the rows of the batch.")
def biases_not_summed(X, T, W1, b1, W2, b2):
    dW1, _, dW2, _ = gone_back(X, T, W1, b1, W2, b2)
    Z = X @ W1 + b1
    H = bend(Z)
    dO = (H @ W2 + b2 - T) / len(T)
    return dW1, dO @ W2.T * bend_slope(Z, H), dW2, dO


# --- run_dense --------------------------------------------------------------------------------------------------------

inputs_first = r.weights_as == "(inputs, outputs)"


def dense_layer(draw):
    rows, inputs, outputs = draw.sizes(3)
    shape = (inputs, outputs) if inputs_first else (outputs, inputs)
    shapes = shape, (outputs,), (rows, inputs), (rows, outputs)
    return tuple(draw.normal(*each, whole=False) for each in shapes)


def compare_dense(student, draw, numbers, names):
    of = "run_dense(W, b, X, dY)"

    def found(*args):
        parts = as_parts(student.run_dense(*args), 4, of=of)
        return [parts[number] for number in numbers]

    def right(*args):
        parts = reference.run_dense(*args)
        return [parts[number] for number in numbers]

    assert_agrees(found, right, *dense_layer(draw), of=of, parts=names)


@check("run_dense", points=2)
def dense_forward(student, draw):
    """forward gives the outputs of any layer"""
    compare_dense(student, draw, (0,), ["the outputs"])


@check("run_dense", points=3)
def dense_inputs(student, draw):
    """backward returns the slopes of the inputs of any layer"""
    compare_dense(student, draw, (1,), ["the slopes of X"])


@check("run_dense", points=5)
def dense_weights(student, draw):
    """backward keeps the slopes of W and b, for the inputs of the last forward of this layer"""
    compare_dense(student, draw, (2, 3), ["dW", "db"])


def dense(W, b, X, dY):
    """Y, dX, dW and db of one layer."""
    if inputs_first:
        return X @ W + b, dY @ W.T, X.T @ dY, dY.sum(axis=0)
    return X @ W.T + b, dY @ W, dY.T @ X, dY.sum(axis=0)


@wrong("run_dense", "The slopes add up over several calls of backward; each call begins anew.")
def slopes_add_up(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    _, _, dW_before, db_before = dense(W, b, X - 1, 2 * dY)
    return Y, dX, dW + dW_before, db + db_before


@wrong("run_dense", "dW is computed with the inputs of the first forward; it has to be those of the last.")
def first_inputs_kept(W, b, X, dY):
    Y, dX, _, db = dense(W, b, X, dY)
    return Y, dX, dense(W, b, X - 1, dY)[2], db


@wrong("run_dense", "Two layers share what forward keeps: keep it in self, not in the class or in a global name.")
def inputs_shared(W, b, X, dY):
    Y, dX, _, db = dense(W, b, X, dY)
    return Y, dX, dense(W, b, X + 1, dY)[2], db


@wrong("run_dense", "The slopes are divided by the number of rows; a mean over the batch is in dY already.")
def divided_by_the_rows(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    return Y, dX, dW / len(X), db / len(X)


@wrong("run_dense", "The slopes of the biases are not summed over the rows.")
def db_not_summed(W, b, X, dY):
    Y, dX, dW, _ = dense(W, b, X, dY)
    return Y, dX, dW, 1 * dY


@wrong("run_dense", "dW is transposed: it has the shape of W.")
def dW_transposed(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    return Y, dX, dW.T, db


@wrong("run_dense", "The bias is missing in forward.")
def bias_left_out(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    return Y - b, dX, dW, db


@wrong("run_dense", "dW is multiplied by W; the slope of a product with respect to one factor is the other.")
def dW_times_W(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    return Y, dX, dW * W, db


@wrong("run_dense", "The sign of what goes back is reversed; a layer does not change it.")
def dX_reversed(W, b, X, dY):
    Y, dX, dW, db = dense(W, b, X, dY)
    return Y, -dX, dW, db


# --- run_optimizer ----------------------------------------------------------------------------------------------------

PATHS = ("W", "b")


def training(draw, lr, steps):
    """Two arrays of unlike shapes, and their slopes: of unlike sizes, and none so near 0 that an epsilon would show."""
    rows, columns = draw.sizes(2, high=5)
    sizes = np.array([1.0, 0.5, 2.0, 0.6, 0.5, 1.5, 0.5])[:steps]

    def slopes(*shape):
        return np.sign(draw.normal(steps, *shape)) * draw.uniform(steps, *shape, low=0.5, high=2.0)

    W_slopes = slopes(rows, columns) * sizes.reshape(-1, 1, 1)
    b_slopes = slopes(columns) * sizes[::-1].reshape(-1, 1)
    W, b = draw.normal(rows, columns, whole=False), draw.normal(columns, whole=False)
    return lr, draw.number(0.6, 0.9), W, b, W_slopes, b_slopes


@check("run_optimizer", points=3)
def first_step(student, draw):
    """the first step of your rule is right, for two arrays"""
    args = training(draw, draw.number(1.1, 1.8), 1)
    assert_agrees(student.run_optimizer, reference.run_optimizer, *args, of="run_optimizer with one step", parts=PATHS)


@check("run_optimizer", points=6)
def seven_steps(student, draw):
    """seven steps of your rule are right, for two arrays with slopes of unlike sizes"""
    args = training(draw, draw.number(0.1, 0.6), 7)
    assert_agrees(
        student.run_optimizer, reference.run_optimizer, *args, of="run_optimizer with seven steps", parts=PATHS
    )


def step_of(memory, g, lr, rho, *, rule=r.rule, sign=1, forgets=False):
    """What is remembered after a step, and the step."""
    if forgets:
        memory = 0 * memory
    if rule == "momentum":
        memory = rho * memory - sign * lr * g
        return memory, memory
    share = {"AdaGrad": (1, 1), "RMSProp": (rho, 1 - rho), "without the second share": (rho, 1)}[rule]
    memory = share[0] * memory + share[1] * g**2
    return memory, -sign * lr * g / np.sqrt(memory)


def run_with(lr, rho, W, b, W_slopes, b_slopes, **changes):
    paths = []
    for p, slopes in ((W, W_slopes), (b, b_slopes)):
        memory, path = np.zeros_like(p), []
        for g in slopes:
            memory, step = step_of(memory, g, lr, rho, **changes)
            p = p + step
            path.append(p)
        paths.append(np.array(path))
    return tuple(paths)


def averaged(memory, g, lr, rho):
    memory = rho * memory - (1 - rho) * lr * g
    return memory, memory


@wrong("run_optimizer", "What the rule remembers is lost from step to step: keep it in self.")
def memory_lost(*args):
    return run_with(*args, forgets=True)


@wrong("run_optimizer", "The arrays move along their slopes; they have to move against them.")
def steps_go_uphill(*args):
    return run_with(*args, sign=-1)


@wrong("run_optimizer", "What the rule remembers is mixed as another rule mixes it: look at the shares of old and new.")
def shares_of_another_rule(lr, rho, W, b, W_slopes, b_slopes):
    if r.rule != "momentum":
        other = {"AdaGrad": "RMSProp", "RMSProp": "without the second share"}[r.rule]
        return run_with(lr, rho, W, b, W_slopes, b_slopes, rule=other)
    paths = []
    for p, slopes in ((W, W_slopes), (b, b_slopes)):
        memory, path = np.zeros_like(p), []
        for g in slopes:
            memory, step = averaged(memory, g, lr, rho)
            p = p + step
            path.append(p)
        paths.append(np.array(path))
    return tuple(paths)


@wrong("run_optimizer", "The learning rate is missing.")
def rate_left_out(lr, rho, *arrays):
    return run_with(1.0, rho, *arrays)


@wrong("run_optimizer", "Only W is updated: go through all keys of the dict.")
def only_the_first_array(lr, rho, W, b, W_slopes, b_slopes):
    path, _ = run_with(lr, rho, W, b, W_slopes, b_slopes)
    return path, np.array([b] * len(b_slopes))


@wrong("run_optimizer", "The learning rate comes in twice.")
def rate_applied_twice(lr, rho, *arrays):
    return run_with(lr * lr, rho, *arrays)


# --- loss_slopes ------------------------------------------------------------------------------------------------------

DERIVATIVES = ("the first derivative", "the second derivative")


def slopes_of_loss(h, y, name=r.loss_name):
    d = h - y
    if name == "log-cosh":
        return np.tanh(d), 1 - np.tanh(d) ** 2
    if name == "pseudo-Huber":
        return d / np.sqrt(1 + d**2), (1 + d**2) ** -1.5
    if name == "Cauchy":
        return 2 * d / (1 + d**2), 2 * (1 - d**2) / (1 + d**2) ** 2
    return 4 * d**3, 12 * d**2


def outputs(draw):
    """Outputs and targets that are neither equal nor so far apart that a loss is flat."""
    (count,) = draw.sizes(1)
    y = draw.normal(count, whole=False)
    return y + draw.uniform(count, low=0.15, high=0.75) * np.where(draw.uniform(count) < 0.5, -1, 1), y


@check("loss_slopes", points=4, library="tensorflow")
def slopes_of_any_outputs(student, draw):
    """loss_slopes(h, y) gives both derivatives of your loss for any outputs and targets"""
    assert_agrees(student.loss_slopes, slopes_of_loss, *outputs(draw), of="loss_slopes(h, y)", parts=DERIVATIVES)


@check("loss_slopes", points=2, library="tensorflow")
def slopes_as_known(student):
    """loss_slopes(h, y) gives what TensorFlow gave before"""
    case = known[r.loss_name]
    args = [np.array(case["inputs"][name]) for name in ("h", "y")]
    expected = [np.array(case["outputs"][name]) for name in ("first", "second")]
    assert_agrees(
        student.loss_slopes, slopes_of_loss, *args, of="loss_slopes(h, y)", parts=DERIVATIVES, expected=expected
    )


@wrong("loss_slopes", "Both arrays have the first derivative; the second is the slope of the first.")
def first_derivative_twice(h, y):
    first, _ = slopes_of_loss(h, y)
    return first, first


@wrong("loss_slopes", "The second is the first squared; it has to be the slope of the first, from a second tape.")
def first_derivative_squared(h, y):
    first, _ = slopes_of_loss(h, y)
    return first, first**2


@wrong("loss_slopes", "The two derivatives are in the other order.")
def second_derivative_first(h, y):
    first, second = slopes_of_loss(h, y)
    return second, first


@wrong("loss_slopes", "The first derivative has the sign of that with respect to y; it has to be with respect to h.")
def derivative_by_the_target(h, y):
    first, second = slopes_of_loss(h, y)
    return -first, second


@wrong("loss_slopes", "The derivatives are summed over the entries; each entry has its own.")
def derivatives_summed(h, y):
    return tuple(each.sum() for each in slopes_of_loss(h, y))


@wrong("loss_slopes", "It is divided by the number of entries; there is no mean in this loss.")
def derivatives_of_the_mean(h, y):
    return tuple(each / len(h) for each in slopes_of_loss(h, y))


# --- tape_reason, loop_fault, graph_word ------------------------------------------------------------------------------

TAPE_WHYS = {
    "the tape does not follow a constant unless it is told to watch it": "x is a tf.Variable here; a tape follows it by "
    "itself.",
    "the tape forgets what it has recorded after its first gradient, since it is not persistent": "tape.gradient is "
    "called only once here.",
    "a part of the computation stands after the with block, where nothing is recorded": "All that is computed from x "
    "stands inside the with block here.",
    "a part of the computation is done in NumPy, which the tape cannot follow": "Nothing is turned into a NumPy number "
    "here.",
}
tape_lines = "\n".join(r.tape_question["program"])
tape_fault = list(TAPE_WHYS)[
    0 if "constant(3" in tape_lines else 1 if "slope" in tape_lines else 3 if "np." in tape_lines else 2
]
tape_reason = choice(
    "tape_reason",
    points=4,
    sentence="the reason is chosen",
    options=r.tape_options,
    answer=tape_fault,
    wrongs={text: why for text, why in TAPE_WHYS.items() if text != tape_fault},
)

LOOP_WHYS = {
    "the weights are the ones of the start again in every epoch": "The weights are set once only, before the loop.",
    "the optimizer begins in every epoch as if it were the first": "The optimizer is made once only, before the loop, and "
    "remembers its averages.",
    "every epoch applies the slopes that the very first weights had": "The slopes are taken inside the loop, anew in "
    "every epoch.",
    "one of the two layers is never trained": "The slopes are taken for the variables of the whole model.",
}
before_loop, in_loop = "\n".join(r.loop_program).split("for epoch")
what_is_wrong = list(LOOP_WHYS)[
    0 if "set_weights" in in_loop else 1 if "Adam" in in_loop else 2 if "slopes" in before_loop else 3
]
loop_fault = choice(
    "loop_fault",
    points=4,
    sentence="what is wrong with the training is chosen",
    options=r.loop_options,
    answer=what_is_wrong,
    wrongs={text: why for text, why in LOOP_WHYS.items() if text != what_is_wrong},
)

WORDS = {
    "placeholder": (
        [
            "placeholder",
            "placeholders",
            "tf.placeholder",
            "tf.compat.v1.placeholder",
            "플레이스홀더",
            "자리 표시기",
            "자리 표시자",
        ],
        {"variable": "A variable has a value of its own.", "constant": "A constant has a value of its own."},
    ),
    "variable": (
        ["variable", "variables", "tf.Variable", "tf.compat.v1.Variable", "변수", "텐서플로 변수"],
        {
            "placeholder": "A placeholder keeps nothing: it is fed anew in each run.",
            "constant": "No training changes a constant.",
        },
    ),
    "session": (
        ["session", "sess", "a session", "tf.Session", "tf.compat.v1.Session", "세션"],
        {
            "graph": "The graph only describes what is to be computed.",
            "operation": "An operation is a node that is carried out; it has no method run of its own for the graph.",
        },
    ),
    "feed_dict": (
        ["feed_dict", "feeddict", "feed dictionary", "피드 딕셔너리", "피드 딕트"],
        {
            "placeholder": "A placeholder is what is fed; the argument has another name.",
            "fetches": "What is fetched comes out of run; the argument for what goes in has another name.",
        },
    ),
}
graph_word = word(
    "graph_word",
    points=3,
    sentence="the word is found",
    answers=WORDS[r.graph_word][0],
    wrongs=WORDS[r.graph_word][1],
)
