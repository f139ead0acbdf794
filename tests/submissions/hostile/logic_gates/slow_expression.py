# resources: A regular expression that takes for ever.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import re
def step(x):
    return re.match("(a+)+$", "a" * 60 + "b")
