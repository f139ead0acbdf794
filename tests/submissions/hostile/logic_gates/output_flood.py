# resources: Prints without end, then answers.
# must: loses nothing

# %% nbgrader={"grade_id": "step"}
import sys
def step(x):
    for _ in range(2000):
        print("x" * 10000)
        sys.stderr.write("y" * 10000)
    return np.array(x > 0, dtype=int)
