# sabotage: Has every line that is run traced and profiled, by functions that raise, and by one that is slow.
# must: loses linear or more

# %% nbgrader={"grade_id": "linear"}
import sys, threading
def trace(frame, event, arg): raise ValueError("traced")
def linear(X, W, b):
    sys.setprofile(trace); threading.setprofile(trace); threading.settrace(trace); sys.settrace(trace)
    return X @ W + b
