# resources: A cell that never ends.
# must: loses step

# %% nbgrader={"grade_id": "step"}
while True: pass
