# cheat: Returns something that decides later what it is.
# must: loses count_parameters

# %% nbgrader={"grade_id": "count_parameters"}
def count_parameters(sizes):
    return (number for number in range(10**9))
