# resources: Raises errors whose names and texts are as long as they may be, full of marks and turned around.
# must: loses linear, sigmoid, error, step

# %% nbgrader={"grade_id": "linear"}
def linear(X, W, b): raise type("\u202e<script>" * 10_000, (Exception,), {})("name '" + "\u202e{{7*7}}\x1b[2J\0" * 100_000)

# %% nbgrader={"grade_id": "sigmoid"}
def sigmoid(z): return "0.5 \u202e" * 10**6

# %% nbgrader={"grade_id": "error"}
def error(O, T): raise KeyError({"(" * 90: "[" * 10**7})
