"""The numbers and choices of each student's midterm.

What a student is given must not tell the answer: a program says nothing of its mistake, a question not its word.
"""

import itertools

LOSSES = [
    "the mean squared error",
    "the binary cross-entropy, on the sigmoid of one output",
    "the cross-entropy, on a softmax over the outputs",
    "the share of wrong answers",
]
CASES = [
    "how many minutes a delivery will take; the network has one output",
    "the temperature of an oven in one hour; the network has one output",
    "whether a payment is a fraud; the network has one output",
    "whether a plant survives the winter; the network has one output",
    "which of nine parts of a machine is broken; the network has nine outputs",
    "which of twelve kinds a bird belongs to; the network has twelve outputs",
]
PROGRAM = [
    "z = X @ W1",
    "h = sigmoid(z)",
    "o = sigmoid(h @ W2)",
    "e2 = (o - T) * o * (1 - o)",
    "e1 = (e2 @ W2.T) * h * (1 - h)",
    "W2 = W2 - rate * h.T @ e2",
    "W1 = W1 - rate * X.T @ e1",
]
PROGRAMS = [
    [*PROGRAM[:3], "e2 = o - T", *PROGRAM[4:]],
    [*PROGRAM[:4], "e1 = (e2 @ W2.T) * z * (1 - z)", *PROGRAM[5:]],
    [*PROGRAM[:4], PROGRAM[5], PROGRAM[4], PROGRAM[6]],
    [*PROGRAM[:6], "W1 = W1 + rate * X.T @ e1"],
]
FAULTS = [
    "the error term of the output layer lacks the derivative of the sigmoid",
    "the derivative of a sigmoid is computed from what goes into it, not from what comes out",
    "the output weights are changed before the error term of the hidden layer uses them",
    "one of the two weight matrices is moved up the slope",
]
QUESTIONS = [
    "Which rule says that the local derivatives along a path through a graph are multiplied?",
    "What is the number called that the gradient is multiplied with in a step of gradient descent?",
    "What is the number called that is added to the weighted sum of the inputs of a neuron?",
    "What is one pass of the training over all rows of the data called?",
]
GATES = [
    f"x{lone} {one} (x{others[0]} {other} x{others[1]})"
    for one, other in (("and", "or"), ("or", "and"))
    for lone, others in ((1, (2, 3)), (2, (1, 3)), (3, (1, 2)))
]


def numbers(draw):
    def signed(low, high):
        return draw.choice([-1, 1]) * draw.decimal(low, high, 2)

    # Everybody has one of the two here and the other there: both derivatives are asked of all.
    f_part4, f_part5 = draw.sample(["sigmoid", "tanh"], 2)
    convention = draw.choice(["the sum", "half the sum", "half the mean"])
    loss_part4 = draw.choice(["binary cross-entropy", "squared logarithmic error"])
    gate_rule, at_zero = draw.choice(GATES), draw.choice([0, 1])
    return {
        "gate_rule": gate_rule,
        "at_zero": at_zero,
        "of_graph": {
            "w": signed(1.11, 3.99),
            "x": draw.decimal(0.31, 0.99, 2),
            "v": signed(1.31, 3.99),
            "y": signed(1.11, 9.99),
        },
        "of_line": {
            "a": signed(1.11, 4.99),
            "b": signed(1.11, 4.99),
            "eta": draw.decimal(0.11, 0.49, 2),
            "points": [[signed(1.11, 4.99), signed(1.11, 9.99)] for _ in range(3)],
        },
        "convention": convention,
        "f_part4": f_part4,
        "to_predict": draw.choice(CASES),
        "loss_options": draw.letters(*LOSSES),
        "loss_part4": loss_part4,
        "f_part5": f_part5,
        "of_net": net(draw, signed),
        "bug_program": draw.choice(PROGRAMS),
        "bug_options": draw.letters(*FAULTS),
        "question": draw.choice(QUESTIONS),
    }


def net(draw, signed):
    """A row of XOR and weights with which the first hidden neuron is neither saturated nor at rest."""
    bits = draw.choice(list(itertools.product([0, 1], repeat=2)))
    while True:
        x1, x2 = (draw.decimal(0.71, 0.99, 2) if bit else draw.decimal(0.11, 0.29, 2) for bit in bits)
        w11, w12, b1 = signed(1.11, 3.99), signed(1.11, 3.99), signed(0.11, 0.99)
        if 0.2 < abs(w11 * x1 + w12 * x2 + b1) < 2.2:
            break
    return {
        "x1": x1,
        "x2": x2,
        "w11": w11,
        "w12": w12,
        "b1": b1,
        "h2": draw.decimal(0.11, 0.89, 2),
        "v1": signed(1.11, 3.99),
        "v2": signed(1.11, 3.99),
        "c": signed(0.11, 0.99),
        "t": bits[0] ^ bits[1],
        "eta": draw.decimal(0.11, 0.49, 2),
    }


def minutes(numbers):
    """By part, for somebody who has learned it, with four to read the first page and to run the cells."""
    by_part = {
        "reading": 4,
        "perceptrons": 9,
        "graph": 7,
        "line": 15,
        "activation": 6 if numbers["f_part4"] == "tanh" else 6.5,
        "losses": 9 if numbers["loss_part4"] == "binary cross-entropy" else 8.5,
        "network": 9.5,
        "backward": 9.5,
        "mistake and word": 4.5 if any("+" in line for line in numbers["bug_program"]) else 5,
    }
    return sum(by_part.values())
