"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import right


def session():
    """TensorFlow 1, a new graph and its session."""
    import tensorflow.compat.v1 as tf

    graph = tf.Graph()
    return tf, graph, tf.Session(graph=graph)


@right("list_basics")
def lists_in_a_loop(start, errors):
    xxx, err_list = [], []
    for place, entry in enumerate(start):
        xxx += ["hi" if place == 1 else entry]
    for error in errors:
        err_list.insert(len(err_list), error)
    return {"xxx": [*xxx, "Jeju"], "err_list": err_list}


@right("list_basics")
def lists_with_pieces(start, errors):
    return {"xxx": start[:1] + ["hi"] + start[2:] + ["Jeju"], "err_list": [error for error in errors]}


@right("random_start")
def random_start_from_v2(count):
    import tensorflow as tf

    with tf.Graph().as_default(), tf.compat.v1.Session() as sess:
        return sess.run(tf.random.normal((count,), mean=0.0, stddev=1.0))


@right("random_start")
def random_start_of_a_variable(count):
    tf, graph, sess = session()
    with graph.as_default():
        start = tf.Variable(tf.random_normal([count, 1]))
        sess.run(start.initializer)
        return sess.run(start)[:, 0]


@right("program_order")
def order_as_lists():
    return (list("ecgahdfb"), ["r", "q", "p"])


@right("program_order")
def order_with_commas():
    return ["E, C, G, A, H, D, F, B", "r q p"]


@right("four_runs")
def four_runs_in_arrays(x, y, w0, lr):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable(np.array([w0], dtype=np.float32))
        train = tf.train.GradientDescentOptimizer(lr).minimize(tf.reduce_sum(tf.square(y - x * w)))
        first, before, third, after = (sess.run(each) for each in (w.initializer, w, train, w))
    has_value = np.array([first is not None, before is not None, third is not None, after is not None])
    return has_value, np.concatenate([before, after])


@right("four_runs")
def four_runs_of_a_number(x, y, w0, lr):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable(w0, dtype=tf.float32)
        step = tf.assign(w, w - lr * 2 * x[0] * (w * x[0] - y[0])).op
        runs = [sess.run(each) for each in (tf.global_variables_initializer(), w, step, w)]
        return tuple(each is not None for each in runs), (float(runs[1]), float(runs[3]))


@right("train_01")
def program_as_the_deck_has_it(x, y, w0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable(tf.constant([w0], tf.float32))
        E = tf.square(w * x - y)
        train = tf.train.GradientDescentOptimizer(lr).minimize(E)
        sess.run(tf.global_variables_initializer())
        w_list, err_list = [], []
        for _ in range(iterations):
            w_list.append(sess.run(w))  # arrays of shape (1,), as the deck keeps them
            err_list.append(sess.run(E))
            sess.run(train)
        return w_list, err_list, sess.run(w * query)


@right("train_01")
def program_with_a_scalar(x, y, w0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable(float(w0))
        E = tf.reduce_sum((w * x[0] - y[0]) ** 2)
        train = tf.train.GradientDescentOptimizer(lr).minimize(E)
        sess.run(tf.global_variables_initializer())
        traces = np.zeros((2, iterations))
        for i in range(iterations):
            traces[:, i] = sess.run([w, E])
            sess.run(train)
        return traces[0], traces[1], [sess.run(w) * q for q in query]


@right("train_01")
def program_with_own_gradient(x, y, w0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable([w0], dtype=tf.float64)
        E = (w * x - y) ** 2
        (slope,) = tf.gradients(E, w)
        train = tf.assign(w, w - lr * slope)
        sess.run(tf.global_variables_initializer())
        seen = []
        for _ in range(iterations):
            seen.append([sess.run(w), sess.run(E)])
            sess.run(train)
        seen = np.array(seen)  # (iterations, 2, 1)
        return seen[:, 0], seen[:, 1], sess.run(w * np.array(query, dtype=float))


@right("plot_errors")
def errors_as_points(err_list):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.scatter(range(len(err_list)), err_list)
    axes.set(xlabel="epoch", ylabel="error")


@right("plot_errors")
def errors_with_positions(err_list):
    import matplotlib.pyplot as plt

    plt.title("Error")
    plt.plot(np.arange(len(err_list)), err_list, "r.-", label="E")
    plt.legend()
    plt.xlabel("Epoch")
    plt.ylabel("Square Error")


@right("after_rebinding")
def rebinding_as_array():
    return np.array([2.0, 1.0])[:].tolist()


@right("names")
def names_as_lists():
    return {
        "x": ["x_data", "list"],
        "y": ["y_data", "List"],
        "w": ["w", "tensor"],
        "h": ["hypo", "tensor"],
        "E": ["cost", "tensor"],
        "train": ["train", "operation"],
    }


@right("train_placeholder")
def placeholders_with_shape(x_data, y_data, w0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        X = tf.placeholder(tf.float32, shape=[None], name="X")
        Y = tf.placeholder(tf.float32, shape=[None], name="Y")
        w = tf.Variable([w0], dtype=tf.float32)
        hypo = tf.multiply(w, X)
        train = tf.train.GradientDescentOptimizer(lr).minimize(tf.reduce_mean(tf.square(Y - hypo)))
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run([train, w], {X: x_data, Y: y_data})
        return [sess.run(w), sess.run(hypo, {X: query})]


@right("train_placeholder")
def placeholders_for_numbers(x_data, y_data, w0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32, shape=[]), tf.placeholder(tf.float32, shape=[])
        w = tf.Variable(w0, dtype=tf.float32)
        hypo = w * X
        train = tf.train.GradientDescentOptimizer(lr).minimize((hypo - Y) ** 2)
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run(train, {X: x_data[0], Y: y_data[0]})
        return sess.run(w), [sess.run(hypo, {X: q}) for q in query]


@right("plot_cost")
def cost_in_one_run(x_data, y_data, w_values):
    import matplotlib.pyplot as plt

    tf, graph, sess = session()
    with graph.as_default():
        W = tf.placeholder(tf.float32, shape=[None])
        costs = sess.run(tf.square(W * x_data[0] - y_data[0]), {W: w_values})
    plt.plot(w_values, costs, "o")
    plt.xlabel("weight")
    plt.ylabel("E")


@right("plot_cost")
def cost_in_order(x_data, y_data, w_values):
    import matplotlib.pyplot as plt

    tf, graph, sess = session()
    with graph.as_default():
        W = tf.placeholder(tf.float32)
        cost = (W * x_data - y_data) ** 2
        pairs = sorted((w, sess.run(cost, {W: w})) for w in w_values.tolist())
    _, axes = plt.subplots()
    axes.plot([w for w, _ in pairs], [cost for _, cost in pairs])
    axes.set_xlabel("w")
    axes.set_ylabel("cost")


@right("train_bias")
def bias_with_arrays(x_data, y_data, w0, b0, lr, iterations):
    tf, graph, sess = session()
    with graph.as_default():
        w, b = tf.Variable([float(w0)]), tf.Variable([float(b0)])
        cost = tf.reduce_sum(tf.pow(tf.add(tf.multiply(w, x_data), b) - y_data, 2))
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        seen = []
        for _ in range(iterations):
            sess.run(train)
            seen.append(sess.run([w, b]))
        return np.array(seen)[:, 0], np.array(seen)[:, 1]


@right("train_bias")
def bias_with_own_updates(x_data, y_data, w0, b0, lr, iterations):
    tf, graph, sess = session()
    with graph.as_default():
        w, b = tf.Variable(w0, dtype=tf.float32), tf.Variable(b0, dtype=tf.float32)
        cost = (w * x_data[0] + b - y_data[0]) ** 2
        optimizer = tf.train.GradientDescentOptimizer(lr)
        train = optimizer.apply_gradients(optimizer.compute_gradients(cost))
        sess.run(tf.global_variables_initializer())
        w_list, b_list = [], []
        for _ in range(iterations):
            sess.run(train)
            w_list += [float(sess.run(w))]
            b_list += [float(sess.run(b))]
        return w_list, b_list


@right("train_mean")
def mean_by_division(x_data, y_data, w0, lr, iterations):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable([w0], dtype=tf.float32)
        cost = tf.reduce_sum(tf.square(y_data - w * x_data)) / len(x_data)
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for _ in range(iterations):
            w_val, cost_val = sess.run([w, cost])
            sess.run(train)
            w_list.append(w_val)
            cost_list.append(cost_val)
        return w_list, cost_list


@right("train_mean")
def mean_of_fed_columns(x_data, y_data, w0, lr, iterations):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32, [None, 1]), tf.placeholder(tf.float32, [None, 1])
        w = tf.Variable([[w0]], dtype=tf.float32)
        cost = tf.reduce_mean((tf.matmul(X, w) - Y) ** 2)
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        feed = {X: np.reshape(x_data, (-1, 1)), Y: np.reshape(y_data, (-1, 1))}
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for _ in range(iterations):
            w_list.append(sess.run(w)[0, 0])
            cost_list.append(sess.run(cost, feed))
            sess.run(train, feed)
        return w_list, cost_list


@right("train_matmul")
def matmul_with_placeholders(X, y, w0, b0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        inputs = tf.placeholder(tf.float32, [None, X.shape[1]])
        targets = tf.placeholder(tf.float32, [None, 1])
        w, b = tf.Variable(w0), tf.Variable(b0, dtype=tf.float32)
        hypo = inputs @ w + b
        train = tf.train.GradientDescentOptimizer(lr).minimize(tf.reduce_mean(tf.square(hypo - targets)))
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run(train, {inputs: X, targets: y})
        return sess.run(w), sess.run(b), sess.run(hypo, {inputs: query})


@right("train_matmul")
def matmul_with_numpy_at_the_end(X, y, w0, b0, lr, iterations, query):
    tf, graph, sess = session()
    with graph.as_default():
        w, b = tf.Variable(w0), tf.Variable([[b0]], dtype=tf.float32)
        cost = tf.losses.mean_squared_error(y, tf.matmul(X, w) + b)
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run(train)
        w_val, b_val = sess.run([w, b])
        return w_val.ravel(), b_val, query @ w_val + b_val


@right("repo_answers")
def repo_answers_as_fractions():
    return {"w of 04": 3 / 2, "b of 04": np.float64(-0.5), "test of 04": 4.5, "test of 06": 9 / 2}
