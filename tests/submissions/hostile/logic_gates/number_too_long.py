# resources: Returns a whole number that no array holds.
# must: loses count_parameters

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return 10 ** 4000
