# cheat: Remembers what it was asked and answers the second time with the first.
# must: loses matmul

# %% nbgrader={"grade_id": "matmul"}
asked = []
def matmul(A, B):
    asked.append(A)
    return asked[0]
