# sabotage: Ends the program at each question, so that it has to be begun again and again.
# must: gets 0

# %% nbgrader={"grade_id": "linear"}
import os, atexit
atexit.register(lambda: 1 / 0)
def linear(*_): os._exit(0)

# %% nbgrader={"grade_id": "sigmoid"}
sigmoid = linear

# %% nbgrader={"grade_id": "error"}
def error(O, T): os.kill(os.getpid(), 11) or os.abort()

# %% nbgrader={"grade_id": "step"}
def step(*_): raise SystemExit(linear())
