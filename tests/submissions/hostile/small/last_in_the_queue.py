# accident: Makes itself nicer than all others, sleeps now and then, and answers rightly.
# must: loses nothing

# %% nbgrader={"grade_id": "linear"}
import os, time
os.nice(19)
os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
def linear(X, W, b):
    time.sleep(0.001)
    return X @ W + b
