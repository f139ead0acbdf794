# %% [markdown]
# # A small exam: one neuron
#
# Every kind of question once.

# %% nbgrader={"grade_id": "imports", "locked": true}
import numpy as np

# %% nbgrader={"grade_id": "numbers", "locked": true} numbers=true
x = [0.31, -0.72]
w = [0.45, 0.83]
t = 0.37
eta = 0.21
activation = "tanh"
rule = {"a": "error times input", "b": "error times weight", "c": "input times weight"}
topic = {"name": "momentum", "asks": "Which number keeps part of the last step?"}

# %% [markdown]
# ## 1. By hand
#
# A neuron without activation gives $y = w_0 x_0 + w_1 x_1$, its error is $E = \frac{1}{2}(y - t)^2$. Write each number
# with four decimals.

# %% nbgrader={"grade_id": "y", "solution": true}
# y: the output of the neuron
### BEGIN SOLUTION
y = w[0] * x[0] + w[1] * x[1]
### END SOLUTION

# %% nbgrader={"grade_id": "y_examples", "grade": true}
assert abs(y) < np.inf, "y is a number"

# %% nbgrader={"grade_id": "gradient", "solution": true}
# gradient: of E with respect to w_0
### BEGIN SOLUTION
gradient = (y - t) * x[0]
### END SOLUTION

# %% nbgrader={"grade_id": "gradient_examples", "grade": true}
assert abs(gradient) < np.inf, "gradient is a number"

# %% nbgrader={"grade_id": "new_weight", "solution": true}
# new_weight: w_0 after one step of gradient descent with the learning rate eta
### BEGIN SOLUTION
new_weight = w[0] - eta * gradient
### END SOLUTION

# %% nbgrader={"grade_id": "new_weight_examples", "grade": true}
assert abs(new_weight) < np.inf, "new_weight is a number"

# %% [markdown]
# ## 2. Chosen and written

# %% nbgrader={"grade_id": "ask_rule", "locked": true} demo=true
print("What is the gradient of E with respect to a weight?", rule)

# %% nbgrader={"grade_id": "rule_answer", "solution": true}
# rule_answer: one letter
### BEGIN SOLUTION
rule_answer = {text: letter for letter, text in rule.items()}["error times input"]
### END SOLUTION

# %% nbgrader={"grade_id": "rule_answer_examples", "grade": true}
assert str(rule_answer).strip().lower() in ("a", "b", "c"), "the answer is one of the letters a, b, c"

# %% nbgrader={"grade_id": "ask_word", "locked": true} demo=true
print(topic["asks"])

# %% nbgrader={"grade_id": "word_answer", "solution": true}
# word_answer: a word or two, in quotes
### BEGIN SOLUTION
word_answer = topic["name"]
### END SOLUTION

# %% nbgrader={"grade_id": "word_answer_examples", "grade": true}
assert isinstance(word_answer, str), "the answer is a text in quotes"

# %% [markdown]
# ## 3. A program
#
# `neuron` gives the output of a neuron with *your* activation for every row of a batch.

# %% nbgrader={"grade_id": "ask_activation", "locked": true} demo=true
print("Your activation is", activation)


# %% nbgrader={"grade_id": "neuron", "solution": true}
def neuron(X, w):
    """The outputs, shape (batch,), for X of shape (batch, inputs) and w of shape (inputs,)."""
    ### BEGIN SOLUTION
    z = X @ w
    return np.tanh(z) if activation == "tanh" else 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "neuron_examples", "grade": true}
assert np.shape(neuron(np.ones((3, 2)), np.zeros(2))) == (3,), "one output for each row"
