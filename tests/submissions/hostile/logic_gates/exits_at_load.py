# sabotage: Ends the program when its cell is run.
# must: loses step

# %% nbgrader={"grade_id": "step"}
import os
os._exit(0)
