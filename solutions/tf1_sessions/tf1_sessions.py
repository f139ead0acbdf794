# %% [markdown]
# # Linear regression with TensorFlow graphs and sessions
#
# One hour of work pays 1 (만원). A neuron (뉴런) is to find this out from examples, and then to tell the pay of other
# hours. You write this program in the style of TensorFlow 1, in which very many programs on the net are written.
#
# There a program first *draws* a graph of what is to be computed. Then a session *runs* parts of the graph. At the end
# you have six small programs: with a list, with placeholders, with a bias, with many samples and with many inputs. You see
# your own graph as a picture, and your own errors fall.
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

STYLE = {
    "font.size": 12,
    "figure.figsize": (5, 3.6),
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
}


def picture(draw):
    """Draw at once. `draw` returns a figure and its description; a picture whose blanks are empty is left out."""
    try:
        with plt.rc_context(STYLE), np.errstate(all="ignore"):
            figure, description = draw()
            display(figure, metadata={"image/png": {"alt": description}})
    except Exception as error:
        print(f"The picture {draw.__name__!r} waits for the blanks above: {type(error).__name__}: {error}")
    else:
        print(description)
    plt.close("all")


# %% [markdown]
# ## 1. The ground
#
# A Jupyter notebook (주피터 노트북) holds text and cells of code. Google Colab runs notebooks in a browser at
# colab.research.google.com, with TensorFlow and Python already installed. Programs of others lie in git repositories.
# `git clone` with the address of a repository copies all of it to your disk.
#
# Every program of this notebook begins with the next cell. TensorFlow 2 computes an operation as soon as Python meets
# it (eager execution). TensorFlow 1 does not: there an operation is a node of a graph, and its value comes from a session.
# Its functions live on in the module `tensorflow.compat.v1`. The installed version is still 2.x: only the style is old.

# %% nbgrader={"grade_id": "prologue", "locked": true} rows=["s0-env", "s0-compat-v1"]
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

# %% nbgrader={"grade_id": "version", "locked": true} demo=true rows=["s0-tf-version"]
print("TensorFlow", tf.__version__)

# %% [markdown]
# ### Python lists (리스트)
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
# Many write `list.append(err)` at first. That stops with a `TypeError`: `list` is the name of the type, not of a list, and
# Python takes `err` for the list that should grow. In the script below put `'hi'` at position 1 of `xxx`, append `'Jeju'`, and collect each number of `errors`.

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
# ## 2. The parts of a program
#
# The neuron learns the hourly wage by tuning its one synapse $w$ (시냅스 연결강도). Its hypothesis (가설) and error
# (오류) are
#
# $$h = \boxed{w}\,x \qquad E = (h - y)^2 \qquad w \leftarrow w - \alpha\,\frac{\partial E}{\partial w}$$
#
# A tensor (텐서) is a value in a graph: a number, vector or matrix. TensorFlow lets tensors flow through the graph of
# the error, and tunes the parameters so that the error falls. Whatever operations make of tensors is a tensor again,
# so an expression with one tensor in it is one. A `tf.Variable` is a container for a tensor that keeps its value from
# run to run; we count it as a tensor as well.
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
# In short there are three steps: *draw the graph*, *feed it with data* (tensors), *train with the loss* (손실). The loss
# says how far the answer is from the truth. Here they are, shuffled:
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
# (연산), it carries it out; what that changes stays in the session, and it brings back `None`. The session keeps the
# variables. A variable has no value until the operation `tf.global_variables_initializer()` has run: reading it before
# that stops with a `FailedPreconditionError`. The operation `train` knows how to go down the error, and each
# `sess.run(train)` makes one step.
#
# See who does what in the smallest program. It has one variable `w`, of type `tf.float32` and shape [1] (write
# `tf.Variable([w0], dtype=tf.float32)`), the error $E = (w x - y)^2$ and one `train`. It makes four runs: the
# initializer, `w`, `train`, and `w` again. Which of them bring a value back, and what has happened to $w$? By hand, from
# $w = 4$ with $x = y = 1$ and $\alpha = 0.1$: the slope is $2 (4 - 1) \cdot 1 = 6$, and $w = 4 - 0.1 \cdot 6 = 3.4$.


# %% nbgrader={"grade_id": "four_runs", "solution": true} rows=["s0-roles"]
def four_runs(x, y, w0, lr):
    """What the four runs bring back, in order: of the initializer, of w, of train, and of w again.

    x and y are lists of one number, w0 and lr are numbers. Returns two things: four times True or False, whether the run
    brought back a value and not None; and w before and after the step, two numbers.
    """
    ### BEGIN SOLUTION
    with tf.Graph().as_default(), tf.Session() as sess:
        w = tf.Variable([w0], dtype=tf.float32)  # (1,)
        E = (w * x - y) ** 2
        train = tf.train.GradientDescentOptimizer(learning_rate=lr).minimize(E)
        runs = [sess.run(each) for each in (tf.global_variables_initializer(), w, train, w)]
        return [each is not None for each in runs], [runs[1][0], runs[3][0]]
    ### END SOLUTION


# %% nbgrader={"grade_id": "four_runs_examples", "grade": true}
has_value, w_list = four_runs([1], [1], 4.0, 0.1)
for name, each in zip(("initializer", "w", "train", "w"), has_value, strict=True):
    print(f"the run of {name} brings back", "a value" if each else "nothing")
np.testing.assert_allclose(np.ravel(w_list), [4, 3.4], rtol=1e-5, err_msg="w before and after the step")

# %% [markdown]
# ## 3. The whole program
#
# From $w = 4$ with $x = y = 1$ and $\alpha = 0.1$, by hand: $E = (4 - 1)^2 = 9$, the slope is $2 (4 - 1) \cdot 1 = 6$,
# and $w = 4 - 0.1 \cdot 6 = 3.4$. Then $E = 5.76$, and so on: $w_n = 1 + 3 \cdot 0.8^n$ and $E_n = 9 \cdot 0.64^n$.
#
# The loop looks at $w$ and $E$ *before* each update, and makes 101 updates:
#
# ```
# for i in range(101):
#     (read w and E with sess.run, and keep them)
#     sess.run(train)
# ```
#
# The start of $w$ is usually drawn at random; here it is the argument `w0`, so that all can compare their numbers.
#
# After the loop the neuron answers: the trained synapse times other inputs. `w * [3, 4, 6, 9]` is a new tensor with
# four numbers, and `sess.run` evaluates it with the present $w$. For the single input `x = [2]`, `x * w`
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
# The last part of the program draws `err_list` over the epochs 0, 1, 2 … Label the axes `Epoch` and `Squared Error`.
# Leave out `plt.show()`: the notebook shows the figure anyway.


# %% nbgrader={"grade_id": "plot_errors", "solution": true} rows=["s0-01-errplot"]
def plot_errors(err_list):
    """Draw only the errors, shape (epochs,), over the epochs 0, 1, 2 …, with a label on each axis."""
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
# The picture is that of your own training: `err_list` of your `train_01`, with three learning rates. The vertical axis
# is logarithmic (로그 눈금), so that a factor that is the same at every step makes a straight line.


# %% nbgrader={"grade_id": "three_rates", "locked": true} demo=true
@picture
def three_rates():
    """The errors of the student's training with three learning rates."""
    figure, axes = plt.subplots()
    told = []
    for lr, style in ((0.01, "C1--"), (0.1, "C0-"), (0.3, "C3-.")):
        err_list = np.ravel(train_01([1], [1], 4.0, lr, 30, [1])[1])
        axes.semilogy(err_list, style, linewidth=2, label=f"learning rate {lr}")
        told.append(f"{err_list[-1]:.2g} with {lr}")
    axes.set(xlabel="Epoch", ylabel="Squared Error", ylim=(1e-9, 20))
    axes.legend()
    return figure, f"After 30 steps from 9 the error is {', '.join(told)}"


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
# From here on the programs use longer names. `x` becomes `x_data` and `y` becomes `y_data`; `h` becomes `hypo`, for
# hypothesis; `E` becomes `cost`; `w` and `train` stay. Give for each old name the new one, and what it is in `train_01`:
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
# ## 4. A placeholder (자리 표시기)
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
# A run that needs only `hypo` has to be fed `X` only; a run of `train` needs `X` and `Y`. A run that lacks one stops with
# an `InvalidArgumentError`: "You must feed a value for placeholder tensor". By hand, with $w = 4$,
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
# Here is the graph that your `train_placeholder` has drawn, without what belongs to the gradients. A box with a thick
# edge gets its number from outside: through `feed_dict` (placeholder) or from the session (variable).


# %% nbgrader={"grade_id": "drawn_graph", "locked": true} demo=true
def graph_of(program, *args):
    """The graph that a program draws while it runs: for each node its type and the names of what goes in."""
    graphs, original = [], tf.Graph
    tf.Graph = lambda: graphs.append(original()) or graphs[-1]
    try:
        program(*args)
    finally:
        tf.Graph = original
    nodes = {}
    for op in graphs[0].get_operations():
        if not op.name.startswith(("gradients", "GradientDescent", "init")) and "/Assign" not in op.name:
            # A variable is read by way of an Identity, and its start is a constant: both are left out.
            nodes[op.name] = (op.type, [each.op.name.removesuffix("/read") for each in op.inputs])
    return {name: node for name, node in nodes.items() if not name.endswith(("/read", "/initial_value"))}


@picture
def my_graph():
    """The nodes of the graph in columns: each stands to the right of what goes into it."""
    nodes = graph_of(train_placeholder, [1], [1], 4.0, 0.01, 1, [3])
    columns = {}
    for name, (_, inputs) in nodes.items():  # TensorFlow lists a node after its inputs
        columns[name] = 1 + max((columns[each] for each in inputs), default=-1)
    for name, (_, inputs) in nodes.items():
        if not inputs:  # what is given stands right before the first that uses it
            used = [columns[other] for other, (_, its) in nodes.items() if name in its]
            columns[name] = min(used, default=1) - 1
    places, filled = {}, {}
    for name in sorted(nodes, key=lambda name: not nodes[name][1]):  # below stands what is given
        row = filled[columns[name]] = filled.get(columns[name], 0) + 1
        places[name] = (columns[name], -row)
    figure, axes = plt.subplots()
    for name, (kind, inputs) in nodes.items():
        given = kind == "Placeholder" or kind.startswith("Var")
        box = {"boxstyle": "round", "facecolor": "white", "linewidth": 3 if given else 1}
        title = kind.replace("VariableV2", "Variable").replace("VarHandleOp", "Variable")
        axes.text(*places[name], title, ha="center", va="center", fontsize=11, bbox=box)
        for each in inputs:
            arrow = {"arrowstyle": "->", "shrinkA": 30, "shrinkB": 22}
            axes.annotate("", places[name], places[each], arrowprops=arrow)
    rows = max(filled.values())
    axes.axis((-0.6, max(columns.values()) + 0.6, -rows - 1, -0.4))
    axes.axis("off")
    told = [f"{kind} of {' and '.join(nodes[each][0] for each in inputs)}" for kind, inputs in nodes.values() if inputs]
    return figure, f"A graph of {len(nodes)} nodes: {', '.join(told)}"


# %% [markdown]
# ## 5. The cost function
#
# What does the error look like over $w$? A placeholder can stand for $w$ too: build `hypo = W * x_data` and
# `cost = (hypo - y_data) ** 2` with `W = tf.placeholder(tf.float32)`, and run `cost` once for each value, fed as
# `{W: w_val}`. For $x = y = 1$: $w = -3$ gives $E = 16$, $w = 1$ gives 0, $w = 4$ gives 9. The curve is a parabola.
# The program takes $w = 0.1\,i$ for $i = -30 \ldots 49$.


# %% nbgrader={"grade_id": "plot_cost", "solution": true} rows=["s0-03-costplot"]
def plot_cost(x_data, y_data, w_values):
    """Draw only the cost of one sample over w_values, (points,), with a label on each axis; TensorFlow computes the cost.

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
# ## 6. More to tune
#
# ### A bias
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
print("first w, b:", w_list[0], b_list[0])
assert len(w_list) == len(b_list) == 1001, "one entry for each update"
first = np.ravel([w_list[0], b_list[0]])
np.testing.assert_allclose(first, [3.9, 1.9], rtol=1e-5, err_msg="w and b after one step")

# %% [markdown]
# ### Several samples
#
# With several samples the cost is the mean of their squares, `tf.reduce_mean((hypo - y_data) ** 2)`:
#
# $$E = \frac{1}{N} \sum_{i=1}^{N} (w x_i - y_i)^2 \qquad
# \frac{\partial E}{\partial w} = \frac{2}{N} \sum_{i=1}^{N} (w x_i - y_i)\,x_i$$
#
# By hand, for $x = y = (1, 2)$ and $w = 4$: the differences are 3 and 6, so $E = (9 + 36) / 2 = 22.5$, the slope is
# $\frac{2}{2} (3 \cdot 1 + 6 \cdot 2) = 15$, and with $\alpha = 0.01$ the new $w$ is 3.85.


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
# ### Several inputs
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
# ### Two programs that forget the bias
#
# Two published programs of this kind forget the bias somewhere. Work these out by hand, without a program:
#
# 1. Program 04 starts at $w = 4$, $b = 2$ and has the single sample $x = y = 1$. Both slopes are $2d$, so $w - b$ never
#    changes, and the training ends where $w + b = 1$. One sample cannot fix two parameters. **What are $w$ and $b$ at
#    the end?**
# 2. The test of 04 is `w * [3]`, without $b$. **What does it print?** (The right answer would have been 3.)
# 3. Program 06 trains `tf.matmul(x, w)` without $b$ on rows $(k, k)$ with targets $k$, until it fits them. It tests with
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
# The picture shows question 1 with your `train_bias`: from four starts, $w$ and $b$ walk to the line $w + b = 1$. On this
# line the error is 0. Which point of it they reach depends on the start alone.


# %% nbgrader={"grade_id": "walks_to_a_line", "locked": true} demo=true
@picture
def walks_to_a_line():
    """The paths of w and b from four starts, with one sample."""
    figure, axes = plt.subplots()
    axes.plot([-3, 4.5], [4, -3.5], color="black", label="w + b = 1")
    ends = []
    for (w0, b0), style in zip(((4, 2), (-2, 0), (0, 3), (-1, -2)), ("C0o-", "C1s-", "C3^-", "C4d-"), strict=True):
        w_list, b_list = (
            np.ravel([start, *np.ravel(trace)])
            for start, trace in zip((w0, b0), train_bias([1], [1], w0, b0, 0.05, 40), strict=True)
        )
        axes.plot(w_list, b_list, style, markersize=4)
        ends.append(f"({w_list[-1]:.2f}, {b_list[-1]:.2f})")
    axes.set(xlabel="w", ylabel="b")
    axes.legend()
    return figure, f"Four paths of (w, b) that end on the line at {', '.join(ends)}"


# %% [markdown]
# `tf1_training` goes on from here: types, losses, logs, and a line through a hundred points.
#
# <details>
# <summary>If you read the document</summary>
#
# The document is the set of slides on the error graph that this lesson follows; its programs are in the repository
# `https://github.com/yungbyun/myml.git`.
#
# - The programs `01.py` to `06.py` of the slides are `train_01`, `train_placeholder`, `plot_cost`, `train_bias`,
#   `train_mean` and `train_matmul` here.
# - Its first listing collects errors with `list.append(err)`; the second has `err_list.append(err)`.
# - It labels the axis "Square Error" and draws the start of $w$ at random.
# - The program with several samples also declares a `b` and never uses it. That `b` has no gradient and stays as it was.
#
# </details>
