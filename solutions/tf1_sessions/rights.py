"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import right


def session():
    """TensorFlow 1, a new graph and its session."""
    import tensorflow.compat.v1 as tf

    graph = tf.Graph()
    return tf, graph, tf.Session(graph=graph)


@right("setup")
def setup_in_capitals():
    return ["D", "B"]


@right("version")
def version_from_the_module():
    import tensorflow as tf

    return tf.version.VERSION


@right("version")
def version_from_the_old_module():
    import tensorflow.compat.v1 as tf

    return tf.VERSION


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


@right("roles")
def roles_in_capitals():
    return {
        "train": "E",
        "sess": "B",
        "tf.global_variables_initializer()": "C",
        "sess.run(w)": " d",
        "sess.run(train)": "a",
    }


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


@right("train_logged")
def logged_with_arrays(x_data, y_data, w0, lr, iterations, every):
    tf, graph, sess = session()
    with graph.as_default():
        w = tf.Variable([w0], dtype=tf.float32)
        cost = tf.reduce_mean(tf.square(w * x_data - y_data))
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        lines = []
        for i in range(iterations):
            sess.run(train)
            if not i % every:
                lines.append((sess.run(w), sess.run(cost)))
        return [w for w, _ in lines], np.array([cost for _, cost in lines])


@right("train_logged")
def logged_then_picked(x_data, y_data, w0, lr, iterations, every):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32), tf.placeholder(tf.float32)
        w = tf.Variable(w0, dtype=tf.float32)
        cost = (w * X - Y) ** 2
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for _ in range(iterations):
            sess.run(train, {X: x_data, Y: y_data})
            w_list.append(sess.run(w))
            cost_list.append(sess.run(cost, {X: x_data, Y: y_data}))
        return w_list[::every], cost_list[::every]


def keras_context():
    from tensorflow.python.eager.context import eager_mode

    return eager_mode()


@right("keras_fit")
def keras_batch_by_batch(x, y, w0, b0, lr, epochs, query):
    import tensorflow as tf

    with keras_context():
        layer = tf.keras.layers.Dense(1)
        model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), layer])
        layer.set_weights([np.full((1, 1), w0), np.full(1, b0)])
        model.compile(tf.keras.optimizers.SGD(lr), tf.keras.losses.MeanSquaredError())
        for _ in range(epochs):
            model.train_on_batch(x, y)
        return model(query).numpy()


@right("keras_fit")
def keras_with_constant_initializers(x, y, w0, b0, lr, epochs, query):
    import tensorflow as tf

    with keras_context():
        constant = tf.keras.initializers.Constant
        layer = tf.keras.layers.Dense(1, kernel_initializer=constant(w0), bias_initializer=constant(b0))
        model = tf.keras.Sequential([layer])
        model.compile(optimizer=tf.keras.optimizers.SGD(lr), loss="mean_squared_error")
        model.fit(x.astype("float32"), y.astype("float32"), epochs=epochs, verbose=0)
        return model.predict(query.astype("float32"), verbose=0)


@right("feed_sum")
def sum_with_add(fed, constant):
    tf, graph, sess = session()
    with graph.as_default():
        b = tf.constant(np.array(constant), dtype=tf.float32)
        a = tf.placeholder(dtype=tf.float32, shape=b.shape, name="a")
        return sess.run(tf.add(a, b), {a: np.array(fed)})


@right("feed_sum")
def sum_in_another_order(fed, constant):
    tf, graph, sess = session()
    with graph.as_default():
        a = tf.placeholder(tf.float32, (len(constant),))
        total = tf.constant(constant, tf.float32) + a
        (value,) = sess.run([total], feed_dict={a: fed})
        return value


@right("two_examples")
def examples_in_float32(a, b, x, y):
    tf, graph, sess = session()
    with graph.as_default():
        x, y = tf.Variable(x, dtype=tf.float32), tf.Variable(y, dtype=tf.float32)
        sess.run(tf.initialize_all_variables())
        return [sess.run(tf.constant(a) + tf.constant(b)), sess.run((x + y) * x * y)]


@right("two_examples")
def examples_as_array(a, b, x, y):
    tf, graph, sess = session()
    with graph.as_default():
        x, y = tf.Variable([float(x)]), tf.Variable([float(y)])
        sess.run(tf.global_variables_initializer())
        return sess.run(tf.add(float(a), float(b))), sess.run(tf.multiply(x + y, x * y))


@right("new_layer")
def layer_in_one_run(inputs, outputs, stddev):
    tf, graph, sess = session()
    with graph.as_default():
        W = tf.get_variable("W", [inputs, outputs], initializer=tf.random_normal_initializer(0.0, stddev))
        b = tf.get_variable("b", [1, outputs], initializer=tf.zeros_initializer())
        sess.run([W.initializer, b.initializer])
        return sess.run([W, b])


@right("new_layer")
def layer_scaled_afterwards(inputs, outputs, stddev):
    tf, graph, sess = session()
    with graph.as_default():
        W = tf.Variable(stddev * tf.random.normal((inputs, outputs)))
        b = tf.Variable(np.zeros((1, outputs), dtype=np.float32))
        sess.run(tf.global_variables_initializer())
        return [W.eval(session=sess), b.eval(session=sess)]


@right("layer_parameters")
def parameters_counted():
    return int(np.prod([784, 10]) + np.prod([1, 10]))


@right("optimizer_rules")
def rules_in_capitals():
    rules = dict(zip(("Optimizer", "GradientDescentOptimizer", "MomentumOptimizer"), "FBE"))
    return {**rules, **dict(zip(("AdagradOptimizer", "RMSPropOptimizer", "AdamOptimizer"), "ADC"))}


@right("train_fed")
def fed_with_division(x_data, y_data, W0, b0, lr, steps):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32, [None]), tf.placeholder(tf.float32, [None])
        W, b = tf.Variable([W0], dtype=tf.float32), tf.Variable([b0], dtype=tf.float32)
        cost = tf.reduce_sum((Y - (b + X * W)) ** 2) / len(x_data)
        train_op = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        feed = {X: x_data, Y: y_data}
        costs = [sess.run([cost, train_op], feed)[0] for _ in range(steps)]
        return np.array(costs), *sess.run([W, b])


@right("train_fed")
def fed_in_two_runs(x_data, y_data, W0, b0, lr, steps):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32), tf.placeholder(tf.float32)
        W, b = tf.Variable(W0, dtype=tf.float32), tf.Variable(b0, dtype=tf.float32)
        cost = tf.reduce_mean((W * X + b - Y) ** 2)
        train_op = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        costs = []
        for _ in range(steps):
            costs.append(sess.run(cost, {X: x_data, Y: y_data}))
            sess.run(train_op, {X: x_data, Y: y_data})
        return costs, float(sess.run(W)), float(sess.run(b))


@right("train_frozen")
def frozen_by_list(x_data, y_data, W0, b0, c0, lr, steps):
    tf, graph, sess = session()
    with graph.as_default():
        W, b, c = (tf.Variable([start], dtype=tf.float32) for start in (W0, b0, c0))
        cost = tf.reduce_mean((W * x_data.astype("float32") + b + c - y_data.astype("float32")) ** 2)
        train_op = tf.train.GradientDescentOptimizer(lr).minimize(cost, var_list=[W, b])
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(train_op)
        return sess.run([W, b, c])


@right("train_frozen")
def frozen_by_a_stopped_gradient(x_data, y_data, W0, b0, c0, lr, steps):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32, [None]), tf.placeholder(tf.float32, [None])
        W, b, c = (tf.Variable(start, dtype=tf.float32) for start in (W0, b0, c0))
        cost = tf.losses.mean_squared_error(Y, W * X + b + tf.stop_gradient(c))
        slopes = tf.gradients(cost, [W, b])
        updates = [variable.assign_sub(lr * slope) for variable, slope in zip((W, b), slopes)]
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(updates, {X: x_data, Y: y_data})
        return tuple(float(value) for value in sess.run((W, b, c)))


@right("train_samples")
def samples_assigned(train_X, train_Y, W0, b0, lr, epochs, display_step):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32), tf.placeholder(tf.float32)
        W, b = tf.Variable(W0, dtype=tf.float32), tf.Variable(b0, dtype=tf.float32)
        error = tf.reduce_sum((X * W + b - Y) ** 2) / (2 * len(train_X))
        slopes = tf.gradients(error, [W, b])
        with tf.control_dependencies(slopes):
            update = tf.group(tf.assign_sub(W, lr * slopes[0]), tf.assign_sub(b, lr * slopes[1]))
        sess.run(tf.global_variables_initializer())
        traces = []
        for epoch in range(epochs):
            for i in range(len(train_X)):
                sess.run(update, {X: train_X[i], Y: train_Y[i]})
            if not (epoch + 1) % display_step:
                traces.append(sess.run((W, b, error), {X: train_X, Y: train_Y}))
        return np.transpose(traces) if traces else ([], [], [])


@right("train_samples")
def samples_with_shapes(train_X, train_Y, W0, b0, lr, epochs, display_step):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder("float"), tf.placeholder("float")
        W, b = tf.Variable([W0], dtype=tf.float32, name="weight"), tf.Variable([b0], dtype=tf.float32, name="bias")
        cost = tf.reduce_sum(tf.square(tf.add(tf.multiply(X, W), b) - Y)) / 2.0 / train_X.shape[0]
        train = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        log = []
        for epoch in range(1, epochs + 1):
            for i in range(len(train_X)):
                sess.run(train, {X: train_X[i], Y: train_Y[i]})
            if epoch % display_step == 0:
                log.append(sess.run([W, b, cost], {X: train_X, Y: train_Y}))
        return [line[0] for line in log], [line[1] for line in log], [line[2] for line in log]


@right("log_line")
def line_of_the_deck(epoch, cost):
    return " ".join(["Epoch:", format(epoch + 1, "04d"), "cost=", format(cost, ".9f")])


@right("log_line")
def line_with_zfill(epoch, cost):
    return "Epoch: " + str(epoch + 1).zfill(4) + " cost= " + f"{cost:.9f}"


@right("log_line")
def line_as_printed(epoch, cost):
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()) as out:
        print("Epoch:", f"{epoch + 1:04d}", "cost=", format(cost, ".9f"))
    return out.getvalue()


@right("train_201")
def line_with_placeholders(x_data, y_data, W0, b0, lr, steps, every):
    tf, graph, sess = session()
    with graph.as_default():
        X, Y = tf.placeholder(tf.float32), tf.placeholder(tf.float32)
        W, b = tf.Variable(W0, dtype=tf.float32), tf.Variable(b0, dtype=tf.float32)
        train = tf.train.GradientDescentOptimizer(lr).minimize(tf.reduce_mean(tf.square(W * X + b - Y)))
        sess.run(tf.global_variables_initializer())
        seen = []
        for step in range(steps):
            sess.run(train, {X: x_data, Y: y_data})
            if step % every == 0:
                seen.append(sess.run([W, b]))
        return tuple(np.transpose(seen))


@right("train_201")
def line_in_float64(x_data, y_data, W0, b0, lr, steps, every):
    tf, graph, sess = session()
    with graph.as_default():
        W, b = tf.Variable([W0], dtype=tf.float64), tf.Variable([b0], dtype=tf.float64)
        loss = tf.reduce_mean(tf.square(W * x_data + b - y_data))
        train = tf.train.GradientDescentOptimizer(lr).minimize(loss)
        sess.run(tf.global_variables_initializer())
        W_list, b_list = [], []
        for step in range(steps):
            sess.run(train)
            if step % every == 0:
                W_list.append(sess.run(W))
                b_list.append(sess.run(b))
        return W_list, b_list
