"""What the numbers that the document prints for the rows of two_layer come to."""

NAMES = ("O", "WH", "BH", "WO", "BO")


def rows(lesson):
    parameters = (lesson.WH0, lesson.BH0, lesson.WO0, lesson.BO0)

    def numpy(epochs, activation):
        return lesson.train(lesson.I, lesson.T, *parameters, 0.01, epochs, activation)

    def keras(epochs, activation):
        trained = lesson.keras_train(lesson.I, lesson.T, *parameters, 0.01, epochs, activation)
        return [array.reshape(1, -1) if array.ndim == 1 else array for array in trained]

    def two_epochs(train):
        return {
            f"{name}{epoch}": array
            for epoch in (0, 1)
            for name, array in zip(NAMES, train(epoch + 1, "linear"), strict=True)
        }

    def after(train, epochs, activation):
        return dict(zip(NAMES, train(epochs, activation), strict=True))

    outputs = lesson.forward(lesson.I, *parameters)[1]
    return {
        "s4-415-forward": {"O": outputs},
        "s4-415-wo66": {"O0": outputs},
        "s4-415-numpy": two_epochs(numpy),
        "s4-415-keras": two_epochs(keras),
        "s4-415-x20": after(numpy, 20, "linear"),
        "s4-415-x200": after(numpy, 200, "linear"),
        **{f"s4-416-{name}-numpy": after(numpy, 200, name) for name in ("sigmoid", "tanh", "relu")},
        **{f"s4-416-{name}-keras": after(keras, 200, name) for name in ("sigmoid", "tanh", "relu")},
    }
