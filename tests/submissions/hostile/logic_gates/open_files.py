# resources: Opens files without end.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    kept = []
    while True: kept.append(open("/dev/null"))
