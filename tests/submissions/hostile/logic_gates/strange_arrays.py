# malformed: Arrays of dates, texts, records and bytes.
# must: loses step, line, matmul, classify

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.array(["2026-01-01"], dtype="datetime64[D]")

# %% nbgrader={"grade_id": "line"}
def line(x, a, b):
    return np.zeros(np.shape(x), dtype=[("a", float), ("b", object)])

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return np.zeros((2, 2), dtype="S8")

# %% nbgrader={"grade_id": "classify"}
def classify(x, a, b):
    return np.zeros(np.shape(x), dtype=">f16" if False else "longdouble") * np.nan
