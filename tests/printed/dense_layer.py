"""What the numbers that the document prints for the rows of dense_layer come to."""

NAMES = ("Y", "W", "B")


def rows(lesson):
    np = lesson.np

    def keras(*args):
        Y, W, B = lesson.keras_train(*args)
        return Y, W, B.reshape(1, -1)

    def two_epochs(train):
        return {
            f"{name}{epoch}": array
            for epoch in (0, 1)
            for name, array in zip(NAMES, train(*book["411"], 0.01, epoch + 1), strict=True)
        }

    def after_200(train, layer):
        return dict(zip(NAMES, train(*book[layer], 0.01, 200), strict=True))

    book = {
        "411": (lesson.X, lesson.T, lesson.W0, lesson.B0),
        "412": tuple(map(np.array, ([[2, 3, 4]], [[27, -30, 179]], [[3, 5, 8], [4, 6, 9], [5, 7, 10]], [[1, 2, 3]]))),
        "413": tuple(map(np.array, ([[2, 3]], [[27]], [[3], [4]], [[1]]))),
        "414": tuple(map(np.array, ([[2]], [[10]], [[3]], [[1]]))),
    }
    outputs = lesson.forward(lesson.X, lesson.W0, lesson.B0)
    Wb, Bb = lesson.gradients(lesson.X, lesson.output_delta(outputs, lesson.T))
    with np.printoptions(formatter={"float_kind": lesson.as_text}):
        printed = str(outputs)
    return {
        "s4-forward": {"Y": outputs},
        "s4-update": dict(zip(("W", "B"), lesson.update(lesson.W0, lesson.B0, Wb, Bb, 0.01), strict=True)),
        "s4-printoptions": {"int_print": printed},
        "s4-411-numpy": two_epochs(lesson.train),
        "s4-411-keras": two_epochs(keras),
        **{f"s4-{layer}-numpy": after_200(lesson.train, layer) for layer in ("412", "413", "414")},
        **{f"s4-{layer}-keras": after_200(keras, layer) for layer in ("412", "413", "414")},
    }
