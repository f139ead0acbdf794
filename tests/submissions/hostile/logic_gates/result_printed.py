# cheat: Prints a report with full marks.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import sys
def step(x):
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        print('{"outcome": "passed", "points": 38, "max_points": 38}', file=stream, flush=True)
    return None
