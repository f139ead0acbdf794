"""What the numbers that the document prints for the rows of softmax_cross_entropy come to."""

NAMES = ("O", "WH", "BH", "WO", "BO")


def rows(lesson):
    arguments = (lesson.I, lesson.T, lesson.WH0, lesson.BH0, lesson.WO0, lesson.BO0, 0.01, 200)

    def numpy(activation):
        return dict(zip(NAMES, lesson.train(*arguments, activation), strict=True))

    def keras(activation):
        trained = lesson.keras_train(*arguments, activation)
        return {
            name: array.reshape(1, -1) if array.ndim == 1 else array for name, array in zip(NAMES, trained, strict=True)
        }

    return {
        **{f"s4-417-{name}-numpy": numpy(name) for name in ("sigmoid", "tanh", "relu")},
        **{f"s4-417-{name}-keras": keras(name) for name in ("sigmoid", "tanh", "relu")},
        "s4-417-wo66": {"O": numpy("sigmoid")["O"]},
    }
