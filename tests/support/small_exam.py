"""Numbers with which the small exam is clear."""

CLEAR = {  # numbers for the small exam: y is -0.4581, gradient -0.2567…, new_weight 0.5039…
    "x": [0.31, -0.72],
    "w": [0.45, 0.83],
    "t": 0.37,
    "eta": 0.21,
    "activation": "tanh",
    "rule": {"a": "input times weight", "b": "error times input", "c": "error times weight"},
    "topic": {"name": "epoch", "asks": "What is one pass over all of the data?"},
}
