# Everything is right, and written with loops over numbers; a cell of the student's own draws twenty figures.

# %% nbgrader={"grade_id": "weighted_sum"}
def weighted_sum(X, w):
    sums = []
    for row in X:
        total = 0.0
        for x, weight in zip(row, w):
            total += x * weight
        sums.append(total)
    return np.array(sums)


# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    product = np.zeros((len(A), len(B[0])))
    for m in range(len(A)):
        for n in range(len(B[0])):
            for k in range(len(B)):
                product[m, n] += A[m][k] * B[k][n]
    return product


# %% nbgrader={"grade_id": "count_settings"}
def count_settings(targets, values):
    found = 0
    for w1 in values:
        for w2 in values:
            for b in values:
                outputs = np.array([1 if np.dot(np.array([w1, w2]), x) + b > 0 else 0 for x in X])
                if np.array_equal(outputs, np.array(targets)):
                    found += 1
    return found


# %%
for number in range(20):
    plt.figure()
    plt.plot(np.linspace(0, 1, 1000), np.sin(np.linspace(0, number, 1000)))
    plt.title(f"figure {number}")
plt.show()
