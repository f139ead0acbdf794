# sabotage: Monitors the interpreter: audit hooks, callbacks of the collector, lines of its own code, all of which raise.
# must: loses step

# %% nbgrader={"grade_id": "linear"}
import gc, sys
def stop(*_): raise RuntimeError("stop")
gc.callbacks.append(stop)
gc.set_threshold(1, 1, 1)
sys.unraisablehook = stop
def linear(X, W, b):
    sys.addaudithook(stop)
    return X @ W + b
