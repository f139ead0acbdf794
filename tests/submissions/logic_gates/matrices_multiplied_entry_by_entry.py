# The matrix product is taken entry by entry, the sum of a row is left out, and parameters are counted with biases.
# deserves 33 of 38, loses matmul (matmul-entry-by-entry) weighted_sum (products-not-summed) count_parameters (parameters-with-biases)

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return A * B

# %% nbgrader={"grade_id": "weighted_sum"}
def weighted_sum(X, w):
    return X * w

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(sizes) - 1))
