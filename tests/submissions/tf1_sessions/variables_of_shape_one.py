# Variables of shape [1], as the lesson has them; one training follows the sum of the squares, the other answers without b.
# deserves 29 of 36, loses train_mean (mean-trained-by-sum), train_matmul (matmul-answers-without-bias)

# %% nbgrader={"grade_id": "train_mean"}
def train_mean(x_data, y_data, w0, lr, iterations):
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)
        cost = (w * x_data - y_data) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        ws, cs = [], []
        for i in range(iterations):
            ws.append(sess.run(w))
            cs.append(sess.run(tf.reduce_mean(cost)))
            sess.run(train)
        return ws, cs


# %% nbgrader={"grade_id": "train_matmul"}
def train_matmul(X, y, w0, b0, lr, iterations, query):
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable(w0)
        b = tf.Variable([b0], dtype=tf.float32)
        cost = tf.reduce_mean((tf.matmul(X, w) + b - y) ** 2)
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for i in range(iterations):
            sess.run(train)
        return sess.run(w), sess.run(b), sess.run(tf.matmul(query, w))
