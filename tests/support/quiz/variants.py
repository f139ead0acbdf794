"""The numbers of each student's small exam."""

TOPICS = [
    {"name": "momentum", "asks": "Which number keeps part of the last step?"},
    {"name": "epoch", "asks": "What is one pass over all of the data?"},
]


def numbers(draw):
    return {
        "x": [draw.decimal(0.11, 0.99, 2), -draw.decimal(0.11, 0.99, 2)],
        "w": [draw.decimal(0.11, 0.99, 2), draw.decimal(0.11, 0.99, 2)],
        "t": draw.decimal(0.11, 0.99, 2),
        "eta": draw.decimal(0.11, 0.49, 2),
        "activation": draw.choice(["tanh", "sigmoid"]),
        "rule": draw.letters("error times input", "error times weight", "input times weight"),
        "topic": draw.choice(TOPICS),
    }


def minutes(numbers):
    return 12 if numbers["topic"]["name"] == "epoch" else 12.5
