# sabotage: Installs trace and profile hooks and an exception hook.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
import sys, threading
def hook(*args): raise RuntimeError("hooked")
sys.excepthook = threading.excepthook = sys.unraisablehook = hook
sys.setrecursionlimit(60)
sys.setrecursionlimit(1000)
def step(x):
    return np.array(x > 0, dtype=int)
