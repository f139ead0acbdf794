"""What the numbers that the document prints for the rows of xor_backprop come to."""


def rows(lesson):
    # The printed outputs are from before the last update (errata 2-13): go back by one, and forward again.
    before = lesson.before_update(lesson.W_trained_1, lesson.W_trained_2, 0.1)
    W1, W2, outputs, _ = lesson.train(lesson.X, lesson.t, *before, 0.1, 1)
    return {
        "s2-lab2-train": {"out": outputs[:, 0]},
        "s2-lab21-weights": {"W1": W1, "W2": W2[:, 0]},
    }
