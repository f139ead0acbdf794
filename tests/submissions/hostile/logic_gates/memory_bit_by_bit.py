# resources: Takes memory until there is none left.
# must: loses step

# %% nbgrader={"grade_id": "step"}
def step(x):
    kept = []
    while True: kept.append(bytearray(10**7))
