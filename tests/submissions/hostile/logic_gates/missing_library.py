# accident: Imports a library that is not there.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import library_that_nobody_has as lib
def step(x):
    return lib.step(x)
