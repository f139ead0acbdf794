# resources: Calls itself without end, with the limit taken away.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import sys
def step(x):
    sys.setrecursionlimit(10**9)
    def deeper(): return deeper()
    return deeper()
