"""The numbers and tasks of each student's final exam."""

GATES = [
    {"name": "x1 AND NOT x2", "table": "00 -> 0, 01 -> 0, 10 -> 1, 11 -> 0"},
    {"name": "x2 AND NOT x1", "table": "00 -> 0, 01 -> 1, 10 -> 0, 11 -> 0"},
    {"name": "x1 OR NOT x2", "table": "00 -> 1, 01 -> 0, 10 -> 1, 11 -> 1"},
    {"name": "x2 OR NOT x1", "table": "00 -> 1, 01 -> 1, 10 -> 0, 11 -> 1"},
]
WHERE_IT_LEADS = (
    "w comes nearer to 0 and stays on the same side of it",
    "w jumps to the other side of 0 at each step, and comes nearer to it",
    "w jumps to the other side of 0 at each step, and gets farther away from it",
    "w gets farther away from 0 and stays on the same side of it",
)
SPEEDS = [(0.3, 0.8), (1.2, 1.8), (2.2, 2.8)]  # of 2 c eta: on one side, to and fro, away

RECORD = "with tf.GradientTape() as tape:"
TAPE_QUESTIONS = [
    {
        "program": ["x = tf.constant(3.0)", RECORD, "    y = x * x", "print(tape.gradient(y, x))"],
        "happens": "The last line prints None.",
    },
    {
        "program": [
            "x = tf.Variable(3.0)",
            RECORD,
            "    y = x * x",
            "    z = y * y",
            "slope = tape.gradient(z, x)",
            "print(tape.gradient(y, x))",
        ],
        "happens": "The last line stops with a RuntimeError.",
    },
    {
        "program": ["x = tf.Variable(3.0)", RECORD, "    y = x * x", "z = 2 * y", "print(tape.gradient(z, x))"],
        "happens": "The last line prints None.",
    },
    {
        "program": [
            "x = tf.Variable(3.0)",
            RECORD,
            "    y = x * x",
            "    z = tf.sqrt(np.square(y))",
            "print(tape.gradient(z, x))",
        ],
        "happens": "The last line prints None.",
    },
]
TAPE_REASONS = (
    "the tape does not follow a constant unless it is told to watch it",
    "the tape forgets what it has recorded after its first gradient, since it is not persistent",
    "a part of the computation stands after the with block, where nothing is recorded",
    "a part of the computation is done in NumPy, which the tape cannot follow",
)

RESET = "model.set_weights(start)"
MAKE = "optimizer = tf.keras.optimizers.Adam(0.01)"
LOOP = "for epoch in range(300):"
FORWARD = (RECORD, "    E = mean_square(T, model(X))")
SLOPES = "slopes = tape.gradient(E, model.trainable_variables)"
APPLY = "optimizer.apply_gradients(zip(slopes, model.trainable_variables))"
LOOP_FAULTS = (
    "the weights are the ones of the start again in every epoch",
    "the optimizer begins in every epoch as if it were the first",
    "every epoch applies the slopes that the very first weights had",
    "one of the two layers is never trained",
)


def _loop(before, inside):
    return [*before, LOOP, *(f"    {line}" for line in inside)]


LOOPS = [
    _loop([MAKE], [RESET, *FORWARD, SLOPES, APPLY]),
    _loop([RESET], [MAKE, *FORWARD, SLOPES, APPLY]),
    _loop([RESET, MAKE, *FORWARD, SLOPES], [APPLY]),
    _loop([RESET, MAKE], [*FORWARD, *(line.replace("model.", "model.layers[1].") for line in (SLOPES, APPLY))]),
]

GRAPH_QUESTIONS = [
    "Which node of a graph has no value of its own, and is handed one each time the graph is run?",
    "Which node of a graph keeps its value from one run to the next, and is changed by training?",
    "Which object carries a graph out: it has the method run, and holds the values between two runs?",
    "By which argument of run does a graph get its data, as a dict?",
]


def numbers(draw):
    curvature, eta = _descent(draw)
    xs, ys = _three(draw, 1.1, 3.9), _three(draw, 1.1, 5.9)
    one_hot = [0, 0, 0]
    one_hot[draw.integer(0, 2)] = 1
    return {
        "gate": draw.choice(GATES),
        "step_at_zero": draw.integer(0, 1),
        "a": _signed(draw, 1.1, 4.9, 1),
        "q": _signed(draw, 1.1, 4.9, 1),
        "r": _signed(draw, 1.1, 9.9, 1),
        "xs": xs,
        "ys": [sign * y for sign, y in zip(draw.sample([1, -1, 1], 3), ys, strict=True)],
        "w_start": draw.decimal(1.1, 4.9, 1),
        "b_fixed": _signed(draw, 1.1, 4.9, 1),
        "etas": [draw.decimal(0.021, 0.039, 3), draw.decimal(0.041, 0.049, 3)],
        "curvature": curvature,
        "eta": eta,
        "descent_options": draw.letters(*WHERE_IT_LEADS),
        "logits": draw.sample(
            [draw.decimal(1.11, 2.99, 2), draw.decimal(1.11, 2.99, 2), _signed(draw, 1.11, 1.49, 2)], 3
        ),
        "one_hot": one_hot,
        "h_last": _signed(draw, 1.1, 9.9, 1),
        "w_before": _signed(draw, 1.1, 9.9, 1),
        "m_before": _signed(draw, 1.11, 9.99, 2),
        "v_before": draw.decimal(10.1, 59.9, 1),
        "slope_now": _signed(draw, 1.1, 9.9, 1),
        "step_number": draw.integer(3, 6),
        "beta_1": draw.choice([0.6, 0.7, 0.8, 0.9]),
        "beta_2": draw.decimal(0.91, 0.98, 2),
        "alpha": draw.decimal(0.21, 0.69, 2),
        "batch_rule": draw.choice(["mean", "sum"]),
        "activation": draw.choice(["sigmoid", "tanh", "relu"]),
        "weights_as": draw.choice(["(inputs, outputs)", "(outputs, inputs)"]),
        "rule": draw.choice(["momentum", "AdaGrad", "RMSProp"]),
        "loss_name": draw.choice(["log-cosh", "pseudo-Huber", "Cauchy", "quartic"]),
        "tape_question": draw.choice(TAPE_QUESTIONS),
        "tape_options": draw.letters(*TAPE_REASONS),
        "loop_program": draw.choice(LOOPS),
        "loop_options": draw.letters(*LOOP_FAULTS),
        "graph_question": draw.choice(GRAPH_QUESTIONS),
    }


def _signed(draw, low, high, places):
    return draw.choice([-1, 1]) * draw.decimal(low, high, places)


def _three(draw, low, high):
    """Three numbers with one decimal that differ by a tenth at least."""
    while True:
        found = [draw.decimal(low, high, 1) for _ in range(3)]
        if len({*found}) == 3:
            return found


def _descent(draw):
    """The c of E = c w^2 and a learning rate, not near where the behaviour changes."""
    low, high = draw.choice(SPEEDS)
    while True:
        curvature, eta = draw.integer(2, 9), draw.decimal(0.11, 0.69, 2)
        if low <= 2 * curvature * eta <= high:
            return curvature, eta


MINUTES = {
    "reading": 3,
    "gate": 4,
    "graph": 4,
    "descent": 7,
    "learning rate": 2,
    "softmax": 5,
    "adam": 8,
    "softmax_loss": 9,
    "backward": 13,
    "dense": 9,
    "optimizer": 8,
    "tape": 6,
    "choices": 5,
    "word": 1,
}


def minutes(numbers):
    extra = (
        (numbers["activation"] != "relu") + 0.5 * (numbers["rule"] == "RMSProp") + 0.5 * (numbers["step_at_zero"] == 1)
    )
    return sum(MINUTES.values()) + extra
