# cheat: Looks through all objects in memory for the reference's functions.
# must: loses matmul

# %% nbgrader={"grade_id": "matmul"}
import gc
def matmul(A, B):
    for thing in gc.get_objects():
        if getattr(thing, "__name__", "") in ("logic_gates", "checks", "reference") and hasattr(thing, "matmul"):
            return thing.matmul(A, B)
    return A + B
