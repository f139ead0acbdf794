# resources: Computes a number with a billion digits.
# must: loses count_parameters

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return 10 ** 10 ** 9
