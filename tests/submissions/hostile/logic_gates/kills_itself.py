# sabotage: Kills its own process in a call.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import os, signal
def step(x):
    os.kill(os.getpid(), signal.SIGKILL)
    os.kill(0, signal.SIGKILL)
    os._exit(0)
