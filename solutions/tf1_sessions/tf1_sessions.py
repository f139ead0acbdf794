# %% [markdown]
# # Linear regression with TensorFlow graphs and sessions
#
# TensorFlow 1 separates two things: first a program *draws* a graph of what is to be computed, then a session *runs*
# parts of it. Here you write the programs of two decks in this style, from one synapse that learns an hourly wage to
# a line through many points.
#
# Replace the line `raise NotImplementedError(...)` in each blank. Under a blank stands a cell with a few numbers; it
# tells you whether these agree. Your work is then graded by hidden checks with other numbers. A TensorFlow blank is a
# function that builds its own graph, so begin its body with
#
# ```
# with tf.Graph().as_default(), tf.Session() as sess:
# ```
#
# A function that returns a *trace* returns a list or an array with one number for each step. Wherever such a number, or
# a trained `w`, `W` or `b` that is one number, comes from a variable of shape [1], the shape (1,) is as good.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

plt.rcParams["figure.figsize"] = (5, 3)

# %% [markdown]
# ## 1. Where the programs run
#
# A Jupyter notebook (주피터 노트북) holds text and cells of code. Google Colab runs notebooks in a browser at
# colab.research.google.com, with TensorFlow and Python already installed. The deck's programs lie in a git repository,
# `https://github.com/yungbyun/myml.git`; `git` copies a whole repository to your disk with one command, once you are in
# the folder where it should go.
#
# Every program of this notebook begins with the next cell. TensorFlow 2 computes an operation as soon as Python meets
# it (eager execution). TensorFlow 1 does not; its functions live on in the module `tensorflow.compat.v1`.

# %% nbgrader={"grade_id": "prologue", "locked": true}
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

# %% [markdown]
# **Question 1: which command copies the repository?** a) `git push https://github.com/yungbyun/myml.git`
# b) `pip install https://github.com/yungbyun/myml.git` c) `import https://github.com/yungbyun/myml.git`
# d) `git clone https://github.com/yungbyun/myml.git`
#
# **Question 2: what does `tf.disable_v2_behavior()` do?** a) It replaces the installed TensorFlow 2 by version 1.
# b) From now on an operation is a node of a graph, and its value comes from a session. c) It stops TensorFlow 2 from
# printing its warnings, and all else stays. d) It removes the names of TensorFlow 2, so that `tf.Session` can be found.

# %% nbgrader={"grade_id": "setup", "solution": true} rows=["s0-env", "s0-compat-v1"]
# setup: the two letters, for instance: setup = ("a", "a")
### BEGIN SOLUTION
setup = ("d", "b")
### END SOLUTION

# %% nbgrader={"grade_id": "setup_examples", "grade": true}
picked = [letter for letter in str(setup).lower() if letter.isalpha()]
assert len(picked) == 2, "two letters, one for each question"
assert not isinstance(setup, set), "the letters have an order: that of the questions"
assert set(picked) <= set("abcd"), "each answer is one of the letters a, b, c, d"

# %% [markdown]
# The installed version is still 2.x, and TensorFlow tells it as the text `tf.__version__`.


# %% nbgrader={"grade_id": "version", "solution": true} rows=["s0-tf-version", "s0-compat-v1"]
def version():
    """The version of the TensorFlow that runs here, a text."""
    ### BEGIN SOLUTION
    return tf.__version__
    ### END SOLUTION


# %% nbgrader={"grade_id": "version_examples", "grade": true}
print("TensorFlow", version())
assert isinstance(version(), str), "the version is a text"
assert version().startswith("2."), "only the style is TensorFlow 1; what runs is version 2"

# %% [markdown]
# ## 2. Python lists (리스트)
#
# The data of the first programs are lists: `x = [1]`, `y = [1]`. A list holds anything, in order, and can be changed:
#
# - `xxx[2]` is the third entry (counting begins at 0), and `xxx[2] = 7` puts 7 in its place;
# - `xxx.append(7)` makes the list longer by one entry. It belongs to one list, so a name stands before the dot. It
#   changes that list and returns nothing.
#
# By hand: from `[1, 'hello', 2, 'world']`, putting `'hi'` at position 1 and appending `'Jeju'` gives
# `[1, 'hi', 2, 'world', 'Jeju']`.
#
# The deck's first listing collects errors with `list.append(err)`. That stops with a `TypeError`: `list` is the name of
# the type, not of a list, and Python takes `err` for the list that should grow. The second listing has it right. The
# script below does both: put `'hi'` at position 1 of `xxx`, append `'Jeju'`, and collect each number of `errors`.

# %% nbgrader={"grade_id": "list_data", "locked": true}
start = [1, "hello", 2, "world"]
errors = [9.0, 5.76, 3.6864]

# %% nbgrader={"grade_id": "list_basics", "solution": true} rows=["s0-list-basics", "s0-list-append-bug"]
xxx = list(start)  # a copy, so that start stays as it is
### BEGIN SOLUTION
xxx[1] = "hi"
xxx.append("Jeju")
### END SOLUTION
err_list = []
for err in errors:
    ### BEGIN SOLUTION
    err_list.append(err)
    ### END SOLUTION

# %% nbgrader={"grade_id": "list_basics_examples", "grade": true}
print(start, "->", xxx)
assert isinstance(xxx, list), "xxx is a list"
assert xxx == [1, "hi", 2, "world", "Jeju"], "'hi' takes the place of 'hello', and 'Jeju' comes last"
assert isinstance(err_list, list), "err_list is a list"
np.testing.assert_allclose(err_list, [9.0, 5.76, 3.6864], rtol=1e-5, err_msg="err_list holds the errors, in order")
assert start == [1, "hello", 2, "world"], "start has to stay as it is"

# %% [markdown]
# ## 3. The parts of a program
#
# The problem of the deck: *one hour of work pays 1 (만원)*. Write a neuron that learns the hourly wage, by tuning its
# one synapse $w$ (시냅스 연결강도), and then tells the pay of other hours. Its hypothesis (가설) and error (오류) are
#
# $$h = \boxed{w}\,x \qquad E = (h - y)^2 \qquad w \leftarrow w - \alpha\,\frac{\partial E}{\partial w}$$
#
# A tensor (텐서) is a value in a graph: a number, vector or matrix. TensorFlow lets tensors flow through the graph of
# the error, and tunes the parameters so that the error falls. Whatever operations make of tensors is a tensor again,
# so an expression with one tensor in it is one. A `tf.Variable` is a container for a tensor that keeps its value from
# run to run; the deck counts it as a tensor as well.
#
# `tf.random_normal([1])` is a tensor of shape [1] and type float32, drawn from the standard normal distribution (mean
# 0, standard deviation 1); in TensorFlow 2 it is called `tf.random.normal`. It is drawn anew whenever a session runs
# it. `sess.run(tensor)` gives its value.


# %% nbgrader={"grade_id": "random_start", "solution": true} rows=["s0-random-normal"]
def random_start(count):
    """Standard normal random numbers from tf.random_normal, drawn anew at each call; shape (count,), float32."""
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        return sess.run(tf.random_normal([count]))  # (count,)
    ### END SOLUTION


# %% nbgrader={"grade_id": "random_start_examples", "grade": true}
drawn = random_start(1)
print("random_start(1) =", drawn)
assert np.shape(drawn) == (1,), "the shape is (count,)"
assert drawn.dtype == np.float32, "tf.random_normal draws float32 numbers"
assert drawn != random_start(1), "two calls draw different numbers"

# %% [markdown]
# A program of this kind has eight parts. Here they are, shuffled:
#
# - a) `E = (h - y) ** 2`, the error
# - b) `plt.plot(err_list)`, the error curve
# - c) `w = tf.Variable(tf.random_normal([1]))`, the synapse
# - d) `sess = tf.Session()`, the initialization, and the loop with `sess.run(train)`
# - e) `x = [1]` and `y = [1]`, the training data
# - f) `print(sess.run(w * [3, 4, 6, 9]))`, the test
# - g) `h = w * x`, the hypothesis
# - h) `train = tf.train.GradientDescentOptimizer(learning_rate=0.1).minimize(E)`
#
# **First text: the eight letters in the order of the program.** The data come first, the figure last.
#
# The other deck says it in three steps: *draw the graph*, *feed it with data* (tensors), *train with the loss* (손실).
# Its loss is the difference of the answer from the truth. Here they are, shuffled:
#
# - p) `sess.run(train, feed_dict={X: x_data, Y: y_data})`, again and again, so that the loss falls
# - q) hand the arrays `x_data`, `y_data` to the placeholders `X`, `Y`
# - r) write down placeholders, variables, constants and the operations on them
#
# **Second text: the three letters in the order of the steps.**

# %% nbgrader={"grade_id": "program_order", "solution": true} rows=["s0-skeleton", "s1-three-steps"]
# program_order: two texts, for instance: program_order = ("abcdefgh", "pqr")
### BEGIN SOLUTION
program_order = ("ecgahdfb", "rqp")
### END SOLUTION

# %% nbgrader={"grade_id": "program_order_examples", "grade": true}
first, second = ([letter for letter in str(program_order[i]).lower() if letter.isalpha()] for i in range(2))
assert sorted(first) == list("abcdefgh"), "the first text has each of the letters a to h once"
assert sorted(second) == list("pqr"), "the second text has each of the letters p, q, r once"

# %% [markdown]
# ### Who does what
#
# `sess.run` takes anything of the graph. Given a tensor, it evaluates it and brings back its value. Given an operation
# (연산) such as `train`, it carries it out; what that changes stays in the session, and there is no value. A variable
# has no value until its initializer has run: reading it before that stops with a `FailedPreconditionError`.
#
# **Which role belongs to each?** a) lets one gradient descent step happen: $w$ changes b) the object that runs parts of
# the graph and keeps the variables c) an operation that gives every variable its start value d) brings back the present
# number in the variable, and changes nothing e) knows how to go down the error: one step for each time it is run

# %% nbgrader={"grade_id": "roles", "solution": true} rows=["s0-roles"]
# roles: one letter for each; use each of a to e once.
roles = {
    "train": "",
    "sess": "",
    "tf.global_variables_initializer()": "",
    "sess.run(w)": "",
    "sess.run(train)": "",
}
### BEGIN SOLUTION
roles = {
    "train": "e",
    "sess": "b",
    "tf.global_variables_initializer()": "c",
    "sess.run(w)": "d",
    "sess.run(train)": "a",
}
### END SOLUTION

# %% nbgrader={"grade_id": "roles_examples", "grade": true}
assert len(roles) == 5, "five names, as they are given"
assert sorted(str(letter).strip().lower() for letter in roles.values()) == list("abcde"), (
    "each of the letters a to e once"
)

# %% [markdown]
# ## 4. The whole program, 01.py
#
# From $w = 4$ with $x = y = 1$ and $\alpha = 0.1$, by hand: $E = (4 - 1)^2 = 9$, the slope is $2 (4 - 1) \cdot 1 = 6$,
# and $w = 4 - 0.1 \cdot 6 = 3.4$. Then $E = 5.76$, and so on: $w_n = 1 + 3 \cdot 0.8^n$ and $E_n = 9 \cdot 0.64^n$.
#
# The loop looks at $w$ and $E$ *before* each update, as the deck's program does, and makes 101 updates:
#
# ```
# for i in range(101):
#     (read w and E with sess.run, and keep them)
#     sess.run(train)
# ```
#
# The deck draws the start of $w$ at random; here it is the argument `w0`. A variable needs a type that has fractions:
# write `tf.Variable([w0], dtype=tf.float32)`, shape [1].
#
# After the loop the neuron answers: the trained synapse times other inputs. `w * [3, 4, 6, 9]` is a new tensor with
# four numbers, and `sess.run` evaluates it with the present $w$. For the single input of the deck, `x = [2]`, `x * w`
# gives about 2. In float32 the training ends at $w = 1.0000002$ and not at exactly 1.


# %% nbgrader={"grade_id": "train_01", "solution": true} rows=["s0-salary-problem", "s0-01-program", "s0-01-predict", "s0-test-xw"]
def train_01(x, y, w0, lr, iterations, query):
    """Train h = w * x on one sample with E = (h - y) ** 2; x and y are lists of one number, w0 is a number.

    Returns w_list and err_list, traces with w and E before each of the `iterations` updates, and the answers of the
    trained neuron for the list `query`, shape (queries,).
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        h = w * x
        E = (h - y) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(E)
        sess.run(tf.global_variables_initializer())
        w_list, err_list = [], []
        for _ in range(iterations):
            w_list.append(sess.run(w)[0])
            err_list.append(sess.run(E)[0])
            sess.run(train)
        return w_list, err_list, sess.run(w * query)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_01_examples", "grade": true}
w_list, err_list, answers = train_01([1], [1], 4.0, 0.1, 101, [3, 4, 6, 9])
for i in range(4):
    print(i, "w:", w_list[i], "cost:", err_list[i])
print("hours 3, 4, 6, 9 pay", answers)
assert len(w_list) == len(err_list) == 101, "one entry for each of the 101 iterations"
np.testing.assert_allclose(np.ravel(w_list[:4]), [4, 3.4, 2.92, 2.536], rtol=1e-5, err_msg="w, read before each update")
np.testing.assert_allclose(np.ravel(err_list[:2]), [9, 5.76], rtol=1e-5, err_msg="E, read before each update")
np.testing.assert_allclose(np.ravel(answers), [3, 4, 6, 9], rtol=1e-5, err_msg="the pay of 3, 4, 6 and 9 hours")
answer = train_01([1], [1], 4.0, 0.1, 101, [2])[2]
np.testing.assert_allclose(np.ravel(answer), [2], rtol=1e-5, err_msg="x * w for x = [2]")

# %% [markdown]
# ### The error curve
#
# Part ⑧ of the program draws `err_list` over the epochs 0, 1, 2 … Label the axes `Epoch` and `Squared Error` (the deck
# prints "Square Error"). Leave out `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_errors", "solution": true} rows=["s0-01-errplot"]
def plot_errors(err_list):
    """Draw the errors, shape (epochs,), over the epochs 0, 1, 2 …, with a label on each axis."""
    ### BEGIN SOLUTION
    plt.plot(err_list)
    plt.xlabel("Epoch")
    plt.ylabel("Squared Error")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_errors_examples", "grade": true}
plt.figure()
drawn = plot_errors(9 * 0.64 ** np.arange(101))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ### A graph keeps what it was built with
#
# With `x = [1]`, the line `h = w * x` copies the numbers of `x` into the graph. The Python name `x` and the `x` inside
# the graph are two things from then on. After the training ($w \approx 1$) someone writes
#
# ```
# x = [2]
# print(sess.run(x * w))
# print(sess.run(h))
# ```
#
# The line `x * w` makes a new node out of the present `x`; `h` was built long before. (In TensorFlow 2 with eager
# execution there is no graph; there `h` would be a number that was computed once.)
#
# **What do the two lines print, rounded to whole numbers?**

# %% nbgrader={"grade_id": "after_rebinding", "solution": true} rows=["s0-test-h-captured"]
# after_rebinding: the two numbers, in order, for instance: after_rebinding = (0, 0)
### BEGIN SOLUTION
after_rebinding = (2, 1)
### END SOLUTION

# %% nbgrader={"grade_id": "after_rebinding_examples", "grade": true}
assert len(after_rebinding) == 2, "two numbers, one for each print"
assert all(0 <= after_rebinding[i] <= 4 for i in range(2)), "both are small whole numbers"

# %% [markdown]
# ### Better names
#
# From 02.py on, the deck uses longer names. `x` becomes `x_data` and `y` becomes `y_data`; `h` becomes `hypo`, for
# hypothesis; `E` becomes `cost`; `w` and `train` stay. Give for each old name the new one, and what it is in 01.py:
# `"list"` for a Python list, `"tensor"` for a tensor (also where a variable holds it), `"operation"` for what
# `sess.run` carries out without bringing a value back.

# %% nbgrader={"grade_id": "names", "solution": true} rows=["s0-rename", "s0-tensor-concept"]
# names: old name -> (new name, what it is); the first one is done.
names = {
    "x": ("x_data", "list"),
    "y": ("", ""),
    "w": ("", ""),
    "h": ("", ""),
    "E": ("", ""),
    "train": ("", ""),
}
### BEGIN SOLUTION
names = {
    "x": ("x_data", "list"),
    "y": ("y_data", "list"),
    "w": ("w", "tensor"),
    "h": ("hypo", "tensor"),
    "E": ("cost", "tensor"),
    "train": ("train", "operation"),
}
### END SOLUTION

# %% nbgrader={"grade_id": "names_examples", "grade": true}
assert set(names) == {"x", "y", "w", "h", "E", "train"}, "the six old names"
assert [text.strip().lower() for text in names["x"]] == ["x_data", "list"], "the first one stays as it is given"
for new, kind in names.values():
    assert new, "every name has a new name, perhaps the same"
    assert kind.strip().lower() in ("list", "tensor", "operation"), "what it is: list, tensor or operation"

# %% [markdown]
# ## 5. A placeholder (자리 표시기), 02.py
#
# To use the same `hypo` with other inputs, its input must not be copied into the graph. A placeholder is a node without
# a number; each run that needs it gets one through `feed_dict`:
#
# ```
# X = tf.placeholder(tf.float32)
# hypo = w * X
# sess.run(hypo, feed_dict={X: [5, 7]})
# ```
#
# A run that needs only `hypo` has to be fed `X` only; a run of `train` needs `X` and `Y`. By hand, with $w = 4$,
# $x = y = 1$ and $\alpha = 0.01$, one step gives $w = 4 - 0.01 \cdot 6 = 3.94$, and `hypo` for 3 is then 11.82. The
# program makes 1001 steps.


# %% nbgrader={"grade_id": "train_placeholder", "solution": true} rows=["s0-02-placeholder"]
def train_placeholder(x_data, y_data, w0, lr, iterations, query):
    """Train hypo = w * X with placeholders X and Y and the cost (hypo - Y) ** 2, on one sample.

    x_data and y_data are lists of one number. Returns the trained w, and hypo for the list `query`, (queries,).
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        hypo = w * X
        cost = (hypo - Y) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run(train, feed_dict={X: x_data, Y: y_data})
        return sess.run(w)[0], sess.run(hypo, feed_dict={X: query})
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_placeholder_examples", "grade": true}
w, answers = train_placeholder([1], [1], 4.0, 0.01, 1, [3])
np.testing.assert_allclose(w, 3.94, rtol=1e-5, err_msg="w after one step")
np.testing.assert_allclose(np.ravel(answers), [11.82], rtol=1e-5, err_msg="hypo for 3 after one step")
w, answers = train_placeholder([1], [1], 4.0, 0.01, 1001, [3, 5, 7, 8, 10])
print("w =", w, " hypo for 3, 5, 7, 8, 10:", answers)
np.testing.assert_allclose(np.ravel(answers), [3, 5, 7, 8, 10], rtol=1e-5, err_msg="hypo after 1001 steps")

# %% [markdown]
# ## 6. The cost function, 03.py
#
# What does the error look like over $w$? A placeholder can stand for $w$ too: build `hypo = W * x_data` and
# `cost = (hypo - y_data) ** 2` with `W = tf.placeholder(tf.float32)`, and run `cost` once for each value, fed as
# `{W: w_val}`. For $x = y = 1$: $w = -3$ gives $E = 16$, $w = 1$ gives 0, $w = 4$ gives 9. The curve is a parabola.
# The program takes $w = 0.1\,i$ for $i = -30 \ldots 49$.


# %% nbgrader={"grade_id": "plot_cost", "solution": true} rows=["s0-03-costplot"]
def plot_cost(x_data, y_data, w_values):
    """Draw the cost of one sample over w_values, (points,), with a label on each axis; TensorFlow computes the cost.

    x_data and y_data are lists of one number.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        W = tf.placeholder(tf.float32)
        hypo = W * x_data
        cost = (hypo - y_data) ** 2
        costs = [sess.run(cost, feed_dict={W: w_val})[0] for w_val in w_values]
    plt.plot(w_values, costs)
    plt.xlabel("w")
    plt.ylabel("cost")
    ### END SOLUTION


# %% nbgrader={"grade_id": "plot_cost_examples", "grade": true}
plt.figure()
drawn = plot_cost([1], [1], 0.1 * np.arange(-30, 50))
axes = getattr(drawn, "figure", plt.gcf()).axes  # of a figure that is returned, else of the current one
assert axes, "nothing is drawn, or plt.show() has closed the figure: leave it out"
assert any(each.get_xlabel() for each in axes), "the horizontal axis has no label"
assert any(each.get_ylabel() for each in axes), "the vertical axis has no label"

# %% [markdown]
# ## 7. More to tune
#
# ### A bias, 04
#
# `hypo = w * x_data + b` has two variables, and one `minimize(cost)` changes both at once. With
# $d = w x + b - y$ the slopes are $2 d x$ for $w$ and $2 d$ for $b$. By hand, with $w = 4$, $b = 2$, $x = y = 1$ and
# $\alpha = 0.01$: $d = 5$, both slopes are 10, so $w = 3.9$ and $b = 1.9$.


# %% nbgrader={"grade_id": "train_bias", "solution": true} rows=["s0-04-bias"]
def train_bias(x_data, y_data, w0, b0, lr, iterations):
    """Train hypo = w * x_data + b with the cost (hypo - y_data) ** 2 on one sample, given in lists of one number.

    Returns two traces: w and b after each of the `iterations` updates.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        b = tf.Variable([b0], dtype=tf.float32)  # (1,)
        hypo = w * x_data + b
        cost = (hypo - y_data) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, b_list = [], []
        for _ in range(iterations):
            sess.run(train)
            w_list.append(sess.run(w)[0])
            b_list.append(sess.run(b)[0])
        return w_list, b_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_bias_examples", "grade": true}
w_list, b_list = train_bias([1], [1], 4.0, 2.0, 0.01, 1001)
print("first w, b:", w_list[0], b_list[0], " last w, b:", w_list[-1], b_list[-1])
assert len(w_list) == len(b_list) == 1001, "one entry for each update"
first = np.ravel([w_list[0], b_list[0]])
np.testing.assert_allclose(first, [3.9, 1.9], rtol=1e-5, err_msg="w and b after one step")

# %% [markdown]
# ### Several samples, 05
#
# With several samples the cost is the mean of their squares, `tf.reduce_mean((hypo - y_data) ** 2)`:
#
# $$E = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2 \qquad
# \frac{\partial E}{\partial w} = \frac{2}{N} \sum_{i=1}^{N} (w x_i - y_i)\,x_i$$
#
# By hand, for $x = y = (1, 2)$ and $w = 4$: the differences are 3 and 6, so $E = (9 + 36) / 2 = 22.5$, the slope is
# $\frac{2}{2} (3 \cdot 1 + 6 \cdot 2) = 15$, and with $\alpha = 0.01$ the new $w$ is 3.85. (The program in the
# repository also declares a `b`, but never uses it. It has no gradient, and stays as it was.)


# %% nbgrader={"grade_id": "train_mean", "solution": true} rows=["s0-05-multidata"]
def train_mean(x_data, y_data, w0, lr, iterations):
    """Train hypo = w * x_data on lists of numbers, one for each sample, with the mean of the squares as the cost.

    Returns two traces: w and the cost before each of the `iterations` updates.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        hypo = w * x_data  # (samples,)
        cost = tf.reduce_mean((hypo - y_data) ** 2)
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for _ in range(iterations):
            w_list.append(sess.run(w)[0])
            cost_list.append(sess.run(cost))
            sess.run(train)
        return w_list, cost_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_mean_examples", "grade": true}
w_list, cost_list = train_mean([1, 2], [1, 2], 4.0, 0.01, 2)
np.testing.assert_allclose(np.ravel(w_list), [4, 3.85], rtol=1e-5, err_msg="w before each update")
np.testing.assert_allclose(cost_list[0], 22.5, rtol=1e-5, err_msg="the cost before the first update")

# %% [markdown]
# ### Several inputs, 06
#
# With several inputs a sample is a row of `X`, and there is one weight for each input. A matrix product (행렬 곱) gives
# all answers at once: `hypo = tf.matmul(X, w) + b`, with $X$ of shape (samples, inputs), $w$ of shape (inputs, 1), and
# the targets of shape (samples, 1). The cost is the mean of the squares over the samples.
#
# By hand, for the row $(1, 1)$, $w = (3, 1)$ and $b = 0.5$: $3 + 1 + 0.5 = 4.5$.


# %% nbgrader={"grade_id": "train_matmul", "solution": true} rows=["s0-06-multiinput"]
def train_matmul(X, y, w0, b0, lr, iterations, query):
    """Train hypo = tf.matmul(X, w) + b, both w and b, with the mean of the squares as the cost.

    X is (samples, inputs), y is (samples, 1), w0 is (inputs, 1), all float32; b0 is a number; query is
    (queries, inputs), float32. Returns the trained w (inputs, 1), the trained b, and the answers (queries, 1).
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable(w0, dtype=tf.float32)  # (inputs, 1)
        b = tf.Variable([b0], dtype=tf.float32)  # (1,)
        hypo = tf.matmul(X, w) + b  # (samples, 1)
        cost = tf.reduce_mean((hypo - y) ** 2)
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for _ in range(iterations):
            sess.run(train)
        return sess.run(w), sess.run(b)[0], sess.run(tf.matmul(query, w) + b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_matmul_examples", "grade": true}
X = np.array([[1, 1], [2, 2], [3, 3], [4, 4]], dtype=np.float32)  # (samples, inputs)
y = np.array([[1], [2], [3], [4]], dtype=np.float32)  # (samples, 1)
w0 = np.array([[3], [1]], dtype=np.float32)  # (inputs, 1)
w, b, answers = train_matmul(X, y, w0, 0.5, 0.01, 0, X[:1])
np.testing.assert_allclose(np.ravel(answers), [4.5], rtol=1e-5, err_msg="the answer for (1, 1) before any step")
w, b, answers = train_matmul(X, y, w0, 0.5, 0.01, 1001, X)
print("w =", np.ravel(w), " b =", b, " answers:", np.ravel(answers))
assert np.size(w) == 2, "w has a weight for each of the two inputs"
np.testing.assert_allclose(np.ravel(answers), np.ravel(y), atol=0.05, err_msg="the answers come near to the targets")

# %% [markdown]
# ### What the programs in the repository answer
#
# Two of them forget the bias somewhere. Work these out by hand, without a program:
#
# 1. 04 starts at $w = 4$, $b = 2$ and has the single sample $x = y = 1$. Both slopes are $2d$, so $w - b$ never
#    changes, and the training ends where $w + b = 1$. One sample cannot fix two parameters. **What are $w$ and $b$ at
#    the end?**
# 2. The test of 04 is `w * [3]`, without $b$. **What does it print?** (The right answer would have been 3.)
# 3. 06 trains `tf.matmul(x, w)` without $b$ on rows $(k, k)$ with targets $k$, until it fits them. It tests with
#    `tf.matmul([[4, 4]], w) + b`. With the untrained $b = 0.5$, **what does the test print?**

# %% nbgrader={"grade_id": "repo_answers", "solution": true} rows=["s0-04-bias", "s0-06-multiinput"]
# repo_answers: the four numbers
repo_answers = {"w of 04": 0.0, "b of 04": 0.0, "test of 04": 0.0, "test of 06": 0.0}
### BEGIN SOLUTION
repo_answers = {"w of 04": 1.5, "b of 04": -0.5, "test of 04": 4.5, "test of 06": 4.5}
### END SOLUTION

# %% nbgrader={"grade_id": "repo_answers_examples", "grade": true}
assert len(repo_answers) == 4, "the four names, as they are given"
np.testing.assert_allclose(
    repo_answers["w of 04"] + repo_answers["b of 04"], 1, rtol=1e-5, err_msg="w + b = 1 at the end of 04"
)

# %% [markdown]
# ### A log every 100 steps
#
# The notebook of the repository runs 01 with $\alpha = 0.01$ and does not print each step: it updates first, and prints
# when `i % 100 == 0` (the remainder of the division of `i` by 100). The first line is thus from after one update. From
# its start $w = 0.53458315$, by hand: $w = 0.53458315 - 0.01 \cdot 2 \cdot (0.53458315 - 1) = 0.543891487$, and the
# cost is $(0.543891487 - 1)^2 = 0.208034976$.


# %% nbgrader={"grade_id": "train_logged", "solution": true} rows=["s0-repo-01-trace"]
def train_logged(x_data, y_data, w0, lr, iterations, every):
    """Train hypo = w * x_data on one sample, in lists of one number, and look only when i % every == 0.

    i counts from 0. Returns two traces: w and the cost after the update of each such i.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        cost = (w * x_data - y_data) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        w_list, cost_list = [], []
        for i in range(iterations):
            sess.run(train)
            if i % every == 0:
                w_list.append(sess.run(w)[0])
                cost_list.append(sess.run(cost)[0])
        return w_list, cost_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_logged_examples", "grade": true}
w_list, cost_list = train_logged([1], [1], 0.53458315, 0.01, 701, 100)
# What the notebook of the repository prints, in float32.
PRINTED = [0.5438915, 0.9395112, 0.99197805, 0.9989362, 0.9998588, 0.99998134, 0.9999974, 0.99999857]
for i in range(len(w_list)):
    print(100 * i, w_list[i], cost_list[i])
np.testing.assert_allclose(np.ravel(w_list), PRINTED, atol=2e-6, err_msg="w at i = 0, 100, … 700")
np.testing.assert_allclose(cost_list[0], 0.20803498, atol=1e-6, err_msg="the first cost")

# %% [markdown]
# ### The same in today's Keras
#
# The repository also has the neuron as a Keras model: one `Dense(1, activation="linear")`, which is $wx + b$, with
# plain gradient descent and the mean squared error, 30 epochs on $x = y = (1, 2, 3)$, and then the answers for 4, 5, 6.
# It was written for an old Keras; today it is `SGD(learning_rate=…)`, no longer `SGD(lr=…)`, and `fit` takes arrays of
# shape (samples, 1), not lists.
#
# Keras 3 needs eager execution. The given `eagerly` turns it on for a while: write `with eagerly():` and put the whole
# model inside. Begin the model with `tf.keras.Input(shape=(1,))`; then
# `model.layers[0].set_weights([kernel, bias])` sets the start, the kernel of shape (1, 1) and the bias of shape (1,).
# One epoch is one step on all samples: `model.fit(x, y, epochs=epochs, batch_size=len(x), verbose=0)` does that.
#
# By hand, one epoch from $w = 2$, $b = 0$ with $\alpha = 0.03$: the differences are 1, 2, 3, the slopes
# $\frac{2}{3} \cdot 14$ and $\frac{2}{3} \cdot 6 = 4$, so $w = 1.72$ and $b = -0.12$, and the answer for 4 is 6.76.


# %% nbgrader={"grade_id": "eager", "locked": true}
def eagerly():
    """A `with` block in which Keras can run although the behaviour of TensorFlow 2 is off."""
    from tensorflow.python.eager.context import eager_mode

    return eager_mode()


# %% nbgrader={"grade_id": "keras_fit", "solution": true} rows=["s0-repo-keras"]
def keras_fit(x, y, w0, b0, lr, epochs, query):
    """Train Dense(1, activation="linear") from the numbers w0 and b0, all samples in one step an epoch.

    x and y are (samples, 1). Returns the answers for query, (queries, 1), as a NumPy array of that shape.
    """
    ### BEGIN SOLUTION
    with eagerly():
        model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, activation="linear")])
        model.layers[0].set_weights([np.array([[w0]]), np.array([b0])])
        model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=lr), loss="mse")
        model.fit(x, y, epochs=epochs, batch_size=len(x), verbose=0)
        return model.predict(query, verbose=0)  # (queries, 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "keras_fit_examples", "grade": true}
x = np.array([[1.0], [2.0], [3.0]])
answers = keras_fit(x, x, 2.0, 0.0, 0.03, 1, np.array([[4.0]]))
np.testing.assert_allclose(answers, [[6.76]], rtol=1e-5, err_msg="the answer for 4 after one epoch")
print("after 30 epochs, 4, 5, 6 give", np.ravel(keras_fit(x, x, 2.0, 0.0, 0.03, 30, x + 3)))

# %% [markdown]
# ## 8. Nouns and verbs of a graph
#
# The second deck draws a graph from nouns and verbs. The nouns are
#
# - `tf.placeholder(dtype, shape=None, name=None)`, a basket for data. The data that are fed must keep its type and its
#   shape: feeding two numbers to a placeholder of shape [3] stops with a `ValueError`.
# - `tf.Variable(initial_value, name=None)`, a value that may change after its initialization.
# - `tf.constant(value, dtype=None, shape=None, name='Const', verify_shape=False)`, a value that never changes
#   (`verify_shape` exists in `compat.v1` only).
#
# The verbs are operations on them, such as `a + b`, short for `tf.add(a, b)`. A session is the environment in which
# they run: `sess.run(c, feed_dict={a: [1, 2, 3]})` fetches `c`, with `a` fed. By hand: $(1, 2, 3)$ fed to `a` and the
# constant $(5, 5, 5)$ give $(6, 7, 8)$. The deck prints `[ 6. 7. 8.]`; NumPy now leaves the first blank out.


# %% nbgrader={"grade_id": "feed_sum", "solution": true} rows=["s1-placeholder", "s1-constant", "s1-session", "s1-feed-678"]
def feed_sum(fed, constant):
    """The sum of a placeholder, fed with the list `fed`, and a constant with the numbers of the list `constant`.

    Both are float32. The placeholder has the shape of the constant, so that nothing else can be fed.
    Returns an array of shape (numbers,).
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        a = tf.placeholder(tf.float32, shape=[len(constant)])
        b = tf.constant(constant, tf.float32)
        c = a + b
        return sess.run(c, feed_dict={a: fed})
    ### END SOLUTION


# %% nbgrader={"grade_id": "feed_sum_examples", "grade": true}
out = feed_sum([1, 2, 3], [5, 5, 5])
print(out)
np.testing.assert_allclose(out, [6, 7, 8], rtol=1e-5, err_msg="the sum")
try:
    feed_sum([1], [5, 5, 5])
except ValueError as error:
    print("ValueError:", error)
else:
    raise AssertionError("one number went into the placeholder; give it the shape of the constant")

# %% [markdown]
# Two programs of the repository use a noun each. The first adds two constants: `tf.add(a, b)` of 2 and 3 is 5. The
# second makes variables of 10 and 20, and from them `z1 = tf.add(x, y)`, `z2 = tf.multiply(x, y)` and
# `tf.multiply(z1, z2)`: $(10 + 20) \cdot (10 \cdot 20) = 6000$. Do not forget to initialize the variables.


# %% nbgrader={"grade_id": "two_examples", "solution": true} rows=["s1-repo-constant", "s1-repo-variable"]
def two_examples(a, b, x, y):
    """Returns a + b of two constants, and (x + y) * (x * y) of two variables; all are numbers."""
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        added = tf.add(tf.constant(a), tf.constant(b))
        x, y = tf.Variable(x), tf.Variable(y)
        z1 = tf.add(x, y)
        z2 = tf.multiply(x, y)
        sess.run(tf.global_variables_initializer())
        return sess.run(added), sess.run(tf.multiply(z1, z2))
    ### END SOLUTION


# %% nbgrader={"grade_id": "two_examples_examples", "grade": true}
np.testing.assert_allclose(
    [np.ravel(each)[0] for each in two_examples(2, 3, 10, 20)],
    [5, 6000],
    rtol=1e-5,
    err_msg="2 + 3, and (10 + 20) * (10 * 20)",
)

# %% [markdown]
# ### A layer of variables
#
# The deck makes the parameters of a layer with 784 inputs and 10 outputs:
#
# ```
# W = tf.Variable(tf.random_normal(shape=[784, 10], stddev=0.01), name="weights")
# b = tf.Variable(tf.zeros([1, 10]), name="bias")
# ```
#
# Here `stddev` is the standard deviation (표준편차). Variables must be initialized: the deck writes `tf.run(init)`, but
# there is no `tf.run`; it has to be `sess.run(init)` with `init = tf.global_variables_initializer()`.
#
# A parameter is one number that is tuned, so each entry of $W$ and of $b$ is one. By hand, 3 inputs and 2 outputs make
# $3 \cdot 2 + 2 = 8$ parameters.


# %% nbgrader={"grade_id": "new_layer", "solution": true} rows=["s1-variable", "s1-variable-init"]
def new_layer(inputs, outputs, stddev):
    """The initialized variables of a new layer: W, (inputs, outputs), normal with mean 0; b, (1, outputs), zeros.

    Returns the values of W and b as arrays; W is drawn anew at each call.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        W = tf.Variable(tf.random_normal(shape=[inputs, outputs], stddev=stddev), name="weights")
        b = tf.Variable(tf.zeros([1, outputs]), name="bias")
        init = tf.global_variables_initializer()
        sess.run(init)
        return sess.run(W), sess.run(b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "new_layer_examples", "grade": true}
W, b = new_layer(3, 2, 0.01)
print("W =\n", W, "\nb =", b)
assert np.shape(W) == (3, 2), "W is (inputs, outputs)"
assert np.shape(b) == (1, 2), "b is (1, outputs)"
assert np.abs(W).max() < 0.1, "with stddev 0.01 all weights are small"

# %% [markdown]
# **How many parameters has the deck's layer, $W$ and $b$ together?**

# %% nbgrader={"grade_id": "layer_parameters", "solution": true} rows=["s1-variable"]
# layer_parameters: a whole number
### BEGIN SOLUTION
layer_parameters = 784 * 10 + 10
### END SOLUTION

# %% nbgrader={"grade_id": "layer_parameters_examples", "grade": true}
assert layer_parameters % 10 == 0, "each output has as many parameters as any other, and there are ten outputs"

# %% [markdown]
# ### Types
#
# The deck lists 15 types. `DT_FLOAT` is `tf.float32`, the usual one, and `DT_DOUBLE` is `tf.float64`, the double of it.
# An integer type has its number of bits in its name, and a `U` if it is unsigned. A complex type has a real and an
# imaginary part, and its name gives the bits of both parts *together*; each part is a float. `DT_QINT8`, `DT_QINT32`
# and `DT_QUINT8` (`tf.qint8`, `tf.qint32`, `tf.quint8`) are integers for quantized operations. `DT_STRING` holds texts
# of any length, `DT_BOOL` true or false. (TensorFlow has more, such as `tf.half` with 16 bits, `tf.bfloat16` and
# `tf.uint32`.) A byte has 8 bits.

# %% nbgrader={"grade_id": "dtype_bits", "solution": true} rows=["s1-dtypes"]
# dtype_bits: the bits of one number of each type; for "DT_COMPLEX128, real part" those of the real part alone.
dtype_bits = {
    "DT_FLOAT": 0,
    "DT_DOUBLE": 0,
    "DT_INT8": 0,
    "DT_INT16": 0,
    "DT_INT32": 0,
    "DT_INT64": 0,
    "DT_UINT8": 0,
    "DT_UINT16": 0,
    "DT_COMPLEX64": 0,
    "DT_COMPLEX128": 0,
    "DT_COMPLEX128, real part": 0,
    "DT_QINT32": 0,
}
### BEGIN SOLUTION
dtype_bits = {
    "DT_FLOAT": 32,
    "DT_DOUBLE": 64,
    "DT_INT8": 8,
    "DT_INT16": 16,
    "DT_INT32": 32,
    "DT_INT64": 64,
    "DT_UINT8": 8,
    "DT_UINT16": 16,
    "DT_COMPLEX64": 64,
    "DT_COMPLEX128": 128,
    "DT_COMPLEX128, real part": 64,
    "DT_QINT32": 32,
}
### END SOLUTION

# %% nbgrader={"grade_id": "dtype_bits_examples", "grade": true}
assert len(dtype_bits) == 12, "the twelve names, as they are given"
assert all(bits in (8, 16, 32, 64, 128) for bits in dtype_bits.values()), "whole numbers of bits: 8, 16, 32, 64 or 128"

# %% [markdown]
# ### Operations
#
# An operation has a name and stands for an abstract computation; it becomes a node when the graph is drawn. The deck
# sorts operations into eight categories, after an old white paper. One example of each:
#
# | letter | category | example |
# |---|---|---|
# | a | element-wise mathematics: one result for each entry | `Mul` |
# | b | arrays: their form, their pieces | `Split` |
# | c | matrices | `MatrixInverse` |
# | d | stateful: they keep or change a value | `Variable` |
# | e | building blocks of neural nets | `SoftMax` |
# | f | checkpoints: to disk and back | `Save` |
# | g | queues and synchronization | `Enqueue` |
# | h | control flow: which way the computation goes | `Switch` |
#
# Today several have other names: `Constant` is `Const`, `SoftMax` is `Softmax`, `ReLU` is `Relu`, `Convolution2D` is
# `Conv2D`. **Which category has each of these?**

# %% nbgrader={"grade_id": "categories", "solution": true} rows=["s1-ops"]
# categories: one letter, a to h, for each operation
categories = {
    "Exp": "",
    "Greater": "",
    "Concat": "",
    "Shape": "",
    "MatMul": "",
    "MatrixDeterminant": "",
    "AssignAdd": "",
    "Convolution2D": "",
    "MaxPool": "",
    "Restore": "",
    "MutexAcquire": "",
    "NextIteration": "",
}
### BEGIN SOLUTION
categories = {
    "Exp": "a",
    "Greater": "a",
    "Concat": "b",
    "Shape": "b",
    "MatMul": "c",
    "MatrixDeterminant": "c",
    "AssignAdd": "d",
    "Convolution2D": "e",
    "MaxPool": "e",
    "Restore": "f",
    "MutexAcquire": "g",
    "NextIteration": "h",
}
### END SOLUTION

# %% nbgrader={"grade_id": "categories_examples", "grade": true}
assert len(categories) == 12, "the twelve names, as they are given"
assert {str(letter).strip().lower() for letter in categories.values()} <= set("abcdefgh"), (
    "each answer is one of the letters a to h"
)

# %% [markdown]
# ## 9. Training with the loss
#
# ### The optimizers
#
# An optimizer computes the gradients $g$ of a loss and applies them to the variables. `Optimizer` itself is only the
# base class: you never make one. The deck lists it with ten others: `GradientDescent`, `Adadelta`, `Adagrad`,
# `AdagradDA`, `Momentum`, `Adam`, `Ftrl`, `ProximalGradientDescent`, `ProximalAdagrad` and `RMSProp`, each with
# `Optimizer` at its end. They are gone from `tf.train` of TensorFlow 2, and all in `tf.compat.v1.train`. `Proximal…`
# adds a step that pulls weights to 0, `AdagradDA` (dual averaging) and `Ftrl` (follow the regularized leader) are for
# sparse linear models, `Adadelta` replaces the learning rate by an average of past steps.
#
# **Which rule has each of the names below?**
#
# - a) divide the step by the root of the sum of all past $g^2$
# - b) $w \leftarrow w - \alpha g$
# - c) both: an average of past $g$, divided by the root of an average of past $g^2$
# - d) divide the step by the root of a moving average of past $g^2$
# - e) keep a part of the previous step, and add the new one
# - f) none; it is the base class of the others

# %% nbgrader={"grade_id": "optimizer_rules", "solution": true} rows=["s1-optimizers-list"]
# optimizer_rules: one letter for each; use each of a to f once.
optimizer_rules = {
    "Optimizer": "",
    "GradientDescentOptimizer": "",
    "MomentumOptimizer": "",
    "AdagradOptimizer": "",
    "RMSPropOptimizer": "",
    "AdamOptimizer": "",
}
### BEGIN SOLUTION
optimizer_rules = {
    "Optimizer": "f",
    "GradientDescentOptimizer": "b",
    "MomentumOptimizer": "e",
    "AdagradOptimizer": "a",
    "RMSPropOptimizer": "d",
    "AdamOptimizer": "c",
}
### END SOLUTION

# %% nbgrader={"grade_id": "optimizer_rules_examples", "grade": true}
assert len(optimizer_rules) == 6, "the six names, as they are given"
assert sorted(str(letter).strip().lower() for letter in optimizer_rules.values()) == list("abcdef"), (
    "each of the letters a to f once"
)

# %% [markdown]
# ### All samples at once
#
# One `sess.run` can fetch several things. The deck's loop fetches the operation and the cost together, 100 times:
#
# ```
# _, cost_val = sess.run([train_op, cost], feed_dict={X: x_data, Y: y_data})
# ```
#
# The operation brings back `None`; the cost is that *before* the update, since the gradient is computed from the same
# differences. The hypothesis is `W * X + b` with placeholders `X` and `Y`, the cost the mean of the squares.
#
# By hand, for $x = y = (1, 2, 3)$ (ours), $W = 2$, $b = 0$, $\alpha = 0.1$: the differences are 1, 2, 3, the cost is
# $14/3 = 4.6667$, the slopes are $28/3$ and $4$, and then $W = 2 - 0.9333 = 1.0667$ and $b = -0.4$.


# %% nbgrader={"grade_id": "train_fed", "solution": true} rows=["s1-train-loop-a"]
def train_fed(x_data, y_data, W0, b0, lr, steps):
    """Train W * X + b, fed with the arrays x_data and y_data, both (samples,), with the mean of the squares as cost.

    Returns the trace of the cost, as fetched together with each of the `steps` updates, and the trained W and b.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        cost = tf.reduce_mean(tf.square(W * X + b - Y))
        train_op = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        cost_list = []
        for _ in range(steps):
            _, cost_val = sess.run([train_op, cost], feed_dict={X: x_data, Y: y_data})
            cost_list.append(cost_val)
        return cost_list, sess.run(W), sess.run(b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_fed_examples", "grade": true}
data = np.array([1.0, 2.0, 3.0])
cost_list, W, b = train_fed(data, data, 2.0, 0.0, 0.1, 1)
np.testing.assert_allclose(cost_list[0], 14 / 3, rtol=1e-5, err_msg="the first cost, before the update")
np.testing.assert_allclose(np.ravel([W, b]), [2 - 2.8 / 3, -0.4], rtol=1e-5, err_msg="W and b after one step")
cost_list, W, b = train_fed(data, data, 2.0, 0.0, 0.1, 100)
print("after 100 steps: cost", cost_list[-1], " W", W, " b", b)
assert len(cost_list) == 100, "one cost for each step"

# %% [markdown]
# ### Which variables move
#
# How does `minimize` know what to change? A variable is trainable by default, and `minimize` changes all trainable
# variables that the loss depends on. `tf.Variable(c0, dtype=tf.float32, trainable=False)` makes one that stays. Here
# the line has a second bias $c$ that must stay: `W * X + b + c`, with the mean of the squares as the cost.
#
# By hand, for $x = y = (1, 2, 3)$, $W = 2$, $b = -0.5$, $c = 0.5$, $\alpha = 0.1$: the differences are again 1, 2, 3,
# and after one step $W = 1.0667$, $b = -0.9$, and $c = 0.5$ as before.


# %% nbgrader={"grade_id": "train_frozen", "solution": true} rows=["s1-trainable"]
def train_frozen(x_data, y_data, W0, b0, c0, lr, steps):
    """Train W and b of W * X + b + c, where c is a variable that is not trainable; x_data and y_data are (samples,).

    Returns the numbers W, b and c after `steps` updates.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        c = tf.Variable(c0, dtype=tf.float32, trainable=False)
        cost = tf.reduce_mean(tf.square(W * X + b + c - Y))
        train_op = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            sess.run(train_op, feed_dict={X: x_data, Y: y_data})
        return sess.run(W), sess.run(b), sess.run(c)
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_frozen_examples", "grade": true}
W, b, c = train_frozen(data, data, 2.0, -0.5, 0.5, 0.1, 1)
np.testing.assert_allclose(np.ravel([W, b]), [2 - 2.8 / 3, -0.9], rtol=1e-5, err_msg="W and b after one step")
np.testing.assert_allclose(np.ravel(c), [0.5], rtol=1e-6, err_msg="c is not trained")

# %% [markdown]
# ### One sample at a time
#
# The second loop of the deck feeds one sample at a time: an epoch (에폭) is one update for each of the $n$ samples, in
# order. Its cost is half the mean of the squares (the deck's comment calls it "Mean squared error"):
#
# $$E = \frac{1}{2n} \sum_i (W x_i + b - y_i)^2 \qquad \texttt{tf.reduce\_sum(tf.pow(pred - Y, 2)) / (2 * n)}$$
#
# $n$ is a number that was put into the graph, 17 for the data below. It stays 17 when one sample is fed, and so one
# update is
#
# $$d = W x_i + b - y_i \qquad W \leftarrow W - \alpha\,\frac{d\,x_i}{n} \qquad b \leftarrow b - \alpha\,\frac{d}{n}$$
#
# After every `display_step` epochs, if `(epoch + 1) % display_step == 0`, the loop looks at the cost of *all* samples,
# at $W$ and at $b$. By hand, for $x = (1, 2)$, $y = (0, 0)$, $W = 1$, $b = 0$, $\alpha = 0.1$: the first update has
# $d = 1$ and gives $W = 0.95$, $b = -0.05$; the second $d = 1.85$ and gives $W = 0.765$, $b = -0.1425$. Then
# $E = (0.6225^2 + 1.3875^2) / 4 = 0.57817$.
#
# The data are those of the notebook in the repository; it prints the log of epoch 50, and so on to epoch 1000.

# %% nbgrader={"grade_id": "samples", "locked": true}
train_X = np.array(
    [3.3, 4.4, 5.5, 6.71, 6.93, 4.168, 9.779, 6.182, 7.59, 2.167, 7.042, 10.791, 5.313, 7.997, 5.654, 9.27, 3.1]
)
train_Y = np.array(
    [1.7, 2.76, 2.09, 3.19, 1.694, 1.573, 3.366, 2.596, 2.53, 1.221, 2.827, 3.465, 1.65, 2.904, 2.42, 2.94, 1.3]
)


# %% nbgrader={"grade_id": "train_samples", "solution": true} rows=["s1-train-loop-b"]
def train_samples(train_X, train_Y, W0, b0, lr, epochs, display_step):
    """Train W * X + b with one update for each sample; train_X and train_Y are (samples,).

    Returns three traces: W, b and the cost of all samples after every `display_step` epochs.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        n_samples = len(train_X)
        X = tf.placeholder(tf.float32)
        Y = tf.placeholder(tf.float32)
        W = tf.Variable(W0, dtype=tf.float32)
        b = tf.Variable(b0, dtype=tf.float32)
        pred = W * X + b
        cost = tf.reduce_sum(tf.pow(pred - Y, 2)) / (2 * n_samples)
        optimizer = tf.train.GradientDescentOptimizer(lr).minimize(cost)
        sess.run(tf.global_variables_initializer())
        W_list, b_list, cost_list = [], [], []
        for epoch in range(epochs):
            for x, y in zip(train_X, train_Y, strict=True):
                sess.run(optimizer, feed_dict={X: x, Y: y})
            if (epoch + 1) % display_step == 0:
                W_list.append(sess.run(W))
                b_list.append(sess.run(b))
                cost_list.append(sess.run(cost, feed_dict={X: train_X, Y: train_Y}))
        return W_list, b_list, cost_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_samples_examples", "grade": true}
W_list, b_list, cost_list = train_samples(np.array([1.0, 2.0]), np.zeros(2), 1.0, 0.0, 0.1, 1, 1)
np.testing.assert_allclose(np.ravel([W_list, b_list]), [0.765, -0.1425], rtol=1e-5, err_msg="W and b after one epoch")
np.testing.assert_allclose(np.ravel(cost_list), [0.57817], rtol=1e-4, err_msg="the cost after one epoch")
# From the line of epoch 50 in the log, 50 epochs on to that of epoch 100.
W_list, b_list, _ = train_samples(train_X, train_Y, 0.441748, -0.580876, 0.01, 50, 50)
print("epoch 100: W =", W_list[0], " b =", b_list[0])
np.testing.assert_allclose(np.ravel([W_list, b_list]), [0.430319, -0.498661], atol=2e-6, err_msg="the log at epoch 100")

# %% [markdown]
# The log itself is a line of text for each time. The loop counts epochs from 0, so it prints `epoch + 1`:
#
# ```
# print("Epoch:", '%04d' % (epoch+1), "cost=", "{:.9f}".format(c))
# ```
#
# `'%04d'` writes a whole number with at least four digits, zeros in front; `'{:.9f}'` writes nine decimals; `print`
# puts a blank between its arguments. For epoch 49 and the cost 0.195095107 the line is `Epoch: 0050 cost= 0.195095107`.


# %% nbgrader={"grade_id": "log_line", "solution": true} rows=["s1-log-format"]
def log_line(epoch, cost):
    """The line of the log, as print shows it without W and b; `epoch` counts from 0."""
    ### BEGIN SOLUTION
    return f"Epoch: {epoch + 1:04d} cost= {cost:.9f}"
    ### END SOLUTION


# %% nbgrader={"grade_id": "log_line_examples", "grade": true}
print(log_line(49, 0.195095107))
assert log_line(49, 0.195095107).rstrip("\n") == "Epoch: 0050 cost= 0.195095107"
assert log_line(7, 2).rstrip("\n") == "Epoch: 0008 cost= 2.000000000"

# %% [markdown]
# ### A line through 100 points
#
# The last program fits points that lie exactly on $y = 0.1 x + 0.3$ (the stored text of the deck has lost the plus
# signs, and its `initialize_all_variables` and `xrange` are old names of `global_variables_initializer` and `range`).
# All 100 points are one batch, the loss is `tf.reduce_mean(tf.square(y - y_data))`, the learning rate 0.5. There are
# 201 steps, and $W$, $b$ are printed after the update when `step % 20 == 0`.
#
# The deck draws $x$ at random. But gradient descent sees only the mean of $x$ and that of $x^2$, and the eleven printed
# lines tell both, 0.46549092 and 0.29045415, and the start $W = -0.26724837$, $b = 0$. The points below are
# not the deck's, but have the same two means, so the same lines come out.
#
# By hand, the first step: with $W x + b - y = -0.36724837\,x - 0.3$ its mean is $-0.470951$, so
# $b = 0 + 0.5 \cdot 2 \cdot 0.470951 = 0.470951$.

# %% nbgrader={"grade_id": "line_data", "locked": true}
spread = np.linspace(-1, 1, 100)
spread = np.sign(spread) * np.abs(spread) ** 0.7
spread = spread / np.sqrt(np.mean(spread**2))  # its mean is 0, the mean of its square is 1
x_data = 0.46549092 + np.sqrt(0.29045415 - 0.46549092**2) * spread  # (100,), between 0 and 1
y_data = x_data * 0.1 + 0.3  # (100,)


# %% nbgrader={"grade_id": "train_201", "solution": true} rows=["s1-linreg-201"]
def train_201(x_data, y_data, W0, b0, lr, steps, every):
    """Train y = W * x + b on all samples at once; x_data and y_data are (samples,), float64.

    Returns two traces: W and b after the update of each step with step % every == 0.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        W = tf.Variable([W0], dtype=tf.float32)  # (1,)
        b = tf.Variable([b0], dtype=tf.float32)  # (1,)
        y = W * x_data.astype(np.float32) + b  # (samples,)
        loss = tf.reduce_mean(tf.square(y - y_data.astype(np.float32)))
        train = tf.train.GradientDescentOptimizer(lr).minimize(loss)
        sess.run(tf.global_variables_initializer())
        W_list, b_list = [], []
        for step in range(steps):
            sess.run(train)
            if step % every == 0:
                W_list.append(sess.run(W)[0])
                b_list.append(sess.run(b)[0])
        return W_list, b_list
    ### END SOLUTION


# %% nbgrader={"grade_id": "train_201_examples", "grade": true}
W_list, b_list = train_201(x_data, y_data, -0.26724837, 0.0, 0.5, 201, 20)
for line in range(len(W_list)):
    print(20 * line, W_list[line], b_list[line])
# The deck's lines for the steps 0, 20, 40 and 200.
assert len(W_list) == len(b_list) == 11, "the steps 0, 20, … 200"
for line, W, b in [
    (0, -0.02093266, 0.47095078),
    (1, 0.05205543, 0.32374111),
    (2, 0.08607709, 0.30689433),
    (10, 0.09999931, 0.30000037),
]:
    found = np.ravel([W_list[line], b_list[line]])
    np.testing.assert_allclose(found, [W, b], atol=2e-6, err_msg=f"W and b at step {20 * line}")
