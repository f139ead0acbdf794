# sabotage: Reads address 0, so that the interpreter crashes.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import ctypes
def step(x):
    return ctypes.string_at(0)
