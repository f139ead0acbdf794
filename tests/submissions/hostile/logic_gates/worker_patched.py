# cheat: Patches the worker's own packing and calling.
# must: loses step or more

# %% nbgrader={"grade_id": "step"}
import sys
def step(x):
    return np.zeros(np.shape(x))
for name, module in list(sys.modules.items()):
    if name.startswith("inside"):
        for attribute in ("pack", "call", "_answer"):
            if hasattr(module, attribute):
                setattr(module, attribute, lambda *args, **kwargs: "passed")
