# sabotage: Closes the line at each question and sleeps, so that each end is waited for.
# must: gets 0

# %% nbgrader={"grade_id": "linear"}
import sys
def channel():
    frame = sys._getframe()
    while "channel" not in frame.f_locals: frame = frame.f_back
    return frame.f_locals["channel"]

import time
def linear(*_):
    channel().close()
    while True: time.sleep(1)

# %% nbgrader={"grade_id": "sigmoid"}
sigmoid = linear

# %% nbgrader={"grade_id": "error"}
error = linear

# %% nbgrader={"grade_id": "step"}
step = linear
