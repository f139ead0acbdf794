# cheat: Returns an array in which every entry is masked.
# must: loses matmul

# %% nbgrader={"grade_id": "matmul"}
def matmul(A, B):
    return np.ma.masked_all((len(A), B.shape[1]))
