"""Right answers in other styles than the reference's: the checks must accept each."""

import numpy as np

from autograder.checks import right


def session():
    """TensorFlow 1, a new graph and its session."""
    import tensorflow.compat.v1 as tf

    graph = tf.Graph()
    return tf, graph, tf.Session(graph=graph)


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
        model.fit(x.astype("float32"), y.astype("float32"), epochs=epochs, batch_size=len(x), verbose=0)
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
        return [*sess.run([W, b]), inputs * outputs + outputs]


@right("new_layer")
def layer_scaled_afterwards(inputs, outputs, stddev):
    tf, graph, sess = session()
    with graph.as_default():
        W = tf.Variable(stddev * tf.random.normal((inputs, outputs)))
        b = tf.Variable(np.zeros((1, outputs), dtype=np.float32))
        sess.run(tf.global_variables_initializer())
        return [W.eval(session=sess), b.eval(session=sess), (inputs + 1) * outputs]


@right("dtype_bits")
def bits_as_an_array(names):
    import tensorflow.compat.v1 as tf

    found = np.zeros((len(names), 2), dtype=int)
    for row, name in enumerate(names):
        kind = tf.as_dtype(name)
        found[row] = 8 * kind.size, 8 * kind.real_dtype.size
    return found


@right("dtype_bits")
def bits_by_name(names):
    import tensorflow.compat.v1 as tf

    return [[tf.as_dtype(n).size * 8, tf.as_dtype(n).size * (4 if tf.as_dtype(n).is_complex else 8)] for n in names]


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
