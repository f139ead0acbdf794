"""What the numbers that the document prints for the rows of tf1_training come to."""

# TensorFlow's float32 today is some rounding errors away from the float32 of the machine that printed the logs.
WITHIN = {"s0-repo-01-trace": 1e-6, "s1-linreg-201": 1e-6, "s1-train-loop-b": 1e-6}

# DT_FLOAT and DT_DOUBLE of the documents, and their whole numbers
NUMBER_TYPES = ["float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16"]


def rows(lesson):
    w_list, cost_list = lesson.train_logged([1], [1], 0.53458315, 0.01, 701, 100)
    # The log begins at epoch 50, and its next lines are 50 epochs apart.
    samples = lesson.train_samples(lesson.train_X, lesson.train_Y, 0.441748, -0.580876, 0.01, 950, 50)
    W, b, cost = ({50 * line: value for line, value in enumerate(trace, start=2)} for trace in samples)
    line_W, line_b = lesson.train_201(lesson.x_data, lesson.y_data, -0.26724837, 0.0, 0.5, 201, 20)
    added, product = lesson.two_examples(2, 3, 10, 20)
    return {
        "s0-repo-01-trace": {"w": w_list, "cost_first": cost_list[0]},
        "s1-dtypes": {
            "bits": [bits for bits, _ in lesson.dtype_bits(NUMBER_TYPES)],
            "complex_bits": [bits for bits, _ in lesson.dtype_bits(["complex64", "complex128"])],
        },
        "s1-feed-678": {"out": lesson.feed_sum([1, 2, 3], [5, 5, 5])},
        "s1-repo-constant": {"out": added},
        "s1-repo-variable": {"out": product},
        "s1-train-loop-b": {
            **{f"{name}_{epoch}": trace[epoch] for epoch in (100, 500, 1000) for name, trace in (("W", W), ("b", b))},
            "cost_1000": cost[1000],
        },
        "s1-linreg-201": {"W": line_W, "b": line_b},
    }
