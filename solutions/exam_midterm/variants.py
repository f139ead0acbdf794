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

    squash, hidden = draw.sample(["sigmoid", "tanh"], 2)  # one each, so that both derivatives are asked of everybody
    bits = draw.choice(list(itertools.product([0, 1], repeat=2)))
    while True:  # until the first hidden neuron is neither saturated nor at rest
        inputs = [draw.decimal(0.71, 0.99, 2) if bit else draw.decimal(0.11, 0.29, 2) for bit in bits]
        w_1, b_1 = [signed(1.11, 3.99), signed(1.11, 3.99)], signed(0.11, 0.99)
        if 0.2 < abs(w_1[0] * inputs[0] + w_1[1] * inputs[1] + b_1) < 2.2:
            break
    return {
        "gate_rule": draw.choice(GATES),
        "at_zero": draw.choice([0, 1]),
        "w": signed(1.11, 3.99),
        "x": draw.decimal(0.31, 0.99, 2),
        "v": signed(1.31, 3.99),
        "y": signed(1.11, 9.99),
        "points": [[signed(1.11, 4.99), signed(1.11, 9.99)] for _ in range(3)],
        "a": signed(1.11, 4.99),
        "b": signed(1.11, 4.99),
        "eta": draw.decimal(0.11, 0.49, 2),
        "convention": draw.choice(["the sum", "half the sum", "half the mean"]),
        "squash": squash,
        "case": draw.choice(CASES),
        "losses": draw.letters(*LOSSES),
        "measure": draw.choice(["binary cross-entropy", "squared logarithmic error"]),
        "hidden": hidden,
        "inputs": inputs,
        "w_1": w_1,
        "b_1": b_1,
        "h_2": draw.decimal(0.11, 0.89, 2),
        "v_out": [signed(1.11, 3.99), signed(1.11, 3.99)],
        "c": signed(0.11, 0.99),
        "t": bits[0] ^ bits[1],
        "rate": draw.decimal(0.11, 0.49, 2),
        "program": draw.choice(PROGRAMS),
        "faults": draw.letters(*FAULTS),
        "question": draw.choice(QUESTIONS),
    }


def minutes(numbers):
    """By part, for somebody who has learned it, with five to read the first page and the questions' numbers."""
    by_part = {
        "reading": 5,
        "perceptrons": 9,
        "graph": 7,
        "line": 15,
        "activation": 6 if numbers["squash"] == "tanh" else 6.5,
        "losses": 9 if numbers["measure"] == "binary cross-entropy" else 8.5,
        "network": 9.5,
        "backward": 9.5,
        "mistake and word": 4.5 if any("+" in line for line in numbers["program"]) else 5,
    }
    return sum(by_part.values())
