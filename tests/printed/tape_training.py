"""What the numbers that the document prints for the rows of tape_training come to."""

import numpy as np


def rows(lesson):
    trained, history = lesson.train(lesson.I, lesson.T, lesson.weights, 0.01, 200)
    last = dict(zip(("WHb", "BHb", "WOb", "BOb"), (np.atleast_2d(each[-1]) for each in history), strict=True))
    numbers = dict(zip(("WH", "BH", "WO", "BO"), map(np.atleast_2d, trained), strict=True))
    numbers["O"] = lesson.T + last["BOb"]  # of one row, before the last update: BOb is O - T
    return {"s4-418-tape": numbers, "s4-418-tape-grads": {**numbers, **last}}
